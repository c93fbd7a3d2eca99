"""The remarks of an OFAC entry: "DOB 15 Jun 1966; alt. DOB circa 1960; nationality Iran; a.k.a. 'ABU X'; Passport …".

The form is OFAC's own: "Specially Designated Nationals List, data formats and data schemas" (dat_spec.txt).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from primafacie.screening.lists.countries import country
from primafacie.screening.lists.dates import births
from primafacie.screening.lists.edition import gender

_PART = re.compile(r";\s+(?=\S)")
_KNOWN_AS = re.compile(r"^(?:alt\. )?[afn]\.k\.a\. ['\"‘“](?P<name>.+?)['\"’”]\.?$")
_LABEL = (
    r"(?:[A-Z]\w+ )?Passport(?: Booklet:)?|(?:[A-Z][\w'/&.\-]*(?: [\w'/&.#()\-]+)*? )?(?:No\.?|Number(?: \([^)]*\))?|#|"
    r"ID(?: Card)?|IMO|\(USCCC?\)|Serial Number \(MSN\)|Tail Number|Transponder Code)|MMSI|License|D\.N\.I\.|"
    r"C\.U\.I\.(?:[PT]\.)?|C\.U\.R\.P\.|R\.F\.C\.|I\.F\.E\.|SSN|US FEIN|RTN|SWIFT/BIC|BIK \(RU\)|NIT|C\.R\.|V\.A\.T\.|"
    r"Digital Currency Address - \w+|Numero (?:Unico|de Identidad)|Organization Code|Credencial electoral|"
    r"Cartilla de Servicio Militar Nacional|Vessel Registration Identification|Identification|Registration"
)
_NUMBERED = re.compile(
    rf"^(?:{_LABEL}) (?:IMO )?(?P<value>(?:[A-Z]{1, 5} )?(?=[^\s(;]*\d)[^\s(;][^(;]*)(?:\((?P<of>[^)]*)\))?"
)
_NO_IDENTIFIER = re.compile(r"^(?:Phone|Telephone|Fax|Mobile|Government Gazette|Executive Order|Directive|P\.?O)")
_VALID = re.compile(r"\s+(?:issued|expires|exp\.|dated|valid)\b.*$")


@dataclass(slots=True)
class Remarks:
    """What the remarks say in a form that can be compared; ``weak`` are the names in quotation marks."""

    weak: list[str] = field(default_factory=list)
    births: list[str] = field(default_factory=list)
    countries: list[str | None] = field(default_factory=list)
    identifiers: list[str] = field(default_factory=list)
    gender: str | None = None


def remarks(text: str) -> Remarks:
    """The statements in the remarks; whatever is in no known form stays in the text only."""
    found = Remarks()
    for part in _PART.split(text.strip()):
        _take(part.strip(), found)
    return found


def _take(part: str, found: Remarks) -> None:
    said = part.removeprefix("alt. ").rstrip(".")
    if said.startswith("DOB "):
        found.births.extend(births(said[4:]))
    elif said.startswith(("nationality ", "citizen ")):
        found.countries.append(country(said.partition(" ")[2]))
    elif said.startswith("Gender "):
        found.gender = gender(said[7:])
    elif name := _KNOWN_AS.match(part):
        found.weak.append(name["name"])
    elif (number := _NUMBERED.match(said)) and not _NO_IDENTIFIER.match(said):
        found.identifiers.append(_VALID.sub("", number["value"]).strip(" ,."))
        found.countries.append(country(number["of"]) if number["of"] else None)
