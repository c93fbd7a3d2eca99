"""Denied: one voice says it, another denies it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from primafacie.findings.dates import bounds, compatible
from primafacie.findings.view import View, listed
from primafacie.findings.wording import cited, says, sentences, several
from primafacie.model import Claim, Finding, digest
from primafacie.vocabulary.kinds import KINDS

SKIPPED = frozenset({"Sanction", "Demand"})
"""Sanctions have a check of their own; a demand that somebody did not make is hardly evidence."""


def denied(view: View) -> Iterator[Finding]:
    """Looks for a statement that one voice makes and another (or the same one elsewhere) denies.

    Asserted and denied claim must be of one kind, name the same entities in every core role that both fill, two of
    these at least, with no dates, statuses or figures at odds. Both sides are listed with their voices and neither is
    preferred: OHCHR, "Commissions of Inquiry and Fact-Finding Missions: Guidance and Practice" (HR/PUB/14/7, 2015), has
    what speaks for those accused looked for as well as what speaks against them.

    Figures: how many independent voices assert it. Innocent explanations: the two speak of different times or events,
    or use a word (control, relative) differently. Against the statement speaks the denial, and against the denial
    whatever stake the denying voice has.
    """
    for kind in KINDS:
        if kind in SKIPPED:
            continue
        filed: dict[frozenset[tuple[str, str]], list[Claim]] = defaultdict(list)
        for claim in view.of(kind):
            for key in _pairs(view, claim):
                filed[key].append(claim)
        for denial in view.of(kind, stances=("denies",)):
            near = {c.id: c for key in _pairs(view, denial) for c in filed.get(key, ())}
            said = [c for c in near.values() if _met(view, denial, c)]
            if said:
                yield _finding(view, denial, sorted(said, key=lambda c: view.rank[c.id]))


def _pairs(view: View, claim: Claim) -> Iterator[frozenset[tuple[str, str]]]:
    """Each two entities in different core roles: what a claim and its denial have in common at least."""
    filled = [(role, entity) for role in KINDS[claim.kind].core for entity in view.ids(claim, role)]
    yield from (frozenset(two) for two in combinations(filled, 2) if two[0][0] != two[1][0])


def _met(view: View, denial: Claim, claim: Claim) -> bool:
    """True where what the one denies is what the other says: "not his nephew" leaves "his son-in-law" alone."""
    if denial.status and claim.status and denial.status != claim.status:
        return False
    one_count, other_count = denial.count, claim.count
    if one_count and other_count and (one_count.low, one_count.high) != (other_count.low, other_count.high):
        return False
    if denial.amount and claim.amount and denial.amount.value != claim.amount.value:
        return False
    for role in KINDS[denial.kind].core:
        one, other = set(view.ids(denial, role)), set(view.ids(claim, role))
        if one and other and not one & other:
            return False
    return compatible(bounds(denial.date), bounds(claim.date))


def _finding(view: View, denial: Claim, said: list[Claim]) -> Finding:
    core = KINDS[denial.kind].core
    parties = tuple(dict.fromkeys(e for role in core for e in view.ids(denial, role)))
    who = list(dict.fromkeys(view.voice(c).name for c in said))
    same = all(view.voice(c).key == view.voice(denial).key for c in said)
    what = f"{denial.kind.lower()}: {listed(view.name(e) for e in parties)}"
    claims = (*said, denial)
    return Finding(
        id=digest("finding", "denied", denial.id), check="denied",
        title=f"Asserted and denied ({what})",
        text=f"{several(who)} {says(who)} so: {sentences(map(cited, said))}. {view.voice(denial).name} denies it: "
             f"{cited(denial)}."
             + (" It is the same voice both times." if same else ""),
        severity="medium", claims=view.ordered(claims), entities=parties,
        figures={"asserting": len(view.roots(said)), "denying": 1}, against=(denial.id,),
        sources=len({c.source for c in claims}), independent=len(view.roots(claims)),
        innocent=("The two speak of different times or events.", "The two use a word in different senses."),
    )  # fmt: skip
