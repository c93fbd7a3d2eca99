"""What the machine may say of a source and of a claim, and what it must leave to a person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from resolution.claim_lines import evidence

from primafacie import grading, pipeline
from primafacie.case import Case
from primafacie.findings.grading import CREDIBILITY, RELIABILITY, grade, may_confirm
from primafacie.intake import add
from primafacie.model import Evidence, Grade

SOLD = ('{"kind": "Deal", "seller": "Arvid Solberg|person", "buyer": "Lumen Group|organization", '
        '"asset": "Nordhaven Bank|organization"')  # fmt: skip
ONE = SOLD + ', "date": "2007", "amount": ["2 billion dollars", 2e9, "USD"]}'
ANOTHER = ONE[:-1] + ', "source": "b", "voices": ["Marta Kern"]}'
BARE = SOLD + ', "source": "b", "voices": ["Marta Kern"]}'
OTHER_PRICE = BARE[:-1] + ', "amount": ["1 billion dollars", 1e9, "USD"]}'
DENIAL = BARE[:-1] + ', "stance": "denies"}'
SECOND_HAND = ONE[:-1] + ', "source": "b", "voices": ["Marta Kern", "Pavel Drozdik"]}'
NO_BUYER = ('{"kind": "Deal", "seller": "Arvid Solberg|person", "asset": "Nordhaven Bank|organization", '
            '"source": "b", "voices": ["Marta Kern"]}')  # fmt: skip


def values(case: Evidence) -> dict[str, str]:
    return {one.subject: one.value for one in grade(case)}


@pytest.mark.parametrize(
    ("lines", "first"),
    [
        ([ONE], "6"),
        ([ONE, ANOTHER], "2"),
        ([ONE, SECOND_HAND], "6"),
        ([ONE, BARE], "6"),
        ([ONE, OTHER_PRICE], "6"),
        ([ONE, NO_BUYER], "6"),
        ([ONE, DENIAL], "4"),
        ([ONE, ANOTHER, DENIAL.replace("Marta Kern", "Ivo Branko")], "6"),
    ],
    ids=["one voice", "two voices", "second hand", "no price from the other", "another price",
         "no buyer from the other", "denied", "said by two and denied"],
)  # fmt: skip
def test_what_the_machine_makes_of_a_claim(lines: list[str], first: str) -> None:
    assert values(evidence(lines))["c1"] == first


def test_the_shorter_statement_is_borne_out_by_the_longer() -> None:
    found = values(evidence([ONE, NO_BUYER]))
    assert (found["c1"], found["c2"]) == ("6", "2")


def test_the_machine_gives_no_source_better_than_f_and_no_claim_1() -> None:
    case = evidence([ONE, ANOTHER, BARE, DENIAL, OTHER_PRICE])
    for one in grade(case):
        assert one.value in ("F" if one.subject in {s.id for s in case.sources} else "246")
        assert one.by == "Prima Facie"
        assert one.why


def test_the_analysts_last_word_stands() -> None:
    case = evidence([ONE])
    said = (Grade("a", "B", "M. Kern", "2024-01-01", "has been right before"), Grade("a", "C", "M. Kern", "2024-02-01"),
            Grade("c1", "3", "M. Kern", "2024-02-01"), Grade("c1", "A", "M. Kern", "2024-03-01"))  # fmt: skip
    assert values(replace(case, grades=said)) == {"a": "C", "c1": "3"}
    assert values(replace(case, grades=said[::-1])) == {"a": "C", "c1": "3"}


def test_who_may_be_confirmed() -> None:
    assert may_confirm(evidence([ONE, ANOTHER]), "c1")
    for alone in ([ONE], [ONE, SECOND_HAND], [ONE, BARE], [ONE, NO_BUYER]):
        assert not may_confirm(evidence(alone), "c1")
    assert not may_confirm(evidence([ONE, ANOTHER]), "nobody")


@pytest.fixture
def case(tmp_path: Path):
    for name, text in {
        "a.txt": "By Pavel Drozdik\n\nIn 2007 Arvid Solberg sold Nordhaven Bank to Lumen Group.\n",
        "b.txt": "By Marta Kern\n\nIn 2007 Arvid Solberg sold Nordhaven Bank to Lumen Group.\n\n"
                 "In 2013 Lumen Group sold Nordhaven Bank to Ivo Branko.\n",
    }.items():  # fmt: skip
        (tmp_path / name).write_text(text)
    with Case.open(tmp_path / "case", create=True) as opened:
        for name in ("a.txt", "b.txt"):
            add(opened, tmp_path / name, language="en")
        pipeline.investigate(opened, ["read", "claims", "resolve"])
        yield opened


def deal(case: Case, year: str) -> str:
    return next(c.id for c in case.store.claims() if c.kind == "Deal" and c.date and c.date.start == year)


def test_1_is_refused_without_two_independent_voices(case: Case) -> None:
    with pytest.raises(grading.Ungraded, match="no second independent voice"):
        grading.give(case, deal(case, "2013"), "1", "M. Kern")
    assert grading.give(case, deal(case, "2007"), "1", "M. Kern", "both were there").value == "1"
    assert [g.value for g in case.store.grades()] == ["1"]


@pytest.mark.parametrize(("subject", "value"), [("a.txt", "1"), ("a.txt", "G"), ("nothing", "B"), ("", "B")])
def test_what_is_no_grade_is_refused(case: Case, subject: str, value: str) -> None:
    with pytest.raises(grading.Ungraded):
        grading.give(case, subject, value, "M. Kern")
    assert case.store.grades() == ()


def test_a_person_may_grade_a_source_as_high_as_they_like(case: Case) -> None:
    assert grading.give(case, "a.txt", "a", "M. Kern", "ten years of it", "banks").value == "A"


def test_the_scales_are_those_of_the_admiralty() -> None:
    assert "".join(RELIABILITY) == "ABCDEF"
    assert "".join(CREDIBILITY) == "123456"
