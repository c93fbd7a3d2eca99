"""Quotation marks: which stretches of a passage stand in them, in every style that newspapers use.

One pass over the marks with a stack, so that hostile input costs no more than its length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from primafacie.model import Quotation

_MARK = re.compile("''|``|[\"“”„‟«»‹›‘’‚‛'「」『』]")
"""A typewriter's '' and `` are one double mark, so they are tried before the single one."""
_CLOSES = {"“": "”", "„": "“”‟", "‟": "”", "«": "»", "»": "«»", "‹": "›", "›": "‹", "‘": "’", "‚": "‘’", "‛": "’",
           '"': '"',
           "'": "'", "”": "”", "’": "’", "「": "」", "『": "』"}  # fmt: skip
_OPENERS = frozenset("“„‟«‹‘‚‛「『")
_SINGLE = frozenset("‘’‚‛'‹›")
_BEFORE_OPEN = frozenset(" \t\r\n\u00a0\u202f([{—–-/:;,*_>…")
_AFTER_CLOSE = frozenset(" \t\r\n\u00a0\u202f)]}—–-/:;,.!?…*_<")
_ELISION = re.compile(r"['’‘](?:\d0s|\d\d\b|em\b|n['’]|til\b|tis\b|twas\b|cause\b|bout\b|round\b)", re.IGNORECASE)


@dataclass(slots=True)
class _Open:
    mark: str
    at: int


def _sides(text: str, start: int, end: int, first: int, last: int) -> tuple[bool, bool]:
    """Whether the mark at ``first`` may open and may close, by the characters on both sides."""
    before = text[first - 1] if first > start else " "
    after = text[last] if last < end else " "
    quotes_before = before in "\"“„«‘‚'‹"
    quotes_after = after in "\"”“»’'›"
    may_open = (before in _BEFORE_OPEN or quotes_before) and not after.isspace()
    may_close = (after in _AFTER_CLOSE or quotes_after) and not before.isspace()
    if before.isspace() and after.isspace() and first > start and last < end:
        may_open = may_close = True
    return may_open, may_close


def _closing(stack: list[_Open], mark: str) -> int | None:
    """The position in the stack of the innermost quotation that the mark closes; marks opened inside it were none."""
    for at in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        if mark in _CLOSES[stack[at].mark]:
            return at
    return None


def quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """The quotations between ``start`` and ``end`` (a passage), marks included, outer before inner, in order.

    Apostrophes, inches and years are no marks. A quotation left open runs to the end of the passage with ``open`` set:
    its closing mark comes in a later passage, or was forgotten.
    """
    found: list[Quotation] = []
    stack: list[_Open] = []
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match[0], match.start(), match.end()
        if mark in ("''", "``"):
            mark = '"'
        if mark in "'’‘" and _apostrophe(text, start, end, at, stack, mark):
            continue
        may_open, may_close = _sides(text, start, end, at, after)
        closes = _closing(stack, mark) if may_close or (mark in "”»」』" and not may_open) else None
        if closes is not None and not (may_open and stack[closes].mark != mark and mark in _OPENERS and mark != "“"):
            found.append(Quotation(stack[closes].at, after))
            del stack[closes:]
        elif (mark in _OPENERS or (mark in "\"'»›”" and may_open)) and not (mark == '"' and _inches(text, start, at)):
            if len(stack) == 3 or any(o.mark == mark for o in stack):
                # The same mark opens again: the earlier one was never closed, and nothing tells where.
                stack = [o for o in stack if o.mark != mark][:2]
            stack.append(_Open(mark, at))
    unclosed = next((o for o in stack if o.mark not in _SINGLE), None)
    if unclosed is not None and end - unclosed.at > 1:
        found.append(Quotation(unclosed.at, end, open=True))
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _inches(text: str, start: int, at: int) -> bool:
    return at > start and text[at - 1].isdigit()


def _apostrophe(text: str, start: int, end: int, at: int, stack: list[_Open], mark: str) -> bool:
    """True where a single mark is an apostrophe: within a word, before an elision, or with nothing open to close."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isalnum() and after.isalnum():
        return True
    if _ELISION.match(text, at, end):
        return True
    if mark == "‘":
        # A turned comma also writes ayn in Arabic names ("Hani ‘Abd al-Majid"); a nickname closes soon after its name.
        named = _NAME_BEFORE.search(text, max(start, at - 24), at) is not None and after.isupper()
        window = 40 if named else _LONGEST_SINGLE
        opens = before in _BEFORE_OPEN or before in '"“„«'
        return not opens or _AYN.match(text, at + 1, end) is not None or _closer(text, at, end, window) is None
    opened = any(o.mark in "‘‚‛'" for o in stack)
    if opened and not after.isalnum():
        # In 'the workers' union won' the first mark is a plural's: a word follows, and another mark that could close.
        other = _OTHER.search(text, at + 1, min(end, at + 80))
        closer = _closer(text, at, other.start() if other else end, 80)
        return before == "s" and after == " " and closer is not None and _starts_word(text, at + 2, end)
    if mark == "'" and after.isalnum() and not before.isalnum() and before in _BEFORE_OPEN | frozenset('"“„«'):
        return _closer(text, at, end) is None
    return True


_OTHER = re.compile('["“”«»„‘]')
_NAME_BEFORE = re.compile(r"[^\W\d_a-zà-ÿ][\w'’-]* $")
_AYN = re.compile(r"(?:Abd|Ali|Amr|Umar|Omar|Uthman|Isa|Issa|Imad|Adil|Adel|Abbas|Awad|Aziz|Ayn|Iraq|Asim|Arafat)\b")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…%)\]])['’](?![\w])")
_LONGEST_SINGLE = 600
"""Characters in which a single quotation mark must find its partner to be taken for one."""


def _closer(text: str, at: int, end: int, window: int = _LONGEST_SINGLE) -> int | None:
    """Where a mark that could close the single quotation opened at ``at`` stands."""
    match = _SINGLE_CLOSE.search(text, at + 1, min(end, at + window))
    return match.start() if match else None


def _starts_word(text: str, at: int, end: int) -> bool:
    return at < end and text[at].islower()
