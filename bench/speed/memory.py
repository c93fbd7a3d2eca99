"""Whether memory stays flat: reads many made-up documents in one process and prints the memory it holds.

    python bench/speed/memory.py [--documents N] [--sentences N] [--step N] [--grow-at-most MB] [--long MB]

Each document is drawn from the sentences that the lexicon gives as examples, with names of people that occur nowhere
else, as in life: what a vocabulary or a cache never forgets shows. Growth counts from the second step on, when models
and tables are loaded. With ``--long`` one text of that many megabytes is read instead, and the peak counts. Exit code:
1 where memory has grown by more than ``--grow-at-most``.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", MKL_NUM_THREADS="1", BLIS_NUM_THREADS="1")

import argparse
import random
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from time import process_time

from primafacie import claims, reading, sources
from primafacie.claims.lexicon import lexicon

SYLLABLES = "ba be bi bo da de di do ka ke ki ko la le li lo ma me mi mo na ne ni no ra re ri ro sa se si so ta".split()


def held() -> float:
    """The process's resident memory in MB; its peak where the system does not tell."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() / 2**20
    return peak()


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


def sentences(chance: random.Random) -> Iterator[str]:
    """Sentences without end, each with a person of its own where it names one."""
    sayings = [str(example["say"]) for entry in lexicon().entries for example in entry.examples]
    while True:
        name = "".join(chance.choices(SYLLABLES, k=4)).capitalize()
        yield chance.choice(sayings).replace("Serik", name)


def text(supply: Iterator[str], count: int) -> str:
    """A document of ``count`` sentences in paragraphs of four."""
    lines = [next(supply) for _ in range(count)]
    return "\n\n".join(" ".join(lines[i : i + 4]) for i in range(0, count, 4))


def read(content: str, name: str) -> tuple[int, int]:
    """Reads the text as the pipeline does; the number of claims and of problems."""
    source, problems = sources.load(content.encode(), name)
    if source is None:
        raise ValueError(f"{name} could not be loaded: {problems}")
    source, passages, unread = reading.read(source)
    found, dropped = claims.extract(source, passages)
    return len(found), len(problems) + len(unread) + len(dropped)


def long(megabytes: float) -> None:
    supply = sentences(random.Random(1))
    parts: list[str] = []
    size = 0
    while size < megabytes * 10**6:
        parts.append(text(supply, 40))
        size += len(parts[-1]) + 2
    read(parts[0], "first.txt")
    before, start = held(), process_time()
    found, problems = read("\n\n".join(parts), "long.txt")
    print(f"one text of {size / 10**6:.1f} MB: {found} claims, {problems} problems, {process_time() - start:.0f} s CPU")
    print(f"memory before {before:.0f} MB, at the peak {peak():.0f} MB")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--sentences", type=int, default=8, help="sentences a document")
    parser.add_argument("--step", type=int, default=1_000, help="documents between two lines of output")
    parser.add_argument("--grow-at-most", type=float, metavar="MB", help="the most that memory may grow")
    parser.add_argument("--long", type=float, metavar="MB", help="read one text of this size instead")
    options = parser.parse_args()
    if options.long is not None:
        long(options.long)
        return 0
    supply = sentences(random.Random(0))
    found, start, base = 0, process_time(), 0.0
    for number in range(1, options.documents + 1):
        found += read(text(supply, options.sentences), f"{number}.txt")[0]
        if number % options.step == 0 or number == options.documents:
            base = base if number > 2 * options.step else held()
            spent = process_time() - start
            print(f"{number:7d} documents {found:8d} claims {spent:7.0f} s CPU {held():6.0f} MB", flush=True)
    growth = held() - base
    print(f"grown by {growth:.0f} MB since the second step; peak {peak():.0f} MB")
    return 1 if options.grow_at_most is not None and growth > options.grow_at_most else 0


if __name__ == "__main__":
    sys.exit(main())
