"""Invented names that are one, and tempting ones that are not: a file a kind of name, a line a pair."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from primafacie.identity import MATCH, compare, compare_names, read
from primafacie.model import Profile

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "identity"


def pairs() -> Iterator[object]:
    """(schema, left, right, whether they are one): above ``---`` they are."""
    for path in sorted(GOLDEN.glob("*.txt")):
        schema, _, rest = path.read_text("utf-8").partition("\n")
        same, _, other = rest.partition("---\n")
        for part, one in ((same, True), (other, False)):
            for line in part.splitlines():
                left, right = line.split(" | ")
                yield pytest.param(schema, left, right, one, id=f"{path.stem}: {line}")


@pytest.mark.parametrize(("schema", "left", "right", "one"), list(pairs()))
def test_names_are_held_for_one_where_they_are(schema: str, left: str, right: str, one: bool) -> None:
    here, there = read(left, schema), read(right, schema)
    met, turned = compare_names(here, there), compare_names(there, here)
    assert (met.score >= MATCH) is one, met.features
    assert met.score == pytest.approx(turned.score, abs=1e-9), "comparing is symmetric"
    assert compare(Profile(schema, (left,)), Profile(schema, (right,))).score == pytest.approx(met.score)
