"""Listed owner: a company that counts as owned or controlled by persons on a sanctions list, though on none itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.view import View
from primafacie.findings.wording import says, sentences, several, stake
from primafacie.model import Claim, Control, Finding, digest

BASES = {
    "OFAC 50 percent": "owned, 50 percent or more, by OFAC's rule",
    "EU ownership": "owned by the EU's rule", "EU control": "controlled by the EU's rule",
    "UK ownership": "owned by the UK's rule", "UK control": "controlled by the UK's rule",
}  # fmt: skip


def listed_owner(view: View) -> Iterator[Finding]:
    """Looks for companies that are on no list, and count as owned or controlled by somebody who is.

    By OFAC's 50 Percent Rule (revised guidance of 13 August 2014) whole stakes of blocked persons, and of what they own
    by the rule, add up and are not multiplied; the EU (Best Practices, Council document 11623/24 of 3 July 2024) and
    the UK (regulation 7 of the regulations under the Sanctions and Anti-Money Laundering Act 2018) have thresholds of
    their own and ask for control beside ownership. Each rule asks its own list. Low figures are what claims firmly say,
    high ones what they leave possible.

    Figures: the stake by each rule, on the low and on the high figures, with its chains. Innocent explanations: a stake
    was sold since; the listed person is a namesake; a licence covers it. Against it speaks any claim of another holder.
    """
    found: dict[str, list[Control]] = defaultdict(list)
    for control in view.evidence.controls:
        on_list = any(s.status == "listed" for s in view.standings.get(control.target, ()))
        if control.basis in BASES and control.target in view.entities and not on_list:
            found[control.target].append(control)
    edges = {e.id: e for e in view.evidence.edges}
    by_id = {c.id: c for c in view.claims}
    for target, controls in found.items():
        said = [by_id[i] for c in controls for path in c.paths for e in path if e in edges
                for i in edges[e].claims if i in by_id]  # fmt: skip
        if said:
            yield _finding(view, target, controls, list({c.id: c for c in said}.values()))


def _finding(view: View, target: str, controls: list[Control], said: list[Claim]) -> Finding:
    name = view.name(target)
    holders = tuple(dict.fromkeys(c.holder for c in controls))
    lines = [
        f"{BASES[c.basis]}: {view.name(c.holder)}{f', {stake(c.share)}' if c.share else ''} ({c.note})"
        for c in controls
    ]
    firm = any("low figures" in c.note for c in controls)
    denied = [c for c in view.of("Ownership", stances=("denies",))
              if target in view.ids(c, "asset") and set(view.ids(c, "owner")) & set(holders)]  # fmt: skip
    voices = [v.name for v in view.roots(said)]
    return Finding(
        id=digest("finding", "listed_owner", target), check="listed_owner",
        title=f"By what is said in the case, {name} {'counts' if firm else 'may count'} as owned or controlled by "
              f"{several(view.name(h) for h in holders)}, {'each ' if len(holders) > 1 else ''}matched with a "
              "sanctions list",
        text=f"By what {several(voices)} {says(voices)}, {name} is {sentences(lines)}. No list that was asked has an "
             f"entry for {name} itself. Whether the entries are of the same persons is for a person to confirm.",
        severity="high" if firm else "medium", claims=view.ordered(said), entities=(target, *holders),
        figures={c.basis: {"holder": view.name(c.holder), "low": c.share.low if c.share else None,
                           "high": c.share.high if c.share else None, "paths": len(c.paths)} for c in controls},
        against=(*view.ordered(denied), "The entries of the lists may be of namesakes."),
        sources=len({c.source for c in said}), independent=len(view.roots(said)),
        innocent=("The stake was sold since.", "A licence covers dealings with it."),
    )  # fmt: skip
