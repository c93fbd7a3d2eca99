"""Cuts a text where claims begin and end, so that overlapping claims can all be marked in their place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from primafacie.model import Passage

WHOLE = 200_000
"""Characters of a source that are shown whole; of a longer one, only the paragraphs with claims."""
CONTEXT = 600
"""Characters shown on either side of a claim where a paragraph itself is too long to show."""
LONG_PARAGRAPH = 6_000

_PARAGRAPH = re.compile(r"[^\r\n]+(?:\r\n?|\n)?(?:[^\S\r\n]*(?:\r\n?|\n))*|(?:[^\S\r\n]*(?:\r\n?|\n))+")


class Span(NamedTuple):
    """A claim's number and its half-open range of characters."""

    number: int
    start: int
    end: int


class Segment(NamedTuple):
    """A stretch in which the same claims hold; ``opens`` are the claims whose quote starts at its first character."""

    start: int
    end: int
    numbers: tuple[int, ...]
    opens: tuple[int, ...]


class Block(NamedTuple):
    """A stretch of the text to show: a paragraph, or the part of one around its claims."""

    start: int
    end: int
    passage: Passage | None = None


def segments(start: int, end: int, spans: Sequence[Span]) -> list[Segment]:
    """Cuts ``start..end`` at every bound of the spans. The segments follow each other without gap or overlap.

    A span that begins in an earlier block still holds here, but opens nothing. Empty spans are left out.
    """
    inside = [s for s in spans if s.start < end and s.end > start and s.start < s.end]
    cuts = sorted({start, end, *(cut for s in inside for cut in (s.start, s.end) if start < cut < end)})
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for span in inside:
        if span.start >= start:
            opening.setdefault(span.start, []).append(span.number)
        closing.setdefault(span.end, []).append(span.number)
    holding = {s.number for s in inside if s.start < start}
    made: list[Segment] = []
    for left, right in pairwise(cuts):
        opens = sorted(opening.get(left, ()))
        holding = (holding - set(closing.get(left, ()))) | set(opens)
        made.append(Segment(left, right, tuple(sorted(holding)), tuple(opens)))
    return made


def paragraphs(text: str, passages: Sequence[Passage]) -> list[Block]:
    """The whole text in paragraphs, without gap: passages as they were read, and what lies between them."""
    blocks: list[Block] = []
    at = 0
    for passage in sorted(passages, key=lambda p: (p.start, p.end)):
        if passage.start < at or not passage.start < passage.end <= len(text):
            continue
        blocks += _plain(text, at, passage.start)
        blocks.append(Block(passage.start, passage.end, passage))
        at = passage.end
    return blocks + _plain(text, at, len(text))


def _plain(text: str, start: int, end: int) -> list[Block]:
    return [Block(found.start(), found.end()) for found in _PARAGRAPH.finditer(text, start, end)]


def shown(text: str, passages: Sequence[Passage], spans: Sequence[Span]) -> list[tuple[Block, list[Span]]]:
    """What of the text to print, with the spans in it: all of it up to ``WHOLE`` characters, else where claims are."""
    blocks = paragraphs(text, passages)
    starts = [block.start for block in blocks]
    within: dict[int, list[Span]] = {}
    for span in spans:
        first = max(0, bisect_right(starts, span.start) - 1)
        for index in range(first, max(first + 1, bisect_left(starts, span.end))):
            within.setdefault(index, []).append(span)
    if len(text) <= WHOLE:
        return [(block, within.get(index, [])) for index, block in enumerate(blocks)]
    return [(part, within[index]) for index in sorted(within) for part in _near(blocks[index], within[index])]


def _near(block: Block, spans: Sequence[Span]) -> list[Block]:
    """The block, or where it is too long its parts around the spans."""
    if block.end - block.start <= LONG_PARAGRAPH:
        return [block]
    parts: list[Block] = []
    for span in sorted(spans, key=lambda s: s.start):
        start, end = max(block.start, span.start - CONTEXT), min(block.end, span.end + CONTEXT)
        if parts and start <= parts[-1].end:
            parts[-1] = parts[-1]._replace(end=max(end, parts[-1].end))
        else:
            parts.append(Block(start, end, block.passage))
    return parts
