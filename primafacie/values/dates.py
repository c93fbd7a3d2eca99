"""When: dates as precise as their words, absolute or counted from the publication or from the date just spoken of.

Own grammar rather than a guessing parser: a wrong date is worse than none, so durations, ages, clock times, section
numbers and plain quantities are no dates. Ranges are inclusive at both ends; "since 2011" has no end, and "until 2014"
or "by 2009" stand at the year that they name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from primafacie.model import DateRange
from primafacie.values import relative
from primafacie.values.numbers import UNITS, reads_as_year
from primafacie.values.relative import Bounds, Rule, iso
from primafacie.values.spans import Span, longest

MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAYNAME = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
_DAYABBR = r"(?:(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\b\.?)"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
_ORD = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:1[789]|20)\d\d(?!\d)"
_SEASON = r"(?:spring|summer|autumn|fall|winter|Spring|Summer|Autumn|Fall|Winter)"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|and|until|through|till)\s+)"
_THIRD = (
    r"(?P<third>[Ee]arly|[Mm]id|[Ll]ate|(?:the\s+)?(?:beginning|start|middle|end)\s+of)(?:[\s-]+(?:in\s+)?(?:the\s+)?)"
)
_N = rf"(?P<n>\d{{1,4}}|an?|{'|'.join(UNITS)}|a couple of|half a dozen)"
_UNIT = r"(?P<unit>day|week|fortnight|month|quarter|year|decade)"
_WEEKDAY_BEFORE = re.compile(r"(?:^|[a-z,;:—–-] ?|[.!?“\"(] ?|\b(?:The|On|Last|Next|This|Since|By|Until|Late|Early) )$")
_THE_BEFORE = re.compile(r"\b(?:[Tt]he|[Bb]loody|[Bb]lack|[Gg]ood|[Aa]sh|[Aa]) $")
_NAME_AFTER = re.compile(r" (?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|Independent|trade)\b|-\w")


@dataclass(frozen=True, slots=True)
class DateFind(Span):
    """A date as found: fixed (``first`` to ``last``) or a rule of ``relative``."""

    first: str | None = None
    last: str | None = None
    rule: Rule | None = None
    bound: str = ""
    """"since", "before" or "after" where only one end is given."""
    until: DateFind | None = None
    """The other end of a range of two dates."""

    @property
    def relative(self) -> bool:
        """True where the date leans on the publication's or the context's."""
        return self.rule is not None or (self.until is not None and self.until.relative)

    def resolve(self, published: str | None = None, context: str | None = None) -> DateRange | None:
        """The dates meant, given the ISO dates of publication and of what the text last spoke of; None where open."""
        first, last = relative.resolve(self.rule, published, context) if self.rule else (self.first, self.last)
        if self.until is not None:
            end = self.until.resolve(published, context)
            if end is None:
                return None
            if self.rule and self.rule[0] == "month" and not self.until.rule and end.end:
                # "between January and March 2014": the year at the end holds for both.
                first, _ = relative.resolve((*self.rule[:3], "this", *self.rule[4:]), end.end, None)
            last = end.end
        if not first or not last or first[: len(last)] > last[: len(first)]:
            return None
        if self.bound in ("since", "after"):
            return DateRange(self.text, first, None)
        if self.bound == "before":
            return DateRange(self.text, None, last)
        return DateRange(self.text, first, last)


Made = Bounds | Rule | None
"""What a pattern makes of a match: first and last date, a rule (a tuple that starts with its name), or nothing."""


def _m(text: str) -> int:
    name = text.casefold().rstrip(".")
    return next(at for at, month in enumerate(MONTHS, 1) if month.startswith(name[:3]))


def _third(text: str) -> str:
    word = text.casefold()
    return "mid" if "mid" in word else "late" if word.startswith("late") or "end" in word else "early"


def _point(year: int, month: int | None = None, day: int | None = None) -> Bounds:
    found = iso(year, month, day)
    return found, found


def _dated(m: re.Match[str]) -> Made:
    month, day = _m(m["month"]), int(m["day"])
    if m["year"]:
        return _point(int(m["year"]), month, day)
    return ("month", str(month), str(day), "") if iso(2000, month, day) else None


def _days(m: re.Match[str]) -> Made:
    month = _m(m["month"])
    if not m["year"]:
        return ("month", str(month), m["first"], "")
    return iso(int(m["year"]), month, int(m["first"])), iso(int(m["year"]), month, int(m["last"]))


def _numeric(m: re.Match[str]) -> Made:
    year, a, b = int(m["year"]), int(m["a"]), int(m["b"])
    if a > 12 or a == b or m["sep"] == ".":
        return _point(year, b, a)
    if b > 12:
        return _point(year, a, b)
    # Day and month may stand either way round: only the year is sure.
    return _point(year)


def _year_range(m: re.Match[str]) -> Made:
    first = int(m["first"])
    last = int(m["last"]) if len(m["last"]) == 4 else first // 100 * 100 + int(m["last"])
    return (iso(first), iso(last)) if first < last <= first + 150 else None


def _decade(m: re.Match[str]) -> Made:
    first = int(m["decade"]) if len(m["decade"]) == 4 else 1900 + int(m["decade"])
    low, high = {"": (0, 9), "early": (0, 3), "mid": (4, 6), "late": (7, 9)}[_third(m["third"]) if m["third"] else ""]
    return iso(first + low), iso(first + high)


def _part_of_year(m: re.Match[str]) -> Made:
    word = (m["nth"] or m["nth2"]).casefold()
    at = {"first": 0, "second": 1, "third": 2, "fourth": 3, "last": 3}.get(word)
    at = int(word) - 1 if at is None else at
    half = (m["part"] or m["part2"]).casefold() in ("half", "h")
    size = 6 if half else 3
    if half:
        at = 1 if word in ("last", "second", "2") else 0
    if at * size >= 12:
        return None
    return iso(int(m["year"]), at * size + 1), iso(int(m["year"]), at * size + size)


def _third_of(m: re.Match[str]) -> Made:
    which = _third(m["third"])
    if m["month"]:
        if m["year"]:
            return relative.third(which, int(m["year"]), _m(m["month"]))
        return ("month", str(_m(m["month"])), "", "", which)
    return relative.third(which, int(m["year"]))


def _count(text: str) -> int:
    word = text.casefold()
    return int(word) if word.isdigit() else UNITS.get(word, {"a couple of": 2, "half a dozen": 6}.get(word, 1))


def _span(m: re.Match[str], sign: int) -> tuple[str, str]:
    unit = m["unit"].casefold()
    factor = {"decade": 10, "fortnight": 2}.get(unit, 1)
    return {"decade": "year", "fortnight": "week"}.get(unit, unit), str(sign * factor * _count(m["n"]))


_STEPS = {"last": "-1", "this": "0", "next": "1", "following": "1", "previous": "-1",
          "preceding": "-1", "same": "0", "that": "0"}  # fmt: skip
_DAYS = {"yesterday": "-1", "today": "0", "tonight": "0", "tomorrow": "1", "last night": "-1", "this morning": "0",
         "this afternoon": "0", "this evening": "0", "the day before yesterday": "-2"}  # fmt: skip


def _in_text(m: re.Match[str]) -> Made:
    which, unit = m["which"].casefold(), m["unit"].casefold()
    if unit in MONTHS:
        return ("month of context next", str(_m(unit))) if which in ("following", "next") else None
    if which in ("same", "that"):
        return ("same", unit)
    return ("later", unit, "1" if which in ("following", "next") else "-1")


PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Made]], ...] = (
    # 2013-05-29, with or without a time of day
    (re.compile(r"(?<![\w/.-])(?P<y>[12]\d{3})-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>0[1-9]|[12]\d|3[01]))?(?:T\d[\d:.+Z-]*)"
                r"?(?![\w-])"),
     lambda m: _point(int(m["y"]), int(m["m"]), int(m["d"]) if m["d"] else None)),
    # Wednesday, 29th of May, 2013; 29 May
    (re.compile(rf"(?<![\w.,])(?:{_DAYNAME},?\s+)?(?:the\s+)?(?P<day>{_DAY}){_ORD}(?:\s+of)?\s+(?P<month>{_MONTH})"
                rf"\b\.?(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"), _dated),
    # May 29, 2013; Wed., Oct 29
    (re.compile(rf"\b(?:(?:{_DAYNAME}|{_DAYABBR}),?\s+)?(?P<month>{_MONTH})\s+(?P<day>{_DAY}){_ORD}(?!\s?(?:%|per "
                rf"?cent|people|[-–]\d|,\d{{3}}|:\d))(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?"), _dated),
    # 5-12 May 2013; May 5 and 6, 2013
    (re.compile(rf"(?<![\w.,])(?P<first>{_DAY}){_ORD}{_TO}(?P<last>{_DAY}){_ORD}\s+(?:of\s+)?(?P<month>{_MONTH})"
                rf"(?:,?\s+(?P<year>{_YEAR}))?"), _days),
    (re.compile(rf"\b(?P<month>{_MONTH})\s+(?P<first>{_DAY}){_ORD}{_TO}(?P<last>{_DAY}){_ORD}(?:,?\s+(?P<year>{_YEAR}))"
                rf"?(?![\d%])"), _days),
    # January-March 2014
    (re.compile(rf"\b(?P<first>{_MONTH}){_TO}(?P<last>{_MONTH}),?\s+(?P<year>{_YEAR})"),
     lambda m: (iso(int(m["year"]), _m(m["first"])), iso(int(m["year"]), _m(m["last"])))),
    # May 2013, May of 2013
    (re.compile(rf"\b(?P<month>{_MONTH}),?\s+(?:of\s+)?(?P<year>{_YEAR})"),
     lambda m: _point(int(m["year"]), _m(m["month"]))),
    # 29/05/2013, 29.05.2013
    (re.compile(rf"(?<![\w/.-])(?P<a>\d{{1,2}})(?P<sep>[/.-])(?P<b>\d{{1,2}})(?P=sep)(?P<year>{_YEAR})(?![\w/-])"),
     _numeric),
    # 2008-15, 2019/20, between 2008 and 2015, from 2008 to 2015
    (re.compile(rf"(?<![\w/.,#№-])(?P<first>{_YEAR})\s?[-–—/]\s?(?P<last>{_YEAR}|\d\d)(?![\w/-])"), _year_range),
    (re.compile(rf"\b(?:[Bb]etween|[Ff]rom)\s+(?:about\s+|the\s+years\s+)?(?P<first>{_YEAR})\s+(?:and|to|until|till|"
                rf"through)\s+(?P<last>{_YEAR})"), _year_range),
    # the early 1990s, the '90s
    (re.compile(rf"(?:\b[Tt]he\s+)?(?:{_THIRD})?(?:\b(?P<decade>(?:1[789]|20)\d0|(?<=['’])\d0)['’]?s\b)"), _decade),
    # Q3 2013, the third quarter of 2013, in the first half of 2013
    (re.compile(rf"\b(?:(?:the\s+)?(?P<nth>first|second|third|fourth|last)\s+(?P<part>half|quarter)(?:\s+of)?|"
                rf"(?P<part2>Q|H)(?P<nth2>[1-4])(?:\s+of)?)(?:\s+the\s+year)?,?\s+(?P<year>{_YEAR})"), _part_of_year),
    # late May 2013, mid-2013, the end of 2013, early May
    (re.compile(rf"\b{_THIRD}(?:(?P<month>{_MONTH})(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}))?|(?P<year2>{_YEAR}))"),
     lambda m: _third_of(m) if m["month"] else relative.third(_third(m["third"]), int(m["year2"]))),
    (re.compile(rf"\b(?:the\s+)?(?P<season>{_SEASON})(?:\s+of|,)?\s+(?P<year>{_YEAR})"),
     lambda m: relative.season(m["season"].casefold(), int(m["year"]))),
    # counted from the publication
    (re.compile(rf"\b(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+)?(?P<day>{_DAYNAME})\b"),
     lambda m: ("weekday", str(WEEKDAYS.index(m["day"].casefold())), (m["which"] or "").casefold())),
    (re.compile(r"\b(?P<word>the day before yesterday|yesterday|today|tonight|tomorrow|last night|this (?:morning|"
                r"afternoon|evening))\b", re.IGNORECASE),
     lambda m: ("shift", "day", _DAYS[m["word"].casefold()])),
    (re.compile(r"\b(?:(?:earlier|late|later|early)\s+(?:in\s+)?)?(?P<which>last|this|next)\s+(?P<unit>week|"
                r"month|quarter|year)\b(?!['’-])", re.IGNORECASE),
     lambda m: ("shift", m["unit"].casefold(), _STEPS[m["which"].casefold()])),
    (re.compile(r"\b(?:earlier|later)\s+in\s+the\s+(?P<unit>week|month|year)\b", re.IGNORECASE),
     lambda m: ("shift", m["unit"].casefold(), "0")),
    (re.compile(rf"\b(?P<which>last|this|next)\s+(?P<season>{_SEASON})\b"),
     lambda m: ("season", m["season"].casefold(), m["which"].casefold())),
    (re.compile(rf"\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his)\s+(?P<month>{_MONTH})(?!\w)"),
     lambda m: ("month", str(_m(m["month"])), "", m["which"].casefold())),
    (re.compile(rf"\b(?P<month>{_MONTH})\s+(?:of\s+)?(?P<which>last|this|next)\s+year\b"),
     lambda m: ("month of year", str(_m(m["month"])), _STEPS[m["which"]])),
    (re.compile(rf"\b(?:(?:almost|nearly|about|around|some|over|more than)\s+)"
                rf"?{_N}\s+{_UNIT}s?\s+ago\b", re.IGNORECASE),
     lambda m: ("shift", *_span(m, -1))),
    # counted from the date just spoken of
    (re.compile(rf"\b(?:(?:just|almost|nearly|about|around|some|only)\s+)?{_N}\s+{_UNIT}s?\s+(?P<way>later|earlier|"
                rf"afterwards?|thereafter|(?:before|after)(?=[.,;)]|$))", re.IGNORECASE),
     lambda m: ("later", *_span(m, -1 if m["way"].casefold() in ("earlier", "before") else 1))),
    (re.compile(rf"\b[Tt]he\s+(?:very\s+)?(?P<which>following|next|previous|preceding|same)\s+(?P<unit>day|week|month|"
                rf"year|{'|'.join(m.title() for m in MONTHS)})\b"), _in_text),
    (re.compile(r"\b[Tt]he\s+(?P<unit>day|week|month|year)\s+(?P<way>before|after)(?=[.,;)]|$)"),
     lambda m: ("later", m["unit"], "-1" if m["way"] == "before" else "1")),
    (re.compile(r"\b(?:(?:earlier|later)\s+)?(?P<which>that)\s+(?:same\s+)?(?P<unit>day|week|month|year)"
                r"\b", re.IGNORECASE), _in_text),
    (re.compile(rf"\b(?P<month>{_MONTH})\s+(?:of\s+)?(?:that|the same)\s+year\b"),
     lambda m: ("month of context", str(_m(m["month"])))),
)  # fmt: skip
_LONE_MONTH = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|[Tt]hroughout|[Bb]etween|[Bb]efore|[Aa]fter|[Ff]rom|[Oo]f)"
    rf"\s+"
    rf"(?P<month>{_MONTH})(?!\s+(?:\d|[A-Z][a-z]))(?![\w-])|\b(?:and|to|until|through)\s+(?P<next>{_MONTH})(?!\s+(?:\d|"
    rf"[A-Z][a-z]))(?!\w)"
)
_YEARS = re.compile(rf"(?<![\w/.,#№§:+$€£¥-])(?P<year>{_YEAR})(?![\w/%]|[.,:]\d|-\d)|(?<=mid-)(?P<mid>{_YEAR})")
_BOUND = re.compile(
    r"\b(?:(?P<since>since)|(?P<after>after)|(?P<before>before|prior to)|until|till|by|up to)\s+"
    r"(?:(?:at least|about|around|approximately|as early as|the end of|late|early|the)\s+)?$",
    re.IGNORECASE,
)
_ONWARDS = re.compile(r"\s+on(?:wards?)?\b")
_FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
_RANGE = re.compile(r"\s?[–—]\s?|\s+(?:to|and|until|till|through)\s+")
_GATE = re.compile(
    rf"\d{{4}}|\d\d?[/.-]\d|\d0s|{_MONTH}|{_DAYNAME}|day|night|\b(?:ago|later|earlier|afterwards?|thereafter|last|this|"
    rf"next|"
    rf"that|same|following|previous|preceding|morrow)\b|week|month|year",
    re.IGNORECASE,
)


def _is_weekday(text: str, start: int, end: int) -> bool:
    """False where the name of the day belongs to a longer name ("the Sunday Times", "Black Friday")."""
    before = text[max(0, start - 12) : start]
    if _NAME_AFTER.match(text, end) or _THE_BEFORE.search(before):
        return False
    return bool(_WEEKDAY_BEFORE.search(before))


def _atoms(text: str) -> list[DateFind]:
    found = []
    for pattern, make in PATTERNS:
        for match in pattern.finditer(text):
            made = make(match)
            if made is None or made == (None, None):
                continue
            span = (match.start(), match.end(), match[0])
            if len(made) == 2 and made[0] is not None and made[0][:1].isdigit():
                if made[1] is not None and made[0][: len(made[1])] <= made[1][: len(made[0])]:
                    found.append(DateFind(*span, first=made[0], last=made[1]))
            elif made[0] and not (made[0] == "weekday" and not _is_weekday(text, match.start(), match.end())):
                until = None
                if make is _days and made[0] == "month":
                    until = DateFind(*span, rule=("month", str(made[1]), match["last"], ""))
                found.append(DateFind(*span, rule=tuple(str(part) for part in made), until=until))
    for match in _LONE_MONTH.finditer(text):
        name = "month" if match["month"] else "next"
        found.append(
            DateFind(match.start(name), match.end(name), match[name], rule=("month", str(_m(match[name])), "", ""))
        )
    for match in _YEARS.finditer(text):
        if reads_as_year(text, match.start(), match.end()):
            found.append(DateFind(match.start(), match.end(), match[0], first=match[0], last=match[0]))
    return found


def _with_bounds(text: str, find: DateFind) -> DateFind:
    before = _BOUND.search(text, max(0, find.start - 36), find.start)
    if before:
        bound = next((name for name in ("since", "after", "before") if before[name]), "")
        return replace(find, start=before.start(), text=text[before.start() : find.end], bound=bound)
    onwards = _ONWARDS.match(text, find.end)
    if onwards and _FROM.search(text, max(0, find.start - 10), find.start):
        return replace(find, end=onwards.end(), text=text[find.start : onwards.end()], bound="since")
    return find


@lru_cache(maxsize=64)
def find_dates(text: str) -> tuple[DateFind, ...]:
    """The dates of a text in order, disjoint; each resolves on its own (``DateFind.resolve``)."""
    if not _GATE.search(text):
        return ()
    atoms = longest(_atoms(text))
    found: list[DateFind] = []
    at = 0
    while at < len(atoms):
        find = atoms[at]
        if at + 1 < len(atoms) and (join := _RANGE.fullmatch(text, find.end, atoms[at + 1].start)):
            opened = _FROM.search(text, max(0, find.start - 10), find.start)
            if opened or not join[0].strip().isalpha() or join[0].strip() not in ("and", "to"):
                start, last = (opened.start() if opened else find.start), atoms[at + 1]
                found.append(replace(find, start=start, end=last.end, text=text[start : last.end], until=last))
                at += 2
                continue
        found.append(_with_bounds(text, find))
        at += 1
    return tuple(found)
