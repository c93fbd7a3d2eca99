"""Each kind of claim read from Russian: tests/golden/claims/russian/<kind>.txt, written as those for English are."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from primafacie.claims import extract
from primafacie.model import Source
from primafacie.vocabulary import KINDS
from tests.claims.test_kinds import line, passages

GOLDEN = Path(__file__).parents[2] / "golden" / "claims" / "russian"


def read(name: str, text: str) -> list[str]:
    source = Source(hashlib.sha256(text.encode()).hexdigest(), name, "text/plain", text, len(text), language="ru")
    claims, problems = extract(source, passages(source))
    assert not problems
    return [line(claim) for claim in claims if claim.kind.lower() == name]


@pytest.mark.parametrize("name", [kind.lower() for kind in KINDS])
def test_kind(name: str) -> None:
    text, expected = (GOLDEN / f"{name}.txt").read_text("utf-8").split("\n---\n")
    assert read(name, text) == expected.strip().splitlines()
