"""Claims: what somebody said, about whom, with which figures, in which words of which source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

STANCES = ("asserts", "denies", "doubts", "asks", "calls_for", "supposes")
REVIEWS = ("unreviewed", "accepted", "rejected")


@dataclass(frozen=True, slots=True)
class Filler:
    """Who or what fills a role: the name as understood, the words of the text, and the entity once resolved."""

    text: str
    mention: str
    start: int | None = None
    end: int | None = None
    type: str | None = None
    """person, organization, group, place, thing, or None where the words do not tell."""
    entity: str | None = None
    facts: tuple[tuple[str, str], ...] = ()
    """What the same source says of who it is, as FollowTheMoney properties: ("birthDate", "1961-02-03")."""


def _filler_json(filler: Filler) -> dict[str, Any]:
    keys = ("text", "mention", "entity", "type", "start", "end")
    row = {key: getattr(filler, key) for key in keys}
    return row | ({"facts": [list(fact) for fact in filler.facts]} if filler.facts else {})


@dataclass(frozen=True, slots=True)
class Amount:
    """Money: ``value`` in whole currency units, ``currency`` an ISO 4217 code or None where nothing settles it."""

    text: str
    value: float | None
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """People: "at least fifty" is 50..None, "hundreds" 200..999, "26" 26..26."""

    text: str
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Share:
    """A stake in percent."""

    text: str
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class DateRange:
    """A date as precise as its words; ``start`` and ``end`` are both inclusive and may be "2007" or "2007-06-21"."""

    text: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Quote:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Order:
    """That what a claim tells was before or after what another claim of the same sentence tells, and in which words."""

    relation: str
    """before or after."""
    claim: str
    """Id of the other claim."""
    text: str
    """The words that say so: "had already", "before"."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement that somebody made about the world; see docs/claims.md. Never a fact."""

    id: str
    kind: str
    roles: Mapping[str, tuple[Filler, ...]]
    quote: Quote
    source: str
    voices: tuple[str, ...]
    stance: str = "asserts"
    status: str | None = None
    amount: Amount | None = None
    count: Count | None = None
    share: Share | None = None
    date: DateRange | None = None
    place: tuple[Filler, ...] = ()
    extractor: str = ""
    confidence: float = 0.5
    review: str = "unreviewed"
    reviewer: str | None = None
    order: tuple[Order, ...] = ()

    def fillers(self, *roles: str) -> tuple[Filler, ...]:
        """The fillers of the named roles, in order; of all roles where none is named."""
        return tuple(f for role in (roles or self.roles) for f in self.roles.get(role, ()))

    def to_json(self) -> dict[str, Any]:
        """The interchange form of the claim: one JSON object, keys as in docs/claims.md."""
        row: dict[str, Any] = {
            "id": self.id,
            "kind": self.kind,
            "roles": {role: [_filler_json(f) for f in fillers] for role, fillers in self.roles.items()},
            "amount": asdict(self.amount) if self.amount else None,
            "count": asdict(self.count) if self.count else None,
            "share": asdict(self.share) if self.share else None,
            "date": {"text": self.date.text, "from": self.date.start, "to": self.date.end} if self.date else None,
            "place": [_filler_json(f) for f in self.place],
            "status": self.status,
            "stance": self.stance,
            "voices": list(self.voices),
            "quote": asdict(self.quote),
            "source": self.source,
            "extractor": self.extractor,
            "confidence": self.confidence,
            "review": self.review,
            "reviewer": self.reviewer,
        }
        return row | ({"order": [asdict(order) for order in self.order]} if self.order else {})

    @staticmethod
    def from_json(row: Mapping[str, Any]) -> Claim:
        """The claim that ``to_json`` wrote. Raises KeyError or TypeError where a required key is missing."""

        def filler(f: Mapping[str, Any]) -> Filler:
            facts = tuple((name, value) for name, value in f.get("facts") or ())
            return Filler(f["text"], f["mention"], f.get("start"), f.get("end"), f.get("type"), f.get("entity"), facts)

        date = row.get("date")
        return Claim(
            id=row["id"],
            kind=row["kind"],
            roles={role: tuple(filler(f) for f in fillers) for role, fillers in row["roles"].items()},
            quote=Quote(**row["quote"]),
            source=row["source"],
            voices=tuple(row["voices"]),
            stance=row["stance"],
            status=row.get("status"),
            amount=Amount(**row["amount"]) if row.get("amount") else None,
            count=Count(**row["count"]) if row.get("count") else None,
            share=Share(**row["share"]) if row.get("share") else None,
            date=DateRange(date["text"], date["from"], date["to"]) if date else None,
            place=tuple(filler(f) for f in row.get("place") or ()),
            extractor=row.get("extractor", ""),
            confidence=row.get("confidence", 0.5),
            review=row.get("review", "unreviewed"),
            reviewer=row.get("reviewer"),
            order=tuple(Order(**order) for order in row.get("order") or ()),
        )

    def with_entities(self, entities: Mapping[tuple[str, int], str]) -> Claim:
        """The same claim with entity ids filled in; keys are (role, position), the place under role "place"."""
        roles = {
            role: tuple(replace(f, entity=entities.get((role, i), f.entity)) for i, f in enumerate(fillers))
            for role, fillers in self.roles.items()
        }
        place = tuple(replace(f, entity=entities.get(("place", i), f.entity)) for i, f in enumerate(self.place))
        return replace(self, roles=roles, place=place)


