"""From atoms that are one to the entity: its schema, its name and the reason why."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from primafacie.model import Entity
from primafacie.resolution.atoms import Atom
from primafacie.resolution.names import named
from primafacie.resolution.naming import tokens

PUBLIC = frozenset(tokens(
    "ministry parliament government police court council senate army services committee commission presidency "
    "prosecutor prosecutors regime state union nations authorities troops forces agency security "
    "министерство парламент правительство полиция суд совет армия сенат комитет комиссия прокуратура государство "
    "администрация ведомство"))
COMPANY = frozenset(tokens("bank company holding group airlines firm corporation insurance "
                           "банк компания холдинг фирма корпорация авиакомпания"))  # fmt: skip
MOST_REASONS = 6
SORTS = ("name", "description", "nobody")
"""What a wording says, the most telling first."""


def entity(parts: Sequence[Atom], possessors: Sequence[str], reasons: Sequence[str]) -> Entity:
    """The entity of these atoms (sorted by id, one at least); reasons are said once each."""
    surfaces: Counter[str] = Counter()
    for part in parts:
        surfaces.update(part.surfaces)
    ranked = tuple(sorted(surfaces, key=lambda s: (-surfaces[s], s)))
    said = list(dict.fromkeys(sorted(reasons)))
    more = f"; and {len(said) - MOST_REASONS} more" if len(said) > MOST_REASONS else ""
    properties: dict[str, tuple[str, ...]] = {"parts": tuple(p.id for p in parts), "sort": (_sort(parts),)}
    voices = tuple(sorted(f"{p.source} {words}" for p in parts for words in p.voices))
    genders = {p.gender for p in parts} - {""}
    for name in sorted({name for part in parts for name, _ in part.facts}):
        properties[name] = tuple(sorted({value for part in parts for key, value in part.facts if key == name}))
    if voices:
        properties["voice"] = voices
    if len(genders) == 1 and "gender" not in properties:
        properties["gender"] = (genders.pop(),)
    if possessors:
        properties["possessor"] = tuple(possessors)
    return Entity(
        id=parts[0].id, schema=schema(parts), name=_name(parts, surfaces), names=ranked,
        mentions=tuple(sorted(m for p in parts for m in p.mentions)), properties=properties,
        why="; ".join(said[:MOST_REASONS]) + more if said else _alone(parts),
    )  # fmt: skip


def _sort(parts: Sequence[Atom]) -> str:
    """name, description or nobody, whichever says most of the parts."""
    return min((p.said.sort for p in parts), key=SORTS.index)


def _alone(parts: Sequence[Atom]) -> str:
    sort = parts[0].said.sort
    if sort == "nobody":
        return "nobody in particular: stands for this claim only"
    return "one wording in one document" if sort == "name" else "described, not named: stands for this document only"


def _name(parts: Sequence[Atom], surfaces: Counter[str]) -> str:
    """The fullest name, in Latin script where there is one; of equally full ones the most frequent."""
    named = {s for p in parts if p.said.sort == "name" for s in p.surfaces}

    def rank(surface: str) -> tuple[bool, bool, int, int, str]:
        words = [w for w in surface.replace(".", " ").split() if len(w) > 1]
        return surface not in named, not _latin(surface), -len(words), -surfaces[surface], surface

    return min(surfaces or {parts[0].said.core: 1}, key=rank)


def _latin(text: str) -> bool:
    return all(ord(c) < 0x250 for c in text if c.isalpha())


def _telling(part: Atom) -> list[str]:
    """The words that may tell what it is: any word of a name, the head of a description ("bank" in "bank of A")."""
    words = part.said.core.split()
    if part.said.sort == "name":
        return words
    head = re.split(r"\s(?:of|in|from|for|at)\s", part.said.core)[0].split()
    return head[-1:]


def schema(parts: Sequence[Atom]) -> str:
    """The FollowTheMoney schema: by the family, then by words of kind, then by the roles it fills."""
    families = Counter(p.family for p in parts if p.mentions or p.voices)
    types: Counter[str] = Counter()
    for part in parts:
        types.update(part.types)
    roles = {role for part in parts for role in part.roles}
    family = families.most_common(1)[0][0] if families else parts[0].family
    if family == "person":
        return "Person"
    if family == "place":
        return "Address"
    words = {key for p in parts for w in _telling(p) for key in tokens(w)}
    legal = any(_legal(s) for p in parts for s in p.surfaces if p.said.sort == "name")
    if legal or words & COMPANY:
        return "Company"
    if words & PUBLIC:
        return "PublicBody"
    if types["group"] > max(types["organization"], types["thing"]):
        return "LegalEntity"
    if types["organization"]:
        traded = any(r.startswith(("Deal.", "Ownership.")) for r in roles)
        return "Company" if traded else "Organization"
    if types["thing"] or any(r.endswith(".asset") for r in roles):
        return "Asset"
    return "LegalEntity"


def _legal(surface: str) -> bool:
    """True where the name has a legal form: "Lumen JSC"."""
    name = named(surface, "body")
    return name is not None and bool(set(name.forms) - {"nonprofit", "state", "trust"})
