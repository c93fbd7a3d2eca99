"""What a loader is, what it hands back, and the limits that hold for all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from primafacie.model import Problem

MAX_BYTES = 256 * 1024 * 1024
"""The largest file taken in: a scanned court file of several hundred pages still fits."""
MAX_TEXT = 20_000_000
"""Characters of text in one source: about forty thousand pages' worth of evidence in a single document is a dump."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a file and what its format states about it; ``problems`` are what could not be used of it.

    ``language`` is what the file declares (ISO 639-1), which the words themselves may overrule.
    """

    text: str
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Loader:
    """One format: how it is called, which names it goes by, and the function that reads it.

    ``read`` takes the bytes, the file's name (for problems) and the character set that came with them, if any.
    It returns a Problem where nothing of the file can be used, and never raises on hostile bytes.
    """

    name: str
    version: int
    label: str
    media_type: str
    aliases: tuple[str, ...]
    suffixes: tuple[str, ...]
    read: Callable[[bytes, str, str | None], Document | Problem]


def refusal(what: str, where: str, advice: str) -> Problem:
    """The file was left out."""
    return Problem(what, where, advice, stage="sources")


def note(what: str, where: str, advice: str) -> Problem:
    """The file was used all the same."""
    return Problem(what, where, advice, stage="sources", fatal=False)


def add_notes(document: Document, *problems: Problem | None) -> Document:
    """The document with these problems ahead of its own; None stands for nothing to say."""
    return replace(document, problems=(*(p for p in problems if p), *document.problems))


def too_long(where: str) -> Problem:
    return refusal(
        f"the text is longer than {MAX_TEXT // 1_000_000} million characters", where,
        "split it into parts (by chapter, year or volume) and add them one by one",
    )  # fmt: skip


def no_words(where: str) -> Problem:
    return refusal("there are no words in it", where, "check that it is the right file; leave it out if it is")
