"""Who is who: the people, companies and assets that claims speak of, and the voices that speak."""

from __future__ import annotations

import re
from typing import NamedTuple

from primafacie.dossier.book import Book
from primafacie.dossier.lettering import Safe
from primafacie.dossier.sections.lists import noted
from primafacie.dossier.wording import kind_of, plain, voice
from primafacie.model import Claim, Entity

TOLD = ("Position", "Associate", "Family", "Ownership")
_ACTING = ("holder", "person", "associate", "owner")
_ID = re.compile(r"[0-9a-f]{16,}")
"""Ids that other stages keep in the properties; they tell a reader nothing."""
OFTEN = 3
"""Claims from which on a thing or a relative has a sheet of its own."""
SHOWN = 8
"""Statements written out under one name; further ones are given by their footnotes."""


class Sheet(NamedTuple):
    """One entity: its other names, what is said of its offices and ties, and every claim that speaks of it."""

    entity: Entity
    number: int
    schema: str
    aliases: list[str]
    properties: list[tuple[str, str]]
    statements: tuple[Claim, ...]
    more: tuple[str, ...]
    claims: tuple[str, ...]


class Voice(NamedTuple):
    """One voice: in how many claims it speaks itself, in how many it passes on another, and who passes it on."""

    name: Safe
    speaks: int
    relays: int
    through: list[Safe]


def content(book: Book) -> dict[str, object]:
    """Sheets for those with offices, ties or holdings, most spoken of first; the others for a table; the voices."""
    sheets = [_sheet(book, entity) for entity in book.evidence.entities]
    sheets.sort(key=lambda sheet: (-len(sheet.claims), sheet.number))
    others = [sheet for sheet in sheets if not _has_sheet(sheet) and sheet.claims]
    nobody = [sheet for sheet in others if sheet.entity.properties.get("sort") == ("nobody",)]
    named = [sheet for sheet in others if sheet not in nobody]
    return {
        "sheets": [sheet for sheet in sheets if _has_sheet(sheet)],
        "others": [sheet for sheet in named if len(sheet.claims) > 1],
        "once": [sheet for sheet in named if len(sheet.claims) == 1],
        "unnamed": len(nobody),
        "voices": _voices(book),
        "noted": noted(book),
    }


def _sheet(book: Book, entity: Entity) -> Sheet:
    claims = book.about.get(entity.id, ())
    told = [claim for claim in claims if claim.kind in TOLD and claim.review != "rejected"]
    told.sort(key=lambda claim: (TOLD.index(claim.kind), book.number[claim.id]))
    aliases = [name for name in dict.fromkeys(entity.names) if name != entity.name]
    shown = sorted((key, values) for key, values in entity.properties.items() if key != "sort")
    told_of = {key: [v for v in values if not _ID.search(v)] for key, values in shown}
    properties = [(plain(key), ", ".join(values)) for key, values in told_of.items() if values]
    return Sheet(
        entity,
        book.entity_number(entity),
        kind_of(entity.schema),
        aliases,
        properties,
        tuple(told[:SHOWN]),
        tuple(c.id for c in told[SHOWN:]),
        tuple(c.id for c in claims),
    )


def _has_sheet(sheet: Sheet) -> bool:
    """Whether it has an office, a tie or a holding of its own, or is spoken of often and owned by somebody."""
    mine = {f.entity for claim in sheet.statements for role in _ACTING for f in claim.fillers(role)}
    return bool(sheet.statements) and (sheet.entity.id in mine or len(sheet.claims) >= OFTEN)


def _voices(book: Book) -> list[Voice]:
    speaks: dict[str, int] = {}
    relays: dict[str, int] = {}
    through: dict[str, dict[str, None]] = {}
    for claim in book.live:
        for position, name in enumerate(claim.voices):
            inner = position == len(claim.voices) - 1
            speaks[name] = speaks.get(name, 0) + inner
            relays[name] = relays.get(name, 0) + (not inner)
            if position:
                through.setdefault(name, {})[claim.voices[position - 1]] = None
    order = sorted(speaks, key=lambda name: (-speaks[name] - relays[name], name))
    return [Voice(Safe(voice(n)), speaks[n], relays[n], [Safe(voice(t)) for t in through.get(n, ())]) for n in order]
