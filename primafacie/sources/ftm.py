"""FollowTheMoney entities (followthemoney.tech), one JSON object a line or an array: kept to the letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from primafacie.model import Problem
from primafacie.sources import text
from primafacie.sources.loader import Document, Loader, refusal
from primafacie.values.json_records import records


def is_entity(record: Mapping[str, Any]) -> bool:
    return isinstance(record.get("schema"), str) and isinstance(record.get("properties"), dict)


def read(data: bytes, name: str, charset: str | None = None) -> Document | Problem:
    """The decoded bytes, nothing changed."""
    document = text.read(data, name, charset)
    if isinstance(document, Problem):
        return document
    if not any(record.value is not None and is_entity(record.value) for record in records(document.text)):
        return refusal(
            "none of its records is a FollowTheMoney entity", name, "check that it is the right file; an entity has a "
                                                                    "schema and properties",
        )  # fmt: skip
    return document


FTM = Loader("ftm", 1, "FollowTheMoney entities", "application/x-ndjson", ("application/json+ftm",), (), read)
