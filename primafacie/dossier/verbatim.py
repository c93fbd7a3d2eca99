"""A row of a register or a JSON statement as one line that a person can read; its letters stay in the quote."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from primafacie.dossier.lettering import Safe, isolate
from primafacie.model import Source
from primafacie.values.rows import rows, separator

LONGEST = 240
"""Characters of the line; the disclosure beside it has all of the row."""
CONTENT = ("recordDetails", "properties")
"""Where BODS and FollowTheMoney keep what a statement is about; its formalities come after."""
_TABLES = ("text/csv", "application/csv", "text/tab-separated-values")
_FLAGS = ("yes", "no")
DEEPEST = 8


def readable(source: Source | None, quote: str) -> Safe | None:
    """Such as "table: deal · from: 2007 · asset: ATF Bank", empty cells left out; None where the quote is prose."""
    if source is None:
        return None
    if source.media_type in _TABLES or source.loader.startswith("csv/"):
        parts = _cells(source.text, quote)
    elif quote.lstrip().startswith("{"):
        parts = _fields(quote)
    else:
        return None
    return _shortened(parts) if parts else None


def _cells(text: str, quote: str) -> list[tuple[str, str]]:
    columns, sign = _heading(text)
    row = next(rows(quote, sign), None)
    if not columns or row is None or row.cells is None or row.cells == columns:
        return []
    names = [*columns, *("" for _ in row.cells[len(columns) :])]
    return [(name, cell) for name, cell in zip(names, row.cells, strict=False) if cell.strip()]


@lru_cache(maxsize=16)
def _heading(text: str) -> tuple[tuple[str, ...], str]:
    sign = separator(text)
    heading = next(rows(text, sign), None)
    return (heading.cells or () if heading else ()), sign


def _fields(quote: str) -> list[tuple[str, str]]:
    try:
        found = json.loads(quote)
    except (ValueError, RecursionError):
        return []
    if not isinstance(found, dict):
        return []
    order = sorted(found, key=lambda key: key not in CONTENT)
    leaves = [leaf for key in order for leaf in _leaves(key, found[key], 0)]
    return sorted(leaves, key=lambda leaf: leaf[1] in _FLAGS)


def _leaves(name: str, value: Any, depth: int) -> Iterator[tuple[str, str]]:
    if depth > DEEPEST:
        yield name, "…"
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(str(key), inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(name, inner, depth + 1)
    elif value is not None and str(value).strip():
        yield name, _FLAGS[not value] if isinstance(value, bool) else str(value)


def _shortened(parts: list[tuple[str, str]]) -> Safe:
    said: list[str] = []
    used = 0
    for name, value in parts:
        words = " ".join(f"{name}: {value}".split() if name.strip() else value.split())
        if used + len(words) > LONGEST:
            said.append("…" if said else isolate(f"{words[:LONGEST]} …"))
            break
        said.append(isolate(words))
        used += len(words) + 3
    return Safe(" · ".join(said))
