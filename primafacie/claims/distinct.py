"""Keeps the fullest of the claims that several entries read from the same words, and knows what names nobody."""

from __future__ import annotations

from primafacie.model import Claim
from primafacie.vocabulary import KINDS

PRONOUNS = frozenset(
    "it they them he she him her this that these those who which what one i me we us you his its their my our your "
    "whose он она оно они его ее её их ему ей им него неё нее них кто что который которая которое которые это я мы вы ты "
    "свой себя кого кому которого которой которых".split()
)
ASKING = ("how many", "how much", "what ", "which ", "whose ")
"""A phrase that begins so asks who it is; it names nobody."""


def unresolved(text: str) -> bool:
    """True for a pronoun or a question that stands for nobody known ("US" is a name)."""
    low = text.lower()
    return (low in PRONOUNS and not (text.isupper() and len(text) > 1)) or low.startswith(ASKING)


def core_texts(claim: Claim) -> frozenset[tuple[str, str]]:
    """The core roles of a claim with what fills them, in lower case."""
    return frozenset((role, f.text.lower()) for role in KINDS[claim.kind].core for f in claim.roles.get(role, ()))


def distinct(found: list[tuple[int, Claim]]) -> list[tuple[int, Claim]]:
    """Leaves out a claim that says no more than another of its kind over the same words.

    Takes and returns pairs of the trigger's token and the claim; returns them in reading order.
    """
    kept: list[tuple[int, Claim]] = []
    by_kind: dict[str, list[Claim]] = {}
    for item in sorted(found, key=lambda x: (-len(core_texts(x[1])), -len(x[1].roles), -x[1].confidence, x[0])):
        claim = item[1]
        same = by_kind.setdefault(claim.kind, [])
        if any(claim.id == other.id or _within(claim, other) for other in same):
            continue
        same.append(claim)
        kept.append(item)
    return sorted(kept, key=lambda x: (x[1].quote.start, x[0], x[1].kind, x[1].id))


def _within(claim: Claim, other: Claim) -> bool:
    """True where the quotes overlap and every filler of the claim is (part of) one of the other's in the same role."""
    if claim.quote.start >= other.quote.end or other.quote.start >= claim.quote.end:
        return False
    if claim.count is not None and claim.count != other.count:
        return False
    theirs = core_texts(other)
    return all(any(role == r and text in t for r, t in theirs) for role, text in core_texts(claim))
