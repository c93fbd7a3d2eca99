"""The Security Council's consolidated list as XML (schema: scsanctions.un.org, consolidated list, sc-sanctions.xsd)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from primafacie.model import Listing
from primafacie.screening.lists import names
from primafacie.screening.lists.countries import countries, country
from primafacie.screening.lists.dates import births, iso, span
from primafacie.screening.lists.edition import CUT_SHORT, Loader, Part, Reading, Unusable, gender, profile
from primafacie.screening.lists.identifiers import numbers
from primafacie.screening.lists.trees import Node, children, elements, root_tag, text, texts

ROOT = "CONSOLIDATED_LIST"
_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_ADDRESS_PARTS = ("STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY")
_FATHER = re.compile(r"[Ff]ather(?:[’']s)? name(?: is| was)?:?\s+(?P<name>[^.;,(]{3,60})")
_MOTHER = re.compile(r"[Mm]other(?:[’']s)? name(?: is| was)?:?\s+(?P<name>[^.;,(]{3,60})")
_GENDER = re.compile(r"\bGender:?\s*(male|female)", re.IGNORECASE)
_IMO = re.compile(r"\bIMO(?: number| No\.?)?:?\s*(\d{7})\b")


def _recognises(part: Part) -> bool:
    return root_tag(part) == ROOT


def _read(parts: Sequence[Part], key: str | None) -> Reading:
    part, date = parts[0], None
    listings: dict[str, Listing] = {}
    for node in elements(part, "INDIVIDUAL", "ENTITY"):
        if node.tag == ROOT:
            date = iso(node.get("dateGenerated", "")) or date
            continue
        listing = _listing(node, key or LOADER.key)
        if listing.id in listings or not listing.profile.names or not text(node, "DATAID"):
            raise Unusable("an entry has no number or name, or its number is there twice", part.name, CUT_SHORT)
        listings[listing.id] = listing
    return Reading(tuple(listings.values()), date=date)


def _listing(node: Node, key: str) -> Listing:
    person = node.tag == "INDIVIDUAL"
    kind = "INDIVIDUAL" if person else "ENTITY"
    comments = text(node, "COMMENTS1")
    main, inner = names.readings(" ".join(filter(None, (text(node, tag) for tag in _NAME_PARTS))), person)
    original, hints = names.readings(text(node, "NAME_ORIGINAL_SCRIPT"), person)
    strong, weak = _aliases(node, f"{kind}_ALIAS", person)
    addresses = list(children(node, f"{kind}_ADDRESS"))
    documents = list(children(node, "INDIVIDUAL_DOCUMENT"))
    said = _GENDER.search(comments)
    relatives = [found["name"] for form in (_FATHER, _MOTHER) for found in form.finditer(comments)] if person else []
    return Listing(
        id=f"{key}:{text(node, 'DATAID')}",
        list=key,
        profile=profile(
            "Person" if person else "LegalEntity",
            [*main, *original, *strong],
            weak=[*inner, *hints, *weak],
            birth_dates=_births(node),
            countries=[
                *(code for value in texts(node, "NATIONALITY", "VALUE") for code in countries(value)),
                *(country(text(one, "COUNTRY")) for one in addresses if "previous" not in text(one, "NOTE").lower()),
                *(country(text(one, tag)) for one in documents for tag in ("ISSUING_COUNTRY", "COUNTRY_OF_ISSUE")),
            ],
            identifiers=[
                *(number for one in documents for number in numbers(text(one, "NUMBER"))),
                *_IMO.findall(comments),
            ],
            genders=[gender(text(node, "GENDER")) or (gender(said[1]) if said else None)],
            positions=[*texts(node, "DESIGNATION", "VALUE"), *texts(node, "TITLE", "VALUE")],
            relatives=relatives,
            addresses=[_address(one) for one in addresses],
        ),
        programs=(text(node, "UN_LIST_TYPE"),),
        since=iso(text(node, "LISTED_ON")),
        reason=comments,
    )  # fmt: skip


def _aliases(node: Node, tag: str, person: bool) -> tuple[list[str], list[str]]:
    strong: list[str] = []
    weak: list[str] = []
    for alias in children(node, tag):
        good, low = names.readings(text(alias, "ALIAS_NAME"), person)
        kept, single = names.sorted_out(good, person)
        poor = text(alias, "QUALITY") == "Low"
        weak += [*(kept if poor else []), *single, *low]
        strong += [] if poor else kept
    return strong, weak


def _births(node: Node) -> Iterator[str]:
    for said in children(node, "INDIVIDUAL_DATE_OF_BIRTH"):
        first, last = text(said, "FROM_YEAR"), text(said, "TO_YEAR")
        about = text(said, "TYPE_OF_DATE") == "APPROXIMATELY"
        if first and last:
            yield from span(first[:4], last[:4])
        elif value := text(said, "DATE") or text(said, "YEAR") or text(said, "NOTE"):
            yield from births(f"circa {value}" if about else value)
    for alias in children(node, "INDIVIDUAL_ALIAS"):
        yield from births(text(alias, "DATE_OF_BIRTH"))


def _address(node: Node) -> str:
    return ", ".join(filter(None, (text(node, tag) for tag in _ADDRESS_PARTS)))


LOADER = Loader(
    "UN XML", "un", "United Nations Security Council Consolidated List", "United Nations Security Council",
    _recognises, _read,
)  # fmt: skip
