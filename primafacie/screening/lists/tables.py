"""Lists that come as tables (CSV): read strictly, so that a file that was cut short or mangled is found out."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TextIO

from primafacie.screening.lists.edition import CUT_SHORT, Part, Unusable

END_OF_FILE = "\x1a"
"""The last line of OFAC's files: the end-of-file mark of CP/M and DOS."""
LONGEST_CELL = 4_000_000
"""Characters. Statements of reasons run to thousands, not millions."""
_CHUNK = 1 << 20
_AS_IT_COMES = "get the file again from its publisher and add it as it comes; do not open and save it in between"


def encoding(part: Part, legacy: str | None = None) -> str:
    """The encoding of a file, all of it looked at: UTF-8, UTF-16 with its mark, or ``legacy``, which a publisher used
    before. Raises Unusable where it is empty, in another encoding, or no text."""
    wide = part.head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    name = "utf-16" if wide else "utf-8-sig"
    decoder = codecs.getincrementaldecoder(name)()
    at, seen, ended = 0, False, False
    with part.path.open("rb") as file:
        try:
            while chunk := file.read(_CHUNK):
                text = decoder.decode(chunk)
                seen = seen or bool(text.strip("\x00\x1a \r\n\t"))
                if "\x00" in text:
                    raise Unusable("it holds null characters, so it is no text", part.name, _AS_IT_COMES)
                at += len(chunk)
            ended = True
            decoder.decode(b"", final=True)
        except UnicodeDecodeError as error:
            if legacy is not None and not wide:
                return legacy
            if ended:
                raise Unusable("the file ends inside a letter: it was cut short", part.name, CUT_SHORT) from None
            shown = "UTF-16" if wide else "UTF-8"
            what = f"near byte {at + error.start + 1:,} it is not {shown}, in which this list is published"
            raise Unusable(what, part.name, _AS_IT_COMES) from None
    if not seen:
        raise Unusable("the file is empty", part.name, CUT_SHORT)
    return name


def rows(
    part: Part, columns: int | Sequence[int], *, delimiter: str = ",", skip: int = 0, legacy: str | None = None
) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table with the number of their line (the last, where a row spans several), blank lines left out.

    ``columns`` is how many cells every row must have, or the numbers allowed; ``skip`` leaves out lines before the
    table. Raises Unusable for a row with another number of cells, and for a quotation mark that never closes.
    """
    allowed = (columns,) if isinstance(columns, int) else tuple(columns)
    csv.field_size_limit(LONGEST_CELL)
    with _opened(part, skip, legacy) as stream:
        reader = csv.reader(stream, delimiter=delimiter, strict=True)
        try:
            for row in reader:
                if not row or row == [END_OF_FILE]:
                    continue
                if len(row) not in allowed:
                    expected = " or ".join(map(str, allowed))
                    what = f"the row has {len(row)} columns where {expected} are expected: cut short, or another format"
                    raise Unusable(what, f"{part.name}, line {skip + reader.line_num:,}", CUT_SHORT)
                yield skip + reader.line_num, row
        except csv.Error as error:
            cut = "unexpected end of data" in str(error)
            what = "the file ends inside a quotation: it was cut short" if cut else f"the row is no valid CSV ({error})"
            raise Unusable(what, f"{part.name}, line {skip + reader.line_num:,}", CUT_SHORT) from None


def headed(
    part: Part, required: Sequence[str], *, delimiter: str = ",", skip: int = 0, legacy: str | None = None
) -> Iterator[dict[str, str]]:
    """The rows of a table whose first row names the columns. Raises Unusable as ``rows`` does, and where a column that
    is needed is not there."""
    with _opened(part, skip, legacy) as stream:
        header = [cell.strip() for cell in next(csv.reader(stream, delimiter=delimiter), [])]
    missing = [column for column in required if column not in header]
    if missing:
        what = f"the table has no column {', '.join(missing)}"
        raise Unusable(what, f"{part.name}, line {skip + 1}", "check that it is the file that the publisher gives out")
    found = rows(part, len(header), delimiter=delimiter, skip=skip, legacy=legacy)
    for _, row in islice(found, 1, None):
        yield dict(zip(header, row, strict=True))


def _opened(part: Part, skip: int, legacy: str | None) -> TextIO:
    stream = part.path.open(encoding=encoding(part, legacy), newline="", errors="replace")
    for _ in range(skip):
        stream.readline()
    return stream


def first_lines(part: Part, count: int = 1) -> list[str]:
    """The first lines of a file as far as they can be read, for telling formats apart; "" for those that are not."""
    head = part.head
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head[: len(head) // 2 * 2].decode("utf-16", "replace")
    else:
        text = head.decode("utf-8-sig", "replace")
    lines = text.lstrip("\r\n").splitlines()[:count]
    return lines + [""] * (count - len(lines))
