"""What screening costs: the index, names a second, nomenklatura at the same queries, and growth with the lists.

    python bench/speed/screening.py --lists DIR... --queries FILE [--peer PYTHON] [--at-least NAMES] [--times N]
    python bench/speed/screening.py --growth [--most ENTRIES] [--write]

FILE holds {"id", "name", "schema"?, "birthDate"?, "expected"?: [list ids], "against"?: [lists]} lines. Each measurement
is a process of its own, on one core, in processor time, so that what else runs beside it counts less. ``--peer`` is
the Python of an environment with nomenklatura, which is given the same lists and the same queries in the same run
(``pip install nomenklatura``; it builds PyICU, which is why it is no part of this project); without one its figures
are left out, and that is said. ``--growth`` measures invented lists, no data needed, and with ``--write`` draws
docs/images/screening-growth.svg.

Exit code: 0, or 1 where screening is slower than ``--at-least`` names a second or less than ``--times`` the peer's.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import invented
from growth import diagram

HERE = Path(__file__).resolve().parent
PLOT = HERE.parents[1] / "docs" / "images" / "screening-growth.svg"
STEPS = (10_000, 30_000, 100_000, 300_000, 1_000_000)


def alone(part: str, *arguments: str) -> dict[str, Any]:
    """Runs one measurement of this script in a process of its own; its figures, and its peak memory in MB."""
    command = [sys.executable, __file__, "--part", part, *arguments]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, "OMP_NUM_THREADS": "1"})
    assert child.stdout is not None
    printed = child.stdout.read()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"bench/speed: {part} ended with {child.returncode}")
    told: dict[str, Any] = json.loads(printed)
    told["memory_mb"] = round(used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10))
    return told


def build(lists: list[str], index: str) -> dict[str, Any]:
    """Reads the lists and builds their index into a file."""
    from primafacie.screening.index import Index
    from primafacie.screening.lists import load_all

    started, wall = time.process_time(), time.perf_counter()
    editions, _ = load_all([Path(path) for path in lists])
    read = time.process_time()
    made = Index.build(editions)
    made.save(Path(index))
    return {
        "entries": len(made), "names": made.names, "read_s": round(read - started, 2),
        "index_s": round(time.process_time() - read, 2), "wall_s": round(time.perf_counter() - wall, 2),
        "file_mb": round(Path(index).stat().st_size / 1e6, 1),
    }  # fmt: skip


def answer(index: str, queries: str, answers: str) -> dict[str, Any]:
    """Answers the queries by name alone, each once, in a process that has seen none of them."""
    from primafacie.screening.index import Index
    from primafacie.screening.queries import profile

    rows = [json.loads(line) for line in Path(queries).read_text("utf-8").splitlines() if line.strip()]
    opened = Index.open(Path(index))
    opened.screen(profile("Somebody Else", "Person"))  # the lexicon is read at the first name
    gc.collect()
    gc.freeze()  # as the command does
    gc.set_threshold(50_000, 20, 50)
    started, wall = time.process_time(), time.perf_counter()
    asked = [profile(row["name"], row.get("schema") or "LegalEntity") for row in rows]
    found = [opened.screen(one) for one in asked]
    spent = time.process_time() - started
    wall = time.perf_counter() - wall
    again = time.process_time()
    for one in asked:
        opened.screen(one)
    again = time.process_time() - again
    with Path(answers).open("w", encoding="utf-8") as out:
        for row, results in zip(rows, found, strict=True):
            matches = [one.listing.id for one in results if one.verdict == "match" and one.in_force]
            out.write(json.dumps({"id": row["id"], "matches": matches}) + "\n")
    return {
        "queries": len(rows), "per_s": round(len(rows) / spent), "per_s_wall": round(len(rows) / wall),
        "per_s_again": round(len(rows) / again),
    }  # fmt: skip


def grown(entries: int, queries: int) -> dict[str, Any]:
    """An index over so many invented entries, and what a query costs there: of one who is listed, and of one who is
    not, half and half."""
    from primafacie.screening.index import Index

    started = time.process_time()
    made = Index.build([invented.Edition(entries)])
    built = time.process_time() - started
    asked = invented.queries(entries, queries)
    for one in asked[:20]:
        made.screen(one)
    started = time.process_time()
    found = sum(any(s.verdict == "match" for s in made.screen(one)) for one in asked[20:])
    spent = time.process_time() - started
    return {"entries": entries, "build_s": round(built, 1), "us": round(spent / (queries - 20) * 1e6), "found": found}


def recall(queries: Path, answers: Path) -> tuple[float, float]:
    """(share of the listed that were found, share of the others for whom anything was returned)."""
    given = {row["id"]: row["matches"] for row in map(json.loads, answers.read_text("utf-8").splitlines())}
    listed = found = others = wrong = 0
    for row in map(json.loads, queries.read_text("utf-8").splitlines()):
        matches = set(given.get(row["id"], ()))
        if row.get("expected"):
            listed += 1
            found += bool(matches & set(row["expected"]))
        else:
            others += 1
            wrong += bool(matches)
    return found / max(listed, 1), wrong / max(others, 1)


def peer(python: str, lists: list[str], queries: Path, folder: Path) -> dict[str, Any] | None:
    """nomenklatura's blocker and logic-v2 on the same lists and queries; None where it is not there."""
    from primafacie.screening.lists import load_all

    if subprocess.run([python, "-c", "import nomenklatura"], capture_output=True).returncode:
        return None

    def entity(id_: str, schema: str, **said: Any) -> str:
        properties = {name: list(values) for name, values in said.items() if values}
        return json.dumps({"id": id_, "schema": schema, "properties": properties, "datasets": ["bench"]})

    editions, _ = load_all([Path(path) for path in lists])
    known = [(one.id, one.profile) for edition in editions for one in edition.listings]
    with (folder / "listed.jsonl").open("w", encoding="utf-8") as out:
        for id_, one in known:
            said = {"name": one.names[:1], "alias": one.names[1:], "weakAlias": one.weak, "country": one.countries}
            dates = {"birthDate": one.birth_dates} if one.schema == "Person" else {}
            out.write(entity(id_, one.schema, **said, **dates) + "\n")
    with (folder / "asked.jsonl").open("w", encoding="utf-8") as out:
        for row in map(json.loads, queries.read_text("utf-8").splitlines()):
            out.write(entity(f"q-{row['id']}", row.get("schema") or "LegalEntity", name=[row["name"]]) + "\n")
    paths = [str(folder / name) for name in ("listed.jsonl", "asked.jsonl", "peer.jsonl")]
    done = subprocess.run([python, str(HERE / "nomenklatura_peer.py"), *paths], capture_output=True, text=True)
    if done.returncode:
        print(f"nomenklatura ended with {done.returncode}: {done.stderr.strip()[-300:]}", file=sys.stderr)
        return None
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def compare(options: argparse.Namespace) -> int:
    """Index, names a second and recall, beside the peer's."""
    lists = [str(path) for path in options.lists]
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        index, answers = str(folder / "lists.index"), folder / "own.jsonl"
        made = alone("build", index, *lists)
        print(f"index: {made['entries']:,} entries, {made['names']:,} names; lists read in {made['read_s']} s, index "
              f"built in {made['index_s']} s; {made['memory_mb']} MB at the peak, {made['file_mb']} MB in its file")
        own = alone("answer", index, str(options.queries), str(answers))
        asked = options.queries.read_text("utf-8").splitlines()
        rows = [line for line in asked if not json.loads(line).get("expected")]
        (folder / "others.jsonl").write_text("\n".join(rows) + "\n", "utf-8")
        others = alone("answer", index, str(folder / "others.jsonl"), os.devnull)
        found, wrong = recall(options.queries, answers)
        print(f"screening: {own['queries']:,} queries, {own['per_s']:,} names a second a core "
              f"({own['per_s_wall']:,} by the clock, {own['per_s_again']:,} when they come again; "
              f"{others['per_s']:,} of those who are on no list), "
              f"{own['memory_mb']} MB; recall {found:.4f}, false positives {wrong:.4f}")
        slow = own["per_s"] < options.at_least
        if options.peer is None:
            print("nomenklatura: not measured (name the Python of an environment that has it with --peer)")
        elif (told := peer(options.peer, lists, options.queries, folder)) is None:
            print(f"nomenklatura: not measured, {options.peer} has none that runs")
        else:
            per_s = own["queries"] / told["screen_cpu_s"]
            found, wrong = recall(options.queries, folder / "peer.jsonl")
            print(f"nomenklatura, blocker and logic-v2 at 0.7: {per_s:,.0f} names a second a core, "
                  f"{told['memory_mb']:.0f} MB; recall {found:.4f}, false positives {wrong:.4f}")
            print(f"times nomenklatura: {own['per_s'] / per_s:.0f}")
            slow = slow or own["per_s"] < options.times * per_s
    return 1 if slow else 0


