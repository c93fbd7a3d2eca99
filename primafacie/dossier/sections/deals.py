"""Deals: every claim that an asset changed hands, as a table and as drawn chains."""

from __future__ import annotations

from primafacie.dossier.book import Book
from primafacie.dossier.chains import chains
from primafacie.dossier.drawing import draw
from primafacie.dossier.sections.rows import Row, row

DRAWN = 12
"""Chains drawn; an asset that is said to have passed on only once is drawn after the longer chains."""


def content(book: Book) -> dict[str, object]:
    """Table rows by date and the drawings, those with most steps first."""
    found = chains(book)
    rows: list[Row] = sorted((row(book, claim) for claim in book.of("Deal")), key=lambda r: (r.order, r.number))
    numbers = dict(book.number)
    return {
        "rows": rows,
        "shares": any(r.share for r in rows),
        "chains": [(chain.asset, draw(chain, n, numbers)) for n, chain in enumerate(found[:DRAWN], 1)],
        "undrawn": max(0, len(found) - DRAWN),
    }
