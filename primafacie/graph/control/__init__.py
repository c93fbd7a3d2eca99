"""Who owns or controls what through whom, by each rule on its own terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from primafacie.graph.control.integrated import integrated_ownership
from primafacie.graph.control.owned import CONTROL, controlled_by_the_listed, owned_by_the_listed
from primafacie.graph.control.people import through_people
from primafacie.graph.control.rules import EU, OFAC, UK
from primafacie.graph.control.view import View, view
from primafacie.graph.control.votes import majority_of_votes
from primafacie.graph.ownership.stakes import stakes
from primafacie.model import Control, Edge, Entity, Problem

UNITS: tuple[Callable[[View], Iterator[Control]], ...] = (
    integrated_ownership,
    majority_of_votes,
    owned_by_the_listed,
    controlled_by_the_listed,
    through_people,
)
"""In the order of their results; the last is a softer relation that is never a percentage."""


REGIMES = {"ofac": {OFAC}, "us": {OFAC}, "eu": {EU, CONTROL[EU]}, "uk": {UK, CONTROL[UK]}, "gb": {UK, CONTROL[UK]}}
"""The first part of the keys of an authority's lists ("ofac" of "ofac-cons") -> the bases of its rules."""
LISTED = frozenset(basis for bases in REGIMES.values() for basis in bases)


def controls(
    edges: Sequence[Edge], entities: Sequence[Entity], blocked: Collection[str] = (), as_of: str | None = None
) -> tuple[tuple[Control, ...], tuple[Problem, ...]]:
    """All ownership and control that the edges support on a day, and the figures and dates among them that cannot be.

    ``blocked`` are ids of entities that stand on a sanctions list; ``as_of`` is an ISO date as precise as known, None
    for the last known state. Shares are in percent, low what the edges firmly say and high what they leave possible:
    "owned by the 50 % rule" is certain where the low figure reaches 50. Edges between unknown entities are left out.
    The same edges give the same records in the same order.
    """
    known = {e.id: e.name for e in entities}
    inside = sorted((e for e in edges if e.source in known and e.target in known), key=lambda e: e.id)
    held, problems = stakes(inside, as_of, known)
    seen = view(held, inside, entities, blocked, as_of)
    return tuple(c for unit in UNITS for c in unit(seen)), (*problems, *_circles(seen))


def controls_by_list(
    edges: Sequence[Edge], entities: Sequence[Entity], listed: Iterable[tuple[str, str]], as_of: str | None = None
) -> tuple[tuple[Control, ...], tuple[Problem, ...]]:
    """As ``controls``, where each rule asks its own list: OFAC's that of OFAC, those of the EU and the UK theirs.

    ``listed`` are pairs of a list's key ("ofac", "eu", "uk") and the id of an entity that stands on it. What somebody
    holds who stands on any list is worked out, by the rules of that list's authority alone.
    """
    by_key: dict[str, set[str]] = {}
    for key, entity in listed:
        by_key.setdefault(key, set()).add(entity)
    plain, problems = controls(edges, entities, {e for ids in by_key.values() for e in ids}, as_of)
    found = {c.id: c for c in plain if c.basis not in LISTED}
    for authority, bases in REGIMES.items():
        blocked = {e for key, ids in by_key.items() if re.split("[-_]", key)[0] == authority for e in ids}
        if blocked:
            found.update((c.id, c) for c in controls(edges, entities, blocked, as_of)[0] if c.basis in bases)
    return tuple(found.values()), problems


def _circles(seen: View) -> Iterator[Problem]:
    for circle in seen.circles:
        members = set(circle)
        claims = dict.fromkeys(c for s in seen.stakes if s.holder in members and s.asset in members for c in s.claims)
        names = ", ".join(sorted(seen.name(m) for m in circle))
        yield Problem(
            f"companies hold shares of each other in a circle: {names}", "claim " + " ".join(claims),
            "what a company holds of itself through the others is not counted; ask who decides in the circle",
            stage="graph", fatal=False,
        )  # fmt: skip
