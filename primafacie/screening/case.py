"""Screens the people and bodies of a case: what each list says of each of them, by all that the case tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from primafacie.model import Claim, Entity, Hit, Judgement, Profile, SanctionsList, Standing
from primafacie.screening.index import Index
from primafacie.screening.lists.countries import country
from primafacie.screening.screen import Screened, screen

SCHEMATA = ("Person", "Company", "Organization", "PublicBody", "LegalEntity", "Vessel", "Airplane")
"""Of whom a list can speak."""
BIRTH = ("birthDate", "incorporationDate")
COUNTRIES = ("country", "nationality", "citizenship", "jurisdiction", "mainCountry", "flag")
IDENTIFIERS = ("registrationNumber", "idNumber", "passportNumber", "taxNumber", "innCode", "ogrnCode", "leiCode",
               "imoNumber", "mmsi", "vatCode", "swiftBic", "uniqueEntityId")  # fmt: skip
"""FollowTheMoney properties that a source may give of somebody, by what they tell."""
ABROAD = frozenset({"ambassador", "envoy", "consul", "representative", "correspondent"})
"""Words of posts held in a country that is not one's own."""
NAMES = 12
"""Names of one entity that are looked up, the fullest first."""
RANK = {"match": 0, "possible": 1, "no match": 2}


@dataclass(frozen=True, slots=True)
class CaseScreened:
    """The editions that were asked, what they say, and of whom."""

    lists: tuple[SanctionsList, ...]
    hits: tuple[Hit, ...]
    standings: tuple[Standing, ...]


def screen_case(
    index: Index, entities: Sequence[Entity], claims: Iterable[Claim], judgements: Iterable[Judgement] = ()
) -> CaseScreened:
    """What the lists say of every named person and body of the case, in the order of the entities.

    What a person judged of an entity and an entry goes before what the machine finds; the last word counts.
    """
    context = _context(entities, claims)
    words = _words(judgements)
    hits: list[Hit] = []
    standings: list[Standing] = []
    for entity in entities:
        if entity.schema not in SCHEMATA or entity.properties.get("sort") != ("name",):
            continue
        known = profile(entity, context[entity.id])
        found = [_hit(entity, known, one, words) for one in screen(index, known)]
        hits += [hit for hit, _ in found]
        standings += [_standing(entity, edition, found) for edition in index.lists]
    return CaseScreened(index.lists, tuple(hits), tuple(standings))


@dataclass(slots=True)
class Context:
    """What the claims of a case say of who somebody is."""

    positions: list[str]
    relatives: list[str]
    countries: list[str]


def profile(entity: Entity, context: Context) -> Profile:
    """The entity as a list would describe it: names, and what sources and claims tell of it."""
    known = entity.properties
    names = dict.fromkeys(n for n in (entity.name, *entity.names, *known.get("alias", ())) if _is_name(n))
    ranked = sorted(names, key=lambda n: (n != entity.name, -len(n.split())))[:NAMES]
    told = dict.fromkeys(c for value in _all(known, COUNTRIES) if (c := country(value)))
    return Profile(
        schema=entity.schema, names=tuple(ranked), weak=tuple(known.get("weakAlias", ())),
        birth_dates=_all(known, BIRTH), countries=tuple(dict.fromkeys((*told, *context.countries))),
        identifiers=_all(known, IDENTIFIERS), genders=tuple(known.get("gender", ())),
        positions=tuple(dict.fromkeys((*known.get("position", ()), *context.positions))),
        relatives=tuple(dict.fromkeys(context.relatives)), addresses=tuple(known.get("address", ())),
    )  # fmt: skip


def _all(known: Mapping[str, tuple[str, ...]], names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for name in names for value in known.get(name, ())))


def _is_name(text: str) -> bool:
    """A wording that begins with a capital, or in a script that has none."""
    first = next((c for c in text if c.isalpha()), "")
    return bool(first) and (first.isupper() or first.lower() == first.upper())


