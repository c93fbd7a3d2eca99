"""Rows of a table written as text (RFC 4180 and its many cousins), each with the place where it stands.

The loader, the reader and the claims count rows alike because all of them ask here. A row is told by its own line, so
that one stray quotation mark costs one row and not the rest of the file.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

SEPARATORS = (",", ";", "\t", "|")
MAX_LINES = 200
"""Lines that one quoted cell may run over; a cell that runs on is a quotation mark that nobody closed."""
SAMPLE = 20_000
"""Characters that the separator is told from."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: ``start`` to ``end`` in characters of the text, line end left out; ``number`` counts rows from 1, the
    heading and empty ones included, as a spreadsheet does. ``cells`` is None where it cannot be told into cells."""

    number: int
    start: int
    end: int
    cells: tuple[str, ...] | None

    def places(self, text: str) -> tuple[tuple[int, int] | None, ...]:
        """Where each cell stands in the text; None for an empty cell, and for one whose quotation marks are doubled."""
        found: list[tuple[int, int] | None] = []
        at = self.start
        for cell in self.cells or ():
            start = text.find(cell, at, self.end) if cell else -1
            found.append((start, start + len(cell)) if start >= 0 else None)
            at = start + len(cell) if start >= 0 else at
        return tuple(found)


def separator(text: str) -> str:
    """The sign between cells: the one that parts the first rows into most cells, alike in most of them."""
    head = text[:SAMPLE]
    best, most = ",", (0, 0)
    for sign in SEPARATORS:
        widths = [len(row.cells) for _, row in zip(range(20), rows(head, sign), strict=False) if row.cells]
        if widths and widths[0] > 1:
            rank = (sum(width == widths[0] for width in widths), widths[0])
            best, most = (sign, rank) if rank > most else (best, most)
    return best


def rows(text: str, sign: str | None = None) -> Iterator[Row]:
    """The rows of a table in order, the heading first; blank lines are counted and not given.

    Blanks after a separator do not belong to a cell, as in FollowTheMoney's reader.
    """
    sign = sign or separator(text)
    lines = list(_LINE.finditer(text, 1 if text.startswith("\ufeff") else 0))
    at = number = 0
    while at < len(lines):
        number += 1
        if not lines[at][0].strip():
            at += 1
            continue
        first = lines[at][0]
        if '"' in first:
            cells, taken = _quoted([line[0] for line in lines[at : at + MAX_LINES]], sign)
        else:
            cells, taken = tuple(cell.lstrip(" ") for cell in first.rstrip("\r\n").split(sign)), 1
        last = lines[at + taken - 1]
        yield Row(number, lines[at].start(), last.start() + len(last[0].rstrip("\r\n")), cells)
        at += taken


def _quoted(lines: list[str], sign: str) -> tuple[tuple[str, ...] | None, int]:
    """The cells of the row that begins with the first line, and over how many lines it runs."""
    reader = csv.reader(iter(lines), delimiter=sign, skipinitialspace=True, strict=True)
    try:
        return tuple(next(reader)), reader.line_num
    except (csv.Error, StopIteration):
        return None, 1
