"""The index over folders of lists, kept beside the user's other caches so that the next question waits for nothing.

A kept index belongs to the bytes of the files (SHA-256), the names they have, and the version of the code that read
them: where any of these changes, another file is written. A file that is damaged is told apart and made anew; a cache
folder that cannot be written costs time and nothing else.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path

from primafacie.model import Problem
from primafacie.screening.index import Damaged, Index
from primafacie.screening.lists import load_all
from primafacie.screening.lists.edition import sha256
from primafacie.screening.lists.loading import SUFFIXES

KEPT = 8
"""Indexes that are kept, the last used ones."""


def folder() -> Path:
    """Where indexes are kept: below ``PRIMAFACIE_CACHE``, else ``XDG_CACHE_HOME``, else ``~/.cache``."""
    if own := os.environ.get("PRIMAFACIE_CACHE"):
        return Path(own) / "screening"
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "primafacie" / "screening"


def index_of(paths: Sequence[Path], version: str, cache: Path | None = None) -> tuple[Index, tuple[Problem, ...]]:
    """The index over the lists that lie in the folders (or are the files), and what in them could not be used.

    ``version`` is that of the code. OSError where a path cannot be read.
    """
    kept = (cache or folder()) / f"{_key(paths, version)}.index"
    with suppress(Damaged, OSError):
        found = Index.open(kept)
        os.utime(kept)
        return found, tuple(Problem(**told) for told in found.note)
    with _no_collection():
        editions, problems = load_all(paths)
        made = Index.build(editions, [asdict(problem) for problem in problems])
    if editions:
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            made.save(kept)
            _forget(kept.parent)
    return made, problems


@contextmanager
def _no_collection() -> Iterator[None]:
    """Loading makes some hundred thousand records that all stay: looking for rubbish among them only takes time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _key(paths: Sequence[Path], version: str) -> str:
    told = hashlib.sha256(version.encode())
    for root in paths:
        # The name of a folder is told to the user as the list's origin, so it belongs to what is kept.
        told.update(f"\n{root.name}".encode("utf-8", "surrogateescape"))
        for path in sorted(_files(root)):
            name = path.relative_to(root).as_posix() if path != root else ""
            told.update(f"\n{name} {sha256(path)}".encode("utf-8", "surrogateescape"))
    return told.hexdigest()[:32]


def _files(root: Path) -> Iterator[Path]:
    if not root.is_dir():
        yield root
        return
    for base, below, files in os.walk(root):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in files:
            if not name.startswith(".") and name.lower().endswith(SUFFIXES):
                yield Path(base, name)


def _forget(kept: Path) -> None:
    """Removes all but the last used indexes."""
    by_age = sorted(kept.glob("*.index"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in by_age[KEPT:]:
        path.unlink(missing_ok=True)
