"""Uncertain times: hand-made cases, and agreement with the days counted out one by one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from primafacie.model import DateRange
from primafacie.values.intervals import (
    ANY,
    LAST_DAY,
    Answer,
    Moment,
    Order,
    Period,
    agrees,
    before,
    certainly,
    contradictory,
    first_day,
    happened,
    holds,
    last_day,
    moment,
    not_after,
    period,
    possibly,
)

SETTINGS = settings(max_examples=200, deadline=None, derandomize=True, database=None)
DAYS = [(date(2007, 1, 1) + timedelta(days=n)).isoformat() for n in range(7)]
MOMENTS = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(lambda ab: Moment(DAYS[min(ab)], DAYS[max(ab)]))


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        ("2007", "2007-01-01", "2007-12-31"),
        ("2008-02", "2008-02-01", "2008-02-29"),
        ("2007-06-21", "2007-06-21", "2007-06-21"),
        ("soon", None, None),
        ("2007-02-30", None, None),
    ],
)
def test_a_date_means_the_days_of_its_precision(iso: str, first: str | None, last: str | None) -> None:
    assert (first_day(iso), last_day(iso)) == (first, last)
    assert moment(iso) == (Moment(first, last) if first and last else ANY)


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("2007", "2008", Answer.CERTAINLY),
        ("2007", "2007-06-21", Answer.POSSIBLY),
        ("2007-01-01", "2007", Answer.POSSIBLY),
        ("2007-12-31", "2007", Answer.NOT),
        ("2008", "2007-06-21", Answer.NOT),
        (None, "2007", Answer.POSSIBLY),
    ],
)
def test_the_first_of_january_is_not_2007(a: str | None, b: str, answer: Answer) -> None:
    assert before(moment(a), moment(b)) is answer


@pytest.mark.parametrize(
    ("since", "until", "at", "answer"),
    [
        ("2007", None, "2007-06-21", Answer.POSSIBLY),
        ("2007", None, "2008-01-01", Answer.CERTAINLY),
        ("2007", "2009", "2009-03", Answer.POSSIBLY),
        ("2007", "2009", "2010", Answer.NOT),
        ("2007-01-01", "2009-12-31", "2009-12-31", Answer.CERTAINLY),
        ("2007-01-01", "2009-12-31", "2009", Answer.CERTAINLY),
        ("2007-01-01", "2009-06-30", "2009", Answer.POSSIBLY),
        (None, "2009", "1990", Answer.POSSIBLY),
        (None, None, "1990", Answer.POSSIBLY),
    ],
)
def test_who_held_it_on_a_day(since: str | None, until: str | None, at: str, answer: Answer) -> None:
    assert holds(period(since, until), moment(at)) is answer


def test_a_state_without_an_end_lasts_or_may_have_ended() -> None:
    assert period("2007", None).end == Moment(LAST_DAY, LAST_DAY)
    assert holds(period("2007", None, lasting=False), moment("2010")) is Answer.POSSIBLY
    assert holds(period("2007", None, lasting=False), moment("2006")) is Answer.NOT


def test_an_event_told_with_a_range_lies_in_it() -> None:
    assert happened(DateRange("between May and 3 June 2013", "2013-05", "2013-06-03")) == Moment(
        "2013-05-01", "2013-06-03"
    )
    assert happened(DateRange("before 2014", None, "2013")) == Moment(ANY.first, "2013-12-31")
    assert happened(None) == ANY


def test_an_end_before_the_beginning_is_a_contradiction() -> None:
    assert contradictory(period("2010", "2009-12-31"))
    assert not contradictory(period("2010", "2010"))
    assert not contradictory(period(None, "2009"))


def test_an_order_told_is_tested_against_the_dates_of_others() -> None:
    told = Order("kidnapped", "charged")
    assert agrees(told, {"kidnapped": moment("2013-05-29"), "charged": moment("2013-05-24")}) is Answer.NOT
    assert agrees(told, {"kidnapped": moment("2013-05"), "charged": moment("2013-05-24")}) is Answer.POSSIBLY
    assert agrees(told, {"kidnapped": moment("2013-05-24"), "charged": moment("2013-05-24")}) is Answer.CERTAINLY
    assert agrees(told, {"kidnapped": moment("2013-05-24")}) is Answer.POSSIBLY


def days(m: Moment) -> list[str]:
    return [d for d in DAYS if m.first <= d <= m.last]


def counted(relation: Callable[[str, str], bool], a: Moment, b: Moment) -> Answer:
    found = {relation(x, y) for x in days(a) for y in days(b)}
    return Answer.CERTAINLY if found == {True} else Answer.NOT if found == {False} else Answer.POSSIBLY


@SETTINGS
@given(MOMENTS, MOMENTS)
def test_before_agrees_with_the_days_counted_out(a: Moment, b: Moment) -> None:
    assert before(a, b) is counted(lambda x, y: x < y, a, b)
    assert not_after(a, b) is counted(lambda x, y: x <= y, a, b)


@SETTINGS
@given(MOMENTS, MOMENTS, MOMENTS)
def test_periods_agree_with_the_days_counted_out(a: Moment, b: Moment, c: Moment) -> None:
    ends = [(s, e) for s in days(a) for e in days(b) if s <= e]
    if not ends or len(ends) < len(days(a)) * len(days(b)):
        return
    inside = {s <= x <= e for s, e in ends for x in days(c)}
    answer = holds(Period(a, b), c)
    assert certainly(answer) == (inside == {True})
    assert possibly(answer) == (True in inside)
