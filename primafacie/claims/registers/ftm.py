"""FollowTheMoney entities -> entries: the format is its own mapping."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from primafacie.claims.registers.entries import Entry, Problems, Value
from primafacie.claims.registers.schemata import schemata
from primafacie.model import Source
from primafacie.values.json_records import Record, records


def entries(source: Source, problems: Problems) -> Iterator[Entry]:
    """One entry an entity, in the order of the file."""
    for record in records(source.text):
        where = f"record {record.number}"
        if record.value is None:
            problems.add("no JSON", record.wrong, where, "correct it, or export it again", fatal=True)
        elif entry := _entry(source.text, record, record.value, where, problems):
            yield entry


def _entry(text: str, record: Record, value: dict[str, Any], where: str, problems: Problems) -> Entry | None:
    name, key, given = str(value.get("schema")), value.get("id"), value.get("properties")
    if not isinstance(key, str) or not key or not isinstance(given, dict):
        problems.add("no id or no properties", "it has no id or no properties", where, "export it again", fatal=True)
        return None
    schema = schemata().get(name)
    if schema is None:
        what = f"no claim is read of the schema {name[:60]}"
        problems.add(what, what, where, "nothing, unless it says who owns, holds or pays what")
        return None
    properties: dict[str, tuple[Value, ...]] = {}
    links: dict[str, tuple[tuple[str, Value], ...]] = {}
    for prop, values in given.items():
        if prop not in schema.properties:
            problems.add(f"{name} has no property {prop[:60]}", f"{name} has no property “{prop[:60]}”", where,
                         "correct the name; the rest was read")  # fmt: skip
            continue
        every = values if isinstance(values, list) else [values]
        if prop in schema.entities:
            nested = [v["id"] if isinstance(v, dict) and "id" in v else v for v in every]
            links[prop] = tuple((v, placed(text, v, record)) for v in nested if isinstance(v, str) and v)
        else:
            properties[prop] = tuple(placed(text, v.strip(), record) for v in every if isinstance(v, str) and v.strip())
    caption = value.get("caption")
    if not properties.get("name") and isinstance(caption, str) and caption.strip() not in ("", name):
        properties["name"] = (placed(text, caption.strip(), record),)
    return Entry(key, name, where, record.start, record.end, properties, links)


def placed(text: str, words: str, record: Record) -> Value:
    """The words with their place in the record, where they stand there as they are (JSON may write them otherwise)."""
    start = text.find(f'"{words}"', record.start, record.end)
    return Value(words, start + 1, start + 1 + len(words)) if start >= 0 else Value(words)
