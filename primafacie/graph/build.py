"""Claims to edges: one edge for all claims that say the same of the same two entities at the same time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from primafacie.model import Claim, DateRange, Edge, Entity, Share, digest
from primafacie.values.intervals import LAST_DAY, last_day

REGISTERS = "registers"
"""How the extractor of claims from tables and registers is called."""
SUPPORTING = ("asserts", "doubts")
STATES = frozenset({"Family", "Associate", "Position", "Ownership"})
"""Kinds that last; all others happen, and a range of dates says only when."""
_UNTIL = re.compile(r"(?:until|till|up to|through|to the end of|до|по)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Relation:
    """From the fillers of one role to those of another; ``label`` is the edge's wording where no status gives one."""

    source: str
    target: str
    label: str


RELATIONS: Mapping[str, tuple[Relation, ...]] = {
    "Family": (Relation("person", "relative", "relative"),),
    "Associate": (Relation("person", "associate", "associate"),),
    "Position": (Relation("holder", "organization", "holds office"),),
    "Ownership": (Relation("owner", "asset", "owns"),),
    "Deal": (Relation("seller", "asset", "sells"), Relation("asset", "buyer", "passes to")),
    "Payment": (Relation("payer", "beneficiary", "pays"),),
    "Killing": (Relation("perpetrator", "victim", "kills"),),
    "Injury": (Relation("perpetrator", "victim", "injures"),),
    "Arrest": (Relation("perpetrator", "victim", "arrests"),),
    "Extradition": (Relation("perpetrator", "victim", "extradites"),),
    "Force": (Relation("perpetrator", "target", "uses force against"),),
    "Protest": (Relation("actor", "target", "protests against"),),
    "Intervention": (Relation("actor", "destination", "intervenes in"),),
    "Flight": (Relation("person", "destination", "flees to"),),
    "Sanction": (Relation("authority", "target", "sanctions"),),
    "Accusation": (Relation("accuser", "accused", "accuses"),),
    "Demand": (Relation("actor", "addressee", "addresses a demand to"),),
}
"""Per kind, its edges. A deal is two: the asset stands between seller and buyer, so that chains of deals join up."""

_Pair = tuple[str, str, str, str]
"""kind, step (the relation's label; of ownership its status), source entity, target entity"""


def build(claims: Iterable[Claim], entities: Sequence[Entity]) -> tuple[Edge, ...]:
    """The edges, in the order of kinds, then of dates and ids; rejected claims are left out.

    Only claims that assert or doubt make an edge; properties say so where all doubt. Claims that deny it are listed in
    ``properties["against"]`` (ids, blank-separated) of the edges of the same pair whose date they do not miss; a
    relation that is only denied, asked about or called for makes none. ``date`` is the first date as written; claims
    without a date join the one dated edge of their pair where there is just one. ``until`` is the last date as written,
    None for a state that is not said to have ended; ``share`` reaches from the lowest to the highest stake stated.
    Owning, controlling and holding as a nominee are edges of their own. A company that holds a stated share of itself
    is the only edge that ends where it began.
    """
    known = {e.id for e in entities}
    said: dict[_Pair, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    denied: dict[_Pair, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.source, c.quote.start, c.id)):
        if claim.review == "rejected":
            continue
        for pair in _pairs(claim, known):
            if claim.stance in SUPPORTING:
                said[pair][_date(claim.date)].append(claim)
            elif claim.stance == "denies":
                denied[_denial(pair)].append(claim)
    edges: list[Edge] = []
    for pair, dated in said.items():
        _join_undated(dated)
        edges.extend(_edge(pair, date, group, denied.get(_denial(pair), [])) for date, group in dated.items())
    order = {kind: n for n, kind in enumerate(RELATIONS)}
    return tuple(sorted(edges, key=lambda e: (order[e.kind], e.date or "9999", e.id)))


