"""Corroborated: statements that two or more independent voices make."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.propositions import agree, core_roles
from primafacie.findings.single_source import GROUPS
from primafacie.findings.view import View, Voice, listed
from primafacie.findings.wording import times
from primafacie.model import Claim, Finding, digest
from primafacie.vocabulary.kinds import KINDS


def corroborated(view: View) -> Iterator[Finding]:
    """Looks for statements that rest on two or more independent root voices, in two or more documents.

    Claims are one statement where kind and parties agree and no date is at odds; figures may differ, and then another
    check says so. Roots are counted, not documents: whoever repeats, quotes or asks another adds none. Two voices
    without a name are counted as two where they stand in different documents, and said to have no name. Confirmation by
    independent sources is what the Admiralty code's grade 1 and the Berkeley Protocol (OHCHR/UC Berkeley, 2020) ask
    for; the grade itself is the analyst's to give.

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
            for claim in claims:
                if claim.id in seen or core_roles(claim) < 2:
                    continue
                said = _said(view, claim, near)
                roots = view.roots(said)
                if len(roots) > 1 and len({c.source for c in said}) > 1:
                    seen.update(c.id for c in said)
                    yield _finding(view, name, claim, said, roots)


def _said(view: View, claim: Claim, near: dict[tuple[str, str], list[Claim]]) -> list[Claim]:
    """The claims that say what this one says, itself among them."""
    filed = next(((role, e) for role in KINDS[claim.kind].core for e in view.ids(claim, role)), ("", ""))
    found = {claim.id: claim}
    found.update((c.id, c) for c in near.get(filed, ()) if core_roles(c) > 1 and agree(view, claim, c))
    return list(found.values())


def _finding(view: View, name: str, claim: Claim, said: list[Claim], roots: tuple[Voice, ...]) -> Finding:
    core = KINDS[claim.kind].core
    parties = tuple(dict.fromkeys(e for role in core for e in view.ids(claim, role)))
    documents = len({c.source for c in said})
    denied = [c for c in view.of(claim.kind, stances=("denies",)) if agree(view, claim, c)]
    unnamed = [v for v in roots if not v.named]
    lines = dict.fromkeys(f"{view.attribution(c)} so (“{c.quote.text}”)" for c in said)
    return Finding(
        id=digest("finding", "corroborated", *sorted(c.id for c in said)), check="corroborated",
        title=f"Said by {times(len(roots), 'independent voice')} ({claim.kind.lower()}: {view.names(parties)})",
        text=f"{'; '.join(lines)}. {times(len(roots), 'independent voice')} in {times(documents, 'document')}: "
             f"{listed(v.name for v in roots)}."
             + (f" {len(unnamed)} of them {'has' if len(unnamed) == 1 else 'have'} no name." if unnamed else ""),
        severity="info", claims=view.ordered(said), entities=parties,
        figures={"voices": len(roots), "documents": documents, "unnamed": len(unnamed), "about": name},
        against=view.ordered(denied), sources=documents, independent=len(roots),
        innocent=("The voices may have a common source that the case does not show.",),
    )  # fmt: skip