def growth(options: argparse.Namespace) -> int:
    """A query's cost from ten thousand entries to a million."""
    points = []
    for entries in (step for step in STEPS if step <= options.most):
        told = alone("grown", str(entries), str(options.asked))
        points.append((entries, told["us"]))
        print(f"{entries:>9,} entries: {told['us']:>6,} µs a query, index in {told['build_s']} s, "
              f"{told['memory_mb']:,} MB at the peak, {told['found']} of {options.asked - 20} matched", flush=True)
    if options.write:
        PLOT.write_text(diagram(points), "utf-8")
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lists", type=Path, nargs="+", default=[], metavar="DIR")
    parser.add_argument("--queries", type=Path, metavar="FILE")
    parser.add_argument("--peer", metavar="PYTHON")
    parser.add_argument("--at-least", type=float, default=0.0, metavar="NAMES", help="names a second a core")
    parser.add_argument("--times", type=float, default=0.0, metavar="N", help="as fast as the peer, so many times over")
    parser.add_argument("--growth", action="store_true")
    parser.add_argument("--most", type=int, default=STEPS[-1], metavar="ENTRIES")
    parser.add_argument("--asked", type=int, default=1020, metavar="N", help="queries of each step, 20 to warm up")
    parser.add_argument("--write", action="store_true", help="draw the plot of the growth")
    options = parser.parse_args()
    if options.growth:
        return growth(options)
    if not options.lists or options.queries is None:
        print("No lists and queries were named (--lists, --queries), so nothing was measured.")
        return 0
    return compare(options)


def one_part(part: str, arguments: list[str]) -> None:
    if part == "build":
        told = build(arguments[1:], arguments[0])
    elif part == "answer":
        told = answer(*arguments)
    else:
        told = grown(int(arguments[0]), int(arguments[1]))
    print(json.dumps(told))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--part"]:
        one_part(sys.argv[2], sys.argv[3:])
    else:
        sys.exit(main())
