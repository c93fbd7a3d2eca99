"""Integrated ownership: what a holder owns of each company directly and through all others, circles included.

With W the matrix of direct shares, integrated ownership is the sum over all chains, W + W² + W³ + … = (I - W)⁻¹ W
(Brioschi, Buzzacchi & Colombo, "Risk capital financing and the separation of ownership and control in business groups",
Journal of Banking & Finance 13, 1989). In a circle that sum counts a company's holding in itself again and again. The
correction (Baldone, Brioschi & Paleari, "Ownership measures among firms connected by cross-shareholdings", 1998;
appendix S1 of Vitali, Glattfelder & Battiston, "The network of global corporate control", PLoS ONE 6(10), 2011) leaves
out the chains that pass through the holder again: each row i is divided by V_ii, with V = (I - W)⁻¹. A holder in whom
nobody holds a share is not touched by it.

We never divide: the sum is taken with the holder's own column cut after every step, which is the same number, and is
there even where I - W has no inverse (companies that own each other whole).
"""

from __future__ import annotations

from typing import Any

from primafacie.graph.ownership.network import Matrix, Vector

TOLERANCE = 1e-10
"""Shares below this, 0 to 1, are taken for none."""
TERMS = 300
"""Chains so long are summed one step at a time; what then still flows is solved directly."""
DIRECT = 20_000
"""Entities up to which the rest is solved by LU; a larger rest is summed on, which costs less than its fill-in."""
MOST_TERMS = 20_000
BLOCK = 256
DENSE = 0.08
"""A block with a larger part of its cells filled is cheaper as a plain array."""
KEPT = 8_000_000
"""Entries of terms at a time: some 200 MB."""
CELLS = 32_000_000
"""Cells of a plain array at a time: 256 MB."""


def integrated(shares: Matrix, holders: Vector, tolerance: float = TOLERANCE) -> Matrix:
    """Sparse (holders, entities): the part of each company, 0 to 1, that each holder owns, directly or through others.

    ``shares`` is (entities, entities); no column may add up to more than 1. The holder's own column says how much of
    itself it owns in a circle. Time grows with the stakes below the holders and the length of the circles.
    """
    import numpy as np
    from scipy.sparse import csr_array, vstack

    holders = np.asarray(holders, dtype=np.int64)
    if not len(holders):
        return csr_array((0, shares.shape[0]))
    blocks = [_block(shares, holders[at : at + BLOCK], tolerance) for at in range(0, len(holders), BLOCK)]
    return csr_array(vstack(blocks)) if len(blocks) > 1 else blocks[0]


def integrated_of(down: Matrix, holder: int, tolerance: float = TOLERANCE) -> Vector:
    """The same for one holder, as a plain array: cheaper on networks as small as a case. ``down`` is the transpose."""
    import numpy as np
    from scipy.sparse import csr_array

    flow, total = np.zeros(down.shape[0]), np.zeros(down.shape[0])
    flow[holder] = 1.0
    for _ in range(TERMS):
        flow = down @ flow
        if flow.max(initial=0.0) <= tolerance:
            return total
        total += flow
        flow[holder] = 0.0
    flow[flow <= tolerance] = 0.0
    rest = _solve(down.T.tocsr(), csr_array(flow[None, :]), holder, tolerance)
    return np.asarray(total + rest.toarray()[0])


