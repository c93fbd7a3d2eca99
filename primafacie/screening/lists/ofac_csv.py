"""OFAC's lists as sets of CSV files without headings: main entries, other names, addresses and comments.

The form is told in OFAC's dat_spec.txt: "-0- " for nothing, a last line of 0x1A. Names and addresses of entries that
are not in the main file (sets put together from different days) are left aside and counted.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from primafacie.model import Listing, Problem
from primafacie.screening.lists import names
from primafacie.screening.lists.countries import country
from primafacie.screening.lists.edition import Loader, Part, Reading, Unusable, note, profile
from primafacie.screening.lists.ofac_remarks import remarks
from primafacie.screening.lists.tables import first_lines, rows

COLUMNS = {"main": 12, "names": 5, "addresses": 6, "comments": 2}
_FILE = re.compile(r"(?:^|[_-])(sdn|alt|add|comments|prim)[^a-z]*\.csv$", re.IGNORECASE)
_KINDS = {"sdn": "main", "prim": "main", "alt": "names", "add": "addresses", "comments": "comments"}
_SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
_GET_BOTH = "download the files of one set on the same day, and add their folder"


@dataclass(slots=True)
class _Beside:
    """What the other files say of one entry."""

    names: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)


def _kind(part: Part) -> str | None:
    """Which file of the set it is, by its first row, or by its name where the row tells nothing."""
    named = _FILE.search(part.name)
    try:
        row = next(csv.reader(first_lines(part)), [])
    except csv.Error:
        row = []
    if row and row[0].strip().isdecimal():
        if len(row) == 12:
            return "main"
        if len(row) == 5 and row[2].strip() in ("aka", "fka", "nka"):
            return "names"
        if len(row) == 6 and row[1].strip().isdecimal():
            return "addresses"
    return _KINDS[named[1].lower()] if named and not (row and row[0].isalpha()) else None


def _recognises(part: Part) -> bool:
    return _kind(part) is not None and not _is_consolidated(part)


def _recognises_consolidated(part: Part) -> bool:
    return _kind(part) is not None and _is_consolidated(part)


def _is_consolidated(part: Part) -> bool:
    return part.name.lower().startswith("cons")


def _cell(text: str) -> str:
    text = text.strip()
    return "" if text == "-0-" else text


def _beside(parts: Sequence[Part]) -> tuple[dict[str, _Beside], dict[str, str]]:
    """What the other files say by number of entry; and the file in which each kind of statement came."""
    found: dict[str, _Beside] = defaultdict(_Beside)
    for part in parts:
        kind = _kind(part)
        if kind is None or kind == "main":
            continue
        for _, row in rows(part, COLUMNS[kind]):
            entry = found[row[0].strip()]
            if kind == "names":
                entry.names.append(_cell(row[3]))
            elif kind == "comments":
                entry.comments.append(_cell(row[1]))
            else:
                entry.addresses.append(", ".join(filter(None, map(_cell, row[2:5]))))
                entry.countries.append(_cell(row[4]))
    return found, {kind: part.name for part in parts if (kind := _kind(part))}


def _read(parts: Sequence[Part], key: str | None, default: str) -> Reading:
    mains = [part for part in parts if _kind(part) == "main"]
    if len(mains) != 1:
        what = "the file of main entries is missing" if not mains else "two files of main entries"
        raise Unusable(what, ", ".join(part.name for part in mains or parts), _GET_BOTH)
    beside, files = _beside(parts)
    listings: dict[str, Listing] = {}
    for line, row in rows(mains[0], COLUMNS["main"]):
        number = row[0].strip()
        if not number.isdecimal() or number in listings:
            what = f"entry {number} is there twice" if number in listings else f"{number[:20]!r} is no entry's number"
            raise Unusable(what, f"{mains[0].name}, line {line:,}", _GET_BOTH)
        listings[number] = _listing(row, beside.get(number), key or default)
    return Reading(tuple(listings.values()), notes=_notes(beside, listings, files, mains[0].name))


def _listing(row: Sequence[str], beside: _Beside | None, key: str) -> Listing:
    number, name, kind, programs, title, call_sign, _, _, _, flag, _, said = map(_cell, row)
    beside = beside or _Beside()
    schema = _SCHEMAS.get(kind, "LegalEntity")
    text = " ".join([said, *beside.comments]).strip()
    known = remarks(text)
    person = schema == "Person"
    strong, weak = names.sorted_out([_said(other, person) for other in beside.names], person)
    main, inner = names.readings(_said(name, person), person)
    return Listing(
        id=f"{key}:{number}",
        list=key,
        profile=profile(
            schema, [*main, *strong],
            weak=[*weak, *inner, *(_said(other, person) for other in known.weak)],
            birth_dates=known.births,
            countries=[*known.countries, *map(country, filter(None, [flag, *beside.countries]))],
            identifiers=[*known.identifiers, call_sign],
            genders=[known.gender],
            positions=[title],
            addresses=beside.addresses,
        ),
        programs=tuple(filter(None, re.split(r"\]\s*\[|[\[\];]", programs))),
        reason=text,
    )  # fmt: skip


def _said(name: str, person: bool) -> str:
    return names.natural(name) if person else name


def _notes(
    beside: Mapping[str, _Beside], listings: Mapping[str, Listing], files: Mapping[str, str], main: str
) -> tuple[Problem, ...]:
    """Rows that belong to no entry, and files of the set that are not there."""
    found = []
    for kind, what in (("names", "other names"), ("addresses", "addresses")):
        if kind not in files:
            found.append(note(f"the set has no file of {what}", main, f"add the folder with the file of {what} too"))
        counted = sum(len(getattr(entry, kind)) for number, entry in beside.items() if number not in listings)
        if counted:
            text = f"{what} left aside, because {main} does not have their entries: {counted:,}"
            found.append(note(text, files[kind], _GET_BOTH))
    return tuple(found)


def _read_sdn(parts: Sequence[Part], key: str | None) -> Reading:
    return _read(parts, key, SDN.key)


def _read_consolidated(parts: Sequence[Part], key: str | None) -> Reading:
    return _read(parts, key, CONSOLIDATED.key)


OFAC = "US Department of the Treasury, Office of Foreign Assets Control"
SDN = Loader("OFAC CSV set", "ofac", "OFAC Specially Designated Nationals", OFAC, _recognises, _read_sdn, together=True)
CONSOLIDATED = Loader(
    "OFAC consolidated CSV set", "ofac-cons", "OFAC Consolidated (non-SDN)", OFAC,
    _recognises_consolidated, _read_consolidated, together=True,
)  # fmt: skip
