"""Casualties: every figure as it was said, by whom and for what; figures are set side by side and never averaged."""

from __future__ import annotations

from typing import NamedTuple

from primafacie.dossier.book import Book
from primafacie.dossier.numbers import bound, people
from primafacie.dossier.sections.rows import Row, row


class Figure(NamedTuple):
    """One figure: the words, the lowest and highest number they can mean, and the scope they are said of."""

    row: Row
    kind: str
    said: str
    low: str
    high: str
    scope: str


def content(book: Book) -> dict[str, object]:
    """The claims of killing and injury with a figure, and those without one."""
    claims = book.of("Killing", "Injury")
    figures = []
    for claim in claims:
        if claim.count:
            cells = row(book, claim)
            victims = cells.parties.get("victim", "")
            scope = "; ".join(part for part in (victims, cells.place, cells.date) if part)
            figures.append(
                Figure(
                    cells,
                    {"Killing": "killed", "Injury": "hurt"}[claim.kind],
                    people(claim.count),
                    bound(claim.count.low),
                    bound(claim.count.high),
                    scope or "scope not said",
                )
            )
    return {"figures": figures, "others": [claim for claim in claims if not claim.count]}
