"""How large a stake: percentages, fractions and the words for holding more or less than half."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from primafacie.model import Share
from primafacie.values.numbers import NumberFind, find_numbers
from primafacie.values.spans import Span, longest

_STAKE = r"(?:stakes?|shares?|interests?|holdings?|shareholdings?|shareholders?|ownership|owners?|packages?|control)"
_WHOLE = (
    r"(?:compan(?:y|ies)|firms?|banks?|business(?:es)?|capital|equity|stock|shares|stakes?|holding|group|enterprise|"
    r"corporation|plant|factory|mine|airline|venture|ownership|assets|votes|voting rights|share capital)"
)
_PERCENT = re.compile(r"\s?-?(?:%|per[ -]?cent\b|pct\b|p\.c\.)(?!\s?-?points?)(?!age points?)", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:(?P<low>at least|no less than|not less than|more than|(?:just |slightly |well )?over|above|upwards? of|in "
    r"excess of|"
    r"exceeding|a minimum of)|(?P<high>up to|as much as|at most|no more than|not more than|(?:just |slightly )?less "
    r"than|"
    r"(?:just )?under|(?:just )?below|a maximum of)|about|around|some|nearly|almost|approximately|roughly|an estimated)"
    r"\s+"
    r"(?:a\s+|an\s+)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_JOIN = re.compile(r"(?:\s?%|\s+per ?cent)?(?:\s?[-–—]\s?|\s+(?:to|and|or)\s+)", re.IGNORECASE)
_NUMERATORS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}
_FRACTION = re.compile(
    rf"\b(?:(?P<top>a|one|two|three|four|five)[ -](?P<part>third|quarter|fifth|sixth|eighth|tenth)s?|(?:one[ -])"
    rf"?(?P<half>half))\b"
    rf"(?P<of>\s+of\s+(?:the\s+|its\s+|his\s+|her\s+|their\s+|all\s+)?(?:[\w'’]+\s+){{0,3}}?{_WHOLE}\b|[ -](?:of[ "
    rf"-]the[ -])?{_STAKE}\b|-owned\b)?",
    re.IGNORECASE,
)
_WORDS: tuple[tuple[re.Pattern[str], float | None, float | None], ...] = (
    (re.compile(rf"\b(?:a |the )?(?:majority|controlling)[ -](?:[a-z]+ )?{_STAKE}\b|\bmajority[ "
                rf"-]owned\b", re.IGNORECASE), 50, None),
    (re.compile(rf"\b(?:a |the )?(?:majority|bulk)\s+of\s+(?:the\s+|its\s+)?(?:[\w'’]+\s+)"
                rf"?{_WHOLE}\b", re.IGNORECASE), 50, None),
    (re.compile(rf"\b(?:a |the )?(?:minority|non-controlling)[ -](?:[a-z]+ )?{_STAKE}\b|\bminority[ "
                rf"-]owned\b", re.IGNORECASE), None, 50),
    (re.compile(r"\b(?:blocking (?:minority|stake))\b", re.IGNORECASE), 25, 50),
    (re.compile(r"\b(?:wholly|fully|entirely|solely|100%)[ -]owned\b|\bwholly[ -]own(?:s|ing)?\b", re.IGNORECASE),
     100, 100),
    (re.compile(r"\b(?:sole|outright|full|whole|exclusive)[ -](?:and exclusive )?(?:owner(?:ship)?|shareholder|"
                r"proprietor)\b", re.IGNORECASE), 100, 100),
    (re.compile(rf"\b(?:the\s+)?(?:entire|whole)\s+(?:share capital|{_STAKE}|{_WHOLE})\b|\ball(?: of)? the "
                rf"shares\b", re.IGNORECASE), 100, 100),
)  # fmt: skip
_GATE = re.compile(r"%|per ?cent|pct|half|third|quarter|fourth|fifth|sixth|eighth|tenth|major|minor|controlling|wholly|"
                   r"fully|entire|sole|outright|whole|owner|bulk|all the|all of the|blocking|p\.c\.",
                   re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShareFind(Span):
    """``start`` to ``end`` takes in the words that bound the share ("more than half")."""

    low: float | None
    high: float | None

    @property
    def share(self) -> Share:
        return Share(self.text, self.low, self.high)


def _bounded(text: str, start: int, end: int, value: float) -> ShareFind:
    low: float | None = value
    high: float | None = value
    if before := _BEFORE.search(text, max(0, start - 32), start):
        start = before.start()
        low, high = (value, None) if before["low"] else (None, value) if before["high"] else (value, value)
    return ShareFind(start, end, text[start:end], low, high)


def _percentages(text: str, numbers: tuple[NumberFind, ...]) -> list[ShareFind]:
    found: list[ShareFind] = []
    for at, number in enumerate(numbers):
        percent = _PERCENT.match(text, number.end)
        if not percent or number.value > 1000:
            continue
        first = numbers[at - 1] if at else None
        join = _JOIN.fullmatch(text, first.end, number.start) if first else None
        if first and join:
            between = _BETWEEN.search(text, max(0, first.start - 10), first.start)
            if first.value < number.value and ("and" not in join[0].casefold() or between):
                if found and found[-1].end > first.start:
                    found.pop()
                start = between.start() if between else first.start
                found.append(ShareFind(start, percent.end(), text[start : percent.end()], first.value, number.value))
                continue
        found.append(_bounded(text, number.start, percent.end(), number.value))
    return found


def _fractions(text: str) -> list[ShareFind]:
    found = []
    for match in _FRACTION.finditer(text):
        value = 50.0 if match["half"] else 100 * _NUMERATORS[match["top"].casefold()] / _PARTS[match["part"].casefold()]
        value = round(value, 2)
        end = match.end("half") if match["half"] else match.end() if not match["of"] else match.start("of")
        bounded = _bounded(text, match.start(), end, value)
        certain = bounded.low != bounded.high
        if value < 100 and (
            match["of"] or (certain and match["half"]) or (match["top"] or "").casefold() in ("two", "three", "four")
        ):
            found.append(bounded)
    return found


@lru_cache(maxsize=64)
def find_shares(text: str) -> tuple[ShareFind, ...]:
    """The shares of a text in percent, in order. "more than half" is 50.., "a minority stake" ..50, "wholly owned" 100.

    A plain "half" or "a third" counts only where it is of a company, its shares or the like; percentage points do not.
    """
    if not _GATE.search(text):
        return ()
    found = [*_percentages(text, find_numbers(text)), *_fractions(text)]
    for pattern, low, high in _WORDS:
        found += [ShareFind(m.start(), m.end(), m[0], low, high) for m in pattern.finditer(text)]
    return longest(found)
