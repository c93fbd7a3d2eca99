"""Proves that a case is as it was: archived bytes, the chain of the custody log, every quote at its place."""

from __future__ import annotations

from dataclasses import dataclass

from primafacie.case import Case
from primafacie.model import Problem


@dataclass(frozen=True, slots=True)
class Seen:
    """How much was looked at."""

    sources: int
    entries: int
    quotes: int


def verify(case: Case) -> tuple[Seen, tuple[Problem, ...]]:
    """What was looked at, and a Problem for everything that is not as it should be."""
    sources = case.store.sources()
    wrong = [*case.archive.verify(source.id for source in sources), *case.custody.verify()]
    entries = case.custody.entries()
    logged = {entry.sha256 for entry in entries}
    quotes = 0
    for source in sources:
        if source.id not in logged:
            what, advice = "it is not in the custody log", "compare the log with a backup"
            wrong.append(Problem(what, source.name, advice, "verify", source.id))
        for claim in case.store.claims(source_id=source.id):
            quotes += 1
            quote = claim.quote
            if source.text[quote.start : quote.end] != quote.text:
                where = f"{source.name}, character {quote.start}"
                wrong.append(Problem(f"claim {claim.id} is not what the text says", where, "read again", "verify"))
    return Seen(len(sources), len(entries), quotes), tuple(wrong)
