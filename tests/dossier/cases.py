"""Invented cases for the dossier's tests: claims written in one line of YAML each, and a whole evidence of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from primafacie.model import (
    Amount,
    Claim,
    Count,
    DateRange,
    Entity,
    Evidence,
    Filler,
    Finding,
    Passage,
    Problem,
    Quote,
    Share,
    Source,
    digest,
)
from primafacie.vocabulary import KINDS

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "dossier"


def golden(unit: str) -> tuple[str, list[str]]:
    """Input and expected lines of the unit's golden file."""
    given, expected = (GOLDEN / f"{unit}.txt").read_text("utf-8").split("\n---\n")
    return given, expected.splitlines()


def filler(value: str | dict[str, str]) -> Filler:
    """``name`` or ``{text:, mention:, entity:}``."""
    if isinstance(value, str):
        return Filler(value, value)
    return Filler(value["text"], value.get("mention", value["text"]), entity=value.get("entity"))


def claim(row: dict[str, Any], text: str = "", source: str = "s" * 64) -> Claim:
    """From shorthand: ``{kind: Deal, by: [Anna Weiss], seller: [A], …}``; the quote is looked up in the text."""
    kind = KINDS[row["kind"]]
    quote = row.get("quote", "")
    start = text.index(quote) if text else 0
    amount, count, share, date = (row.get(key) for key in ("amount", "count", "share", "date"))
    return Claim(
        id=row.get("id") or digest("claim", row),
        kind=kind.name,
        roles={role: tuple(filler(f) for f in row[role]) for role in kind.roles if role in row and role != "place"},
        quote=Quote(start, start + len(quote), quote),
        source=source,
        voices=tuple(row.get("by", ["Anna Weiss"])),
        stance=row.get("stance", "asserts"),
        status=row.get("status"),
        amount=Amount(*amount) if amount else None,
        count=Count(*count) if count else None,
        share=Share(*share) if share else None,
        date=DateRange(*date) if date else None,
        place=tuple(filler(f) for f in row.get("place", ())),
        review=row.get("review", "unreviewed"),
        extractor="by hand/1",
    )


def claims(given: str) -> list[Claim]:
    """The claims of a golden file's input: YAML, one flow mapping a line."""
    return [claim(row) for row in yaml.safe_load(given)]


HARBOUR_TEXT = """Interview with Ines Arvola, by Tom Quist, 3 March 2021

Who sold the harbour?

In 2009 Orlo Vant, an ally of the president, sold the harbour of Lund Bay to Norrsken for 80 million euros.
Four years later Norrsken sold it for 20 million to Mira Solt, former mayor of Lund Bay. She passed it to Vant Holding.
I own nothing there.

How many died in the strike?

A docker told me that the guards killed at least seven people. I count dozens. Nobody was ever sanctioned for it.
The ministry says that eleven people died. Europe must freeze the accounts of Vant Holding.
"""

