"""Mapping files: how the columns of a table are to be read, in FollowTheMoney's format (followthemoney.tech).

A file is hostile like any document: no address or database named in it is opened, no variable of the machine is put in,
and YAML's anchors are refused, with which a page of text can stand for gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from primafacie.claims.registers.schemata import Schema, schemata

LONGEST = 200_000
"""Characters of a mapping file."""
OPTIONS = frozenset(
    "column columns join split literal literals entity format fuzzy required template".split()
)  # fmt: skip
QUERY = frozenset({"csv_url", "csv_urls", "entities", "filters", "filters_not"})
ENTITY = frozenset({"schema", "key", "keys", "key_literal", "id_column", "properties"})
TEMPLATE = re.compile(r"\{\{([^(}})]*)\}\}")


class Unmapped(ValueError):
    """The mapping, or a part of it, cannot be used; the message says what and where."""


@dataclass(frozen=True, slots=True)
class Property:
    """How one property is filled: from columns, literals or a template, or by another entity of the same row."""

    name: str
    columns: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()
    join: str | None = None
    split: str | None = None
    entity: str | None = None
    format: str | None = None
    required: bool = False
    template: str | None = None


@dataclass(frozen=True, slots=True)
class EntityMapping:
    """One entity or relation that each row gives; two rows that agree in its keys speak of one."""

    name: str
    schema: Schema
    keys: tuple[str, ...]
    key_literal: str
    id_column: str | None
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class Query:
    """What to make of the rows that pass the filters."""

    entities: tuple[EntityMapping, ...]
    """In an order in which each comes after those that it names."""
    filters: Mapping[str, frozenset[str]]
    filters_not: Mapping[str, frozenset[str]]
    urls: tuple[str, ...] = ()
    """Addresses of the tables that it is for; only the file name counts, and nothing is fetched."""


@dataclass(frozen=True, slots=True)
class Mapped:
    """A whole mapping; ``wrong`` are the parts of it that could not be used."""

    queries: tuple[Query, ...]
    label: str | None = None
    publisher: str | None = None
    wrong: tuple[str, ...] = ()


class _Strict(yaml.SafeLoader):
    """Plain YAML: no anchors, no key twice."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.AliasEvent):
            raise Unmapped("it uses YAML anchors (&, *), which are not followed")
        return super().compose_node(parent, index)

    def construct_mapping(self, node: Any, deep: bool = False) -> Any:
        keys = [key.value for key, _ in node.value]
        if twice := next((key for key in keys if keys.count(key) > 1), None):
            raise Unmapped(f"“{str(twice)[:80]}” stands twice in one place (line {node.start_mark.line + 1})")
        return super().construct_mapping(node, deep)


def read(text: str) -> Mapped:
    """The mapping of a file's text: ``queries:`` at the top, or below the name of a dataset. Raises Unmapped."""
    if len(text) > LONGEST:
        raise Unmapped(f"it is longer than {LONGEST:,} characters")
    try:
        raw = yaml.load(text, _Strict)  # a SafeLoader
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise Unmapped(f"it is no YAML{f' (line {mark.line + 1})' if mark else ''}") from error
    except RecursionError as error:
        raise Unmapped("it is nested too deeply") from error
    if isinstance(raw, dict) and not {"queries", "query", "entities"} & set(raw) and len(raw) == 1:
        raw = next(iter(raw.values()))
    if not isinstance(raw, dict):
        raise Unmapped("it has no queries")
    queries = raw.get("queries", raw.get("query", raw if "entities" in raw else None))
    queries = [queries] if isinstance(queries, dict) else queries
    if not isinstance(queries, list) or not queries:
        raise Unmapped("it has no queries")
    found, wrong = [], []
    for number, query in enumerate(queries, 1):
        try:
            found.append(_query(query, raw if query is raw else {}))
        except Unmapped as error:
            wrong.append(f"query {number}: {error}")
    publisher = raw.get("publisher")
    publisher = publisher.get("name") if isinstance(publisher, dict) else publisher
    label = raw.get("label", raw.get("title"))
    return Mapped(tuple(found), _text(label), _text(publisher), tuple(wrong))


def _text(value: object) -> str | None:
    return " ".join(value.split())[:200] or None if isinstance(value, str) else None


