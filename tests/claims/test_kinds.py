"""Each kind of claim is read from a text that says it in many ways: tests/golden/claims/<kind>.txt.

A golden holds paragraphs, a line ``---``, then one line a claim of that kind, in reading order::

    kind | status | stance | voices | role=filler, filler; … | value=words; … | quote

``python -m tests.claims.test_kinds NAME`` prints what is read today, to be checked by eye before it is kept.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from primafacie.claims import extract
from primafacie.model import Claim, Passage, Source
from primafacie.vocabulary import KINDS

GOLDEN = Path(__file__).parents[1] / "golden" / "claims"
FILES = tuple(name for name in KINDS if (GOLDEN / f"{name.lower()}.txt").exists())
PARAGRAPH = re.compile(r"\S(?:.|\n(?!\n))*")


def passages(source: Source) -> list[Passage]:
    found = PARAGRAPH.finditer(source.text)
    return [Passage(source.id, i, m.start(), m.end()) for i, m in enumerate(found)]


def values(claim: Claim) -> Iterator[str]:
    """The values as "amount=5000000 EUR; date=2007-06": what was understood, not the words."""
    if claim.amount:
        value, currency = claim.amount.value, claim.amount.currency
        yield f"amount={value:.0f} {currency}" if value is not None else f"amount={claim.amount.text}"
    for name in ("share", "count"):
        span = getattr(claim, name)
        if span:
            ends = ["" if end is None else f"{end:g}" for end in (span.low, span.high)]
            yield f"{name}={ends[0] if ends[0] == ends[1] else '..'.join(ends)}"
    if claim.date:
        ends = list(dict.fromkeys((claim.date.start or "", claim.date.end or "")))
        yield f"date={'..'.join(ends)}"


def line(claim: Claim) -> str:
    roles = "; ".join(f"{role}={', '.join(f.text for f in fs)}" for role, fs in claim.roles.items() if role != "place")
    places = ", ".join(f.text for f in claim.place)
    roles += f"; place={places}" if places else ""
    quote = " ".join(claim.quote.text.split())
    voices, figures = " > ".join(claim.voices), "; ".join(values(claim))
    cells = (claim.kind, claim.status or "", claim.stance, voices, roles, figures, quote)
    return " | ".join(cells)


def read(name: str, text: str) -> list[str]:
    source = Source(hashlib.sha256(text.encode()).hexdigest(), name, "text/plain", text, len(text), language="en")
    claims, problems = extract(source, passages(source))
    assert not problems
    return [line(claim) for claim in claims if claim.kind == name]


@pytest.mark.parametrize("name", FILES)
def test_kind(name: str) -> None:
    text, expected = (GOLDEN / f"{name.lower()}.txt").read_text("utf-8").split("\n---\n")
    assert read(name, text) == expected.strip().splitlines()


if __name__ == "__main__":
    for wanted in sys.argv[1:]:
        print("\n".join(read(wanted, (GOLDEN / f"{wanted.lower()}.txt").read_text("utf-8").split("\n---\n")[0])))
