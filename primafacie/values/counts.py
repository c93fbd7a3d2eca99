"""How many: numbers of people and things, with the bounds that the words give.

A bound stands as it is written: "more than 50" is 50.. and "fewer than 10" is ..10. Vague words follow the wording:
"hundreds" is 200..999 and "dozens" 24..99 (two of the unit up to the next unit), as an estimate's floor and ceiling
are kept apart in casualty recording (UCDP's low and high).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from primafacie.model import Count
from primafacie.values.dates import find_dates
from primafacie.values.money import find_amounts
from primafacie.values.numbers import NumberFind, find_numbers
from primafacie.values.shares import find_shares
from primafacie.values.spans import Span, apart, longest

_AT_LEAST = (
    r"at least|at a minimum|at the least|a minimum of|minimum of|no fewer than|no less than|not fewer than|"
    r"not less than|(?:well |far |many )?more than|(?:well |just |slightly )?over|above|upwards? of|(?:well )?in "
    r"excess of|"
    r"exceed(?:s|ed|ing)?|greater than|beyond|north of|surpass(?:es|ed|ing)?"
)
_AT_MOST = (
    r"up to|as many as|at most|no more than|not more than|a maximum of|maximum of|(?:slightly |just )?fewer than|"
    r"(?:slightly |just )?less than|(?:just )?under|(?:just )?below"
)
_ABOUT = (
    r"about|around|some|nearly|almost|approximately|approx\.?|roughly|an estimated|estimated|close to|circa|ca\.?|"
    r"another|an additional|a further|exactly|only|just"
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<low>{_AT_LEAST})|(?P<high>{_AT_MOST})|(?P<about>{_ABOUT}))\s+"
    rf"(?:(?:the|a|an|another|about|around|some|further|estimated)\s+)?$",
    re.IGNORECASE,
)
_PHRASAL = re.compile(
    r"\b(?:tak(?:e|es|en|ing)|took|hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|sign(?:s|ed)?|carried) over\s|"
    r"\bover (?:about|around|some)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\+(?!\w)|\s+or (?P<more>more|(?P<fewer>fewer|less))\b", re.IGNORECASE)
_JOIN = re.compile(r"\s?[-–—]\s?|\s+(?:to|and|or)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from|anywhere from)\s+(?:about\s+|around\s+)?$", re.IGNORECASE)

_VAGUE = {
    "scores": (40, 99), "dozens": (24, 99), "tens": (20, 99), "hundreds": (200, 999), "thousands": (2000, 9999),
    "millions": (2_000_000, 9_999_999), "billions": (2_000_000_000, 9_999_999_999),
    "tens of thousands": (20_000, 99_999), "hundreds of thousands": (200_000, 999_999),
    "tens of millions": (20_000_000, 99_999_999), "hundreds of millions": (200_000_000, 999_999_999),
    "dozen": (24, 99), "hundred": (200, 999), "thousand": (2000, 9999), "million": (2_000_000, 9_999_999),
    "several": (3, 9), "few": (3, 9), "handful": (3, 9), "couple": (2, 2), "pair": (2, 2), "both": (2, 2),
    "trio": (3, 3), "duo": (2, 2), "none": (0, 0),
}  # fmt: skip
_VAGUE_WORDS = re.compile(
    r"\b(?:(?P<some>several|a few|many|some|a couple(?: of)?)\s+(?P<unit>dozen|hundred|thousand|million)"
    r"s?(?!\s+(?:and\s+)?\d)"
    r"|(?:many\s+)?(?P<of>tens|hundreds|dozens|scores)(?:\s+(?:and|if not|or even)\s+(?:tens|hundreds|dozens|scores))?"
    r"\s+of\s+(?P<big>thousands|millions)"
    r"|(?P<word>scores|dozens|tens|hundreds|thousands|millions|billions)|a (?P<a>handful|couple|pair|trio|duo|few)(?: "
    r"of)?"
    r"|(?P<bare>several|both))\b",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:an?|another)(?=\s+[a-z])", re.IGNORECASE)
_MEASURED = re.compile(
    r"[\s-]*(?:(?:consecutive|full|more|long|straight|whole|additional|further)[\s-])?"
    r"(?:(?:nano|milli)?seconds?|minutes?|hours?|hrs?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|"
    r"years?|"
    r"decades?|centur(?:y|ies)|generations?|km|kms|kilomet(?:er|re)s?|met(?:er|re)s?|miles?|feet|foot|ft|inch(?:es)?|"
    r"yards?|"
    r"cm|mm|kg|kilos?|kilograms?|tons?|tonnes?|ounces?|grams?|lit(?:er|re)s?|gallons?|barrels?|hectares?|acres?|"
    r"square|sq|degrees?|mph|knots?|times|percentage|basis|pm|p\.m|am|a\.m|o['’]clock|points?)\b"
    r"|[-–]\d|\s?(?:%|°|:\d\d|['’]s\b)|(?:st|nd|rd|th)\b|-year-old|-strong|/\d|(?:st|nd|rd|th)? (?:century|grade)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:aged?|section|article|chapter|page|pages|p|pp|no|nos|number|rule|resolution|order|e\.o|room|flight|"
    r"paragraph|para|volume|vol|part|phase|level|version|figure|table|route|highway|line|unit|step|grade|form|"
    r"boeing|type|class|division|group of|chapter vii|at age|the age of|turned|year|hashtag|gate|bed|tel|phone|case)"
    r"\.?\)?\s+\(?|[#№$€£§:.+/\d-]|\b[A-Z]{1,3}-)$",
    re.IGNORECASE,
)
_TEAM = re.compile(r"\s?(?:\(\w\))")


@dataclass(frozen=True, slots=True)
class CountFind(Span):
    """``start`` to ``end`` takes in the words that bound the number ("at least fifty")."""

    low: int | None
    high: int | None

    @property
    def count(self) -> Count:
        return Count(self.text, self.low, self.high)


def _bounded(text: str, start: int, end: int, low: int, high: int) -> CountFind:
    """The number with the words before and after it that make it a floor, a ceiling or an estimate."""
    least: int | None = low
    most: int | None = high
    before = _BEFORE.search(text, max(0, start - 48), start)
    if before and not _PHRASAL.search(text, max(0, before.start() - 12), before.end()):
        start = before.start()
        if before["low"]:
            least, most = low, None
        elif before["high"]:
            least, most = None, high
    if after := _AFTER.match(text, end):
        end = after.end()
        least, most = (None, high) if after["fewer"] else (low, None)
    return CountFind(start, end, text[start:end], least, most)


def _whole(number: NumberFind) -> int | None:
    """The number as an integer of people; None where it is a fraction or beyond any count."""
    value = round(number.value)
    return value if abs(number.value - value) < 1e-6 and value < 10**13 else None


def _numbered(text: str, number: NumberFind) -> bool:
    """True where the number names something (a section, a page, an age, a score) rather than counting."""
    return bool(_NUMBERED.search(text, max(0, number.start - 20), number.start)) or bool(
        _TEAM.match(text, number.end) and number.digits
    )


def _vague(text: str) -> list[CountFind]:
    found = []
    for match in _VAGUE_WORDS.finditer(text):
        if match["some"]:
            key = match["unit"].casefold()
            low, high = _VAGUE[key]
        elif match["of"]:
            unit = {"dozens": "tens", "scores": "tens"}.get(match["of"].casefold(), match["of"].casefold())
            low, high = _VAGUE[f"{unit} of {match['big'].casefold()}"]
        else:
            low, high = _VAGUE[(match["word"] or match["a"] or match["bare"]).casefold()]
        if not _MEASURED.match(text, match.end()):
            found.append(_bounded(text, match.start(), match.end(), low, high))
    return found


def _figures(text: str, article: bool) -> list[CountFind]:
    """Numbers and ranges of numbers; "one" by itself is as often a pronoun and counts only with ``article``."""
    found = []
    numbers = find_numbers(text)
    skip = -1
    for at, number in enumerate(numbers):
        value = _whole(number)
        if at <= skip or value is None or _numbered(text, number):
            continue
        after = numbers[at + 1] if at + 1 < len(numbers) else None
        if after and (join := _JOIN.fullmatch(text, number.end, after.start)):
            between = _BETWEEN.search(text, max(0, number.start - 24), number.start)
            top, bottom = _whole(after), value
            if after.scale > 1 and number.scale == 1 and value < 1000 and number.digits:
                bottom = round(value * after.scale)
            joined = "and" not in join[0].casefold() or between is not None
            if joined and top is not None and bottom < top and not _MEASURED.match(text, after.end):
                start = between.start() if between else number.start
                found.append(CountFind(start, after.end, text[start : after.end], bottom, top))
                skip = at + 1
                continue
        if (article or number.text.casefold() != "one") and not _MEASURED.match(text, number.end):
            found.append(_bounded(text, number.start, number.end, value, value))
    return found


@lru_cache(maxsize=64)
def find_counts(text: str, article: bool = False) -> tuple[CountFind, ...]:
    """The counts of a text, in order. Years, money, percentages, ages, durations, measures and clock times are left
    out.

    With ``article`` "one", and "a", "an" and "another" before a word, count one.
    """
    found = _figures(text, article) + _vague(text)
    taken = longest([*find_dates(text), *find_amounts(text), *find_shares(text)])
    counts = longest(apart(sorted(found, key=lambda f: (f.start, -f.end)), taken))
    if article:
        ones = [CountFind(m.start(), m.end(), m[0], 1, 1) for m in _ARTICLE.finditer(text)]
        counts = longest([*counts, *apart(ones, longest([*taken, *counts]))])
    return counts
