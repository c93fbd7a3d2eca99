"""The custody log: who did what to which source and when, each line sealed by the hash of the one before it.

A chain of hashes as in RFC 6962 and "How to Time-Stamp a Digital Document" (Haber and Stornetta 1991), without a
clock of its own: it proves order and integrity. That no line was cut off at the end is proved only against a hash
kept elsewhere, such as the one printed in a dossier: ``verify(anchor=…)``.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from primafacie.model import Problem
from primafacie.sources.loader import note, refusal

FIRST = "0" * 64
"""What the first line names as the one before it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: ``number`` counts from 1, ``at`` is ISO 8601 in UTC, ``action`` what was done to the source.

    ``sha256``, ``name`` and ``origin`` are those of the source (None and empty where the action concerns no single
    one); ``command`` is what was typed to bring it about, ``version`` that of the product.
    ``torn`` is the SHA-256 of a fragment right before this line, which a crash left behind.
    """

    number: int
    at: str
    action: str
    sha256: str | None
    name: str
    origin: str
    command: str
    version: str
    previous: str
    hash: str
    detail: Mapping[str, str] = field(default_factory=dict)
    torn: str | None = None

    def sealed(self) -> dict[str, Any]:
        """What the hash covers: everything but itself."""
        return {
            "number": self.number, "at": self.at, "action": self.action, "sha256": self.sha256, "name": self.name,
            "origin": self.origin, "command": self.command, "version": self.version, "detail": dict(self.detail),
            "torn": self.torn, "previous": self.previous,
        }  # fmt: skip

    def seal(self) -> str:
        """The hash that the entry must carry."""
        return hashlib.sha256(_canonical(self.sealed())).hexdigest()


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the file: its bytes without the line feed, the entry in it (None: not one), whether it is whole."""

    number: int
    raw: bytes
    entry: Entry | None
    closed: bool


