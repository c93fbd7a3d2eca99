"""Amounts that differ: one deal, two prices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.dates import bounds, compatible
from primafacie.findings.propositions import SLACK
from primafacie.findings.sales import Sale, accounts, sales
from primafacie.findings.view import View, listed
from primafacie.findings.wording import money, stake, when
from primafacie.model import Amount, Claim, Finding, digest


def amounts_differ(view: View) -> Iterator[Finding]:
    """Looks for one sale for which voices (or one voice at two times) give prices that differ by more than rounding.

    Figures: each price with who gives it and for which stake; prices in different currencies are listed, not compared.
    Contradicting accounts are kept side by side and never averaged, as the Berkeley Protocol (OHCHR/UC Berkeley, 2020)
    asks for conflicting information. Accounts that name different parties are taken for one sale where asset and time
    agree. Money that a party put into the asset at that time (a guarantee, an injection) is shown beside the price.

    Innocent explanations: a provisional and a final price, a price with and without debts taken over or deferred
    payments, another stake, another currency or day of conversion. Against it
    speaks a contract or an account.
    """
    for asset, chain in sales(view).items():
        for told_of in accounts(chain):
            priced = tuple(pair for sale in told_of for pair in sale.priced)
            if _differ([amount for _, amount in priced]):
                yield _finding(view, asset, told_of, priced)


def _differ(amounts: list[Amount]) -> bool:
    by_currency: dict[str | None, list[float]] = defaultdict(list)
    for amount in amounts:
        if amount.value is not None:
            by_currency[amount.currency].append(amount.value)
    return any(max(values) - min(values) > SLACK * max(values) for values in by_currency.values())


def _finding(
    view: View, asset: str, told_of: tuple[Sale, ...], priced: tuple[tuple[Claim, Amount], ...]
) -> Finding:  # fmt: skip
    claims = [c for c, _ in priced]
    name = view.name(asset)
    lines = dict.fromkeys(
        f"{view.attribution(c)} {money(a)}{f' for {stake(c.share)}' if c.share else ''}{when(c.date)}"
        for c, a in priced
    )
    stakes = {stake(c.share) for c in claims if c.share}
    reasons = ["The voices give different stakes."] if len(stakes) > 1 else []
    if len({a.currency for _, a in priced}) > 1:
        reasons.append("Not all figures are in one currency.")
    if len(told_of) > 1:
        reasons.append("The voices name different parties; that they speak of one sale rests on asset and time.")
    beside = _beside(view, asset, told_of)
    roots = view.roots(claims)
    sellers = tuple(dict.fromkeys(e for sale in told_of for e in sale.sellers))
    buyers = tuple(dict.fromkeys(e for sale in told_of for e in sale.buyers))
    sides = f"{view.names(sellers)} to {view.names(buyers)}"
    paid = [f"{view.attribution(c)} {money(c.amount)}{when(c.date)} (“{c.quote.text}”)" for c in beside if c.amount]
    return Finding(
        id=digest("finding", "amounts_differ", asset, sorted(sellers), sorted(buyers), told_of[0].bounds),
        check="amounts_differ",
        title=f"Different prices are given for {name}: {listed(money(a) for _, a in priced)}",
        text=f"On the sale of {name} from {sides}: {'; '.join(lines)}. Each may speak of another stage or stake."
             + (f" Beside the price, from a party to {name}: {'; '.join(dict.fromkeys(paid))}." if paid else ""),
        severity="medium", claims=view.ordered((*claims, *beside)),
        entities=tuple(dict.fromkeys((asset, *sellers, *buyers))),
        figures={"prices": [{"voice": view.voice(c).name, "value": a.value, "currency": a.currency, "text": a.text,
                             "claim": c.id} for c, a in priced]},
        against=tuple(reasons), sources=len({c.source for c in claims}), independent=len(roots),
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
