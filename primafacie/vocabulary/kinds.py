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
        codes=MappingProxyType(raw.get("codes", {})),
    )  # fmt: skip


KINDS: Mapping[str, Kind] = MappingProxyType({name: kind(name) for name in ORDER})
