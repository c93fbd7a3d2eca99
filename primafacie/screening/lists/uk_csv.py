"""The United Kingdom's lists as CSV: the UK Sanctions List (FCDO) and the Consolidated List (OFSI, to January 2026).

Both hold one row a name or address, and begin with a line that says the date. An entry is known by the unique id of
the UK Sanctions List ("RUS0001"); OFSI's list gives it among its other information, and a group number beside it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from primafacie.screening.lists import names
from primafacie.screening.lists.countries import countries
from primafacie.screening.lists.dates import births, iso
from primafacie.screening.lists.drafts import Draft
from primafacie.screening.lists.edition import CUT_SHORT, Loader, Part, Reading, Unusable, gender
from primafacie.screening.lists.tables import first_lines, headed

_NAMES = ("Name 1", "Name 2", "Name 3", "Name 4", "Name 5", "Name 6")
"""Name 6 is the surname of a person, the name of anything else."""
_SCHEMAS = {"individual": "Person", "ship": "Vessel"}
_UNIQUE = re.compile(r"\(UK Sanctions List Ref\):\s*([A-Z]{2,4}\d{3,5})")
_GENDER = re.compile(r"\(Gender\):\s*(male|female)", re.IGNORECASE)
_PARTED = re.compile(r"\s*(?:\||;|\(\d+\))\s*")
_IMO = re.compile(r"\bIMO(?: number| No\.?)?\)?:?\s*(\d{7})\b")
Row = Mapping[str, str]


def _recognises_fcdo(part: Part) -> bool:
    return any("Unique ID" in line and "Name 6" in line for line in first_lines(part, 2))


def _recognises_ofsi(part: Part) -> bool:
    return any(line.strip('"\ufeff').startswith("Name 6") for line in first_lines(part, 2))


def _read(part: Part, key: str, required: Sequence[str], number: Callable[[Row], str]) -> Reading:
    opening = first_lines(part)[0]
    skip = 0 if "Name 6" in opening else 1
    drafts: dict[str, Draft] = {}
    for row in headed(part, required, skip=skip, legacy="cp1252"):
        row = {column: cell.strip() for column, cell in row.items()}
        kind = row.get("Designation Type") or row.get("Group Type", "")
        draft = drafts.setdefault(number(row), Draft(_SCHEMAS.get(kind.lower(), "LegalEntity")))
        _take_name(row, draft)
        _take_person(row, draft)
        _take_rest(row, draft)
    nameless = next((known for known, draft in drafts.items() if not known or not (draft.names or draft.weak)), None)
    if nameless is not None:
        raise Unusable(f"entry {nameless or '(no id)'} has no name", part.name, CUT_SHORT)
    return Reading(
        tuple(draft.listing(key, known) for known, draft in drafts.items()), date=iso(opening) if skip else None
    )


def _take_name(row: Row, draft: Draft) -> None:
    whole = " ".join(filter(None, (row.get(column, "") for column in _NAMES)))
    kind = (row.get("Name type") or row.get("Alias Type", "")).lower()
    strength = (row.get("Alias strength") or row.get("Alias Quality", "")).lower()
    good, low = names.readings(whole, draft.person) if whole else ((), ())
    if kind == "primary name":
        draft.names[:0] = good
    elif strength.startswith("low"):
        draft.weak += good
    else:
        strong, weak = names.sorted_out(good, draft.person)
        draft.names += strong
        draft.weak += weak
    draft.weak += low
    draft.names += [row.get("Name non-latin script") or row.get("Name Non-Latin Script", "")]
    draft.names[:] = filter(None, draft.names)


def _take_person(row: Row, draft: Draft) -> None:
    for date in _parted(row, "D.O.B", "DOB"):
        draft.births += births(date)
    for column in ("Nationality(/ies)", "Nationality", "Address Country", "Country", "Current believed flag of ship"):
        for nation in _parted(row, column):
            draft.countries += countries(nation)
    said = row.get("Gender") or "".join(_GENDER.findall(row.get("Other Information", ""))[:1])
    draft.genders.append(gender(said))
    draft.positions += [*_parted(row, "Position"), row.get("Title", "")]


def _take_rest(row: Row, draft: Draft) -> None:
    other = row.get("Other Information", "")
    draft.identifiers += _parted(
        row, "Passport number", "Passport Number", "National Identifier number", "National Identification Number",
        "NI Number", "Business registration number (s)", "IMO number", "Hull identification number (HIN)",
    )  # fmt: skip
    draft.identifiers += _IMO.findall(other)
    columns = [f"{word} {place}" for place in range(1, 7) for word in ("Address Line", "Address")]
    columns += ["Address Postal Code", "Post/Zip Code", "Address Country", "Country"]
    draft.addresses.append(", ".join(filter(None, (row.get(column, "") for column in columns))))
    draft.programs.append(row.get("Regime Name") or row.get("Regime", ""))
    draft.measures += _parted(row, "Sanctions Imposed")
    draft.reasons += [row.get("UK Statement of Reasons", ""), other]
    since = row.get("Date Designated") or row.get("Listed On", "")
    draft.since += filter(None, [iso(since)])


def _parted(row: Row, *columns: str) -> list[str]:
    return [value for column in columns for value in _PARTED.split(row.get(column, "")) if value]


def _unique(row: Row) -> str:
    """The unique id that OFSI gives among its other information; its own group number where there is none."""
    found = _UNIQUE.search(row.get("Other Information", ""))
    return found[1] if found else row["Group ID"]


def _read_fcdo(parts: Sequence[Part], key: str | None) -> Reading:
    return _read(parts[0], key or FCDO.key, ("Unique ID", "Name 6", "Name type"), lambda row: row["Unique ID"])


def _read_ofsi(parts: Sequence[Part], key: str | None) -> Reading:
    return _read(parts[0], key or OFSI.key, ("Name 6", "Group ID", "Group Type"), _unique)


FCDO = Loader(
    "UK Sanctions List CSV", "uk", "UK Sanctions List", "Foreign, Commonwealth & Development Office", _recognises_fcdo,
    _read_fcdo,
)  # fmt: skip
OFSI = Loader(
    "OFSI ConList CSV", "uk", "OFSI Consolidated List of Financial Sanctions Targets",
    "HM Treasury, Office of Financial Sanctions Implementation", _recognises_ofsi, _read_ofsi,
)  # fmt: skip
