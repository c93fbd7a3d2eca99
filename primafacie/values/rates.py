"""Tables of exchange rates: strict reading of two plain forms, and converting a sum at the rate of its day.

The wide form is the euro reference rates of the European Central Bank (eurofxref-hist.csv: ``Date,USD,JPY,…``, how many
units of each currency one euro bought, "N/A" where there was no rate); the long form has the columns
``date,currency,rate,base`` in any order, a row saying how many units of ``currency`` one unit of ``base`` bought.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day
from itertools import pairwise
from math import isfinite

from primafacie.model.documents import Problem
from primafacie.values.intervals import FIRST_DAY, LAST_DAY, Moment
from primafacie.values.rows import Row, rows, separator

MAX_BYTES = 32 * 1024 * 1024
"""All rates of the European Central Bank since 1999 take less than 2 MB."""
CARRIED = 7
"""Days for which the latest rate stands where a day has none: week-ends, and the longest runs of bank holidays."""
SHOWN = 20
"""Problems of one table that are told one by one; the rest are counted."""

_CURRENCY = re.compile(r"[A-Z]{3}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_RATE = re.compile(r"\d{1,12}(?:\.\d{1,12})?")
_NONE = ("", "N/A")
_LONG = ("date", "currency", "rate", "base")


@dataclass(frozen=True, slots=True)
class Converted:
    """A sum in another currency, as low and high in whole units; one figure where low and high are the same.

    ``rate_low`` and ``rate_high`` are units of ``target`` for one unit of ``currency``, on the days from ``first`` to
    ``last``, by the table called ``table`` whose file has the SHA-256 ``sha256``.
    """

    low: float
    high: float
    currency: str
    target: str
    rate_low: float
    rate_high: float
    first: str
    last: str
    table: str
    sha256: str


@dataclass(frozen=True)
class Table:
    """One table of rates: (base, currency) -> its days as ordinals in order, and the rate of each."""

    name: str
    sha256: str
    pairs: Mapping[tuple[str, str], tuple[tuple[int, ...], tuple[float, ...]]]

    def of(self, currency: str, target: str) -> tuple[Sequence[int], Sequence[float]]:
        """The days with a rate from the one into the other, straight or through one base, and the rates."""
        if straight := self.pairs.get((currency, target)):
            return straight
        if inverse := self.pairs.get((target, currency)):
            return inverse[0], tuple(1 / rate for rate in inverse[1])
        for base in sorted({base for base, _ in self.pairs}):
            one, other = self.pairs.get((base, currency)), self.pairs.get((base, target))
            if one and other:
                found = dict(zip(*other, strict=True))
                both = [(day, found[day] / rate) for day, rate in zip(*one, strict=True) if day in found]
                return tuple(day for day, _ in both), tuple(rate for _, rate in both)
        return (), ()


class Rates:
    """The tables that a case converts money with. The first one with an answer gives it; two are never mixed."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self.tables = tuple(tables)
        self._series: dict[tuple[str, str], list[tuple[Table, Sequence[int], Sequence[float]]]] = {}

    def convert(self, amount: float, currency: str, target: str, when: Moment) -> Converted | None:
        """The sum at the rate of that day, or at the lowest and highest rate of the days that are meant.

        A day without a rate takes the one of the nearest day before, ``CARRIED`` days back at most. None where the day
        is open at an end, where no table has both currencies, or where one has them for a part of the days only.
        """
        if currency == target or when.first == FIRST_DAY or when.last == LAST_DAY:
            return None
        try:
            first, last = (Day.fromisoformat(iso).toordinal() for iso in (when.first, when.last))
        except ValueError:
            return None
        for table, days, known in self._of(currency, target):
            held = _held(days, first, last)
            if held:
                found = known[held[0] : held[1]]
                low, high = sorted((amount * min(found), amount * max(found)))
                one, other = (Day.fromordinal(days[n]).isoformat() for n in (held[0], held[1] - 1))
                return Converted(low, high, currency, target, min(found), max(found), one, other, table.name,
                                 table.sha256)  # fmt: skip
        return None

    def _of(self, currency: str, target: str) -> list[tuple[Table, Sequence[int], Sequence[float]]]:
        if (currency, target) not in self._series:
            self._series[currency, target] = [(table, *table.of(currency, target)) for table in self.tables]
        return self._series[currency, target]


def _held(days: Sequence[int], first: int, last: int) -> tuple[int, int] | None:
    """From and up to which position the days lie that stand for all days from ``first`` to ``last``; None for a gap."""
    start, end = bisect_left(days, first), bisect_right(days, last)
    if start == end:
        # No rate on any of these days: the one before stands for them.
        return (start - 1, start) if start and last - days[start - 1] <= CARRIED else None
    inside = days[start:end]
    gaps = max((b - a for a, b in pairwise(inside)), default=0)
    if first == last:
        return start, end
    return (start, end) if max(inside[0] - first, last - inside[-1], gaps - 1) <= CARRIED else None


