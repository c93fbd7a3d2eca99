"""How many, in Russian wording: "не менее 50 человек", "сотни", "трое", "около двадцати"."""

# ruff: noqa: E501 (a pattern reads best on one line)
from __future__ import annotations

import re
from functools import lru_cache

from primafacie.values.counts import CountFind
from primafacie.values.numbers import NumberFind
from primafacie.values.russian.dates import find_dates
from primafacie.values.russian.money import find_amounts
from primafacie.values.russian.numbers import find_numbers, plain
from primafacie.values.russian.shares import find_shares
from primafacie.values.spans import apart, longest

_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<low>не менее|не меньше|как минимум|по меньшей мере|по крайней мере|минимум|более|больше|свыше)"
    r"|(?P<high>не более|не больше|менее|меньше|максимум|вплоть до|(?<!от )до)"
    r"|около|примерно|порядка|приблизительно|почти|где-то|ровно|еще|всего)\s+(?:чем\s+)?(?:около\s+)?$",
    re.IGNORECASE,
)
_VAGUE = {
    "десят": (20, 99),
    "сотн": (200, 999),
    "сотен": (200, 999),
    "тысяч": (2000, 9999),
    "миллион": (2_000_000, 9_999_999),
}
_VAGUE_WORDS = re.compile(
    r"(?<!\w)(?:(?P<of>десятк(?:и|ов|ам|ами|ах)|сот(?:ни|ен|ням|нями|нях)) (?P<big>тысяч|миллионов)"
    r"|(?:(?:несколько|нескольких|несколькими|многие|многих) )?(?P<word>десятк(?:и|ов|ам|ами|ах)|сот(?:ни|ен|ням|нями|нях)|тысяч(?:и|ам|ами|ах))"
    r"|несколько (?P<unit>десятков|сотен|тысяч)|(?P<few>несколько|нескольких|нескольким|несколькими)(?! раз)|(?P<both>оба|обе|обоих|обеих)"
    r"|(?P<ten>десяток|десятка|десятком))\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"[\s\u00a0-]*(?:(?:полных|долгих|последних|первых|лишних)\s)?(?:лет|год\w{0,3}|месяц\w{0,3}|недел\w{1,3}|д(?:ень|ня|ней|ни|нем|нями)|сут\w{1,3}|час\w{0,3}|минут\w{0,3}|"
    r"секунд\w{0,3}|км|километр\w{0,3}|метр\w{0,3}|кг|килограмм\w{0,3}|тонн\w{0,3}|литр\w{0,3}|гектар\w{0,3}|процент\w{0,3}|раза?|градус\w{0,3}|кв|"
    r"баррел\w{1,3}|век\w{0,3}|квартал\w{0,3}|этаж\w{0,3}|стат\w{1,4}|пункт\w{0,3}|балл\w{0,3})\b|-\w|\s?[%°:/]|[.]\d",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:\b(?:стать[яеию]|ст|пункт\w?|п|номер|дом|квартира|ул|рейс|части|глава|возрасте|году|приказ|постановление)\.?\s+|[№#$€:.+/\d-])$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s?[-–—]\s?|\s+(?:до)\s+")


@lru_cache(maxsize=64)
def find_counts(text: str, article: bool = False) -> tuple[CountFind, ...]:
    """The counts of a text, in order; years, money, percentages, ages, durations and measures are left out.

    ``article`` is taken for the same call as in English; Russian has none.
    """
    low = plain(text)
    found: list[CountFind] = []
    numbers = find_numbers(text)
    skip = -1
    for at, number in enumerate(numbers):
        whole = _whole(number)
        if at <= skip or whole is None or _NUMBERED.search(low, max(0, number.start - 14), number.start):
            continue
        second = numbers[at + 1] if at + 1 < len(numbers) else None
        if second and _JOIN.fullmatch(low, number.end, second.start) and (top := _whole(second)) and top > whole:
            found.append(CountFind(number.start, second.end, text[number.start : second.end], whole, top))
            skip = at + 1
        elif not _MEASURED.match(low, number.end):
            found.append(_bounded(text, low, number.start, number.end, whole, whole))
    for match in _VAGUE_WORDS.finditer(low):
        least, most = _vague(match)
        if not _MEASURED.match(low, match.end()):
            found.append(_bounded(text, low, match.start(), match.end(), least, most))
    taken = longest([*find_dates(text), *find_amounts(text), *find_shares(text)])
    return longest(apart(sorted(found, key=lambda f: (f.start, -f.end)), taken))


def _vague(match: re.Match[str]) -> tuple[int, int]:
    if match["both"]:
        return 2, 2
    if match["few"]:
        return 3, 9
    if match["ten"]:
        return 10, 10
    word = (match["of"] or match["word"] or match["unit"]).casefold()
    least, most = next(bounds for start, bounds in _VAGUE.items() if word.startswith(start))
    if match["of"]:
        factor = 1000 if match["big"].casefold() == "тысяч" else 1_000_000
        return least * factor, (most + 1) * factor - 1
    return least, most


def _whole(number: NumberFind) -> int | None:
    value = round(number.value)
    return value if abs(number.value - value) < 1e-6 and value < 10**13 else None


def _bounded(text: str, low: str, start: int, end: int, least: int, most: int) -> CountFind:
    """The number with the words before it that make it a floor or a ceiling; "более тысячи" is no vague number."""
    floor: int | None = least
    ceiling: int | None = most
    if before := _BEFORE.search(low, max(0, start - 32), start):
        start = before.start()
        floor, ceiling = (least, None) if before["low"] else (None, most) if before["high"] else (least, most)
    return CountFind(start, end, text[start:end], floor, ceiling)
