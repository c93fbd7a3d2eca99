"""Control through proxies: what relatives, nominees and associates of somebody hold, where that one matters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.offices import offices, public
from primafacie.findings.view import View
from primafacie.findings.wording import says, sentences, several
from primafacie.model import Claim, Control, Finding, digest

SOFT = ("nominee", "family", "affiliate")
"""Bases of control through people that may be called proxies, the most telling first; an office is none."""
LONGEST = {"nominee": 3, "family": 3, "affiliate": 2}
"""Links of a chain, the holding among them: the associate of an associate is anybody."""
BLAMED = {"Accusation": "accused", "Killing": "perpetrator", "Force": "perpetrator", "Extradition": "perpetrator"}
TIES = {"nominee": "a nominee", "family": "family", "affiliate": "an associate"}
SHOWN = 10
"""Chains told in one finding; the figures hold all of them."""
TRADED = {"Deal": "asset", "Ownership": "asset"}


def control_through_proxies(view: View) -> Iterator[Finding]:
    """Looks for assets said to be held, or bought, by nominees, relatives or associates of somebody who has reason not
    to hold them in his own name: a public official, somebody accused, or on (or perhaps on) a sanctions list.

    A chain is of ties and of one holding, each said by a claim; two ties at most. None of it is a share, and none is
    control by itself. FATF and Egmont Group, "Concealment of Beneficial Ownership" (2018), describe spouses, children
    and business associates as the informal nominees ("straw men") met with most; the EU's Best Practices on restrictive
    measures (Council document 11623/24, 2024) and the UK's guidance on ownership and control treat such ties as a sign
    to be looked into: who paid, who decides, who profits.

    Figures: for each asset the chain, its length and its softest tie. Innocent explanations: relatives have fortunes of
    their own; the associate acts for himself. Against it speaks any claim that denies a tie of a chain.
    """
    exposed = _exposed(view)
    own = {(c.holder, c.target) for c in view.evidence.controls if c.basis not in SOFT}
    traded = {e for kind, role in TRADED.items() for c in view.of(kind) for e in view.ids(c, role)}
    best: dict[tuple[str, str], Control] = {}
    for control in view.evidence.controls:
        pair = control.holder, control.target
        if control.basis not in SOFT or control.holder not in exposed or pair in own or not view.named(control.target):
            continue
        if control.target not in traded or len(control.paths[0]) > LONGEST[control.basis]:
            continue
        if pair not in best or _rank(control) < _rank(best[pair]):
            best[pair] = control
    edges = {e.id: e for e in view.evidence.edges}
    by_id = {c.id: c for c in view.claims}
    held: dict[str, list[tuple[Control, list[Claim]]]] = defaultdict(list)
    for (holder, _), control in best.items():
        said = {i: by_id[i] for e in control.paths[0] if e in edges for i in edges[e].claims if i in by_id}
        if said:
            held[holder].append((control, list(said.values())))
    denials = view.of("Family", "Associate", "Ownership", stances=("denies",))
    for holder, chains in held.items():
        yield _finding(view, holder, sorted(chains, key=lambda c: _rank(c[0])), exposed[holder], denials)


def _rank(control: Control) -> tuple[int, int]:
    """The shortest and most telling first."""
    return len(control.paths[0]), SOFT.index(control.basis)


Reason = tuple[str, tuple[Claim, ...]]
"""Why somebody matters, and the claims that say so."""


def _exposed(view: View) -> dict[str, Reason]:
    """Who matters, and why: the office before the list, the list before the accusation."""
    blamed: dict[str, tuple[Claim, ...]] = {}
    for kind, role in BLAMED.items():
        for claim in view.of(kind):
            for entity in view.ids(claim, role):
                blamed.setdefault(entity, (claim,))
    found: dict[str, Reason] = {
        entity: ("somebody blamed or accused in statements of the case", claims) for entity, claims in blamed.items()
    }
    for entity, standings in view.standings.items():
        if any(s.status in ("listed", "possible") for s in standings):
            found[entity] = ("somebody whom a sanctions list has, or may have", ())
    found.update((o.holder, (f"somebody said to be or have been {o.post}", o.claims))
                 for o in reversed(offices(view)) if public(view, o))
    return found


def _finding(
    view: View, holder: str, chains: list[tuple[Control, list[Claim]]], reason: Reason, denials: list[Claim]
) -> Finding:  # fmt: skip
    name, (why, grounds) = view.name(holder), reason
    said = list({c.id: c for _, claims in chains for c in claims}.values())
    roots = view.roots(said)
    parties = tuple(dict.fromkeys(e for c in said for e in view.ids(c, *c.roles)))
    denied = [c for c in denials if len(set(view.ids(c, *c.roles)) & set(parties)) > 1]
    targets = tuple(dict.fromkeys(c.target for c, _ in chains))
    ties = several(TIES[basis] for basis in SOFT if any(c.basis == basis for c, _ in chains))
    told = sentences((c.note for c, _ in chains), SHOWN, "more chains")
    return Finding(
        id=digest("finding", "control_through_proxies", holder), check="control_through_proxies",
        title=f"{several(view.name(t) for t in targets)} {'is' if len(targets) == 1 else 'are'} said to be held "
              f"through {ties} of {name}",
        text=f"By what {several(v.name for v in roots)} {says(roots)}: {told}. {name} matters here as {why}. A tie is "
             f"not a share, and nothing here says that {name} decides.",
        severity="medium" if any(len(c.paths[0]) < 3 for c, _ in chains) else "low",
        claims=view.ordered((*said, *grounds)),
        entities=tuple(dict.fromkeys((*targets, holder, *parties))),
        figures={"assets": len(targets), "chains": [
            {"asset": view.name(c.target), "links": len(c.paths[0]), "softest": c.basis, "paths": len(c.paths)}
            for c, _ in chains
        ]},
        against=(*view.ordered(denied), "Whose money bought it, and who decides, nobody has shown yet."),
        sources=len({c.source for c in (*said, *grounds)}), independent=len(roots),
        innocent=("Relatives and associates have fortunes of their own.",),
    )  # fmt: skip
