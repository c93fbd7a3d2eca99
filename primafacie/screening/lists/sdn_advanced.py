"""OFAC's sdn_advanced.xml and cons_advanced.xml, in the Advanced Sanctions Data Model (UN 1267/1989 Committee's model).

The file keeps its parts apart and ties them by numbers: reference values first, then places, documents, parties and,
last, the entries that say since when and under which programme a party is listed. Each part is read as it streams by;
what is kept in between is a few short strings a party. See sdn_advanced_notes.pdf of OFAC.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from primafacie.model import Listing, Profile
from primafacie.screening.lists import names, ofac_csv
from primafacie.screening.lists.countries import country
from primafacie.screening.lists.dates import iso, span
from primafacie.screening.lists.edition import (
    CUT_SHORT,
    Loader,
    Part,
    Reading,
    Unusable,
    distinct,
    gender,
    profile,
)  # fmt: skip
from primafacie.screening.lists.trees import Node, child, children, elements, local, root_tag, text, texts

ROOT = "Sanctions"
_SCHEMAS = {"Individual": "Person", "Vessel": "Vessel", "Aircraft": "Airplane"}
_ORDER = ("First Name", "Middle Name", "Patronymic", "Last Name", "Maiden Name", "Matronymic",
          "Entity Name", "Vessel Name", "Aircraft Name")  # fmt: skip
"""The parts of a name as it is said."""
_COUNTRIES = ("Location", "Nationality Country", "Citizenship Country", "VESSEL FLAG", "Vessel Flag")
_NUMBERS = ("Digital Currency Address", "Vessel Call Sign", "SWIFT/BIC", "BIK", "MMSI", "D-U-N-S", "MICEX", "UN/LOCODE",
            "Equity Ticker", "Aircraft Tail Number", "Aircraft Manufacturer's Serial Number")  # fmt: skip


@dataclass(slots=True)
class _References:
    """Reference values by their kind and number, and what else parties point to."""

    values: dict[tuple[str, str], str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    """Number of a party's subtype -> number of its type."""
    places: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Number of a place -> address and country as printed."""
    documents: dict[str, list[tuple[str, str]]] = field(default_factory=lambda: defaultdict(list))
    """Number of an identity -> number of a document and who issued it."""

    def value(self, kind: str, number: str | None) -> str:
        return self.values.get((kind, number or ""), "")


@dataclass(slots=True)
class _Entry:
    """What the entries of the list say of a party."""

    since: str | None = None
    programs: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


def _recognises(part: Part) -> bool:
    return root_tag(part) == ROOT and not part.name.lower().startswith("cons")


def _recognises_consolidated(part: Part) -> bool:
    return root_tag(part) == ROOT and part.name.lower().startswith("cons")


def _read(parts: Sequence[Part], key: str) -> Reading:
    part, date, known = parts[0], None, _References()
    drafts: dict[str, tuple[str, Profile, str]] = {}
    entries: dict[str, _Entry] = defaultdict(_Entry)
    for node in elements(
        part, "DateOfIssue", "ReferenceValueSets", "Location", "IDRegDocument", "DistinctParty", "SanctionsEntry"
    ):
        match local(node):
            case "DateOfIssue":
                date = _day(node)
            case "ReferenceValueSets":
                _take_references(node, known)
            case "Location":
                known.places[node.get("ID", "")] = _place(node, known)
            case "IDRegDocument":
                issuer = known.value("Country", node.get("IssuedBy-CountryID"))
                known.documents[node.get("IdentityID", "")].append((text(node, "IDRegistrationNo"), issuer))
            case "DistinctParty":
                for found in children(node, "Profile"):
                    drafts[found.get("ID", "")] = _party(node, found, known, part)
            case "SanctionsEntry":
                _take_entry(node, entries[node.get("ProfileID", "")], known)
    found = {number: _listing(number, *draft, entries[identity], key) for identity, draft in drafts.items()
             for number in [draft[0]]}  # fmt: skip
    return Reading(tuple(found.values()), date=date)


def _take_references(node: Node, known: _References) -> None:
    for kind in node:
        for value in kind:
            number = value.get("ID", "")
            known.values[local(value), number] = " ".join((value.text or "").split())
            if parent := value.get("PartyTypeID"):
                known.parents[number] = parent


def _place(node: Node, known: _References) -> tuple[str, str]:
    lands = [known.value("Country", one.get("CountryID")) for one in children(node, "LocationCountry")]
    land = next((land for land in lands if land and land != "undetermined"), "")
    said = texts(node, "LocationPart", "LocationPartValue", "Value")
    return ", ".join(distinct([*said, land])), land


def _party(party: Node, found: Node, known: _References, part: Part) -> tuple[str, Profile, str]:
    """The number of the entry, its profile so far, and the comment."""
    number = party.get("FixedRef", "")
    subtype = found.get("PartySubTypeID", "")
    kind = known.value("PartySubType", subtype)
    kind = kind if kind in _SCHEMAS else known.value("PartyType", known.parents.get(subtype))
    schema = _SCHEMAS.get(kind, "LegalEntity")
    strong, weak, papers = _identities(found, known, schema == "Person")
    if not number or not (strong or weak):
        raise Unusable(f"entry {number or '(no number)'} has no name", part.name, CUT_SHORT)
    said = _Features()
    for feature in children(found, "Feature"):
        said.take(known.value("FeatureType", feature.get("FeatureTypeID")), feature, known)
    made = profile(
        schema, strong, weak=weak, birth_dates=said.births, genders=said.genders, positions=said.titles,
        countries=(country(land) for land in [*said.countries, *(land for _, land in papers)] if land),
        identifiers=[*(paper for paper, _ in papers), *said.numbers], addresses=said.addresses,
    )  # fmt: skip
    return number, made, text(party, "Comment")


def _identities(found: Node, known: _References, person: bool) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    """Strong names, weak names, and documents with their issuers."""
    strong: list[str] = []
    weak: list[str] = []
    papers: list[tuple[str, str]] = []
    for identity in children(found, "Identity"):
        papers += known.documents.pop(identity.get("ID", ""), [])
        groups = {
            group.get("ID"): known.value("NamePartType", group.get("NamePartTypeID"))
            for block in children(identity, "NamePartGroups") for master in block for group in master
        }  # fmt: skip
        for alias in sorted(children(identity, "Alias"), key=lambda alias: alias.get("Primary") != "true"):
            main, frail = alias.get("Primary") == "true", alias.get("LowQuality") == "true"
            said = [_spoken(name, groups) for name in children(alias, "DocumentedName")]
            good, poor = (said, []) if main else names.sorted_out(said, person)
            strong += [] if frail else good
            weak += [*good, *poor] if frail else poor
    return strong, weak, papers


def _spoken(name: Node, groups: dict[str | None, str]) -> str:
    values = [value for block in children(name, "DocumentedNamePart") for value in children(block, "NamePartValue")]

    def place(value: Node) -> int:
        kind = groups.get(value.get("NamePartGroupID"), "")
        return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)

    return " ".join(text(value) for value in sorted(values, key=place))


@dataclass(slots=True)
class _Features:
    """What the features of a party say."""

    births: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    genders: list[str | None] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)

    def take(self, kind: str, feature: Node, known: _References) -> None:
        for version in children(feature, "FeatureVersion"):
            detail = _detail(version, known)
            places = [
                known.places.get(one.get("LocationID", ""), ("", "")) for one in children(version, "VersionLocation")
            ]
            if kind == "Birthdate":
                self.births += _births(child(version, "DatePeriod"))
            elif kind == "Gender":
                self.genders.append(gender(detail))
            elif kind == "Title":
                self.titles.append(detail)
            elif kind in _COUNTRIES:
                self.countries += [detail, *(land for _, land in places)]
                self.addresses += [address for address, _ in places] if kind == "Location" else []
            elif kind.startswith(_NUMBERS):
                self.numbers.append(detail)


def _detail(version: Node, known: _References) -> str:
    said = child(version, "VersionDetail")
    if said is None:
        return ""
    return text(said) or known.value("DetailReference", said.get("DetailReferenceID"))


def _births(period: Node | None) -> Iterator[str]:
    if period is None:
        return
    ends = [day for end in ("Start", "End") for bound in ("From", "To")
            if (box := child(period, end)) is not None and (day := _day(child(box, bound)))]  # fmt: skip
    if ends and min(ends) == max(ends):
        yield ends[0]
    elif ends:
        yield from span(min(ends), max(ends))


def _day(node: Node | None) -> str | None:
    if node is None or not text(node, "Year"):
        return None
    parts = [text(node, tag).zfill(2) for tag in ("Year", "Month", "Day") if text(node, tag)]
    return iso("-".join(parts))


def _take_entry(node: Node, entry: _Entry, known: _References) -> None:
    days = [day for event in children(node, "EntryEvent") if (day := _day(child(event, "Date")))]
    entry.since = min(filter(None, [entry.since, *days]), default=None)
    for event in children(node, "EntryEvent"):
        entry.reasons.append(known.value("LegalBasis", event.get("LegalBasisID")))
    for measure in children(node, "SanctionsMeasure"):
        kind = known.value("SanctionsType", measure.get("SanctionsTypeID"))
        if kind == "Program":
            entry.programs.append(text(measure, "Comment"))
        else:
            entry.measures.append(kind)


def _listing(number: str, _: str, made: Profile, comment: str, entry: _Entry, key: str) -> Listing:
    return Listing(
        id=f"{key}:{number}", list=key, profile=made, programs=distinct(entry.programs), since=entry.since,
        measures=distinct(entry.measures), reason="; ".join(distinct([comment, *entry.reasons])),
    )  # fmt: skip


SDN = Loader(
    "OFAC advanced XML", ofac_csv.SDN.key, ofac_csv.SDN.name, ofac_csv.OFAC, _recognises,
    lambda parts, key: _read(parts, key or ofac_csv.SDN.key),
)  # fmt: skip
CONSOLIDATED = Loader(
    "OFAC consolidated advanced XML", ofac_csv.CONSOLIDATED.key, ofac_csv.CONSOLIDATED.name, ofac_csv.OFAC,
    _recognises_consolidated, lambda parts, key: _read(parts, key or ofac_csv.CONSOLIDATED.key),
)  # fmt: skip
