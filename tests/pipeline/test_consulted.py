"""The lists that a case asks are kept with it, and what they say follows what people judge."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from primafacie import consulted, judging, pipeline
from primafacie.case import Case
from primafacie.intake import add
from primafacie.screening.shelf import Shelf

TEXT = """In 2013 Lumen Group sold Nordhaven Bank to Ivo Branko for 493 million dollars. Ivo Branko was mayor of Lenz.
"""


def listed(folder: Path, name: str, *entries: dict[str, dict[str, list[str]]]) -> Path:
    """A list in FollowTheMoney's form."""
    folder.mkdir(parents=True, exist_ok=True)
    known = {"schema": "Person", "datasets": ["lenz"], "target": True}
    rows = [{"id": entry["properties"]["name"][0].replace(" ", "-"), **known, **entry} for entry in entries]
    (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows))
    return folder


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Case:
    monkeypatch.setenv("PRIMAFACIE_LISTS", str(tmp_path / "shelf"))
    text = tmp_path / "deals.txt"
    text.write_text(TEXT)
    with Case.open(tmp_path / "case", create=True) as opened:
        add(opened, text)
        yield opened


BRANKO = {"properties": {"name": ["Ivo Branko"], "birthDate": ["1961"]}}
ANOTHER = {"properties": {"name": ["Eva Kern"]}}


def standings(case: Case) -> dict[str, str]:
    names = {e.id: e.name for e in case.store.entities()}
    return {names[s.entity]: s.status for s in case.store.standings()}


def test_nobody_is_screened_where_no_list_is_known(case: Case) -> None:
    assert consulted.take(case).editions == ()
    pipeline.investigate(case)
    assert case.store.standings() == ()
    assert case.store.lists() == ()


def test_the_users_lists_are_taken_over_and_kept_with_the_case(case: Case, tmp_path: Path) -> None:
    Shelf().add([listed(tmp_path / "given", "targets.nested.json", BRANKO, ANOTHER)], key="lenz", date="2024-01-01")
    taken = consulted.take(case)
    assert [(e.key, e.date, e.entries) for e in taken.editions] == [("lenz", "2024-01-01", 2)]
    pipeline.investigate(case)
    assert standings(case)["Ivo Branko"] == "listed"
    assert standings(case)["Nordhaven Bank"] == "not listed"
    assert {s.as_of for s in case.store.standings()} == {"2024-01-01"}
    Shelf().add([listed(tmp_path / "later", "targets.nested.json", ANOTHER)], key="lenz", date="2025-01-01")
    assert [e.date for e in consulted.take(case).newer] == ["2025-01-01"]
    assert pipeline.due(case) == ()
    consulted.take(case, [tmp_path / "shelf"])
    assert pipeline.due(case) == ("screen", "graph", "check", "dossier")
    pipeline.investigate(case)
    assert standings(case)["Ivo Branko"] == "delisted"


def test_a_judgement_on_an_entry_of_a_list_goes_before_the_machine(case: Case, tmp_path: Path) -> None:
    consulted.take(case, [listed(tmp_path / "given", "targets.nested.json", BRANKO)])
    pipeline.investigate(case)
    (hit,) = case.store.hits()
    assert hit.verdict == "match"
    judging.split(case, "Ivo Branko", [hit.listing.id], by="A. Reader", why="born 1975")
    pipeline.investigate(case)
    (hit,) = case.store.hits()
    assert (hit.verdict, hit.by) == ("no match", "A. Reader")
    assert "born 1975" in hit.against[0]
    assert standings(case)["Ivo Branko"] == "not listed"
    judging.undo(case, by="A. Reader")
    pipeline.investigate(case)
    assert standings(case)["Ivo Branko"] == "listed"


def test_a_broken_list_is_told_and_the_others_are_asked(case: Case, tmp_path: Path) -> None:
    good = listed(tmp_path / "given" / "good", "targets.nested.json", BRANKO)
    bad = tmp_path / "given" / "bad"
    bad.mkdir()
    (bad / "sdn.xml").write_text("<sdnList><sdnEntry>")
    taken = consulted.take(case, [good.parent])
    assert len(taken.editions) == 1
    assert len(taken.problems) == 1


def test_a_ministry_of_another_state_is_a_matter_for_a_person(case: Case, tmp_path: Path) -> None:
    text = tmp_path / "arrest.txt"
    text.write_text("The Ministry of the Interior of Lenz said on Monday that police had arrested Ivo Branko.\n")
    add(case, text)
    ministry = {"schema": "PublicBody", "properties": {"name": ["Ministry of the Interior"], "country": ["ir"]}}
    consulted.take(case, [listed(tmp_path / "given", "targets.nested.json", ministry)])
    pipeline.investigate(case)
    said = {name: status for name, status in standings(case).items() if "Ministry" in name}
    assert said
    assert set(said.values()) <= {"possible", "not listed"}
