"""Records: what is known beside the name, reasons in plain sentences, and caution."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from primafacie.identity import MATCH, compare, profile
from primafacie.identity.comparison import weights
from primafacie.identity.profiles import EVIDENCE
from primafacie.model import Problem, Profile

MAN = Profile("Person", ("Timofey Arkadyevich Verkhozin",))
OTHER = Profile("Person", ("Тимофей Верхозин",))


def test_reasons_and_objections_are_sentences() -> None:
    left = replace(MAN, birth_dates=("1961",), countries=("kz",))
    right = replace(OTHER, birth_dates=("1974",), countries=("kz",))
    met = compare(left, right)
    assert "surname Verkhozin in both" in met.reasons
    assert met.against[-1] == "born 1961 against 1974"
    assert (met.left_name, met.right_name) == ("Timofey Arkadyevich Verkhozin", "Тимофей Верхозин")
    assert met.score < MATCH < compare(MAN, OTHER).score


@pytest.mark.parametrize(("field", "left", "right", "higher"), [
    ("birth_dates", ("1961-03-04",), ("1961-03-04",), True), ("birth_dates", ("1961-03-04",), ("1961",), True),
    ("birth_dates", ("1961-03-04",), ("1983-07-09",), False), ("countries", ("kz",), ("br",), False),
    ("identifiers", ("KZ 0012345",), ("kz-0012345",), True), ("genders", ("male",), ("female",), False),
    ("identifiers", ("Q900000001",), ("Q900000002",), False),
    ("relatives", ("Arkady Verkhozin",), ("A. Verkhozin",), True),
    ("positions", ("deputy minister of inland waterways",), ("minister of inland waterways",), True),
    ("addresses", ("12 Lantern Quay, Tarragossa",), ("Lantern Quay 12, Tarragossa",), True),
])  # fmt: skip
def test_what_is_known_beside_the_name_counts(
    field: str, left: tuple[str, ...], right: tuple[str, ...], higher: bool
) -> None:
    plain = compare(MAN, OTHER)
    known: dict[str, Any] = {field: left}
    others: dict[str, Any] = {field: right}
    one, other = replace(MAN, **known), replace(OTHER, **others)
    met = compare(one, other)
    features = met.features[len(plain.features):]
    assert len(features) == 1
    assert (features[0].weight > 0) is higher
    assert met.score == pytest.approx(compare(other, one).score)


def test_a_date_turned_round_is_no_other_date() -> None:
    turned = compare(replace(MAN, birth_dates=("1961-03-04",)), replace(OTHER, birth_dates=("1961-04-03",)))
    assert "which differ in one part or in its order" in turned.features[-1].note


def test_a_single_word_never_decides() -> None:
    for countries in ((), ("kz",)):
        one = Profile("Person", ("Verkhozin",), countries=countries)
        assert compare(one, one).score < MATCH
        assert compare(one, replace(MAN, countries=countries)).score < MATCH


def test_a_weak_alias_never_decides() -> None:
    one = Profile("Person", ("Timofey Verkhozin",), weak=("The Night Lantern",), birth_dates=("1961-03-04",))
    other = Profile("Person", ("Night Lantern",), birth_dates=("1961-03-04",))
    met = compare(one, other)
    assert met.score < MATCH
    assert "a weak alias never decides alone" in met.against


def test_a_person_is_no_company() -> None:
    assert compare(Profile("Person", ("Oberwald Lantern",)), Profile("Company", ("Oberwald Lantern",))).score < MATCH


def test_full_agreement_ranks_above_half() -> None:
    full = compare(MAN, MAN).score
    half = compare(MAN, OTHER).score
    common = compare(Profile("Person", ("Ahmed Mohamed",)), Profile("Person", ("Ahmed Mohamed",))).score
    assert 1.0 > full > half
    assert full > common


def test_without_a_name_nothing_is_said() -> None:
    met = compare(MAN, Profile("Person", ()))
    assert (met.score, met.against) == (0.0, ("a record without a name cannot be compared",))


def test_every_feature_has_its_weight() -> None:
    named = {feature for unit in EVIDENCE for feature in unit.FEATURES}
    assert named | {"base", "name"} == set(weights()["record"])


def test_a_record_of_followthemoney_is_read() -> None:
    read = profile({"schema": "Person", "properties": {"firstName": ["Timofey"], "lastName": ["Verkhozin"], "x": 3}})
    assert isinstance(read, Profile)
    assert read.names == ("Timofey Verkhozin",)
    assert profile("Verkhozin") == Profile("LegalEntity", ("Verkhozin",))


@pytest.mark.parametrize("bad", [3, None, [], {}, {"properties": []}])
def test_what_is_no_record_is_a_problem(bad: object) -> None:
    assert isinstance(profile(bad), Problem)
