"""Source register: each document with its author, date, language, grade, size and SHA-256."""

from __future__ import annotations

from primafacie.dossier.book import Book
from primafacie.dossier.grades import told
from primafacie.dossier.numbers import number, point


def content(book: Book) -> dict[str, object]:
    """One row a source, with the number of claims read from it."""
    counts = dict.fromkeys(book.sources, 0)
    for claim in book.claims:
        if claim.source in counts:
            counts[claim.source] += 1
    return {
        "rows": [
            (
                n,
                source,
                point(source.date) if source.date else "",
                number(source.size),
                number(len(source.text)),
                counts[source.id],
                told(book.grades[source.id]) if source.id in book.grades else "",
            )
            for n, source in enumerate(book.sources.values(), 1)
        ]
    }
