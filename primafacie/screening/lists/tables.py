"""Lists that come as tables (CSV): read strictly, so that a file that was cut short or mangled is found out."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from primafacie.screening.lists.edition import CUT_SHORT, Part, Unusable

END_OF_FILE = "\x1a"
"""The last line of OFAC's files: the end-of-file mark of CP/M and DOS."""
LONGEST_CELL = 4_000_000
"""Characters. Statements of reasons run to thousands, not millions."""
_RE_ENCODE = "get the file again from its publisher and add it as it comes; do not open and save it in between"


def decoded(part: Part, *, legacy: str | None = None) -> str:
    """The text of a file in UTF-8, or in UTF-16 with its mark; ``legacy`` is the encoding a publisher used before.

    Raises Unusable where it is empty, is in another encoding, or is no text.
    """
    data = part.path.read_bytes()
    if not data.strip(b"\x00\x1a \r\n\t\xef\xbb\xbf"):
        raise Unusable("the file is empty", part.name, CUT_SHORT)
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        if legacy is None or wide:
            what = f"byte {error.start + 1:,} is not {'UTF-16' if wide else 'UTF-8'}, in which this list is published"
            raise Unusable(what, part.name, _RE_ENCODE) from None
        text = data.decode(legacy, errors="replace")
    if "\x00" in text:
        raise Unusable("it holds null characters, so it is not the text it should be", part.name, _RE_ENCODE)
    return text


def rows(
    text: str, name: str, columns: int | Sequence[int], *, delimiter: str = ",", skip: int = 0
) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with the number of their line (the last, where a row spans several), blank lines left out.

    ``columns`` is how many cells every row must have, or the numbers allowed; ``skip`` leaves out lines before the
    table. Raises Unusable for a row with another number of cells, and for a quotation mark that never closes.
    """
    allowed = (columns,) if isinstance(columns, int) else tuple(columns)
    stream = io.StringIO(text, newline="")
    for _ in range(skip):
        stream.readline()
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if not row or row == [END_OF_FILE]:
                continue
            if len(row) not in allowed:
                what = f"the row has {len(row)} columns where {_or(allowed)} are expected: cut short, or another format"
                raise Unusable(what, f"{name}, line {skip + reader.line_num:,}", CUT_SHORT)
            yield skip + reader.line_num, row
    except csv.Error as error:
        cut = "unexpected end of data" in str(error)
        what = "the file ends inside a quotation: it was cut short" if cut else f"the row is no valid CSV ({error})"
        raise Unusable(what, f"{name}, line {skip + reader.line_num:,}", CUT_SHORT) from None


def headed(
    text: str, name: str, required: Sequence[str], *, delimiter: str = ",", skip: int = 0
) -> Iterator[dict[str, str]]:
    """The rows of a table whose first row names the columns. Raises Unusable as ``rows`` does, and where a column that
    is needed is not there."""
    first = next(csv.reader(io.StringIO(text.split("\n", skip)[skip], newline=""), delimiter=delimiter), [])
    header = [cell.strip() for cell in first]
    missing = [column for column in required if column not in header]
    if missing:
        what = f"the table has no column {', '.join(missing)}"
        raise Unusable(what, f"{name}, line {skip + 1}", "check that it is the file that the publisher gives out")
    found = rows(text, name, len(header), delimiter=delimiter, skip=skip)
    next(found, None)
    for _, row in found:
        yield dict(zip(header, row, strict=True))


def _or(numbers: Sequence[int]) -> str:
    return " or ".join(map(str, numbers))


def first_line(part: Part) -> str:
    """The first line of a file as far as it can be read, for telling formats apart."""
    head = part.head
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head[: len(head) // 2 * 2].decode("utf-16", "replace")
    else:
        text = head.decode("utf-8-sig", "replace")
    lines = text.lstrip("\r\n").splitlines()
    return lines[0] if lines else ""


def suffix(path: Path) -> str:
    return path.suffix.lower()
