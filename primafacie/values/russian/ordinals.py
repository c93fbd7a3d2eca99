"""Dates that are written out: "пятого июня две тысячи девятого года", "в тысяча девятьсот девяносто восьмом году"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from primafacie.values.relative import iso

_ONES = "перв втор трет четверт пят шест седьм восьм девят".split()
_TEENS = (
    "десят одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат".split()
)
_TENS = {"двадцат": 20, "тридцат": 30, "сороков": 40, "пятидесят": 50, "шестидесят": 60, "семидесят": 70,
         "восьмидесят": 80, "девяност": 90}  # fmt: skip
_LEADING = {"двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60, "семьдесят": 70,
            "восемьдесят": 80, "девяносто": 90}  # fmt: skip
_CENTURIES = {"тысяча восемьсот": 1800, "тысяча девятьсот": 1900, "две тысячи": 2000}
_STEMS = {stem: n for n, stem in enumerate(_ONES, 1)} | {stem: n for n, stem in enumerate(_TEENS, 10)} | _TENS
_MONTHS = "январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр".split()
_ENDING = r"(?:ого|его|ьего|ом|ем|ьем)"
_STEM = "|".join(sorted(_STEMS, key=len, reverse=True))
_ORDINAL = rf"(?:(?:{'|'.join(_LEADING)})\s+)?(?:{_STEM}){_ENDING}"
_YEAR = rf"(?P<year>(?:{'|'.join(_CENTURIES)})\s+{_ORDINAL}|двухтысячн(?:ого|ом))\s+год[ау]"
_DATED = re.compile(
    rf"(?<!\w)(?P<day>{_ORDINAL})\s+(?P<month>{'|'.join(_MONTHS)})[аяе]?(?!\w)"
    rf"(?:\s+(?:{_YEAR}|(?P<digits>[12]\d{{3}})(?:\s+года|\s?г\.)?))?"
    rf"|(?<!\w){_YEAR.replace('<year>', '<alone>')}",
    re.IGNORECASE,
)


def written_dates(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Start, end and what ``dates`` makes a date of: two ISO dates, or a rule where no year is told.

    ``text`` has "е" for "ё".
    """
    for match in _DATED.finditer(text):
        if match["alone"]:
            year = str(_year(match["alone"]))
            yield match.start(), match.end(), (year, year)
            continue
        day, month = _number(match["day"]), next(n for n, m in enumerate(_MONTHS, 1) if match["month"].lower() == m)
        if not 1 <= day <= 31:
            continue
        if match["year"] or match["digits"]:
            on = iso(_year(match["year"]) if match["year"] else int(match["digits"]), month, day)
            if on:
                yield match.start(), match.end(), (on, on)
        else:
            yield match.start(), match.end(), ("month", str(month), str(day), "")


def _number(words: str) -> int:
    *leading, last = words.lower().split()
    stem = max((s for s in _STEMS if last.startswith(s)), key=len)
    return sum(_LEADING[word] for word in leading) + _STEMS[stem]


def _year(words: str) -> int:
    words = " ".join(words.lower().split())
    if words.startswith("двухтысячн"):
        return 2000
    century = next(c for c in _CENTURIES if words.startswith(c))
    return _CENTURIES[century] + _number(words[len(century) :])
