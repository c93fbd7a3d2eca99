"""When, in Russian wording: absolute dates, and those counted from the publication or from the date just spoken of."""

# ruff: noqa: E501 (a pattern reads best on one line)
from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from primafacie.values import relative
from primafacie.values.dates import DateFind
from primafacie.values.relative import Bounds, Rule, iso
from primafacie.values.russian.numbers import UNITS, plain
from primafacie.values.russian.ordinals import written_dates
from primafacie.values.spans import longest

MONTHS = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split()
WEEKDAYS = "понедельник вторник сред четверг пятниц суббот воскресень".split()
SEASONS = {"весн": "spring", "лет": "summer", "осен": "autumn", "зим": "winter"}
_ENDS = r"(?:ь|я|е|ю|ем|а|у|й|ом)?"
_MONTH = rf"(?:(?:{'|'.join(m for m in MONTHS if m != 'ма')}){_ENDS}|ма(?:й|я|е|ю|ем))(?!\w)"
_WEEKDAY = r"(?:понедельник|вторник|четверг|(?:сред|пятниц|суббот)[уаые]|воскресень[ея])\w{0,2}"
_YEAR = r"(?:1[789]|20)\d\d(?!\d)"
_YEARS = r"(?:-?(?:го|м|й|е|х|му))?(?:\s?(?:годах|годов|годы|год[ау]?|годом|гг?\.|г\b))?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)"
_N = rf"(?P<n>\d{{1,3}}|{'|'.join(sorted(UNITS, key=len, reverse=True))}|несколько|пару)"
_UNIT = r"(?P<unit>год|лет|месяц|недел|дн|ден|сут)\w{0,3}"
_THIRD = r"(?P<third>начал[еау]|середин[еыу]|конц[еау]|конец)\s+"
Made = Bounds | Rule | None


def _month(text: str) -> int:
    low = text.casefold()
    return next(
        at
        for at, stem in enumerate(MONTHS, 1)
        if low.startswith(stem) and (stem != "ма" or low in ("май", "мая", "мае", "маю", "маем"))
    )


def _point(year: int, month: int | None = None, day: int | None = None) -> Bounds:
    found = iso(year, month, day)
    return found, found


def _dated(m: re.Match[str]) -> Made:
    month, day = _month(m["month"]), int(m["day"])
    if m["year"]:
        return _point(int(m["year"]), month, day)
    return ("month", str(month), str(day), "") if iso(2000, month, day) else None


def _days(m: re.Match[str]) -> Made:
    month = _month(m["month"])
    return (
        (iso(int(m["year"]), month, int(m["first"])), iso(int(m["year"]), month, int(m["last"]))) if m["year"] else None
    )


def _third(m: re.Match[str]) -> Made:
    which = {"н": "early", "с": "mid", "к": "late"}[m["third"][0].casefold()]
    if m["month"] and m["year"]:
        return relative.third(which, int(m["year"]), _month(m["month"]))
    if m["month"]:
        return ("month", str(_month(m["month"])), "", "", which)
    return relative.third(which, int(m["year2"]))


def _part(m: re.Match[str]) -> Made:
    size = 3 if m["part"].casefold().startswith("кв") else 6
    word = m["nth"].casefold()
    at = (
        next(n for n, stem in enumerate(("перв", "втор", "трет", "четв")) if word.startswith(stem))
        if word.isalpha()
        else "I II III IV".split().index(word.upper())
    )
    return (iso(int(m["year"]), at * size + 1), iso(int(m["year"]), at * size + size)) if at * size < 12 else None


def _unit(text: str) -> str:
    low = text.casefold()
    return {"г": "year", "л": "year", "м": "month", "н": "week"}.get(low[0], "day")


def _count(text: str | None) -> int:
    low = (text or "один").casefold()
    return int(low) if low.isdigit() else round(UNITS.get(low, 0))


def _ago(m: re.Match[str]) -> Made:
    count = _count(m["n"])
    return ("shift", _unit(m["unit"]), str(-count)) if count else None


def _later(m: re.Match[str]) -> Made:
    count = _count(m["n"])
    return ("later", _unit(m["unit"]), str(count)) if count else None


_STEPS = {
    "прошл": "-1",
    "минувш": "-1",
    "предыдущ": "-1",
    "эт": "0",
    "текущ": "0",
    "нынешн": "0",
    "следующ": "1",
    "будущ": "1",
}
_DAYS = {"позавчера": "-2", "вчера": "-1", "накануне": "-1", "сегодня": "0", "завтра": "1"}


