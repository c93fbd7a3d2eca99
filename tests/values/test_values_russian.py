"""Each Russian finder against its golden file: a line of text, and what is found in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from primafacie.values.finders import finders
from primafacie.values.russian.dictionary import name_in_nominative

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "values" / "russian"
PUBLISHED, CONTEXT = "2019-01-24", "2007-06-21"
VALUES = ("dates", "money", "counts", "shares")


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:g}" if value < 1e6 else f"{value:.0f}"


def found(what: str, line: str) -> list[str]:
    """What a finder reads, as the golden files write it; a wording with no value has "-", an open date "open"."""
    known = finders("ru")
    if what == "dates":
        rows = [(f.text, f.resolve(PUBLISHED, CONTEXT)) for f in known.dates(line)]
        return [f"{text} = {d.start or ''}..{d.end or ''}" if d else f"{text} = open" for text, d in rows]
    if what == "money":
        return [
            f"{f.text} = {_figure(f.amount.value) or '-'} {f.amount.currency or '?'}{' bare' if f.bare else ''}"
            for f in known.amounts(line, bare=True)
        ]
    spans = known.counts(line) if what == "counts" else known.shares(line)
    return [f"{f.text} = {_figure(f.low)}..{_figure(f.high)}" for f in spans]


@pytest.mark.parametrize("what", VALUES)
def test_finds_what_the_golden_file_says(what: str) -> None:
    given, expected = (GOLDEN / f"{what}.txt").read_text("utf-8").split("\n---\n")
    assert "\n".join(f"{line} -> {'; '.join(found(what, line))}" for line in given.splitlines()) == expected.rstrip(
        "\n"
    )


@pytest.mark.parametrize("what", VALUES)
def test_finds_stand_in_the_text_in_order(what: str) -> None:
    known = finders("ru")
    text = (GOLDEN / f"{what}.txt").read_text("utf-8")
    for spans in (known.dates(text), known.amounts(text), known.counts(text), known.shares(text)):
        ends = [0, *(f.end for f in spans)]
        assert all(text[f.start : f.end] == f.text and f.start >= end for f, end in zip(spans, ends, strict=False))


@pytest.mark.parametrize(("given", "name"), [
    ("Борисом Каменским", "Борис Каменский"), ("Назарбаевой", "Назарбаева"), ("Олега Мартынюка", "Олег Мартынюк"),
    ("Марина Острова", "Марина Острова"), ("John Roe", "John Roe"),
])  # fmt: skip
def test_names_come_back_to_the_nominative(given: str, name: str) -> None:
    assert name_in_nominative(given) == name
