"""Comparing dates that are only as precise as the words they were read from."""

from __future__ import annotations

from primafacie.model import DateRange


def first(iso: str) -> str:
    """The first day an ISO date of any precision can mean: "2013" is "2013-01-01"."""
    return (iso + "-01-01")[:10] if len(iso) == 4 else (iso + "-01")[:10]


def last(iso: str) -> str:
    """The last day it can mean; months are given 31 days, which is enough to compare."""
    return (iso + "-12-31")[:10] if len(iso) == 4 else (iso + "-31")[:10]


def bounds(date: DateRange | None) -> tuple[str, str] | None:
    """First and last day as comparable strings; an open end reaches to the end of time; None where there is no date."""
    if date is None or not (date.start or date.end):
        return None
    return first(date.start) if date.start else "0000-01-01", last(date.end) if date.end else "9999-12-31"


def compatible(a: tuple[str, str] | None, b: tuple[str, str] | None) -> bool:
    """True where the two may mean the same time: they overlap, or one is not given."""
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])
