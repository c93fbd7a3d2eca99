"""Control through people: a softer relation, shown with its chain of claims and never as a percentage.

Who is family, who fronts for whom, whose affiliate holds a company, who sits in its offices: none of it is a share, and
none of it is control by itself. It is what an investigator asks about next (FATF & Egmont Group, "Concealment of
beneficial ownership", 2018: family members, nominees and close associates as holders).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from primafacie.graph.control.view import View
from primafacie.graph.ownership.paths import Chain
from primafacie.model import Control, Edge
from primafacie.values.intervals import Answer, certainly

FAMILY, NOMINEE, AFFILIATE, OFFICE = "family", "nominee", "affiliate", "office"
_FRONT = re.compile(r"\b(?:nominee|proxy|proxies|front ?(?:man|person|men)?|straw ?man|figurehead|frontman|puppet|"
                    r"номинал|подставн|марионет)", re.IGNORECASE)  # fmt: skip
TIES = 2
"""Ties between people in one chain. Beyond two, almost everybody in a small elite is tied to everybody else."""
HOLDERS = frozenset({"Person"})


@dataclass(frozen=True, slots=True)
class _Step:
    to: str
    edge: Edge
    basis: str
    sure: bool


def through_people(view: View) -> Iterator[Control]:
    """For every person and listed holder: offices held, and what relatives, nominees and affiliates hold or lead.

    The basis is that of the weakest link, in the order office, affiliate, nominee, family.
    """
    ties, holds = _ties(view), _holds(view)
    starts = [e.id for e in view.entities.values() if e.schema in HOLDERS or e.id in view.blocked]
    for holder in sorted(starts):
        found: dict[tuple[str, str], list[tuple[tuple[_Step, ...], Chain]]] = defaultdict(list)
        for way in _ways(holder, ties, holds):
            target, basis = way[-1].to, _weakest(way)
            if target != holder and basis:
                # No figures, and nobody passed: what has to be known of the stakes is in the words of the chain.
                chain = Chain(0, 0, tuple(s.edge.id for s in way), ())
                found[target, basis].append((way, chain))
        for (target, basis), ways in found.items():
            ways.sort(key=lambda w: (len(w[0]), not all(s.sure for s in w[0]), w[1].edges))
            notes = [_told(view, ways[0][0])]
            notes += [] if all(s.sure for s in ways[0][0]) else ["not firm, or not certainly so on that day"]
            yield view.control(holder, target, basis, None, [chain for _, chain in ways], notes)


def _ties(view: View) -> Mapping[str, list[_Step]]:
    """Family and association, both ways; a tie to oneself ties nobody."""
    ties: dict[str, list[_Step]] = defaultdict(list)
    for edge, answer in view.relations:
        if edge.kind in ("Family", "Associate") and edge.source != edge.target:
            front = NOMINEE if _FRONT.search(edge.label) else AFFILIATE
            basis = FAMILY if edge.kind == "Family" else front
            ties[edge.source].append(_Step(edge.target, edge, basis, _sure(edge, answer)))
            ties[edge.target].append(_Step(edge.source, edge, basis, _sure(edge, answer)))
    return ties


def _holds(view: View) -> Mapping[str, list[_Step]]:
    """What is held, bought or led: a nominee's holding and an office are soft themselves, all else takes the tie's."""
    holds: dict[str, list[_Step]] = defaultdict(list)
    kept = {edge for stake in view.stakes for edge in stake.edges}
    for edge, answer in view.relations:
        if edge.kind == "Position":
            holds[edge.source].append(_Step(edge.target, edge, OFFICE, _sure(edge, answer)))
        elif edge.kind == "Ownership" and edge.source != edge.target:
            basis = NOMINEE if edge.label == "nominee" else ""
            holds[edge.source].append(_Step(edge.target, edge, basis, _sure(edge, answer)))
        elif edge.kind == "Deal" and edge.label == "passes to" and edge.id in kept:
            holds[edge.target].append(_Step(edge.source, edge, "", _sure(edge, answer)))
    return holds


def _sure(edge: Edge, answer: Answer) -> bool:
    return certainly(answer) and edge.properties.get("stance") != "doubts"


def _ways(
    holder: str, ties: Mapping[str, list[_Step]], holds: Mapping[str, list[_Step]]
) -> Iterator[tuple[_Step, ...]]:  # fmt: skip
    """Up to ``TIES`` ties and then one holding or office; nobody twice."""
    front: list[tuple[_Step, ...]] = [()]
    for _ in range(TIES + 1):
        for way in front:
            at = way[-1].to if way else holder
            yield from ((*way, step) for step in holds.get(at, ()))
        front = [(*way, step) for way in front for step in ties.get(way[-1].to if way else holder, ())
                 if step.to != holder and step.to not in {s.to for s in way}]  # fmt: skip


def _weakest(way: tuple[_Step, ...]) -> str:
    """The softest basis on the way; empty for a plain holding of one's own, which is no matter of people."""
    return next((b for b in (OFFICE, AFFILIATE, NOMINEE, FAMILY) if any(s.basis == b for s in way)), "")


def _told(view: View, way: tuple[_Step, ...]) -> str:
    """The chain in words: "Eva Lenz is said to be wife of Viktor Lenz; Eva Lenz is said to own Harbour Ltd"."""
    return "; ".join(_saying(step.edge, view.name(step.edge.source), view.name(step.edge.target)) for step in way)


def _saying(edge: Edge, source: str, target: str) -> str:
    if edge.kind in ("Family", "Associate"):
        return f"{target} is said to be {edge.label} of {source}"
    if edge.kind == "Position":
        former = edge.label.startswith("former ")
        post = edge.label.removeprefix("former ")
        if post == "holds office":
            return f"{source} is said to {'have held' if former else 'hold'} office in {target}"
        return f"{source} is said to {'have been' if former else 'be'} {post} of {target}"
    if edge.kind == "Deal":
        return f"{target} is said to have bought {source}"
    if edge.label == "nominee":
        return f"{source} is said to hold {target} as a nominee"
    verb = "control" if edge.label == "controls" else "own"
    return f"{source} is said to {verb} {target}"
