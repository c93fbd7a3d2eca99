"""Runs commands in this process, and one small investigated case for all who only look at it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from primafacie import cli

TEXT = """By Maria Conti

In 2007 Karl Berg sold Alpha Bank to Beta Group for 2.1 billion dollars. Six years later, Beta Group sold Alpha Bank
for 493 million dollars to Ivan Petrov.

"They killed at least fifty people in the square," said Anna Weiss, a doctor.
"""


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs a command line in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PRIMAFACIE_CASE", raising=False)

    def command(*arguments: object) -> Ran:
        capsys.readouterr()
        code = cli.run([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return Ran(code, said.out, said.err)

    return command


@pytest.fixture(scope="session")
def investigated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a case that is done; tests look at it and leave it as it is."""
    folder = tmp_path_factory.mktemp("investigated")
    (folder / "deals.txt").write_bytes(TEXT.encode())
    assert cli.run(["investigate", str(folder / "deals.txt"), "--case", str(folder / "case")]) == 0
    return folder / "case"
