"""Reads a name: what each of its words is, and how much it tells."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from primafacie.identity import bodies, persons
from primafacie.identity.names import BODY, PERSON, THING, Name
from primafacie.identity.text import clean

FAMILIES = {
    "Person": PERSON, "Company": BODY, "Organization": BODY, "PublicBody": BODY, "Vessel": THING, "Airplane": THING,
    "Vehicle": THING, "Asset": BODY, "Security": BODY, "CryptoWallet": THING, "Address": BODY,
}  # fmt: skip
"""FollowTheMoney schema -> family; of others (LegalEntity, Thing) the name itself has to tell."""


@lru_cache(maxsize=200_000)
def read(name: str, schema: str = "LegalEntity") -> Name:
    """The name, cleaned, transliterated and taken apart. Never raises; a text without letters gives an empty name."""
    text = clean(name)
    family = FAMILIES.get(schema, "")
    certain = bool(family)
    if not family:
        family = BODY if bodies.telling(text) else PERSON
        certain = family == BODY
    if family == PERSON:
        return persons.read(text, schema, certain)
    return bodies.read(text, schema, family)


def as_body(name: Name) -> Name:
    """The same name read as that of a company, where its schema left that open."""
    return name if name.family != PERSON else _as_body(name.text, name.schema, name.certain)


@lru_cache(maxsize=20_000)
def _as_body(text: str, schema: str, certain: bool) -> Name:
    return replace(bodies.read(text, schema, BODY), certain=certain)
