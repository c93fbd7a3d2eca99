"""Footnotes: claim n is footnote n, with who says so, the stance, the words, and where they stand."""

from __future__ import annotations

from typing import NamedTuple

from primafacie.dossier.book import Book
from primafacie.dossier.codes import coded
from primafacie.dossier.grades import Mark, mark
from primafacie.dossier.lettering import Safe
from primafacie.dossier.wording import STANCES, voice
from primafacie.model import Claim


class Note(NamedTuple):
    """One footnote; ``marked`` tells whether the quote is marked in the text; ``row`` is a register row in a line."""

    number: int
    claim: Claim
    voices: list[Safe]
    stance: str
    source: str
    marked: bool
    sentence: Safe
    row: Safe | None
    codes: Safe
    grade: Mark | None


def content(book: Book) -> dict[str, object]:
    """All footnotes in the order of their numbers."""
    return {"notes": [_note(book, n, claim) for n, claim in enumerate(book.claims, 1)]}


def _note(book: Book, number: int, claim: Claim) -> Note:
    source = book.sources.get(claim.source)
    voices = [Safe(voice(words)) for words in claim.voices] or [Safe("the text, naming nobody")]
    name = source.name if source else f"a source that is not in the case ({claim.source[:12]}…)"
    return Note(number, claim, voices, STANCES[claim.stance], name, number in book.marked, book.say(claim),
                book.row_of(claim), coded(claim), mark(book, claim))  # fmt: skip
