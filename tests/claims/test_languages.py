"""A document is read by the record of its language; one that cannot be read says so and keeps its text."""

from __future__ import annotations

import subprocess
import sys

import pytest

from primafacie import claims
from primafacie.claims.languages import CODES, language
from primafacie.model import Source
from tests.claims.reading import passages_of

ENGLISH = """
import sys
from primafacie import claims
from primafacie.model import Source
from tests.claims.reading import passages_of
source = Source("0" * 64, "t", "text/plain", "Ivan Serik sold Orda Bank to Meridian.", 38, language="en")
assert claims.extract(source, passages_of(source))[0]
print(*sorted({"slovnet", "navec", "razdel", "pymorphy3", "primafacie.claims.russian"} & set(sys.modules)))
"""


@pytest.mark.parametrize("code", CODES)
def test_each_language_names_its_reader(code: str) -> None:
    assert language(code).code == code
    assert language(code).extractor == f"lexicon-{code}/{claims.VERSION}"
    assert tuple(claims.LANGUAGES) == CODES


def test_a_language_that_cannot_be_read_gives_a_problem_and_no_claims() -> None:
    source = Source("0" * 64, "lettre.txt", "text/plain", "Le directeur a vendu la banque.", 31, language="fr")
    found, problems = claims.extract(source, passages_of(source))
    assert found == ()
    (problem,) = problems
    assert "'fr'" in problem.what
    assert "ru" in problem.next
    assert not problem.fatal


def test_an_english_text_loads_nothing_russian() -> None:
    done = subprocess.run([sys.executable, "-c", ENGLISH], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
