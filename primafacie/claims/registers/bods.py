"""Statements of the Beneficial Ownership Data Standard 0.4 -> entries (standard.openownership.org, codelists of 0.4).

The last statement of a record holds; what an earlier one said otherwise held until then. Nobody is made up: where a
company cannot or will not say who owns it, the owner stays unnamed, and the reason given travels with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from primafacie.claims.registers.entries import Entry, Problems, Value
from primafacie.claims.registers.ftm import placed
from primafacie.model import Source
from primafacie.values.json_records import Record, records

OFFICES = {"seniorManagingOfficial": "senior managing official", "boardMember": "board member",
           "boardChair": "chair of the board"}  # fmt: skip
OWNING = frozenset({"shareholding", "rightsToSurplusAssetsOnDissolution", "rightsToProfitOrIncome",
                    "rightToProfitOrIncomeFromAssets", "enjoymentAndUseOfAssets", "beneficiaryOfLegalArrangement"})
UNKNOWN = frozenset({"unknownInterest", "unpublishedInterest", ""})
SCHEMATA = {"registeredEntity": "Company", "legalEntity": "LegalEntity", "arrangement": "LegalEntity",
            "stateBody": "PublicBody", "state": "PublicBody"}  # fmt: skip
NUMBERS = {"LEI": "leiCode", "TAXID": "taxNumber", "PASSPORT": "passportNumber", "IDCARD": "idNumber",
           "SSN": "socialSecurityNumber", "VAT": "vatCode"}  # fmt: skip
"""Last part of an identifier's scheme -> the property; any other scheme is that of a register."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement, with its record's id and the day that it was made."""

    record: Record
    id: str
    type: str
    closed: bool
    date: str
    asserted: str
    """By whom the publisher has it (``source.assertedBy``); empty where it does not say."""
    details: Mapping[str, Any]

    @property
    def where(self) -> str:
        return f"statement {self.record.number}"


def entries(source: Source, problems: Problems) -> Iterator[Entry]:
    """One entry a person and entity, and one for each interest of a relationship, in the order of the file."""
    versions: dict[str, list[Statement]] = {}
    for record in records(source.text):
        if statement := _statement(record, problems):
            versions.setdefault(statement.id, []).append(statement)
    # Stable: statements of one day, or of no day, stay in the order of the file.
    ordered = {key: sorted(found, key=lambda s: s.date) for key, found in versions.items()}
    unnamed = {key: placed(source.text, key, found[-1].record) for key, found in ordered.items()
               if _is_unnamed(found[-1])}  # fmt: skip
    # The same words stand for them wherever they own something, so that they are one throughout.
    for found in ordered.values():
        for at, statement in enumerate(found):
            later = found[at + 1] if at + 1 < len(found) else None
            if statement.type == "relationship":
                yield from _relationship(source.text, statement, later, unnamed, problems)
            elif later is None:
                yield _party(source.text, statement)


def _statement(record: Record, problems: Problems) -> Statement | None:
    where = f"statement {record.number}"
    value = record.value
    if value is None:
        problems.add("no JSON", record.wrong, where, "correct it, or export it again", fatal=True)
        return None
    kind, details = value.get("recordType"), value.get("recordDetails")
    if kind not in ("person", "entity", "relationship") or not isinstance(details, dict):
        problems.add("no statement of BODS 0.4", "it is no statement of a person, an entity or a relationship", where,
                     "convert it to BODS 0.4", fatal=True)  # fmt: skip
        return None
    key = value.get("recordId") or value.get("statementId") or f"statement {record.number}"
    closed = value.get("recordStatus") == "closed"
    source = value.get("source")
    names = [by.get("name") for by in _dicts(source.get("assertedBy") if isinstance(source, dict) else None)]
    asserted = next((name.strip() for name in names if isinstance(name, str)), "")
    return Statement(record, str(key), kind, closed, str(value.get("statementDate") or ""), asserted, details)


def _is_unnamed(statement: Statement) -> bool:
    return statement.type != "relationship" and not _names(statement.details)


def _names(details: Mapping[str, Any]) -> list[str]:
    """The name first, then the others; a person's names are objects, an entity's a string and strings."""
    found: list[object] = [details.get("name"), *_list(details.get("alternateNames"))]
    for name in _dicts(details.get("names")):
        parts = [name.get(key) for key in ("givenName", "patronymicName", "familyName")]
        found.append(name.get("fullName") or " ".join(part for part in parts if isinstance(part, str)))
    return list(dict.fromkeys(n.strip() for n in found if isinstance(n, str) and n.strip()))


def _list(value: object) -> list[Any]:
    return [v for v in value if isinstance(v, dict | str)] if isinstance(value, list) else []


def _dicts(value: object) -> list[dict[str, Any]]:
    return [v for v in _list(value) if isinstance(v, dict)]


def _party(text: str, statement: Statement) -> Entry:
    details = statement.details
    person = statement.type == "person"
    kind = details.get("entityType")
    sort = str(kind.get("type") if isinstance(kind, dict) else kind)
    given: dict[str, list[object]] = {"name": list(_names(details))}
    unnamed = not given["name"]
    if unnamed:
        given["name"] = ["an unnamed person" if person else "an unnamed company"]
    for name, key in (("birthDate", "birthDate"), ("deathDate", "deathDate"), ("incorporationDate", "foundingDate"),
                      ("dissolutionDate", "dissolutionDate")):  # fmt: skip
        given[name] = [details.get(key)]
    given["nationality"] = [place.get("code") or place.get("name") for place in _dicts(details.get("nationalities"))]
    given["country"] = [place.get("code") or place.get("name") for place in _dicts(details.get("taxResidencies"))]
    given["jurisdiction"] = [place.get("code") or place.get("name") for place in _dicts([details.get("jurisdiction")])]
    given["address"] = [place.get("address") for place in _dicts(details.get("addresses"))]
    given["birthPlace"] = [place.get("address") or place.get("name") for place in _dicts([details.get("placeOfBirth")])]
    for number in _dicts(details.get("identifiers")):
        scheme = str(number.get("scheme") or "").rpartition("-")[2].upper()
        name = NUMBERS.get(scheme, "idNumber" if person else "registrationNumber")
        given.setdefault(name, []).append(number.get("id"))
    exposure = details.get("politicalExposure")
    given["topics"] = ["role.pep"] if isinstance(exposure, dict) and exposure.get("status") == "isPep" else []
    if person:
        given = {name: values for name, values in given.items() if name not in ("incorporationDate", "dissolutionDate",
                                                                                "jurisdiction")}  # fmt: skip
    properties = {
        name: found for name, values in given.items()
        if (found := tuple(placed(text, v, statement.record) for v in values if isinstance(v, str) and v.strip()))
    }  # fmt: skip
    if unnamed:
        properties["name"] = (Value(properties["name"][0].text),)
    schema = "Person" if person else SCHEMATA.get(sort, "LegalEntity")
    return Entry(statement.id, schema, statement.where, statement.record.start, statement.record.end, properties)


def _relationship(
    text: str, statement: Statement, later: Statement | None, unnamed: Mapping[str, Value], problems: Problems
) -> Iterator[Entry]:
    details, record = statement.details, statement.record
    ends: list[tuple[str, Value]] = []
    for name, whose in (("subject", "company"), ("interestedParty", "owner")):
        party = details.get(name)
        if isinstance(party, str) and party:
            ends.append((party, unnamed.get(party) or placed(text, party, record)))
        else:
            key = f"{statement.id} {name}"
            yield _unspecified(text, statement, key, party, f"an unnamed {whose}")
            ends.append((key, placed(text, _reason(party) or statement.id, record)))
    asset, owner = ends
    interests: Sequence[dict[str, Any]] = _dicts(details.get("interests")) or ({},)
    for interest in interests:
        if later is not None and interest in (_dicts(later.details.get("interests")) or ({},)):
            continue  # still said by the later statement
        entry = _interest(text, statement, interest, owner, asset)
        if statement.asserted:
            entry = replace(entry, properties={**entry.properties, "publisher": (Value(statement.asserted),)})
        over = later.date if later is not None else statement.date if statement.closed else ""
        if over and "endDate" not in entry.properties:
            entry = replace(entry, properties={**entry.properties, "endDate": (Value(over),)})
        yield entry


def _unspecified(text: str, statement: Statement, key: str, given: object, words: str) -> Entry:
    """Nobody in particular, with the reason that the register gives (codelist ``unspecifiedReason``)."""
    record, reason = statement.record, _reason(given)
    properties = {"name": (Value(words),)} | ({"classification": (placed(text, reason, record),)} if reason else {})
    return Entry(key, "LegalEntity", statement.where, record.start, record.end, properties)


def _reason(given: object) -> str:
    reason = given.get("reason") if isinstance(given, dict) else None
    return reason if isinstance(reason, str) else ""


def _interest(
    text: str, statement: Statement, interest: Mapping[str, Any], owner: tuple[str, Value], asset: tuple[str, Value]
) -> Entry:
    record = statement.record
    kind = str(interest.get("type") or "")
    properties = {
        name: (placed(text, interest[name], record),) for name in ("startDate", "endDate")
        if isinstance(interest.get(name), str) and interest[name]
    }  # fmt: skip
    key = f"{statement.id} {kind}"
    if kind in OFFICES:
        properties["role"] = (Value(OFFICES[kind]),)
        links = {"director": (owner,), "organization": (asset,)}
        return Entry(key, "Directorship", statement.where, record.start, record.end, properties, links)
    if share := _share(interest.get("share")):
        properties["percentage"] = (Value(share),)
    indirect = interest.get("directOrIndirect") == "indirect"
    status = "nominee" if kind == "nominee" else "" if kind in UNKNOWN else "owns" if kind in OWNING else "controls"
    # Whoever owns through others does not hold the shares: counting them here too would count them twice.
    properties["role"] = (Value("controls" if indirect and status == "owns" else status or "unknown"),)
    links = {"owner": (owner,), "asset": (asset,)}
    return Entry(key, "Ownership", statement.where, record.start, record.end, properties, links)


def _share(share: object) -> str:
    """The stake as a cell would say it: "75", "25-50", ">25"."""
    if not isinstance(share, dict):
        return ""
    exact, low, high = (share.get(key) for key in ("exact", "minimum", "maximum"))
    # Bounds that are not part of the stake are numbers in 0.4, and were flags beside the bound before.
    above, below = (_number(share.get(key)) for key in ("exclusiveMinimum", "exclusiveMaximum"))
    if (number := _number(exact)) is not None:
        return f"{number:g}"
    least, most = _number(low), _number(high)
    least, most = above if least is None else least, below if most is None else most
    if least is not None and most is not None:
        return f"{least:g}-{most:g}"
    if least is not None:
        return f"{'>' if above is not None or share.get('exclusiveMinimum') is True else '>='}{least:g}"
    return f"<={most:g}" if most is not None else ""


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
