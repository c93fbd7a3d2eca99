"""EU restrictive measures as transcribed from the Official Journal: one CSV an act, one row an entry of an annex.

The form is that of the acts as OpenSanctions transcribes them ("EU Sanctions from the Official Journal"): headings,
several values of one cell parted by ";", the words of the act otherwise as printed. ``recordId`` is the number printed
in the annex; an entry without one is known by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from primafacie.model import Listing
from primafacie.screening.lists import names
from primafacie.screening.lists.countries import countries, country_at_end
from primafacie.screening.lists.dates import births, iso
from primafacie.screening.lists.edition import Loader, Part, Reading, distinct, gender, profile
from primafacie.screening.lists.identifiers import numbers
from primafacie.screening.lists.tables import first_lines, headed

REQUIRED = ("celex", "recordId", "annex", "schema", "name", "alias")
_IDENTIFIERS = (
    "passportNumber", "idNumber", "registrationNumber", "taxNumber", "innCode", "ogrnCode", "kppCode", "okpoCode",
    "leiCode", "swiftBic", "imoNumber", "mmsi",
)  # fmt: skip
_BRACKET = re.compile(r"\s*\([^)]*\)")
_HIJRI = re.compile(r"\b1[34]\d\d \(Iranian[^)]*\),?\s*")
_NOTE_AFTER = re.compile(r"\b(?:POB|Nationality|Gender|Passport)\b.*$")


def _recognises(part: Part) -> bool:
    return first_lines(part)[0].startswith("celex,")


def _read(parts: Sequence[Part], key: str | None) -> Reading:
    listings = [
        _listing(row, key or LOADER.key)
        for part in sorted(parts, key=lambda part: part.name)
        for row in headed(part, REQUIRED)
    ]
    return Reading(tuple(listings))


def _listing(row: Mapping[str, str], key: str) -> Listing:
    person = row["schema"] == "Person"
    main, inner = names.readings(row["name"], person)
    aliases, weak = _names(row["alias"], person)
    former, former_weak = _names(row.get("previousName", ""), person)
    frail = [name for some in _names(row.get("weakAlias", ""), person) for name in some]
    return Listing(
        id=f"{key}:{row['celex']}:{row['annex']}:{row['recordId'] or row['name']}",
        list=key,
        profile=profile(
            row["schema"] or "LegalEntity", [*main, *aliases, *former],
            weak=[*inner, *weak, *former_weak, *frail],
            birth_dates=_births(row.get("birthDate", "")),
            countries=_countries(row),
            identifiers=(number for column in _IDENTIFIERS for number in numbers(row.get(column, ""))),
            genders=[gender(row.get("gender"))],
            positions=_values(row.get("position", "")),
            relatives=(_BRACKET.sub("", row.get(column, "")) for column in ("fatherName", "motherName")),
            addresses=_values(row.get("address", "")),
        ),
        programs=tuple(filter(None, (row.get("programKey", ""), row["celex"]))),
        since=iso(row.get("startDate", "")),
        measures=distinct([row.get("measure")]),
        reason=row.get("reason", "") or row.get("notes", ""),
    )  # fmt: skip


def _values(cell: str) -> list[str]:
    return [value.strip(' "') for value in cell.split(";")]


def _names(cell: str, person: bool) -> tuple[list[str], list[str]]:
    if not cell:
        return [], []
    good, low = names.readings(cell.strip('"'), person)
    strong, weak = names.sorted_out(good, person)
    return strong, [*weak, *low]


def _births(cell: str) -> Iterator[str]:
    text = _NOTE_AFTER.sub("", _HIJRI.sub("", cell))
    for value in re.split(r"\s*;\s*|,?\s*\([a-z]\)\s*", text):
        if value:
            yield from births(value)


def _countries(row: Mapping[str, str]) -> Iterator[str | None]:
    for column in ("nationality", "country", "jurisdiction", "flag"):
        for value in _values(row.get(column, "")):
            yield from countries(value)
    for address in _values(row.get("address", "")):
        yield country_at_end(address)


LOADER = Loader(
    "EU Official Journal CSV", "eu", "EU restrictive measures (Official Journal)", "European Union", _recognises,
    _read, together=True,
)  # fmt: skip
