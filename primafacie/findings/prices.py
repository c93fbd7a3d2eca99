"""Comparing two prices without comparing what cannot be compared: currencies, stakes, and who gives the figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from primafacie.findings.sales import Sale
from primafacie.findings.wording import rough
from primafacie.model import Amount, Claim

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
    lost: float
    percent: float

    def told(self) -> str:
        """"about USD 1.6 billion (76.5 %)"."""
        unit = f"{self.currency} " if self.currency else ""
        return f"about {unit}{rough(abs(self.lost))} ({abs(self.percent):.1f} %)"


def falls(earlier: Sale, later: Sale) -> tuple[Fall, ...]:
    """All pairs of prices that may be compared, the smallest fall first; empty where none may."""
    return tuple(sorted(_pairs(earlier, later), key=lambda f: f.percent))


def _pairs(earlier: Sale, later: Sale) -> Iterator[Fall]:
    for one, first in earlier.priced:
        for other, second in later.priced:
            if first.value is None or second.value is None or first.value <= 0:
                continue
            if first.currency and second.currency and first.currency != second.currency:
                continue
            assumed = not (_says_currency(first) and _says_currency(second))
            if not (first.currency and second.currency) and one.source != other.source:
                # Across documents nothing says that a bare figure is in the other one's currency.
                continue
            lost = first.value - second.value
            yield Fall(first, second, (one, other), first.currency or second.currency, assumed, lost,
                       100 * lost / first.value)


def _says_currency(amount: Amount) -> bool:
    """True where the words of the amount name a currency; "493 million" does not, whatever stands beside it."""
    if not amount.currency:
        return False
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


def currencies(earlier: Sale, later: Sale) -> str:
    """What stands between two prices that cannot be compared; empty where nothing does."""
    one, other = ({a.currency for _, a in sale.priced} for sale in (earlier, later))
    if one and other and not falls(earlier, later):
        names = [", ".join(sorted(c or "none given" for c in side)) for side in (one, other)]
        return f"The prices are not compared: the currencies are {names[0]} and {names[1]}."
    return ""