def _step(word: str) -> str:
    return next(step for stem, step in _STEPS.items() if word.casefold().startswith(stem))


def _weekday(m: re.Match[str]) -> Made:
    at = next(n for n, stem in enumerate(WEEKDAYS) if m["day"].casefold().startswith(stem))
    which = {"-1": "last", "1": "next"}.get(_step(m["which"]) if m["which"] else "0", "")
    return ("weekday", str(at), which if which != "last" or m["which"][0] not in "мМ" else "")


_WHICH = r"(?P<which>прошл|минувш|предыдущ|эт|текущ|нынешн|следующ|будущ)\w{1,3}"
PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Made]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), make) for pattern, make in (
        (r"(?<![\w/.-])(?P<y>[12]\d{3})-(?P<m>0[1-9]|1[0-2])-(?P<d>0[1-9]|[12]\d|3[01])(?![\w-])", lambda m: _point(int(m["y"]), int(m["m"]), int(m["d"]))),
        (rf"(?<![\w/.-])(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.(?P<y>{_YEAR})(?![\w/-])", lambda m: _point(int(m["y"]), int(m["m"]), int(m["d"]))),
        (rf"(?<![\w.,])(?P<day>{_DAY})(?:-го)?\s+(?P<month>{_MONTH})(?:\s+(?P<year>{_YEAR}){_YEARS})?(?!\s+(?:прошлого|этого|того|следующего))", _dated),
        (rf"(?<![\w.,])(?:с\s+)?(?P<first>{_DAY})(?:\s?[-–—]\s?|\s+(?:по|и)\s+)(?P<last>{_DAY})\s+(?P<month>{_MONTH})(?:\s+(?P<year>{_YEAR}){_YEARS})?", _days),
        (rf"\b(?P<month>{_MONTH})\s+(?P<year>{_YEAR}){_YEARS}", lambda m: _point(int(m["year"]), _month(m["month"]))),
        (rf"\b(?P<first>{_YEAR})\s?[-–—]\s?(?P<last>{_YEAR}){_YEARS}", lambda m: (m["first"], m["last"])),
        (rf"\bс\s+(?P<first>{_YEAR})(?:-го)?(?:\s+года)?\s+(?:по|до)\s+(?P<last>{_YEAR}){_YEARS}", lambda m: (m["first"], m["last"])),
        (rf"\bмежду\s+(?P<first>{_YEAR})(?:-м)?\s+и\s+(?P<last>{_YEAR}){_YEARS}", lambda m: (m["first"], m["last"])),
        (r"\b(?P<decade>(?:1[789]|20)\d0)-[хе]\w?(?:\s+год\w*)?", lambda m: (m["decade"], str(int(m["decade"]) + 9))),
        (rf"\b{_THIRD}(?:(?P<month>{_MONTH})(?:\s+(?P<year>{_YEAR}){_YEARS})?|(?P<year2>{_YEAR}){_YEARS})", _third),
        (rf"\b(?P<nth>перв\w+|втор\w+|трет\w+|четверт\w+|IV|I{{1,3}})\s+(?P<part>квартал\w?|полугоди\w+|половин\w)\s+(?P<year>{_YEAR}){_YEARS}", _part),
        (rf"\b(?P<season>весн|лет|осен|зим)(?:ой|ом|ью|а|у|ы|о)\s+(?P<year>{_YEAR}){_YEARS}", lambda m: relative.season(SEASONS[m["season"].casefold()], int(m["year"]))),
        (rf"\b(?:{_WHICH}\s+)?(?P<day>{_WEEKDAY})\b", _weekday),
        (r"(?<!\w)(?P<word>позавчера|вчера|накануне|сегодня|завтра)(?!\w)", lambda m: ("shift", "day", _DAYS[m["word"].casefold()])),
        (rf"(?<!\w){_WHICH}\s+(?P<unit>недел|месяц|год)\w{{0,2}}\b", lambda m: ("shift", _unit(m["unit"]), _step(m["which"]))),
        (rf"\b(?P<month>{_MONTH})\s+{_WHICH}\s+года\b", lambda m: ("month of year", str(_month(m["month"])), _step(m["which"]))),
        (r"\bтого же (?P<unit>года|месяца|дня)|\bтом же (?P<unit2>году|месяце)|\bтот же (?P<unit3>день|год)", lambda m: ("same", _unit(m["unit"] or m["unit2"] or m["unit3"]))),
        (rf"\b(?P<month>{_MONTH})\s+того же года\b", lambda m: ("month of context", str(_month(m["month"])))),
        (rf"(?<!\w)(?:(?:почти|около|примерно|более)\s+)?(?:{_N}\s+)?{_UNIT}\s+(?:тому\s+)?назад\b", _ago),
        (rf"(?<!\w)(?:{_N}\s+)?{_UNIT}\s+спустя\b", _later),
        (rf"(?<!\w)(?:спустя|через)\s+(?:{_N}\s+)?{_UNIT}", _later),
        (r"(?<!\w)(?P<unit>год|месяц|недел|дн)(?:ом|ем|ей)\s+позже\b", lambda m: ("later", _unit(m["unit"]), "1")),
        (r"(?<!\w)(?P<unit>год|месяц|недел|дн)(?:ом|ем|ей)\s+(?:раньше|ранее)\b", lambda m: ("later", _unit(m["unit"]), "-1")),
        (rf"(?<!\w){_N}\s+{_UNIT}\s+позже\b", _later),
        (r"(?<!\w)(?:на|в)\s+следующий\s+(?P<unit>день|год|месяц)", lambda m: ("later", _unit(m["unit"]), "1")),
        (rf"(?<!\w)(?:в|с|до|к|после|за|весь|и|по)\s+(?P<month>{_MONTH})(?!\s+(?:\d|прошл|этого|того|следующ))", lambda m: ("month", str(_month(m["month"])), "", "")),
        (rf"(?<![\w/.,#№+$€-])(?P<year>{_YEAR})(?:-?(?:го|м|й))?\s?(?:год[ауо]?м?|г\.|г\b)|\b(?:в|с|до|после|к|по|за)\s+(?P<year2>{_YEAR})(?:-?(?:го|м|й|му))?(?:\s?(?:год[ауо]?м?|г\.|г\b))?(?!\s*(?:человек|%|\w*долл|руб|тенге|евро|чел|раз|мест))",
         lambda m: _point(int(m["year"] or m["year2"]))),
    )
)  # fmt: skip
_BOUND = re.compile(
    r"(?<!\w)(?:(?P<since>с|начиная с|со)|(?P<after>после)|(?P<before>до)|к|по)\s+(?:(?:начала|конца|середины)\s+)?$",
    re.IGNORECASE,
)
_LEADING = re.compile(r"^(?:(?P<since>с)|(?P<after>после)|(?P<before>до)|в|к|за|весь|и|по)\s+", re.IGNORECASE)
_GATE = re.compile(
    rf"\d{{4}}|\d\.\d|{_MONTH}|{_WEEKDAY}|вчера|сегодня|завтра|накануне|год|лет|месяц|недел|дн|день", re.IGNORECASE
)


