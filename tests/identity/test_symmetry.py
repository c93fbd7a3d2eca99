"""Comparing is symmetric, stays within 0 and 1 and never raises, whatever the texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from primafacie.identity import compare_names, read

PARTS = (
    "Robert Roberto R. al- bin Abdul Rahman Qubaisani QUBAYSANI Кубаисани 韩正飞 محمد GmbH LLC Bank II 2 (France) Kim "
    "Yong Yung"
).split()
WORDS = st.lists(st.sampled_from(PARTS), min_size=1, max_size=6).map(" ".join)
SCHEMAS = st.sampled_from(["Person", "Company", "LegalEntity", "Vessel"])


@given(st.one_of(WORDS, st.text(max_size=60)), st.one_of(WORDS, st.text(max_size=60)), SCHEMAS, SCHEMAS)
@settings(max_examples=300, deadline=None)
def test_both_ways_the_same(left: str, right: str, one: str, other: str) -> None:
    here, there = read(left, one), read(right, other)
    met, turned = compare_names(here, there), compare_names(there, here)
    assert 0.0 <= met.score <= 1.0
    assert met.score == pytest.approx(turned.score, abs=1e-6)
    assert all(feature.note for feature in met.features)
