"""How large a stake, in Russian wording: "51 % акций", "половина банка", "контрольный пакет"."""

# ruff: noqa: E501 (a pattern reads best on one line)
from __future__ import annotations

import re
from functools import lru_cache

from primafacie.values.russian.numbers import find_numbers, plain
from primafacie.values.shares import ShareFind
from primafacie.values.spans import longest

_PERCENT = re.compile(r"\s?(?:%(?:-н\w+)?|процент(?!н\w* пункт)\w*|-процентн\w+)(?!\s?пункт)", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?:(?P<low>не менее|не меньше|более|больше|свыше|как минимум|по меньшей мере)|(?P<high>до|не более|не больше|менее|меньше)|около|примерно|почти|порядка)\s+(?:чем\s+)?$",
    re.IGNORECASE,
)
_WHOLE = r"(?:акци\w+|дол\w+|компани\w+|банк\w*|завод\w*|бизнес\w*|капитал\w*|фирм\w+|предприяти\w+|холдинг\w*|пакет\w*|комбинат\w*|шахт\w+|уставн\w+)"
_WORDS: tuple[tuple[re.Pattern[str], float | None, float | None], ...] = (
    (re.compile(r"\bконтрольн\w+ (?:пакет\w*|дол\w+)|\bмажоритарн\w+ (?:пакет\w*|дол\w+)", re.IGNORECASE), 50, None),
    (re.compile(r"\bбольш(?:ая|ей|ую) част\w+ (?=акци|дол|капитал)", re.IGNORECASE), 50, None),
    (re.compile(r"\bблокирующ\w+ пакет\w*", re.IGNORECASE), 25, 50),
    (re.compile(r"\bминоритарн\w+ (?:пакет\w*|дол\w+)", re.IGNORECASE), None, 50),
    (re.compile(r"\bединственн\w+ (?:владел\w+|собственник\w*|акционер\w*|учредител\w+|участник\w*)|\bполностью(?= (?:принадлеж|владе|контролир))", re.IGNORECASE), 100, 100),
    (re.compile(rf"\bдв(?:е|ух|умя) трет\w+(?=\s+(?:его |ее |их )?{_WHOLE})", re.IGNORECASE), 66.67, 66.67),
    (re.compile(rf"\bтрет(?:ь|и|ью)(?=\s+(?:его |ее |их )?{_WHOLE})", re.IGNORECASE), 33.33, 33.33),
    (re.compile(rf"\bчетверт(?:ь|и|ью)(?=\s+(?:его |ее |их )?{_WHOLE})", re.IGNORECASE), 25, 25),
    (re.compile(rf"\bполовин\w+(?=\s+(?:его |ее |их |всех )?{_WHOLE})", re.IGNORECASE), 50, 50),
)  # fmt: skip


@lru_cache(maxsize=64)
def find_shares(text: str) -> tuple[ShareFind, ...]:
    """The shares of a text in percent, in order; "половина" and the like count only of a company, its shares and so on."""
    low = plain(text)
    found: list[ShareFind] = []
    for number in find_numbers(text):
        percent = _PERCENT.match(low, number.end)
        if percent and number.value <= 100 and number.scale == 1:
            found.append(_bounded(text, low, number.start, percent.end(), number.value, number.value))
    for pattern, least, most in _WORDS:
        found += [_bounded(text, low, m.start(), m.end(), least, most) for m in pattern.finditer(low)]
    return longest(found)


def _bounded(text: str, low: str, start: int, end: int, least: float | None, most: float | None) -> ShareFind:
    if before := _BEFORE.search(low, max(0, start - 24), start):
        start = before.start()
        least, most = (least, None) if before["low"] else (None, most) if before["high"] else (least, most)
    return ShareFind(start, end, text[start:end], least, most)
