"""Cuts a text into paragraphs: blank lines, one paragraph a line, hard-wrapped lines, lists."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_LINE = re.compile("[^\r\n\u0085\u2028\u2029\f\v]*(?:\r\n|[\r\n\u0085\u2028\u2029\f\v]|\\Z)")
_BULLET = re.compile(r"(?:[-*+•▪‣·◦●○■□►▶»›]|<<|>>|\d{1,3}[.)]|\(?[a-z]\)|[ivx]{1,4}[.)])[ \t\u00a0]+(?=\S)")
_DASH = re.compile(r"[–—][ \t\u00a0]*(?=\S)")
_ENDS = tuple(".?!…:;\"”»’')]")
_EMPTY = " \t\r\n\f\v\u00a0\u0085\u2028\u2029\u200b\ufeff"
WRAPPED = 100
"""Lines longer than this many characters are not wrapped by hand: each is a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: ``start`` to ``end`` without white space at its ends; ``gap`` counts the blank lines after it."""

    start: int
    end: int
    gap: int = 0

    def text(self, source: str) -> str:
        return source[self.start : self.end]


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space, byte order marks and zero-width blanks at its ends."""
    while start < end and (text[start] in _EMPTY or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EMPTY or text[end - 1].isspace()):
        end -= 1
    return start, end


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text):
        if match.start() == match.end() == len(text):
            break
        yield trim(text, match.start(), match.end())


def _wrapped(text: str, run: list[tuple[int, int]], starts: Callable[[int, int], bool]) -> bool:
    """True where the lines of a run were broken by hand: none is long, and the next word would not have fitted."""
    width = max(end - start for start, end in run)
    if len(run) < 2 or not 40 <= width <= WRAPPED:
        return False
    deep = [_indent(text, start) for start, _ in run]
    usual = sorted(deep)[len(deep) // 2]
    full = lower = pairs = 0
    for at, ((start, end), (after, last)) in enumerate(itertools.pairwise(run)):
        if deep[at + 1] >= usual + 2 or starts(after, last):
            continue  # A new paragraph: how long the line before it is tells nothing.
        blank = text.find(" ", after, min(last, after + width))
        word = (blank if blank > 0 else min(last, after + width)) - after
        pairs += 1
        full += deep[at] + end - start + 1 + word > 0.88 * width
        lower += text[after].islower()
    return pairs > 0 and lower > 0 and (full >= 0.7 * pairs or lower >= 0.4 * pairs)


def _paragraphs(text: str, run: list[tuple[int, int]], starts: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    """A run of lines with no blank line between, as paragraphs."""
    if not _wrapped(text, run, starts):
        yield from run
        return
    width = max(end - start for start, end in run)
    deep = [_indent(text, start) for start, _ in run]
    usual = sorted(deep)[len(deep) // 2]
    first, last = run[0]
    for (start, end), indent in zip(run[1:], deep[1:], strict=True):
        ended = text[last - 1] in _ENDS
        bullet = _BULLET.match(text, start, end) is not None and (ended or _BULLET.match(text, first, last) is not None)
        short = last - _line_start(text, last) < 0.7 * width and ended and not text[start].islower()
        if bullet or short or indent >= usual + 2 or (_DASH.match(text, start, end) and ended) or starts(start, end):
            yield first, last
            first = start
        last = end
    yield first, last


def _indent(text: str, start: int) -> int:
    """How many blanks stand before the first character of a line, 16 at most."""
    at = start
    while at > 0 and start - at < 16 and text[at - 1] in " \t\u00a0":
        at -= 1
    return start - at


def _line_start(text: str, at: int) -> int:
    return max(text.rfind("\n", max(0, at - 2 * WRAPPED), at), text.rfind("\r", max(0, at - 2 * WRAPPED), at)) + 1


def blocks(text: str, starts: Callable[[int, int], bool] = lambda start, end: False) -> tuple[Block, ...]:
    """The paragraphs of a text in order, disjoint, never empty. ``starts`` tells lines that open one in any case."""
    found: list[Block] = []
    run: list[tuple[int, int]] = []
    gap = 0
    for start, end in (*_lines(text), (len(text), len(text))):
        if start < end:
            if found and not run:
                found[-1] = Block(found[-1].start, found[-1].end, gap)
            run.append((start, end))
            gap = 0
            continue
        gap += 1
        if run:
            found.extend(Block(*span) for span in _paragraphs(text, run, starts))
            run = []
    return tuple(found)
