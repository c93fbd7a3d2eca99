"""What rows say, before it is a claim: entities and relations with their properties and the places of their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from primafacie.model import Problem, Source

MOST_ALIKE = 100
"""Problems of one sort that are listed row by row; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value and where its words stand in the text; None where they were joined, split or given by the mapping."""

    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity or relation as one row gives it; ``start`` to ``end`` is the row.

    ``key`` is the same for all rows that speak of one entity. ``links`` are properties that name other entries by key,
    each with the words that do so.
    """

    key: str
    schema: str
    where: str
    start: int
    end: int
    properties: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    links: Mapping[str, tuple[tuple[str, Value], ...]] = field(default_factory=dict)

    def first(self, *names: str) -> Value | None:
        """The first value of the first of these properties that has one."""
        return next((self.properties[name][0] for name in names if self.properties.get(name)), None)


class Register:
    """The entries of a source, and all that its rows together say of each entity."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_key: dict[str, list[Entry]] = {}
        for entry in self.entries:
            self._by_key.setdefault(entry.key, []).append(entry)

    def known(self, key: str) -> tuple[Entry, ...]:
        """Every entry of that key, in the order of rows."""
        return tuple(self._by_key.get(key, ()))


class Problems:
    """Collects what could not be used, row by row, up to ``MOST_ALIKE`` of a sort."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._found: dict[str, Problem] = {}
        self._alike: dict[str, int] = {}

    def add(self, sort: str, what: str, where: str, advice: str, *, fatal: bool = False) -> None:
        """``sort`` is the same for all problems that count as alike; ``fatal`` where the row was left out."""
        problem = Problem(what, f"{self._source.name}, {where}", advice, "claims", self._source.id, fatal)
        if problem.id in self._found:
            return
        self._alike[sort] = self._alike.get(sort, 0) + 1
        if self._alike[sort] <= MOST_ALIKE:
            self._found[problem.id] = problem

    def listed(self) -> tuple[Problem, ...]:
        more = (
            Problem(f"{count - MOST_ALIKE} more rows: {sort}", self._source.name, "correct the rows listed first: the "
                    "others are of the same sort", "claims", self._source.id, fatal=False)
            for sort, count in self._alike.items() if count > MOST_ALIKE
        )  # fmt: skip
        return (*self._found.values(), *more)
