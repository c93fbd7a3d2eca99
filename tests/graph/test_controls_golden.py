"""Stakes, time and each rule of control on the cases of its golden file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from resolution.claim_lines import blocks, evidence

from primafacie.graph import controls, controls_by_list, holdings
from primafacie.graph.ownership.stakes import stakes
from primafacie.model import Evidence, Problem
from primafacie.values.intervals import FIRST_DAY, LAST_DAY, Moment

BASES = {
    "integrated": ("integrated ownership",),
    "votes": ("majority of votes",),
    "owned": ("OFAC 50 percent", "EU ownership", "UK ownership", "EU control", "UK control"),
    "people": ("family", "nominee", "affiliate", "office"),
}


def asked(lines: list[str]) -> tuple[Evidence, list[str], str | None]:
    """The case, the ids of those listed, and the day, from the line that names them."""
    case = evidence(lines)
    told = next((row for row in map(json.loads, lines) if {"as_of", "blocked"} & set(row)), {})
    ids = {e.name: e.id for e in case.entities}
    return case, [ids[name] for name in told.get("blocked", ())], told.get("as_of")


def reported(problems: tuple[Problem, ...]) -> list[str]:
    return [f"problem: {p.where}: {p.what}: {p.next}" for p in problems]


def ruled(lines: list[str], bases: tuple[str, ...]) -> str:
    case, blocked, day = asked(lines)
    name = {e.id: e.name for e in case.entities}
    ends = {e.id: (name[e.source], name[e.target]) for e in case.edges}
    found, _ = controls(case.edges, case.entities, blocked, day)
    rows = []
    for c in found:
        if c.basis in bases:
            rows.append(f"{c.basis}: {name[c.holder]} -> {name[c.target]}: {c.share.text if c.share else 'no figure'}")
            rows += [f"    {', '.join(f'{a} > {b}' for a, b in map(ends.__getitem__, path))}" for path in c.paths]
            rows += [f"    {c.note}"] if c.note else []
    return "\n".join(rows)


def staked(lines: list[str]) -> str:
    case, _, day = asked(lines)
    name = {e.id: e.name for e in case.entities}
    found, _ = stakes(case.edges, day)
    _, problems = controls(case.edges, case.entities, (), day)
    rows = [f"{name[s.holder]} -> {name[s.asset]}: {s.low:g}..{s.high:g}{''.join(f' ({r})' for r in s.remarks)}"
            for s in sorted(found, key=lambda s: (name[s.holder], name[s.asset]))]  # fmt: skip
    return "\n".join(rows + reported(problems))


def dated(lines: list[str]) -> str:
    case, _, _ = asked(lines)
    name = {e.id: e.name for e in case.entities}

    def day(m: Moment) -> str:
        words = {FIRST_DAY: "ever", LAST_DAY: "now"}
        first, last = words.get(m.first, m.first), words.get(m.last, m.last)
        return first if first == last else f"{first}..{last}"

    found = sorted(holdings(case.edges), key=lambda h: (name[h.asset], h.period.start.first, name[h.holder], h.origin))
    return "\n".join(
        f"{name[h.asset]}: {name[h.holder]}, {h.origin}, from {day(h.period.start)} to {day(h.period.end)}"
        + (f", {h.share.low if h.share.low is not None else ''}..{h.share.high if h.share.high is not None else ''} %"
           if h.share else "")
        for h in found
    )  # fmt: skip


SHOWN: dict[str, Callable[[list[str]], str]] = {
    **{unit: (lambda lines, bases=bases: ruled(lines, bases)) for unit, bases in BASES.items()},
    "stakes": staked,
    "time": dated,
}
CASES = [
    pytest.param(unit, lines, expected, id=f"{unit}: {title}")
    for unit in SHOWN
    for title, lines, expected in blocks("graph", unit)
]


@pytest.mark.parametrize(("unit", "lines", "expected"), CASES)
def test_the_case_gives_what_the_golden_says(unit: str, lines: list[str], expected: str) -> None:
    assert SHOWN[unit](lines) == expected


def test_every_golden_file_is_read() -> None:
    folder = Path(__file__).resolve().parents[1] / "golden" / "graph"
    assert {p.stem for p in folder.iterdir()} == {*SHOWN, "build"}


def test_each_authority_asks_its_own_lists_and_no_others() -> None:
    case = evidence(['{"kind": "Ownership", "owner": "Arvid Solberg|person", "asset": "Alpha Works|organization", '
                     '"share": ["60 %", 60, 60]}'])  # fmt: skip
    owner = next(e.id for e in case.entities if e.name == "Arvid Solberg")

    def bases(key: str) -> set[str]:
        found, _ = controls_by_list(case.edges, case.entities, [(key, owner)])
        return {c.basis for c in found} & set(BASES["owned"])

    assert bases("ofac") == bases("ofac-cons") == {"OFAC 50 percent"}
    assert bases("eu-fsf") == {"EU ownership", "EU control"}
    assert "UK ownership" in bases("uk") <= {"UK ownership", "UK control"}
    assert bases("ukraine") == bases("us_example") - {"OFAC 50 percent"} == set()
