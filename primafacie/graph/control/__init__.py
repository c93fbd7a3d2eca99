"""Who owns or controls what through whom, by each rule on its own terms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from primafacie.graph.control.integrated import integrated_ownership
from primafacie.graph.control.owned import controlled_by_the_listed, owned_by_the_listed
from primafacie.graph.control.people import through_people
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


def controls(
    edges: Sequence[Edge], entities: Sequence[Entity], blocked: Collection[str] = (), as_of: str | None = None
) -> tuple[tuple[Control, ...], tuple[Problem, ...]]:
    """All ownership and control that the edges support on a day, and the figures and dates among them that cannot be.

    ``blocked`` are ids of entities that stand on a sanctions list; ``as_of`` is an ISO date as precise as known, None
    for the last known state. Shares are in percent, low what the edges firmly say and high what they leave possible:
    "owned by the 50 % rule" is certain where the low figure reaches 50. Edges between unknown entities are left out.
    The same edges give the same records in the same order.
    """
    known = {e.id for e in entities}
    inside = sorted((e for e in edges if e.source in known and e.target in known), key=lambda e: e.id)
    held, problems = stakes(inside, as_of)
    seen = view(held, inside, entities, blocked, as_of)
    return tuple(c for unit in UNITS for c in unit(seen)), (*problems, *_circles(seen))


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
