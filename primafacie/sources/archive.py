"""The original bytes of every source, kept under their SHA-256 and never changed."""

from __future__ import annotations

import hashlib
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from primafacie.model import Problem
from primafacie.sources.loader import note, refusal

_SHA = re.compile(r"[0-9a-f]{64}")
_INCOMING = "incoming"


class Archive:
    """A folder of files named by the SHA-256 of what they hold: ``ab/cd/abcd…`` (64 hex digits), read-only.

    Safe to be written by several processes at once. OSError where the disk is full or the folder is not writable.
    """

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)

    def path(self, sha: str) -> Path:
        """Where the file of that hash lies, or would lie. Raises ValueError where it is no SHA-256 in hex."""
        if not _SHA.fullmatch(sha):
            raise ValueError(f"not a SHA-256 in lower-case hex: {sha[:80]!r}")
        return self.folder / sha[:2] / sha[2:4] / sha

    def put(self, data: bytes) -> str:
        """Keeps the bytes and returns their SHA-256. Whatever happens, the file is there whole or not at all.

        A second time changes nothing. A file that is there but was changed behind our back is set aside as
        ``<sha>.damaged-<its own hash>``, where ``verify`` reports it, and the true bytes take its place.
        """
        sha = hashlib.sha256(data).hexdigest()
        path = self.path(sha)
        if path.is_file():
            found = _hash(path)
            if found == sha:
                return sha
            os.replace(path, path.with_name(f"{sha}.damaged-{found[:12]}"))
        self._write(path, data)
        return sha

    def get(self, sha: str) -> bytes | None:
        """The bytes of that hash, hashed again before they are handed out; None where they are gone or changed.

        ``verify`` says which of the two it is.
        """
        try:
            data = self.path(sha).read_bytes()
        except OSError:
            return None
        return data if hashlib.sha256(data).hexdigest() == sha else None

    def __contains__(self, sha: str) -> bool:
        return self.path(sha).is_file()

    def __iter__(self) -> Iterator[str]:
        """The hashes of all files kept, in order."""
        if not self.folder.is_dir():
            return iter(())
        files = sorted(path for path in self.folder.glob("??/??/*") if _SHA.fullmatch(path.name))
        return (path.name for path in files if path == self.path(path.name))

    def verify(self, expected: Iterable[str] = ()) -> tuple[Problem, ...]:
        """Hashes every file again: a Problem for each that is changed, missing (of ``expected``) or does not belong."""
        kept = set(self)
        problems = [problem for sha in sorted(kept) if (problem := self._checked(sha))]
        problems += [_missing(sha) for sha in sorted(set(expected) - kept)]
        known = {self.path(sha) for sha in kept}
        for path in sorted(self.folder.rglob("*")) if self.folder.is_dir() else ():
            if path not in known and (path.is_symlink() or not path.is_dir()):
                problems.append(_stray(path.relative_to(self.folder)))
        return tuple(problems)

    def _checked(self, sha: str) -> Problem | None:
        path = self.path(sha)
        if path.is_symlink():
            # A link can be pointed elsewhere tomorrow; the archive itself writes none.
            return refusal("it is a link and no file", f"archive, {sha}", "put the original bytes in its place")
        try:
            return None if _hash(path) == sha else _changed(sha)
        except OSError as error:
            return _unreadable(sha, error)

    def _write(self, path: Path, data: bytes) -> None:
        incoming = self.folder / _INCOMING
        incoming.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=incoming)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            os.chmod(temporary, 0o444)
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        for folder in (path.parent, path.parent.parent, self.folder):
            _sync(folder)


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sync(folder: Path) -> None:
    """Writes a folder's entries to disk, or a power cut may forget the rename; Windows has no such call."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _missing(sha: str) -> Problem:
    return refusal("the archived original is missing", f"archive, {sha}", "add the file again, or restore a backup")


def _changed(sha: str) -> Problem:
    return refusal(
        "the archived original is not what was added: its bytes have changed", f"archive, {sha}",
        "keep the changed file aside, find out who had access, and restore a backup or add the original again",
    )  # fmt: skip


def _unreadable(sha: str, error: OSError) -> Problem:
    return refusal(
        f"the archived original cannot be read ({error.strerror or 'unknown error'})", f"archive, {sha}",
        "check the permissions and the disk",
    )  # fmt: skip


def _stray(path: Path) -> Problem:
    if path.parts[0] == _INCOMING:
        return note("an unfinished copy was left behind by a crash", f"archive, {path}", "delete it: it was never used")
    return note("a file that the archive did not write", f"archive, {path}", "move it elsewhere")
