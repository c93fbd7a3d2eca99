"""Which tables of exchange rates a case converts money with: kept with the case, so that a figure can be checked.

The bytes lie in the case's archive under their SHA-256, a line in the custody log says when they came, and a small
index says which of them to use, the one given last first.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from primafacie.case import Case
from primafacie.model import Problem
from primafacie.values.rates import Rates, Table, read_rates
from primafacie.versions import VERSION

INDEX = "rates.json"
"""In the case's folder: [{"sha256": …, "name": …}, …], the table to be asked first at the top."""
Kept = tuple[str, str]
"""A table's SHA-256 and the name of its file."""


def take(case: Case, files: Sequence[Path], command: str = "") -> tuple[Problem, ...]:
    """Adds tables to the case; returns what kept any of them out. The one named last is asked first.

    Raises OSError where the case cannot be written.
    """
    from primafacie import sources

    refused: list[Problem] = []
    held = list(tables(case))
    for path in files:
        data = sources.read_file(path)
        if isinstance(data, Problem):
            refused.append(data)
            continue
        name = os.fsencode(path.name).decode("utf-8", "replace")
        sha = sha256(data).hexdigest()
        table, problems = _read(data, name, sha)
        if table is None:
            refused += problems
            continue
        case.archive.put(data)
        if all(sha != known for known, _ in held):
            case.custody.append("rates", version=VERSION, sha256=sha, name=name, origin=name, command=command)
        held = [(sha, name), *(one for one in held if one[0] != sha)]
    if tuple(held) != tables(case):
        _write(case.folder / INDEX, held)
    return tuple(refused)


def tables(case: Case) -> tuple[Kept, ...]:
    """The tables of the case, the one to be asked first at the top; empty where it has none, or no readable index."""
    try:
        rows = json.loads((case.folder / INDEX).read_bytes())
        if not isinstance(rows, list):
            raise TypeError("the index is a list")
        return tuple((str(row["sha256"]), str(row["name"])) for row in rows)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, TypeError, KeyError):
        return (("", INDEX),)


def rates(case: Case) -> tuple[Rates | None, tuple[Problem, ...]]:
    """The rates of the case, None where it has none, and what of its tables cannot be used."""
    found: list[Table] = []
    problems: list[Problem] = []
    for sha, name in tables(case):
        table, wrong = _table(case, sha, name)
        found += [table] if table else []
        problems += wrong
    return Rates(found) if found else None, tuple(problems)


def _table(case: Case, sha: str, name: str) -> tuple[Table | None, tuple[Problem, ...]]:
    try:
        data = case.archive.get(sha)
    except ValueError:
        data = None
    if data is None:
        what = "the rate table is not in the archive as it was given"
        return None, (Problem(what, name, "give it again with --rates; `primafacie verify` says more", "check"),)
    return _read(data, name, sha)


@lru_cache(maxsize=4)
def _read(data: bytes, name: str, sha: str) -> tuple[Table | None, tuple[Problem, ...]]:
    return read_rates(data, name, sha)


def _write(path: Path, held: Sequence[Kept]) -> None:
    draft = path.with_name(f".{path.name}-{os.getpid()}")
    rows = [{"sha256": sha, "name": name} for sha, name in held]
    draft.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", "utf-8")
    os.replace(draft, path)
