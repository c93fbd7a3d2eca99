"""A claim as a row of a table: who, what, how much, when, and who says so."""

from __future__ import annotations

from typing import NamedTuple

from primafacie.dossier.book import Book
from primafacie.dossier.lettering import Safe
from primafacie.dossier.numbers import money, percent, span
from primafacie.dossier.wording import STANCES, chain
from primafacie.model import Claim


class Row(NamedTuple):
    """Cells of one claim; ``parties`` has the names in each role, ``order`` sorts by date with the undated last."""

    claim: Claim
    number: int
    order: str
    date: str
    parties: dict[str, str]
    amount: str
    share: str
    place: str
    voices: Safe
    stance: str


def row(book: Book, claim: Claim) -> Row:
    """The cells of the claim; empty where the claim does not say."""
    date = claim.date
    words = ""
    if date:
        words = span(date)
        if date.text and (date.start or date.end) and (date.start or date.end or "")[:4] not in date.text:
            words += f" (“{date.text}”)"
    return Row(
        claim=claim,
        number=book.number[claim.id],
        order=(date.start or date.end or "9999") if date else "9999",
        date=words,
        parties={
            role: ", ".join(dict.fromkeys(book.called(f) for f in fillers)) for role, fillers in claim.roles.items()
        },
        amount=money(claim.amount) if claim.amount else "",
        share=percent(claim.share) if claim.share else "",
        place=", ".join(dict.fromkeys(book.called(f) for f in (*claim.place, *claim.fillers("place")))),
        voices=Safe(chain(claim.voices)),
        stance=STANCES[claim.stance],
    )
