"""On which lists: what each sanctions list says, as of its date, of each person and body of the case."""

from __future__ import annotations

from typing import NamedTuple

from primafacie.dossier.book import Book
from primafacie.dossier.lettering import Safe, isolate
from primafacie.dossier.numbers import number, point
from primafacie.dossier.wording import kind_of
from primafacie.model import Entity, Hit, SanctionsList, Standing

RANK = ("listed", "delisted", "possible", "not listed")
FOREMOST = 12
"""Rows on nobody listed that are open to the eye; the others are folded."""


class Edition(NamedTuple):
    """A list as it was asked, and what can be said of its date."""

    edition: SanctionsList
    date: Safe
    entries: str


class Meeting(NamedTuple):
    """An entry that an entity met: what the list says, and who says that it is the same."""

    hit: Hit
    of: str
    status: Safe
    score: str
    told: list[Safe]


class Row(NamedTuple):
    """One entity, its place in "Who is who" (0 for none), and what each list says of it, in the order of the lists.

    ``claims`` speak of it; ``says`` are those in which it speaks.
    """

    entity: Entity
    number: int
    kind: str
    claims: tuple[str, ...]
    says: tuple[str, ...]
    rank: int
    cells: list[Safe]
    meetings: list[Meeting]


def content(book: Book) -> dict[str, object]:
    """The lists; who is or may be on one; who was judged to be somebody else; who is on none, the foremost first."""
    evidence = book.evidence
    editions = [Edition(one, edition_date(one), number(one.entries)) for one in evidence.lists]
    rows = _rows(book)
    absent = [row for row in rows if RANK[row.rank] == "not listed"]
    return {
        "editions": editions,
        "found": [row for row in rows if RANK[row.rank] != "not listed"],
        "absent": absent[:FOREMOST],
        "more": absent[FOREMOST:],
        "apart": _apart(book),
        "unasked": sum(1 for e in evidence.entities if e.properties.get("sort") not in (None, ("name",))),
    }


def noted(book: Book) -> dict[str, str]:
    """Of each entity with a place in "Who is who" that is, was or may be on a list, in a word which of these."""
    best: dict[str, int] = {}
    for standing in book.evidence.standings:
        best[standing.entity] = min(_rank(standing), best.get(standing.entity, len(RANK)))
    on = {"listed": "matches an entry", "delisted": "matches a former entry", "possible": "may be on one"}
    return {entity: on[RANK[rank]] for entity, rank in best.items() if RANK[rank] in on}


def edition_date(edition: SanctionsList) -> Safe:
    """Such as "as of 27 February 2026", or that it states no date and what its newest entry is."""
    if edition.date:
        return Safe(f"as of {point(edition.date)}")
    newest = f"; newest entry {point(edition.newest)}" if edition.newest else ""
    return Safe(f"states no date{newest}")


def _rows(book: Book) -> list[Row]:
    said: dict[str, dict[str, Standing]] = {}
    for standing in book.evidence.standings:
        said.setdefault(standing.entity, {})[standing.list] = standing
    in_findings = {entity for finding in book.findings for entity in finding.entities}
    met: dict[str, dict[str, Hit]] = {}
    for hit in book.evidence.hits:
        met.setdefault(hit.entity, {})[hit.id] = hit
    rows = [_row(book, entity, said[entity.id], met.get(entity.id, {})) for entity in book.evidence.entities
            if entity.id in said]  # fmt: skip
    return sorted(rows, key=lambda r: (r.rank, not r.claims, r.entity.id not in in_findings, -len(r.claims),
                                       book.entity_number(r.entity)))  # fmt: skip


def _row(book: Book, entity: Entity, said: dict[str, Standing], hits: dict[str, Hit]) -> Row:
    meetings = [_meeting(book, hits[i], s) for s in said.values() for i in s.hits if i in hits]
    return Row(
        entity, book.entity_number(entity) if book.has_place(entity) else 0, kind_of(entity.schema),
        tuple(claim.id for claim in book.about.get(entity.id, ())),
        tuple(claim.id for voice in entity.properties.get("voice", ()) for claim in book.spoken.get(voice, ())),
        min(_rank(standing) for standing in said.values()),
        [_cell(said.get(one.key), hits) for one in book.evidence.lists], meetings,
    )  # fmt: skip


def _rank(standing: Standing) -> int:
    return RANK.index(standing.status) if standing.status in RANK else len(RANK) - 1


def _cell(standing: Standing | None, hits: dict[str, Hit]) -> Safe:
    if standing is None:
        return Safe("not asked")
    open_ = standing.status in ("listed", "delisted") and not any(hits[i].by for i in standing.hits if i in hits)
    return Safe(_status(standing) + ("; no person has judged the match" if open_ else ""))


def _status(standing: Standing) -> str:
    if standing.status == "listed":
        return f"listed since {point(standing.since)}" if standing.since else "listed, since when it does not say"
    if standing.status == "delisted":
        return f"delisted by {point(standing.until)}" if standing.until else "delisted, when it does not say"
    return "possible: a person has to look" if standing.status == "possible" else isolate(standing.status)


def _meeting(book: Book, hit: Hit, standing: Standing) -> Meeting:
    entry, known = hit.listing, hit.listing.profile
    names = {one.key: one.name for one in book.evidence.lists}
    told = (
        ("under", entry.programs), ("measures", entry.measures), ("born or founded", known.birth_dates),
        ("countries", known.countries), ("numbers", known.identifiers), ("offices", known.positions),
        ("family", known.relatives), ("addresses", known.addresses),
        ("listed since", (entry.since,) if entry.since else ()), ("until", (entry.until,) if entry.until else ()),
    )  # fmt: skip
    return Meeting(
        hit, names.get(entry.list, entry.list), Safe(_status(standing)), f"{hit.score:.2f}",
        [Safe(f"{what}: {', '.join(isolate(v) for v in values)}") for what, values in told if values],
    )  # fmt: skip


def _apart(book: Book) -> list[tuple[str, Hit]]:
    """Entries that somebody judged to be somebody else."""
    return [(book.names[h.entity], h) for h in book.evidence.hits
            if h.verdict == "no match" and h.by and h.entity in book.names]  # fmt: skip
