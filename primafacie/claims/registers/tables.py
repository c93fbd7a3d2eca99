"""Rows of a table -> entries, by the mapping that came with it. Follows ``followthemoney.mapping`` value by value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from primafacie.claims.registers import mapping
from primafacie.claims.registers.cells import Unreadable, date, is_formula
from primafacie.claims.registers.entries import Entry, Problems, Value
from primafacie.claims.registers.mapping import EntityMapping, Mapped, Property, Query
from primafacie.model import Source
from primafacie.values.rows import Row, rows, separator

Cells = Mapping[str, Value]
"""The cells of a row that hold something, by column."""


def entries(source: Source, mapped: Mapped, problems: Problems) -> Iterator[Entry]:
    """The entries of all rows, row by row, in the order of queries and entities."""
    table = rows(source.text, separator(source.text))
    heading = next(table, None)
    titles = tuple(cell.strip() for cell in (heading.cells if heading else None) or ())
    queries = [query for query in _meant(source, mapped.queries) if _fits(query, titles, problems)]
    for row in table:
        cells = _cells(source.text, row, titles, problems)
        for query in queries:
            if cells and _passes(query, cells):
                made: dict[str, tuple[str, Value]] = {}
                for entity in query.entities:
                    if entry := _entry(entity, cells, made, row, problems):
                        made[entity.name] = entry.key, _words(entity, cells)
                        yield entry


def _meant(source: Source, queries: Sequence[Query]) -> Sequence[Query]:
    """The queries for this table: those that name it, where any does."""
    named = [q for q in queries if any(PurePosixPath(urlsplit(url).path).name == source.name for url in q.urls)]
    return [q for q in queries if not q.urls or q in named] if named else queries


def _fits(query: Query, titles: Sequence[str], problems: Problems) -> bool:
    """False where the table lacks a column of a key or filter, without which its rows cannot be told apart."""
    fits = True
    for column, where in dict.fromkeys(mapping.columns(query)):
        times = titles.count(column)
        if times == 1:
            continue
        needed = where == "a filter" or where.startswith("the key of")
        what = f"the table has no column “{column[:80]}”" if not times else f"two columns are called “{column[:80]}”"
        problems.add("columns", f"{what}, which the mapping names for {where}", "mapping",
                     "write the column's name in the mapping as it stands in the table's first row", fatal=needed)
        fits = fits and not needed
    return fits


def _cells(text: str, row: Row, titles: Sequence[str], problems: Problems) -> Cells | None:
    where = f"row {row.number}"
    if row.cells is None:
        problems.add("a quotation mark is not closed", "a quotation mark is not closed", where,
                     "close it, or double it where it belongs to the cell", fatal=True)  # fmt: skip
        return None
    if len(row.cells) != len(titles):
        problems.add("the wrong number of cells", f"the row has {len(row.cells)} cells for {len(titles)} columns",
                     where, "put cells that hold the separator into quotation marks", fatal=True)  # fmt: skip
        return None
    cells: dict[str, Value] = {}
    for title, cell, place in zip(titles, row.cells, row.places(text), strict=True):
        words = cell.strip()
        if words and is_formula(words):
            problems.add("a formula", f"“{title[:60]}” holds a formula (“{words[:40]}”), which is not run", where,
                         "write down the value that it stands for")  # fmt: skip
        elif words:
            start = place[0] + cell.index(words) if place else None
            cells[title] = Value(words, start, None if start is None else start + len(words))
    return cells


def _passes(query: Query, cells: Cells) -> bool:
    value = {column: cells[column].text if column in cells else "" for column in (*query.filters, *query.filters_not)}
    return all(value[c] in wanted for c, wanted in query.filters.items()) and not any(
        value[c] in unwanted for c, unwanted in query.filters_not.items()
    )


def _key(entity: EntityMapping, cells: Cells) -> str | None:
    """Equal for two rows exactly where FollowTheMoney's own key is; None where all its columns are empty."""
    if entity.id_column is not None:
        return cells[entity.id_column].text if entity.id_column in cells else None
    values = sorted(cells[key].text for key in entity.keys if key in cells)
    return "\0".join((entity.key_literal, *values)) if values else None


def _entry(
    entity: EntityMapping, cells: Cells, made: Mapping[str, tuple[str, Value]], row: Row, problems: Problems
) -> Entry | None:
    """The entity as the row gives it; ``made`` holds key and words of those of the row that it may name."""
    key = _key(entity, cells)
    if key is None:
        return None
    where = f"row {row.number}"
    properties: dict[str, tuple[Value, ...]] = {}
    links: dict[str, tuple[tuple[str, Value], ...]] = {}
    for prop in entity.properties:
        if prop.entity is not None:
            if prop.entity in made:
                links[prop.name] = (made[prop.entity],)
        elif values := _formed(prop, _values(prop, cells), where, problems):
            properties[prop.name] = values
        if prop.required and prop.name not in properties and prop.name not in links:
            return None
    return Entry(key, entity.schema.name, where, row.start, row.end, properties, links)


def _words(entity: EntityMapping, cells: Cells) -> Value:
    """The words of the row that stand for an entity: its name, else its key."""
    names = next((p.columns for p in entity.properties if p.name == "name"), ())
    columns = (*names, *entity.keys, *((entity.id_column,) if entity.id_column else ()))
    return next(cells[column] for column in columns if column in cells)


def _formed(prop: Property, values: tuple[Value, ...], where: str, problems: Problems) -> tuple[Value, ...]:
    """The values, dates of the form that the mapping gives made ISO."""
    if not prop.format:
        return values
    found = []
    for value in values:
        try:
            found.append(Value(date(value.text, prop.format), value.start, value.end))
        except Unreadable as error:
            problems.add(f"{prop.name} is not of its form", f"{prop.name}: {error}", where,
                         "correct the cell, or the format in the mapping")  # fmt: skip
    return tuple(found)


def _values(prop: Property, cells: Cells) -> tuple[Value, ...]:
    if prop.template is not None:
        filled = mapping.TEMPLATE.sub(lambda m: cells[m[1]].text if m[1] in cells else "", prop.template).strip()
        return (Value(filled),) if filled else ()
    found = [*(Value(literal) for literal in prop.literals), *(cells[c] for c in prop.columns if c in cells)]
    if prop.join is not None and found:
        found = [found[0]] if len(found) == 1 else [Value(prop.join.join(value.text for value in found))]
    if prop.split:
        parts = [part.strip() for value in found for part in value.text.split(prop.split)]
        found = [Value(part) for part in parts if part]
    return tuple(found)
