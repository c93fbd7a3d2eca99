"""Which sum, number, stake and date a claim gets."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims_of


def only(text: str, kind: str, **given: str):  # type: ignore[no-untyped-def]
    found = [c for c in claims_of(text, **given) if c.kind == kind]
    assert found, text
    return found[-1]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("In 2007 Bekov sold the bank to Meridian. Six years later, Meridian sold the bank to Serik.", "2013"),
        ("Bekov came in 2007. It rained. Nothing happened. Six years later, Meridian sold the bank to Serik.", "2013"),
        ("In 2007 Bekov left. Two years later he came back. A year later, Meridian sold the bank to Serik.", "2010"),
        ("Serik, who was born in 1961, bought the bank in 2013.", "2013"),
        ("On 21 June 2007 Meridian bought the bank.", "2007-06-21"),
        ("The paper told of a deal whereby, on 21 June 2007, Meridian bought the bank.", "2007-06-21"),
        ("Serik ran the fund until 2014, when Meridian bought the bank.", "2014"),
    ],
)
def test_dates_are_counted_from_what_was_said_before(text: str, start: str) -> None:
    claim = only(text, "Deal")
    assert claim.date is not None
    assert claim.date.start == start


def test_a_weekday_is_counted_from_the_publication() -> None:
    claim = only("Meridian sold the bank to Serik on Monday.", "Deal", date="2019-01-24")
    assert claim.date is not None
    assert claim.date.start == "2019-01-21"


def test_a_title_does_not_take_the_date_of_its_sentence() -> None:
    assert only("In 2013 President Bekov sold the bank.", "Position").date is None


def test_a_price_without_a_currency_takes_the_one_beside_it() -> None:
    text = "Bekov sold the bank for 2.1 billion dollars. Later Meridian sold the bank to Serik for 493 million."
    amount = only(text, "Deal").amount
    assert (amount.value, amount.currency) == (493_000_000, "USD")


def test_a_price_without_a_currency_stays_without_where_nothing_settles_it() -> None:
    amount = only("Meridian sold the bank to Serik for 493 million.", "Deal").amount
    assert (amount.value, amount.currency) == (493_000_000, None)


def test_a_small_number_is_no_price() -> None:
    assert only("Meridian sold the bank to Serik for 12 reasons.", "Deal").amount is None


def test_each_counted_group_is_a_claim_of_its_own() -> None:
    found = [c for c in claims_of("The army killed 95 civilians and 12 rebels.") if c.kind == "Killing"]
    assert sorted((c.count.low, c.count.high) for c in found if c.count) == [(12, 12), (95, 95)]


def test_the_quote_takes_in_the_preposition_of_the_date() -> None:
    assert only("In 2007 Bekov sold the bank to Meridian.", "Deal").quote.text.startswith("In 2007")


def test_the_day_on_which_something_is_said_is_not_the_day_on_which_it_happened() -> None:
    assert only("On 14 March 2022 the prosecutor said that police had killed 230 people.", "Killing").date is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Orda Group bought Karat Foods last year, in a deal valued at 2 billion dollars.", 2e9),
        ("The ministry reported 22 sold units in the past year, for around 200 million pounds.", 2e8),
        (
            "Serik bought 18 hotels at auction for 730 million dollars, or just over 40 million dollars apiece.",
            7.3e8,
        ),
        ("Serik bought shares of Orda Bank at 12 euros a share.", None),
        ("Meridian bought 300 cars from Orda Group for 9,000 euros each.", None),
        ("Meridian bought oil from Orda Group at 80 dollars per barrel.", None),
    ],
)
def test_a_price_is_that_of_the_whole(text: str, value: float | None) -> None:
    claim = only(text, "Deal")
    assert (claim.amount.value if claim.amount else None) == value


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        ("On 12 July 2021, a year after he had been arrested, Serik sold the bank to Meridian.", "Deal", "2021-07-12"),
        ("Meridian sold the bank on 12 July 2021, a year after Serik was arrested.", "Arrest", None),
        ("They recall Army Day 2021, in which more than 100 people were killed.", "Killing", "2021"),
        ("Serik was arrested in Karatas in 2010 and extradited to Peru two years later.", "Extradition", "2012"),
    ],
)
def test_a_date_stays_with_the_clause_that_it_dates(text: str, kind: str, start: str | None) -> None:
    claim = only(text, kind)
    assert (claim.date.start if claim.date else None) == start


def test_a_day_before_its_subject_is_no_part_of_it() -> None:
    claim = only("On 5 May 2014 police arrested two men.", "Arrest")
    assert [f.text for f in claim.roles["perpetrator"]] == ["police"]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Norwegian farmer Fjordlaks paid Serik 1.9 billion crowns.", "NOK"),
        ("A court in Nairobi heard them. Bekov paid Serik 340 million shillings ($2.6 million).", "KES"),
        ("Bekov paid Serik 340 million shillings ($2.6 million).", None),
        ("Kenya and Uganda quarrel. Bekov paid Serik 340 million shillings.", None),
        ("Bekov paid Serik 40 million crowns.", "CZK"),
    ],
)
def test_shared_currencies_are_settled_by_the_country_that_the_text_names(text: str, currency: str | None) -> None:
    claim = only(text, "Payment")
    assert claim.amount is not None
    assert claim.amount.currency == currency
