"""The European Commission's consolidated financial sanctions list (FSF): its CSV and its XML, versions 1.0 and 1.1.

In the CSV, parted by semicolons, a row holds the entry and one name, one address, one date of birth, one document or
one citizenship; in the XML each is an element of the entry. Entries are known by the EU's reference number
("EU.27.28"), or by the logical number where they have none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from primafacie.screening.lists import names
from primafacie.screening.lists.countries import country
from primafacie.screening.lists.dates import births, iso, span
from primafacie.screening.lists.drafts import Draft
from primafacie.screening.lists.edition import CUT_SHORT, Loader, Part, Reading, Unusable, gender
from primafacie.screening.lists.tables import first_lines, headed
from primafacie.screening.lists.trees import Node, child, children, elements, local, root_tag, text

ROOT = "export"
REQUIRED = ("Entity_LogicalId", "Entity_SubjectType", "NameAlias_WholeName")
Said = Mapping[str, str]
"""The attributes of an element of the XML, or the cells of a row of the CSV under the same names."""


def _recognises_csv(part: Part) -> bool:
    return "Entity_LogicalId" in first_lines(part)[0]


def _recognises_xml(part: Part) -> bool:
    return root_tag(part) == ROOT and b"/fsd/export" in part.head


def _read_csv(parts: Sequence[Part], key: str | None) -> Reading:
    part, date = parts[0], None
    drafts: dict[str, Draft] = {}
    for row in headed(part, REQUIRED, delimiter=";"):
        date = date or iso(row.get("fileGenerationDate", ""))
        number = row.get("Entity_EU_ReferenceNumber") or row["Entity_LogicalId"]
        kinds = (row.get("Entity_SubjectType_ClassificationCode", ""), row["Entity_SubjectType"])
        draft = drafts.setdefault(number, Draft("Person" if _is_person(kinds) else "LegalEntity"))
        draft.since += filter(None, [iso(row.get("Entity_DesignationDate", ""))])
        draft.reasons += [row.get("Entity_DesignationDetails", ""), row.get("Entity_Remark", "")]
        _take_regulation(_cells(row, "Entity_Regulation_"), draft)
        _take_name(_cells(row, "NameAlias_"), draft)
        _take_address(_cells(row, "Address_"), draft)
        _take_birth(_cells(row, "BirthDate_"), draft)
        _take_document(_cells(row, "Identification_"), draft)
        draft.countries.append(country(row.get("Citizenship_CountryIso2Code", "")))
    return _reading(part, drafts, key, date)


def _cells(row: Said, prefix: str) -> dict[str, str]:
    """The cells of one kind under the names that the attributes of the XML have: "NameAlias_WholeName", wholeName."""
    cut = len(prefix)
    return {name[cut].lower() + name[cut + 1 :]: cell for name, cell in row.items() if name.startswith(prefix) and cell}


def _read_xml(parts: Sequence[Part], key: str | None) -> Reading:
    part, date = parts[0], None
    drafts: dict[str, Draft] = {}
    for node in elements(part, "sanctionEntity"):
        if local(node) == ROOT:
            date = iso(node.get("generationDate", ""))
            continue
        number = node.get("euReferenceNumber") or node.get("logicalId") or ""
        kind = child(node, "subjectType")
        kinds = (kind.get("classificationCode", ""), kind.get("code", "")) if kind is not None else ("", "")
        draft = drafts.setdefault(number, Draft("Person" if _is_person(kinds) else "LegalEntity"))
        draft.since += filter(None, [iso(node.get("designationDate", ""))])
        draft.reasons += [node.get("designationDetails", ""), *(text(one) for one in children(node, "remark"))]
        for tag, take in _ELEMENTS:
            for one in children(node, tag):
                take(_attributes(one), draft)
    return _reading(part, drafts, key, date)


def _attributes(node: Node) -> dict[str, str]:
    said = {name: value for name, value in node.attrib.items() if value}
    if remark := text(node, "remark"):
        said.setdefault("remark", remark)
    return said


def _reading(part: Part, drafts: Mapping[str, Draft], key: str | None, date: str | None) -> Reading:
    nameless = next((number for number, draft in drafts.items() if not (draft.names or draft.weak) or not number), None)
    if nameless is not None:
        raise Unusable(f"entry {nameless or '(no number)'} has no name", part.name, CUT_SHORT)
    listings = tuple(draft.listing(key or CSV.key, number) for number, draft in drafts.items())
    return Reading(listings, date=date)


def _is_person(kinds: tuple[str, str]) -> bool:
    return bool({"P", "person"} & set(kinds))


def _take_regulation(said: Said, draft: Draft) -> None:
    draft.programs += [said.get("programme", "")]
    if said.get("regulationType", said.get("type", "")) == "regulation":
        draft.since += filter(None, [iso(said.get("entryIntoForceDate", "") or said.get("publicationDate", ""))])


def _take_name(said: Said, draft: Draft) -> None:
    whole = said.get("wholeName") or " ".join(
        filter(None, (said.get(part, "") for part in ("firstName", "middleName", "lastName")))
    )
    good, low = names.readings(whole, draft.person) if whole else ((), ())
    strong, weak = names.sorted_out(good, draft.person) if draft.names else (list(good), [])
    if said.get("strong", "true").lower() == "false":
        strong, weak = [], [*strong, *weak]
    draft.names += strong
    draft.weak += [*weak, *low]
    draft.genders.append(gender(said.get("gender")))
    draft.positions += [said.get("function", ""), said.get("title", "")]


def _take_address(said: Said, draft: Draft) -> None:
    draft.countries.append(country(said.get("countryIso2Code", "")) or country(said.get("countryDescription", "")))
    land = said.get("countryDescription", "")
    parts = [said.get(part, "") for part in ("street", "poBox", "city", "zipCode", "region", "place")]
    draft.addresses.append(", ".join(filter(None, [*parts, "" if land == "UNKNOWN" else land])))


def _take_birth(said: Said, draft: Draft) -> None:
    first, last = said.get("yearRangeFrom", ""), said.get("yearRangeTo", "")
    if said.get("calendarType", "GREGORIAN").upper() != "GREGORIAN":
        return
    about = said.get("circa", "").lower() == "true"
    if day := said.get("birthdate") or said.get("birthDate"):
        draft.births += births(f"circa {day}" if about else day)
    elif first[:4].isdecimal() and last[:4].isdecimal():
        draft.births += span(first[:4], last[:4])
    elif year := said.get("year"):
        month, day = said.get("monthOfYear", said.get("month", "")), said.get("dayOfMonth", said.get("day", ""))
        parts = [year, *([month.zfill(2), *([day.zfill(2)] if day else [])] if month and not about else [])]
        draft.births += filter(None, [iso("-".join(parts))])


def _take_document(said: Said, draft: Draft) -> None:
    if said.get("knownFalse", "").lower() == "true":
        return
    draft.identifiers.append(said.get("number", "") or said.get("latinNumber", ""))
    draft.countries.append(country(said.get("countryIso2Code", "")))


def _take_citizenship(said: Said, draft: Draft) -> None:
    draft.countries.append(country(said.get("countryIso2Code", "")) or country(said.get("countryDescription", "")))


_ELEMENTS = (
    ("regulation", _take_regulation), ("nameAlias", _take_name), ("address", _take_address), ("birthdate", _take_birth),
    ("identification", _take_document), ("citizenship", _take_citizenship),
)  # fmt: skip

_EU = ("eu-fsf", "EU consolidated financial sanctions list", "European Commission")
CSV = Loader("EU consolidated CSV", *_EU, _recognises_csv, _read_csv)
XML = Loader("EU consolidated XML", *_EU, _recognises_xml, _read_xml)
