"""How much money: amounts with their currency, in English and continental notation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from primafacie.model import Amount
from primafacie.values.currencies import ALIASES, CODES, INDIAN, LETTERS, QUALIFIED, SIGNS, UNSURE, WORDS, code_of
from primafacie.values.numbers import NumberFind, find_numbers
from primafacie.values.spans import Span, longest

_SIGN = "|".join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True))
_MARK = "|".join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True) if not s.isascii() or not s.isalpha())
_SHORT = "|".join(s for s in SIGNS if s.isascii() and s.isalpha())
"""Signs made of letters stand before the figure only: "500 CFA francs" are no "500 CFA"."""
_CODE = "|".join(sorted(CODES))
_ADJECTIVE = "|".join(sorted({re.escape(a) for a, _ in QUALIFIED}, key=len, reverse=True))
_NOUN = "|".join(sorted({re.escape(w) for w in (*WORDS, *(n for _, n in QUALIFIED))}, key=len, reverse=True))

_BEFORE = re.compile(rf"(?:(?<![\w$])(?P<code>{_CODE})|(?<![A-Za-z])(?P<sign>{_SIGN}))[ \u00a0]?$")
_AFTER = re.compile(
    rf"[\s\u00a0-]{{0,2}}(?:(?P<code>(?:{_CODE})\b)|(?P<sign>{_MARK})(?![\w$])"
    rf"|(?:(?P<adjective>(?i:{_ADJECTIVE}))[\s-])?(?P<noun>(?i:{_NOUN})(?:s|es|ów)?)\b)"
)
_OF = re.compile(rf"\s+of\s+(?:(?P<adjective>(?i:{_ADJECTIVE}))[\s-])?(?P<noun>(?i:{_NOUN})(?:s|es)?)\b")
_LETTER = re.compile(rf"(?<![\w$])(?P<letter>[{''.join(LETTERS)}])$")
_VAGUE = re.compile(
    rf"\b(?:(?:tens|hundreds|thousands|dozens)\s+of\s+(?:thousands|millions|billions)"
    rf"|(?:several|a few|many|some|multi)[\s-](?:hundred\s+)?(?:thousand|million|billion)|thousands|millions|billions|"
    rf"trillions)\b"
    rf"(?P<of>(?:\s+of|[\s-])\s*(?:(?P<adjective>(?i:{_ADJECTIVE}))[\s-])?(?P<noun>(?i:{_NOUN})(?:s|es)?)\b)?",
    re.IGNORECASE,
)
_VAGUE_SIGN = re.compile(rf"(?P<sign>{_SIGN})\s?(?:multi-?)?(?:thousands|millions|billions)\b")
_JOIN = re.compile(rf"\s?[-–—]\s?(?:{_SIGN})?|\s+(?:to|and|or)\s+(?:{_SIGN}|(?:{_CODE})\s)?")
_BETWEEN = re.compile(rf"\b(?:between|from)\s+(?:{_SIGN}|(?:{_CODE})\s)?$", re.IGNORECASE)
_GATE = re.compile(
    rf"{_MARK}|\b(?:[{''.join(LETTERS)}]|(?:{_SHORT})[ \u00a0]?)\d|\b(?:{_CODE})\b|\b(?:{_NOUN})|illion|\d[mbk]"
    r"|\d ?(?:mln|bn|mn|cr)|crore|lakh|thousands",
    re.IGNORECASE,
)
_WEIGHED = re.compile(r"\s+of\s|[ -](?:bag|weight|heavy)")
_PEOPLE = re.compile(
    r"\s+(?:[a-z]+\s)?(?:people|persons|men|women|children|civilians|refugees|voters|votes|inhabitants|residents|"
    r"workers|users|customers|barrels|tonnes|tons|shares|hectares|acres|documents|records|miles|km|years)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AmountFind(Span):
    """An amount as found. ``bare`` where no currency stands beside it; ``low`` and ``high`` bound a range."""

    amount: Amount
    bare: bool = False
    low: float | None = None
    high: float | None = None


def _currency(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if code := groups.get("code"):
        return ALIASES.get(code, code)
    if sign := groups.get("sign"):
        return SIGNS[sign]
    return code_of(groups["noun"], groups.get("adjective") or "") if groups.get("noun") else None


def _make(text: str, start: int, end: int, value: float | None, currency: str | None, bare: bool = False,
          low: float | None = None, high: float | None = None) -> AmountFind:  # fmt: skip
    words = text[start:end]
    return AmountFind(start, end, words, Amount(words, value, currency), bare, low, high)


def _marks(text: str, number: NumberFind) -> tuple[int, int, str | None, bool]:
    """Start and end with the currency before or after the number, the currency, and whether there was one."""
    before = _BEFORE.search(text, max(0, number.start - 8), number.start)
    if before and not (before["sign"] in UNSURE and before[0].endswith((" ", "\u00a0")) and number.value < 1000):
        end, currency = number.end, _currency(before)
        if (after := _AFTER.match(text, end)) and (after["adjective"] or after["code"] or before["sign"] == "$"):
            refined = _currency(after)
            if after["code"] or (after["noun"] and after["noun"].casefold().startswith("dollar")):
                end, currency = after.end(), refined
        return before.start(), end, currency, True
    letter = _LETTER.search(text, max(0, number.start - 2), number.start)
    if letter and number.scale >= 1e6:
        return letter.start(), number.end, LETTERS[letter["letter"]], True
    after = _AFTER.match(text, number.end) or (_OF.match(text, number.end) if number.scale > 1 else None)
    if after and not _misread(text, number, after):
        return number.start, after.end(), _currency(after), True
    return number.start, number.end, None, False


def _misread(text: str, number: NumberFind, after: re.Match[str]) -> bool:
    """True where the word after the number is no money: weights, "won" the verb, a crown or a som of something else."""
    noun = (after["noun"] or "").casefold()
    if not noun or after["adjective"] or number.scale > 1:
        return False
    if noun in ("won", "som", "crown", "crowns", "rand", "sterling", "real", "sum", "lev", "mark", "marks", "dong"):
        return True
    return noun in ("pound", "pounds") and _WEIGHED.match(text, after.end()) is not None


def _vague(text: str, bare: bool) -> list[AmountFind]:
    found = [_make(text, m.start(), m.end(), None, _currency(m)) for m in _VAGUE_SIGN.finditer(text)]
    for match in _VAGUE.finditer(text):
        if match["of"]:
            found.append(_make(text, match.start(), match.end(), None, _currency(match)))
        elif (
            bare
            and not _PEOPLE.match(text, match.end())
            and not re.match(r"\s+of\s", text[match.end() : match.end() + 5])
        ):
            found.append(_make(text, match.start(), match.end(), None, None, True))
    return found


@lru_cache(maxsize=64)
def find_amounts(text: str, bare: bool = False) -> tuple[AmountFind, ...]:
    """The amounts of money in a text, in order. A range or a vague amount has no value but keeps its words and bounds.

    With ``bare`` also numbers from a thousand up that carry a scale word and no currency ("for 493 million").
    """
    if not _GATE.search(text):
        return ()
    found = _vague(text, bare)
    numbers = find_numbers(text)
    skip = -1
    for at, number in enumerate(numbers):
        if at <= skip:
            continue
        start, end, currency, known = _marks(text, number)
        after = numbers[at + 1] if at + 1 < len(numbers) else None
        if after and after.start >= end and (ranged := _range(text, start, end, number, after, currency, known)):
            found.append(ranged)
            skip = at + 1
        elif known:
            currency = currency or ("INR" if number.scale in INDIAN else None)
            found.append(_make(text, start, end, number.value, currency, low=number.value, high=number.value))
        elif (
            bare
            and number.scale >= 1e3
            and not _PEOPLE.match(text, end)
            and not re.match(r"\s?%|-strong", text[end : end + 8])
        ):
            found.append(_make(text, start, end, number.value, None, True, number.value, number.value))
    return longest(found)


def _range(text: str, start: int, end: int, first: NumberFind, second: NumberFind, currency: str | None,
           known: bool) -> AmountFind | None:  # fmt: skip
    """ "between 400 and 500 million dollars" as one amount with bounds and no single value."""
    join = _JOIN.fullmatch(text, end, second.start)
    if not join:
        return None
    between = _BETWEEN.search(text, max(0, first.start - 14), first.start)
    if re.search(r"\band\b|\bor\b", join[0]) and not between:
        return None
    _, last, other, also = _marks(text, second)
    low = first.value * (second.scale if first.scale == 1 and first.value < 1000 else 1)
    if not (known or also) or low >= second.value:
        return None
    return _make(text, between.start() if between else start, last, None, currency or other, False, low, second.value)
