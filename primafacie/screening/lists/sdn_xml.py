"""OFAC's sdn.xml and consolidated.xml (schema: sdnList, XSD at OFAC's Sanctions List Service)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from primafacie.model import Listing
from primafacie.screening.lists import names, ofac_csv
from primafacie.screening.lists.countries import country
from primafacie.screening.lists.dates import births, iso
from primafacie.screening.lists.edition import CUT_SHORT, Loader, Part, Reading, Unusable, gender, note, profile
from primafacie.screening.lists.trees import Node, child, children, elements, local, root_tag, text, texts

ROOT = "sdnList"
_SCHEMAS = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}
_NO_IDENTIFIERS = ("Gender", "Website", "Email Address", "Phone Number", "Secondary sanctions", "Additional Sanctions")
_ADDRESS_PARTS = ("address1", "address2", "address3", "city", "stateOrProvince", "postalCode", "country")


def _recognises(part: Part) -> bool:
    return root_tag(part) == ROOT and not part.name.lower().startswith("cons")


def _recognises_consolidated(part: Part) -> bool:
    return root_tag(part) == ROOT and part.name.lower().startswith("cons")


def _read(parts: Sequence[Part], key: str) -> Reading:
    part, date, said = parts[0], None, ""
    listings: dict[str, Listing] = {}
    for node in elements(part, "publshInformation", "publishInformation", "sdnEntry"):
        if local(node) == ROOT:
            continue
        if local(node) != "sdnEntry":
            date, said = iso(text(node, "Publish_Date"), month_first=True), text(node, "Record_Count")
            continue
        number = text(node, "uid")
        if not number or number in listings or not text(node, "lastName"):
            raise Unusable(f"entry {number or '(no number)'} is there twice or has no name", part.name, CUT_SHORT)
        listings[number] = _listing(node, number, key)
    short = said.isdecimal() and int(said) != len(listings)
    notes = (
        (note(f"it says that it has {said} entries, and has {len(listings)}", part.name, CUT_SHORT),) if short else ()
    )
    return Reading(tuple(listings.values()), date=date, notes=notes)


def _listing(node: Node, number: str, key: str) -> Listing:
    schema = _SCHEMAS.get(text(node, "sdnType").lower(), "LegalEntity")
    person = schema == "Person"
    main, inner = names.readings(_name(node), person)
    strong, weak = _aliases(node, person)
    ids = [(text(one, "idType"), text(one, "idNumber"), text(one, "idCountry")) for one in _items(node, "idList", "id")]
    numbers = [one for one in ids if not one[0].startswith(_NO_IDENTIFIERS) and any(map(str.isdigit, one[1]))]
    addresses = list(_items(node, "addressList", "address"))
    vessel = child(node, "vesselInfo")
    spoken = [text(node, "vesselInfo", "vesselFlag"), *texts(node, "nationalityList", "nationality", "country"),
              *texts(node, "citizenshipList", "citizenship", "country"), *(text(one, "country") for one in addresses),
              *(one[2] for one in numbers)]  # fmt: skip
    return Listing(
        id=f"{key}:{number}",
        list=key,
        profile=profile(
            schema, [*main, *strong],
            weak=[*inner, *weak],
            birth_dates=[date for said in texts(node, "dateOfBirthList", "dateOfBirthItem", "dateOfBirth")
                         for date in births(said)],
            countries=(country(name) for name in spoken if name),
            identifiers=[*(one[1] for one in numbers), text(vessel, "callSign")],
            genders=[gender(one[1]) for one in ids if one[0] == "Gender"],
            positions=[text(node, "title")],
            addresses=(", ".join(filter(None, (text(one, tag) for tag in _ADDRESS_PARTS))) for one in addresses),
        ),
        programs=tuple(texts(node, "programList", "program")),
        reason=text(node, "remarks"),
    )  # fmt: skip


def _items(node: Node, *path: str) -> Iterator[Node]:
    inner = child(node, path[0])
    return children(inner, path[1]) if inner is not None else iter(())


def _name(node: Node) -> str:
    return " ".join(filter(None, (text(node, "firstName"), text(node, "lastName"))))


def _aliases(node: Node, person: bool) -> tuple[list[str], list[str]]:
    said = [(_name(alias), text(alias, "category") == "weak") for alias in _items(node, "akaList", "aka")]
    strong, weak = names.sorted_out([name for name, frail in said if not frail], person)
    return strong, [*weak, *(name for name, frail in said if frail)]


SDN = Loader(
    "OFAC XML", ofac_csv.SDN.key, ofac_csv.SDN.name, ofac_csv.OFAC, _recognises,
    lambda parts, key: _read(parts, key or ofac_csv.SDN.key),
)  # fmt: skip
CONSOLIDATED = Loader(
    "OFAC consolidated XML", ofac_csv.CONSOLIDATED.key, ofac_csv.CONSOLIDATED.name, ofac_csv.OFAC,
    _recognises_consolidated, lambda parts, key: _read(parts, key or ofac_csv.CONSOLIDATED.key),
)  # fmt: skip
