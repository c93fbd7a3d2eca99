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
TERMS = 60
"""Chains so long are summed one step at a time; what then still flows is solved directly."""
DIRECT = 20_000
"""Entities up to which the rest is solved by LU; a larger rest is summed on, which costs less than its fill-in."""
MOST_TERMS = 20_000
BLOCK = 256
DENSE = 0.08
"""A block with a larger part of its cells filled is cheaper as a plain array."""
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


def _block(shares: Matrix, holders: Vector, tolerance: float) -> Matrix:
    """The sum for some holders, step by step while the chains are few, as plain arrays once they are many."""
    from scipy.sparse import csr_array, vstack

    size = shares.shape[0]
    term = shares[holders]
    parts = [term]
    for _ in range(TERMS):
        term = _outward(term, holders, tolerance) @ shares
        if not term.nnz:
            break
        parts.append(term)
        if term.nnz > DENSE * len(holders) * size and size > DIRECT:
            wide = max(1, CELLS // size)
            rows = [_wide(shares, _total(parts, slice(at, at + wide)), term[at : at + wide], holders[at : at + wide],
                          tolerance) for at in range(0, len(holders), wide)]  # fmt: skip
            return csr_array(vstack(rows))
    rest = _outward(term, holders, tolerance)
    if rest.nnz:
        parts.append(_rest(shares, rest, holders, tolerance))
    return _total(parts, slice(None))


def _outward(term: Matrix, holders: Vector, tolerance: float) -> Matrix:
    """The flow that goes on: without what came back to the holder itself and what is too small to count."""
    import numpy as np
    from scipy.sparse import csr_array

    rows = np.repeat(np.arange(len(holders)), np.diff(term.indptr))
    kept = (term.data > tolerance) & (term.indices != holders[rows])
    if kept.all():
        return term
    counts = np.bincount(rows[kept], minlength=len(holders))
    indptr = np.concatenate(([0], np.cumsum(counts)))
    return csr_array((term.data[kept], term.indices[kept], indptr), shape=term.shape)


def _total(parts: list[Matrix], rows: slice) -> Matrix:
    """The parts added up, a few at a time so that memory stays in proportion to the result."""
    total = parts[0][rows]
    for part in parts[1:]:
        total = total + part[rows]
    return total


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
        front = np.unique(shares[front].indices)
        front = front[~seen[front] & (front != holder)]
    return seen
