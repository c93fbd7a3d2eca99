"""Who is who, on the cases of the golden file: entities with their wordings and their reasons."""

from __future__ import annotations

import pytest
from resolution.claim_lines import blocks, named, read

from primafacie.resolution import Resolution, resolve

CASES = [pytest.param(lines, expected, id=title) for title, lines, expected in blocks("resolution", "resolve")]


def shown(done: Resolution) -> str:
    told = {e.name: e.why for e in done.entities if "unresolved" in e.why}
    return "\n".join([*named(done.entities), *(f"{name}: {why}" for name, why in sorted(told.items())),
                      *(f"problem: {p.what}" for p in done.problems)])


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_fillers_become_the_entities_of_the_golden(lines: list[str], expected: str) -> None:
    assert shown(resolve(*read(lines))) == expected
