"""Every sentence of the dossier says who says so, in words that fit the kind and the stance."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from primafacie.dossier.clauses import CLAUSES
from primafacie.dossier.lettering import visible
from primafacie.dossier.wording import STANCES, sentence
from primafacie.model import STANCES as ALL_STANCES
from primafacie.vocabulary import KINDS

from .cases import claim, claims, golden

NAMES = {"e1": "Orlo Vant", "e2": "Per Lind"}


@pytest.mark.parametrize("unit", ["clauses", "wording"])
def test_a_claim_reads_as_in_the_golden_file(unit: str) -> None:
    given_, expected = golden(unit)
    assert [sentence(c, NAMES) for c in claims(given_)] == expected


def test_every_kind_and_stance_has_its_words() -> None:
    assert list(CLAUSES) == list(KINDS)
    assert tuple(STANCES) == ALL_STANCES
    assert {c.kind for c in claims(golden("clauses")[0])} == set(KINDS)


@pytest.mark.parametrize("stance", ALL_STANCES)
@pytest.mark.parametrize("kind", KINDS)
def test_a_claim_without_any_role_still_has_a_voice(kind: str, stance: str) -> None:
    words = sentence(claim({"kind": kind, "stance": stance, "by": ["Tom Quist", "Ines Arvola"]}))
    assert words.startswith("According to Tom Quist, ")
    assert "Ines Arvola" in words
    assert words.endswith(".")
    assert "  " not in words


@settings(deadline=None)
@given(
    name=st.text(min_size=1).filter(str.strip), kind=st.sampled_from(list(KINDS)), stance=st.sampled_from(ALL_STANCES)
)
def test_no_name_is_lost_and_none_hides_anything(name: str, kind: str, stance: str) -> None:
    role = next(iter(KINDS[kind].roles))
    words = sentence(claim({"kind": kind, "stance": stance, role: [name], "by": ["Tom Quist"]}))
    squeezed = re.sub(r"\s+", "", words).casefold()
    last = re.sub(r"\s+", "", visible(name.split()[-1])).casefold()
    assert last.rstrip(" ,") in squeezed or kind in ("Family", "Killing", "Injury", "Arrest", "Extradition")
    assert not re.search(r"[\x00-\x08\x0e-\x1f\u202a-\u202e]", words)
