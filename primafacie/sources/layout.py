"""Lines of a printed page -> paragraphs, told by what a compositor does: space, indent, short last line, style."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

MARGIN = 0.11
"""Share of a page's height at its top and at its bottom in which running heads and page numbers stand."""
LOOSE = 1.35
"""A gap this many times the usual line pitch separates paragraphs; usual paragraph spacing begins at half a line."""
SHORT = 0.6
"""Share of the column's width up to which a line is short even where the right edge is ragged."""
WIDEST = 3.0
"""Ems between lines that may still be within a paragraph: double-spaced drafts have 2.4."""
INDENT = 0.8
"""First-line indents start at about one em; less is optical correction or a quotation mark."""

_NUMBER = re.compile(
    r"\W*(?:p\.?|pp\.?|page|seite|стр\.?|с\.|бет)?\s*\d{1,4}(?:\s*(?:of|/|von|de|di|из)\s*\d{1,4})?\W*", re.I
)
_CLOSED = re.compile(r"[.?!:;…。？！][\"'”’»)\]]*$")
_ITEM = re.compile(r"(?:[•▪●◦‣–—-]|\(?\d{1,3}[.)]|[a-z]\))\s")
_BROKEN = re.compile(r"\w[-\u2010\u00ad]$")
_LAST = re.compile(r"[^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: its words, its place in points (y upwards), size and weight of its first and its last letter.

    ``hyphen``: a hyphen at its end has been taken off already.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    size_end: float
    bold: bool = False
    bold_end: bool = False
    hyphen: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    lines: tuple[Line, ...]
    bottom: float
    top: float

    def marginal(self, line: Line) -> bool:
        """True in the strips at the top and the bottom of the page."""
        strip = MARGIN * (self.top - self.bottom)
        return not self.bottom + strip <= line.baseline <= self.top - strip


def running(pages: Sequence[Page]) -> frozenset[str]:
    """Running heads and feet: lines in the margins that two fifths of the pages share, but for numbers in them."""
    if len(pages) < 2:
        return frozenset()
    seen = Counter(key for page in pages for key in {_key(line) for line in page.lines if page.marginal(line)})
    fewest = max(2, 0.4 * sum(1 for page in pages if page.lines))
    return frozenset(key for key, count in seen.items() if count >= fewest)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.strip())


def paragraphs(pages: Sequence[Page], heads: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The paragraphs of all pages, and whether each is bold from end to end.

    One that runs over the foot of a page goes on at the top of the next.
    """
    kept = [_body(page, heads, len(pages)) for page in pages]
    words = Counter(word.lower() for lines in kept for line in lines for word in re.findall(r"[\w-]+", line.text))
    current, bold, last = "", True, None
    setting = _setting(kept)
    for lines in kept:
        for position, line in enumerate(lines):
            if last is None:
                current = line.text
            elif _parted(last, line, lines, setting, new_page=position == 0):
                yield current, bold
                current, bold = line.text, True
            else:
                current = _join(current, line.text, last.hyphen, words)
            bold = bold and line.bold and line.bold_end
            last = line
    if current:
        yield current, bold


def _body(page: Page, heads: frozenset[str], pages: int) -> list[Line]:
    return [
        line for line in page.lines
        if not (page.marginal(line) and (_key(line) in heads or (pages > 1 and _NUMBER.fullmatch(line.text))))
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a document is set: distance between baselines in ems, and whether space stands between its paragraphs."""

    leading: float
    spaced: bool


def _setting(pages: Sequence[Sequence[Line]]) -> _Setting:
    """The usual leading is that of the tighter lines, which are those within paragraphs."""
    gaps = sorted(
        (a.baseline - b.baseline) / max(1.0, a.size)
        for lines in pages for a, b in pairwise(lines) if 1 < a.baseline - b.baseline < WIDEST * a.size
    )  # fmt: skip
    if not gaps:
        return _Setting(1.2, False)
    leading = median(gap for gap in gaps if gap < LOOSE * gaps[len(gaps) // 4])
    wide = sum(gap > LOOSE * leading for gap in gaps)
    return _Setting(leading, wide >= 3 and wide > 0.05 * len(gaps))


def _parted(last: Line, line: Line, lines: Sequence[Line], setting: _Setting, *, new_page: bool) -> bool:
    """True where a new paragraph begins with ``line``."""
    pitch = setting.leading * max(1.0, last.size)
    gap = last.baseline - line.baseline
    if abs(gap) < 0.3 * pitch and not new_page:
        # The same baseline: pieces of one line, or cells of a table row.
        return False
    if last.bold_end != line.bold or abs(last.size_end - line.size) > 0.1 * max(last.size_end, line.size):
        # A word in another face where the line happens to turn is no new paragraph: the sentence runs on.
        runs_on = line.text[:1].islower() and gap <= LOOSE * pitch and _would_not_fit(last, line, lines)
        return bool(_CLOSED.search(last.text)) or not runs_on
    if last.hyphen or _BROKEN.search(last.text):
        return not line.text[:1].islower() and gap > LOOSE * pitch
    if _ITEM.match(line.text):
        return True
    closed = bool(_CLOSED.search(last.text))
    if new_page or gap < 0:
        # Over the foot of a page or a column only the words tell.
        return closed or not (line.text[:1].islower() or _would_not_fit(last, line, lines))
    if gap > LOOSE * pitch or (line.left - last.left > INDENT * line.size and closed):
        return True
    if setting.spaced and last.right - last.left > SHORT * (_margin(last, lines) - last.left):
        # Where space parts the paragraphs, a line that falls a little short is only the ragged edge of the column.
        return False
    return closed and not _would_not_fit(last, line, lines)


def _margin(last: Line, lines: Sequence[Line]) -> float:
    """The right edge of the column that the line stands in."""
    return max((o.right for o in lines if abs(o.left - last.left) < 3 * last.size), default=last.right)


def _would_not_fit(last: Line, line: Line, lines: Sequence[Line]) -> bool:
    """True where the next line's first word had no room at the end of the last one, so the line was simply full."""
    letter = (last.right - last.left) / max(1, len(last.text))
    word = line.text.split(" ", 1)[0]
    return last.right + letter * (len(word) + 1) > _margin(last, lines)


def _join(current: str, text: str, hyphen: bool, words: Counter[str]) -> str:
    """Two lines as one; a word broken by a hyphen is whole again unless the text elsewhere writes it with one."""
    if not hyphen and not (_BROKEN.search(current) and text[:1].isalnum()):
        return f"{current} {text}"
    if not text[:1].islower() and not hyphen:
        return current + text
    stem = current if hyphen else current[:-1]
    first, second = _LAST.search(stem), _FIRST.match(text)
    if first and second and not current.endswith("\u00ad"):
        whole = (first.group() + second.group()).lower()
        compound = f"{first.group()}-{second.group()}".lower()
        if words[compound] > words[whole] or not text[:1].islower():
            return f"{stem}-{text}"
    return stem + text
