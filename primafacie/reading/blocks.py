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
WRAPPED = 160
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


def _wrapped(
    text: str, run: list[tuple[int, int]], starts: Callable[[int, int], bool], margin: int = 0, soft: bool = False
) -> bool:  # fmt: skip
    """True where the lines of a run were broken by hand: none is long, and the next word would not have fitted.

    ``margin`` is where other lines of the document were broken, 0 where none was; ``soft`` says that the format takes
    every line break inside a paragraph for a blank.
    """
    width = max(end - start for start, end in run)
    if len(run) < 2:
        return False
    if soft:
        return True
    if not 40 <= width <= WRAPPED:
        return False
    if margin and _reaches(text, run, margin):
        return True
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
        lower += text[after].islower() and text[end - 1] not in _ENDS
    return pairs > 0 and lower > 0 and (full >= 0.7 * pairs or lower >= 0.4 * pairs)


def _reaches(text: str, run: list[tuple[int, int]], margin: int) -> bool:
    """True where each line but the last goes on to the margin, or breaks off in the middle of a sentence."""
    for (start, end), (after, last) in itertools.pairwise(run):
        word = text[after:last].split(maxsplit=1)[0]
        if end - start + 1 + len(word) < 0.88 * margin or (text[end - 1] in _ENDS and not text[after].islower()):
            return False
    return True


def _margin(text: str, runs: list[list[tuple[int, int]]], starts: Callable[[int, int], bool]) -> int:
    """Where the document's lines were broken by hand, in characters; 0 where they were not."""
    several = [run for run in runs if len(run) > 1]
    broken = [run for run in several if _wrapped(text, run, starts)]
    if 2 * len(broken) < len(several) or not broken:
        return 0
    return max(end - start for run in broken for start, end in run)


def _paragraphs(
    text: str, run: list[tuple[int, int]], starts: Callable[[int, int], bool], margin: int, soft: bool
) -> Iterator[tuple[int, int]]:  # fmt: skip
    """A run of lines with no blank line between, as paragraphs."""
    if not _wrapped(text, run, starts, margin, soft):
        yield from run
        return
    width = max(end - start for start, end in run)
    deep = [_indent(text, start) for start, _ in run]
    usual = sorted(deep)[len(deep) // 2]
    first, last = run[0]
    for (start, end), indent in zip(run[1:], deep[1:], strict=True):
        ended = text[last - 1] in _ENDS
        bullet = _BULLET.match(text, start, end) is not None and (ended or _BULLET.match(text, first, last) is not None)
        short = not soft and last - _line_start(text, last) < 0.7 * width and ended and not text[start].islower()
        titled = soft and (text.startswith("#", start) or text.startswith("#", first))
        set_off = indent >= usual + 2 or (_DASH.match(text, start, end) is not None and ended)
        if titled or bullet or short or set_off or starts(start, end):
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


def blocks(
    text: str, starts: Callable[[int, int], bool] = lambda start, end: False, *, soft: bool = False
) -> tuple[Block, ...]:
    """The paragraphs of a text in order, disjoint, never empty. ``starts`` tells lines that open one in any case.

    ``soft`` where a line break alone never ends a paragraph, as in Markdown.
    """
    runs: list[list[tuple[int, int]]] = []
    gaps: list[int] = []
    run: list[tuple[int, int]] = []
    gap = 0
    for start, end in (*_lines(text), (len(text), len(text))):
        if start < end:
            if gaps and not run:
                gaps[-1] = gap
            run.append((start, end))
            gap = 0
            continue
        gap += 1
        if run:
            runs.append(run)
            gaps.append(0)
            run = []
    margin = _margin(text, runs, starts)
    found: list[Block] = []
    for lines, after in zip(runs, gaps, strict=True):
        parts = [Block(*span) for span in _paragraphs(text, lines, starts, margin, soft)]
        found += [*parts[:-1], Block(parts[-1].start, parts[-1].end, after)]
    return tuple(found)
