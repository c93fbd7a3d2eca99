"""The least and the most that a holder can own where shares are only known from low to high.

Read backwards, from a company to who holds it, integrated ownership is the chance that a walk along the stakes comes to
the holder. With shares between bounds, at most 1 together, the walk is an interval Markov chain (Jonsson & Larsen,
"Specification and refinement of probabilistic processes", LICS 1991), and the bounds are the least and greatest chance
of reaching a state (Sen, Viswanathan & Agha, TACAS 2006): the least with every share at its low, since whoever is not
named may hold the rest; the greatest by policy iteration, which gives what the bounds leave of each company to those of
its holders through whom most of it comes back to ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from primafacie.graph.ownership.integrated import below, integrated, integrated_of
from primafacie.graph.ownership.network import Matrix, Network, Vector

ROUNDS = 200
CLOSE = 1e-12


def least(net: Network, holders: Sequence[int]) -> Matrix:
    """Sparse (holders, entities): what each certainly owns, 0 to 1."""
    import numpy as np

    return integrated(net.matrix(net.low), np.asarray(holders, dtype=np.int64))


def greatest(net: Network, holder: int, low: Vector | None = None, high: Matrix | None = None) -> Vector:
    """For each entity the most that the holder may own of it, 0 to 1; its own entry is its circular part.

    ``low`` is the holder's row of ``least`` and ``high`` the matrix of the high shares, where they are known already.
    """
    import numpy as np

    found = least(net, [holder]).toarray()[0] if low is None else low.copy()
    reached = below(net.matrix(net.high) if high is None else high, np.array([holder]), -1)
    stakes = np.flatnonzero(reached[net.asset])
    if (net.high[stakes] > net.low[stakes]).any():
        part = _part(net, reached, stakes)
        found[part.kept] = _most(part, int(np.searchsorted(part.kept, holder)), found[part.kept])
    return found


@dataclass(frozen=True, slots=True)
class _Part:
    """The stakes in some companies, by asset, renumbered; ``kept`` are the old numbers, in order."""

    kept: Vector
    holder: Vector
    asset: Vector
    low: Vector
    high: Vector

    def integrated(self, shares: Vector, at: int) -> Vector:
        import numpy as np
        from scipy.sparse import csr_array

        size = len(self.kept)
        indptr = np.searchsorted(self.asset, np.arange(size + 1))
        return integrated_of(csr_array((shares, self.holder, indptr), shape=(size, size)), at)


def _part(net: Network, reached: Vector, stakes: Vector) -> _Part:
    import numpy as np

    kept = np.union1d(np.flatnonzero(reached), net.holder[stakes])
    stakes = stakes[np.argsort(net.asset[stakes], kind="stable")]
    holder, asset = np.searchsorted(kept, net.holder[stakes]), np.searchsorted(kept, net.asset[stakes])
    return _Part(kept, holder, asset, net.low[stakes], net.high[stakes])


def _most(part: _Part, at: int, found: Vector) -> Vector:
    """By policy iteration from what is certain on; each round can only add, and comes to an end."""
    import numpy as np

    for _ in range(ROUNDS):
        worth = found.copy()
        worth[at] = 1.0
        better = part.integrated(_best(part, worth), at)
        if np.abs(better - found).max(initial=0.0) <= CLOSE:
            break
        found = np.maximum(found, better)
    return np.minimum(found, 1.0)


def _best(part: _Part, worth: Vector) -> Vector:
    """Shares within their bounds that give the most to holders of worth: the low first, then the rest to the best."""
    import numpy as np

    order = np.lexsort((part.holder, -worth[part.holder], part.asset))
    asset, gain = part.asset[order], worth[part.holder[order]]
    low, slack = part.low[order], (part.high - part.low)[order]
    left = np.maximum(0.0, 1.0 - np.bincount(part.asset, part.low, minlength=len(part.kept)))[asset]
    before = np.cumsum(slack) - slack
    first = np.concatenate(([True], asset[1:] != asset[:-1]))
    before -= before[first][np.cumsum(first) - 1]
    shares = np.empty_like(low)
    shares[order] = low + np.where(gain > 0, np.clip(left - before, 0.0, slack), 0.0)
    return shares
