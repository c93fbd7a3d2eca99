"""Reads a record in FollowTheMoney's vocabulary into a profile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from primafacie.model import Problem, Profile

NAMES, WEAK = ("name", "alias", "previousName"), ("weakAlias", "abbreviation")
DATES = ("birthDate", "incorporationDate")
COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag")
IDENTIFIERS = (
    "idNumber", "passportNumber", "taxNumber", "innCode", "ogrnCode", "registrationNumber", "leiCode", "imoNumber",
    "mmsi", "wikidataId", "socialSecurityNumber", "vatCode", "permId", "swiftBic", "okpoCode", "uniqueEntityId", "isin",
    "callSign", "npiCode", "dunsCode", "cageCode", "giiNumber", "serialNumber", "publicKey", "email", "phone",
    "website",
)  # fmt: skip
POSITIONS, RELATIVES, ADDRESSES = (
    ("position", "classification"),
    ("fatherName", "motherName"),
    ("address", "birthPlace"),
)
MOST = 200
"""Values of a property that are read."""


def profile(record: object, where: str = "record") -> Profile | Problem:
    """The profile of ``{"schema", "properties": {name: [values]}}``, or of a plain name; a Problem where it is neither.

    A record that holds no name is read all the same: nothing can be said of it, and comparing says so.
    """
    if isinstance(record, str):
        return Profile("LegalEntity", (record,))
    if not isinstance(record, Mapping) or not isinstance(record.get("properties"), Mapping):
        return _problem(where, "is neither a name nor a record")
    properties: Mapping[str, Any] = record["properties"]
    names = _values(properties, NAMES)
    if not names:
        first, last = _values(properties, ("firstName",)), _values(properties, ("lastName",))
        names = tuple(f"{one} {other}" for one in first[:3] for other in last[:3])
    schema = record.get("schema")
    return Profile(
        schema=schema if isinstance(schema, str) else "LegalEntity", names=names, weak=_values(properties, WEAK),
        birth_dates=_values(properties, DATES), countries=_values(properties, COUNTRIES),
        identifiers=_values(properties, IDENTIFIERS), genders=_values(properties, ("gender",)),
        positions=_values(properties, POSITIONS), relatives=_values(properties, RELATIVES),
        addresses=_values(properties, ADDRESSES),
    )  # fmt: skip


def _values(properties: Mapping[str, Any], wanted: Iterable[str]) -> tuple[str, ...]:
    """The texts of these properties in order, each once."""
    found: dict[str, None] = {}
    for name in wanted:
        values = properties.get(name, ())
        for value in [values] if isinstance(values, str) else values if isinstance(values, list | tuple) else ():
            if isinstance(value, str) and value.strip() and len(found) < MOST:
                found[value.strip()] = None
    return tuple(found)


def _problem(where: str, what: str) -> Problem:
    return Problem(what, where, 'give a text, or {"schema": "Person", "properties": {"name": ["…"]}}', "screen")
