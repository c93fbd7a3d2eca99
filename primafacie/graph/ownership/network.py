"""Stakes as sparse matrices: entry (i, j) is the share, 0 to 1, that i holds of j."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from primafacie.graph.ownership.stakes import Stake

Matrix = Any
"""A scipy.sparse array in CSR form; scipy is imported late and has no types."""
Vector = Any
"""A numpy array of one dimension."""


@dataclass(frozen=True, slots=True)
class Network:
    """Entities as numbers 0 to n - 1, and their stakes, low and high as parts of 1, in the order of ``stakes``."""

    names: tuple[str, ...]
    stakes: tuple[Stake, ...]
    number: dict[str, int]
    holder: Vector
    asset: Vector
    low: Vector
    high: Vector

    @property
    def size(self) -> int:
        return len(self.names)

    def matrix(self, shares: Vector) -> Matrix:
        """The square matrix of these shares, given in the order of the stakes."""
        return matrix(self.holder, self.asset, shares, self.size)


def network(stakes: Sequence[Stake]) -> Network:
    import numpy as np

    names = tuple(sorted({name for s in stakes for name in (s.holder, s.asset)}))
    number = {name: n for n, name in enumerate(names)}
    return Network(
        names, tuple(stakes), number,
        np.array([number[s.holder] for s in stakes], dtype=np.int64),
        np.array([number[s.asset] for s in stakes], dtype=np.int64),
        np.array([s.low / 100 for s in stakes], dtype=float),
        np.array([s.high / 100 for s in stakes], dtype=float),
    )  # fmt: skip


def matrix(holder: Vector, asset: Vector, shares: Vector, size: int) -> Matrix:
    """Sparse (size, size) of shares 0 to 1; stakes of one holder in one company add up, zeros are left out."""
    from scipy.sparse import csr_array

    held = shares > 0
    made = csr_array((shares[held], (holder[held], asset[held])), shape=(size, size))
    made.sum_duplicates()
    return made


def components(shares: Matrix) -> tuple[int, Vector]:
    """How many strong components the stakes form, and the number of each entity's.

    By Pearce's algorithm, as scipy has it ("An improved algorithm for finding the strongly connected components of a
    directed graph", Victoria University of Wellington, 2005); time and memory grow with the number of stakes.
    """
    from scipy.sparse.csgraph import connected_components

    count, labels = connected_components(shares, directed=True, connection="strong")
    return int(count), labels


def circles(net: Network) -> tuple[tuple[int, ...], ...]:
    """The groups of companies that hold shares of each other in a circle, however long; each sorted, as numbers."""
    import numpy as np

    if not net.size:
        return ()
    count, labels = components(net.matrix(net.high))
    sizes = np.bincount(labels, minlength=count)
    groups: dict[int, list[int]] = {}
    for entity in np.flatnonzero(sizes[labels] > 1):
        groups.setdefault(int(labels[entity]), []).append(int(entity))
    return tuple(sorted(tuple(members) for members in groups.values()))
