"""How firmly a sentence puts a claim: tests/golden/claims/stance.txt, sentences, then their kinds and stances."""

from __future__ import annotations

from pathlib import Path

import pytest

from primafacie.claims.stances import combine
from primafacie.model import STANCES
from tests.claims.reading import claims_of

GOLDEN = (Path(__file__).parents[2] / "golden" / "claims" / "stance.txt").read_text("utf-8")
SENTENCES, EXPECTED = (half.strip().splitlines() for half in GOLDEN.split("\n---\n"))


@pytest.mark.parametrize(("sentence", "expected"), list(zip(SENTENCES, EXPECTED, strict=True)))
def test_stance(sentence: str, expected: str) -> None:
    kind, stance = expected.split()
    found = {claim.stance for claim in claims_of(sentence) if claim.kind == kind}
    assert found == {stance}


@pytest.mark.parametrize(
    ("clause", "cues", "result"),
    [
        ("asserts", [], "asserts"),
        ("asserts", ["denies"], "denies"),
        ("denies", ["denies"], "asserts"),
        ("asserts", ["doubts", "asserts"], "doubts"),
        ("denies", ["asserts"], "denies"),
        ("asserts", ["doubts", "denies"], "denies"),
        ("asserts", ["calls_for"], "calls_for"),
    ],
)
def test_cues_work_on_what_the_clause_says(clause: str, cues: list[str], result: str) -> None:
    assert combine(clause, cues) == result


def test_every_cue_leaves_a_known_stance() -> None:
    assert {combine(a, [b]) for a in STANCES for b in STANCES} <= set(STANCES)
