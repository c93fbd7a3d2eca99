"""What several suites look at: the first worked example, investigated once through the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PRIMAFACIE = (sys.executable, "-c", "from primafacie.cli import main; main()")


@pytest.fixture(scope="session", autouse=True)
def apart(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The suite has lists and caches of its own: what the user keeps changes no test, and no test changes it."""
    before = {name: os.environ.get(name) for name in ("PRIMAFACIE_LISTS", "PRIMAFACIE_CACHE")}
    for name in before:
        os.environ[name] = str(tmp_path_factory.mktemp(name.lower()))
    yield
    for name, value in before.items():
        if value is None:
            del os.environ[name]
        else:
            os.environ[name] = value


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
