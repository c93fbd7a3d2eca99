"""Records to rows and back; what a table does not need as a column travels as JSON in its body."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from itertools import repeat
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from primafacie.model import Claim, Source

R = TypeVar("R")

DESCRIPTION = ("title", "author", "publisher", "date", "language", "mapping")
"""What can be said about a source: by its loader, by whoever adds it, or by its own text."""


def plain(value: Any) -> Any:
    """The value in what JSON knows: records and mappings become dicts, tuples lists."""
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value


def dump(value: Any) -> str:
    """A record as JSON; the order of fields, roles and figures is the record's own."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def description(source: Source) -> str:
    return dump({key: getattr(source, key) for key in DESCRIPTION})


def source_row(source: Source, position: int) -> dict[str, Any]:
    return {
        "id": source.id, "position": position, "name": source.name, "media_type": source.media_type,
        "text": source.text, "size": source.size, "origin": source.origin, "loader": source.loader,
        "loaded": description(source), "found": "{}",
    }  # fmt: skip


def to_source(row: Mapping[Any, Any], *, as_loaded: bool) -> Source:
    said = json.loads(row["loaded"])
    if not as_loaded:
        said |= json.loads(row["found"])
    return Source(
        id=row["id"], name=row["name"], media_type=row["media_type"], text=row.get("text", ""), size=row["size"],
        origin=row["origin"], loader=row["loader"], **said,
    )  # fmt: skip


def claim_row(claim: Claim, position: int) -> dict[str, Any]:
    """The claim alone: its entities and reviews are kept apart, so what was read never changes."""
    alone = replace(
        claim,
        roles={role: tuple(replace(f, entity=None) for f in fillers) for role, fillers in claim.roles.items()},
        place=tuple(replace(f, entity=None) for f in claim.place),
        review="unreviewed", reviewer=None,
    )  # fmt: skip
    return {
        "id": claim.id, "source": claim.source, "position": position, "kind": claim.kind, "stance": claim.stance,
        "confidence": claim.confidence, "body": dump(alone.to_json()),
    }  # fmt: skip


def links(claim: Claim) -> list[dict[str, Any]]:
    """One row for each filler that stands for an entity. A place that is a role as well is one place, and one row."""
    every = {**claim.roles, "place": claim.roles.get("place") or claim.place}
    return [
        {"claim": claim.id, "role": role, "position": i, "entity": filler.entity}
        for role, fillers in every.items()
        for i, filler in enumerate(fillers)
        if filler.entity
    ]


def reader(kind: type[R]) -> Callable[[str], R]:
    """What makes records of that kind of their JSON again: tuples, mappings and records in records as declared."""
    return lambda body: _restored(kind, json.loads(body))


def _restored(kind: Any, value: Any) -> Any:
    if isinstance(kind, type) and is_dataclass(kind):
        types = _types(kind)
        return kind(**{name: _restored(types[name], inner) for name, inner in value.items()})
    whole, parts = get_origin(kind), get_args(kind)
    if value is None or not parts:
        return value
    if whole is tuple:
        each = repeat(parts[0]) if parts[-1] is Ellipsis else iter(parts)
        return tuple(_restored(part, inner) for part, inner in zip(each, value, strict=False))
    if whole is Mapping:
        return {key: _restored(parts[1], inner) for key, inner in value.items()}
    return _restored(next(part for part in parts if part is not type(None)), value)  # X | None


@cache
def _types(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
