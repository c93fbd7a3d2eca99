"""Findings in full, check by check: what each rests on, its figures, what speaks against it, how it may be innocent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from primafacie.dossier.book import Book
from primafacie.dossier.lettering import Safe
from primafacie.dossier.numbers import figure
from primafacie.dossier.sections.summary import WEIGHTY
from primafacie.model import Claim, Finding

WRITTEN = 8
"""Claims written out under one finding; further ones are given by their footnotes."""
NAMED = 4
"""Figures by name from which on they stand in a table."""
_INNOCENT = re.compile(r"Innocent explanations?: ([^.;]+)[.;]")
"""How a check's account of itself names what may explain its findings innocently, whatever the case."""
_SENTENCE = re.compile(r"(.+?[.:])(?:\s|\Z)", re.DOTALL)


class Cell(NamedTuple):
    """A figure in words, or the claims that it stands for."""

    words: Safe
    claims: tuple[str, ...] = ()


class Table(NamedTuple):
    """Figures that a check gives row by row; folded where they are by name only."""

    title: str
    columns: list[str]
    rows: list[list[Cell]]
    folded: bool


class Account(NamedTuple):
    """One finding with its claims; ``against`` has claims and reasons apart."""

    number: int
    finding: Finding
    folded: bool
    figures: list[tuple[str, Cell]]
    tables: list[Table]
    statements: list[Claim]
    more: tuple[str, ...]
    against: list[Claim]
    reasons: list[str]
    names: list[tuple[int, str]]


class Group(NamedTuple):
    """The findings of one check; ``looks`` is what it looks for, ``innocent`` what it says may explain them."""

    name: str
    looks: str
    innocent: str
    accounts: list[Account]


def content(book: Book) -> dict[str, object]:
    """The checks with a finding, the one with the most severe first."""
    numbers = iter(range(1, len(book.findings) + 1))
    return {"groups": [
        _group(book, check, [_account(book, next(numbers), finding) for finding in made])
        for check, made in book.checks
    ]}  # fmt: skip


def _group(book: Book, check: str, accounts: list[Account]) -> Group:
    method = " ".join(book.methods.get(check, "").split())
    looks, innocent = _SENTENCE.match(method), _INNOCENT.search(method)
    return Group(_label(check), looks[1] if looks else "", innocent[1] if innocent else "", accounts)


def _account(book: Book, number: int, finding: Finding) -> Account:
    claims = [book.by_id[c] for c in dict.fromkeys(finding.claims) if c in book.by_id]
    entities = {entity.id: entity for entity in book.evidence.entities if entity.id in finding.entities}
    return Account(
        number=number,
        finding=finding,
        folded=finding.severity not in WEIGHTY,
        figures=[(_label(key), _cell(book, value)) for key, value in finding.figures.items() if not _is_table(value)],
        tables=[_table(book, key, value) for key, value in finding.figures.items() if _is_table(value)],
        statements=claims[:WRITTEN],
        more=tuple(claim.id for claim in claims[WRITTEN:]),
        against=[book.by_id[entry] for entry in finding.against if entry in book.by_id],
        reasons=[entry for entry in finding.against if entry not in book.by_id],
        names=[(book.entity_number(entities[e]) if book.has_place(entities[e]) else 0, entities[e].name)
               for e in finding.entities if e in entities],
    )  # fmt: skip


def _label(key: object) -> str:
    return str(key).replace("_", " ")


def _is_table(value: Any) -> bool:
    """Rows of figures; or figures by name, where they are too many for one line."""
    if isinstance(value, Mapping):
        return len(value) >= NAMED and not any(isinstance(v, Mapping | list | tuple) for v in value.values())
    return isinstance(value, list | tuple) and bool(value) and all(isinstance(row, Mapping) for row in value)


def _cell(book: Book, value: Any) -> Cell:
    """Ids of claims become their footnotes and ids of entities their names: no reader knows an id."""
    items = value if isinstance(value, list | tuple) else (value,)
    if items and all(isinstance(item, str) and item in book.by_id for item in items):
        return Cell(Safe(""), tuple(items))
    named = [book.names.get(item, item) if isinstance(item, str) else item for item in items]
    return Cell(Safe(figure(named if isinstance(value, list | tuple) else named[0])))


def _table(book: Book, key: object, value: Any) -> Table:
    if by_name := isinstance(value, Mapping):
        value = [{"of": name, "figure": found} for name, found in value.items()]
    columns = list(dict.fromkeys(column for row in value for column in row))
    rows = [[_cell(book, row[column]) if column in row else Cell(Safe("")) for column in columns] for row in value]
    return Table(_label(key), [_label(column) for column in columns], rows, by_name)
