"""Bringing prices of different currencies into one, at the rate of the day, and saying which rate that was."""

from __future__ import annotations

from primafacie.findings.sales import Sale
from primafacie.findings.view import View
from primafacie.findings.wording import day, rough
from primafacie.model import Amount
from primafacie.values.intervals import Moment, happened
from primafacie.values.rates import Converted

NO_TABLE = "no rate table was given"


def sold_on(sale: Sale) -> Moment:
    """The days on which the sale can have been, by the claim that dates it most precisely."""
    return happened(sale.dated.date)


def converted(view: View, amount: Amount, target: str | None, when: Moment) -> Converted | None:
    """The amount in the other currency at the rate of that day; None where there is nothing to convert, or no rate."""
    rates = view.evidence.rates
    if rates is None or amount.value is None or not amount.currency or not target:
        return None
    return rates.convert(amount.value, amount.currency, target, when)


def told_rate(one: Converted) -> str:
    """"USD 390 million at 1.3 USD for EUR 1, the rate of 15 March 2013 in eurofxref-hist.csv"."""
    sums = rough(one.low) if rough(one.low) == rough(one.high) else f"{rough(one.low)} to {rough(one.high)}"
    if one.first == one.last:
        days = f"the rate of {day(one.first)}"
    elif one.rate_low == one.rate_high:
        days = f"the rate from {day(one.first)} to {day(one.last)}"
    else:
        days = f"the lowest and highest rate from {day(one.first)} to {day(one.last)}"
    return f"{one.target} {sums} at {_rate(one)}, {days} in {one.table}"


def _rate(one: Converted) -> str:
    """As tables print it, to six digits: so many of the currency that is worth less for one of the other."""
    low, high, many, few = one.rate_low, one.rate_high, one.target, one.currency
    if high < 1:
        low, high, many, few = 1 / high, 1 / low, few, many
    span = f"{low:.6g}" if low == high else f"{low:.6g} to {high:.6g}"
    return f"{span} {many} for {few} 1"


def figures(one: Converted) -> dict[str, object]:
    """What a finding keeps of a conversion."""
    return {
        "currency": one.target, "low": one.low, "high": one.high, "rate_low": one.rate_low, "rate_high": one.rate_high,
        "from": one.first, "to": one.last, "table": one.table, "sha256": one.sha256,
    }  # fmt: skip


def unconverted(view: View) -> str:
    """Why prices of different currencies stay as they are."""
    if view.evidence.rates is None:
        return NO_TABLE
    return "the rate table given has no rate for them at that time"

