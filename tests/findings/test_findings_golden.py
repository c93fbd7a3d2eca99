"""Each check on the cases of its golden file: where it must fire, word for word, and where it must keep silent."""

from __future__ import annotations

import pytest
from resolution.claim_lines import blocks, evidence

from primafacie.findings import CHECKS
from primafacie.findings.view import View
from primafacie.model import Finding

CASES = [pytest.param(check, lines, expected, id=f"{check.__name__}: {title}")
         for check in CHECKS for title, lines, expected in blocks("findings", check.__name__)]  # fmt: skip


def shown(finding: Finding) -> str:
    lines = [f"{finding.title} ({finding.severity}; {finding.sources} sources, {finding.independent} independent)",
             finding.text, f"claims: {' '.join(finding.claims)}"]  # fmt: skip
    against = [f"against: {reason}" for reason in finding.against]
    return "\n".join([*lines, *against, *(f"innocent: {reason}" for reason in finding.innocent)])


@pytest.mark.parametrize(("check", "lines", "expected"), CASES)
def test_check_finds_what_its_golden_says(check, lines, expected) -> None:
    found = "\n\n".join(shown(f) for f in check(View(evidence(lines))))
    assert found == expected


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.__name__)
def test_golden_has_a_case_to_find_and_one_to_leave(check) -> None:
    expected = [e for _, _, e in blocks("findings", check.__name__)]
    assert any(expected)
    assert not all(expected)


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.__name__)
def test_check_says_what_it_looks_for_and_what_speaks_against(check) -> None:
    assert check.__doc__.startswith("Looks for ")
    for needed in ("Figures", "nnocent explanation", "gainst"):
        assert needed in " ".join(check.__doc__.split())
