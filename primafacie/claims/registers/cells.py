"""What stands in a cell: dates, sums, stakes, numbers of people, countries. Strict: what is unclear is not read."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache

from primafacie.model import Amount, Count, Share
from primafacie.values.currencies import ALIASES, CODES, SIGNS
from primafacie.values.money import find_amounts
from primafacie.values.numbers import find_numbers
from primafacie.values.shares import find_shares

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{2}:\d{2}.*)?")
_FORMULA = re.compile(r"[=@]|[+-](?=[A-Za-z(=@])")
_BOUND = re.compile(
    r"(?P<sign>>=|<=|≥|≤|>|<)?\s*(?P<low>\d+(?:[.,]\d+)?)\s*%?(?:\s*(?:-|–|to)\s*(?P<high>\d+(?:[.,]\d+)?)\s*%?)?"
)
_PEOPLE = r"\d+|\d{1,3}(?:[ ,.\u00a0]\d{3})+"
_WHOLE = re.compile(rf"(?P<least>at least |>=|≥|>)?\s*(?P<low>{_PEOPLE})(?:\s*(?:-|–|to)\s*(?P<high>{_PEOPLE}))?")
_GENDERS = {"m": "male", "male": "male", "м": "male", "муж": "male", "мужской": "male",
            "f": "female", "w": "female", "female": "female", "ж": "female", "жен": "female", "женский": "female"}
OPEN_AT_THE_LOW_END = (">", "≥", ">=")


class Unreadable(ValueError):
    """The cell cannot be read as what its column is said to hold; the message says why."""


def is_formula(text: str) -> bool:
    """True for what a spreadsheet would run ("=cmd|…", "@SUM"): it is no name and no value, whatever it computes."""
    return _FORMULA.match(text) is not None


def date(text: str, form: str | None = None) -> str:
    """ISO 8601, as precise as the cell; ``form`` is a pattern of ``strptime``. Raises Unreadable."""
    if form:
        try:
            return _as_precise(datetime.strptime(text, form), form)
        except ValueError as error:
            raise Unreadable(f"“{text[:40]}” is no date of the form {form}") from error
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
        try:
            datetime(int(year), int(month or 1), int(day or 1))
        except ValueError as error:
            raise Unreadable(f"there is no day “{text[:40]}”") from error
        return "-".join(part for part in (year, month, day) if part)
    return _written(text)


def _as_precise(found: datetime, form: str) -> str:
    precise = "%Y-%m-%d" if re.search("%[dxcjDF]", form) else "%Y-%m" if re.search("%[mbB]", form) else "%Y"
    return found.strftime(precise)


def _written(text: str) -> str:
    """A date in words or figures ("21 June 2007", "21.06.2007") that fills the cell and leans on no other."""
    from primafacie.values.finders import finders

    for language in ("en", "ru"):
        for find in finders(language).dates(text):
            known = None if find.relative else find.resolve()
            if known and known.start and known.start == known.end and find.start == 0 and find.end == len(text):
                return known.start
    raise Unreadable(f"“{text[:40]}” is no date that can be read")


def amount(text: str, currency: str | None = None) -> Amount:
    """The sum in whole units; ``currency`` is what another column says. Raises Unreadable."""
    if re.fullmatch(r"[-−(]\s*[\d.,\s]+\)?", text):
        raise Unreadable(f"“{text[:40]}” is less than nothing")
    finds = find_amounts(text)
    if len(finds) == 1 and finds[0].text.strip() == text:
        found = finds[0].amount
        return Amount(text, found.value, currency or found.currency)
    numbers = find_numbers(text)
    if len(numbers) != 1 or numbers[0].text.strip() != text:
        raise Unreadable(f"“{text[:40]}” is no sum that can be read")
    value = float(text.replace(",", ".")) if re.fullmatch(r"0[.,]\d+", text) else numbers[0].value
    return Amount(text, value, currency)


def money(text: str) -> str:
    """ISO 4217. Raises Unreadable for what is no currency, or the sign of several."""
    code = ALIASES.get(text.upper(), text.upper())
    found = code if code in CODES else SIGNS.get(text)
    if not found:
        raise Unreadable(f"“{text[:20]}” is no currency that is known (ISO 4217)")
    return found


def share(text: str) -> Share:
    """A stake in percent: "91.8", "25-50", "more than 25 %", ">50". Raises Unreadable beyond 0..100."""
    if re.match(r"[-−]\s*\d", text):
        raise Unreadable(f"a share of “{text[:40]}” is less than nothing")
    low: float | None
    high: float | None
    if match := _BOUND.fullmatch(text):
        low, sign = float(match["low"].replace(",", ".")), match["sign"]
        high = float(match["high"].replace(",", ".")) if match["high"] else low
        if sign:
            low, high = (low, None) if sign in OPEN_AT_THE_LOW_END else (None, low)
    else:
        finds = find_shares(text)
        if len(finds) != 1:
            raise Unreadable(f"“{text[:40]}” is no share that can be read")
        low, high = finds[0].low, finds[0].high
    return within(Share(text, low, high))


def within(found: Share) -> Share:
    """The share, where it lies between 0 and 100 percent. Raises Unreadable."""
    bounds = [bound for bound in (found.low, found.high) if bound is not None]
    if any(not 0 <= bound <= 100 for bound in bounds) or bounds != sorted(bounds):
        raise Unreadable(f"a share of “{found.text[:40]}” percent is more than the whole, or less than nothing")
    return found


def count(text: str) -> Count:
    """A number of people: "225", "at least 50", "10-20". Raises Unreadable."""
    match = _WHOLE.fullmatch(text.strip())
    if not match:
        raise Unreadable(f"“{text[:40]}” is no number of people")
    low = int(re.sub(r"\D", "", match["low"]))
    high = int(re.sub(r"\D", "", match["high"])) if match["high"] else None if match["least"] else low
    return Count(text, low, high)


def gender(text: str) -> str:
    """FollowTheMoney's "male" or "female"; anything else as it is."""
    return _GENDERS.get(text.casefold().strip(" ."), text.casefold())


def country(text: str) -> str:
    """The ISO 3166 alpha-2 code in lower case, of a code or of an English or Russian name. Raises Unreadable."""
    known = _countries()
    code = known.get(" ".join(text.casefold().split()).removeprefix("the "))
    if code is None and (match := re.fullmatch(r"([A-Za-z]{2})-[A-Za-z0-9]{1,3}", text)):
        code = known.get(match[1].lower())
    if code is None:
        raise Unreadable(f"“{text[:40]}” is no country that is known")
    return code


@cache
def _countries() -> dict[str, str]:
    from babel import Locale  # late: reading its data takes a tenth of a second

    found: dict[str, str] = {}
    for language in ("ru", "en"):
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in ("ZZ", "EU", "EZ", "UN", "XA", "XB", "QO"):
                found[name.casefold()] = found[code.lower()] = code.lower()
    # Names that registers use beside those of the Unicode consortium, as in ISO 3166 and the UN's terminology.
    return found | {
        "uk": "gb", "great britain": "gb", "england": "gb", "scotland": "gb", "usa": "us", "u.s.": "us", "u.s.a.": "us",
        "united states of america": "us", "russian federation": "ru", "republic of kazakhstan": "kz",
        "kyrgyz republic": "kg", "czech republic": "cz", "republic of cyprus": "cy", "uae": "ae", "xk": "xk",
        "британские виргинские острова": "vg", "bvi": "vg", "республика казахстан": "kz", "рф": "ru",
    }  # fmt: skip