class CustodyLog:
    """An append-only file of JSON lines, safe to be written by several processes at once."""

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)

    def append(
        self, action: str, *, version: str, sha256: str | None = None, name: str = "", origin: str = "",
        command: str = "", detail: Mapping[str, str] | None = None, at: datetime | None = None,
    ) -> Entry:  # fmt: skip
        """Adds a line under a lock, on disk when it returns. OSError where it cannot be written.

        After a crash the torn fragment stays where it is; the new line carries its hash, so that it cannot be
        changed or taken away later without breaking the chain.
        """
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("a+b") as stream, _locked(stream):
            last, fragment = _end(stream)
            moment = (at or datetime.now(UTC)).astimezone(UTC).isoformat(timespec="microseconds")
            draft = Entry(
                number=last.number + 1 if last else 1, at=moment, action=action, sha256=sha256, name=name,
                origin=origin, command=command, version=version, previous=last.hash if last else FIRST, hash="",
                detail=dict(detail or {}), torn=hashlib.sha256(fragment.raw).hexdigest() if fragment else None,
            )  # fmt: skip
            sealed = draft.sealed() | {"hash": draft.seal()}
            stream.seek(-1, os.SEEK_END) if stream.seek(0, os.SEEK_END) else None
            unclosed = stream.read(1) not in (b"", b"\n")
            stream.write(b"\n" * unclosed + _canonical(sealed) + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
        return Entry(**sealed)

    def entries(self) -> tuple[Entry, ...]:
        """All whole lines, oldest first, sound or not; ``verify`` tells which are sound."""
        return tuple(line.entry for line in self._lines() if line.entry)

    def head(self) -> str:
        """The hash of the last whole line, to be kept elsewhere as the anchor of ``verify``."""
        entries = self.entries()
        return entries[-1].hash if entries else FIRST

    def verify(self, anchor: str | None = None) -> tuple[Problem, ...]:
        """A Problem for each line that was edited, removed, put in or moved, and for each fragment of a crash.

        ``anchor``: a hash that the log had as its head once; a Problem where it is no longer in it.
        """
        lines = list(self._lines())
        problems: list[Problem] = []
        previous, number = FIRST, 0
        fragment: _Line | None = None
        for line in lines:
            where = f"custody log, line {line.number}"
            if line.entry is None:
                problems += [_no_entry(fragment)] if fragment else []
                fragment = line
                continue
            problems += _fragment(fragment, line.entry)
            fragment = None
            if line.entry.seal() != line.entry.hash:
                problems.append(_tampered("the line was edited", where))
            if line.entry.previous != previous or line.entry.number != number + 1:
                problems.append(_tampered("a line before it was edited, removed, put in or moved", where))
            previous, number = line.entry.hash, line.entry.number
        if fragment:
            problems.append(_no_entry(fragment) if fragment.closed else _torn(fragment))
        if anchor and anchor != FIRST and all(line.entry is None or line.entry.hash != anchor for line in lines):
            problems.append(_tampered("lines were cut off: the entry recorded elsewhere is gone", "custody log, end"))
        return tuple(problems)

    def _lines(self) -> Iterator[_Line]:
        if self.path.exists():
            with self.path.open("rb") as stream:
                yield from _parse(stream)


def _canonical(row: Mapping[str, Any]) -> bytes:
    # ASCII only: no editor, transfer or code page alters a line that nobody meant to touch.
    return json.dumps(row, ensure_ascii=True, sort_keys=True, separators=(",", ":")).encode("ascii")


def _parse(stream: IO[bytes]) -> Iterator[_Line]:
    for number, raw in enumerate(stream, 1):
        yield _Line(number, raw.removesuffix(b"\n"), _entry(raw.removesuffix(b"\n")), raw.endswith(b"\n"))


def _entry(raw: bytes) -> Entry | None:
    """The entry on a line; None where it is no entry in exactly the form that ``append`` writes."""
    try:
        row = json.loads(raw)
        entry = Entry(**row)
        return entry if _canonical(entry.sealed() | {"hash": entry.hash}) == raw else None
    except (ValueError, TypeError, RecursionError):
        return None


def _end(stream: IO[bytes]) -> tuple[Entry | None, _Line | None]:
    """The last entry, and the fragment after it if there is one. Reads back in growing steps from the end."""
    size = stream.seek(0, os.SEEK_END)
    step = 64 * 1024
    while True:
        start = max(0, size - step)
        stream.seek(start)
        if start:
            stream.readline()  # begins in the middle of a line
        fragment: _Line | None = None
        last: Entry | None = None
        for line in _parse(stream):
            last, fragment = (line.entry, None) if line.entry else (last, line)
        if last or not start:
            return last, fragment
        step *= 4


@contextmanager
def _locked(stream: IO[bytes]) -> Iterator[None]:
    """Holds an exclusive lock on the file; waits for as long as another process writes its line."""
    if sys.platform == "win32":
        import msvcrt

        stream.seek(0)
        msvcrt.locking(stream.fileno(), msvcrt.LK_LOCK, 1)
        try:
            yield
        finally:
            stream.seek(0)
            msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        import fcntl

        fcntl.flock(stream, fcntl.LOCK_EX)
        try:
            yield
        finally:
            fcntl.flock(stream, fcntl.LOCK_UN)


def _fragment(fragment: _Line | None, entry: Entry) -> list[Problem]:
    """What is wrong between an entry and the fragment before it: the one must vouch for the other."""
    if fragment is None:
        what = "a fragment of a crash before it was removed"
        return [_tampered(what, f"custody log, entry {entry.number}")] if entry.torn else []
    if entry.torn == hashlib.sha256(fragment.raw).hexdigest():
        return [_torn(fragment)]
    return [_no_entry(fragment)]


def _torn(fragment: _Line) -> Problem:
    return note(
        "the line is torn: the program or the machine stopped while writing it", f"custody log, line {fragment.number}",
        "nothing: the log goes on after it; the step that it was to record may have to be repeated",
    )  # fmt: skip


def _no_entry(fragment: _Line) -> Problem:
    return _tampered("the line is no entry that this program wrote", f"custody log, line {fragment.number}")


def _tampered(what: str, where: str) -> Problem:
    return refusal(what, where, "compare the log with a backup, and find out who had access; rely on nothing after it")
