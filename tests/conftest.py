"""What several suites look at: the first worked example, investigated once through the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PRIMAFACIE = (sys.executable, "-c", "from primafacie.cli import main; main()")


def investigate(case: Path) -> subprocess.CompletedProcess[str]:
    """Runs the command on the first worked example, as ``make demo`` does."""
    files = sorted(str(path) for path in (EXAMPLES / "first-case").iterdir())
    return subprocess.run([*PRIMAFACIE, "investigate", *files, "--case", str(case)], capture_output=True, text=True)


@pytest.fixture(scope="session")
def first_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the investigated case. Tests look at it and leave it as it is."""
    case = tmp_path_factory.mktemp("first-case") / "case"
    done = investigate(case)
    assert done.returncode == 0, done.stdout + done.stderr
    return case
