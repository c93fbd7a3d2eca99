"""Keeps the fullest of the claims that several entries read from the same words.

A description that comes again is kept once: "President Serik" twelve times in a report is one statement of it. What
somebody did is kept each time it is told, for telling it again is evidence of its own.
"""

from __future__ import annotations

from primafacie.model import Claim
from primafacie.vocabulary import KINDS

DESCRIPTIONS = frozenset({"Family", "Associate", "Position", "Ownership"})
"""Kinds that a text says in passing whenever it speaks of somebody."""


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
    return _once(sorted(kept, key=lambda x: (x[1].quote.start, x[0], x[1].kind, x[1].id)))


def _once(found: list[tuple[int, Claim]]) -> list[tuple[int, Claim]]:
    """Leaves out a description that the same voice gave before, with the same stance and status and no more in it.

    A name may come longer or shorter before an office; other ties are told again only in the same words.
    """
    kept: list[tuple[int, Claim]] = []
    given: dict[tuple[object, ...], list[frozenset[object]]] = {}
    for item in found:
        claim = item[1]
        office = claim.kind == "Position"
        says = frozenset(
            {(role, f.text.lower() if office else f.mention.lower()) for role, fs in claim.roles.items() for f in fs}
            | {value for value in (claim.amount, claim.share, claim.date) if value}
        )
        key = (claim.kind, claim.status, claim.stance, claim.voices, core_texts(claim))
        if claim.kind in DESCRIPTIONS and any(says <= before for before in given.setdefault(key, [])):
            continue
        given.setdefault(key, []).append(says)
        kept.append(item)
    return kept


def _within(claim: Claim, other: Claim) -> bool:
    """True where the quotes overlap and every filler of the claim is (part of) one of the other's in the same role."""
    if claim.quote.start >= other.quote.end or other.quote.start >= claim.quote.end:
        return False
    if claim.count is not None and claim.count != other.count:
        return False
    theirs = core_texts(other)
    return all(any(role == r and text in t for r, t in theirs) for role, text in core_texts(claim))
