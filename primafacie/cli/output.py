"""How results reach the screen or the next program. Texts come from documents, and documents are hostile."""

from __future__ import annotations

import csv
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from primafacie.model import Problem

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What can steer a terminal or turn the order of letters round: control codes, direction marks, half characters."""
FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠\t\r]")
"""How a cell begins that a spreadsheet would run (OWASP, "CSV Injection")."""
WIDTH = 120
"""Columns of a table that goes into a file."""
COLOURS = {"high": "red", "medium": "yellow", "low": "cyan", "info": "dim"}


class Format(StrEnum):
    """How a listing is printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def clean(value: object) -> str:
    """The value as one line of text that no terminal takes for a command."""
    return CONTROL.sub("", " ".join(str(value).split())) if value is not None else ""


def screen() -> Console:
    return Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False)


def say(text: str) -> None:
    """A line of result."""
    print(clean(text))


def note(text: str) -> None:
    """A line that is no result: to stderr."""
    print(clean(text), file=sys.stderr)


def complain(text: str) -> None:
    note(f"primafacie: {text}")


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, colour: int | None = None) -> None:
    """A table on the screen; ``colour`` is the column that holds a severity."""
    drawn = Table(title=title, title_justify="left", show_lines=False)
    for column in columns:
        drawn.add_column(column, overflow="fold", no_wrap=column in ("id", "severity", "date"))
    for row in rows:
        style = COLOURS.get(str(row[colour]), "") if colour is not None else ""
        drawn.add_row(*(Text(clean(cell), style if i == colour else "") for i, cell in enumerate(row)))
    screen().print(drawn)


def jsonl(rows: Iterable[Mapping[str, Any]]) -> None:
    """One JSON object a line; what could steer a terminal is written as an escape, which reads back as the same."""
    for row in rows:
        text = json.dumps(row, ensure_ascii=False)
        print(CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def comma_separated(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """CSV with a heading; a cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in row] for row in rows)


def harmless(cell: object) -> object:
    """Numbers as they are; text without control codes, and never a formula."""
    if not isinstance(cell, str):
        return cell
    text = CONTROL.sub("", cell)
    return f"'{text}" if FORMULA.match(cell) or FORMULA.match(text) else text


def problems(found: Sequence[Problem]) -> None:
    """Each problem on a line of its own: where, what, what next."""
    for problem in found:
        say(_worded(problem))


def aside(problem: Problem) -> None:
    """A problem that must not stand among results."""
    note(_worded(problem))


def _worded(problem: Problem) -> str:
    mark = "not used" if problem.fatal else "note"
    return f"{mark}: {problem.where}: {problem.what}. What to do: {problem.next}"
