"""When two claims say the same: one kind, the same parties, no date and no figure at odds."""

from __future__ import annotations

from primafacie.findings.dates import bounds, compatible
from primafacie.findings.view import View
from primafacie.model import Claim
from primafacie.vocabulary.kinds import KINDS

SLACK = 0.03
"""Two sums this close (as a part of the larger) are one sum, rounded: 2.1 billion and 2,117 million."""


def core_roles(claim: Claim) -> int:
    return sum(bool(claim.roles.get(role)) for role in KINDS[claim.kind].core)


def agree(view: View, a: Claim, b: Claim) -> bool:
    """One proposition: all core roles that both fill share an entity, two of them at least (or all that one fills)."""
    if not compatible(bounds(a.date), bounds(b.date)) or (a.status and b.status and a.status != b.status):
        return False
    shared = 0
    for role in KINDS[a.kind].core:
        one, other = set(view.ids(a, role)), set(view.ids(b, role))
        if not one or not other:
            one, other = words(a, role), words(b, role)
        if one and other:
            if not one & other:
                return False
            shared += 1
    return shared >= min(2, core_roles(a), core_roles(b))


def words(claim: Claim, role: str) -> set[str]:
    """Roles filled by words (posts, offences) are compared as words."""
    return {" ".join(f.text.casefold().split()) for f in claim.fillers(role) if f.entity is None}


def same(view: View, a: Claim, b: Claim) -> bool:
    """One proposition and, where both give them, the same sum, the same number of people and the same stake."""
    if a.kind != b.kind or not agree(view, a, b):
        return False
    if a.amount and b.amount and a.amount.value is not None and b.amount.value is not None:
        larger = max(abs(a.amount.value), abs(b.amount.value))
        if a.amount.currency != b.amount.currency and a.amount.currency and b.amount.currency:
            return False
        if abs(a.amount.value - b.amount.value) > SLACK * larger:
            return False
    if a.count and b.count and (a.count.low, a.count.high) != (b.count.low, b.count.high):
        return False
    return not (a.share and b.share and (a.share.low, a.share.high) != (b.share.low, b.share.high))
