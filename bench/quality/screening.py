"""Screening against sanctions lists, through the command line as a user would, held to its floors.

    python bench/quality/screening.py --data DIR --lists DIR... [--raise]

DIR of ``--data`` holds ``dev.jsonl``, the queries with their answers, and ``screening.py``, the scorer, which takes
``queries OUT`` and ``score FILE --json``. The queries are asked once by name alone and once with the birth dates that
they state. Floors (and ceilings, for false positives) are pinned in ``screening_floors.json`` and may only be made
stricter; ``--raise`` does that. Exit code: 0 done, 1 a floor was missed, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("screening_floors.json")
PRIMAFACIE = (sys.executable, "-c", "from primafacie.cli import main; main()")
RIGHT = "returned ids that are right"
FALSE = "false-positive rate"


def answers(queries: Path, lists: list[Path], out: Path) -> None:
    """Screens the queries; SystemExit where the command fails."""
    with out.open("w", encoding="utf-8") as lines:
        command = [*PRIMAFACIE, "screen", "--queries", str(queries)]
        for folder in lists:
            command += ["--lists", str(folder)]
        done = subprocess.run(command, stdout=lines, stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(f"primafacie screen ended with {done.returncode}: {done.stderr.strip()[-500:]}")


def without_dates(queries: Path, out: Path) -> Path:
    """The same queries by name and schema alone."""
    with out.open("w", encoding="utf-8") as lines:
        for row in map(json.loads, queries.read_text("utf-8").splitlines()):
            lines.write(json.dumps({key: row[key] for key in ("id", "name", "schema") if key in row}) + "\n")
    return out


def figures(scored: Mapping[str, Any], before: str) -> dict[str, float]:
    """What is pinned of a score: recall and right ids of each set, false positives of all negatives."""
    found: dict[str, float] = {}
    for name, measured in scored["sets"].items():
        if FALSE in measured:
            if name == "negatives":
                found[f"{before}, {name}, {FALSE}"] = measured[FALSE]
        else:
            found[f"{before}, {name}, recall"] = measured["recall"]
            found[f"{before}, {name}, {RIGHT}"] = measured[RIGHT]
    return found


def missed(found: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """The figures that are worse than their floor, or above their ceiling."""
    return [
        f"{says}: {found[says]:.4f} instead of {floor:.4f}" for says, floor in floors.items()
        if says in found and (found[says] > floor if says.endswith(FALSE) else found[says] < floor)
    ]  # fmt: skip


def stricter(floors: Mapping[str, float], found: Mapping[str, float]) -> dict[str, float]:
    """The floors with what was measured, rounded in favour of the measured, where that is stricter."""
    out = dict(floors)
    for says, value in found.items():
        if says.endswith(FALSE):
            out[says] = min(out.get(says, 1.0), math.ceil(value * 1000) / 1000)
        else:
            out[says] = max(out.get(says, 0.0), math.floor(value * 100) / 100)
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, metavar="DIR")
    parser.add_argument("--lists", type=Path, nargs="+", default=[], metavar="DIR")
    parser.add_argument("--raise", dest="lift", action="store_true", help="pin what was measured, where it is better")
    options = parser.parse_args()
    if options.data is None or not options.lists:
        print("No queries and lists were named (--data, --lists), so nothing was measured.")
        return 0
    scorer = options.data / "screening.py"
    if not scorer.is_file():
        print(f"bench/quality: {scorer.name} is not in {options.data.name}", file=sys.stderr)
        return 2
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        dated = folder / "queries.jsonl"
        subprocess.run([sys.executable, str(scorer), "queries", str(dated)], check=True)
        for before, queries in (("by name", without_dates(dated, folder / "names.jsonl")), ("with dates", dated)):
            answers(queries, options.lists, folder / "answers.jsonl")
            command = [sys.executable, str(scorer), "score", str(folder / "answers.jsonl"), "--json"]
            printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
            found |= figures(json.loads(printed[printed.index("{") :]), before)
    floors: dict[str, float] = json.loads(FLOORS.read_text("utf-8")) if FLOORS.is_file() else {}
    for says, value in found.items():
        print(f"{says}: {value:.4f}")
    low = missed(found, floors)
    print("\n".join(f"  MISSED: {line}" for line in low), end="\n" if low else "")
    if options.lift:
        FLOORS.write_text(json.dumps(stricter(floors, found), indent=2) + "\n", "utf-8")
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())
