"""Price fall: an asset sold on for less than it was bought for."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.findings.explanations import of_a_loss
from primafacie.findings.prices import Fall, currencies, falls, in_the_other, stakes, unlike
from primafacie.findings.sales import Sale, follows, sales, told
from primafacie.findings.view import View, listed
from primafacie.findings.wording import says
from primafacie.model import Finding, digest

LEAST = 10.0
"""Percent. A smaller fall is within what rounding, fees and exchange rates make of one price."""
STEEP, MARKED = 50.0, 25.0
INNOCENT = (
    "The asset was worth less by then: a crisis, bad loans written down, a dividend paid out in between.",
    "The buyer took over debts or guarantees beside the price.",
)


def price_fall(view: View) -> Iterator[Finding]:
    """Looks for an asset whose holder is said to have sold it for at least a tenth less than was paid for it.

    Figures: both prices, the difference, the percentage, dates and stakes; where voices differ, the smallest fall that
    any two figures give, and the largest. A price in another currency than the first is converted at the rate of the
    day of its sale (of a month or year at the lowest and highest rate of it), where the case has a table of rates; the
    rate, its day and its table are told, and how the price moved in the other currency. Without a rate the prices are
    shown and not compared; nor is a bare figure of one document with a figure of another. Where both stakes are known
    the price of one percent is compared instead. That an asset changes hands well away from its market value, in sales
    one after the other, is among the indicators of FATF, "Money Laundering and Terrorist Financing through the Real
    Estate Sector" (2007).

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
            compared = falls(view, earlier, later)
            if compared and compared[0].percent >= LEAST and not _explained(earlier, later, compared[0]):
                yield _finding(view, asset, earlier, later, compared)
            elif unlike(view, earlier, later):
                yield _uncompared(view, asset, earlier, later)


def _explained(earlier: Sale, later: Sale, fall: Fall) -> bool:
    """True where one percent of the asset did not fall in price: only a part was sold."""
    pair = stakes(earlier, later)
    return pair is not None and fall.received / pair[1] > (1 - LEAST / 100) * fall.paid / pair[0]


def _uncompared(view: View, asset: str, earlier: Sale, later: Sale) -> Finding:
    claims = [c for sale in (earlier, later) for c in sale.claims]
    roots = view.roots(claims)
    return Finding(
        id=digest("finding", "price_fall", "uncompared", asset, sorted(earlier.buyers), earlier.bounds, later.bounds),
        check="price_fall",
        title=f"Two prices of {view.name(asset)} are given in different currencies and could not be compared",
        text=f"By what {listed(v.name for v in roots)} {says(roots)}, {view.name(asset)} went from "
             f"{told(view, earlier)}, and then from {told(view, later)}. {currencies(view, earlier, later)}",
        severity="info", claims=view.ordered(claims),
        entities=tuple(dict.fromkeys([asset, *earlier.sellers, *earlier.buyers, *later.buyers])),
        figures={"prices": [[{"value": a.value, "currency": a.currency} for _, a in sale.priced]
                            for sale in (earlier, later)]},
        against=("Nothing shows that the price fell.",), sources=len({c.source for c in claims}),
        independent=len(roots), innocent=("Both prices may be worth the same.",),
    )  # fmt: skip


def _finding(view: View, asset: str, earlier: Sale, later: Sale, found: tuple[Fall, ...]) -> Finding:
    least, most = found[0], found[-1]
    claims = [c for fall in found for c in fall.claims]
    explained = of_a_loss(view, (asset, *earlier.buyers))
    # The dates and parties may stand in claims that give no price.
    grounds = [*earlier.claims, *later.claims]
    roots = view.roots(claims)
    other = "By other figures given for these sales, or another rate of those days," if most.rate else (
        "By other figures given for these sales")
    span = f" {other} it was {most.told()}." if most.lost != least.lost else ""
    basis = (" One of the two figures is given without a currency; it is taken to be the same."
             if least.assumed and least.currency else " Neither figure comes with a currency."
             if least.assumed else "")  # fmt: skip
    name, holder = view.name(asset), view.names(earlier.buyers)
    text = (
        f"By what {listed(v.name for v in roots)} {says(roots)}, {name} went from {told(view, earlier)}, and then from "
        f"{told(view, later)}. The second price is {least.told()} lower.{least.rated()}{span}{basis}"
        f"{_stake_note(earlier, later)} A crisis, write-downs, money put in or taken out in between, or debts that "
        "came with the asset may explain the fall."
        + (" Texts of the case say so: see what speaks against it." if explained else "")
    )
    return Finding(
        id=digest("finding", "price_fall", asset, sorted(earlier.buyers), earlier.bounds, later.bounds),
        check="price_fall",
        title=f"The price of {name} is said to have fallen by {least.percent:.1f} % in the hands of {holder}",
        text=text, severity=_severity(view, earlier, least),
        claims=view.ordered(grounds),
        entities=tuple(dict.fromkeys([asset, *earlier.sellers, *earlier.buyers, *later.buyers])),
        figures={
            "first": {"value": least.first.value, "currency": least.first.currency, "text": least.first.text},
            "second": {"value": least.second.value, "currency": least.second.currency, "text": least.second.text},
            **{key: value for key, value in least.figures().items() if key not in ("paid", "received")},
            "percent_most": round(most.percent, 1),
        },
        against=(*_reasons(view, asset, earlier, later, least), *explained),
        sources=len({c.source for c in grounds}), independent=len(roots), innocent=INNOCENT,
    )  # fmt: skip


def _severity(view: View, earlier: Sale, fall: Fall) -> str:
    """By the smaller fall, where an exchange rate that moved in between makes two of one."""
    other = in_the_other(view, earlier, fall)
    percent = min(fall.percent, other[0]) if other else fall.percent
    return "high" if percent >= STEEP else "medium" if percent >= MARKED else "low"


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
    if counted := in_the_other(view, earlier, fall):
        reasons.append(counted[1])
    years = [sale.bounds[0][:4] for sale in (earlier, later) if sale.bounds]
    if len(set(years)) == 2:
        reasons.append(f"Between {years[0]} and {years[1]} the market as a whole may have fallen.")
    return reasons
