"""docs/checks.md has every check in the words beside its code, the grades and the standards of proof."""

from __future__ import annotations

import inspect
from pathlib import Path

import pytest

from primafacie.findings import CHECKS
from primafacie.findings.grading import CREDIBILITY, RELIABILITY

PAGE = Path(__file__).resolve().parents[2] / "docs" / "checks.md"


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.__name__)
def test_a_check_is_described_as_in_its_docstring(check) -> None:
    _, _, after = PAGE.read_text("utf-8").partition(f"### {check.__name__}\n")
    described, _, _ = after.partition("\n### ")
    assert described.split() == (inspect.getdoc(check) or "").split()


def test_no_check_is_described_that_is_not_there() -> None:
    headings = [line.removeprefix("### ") for line in PAGE.read_text("utf-8").splitlines() if line.startswith("### ")]
    assert headings == [check.__name__ for check in CHECKS]


def test_the_grades_are_explained_in_the_words_used() -> None:
    text = PAGE.read_text("utf-8")
    for value, meaning in (*RELIABILITY.items(), *CREDIBILITY.items()):
        assert f"| {value} | {meaning} |" in text
