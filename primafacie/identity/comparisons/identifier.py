"""Numbers that one holder has: passport, tax, registration, LEI, IMO, Wikidata."""

from __future__ import annotations

import re
from collections.abc import Iterable

from primafacie.identity.comparisons.evidence import Said
from primafacie.model import Profile

FEATURES = ("identifier_same", "contact_same", "identifier_differs", "wikidata_differs")
_SPACE = re.compile(r"[^0-9A-Za-z]+")
_WIKIDATA = re.compile(r"^Q\d+$")
SHORTEST = 5
"""Characters of a number that is worth comparing."""
FORMATS = (re.compile(r"^\d{13}$"), re.compile(r"^\d{12}$"), re.compile(r"^[0-9A-Z]{18}\d\d$"), re.compile(r"^\d{10}$"))
"""Numbers told apart by their form: Russian OGRN, a person's INN, ISO 17442 (LEI), a company's INN."""


def compare(left: Profile, right: Profile) -> Said | None:
    """A number in common; numbers of one form that differ speak against, mildly, for holders have several."""
    here, there = _plain(left.identifiers), _plain(right.identifiers)
    shared = here.keys() & there.keys()
    numbers = sorted(s for s in shared if any(c.isdigit() for c in s) and "@" not in here[s] and not _contact(here[s]))
    if numbers:
        return Said("identifier_same", f"the number {here[numbers[0]]} in both")
    if shared:
        return Said("contact_same", f"{here[sorted(shared)[0]]} in both")
    known = [s for s in here if _WIKIDATA.match(s)], [s for s in there if _WIKIDATA.match(s)]
    if all(known):
        return Said("wikidata_differs", f"{known[0][0]} against {known[1][0]} in Wikidata")
    for form in FORMATS:
        one, other = [s for s in here if form.match(s)], [s for s in there if form.match(s)]
        if one and other:
            return Said("identifier_differs", f"the number {here[one[0]]} against {there[other[0]]}")
    return None


def _contact(text: str) -> bool:
    return "://" in text or text.startswith("+") or "www." in text


def _plain(numbers: Iterable[str]) -> dict[str, str]:
    """Identifier without blanks and marks -> as written."""
    plain = {}
    for number in numbers:
        short = _SPACE.sub(
            "", number.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.")
        ).upper()
        if len(short) >= SHORTEST or _WIKIDATA.match(short):
            plain[short.removeprefix("IMO") or short] = number
    return plain
