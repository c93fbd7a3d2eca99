"""Rows of registers and JSON statements as one line that a person can read."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from primafacie.dossier.verbatim import LONGEST, readable
from primafacie.model import Finding, Passage

from .cases import case, source
from .elements import by_id, written

TABLE = 'kind,from,who,asset,price\ndeal,2009,Orlo Vant,"the harbour, whole",\ndeal,2013,Mira Solt\n'


@pytest.mark.parametrize(("quote", "line"), [
    ('deal,2009,Orlo Vant,"the quay, whole",', "kind: deal · from: 2009 · who: Orlo Vant · asset: the quay, whole"),
    ("deal,2013,Mira Solt", "kind: deal · from: 2013 · who: Mira Solt"),
    ("deal,2013,Mira Solt,quay,1,more", "kind: deal · from: 2013 · who: Mira Solt · asset: quay · price: 1 · more"),
    ('"never closed,2013', None),
    ("", None),
])  # fmt: skip
def test_a_row_of_a_table_is_told_by_its_columns(quote: str, line: str | None) -> None:
    assert readable(replace(source(TABLE), media_type="text/csv"), quote) == line


@pytest.mark.parametrize(("record", "line"), [
    ({"id": "s1", "recordDetails": {"flag": False, "subject": "bank", "interests": [{"exact": 91.8}, {"exact": None}]}},
     "subject: bank · exact: 91.8 · id: s1 · flag: no"),
    ({"schema": "Ownership", "properties": {"owner": ["Orlo Vant"]}}, "owner: Orlo Vant · schema: Ownership"),
    ({}, None),
])  # fmt: skip
def test_a_statement_begins_with_what_it_is_about(record: object, line: str | None) -> None:
    text = json.dumps(record, indent=1)
    assert readable(source(f"[{text}]"), text) == line


@pytest.mark.parametrize("quote", ["{broken", '{"a": ' * 3000, "[1, 2]", "He said {so}."])
def test_what_is_no_statement_stays_as_it_is(quote: str) -> None:
    assert readable(source(quote), quote) is None
    assert readable(None, '{"a": 1}') is None


def test_a_statement_nested_without_end_is_cut() -> None:
    record = '{"a":' * 200 + '"x"' + "}" * 200
    assert readable(source(record), record) == "a: …"


def test_the_line_is_short_and_the_letters_stand_below_it(tmp_path: Path) -> None:
    quote = f"deal,2009,Orlo Vant,{'wharf ' * 90},"
    row = {"kind": "Ownership", "owner": ["Orlo Vant"], "asset": ["a wharf"], "quote": quote}
    evidence = case(f"kind,from,who,asset,price\n{quote}\n", [row])
    document = replace(evidence.sources[0], media_type="text/csv", loader="csv/1")
    start = document.text.index(quote)
    rows = (Passage(document.id, 0, start, start + len(quote), "table"),)
    root = written(replace(evidence, sources=(document,), passages=rows), tmp_path)
    note = by_id(root, "n1")
    (line,) = note.all("summary")
    assert len(line.text) <= LONGEST + 4
    assert note.all("q")[0].text == quote
    (folded,) = by_id(root, "texts").all("details")
    assert folded.all("summary")[0].all("a", id="m1")
    assert folded.all("mark")[0].text == quote


def test_a_finding_that_quotes_a_row_quotes_it_readably(tmp_path: Path) -> None:
    quote = "deal,2009,Orlo Vant,a  quay,"
    row = {"kind": "Ownership", "id": "o", "owner": ["Orlo Vant"], "asset": ["a quay"], "quote": quote}
    evidence = case(f"kind,from,who,asset,price\n{quote}\n", [row])
    text = "One says so (“deal,2009,Orlo Vant,a quay,”), again (“deal,2009 …”), and “deal,2009” and “\u202e” stay."
    finding = Finding("f", "check", "A row", text, "high", ("o",), against=("Not “deal,2009,Orlo Vant,a quay,”.",))
    document = replace(evidence.sources[0], media_type="text/csv")
    root = written(replace(evidence, sources=(document,), findings=(finding,)), tmp_path)
    line = "kind: deal · from: 2009 · who: Orlo Vant · asset: a quay"
    said = f"One says so (“{line}”), again (“{line}”), and “deal,2009” and “[U+202E]” stay."
    assert by_id(root, "f1").all("p")[0].text == f"{said}1"
    assert f"Not “{line}”." in by_id(root, "a1").text
