"""Who held what, and when: stakes with their periods, as statements of ownership and deals tell them together.

A deal tells of two holdings: the buyer holds from its day on, the seller held until then. What the seller is otherwise
said to hold ends with a sale that takes it all; where the sale may have taken only a part, it may have ended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from primafacie.model import Edge, Share
from primafacie.values.intervals import (
    FIRST_DAY,
    LAST_DAY,
    Answer,
    Moment,
    Period,
    certainly,
    contradictory,
    holds,
    moment,
    not_after,
    period,
    possibly,
)

STATED, BOUGHT, SOLD = "stated", "bought", "sold"
LAST_KNOWN = Moment(LAST_DAY, LAST_DAY)
"""The day asked for where none is named: what nobody says has ended is then still so."""


@dataclass(frozen=True, slots=True)
class Holding:
    """One stake as one edge tells it. ``origin`` is stated, bought or sold; of what was sold the share is a minimum."""

    holder: str
    asset: str
    period: Period
    share: Share | None
    edge: Edge
    origin: str = STATED


def asked(as_of: str | None) -> Moment:
    """The moment that ``as_of`` means; the last known state where it is None."""
    return LAST_KNOWN if as_of is None else moment(as_of)


def lifetime(edge: Edge) -> Period:
    """When the relation held. Dates that contradict each other say nothing; a former office has ended somewhen."""
    former = edge.kind == "Position" and edge.label.startswith("former ")
    told = period(edge.date, edge.until)
    if contradictory(told):
        return Period(Moment(), Moment())
    if former and not edge.until:
        return Period(Moment(FIRST_DAY, told.start.last), Moment(told.start.first, _eve(LAST_DAY)))
    return told


def in_force(edge: Edge, as_of: str | None) -> Answer:
    """Whether the relation held on that day: certainly, possibly, or not."""
    return holds(lifetime(edge), asked(as_of))


def as_of(edges: Iterable[Edge], day: str | None) -> tuple[tuple[Edge, Answer], ...]:
    """The graph on a day: the relations that certainly or possibly held, each with its answer."""
    found = ((edge, in_force(edge, day)) for edge in edges)
    return tuple((edge, answer) for edge, answer in found if possibly(answer))


def holdings(edges: Iterable[Edge]) -> tuple[Holding, ...]:
    """Every stake that ownership and deals tell of, by asset and holder, the earliest beginning first."""
    by_pair: Mapping[tuple[str, str], list[Holding]] = defaultdict(list)
    for edge in edges:
        if (holding := _holding(edge)) is not None:
            by_pair[holding.asset, holding.holder].append(holding)
    ordered = [h for pair in sorted(by_pair) for h in _after_sales(by_pair[pair])]
    return tuple(sorted(ordered, key=lambda h: (h.asset, h.holder, h.period.start.first, h.edge.id)))


def held(holdings: Iterable[Holding], as_of: str | None) -> dict[tuple[str, str], tuple[tuple[Holding, ...], Answer]]:
    """Who held what on a day: (holder, asset) -> the holdings that may have been in force, and how sure that is.

    Of several that certainly held, only those that began last count: a newer statement supersedes an older one.
    Those that possibly began later stay beside them. A statement without a share yields to one with a share.
    """
    at = asked(as_of)
    answers: dict[tuple[str, str], list[tuple[Holding, Answer]]] = defaultdict(list)
    for holding in holdings:
        if possibly(answer := holds(holding.period, at)):
            answers[holding.holder, holding.asset].append((holding, answer))
    return {pair: _standing(found) for pair, found in answers.items()}


def _holding(edge: Edge) -> Holding | None:
    if edge.kind == "Ownership":
        return Holding(edge.source, edge.target, lifetime(edge), edge.share, edge)
    if edge.kind != "Deal":
        return None
    day = Moment(moment(edge.date).first, moment(edge.until or edge.date).last)
    if day.first > day.last:
        day = Moment()
    if edge.label == "passes to":
        return Holding(edge.target, edge.source, Period(day, LAST_KNOWN), edge.share, edge, BOUGHT)
    if edge.label == "sells":
        share = replace(edge.share, high=None) if edge.share else None
        until = Moment(_eve(day.first), _eve(day.last))
        return Holding(edge.source, edge.target, Period(Moment(FIRST_DAY, until.last), until), share, edge, SOLD)
    return None


def _eve(day: str) -> str:
    """The day before: on the day of a sale the buyer holds."""
    return day if day == FIRST_DAY else (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def _after_sales(pair: Sequence[Holding]) -> list[Holding]:
    """The holdings of one holder in one asset, cut where a sale ended them or may have.

    A sale tells of a holding of its own only where nothing else says how the seller had come to it.
    """
    sales = [h for h in pair if h.origin == SOLD]
    others = [h for h in pair if h.origin != SOLD]
    alone = [s for s in sales if not any(possibly(not_after(h.period.start, s.period.end)) for h in others)]
    return [*(_cut(h, sales) for h in others), *alone]


def _cut(holding: Holding, sales: Sequence[Holding]) -> Holding:
    for sale in sales:
        day = sale.period.end
        if holding.period.end != LAST_KNOWN or not possibly(not_after(holding.period.start, day)):
            continue
        sold = sale.share.low if sale.share else None
        had = holding.share.high if holding.share else None
        whole = sold is not None and sold >= (100 if had is None else had)
        sure = whole and certainly(not_after(holding.period.start, day))
        holding = replace(holding, period=Period(holding.period.start, day if sure else Moment(day.first, LAST_DAY)))
    return holding


def _standing(found: Sequence[tuple[Holding, Answer]]) -> tuple[tuple[Holding, ...], Answer]:
    sure = [h for h, answer in found if certainly(answer)]
    latest = max((h.period.start.first for h in sure), default=FIRST_DAY)
    kept = [h for h, answer in found if (h in sure and h.period.start.first == latest)
            or (h not in sure and h.period.start.last > latest)]  # fmt: skip
    stated = [h for h in kept if h.origin != SOLD] or kept
    told = [h for h in stated if h.share] or stated
    answer = Answer.CERTAINLY if sure else Answer.POSSIBLY
    return tuple(sorted(told, key=lambda h: (h.period.start.first, h.edge.id), reverse=True)), answer
