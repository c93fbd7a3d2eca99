"""Methodology: how claims were read, what stances, grades and standards of proof mean, what each check does."""

from __future__ import annotations

import inspect

from primafacie.dossier.book import Book
from primafacie.dossier.grades import by_person
from primafacie.dossier.standards import LADDER, LIKELIHOOD, STANDARDS
from primafacie.dossier.wording import STANCES
from primafacie.vocabulary import EVENT_STANDARDS, KINDS
from primafacie.vocabulary.admiralty import CREDIBILITY, RELIABILITY

MEANT = {
    "asserts": "said as so by the voice named",
    "denies": "said not to be so",
    "doubts": "said with “may”, “reportedly”, “allegedly”, “I believe”: the voice does not vouch for it",
    "asks": "put as a question",
    "calls_for": "wanted or demanded, not said to have happened",
    "supposes": "said under an “if” or a “would”",
}


def content(book: Book) -> dict[str, object]:
    """Readers and loaders with their versions, the stances in words, the kinds met, and the checks' own account."""
    used = {claim.kind for claim in book.claims}
    return {
        "extractors": sorted({claim.extractor for claim in book.claims if claim.extractor}),
        "loaders": sorted({source.loader for source in book.sources.values() if source.loader}),
        "stances": [(STANCES[stance], meaning) for stance, meaning in MEANT.items()],
        "kinds": [(name, kind.covers, _codes(name)) for name, kind in KINDS.items() if name in used],
        "reliability": list(RELIABILITY.items()),
        "credibility": list(CREDIBILITY.items()),
        "graded": sum(map(by_person, book.grades.values())),
        "rates": book.evidence.rates.tables if book.evidence.rates else (),
        "standards": STANDARDS,
        "ladder": LADDER,
        "likelihood": LIKELIHOOD,
        "checks": [(name.replace("_", " "), _paragraphs(text)) for name, text in book.methods.items()],
    }


def _codes(kind: str) -> str:
    """The codes of the kind in full, those of a status of its own beside them."""
    found = [
        f"{name} {', '.join(codes)}{f' ({status})' if status else ''}"
        for standard, name in EVENT_STANDARDS.items()
        for status in ("", *KINDS[kind].by_status)
        if (codes := KINDS[kind].coded(standard, status)) and (not status or codes != KINDS[kind].coded(standard))
    ]
    return "; ".join(found)


def _paragraphs(docstring: str) -> list[str]:
    return [" ".join(part.split()) for part in inspect.cleandoc(docstring).split("\n\n") if part.strip()]
