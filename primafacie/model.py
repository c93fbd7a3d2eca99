"""The nouns of the product: frozen records that every stage takes and returns.

Offsets are characters (Unicode code points) of ``Source.text``, half-open. Dates are ISO 8601 strings as
precise as the words they were read from: "2007", "2013-05" or "2013-05-29". Ids are lower-case hex digests,
so the same input gives the same id on every machine.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

STANCES = ("asserts", "denies", "doubts", "asks", "calls_for", "supposes")
REVIEWS = ("unreviewed", "accepted", "rejected")


def digest(*parts: object, length: int = 16) -> str:
    """A stable id: the first ``length`` hex digits of the SHA-256 of the parts, as canonical JSON."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:length]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the input that could not be used: what, where, and what to do next. Returned, never raised."""

    what: str
    where: str
    next: str
    stage: str = ""
    source: str | None = None
    fatal: bool = True
    """True where the source (or row) was left out; False where it was used all the same."""

    @property
    def id(self) -> str:
        return digest("problem", self.stage, self.source, self.where, self.what)


@dataclass(frozen=True, slots=True)
class Source:
    """One document as it was added. ``id`` is the SHA-256 of its bytes; ``text`` is what all offsets count in."""

    id: str
    name: str
    media_type: str
    text: str
    size: int
    origin: str = ""
    """Where the bytes came from: a file name (never a path of the user's machine) or an http(s) address."""
    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    date: str | None = None
    language: str | None = None
    loader: str = ""
    """Name and version of the loader, e.g. "html/1"."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch inside quotation marks, marks included; ``open`` where the closing mark comes in a later passage."""

    start: int
    end: int
    open: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a source and who is speaking in it.

    ``role`` is one of ``heading``, ``byline``, ``lead``, ``prose``, ``question``, ``answer``, ``label``, ``table``.
    ``speaker`` is the name (or label) of the voice of the whole passage, ``None`` where nobody is named;
    ``addressee`` is whom "you" means.
    """

    source: str
    index: int
    start: int
    end: int
    role: str = "prose"
    speaker: str | None = None
    addressee: str | None = None
    quotations: tuple[Quotation, ...] = ()


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


def _filler_json(filler: Filler) -> dict[str, Any]:
    keys = ("text", "mention", "entity", "type", "start", "end")
    return {key: getattr(filler, key) for key in keys}


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
        return row

    @staticmethod
    def from_json(row: Mapping[str, Any]) -> Claim:
        """The claim that ``to_json`` wrote. Raises KeyError or TypeError where a required key is missing."""

        def filler(f: Mapping[str, Any]) -> Filler:
            return Filler(f["text"], f["mention"], f.get("start"), f.get("end"), f.get("type"), f.get("entity"))

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
        )

    def with_entities(self, entities: Mapping[tuple[str, int], str]) -> Claim:
        """The same claim with entity ids filled in; keys are (role, position), the place under role "place"."""
        roles = {
            role: tuple(replace(f, entity=entities.get((role, i), f.entity)) for i, f in enumerate(fillers))
            for role, fillers in self.roles.items()
        }
        place = tuple(replace(f, entity=entities.get(("place", i), f.entity)) for i, f in enumerate(self.place))
        return replace(self, roles=roles, place=place)


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
    properties: Mapping[str, str] = field(default_factory=dict)


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

    def to_json(self) -> dict[str, Any]:
        return {
            **asdict(self),
            "claims": list(self.claims),
            "entities": list(self.entities),
            "figures": dict(self.figures),
            "against": list(self.against),
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
