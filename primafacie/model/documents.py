"""Documents as they were added and as they are read: sources, their passages, and what could not be used."""

from __future__ import annotations

from dataclasses import dataclass

from primafacie.model.ids import digest


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input that could not be used: what, where, and what to do next. Returned, never raised."""

    what: str
    where: str
    next: str
    stage: str = ""
    source: str | None = None
    fatal: bool = True
    """True where the source (or row) was left out; False where it was used all the same."""

    @property
    def id(self) -> str:
        return digest("problem", self.stage, self.source, self.where, self.what)


@dataclass(frozen=True, slots=True)
class Source:
    """One document as it was added. ``id`` is the SHA-256 of its bytes; ``text`` is what all offsets count in."""

    id: str
    name: str
    media_type: str
    text: str
    size: int
    origin: str = ""
    """Where the bytes came from: a file name (never a path of the user's machine) or an http(s) address."""
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    loader: str = ""
    """Name and version of the loader, e.g. "html/1"."""
    mapping: str | None = None
    """How the columns of a table are to be read: FollowTheMoney's mapping format, YAML."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch inside quotation marks, marks included; ``open`` where the closing mark comes in a later passage."""

    start: int
    end: int
    open: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a source and who is speaking in it.

    ``role`` is one of ``heading``, ``byline``, ``lead``, ``prose``, ``question``, ``answer``, ``label``, ``table``.
    ``speaker`` is the name (or label) of the voice of the whole passage, ``None`` where nobody is named;
    ``addressee`` is whom "you" means.
    """

    source: str
    index: int
    start: int
    end: int
    role: str = "prose"
    speaker: str | None = None
    addressee: str | None = None
    quotations: tuple[Quotation, ...] = ()
