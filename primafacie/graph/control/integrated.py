"""Integrated ownership as a relation: what a holder owns of a company directly and through others, low to high.

A claim on value, not on votes: a chain of minority stakes gives ownership and no control. See graph/ownership.
"""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.graph.control.view import View, percent
from primafacie.graph.ownership.bounds import greatest, least
from primafacie.model import Control

BASIS = "integrated ownership"


def integrated_ownership(view: View) -> Iterator[Control]:
    """One for every holder at whom a chain ends, every person and every listed one, and each company they come to."""
    if not view.stakes:
        return
    net = view.net
    lows = least(net, [net.number[h] for h in view.holders])
    highest = net.matrix(net.high) if (net.high > net.low).any() else None
    for row, holder in enumerate(view.holders):
        low = lows[[row]].toarray()[0]
        high = low if highest is None else greatest(net, net.number[holder], low, highest)
        chains = view.chains.from_holder(holder)
        for target in sorted(chains, key=lambda t: (-high[net.number[t]], t)):
            at = net.number[target]
            share = percent(100 * low[at], 100 * max(low[at], high[at]))
            if not share.high:
                continue
            stake = view.by_pair.get((holder, target))
            note = ""
            if stake and share.low is not None and share.high > stake.high + 1e-6:
                note = f"direct {percent(stake.low, stake.high).text}, the rest through others"
            elif not stake:
                note = "through others only"
            yield view.control(holder, target, BASIS, share, chains[target], [note])
