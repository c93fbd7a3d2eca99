"""Takes down what people judge of who is who: dated, signed, never destructive, and taken back at any time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product

from primafacie.case import Case
from primafacie.model import Entity, Judgement

LEAST = 4
"""Digits of an id that are enough to name an entity, where only one begins with them."""


class Unclear(Exception):
    """What was said names nothing in the case, or several things. ``str(error)`` is for a person to read."""


@dataclass(frozen=True, slots=True)
class Part:
    """One wording of an entity in one source: the smallest thing that is merged or split off as a whole."""

    number: int
    id: str
    wording: str
    source: str
    """Name of the source."""
    mentions: tuple[str, ...]
    """Addresses of its mentions, "claim:role:position", in reading order."""


def find(case: Case, named: str) -> Entity:
    """The entity of that id (or how its id begins), or of that name. Raises Unclear where there is not just one."""
    entities = case.store.entities()
    fits = [e for e in entities if named in e.properties.get("parts", (e.id,))]
    if not fits and len(named) >= LEAST:
        fits = [e for e in entities if any(p.startswith(named.lower()) for p in e.properties.get("parts", (e.id,)))]
    if not fits:
        fits = [e for e in entities if named.casefold() in {n.casefold() for n in (e.name, *e.names)}]
    if not fits:
        raise Unclear(f"nothing in the case is called {named}; see `primafacie entities`")
    if len(fits) > 1:
        which = ", ".join(f"{e.id} ({e.name})" for e in fits[:5])
        raise Unclear(f"{named} stands for {len(fits)} entities: {which}; name one by its id")
    return fits[0]


def parts(case: Case, entity: Entity) -> tuple[Part, ...]:
    """The wordings that the entity is made of, numbered from 1."""
    from primafacie import resolution

    names = {source.id: source.name for source in case.store.sources(text=False)}
    held = {part.id: part for part in resolution.parts(case.store.claims(), case.store.judgements())}
    found = [held[one] for one in entity.properties.get("parts", ()) if one in held]
    return tuple(
        Part(number, part.id, part.said.core, names.get(part.source, part.source),
             tuple(":".join(map(str, mention)) for mention in part.mentions))
        for number, part in enumerate(sorted(found, key=lambda p: (p.source, p.first, p.id)), 1)
    )  # fmt: skip


def wordings(case: Case) -> dict[str, str]:
    """What each id that a judgement may name stands for: "Karl Berg (deals.txt)"."""
    from primafacie import resolution

    names = {source.id: source.name for source in case.store.sources(text=False)}
    held = resolution.parts(case.store.claims(), case.store.judgements())
    return {part.id: f"{part.said.core} ({names.get(part.source, part.source)})" for part in held}


def merge(case: Case, named: Sequence[str], by: str, why: str = "") -> tuple[Judgement, ...]:
    """Judges that the entities are one; an id of a list's entry ("ofac:36") may be among them.

    Raises Unclear where fewer than two different ones are named.
    """
    ids = list(dict.fromkeys(one if is_listing(case, one) else find(case, one).id for one in named))
    if len(ids) < 2:
        raise Unclear("name at least two different entities to merge")
    return _judge(case, [(ids[0], other, "same") for other in ids[1:]], by, why)


def split(case: Case, named: str, away: Sequence[str], by: str, why: str = "") -> tuple[Judgement, ...]:
    """Judges that some of an entity's parts (by number), mentions (by address) or an entry of a list are not it.

    Parts that go away together stay together. Raises Unclear where nothing of the kind belongs to the entity, or
    nothing would be left of it.
    """
    entity = find(case, named)
    whole = parts(case, entity)
    by_number = {str(part.number): part.id for part in whole}
    mentions = {address for part in whole for address in part.mentions}
    wrong = [one for one in away if one not in by_number and one not in mentions and not is_listing(case, one)]
    if wrong:
        where = f"see `primafacie entities show {entity.id}`"
        raise Unclear(f"{', '.join(wrong)}: no part or mention of {entity.name}; {where}")
    listed = [one for one in away if is_listing(case, one)]
    gone = [by_number.get(one, one) for one in dict.fromkeys(away) if one not in listed]
    rest = [part.id for part in whole if part.id not in gone and not set(part.mentions) <= set(gone)]
    if gone and not rest:
        raise Unclear(f"nothing would be left of {entity.name}; name the parts that are not it")
    pairs = [(one, other, "different") for one, other in product(gone, rest)]
    pairs += [(gone[0], other, "same") for other in gone[1:]]
    return _judge(case, [*pairs, *((entity.id, one, "different") for one in listed)], by, why)


def undo(case: Case, by: str, judgement: str | None = None, why: str = "") -> tuple[Judgement, ...]:
    """Takes back what was judged in one go: the last time, or when the judgement of that id was given.

    Returns what was taken back; it stays in the record, a later word stands over it. Raises Unclear where nothing
    that still stands answers.
    """
    from primafacie import resolution

    standing = resolution.standing(case.store.judgements())
    if judgement is None and not standing:
        raise Unclear("no judgement stands that could be taken back")
    chosen = standing[0] if judgement is None else next((j for j in standing if j.id.startswith(judgement)), None)
    if chosen is None:
        raise Unclear(f"no judgement that still stands is called {judgement}; see `primafacie entities judgements`")
    together = [j for j in standing if (j.at, j.by) == (chosen.at, chosen.by)]
    _judge(case, [(j.left, j.right, "unsure") for j in together], by, why)
    return tuple(together)


def is_listing(case: Case, named: str) -> bool:
    """True for the id of an entry of a list that the case was screened against."""
    return ":" in named and named in {hit.listing.id for hit in case.store.hits()}


def _judge(case: Case, pairs: Iterable[tuple[str, str, str]], by: str, why: str) -> tuple[Judgement, ...]:
    at = datetime.now(UTC).isoformat(timespec="microseconds")
    said = tuple(Judgement(left, right, verdict, by, at, why) for left, right, verdict in pairs)
    with case.store.transaction():
        for judgement in said:
            case.store.add_judgement(judgement)
    return said
