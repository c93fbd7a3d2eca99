"""Which FollowTheMoney schemata are read, and which properties they have: from ``schemata.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from primafacie.vocabulary import KINDS

VALUES = {"amount": ("amount", "currency"), "share": ("share",), "count": ("count",), "date": ()}
"""What a claim may hold -> the properties that say so, of a schema that is one of our own kinds."""
ALWAYS = ("date", "startDate", "endDate", "status", "place", "publisher", "sourceUrl", "recordId", "description",
          "stance")
"""Properties of every kind of our own: FollowTheMoney's of an interval, where it happened, and the stance, by which a
register can withdraw or deny ("denies") what it, or another, has said."""


@dataclass(frozen=True, slots=True)
class Schema:
    """``type`` is what fills roles (person, organization, thing, place), empty where the words decide; None for a
    relation. ``entities`` are the properties that name another entity."""

    name: str
    type: str | None
    properties: frozenset[str]
    entities: frozenset[str]

    @property
    def is_link(self) -> bool:
        return self.type is None


@cache
def schemata() -> Mapping[str, Schema]:
    """By name: those of FollowTheMoney, and those of our kinds of claim that it has no schema for (Deal, Killing…)."""
    raw = yaml.safe_load((files(__package__) / "schemata.yaml").read_text("utf-8"))
    groups = {name: frozenset(words.split()) for name, words in raw["groups"].items()}
    found = {}
    for name, spec in raw["schemata"].items():
        properties = frozenset(spec.get("properties", "").split()).union(*(groups[g] for g in spec["groups"].split()))
        entities = frozenset(spec.get("entities", "").split()) | (properties & groups["entities"])
        found[name] = Schema(name, spec.get("type"), properties | entities, entities)
    for kind in KINDS.values():
        if kind.name in found:
            continue
        values = {name for value in kind.values for name in VALUES.get(value, ())}
        roles = frozenset(kind.roles)
        entities = frozenset(r.name for r in kind.roles.values() if r.types != ("text",)) | {"place"}
        found[kind.name] = Schema(kind.name, None, roles | values | frozenset(ALWAYS), entities)
    return MappingProxyType(found)
