"""Tables, BODS and FollowTheMoney files, and the claims and problems that they give: one golden file a subject.

A case begins with "# title". A table is written as its mapping, a line "===" and its rows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from primafacie.claims import extract
from primafacie.model import Claim, Filler, Source
from primafacie.reading import read
from primafacie.sources import load

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "claims" / "registers"


def cases() -> Iterator[Any]:
    for path in sorted(GOLDEN.glob("*.txt")):
        for block in path.read_text("utf-8").removeprefix("# ").split("\n# "):
            title, _, body = block.partition("\n")
            given, _, expected = body.partition("\n---\n")
            yield pytest.param(given, expected.strip(), id=f"{path.stem}: {title}")


def loaded(given: str) -> Source:
    mapping, rule, rows = given.partition("\n===\n")
    name, text = ("register.csv", rows) if rule else ("register.json", given)
    source, problems = load(text.encode("utf-8"), name)
    assert source is not None, problems
    return replace(source, mapping=mapping if rule else None)


def person(filler: Filler) -> str:
    facts = f" {{{', '.join(f'{k} {v}' for k, v in filler.facts)}}}" if filler.facts else ""
    return f"{filler.text}{f'|{filler.type}' if filler.type else ''}{facts}"


def line(claim: Claim) -> str:
    roles = "; ".join(f"{role}: {', '.join(map(person, fillers))}" for role, fillers in claim.roles.items())
    values = []
    if claim.status:
        values.append(claim.status)
    if claim.amount:
        values.append(f"amount {claim.amount.value} {claim.amount.currency}")
    if claim.share:
        values.append(f"share {claim.share.low}..{claim.share.high}")
    if claim.count:
        values.append(f"count {claim.count.low}..{claim.count.high}")
    if claim.date:
        values.append(f"date {claim.date.start}..{claim.date.end}")
    if claim.place:
        values.append(f"place {person(claim.place[0])}")
    return f"{claim.kind} [{' > '.join(claim.voices)}] {roles}{' | ' if values else ''}{', '.join(values)}"


@pytest.mark.parametrize(("given", "expected"), list(cases()))
def test_a_register_gives_what_its_golden_says(given: str, expected: str) -> None:
    source, passages, _ = read(loaded(given))
    claims, problems = extract(source, passages)
    said = [f"{'!' if p.fatal else '?'} {p.where.removeprefix(f'{source.name}, ')}: {p.what}" for p in problems]
    assert "\n".join([*map(line, claims), *said]) == expected
    ranges = {(p.start, p.end) for p in passages if p.role == "table"}
    for claim in claims:
        assert (claim.quote.start, claim.quote.end) in ranges
        assert source.text[claim.quote.start : claim.quote.end] == claim.quote.text
        assert (claim.stance, claim.source) == ("asserts", hashlib.sha256(source.text.encode()).hexdigest())
        for filler in (*claim.fillers(), *claim.place):
            assert filler.start is None or source.text[filler.start : filler.end] == filler.mention
    assert len({claim.id for claim in claims}) == len(claims)
