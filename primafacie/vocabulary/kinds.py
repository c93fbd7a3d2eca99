"""Loads the kinds of claim from the YAML files beside this module, once, in the order of ``ORDER``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

ORDER = (
    "Family", "Associate", "Position", "Ownership", "Deal", "Payment", "Killing", "Injury", "Arrest",
    "Extradition", "Force", "Protest", "Defection", "Intervention", "Flight", "Sanction", "Accusation", "Demand",
)  # fmt: skip

EVENT_STANDARDS: Mapping[str, str] = MappingProxyType({
    "acled": "ACLED", "plover": "PLOVER", "huridocs": "HURIDOCS",
})  # fmt: skip
"""Standards for events: ACLED's codebook (event type/sub-event type), PLOVER (event/mode), the HURIDOCS Events Standard
Formats (act, or the right it touches)."""


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a kind: who or what may fill it, and whether the kind is about it (a core role)."""

    name: str
    core: bool
    types: tuple[str, ...]
    """person, organization, group, place, thing, event or text; empty for any."""
    label: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of claim. ``codes`` maps a standard (ftm, acled, plover, huridocs) to its code or codes."""

    name: str
    covers: str
    sentence: str
    """How a claim of this kind is said in the dossier, with role names in braces."""
    roles: Mapping[str, Role]
    values: tuple[str, ...]
    statuses: tuple[str, ...]
    codes: Mapping[str, object] = field(default_factory=dict)
    by_status: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Status -> the codes that replace those of the kind: what is lifted is not coded as imposed."""

    def coded(self, standard: str, status: str | None = None) -> tuple[str, ...]:
        """The codes of an event of this kind in ACLED, PLOVER or HURIDOCS; empty where the standard has none.

        Several where the sources of a case may tell the event differently: which one fits is then for a person.
        """
        given = self.by_status.get(status or "", {}).get(standard, self.codes.get(standard, ()))
        return tuple(str(code) for code in given) if isinstance(given, list | tuple) else (str(given),)

    @property
    def core(self) -> tuple[str, ...]:
        return tuple(role.name for role in self.roles.values() if role.core)


@cache
def kind(name: str) -> Kind:
    """The kind of that name. Raises FileNotFoundError where there is none."""
    raw = yaml.safe_load((files(__package__) / f"{name.lower()}.yaml").read_text("utf-8"))
    roles = {
        role: Role(role, bool(spec.get("core")), tuple(spec.get("types", ())), spec.get("label", role))
        for role, spec in raw["roles"].items()
    }
    return Kind(
        name=raw["kind"], covers=raw["covers"], sentence=raw["sentence"], roles=MappingProxyType(roles),
        values=tuple(raw.get("values", ())), statuses=tuple(raw.get("statuses", ())),
        codes=MappingProxyType(raw.get("codes", {})), by_status=MappingProxyType(raw.get("by_status", {})),
    )  # fmt: skip


KINDS: Mapping[str, Kind] = MappingProxyType({name: kind(name) for name in ORDER})
