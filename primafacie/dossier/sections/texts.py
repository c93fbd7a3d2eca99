"""The texts: each source with every claim marked in its place; of a very long one, where claims are."""

from __future__ import annotations

from typing import NamedTuple

from primafacie.dossier.book import Book
from primafacie.dossier.lettering import Safe
from primafacie.dossier.marks import Block, Segment, Span, segments, shown
from primafacie.dossier.verbatim import readable
from primafacie.model import Source

_BETWEEN = frozenset("[],")
"""What stands between the records of a JSON file."""


class Paragraph(NamedTuple):
    """A paragraph in segments; ``label`` names a new speaker; ``skipped`` characters are left out before it.

    ``line`` is the row of a register as a reader takes it, its letters being folded below it. ``on``: it goes on from
    the line above, with no blank line between.
    """

    role: str
    label: str
    skipped: int
    pieces: list[tuple[str, Segment]]
    line: Safe | None
    on: bool


class Text(NamedTuple):
    """One source: its paragraphs, and how many characters and paragraphs are left out."""

    number: int
    source: Source
    paragraphs: list[Paragraph]
    claims: int
    shown: int
    after: int


def content(book: Book) -> dict[str, object]:
    """One text a source, in the order of the register."""
    return {"texts": [_text(book, n, source) for n, source in enumerate(book.sources.values(), 1)]}


def rules(book: Book) -> str:
    """Style rules that light up every segment of the claim that a link leads to; no script does."""
    made = [f"#m{number}:target~.c{number}" for number in sorted(book.marked)]
    return f"{','.join(made)}{{background:var(--lit)}}\n" if made else ""


def _text(book: Book, number: int, source: Source) -> Text:
    spans = book.spans.get(source.id, ())
    paragraphs: list[Paragraph] = []
    at, seen, speaker = 0, 0, ""
    for block, within in shown(source.text, book.passages.get(source.id, ()), spans):
        now = _speaker(block)
        if paragraph := _paragraph(source, block, within, block.start - at, now if now != speaker else ""):
            paragraphs.append(paragraph)
            speaker = now
        at, seen = block.end, seen + block.end - block.start
    return Text(number, source, paragraphs, len(spans), seen, len(source.text) - at)


def _speaker(block: Block) -> str:
    passage = block.passage
    return passage.speaker if passage and passage.speaker and passage.role in ("question", "answer") else ""


def _paragraph(source: Source, block: Block, spans: list[Span], skipped: int, label: str) -> Paragraph | None:
    """The block in segments; None where there is nothing to see in it."""
    text, role = source.text, block.passage.role if block.passage else "prose"
    if not (seen := text[block.start : block.end].strip()) or (block.passage is None and set(seen) <= _BETWEEN):
        return None
    pieces = [(text[s.start : s.end], s) for s in segments(block.start, block.end, spans)]
    line = readable(source, text[block.start : block.end]) if role == "table" else None
    on = bool(block.start) and not skipped and not text[: block.start].endswith(("\n\n", "\r\n\r\n"))
    return Paragraph(role, label, skipped, pieces, line, on and role == "prose")
