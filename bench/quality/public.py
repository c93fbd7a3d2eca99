"""Runs the public benchmarks whose data are at hand, through the command line as a user would.

    python bench/quality/public.py --data DIR [--only NAME ...] [--sample N] [--raise] [--write]

DIR holds one folder a benchmark, each with its data (``dev.jsonl``) and a scorer that takes ``texts OUT`` (writes the
texts), ``score FILE --json`` and, for PolNeAR, ``spans FILE --json``, all with ``--gold FILE``. What is missing is
named. ``--sample`` takes that many documents of each, the same ones every time. Floors are pinned in ``floors.json``;
they are for whole sets, so a sample is not held to them. ``--write`` puts the table into docs/benchmarks.md.

Exit code: 0 done, 1 a floor was missed, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import report
from run import FLOORS, PRIMAFACIE, WrongUse, raised

SEED = 1992
"""Of the sample; the year of MUC-4."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure of a scorer: what it says, the keys that lead to it, and what others have published beside it."""

    says: str
    path: tuple[str, ...]
    published: str = ""
    judged: tuple[str, ...] = ()
    """Leads to the number of claims that the figure rests on."""


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A folder with data and scorer, which listing is scored (claims or attributions), and what is read off."""

    name: str
    folder: str
    mode: str
    listing: str
    measures: tuple[Measure, ...]


def _rates(says: str, *path: str, published: str = "") -> tuple[Measure, ...]:
    ends = (("F1", "f1", published), ("precision", "precision", ""), ("recall", "recall", ""))
    return tuple(Measure(f"{says}, {end}", (*path, key), known) for end, key, known in ends)


HARMED = "people harmed, documents with an incident"
RELATIONS = "human .878; trained: Diffbot joint .810, DYGIE++ .754, BERT baseline .688; untrained: open extraction .560"
VOICES = ("inside", "inside, reporting cue", "outside")

BENCHMARKS = (
    Benchmark("KnowledgeNet", "knowledgenet", "score", "claims", (
        *_rates("seven relations", "micro", published=RELATIONS),
        Measure("both named in the passage, F1", ("micro, both named in the passage", "f1")),
        Measure("mention pairs, F1", ("micro, mention pairs", "f1")),
    )),
    Benchmark("PolNeAR voices", "polnear", "score", "claims", tuple(
        Measure(f"right voice, {where}", ("accuracy", where, "accuracy"), known, ("accuracy", where, "judged"))
        for where, known in zip(VOICES, ("rule .310; always the author .000", "rule .383", "rule .968"), strict=True)
    )),
    Benchmark("PolNeAR spans", "polnear", "spans", "attributions", (
        *_rates("attributions found", "measures", "attributions", published="people .858; rule .400"),
        Measure("source, F1", ("measures", "source overlap", "f1"), "people .817; rule .366"),
        Measure("cue, F1", ("measures", "cue overlap", "f1"), "people .807; rule .338"),
        Measure("content and source, F1", ("measures", "content and source overlap", "f1"), "people .792; rule .347"),
        Measure("characters of content, F1", ("measures", "content characters", "f1"), "people .895; rule .406"),
    )),
    Benchmark("MUC-4", "muc4", "score", "claims", (
        *_rates("people harmed", HARMED, "micro", published="trained: GRIT .595, multi-granularity reader .500"),
        Measure("perpetrator, F1", (HARMED, "perpetrator", "f1"), "trained: .682, .696"),
        Measure("victim, F1", (HARMED, "victim", "f1"), "trained: .414, .200"),
        Measure("means, F1", (HARMED, "means", "f1"), "trained: .727, .500"),
        Measure("number of victims right", ("number of victims", "accuracy"), "", ("number of victims", "judged")),
    )),
)  # fmt: skip
"""The published figures are those of the papers and of the scorers' own baselines; docs/benchmarks.md says how far the
comparison is fair."""


def value(result: Mapping[str, Any], path: Sequence[str]) -> float:
    found: Any = result
    for key in path:
        found = found[key]
    return float(found)


def figures(benchmark: Benchmark, result: Mapping[str, Any]) -> dict[str, float]:
    """What is read off a score, by what it says."""
    return {measure.says: value(result, measure.path) for measure in benchmark.measures}


def sampled(gold: Path, number: int | None, out: Path) -> Path:
    """The data, or so many documents of them, drawn with a fixed seed and left in their order."""
    lines = [line for line in gold.read_text("utf-8").splitlines() if line.strip()]
    if number is None or number >= len(lines):
        return gold
    chosen = sorted(random.Random(SEED).sample(range(len(lines)), number))
    out.write_text("\n".join(lines[i] for i in chosen) + "\n", "utf-8")
    return out


def run(command: Sequence[str], into: Path | None = None) -> str:
    """Runs a command; what it prints, or "" where that goes into a file. Raises WrongUse where it fails."""
    with into.open("w", encoding="utf-8") if into else tempfile.TemporaryFile("w+", encoding="utf-8") as out:
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            raise WrongUse(f"{' '.join(command[-6:])} ended with {done.returncode}: {done.stderr.strip()[-500:]}")
        if into:
            return ""
        out.seek(0)
        return out.read()


class Bench:
    """Reads each set of texts once, in a case of its own, for all benchmarks on it."""

    def __init__(self, data: Path, work: Path, sample: int | None) -> None:
        self.data, self.work, self.sample = data, work, sample
        self._read: dict[str, Path] = {}

    def missing(self, benchmark: Benchmark) -> str | None:
        """The first file that is not there."""
        needed = (self.data / benchmark.folder / name for name in (f"{benchmark.folder}.py", "dev.jsonl"))
        return next((str(path.relative_to(self.data)) for path in needed if not path.is_file()), None)

    def score(self, benchmark: Benchmark) -> dict[str, Any]:
        """The scorer's JSON for what the product prints about the benchmark's texts."""
        folder = self.work / benchmark.folder
        script = str(self.data / benchmark.folder / f"{benchmark.folder}.py")
        folder.mkdir(exist_ok=True)
        gold = sampled(self.data / benchmark.folder / "dev.jsonl", self.sample, folder / "gold.jsonl")
        case = folder / "case"
        if not case.exists():
            run([sys.executable, script, "texts", str(folder / "texts"), "--gold", str(gold)])
            run([*PRIMAFACIE, "add", str(folder / "texts"), "--case", str(case)])
            run([*PRIMAFACIE, "read", "--case", str(case)])
        lines = folder / f"{benchmark.listing}.jsonl"
        if not lines.exists():
            run([*PRIMAFACIE, benchmark.listing, "--case", str(case), "--format", "jsonl"], into=lines)
        printed = run([sys.executable, script, benchmark.mode, str(lines), "--gold", str(gold), "--json"])
        result: dict[str, Any] = json.loads(printed[printed.index("{") :])
        return result


def rows(benchmark: Benchmark, result: Mapping[str, Any]) -> list[list[str]]:
    """The lines of the table for one benchmark."""
    lines = []
    for measure in benchmark.measures:
        rests = f" ({value(result, measure.judged):.0f} judged)" if measure.judged else ""
        name = f"{benchmark.name} ({result['documents']} texts)" if not lines else ""
        lines.append([name, measure.says, f"**{value(result, measure.path):.3f}**{rests}", measure.published])
    return lines


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="the folder that holds the benchmarks' folders")
    parser.add_argument("--only", action="append", choices=sorted({b.folder for b in BENCHMARKS}), help="repeatable")
    parser.add_argument("--sample", type=int, metavar="N", help="so many documents of each, the same ones every time")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    if options.data is None:
        print("No folder of benchmarks was named (--data DIR), so nothing was measured.")
        return 0
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    lines: list[list[str]] = []
    missed = False
    with tempfile.TemporaryDirectory() as work:
        bench = Bench(options.data.resolve(), Path(work), options.sample)
        for benchmark in BENCHMARKS:
            if options.only and benchmark.folder not in options.only:
                continue
            if absent := bench.missing(benchmark):
                print(f"{benchmark.name}: {absent} is not there, so it was not measured.")
                continue
            result = bench.score(benchmark)
            lines += rows(benchmark, result)
            print("\n".join("  ".join(cell for cell in row if cell) for row in rows(benchmark, result)), flush=True)
            found, pinned = figures(benchmark, result), floors.get(benchmark.name, {})
            if options.sample is None:
                low = {says: floor for says, floor in pinned.items() if found[says] < floor}
                for says, floor in low.items():
                    print(f"  MISSED: {says} is below its floor of {floor:.2f}")
                missed = missed or bool(low)
                if options.lift:
                    floors[benchmark.name] = raised(pinned, found)
    if options.lift:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
    if options.write and lines:
        report.put("public", report.table(("benchmark", "measure", "Prima Facie", "published beside it"), lines))
    return 1 if missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except WrongUse as wrong:
        print(f"bench/quality: {wrong}", file=sys.stderr)
        sys.exit(2)
