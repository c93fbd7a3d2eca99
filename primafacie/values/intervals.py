"""Time that is only as precise as its words: moments, periods, their order, and what dates say of an order told.

"2007" is any day of 2007, "1 January 2007" one day. A question about uncertain times has three answers: *certainly*
where it holds whichever days are meant, *not* where it holds for none of them, *possibly* for all else. The relations
are those of Allen, "Maintaining knowledge about temporal intervals" (CACM 26(11), 1983), as far as they are asked for;
orders told without dates are constraints as in Dechter, Meiri & Pearl, "Temporal constraint networks" (Artificial
Intelligence 49, 1991). Dates are ISO 8601 strings of day, month or year; days compare as strings.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from primafacie.model import DateRange
from primafacie.values.relative import parts

FIRST_DAY, LAST_DAY = "0000-01-01", "9999-12-31"
"""Stand for "since ever" and "for ever"; every real day lies between them."""


class Answer(StrEnum):
    CERTAINLY = "certainly"
    POSSIBLY = "possibly"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Moment:
    """One day of which only the bounds are known: it lies from ``first`` to ``last``, both inclusive."""

    first: str = FIRST_DAY
    last: str = LAST_DAY

    @property
    def exact(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Period:
    """From the day ``start`` to the day ``end``, both inclusive and each only as certain as its words."""

    start: Moment
    end: Moment


@dataclass(frozen=True, slots=True)
class Order:
    """What was told to come first, of two events under whatever keys: ``earlier`` was no later than ``later``.

    The same day is allowed: "when he was charged, she had already been arrested" may be one morning.
    """

    earlier: str
    later: str


ANY = Moment()


def first_day(iso: str) -> str | None:
    """The first day that a date of any precision can mean; None where it is no date."""
    found = parts(iso)
    return f"{found[0]:04d}-{found[1] or 1:02d}-{found[2] or 1:02d}" if found else None


def last_day(iso: str) -> str | None:
    """The last day that it can mean; None where it is no date."""
    found = parts(iso)
    if not found:
        return None
    year, month = found[0], found[1] or 12
    return f"{year:04d}-{month:02d}-{found[2] or monthrange(year, month)[1]:02d}"


def moment(iso: str | None) -> Moment:
    """The day that a date means; any day where there is no date or it cannot be read."""
    first, last = (first_day(iso), last_day(iso)) if iso else (None, None)
    return Moment(first, last) if first and last else ANY


def happened(date: DateRange | None) -> Moment:
    """When an event took place that is told with a range: on some day of it. An open end leaves that side open."""
    if date is None:
        return ANY
    return Moment(moment(date.start).first, moment(date.end).last)


def period(since: str | None, until: str | None, lasting: bool = True) -> Period:
    """A state from one date to another. Without ``since`` it may have begun on any day.

    Without ``until`` it goes on for ever where ``lasting``, else it may have ended on any day from its beginning.
    """
    start = moment(since)
    if until:
        end = moment(until)
        return Period(start if since else Moment(FIRST_DAY, end.last), end)
    return Period(start, Moment(LAST_DAY, LAST_DAY) if lasting else Moment(start.first, LAST_DAY))


def before(a: Moment, b: Moment) -> Answer:
    """Whether ``a`` was on an earlier day than ``b``."""
    return _answer(a.last < b.first, a.first < b.last)


def not_after(a: Moment, b: Moment) -> Answer:
    """Whether ``a`` was on an earlier day than ``b`` or on the same."""
    return _answer(a.last <= b.first, a.first <= b.last)


def holds(state: Period, at: Moment) -> Answer:
    """Whether the state was in force on the day ``at``: whichever day is meant, some of those that can be, or none."""
    return _answer(
        state.start.last <= at.first and at.last <= state.end.first,
        state.start.first <= at.last and at.first <= state.end.last,
    )


def contradictory(state: Period) -> bool:
    """True where the state would have ended before it began, whichever days are meant."""
    return state.end.last < state.start.first


def certainly(answer: Answer) -> bool:
    return answer is Answer.CERTAINLY


def possibly(answer: Answer) -> bool:
    """True for all that is not ruled out, certain or not."""
    return answer is not Answer.NOT


def agrees(order: Order, moments: Mapping[str, Moment]) -> Answer:
    """What dates say of an order told: it is certainly so, possibly so, or not so. An event without a date is open."""
    return not_after(moments.get(order.earlier, ANY), moments.get(order.later, ANY))


def _answer(certain: bool, possible: bool) -> Answer:
    """``certain`` first: it is asked of the days least, ``possible`` of those most in favour."""
    return Answer.CERTAINLY if certain else Answer.POSSIBLY if possible else Answer.NOT
