"""One golden file a loader: the files of an edition, a line "---", and what is read out of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from primafacie.screening.lists import load

from .goldens import FORMATS, GOLDEN, expected, shown, written


@pytest.mark.parametrize("name", FORMATS)
def test_a_loader_reads_what_its_golden_file_says(name: str, tmp_path: Path) -> None:
    assert shown(*load(written(name, tmp_path))) == expected(name)


def test_every_golden_file_belongs_to_a_loader() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(FORMATS)
