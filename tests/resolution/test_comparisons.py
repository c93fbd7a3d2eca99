"""What two names of a case are to each other, before anybody asks who else may bear them."""

from __future__ import annotations

import pytest

from primafacie.resolution.agreement import agreement
from primafacie.resolution.comparisons.met import DOUBT, ONE, OTHER, RIVAL
from primafacie.resolution.facts import telling
from primafacie.resolution.names import Named, keys, named

NOTHING = frozenset[tuple[str, str]]()


def name(text: str, family: str) -> Named:
    found = named(text, family)
    assert found is not None
    return found


def verdict(one: str, other: str, family: str, *, within: bool = False) -> str:
    said = agreement(name(one, family), name(other, family), NOTHING, NOTHING, within=within)
    back = agreement(name(other, family), name(one, family), NOTHING, NOTHING, within=within)
    assert said.verdict == back.verdict, "the order of the two names matters"
    return said.verdict


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("Bulat Yessenkulov", "Болат Есенкулов", ONE),
    ("Galym Yessimov", "Есимов Галым", ONE),
    ("Qasym Zhumabekov", "Kassym Jumabekov", ONE),
    ("Aleksandr Tsoi", "Александр Цой", ONE),
    ("Mikhail Vargov", "Michael Vargov", ONE),
    ("Anna-Maria de la Cruz", "Anna Maria Cruz", ONE),
    ("J. Kernov", "Jan Kernov", ONE),
    ("Kernov", "Jan Kernov", ONE),
    ("Oleg Vargov", "Oleg Petrovich Vargov", ONE),
    ("Jan", "Jan Kernov", OTHER),
    ("K. Jan", "Jan Kernov", OTHER),
    ("Galym Yessimov", "Galym Yessenov", OTHER),
    ("Jan Manolev", "Jan Manoleva", OTHER),
    ("Manolev", "Ana Manoleva", OTHER),
    ("Aleksandr Kernov", "Aleksandra Kernova", OTHER),
    ("Oleg Petrovich Vargov", "Oleg Ivanovich Vargov", OTHER),
    ("Anton Kernov", "Adam Kernov", OTHER),
    ("Karl Bergholm Jr.", "Karl Bergholm Sr.", OTHER),
    ("Dana Kernov", "Dina Kernov", DOUBT),
    ("Karl Bergholm Jr.", "Karl Bergholm", DOUBT),
    ("Hassan Ali", "Ali Hassan", DOUBT),
    ("王建伦", "Wang Jianlun", DOUBT),
])  # fmt: skip
def test_names_of_people(one: str, other: str, expected: str) -> None:
    assert verdict(one, other, "person") == expected


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("Nordhaven Bank", "Nordhaven", ONE),
    ("Nordhaven Bank", "Банк Нордхавен", ONE),
    ("Uni-Lumen Bank JSC", "Uni Lumen Bank", ONE),
    ("OTF Bank", "OTFBank", ONE),
    ("Tysan Bank", "Tusan Bank", ONE),
    ("Bank Slovenia", "Bank Slovenia Creditanstalt AG", OTHER),
    ("First Steppeland Bank", "First Steppeland Securities", OTHER),
    ("Ministry of Health of Kazakhstan", "Ministry of Health of Uzbekistan", OTHER),
    ("Sokol 2 Fund", "Sokol 3 Fund", OTHER),
    ("First Steppeland", "First Steppeland Securities", RIVAL),
    ("KTB Bank", "KTB Bank Kazakhstan", DOUBT),
    ("Nordhaven Ltd", "Nordhaven JSC", DOUBT),
    ("Kern Vargov Ltd", "Vargov Kern Ltd", DOUBT),
])  # fmt: skip
def test_names_of_bodies(one: str, other: str, expected: str) -> None:
    assert verdict(one, other, "body") == expected


@pytest.mark.parametrize(("one", "other", "expected"), [
    ("Kazakhstan", "Казахстан", ONE), ("Almaty", "Алматы", ONE), ("New York", "York", OTHER),
    ("German", "Germany", OTHER),
])  # fmt: skip
def test_names_of_places(one: str, other: str, expected: str) -> None:
    assert verdict(one, other, "place") == expected


def test_a_document_names_people_short_once_it_has_named_them() -> None:
    for short, full in (("Jan", "Jan Kernov"), ("Mohammed Ali", "Mohammed Ali Zubairov")):
        assert verdict(short, full, "person", within=True) == ONE
        assert verdict(short, full, "person") != ONE


@pytest.mark.parametrize(("ours", "theirs", "expected"), [
    ({("birthDate", "1961")}, {("birthDate", "1975")}, OTHER),
    ({("birthDate", "1961-02-03")}, {("birthDate", "1961")}, ONE),
    ({("nationality", "kz")}, {("citizenship", "at")}, DOUBT),
    ({("nationality", "kz")}, {("country", "KZ")}, ONE),
    ({("nationality", "kz"), ("birthDate", "1961-02-03")}, {("nationality", "at"), ("birthDate", "1961-02-03")}, ONE),
])  # fmt: skip
def test_facts_keep_namesakes_apart(ours: set[tuple[str, str]], theirs: set[tuple[str, str]], expected: str) -> None:
    one = name("Arvid Solholm", "person")
    assert agreement(one, one, telling(ours), telling(theirs)).verdict == expected


def test_a_number_in_common_joins_spellings_and_says_so() -> None:
    number = telling([("registrationNumber", "77-001")])
    one, other = name("Lumenar Trading Ltd", "body"), name("Lumener Treyding", "body")
    assert agreement(one, other, NOTHING, NOTHING).verdict != ONE
    said = agreement(one, other, number, number)
    assert said.verdict == ONE
    assert "77001" in said.told("Lumenar", "Lumener")
    assert agreement(name("Orda Steel", "body"), name("Kern Shipping", "body"), number, number).verdict == DOUBT


@pytest.mark.parametrize(("one", "other"), [
    ("Dana Kernova", "Dina Kernova"), ("Ivan Kernov", "Ivan Kernova"), ("Arvid Solberg", "Arvid Solbergova"),
])  # fmt: skip
def test_twins_stay_two(one: str, other: str) -> None:
    born = telling([("birthDate", "1961-02-03")])
    assert agreement(name(one, "person"), name(other, "person"), born, born).verdict != ONE


def test_what_may_be_one_is_filed_under_a_common_key() -> None:
    people = [
        ("Bill Tarnov", "William Tarnov"), ("Есимов Галым Нурланович", "Galym Yessimov"), ("B. Tarnov", "Bill Tarnov"),
    ]  # fmt: skip
    for one, other in people:
        assert set(keys(name(one, "person")).asked) & set(keys(name(other, "person")).filed)
    for one, other in [("ATF Bank", "ATFBank"), ("National Bank of Kazakhstan", "Kazakhstan National Bank")]:
        assert set(keys(name(one, "body")).asked) & set(keys(name(other, "body")).filed)
