"""Amounts that differ: one deal, two prices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from primafacie.findings.converting import converted, figures, sold_on, told_rate, unconverted
from primafacie.findings.dates import bounds, compatible
from primafacie.findings.propositions import near
from primafacie.findings.sales import Sale, accounts, sales
from primafacie.findings.view import View, listed
from primafacie.findings.wording import cited, money, stake, when
from primafacie.model import Amount, Claim, Finding, digest
from primafacie.values.rates import Converted


def amounts_differ(view: View) -> Iterator[Finding]:
    """Looks for one sale for which voices (or one voice at two times) give prices that differ by more than rounding.

    Figures: each price with who gives it and for which stake. Prices in different currencies are brought into the
    currency of the first at the rate of the day of the sale, where the case has a table of rates, and the rate, its day
    and its table are told; without one they are listed, not compared, and alone they make no finding.
    Contradicting accounts are kept side by side and never averaged, as the Berkeley Protocol (OHCHR/UC Berkeley, 2020)
    has an investigator record what does not fit as well. Accounts that name different parties are taken for one sale
    where asset and time agree. Money that a party put into the asset at that time (a guarantee, an injection) is shown
    beside the price.

    Innocent explanations: a provisional and a final price, a price with and without debts taken over or deferred
    payments, another stake, another currency or day of conversion. Against it speaks a contract or an account.
    """
    for asset, chain in sales(view).items():
        for told_of in accounts(chain):
            priced = tuple((sale, c, a) for sale in told_of for c, a in sale.priced)
            if len(priced) > 1:
                rated = _rated(view, priced)
                if _differ(priced, rated):
                    yield _finding(view, asset, told_of, priced, rated)


Priced = tuple[tuple[Sale, Claim, Amount], ...]
Rated = Mapping[str, Converted]
"""Claim id -> its price in the currency of the first price that has one."""


def _rated(view: View, priced: Priced) -> Rated:
    target = next((a.currency for _, _, a in priced if a.currency), None)
    found = ((c.id, converted(view, a, target, sold_on(sale))) for sale, c, a in priced)
    return {key: one for key, one in found if one}


def _differ(priced: Priced, rated: Rated) -> bool:
    by_currency: dict[str | None, list[tuple[float, float]]] = defaultdict(list)
    for _, claim, amount in priced:
        one = rated.get(claim.id)
        if amount.value is not None:
            span = (one.low, one.high) if one else (amount.value, amount.value)
            by_currency[one.target if one else amount.currency].append(span)
    # Of spans all are near each other where the one that begins last is near the one that ends first.
    return any(not near(*max(spans), *min(spans, key=lambda s: s[1])) for spans in by_currency.values())


def _reasons(view: View, told_of: tuple[Sale, ...], priced: Priced, rated: Rated) -> list[str]:
    stakes = {stake(c.share) for _, c, _ in priced if c.share}
    reasons = ["The voices give different stakes."] if len(stakes) > 1 else []
    if any(a.currency is None for _, _, a in priced):
        reasons.append("Not every figure comes with a currency.")
    left = [a for _, c, a in priced if a.currency and c.id not in rated]
    if len({a.currency for a in left}) > 1:
        reasons.append(f"Not all figures are in one currency; they were not converted, since {unconverted(view)}.")
    if rated:
        reasons.append("A rate of the day need not be the one that the parties reckoned with.")
    if len(told_of) > 1:
        reasons.append("The voices name different parties; that they speak of one sale rests on asset and time.")
    return reasons


def _finding(view: View, asset: str, told_of: tuple[Sale, ...], priced: Priced, rated: Rated) -> Finding:
    claims = [c for _, c, _ in priced]
    name = view.name(asset)
    lines = dict.fromkeys(
        f"{view.attribution(c)} {money(a)}{f' for {stake(c.share)}' if c.share else ''}{when(c.date)}"
        + (f", which is {told_rate(rated[c.id])}" if c.id in rated else "")
        for _, c, a in priced
    )
    beside = _beside(view, asset, told_of)
    roots = view.roots(claims)
    sellers = tuple(dict.fromkeys(e for sale in told_of for e in sale.sellers))
    buyers = tuple(dict.fromkeys(e for sale in told_of for e in sale.buyers))
    sides = f"{view.names(sellers)} to {view.names(buyers)}"
    paid = [f"{view.attribution(c)} {money(c.amount)}{when(c.date)} ({cited(c)})" for c in beside if c.amount]
    return Finding(
        id=digest("finding", "amounts_differ", asset, sorted(sellers), sorted(buyers), told_of[0].bounds),
        check="amounts_differ",
        title=f"Different prices are given for {name}: {listed(money(a) for _, _, a in priced)}",
        text=f"On the sale of {name} from {sides}: {'; '.join(lines)}. Each may speak of another stage or stake."
             + (f" Beside the price, from a party to {name}: {'; '.join(dict.fromkeys(paid))}." if paid else ""),
        severity="medium", claims=view.ordered((*claims, *beside)),
        entities=tuple(dict.fromkeys((asset, *sellers, *buyers))),
        figures={"prices": [{"voice": view.voice(c).name, "value": a.value, "currency": a.currency, "text": a.text,
                             "claim": c.id, **({"rate": figures(rated[c.id])} if c.id in rated else {})}
                            for _, c, a in priced]},
        against=tuple(_reasons(view, told_of, priced, rated)), sources=len({c.source for c in claims}),
        independent=len(roots), innocent=("One is a provisional price, the other the final one.",
                                          "One counts debts taken over or deferred payments, the other does not."),
    )  # fmt: skip


def _beside(view: View, asset: str, told_of: tuple[Sale, ...]) -> list[Claim]:
    """What a party put into the asset in the year of the sale or the next: it belongs to the price."""
    parties = {e for sale in told_of for e in (*sale.sellers, *sale.buyers)}
    years = [int(b[0][:4]) for sale in told_of if (b := sale.bounds) and b[0][:4] == b[1][:4]]
    if not years:
        return []
    window = f"{min(years)}-01-01", f"{max(years) + 1}-12-31"
    paid = [c for c in view.of("Payment") if c.amount and bounds(c.date) and compatible(bounds(c.date), window)]
    return [c for c in paid if asset in view.ids(c, "beneficiary") and parties & set(view.ids(c, "payer"))]
