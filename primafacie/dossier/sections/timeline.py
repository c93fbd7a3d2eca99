"""Timeline: the dated claims in order, each date as precise as its words."""

from __future__ import annotations

from itertools import pairwise

from primafacie.dossier.book import Book
from primafacie.dossier.codes import coded
from primafacie.dossier.lettering import Safe
from primafacie.dossier.sections.rows import Row, row


def content(book: Book) -> dict[str, object]:
    """Rows with a date that can be put in order, and the claims whose date cannot."""
    rows = [row(book, claim) for claim in book.live]
    dated = sorted((r for r in rows if r.order != "9999"), key=lambda r: (r.order, r.number))
    return {
        "rows": dated,
        "codes": _codes(dated),
        "vague": [r for r in rows if r.order == "9999" and r.date],
        "undated": sum(not r.date for r in rows),
    }


def _codes(rows: list[Row]) -> list[Safe]:
    """The codes of each row, where they are not those of the row above; the footnotes have them all."""
    found = [coded(r.claim) for r in rows]
    return [Safe("") if codes == before else codes for before, codes in pairwise([Safe(""), *found])]
