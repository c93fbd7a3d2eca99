"""Registers and mapping files that mean harm, or are merely broken: each is named, none is obeyed, none raises."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from primafacie.claims import extract
from primafacie.claims.registers import mapping
from primafacie.claims.registers.mapping import Unmapped
from primafacie.model import Claim, Problem, Source
from primafacie.reading import read
from primafacie.sources import load

OWNERS = """
queries:
  - csv_url: file:///etc/passwd
    entities:
      owner: {schema: Person, keys: [who], properties: {name: {column: who}, notes: {literal: "${HOME}"}}}
      asset: {schema: Company, keys: [what], properties: {name: {column: what}}}
      stake: {schema: Ownership, keys: [who, what], properties: {owner: {entity: owner}, asset: {entity: asset}}}
"""
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


def claims(text: str, mapped: str | None = OWNERS, name: str = "a.csv") -> tuple[tuple[Claim, ...], list[Problem]]:
    source, problems = load(text.encode("utf-8", "surrogatepass"), name)
    if source is None:
        return (), list(problems)
    source = replace(source, mapping=mapped)
    source, passages, _ = read(source)
    found, wrong = extract(source, passages)
    return found, [*problems, *wrong]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (BOMB, "anchors"),
        ("queries: !!python/object/apply:os.system ['touch /tmp/x']", "no YAML (line 1)"),
        ("queries: [", "no YAML"),
        ("- a\n- b", "no queries"),
        ("{}", "no queries"),
        ("queries: 7", "no queries"),
        ("a: {b: 1}\nc: 2", "no queries"),
        ("queries: []\nqueries: []", "“queries” stands twice"),
        ("x: " + "[" * 5000, "nested too deeply"),
        ("#" * 300_000, "longer than"),
    ],
)
def test_a_mapping_that_is_none_is_refused_with_its_reason(text: str, why: str) -> None:
    with pytest.raises(Unmapped, match=why.replace("(", r"\(").replace(")", r"\)")):
        mapping.read(text)


@pytest.mark.parametrize(
    ("entities", "why"),
    [
        ("{a: {schema: Persona, keys: [x]}}", "the schema “Persona” is not known"),
        ("{a: {schema: Person}}", "either keys or an id_column"),
        ("{a: {schema: Person, keys: [x], id_column: x}}", "either keys or an id_column"),
        ("{a: {schema: Person, keys: [x], properties: {shoeSize: {column: x}}}}", "Person has no such property"),
        ("{a: {schema: Person, keys: [x], properties: {name: x}}}", "neither column nor literal"),
        ("{a: {schema: Person, keys: [x], properties: {name: {colunm: x}}}}", "“colunm” is none of"),
        ("{a: {schema: Person, keys: [x], properties: {name: {column: {y: z}}}}}", "where a name or a value should"),
        ("{a: {schema: Ownership, keys: [x], properties: {owner: {entity: b}}}}", "no entity “b”"),
        ("{a: {schema: Associate, keys: [x], properties: {person: {entity: b}}}, "
         "b: {schema: Associate, keys: [x], properties: {person: {entity: a}}}}", "in a circle"),
        ("7", "maps no entities"),
    ],
)  # fmt: skip
def test_a_query_that_is_wrong_is_named_and_the_others_are_read(entities: str, why: str) -> None:
    mapped = mapping.read(f"queries:\n  - entities: {entities}\n  - entities: {{a: {{schema: Person, keys: [x]}}}}")
    assert len(mapped.queries) == 1
    assert len(mapped.wrong) == 1
    assert why in mapped.wrong[0]
    assert "query 1" in mapped.wrong[0]


def test_a_database_is_not_asked() -> None:
    assert "database" in mapping.read("queries: [{database: 'postgresql://x/y', entities: {}}]").wrong[0]


def test_no_address_is_opened_and_no_variable_put_in() -> None:
    (claim,), problems = claims("who,what\nAnn Berg,Alpha Bank\n")
    assert [f.text for f in claim.fillers()] == ["Ann Berg", "Alpha Bank"]
    assert not problems
    assert "root" not in repr(claim)


def test_a_table_without_a_mapping_says_what_to_do() -> None:
    found, (problem,) = claims("who,what\nAnn Berg,Alpha Bank\n", None)
    assert found == ()
    assert problem.fatal
    assert "a.mapping.yml" in problem.next


def test_columns_that_the_table_lacks_are_named() -> None:
    found, problems = claims("owner,what\nAnn Berg,Alpha Bank\n")
    assert found == ()
    assert {"the table has no column “who”" in p.what for p in problems if "column" in p.what} == {True}
    found, problems = claims("who,what,what\nAnn Berg,Alpha Bank,Beta\n")
    assert found == ()
    assert any("two columns are called “what”" in p.what for p in problems)


@pytest.mark.parametrize("cell", ["=cmd|' /C calc'!A0", "@SUM(A1)", "+HYPERLINK(A1)", "-cmd", '=WEBSERVICE("http://x")'])
def test_a_formula_is_no_name(cell: str) -> None:
    quoted = cell.replace('"', '""')
    found, problems = claims(f'who,what\n"{quoted}",Alpha Bank\nAnn Berg,Alpha Bank\n')
    assert [f.text for claim in found for f in claim.fillers("owner")] == ["Ann Berg"]
    assert any("formula" in p.what and p.where.endswith("row 2") for p in problems)


def test_problems_of_one_sort_are_counted_and_not_listed_without_end() -> None:
    _, problems = claims("who,what\n" + "x\n" * 500)
    assert len(problems) == 101
    assert "400 more rows" in problems[-1].what


def test_stray_quotation_marks_cost_their_rows_and_no_time() -> None:
    started = time.perf_counter()
    found, problems = claims('who,what\n"Ann,Alpha\nBo Roe,Beta\n' + '"x,y\n' * 20_000 + "Cy Dahl,Gamma\n")
    assert [f.text for claim in found for f in claim.fillers("owner")] == ["Bo Roe", "Cy Dahl"]
    assert problems[0].where.endswith("row 2")
    assert time.perf_counter() - started < 30


@pytest.mark.parametrize("name", ["a.json", "a.jsonl"])
@pytest.mark.parametrize(
    "text",
    [
        '{"statementId": "1", "recordType": "entity", "recordDetails": ' + '{"a": ' * 100_000,
        '[{"statementId": "1", "recordType": "entity", "recordDetails": {}}, ' + "[" * 100_000,
        '{"id": "1", "schema": "Person", "properties": {"name": [' + "9" * 10_000 + "]}}",
        '{"id": "1", "schema": "Person", "properties": {"name": [{"id": [[]]}, null, 7]}}',
        '[{"statementId": {}, "recordId": [], "recordType": "relationship", "recordDetails": {"subject": [], '
        '"interestedParty": 7, "interests": [{"type": {}, "share": {"exact": "x", "minimum": []}}, 7]}}]',
        '[{"statementId": "1", "recordType": "person", "recordDetails": {"names": 7, "identifiers": [7, {"id": {}}], '
        '"nationalities": {}, "placeOfBirth": []}}]',
    ],
)
def test_deep_and_odd_json_is_survived(text: str, name: str) -> None:
    for found in (claims(text, None, name), claims(text + "\n{}", None, name)):
        assert all(problem.what and problem.next for problem in found[1])


tables = st.text(st.sampled_from('ab,;\t|"\n\r =1é\u00a0'), max_size=120)


@settings(max_examples=150, deadline=None)
@given(tables)
def test_any_table_is_read_row_by_row_within_its_text(body: str) -> None:
    found, _ = claims("who,what\n" + body)
    for claim in found:
        assert claim.quote.text.strip()
        for filler in claim.fillers():
            inside = filler.start is None or claim.quote.start <= filler.start < claim.quote.end
            assert inside, "the words of a name stand in its own row"


@settings(max_examples=100, deadline=None)
@given(st.recursive(st.none() | st.text(max_size=6) | st.integers(), lambda inner: st.lists(inner, max_size=3) |
                    st.dictionaries(st.sampled_from(["queries", "entities", "a", "schema", "keys", "properties", "name",
                                                     "column", "filters"]), inner, max_size=4), max_leaves=12))
def test_no_mapping_makes_the_reader_raise(raw: object) -> None:
    with suppress(Unmapped):
        assert mapping.read(json.dumps(raw)).queries is not None


PERSON = {"id": "p", "schema": "Person", "caption": "Ann", "properties": {"name": ["Ann Berg"], "position": ["mayor"]}}
STAKE = {"id": "o", "schema": "Ownership", "properties": {"owner": ["p"], "asset": ["p"], "percentage": ["7"]}}
STATEMENTS = [
    {"statementId": "1", "recordId": "a", "recordType": "entity", "publicationDetails": {"publisher": {"name": "R"}},
     "source": {"assertedBy": [{"name": "B"}]}, "recordDetails": {
         "name": "Alpha", "jurisdiction": {"code": "NO"}, "identifiers": [{"scheme": "NO-X", "id": "7"}]}},
    {"statementId": "2", "recordId": "p", "recordType": "person", "statementDate": "2020-01-01", "recordDetails": {
        "names": [{"fullName": "Ann Berg"}], "nationalities": [{"code": "NO"}], "placeOfBirth": {"name": "Lenz"}}},
    {"statementId": "3", "recordId": "r", "recordType": "relationship", "recordDetails": {
        "subject": "a", "interestedParty": "p", "interests": [{"type": "shareholding", "share": {"minimum": 25}}]}},
]  # fmt: skip
ODD = (None, [], {}, 7, -1, 1e308, True, "", "x", [{}], [[]], {"type": 7}, "2013-99", ["a", 7, None], {"exact": "x"})


def changed(value: object, chance: Random) -> object:
    """The value with odd ones here and there in it, and some keys lost."""
    if chance.random() < 0.1:
        return chance.choice(ODD)
    if isinstance(value, dict):
        return {key: changed(inner, chance) for key, inner in value.items() if chance.random() > 0.03}
    return [changed(inner, chance) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize("records", [STATEMENTS, [PERSON, STAKE]], ids=["BODS", "FollowTheMoney"])
@pytest.mark.parametrize("seed", range(8))
def test_records_with_odd_values_in_odd_places_are_read_or_named(records: list[object], seed: int) -> None:
    chance = Random(seed)
    read_at_all = 0
    for _ in range(40):
        found, problems = claims(json.dumps(changed(records, chance)), None, "a.json")
        read_at_all += bool(found)
        assert all(filler.text.strip() for claim in found for filler in claim.fillers())
        assert all(problem.what and problem.where and problem.next for problem in problems)
    assert read_at_all > 3


def test_a_source_without_rows_has_no_claims() -> None:
    source = Source("0" * 64, "a.csv", "text/csv", "who,what\n", 9, loader="csv/1", mapping=OWNERS)
    assert extract(source, read(source)[1]) == ((), ())


def test_a_table_in_an_old_code_page_is_read_and_the_page_is_named() -> None:
    rows = "who,what\nАнна Берг,Банк «Альфа»\nБо Роэ,Банк «Бета»\n".encode("cp1251")
    source, (problem,) = load(rows, "a.csv")
    assert source is not None
    assert "Windows-1251" in problem.what
    assert not problem.fatal
    found, _ = extract(replace(source, mapping=OWNERS), read(source)[1])
    assert [claim.roles["owner"][0].text for claim in found] == ["Анна Берг", "Бо Роэ"]
