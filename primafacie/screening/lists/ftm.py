"""Lists as FollowTheMoney data, in the three forms that OpenSanctions publishes (its documentation, "Bulk data").

``entities.ftm.json`` has one entity a line, with sanctions, papers, addresses and kinship as entities of their own;
``targets.nested.json`` has them inside their target; ``targets.simple.csv`` has one row a target.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from primafacie.model import Listing
from primafacie.screening.lists import names
from primafacie.screening.lists.dates import iso
from primafacie.screening.lists.drafts import Draft
from primafacie.screening.lists.edition import CUT_SHORT, Loader, Part, Reading, Unusable, gender
from primafacie.screening.lists.tables import encoding, first_lines, headed

TARGETS = frozenset((
    "Person", "LegalEntity", "Organization", "Company", "PublicBody", "Vessel", "Airplane", "Vehicle", "CryptoWallet",
    "Security", "Asset",
))  # fmt: skip
"""Schemas that can be listed, for data that does not mark its targets."""
_IDENTIFIERS = (
    "passportNumber", "idNumber", "registrationNumber", "taxNumber", "vatCode", "innCode", "ogrnCode", "kppCode",
    "okpoCode", "leiCode", "swiftBic", "bikCode", "imoNumber", "mmsi", "callSign", "dunsCode", "uniqueEntityId",
    "npiCode", "socialSecurityNumber", "isin", "publicKey", "serialNumber", "registrationNumber",
)  # fmt: skip
_COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag")
_OWNERS = {"Sanction": ("entity",), "Passport": ("holder",), "Identification": ("holder",),
           "Family": ("person", "relative"), "Address": ()}  # fmt: skip
"""Schemas of what belongs to a target, and the properties that name it."""
_KEPT = {
    "Sanction": ("program", "programId", "provisions", "measures", "reason", "summary", "listingDate", "startDate",
                 "endDate"),
    "Passport": ("number", "passportNumber", "country"), "Identification": ("number", "country"),
    "Family": ("person", "relative"), "Address": ("full", "country"),
}  # fmt: skip
"""What is read of them: the rest is dropped while the file streams by."""
_COLUMNS = ("id", "schema", "name", "aliases", "birth_date", "countries")
Properties = Mapping[str, Sequence[Any]]
Entity = Mapping[str, Any]


def _recognises_json(part: Part) -> bool:
    first = part.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return first.startswith(b"{") and b'"schema"' in part.head and b'"properties"' in part.head


def _recognises_nested(part: Part) -> bool:
    return _recognises_json(part) and part.name.startswith("targets.nested")


def _recognises_simple(part: Part) -> bool:
    return first_lines(part)[0].replace('"', "").startswith(",".join(_COLUMNS))


def _lines(part: Part) -> Iterator[Entity]:
    """The entities of a file. Raises Unusable for a line that is none."""
    encoding(part)
    with part.path.open(encoding="utf-8-sig") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                entity = json.loads(line)
                if not isinstance(entity, dict) or not isinstance(entity.get("properties"), dict) or "id" not in entity:
                    raise ValueError("no entity")
            except (ValueError, RecursionError):
                what, where = "the line is no FollowTheMoney entity, or was cut short", f"{part.name}, line {number:,}"
                raise Unusable(what, where, CUT_SHORT) from None
            yield entity


def _read_json(parts: Sequence[Part], key: str | None) -> Reading:
    part, dates, datasets = parts[0], set[str](), set[str]()
    targets: dict[str, Draft] = {}
    marked: set[str] = set()
    beside: dict[str, list[Entity]] = defaultdict(list)
    places: dict[str, Entity] = {}
    wanted: dict[str, list[str]] = defaultdict(list)
    for entity in _lines(part):
        schema, said = str(entity.get("schema")), entity["properties"]
        datasets.update(map(str, entity.get("datasets") or ()))
        dates.add(str(entity.get("last_seen") or "")[:10])
        if schema == "Address":
            places[entity["id"]] = _trimmed(schema, said)
        for owner in _OWNERS.get(schema, ()):
            for one in said.get(owner, ()):
                beside[one if isinstance(one, str) else one.get("id", "")].append(_trimmed(schema, said))
        if entity.get("target") is True:
            marked.add(entity["id"])
        if entity.get("target") is True or ("target" not in entity and schema in TARGETS):
            targets[entity["id"]] = draft = Draft(schema)
            _take(said, draft, entity["id"])
            wanted[entity["id"]] = [one for one in said.get("addressEntity", ()) if isinstance(one, str)]
    return _finished(part, key, targets, marked, beside, places, wanted, dates, datasets)


def _trimmed(schema: str, said: Properties) -> Entity:
    return {"schema": schema, "properties": {name: said[name] for name in _KEPT[schema] if name in said}}


def _finished(
    part: Part, key: str | None, targets: Mapping[str, Draft], marked: set[str],
    beside: Mapping[str, Sequence[Entity]], places: Mapping[str, Entity], wanted: Mapping[str, Sequence[str]],
    dates: set[str], datasets: set[str],
) -> Reading:  # fmt: skip
    named = {number: draft for number, draft in targets.items() if draft.names or draft.weak}
    key = key or (_plain(next(iter(datasets))) if len(datasets) == 1 else _slug(part))
    people = {number: draft.names[0] for number, draft in named.items() if draft.names}
    listings: list[Listing] = []
    for number, draft in named.items():
        if marked and number not in marked:
            continue
        for entity in beside.get(number, ()):
            _take_beside(entity, draft, number, people)
        for place in wanted.get(number, ()):
            if place in places:
                _take_beside(places[place], draft, number, people)
        listings.append(draft.listing(key, number))
    return Reading(tuple(listings), date=max(filter(iso, dates), default=None), key=key, name=key, publisher=_from(key))


def _take(said: Properties, draft: Draft, number: str) -> None:
    """The properties of a target; entities inside them are those of the nested form."""
    strong, weak = names.sorted_out(_texts(said, "alias", "previousName"), draft.person)
    draft.names += [*_texts(said, "name"), *strong]
    draft.weak += [*weak, *_texts(said, "weakAlias", "abbreviation")]
    draft.births += filter(None, map(iso, _texts(said, "birthDate")))
    draft.countries += map(_code, _texts(said, *_COUNTRIES))
    draft.identifiers += _texts(said, *_IDENTIFIERS)
    draft.genders += map(gender, _texts(said, "gender"))
    draft.positions += _texts(said, "position", "title")
    draft.relatives += _texts(said, "fatherName", "motherName")
    draft.addresses += _texts(said, "address")
    draft.programs += _texts(said, "program", "programId")
    draft.reasons += _texts(said, "notes", "summary")
    for values in said.values():
        for value in values:
            if isinstance(value, dict) and isinstance(value.get("properties"), dict):
                _take_beside(value, draft, number, {})


def _take_beside(entity: Entity, draft: Draft, number: str, people: Mapping[str, str]) -> None:
    """A sanction, paper, address or kinship that belongs to a target."""
    schema, said = entity.get("schema"), entity["properties"]
    if schema == "Sanction":
        draft.programs += _texts(said, "program", "programId")
        draft.measures += _texts(said, "provisions", "measures")
        draft.reasons += _texts(said, "reason", "summary")
        draft.since += filter(None, map(iso, _texts(said, "listingDate") or _texts(said, "startDate")))
        draft.until += filter(None, map(iso, _texts(said, "endDate")))
    elif schema in ("Passport", "Identification"):
        draft.identifiers += _texts(said, "number", "passportNumber")
        draft.countries += map(_code, _texts(said, "country"))
    elif schema == "Address":
        draft.addresses += _texts(said, "full")
        draft.countries += map(_code, _texts(said, "country"))
    elif schema == "Family":
        for one in (*said.get("person", ()), *said.get("relative", ())):
            if isinstance(one, str):
                draft.relatives += [people[one]] if one != number and one in people else []
            elif one.get("id") != number:
                draft.relatives += _texts(one.get("properties", {}), "name")[:1]


def _texts(said: Properties, *properties: str) -> list[str]:
    return [value for name in properties for value in said.get(name, ()) if isinstance(value, str)]


def _code(value: str) -> str | None:
    """ "ru" as it is; "ua-cri" and "suhh" (regions and former states in FollowTheMoney) by the state's two letters."""
    return value[:2].lower() if re.fullmatch(r"[A-Za-z]{2}(?:-\w+|[A-Za-z]{2})?", value) and value[:2] != "eu" else None


