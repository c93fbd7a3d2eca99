"""Amounts that differ: one deal, two prices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.propositions import SLACK
from primafacie.findings.sales import Sale, sales
from primafacie.findings.view import View, listed
from primafacie.findings.wording import money, stake, when
from primafacie.model import Amount, Claim, Finding, digest


def amounts_differ(view: View) -> Iterator[Finding]:
    """Looks for one sale for which voices (or one voice at two times) give prices that differ by more than rounding.

    Figures: each price with who gives it and for which stake; prices in different currencies are listed, not compared.
    Contradicting accounts are kept side by side and never averaged, as the Berkeley Protocol (OHCHR/UC Berkeley, 2020)
    asks for conflicting information.

    Innocent explanations: a provisional and a final price, a price with and without debts taken over or deferred
    payments, another stake, another currency or day of conversion. Against it
    speaks a contract or an account.
    """
    for asset, chain in sales(view).items():
        for sale in chain:
            priced = sale.priced
            if _differ([amount for _, amount in priced]):
                yield _finding(view, asset, sale, priced)


def _differ(amounts: list[Amount]) -> bool:
    by_currency: dict[str | None, list[float]] = defaultdict(list)
    for amount in amounts:
        if amount.value is not None:
            by_currency[amount.currency].append(amount.value)
    return any(max(values) - min(values) > SLACK * max(values) for values in by_currency.values())


def _finding(view: View, asset: str, sale: Sale, priced: tuple[tuple[Claim, Amount], ...]) -> Finding:
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
    roots = view.roots(claims)
    sides = f"{view.names(sale.sellers)} to {view.names(sale.buyers)}"
    return Finding(
        id=digest("finding", "amounts_differ", asset, sorted(sale.sellers), sorted(sale.buyers), sale.bounds),
        check="amounts_differ", title=f"Different prices are given for {name}: {listed(money(a) for _, a in priced)}",
        text=f"On the sale of {name} from {sides}: {'; '.join(lines)}. Each may speak of another stage or stake.",
        severity="medium", claims=view.ordered(claims),
        entities=tuple(dict.fromkeys((asset, *sale.sellers, *sale.buyers))),
        figures={"prices": [{"voice": view.voice(c).name, "value": a.value, "currency": a.currency, "text": a.text,
                             "claim": c.id} for c, a in priced]},
        against=tuple(reasons), sources=len({c.source for c in claims}), independent=len(roots),
    )  # fmt: skip
