"""Calendar arithmetic on dates that are only as precise as their words: "2013", "2013-05" or "2013-05-29".

A rule is a tuple whose first item names it; ``resolve`` turns it into first and last day (or month, or year), both
inclusive, counting from the date of publication or from the date that the text has just spoken of.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

Rule = tuple[str, ...]
Bounds = tuple[str | None, str | None]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def parts(iso: str | None) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of an ISO date, the last two None where it does not give them; None where it is none."""
    match = _ISO.match(iso or "")
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    if not 1 <= year <= 9998 or month > 12 or (day and day > monthrange(year, month)[1]):
        return None
    return year, month or None, day or None


def day(iso: str | None) -> date | None:
    """The day of an ISO date; None where it is not precise to the day."""
    found = parts(iso)
    return date(found[0], found[1], found[2]) if found and found[1] and found[2] else None


def iso(year: int, month: int | None = None, number: int | None = None) -> str | None:
    """An ISO date as precise as given; None where there is no such day."""
    if not 1 <= year <= 9998 or (month is not None and not 1 <= month <= 12):
        return None
    if month is None:
        return f"{year:04d}"
    if number is None:
        return f"{year:04d}-{month:02d}"
    return f"{year:04d}-{month:02d}-{number:02d}" if 1 <= number <= monthrange(year, month)[1] else None


def season(name: str, year: int) -> Bounds:
    """The months of a season of the northern hemisphere; a winter runs into the next year."""
    first, last = SEASONS[name]
    return iso(year, first), iso(year + (last < first), last)


def third(which: str, year: int, month: int | None = None) -> Bounds:
    """The early, middle or late third of a year (in months) or of a month (in days)."""
    at = ("early", "mid", "late").index(which)
    if month is None:
        return iso(year, 1 + 4 * at), iso(year, 4 + 4 * at)
    last = (10, 20, monthrange(year, month)[1])[at] if 1 <= year <= 9998 and 1 <= month <= 12 else 0
    return iso(year, month, 1 + 10 * at), iso(year, month, last)


def week(of: date) -> Bounds:
    """Monday to Sunday of the week that holds the day (ISO 8601 weeks)."""
    monday = of - timedelta(days=of.weekday())
    return monday.isoformat(), (monday + timedelta(days=6)).isoformat()


def _moved(year: int, month: int, by: int) -> str | None:
    at = year * 12 + month - 1 + by
    return iso(at // 12, at % 12 + 1)


def shift(base: str | None, unit: str, by: int) -> Bounds:
    """``by`` units away from ``base``, as precise as the unit; (None, None) where ``base`` is not precise enough."""
    at = parts(base)
    if not at or abs(by) > 9000:
        return None, None
    if unit == "year":
        year = iso(at[0] + by)
        return year, year
    if unit in ("month", "quarter") and at[1]:
        month = _moved(at[0], at[1], by * (3 if unit == "quarter" else 1))
        if unit == "quarter" and month:
            year_of, month_of, _ = parts(month) or (0, 1, None)
            first = ((month_of or 1) - 1) // 3 * 3 + 1
            return iso(year_of, first), iso(year_of, first + 2)
        return month, month
    exact = day(base)
    if exact is None or unit not in ("week", "day") or not 2 < exact.year < 9990:
        return None, None
    if unit == "week":
        return week(exact + timedelta(days=7 * by))
    moved = (exact + timedelta(days=by)).isoformat()
    return moved, moved


def _month(month: int, number: int | None, base: tuple[int, int | None, int | None], which: str) -> Bounds:
    """A month (or a day of it) without a year: the nearest not after ``base``, or as "last" and "next" say."""
    year = base[0]
    now = (base[1] or 12, base[2] or 31)
    wanted = (month, number or 0)
    if which == "last":
        year -= wanted >= (now[0], now[1] if number else 0)
    elif which == "next":
        year += wanted <= (now[0], now[1] if number else 31)
    elif which == "" and wanted > now:
        year -= 1
    found = iso(year, month, number)
    return found, found


def _weekday(wanted: int, which: str, base: str | None) -> Bounds:
    exact = day(base)
    if exact is None or not 2 < exact.year < 9990:
        return None, None
    back = (exact.weekday() - wanted) % 7
    if which == "next":
        found = exact + timedelta(days=(wanted - exact.weekday()) % 7 or 7)
    else:
        found = exact - timedelta(days=back or (7 if which == "last" else 0))
    return found.isoformat(), found.isoformat()


def _season(name: str, which: str, base: tuple[int, int | None, int | None]) -> Bounds:
    year = base[0]
    first = SEASONS[name][0]
    current = (base[1] or 12) >= first
    if which == "next":
        year += current
    elif not current or (which == "last" and (base[1] or 12) <= SEASONS[name][1]):
        year -= which != "this"
    return season(name, year)


def _same(unit: str, base: str | None) -> Bounds:
    at = parts(base)
    if not at or (unit == "month" and not at[1]) or (unit in ("day", "week") and not at[2]):
        return None, None
    if unit == "week":
        return shift(base, "week", 0)
    same = (base or "")[: {"year": 4, "month": 7, "day": 10}[unit]]
    return same, same


def resolve(rule: Rule, published: str | None, context: str | None) -> Bounds:
    """The first and last date of a rule: (None, None) where the date that it leans on is missing or too vague."""
    name, *rest = rule
    if name == "shift":
        return shift(published, rest[0], int(rest[1]))
    if name == "later":
        return shift(context, rest[0], int(rest[1]))
    if name == "same":
        return _same(rest[0], context)
    if name == "weekday":
        return _weekday(int(rest[0]), rest[1], published)
    base = parts(context if "of context" in name else published or context)
    if base is None:
        return None, None
    if name.startswith("season"):
        return _season(rest[0], rest[1], base)
    if name == "third of year":
        return third(rest[0], base[0])
    if name == "month of year":
        found = iso(base[0] + int(rest[1]), int(rest[0]))
        return found, found
    if name == "month of context":
        found = iso(base[0], int(rest[0]))
        return found, found
    if name == "month of context next":
        return _month(int(rest[0]), None, base, "next")
    found_month = _month(int(rest[0]), int(rest[1]) if rest[1] else None, base, rest[2])
    if len(rest) > 3 and found_month[0]:
        year, month, _ = parts(found_month[0]) or (0, None, None)
        return third(rest[3], year, month)
    return found_month
