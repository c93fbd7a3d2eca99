"""All other claims: the kinds that no section above has in full, and what a reviewer has rejected."""

from __future__ import annotations

from primafacie.dossier.book import Book
from primafacie.vocabulary import KINDS

ELSEWHERE = ("Deal", "Ownership", "Payment", "Killing", "Injury", "Sanction", "Accusation")


def content(book: Book) -> dict[str, object]:
    """For each kind its name, what it covers and its claims, in the order of the vocabulary."""
    kinds = [(name, kind.covers, book.of(name)) for name, kind in KINDS.items() if name not in ELSEWHERE]
    return {
        "kinds": [(name, covers, claims) for name, covers, claims in kinds if claims],
        "rejected": [claim for claim in book.claims if claim.review == "rejected"],
    }
