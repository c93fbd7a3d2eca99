"""Problems: what could not be used, where, and what to do next."""

from __future__ import annotations

from primafacie.dossier.book import Book


def content(book: Book) -> dict[str, object]:
    """The problems, those that left something out first; each with the name of its source where known."""
    names = {source.id: source.name for source in book.sources.values()}
    rows = [(p, names.get(p.source or "", "")) for p in book.evidence.problems]
    return {"rows": sorted(rows, key=lambda r: not r[0].fatal)}
