"""Grading by the Admiralty (NATO) system: how reliable a source is, how credible a claim; the two are judged apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from primafacie.findings.propositions import agree, confirms
from primafacie.findings.view import View, Voice, listed
from primafacie.model import Claim, Evidence, Grade
from primafacie.vocabulary.admiralty import CREDIBILITY, RELIABILITY
from primafacie.vocabulary.kinds import KINDS

MACHINE = "Prima Facie"


def grade(evidence: Evidence) -> tuple[Grade, ...]:
    """The grade of every source and of every claim, in their order: the analyst's last word, else the machine's.

    The machine never gives a source more than F: reliability is earned over time and by topic, which no text shows. It
    gives a claim 2 where independent voices agree and nobody in the case denies it, 4 where somebody does and no second
    voice bears it out, 6 for all else; never 1, which is an analyst's to give (NATO AJP-2.1; see ``may_confirm``).
    """
    view = View(evidence)
    said: dict[str, Grade] = {}
    for one in sorted(evidence.grades, key=lambda g: (g.at, g.id)):
        if one.value in (CREDIBILITY if one.subject in view.rank else RELIABILITY):
            said[one.subject] = one
    sources = [said.get(s.id) or Grade(s.id, "F", MACHINE, "", "nobody has judged it yet") for s in evidence.sources]
    support = _support(view)
    claims = [said.get(c.id) or _machine(view, c, support[c.id]) for c in view.claims]
    return (*sources, *claims)


def may_confirm(evidence: Evidence, claim: str) -> bool:
    """Whether a claim may be graded 1, confirmed: two or more independent root voices make it."""
    view = View(evidence)
    return any(c.id == claim and len(roots) > 1 for c in view.claims for roots in [_support(view, (c,))[c.id]])


def _machine(view: View, claim: Claim, roots: Sequence[Voice]) -> Grade:
    denied = [c for c in view.of(claim.kind, stances=("denies",)) if c.id != claim.id and agree(view, claim, c)]
    if claim.stance != "asserts":
        return Grade(claim.id, "6", MACHINE, "", "not asserted")
    if len(roots) > 1 and not denied:
        return Grade(claim.id, "2", MACHINE, "", f"said independently by {listed(v.name for v in roots)}")
    if denied and len(roots) < 2:
        return Grade(claim.id, "4", MACHINE, "", f"denied by {listed(view.voice(c).name for c in denied)}")
    return Grade(claim.id, "6", MACHINE, "", "denied, and said by several" if denied else "rests on one voice")


def _support(view: View, wanted: Iterable[Claim] | None = None) -> dict[str, tuple[Voice, ...]]:
    """Per claim, the independent root voices of all claims that say the same."""
    filed: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in view.of(*KINDS):
        for role in KINDS[claim.kind].core:
            for entity in view.ids(claim, role):
                filed[claim.kind, role, entity].append(claim)
    found: dict[str, tuple[Voice, ...]] = {}
    for claim in view.claims if wanted is None else wanted:
        keys = [(claim.kind, role, e) for role in KINDS[claim.kind].core for e in view.ids(claim, role)]
        # The rarest filler is enough: whatever says the same shares all that both fill.
        near = min((filed[key] for key in keys if filed[key]), key=len, default=[])
        same = {claim.id: claim} | {c.id: c for c in near if c.id != claim.id and confirms(view, claim, c)}
        found[claim.id] = view.roots(same.values())
    return found
