"""Short claim lines for golden files: one JSON object a line, roles as names, "Name|person" where the type matters."""

from __future__ import annotations

import json
from collections.abc import Iterator
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
    Judgement,
    Passage,
    Quote,
    Share,
    Source,
)  # fmt: skip

GOLDEN = Path(__file__).resolve().parents[1] / "golden"
VALUES = {"kind", "source", "voices", "stance", "status", "amount", "count", "share", "date", "place", "review", "id"}


def blocks(stage: str, unit: str) -> Iterator[tuple[str, list[str], str]]:
    """The cases of a golden file: (title, input lines, expected text). A case begins with "# title"."""
    text = (GOLDEN / stage / f"{unit}.txt").read_text("utf-8")
    for block in text.split("\n# ")[0:] if text.startswith("# ") else []:
        title, _, body = block.removeprefix("# ").partition("\n")
        given, _, expected = body.partition("---\n")
        yield title.strip(), [line for line in given.splitlines() if line.strip()], expected.strip()


def filler(words: str) -> Filler:
    text, _, kind = words.partition("|")
    return Filler(text, text, None, None, kind or None)


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
    """The lines resolved and joined up, as a case holds them."""
    from primafacie.graph import build
    from primafacie.resolution import resolve

    sources, claims, judgements = read(lines)
    done = resolve(sources, claims, judgements)
    return Evidence(sources, passages, done.claims, done.entities, build(done.claims, done.entities))


def named(entities: tuple[Entity, ...]) -> list[str]:
    """Entities as lines, sorted: schema, name, the other wordings, and where they are spoken of."""
    lines = []
    for e in entities:
        others = [n for n in e.names if n != e.name]
        spots = " ".join(f"{c}.{role}" for c, role, _ in e.mentions)
        lines.append(f"{e.schema}: {e.name}{' = ' + ' = '.join(others) if others else ''} [{spots}]")
    return sorted(lines)
