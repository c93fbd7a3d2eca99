"""What every loader of lists takes and gives: files, entries, the edition they make, and how one is refused."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from primafacie.model import Listing, Problem, Profile, SanctionsList

STAGE = "lists"
HEAD = 4096
"""Bytes of a file by which its format is known."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of one list with its entries, in the order of the publication."""

    list: SanctionsList
    listings: tuple[Listing, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A file of an edition: its name (never a path), where it lies, and how it begins."""

    name: str
    path: Path
    head: bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a loader has read: its entries, and what the files themselves say of the edition.

    ``key``, ``name`` and ``publisher`` are given where the files tell, else those of the loader hold.
    """

    listings: tuple[Listing, ...]
    date: str | None = None
    notes: tuple[Problem, ...] = ()
    key: str | None = None
    name: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True)
class Loader:
    """A format of a list. ``recognises`` looks at the first bytes of one file; ``read`` takes all files of an edition
    and the key that the ids of its entries begin with (None: the list's own), and raises Unusable where the edition
    has to be refused."""

    format: str
    key: str
    name: str
    publisher: str
    recognises: Callable[[Part], bool]
    read: Callable[[Sequence[Part], str | None], Reading]
    together: bool = False
    """Whether files of this format that lie in one folder are one edition."""


class Unusable(Exception):
    """The edition is refused as a whole; carries the problem to return."""

    def __init__(self, what: str, where: str, advice: str) -> None:
        super().__init__(what)
        self.problem = Problem(what, where, advice, stage=STAGE)


def order(one: tuple[str, int, str], other: tuple[str, int, str]) -> int:
    """Which of two editions of a list is the later (negative, 0, positive), each told by its date, the highest number
    of an entry and when it was added, as far as known.

    Their dates decide; where one has none, the numbers, for most publishers count their entries up; then the adding.
    """
    if one[0] and other[0] and one[0] != other[0]:
        return 1 if one[0] > other[0] else -1
    return (one[1:] > other[1:]) - (one[1:] < other[1:])


_IMO = re.compile(r"^IMO\s*(?=\d{7}$)")
CUT_SHORT = "get the list again from its publisher, and compare its size; the edition you had stays in force"
"""What to do with a list that is broken or incomplete."""


def note(what: str, where: str, advice: str) -> Problem:
    """A problem beside an edition that is used all the same."""
    return Problem(what, where, advice, stage=STAGE, fatal=False)


def distinct(values: Iterable[str | None]) -> tuple[str, ...]:
    """The values that are not blank, with single spaces, each once, in order."""
    kept: dict[str, None] = {}
    for value in values:
        if value and (text := " ".join(value.split())):
            kept[text] = None
    return tuple(kept)


def profile(
    schema: str, names: Iterable[str | None], *, weak: Iterable[str | None] = (),
    birth_dates: Iterable[str | None] = (), countries: Iterable[str | None] = (),
    identifiers: Iterable[str | None] = (), genders: Iterable[str | None] = (), positions: Iterable[str | None] = (),
    relatives: Iterable[str | None] = (), addresses: Iterable[str | None] = (),
) -> Profile:  # fmt: skip
    """A Profile of whatever was found: blanks and repetitions dropped, a weak name that is also a strong one too.

    An entry that has weak names only is known by the first of them; IMO numbers are given without "IMO".
    """
    strong, frail = distinct(names), distinct(weak)
    numbers = (_IMO.sub("", number) for number in identifiers if number)
    if not strong:
        strong, frail = frail[:1], frail[1:]
    known = set(strong)
    return Profile(
        schema=schema, names=strong, weak=tuple(name for name in frail if name not in known),
        birth_dates=distinct(birth_dates), countries=distinct(countries), identifiers=distinct(numbers),
        genders=distinct(genders), positions=distinct(positions), relatives=distinct(relatives),
        addresses=distinct(addresses),
    )  # fmt: skip


def gender(word: str | None) -> str | None:
    """ "male" or "female" for the ways in which lists write it, else None."""
    first = (word or "").strip(" .").lower()[:1]
    return {"m": "male", "f": "female"}.get(first)


def sha256(path: Path) -> str:
    """Of a file's bytes, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256_of(parts: Sequence[Part]) -> str:
    """Of one file; of several, of the lines "name sha256" in the order of names, as SanctionsList says."""
    if len(parts) == 1:
        return sha256(parts[0].path)
    lines = (f"{part.name} {sha256(part.path)}\n" for part in sorted(parts, key=lambda part: part.name))
    return hashlib.sha256("".join(lines).encode()).hexdigest()
