"""Tables of exchange rates: read strictly, converted at the rate of the day, and silent where no rate is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from primafacie.values.intervals import ANY, Moment, moment
from primafacie.values.rates import MAX_BYTES, SHOWN, Converted, Rates, read_rates

BANK = """Date,USD,JPY,SEK,
2013-03-19,1.3000,123.50,8.4000,
2013-03-18,1.2950,123.00,N/A,
2013-03-15,1.2900,124.00,8.3000,
2013-03-14,1.2934,124.50,8.3400,
"""
LONG = "date;currency;rate;base\n2013-03-15;KZT;150.5;USD\n2013-03-15;EUR;0.775;USD\n"


def table(text: str, name: str = "rates.csv") -> Rates:
    found, problems = read_rates(text.encode(), name, "0" * 64)
    assert found is not None
    assert not problems
    return Rates([found])


def convert(text: str, amount: float, currency: str, target: str, when: str | Moment) -> Converted | None:
    return table(text).convert(amount, currency, target, moment(when) if isinstance(when, str) else when)


def test_the_euro_rates_of_the_european_central_bank() -> None:
    found = convert(BANK, 100, "EUR", "USD", "2013-03-19")
    assert found is not None
    assert (found.low, found.high) == (130.0, 130.0)
    assert (found.first, found.last, found.table, found.sha256) == ("2013-03-19", "2013-03-19", "rates.csv", "0" * 64)


def test_there_and_back() -> None:
    there = convert(BANK, 100, "USD", "EUR", "2013-03-19")
    assert there is not None
    assert there.low == pytest.approx(100 / 1.3)


def test_two_currencies_meet_in_the_base() -> None:
    found = convert(BANK, 130, "USD", "JPY", "2013-03-19")
    assert found is not None
    assert found.low == pytest.approx(12350)
    long = convert(LONG, 7.75, "EUR", "KZT", "2013-03-15")
    assert long is not None
    assert long.low == pytest.approx(1505)


def test_a_day_without_a_rate_takes_the_nearest_before_and_no_later_one() -> None:
    sunday = convert(BANK, 100, "EUR", "USD", "2013-03-17")
    assert sunday is not None
    assert (sunday.low, sunday.first) == (129.0, "2013-03-15")
    missing = convert(BANK, 100, "EUR", "SEK", "2013-03-18")
    assert missing is not None
    assert missing.first == "2013-03-15"


def test_a_rate_stands_for_a_week_and_no_longer() -> None:
    assert convert(BANK, 100, "EUR", "USD", "2013-03-26") is not None
    assert convert(BANK, 100, "EUR", "USD", "2013-03-27") is None
    assert convert(BANK, 100, "EUR", "USD", "2013-03-13") is None


def test_several_days_give_the_lowest_and_the_highest_rate() -> None:
    found = convert(BANK, 100, "EUR", "USD", Moment("2013-03-14", "2013-03-19"))
    assert found is not None
    assert (found.low, found.high, found.first, found.last) == (129.0, 130.0, "2013-03-14", "2013-03-19")


def test_a_year_that_the_table_covers_in_part_is_not_answered() -> None:
    assert convert(BANK, 100, "EUR", "USD", "2013") is None
    assert convert(BANK, 100, "EUR", "USD", "2013-03") is None
    days = [date(2013, 1, 1) + timedelta(n) for n in range(365)]
    whole = "\n".join(["Date,USD", *(f"{day},{1 + day.month / 100:.2f}" for day in days if day.weekday() < 5)])
    found = convert(whole, 100, "EUR", "USD", "2013")
    assert found is not None
    assert (found.low, found.high) == pytest.approx((101.0, 112.0))
    gap = "\n".join(line for line in whole.splitlines() if not line.startswith("2013-06"))
    assert convert(gap, 100, "EUR", "USD", "2013") is None
    assert convert(gap, 100, "EUR", "USD", "2013-07") is not None


@pytest.mark.parametrize("when", [ANY, Moment("0000-01-01", "2013-03-15"), Moment("2013-03-15", "9999-12-31")])
def test_an_open_date_is_not_converted(when: Moment) -> None:
    assert convert(BANK, 100, "EUR", "USD", when) is None


def test_currencies_that_no_table_has() -> None:
    assert convert(BANK, 100, "EUR", "KZT", "2013-03-19") is None
    assert convert(BANK, 100, "EUR", "EUR", "2013-03-19") is None


def test_the_first_table_with_an_answer_gives_it_and_two_are_never_mixed() -> None:
    bank = read_rates(BANK.encode(), "bank", "0" * 64)[0]
    long = read_rates(LONG.encode(), "long", "1" * 64)[0]
    assert bank is not None
    assert long is not None
    rates = Rates([long, bank])
    day = moment("2013-03-15")
    told = [rates.convert(1, "EUR", other, day) for other in ("USD", "SEK")]
    assert [one.table for one in told if one] == ["long", "bank"]
    assert rates.convert(1, "SEK", "KZT", day) is None


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("15.03.2013,KZT,150.5,USD", "the date"),
        ("2013-02-30,KZT,150.5,USD", "the date"),
        ("٢٠١٣-٠٣-١٥,KZT,150.5,USD", "the date"),
        ('2013-03-15,KZT,"150,5",USD', "the rate"),
        ("2013-03-15,KZT,-1,USD", "the rate"),
        ("2013-03-15,KZT,0,USD", "the rate"),
        ("2013-03-15,KZT,1e9,USD", "the rate"),
        ("2013-03-15,KZT,nan,USD", "the rate"),
        ("2013-03-15,KZT,=1+1,USD", "the rate"),
        ("2013-03-15,tenge,150.5,USD", "the currency"),
        ("2013-03-15,KZT,150.5,$", "the base"),
        ("2013-03-15,USD,1,USD", "the same"),
        ("2013-03-15,KZT,150.5", "3 cells"),
        ('2013-03-15,"KZT,150.5,USD', "quotation marks"),
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_and_said_so(row: str, what: str) -> None:
    good = "2013-03-15,EUR,0.775,USD"
    found, problems = read_rates(f"date,currency,rate,base\n{good}\n{row}\n".encode(), "r.csv", "")
    assert found is not None
    assert list(found.pairs) == [("USD", "EUR")]
    (problem,) = problems
    assert what in problem.what
    assert problem.where == "r.csv, row 3"
    assert problem.fatal


def test_two_rates_of_one_day_are_both_left_out() -> None:
    text = "date,currency,rate,base\n2013-03-15,KZT,150,USD\n2013-03-15,KZT,151,USD\n2013-03-15,KZT,152,USD\n"
    found, problems = read_rates(text.encode(), "r.csv", "")
    assert found is None
    assert len(problems) == 2
    twice = "date,currency,rate,base\n2013-03-15,KZT,150,USD\n2013-03-15,KZT,150,USD\n"
    assert read_rates(twice.encode(), "r.csv", "")[1] == ()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\x00\x01\x02", b"PK\x03\x04rates", "Date,USD\n2013-03-15,1.29\n".encode("utf-16"), b"Date,USD\n",
        b"Name,Price\nHouse,5\n", b"Date,USD,USD\n2013-03-15,1,1\n", b"Date,EUR\n2013-03-15,1\n",
        b"Date,\n2013-03-15,\n", b"x" * (MAX_BYTES + 1),
    ],
)  # fmt: skip
def test_what_is_no_rate_table_is_refused(data: bytes) -> None:
    found, problems = read_rates(data, "r.csv", "")
    assert found is None
    assert problems
    assert all(problem.next for problem in problems)


def test_a_thousand_bad_rows_do_not_flood_the_case() -> None:
    text = "date,currency,rate,base\n2013-03-15,KZT,150,USD\n" + "x,y,z,w\n" * 1000
    found, problems = read_rates(text.encode(), "r.csv", "")
    assert found is not None
    assert len(problems) == SHOWN + 1
    assert f"{1000 - SHOWN} more" in problems[-1].what


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    read_rates(b"date,currency,rate,base\n" + data, "r.csv", "")
    read_rates(b"Date,USD,JPY,\n" + data, "r.csv", "")
    read_rates(data, "r.csv", "")


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 10**6)), min_size=1, unique_by=lambda pair: pair[0]),
    st.integers(0, 60), st.integers(0, 20), st.floats(1, 1e12),
)  # fmt: skip
def test_every_day_of_the_range_is_within_the_answer(
    rates: list[tuple[int, int]], first: int, long: int, amount: float
) -> None:
    start = date(2013, 1, 1)
    held = table("\n".join(["Date,USD", *(f"{start + timedelta(n)},{rate / 1000:.3f}" for n, rate in rates)]))
    days = [(start + timedelta(first + n)).isoformat() for n in range(long + 1)]
    whole = held.convert(amount, "EUR", "USD", Moment(days[0], days[-1]))
    if whole is not None:
        assert whole.low <= whole.high
        inside = [held.convert(amount, "EUR", "USD", moment(day)) for day in days if whole.first <= day <= whole.last]
        assert all(one is not None and whole.low <= one.low <= one.high <= whole.high for one in inside)