def _read_simple(parts: Sequence[Part], key: str | None) -> Reading:
    part, dates, datasets = parts[0], set[str](), set[str]()
    key = key or _slug(part)
    listings: list[Listing] = []
    for row in headed(part, _COLUMNS):
        cells = {column: [value.strip() for value in cell.split(";") if value.strip()] for column, cell in row.items()}
        draft = Draft(row["schema"] or "LegalEntity", names=[row["name"]])
        strong, weak = names.sorted_out(cells["aliases"], draft.person)
        draft.names += strong
        draft.weak += weak
        draft.births += filter(None, map(iso, cells["birth_date"]))
        draft.countries += map(_code, cells["countries"])
        draft.identifiers += cells.get("identifiers", [])
        draft.addresses += cells.get("addresses", [])
        draft.programs += cells.get("program_ids", [])
        draft.reasons += [row.get("sanctions", "")]
        dates.add(row.get("last_seen", "")[:10])
        datasets.update(cells.get("dataset", []))
        listings.append(draft.listing(key, row["id"]))
    name = next(iter(datasets)) if len(datasets) == 1 else key
    return Reading(
        tuple(listings), date=max(filter(iso, dates), default=None), key=key, name=name, publisher=_from(key)
    )


def _slug(part: Part) -> str:
    """A key from the name of the folder that the file lies in, where the file's own says only what form it has."""
    stem = part.name.partition(".")[0].lower()
    name = part.path.absolute().parent.name.lower() if stem in ("entities", "targets") else stem
    return _plain(name)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9_]+", "-", name.lower()).strip("-")[:60] or "ftm"


def _from(key: str) -> str:
    return f"data set {key}"


_FTM = ("ftm", "FollowTheMoney data", "unknown")
NESTED = Loader("targets.nested.json", *_FTM, _recognises_nested, _read_json)
ENTITIES = Loader("entities.ftm.json", *_FTM, _recognises_json, _read_json)
SIMPLE = Loader("targets.simple.csv", *_FTM, _recognises_simple, _read_simple)
