"""Accusations: which wrong is laid at whose door, how far it went, and who says so."""

from __future__ import annotations

from primafacie.dossier.book import Book
from primafacie.dossier.sections.rows import row


def content(book: Book) -> dict[str, object]:
    """Rows in the order of the sources."""
    rows = [row(book, claim) for claim in book.of("Accusation")]
    return {"rows": rows, "dates": any(r.date for r in rows)}
