"""Two small documents in our own words, and what an uninterrupted run makes of them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from primafacie import Case, add, evidence, investigate

DEALS = """By Maria Conti

In 2007 Karl Berg sold Alpha Bank to Beta Group for 2.1 billion dollars. Six years later, Beta Group sold Alpha Bank
for 493 million dollars to Ivan Petrov.

"They killed at least fifty people in the square," said Anna Weiss, a doctor.
"""
ARREST = "In 2013 the police arrested Olga Petrova in Rome. Ivan Petrov fled to France.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "files"
    folder.mkdir()
    paths = [folder / "deals.txt", folder / "arrest.txt"]
    for path, text in zip(paths, (DEALS, ARREST), strict=True):
        path.write_bytes(text.encode())
    return paths


def work(folder: Path, files: list[Path]) -> int:
    """Adds the files and runs everything, as the command line does; how many pieces of work it was."""
    with Case.open(folder, create=True) as case:
        for path in files:
            add(case, path)
        return investigate(case)


def outcome(folder: Path) -> dict[str, object]:
    """All that must be the same, however the case came to it."""
    with Case.open(folder) as case:
        held = json.loads(json.dumps(asdict(evidence(case)), default=str))
        logged = [(entry.action, entry.sha256, entry.name) for entry in case.custody.entries()]
    kept = {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
    files = {name: data for name, data in kept.items() if name.startswith(("archive/", "dossier/"))}
    return {"evidence": held, "log": logged, "files": files}
