"""What our reading costs over bare spaCy: the same model, texts and process, on one thread.

    python bench/speed/reading.py [--texts DIR ...] [--repeat N] [--copies N] [--at-most RATIO]

"Our reading" is ``reading.read`` and ``claims.extract``, from loaded text to finished claims. Bare spaCy runs the same
model with all its components, as spaCy runs it, and does nothing with what it finds: once over each whole text
(``nlp(text)``) and once over the passages that our reading sees, a document at a time (``nlp.pipe(passages)``).
All are warmed up, then run in turns; the best of the turns counts, in CPU seconds, so that other work on the machine
does not speak. Without ``--texts`` the examples are read, each several times. Peak memory is that of the process
(``ru_maxrss``). Exit code: 1 where our reading costs more than ``--at-most`` times ``nlp(text)``.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1", BLIS_NUM_THREADS="1")

import argparse
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time

from primafacie import claims, reading, sources
from primafacie.claims.parsing import model
from primafacie.model import Source

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "first-case"


def load(folders: Sequence[Path]) -> list[Source]:
    """Every file of the folders that a loader can use, in the order of their names."""
    loaded = []
    for path in sorted(p for folder in folders for p in folder.iterdir() if p.is_file() and ".gold" not in p.name):
        source, _ = sources.load(path.read_bytes(), path.name)
        if source is not None:
            loaded.append(source)
    return loaded


def ours(texts: Sequence[Source]) -> int:
    """Reads every source as the pipeline does; the number of claims."""
    found = 0
    for source in texts:
        read, passages, _ = reading.read(source)
        found += len(claims.extract(read, passages)[0])
    return found


def bare(texts: Sequence[Source]) -> int:
    """Parses every text and does nothing with it; the number of tokens."""
    nlp = model()
    return sum(len(nlp(source.text)) for source in texts)


def passages(texts: Sequence[Source]) -> int:
    """Parses the passages of every text, those of one text together; the number of tokens."""
    nlp = model()
    return sum(
        len(doc)
        for source in texts
        for doc in nlp.pipe(source.text[p.start : p.end] for p in reading.read(source)[1])
    )


def seconds(work: Callable[[Sequence[Source]], int], texts: Sequence[Source]) -> float:
    start = process_time()
    work(texts)
    return process_time() - start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", type=Path, action="append", help="a folder of documents; may be repeated")
    parser.add_argument("--repeat", type=int, default=5, help="turns, of which the best counts")
    parser.add_argument("--copies", type=int, default=4, help="how often each text is read in a turn")
    parser.add_argument("--at-most", type=float, help="the highest ratio that is good enough")
    options = parser.parse_args()
    texts = load(options.texts or [EXAMPLES]) * options.copies
    if not texts:
        print("no document could be loaded", file=sys.stderr)
        return 2

    found, tokens, _ = ours(texts), bare(texts), passages(texts)
    turns = [(seconds(ours, texts), seconds(bare, texts), seconds(passages, texts)) for _ in range(options.repeat)]
    best_ours, best_bare, best_passages = (min(turn[i] for turn in turns) for i in range(3))
    ratio = best_ours / best_bare
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    print(f"{len(texts)} texts, {tokens} tokens, {found} claims; model {model().meta['name']}, {claims.EXTRACTOR}")
    for name, best in (
        ("our reading", best_ours), ("nlp(text)", best_bare), ("nlp.pipe(passages)", best_passages)
    ):  # fmt: skip
        print(f"{name:20s} {best:8.3f} s CPU  {tokens / best:8.0f} tokens a second  ours costs {best_ours / best:5.2f}")
    print(f"peak memory          {peak:8.0f} MB")
    return 1 if options.at_most is not None and ratio > options.at_most else 0


if __name__ == "__main__":
    sys.exit(main())
