"""Findings in full: what each rests on, its figures, and what speaks against it."""

from __future__ import annotations

from typing import NamedTuple

from primafacie.dossier.book import Book
from primafacie.dossier.lettering import Safe
from primafacie.dossier.numbers import figure
from primafacie.model import Claim, Finding

WRITTEN = 12
"""Claims written out under one finding; further ones are given by their footnotes."""


class Account(NamedTuple):
    """One finding with its claims; ``against`` has claims and reasons apart."""

    number: int
    finding: Finding
    method: str
    figures: list[tuple[str, Safe]]
    statements: list[Claim]
    more: tuple[str, ...]
    against: list[Claim]
    reasons: list[str]
    names: list[tuple[int, str]]


def content(book: Book) -> dict[str, object]:
    """All findings, most severe first."""
    return {"accounts": [_account(book, n, finding) for n, finding in enumerate(book.findings, 1)]}


def _account(book: Book, number: int, finding: Finding) -> Account:
    claims = [book.by_id[c] for c in dict.fromkeys(finding.claims) if c in book.by_id]
    entities = {entity.id: entity for entity in book.evidence.entities if entity.id in finding.entities}
    return Account(
        number=number,
        finding=finding,
        method=book.methods.get(finding.check, ""),
        figures=[(str(key).replace("_", " "), Safe(figure(value))) for key, value in finding.figures.items()],
        statements=claims[:WRITTEN],
        more=tuple(claim.id for claim in claims[WRITTEN:]),
        against=[book.by_id[entry] for entry in finding.against if entry in book.by_id],
        reasons=[entry for entry in finding.against if entry not in book.by_id],
        names=[(book.entity_number(entities[e]), entities[e].name) for e in finding.entities if e in entities],
    )
