"""Who is who, on the cases of the golden file: entities with their wordings and their reasons."""

from __future__ import annotations

import pytest
from resolution.claim_lines import blocks, named, read

from primafacie.resolution import Resolution, resolve

UNITS = ("resolve", "persons", "bodies")
CASES = [pytest.param(lines, expected, id=f"{unit}: {title}")
         for unit in UNITS for title, lines, expected in blocks("resolution", unit)]  # fmt: skip


def shown(done: Resolution) -> str:
    told = {f"{e.name}: {w}" for e in done.entities for w in e.why.split("; ") if w.startswith("unresolved")}
    return "\n".join([*named(done.entities), *sorted(told), *(f"problem: {p.what}" for p in done.problems)])


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_fillers_become_the_entities_of_the_golden(lines: list[str], expected: str) -> None:
    assert shown(resolve(*read(lines))) == expected