def _block(shares: Matrix, holders: Vector, tolerance: float) -> Matrix:
    """The sum for some holders, step by step while the chains are few, as plain arrays once they are many."""
    from scipy.sparse import csr_array, vstack

    size = shares.shape[0]
    term = shares[holders]
    total = _Sum(term.shape)
    for _ in range(TERMS):
        if not term.nnz:
            break
        total.add(term)
        term = _outward(term, holders, tolerance) @ shares
        term = _outward(term, (), tolerance)
        if term.nnz > DENSE * len(holders) * size and size > DIRECT:
            wide = max(1, CELLS // size)
            total.add(term)
            done = total.matrix()
            rows = [_wide(shares, done[at : at + wide], term[at : at + wide], holders[at : at + wide], tolerance)
                    for at in range(0, len(holders), wide)]  # fmt: skip
            return csr_array(vstack(rows))
    if term.nnz:
        total.add(term)
        rest = _outward(term, holders, tolerance)
        total.add(_rest(shares, rest, holders, tolerance))
    return total.matrix()


class _Sum:
    """Sparse terms added up: kept side by side and merged once, or whenever they have grown to ``KEPT`` entries."""

    def __init__(self, shape: tuple[int, int]) -> None:
        self._shape = shape
        self._rows: list[Vector] = []
        self._columns: list[Vector] = []
        self._shares: list[Vector] = []
        self._kept = 0

    def add(self, term: Matrix) -> None:
        self._rows.append(_rows(term))
        self._columns.append(term.indices)
        self._shares.append(term.data)
        self._kept += term.nnz
        if self._kept > KEPT:
            merged = self.matrix()
            self._rows, self._columns, self._shares = [_rows(merged)], [merged.indices], [merged.data]
            self._kept = merged.nnz // 2

    def matrix(self) -> Matrix:
        import numpy as np
        from scipy.sparse import csr_array

        if not self._rows:
            return csr_array(self._shape)
        rows, columns = np.concatenate(self._rows), np.concatenate(self._columns)
        return csr_array((np.concatenate(self._shares), (rows, columns)), shape=self._shape)


def _rows(term: Matrix) -> Vector:
    import numpy as np

    return np.repeat(np.arange(term.shape[0], dtype=term.indices.dtype), np.diff(term.indptr))


def _outward(term: Matrix, holders: Vector, tolerance: float) -> Matrix:
    """The flow that goes on: without what is too small to count, and what came back to the holders where given."""
    import numpy as np
    from scipy.sparse import csr_array

    kept = term.data > tolerance
    if len(holders):
        kept &= term.indices != holders[_rows(term)]
    if kept.all():
        return term
    before = np.concatenate(([0], np.cumsum(kept)))
    return csr_array((term.data[kept], term.indices[kept], before[term.indptr]), shape=term.shape)


def _wide(shares: Matrix, total: Matrix, term: Matrix, holders: Vector, tolerance: float) -> Matrix:
    """The rest of the sum with a plain array of (entities, holders) at each step."""
    import numpy as np
    from scipy.sparse import csr_array

    down = shares.T.tocsr()
    own = (holders, np.arange(len(holders)))
    flow, done = term.toarray().T.copy(), total.toarray().T.copy()
    for _ in range(MOST_TERMS):
        flow[own] = 0.0
        flow = down @ flow
        if flow.max() <= tolerance:
            break
        done += flow
    done[done <= tolerance] = 0.0
    return csr_array(done.T)


def _rest(shares: Matrix, rest: Matrix, holders: Vector, tolerance: float) -> Matrix:
    """What still flows after many steps, holder by holder: circles that hand nearly everything on."""
    from scipy.sparse import csr_array, vstack

    rows = [_solve(shares, rest[[row]], int(holder), tolerance) for row, holder in enumerate(holders)]
    return csr_array(vstack(rows))


def _solve(shares: Matrix, flow: Matrix, holder: int, tolerance: float) -> Matrix:
    """flow · (W + W² + …), the holder's row of W left out: what lies below the flow, by LU where it is small."""
    import numpy as np
    from scipy.sparse import csr_array, eye_array
    from scipy.sparse.linalg import spsolve

    if not flow.nnz:
        return flow
    inside = np.flatnonzero(below(shares, flow.indices, holder))
    if len(inside) > DIRECT:
        return _wide(shares, flow * 0.0, flow, np.array([holder]), tolerance)
    part = shares[inside][:, inside]
    start = flow.toarray()[0, inside]
    full = np.atleast_1d(spsolve((eye_array(len(inside)) - part.T).tocsc(), start))
    onward = np.zeros(shares.shape[0])
    onward[inside] = full
    return csr_array((onward @ shares)[None, :])


def below(shares: Matrix, starts: Vector, holder: int) -> Any:
    """Which entities (True) the starts come to, directly or through others, themselves included, except ``holder``."""
    import numpy as np

    seen = np.zeros(shares.shape[0], dtype=bool)
    front = np.unique(starts)
    while len(front):
        seen[front] = True
        first, count = shares.indptr[front], shares.indptr[front + 1] - shares.indptr[front]
        spot = np.arange(count.sum()) + np.repeat(first - np.cumsum(count) + count, count)
        front = np.unique(shares.indices[spot])
        front = front[~seen[front] & (front != holder)]
    return seen
