"""A list that is broken, cut short, empty, in another encoding or no list at all is refused whole, and said why."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from primafacie.model import Problem
from primafacie.screening.lists import LOADERS, load, load_all
from primafacie.screening.lists.edition import Part

from .goldens import FORMATS, files, written

XML = [name for name in FORMATS if name.endswith("xml")]
TABLES = {
    "ofac-csv-set": "sdn.csv", "eu-official-journal-csv": "39999R0001.csv", "eu-consolidated-csv": "eu.csv",
    "uk-sanctions-list-csv": "UK-Sanctions-List.csv", "ofsi-conlist-csv": "ConList.csv",
    "targets-simple-csv": "targets.simple.csv",
}  # fmt: skip
JSON = {"entities-ftm-json": "entities.ftm.json", "targets-nested-json": "targets.nested.json"}


def refused(path: Path) -> Problem:
    """The one problem for which an edition is refused; it says where, and what to do."""
    edition, problems = load(path)
    assert edition is None
    assert [problem.fatal for problem in problems] == [True]
    problem = problems[0]
    assert problem.what
    assert problem.where
    assert problem.next
    assert problem.stage == "lists"
    assert str(path.parent) not in repr(problem)
    return problem


def cut(name: str, file: str, folder: Path, share: float) -> Path:
    path = written(name, folder) / file
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path.parent


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
def test_xml_cut_anywhere_is_refused(name: str, share: float, tmp_path: Path) -> None:
    problem = refused(cut(name, next(iter(files(name))), tmp_path, share))
    assert "cut short" in problem.what
    assert ", line " in problem.where


@pytest.mark.parametrize(("name", "file"), [*TABLES.items(), *JSON.items()])
def test_a_row_cut_in_its_middle_is_refused(name: str, file: str, tmp_path: Path) -> None:
    path = written(name, tmp_path) / file
    rows = path.read_bytes().strip(b"\x1a\r\n").split(b"\n")
    path.write_bytes(b"\n".join([*rows[:-1], rows[-1][: len(rows[-1]) // 2]]))
    problem = refused(path.parent)
    assert "cut short" in problem.what
    assert problem.where.startswith(file)


def test_a_table_that_ends_inside_a_quotation_is_refused(tmp_path: Path) -> None:
    path = written("uk-sanctions-list-csv", tmp_path) / "UK-Sanctions-List.csv"
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"Because of the example") + 4])
    assert refused(path.parent).what == "the file ends inside a quotation: it was cut short"


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_file_is_refused(name: str, tmp_path: Path) -> None:
    folder = written(name, tmp_path)
    for path in folder.iterdir():
        path.write_bytes(b"")
    assert refused(folder).what == "the file is empty"


def test_an_empty_file_among_the_files_of_a_set_refuses_the_set(tmp_path: Path) -> None:
    folder = written("ofac-csv-set", tmp_path)
    (folder / "alt.csv").write_bytes(b"\x1a")
    problem = refused(folder)
    assert (problem.what, problem.where) == ("the file is empty", "alt.csv")


@pytest.mark.parametrize(("name", "file"), TABLES.items())
def test_a_table_without_entries_is_refused(name: str, file: str, tmp_path: Path) -> None:
    folder = written(name, tmp_path)
    for path in folder.iterdir():
        if name != "ofac-csv-set" or path.name != file:
            lines = path.read_bytes().splitlines(keepends=True)
            path.write_bytes(b"".join(lines[: 2 if name in ("uk-sanctions-list-csv", "ofsi-conlist-csv") else 1]))
        else:
            path.write_bytes(b"\x1a\r\n")
    assert refused(folder).what in ("there is no entry in it", "the file is empty")


@pytest.mark.parametrize(("name", "file"), [("ofac-csv-set", "sdn.csv"), ("eu-official-journal-csv", "39999R0001.csv")])
def test_another_encoding_is_refused(name: str, file: str, tmp_path: Path) -> None:
    path = written(name, tmp_path) / file
    path.write_bytes(path.read_text("utf-8").replace("Example", "Exämple").encode("cp1251", "replace") + b"\xe4\xff\n")
    assert "not UTF-8" in refused(path.parent).what


def test_an_old_list_of_the_treasury_may_be_in_windows_1252(tmp_path: Path) -> None:
    path = written("ofsi-conlist-csv", tmp_path) / "ConList.csv"
    text = path.read_text("utf-8").replace("Анна Петровна Примерова", "").replace("Anna,Petrovna", "Änna,Petrovna")
    path.write_bytes(text.encode("cp1252"))
    edition, problems = load(path)
    assert problems == ()
    assert edition is not None
    assert edition.listings[0].profile.names[0] == "Änna Petrovna EXAMPLEVA"


def test_null_characters_are_refused(tmp_path: Path) -> None:
    path = written("eu-consolidated-csv", tmp_path) / "eu.csv"
    path.write_bytes(path.read_bytes().replace(b"An example", b"An\x00example"))
    assert "null characters" in refused(path).what


@pytest.mark.parametrize(
    "data",
    [b"<html><body>Service unavailable</body></html>", b"%PDF-1.7", b'{"error": "denied"}', b"a,b\n1,2\n", b"hi"],
)
def test_what_is_no_list_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "sanctions.xml"
    path.write_bytes(data)
    assert refused(path).what == "it is in none of the formats of lists that are read"


def test_a_list_whose_columns_have_changed_is_refused(tmp_path: Path) -> None:
    path = written("eu-consolidated-csv", tmp_path) / "eu.csv"
    path.write_bytes(path.read_bytes().replace(b"NameAlias_WholeName", b"NameAlias_Entire"))
    assert refused(path).what == "the table has no column NameAlias_WholeName"


BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "%s">]>
<CONSOLIDATED_LIST dateGenerated="2026-01-01"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID>
<FIRST_NAME>&b;&c;</FIRST_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>"""


