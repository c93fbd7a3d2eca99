"""Sanctions: called for, said to be imposed, lifted, denied, or spoken of in another way."""

from __future__ import annotations

from primafacie.dossier.book import Book
from primafacie.model import Claim

GROUPS = (
    ("calls_for", "Called for"),
    ("imposed", "Said to have been imposed"),
    ("denies", "Denied: said not to have been imposed or lifted"),
    ("lifted", "Said to have been lifted"),
    ("other", "Asked about, supposed or said without firmness"),
)


def _group(claim: Claim) -> str:
    if claim.stance in ("calls_for", "denies"):
        return claim.stance
    if claim.stance != "asserts":
        return "other"
    return "lifted" if claim.status == "lifted" else "imposed"


def content(book: Book) -> dict[str, object]:
    """The claims in the order of ``GROUPS``; a group without one is named as such."""
    claims = book.of("Sanction")
    return {"groups": [(title, [c for c in claims if _group(c) == key]) for key, title in GROUPS] if claims else []}
