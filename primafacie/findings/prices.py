"""Comparing two prices without comparing what cannot be compared: currencies, stakes, and who gives the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from primafacie.findings.converting import converted, figures, sold_on, told_rate, unconverted
from primafacie.findings.sales import Sale
from primafacie.findings.view import View
from primafacie.findings.wording import rough
from primafacie.model import Amount, Claim
from primafacie.values.rates import Converted

_WORD = re.compile(r"[^\W\d_]+")
_SIGN = re.compile(r"[$€£¥₽₸₴₺₹]")
_NUMBER = frozenset(
    "hundred hundreds thousand thousands million millions billion billions trillion trillions tens dozens of bn mn m k "
    "a an and half one two three four five six seven eight nine ten about around some nearly almost roughly over more "
    "than less up to at least most between".split()
)


@dataclass(frozen=True, slots=True)
class Fall:
    """Two prices in one currency; ``lost`` in whole units of it, ``percent`` of the first price (negative: it rose)."""

    first: Amount
    second: Amount
    claims: tuple[Claim, Claim]
    currency: str | None
    assumed: bool
    """True where the text gives a currency for one of the two figures only."""
    received: float
    """The second price in the currency of the first."""
    rate: Converted | None = None
    """How the second price came into the currency of the first; None where it was in it."""

    @property
    def paid(self) -> float:
        return self.first.value or 0.0

    @property
    def lost(self) -> float:
        return self.paid - self.received

    @property
    def percent(self) -> float:
        return 100 * self.lost / self.paid

    def told(self) -> str:
        """"about USD 1.6 billion (76.5 %)"."""
        unit = f"{self.currency} " if self.currency else ""
        return f"about {unit}{rough(abs(self.lost))} ({abs(self.percent):.1f} %)"

    def rated(self) -> str:
        """By which rate the second price was converted, as a sentence after a blank; empty where it was not."""
        return f" Converted, the second price is {told_rate(self.rate)}." if self.rate else ""

    def figures(self) -> dict[str, object]:
        """Both prices and the difference, as a finding keeps them."""
        return {
            "paid": self.first.value, "received": self.second.value, "lost": self.lost,
            "percent": round(self.percent, 1), "currency": self.currency, "currency_assumed": self.assumed,
            **({"received_currency": self.second.currency, "rate": figures(self.rate)} if self.rate else {}),
        }  # fmt: skip


def falls(view: View, earlier: Sale, later: Sale) -> tuple[Fall, ...]:
    """All pairs of prices that may be compared, the smallest fall first; empty where none may.

    A second price in another currency is converted at the rate of the day of its sale. Where several days are meant,
    it makes two pairs, by the highest and by the lowest rate.
    """
    return tuple(sorted(_pairs(view, earlier, later), key=lambda f: f.percent))


def _pairs(view: View, earlier: Sale, later: Sale) -> Iterator[Fall]:
    for one, first in earlier.priced:
        for other, second in later.priced:
            if first.value is None or second.value is None or first.value <= 0:
                continue
            if first.currency and second.currency and first.currency != second.currency:
                rate = converted(view, second, first.currency, sold_on(later))
                for received in dict.fromkeys((rate.low, rate.high)) if rate else ():
                    yield Fall(first, second, (one, other), first.currency, False, received, rate)
                continue
            assumed = not (_says_currency(one, first) and _says_currency(other, second))
            if not (first.currency and second.currency) and one.source != other.source:
                # Across documents nothing says that a bare figure is in the other one's currency.
                continue
            yield Fall(first, second, (one, other), first.currency or second.currency, assumed, second.value)


def in_the_other(view: View, earlier: Sale, fall: Fall) -> tuple[float, str] | None:
    """A fall counted in the currency of the second price, in percent and in words; None where none was converted."""
    then = converted(view, fall.first, fall.second.currency, sold_on(earlier))
    if fall.rate is None or then is None or not fall.second.value:
        return None
    percent = 100 * (then.low - fall.second.value) / then.low
    word = f"fell by {percent:.1f} %" if percent > 0 else f"rose by {-percent:.1f} %"
    return percent, f"Counted in {fall.second.currency} the price {word}: the first price was {told_rate(then)}."


def _says_currency(claim: Claim, amount: Amount) -> bool:
    """True where the words name a currency, or its code stands in the quoted row; "493 million" names none."""
    if not amount.currency:
        return False
    code, figure = re.escape(amount.currency), re.escape(amount.text)
    # In a row the code stands in its own cell, somewhere beside a figure that is nothing but a figure.
    near = code if amount.text.strip().isdigit() else rf"{code}\W{{0,3}}{figure}|{figure}\W{{0,3}}{code}"
    if re.search(rf"(?<![A-Za-z])(?:{near})(?![A-Za-z])", claim.quote.text):
        return True
    return bool(_SIGN.search(amount.text)) or any(w.casefold() not in _NUMBER for w in _WORD.findall(amount.text))


def stakes(earlier: Sale, later: Sale) -> tuple[float, float] | None:
    """The stakes in percent, (earlier, later), where each sale has one exact and undisputed; None otherwise."""
    found = []
    for sale in (earlier, later):
        exact = {s.low for s in sale.stakes if s.low is not None and s.low == s.high and s.low > 0}
        if len(exact) != 1:
            return None
        found.append(exact.pop())
    return found[0], found[1]


def unlike(view: View, earlier: Sale, later: Sale) -> bool:
    """True where all prices of both sales come with a currency, and those of the one have none of the other's."""
    one, other = ({a.currency for _, a in sale.priced} for sale in (earlier, later))
    return bool(one and other) and None not in one | other and not falls(view, earlier, later)


def currencies(view: View, earlier: Sale, later: Sale) -> str:
    """What stands between two prices that cannot be compared; empty where nothing does."""
    one, other = ({a.currency for _, a in sale.priced} for sale in (earlier, later))
    if one and other and not falls(view, earlier, later):
        names = [", ".join(sorted(c or "none given" for c in side)) for side in (one, other)]
        why = f"; they were not converted, since {unconverted(view)}" if unlike(view, earlier, later) else ""
        return f"The prices are not compared: the currencies are {names[0]} and {names[1]}{why}."
    return ""
