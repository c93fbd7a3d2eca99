"""Ownership and control: who is said to hold what, and how."""

from __future__ import annotations

from primafacie.dossier.book import Book
from primafacie.dossier.sections.rows import row


def content(book: Book) -> dict[str, object]:
    """Rows by owner, then asset, so that the holdings of one party stand together."""
    rows = [row(book, claim) for claim in book.of("Ownership")]
    first = {r.parties.get("owner", ""): r.number for r in reversed(rows)}
    rows.sort(key=lambda r: (first[r.parties.get("owner", "")], r.number))
    return {"rows": rows, "shares": any(r.share for r in rows), "dates": any(r.date for r in rows)}
