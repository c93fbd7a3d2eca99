"""Timeline: the dated claims in order, each date as precise as its words."""

from __future__ import annotations

from primafacie.dossier.book import Book
from primafacie.dossier.sections.rows import row


def content(book: Book) -> dict[str, object]:
    """Rows with a date that can be put in order, and the claims whose date cannot."""
    rows = [row(book, claim) for claim in book.live]
    dated = sorted((r for r in rows if r.order != "9999"), key=lambda r: (r.order, r.number))
    return {
        "rows": dated,
        "vague": [r for r in rows if r.order == "9999" and r.date],
        "undated": sum(not r.date for r in rows),
    }
