"""Price fall: an asset sold on for less than it was bought for."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.findings.explanations import of_a_loss
from primafacie.findings.prices import Fall, falls, stakes
from primafacie.findings.sales import Sale, follows, sales, told
from primafacie.findings.view import View, listed
from primafacie.model import Finding, digest

LEAST = 10.0
"""Percent. A smaller fall is within what rounding, fees and exchange rates make of one price."""
STEEP, MARKED = 50.0, 25.0


def price_fall(view: View) -> Iterator[Finding]:
    """Looks for an asset whose holder is said to have sold it for at least a tenth less than was paid for it.

    Figures: both prices, the difference, the percentage, dates and stakes; where voices differ, the smallest fall that
    any two figures give, and the largest. Prices in different currencies are not compared, nor a bare figure of one
    document with a figure of another. Where both stakes are known the price of one percent is compared instead. Sale
    at an undervalue is a red flag in FATF, "Money Laundering and Terrorist Financing through the Real Estate Sector"
    (2007), and in the FATF/Egmont Group report "Concealment of Beneficial Ownership" (2018).

    Innocent explanations: a financial crisis, write-downs of bad loans, a capital increase or a dividend in between,
    liabilities taken over by the buyer, a smaller stake, a distressed seller, a devalued currency; sentences of the
    case's texts that name the asset or its holder together with such a reason are quoted. Against it speak these, other
    figures for the same sale, and a valuation of the time.
    """
    for asset, chain in sales(view).items():
        for n, earlier in enumerate(chain):
            later = next((sale for sale in chain[n + 1:] if follows(earlier, sale)), None)
            if later is None:
                continue
            found = [fall for fall in falls(earlier, later) if fall.percent >= LEAST]
            if found and len(found) == len(falls(earlier, later)) and not _explained(earlier, later, found[0]):
                yield _finding(view, asset, earlier, later, found)


def _explained(earlier: Sale, later: Sale, fall: Fall) -> bool:
    """True where one percent of the asset did not fall in price: only a part was sold."""
    pair = stakes(earlier, later)
    if pair is None or fall.first.value is None or fall.second.value is None:
        return False
    return fall.second.value / pair[1] > (1 - LEAST / 100) * fall.first.value / pair[0]


def _finding(view: View, asset: str, earlier: Sale, later: Sale, found: list[Fall]) -> Finding:
    least, most = found[0], found[-1]
    claims = [c for fall in found for c in fall.claims]
    explained = of_a_loss(view, (asset, *earlier.buyers))
    # The dates and parties may stand in claims that give no price.
    grounds = [*earlier.claims, *later.claims]
    roots = view.roots(claims)
    span = f" By other figures given for these sales it was {most.told()}." if most.lost != least.lost else ""
    basis = (" One of the two figures is given without a currency; it is taken to be the same."
             if least.assumed and least.currency else " Neither figure comes with a currency."
             if least.assumed else "")  # fmt: skip
    name, holder = view.name(asset), view.names(earlier.buyers)
    text = (
        f"By what {listed(v.name for v in roots)} {'says' if len(roots) == 1 else 'say'}, {name} went from "
        f"{told(view, earlier)}, and then from {told(view, later)}. The second price is {least.told()} lower."
        f"{span}{basis}{_stake_note(earlier, later)} A crisis, write-downs, money put in or taken out in between, or "
        "debts that came with the asset may explain the fall."
        + (" Texts of the case say so: see what speaks against it." if explained else "")
    )
    return Finding(
        id=digest("finding", "price_fall", asset, sorted(earlier.buyers), earlier.bounds, later.bounds),
        check="price_fall",
        title=f"The price of {name} is said to have fallen by {least.percent:.1f} % in the hands of {holder}",
        text=text, severity="high" if least.percent >= STEEP else "medium" if least.percent >= MARKED else "low",
        claims=view.ordered(grounds),
        entities=tuple(dict.fromkeys([asset, *earlier.sellers, *earlier.buyers, *later.buyers])),
        figures={
            "first": {"value": least.first.value, "currency": least.first.currency, "text": least.first.text},
            "second": {"value": least.second.value, "currency": least.second.currency, "text": least.second.text},
            "lost": least.lost, "percent": round(least.percent, 1), "percent_most": round(most.percent, 1),
            "currency": least.currency, "currency_assumed": least.assumed,
        },
        against=(*_reasons(view, asset, earlier, later, least), *explained),
        sources=len({c.source for c in grounds}), independent=len(roots),
    )  # fmt: skip


def _stake_note(earlier: Sale, later: Sale) -> str:
    pair = stakes(earlier, later)
    if pair is None:
        return " The stakes sold are not both stated."
    if pair[0] == pair[1]:
        return f" Both times the stake was {pair[0]:g} %."
    return f" The stakes differ ({pair[0]:g} % and {pair[1]:g} %), but the price of one percent fell too."


def _reasons(view: View, asset: str, earlier: Sale, later: Sale, fall: Fall) -> list[str]:
    denied = [c for c in view.of("Deal", stances=("denies",)) if asset in view.ids(c, "asset")]
    reasons = list(view.ordered(denied))
    if stakes(earlier, later) is None:
        reasons.append("The stakes sold are not both stated, so the prices may stand for different stakes.")
    if fall.assumed:
        reasons.append("The currency of one of the two prices is an assumption." if fall.currency
                       else "No currency is given for either price.")
    years = [sale.bounds[0][:4] for sale in (earlier, later) if sale.bounds]
    if len(set(years)) == 2:
        reasons.append(f"Between {years[0]} and {years[1]} the market as a whole may have fallen.")
    return reasons