@lru_cache(maxsize=64)
def find_dates(text: str) -> tuple[DateFind, ...]:
    """The dates of a text in order, disjoint; each resolves on its own (``DateFind.resolve``)."""
    low = plain(text)
    if not _GATE.search(low):
        return ()
    atoms: list[DateFind] = []
    for start, end, told in written_dates(low):
        where = start, end, text[start:end]
        fixed = len(told) == 2
        atoms.append(DateFind(*where, first=told[0], last=told[1]) if fixed else DateFind(*where, rule=told))
    for pattern, make in PATTERNS:
        for match in pattern.finditer(low):
            made = make(match)
            if made is None or made[0] is None:
                continue
            start, end = match.span()
            opened = _LEADING.match(match[0]) if "first" not in match.groupdict() else None
            bound = next((b for b in ("since", "after", "before") if opened and opened[b]), "")
            start += opened.end() if opened and not bound else 0
            span = start, end, text[start:end]
            if len(made) == 2 and made[0][:1].isdigit() and made[1]:
                if made[0][: len(made[1])] <= made[1][: len(made[0])]:
                    atoms.append(DateFind(*span, first=made[0], last=made[1], bound=bound))
            else:
                atoms.append(DateFind(*span, rule=tuple(str(part) for part in made), bound=bound))
    return tuple(_with_bound(text, low, find) for find in longest(atoms))


def _with_bound(text: str, low: str, find: DateFind) -> DateFind:
    before = None if find.bound else _BOUND.search(low, max(0, find.start - 20), find.start)
    bound = next((name for name in ("since", "after", "before") if before and before[name]), "")
    if not before or not bound:
        return find
    return replace(find, start=before.start(), text=text[before.start() : find.end], bound=bound)
