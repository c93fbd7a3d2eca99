"""Corroborated: statements that two or more independent voices make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.propositions import agree, bears_out, core_roles
from primafacie.findings.single_source import GROUPS
from primafacie.findings.view import View, Voice
from primafacie.findings.wording import cited, money, people, sentences, several, stake, times
from primafacie.model import Claim, Finding, digest
from primafacie.vocabulary.kinds import KINDS


def corroborated(view: View) -> Iterator[Finding]:
    """Looks for statements that rest on two or more independent root voices, in two or more documents.

    A claim bears out another where kind and parties agree, no date is at odds, and it names whoever the other names:
    "the bank was sold" does not bear out to whom. Figures may differ, and then that is said. Roots are counted, not
    documents: whoever repeats, quotes or asks another adds none. Two voices without a name are counted as two where
    they stand in different documents, and said to have no name. Confirmation by independent sources is what the
    Admiralty code's grade 1 and the Berkeley Protocol (OHCHR/UC Berkeley, 2020) ask for; the grade itself is the
    analyst's to give.

    Figures: how many independent voices and documents. Innocent explanations: the voices have a common source that the
    case does not show; they belong to one side. Against it speak denials, and any stake that these voices have.
    """
    for name, _, kinds, _ in GROUPS:
        seen: set[str] = set()
        for kind in kinds:
            claims = view.of(kind)
            near: dict[tuple[str, str], list[Claim]] = defaultdict(list)
            for claim in claims:
                for role in KINDS[kind].core:
                    for entity in view.ids(claim, role):
                        near[role, entity].append(claim)
            # The fullest first: those that say less are then borne out by the same voices.
            for claim in sorted(claims, key=core_roles, reverse=True):
                if claim.id in seen or core_roles(claim) < 2 or not any(view.ids(claim, *KINDS[kind].core)):
                    continue
                said = _said(view, claim, near)
                roots = view.roots(said)
                if len(roots) > 1 and len({c.source for c in said}) > 1:
                    seen.update(c.id for c in said)
                    yield _finding(view, name, claim, said, roots)


def _said(view: View, claim: Claim, near: dict[tuple[str, str], list[Claim]]) -> list[Claim]:
    """The claims that say what this one says, itself among them."""
    filled = [near[role, e] for role in KINDS[claim.kind].core for e in view.ids(claim, role)]
    found = {claim.id: claim}
    # The rarest party is enough: whoever bears the claim out names it.
    found.update((c.id, c) for c in min(filled, key=len, default=[]) if bears_out(view, claim, c))
    return sorted(found.values(), key=lambda c: view.rank[c.id])


def _figures(said: list[Claim]) -> str:
    """The figures that differ: "26 and 225", "USD 400 million and USD 493 million"; empty where none do."""
    told: tuple[list[str], ...] = (
        [people(c.count) for c in said if c.count], [money(c.amount) for c in said if c.amount],
        [stake(c.share) for c in said if c.share],
    )  # fmt: skip
    return "; ".join(several(one) for one in told if len(set(one)) > 1)


def _finding(view: View, name: str, claim: Claim, said: list[Claim], roots: tuple[Voice, ...]) -> Finding:
    core = KINDS[claim.kind].core
    parties = tuple(dict.fromkeys(e for role in core for e in view.ids(claim, role)))
    documents = len({c.source for c in said})
    denied = [c for c in view.of(claim.kind, stances=("denies",)) if agree(view, claim, c)]
    unnamed = [v for v in roots if not v.named]
    lines = [f"{view.attribution(c)} so ({cited(c)})" for c in said]
    differing = _figures(said)
    return Finding(
        id=digest("finding", "corroborated", *sorted(c.id for c in said)), check="corroborated",
        title=f"Said by {times(len(roots), 'independent voice')} ({claim.kind.lower()}: {view.names(parties)})",
        text=f"{sentences(lines)}. {times(len(roots), 'independent voice')} in {times(documents, 'document')}: "
             f"{several(v.name for v in roots)}."
             + (f" They give different figures: {differing}." if differing else "")
             + (f" {len(unnamed)} of them {'has' if len(unnamed) == 1 else 'have'} no name." if unnamed else ""),
        severity="info", claims=view.ordered(said), entities=parties,
        figures={"voices": len(roots), "documents": documents, "unnamed": len(unnamed), "about": name},
        against=view.ordered(denied), sources=documents, independent=len(roots),
        innocent=("The voices may have a common source that the case does not show.",),
    )  # fmt: skip
