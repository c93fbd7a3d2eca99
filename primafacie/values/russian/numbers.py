"""Numbers as Russian writes them: "1 700", "2,1 млрд", "двести пятьдесят тысяч", "полтора миллиона", "пятеро"."""

# ruff: noqa: E501 (a pattern reads best on one line)
from __future__ import annotations

import re
from functools import lru_cache

from primafacie.values.numbers import NumberFind

_FORMS = {
    1: "один одна одно одного одной одному одним одном одну", 2: "два две двух двум двумя двое двоих двоим",
    3: "три трех трем тремя трое троих троим", 4: "четыре четырех четырем четырьмя четверо четверых",
    5: "пять пяти пятью пятеро пятерых", 6: "шесть шести шестью шестеро шестерых", 7: "семь семи семью семеро семерых",
    8: "восемь восьми восемью", 9: "девять девяти девятью", 10: "десять десяти десятью", 20: "двадцать двадцати двадцатью",
    30: "тридцать тридцати тридцатью", 40: "сорок сорока", 50: "пятьдесят пятидесяти полсотни", 60: "шестьдесят шестидесяти",
    70: "семьдесят семидесяти", 80: "восемьдесят восьмидесяти", 90: "девяносто девяноста", 100: "сто ста",
    200: "двести двухсот", 300: "триста трехсот", 400: "четыреста четырехсот", 500: "пятьсот пятисот",
    600: "шестьсот шестисот", 700: "семьсот семисот", 800: "восемьсот восьмисот", 900: "девятьсот девятисот",
}  # fmt: skip
_TEENS = "один две три четыр пят шест сем восем девят".split()
UNITS: dict[str, float] = {form: float(value) for value, forms in _FORMS.items() for form in forms.split()}
UNITS |= {f"{stem}надцат{end}": 11.0 + at for at, stem in enumerate(_TEENS) for end in ("ь", "и", "ью")}
UNITS |= {"полтора": 1.5, "полторы": 1.5, "полутора": 1.5}
"""Every case of the numerals below a thousand, and the collectives ("пятеро")."""
SCALES = (
    ("тыс", 1e3),
    ("млн", 1e6),
    ("миллион", 1e6),
    ("млрд", 1e9),
    ("миллиард", 1e9),
    ("трлн", 1e12),
    ("триллион", 1e12),
)
SCALE = r"(?:тыс(?:\.|\b)|тысяч(?:а|и|у|е|ам|ами|ей|ью)?\b|млн\.?|млрд\.?|трлн\.?|миллион\w{0,3}|миллиард\w{0,3}|триллион\w{0,3})"
_WORDS = "|".join(sorted(UNITS, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.,№-])(?P<digits>\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?:,\d+)?(?![\d])|\d+(?:[.,]\d+)?)(?:[ \u00a0\u202f]?(?P<scale>{SCALE}))?"
    rf"|(?<!\w)(?P<words>(?:{_WORDS})(?: (?:{_WORDS}))*)\b(?: (?P<scale2>{SCALE}))?"
    rf"|(?<!\w)(?P<half>пол)(?P<scale3>миллион|миллиард|тысяч)\w{{0,2}}\b"
    rf"|(?<!\w)(?P<one>тысяча|тысячу|миллион|миллиард)\b(?! на)",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """The text with "е" for "ё", character for character."""
    return text.replace("ё", "е").replace("Ё", "Е")


def _scale(word: str | None) -> float:
    low = (word or "").casefold()
    return next((value for start, value in SCALES if low.startswith(start)), 1.0)


@lru_cache(maxsize=64)
def find_numbers(text: str) -> tuple[NumberFind, ...]:
    """The numbers of a text in order, disjoint; a decimal comma or point, groups of three parted by blanks."""
    found = []
    for match in _NUMBER.finditer(plain(text)):
        span = match.start(), match.end(), text[match.start() : match.end()]
        if match["digits"]:
            if len(match["digits"]) > 40:
                continue
            value = float(re.sub(r"[ \u00a0\u202f]", "", match["digits"]).replace(",", "."))
            scale = _scale(match["scale"])
            found.append(NumberFind(*span, round(value * scale, 6), True, scale))
        elif match["words"]:
            scale = _scale(match["scale2"])
            value = sum(UNITS[word] for word in match["words"].casefold().split())
            found.append(NumberFind(*span, value * scale, False, scale))
        else:
            scale = _scale(match["scale3"] or match["one"])
            found.append(NumberFind(*span, scale / 2 if match["half"] else scale, False, scale))
    return tuple(found)
