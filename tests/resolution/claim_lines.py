"""Short claim lines for golden files: one JSON object a line, roles as names, "Name|person" where the type matters,
"Name|person|birthDate 1961" where more is told of who it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from primafacie.model import (
    Amount,
    Claim,
    Count,
    DateRange,
    Entity,
    Evidence,
    Filler,
    Hit,
    Judgement,
    Listing,
    Order,
    Passage,
    Profile,
    Quote,
    SanctionsList,
    Share,
    Source,
    Standing,
)  # fmt: skip
from primafacie.values.rates import Rates, read_rates

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
VALUES = {"kind", "source", "voices", "stance", "status", "amount", "count", "share", "date", "place", "review", "id",
          "order", "extractor"}  # fmt: skip


def blocks(stage: str, unit: str) -> Iterator[tuple[str, list[str], str]]:
    """The cases of a golden file: (title, input lines, expected text). A case begins with "# title"."""
    text = (GOLDEN / stage / f"{unit}.txt").read_text("utf-8")
    for block in text.split("\n# ")[0:] if text.startswith("# ") else []:
        title, _, body = block.removeprefix("# ").partition("\n")
        given, _, expected = body.partition("---\n")
        yield title.strip(), [line for line in given.splitlines() if line.strip()], expected.strip()


def filler(words: str) -> Filler:
    text, kind, *told = (*words.split("|"), "")[: max(2, words.count("|") + 1)]
    facts = tuple((name, value) for name, _, value in (fact.partition(" ") for fact in told))
    return Filler(text, text, None, None, kind or None, None, facts)


def fillers(given: str | list[str] | None) -> tuple[Filler, ...]:
    return tuple(filler(w) for w in ([given] if isinstance(given, str) else given or ()))


def claim(row: dict[str, Any], number: int) -> Claim:
    """Keys beside the values are roles; dates are one ISO date or [from, to]; the quote is the row's own number."""
    roles = {role: fillers(given) for role, given in row.items() if role not in VALUES}
    amount, count, share, date = (row.get(k) for k in ("amount", "count", "share", "date"))
    span = [date, date] if isinstance(date, str) else date
    text = f"words of {row.get('id', f'c{number}')}"
    return Claim(
        id=row.get("id", f"c{number}"), kind=row["kind"], roles=roles,
        quote=Quote(number * 100, number * 100 + len(text), text), source=row.get("source", "a"),
        voices=tuple(row.get("voices", ["Pavel Drozdik"])), stance=row.get("stance", "asserts"),
        status=row.get("status"), amount=Amount(*amount) if amount else None, count=Count(*count) if count else None,
        share=Share(*share) if share else None, date=DateRange(str(span), *span) if span else None,
        place=fillers(row.get("place")), review=row.get("review", "unreviewed"),
        extractor=row.get("extractor", ""), order=tuple(Order(*told) for told in row.get("order", ())),
    )  # fmt: skip


def read(lines: list[str]) -> tuple[tuple[Source, ...], tuple[Claim, ...], tuple[Judgement, ...]]:
    """Lines with "document" are sources, with "left" judgements, all others claims numbered from 1."""
    rows = [json.loads(line) for line in lines]
    claims = tuple(claim(row, n) for n, row in enumerate((r for r in rows if "kind" in r), 1))
    told = {r["document"]: r for r in rows if "document" in r}
    sources = tuple(
        Source(name, f"{name}.txt", "text/plain", "", 0, author=told.get(name, {}).get("author"),
               date=told.get(name, {}).get("date"))
        for name in sorted({c.source for c in claims} | set(told))
    )  # fmt: skip
    judgements = tuple(Judgement(**r) for r in rows if "left" in r)
    return sources, claims, judgements


def evidence(lines: list[str], passages: tuple[Passage, ...] = ()) -> Evidence:
    """The lines resolved, screened and joined up, as a case holds them.

    A line with "list" is a sanctions list with its "date"; its "entries" say of whom it speaks, by the name of the
    entity: {"name": "Arvid Solberg", "status": "listed", "since": "2014"}. It says "not listed" of everybody else.
    """
    from primafacie.graph import build, controls_by_list
    from primafacie.resolution import resolve

    sources, claims, judgements = read(lines)
    done = resolve(sources, claims, judgements)
    held = Evidence(sources, passages, done.claims, done.entities, build(done.claims, done.entities))
    for row in map(json.loads, lines):
        held = worded(held, row) if "text" in row else held
        held = screened(held, row) if "list" in row else held
        held = rated(held, row) if "rates" in row else held
    listed = [(s.list, s.entity) for s in held.standings if s.status == "listed"]
    return replace(held, controls=controls_by_list(held.edges, held.entities, listed)[0])


def worded(held: Evidence, row: dict[str, Any]) -> Evidence:
    """The case with the text of one of its documents."""
    known = {s.id: s for s in held.sources}
    bare = known.get(row["text"]) or Source(row["text"], f"{row['text']}.txt", "text/plain", "", 0)
    known[bare.id] = replace(bare, text=row["passage"], title=row["title"])
    passage = Passage(bare.id, 0, 0, len(row["passage"]))
    return replace(held, sources=tuple(known.values()), passages=(*held.passages, passage))


def rated(held: Evidence, row: dict[str, Any]) -> Evidence:
    """The case with a table of exchange rates, in the long form, under its name."""
    table, _ = read_rates("\n".join(row["rates"]).encode(), row["table"], "f" * 64)
    return replace(held, rates=Rates([table] if table else []))


def screened(held: Evidence, row: dict[str, Any]) -> Evidence:
    """The case with one more list and what it says of everybody."""
    key, date = row["list"], row.get("date")
    edition = SanctionsList(key, f"{key.upper()} list", f"{key.upper()} authority", date, 1000, "0" * 64)
    said = {entry["name"]: entry for entry in row.get("entries", ())}
    hits, standings = [], []
    for entity in held.entities:
        if entity.schema not in ("Person", "Company", "Organization", "LegalEntity", "PublicBody"):
            continue
        told = said.get(entity.name, {})
        status = told.get("status", "not listed")
        here = []
        if status != "not listed":
            profile = Profile(entity.schema, (entity.name,))
            entry = Listing(f"{key}:{len(hits) + 1}", key, profile, since=told.get("since"), until=told.get("until"))
            verdict = "possible" if status == "possible" else "match"
            here = [Hit(entity.id, entry, verdict, 0.9, entity.name, entity.name, ("the same name",))]
        hits += here
        standings.append(Standing(entity.id, key, status, date, told.get("since"), told.get("until"),
                                  tuple(hit.id for hit in here)))
    return replace(held, lists=(*held.lists, edition), hits=(*held.hits, *hits),
                   standings=(*held.standings, *standings))  # fmt: skip


def named(entities: tuple[Entity, ...]) -> list[str]:
    """Entities as lines, sorted: schema, name, the other wordings, and where they are spoken of."""
    lines = []
    for e in entities:
        others = [n for n in e.names if n != e.name]
        spots = " ".join(f"{c}.{role}" for c, role, _ in e.mentions)
        lines.append(f"{e.schema}: {e.name}{' = ' + ' = '.join(others) if others else ''} [{spots}]")
    return sorted(lines)
