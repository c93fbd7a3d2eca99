"""Denied: one voice says it, another denies it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.dates import bounds, compatible
from primafacie.findings.view import View, listed
from primafacie.model import Claim, Finding, digest
from primafacie.vocabulary.kinds import KINDS

SKIPPED = frozenset({"Sanction", "Demand"})
"""Sanctions have a check of their own; a demand that somebody did not make is hardly evidence."""


def denied(view: View) -> Iterator[Finding]:
    """Looks for a statement that one voice makes and another (or the same one elsewhere) denies.

    Asserted and denied claim must be of one kind, name the same entities in every core role that both fill, two of
    these at least, and no dates at odds. Both sides are listed with their voices and neither is preferred: OHCHR's
    guidance for commissions of inquiry (HR/PUB/14/7, 2015) asks that denials and exculpatory information be sought
    and recorded.

    Figures: how many independent voices assert it. Innocent explanations: the two speak of different times or events,
    or use a word (control, relative) differently. Against the statement speaks the denial, and against the denial
    whatever stake the denying voice has.
    """
    for kind in KINDS:
        if kind in SKIPPED:
            continue
        filed: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in view.of(kind):
            for role in KINDS[kind].core:
                for entity in view.ids(claim, role):
                    filed[role, entity].append(claim)
        for denial in view.of(kind, stances=("denies",)):
            near = {c.id: c for role in KINDS[kind].core for e in view.ids(denial, role) for c in filed[role, e]}
            said = [c for c in near.values() if _met(view, denial, c)]
            if said:
                yield _finding(view, denial, sorted(said, key=lambda c: view.rank[c.id]))


def _met(view: View, denial: Claim, claim: Claim) -> bool:
    shared = 0
    for role in KINDS[denial.kind].core:
        one, other = set(view.ids(denial, role)), set(view.ids(claim, role))
        if one and other:
            if not one & other:
                return False
            shared += 1
    return shared >= 2 and compatible(bounds(denial.date), bounds(claim.date))


def _finding(view: View, denial: Claim, said: list[Claim]) -> Finding:
    core = KINDS[denial.kind].core
    parties = tuple(dict.fromkeys(e for role in core for e in view.ids(denial, role)))
    voices = listed(view.voice(c).name for c in said)
    same = all(view.voice(c).key == view.voice(denial).key for c in said)
    what = f"{denial.kind.lower()}: {listed(view.name(e) for e in parties)}"
    claims = (*said, denial)
    return Finding(
        id=digest("finding", "denied", denial.id), check="denied",
        title=f"Asserted and denied ({what})",
        text=f"{voices} {'says' if len(said) == 1 else 'say'} so: {listed(f'“{c.quote.text}”' for c in said)}. "
             f"{view.voice(denial).name} denies it: “{denial.quote.text}”."
             + (" It is the same voice both times." if same else ""),
        severity="medium", claims=view.ordered(claims), entities=parties,
        figures={"asserting": len(view.roots(said)), "denying": 1}, against=(denial.id,),
        sources=len({c.source for c in claims}), independent=len(view.roots(claims)),
    )  # fmt: skip