def _context(entities: Sequence[Entity], claims: Iterable[Claim]) -> dict[str, Context]:
    """From the claims that somebody asserts: offices, relatives, and the country of an office held at home."""
    names = {e.id: e.name for e in entities}
    found: dict[str, Context] = defaultdict(lambda: Context([], [], []))
    for claim in claims:
        if claim.stance != "asserts" or claim.review == "rejected":
            continue
        if claim.kind == "Position":
            posts = [f.text for f in claim.fillers("post")]
            abroad = any(set(p.casefold().split()) & ABROAD for p in posts)
            lands = [c for f in claim.fillers("organization") if (c := country(f.text)) and not abroad]
            for holder in claim.fillers("holder"):
                if holder.entity:
                    found[holder.entity].positions += posts
                    found[holder.entity].countries += lands
        elif claim.kind == "Family":
            pairs = [(a.entity, b.entity) for a in claim.fillers("person") for b in claim.fillers("relative")]
            for one, other in [*pairs, *((b, a) for a, b in pairs)]:
                if one and other in names and _is_name(names[other]):
                    found[one].relatives.append(names[other])
    return found


def _words(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """The last word on each part of an entity and each entry of a list, "unsure" left out."""
    last: dict[tuple[str, str], Judgement] = {}
    for said in sorted(judgements, key=lambda j: (j.at, j.id)):
        for one, other in ((said.left, said.right), (said.right, said.left)):
            last[one, other] = said
    return {pair: said for pair, said in last.items() if said.verdict != "unsure"}


def _hit(entity: Entity, known: Profile, one: Screened, words: Mapping[tuple[str, str], Judgement]) -> tuple[Hit, bool]:
    """The hit, and whether the entry is in force."""
    parts = (entity.id, *entity.properties.get("parts", ()))
    said = [words[p, one.listing.id] for p in parts if (p, one.listing.id) in words]
    word = max(said, key=lambda j: (j.at, j.id), default=None)
    verdict = one.verdict if word is None else "match" if word.verdict == "same" else "no match"
    why = f": {word.why}" if word and word.why else ""
    judged = "the same" if word and word.verdict == "same" else "somebody else"
    told = (f"judged to be {judged} by {word.by} on {word.at[:10]}{why}",) if word else ()
    for_it, against = (told, ()) if verdict == "match" else ((), told)
    if verdict == "match" and word is None and entity.schema == "PublicBody" and not _same_state(known, one):
        # Every state has a ministry of the interior.
        verdict, against = "possible", (*against, "many states have one of that name, and nothing says which is meant")
    hit = Hit(
        entity.id, one.listing, verdict, one.score, one.name, one.listed_name, (*for_it, *one.reasons),
        (*against, *one.against), word.by if word else None,
    )  # fmt: skip
    return hit, one.in_force


def _same_state(known: Profile, one: Screened) -> bool:
    return bool(set(known.countries) & set(one.listing.profile.countries))


def _standing(entity: Entity, edition: SanctionsList, found: Sequence[tuple[Hit, bool]]) -> Standing:
    """What one list says of one entity: the worst that stands."""
    here = [(hit, in_force) for hit, in_force in found if hit.listing.list == edition.key and hit.verdict != "no match"]
    if not here:
        return Standing(entity.id, edition.key, "not listed", edition.date)
    best = min(RANK[hit.verdict] for hit, _ in here)
    chosen = [(hit, in_force) for hit, in_force in here if RANK[hit.verdict] == best]
    current = [hit for hit, in_force in chosen if in_force and not _ended(hit, edition)]
    matched = best == RANK["match"]
    status = ("listed" if current else "delisted") if matched else "possible"
    hits = current or [hit for hit, _ in chosen]
    since = min((h.listing.since for h in hits if h.listing.since), default=None)
    until = max((h.listing.until for h in hits if h.listing.until), default=None) if not current else None
    return Standing(entity.id, edition.key, status, edition.date, since, until, tuple(hit.id for hit in hits))


def _ended(hit: Hit, edition: SanctionsList) -> bool:
    """True where the entry says itself that it ended before the day of the edition."""
    until = hit.listing.until
    return bool(until and edition.date and until <= edition.date)
