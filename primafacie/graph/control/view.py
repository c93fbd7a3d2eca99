"""What every rule of control looks at: the stakes and relations in force on a day, names, and who is listed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from primafacie.graph.ownership.network import Network, circles, network
from primafacie.graph.ownership.paths import Chain, Chains
from primafacie.graph.ownership.stakes import Stake
from primafacie.graph.time import as_of as on
from primafacie.model import Control, Edge, Entity, Share, digest
from primafacie.values.intervals import Answer, certainly


@dataclass(frozen=True)
class View:
    stakes: tuple[Stake, ...]
    relations: tuple[tuple[Edge, Answer], ...]
    """All edges that may have been in force, with how sure that is."""
    entities: Mapping[str, Entity]
    blocked: tuple[str, ...]
    as_of: str | None

    @cached_property
    def net(self) -> Network:
        return network(self.stakes)

    @cached_property
    def circles(self) -> tuple[tuple[str, ...], ...]:
        """Companies that hold each other in a circle, by id."""
        return tuple(tuple(self.net.names[n] for n in group) for group in circles(self.net))

    @cached_property
    def chains(self) -> Chains:
        return Chains(self.stakes)

    @cached_property
    def by_pair(self) -> Mapping[tuple[str, str], Stake]:
        return {(s.holder, s.asset): s for s in self.stakes}

    @cached_property
    def holders(self) -> tuple[str, ...]:
        """Whose holdings are worked out: people, the listed, and all at whom a chain of ownership ends.

        A chain ends at a holder in whom nobody is said to hold a share, and at a circle that nobody outside holds.
        """
        group = {entity: set(circle) for circle in self.circles for entity in circle}
        held = {s.asset for s in self.stakes if s.holder not in group.get(s.asset, ())}
        held |= {e for circle in self.circles for e in circle if held & set(circle)}
        return tuple(
            holder for holder in dict.fromkeys(s.holder for s in self.stakes)
            if holder not in held or holder in self.blocked or self.entities[holder].schema == "Person"
        )  # fmt: skip

    @cached_property
    def stated(self) -> tuple[tuple[Edge, bool], ...]:
        """Control that is stated without any figure, and whether firmly."""
        return tuple(
            (edge, certainly(answer) and edge.properties.get("stance") != "doubts")
            for edge, answer in self.relations
            if edge.kind == "Ownership" and edge.label == "controls" and edge.share is None
        )

    def name(self, entity: str) -> str:
        return self.entities[entity].name

    def control(
        self, holder: str, target: str, basis: str, share: Share | None, chains: Sequence[Chain], notes: Iterable[str]
    ) -> Control:  # fmt: skip
        """The record, with what has to be known of the stakes on its chains added to the notes."""
        known = [*notes, *self.remarks(chains)]
        paths = tuple(dict.fromkeys(chain.edges for chain in chains))
        return Control(digest("control", holder, target, basis, self.as_of), holder, target, basis, share,
                       self.as_of, paths, "; ".join(dict.fromkeys(n for n in known if n)))  # fmt: skip

    def remarks(self, chains: Iterable[Chain]) -> list[str]:
        pairs = dict.fromkeys(pair for c in chains for pair in zip(c.passed, c.passed[1:], strict=False))
        return [f"{', '.join(stake.remarks)} ({self.name(a)} in {self.name(b)})"
                for a, b in pairs if (stake := self.by_pair.get((a, b))) and stake.remarks]  # fmt: skip


def view(
    stakes: Sequence[Stake], edges: Iterable[Edge], entities: Iterable[Entity], blocked: Collection[str],
    as_of: str | None,
) -> View:  # fmt: skip
    known = {e.id: e for e in entities}
    inside = [e for e in edges if e.source in known and e.target in known]
    return View(tuple(stakes), on(inside, as_of), known, tuple(sorted(b for b in set(blocked) if b in known)), as_of)


def percent(low: float, high: float) -> Share:
    """Low and high percent as a share, rounded to a millionth of a percent: "60 %", "50–75 %"."""
    low, high = round(low, 6), round(max(low, high), 6)
    text = f"{low:.6g} %" if low == high else f"{low:.6g}–{high:.6g} %"
    return Share(text, low, high)
