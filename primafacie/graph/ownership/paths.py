"""The chains of stakes by which a holder comes to a company, the strongest first."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from primafacie.graph.ownership.stakes import Stake

KEPT = 5
"""Chains shown for one result; a hundred small ones prove no more than the five largest."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Edge ids from holder to target; ``low`` and ``high`` are the products of the shares, 0 to 1."""

    low: float
    high: float
    edges: tuple[str, ...]
    passed: tuple[str, ...]
    """The entities on the way, holder and target included."""


class Chains:
    """All chains over some stakes. A chain passes nobody twice."""

    def __init__(self, stakes: Iterable[Stake]) -> None:
        self._held: dict[str, list[Stake]] = defaultdict(list)
        for stake in stakes:
            self._held[stake.holder].append(stake)

    def from_holder(self, holder: str, through: Callable[[str], bool] | None = None) -> dict[str, tuple[Chain, ...]]:
        """For every company that the holder comes to, up to ``KEPT`` chains, by high, then low product, then length.

        The strongest is always among them: on the way to it every company has been come to by its own strongest first.

        ``through`` says which companies a chain may go on from; all of them where it is not given.
        """
        found: dict[str, list[Chain]] = defaultdict(list)
        queue: list[tuple[float, float, int, tuple[str, ...], Chain]] = []
        self._extend(queue, Chain(1.0, 1.0, (), (holder,)))
        while queue:
            *_, chain = heapq.heappop(queue)
            at = chain.passed[-1]
            if len(found[at]) >= KEPT:
                continue
            found[at].append(chain)
            if through is None or through(at):
                self._extend(queue, chain)
        return {at: tuple(chains) for at, chains in found.items()}

    def _extend(self, queue: list[tuple[float, float, int, tuple[str, ...], Chain]], chain: Chain) -> None:
        for stake in self._held.get(chain.passed[-1], ()):
            if stake.asset not in chain.passed and stake.high > 0:
                longer = Chain(chain.low * stake.low / 100, chain.high * stake.high / 100,
                               (*chain.edges, stake.edges[0]), (*chain.passed, stake.asset))  # fmt: skip
                heapq.heappush(queue, (-longer.high, -longer.low, len(longer.edges), longer.edges, longer))
