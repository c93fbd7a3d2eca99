"""Control through proxies: what relatives, nominees and associates of somebody hold, where that one matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.offices import offices, public
from primafacie.findings.view import View, listed
from primafacie.model import Claim, Control, Finding, digest

SOFT = ("nominee", "family", "affiliate")
"""Bases of control through people that may be called proxies, the most telling first; an office is none."""
LONGEST = {"nominee": 3, "family": 3, "affiliate": 2}
"""Links of a chain, the holding among them: the associate of an associate is anybody."""
BLAMED = {"Accusation": "accused", "Killing": "perpetrator", "Force": "actor", "Extradition": "perpetrator"}
TRADED = {"Deal": "asset", "Ownership": "asset"}


def control_through_proxies(view: View) -> Iterator[Finding]:
    """Looks for assets held, or bought, by the nominee, relative or associate of somebody who has reason not to hold
    them in his own name: a public official, somebody accused, or on (or perhaps on) a sanctions list.

    The chain is of ties and of one holding, each said by a claim; two ties at most. None of it is a share, and none is
    control by itself: FATF and Egmont Group, "Concealment of Beneficial Ownership" (2018), and the UK's OFSI guidance
    on ownership and control count such ties as indicators that ask for more evidence (who paid, who decides, who
    profits).

    Figures: the chain, its length, and the softest tie in it. Innocent explanations: relatives have fortunes of their
    own; the associate acts for himself. Against it speaks any claim that denies a tie of the chain.
    """
    exposed = {o.holder: f"{o.post}" for o in reversed(offices(view)) if public(view, o)}
    for entity, standings in view.standings.items():
        if any(s.status in ("listed", "possible") for s in standings):
            exposed[entity] = "on a sanctions list, or perhaps on one"
    for kind, role in BLAMED.items():
        for claim in view.of(kind):
            exposed.update((e, "accused in the case") for e in view.ids(claim, role) if e not in exposed)
    own = {(c.holder, c.target) for c in view.evidence.controls if c.basis not in SOFT}
    traded = {e for kind, role in TRADED.items() for c in view.of(kind) for e in view.ids(c, role)}
    found: dict[tuple[str, str], list[Control]] = defaultdict(list)
    for control in view.evidence.controls:
        pair = control.holder, control.target
        if control.basis not in SOFT or control.holder not in exposed or pair in own or not view.named(control.target):
            continue
        if control.target in traded and len(control.paths[0]) <= LONGEST[control.basis]:
            found[pair].append(control)
    edges = {e.id: e for e in view.evidence.edges}
    by_id = {c.id: c for c in view.claims}
    for (holder, target), controls in found.items():
        best = min(controls, key=lambda c: (len(c.paths[0]), SOFT.index(c.basis)))
        said = [by_id[i] for e in best.paths[0] if e in edges for i in edges[e].claims if i in by_id]
        if said:
            yield _finding(view, holder, target, best, list({c.id: c for c in said}.values()), exposed[holder])


def _finding(view: View, holder: str, target: str, best: Control, said: list[Claim], why: str) -> Finding:
    name, asset = view.name(holder), view.name(target)
    voices = [v.name for v in view.roots(said)]
    parties = {e for c in said for e in view.ids(c, *c.roles)}
    denied = [c for c in view.of("Family", "Associate", "Ownership", stances=("denies",))
              if len(set(view.ids(c, *c.roles)) & parties) > 1]  # fmt: skip
    tie = {"nominee": "a nominee", "family": "family", "affiliate": "an associate"}[best.basis]
    return Finding(
        id=digest("finding", "control_through_proxies", holder, target), check="control_through_proxies",
        title=f"{asset} is said to be held through {tie} of {name}",
        text=f"By what {listed(voices)} {'says' if len(voices) == 1 else 'say'}: {best.note}. {name} matters here as "
             f"{why}. A tie is not a share, and nothing here says that {name} decides.",
        severity="medium" if len(best.paths[0]) < 3 else "low", claims=view.ordered(said),
        entities=tuple(dict.fromkeys((target, holder, *sorted(parties)))),
        figures={"links": len(best.paths[0]), "softest": best.basis, "chains": len(best.paths)},
        against=view.ordered(denied), sources=len({c.source for c in said}), independent=len(view.roots(said)),
        innocent=("Relatives and associates have fortunes of their own.",),
    )  # fmt: skip
