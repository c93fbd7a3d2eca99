"""What ownership costs on networks of millions of stakes, beside scipy's own routines, networkx and DuckDB.

    python bench/speed/graph.py [--companies N] [--persons N] [--nodes N] [--at-most RATIO] [--plot FILE]

The network is made up: every company of one giant circle is held by the one before it, by a person and by somebody
else, person or company; three stakes a company, half as many persons as companies. Strong components are timed against
``scipy.sparse.csgraph`` on the same matrix; integrated ownership of so many persons against the plain power series in
scipy, term by term with the same tolerance, as sparse rows and as dense columns; both against what networkx and a
recursive query in DuckDB take for fewer. CPU seconds of one thread, all in one run. Peers that are not installed are
named and left out. ``--nodes`` entities are held in a process of their own whose peak memory is reported. Exit code: 1
where a ratio is above ``--at-most`` or the memory above 4 GB.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1", BLIS_NUM_THREADS="1")

import argparse
import importlib.util
import math
import resource
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import process_time
from typing import Any

import numpy as np
from growth_lines import plot
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from primafacie.graph.ownership.integrated import TOLERANCE, integrated
from primafacie.graph.ownership.network import components, matrix

MEMORY = 4 * 2**30
SAMPLE = 20
"""Persons for the peers that would take too long with all."""
SMALL = 100_000
"""Companies for networkx, which takes some kilobytes a stake."""


def made_up(companies: int) -> tuple[Any, Any, Any, int]:
    """Holder, asset and share (0 to 1) of three stakes a company, and the number of entities; persons come last."""
    chance = np.random.default_rng(1)
    ring, persons = np.arange(companies), companies // 2
    person = companies + chance.integers(0, persons, (2, companies))
    other = np.where(chance.random(companies) < 0.5, person[1], chance.integers(0, companies, companies))
    holder = np.concatenate((ring, person[0], other))
    asset = np.concatenate(((ring + 1) % companies, ring, ring))
    shares = np.concatenate((chance.uniform(0.5, 0.9, companies), chance.uniform(0, 0.07, companies),
                             chance.uniform(0, 0.03, companies)))  # fmt: skip
    shares[holder == asset] = 0
    return holder, asset, shares, companies + persons


def timed(work: Callable[[], Any], times: int = 1) -> tuple[float, Any]:
    """The least CPU seconds of so many runs, and what came out."""
    best, result = math.inf, None
    for _ in range(times):
        start = process_time()
        result = work()
        best = min(best, process_time() - start)
    return best, result


def plain_rows(shares: Any, holders: Any) -> Any:
    """W + W² + …, as one would write it: sparse rows, what is too small to count dropped after each step."""
    term = shares[holders]
    total = term.copy()
    while term.nnz:
        term = term @ shares
        term.data[term.data <= TOLERANCE] = 0
        term.eliminate_zeros()
        total = total + term
    return total


def plain_columns(shares: Any, holders: Any) -> Any:
    """The same with dense columns, until nothing more than the tolerance flows."""
    down = shares.T.tocsr()
    term = shares[holders].toarray().T
    total = term.copy()
    while term.max() > TOLERANCE:
        term = down @ term
        total += term
    return total.T


QUERY = """
WITH RECURSIVE flow(holder, asset, share, step) AS (
  SELECT holder, asset, share, 1 FROM stakes WHERE holder IN (SELECT person FROM persons)
  UNION ALL
  SELECT f.holder, s.asset, sum(f.share * s.share), f.step + 1
  FROM flow f JOIN stakes s ON s.holder = f.asset
  GROUP BY f.holder, s.asset, f.step HAVING sum(f.share * s.share) > $tolerance
)
SELECT holder, asset, sum(share) AS share FROM flow GROUP BY holder, asset
"""


def duckdb_query(stakes: tuple[Any, Any, Any, int], holders: Any) -> tuple[float, Any] | None:
    """CPU seconds of the recursive query on one thread (loading not counted), and its rows; None without DuckDB."""
    if importlib.util.find_spec("duckdb") is None:
        return None
    import duckdb

    database = duckdb.connect()
    database.execute("SET threads = 1")
    holder, asset, share, size = stakes
    columns = {"holder": holder, "asset": asset, "share": share}
    database.register("given", columns)
    database.execute("CREATE TABLE stakes AS SELECT * FROM given WHERE share > 0")
    database.register("chosen", {"person": holders})
    database.execute("CREATE TABLE persons AS SELECT * FROM chosen")
    seconds, rows = timed(lambda: database.execute(QUERY, {"tolerance": TOLERANCE}).fetchnumpy())
    found = csr_array((rows["share"], (rows["holder"], rows["asset"])), shape=(size, size))
    return seconds, found[holders]


def networkx_components(stakes: tuple[Any, Any, Any, int]) -> tuple[float, int] | None:
    """CPU seconds and number of strong components by networkx; None where it is not installed."""
    if importlib.util.find_spec("networkx") is None:
        return None
    import networkx

    graph = networkx.DiGraph()
    graph.add_nodes_from(range(stakes[3]))
    graph.add_edges_from(zip(stakes[0].tolist(), stakes[1].tolist(), strict=True))
    seconds, count = timed(lambda: sum(1 for _ in networkx.strongly_connected_components(graph)))
    return seconds, count


def race_components(companies: int) -> float:
    holder, asset, shares, size = stakes = made_up(companies)
    whole = matrix(holder, asset, shares, size)
    ours, (count, _) = timed(lambda: components(whole), 3)
    scipys, (other, _) = timed(lambda: connected_components(whole, connection="strong"), 3)
    if count != other:
        raise ValueError(f"{count} strong components, and {other} by scipy")
    print(f"strong components of {companies:,} companies, {len(holder):,} stakes: {count:,}")
    line("ours", ours)
    line("scipy.sparse.csgraph", scipys, ours)
    few = min(companies, SMALL)
    found = networkx_components(stakes if few == companies else made_up(few))
    if found is None:
        absent("networkx")
    else:
        line(f"networkx, {few:,} companies, scaled up", found[0] * companies / few, ours)
    return ours / scipys


def race_ownership(companies: int, persons: int) -> float:
    holder, asset, shares, size = stakes = made_up(companies)
    whole = matrix(holder, asset, shares, size)
    people = companies + np.arange(persons)
    few = people[:SAMPLE]
    ours, found = timed(lambda: integrated(whole, people))
    rows, expected = timed(lambda: plain_rows(whole, people))
    same(found, expected, "the plain power series")
    print(f"integrated ownership of {persons:,} persons: {found.nnz:,} holdings")
    line("ours", ours)
    line("plain power series in scipy, sparse rows", rows, ours)
    columns, dense = timed(lambda: plain_columns(whole, few))
    same(found[: len(few)], csr_array(dense), "the dense power series")
    more = persons / len(few)
    line(f"plain power series in scipy, dense columns, {len(few)} persons, scaled up", columns * more, ours)
    queried = duckdb_query(stakes, few)
    if queried is None:
        absent("DuckDB")
    else:
        same(found[: len(few)], queried[1], "the recursive query")
        line(f"DuckDB, recursive query, {len(few)} persons, scaled up", queried[0] * more, ours)
    return ours / rows


def same(found: Any, expected: Any, name: str) -> None:
    """Raises ValueError where two results differ by more than the terms that the tolerance drops."""
    apart = abs(found - expected).max()
    if apart > 1e-6:
        raise ValueError(f"differs from {name} by {apart}")


def line(name: str, seconds: float, ours: float | None = None) -> None:
    ratio = f"   ours takes {ours / seconds:8.3f} of it" if ours is not None else ""
    print(f"  {name:78s} {seconds:10.2f} s{ratio}", flush=True)


def absent(name: str) -> None:
    print(f"  {name} is not installed and was not measured (pip install {name.lower()})", flush=True)


def hold(nodes: int, persons: int) -> None:
    """Holds a network of so many entities, finds its components and what some persons own; prints the peak in bytes."""
    companies = nodes * 2 // 3
    holder, asset, shares, size = made_up(companies)
    whole = matrix(holder, asset, shares, size)
    stakes = len(holder)
    del holder, asset, shares
    count, _ = components(whole)
    found = integrated(whole, companies + np.arange(persons))
    unit = 1 if sys.platform == "darwin" else 2**10
    print(size, stakes, count, found.nnz, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit)


def peak(nodes: int, persons: int) -> int:
    command = [sys.executable, __file__, "--hold", str(nodes), "--persons", str(persons)]
    size, stakes, count, nnz, most = map(int, subprocess.check_output(command, text=True).split())
    print(f"memory: {size:,} entities, {stakes:,} stakes, {count:,} strong components, {nnz:,} holdings of {persons:,} "
          f"persons: {most / 2**30:.2f} GB at the peak")  # fmt: skip
    return most


def growth(sizes: Sequence[int], persons: int) -> Mapping[str, list[tuple[int, float]]]:
    """CPU seconds by number of stakes."""
    series: dict[str, list[tuple[int, float]]] = {}
    print(f"growth, integrated ownership of {persons:,} persons")
    for companies in sizes:
        holder, asset, shares, size = made_up(companies)
        whole = matrix(holder, asset, shares, size)
        people = companies + np.arange(min(persons, companies // 2))
        ran = (
            ("strong components", lambda whole=whole: components(whole), 3),
            (f"integrated ownership of {persons:,} persons", lambda w=whole, p=people: integrated(w, p), 1),
            (f"plain power series in scipy, {persons:,} persons", lambda w=whole, p=people: plain_rows(w, p), 1),
        )
        seconds = {name: timed(work, times)[0] for name, work, times in ran}
        for name, spent in seconds.items():
            series.setdefault(name, []).append((len(holder), spent))
        told = "  ".join(f"{name} {spent:.3f} s" for name, spent in seconds.items())
        print(f"  {len(holder):12,} stakes  {told}", flush=True)
    return series


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--companies", type=int, default=1_000_000)
    parser.add_argument("--persons", type=int, default=1_000)
    parser.add_argument("--nodes", type=int, default=3_900_000)
    parser.add_argument("--at-most", type=float, metavar="RATIO", help="the most that ours may take of scipy's time")
    parser.add_argument("--plot", type=Path, metavar="FILE", help="draw the growth as SVG")
    parser.add_argument("--hold", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.hold is not None:
        hold(options.hold, options.persons)
        return 0
    ratios = [race_components(options.companies), race_ownership(options.companies, options.persons)]
    over = peak(options.nodes, options.persons) > MEMORY
    if options.plot:
        sizes = [n for n in (10_000, 30_000, 100_000, 300_000, 1_000_000) if n <= options.companies]
        series = growth(sizes, options.persons)
        options.plot.write_text(plot(series, "stakes", list(series)[1]), "utf-8")
    return 1 if over or (options.at_most is not None and max(ratios) > options.at_most) else 0


if __name__ == "__main__":
    sys.exit(main())
