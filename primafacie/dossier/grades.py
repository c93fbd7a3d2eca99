"""Grades as the dossier shows them: two signs such as "F6", what they mean in words, and who gave them and why."""

from __future__ import annotations

from typing import NamedTuple

from primafacie.dossier.book import Book
from primafacie.dossier.lettering import Safe, isolate
from primafacie.dossier.numbers import point
from primafacie.model import Claim, Grade
from primafacie.vocabulary.admiralty import CREDIBILITY, RELIABILITY

WORDS = {**RELIABILITY, **CREDIBILITY}


class Mark(NamedTuple):
    """The grade of a claim with that of its source before it; ``given`` are the words of the people who gave any."""

    signs: str
    words: Safe
    given: list[Safe]


def by_person(grade: Grade) -> bool:
    """Whether somebody gave it; what the software puts where nobody did bears no date."""
    return bool(grade.at)


def mark(book: Book, claim: Claim) -> Mark | None:
    """None where neither the claim nor its source is graded."""
    source, own = book.grades.get(claim.source), book.grades.get(claim.id)
    found = [(what, g) for what, g in (("source", source), ("claim", own)) if g and g.value in WORDS]
    if not found:
        return None
    words = "; ".join(f"{what} {told(grade)}" for what, grade in found)
    return Mark("".join(g.value for _, g in found), Safe(words), [told(g) for _, g in found[-1:] if by_person(g)])


def told(grade: Grade) -> Safe:
    """Such as "B, usually reliable: by Anna Weiss on 3 March 2021, on shipping: her own papers bear him out"."""
    if not by_person(grade):
        return Safe(f"{grade.value}, {WORDS.get(grade.value, '')} (by the software: {isolate(grade.why)})")
    topic = f", on {isolate(grade.topic)}" if grade.topic else ""
    why = f": {isolate(grade.why)}" if grade.why else ""
    return Safe(f"{isolate(grade.value)}, {WORDS.get(grade.value, '')} (by {isolate(grade.by)} on "
                f"{point(grade.at[:10])}{topic}{why})")  # fmt: skip
