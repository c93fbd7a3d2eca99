"""Summary: what the checks found, on one screen, the checks with the most severe findings first."""

from __future__ import annotations

from typing import NamedTuple

from primafacie.dossier.book import SEVERITIES, Book
from primafacie.model import Finding

WEIGHTY = ("high", "medium")
"""Severities that stand in the open; the others are folded."""
SCREEN = 16
"""Findings in the open at most, so that the summary fits a screen; the others are folded with the lighter ones."""
EACH = 3
"""Findings of one check in the open; further ones are counted and stand with the check."""


class Line(NamedTuple):
    """One finding, its number, and for the last of a check how many more of the same weight are not written out."""

    number: int
    finding: Finding
    check: str
    more: int


def content(book: Book) -> dict[str, object]:
    """The findings, how many of each severity, and how much of the case a person has reviewed."""
    counts = {severity: sum(f.severity == severity for f in book.findings) for severity in SEVERITIES}
    lines = [line for check, made in _numbered(book) for line in _lines(check, made)][:SCREEN]
    open_ = {line.number for line in lines}
    every = [Line(n, finding, _named(check), 0) for check, made in _numbered(book) for n, finding in made]
    return {
        "lines": lines,
        "folded": [line for line in every if line.number not in open_],
        "counts": {severity: count for severity, count in counts.items() if count},
        "against": sum(bool(f.against) for f in book.findings),
        "reviewed": sum(claim.review != "unreviewed" for claim in book.claims),
        "rejected": len(book.claims) - len(book.live),
    }


def _numbered(book: Book) -> list[tuple[str, list[tuple[int, Finding]]]]:
    numbers = iter(range(1, len(book.findings) + 1))
    return [(check, [(next(numbers), finding) for finding in made]) for check, made in book.checks]


def _lines(check: str, made: list[tuple[int, Finding]]) -> list[Line]:
    weighty = [(n, f) for n, f in made if f.severity in WEIGHTY]
    shown = weighty[:EACH]
    more = len(weighty) - len(shown)
    return [Line(n, f, _named(check), more if position == EACH else 0) for position, (n, f) in enumerate(shown, 1)]


def _named(check: str) -> str:
    return check.replace("_", " ")
