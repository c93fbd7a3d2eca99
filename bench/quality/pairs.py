"""Measures how well names and records are told apart, and fits the weights by which that is done.

    python bench/quality/pairs.py --data DIR [--own DIR] [--more FILE] [--fit] [--folds N] [--misses N]

DIR holds ``names.dev.jsonl`` and ``entities.dev.jsonl``: lines {"id", "schema", "left", "right", "match"}, left and
right texts or FollowTheMoney records. ``--own`` is the folder of our own invented pairs (tests/golden/identity by
default), which are fitted too, so that what the public pairs do not hold is not unlearnt. ``--more`` adds further pairs
in the form of the public ones, such as queries with the entries of sanctions lists that were found for them, rightly
and wrongly; the weights in force were fitted with 2,230 of those. Shown are the figures of the weights in force, and
of cross-validation: each pair judged by weights that were fitted without its group, where pairs that share a name are
one group.

The model is a logistic regression for each of "person", "body" and "record", its weights drawn towards the hand-set
ones of ``pairs_prior.yaml`` (a ridge; Hoerl and Kennard 1970) and kept from changing sign: what speaks against may not
come to speak for because few pairs happen to say so. ``--fit`` writes them to primafacie/identity/weights.yaml; the
weight of names in records follows from those in force, so fit twice.

Exit code: 0 done, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray
from scipy.optimize import minimize

from primafacie.identity import compare_names, comparison, profile, profiles, read
from primafacie.model import Problem, Profile

ROOT = Path(__file__).resolve().parents[2]
WEIGHTS = ROOT / "primafacie/identity/weights.yaml"
PRIOR = Path(__file__).with_name("pairs_prior.yaml")
OWN = ROOT / "tests/golden/identity"
HELD = frozenset(yaml.safe_load(PRIOR.read_text("utf-8"))["held"])
"""Features whose hand-set weight stays: of two funds or ships with different numbers the public pairs call most one."""
RIDGE = {"person": 0.6, "body": 0.6, "record": 0.3}
"""Strength of the pull to the prior, chosen by cross-validation; a name's features are few and its pairs noisy."""
OWN_WEIGHT = 0.5
"""Of one of our own pairs beside a public one."""
HEADING = """# Log-odds per unit of each feature, by family of names and for what is known beside them. Fitted, not
# written by hand: bench/quality/pairs.py --fit, where the method is told; drawn towards those of pairs_prior.yaml.
"""
LEAST = 0.1
"""The least that a thing in common speaks for two being one, in log-odds, however little the pairs show it."""
SHIFT = 0.55
"""Added to the intercept of names, so that the threshold for a match, 0.7, lies where about 0.57 lay: there the
cross-validated F1 is highest, and records and screening use one threshold."""
FURTHER_WEIGHT = 0.2
"""Of one of the further pairs, which are many and mostly easy."""
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A judged pair."""

    id: str
    left: Profile
    right: Profile
    match: bool
    importance: float = 1.0

    @property
    def record(self) -> bool:
        return bool(self.left.names[1:] or self.left.birth_dates or self.left.countries or self.left.identifiers)


def judged(path: Path) -> list[Case]:
    """The pairs of a JSON-lines file."""
    cases = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        sides = [_profile(row[side], row.get("schema", "LegalEntity")) for side in ("left", "right")]
        cases.append(Case(row["id"], sides[0], sides[1], bool(row["match"])))
    return cases


def _profile(given: Any, schema: str) -> Profile:
    found = Profile(schema, (given,)) if isinstance(given, str) else profile(given)
    if isinstance(found, Problem):
        raise SystemExit(f"a record cannot be read: {found.what}")
    return found


def own(folder: Path) -> list[Case]:
    """Our own pairs: a file has the schema on its first line, pairs that are one above ``---``, others below."""
    cases = []
    for path in sorted(folder.glob("*.txt")):
        schema, _, rest = path.read_text("utf-8").partition("\n")
        same, _, other = rest.partition("---\n")
        for part, match in ((same, True), (other, False)):
            for line in filter(None, part.splitlines()):
                left, _, right = line.partition(" | ")
                cases.append(Case(line, Profile(schema, (left,)), Profile(schema, (right,)), match, OWN_WEIGHT))
    return cases


def groups(cases: Sequence[Case]) -> list[int]:
    """Number of the group of each case: cases that share a name, directly or through others, are of one group."""
    parent = list(range(len(cases)))

    def root(n: int) -> int:
        while parent[n] != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    first: dict[str, int] = {}
    for number, case in enumerate(cases):
        for name in (*case.left.names, *case.right.names):
            key = " ".join(sorted(t.text for t in read(name, case.left.schema).core)) or name
            parent[root(number)] = root(first.setdefault(key, number))
    return [root(n) for n in range(len(cases))]


@dataclass(frozen=True, slots=True)
class Rows:
    """What one model is fitted to."""

    names: tuple[str, ...]
    x: Vector
    y: Vector
    importance: Vector
    group: NDArray[np.int64]
    capped: NDArray[np.bool_]


def rows(values: Sequence[Mapping[str, float]], labels: Sequence[bool], importance: Sequence[float],
         group: Sequence[int], capped: Sequence[bool], names: tuple[str, ...]) -> Rows:  # fmt: skip
    x = np.array([[v.get(n, 0.0) if n != "base" else 1.0 for n in names] for v in values])
    return Rows(names, x, np.array(labels, float), np.array(importance, float), np.array(group), np.array(capped, bool))


def fitted(found: Rows, prior: Mapping[str, float], ridge: float, use: NDArray[np.bool_]) -> Vector:
    """The weights that make the labels likeliest, given the pull to the prior; signs as in the prior."""
    start = np.array([prior[n] for n in found.names])
    x, y, w = found.x[use], found.y[use], found.importance[use]
    bounds = [(p, p) if n in HELD else (None, None) if n == "base" else (LEAST, None) if p > 0 else (None, 0.0)
              for n, p in zip(found.names, start, strict=True)]  # fmt: skip

    def loss(b: Vector) -> tuple[float, Vector]:
        z = x @ b
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = float(np.sum(w * (np.logaddexp(0, z) - y * z)) + ridge / 2 * np.sum((b - start) ** 2))
        return value, x.T @ (w * (p - y)) + ridge * (b - start)

    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x)


def crossed(found: Rows, prior: Mapping[str, float], ridge: float, folds: int, shift: float = 0.0) -> Vector:
    """Scores by weights fitted without the group of the pair that is scored."""
    order = {g: n for n, g in enumerate(sorted(set(found.group.tolist()), key=lambda g: (g * 7919) % 10007))}
    part = np.array([order[g] % folds for g in found.group.tolist()])
    scores = np.zeros(len(found.y))
    for fold in range(folds):
        weights = fitted(found, prior, ridge, part != fold)
        scores[part == fold] = _scores(found.x[part == fold] @ weights + shift)
    return np.where(found.capped, np.minimum(scores, comparison.SINGLE), scores)


def _scores(odds: Vector) -> Vector:
    return 1 / (1 + np.exp(-np.clip(odds, -30, 30)))


def measures(scores: Iterable[float], labels: Iterable[bool], threshold: float = comparison.MATCH) -> dict[str, float]:
    """F1, false matches and misses at the threshold, and AUC (ties count half)."""
    pairs = [(float(s), bool(y)) for s, y in zip(scores, labels, strict=True)]
    right = sum(s >= threshold and y for s, y in pairs)
    wrong, missed = sum(s >= threshold and not y for s, y in pairs), sum(s < threshold and y for s, y in pairs)
    good, bad = [s for s, y in pairs if y], [s for s, y in pairs if not y]
    won = sum((a > b) + (a == b) / 2 for a in good for b in bad)
    return {"pairs": len(pairs), "f1": 2 * right / max(1, 2 * right + wrong + missed), "false": wrong, "missed": missed,
            "auc": won / max(1, len(good) * len(bad))}  # fmt: skip


def told(what: str, found: Mapping[str, float]) -> None:
    print(f"{what:34}" + "  ".join(f"{k} {v:.4f}" if isinstance(v, float) else f"{k} {v}" for k, v in found.items()))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--own", type=Path, default=OWN)
    parser.add_argument("--more", type=Path, help="further judged pairs of names, fitted too and shown apart")
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--misses", type=int, default=0)
    asked = parser.parse_args()
    paths = [asked.data / f"{name}.dev.jsonl" for name in ("names", "entities")]
    if not all(path.is_file() for path in paths):
        parser.error(f"{asked.data} lacks names.dev.jsonl or entities.dev.jsonl")
    names, records = judged(paths[0]), judged(paths[1])
    prior = yaml.safe_load(PRIOR.read_text("utf-8"))
    further = [replace(case, importance=FURTHER_WEIGHT) for case in (judged(asked.more) if asked.more else [])]
    weights = _names(names, own(asked.own), further, prior, asked)
    weights["record"] = _records(records, prior["record"], asked)
    if asked.fit:
        text = yaml.safe_dump(weights, sort_keys=False)
        WEIGHTS.write_text(HEADING + text, "utf-8")
        print(f"written: {WEIGHTS.relative_to(ROOT)}; measure again")
    return 0


def _names(
    public: list[Case],
    ours: list[Case],
    further: list[Case],
    prior: Mapping[str, Mapping[str, float]],
    asked: argparse.Namespace,
) -> dict[str, Any]:
    cases = [*public, *ours, *further]
    ends = len(public), len(public) + len(ours), len(cases)
    parts = (("names", 0, ends[0]), ("our own pairs", ends[0], ends[1]), ("further pairs", ends[1], ends[2]))
    met = [compare_names(read(c.left.names[0], c.left.schema), read(c.right.names[0], c.right.schema)) for c in cases]
    _told(parts, "weights in force", [m.score for m in met], cases)
    group = groups(cases)
    by_family: dict[str, list[int]] = defaultdict(list)
    for n, one in enumerate(met):
        by_family["person" if one.family == "person" else "body"].append(n)
    scores = np.zeros(len(cases))
    out: dict[str, Any] = {}
    for family in ("person", "body"):
        chosen = by_family[family]
        found = rows(
            [met[n].values for n in chosen], [cases[n].match for n in chosen],
            [cases[n].importance for n in chosen], [group[n] for n in chosen],
            [bool(met[n].capped) for n in chosen], tuple(prior[family]),
        )  # fmt: skip
        scores[chosen] = crossed(found, prior[family], RIDGE[family], asked.folds, SHIFT)
        fit = fitted(found, prior[family], RIDGE[family], np.ones(len(chosen), bool))
        fit[found.names.index("base")] += SHIFT
        out[family] = {n: round(float(v), 3) for n, v in zip(found.names, fit, strict=True)}
    _told(parts, "cross-validated", scores.tolist(), cases)
    _misses(cases, scores.tolist(), asked.misses)
    return out


def _told(parts: Sequence[tuple[str, int, int]], how: str, scores: Sequence[float], cases: Sequence[Case]) -> None:
    for name, start, end in parts:
        if end > start:
            told(f"{name}, {how}", measures(scores[start:end], [c.match for c in cases[start:end]]))


def _misses(cases: Sequence[Case], scores: Sequence[float], most: int) -> None:
    off = sorted(((s - c.match, c) for c, s in zip(cases, scores, strict=True)), key=lambda pair: pair[0])
    if not most:
        return
    for what, some in (("too low", off[:most]), ("too high", off[-most:])):
        for gap, case in some:
            print(f"  {what} {gap:+.2f} {case.left.names[0]} | {case.right.names[0]}")


def _records(records: list[Case], prior: Mapping[str, float], asked: argparse.Namespace) -> dict[str, float]:
    met = [profiles.compare(c.left, c.right) for c in records]
    labels = [c.match for c in records]
    told("records, weights in force", measures([m.score for m in met], labels))
    values = [profiles.measured(c.left, c.right) for c in records]
    usable = [n for n, v in enumerate(values) if v is not None]
    found = rows([values[n] or {} for n in usable], [labels[n] for n in usable], [1.0] * len(usable),
                 [groups(records)[n] for n in usable] if len(usable) < 2 else list(np.array(groups(records))[usable]),
                 [False] * len(usable), tuple(prior))  # fmt: skip
    scores = np.zeros(len(records))
    scores[usable] = crossed(found, prior, RIDGE["record"], asked.folds)
    told("records, cross-validated", measures(scores, labels))
    fit = fitted(found, prior, RIDGE["record"], np.ones(len(usable), bool))
    return {n: round(float(v), 3) for n, v in zip(found.names, fit, strict=True)}


if __name__ == "__main__":
    sys.exit(main())
