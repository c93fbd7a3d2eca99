"""How much of what people marked by hand the reader finds, against floors that may only rise.

    python bench/quality/run.py --scorer score.py [--texts DIR ...] [--raise] [--json FILE]

Without ``--texts`` the project's own marked texts are read (``OWN``, below). The scorer is not part of the project:
where none is given, that is said and nothing is measured.

A folder of marked texts holds pairs ``NAME.txt`` and ``NAME.gold.jsonl``. Its texts are added to a new case through the
command line, as a user would; the claims are printed as JSON lines and handed to the scorer, a script that takes
``--gold DIR --pred FILE --json --kinds`` and prints one JSON object with ``lenient``, ``strict`` and ``grounded``.

Floors are pinned in ``floors.json``, one group a folder: its name, after that of the language for the project's own.
``--raise`` lifts them to what was measured, never lowers them. Exit code: 0 done (or nothing to measure with),
1 a floor was missed, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
OWN = (
    "english/development", "english/held-out",
    "russian/development", "russian/calibration", "russian/held-out", "russian/held-out-2",
)  # fmt: skip
"""The project's marked texts, beside this file. What is missed in those held out is looked at by nobody."""
MEASURES = ("lenient.f1", "lenient.precision", "lenient.recall", "strict.f1", "grounded")
"""What is shown of a score; the ones that have a floor are those named in ``floors.json``."""
PRIMAFACIE = (sys.executable, "-c", "from primafacie.cli import main; main()")


class WrongUse(Exception):
    """The command line, the folder or the scorer is not what it should be."""


def claims_of(texts: Path, work: Path) -> Path:
    """Reads the texts of a folder in a case of their own; the file of claims, one JSON object a line."""
    case, out = work / "case", work / "claims.jsonl"
    files = sorted(str(gold.with_name(gold.name.replace(".gold.jsonl", ".txt"))) for gold in texts.glob("*.gold.jsonl"))
    for arguments in (["add", *files, "--case", str(case)], ["read", "--case", str(case)]):
        done = subprocess.run([*PRIMAFACIE, *arguments], capture_output=True, text=True)
        if done.returncode:
            print(done.stdout + done.stderr, file=sys.stderr)
            raise WrongUse(f"primafacie {arguments[0]} ended with {done.returncode} on the texts of {texts.name}")
    with out.open("w", encoding="utf-8") as lines:
        listing = ["claims", "--case", str(case), "--format", "jsonl"]
        subprocess.run([*PRIMAFACIE, *listing], stdout=lines, check=True)
    return out


def score(scorer: Path, texts: Path, claims: Path) -> dict[str, Any]:
    """The scorer's own words about the claims, as the JSON object that it prints."""
    command = [sys.executable, str(scorer), "--gold", str(texts), "--pred", str(claims), "--json", "--kinds"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise WrongUse(f"the scorer ended with {done.returncode}: {done.stderr.strip()[-500:]}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def name_of(folder: Path) -> str:
    """Under which name a folder's floors are pinned: "english/development", or the bare name of one from elsewhere."""
    here = FLOORS.parent.resolve()
    return folder.relative_to(here).as_posix() if folder.is_relative_to(here) else folder.name


def measure(result: Mapping[str, Any], name: str) -> float:
    """The figure under a dotted name, such as "lenient.f1"."""
    value: Any = result
    for part in name.split("."):
        value = value[part]
    return float(value)


def raised(floors: Mapping[str, float], result: Mapping[str, Any]) -> dict[str, float]:
    """The floors lifted to what was measured, cut to two decimals so that a last digit cannot fail a later run."""
    return {name: max(floor, math.floor(measure(result, name) * 100) / 100) for name, floor in floors.items()}


def table(name: str, result: Mapping[str, Any], floors: Mapping[str, float]) -> list[str]:
    """The lines that are shown for a folder; a measure below its floor is marked."""
    lines = [f"{name}: {result['texts']} texts, {result['gold']} claims to find, {result['predicted']} read"]
    for key in MEASURES:
        value, floor = measure(result, key), floors.get(key)
        said = "" if floor is None else f"  floor {floor:.2f}{'  MISSED' if value < floor else ''}"
        lines.append(f"  {key:18} {value:.3f}{said}")
    for kind, rate in result.get("kinds", {}).items():
        lines.append(
            f"    {kind:13} precision {rate['precision']:.2f}  recall {rate['recall']:.2f}  ({rate['gold']} to find)"
        )
    return lines


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    told = "a folder of marked texts instead of the project's own; repeatable"
    parser.add_argument("--texts", type=Path, action="append", default=[], help=told)
    parser.add_argument("--scorer", type=Path, help="the script that compares claims with marks")
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the scores there as well")
    return parser.parse_args()


def main() -> int:
    options = arguments()
    if options.scorer is None:
        print("No scorer was named (--scorer FILE), so nothing was measured. It is not part of this project.")
        return 0
    if not options.scorer.is_file():
        raise WrongUse(f"{options.scorer} is no file; --scorer names the script that compares claims with marks")
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    results: dict[str, dict[str, Any]] = {}
    missed = False
    for folder in options.texts or [FLOORS.parent / own for own in OWN]:
        texts = folder.resolve()
        if not texts.is_dir():
            print(f"{folder} is not on this machine: its floors were not checked.")
            continue
        if not any(texts.glob("*.gold.jsonl")):
            raise WrongUse(f"{folder} holds no NAME.gold.jsonl")
        with tempfile.TemporaryDirectory() as work:
            result = score(options.scorer, texts, claims_of(texts, Path(work)))
        name = name_of(texts)
        results[name] = result
        pinned = floors.get(name, {})
        print("\n".join(table(name, result, pinned)), flush=True)
        missed = missed or any(measure(result, key) < floor for key, floor in pinned.items())
        if options.lift and pinned:
            floors[name] = raised(pinned, result)
    if options.lift:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", "utf-8")
    if options.json:
        options.json.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except WrongUse as wrong:
        print(f"bench/quality: {wrong}", file=sys.stderr)
        sys.exit(2)
