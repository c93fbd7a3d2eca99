"""Tables of rows (CSV, TSV): kept to the letter; what the columns mean is said by a mapping, never guessed."""

from __future__ import annotations

from collections import Counter

from primafacie.model import Problem
from primafacie.sources import text
from primafacie.sources.loader import Document, Loader, add_notes, note, refusal
from primafacie.values.rows import rows


def read(data: bytes, name: str, charset: str | None = None) -> Document | Problem:
    """The decoded bytes, nothing changed. The first row names the columns; no cell is ever computed."""
    document = text.read(data, name, charset)
    if isinstance(document, Problem):
        return document
    heading = next(rows(document.text), None)
    if heading is None or heading.cells is None:
        return refusal(
            "its first row, which names the columns, cannot be read", name,
            "close every quotation mark in it, and add it again",
        )  # fmt: skip
    twice = [column for column, times in Counter(heading.cells).items() if times > 1 and column.strip()]
    return add_notes(document, *(note(
        f"two columns are called “{column[:80]}”, so that neither can be told from the other", f"{name}, row 1",
        "give each column a name of its own, and add the file again",
    ) for column in twice))  # fmt: skip


CSV = Loader(
    "csv", 1, "a table (CSV)", "text/csv", ("application/csv", "text/tab-separated-values"), (".csv", ".tsv", ".tab"),
    read,
)  # fmt: skip