HARBOUR = """
- {kind: Deal, id: d1, by: [Tom Quist, Ines Arvola], seller: [{text: Orlo Vant, entity: vant}],
   buyer: [{text: Norrsken, entity: norrsken}], asset: [{text: the harbour of Lund Bay, entity: harbour}],
   amount: [80 million euros, 80000000, EUR], date: [In 2009, '2009', '2009'],
   quote: 'In 2009 Orlo Vant, an ally of the president, sold the harbour of Lund Bay to Norrsken for 80 million euros'}
- {kind: Associate, id: a1, by: [Tom Quist, Ines Arvola], person: [the president], status: ally,
   associate: [{text: Orlo Vant, entity: vant}], quote: 'Orlo Vant, an ally of the president'}
- {kind: Deal, id: d2, by: [Tom Quist, Ines Arvola], seller: [{text: Norrsken, entity: norrsken}],
   buyer: [{text: Mira Solt, entity: solt}], asset: [{text: it, entity: harbour}], amount: [20 million, 20000000, null],
   date: [Four years later, '2013', '2013'],
   quote: 'Four years later Norrsken sold it for 20 million to Mira Solt, former mayor of Lund Bay'}
- {kind: Position, id: p1, by: [Tom Quist, Ines Arvola], holder: [{text: Mira Solt, entity: solt}],
   post: [mayor of Lund Bay], status: former, quote: 'Mira Solt, former mayor of Lund Bay'}
- {kind: Deal, id: d3, by: [Tom Quist, Ines Arvola], seller: [{text: Mira Solt, entity: solt}],
   buyer: [{text: Vant Holding, entity: holding}], asset: [{text: it, entity: harbour}],
   quote: She passed it to Vant Holding}
- {kind: Ownership, id: o1, by: [Tom Quist, Ines Arvola], owner: [Ines Arvola], asset: [nothing there], stance: denies,
   quote: I own nothing there}
- {kind: Killing, id: k1, by: [Tom Quist, Ines Arvola, A docker], perpetrator: [the guards], victim: [people],
   count: [at least seven, 7, null], quote: the guards killed at least seven people}
- {kind: Killing, id: k2, by: [Tom Quist, Ines Arvola], count: [dozens, 24, 99], quote: I count dozens}
- {kind: Killing, id: k3, by: [Tom Quist, Ines Arvola, The ministry], victim: [people], count: [eleven, 11, 11],
   quote: eleven people died}
- {kind: Sanction, id: n1, by: [Tom Quist, Ines Arvola], stance: denies, status: imposed,
   quote: Nobody was ever sanctioned for it}
- {kind: Sanction, id: n2, by: [Tom Quist, Ines Arvola], stance: calls_for, authority: [Europe],
   target: [{text: Vant Holding, entity: holding}], measure: [an asset freeze],
   quote: Europe must freeze the accounts of Vant Holding}
- {kind: Arrest, id: r1, by: [Tom Quist], victim: [a clerk], review: rejected, quote: Who sold the harbour}
"""

ENTITIES = (
    ("vant", "Person", "Orlo Vant"),
    ("norrsken", "Company", "Norrsken"),
    ("solt", "Person", "Mira Solt"),
    ("holding", "Company", "Vant Holding"),
    ("harbour", "Asset", "the harbour of Lund Bay"),
)


def source(text: str, name: str = "interview.txt", **fields: Any) -> Source:
    data = text.encode("utf-8", "replace")
    return Source(digest("source", data.hex(), length=64), name, "text/plain", text, len(data), **fields)


def harbour() -> Evidence:
    """One interview with twelve claims, five entities, three findings and a problem."""
    document = source(HARBOUR_TEXT, title="The harbour", author="Tom Quist", date="2021-03-03", language="en")
    found = tuple(claim(row, HARBOUR_TEXT, document.id) for row in yaml.safe_load(HARBOUR))
    return Evidence(
        sources=(document,),
        passages=passages(document),
        claims=found,
        entities=tuple(Entity(i, schema, name, (name, f"{name}, as written")) for i, schema, name in ENTITIES),
        findings=(
            Finding(
                "f1",
                "single_source",
                "All rests on one source",
                "One interview.",
                "info",
                tuple(c.id for c in found),
                sources=1,
                independent=1,
            ),
            Finding(
                "f2",
                "round_trip",
                "The harbour came back",
                "Said to be with Vant Holding.",
                "high",
                ("d1", "d2", "d3"),
                ("harbour",),
                {"loss": 60_000_000.0, "currency": "EUR"},
                ("The currency of the second price is not said.",),
                1,
                1,
            ),
            Finding("f3", "sanctions", "Called for, and never imposed", "", "medium", ("n2",), (), {}, ("n1",), 1, 1),
        ),
        problems=(Problem("no text layer", "scan.pdf", "run text recognition and add it again", "sources"),),
    )


def passages(document: Source) -> tuple[Passage, ...]:
    """One passage a paragraph; questions by Tom Quist, all else by Ines Arvola."""
    made: list[Passage] = []
    at = 0
    for index, part in enumerate(document.text.split("\n\n")):
        asks = part.strip().endswith("?")
        end = at + len(part.rstrip("\n"))
        made.append(
            Passage(
                document.id, index, at, end, "question" if asks else "answer", "Tom Quist" if asks else "Ines Arvola"
            )
        )
        at += len(part) + 2
    return tuple(made)


def case(text: str, rows: Iterable[dict[str, Any]], **fields: Any) -> Evidence:
    """An evidence of one source and the claims of the rows."""
    document = source(text)
    return Evidence(sources=(document,), claims=tuple(claim(row, text, document.id) for row in rows), **fields)
