"""Fits how sure the reader may be of a claim to texts marked by hand, and shows how well that holds.

    python bench/quality/calibrate.py --texts DIR [--texts DIR ...] --scorer score.py [--facts knowledgenet.py]
                                      [--held-out DIR ...] [--language en] [--write]

A folder of marked texts holds pairs ``NAME.txt`` and ``NAME.gold.jsonl``. The scorer is a Python file with a function
``assign(claims, marks)`` that returns the pairs (claim, mark) that fit and the claims that repeat one of them; both
count as right, whether or not finding the mark was required, and all other claims as wrong. The reader's words were
chosen with such texts in view, so they flatter it; ``--facts`` adds a set of another making, KnowledgeNet: a scorer
with its ``dev.jsonl`` beside it, whose ``score`` judges a claim by the facts annotated in its passage.

The model is a logistic regression with a ridge (Newton's method). Its strength and all figures shown come from
cross-validation by document (twenty parts): a text is judged by weights that were fitted without it. Texts named with
``--held-out`` are never fitted: the weights kept are held against them, and the diagram is theirs. ``--write`` keeps
the weights in ``primafacie/claims/calibration/``, the reliability diagram in ``docs/images/`` and the figures in
docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import report
from diagram import reliability

from primafacie import reading, sources
from primafacie.claims.confidence import HIGHEST, LOWEST, features
from primafacie.claims.engine import Reader
from primafacie.claims.languages import language as language_of
from primafacie.claims.parsing import Parsed
from primafacie.model import Claim, Source

ROOT = Path(__file__).resolve().parents[2]
RIDGES = (0.3, 1.0, 3.0, 10.0, 30.0, 100.0)
FEWEST = 50
"""Claims without which nothing is fitted."""
RAREST = 5
"""Claims in which a feature must occur to get a weight of its own."""
BINS = 10
PARTS = 20
PRIOR = "prior"
STEPS = 50
SMALLEST = 1e-9
LOOSE = 0.01
"""The ridge on the bias."""

Array = np.ndarray[Any, np.dtype[np.float64]]


@dataclass(frozen=True, slots=True)
class Sample:
    """One claim as read: the text it is from, its features, what the lexicon said of it, and whether it was right."""

    text: str
    features: Mapping[str, float]
    prior: float
    right: bool


def read(source: Source | None, code: str) -> list[tuple[Claim, Parsed]]:
    """The claims as the lexicon made them, with the parse that they are from; none of a text in another language."""
    if source is None:
        return []
    source, passages, _ = reading.read(source)
    if (source.language or "en") != code:
        return []
    known = language_of(code)
    return [(claim, parsed) for parsed in known.parse(source, passages) for claim in Reader(parsed, known).claims()]


def marked(folder: Path, scorer: Any, code: str) -> list[Sample]:
    """The claims that the reader makes of the marked texts of a folder, judged."""
    found: list[Sample] = []
    for gold in sorted(folder.glob("*.gold.jsonl")):
        path = gold.with_name(gold.name.replace(".gold.jsonl", ".txt"))
        claims = read(sources.load(path.read_bytes(), path.name)[0], code)
        marks = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
        pairs, repeats = scorer.assign([claim.to_json() for claim, _ in claims], marks)
        right = {i for i, _ in pairs} | set(repeats)
        found += [
            Sample(path.stem, features(c, p, language_of(code)), c.confidence, i in right)
            for i, (c, p) in enumerate(claims)
        ]
    return found


def annotated(scorer: Any, code: str) -> list[Sample]:
    """The claims that the facts annotated in a set of passages can judge: right unless the scorer calls one made up."""
    found: list[Sample] = []
    for doc in scorer.read_jsonl(scorer.HERE / "dev.jsonl"):
        name = doc["name"]
        for claim, parsed in read(sources.load(doc["text"].encode(), f"{name}.txt")[0], code):
            result = scorer.score([doc], {name: [claim.to_json()]}, 0)
            if result["candidate facts judged"]:
                made_up = sum(relation["made up"] for relation in result["relations"].values())
                found.append(Sample(name, features(claim, parsed, language_of(code)), claim.confidence, not made_up))
    return found


def names(found: Sequence[Sample]) -> list[str]:
    """The features that get a weight, the most frequent first."""
    seen = Counter(name for sample in found for name in sample.features)
    return ["bias", *(name for name, n in sorted(seen.items(), key=lambda x: (-x[1], x[0])) if n >= RAREST)]


def matrix(found: Sequence[Sample], columns: Sequence[str]) -> Array:
    return np.array([[1.0, *(s.features.get(name, 0.0) for name in columns[1:])] for s in found])


def fit(found: Sequence[Sample], columns: Sequence[str], ridge: float) -> Array:
    """The weights that are likeliest under a ridge, which hardly holds the bias.

    A prior that would count against a claim gets no weight: a firmer word must not make the reader less sure.
    """
    x, y = matrix(found, columns), np.array([float(s.right) for s in found])
    weights, penalty = np.zeros(len(columns)), np.full(len(columns), ridge)
    penalty[0] = LOOSE
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ weights))
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(curve, x.T @ (y - p) - penalty * weights)
        size = 1.0
        while size > SMALLEST and cost(x, y, penalty, weights + size * step) > cost(x, y, penalty, weights):
            size /= 2
        weights = weights + size * step
        if float(np.abs(size * step).max()) < SMALLEST:
            break
    if PRIOR in columns and weights[columns.index(PRIOR)] < 0:
        others = [name for name in columns if name != PRIOR]
        return np.insert(fit(found, others, ridge), columns.index(PRIOR), 0.0)
    return weights


def cost(x: Array, y: Array, penalty: Array, weights: Array) -> float:
    """Minus the log likelihood, with the ridge."""
    score = x @ weights
    return float(np.sum(np.logaddexp(0, score) - y * score) + 0.5 * np.sum(penalty * weights**2))


def predict(found: Sequence[Sample], columns: Sequence[str], weights: Array) -> Array:
    return np.clip(1 / (1 + np.exp(-matrix(found, columns) @ weights)), LOWEST, HIGHEST)


def across(found: Sequence[Sample], ridge: float) -> Array:
    """For every claim the probability given by weights that were fitted without its text."""
    out = np.zeros(len(found))
    part = {text: n % PARTS for n, text in enumerate(sorted({s.text for s in found}))}
    for held in range(PARTS):
        rest = [s for s in found if part[s.text] != held]
        mine = [i for i, s in enumerate(found) if part[s.text] == held]
        if mine:
            columns = names(rest)
            out[mine] = predict([found[i] for i in mine], columns, fit(rest, columns, ridge))
    return out


def brier(p: Array, y: Array) -> float:
    """Mean squared distance from what was so (Brier 1950); 0 is best."""
    return float(np.mean((p - y) ** 2))


def bins(p: Array, y: Array) -> list[tuple[float, float, int]]:
    """Mean confidence, share that was right and number of claims, for ten bins of equal width that are not empty."""
    at = np.minimum((p * BINS).astype(int), BINS - 1)
    held = [at == k for k in range(BINS) if (at == k).any()]
    return [(float(p[mine].mean()), float(y[mine].mean()), int(mine.sum())) for mine in held]


def error(p: Array, y: Array) -> float:
    """Expected calibration error: the mean distance of confidence and share right over the bins, by their size."""
    return sum(n * abs(mean - share) for mean, share, n in bins(p, y)) / len(p)


def rank(p: Array, y: Array) -> float:
    """How often a right claim is given more than a wrong one (the area under the ROC curve); 0.5 is chance."""
    wins = [(a > b) + 0.5 * (a == b) for a in p[y == 1] for b in p[y == 0]]
    return float(np.mean(wins)) if wins else 0.5


def measures(p: Array, y: Array) -> list[str]:
    return [f"{error(p, y):.3f}", f"{brier(p, y):.3f}", f"{rank(p, y):.3f}"]


def write(
    code: str, groups: Mapping[str, Sequence[Sample]], columns: Sequence[str], weights: Array, ridge: float
) -> None:
    """Keeps the weights as YAML, with where they come from."""
    lines = ["# Weights of a claim's confidence, fitted by bench/quality/calibrate.py and not by hand.", "fitted:"]
    for name, group in groups.items():
        texts, right = len({s.text for s in group}), sum(s.right for s in group)
        lines.append(f"  {name}: {{texts: {texts}, claims: {len(group)}, right: {right}}}")
    lines += [f"  ridge: {ridge:g}", "weights:"]
    lines += [f"  {name}: {weight:.4f}" for name, weight in zip(columns, weights, strict=True)]
    path = ROOT / "primafacie" / "claims" / "calibration" / f"{code}.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")


def load(path: Path) -> Any:
    """The scorer as a module."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, action="append", default=[], help="a folder of marked texts; repeatable")
    parser.add_argument("--held-out", type=Path, action="append", default=[], help="texts never fitted; repeatable")
    parser.add_argument("--scorer", type=Path, help="a Python file with assign(claims, marks)")
    parser.add_argument("--facts", type=Path, help="the KnowledgeNet scorer, its dev.jsonl beside it")
    parser.add_argument("--language", default="en", help="which texts of the folders are meant (ISO 639-1)")
    parser.add_argument("--write", action="store_true", help="keep the weights, the diagram and the figures")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    if not options.texts or options.scorer is None:
        print("No marked texts and scorer were named (--texts DIR, --scorer FILE), so nothing was fitted.")
        return 0
    scorer = load(options.scorer.resolve())
    groups = {"marked texts": [s for d in options.texts for s in marked(d.resolve(), scorer, options.language)]}
    if options.facts:
        groups["annotated facts"] = annotated(load(options.facts.resolve()), options.language)
    found = [s for group in groups.values() for s in group]
    y = np.array([float(s.right) for s in found])
    if len(found) < FEWEST or not 0 < y.sum() < len(y):
        print(f"{len(found)} claims, {int(y.sum())} of them right, are too few to fit anything.", file=sys.stderr)
        return 2
    ridge = min(RIDGES, key=lambda r: brier(across(found, r), y))
    before, after = np.array([s.prior for s in found]), across(found, ridge)
    columns = names(found)
    weights = fit(found, columns, ridge)
    lines = account(groups, before, after, y, ridge)
    unseen = [s for d in options.held_out for s in marked(d.resolve(), scorer, options.language)]
    if unseen:
        y, before = np.array([float(s.right) for s in unseen]), np.array([s.prior for s in unseen])
        after = predict(unseen, columns, weights)
        lines[-1] += "\n" + "\n".join(
            f"| {' | '.join(cells)} |"
            for cells in (["held out", "of the lexicon alone", *measures(before, y)],
                          ["", "calibrated, by the weights kept", *measures(after, y)]))  # fmt: skip
        lines[0] = lines[0].replace(". Ridge", f"; held out: {counted(unseen)}. Ridge")
    body = "\n".join(lines)
    print(body)
    if options.write:
        write(options.language, groups, columns, weights, ridge)
        picture = ROOT / "docs" / "images" / f"reliability-{options.language}.svg"
        picture.write_text(reliability({"lexicon alone": bins(before, y), "calibrated": bins(after, y)}), "utf-8")
        shown = f"![Reliability diagram](images/{picture.name})"
        report.put(f"calibration-{options.language}", f"{body}\n\n{shown}")
    return 0


def account(groups: Mapping[str, Sequence[Sample]], before: Array, after: Array, y: Array, ridge: float) -> list[str]:
    """The figures as lines of Markdown: what was judged, and how far confidence kept its word on each set."""
    head = ["claims", "confidence", "calibration error", "Brier", "ranks right above wrong"]
    rows, start = [], 0
    together = [("all", [s for g in groups.values() for s in g])] if len(groups) > 1 else []
    for name, group in [*groups.items(), *together]:
        part = slice(start, start + len(group)) if name != "all" else slice(None)
        start += len(group)
        rows.append([name, "of the lexicon alone", *measures(before[part], y[part])])
        rows.append(["", "calibrated, by weights of other texts", *measures(after[part], y[part])])
    judged = "; ".join(f"{name}: {counted(group)}" for name, group in groups.items())
    return [f"Judged: {judged}. Ridge {ridge:g}.", "", report.table(head, rows)]


def counted(found: Sequence[Sample]) -> str:
    texts, right = len({s.text for s in found}), sum(s.right for s in found)
    return f"{len(found)} claims in {texts} texts, {right} right"


if __name__ == "__main__":
    sys.exit(main())
