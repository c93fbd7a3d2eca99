"""Figures are as precise as the claim, and never more."""

from __future__ import annotations

import math

import pytest

from primafacie.dossier.numbers import figure, money, number, people, percent, point, span, when
from primafacie.model import Amount, Count, DateRange, Share


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (493, "493"),
        (76.5, "76.5"),
        (1_234_567, "1,234,567"),
        (1_000_000, "1 million"),
        (493e6, "493 million"),
        (2.1e9, "2.1 billion"),
        (1_607_000_000, "1.607 billion"),
        (1_607_000_001, "1,607,000,001"),
        (999_999_999, "999,999,999"),
        (3e12, "3 trillion"),
        (-20e6, "-20 million"),
        (math.nan, "not a number"),
        (math.inf, "not a number"),
    ],
)
def test_a_number_is_shortened_only_where_nothing_is_lost(value: float, words: str) -> None:
    assert number(value) == words


def test_money_says_its_currency_or_that_none_is_said() -> None:
    assert money(Amount("2.1 billion dollars", 2.1e9, "USD")) == "USD 2.1 billion"
    assert money(Amount("493 million", 493e6)) == "493 million (currency not said)"
    assert money(Amount("a fortune", None, "USD")) == "“a fortune”"


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (91.8, 91.8, "91.8 %"),
        (50, 60, "50–60 %"),
        (50, None, "at least 50 %"),
        (None, 5, "at most 5 %"),
        (0, 5, "0–5 %"),
        (None, None, "“a stake”"),
    ],
)
def test_shares(low: float | None, high: float | None, words: str) -> None:
    assert percent(Share("a stake", low, high)) == words


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("at least fifty", 50, None, "at least fifty"),
        ("", 26, 26, "26"),
        ("", 50, None, "at least 50"),
        ("", None, 9, "at most 9"),
        ("", 200, 999, "200 to 999"),
    ],
)
def test_people_are_counted_in_the_words_of_the_text(text: str, low: int | None, high: int | None, words: str) -> None:
    assert people(Count(text, low, high)) == words


@pytest.mark.parametrize(
    ("date", "cell", "adverb"),
    [
        (DateRange("In 2007", "2007", "2007"), "2007", "in 2007"),
        (DateRange("May 2013", "2013-05", "2013-05"), "May 2013", "in May 2013"),
        (DateRange("29 May 2013", "2013-05-29", "2013-05-29"), "29 May 2013", "on 29 May 2013"),
        (DateRange("six years later", "2013", "2013"), "2013", "in 2013 (“six years later”)"),
        (DateRange("2008 to 2015", "2008", "2015"), "2008 to 2015", "between 2008 and 2015"),
        (DateRange("since 2019", "2019", None), "from 2019 on", "from 2019 on"),
        (DateRange("until 2014", None, "2014"), "until 2014", "until 2014"),
        (DateRange("recently", None, None), "“recently”", "(“recently”)"),
        (DateRange("", None, None), "“”", ""),
    ],
)
def test_dates_are_as_precise_as_their_words(date: DateRange, cell: str, adverb: str) -> None:
    assert (span(date), when(date)) == (cell, adverb)


@pytest.mark.parametrize("iso", ["2013-13", "2013-02-30", "0000", "soon", "2013-05-29T10:00", ""])
def test_what_is_no_date_stands_as_it_is(iso: str) -> None:
    assert point(iso) == iso


def test_figures_of_a_finding_are_told_whatever_they_are() -> None:
    assert figure(None) == "not known"
    assert figure(True) == "yes"
    assert figure([1_500_000, "USD", None]) == "1.5 million, USD, not known"
    assert figure({"low_bound": 50, "by": ("A", "B")}) == "low bound: 50; by: A, B"


@pytest.mark.parametrize(("first", "last", "words"), [
    ("0000-01-01", "9999-12-31", "not known"),
    ("0000-01-01", "2012-11-17", "by 17 November 2012"),
    ("2019-01-01", "9999-12-31", "1 January 2019 or later"),
    ("2008-01-01", "2008-12-31", "2008"),
    ("2013-05-29", "2013-05-29", "29 May 2013"),
    ("2013-05-01", "2014-12-31", "1 May 2013 to 31 December 2014"),
])  # fmt: skip
def test_the_bounds_of_a_day_are_told_in_words(first: str, last: str, words: str) -> None:
    assert figure([first, last]) == words


def test_a_price_among_the_figures_is_told_as_money() -> None:
    assert figure({"value": 2.1e9, "currency": "USD", "text": "2.1 billion dollars"}) == "USD 2.1 billion"
    assert figure({"value": 5.0, "currency": None}) == "5 (currency not said)"
    assert figure("2013-05-29") == "29 May 2013"
