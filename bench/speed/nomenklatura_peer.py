"""nomenklatura at the same queries: its blocker finds candidates, its matcher logic-v2 scores them.

    PYTHON bench/speed/nomenklatura_peer.py ENTITIES.jsonl QUERIES.jsonl ANSWERS.jsonl [--threshold 0.7]

PYTHON is that of an environment with nomenklatura (MIT) in it: ``pip install nomenklatura``, which builds PyICU. Both
files hold FollowTheMoney entities, a line each; the ids of queries begin with "q-". Prints one JSON object: seconds
for the index, for finding and scoring, processor time, and peak memory in MB.
"""

from __future__ import annotations

import argparse
import json
import resource
import tempfile
import time
from pathlib import Path

from followthemoney import Dataset, StatementEntity
from nomenklatura.blocker.index import Index
from nomenklatura.matching import get_algorithm
from nomenklatura.resolver import Resolver
from nomenklatura.store.memory import MemoryStore


def entities(path: Path, dataset: Dataset) -> list[StatementEntity]:
    with path.open("rb") as lines:
        return [StatementEntity.from_data(dataset, json.loads(line), cleaned=True) for line in lines]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("listed", type=Path)
    parser.add_argument("queries", type=Path)
    parser.add_argument("answers", type=Path)
    parser.add_argument("--threshold", type=float, default=0.7)
    options = parser.parse_args()
    dataset = Dataset.make({"name": "bench", "title": "bench"})
    store: MemoryStore = MemoryStore(dataset, Resolver.make_linker() if hasattr(Resolver, "make_linker") else linker())
    algorithm = get_algorithm("logic-v2")
    assert algorithm is not None
    config = algorithm.default_config()
    started, worked = time.perf_counter(), time.process_time()
    with store.writer() as writer:
        listed = {}
        for entity in entities(options.listed, dataset):
            listed[entity.id] = entity
            writer.add_entity(entity)
    with tempfile.TemporaryDirectory() as folder:
        index = Index(store.default_view(), Path(folder))
        index.build()
        built, asked = time.perf_counter(), {}
        for query in entities(options.queries, dataset):
            asked[query.id] = query
        found: dict[str, list[str]] = {id_: [] for id_ in asked}
        begun, busy = time.perf_counter(), time.process_time()
        compared = 0
        for id_, candidates in index.match_entities(asked.values()):
            for candidate, _ in candidates:
                compared += 1
                if algorithm.compare(asked[id_.id], listed[candidate.id], config).score >= options.threshold:
                    found[id_.id].append(candidate.id)
        ended, done = time.perf_counter(), time.process_time()
    with options.answers.open("w", encoding="utf-8") as out:
        for id_, matches in found.items():
            out.write(json.dumps({"id": id_.removeprefix("q-"), "matches": matches}) + "\n")
    told = {
        "build_s": built - started, "screen_s": ended - begun, "screen_cpu_s": done - busy, "compared": compared,
        "cpu_s": done - worked, "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip
    print(json.dumps(told))


def linker() -> object:
    """One that knows of nothing that would be the same."""
    from nomenklatura.resolver import Linker

    return Linker({})


if __name__ == "__main__":
    main()