def _pairs(claim: Claim, known: set[str]) -> Iterator[_Pair]:
    for relation in RELATIONS.get(claim.kind, ()):
        for source in dict.fromkeys(f.entity for f in claim.roles.get(relation.source, ())):
            for target in dict.fromkeys(f.entity for f in claim.roles.get(relation.target, ())):
                own = source == target and not (claim.kind == "Ownership" and claim.share)
                if source in known and target in known and source and target and not own:
                    step = claim.status if claim.kind == "Ownership" and claim.status else relation.label
                    yield claim.kind, step, source, target
    if claim.kind == "Deal" and not claim.roles.get("asset"):
        for pair in [(s.entity, b.entity) for s in claim.fillers("seller") for b in claim.fillers("buyer")]:
            if pair[0] in known and pair[1] in known and pair[0] and pair[1] and pair[0] != pair[1]:
                yield "Deal", "sells to", pair[0], pair[1]


def _denial(pair: _Pair) -> _Pair:
    """Whoever denies holding something denies owning, controlling and fronting for it alike."""
    kind, step, source, target = pair
    return kind, "" if kind == "Ownership" else step, source, target


def _date(date: DateRange | None) -> str:
    return (date.start or date.end or "") if date else ""


def _join_undated(dated: dict[str, list[Claim]]) -> None:
    if "" in dated and len(dated) == 2:
        undated = dated.pop("")
        (group,) = dated.values()
        group.extend(undated)


def _edge(pair: _Pair, date: str, claims: list[Claim], denials: list[Claim]) -> Edge:
    kind, step, source, target = pair
    properties: dict[str, str] = {}
    amounts = dict.fromkeys(f"{c.amount.currency or ''} {c.amount.value:.0f}".strip()
                            for c in claims if c.amount and c.amount.value is not None)  # fmt: skip
    shares = dict.fromkeys(c.share.text for c in claims if c.share)
    if amounts:
        properties["amount"] = "; ".join(amounts)
    if shares:
        properties["share"] = "; ".join(shares)
    since, until = _bounds(kind, date, claims)
    if until:
        properties["until"] = until
    if any(c.extractor.startswith(REGISTERS) for c in claims):
        properties["register"] = "yes"
    if all(c.stance == "doubts" for c in claims):
        properties["stance"] = "doubts"
    against = [c.id for c in denials if not date or not _date(c.date) or _overlap(_date(c.date), date)]
    if against:
        properties["against"] = " ".join(against)
    return Edge(digest("edge", kind, step, source, target, date), kind, source, target, _label(kind, step, claims),
                tuple(dict.fromkeys(c.id for c in claims)), since, properties, until, stake(claims))  # fmt: skip


def _bounds(kind: str, date: str, claims: Sequence[Claim]) -> tuple[str | None, str | None]:
    """First and last date as written. "Until 2014" and "before 2014" bound a state from above only."""
    ended = [c.date for c in claims if c.date and _ends(kind, c.date)]
    ends = {d.end for d in ended if d.end} | {
        c.date.end for c in claims if c.date and c.date.end and c.date.end != date
    }  # fmt: skip
    open_start = kind in STATES and ended and all(c.date is None or c.date in ended for c in claims)
    until = max(ends, key=lambda iso: (last_day(iso) or LAST_DAY, iso), default=None)
    return (None if open_start else date or None), until


def _ends(kind: str, date: DateRange) -> bool:
    """True where the date of a state is only its end."""
    return kind in STATES and bool(not date.start or (date.start == date.end and _UNTIL.match(date.text)))


def stake(claims: Iterable[Claim]) -> Share | None:
    """From the lowest to the highest of the shares stated; an end that one of them leaves open is open."""
    shares = [c.share for c in claims if c.share]
    if not shares:
        return None
    lows, highs = [s.low for s in shares], [s.high for s in shares]
    return Share(
        "; ".join(dict.fromkeys(s.text for s in shares)),
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )


def _overlap(a: str, b: str) -> bool:
    """Dates of differing precision: one begins like the other."""
    return a.startswith(b) or b.startswith(a)


def _label(kind: str, step: str, claims: Sequence[Claim]) -> str:
    """The status or post most claims give, else the relation's own wording; a former office says so."""
    if kind == "Position":
        posts = [("former " if c.status == "former" else "") + f.text for c in claims for f in c.fillers("post")]
        return max(posts, key=lambda p: (posts.count(p), p)) if posts else step
    words = [c.status for c in claims if c.status]
    if words and kind in ("Family", "Associate", "Ownership"):
        return max(words, key=lambda w: (words.count(w), w))
    return step
