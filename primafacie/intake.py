"""Takes files and addresses into a case: bytes to the archive, a line to the custody log, the source to the store."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from glob import glob, has_magic
from hashlib import sha256
from pathlib import Path
from typing import Any

from primafacie.case import Case
from primafacie.model import Problem, Source
from primafacie.versions import VERSION

LARGEST = 512 * 1024 * 1024
"""Bytes of a file that is opened at all; a loader may set a lower limit of its own."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file or address. ``source`` is None where it could not be used; ``problems`` say why."""

    name: str
    source: Source | None
    problems: tuple[Problem, ...] = ()
    new: bool = True
    """False where the same bytes were in the case already, perhaps under the name ``source.name``."""


class NoSuchFile(Exception):
    """What was to be added is not there. ``str(error)`` says what, for a person to read."""


def is_address(item: str) -> bool:
    return item.lower().startswith(("http://", "https://"))


def expand(items: Iterable[str], case: Path) -> Iterator[str]:
    """Addresses and file paths, with folders and patterns replaced by the files in them, sorted.

    Hidden files, links inside folders and the case's own folder are passed over: a folder may have come from anybody.
    Raises NoSuchFile where nothing answers to a name.
    """
    for item in items:
        if is_address(item):
            yield item
            continue
        path = Path(item)
        found = [path] if os.path.lexists(path) else []
        if not found and has_magic(item):  # a pattern that the shell has left to us
            found = sorted(map(Path, glob(item, recursive=True)))
        if not found:
            raise NoSuchFile(f"{item}: no such file or folder")
        for one in found:
            yield from map(str, _files(one, case.resolve())) if one.is_dir() else [str(one)]


def _files(folder: Path, case: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink() or path.resolve() == case:
            continue
        if path.is_dir():
            yield from _files(path, case)
        else:
            yield path


def add(case: Case, item: str | Path, **said: str | None) -> Added:
    """Adds a file or an http(s) address to the case.

    ``said`` is what the person who adds it knows better than the text: title, author, publisher, date (ISO 8601) or
    language (ISO 639). The same bytes are one source whatever their names; what is newly said of them is kept.
    Raises NoSuchFile for a missing file; StoreError where the case cannot be written.
    """
    known = {key: value for key, value in said.items() if value is not None}
    if is_address(str(item)):
        return _add_address(case, str(item), known)
    path = Path(item)
    name = os.fsencode(path.name).decode("utf-8", "replace")
    try:
        information = path.stat()
        if not stat.S_ISREG(information.st_mode):
            return _refused(case, name, "is not a file", "give a file, a folder of files or an address")
        if information.st_size > LARGEST:
            size = f"has {information.st_size / 1e6:.0f} MB; at most {LARGEST / 1e6:.0f} MB are read"
            return _refused(case, name, size, "split it, or take out the pages that matter")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise NoSuchFile(f"{item}: no such file or folder") from error
    except OSError as error:
        return _refused(case, name, f"cannot be opened: {error.strerror}", "check that it is yours to read")
    return _take(case, data, name, name, None, known)


def _add_address(case: Case, address: str, said: Mapping[str, str]) -> Added:
    from primafacie.sources import web

    fetched = web.fetch(address)
    if isinstance(fetched, Problem):
        case.store.replace_problems("add", address, [replace(fetched, stage="add")])
        return Added(address, None, (replace(fetched, stage="add"),))
    case.store.replace_problems("add", address, [])
    return _take(case, fetched.data, fetched.name, fetched.address, fetched.media_type, said)


def _refused(case: Case, name: str, what: str, advice: str) -> Added:
    problem = Problem(what, name, advice, "add")
    case.store.replace_problems("add", name, [problem])
    return Added(name, None, (problem,))


def _take(case: Case, data: bytes, name: str, origin: str, media_type: str | None, said: Mapping[str, str]) -> Added:
    from primafacie import sources

    key = sha256(data).hexdigest()
    if known := case.store.source(key, as_loaded=True):
        return _again(case, known, name, said)
    given = {key: said.get(key) for key in ("title", "author", "date", "language")}
    source, problems = sources.load(data, name, media_type=media_type, origin=origin, **given)
    problems = tuple(replace(problem, stage="add", source=source.id if source else None) for problem in problems)
    if source is None:
        case.store.replace_problems("add", key, problems)
        return Added(name, None, problems)
    source = _described(source, said)
    # The bytes first, then the log, then the store: killed in between, the next run finds what is there and goes on.
    case.archive.put(data)
    if not any(entry.sha256 == key for entry in case.custody.entries()):
        case.custody.append("add", sha256=key, name=name, origin=origin, version=VERSION)
    with case.store.transaction():
        case.store.add_source(source)
        case.store.replace_problems("add", key, problems)
    return Added(name, source, problems)


def _described(source: Source, said: Mapping[str, str]) -> Source:
    changes: dict[str, Any] = dict(said)
    return replace(source, **changes)


def _again(case: Case, known: Source, name: str, said: Mapping[str, str]) -> Added:
    """The same bytes once more: nothing is added, but a better description is taken."""
    problems = tuple(p for p in case.store.problems() if p.stage == "add" and p.source == known.id)
    better = _described(known, said)
    if better != known:
        case.custody.append("describe", sha256=known.id, name=name, origin=known.origin, version=VERSION)
        case.store.describe_source(better)
    return Added(name, better, problems, new=False)
