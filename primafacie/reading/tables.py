"""Tables and files of records: each row is a passage by itself, and nobody speaks in it but the register."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.model import Passage, Problem, Source
from primafacie.values.json_records import records
from primafacie.values.rows import rows

LOADERS = ("csv", "bods", "ftm")
"""Names of the loaders whose sources are rows and not sentences."""


def is_table(source: Source) -> bool:
    return source.loader.partition("/")[0] in LOADERS


def read_table(source: Source) -> tuple[Source, tuple[Passage, ...], tuple[Problem, ...]]:
    """A passage of role "table" for each row or record, the heading of a table being a passage of role "heading"."""
    passages = tuple(
        Passage(source.id, index, start, end, role) for index, (start, end, role) in enumerate(_places(source))
    )
    return source, passages, ()


def _places(source: Source) -> Iterator[tuple[int, int, str]]:
    if source.loader.startswith("csv/"):
        for position, row in enumerate(rows(source.text)):
            yield row.start, row.end, "table" if position else "heading"
        return
    for record in records(source.text):
        if record.start < record.end:
            yield record.start, record.end, "table"
