"""Each finder against its golden file: a line of text, and what is found in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from primafacie.values.counts import find_counts
from primafacie.values.dates import find_dates
from primafacie.values.money import find_amounts
from primafacie.values.names import strip_titles
from primafacie.values.shares import find_shares

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "values"
PUBLISHED, CONTEXT = "2019-01-24", "2007-06-21"


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if value < 1e6 else f"{value:.0f}"


def dates(line: str) -> list[str]:
    """ "since 2011 = 2011.." with Thursday 2019-01-24 as publication and 2007-06-21 as the date last spoken of."""
    found = []
    for find in find_dates(line):
        resolved = find.resolve(PUBLISHED, CONTEXT)
        found.append(
            f"{find.text} = {resolved.start or ''}..{resolved.end or ''}" if resolved else f"{find.text} = open"
        )
    return found


def money(line: str) -> list[str]:
    """ "493 million = 493000000 ? bare"; a range or a vague amount has no value."""
    return [
        f"{find.text} = {_figure(find.amount.value) or '-'} {find.amount.currency or '?'}{' bare' if find.bare else ''}"
        for find in find_amounts(line, bare=True)
    ]


def counts(line: str) -> list[str]:
    return [f"{find.text} = {_figure(find.low)}..{_figure(find.high)}" for find in find_counts(line)]


def shares(line: str) -> list[str]:
    return [f"{find.text} = {_figure(find.low)}..{_figure(find.high)}" for find in find_shares(line)]


def names(line: str) -> list[str]:
    left, right = line.split(" | ")
    return [f"{strip_titles(left)} | {strip_titles(right)}"]


FINDERS: tuple[Callable[[str], list[str]], ...] = (dates, money, counts, shares, names)


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.__name__)
def test_finds_what_the_golden_file_says(finder: Callable[[str], list[str]]) -> None:
    given, expected = (GOLDEN / f"{finder.__name__}.txt").read_text("utf-8").split("\n---\n")
    actual = ["; ".join(finder(line)) or "nothing" for line in given.splitlines()]
    assert actual == expected.splitlines()


@pytest.mark.parametrize("finder", FINDERS, ids=lambda finder: finder.__name__)
def test_finds_repeat(finder: Callable[[str], list[str]]) -> None:
    for line in (GOLDEN / f"{finder.__name__}.txt").read_text("utf-8").split("\n---\n")[0].splitlines():
        assert finder(line) == finder(line)
