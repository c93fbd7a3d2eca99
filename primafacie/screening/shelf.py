"""The shelf: where the editions of lists that a user has added are kept, the former ones beside those in force.

    files/ab/abcd…     the original bytes under their SHA-256, read-only
    editions/….json    one description an edition: what it is, when and whence it came, which files it is made of

Every file appears under its name in one step once it is whole, so two programs can add at the same time and a killed
one leaves nothing half done.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cmp_to_key
from pathlib import Path
from typing import Any

from primafacie.model import Problem, SanctionsList
from primafacie.screening.lists import Edition
from primafacie.screening.lists.edition import CUT_SHORT, STAGE, Loader, Part, Unusable, note, order, sha256
from primafacie.screening.lists.loading import LOADERS, edition, grouped, highest, holders, in_order, part, parts_of

FOLDER = "PRIMAFACIE_LISTS"
"""Set it to the folder in which lists are to be kept."""
_SHA = re.compile(r"[0-9a-f]{64}")
SHRUNK = 0.8
"""An edition with fewer than this share of the entries of the one in force gets a note: it may have been cut short."""


@dataclass(frozen=True, slots=True)
class Kept:
    """An edition on the shelf."""

    list: SanctionsList
    format: str
    """The loader that reads it."""
    files: tuple[tuple[str, str], ...]
    """Name and SHA-256 of each of its files."""
    added: str
    """When it was added, ISO 8601 in UTC."""
    highest: int = 0
    """The highest number of an entry: it tells which of two undated editions is the later."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one edition that was to be added; ``kept`` is None where it was refused."""

    kept: Kept | None
    problems: tuple[Problem, ...] = ()
    new: bool = True
    """False where the same bytes were there already."""


def folder() -> Path:
    """Where lists are kept: PRIMAFACIE_LISTS, else where the system keeps a user's data."""
    if said := os.environ.get(FOLDER):
        return Path(said)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "primafacie" / "lists"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "primafacie" / "lists"
    base = os.environ.get("XDG_DATA_HOME", "")
    return (Path(base) if os.path.isabs(base) else Path.home() / ".local" / "share") / "primafacie" / "lists"


