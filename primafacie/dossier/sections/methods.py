"""Methodology: how the claims were read, what the words for stance mean, what each kind covers and each check does."""

from __future__ import annotations

import inspect

from primafacie.dossier.book import Book
from primafacie.dossier.wording import STANCES
from primafacie.vocabulary import KINDS

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
        "kinds": [(name, kind.covers) for name, kind in KINDS.items() if name in used],
        "checks": [(name.replace("_", " "), _paragraphs(text)) for name, text in book.methods.items()],
    }


def _paragraphs(docstring: str) -> list[str]:
    return [" ".join(part.split()) for part in inspect.cleandoc(docstring).split("\n\n") if part.strip()]