def test_a_document_type_is_refused_and_nothing_of_it_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret of this machine")
    path = tmp_path / "list" / "un.xml"
    path.parent.mkdir()
    path.write_bytes(BOMB % secret.as_uri().encode())
    problem = refused(path)
    assert "document type" in problem.what
    assert "secret of" not in repr(problem)


def test_a_set_without_its_main_file_is_refused(tmp_path: Path) -> None:
    folder = written("ofac-csv-set", tmp_path)
    (folder / "sdn.csv").unlink()
    assert refused(folder).what == "the file of main entries is missing"


def test_a_set_without_other_names_is_read_with_a_note(tmp_path: Path) -> None:
    folder = written("ofac-csv-set", tmp_path)
    edition, problems = load(folder / "sdn.csv")
    assert edition is not None
    assert [(problem.what, problem.fatal) for problem in problems] == [
        ("the set has no file of other names", False), ("the set has no file of addresses", False),
    ]  # fmt: skip


def test_a_number_that_is_there_twice_refuses_the_list(tmp_path: Path) -> None:
    path = written("ofac-csv-set", tmp_path) / "sdn.csv"
    path.write_bytes(path.read_bytes().replace(b'\n102,"EXAMPLE', b'\n101,"EXAMPLE'))
    assert refused(path.parent).what == "entry 101 is there twice"


def test_one_broken_list_leaves_the_others(tmp_path: Path) -> None:
    written("un-xml", tmp_path)
    cut("eu-consolidated-xml", "xmlFullSanctionsList_1_1.xml", tmp_path, 0.5)
    editions, problems = load_all([tmp_path])
    assert [edition.list.key for edition in editions] == ["un"]
    assert [problem.fatal for problem in problems] == [True]


def test_a_folder_with_nothing_in_it_is_said(tmp_path: Path) -> None:
    assert load_all([tmp_path])[1][0].what == "there is no list in the folder"
    assert refused(tmp_path).what == "there is no list in the folder"


def test_a_folder_of_two_lists_is_not_one_edition(tmp_path: Path) -> None:
    for name in ("un-xml", "ofac-xml"):
        for file, data in files(name).items():
            (tmp_path / file).write_bytes(data)
    assert refused(tmp_path).what == "it holds 2 editions (UN XML and OFAC XML)"
    assert {edition.list.key for edition in load_all([tmp_path])[0]} == {"un", "ofac"}


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.format)
def test_each_loader_knows_its_own_files_and_no_other(loader: object, tmp_path: Path) -> None:
    for name, owner in FORMATS.items():
        for file, data in files(name).items():
            known = next(one for one in LOADERS if one.recognises(Part(file, tmp_path, data[:4096])))
            assert (known is loader) == (owner is loader)


HOSTILE = (
    "(" * 5000, "A (B) " * 4000, "A/" * 5000, "a or " * 4000, "\u202e" * 3000 + "x", "(a.k.a. " * 2000, "No. 1 " * 4000,
    "AB " * 5000 + "Number", "'" * 9000,
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_cell_is_read_fast(text: str, tmp_path: Path) -> None:
    row = f'1,"{text}","individual","X",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB {text}; {text}; a.k.a. \'{text}\'."\n'
    (tmp_path / "sdn.csv").write_text(row, "utf-8")
    header = "celex,recordId,annex,schema,name,alias,birthDate,passportNumber,address\n"
    eu = tmp_path / "eu"
    eu.mkdir()
    (eu / "1.csv").write_text(header + ",".join(["1", "1", "I", "Person", *(f'"{text}"',) * 5]) + "\n", "utf-8")
    start = time.monotonic()
    editions, _ = load_all([tmp_path])
    assert time.monotonic() - start < 5
    assert len(editions) == 2
