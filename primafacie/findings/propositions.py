"""When two claims say the same: one kind, the same parties, no date and no figure at odds."""

from __future__ import annotations

from primafacie.findings.dates import bounds, compatible
from primafacie.findings.view import View
from primafacie.model import Claim
from primafacie.values.intervals import happened
from primafacie.vocabulary.kinds import KINDS

SLACK = 0.03
"""Two sums this close (as a part of the larger) are one sum, rounded: 2.1 billion and 2,117 million."""


def core_roles(claim: Claim) -> int:
    return sum(bool(claim.roles.get(role)) for role in KINDS[claim.kind].core)


def agree(view: View, a: Claim, b: Claim) -> bool:
    """One proposition: all core roles that both fill share an entity, two of them at least (or all that one fills).

    Where words alone are shared ("people", "protesters"), place or time has to be one as well: nothing else shows that
    two such statements are of one event.
    """
    if not compatible(bounds(a.date), bounds(b.date)) or (a.status and b.status and a.status != b.status):
        return False
    shared = 0
    entities = False
    for role in KINDS[a.kind].core:
        one, other = set(view.ids(a, role)), set(view.ids(b, role))
        if not one or not other:
            one, other = words(a, role), words(b, role)
        if one and other:
            if not one & other:
                return False
            shared += 1
            entities |= any(view.named(e) for e in one & other)
    return shared >= min(2, core_roles(a), core_roles(b)) and (entities or _one_event(view, a, b))


def _one_event(view: View, a: Claim, b: Claim) -> bool:
    """True where both name one place, or one time that is known to the month."""
    here, there = set(view.ids(a, "place")), set(view.ids(b, "place"))
    if here and there:
        return bool(here & there)
    one, other = bounds(a.date), bounds(b.date)
    return one is not None and other is not None and all(s[:7] == e[:7] for s, e in (one, other))


def bears_out(view: View, a: Claim, b: Claim) -> bool:
    """True where ``b`` says all that ``a`` says of who did what to whom: it fills every core role that ``a`` fills.

    "The bank was sold by A" bears out nothing of "A sold the bank to B" but the sale; the longer one bears out the
    shorter.
    """
    return agree(view, a, b) and all(b.roles.get(role) for role in KINDS[a.kind].core if a.roles.get(role))


def confirms(view: View, a: Claim, b: Claim) -> bool:
    """True where ``b`` bears out ``a`` and its figures: a sum, a number or a stake that ``a`` gives ``b`` gives too."""
    given = ((a.amount, b.amount), (a.count, b.count), (a.share, b.share))
    return bears_out(view, a, b) and all(other for one, other in given if one) and same(view, a, b)


def words(claim: Claim, role: str) -> set[str]:
    """Roles filled by words (posts, offences) are compared as words."""
    return {" ".join(f.text.casefold().split()) for f in claim.fillers(role) if f.entity is None}


def same(view: View, a: Claim, b: Claim) -> bool:
    """One proposition and, where both give them, the same sum, the same number of people and the same stake.

    Sums in different currencies are the same where they are at a rate of the day, as far as the case has one.
    """
    if a.kind != b.kind or not agree(view, a, b):
        return False
    if a.amount and b.amount and not _one_sum(view, a, b):
        return False
    if a.count and b.count and (a.count.low, a.count.high) != (b.count.low, b.count.high):
        return False
    return not (a.share and b.share and (a.share.low, a.share.high) != (b.share.low, b.share.high))


def _one_sum(view: View, a: Claim, b: Claim) -> bool:
    one, other = a.amount, b.amount
    if one is None or other is None or one.value is None or other.value is None:
        return True
    low = high = one.value
    if one.currency and other.currency and one.currency != other.currency:
        rates = view.evidence.rates
        found = rates.convert(one.value, one.currency, other.currency, happened(a.date or b.date)) if rates else None
        if found is None:
            return False
        low, high = found.low, found.high
    return near(low, high, other.value, other.value)


def near(low: float, high: float, other_low: float, other_high: float) -> bool:
    """Whether two sums, each from low to high, may be one sum that was rounded."""
    return max(low, other_low) - min(high, other_high) <= SLACK * max(abs(high), abs(other_high))
