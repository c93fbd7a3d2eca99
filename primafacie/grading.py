"""Takes down an analyst's grades of sources, voices and claims, by the Admiralty system."""

from __future__ import annotations

from datetime import UTC, datetime

from primafacie import pipeline
from primafacie.case import Case
from primafacie.model import Grade
from primafacie.vocabulary.admiralty import CREDIBILITY, RELIABILITY


class Ungraded(Exception):
    """The grade cannot be given. ``str(error)`` says why, for a person to read."""


def give(case: Case, subject: str, value: str, by: str, why: str = "", topic: str = "") -> Grade:
    """Grades a source (A to F) or a claim (1 to 6); ``subject`` is how its id begins, or the source's name.

    Raises Ungraded where nothing, or more than one thing, answers to it, the value is none of that scale, or a claim
    is to be confirmed (1) that does not stand on two independent voices.
    """
    from primafacie.findings import grading

    sources = [s.id for s in case.store.sources(text=False) if s.name == subject or s.id.startswith(subject.lower())]
    claims = [c.id for c in case.store.claims() if c.id.startswith(subject.lower())]
    if len(sources) + len(claims) != 1:
        what = "more than one source or claim" if sources or claims else "no source and no claim"
        raise Ungraded(f"{what} answers to {subject}; see `primafacie sources` and `primafacie claims --format csv`")
    scale = RELIABILITY if sources else CREDIBILITY
    value = value.upper()
    if value not in scale:
        kind = "a source is graded" if sources else "a claim is graded"
        raise Ungraded(f"{kind} {', '.join(f'{grade} ({words})' for grade, words in scale.items())}; not {value}")
    if value == "1" and not grading.may_confirm(pipeline.evidence(case), claims[0]):
        raise Ungraded("1 says confirmed by other sources, and no second independent voice in the case says the same")
    grade = Grade((sources or claims)[0], value, by, datetime.now(UTC).isoformat(timespec="microseconds"), why, topic)
    case.store.add_grade(grade)
    return grade


def standing(case: Case) -> tuple[Grade, ...]:
    """The grade of every source and claim of the case: the analyst's last word, else the software's."""
    from primafacie.findings import grading

    return grading.grade(pipeline.evidence(case))
