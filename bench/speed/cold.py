"""What the whole command costs in a cold process: CPU seconds and peak memory of ``primafacie investigate``.

    python bench/speed/cold.py [FILE ...] [--repeat N] [--cpu-at-most SECONDS] [--memory-at-most MB]

Each turn is a new process on a new case; the best turn's CPU time (user and system) and the highest peak memory count.
Without files the first worked example is investigated. Exit code: 1 where a limit is passed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "first-case"
PRIMAFACIE = (sys.executable, "-c", "from primafacie.cli import main; main()")


def turn(files: Sequence[Path]) -> tuple[float, float]:
    """One investigation in a new process: (CPU seconds, peak memory in MB). Raises RuntimeError where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        command = [*PRIMAFACIE, "investigate", *map(str, files), "--case", str(Path(folder) / "case")]
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"primafacie investigate ended with {child.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE")
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--cpu-at-most", type=float, metavar="SECONDS")
    parser.add_argument("--memory-at-most", type=float, metavar="MB")
    options = parser.parse_args()
    files = options.files or sorted(EXAMPLES.iterdir())
    turns = [turn(files) for _ in range(options.repeat)]
    cpu, memory = min(c for c, _ in turns), max(m for _, m in turns)
    print(f"{len(files)} documents, best of {len(turns)}: {cpu:.2f} s CPU, {memory:.0f} MB at the peak")
    over = (options.cpu_at_most is not None and cpu > options.cpu_at_most) or (
        options.memory_at_most is not None and memory > options.memory_at_most
    )
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
