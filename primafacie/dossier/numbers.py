"""Money, shares, people and dates in words, exactly as precise as the claim is (formats of Unicode CLDR, by babel)."""

from __future__ import annotations

import math
import re
from datetime import date as Day
from typing import Any

from babel.dates import format_date
from babel.numbers import format_compact_decimal, format_decimal

from primafacie.dossier.lettering import isolate
from primafacie.model import Amount, Count, DateRange, Share
from primafacie.values.intervals import FIRST_DAY, LAST_DAY

LOCALE = "en"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?\Z")


def number(value: float) -> str:
    """In words ("2.1 billion") where that is exact to the digit, else every digit: a dossier does not round."""
    if not math.isfinite(value):
        return "not a number"
    if abs(value) >= 1_000_000:
        for digits in (0, 1, 2, 3):
            unit = 1_000_000.0
            while abs(value) >= unit * 1000 and unit < 1e12:
                unit *= 1000
            if math.isclose(round(value / unit, digits) * unit, value, rel_tol=1e-12):
                return str(format_compact_decimal(value, format_type="long", locale=LOCALE, fraction_digits=digits))
    return str(format_decimal(value, locale=LOCALE, format="#,##0.##"))


def money(amount: Amount) -> str:
    """Such as "USD 2.1 billion"; the words of the text where no value was read; tells where no currency is said."""
    if amount.value is None:
        return f"“{isolate(amount.text)}”"
    if amount.currency is None:
        return f"{number(amount.value)} (currency not said)"
    return f"{isolate(amount.currency)} {number(amount.value)}"


def percent(share: Share) -> str:
    """Such as "91.8 %", "50–60 %", "at least 50 %"."""
    if share.low is None and share.high is None:
        return f"“{isolate(share.text)}”"
    if share.low == share.high and share.low is not None:
        return f"{number(share.low)} %"
    if share.high is None and share.low is not None:
        return f"at least {number(share.low)} %"
    if share.low is None and share.high is not None:
        return f"at most {number(share.high)} %"
    return f"{number(share.low or 0)}–{number(share.high or 0)} %"


def bound(value: int | None) -> str:
    """One end of a count; a dash where it is left open."""
    return "–" if value is None else number(value)


def people(count: Count) -> str:
    """How many, in the words of the text; from its bounds where there are no words."""
    if count.text.strip():
        return isolate(count.text.strip())
    if count.low == count.high and count.low is not None:
        return number(count.low)
    if count.high is None:
        return f"at least {bound(count.low)}"
    return f"at most {bound(count.high)}" if count.low is None else f"{bound(count.low)} to {bound(count.high)}"


def point(iso: str) -> str:
    """Such as "2013", "May 2013" or "29 May 2013": as precise as the ISO 8601 string; any other string as it stands."""
    found = _ISO.match(iso)
    if not found:
        return isolate(iso)
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        when = Day(year or 0, month or 1, day or 1)
    except ValueError:
        return isolate(iso)
    pattern = "d MMMM y" if day else "MMMM y" if month else "y"
    return str(format_date(when, pattern, locale=LOCALE))


def span(date: DateRange) -> str:
    """The period for a table: "2007", "May 2013 to 2014", "from 2013", "until 2014", or the words of the text."""
    if date.start and date.end:
        return point(date.start) if date.start == date.end else f"{point(date.start)} to {point(date.end)}"
    if date.start:
        return f"from {point(date.start)} on"
    return f"until {point(date.end)}" if date.end else f"“{isolate(date.text)}”"


def when(date: DateRange) -> str:
    """The period as an adverb: "in 2007", "on 29 May 2013"; with the words of the text where they lack the year."""
    words = f"“{isolate(date.text.strip())}”" if date.text.strip() else ""
    if not (date.start or date.end):
        return f"({words})" if words else ""
    year = (date.start or date.end or "")[:4]
    if date.start and date.start == date.end:
        said = f"{'on' if len(date.start) > 7 else 'in'} {point(date.start)}"
    elif date.start and date.end:
        said = f"between {point(date.start)} and {point(date.end)}"
    else:
        said = span(date)
    return said if not words or year in date.text else f"{said} ({words})"


def interval(first: str, last: str) -> str:
    """The days between which something was, both of them meant: "2013", "by 17 November 2012", "not known"."""
    if first <= FIRST_DAY:
        return "not known" if last >= LAST_DAY else f"by {point(last)}"
    if last >= LAST_DAY:
        return f"{point(first)} or later"
    if first == last:
        return point(first)
    if first[:4] == last[:4] and first.endswith("-01-01") and last.endswith("-12-31"):
        return first[:4]
    return f"{point(first)} to {point(last)}"


def figure(value: Any) -> str:
    """A figure of a finding in words: numbers grouped, lists joined, "not known" for None."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, dict) and {"value", "currency"} <= value.keys() and isinstance(value["value"], int | float):
        return money(Amount(str(value.get("text", "")), value["value"], value["currency"] or None))
    if isinstance(value, dict):
        return "; ".join(f"{isolate(str(key)).replace('_', ' ')}: {figure(item)}" for key, item in value.items())
    if isinstance(value, list | tuple) and len(value) == 2 and all(isinstance(v, str) and _DAY.match(v) for v in value):
        return interval(*value)
    if isinstance(value, str) and _DAY.match(value):
        return point(value)
    if isinstance(value, list | tuple):
        return ", ".join(figure(item) for item in value)
    return isolate(str(value))