class Shelf:
    """The editions kept in one folder, which need not be there yet. OSError where it cannot be read or written."""

    def __init__(self, where: Path | None = None) -> None:
        self.folder = where or folder()
        self._files, self._editions = self.folder / "files", self.folder / "editions"

    @classmethod
    def is_one(cls, where: Path) -> bool:
        """Whether a folder is a shelf, with editions in it."""
        return (where / "editions").is_dir() and (where / "files").is_dir()

    def kept(self) -> tuple[Kept, ...]:
        """All editions, by key and within it by time, the latest last."""
        by_time = sorted(self._survey()[0], key=cmp_to_key(_later))
        return tuple(sorted(by_time, key=lambda kept: kept.list.key))

    def problems(self) -> tuple[Problem, ...]:
        """Descriptions on the shelf that cannot be read."""
        return self._survey()[1]

    def in_force(self) -> tuple[Kept, ...]:
        """The latest edition of each list."""
        return tuple({kept.list.key: kept for kept in self.kept()}.values())

    def add(
        self, paths: Sequence[Path], *, key: str | None = None, date: str | None = None,
        origins: Mapping[Path, str] | None = None,
    ) -> tuple[Added, ...]:  # fmt: skip
        """Adds the editions that lie at the paths, each as a whole or not at all: files of one set given together are
        one edition, folders are looked through with all below them.

        ``key`` and ``date`` are the word of whoever adds them; ``origins`` says which address a file came from. The
        same bytes are added once: what is newly said of their date is taken. OSError where a path cannot be read.
        """
        origins = origins or {}
        added: list[Added] = []
        try:
            single = [one for path in paths if not path.is_dir() for one in parts_of(path)]
            groups = [("", group) for group in grouped(single)]
            for folder_ in (path for path in paths if path.is_dir()):
                for holder in list(holders(folder_)) or [folder_]:
                    groups += [(holder.name, group) for group in grouped(parts_of(holder))]
            if len(groups) > 1 and (key or date):
                what = f"one key or date cannot be that of {len(groups)} editions"
                raise Unusable(what, ", ".join(path.name for path in paths), "add each of them by itself")
        except Unusable as refused:
            return (Added(None, (refused.problem,)),)
        for name, (loader, parts) in groups:
            try:
                added.append(self._add(loader, parts, name, _said(parts, origins), key, date))
            except Unusable as refused:
                added.append(Added(None, (refused.problem,)))
        return tuple(added)

    def adopt(self, kept: Kept, other: Shelf) -> None:
        """Takes over an edition of another shelf, with all that is known of it. OSError where its files are gone."""
        for _, sha in kept.files:
            self._put(other._path(sha))
        self._describe(kept)

    def load(self, kept: Sequence[Kept] | None = None) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
        """Reads editions of the shelf, all unless told which. One whose bytes are gone or changed is left out."""
        found: list[Edition] = []
        problems: list[Problem] = list(self.problems())
        for one in self.kept() if kept is None else kept:
            try:
                edition_, notes = self._load(one)
            except Unusable as refused:
                problems.append(refused.problem)
                continue
            found.append(edition_)
            problems += notes
        return in_order(found), tuple(problems)

    def _load(self, kept: Kept) -> tuple[Edition, tuple[Problem, ...]]:
        loader = next((loader for loader in LOADERS if loader.format == kept.format), None)
        where = f"{kept.list.key} {kept.list.sha256[:12]}"
        if loader is None:
            raise Unusable(
                f"no loader is called {kept.format!r}", where, "use the version of Prima Facie that added it"
            )
        try:
            parts = [part(name, self._path(sha)) for name, sha in kept.files]
        except FileNotFoundError:
            raise Unusable("its file is gone from the shelf", where, "add the list again") from None
        known = kept.list
        found, notes = edition(loader, parts, known.origin, key=known.key, date=known.date, origin=known.origin)
        if found.list.sha256 != known.sha256:
            raise Unusable("its file is not what it was when it was added", where, "add the list again")
        return Edition(known, found.listings), notes

    def _add(
        self, loader: Loader, parts: Sequence[Part], name: str, origin: str | None, key: str | None, date: str | None
    ) -> Added:
        found, notes = edition(loader, parts, name or parts[0].name, key=key, date=date, origin=origin)
        known = found.list
        before = next((kept for kept in self.kept() if _same(kept.list, known)), None)
        if before and date in (None, before.list.date):
            return Added(before, notes, new=False)
        files = tuple((one.name, self._put(one.path)) for one in parts)
        added = before.added if before else datetime.now(UTC).isoformat(timespec="seconds")
        kept = Kept(known, loader.format, files, added, highest(found.listings))
        self._describe(kept)
        return Added(kept, (*notes, *self._doubts(kept)), new=before is None)

    def _doubts(self, kept: Kept) -> Iterator[Problem]:
        """A note where the edition is much shorter than the one that it follows."""
        line = [one for one in self.kept() if one.list.key == kept.list.key]
        at = next(place for place, one in enumerate(line) if _same(one.list, kept.list))
        if at and kept.list.entries < SHRUNK * line[at - 1].list.entries:
            what = f"it has {kept.list.entries:,} entries, the edition before it has {line[at - 1].list.entries:,}"
            yield note(what, kept.list.origin, f"if that is not so at the publisher's, it was cut short: {CUT_SHORT}")

    def _path(self, sha: str) -> Path:
        return self._files / sha[:2] / sha

    def _put(self, source: Path) -> str:
        """Keeps a copy of the file and returns its SHA-256, of the bytes that were copied."""
        self._files.mkdir(parents=True, exist_ok=True)
        handle, incoming = tempfile.mkstemp(dir=self._files, prefix="incoming-")
        try:
            with os.fdopen(handle, "wb") as copy, source.open("rb") as original:
                shutil.copyfileobj(original, copy, 1 << 20)
                copy.flush()
                os.fsync(copy.fileno())
            sha = sha256(Path(incoming))
            path = self._path(sha)
            path.parent.mkdir(exist_ok=True)
            if not path.is_file() or sha256(path) != sha:
                os.chmod(incoming, 0o444)
                os.replace(incoming, path)
        finally:
            Path(incoming).unlink(missing_ok=True)
        return sha

    def _describe(self, kept: Kept) -> None:
        self._editions.mkdir(parents=True, exist_ok=True)
        text = json.dumps({**asdict(kept), "files": dict(kept.files)}, ensure_ascii=False, indent=1, sort_keys=True)
        handle, incoming = tempfile.mkstemp(dir=self._editions, prefix="incoming-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        os.replace(incoming, self._editions / f"{kept.list.key}-{kept.list.sha256}.json")

    def _survey(self) -> tuple[tuple[Kept, ...], tuple[Problem, ...]]:
        found, problems = [], []
        for path in sorted(self._editions.glob("*.json")):
            try:
                said: dict[str, Any] = json.loads(path.read_text("utf-8"))
                known, files = SanctionsList(**said.pop("list")), tuple(said.pop("files").items())
                if not all(_SHA.fullmatch(sha) for _, sha in files):
                    raise ValueError("no SHA-256")
                found.append(Kept(list=known, files=files, **said))
            except (ValueError, TypeError, KeyError, AttributeError):
                what = "the description of an edition on the shelf cannot be read"
                problems.append(Problem(what, path.name, "delete it, and add the list again", stage=STAGE))
        return tuple(found), tuple(problems)


def _said(parts: Sequence[Part], origins: Mapping[Path, str]) -> str | None:
    return " ".join(dict.fromkeys(origins[one.path] for one in parts if one.path in origins)) or None


def _same(one: SanctionsList, other: SanctionsList) -> bool:
    return (one.key, one.sha256) == (other.key, other.sha256)


def _later(one: Kept, other: Kept) -> int:
    return order(_age(one), _age(other))


def _age(kept: Kept) -> tuple[str, int, str]:
    return kept.list.date or kept.list.newest or "", kept.highest, kept.added
