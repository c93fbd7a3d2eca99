"""What is made of the claims: entities, relations, findings, and all of it together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from primafacie.model.claims import Claim, Share
from primafacie.model.documents import Passage, Problem, Source
from primafacie.model.ids import digest
from primafacie.model.lists import Hit, SanctionsList, Standing

if TYPE_CHECKING:
    from primafacie.values.rates import Rates


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization, group, place or thing that claims speak of; ``schema`` is a FollowTheMoney schema."""

    id: str
    schema: str
    name: str
    names: tuple[str, ...] = ()
    """Every wording that stands for it, most frequent first, the chosen name included."""
    mentions: tuple[tuple[str, str, int], ...] = ()
    """Where it is spoken of: (claim id, role, position)."""
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    why: str = ""
    """Why these mentions were taken for one entity, or why they were left apart."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """ "Same as" or "not the same as", said by somebody: dated, signed, reversible (a later one wins)."""

    left: str
    right: str
    verdict: str
    """same, different or unsure."""
    by: str
    at: str
    why: str = ""

    @property
    def id(self) -> str:
        return digest("judgement", self.left, self.right, self.verdict, self.by, self.at)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relation between two entities, with the claims that say so. ``kind`` is the claim kind it was read from."""

    id: str
    kind: str
    source: str
    target: str
    label: str
    claims: tuple[str, ...]
    date: str | None = None
    """The first day, as precise as its words; None where nobody says."""
    properties: Mapping[str, str] = field(default_factory=dict)
    until: str | None = None
    """The last day, as precise as its words; None where nobody says or it lasts."""
    share: Share | None = None
    """The stake in percent, as low and high, where the relation is one of ownership or voting."""


@dataclass(frozen=True, slots=True)
class Control:
    """Who owns or controls what through whom, by one rule, as of one day; never more than the edges it rests on."""

    id: str
    holder: str
    target: str
    basis: str
    """The rule: "integrated ownership", "majority of votes", "OFAC 50 percent", "EU ownership", "UK ownership", or a
    softer relation that is never a percentage: "family", "nominee", "affiliate", "office"."""
    share: Share | None
    as_of: str | None
    paths: tuple[tuple[str, ...], ...]
    """Chains of edge ids from holder to target that it rests on, the strongest first."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """An analyst's grade, Admiralty (NATO) system: A to F for a source or voice, 1 to 6 for a claim; a later one wins.

    The machine gives none better than F and, without two independent roots, none better than 2.
    """

    subject: str
    """Id of a source, an entity that speaks, or a claim."""
    value: str
    by: str
    at: str
    why: str = ""
    topic: str = ""
    """On what the source is reliable; empty for anything."""

    @property
    def id(self) -> str:
        return digest("grade", self.subject, self.value, self.topic, self.by, self.at)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, the claims it rests on, and what speaks against it."""

    id: str
    check: str
    title: str
    text: str
    severity: str
    """high, medium, low or info: how much it matters to the case, not how sure it is."""
    claims: tuple[str, ...]
    entities: tuple[str, ...] = ()
    figures: Mapping[str, Any] = field(default_factory=dict)
    against: tuple[str, ...] = ()
    """Claim ids, or reasons in words, that speak against it."""
    sources: int = 0
    independent: int = 0
    innocent: tuple[str, ...] = ()
    """Innocent explanations that nothing in the case rules out."""
    proof: str = ""
    """The standard of proof it is offered for: "reasonable suspicion", "reasonable grounds to believe"…"""

    def to_json(self) -> dict[str, Any]:
        return {
            **asdict(self),
            "claims": list(self.claims),
            "entities": list(self.entities),
            "figures": dict(self.figures),
            "against": list(self.against),
            "innocent": list(self.innocent),
        }


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a case holds at the moment of checking or writing; claims carry their entity ids."""

    sources: tuple[Source, ...] = ()
    passages: tuple[Passage, ...] = ()
    claims: tuple[Claim, ...] = ()
    entities: tuple[Entity, ...] = ()
    edges: tuple[Edge, ...] = ()
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    lists: tuple[SanctionsList, ...] = ()
    hits: tuple[Hit, ...] = ()
    standings: tuple[Standing, ...] = ()
    controls: tuple[Control, ...] = ()
    grades: tuple[Grade, ...] = ()
    rates: Rates | None = None
    """What money is converted with; None where no rate table was given."""
