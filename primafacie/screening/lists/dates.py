"""Dates as lists write them ("15 Jun 1966", "27.1.1964", "06/15/1966", "circa 1960"), as ISO 8601 as precise."""

from __future__ import annotations

import re
from datetime import date as Day
from functools import lru_cache

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?"
_YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<m>\d\d?)-(?P<d>\d\d?)(?!\d)",
        rf"\b(?P<d>\d\d?)(?:st|nd|rd|th)?[\s-]{_NAME},?[\s-]{_YEAR}\b",
        rf"\b{_NAME}\s+(?P<d>\d\d?)(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
        rf"\b(?P<d>\d\d?)\.\s?(?P<m>\d\d?)\.\s?{_YEAR}\b",
        rf"\b(?P<d>\d\d?)/(?P<m>\d\d?)/{_YEAR}\b",
        rf"\b{_YEAR}/(?P<m>\d\d?)/(?P<d>\d\d?)\b",
        rf"\b{_NAME},?[\s-]+{_YEAR}\b",
        rf"\b{_YEAR}-(?P<m>\d\d)\b(?!-)",
        rf"(?<![\d/.])(?P<m>\d\d?)[./]{_YEAR}\b",
        rf"(?<!\d){_YEAR}(?!\d)",
    )
)
_ABOUT = re.compile(r"\b(?:(?:circa|ca?\b\.?)(?=\s*\d)|circa|about|around|appr\w*)", re.IGNORECASE)
_RANGE = re.compile(r"\s*(?:\b(?:to|and|or)\b|[–—;,]|\s-\s|(?<=\d{4})[-/](?=\d{4}\b))\s*(?=\D{0,9}\d|$)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\b|\bto\b|[–—]|\d\s-\s\d|(?<!\d)\d{4}-\d{4}\b", re.IGNORECASE)
LONGEST_RANGE = 15
"""Years. A range of more says nothing that could tell two people apart."""


@lru_cache(maxsize=65536)
def iso(text: str, *, month_first: bool = False) -> str | None:
    """The first date in a text, ISO 8601 as precise as it is; None where there is none.

    Days that do not exist are read as their month, months as their year: "00/00/1970" is "1970" (as OFSI writes it).
    ``month_first`` is for American figures with strokes.
    """
    text = text.strip()
    for form in _FORMS:
        found = form.search(text)
        if found is None:
            continue
        parts = found.groupdict()
        named = parts.get("month")
        month = _MONTHS.index(named[:3].lower()) + 1 if named else int(parts.get("m") or 0)
        day = int(parts.get("d") or 0)
        if month_first and "/" in found[0]:
            month, day = day, month
        return _point(int(parts["year"]), month, day)
    return None


def _point(year: int, month: int, day: int) -> str:
    if not 1 <= month <= 12:
        return f"{year:04d}"
    try:
        return Day(year, month, day).isoformat()
    except ValueError:
        return f"{year:04d}-{month:02d}"


@lru_cache(maxsize=65536)
def births(text: str, *, month_first: bool = False) -> tuple[str, ...]:
    """The dates of birth in one statement, as ISO 8601.

    "Circa" leaves the year only. A range within one month or year is that month or year; a range of up to
    LONGEST_RANGE years is every year of it, since the person may be born in any; a longer one is left out.
    """
    if _ABOUT.search(text):
        text = _ABOUT.sub(" ", text)
        return tuple(dict.fromkeys(day[:4] for day in births(text, month_first=month_first)))
    ends = [found for piece in _RANGE.split(text) if piece and (found := iso(piece, month_first=month_first))]
    if len(ends) == 2 and _BETWEEN.search(text):
        return span(*ends)
    return tuple(dict.fromkeys(ends)) if ends else ((only,) if (only := iso(text, month_first=month_first)) else ())


def span(first: str, last: str) -> tuple[str, ...]:
    """What a range of dates of birth says: see ``births``."""
    if first[:4] == last[:4]:
        return (first[:7] if len(first) > 6 and first[:7] == last[:7] else first[:4],)
    years = range(int(first[:4]), int(last[:4]) + 1)
    return tuple(map(str, years)) if 0 < len(years) <= LONGEST_RANGE else ()
