"""What several suites look at: the first worked example, investigated once through the command line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PRIMAFACIE = (sys.executable, "-c", "from primafacie.cli import main; main()")


Investigate = Callable[[Path], "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def investigate() -> Investigate:
    """Runs the command on the first worked example, as ``make demo`` does; it takes the folder of the case."""

    def run(case: Path) -> subprocess.CompletedProcess[str]:
        files = sorted(str(path) for path in (EXAMPLES / "first-case").iterdir())
        return subprocess.run([*PRIMAFACIE, "investigate", *files, "--case", str(case)], capture_output=True, text=True)

    return run


@pytest.fixture(scope="session")
def first_case(tmp_path_factory: pytest.TempPathFactory, investigate: Investigate) -> Path:
    """The folder of the investigated case. Tests look at it and leave it as it is."""
    case = tmp_path_factory.mktemp("first-case") / "case"
    done = investigate(case)
    assert done.returncode == 0, done.stdout + done.stderr
    return case
