"""Numbers as people write them: "1,700", "2.1bn", "38.8 million", "two hundred thousand", "half a dozen"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from primafacie.values.spans import Span

UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9,
    "trillion": 1e12,
}  # fmt: skip
SHORT = {
    "cr": 1e7, "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9, "mrd": 1e9,
    "tn": 1e12, "trn": 1e12,
}  # fmt: skip

_DIGITS = r"\d{1,3}(?:[,.’'\u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d{1,3}(?: \d{3})+(?![\d,.]\d)|\d+(?:[.,]\d+)?"
_WORDS = "|".join((*UNITS, *SCALES))
_GLUED = (
    "USD EUR GBP CHF KZT RMB Rmb AED INR PKR PLN HUF CZK SEK NOK DKK JPY CNY HKD SGD AUD CAD NZD ZAR NGN KES GHS "
    "UGX TZS EGP SAR THB MYR IDR VND PHP BRL MXN Rs SKr Skr NKr Nkr DKr Dkr SFr KSh Ksh KShs Kshs USh Ush TSh Tsh Sh "
    "Shs Rp RM Tk Bt Ft Kc FCFA CFA Dh Dhs SR KD QR LE DM FFr Php"
).split()
"""Codes and short forms of currencies that are written without a blank before the figure."""
_JOINED = (
    "(?-i:" + "|".join(rf"(?<=\b{glued})" for glued in (*_GLUED, r"Rs\."))
    + r"|(?<=\b[RNPW])(?=[\d.,]+(?:[ -]?(?:million|billion|trillion)\b|(?:bn|tn|mn|m)\b)))"
)  # fmt: skip
_NUMBER = re.compile(
    rf"(?=\d)(?:(?<![\w.,])|{_JOINED})(?P<digits>{_DIGITS})"
    rf"(?:(?P<scale>[ \u00a0\u202f-]?(?:hundred|thousand|lakh|million|crore|billion|trillion))s?\b"
    rf"|(?P<short>[ \u00a0]?(?:mln|mio|bln|mrd|trn|mn|bn|tn|cr)\b|[kKmMbB]\b))?"
    rf"|\b(?P<words>(?:(?:half(?:[ -]an?)?|an?)[ -](?=(?:{'|'.join(SCALES)})\b))?(?:{_WORDS})\b"
    rf"(?:(?:[ -]and[ -]a[ -](?=half[ -])|(?:(?<=hundred)|(?<=thousand)|(?<=million)|(?<=billion))[ -]and[ -]"
    rf"(?![a-z]+[ -](?:hundred|thousand|million|billion))|[ -])(?:{_WORDS}|half(?=[ -](?:{'|'.join(SCALES)})))\b)*)",
    re.IGNORECASE,
)
_LARGEST = 1e18
_WORD = re.compile(r"[a-z]+")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


@dataclass(frozen=True, slots=True)
class NumberFind(Span):
    """``value`` with its scale; ``digits`` where written in figures; ``scale`` is 1 where no scale word follows.

    A single group of three after a point ("2.117") is a fraction before a scale word and thousands elsewhere.
    """

    value: float
    digits: bool
    scale: float = 1.0

    @property
    def plain(self) -> bool:
        """Four figures and nothing else: it may be a year."""
        return len(self.text) == 4 and self.text.isdigit()


def _figure(text: str, scaled: bool) -> float:
    """The value of a group of figures in English or continental notation."""
    text = re.sub(r"[ ’'\u00a0\u202f]", "", text)
    if _GROUPED.fullmatch(text):
        single_point = text.count(".") == 1 and "," not in text
        if not (single_point and scaled):
            return float(re.sub(r"[.,]", "", text))
        return float(text)
    if "," in text and "." in text:
        decimal = max(text.rfind(","), text.rfind("."))
        return float(re.sub(r"[.,]", "", text[:decimal]) + "." + text[decimal + 1 :])
    if text.count(",") == 1:
        return float(text.replace(",", "."))
    return float(text)


def _spelled(text: str) -> float:
    """The value of a spelled number, e.g. "two hundred and fifty thousand" or "half a dozen"."""
    total = group = 0.0
    half = False
    for word in _WORD.findall(text.casefold()):
        if word == "half":
            half = True
        elif word in UNITS:
            group += UNITS[word]
        elif word in SCALES:
            scale = SCALES[word]
            group = (group + 0.5 if half else group or 1.0) * scale
            half = False
            if scale >= 1e3:
                total, group = total + group, 0.0
    return total + group


@lru_cache(maxsize=64)
def find_numbers(text: str) -> tuple[NumberFind, ...]:
    """The numbers of a text in order, disjoint. "a" and "an" count only before a scale word ("a hundred")."""
    found = []
    for match in _NUMBER.finditer(text):
        words, digits = match["words"], match["digits"]
        if words is not None:
            value = _spelled(words)
            scale = next((SCALES[w] for w in reversed(_WORD.findall(words.casefold())) if w in SCALES), 1.0)
            if value < _LARGEST:
                found.append(NumberFind(match.start(), match.end(), match[0], value, False, scale))
        elif len(digits) <= 40:
            # Longer runs of figures are account numbers and the like.
            unit = (match["scale"] or match["short"] or "").strip(" -\u00a0\u202f").casefold()
            scale = SCALES.get(unit) or SHORT.get(unit) or 1.0
            value = _figure(digits, scale > 1) * scale
            found.append(NumberFind(match.start(), match.end(), match[0], round(value, 6), True, scale))
    return tuple(found)


_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|during|of|from|(?<!up )(?<!close )to|through|before|after|between|early|late|mid|"
    r"year|years|and|or|"
    r"january|february|march|april|may|june|july|august|september|october|november|december|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter|election|circa)\.?,? |[–—/-]|mid-)"
    r"(?:at least |about |around |approximately |roughly |the |late |early |fiscal |the end of )*$",
    re.IGNORECASE,
)
_NOT_YEAR_BEFORE = re.compile(
    r"(?:\b(?:order|section|page|pages|article|no|nos|number|resolution|room|rule|law|directive|paragraph|para|flight|"
    r"e\.o|case|chapter|title|form|model|boeing|about|some|nearly|almost|roughly|around|approximately|at least|"
    r"more than|over|than|to|as many as|estimated)\.?[ \u00a0]|[#$€£₸₽¥])\(?$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r" (?:[a-z]+(?:ed|ing|an|ian|ish|ese|al|ous)? )?(?:people|persons|men|women|children|civilians|soldiers|troops|"
    r"officers|police|policemen|protesters|protestors|demonstrators|workers|employees|staff|prisoners|detainees|"
    r"victims|refugees|migrants|families|villages|companies|firms|stores|shops|shares|houses|homes|residents|"
    r"inhabitants|members|voters|votes|students|miners|fighters|militants|rebels|deaths|dead|wounded|injured|"
    r"arrests|cases|documents|pages|dollars|euros|pounds|rubles|roubles|tenge|tonnes|tons|barrels|bodies|others|"
    r"km|kilometres|kilometers|miles|metres|meters|acres|hectares|times|jobs|vehicles|tanks|rounds|items)\b"
    r"|[ \u00a0]?(?:%|per ?cent\b|USD|EUR|GBP)|[ -](?:million|billion|trillion|thousand)\b|/\d{4}",
)
_WORD_BEFORE = re.compile(r"\b[a-z]+ $")
_COPULA_BEFORE = re.compile(
    r"(?:^|\b(?:the|a|an|was|is|were|its|his|their|our|so|early|late|for|says?|that|fiscal|calendar) )$", re.IGNORECASE
)


def reads_as_year(text: str, start: int, end: int) -> bool:
    """True where the four figures at ``start`` are a year by the words around them, not a quantity or a number of
    something.

    "In 2007", "the 2013 sale" and "Act, 2021" are years; "2000 people", "Executive Order 2010", "killed 2000" are not.
    """
    if not 1700 <= int(text[start:end]) <= 2100:
        return False
    before = text[max(0, start - 40) : start]
    if _COUNTED.match(text, end):
        return False
    if _YEAR_BEFORE.search(before):
        return True
    if _NOT_YEAR_BEFORE.search(before):
        return False
    if _COPULA_BEFORE.search(before):
        return True
    return not _WORD_BEFORE.search(before)
