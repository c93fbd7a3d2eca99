"""Takes files and addresses into a case: bytes to the archive, a line to the custody log, the source to the store."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from glob import glob, has_magic
from hashlib import sha256
from pathlib import Path
from typing import Any

from primafacie.case import Case
from primafacie.model import Problem, Source
from primafacie.versions import VERSION


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


MAPPINGS = (".mapping.yml", ".mapping.yaml")
"""Endings of files that say how the columns of the table beside them are to be read."""
TABLES = (".csv", ".tsv", ".tab")
MAX_MAPPING = 1_000_000
"""Bytes of a mapping file."""


def is_address(item: str) -> bool:
    return item.lower().startswith(("http://", "https://"))


def expand(items: Iterable[str], case: Path) -> Iterator[str]:
    """Addresses and file paths, with folders and patterns replaced by the files in them, sorted.

    Hidden files, links inside folders and the case's own folder are passed over: a folder may have come from anybody.
    So are mapping files whose table is beside them: they go in with it.
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
            files = _files(one, case.resolve()) if one.is_dir() else [one]
            yield from (str(path) for path in files if not _table_of(path))


def _files(folder: Path, case: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.is_symlink() or path.resolve() == case:
            continue
        if path.is_dir():
            yield from _files(path, case)
        else:
            yield path


def _table_of(path: Path) -> Path | None:
    """The table that a mapping file stands beside; None for any other file."""
    stem = next((path.name.removesuffix(end) for end in MAPPINGS if path.name.endswith(end)), None)
    beside = (path.with_name(stem + end) for end in TABLES) if stem else ()
    return next((table for table in beside if table.is_file()), None)


def _mapping_of(path: Path) -> Path | None:
    """The mapping file that stands beside a table; None where there is none."""
    if path.suffix.lower() not in TABLES:
        return None
    beside = (path.with_name(path.name.removesuffix(path.suffix) + end) for end in MAPPINGS)
    return next((mapping for mapping in beside if mapping.is_file() and not mapping.is_symlink()), None)


def _mapping(path: Path) -> str | Problem:
    """The text of a mapping file, or why it cannot be taken."""
    advice = "see the how-to “Add a register”"
    try:
        if path.stat().st_size > MAX_MAPPING:
            return Problem("the mapping is larger than 1 MB", path.name, advice, "add")
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return Problem("the mapping is not UTF-8", path.name, "save it as UTF-8, and add the table again", "add")
    except OSError as error:
        return Problem(f"the mapping cannot be read ({error.strerror})", path.name, advice, "add")


def add(
    case: Case, item: str | Path, *, command: str = "", mapping: Path | None = None, **said: str | None
) -> Added:  # fmt: skip
    """Adds a file or an http(s) address to the case.

    ``said`` is what the person who adds it knows better than the text: title, author, publisher, date (ISO 8601) or
    language (ISO 639). The same bytes are one source whatever their names; what is newly said of them is kept.
    ``command`` is written to the custody log as what brought it about. ``mapping`` is the file that says how the
    columns of a table are to be read; by default ``NAME.mapping.yml`` beside ``NAME.csv``.
    Raises NoSuchFile for a missing file; StoreError or OSError where the case cannot be written.
    """
    from primafacie import sources

    known = {key: value for key, value in said.items() if value is not None}
    if is_address(str(item)):
        return _add_address(case, str(item), command, known)
    path = Path(item)
    if not os.path.lexists(path):
        raise NoSuchFile(f"{item}: no such file or folder")
    name = os.fsencode(path.name).decode("utf-8", "replace")
    if name.endswith(MAPPINGS):
        alone = Problem("it is a mapping file, and its table is not beside it", name,
                        "add the table, with --mapping and this file", "add")  # fmt: skip
        return _refused(case, name, name, (alone,))
    if chosen := mapping or _mapping_of(path):
        text = _mapping(chosen)
        if isinstance(text, Problem):
            return _refused(case, name, name, (text,))
        known["mapping"] = text
    data = sources.read_file(path)
    if isinstance(data, Problem):
        return _refused(case, name, name, (data,))
    return _take(case, data, _Label(name, name, command), known)


@dataclass(frozen=True, slots=True)
class _Label:
    """How some bytes came: their name, where from, by which command, as what; ``how`` is for the custody log."""

    name: str
    origin: str
    command: str
    media_type: str | None = None
    how: Mapping[str, str] = field(default_factory=dict)


def _add_address(case: Case, address: str, command: str, said: Mapping[str, str]) -> Added:
    from primafacie.sources import web

    fetched = web.fetch(address)
    if isinstance(fetched, Problem):
        return _refused(case, fetched.where, fetched.where, (fetched,))  # the address without any password in it
    case.store.replace_problems("add", fetched.asked, [])
    how = {"asked": fetched.asked, "at": fetched.at, "ip": fetched.ip}
    return _take(case, fetched.data, _Label(fetched.name, fetched.address, command, fetched.media_type, how), said)


def _refused(case: Case, key: str, name: str, problems: Iterable[Problem]) -> Added:
    listed = tuple(replace(problem, stage="add") for problem in problems)
    case.store.replace_problems("add", key, listed)
    return Added(name, None, listed)


def _take(case: Case, data: bytes, label: _Label, said: Mapping[str, str]) -> Added:
    from primafacie import sources

    key = sha256(data).hexdigest()
    if known := case.store.source(key, as_loaded=True):
        return _again(case, known, label, said)
    source, problems = sources.load(
        data, label.name, media_type=label.media_type, origin=label.origin, title=said.get("title"),
        author=said.get("author"), date=said.get("date"), language=said.get("language"),
    )  # fmt: skip
    if source is None:
        return _refused(case, key, label.name, problems)
    source = _described(source, said)
    problems = tuple(replace(problem, stage="add") for problem in problems)
    # The bytes first, then the log, then the store: killed in between, the next run finds what is there and goes on.
    # All of it in the store's transaction, so that two programs adding the same file write one line between them.
    with case.store.transaction():
        if case.store.source(key, text=False):
            return Added(label.name, source, problems, new=False)
        seen = key in case.archive
        case.archive.put(data)
        if not (seen and any(entry.sha256 == key for entry in case.custody.entries())):
            _log(case, "add", source, label, **label.how, **said)
        case.store.add_source(source)
        case.store.replace_problems("add", key, problems)
    return Added(label.name, source, problems)


def _log(case: Case, action: str, source: Source, label: _Label, **detail: str) -> None:
    if "mapping" in detail:  # the case holds its text; the log its checksum
        detail["mapping"] = sha256(detail["mapping"].encode()).hexdigest()
    case.custody.append(
        action, version=VERSION, sha256=source.id, name=source.name, origin=label.origin, command=label.command,
        detail=detail,
    )  # fmt: skip


def _described(source: Source, said: Mapping[str, str]) -> Source:
    changes: dict[str, Any] = dict(said)
    return replace(source, **changes)


def _again(case: Case, known: Source, label: _Label, said: Mapping[str, str]) -> Added:
    """The same bytes once more: nothing is added, but a better description is taken."""
    problems = tuple(p for p in case.store.problems() if p.stage == "add" and p.source == known.id)
    better = _described(known, said)
    if better != known:
        _log(case, "describe", known, label, **said)
        case.store.describe_source(better)
    return Added(label.name, better, problems, new=False)
