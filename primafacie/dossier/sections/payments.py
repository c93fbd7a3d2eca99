"""Payments: money said to have changed hands with no asset sold."""

from __future__ import annotations

from primafacie.dossier.book import Book
from primafacie.dossier.sections.rows import row


def content(book: Book) -> dict[str, object]:
    """Rows by date, the undated last."""
    return {"rows": sorted((row(book, c) for c in book.of("Payment")), key=lambda r: (r.order, r.number))}
