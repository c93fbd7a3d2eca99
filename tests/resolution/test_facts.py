"""What is told of who somebody is travels to the entity, and keeps namesakes apart whatever else speaks for one."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from resolution.claim_lines import read

from primafacie.resolution import resolve
from primafacie.resolution.facts import clash, decisive


def entities(*holders: str) -> list[tuple[str, dict[str, tuple[str, ...]]]]:
    """Names with what is told of them, each holder from a source of its own."""
    lines = [
        f'{{"kind": "Position", "source": "s{n}", "holder": "{holder}", "post": "clerk"}}'
        for n, holder in enumerate(holders)
    ]
    found = resolve(*read(lines)).entities
    told = [(e.name, {k: v for k, v in e.properties.items() if k not in ("parts", "sort", "voice")}) for e in found]
    return sorted(((name, facts) for name, facts in told if name != "Pavel Drozdik"), key=repr)


def test_facts_of_several_sources_are_joined_and_sorted() -> None:
    holders = ("Ida Kern|person|birthDate 1961-02-03|alias Ida K.", "Ida Kern|person|birthDate 1961|alias A. Kern")
    found = entities(*holders)
    assert found == [("Ida Kern", {"alias": ("A. Kern", "Ida K."), "birthDate": ("1961", "1961-02-03")})]


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_namesakes_stay_apart_in_whatever_order_they_come(order: tuple[int, ...]) -> None:
    holders = ("Ida Kern|person|birthDate 1961", "Ida Kern|person|birthDate 1975", "Ida Kern|person")
    assert [name for name, _ in entities(*(holders[n] for n in order))] == ["Ida Kern"] * 3


def test_a_judgement_of_a_person_overrules_facts() -> None:
    lines = [
        '{"kind": "Position", "source": "a", "holder": "Ida Kern|person|birthDate 1961", "post": "clerk"}',
        '{"kind": "Position", "source": "b", "holder": "Ida Kern|person|birthDate 1962", "post": "judge"}',
    ]
    apart = [e.id for e in resolve(*read(lines)).entities if e.name == "Ida Kern"]
    assert len(apart) == 2
    judged = f'{{"left": "{apart[0]}", "right": "{apart[1]}", "verdict": "same", "by": "ann", "at": "2026-01-01"}}'
    (kern,) = (e for e in resolve(*read([*lines, judged])).entities if e.name == "Ida Kern")
    assert kern.properties["birthDate"] == ("1961", "1962")


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ({("birthDate", "1961")}, {("birthDate", "1961-02-03")}, False),
        ({("birthDate", "1961-02")}, {("birthDate", "1961-03")}, True),
        ({("idNumber", "12-34")}, {("idNumber", "1234")}, False),
        ({("idNumber", "1"), ("idNumber", "2")}, {("idNumber", "2"), ("idNumber", "3")}, False),
        ({("idNumber", "1")}, {("taxNumber", "2")}, False),
        ({("country", "kz")}, {("country", "at")}, False),
        ({("leiCode", "A")}, {("leiCode", "B")}, True),
    ],
)
def test_which_facts_tell_namesakes_apart(
    one: set[tuple[str, str]], other: set[tuple[str, str]], differ: bool
) -> None:
    assert clash(decisive(one), decisive(other)) is differ
    assert clash(decisive(other), decisive(one)) is differ


def test_a_register_knows_a_company_from_a_town_and_its_other_names() -> None:
    lines = [
        '{"kind": "Deal", "source": "a", "seller": "Ida Kern|person", '
        '"asset": "Bank Nordhaven|organization|alias Nordhaven Kreditbank|previousName Old Harbour Savings"}',
        '{"kind": "Flight", "source": "b", "person": "Bank Nordhaven|place", "destination": "Lenz|place"}',
        '{"kind": "Flight", "source": "c", "person": "Nordhaven Kreditbank|person", "destination": "Lenz|place"}',
        '{"kind": "Flight", "source": "d", "person": "Old Harbour Savings|organization", "destination": "Lenz|place"}',
    ]
    sources, (row, *told), judgements = read(lines)
    claims = [replace(row, extractor="registers/1"), *told]
    bank = next(e for e in resolve(sources, claims, judgements).entities if "Bank Nordhaven" in e.names)
    assert bank.schema == "Company"
    assert {claim for claim, _, _ in bank.mentions} == {"c1", "c2", "c3", "c4"}


def test_a_register_writes_names_however_it_likes() -> None:
    sources, claims, _ = read([
        '{"kind": "Ownership", "source": "a", "owner": "ida kern|person", "asset": "THE OTHER BANK|organization"}',
        '{"kind": "Ownership", "source": "b", "owner": "Ida Kern|person", "asset": "the other bank|organization"}',
        '{"kind": "Ownership", "source": "b", "owner": "an unnamed person|person", "asset": "Lumen AG|organization"}',
    ])  # fmt: skip
    found = resolve(sources, [replace(claim, extractor="registers/1") for claim in claims], ()).entities
    together = {frozenset(claim for claim, _, _ in e.mentions) for e in found}
    assert {frozenset({"c1", "c2"}), frozenset({"c3"})} == together - {frozenset()}
    assert [e.properties["sort"] for e in found if "unnamed" in e.name] == [("nobody",)]


@pytest.mark.parametrize(
    ("told", "schema"), [("birthDate 1961", "Person"), ("registrationNumber 7", "Company"), ("country kz", "Person")]
)
def test_what_is_told_of_a_legal_entity_says_whether_it_is_a_person(told: str, schema: str) -> None:
    lines = [f'{{"kind": "Ownership", "source": "a", "owner": "Arvid Solberg||{told}", "asset": "Lumen Group"}}']
    (owner,) = (e for e in resolve(*read(lines)).entities if e.name == "Arvid Solberg")
    assert owner.schema in ((schema, "LegalEntity") if schema == "Company" else (schema,))
