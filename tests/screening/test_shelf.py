"""The shelf: editions are added whole, the former ones stay, and two programs at once do no harm."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from primafacie.screening.lists import load_all
from primafacie.screening.lists.edition import sha256
from primafacie.screening.shelf import FOLDER, Shelf, folder

from .lists.goldens import written


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path / "shelf")


def later(edition: Path) -> Path:
    """The UN list of the golden as it might stand a month later: one entry gone."""
    path = edition / "consolidated.xml"
    text = path.read_text("utf-8").replace('dateGenerated="2026-02-27', 'dateGenerated="2026-03-27')
    start, end = text.index("    <ENTITY>"), text.index("  </ENTITIES>")
    path.write_text(text[:start] + text[end:], "utf-8")
    return edition


def test_an_edition_is_kept_with_what_is_known_of_it(shelf: Shelf, tmp_path: Path) -> None:
    source = written("un-xml", tmp_path) / "consolidated.xml"
    (added,) = shelf.add([source], origins={source: "https://lists.example/consolidated.xml"})
    assert added.new
    assert added.problems == ()
    (kept,) = shelf.kept()
    assert kept == added.kept
    assert (kept.list.key, kept.list.date, kept.list.entries) == ("un", "2026-02-27", 2)
    assert kept.list.origin == "https://lists.example/consolidated.xml"
    assert kept.files == (("consolidated.xml", sha256(source)),)
    assert kept.added.endswith("+00:00")
    sha = kept.files[0][1]
    assert (shelf.folder / "files" / sha[:2] / sha).read_bytes() == source.read_bytes()


def test_the_former_edition_stays_and_the_latest_is_in_force(shelf: Shelf, tmp_path: Path) -> None:
    new = later(written("un-xml", tmp_path / "new"))
    (second,) = shelf.add([new])
    (first,) = shelf.add([written("un-xml", tmp_path / "old")])
    assert [kept.list.date for kept in shelf.kept()] == ["2026-02-27", "2026-03-27"]
    assert shelf.in_force() == (second.kept,)
    editions, problems = shelf.load()
    assert problems == ()
    before, after = ({listing.id for listing in edition.listings} for edition in editions)
    assert before - after == {"un:6900002"}
    assert [edition.list for edition in editions] == [kept.list for kept in shelf.kept()]
    assert first.new
    assert load_all([shelf.folder]) == (editions, problems)
    assert [edition.list.date for edition in shelf.load(shelf.in_force())[0]] == ["2026-03-27"]


def test_a_much_shorter_edition_gets_a_note(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add([written("un-xml", tmp_path / "old")])
    (added,) = shelf.add([later(written("un-xml", tmp_path / "new"))])
    assert [(problem.what, problem.fatal) for problem in added.problems] == [
        ("it has 1 entries, the edition before it has 2", False)
    ]


def test_a_broken_list_is_refused_and_the_former_one_stays_in_force(shelf: Shelf, tmp_path: Path) -> None:
    source = written("un-xml", tmp_path) / "consolidated.xml"
    shelf.add([source])
    before = {path: path.read_bytes() for path in shelf.folder.rglob("*") if path.is_file()}
    source.write_bytes(source.read_bytes()[:-30])
    (added,) = shelf.add([source])
    assert added.kept is None
    assert [problem.fatal for problem in added.problems] == [True]
    assert {path: path.read_bytes() for path in shelf.folder.rglob("*") if path.is_file()} == before
    assert [kept.list.date for kept in shelf.in_force()] == ["2026-02-27"]


def test_the_same_bytes_are_one_edition_and_a_date_said_later_is_taken(shelf: Shelf, tmp_path: Path) -> None:
    source = written("ofac-csv-set", tmp_path)
    (first,) = shelf.add([source])
    (again,) = shelf.add([source])
    assert first.new
    assert not again.new
    (dated,) = shelf.add([source], date="2024-07-02")
    assert not dated.new
    (kept,) = shelf.kept()
    assert kept.list.date == "2024-07-02"
    assert first.kept is not None
    assert kept.added == first.kept.added
    assert shelf.load()[0][0].list.date == "2024-07-02"


def test_files_of_one_set_are_one_edition_wherever_they_lie(shelf: Shelf, tmp_path: Path) -> None:
    source = written("ofac-csv-set", tmp_path)
    (added,) = shelf.add(sorted(source.iterdir()))
    assert added.kept is not None
    assert [name for name, _ in added.kept.files] == ["add.csv", "alt.csv", "sdn.csv", "sdn_comments.csv"]
    assert [edition.list.entries for edition in shelf.load()[0]] == [5]


def test_a_folder_is_looked_through_and_a_key_is_for_one_edition(shelf: Shelf, tmp_path: Path) -> None:
    for name in ("un-xml", "ofac-csv-set", "targets-nested-json"):
        written(name, tmp_path / "all")
    (refused,) = shelf.add([tmp_path / "all"], key="mine")
    assert refused.kept is None
    assert refused.problems[0].what == "one key or date cannot be that of 3 editions"
    assert len(shelf.add([tmp_path / "all"])) == 3
    assert [kept.list.key for kept in shelf.in_force()] == ["ofac", "targets-nested-json", "un"]
    assert [edition.list.entries for edition in shelf.load()[0]] == [5, 1, 2]


def test_of_undated_editions_the_one_with_the_higher_numbers_is_in_force(shelf: Shelf, tmp_path: Path) -> None:
    old, new = written("ofac-csv-set", tmp_path / "old"), written("ofac-csv-set", tmp_path / "new")
    (new / "sdn.csv").write_bytes((new / "sdn.csv").read_bytes().replace(b'105,"SAMPLE', b'205,"SAMPLE'))
    shelf.add([new])
    shelf.add([old])
    (kept,) = shelf.in_force()
    assert (kept.highest, kept.list.date) == (205, None)


def test_bytes_that_were_changed_or_taken_away_are_not_read(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add([written("un-xml", tmp_path)])
    (path,) = (path for path in (shelf.folder / "files").rglob("*") if path.is_file())
    path.chmod(0o644)
    path.write_bytes(path.read_bytes().replace(b"SAMIR", b"SAMIS"))
    editions, problems = shelf.load()
    assert editions == ()
    assert problems[0].what == "its file is not what it was when it was added"
    path.unlink()
    assert shelf.load()[1][0].what == "its file is gone from the shelf"
    shelf.add([written("un-xml", tmp_path)], date="2026-02-28")
    assert [edition.list.date for edition in shelf.load()[0]] == ["2026-02-28"]


def test_a_description_that_cannot_be_read_is_said(shelf: Shelf, tmp_path: Path) -> None:
    shelf.add([written("un-xml", tmp_path)])
    (shelf.folder / "editions" / "xx.json").write_text(json.dumps({"list": {}}))
    assert [kept.list.key for kept in shelf.kept()] == ["un"]
    assert [problem.where for problem in shelf.problems()] == ["xx.json"]


def test_a_description_leads_to_no_file_outside_the_shelf(shelf: Shelf, tmp_path: Path) -> None:
    source = written("un-xml", tmp_path) / "consolidated.xml"
    shelf.add([source])
    (path,) = (shelf.folder / "editions").iterdir()
    path.write_text(path.read_text().replace(sha256(source), "../../../un-xml/consolidated.xml"))
    assert shelf.load()[0] == ()
    assert [problem.what for problem in shelf.problems()] == [
        "the description of an edition on the shelf cannot be read"
    ]


def test_no_shelf_is_an_empty_shelf(shelf: Shelf) -> None:
    assert shelf.kept() == ()
    assert shelf.load() == ((), ())
    assert not shelf.folder.exists()


ADDING = "import sys; from pathlib import Path; from primafacie.screening.shelf import Shelf; " \
         "print([bool(a.kept) for a in Shelf(Path(sys.argv[1])).add([Path(p) for p in sys.argv[2:]])])"  # fmt: skip


def test_two_programs_that_add_at_once_do_no_harm(shelf: Shelf, tmp_path: Path) -> None:
    sources = [
        written("un-xml", tmp_path / "a"),
        written("un-xml", tmp_path / "b"),
        later(written("un-xml", tmp_path / "c")),
    ]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ADDING, str(shelf.folder), str(source)], stdout=subprocess.PIPE, text=True
        )
        for source in sources
    ]
    assert [program.communicate(timeout=60)[0] for program in running] == ["[True]\n"] * 3
    assert [kept.list.date for kept in shelf.kept()] == ["2026-02-27", "2026-03-27"]
    assert [edition.list.entries for edition in shelf.load()[0]] == [2, 1]
    assert not list(shelf.folder.rglob("incoming-*"))


def test_where_lists_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(FOLDER, str(tmp_path / "lists"))
    assert folder() == tmp_path / "lists"
    monkeypatch.delenv(FOLDER)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert folder() == tmp_path / "primafacie" / "lists"
    monkeypatch.setenv("XDG_DATA_HOME", "relative")  # the standard says that relative ones are to be ignored
    assert folder() == Path.home() / ".local" / "share" / "primafacie" / "lists"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert folder() == Path.home() / "Library" / "Application Support" / "primafacie" / "lists"
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert folder() == tmp_path / "primafacie" / "lists"