def read_rates(data: bytes, name: str, sha256: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """The table in a file, and what of it cannot be used; None where nothing can.

    Rows are taken or left whole cell by cell: a date is a day (2013-03-15), a currency three capitals, a rate a plain
    decimal above nought. Two different rates for one day are both left out, since nothing tells which is right.
    """
    advice = "give the European Central Bank's eurofxref-hist.csv, or columns date,currency,rate,base as UTF-8 CSV"
    if len(data) > MAX_BYTES:
        return None, (Problem("the rate table is larger than 32 MB", name, advice, "check"),)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, (Problem("the rate table is not a text in UTF-8", name, advice, "check"),)
    every = rows(text, separator(text))
    heading = next(every, None)
    reader = _reader(heading.cells if heading else None)
    if reader is None:
        return None, (Problem("the file is no rate table: its first row names no columns of one", name, advice,
                              "check"),)  # fmt: skip
    reader.read(every)
    problems = reader.problems(name)
    if not reader.found:
        return None, (*problems, Problem("the rate table has no rate that can be used", name, advice, "check"))
    return Table(name, sha256, reader.pairs()), problems


@dataclass(frozen=True, slots=True)
class _Column:
    at: int
    currency: str


class _Reader:
    """Gathers the rates of one table, row by row. ``wide`` names a currency for each column, else ``long`` the four."""

    def __init__(self, width: int, wide: Sequence[_Column] = (), long: Mapping[str, int] | None = None) -> None:
        self._width, self._wide, self._long = width, wide, long
        self.found: dict[tuple[str, str], dict[int, float]] = {}
        self._clashing: set[tuple[str, str, int]] = set()
        self._bad: list[tuple[int, str]] = []

    def read(self, every: Iterable[Row]) -> None:
        for row in every:
            if row.cells is None:
                self._bad.append((row.number, "its quotation marks do not close"))
                continue
            cells = tuple(cell.strip() for cell in row.cells)
            if not any(cells):
                continue
            if len(cells) != self._width:
                self._bad.append((row.number, f"it has {len(cells)} cells, and the first row has {self._width}"))
            elif self._long:
                self._row(row.number, {key: cells[at] for key, at in self._long.items()})
            else:
                self._wide_row(row.number, cells)
        for base, currency, day in self._clashing:
            del self.found[base, currency][day]
        self.found = {pair: rates for pair, rates in self.found.items() if rates}

    def _wide_row(self, number: int, cells: Sequence[str]) -> None:
        if _day(cells[0]) is None:
            self._bad.append((number, f"the date {_shown(cells[0])} cannot be read"))
            return
        for column in self._wide:
            if cells[column.at] not in _NONE:
                told = {"date": cells[0], "currency": column.currency, "rate": cells[column.at], "base": "EUR"}
                self._row(number, told)

    def _row(self, number: int, told: Mapping[str, str]) -> None:
        day, rate = _day(told["date"]), _rate(told["rate"])
        wrong = next((f"{what} {_shown(value)} cannot be read" for what, value, good in (
            ("the date", told["date"], day is not None), ("the rate", told["rate"], rate is not None),
            ("the currency", told["currency"], _CURRENCY.fullmatch(told["currency"]) is not None),
            ("the base", told["base"], _CURRENCY.fullmatch(told["base"]) is not None),
        ) if not good), None)  # fmt: skip
        if wrong is None and told["currency"] == told["base"]:
            wrong = "currency and base are the same"
        if wrong is not None or day is None or rate is None:
            self._bad.append((number, wrong or ""))
            return
        pair = told["base"], told["currency"]
        known = self.found.setdefault(pair, {})
        if known.setdefault(day, rate) != rate and (*pair, day) not in self._clashing:
            self._clashing.add((*pair, day))
            self._bad.append((number, f"{pair[1]} has another rate for the same day above; both are left out"))

    def pairs(self) -> dict[tuple[str, str], tuple[tuple[int, ...], tuple[float, ...]]]:
        return {
            pair: (tuple(day for day, _ in held), tuple(rate for _, rate in held))
            for pair, rates in sorted(self.found.items()) for held in [sorted(rates.items())]
        }  # fmt: skip

    def problems(self, name: str) -> tuple[Problem, ...]:
        advice = "correct the row, and give the table again"
        told = [Problem(f"a rate was left out: {what}", f"{name}, row {number}", advice, "check")
                for number, what in self._bad[:SHOWN]]  # fmt: skip
        rest = len(self._bad) - SHOWN
        if rest > 0:
            told.append(Problem(f"{rest} more rates were left out", name, advice, "check"))
        return tuple(told)


def _reader(heading: Sequence[str] | None) -> _Reader | None:
    """What reads the rows under that heading; None where it is that of no rate table."""
    cells = [cell.strip() for cell in heading or ()]
    lower = [cell.casefold() for cell in cells]
    if all(lower.count(name) == 1 for name in _LONG):
        return _Reader(len(cells), long={name: lower.index(name) for name in _LONG})
    # The bank's own file ends each line with a comma, so its last column has no name.
    named = cells[:-1] if cells and not cells[-1] else cells
    if len(named) < 2 or lower[0] != "date" or len(set(named)) != len(named):
        return None
    if not all(_CURRENCY.fullmatch(cell) and cell != "EUR" for cell in named[1:]):
        return None
    return _Reader(len(cells), wide=[_Column(at, cell) for at, cell in enumerate(named) if at])


def _day(text: str) -> int | None:
    if not _DAY.fullmatch(text) or not text.isascii():
        return None
    try:
        return Day.fromisoformat(text).toordinal()
    except ValueError:
        return None


def _rate(text: str) -> float | None:
    if not _RATE.fullmatch(text) or not text.isascii():
        return None
    value = float(text)
    return value if isfinite(value) and value > 0 else None


def _shown(text: str) -> str:
    return f"“{text[:30]}{'…' if len(text) > 30 else ''}”"