def _query(raw: Any, top: Mapping[str, Any]) -> Query:
    if not isinstance(raw, dict):
        raise Unmapped("it is no list of entities")
    if "database" in raw:
        raise Unmapped("it asks for a database; export the table as CSV and map that")
    _only(set(raw) - set(top), QUERY, "a query")
    entities = raw.get("entities")
    if not isinstance(entities, dict) or not entities:
        raise Unmapped("it maps no entities")
    made = tuple(_entity(str(name), spec) for name, spec in entities.items())
    names = {entity.name: entity for entity in made}
    for entity in made:
        for prop in entity.properties:
            if prop.entity is not None and prop.entity not in names:
                raise Unmapped(f"{entity.name}: there is no entity “{prop.entity}” for {prop.name}")
    filters, filters_not = (_filters(raw.get(key)) for key in ("filters", "filters_not"))
    return Query(_ordered(made), filters, filters_not, _strings(raw, "csv_url", "csv_urls"))


def _ordered(entities: Sequence[EntityMapping]) -> tuple[EntityMapping, ...]:
    """Whoever is named by others before those that name it."""
    left, done = list(entities), []
    while left:
        names = {entity.name for entity in left}
        ready = [e for e in left if not names & {p.entity for p in e.properties}]
        if not ready:
            raise Unmapped(f"{', '.join(sorted(names))} refer to each other in a circle")
        done += ready
        left = [entity for entity in left if entity not in ready]
    return tuple(done)


def _entity(name: str, raw: Any) -> EntityMapping:
    if not isinstance(raw, dict):
        raise Unmapped(f"{name}: it has no schema")
    _only(raw, ENTITY, name)
    schema = schemata().get(str(raw.get("schema")))
    if schema is None:
        raise Unmapped(f"{name}: the schema “{str(raw.get('schema'))[:80]}” is not known, or gives no claim")
    keys, id_column = _strings(raw, "key", "keys"), _text(raw.get("id_column"))
    if bool(keys) == bool(id_column):
        raise Unmapped(f"{name}: it needs either keys or an id_column, which say when two rows speak of one")
    properties = raw.get("properties") or {}
    if not isinstance(properties, dict):
        raise Unmapped(f"{name}: its properties are no mapping")
    made = tuple(_property(name, schema, str(key), spec) for key, spec in properties.items())
    return EntityMapping(name, schema, keys, str(raw.get("key_literal") or ""), id_column, made)


def _property(entity: str, schema: Schema, name: str, raw: Any) -> Property:
    where = f"{entity}.{name}"
    if name not in schema.properties:
        raise Unmapped(f"{where}: {schema.name} has no such property")
    if not isinstance(raw, dict):
        raise Unmapped(f"{where}: it says neither column nor literal")
    _only(raw, OPTIONS, where)
    template = raw.get("template")
    columns = _strings(raw, "column", "columns")
    if template is not None:
        columns = tuple(dict.fromkeys((*columns, *TEMPLATE.findall(str(template)))))
    made = Property(
        name, columns, _strings(raw, "literal", "literals"), _kept(raw.get("join")), _kept(raw.get("split")),
        entity=_text(raw.get("entity")), format=_text(raw.get("format")), required=bool(raw.get("required")),
        template=_kept(template),
    )  # fmt: skip
    if not (made.columns or made.literals or made.entity or made.template):
        raise Unmapped(f"{where}: it says neither column nor literal nor entity")
    return made


def _kept(value: object) -> str | None:
    """A string as it stands, blanks included."""
    return None if value is None else str(value)


def _strings(raw: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    """What stands under the first of the keys that is there, one string or a list."""
    for key in keys:
        if (value := raw.get(key)) is not None:
            return tuple(_plain(one) for one in (value if isinstance(value, list) else [value]))
    return ()


def _plain(value: object) -> str:
    if isinstance(value, dict | list):
        raise Unmapped(f"“{str(value)[:60]}” stands where a name or a value should")
    return str(value)


def _filters(raw: Any) -> Mapping[str, frozenset[str]]:
    if raw is None:
        return {}
    if not isinstance(raw, dict):
        raise Unmapped("its filters are no mapping of columns to values")
    return {str(key): frozenset(_strings({"is": value}, "is")) for key, value in raw.items()}


def _only(given: Any, known: frozenset[str], where: str) -> None:
    if odd := next((str(key) for key in given if key not in known), None):
        raise Unmapped(f"{where}: “{odd[:80]}” is none of {', '.join(sorted(known))}")


def columns(query: Query) -> Iterator[tuple[str, str]]:
    """Every column that the query names, each with what names it."""
    for name in (*query.filters, *query.filters_not):
        yield name, "a filter"
    for entity in query.entities:
        for key in (*entity.keys, *((entity.id_column,) if entity.id_column else ())):
            yield key, f"the key of {entity.name}"
        for prop in entity.properties:
            yield from ((column, f"{entity.name}.{prop.name}") for column in prop.columns)
