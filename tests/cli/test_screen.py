"""`primafacie screen`: one name, or as many lines as another program sends."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from .conftest import Run

ROWS = (
    '101,"KENZHEBAYEV, Bolat Serikuly","individual","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,'
    '"DOB 04 Mar 1961; nationality Kazakhstan."\r\n'
    '102,"ORVANTA SHIPPING LTD",-0- ,"TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'
    '103,"HALVORSSEN, Teodor","individual","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a'
)


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PRIMAFACIE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PRIMAFACIE_LISTS", str(tmp_path / "shelf"))
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "sdn.csv").write_text(ROWS, "utf-8", newline="")
    return folder


def queries(folder: Path, *lines: str | bytes) -> Path:
    path = folder.parent / "queries.jsonl"
    path.write_bytes(b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines) + b"\n")
    return path


def test_each_line_is_answered_in_order(run: Run, lists: Path) -> None:
    asked = queries(
        lists,
        '{"id": 7, "name": "Bolat Kenzhebayev", "schema": "Person", "birthDate": "1961-03-04", "country": "kz"}',
        '{"id": "b", "name": "Anders Lindqvist"}',
        '{"id": "c", "name": "Halvorssen", "schema": "Person"}',
    )
    done = run("screen", "--queries", asked, "--lists", lists)
    assert done.code == 0, done.err
    first, second, third = done.rows
    assert (first["id"], first["matches"], first["possible"]) == (7, ["ofac:101"], [])
    told = first["reasons"]["ofac:101"]
    assert told["list"] == "ofac"
    assert any("1961-03-04" in reason for reason in told["for"])
    assert (second["id"], second["matches"], second["possible"], second["reasons"]) == ("b", [], [], {})
    assert second["lists"] == {"ofac": None}
    assert (third["matches"], third["possible"]) == ([], ["ofac:103"])
    assert "a single word never decides" in third["reasons"]["ofac:103"]["against"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("not json", "is not JSON"),
        ("[1, 2]", "no JSON object"),
        ("[" * 100_000, "is not JSON"),
        (b'{"id": "x", "name": "\xff"}', "is not UTF-8"),
        ('{"id": "x"}', "there is no name"),
        ('{"id": "x", "name": 7}', "there is no name"),
        ('{"id": "x", "name": ""}', "has no letters"),
        ('{"id": "x", "name": "\\u0000\\u202e . "}', "has no letters"),
        ('{"id": "x", "name": "' + "a" * 1_200_000 + '"}', "is not JSON"),
    ],
)
def test_a_bad_line_is_told_and_does_not_stop_the_rest(run: Run, lists: Path, line: str | bytes, problem: str) -> None:
    good = '{"id": "good", "name": "Teodor Halvorssen"}'
    done = run("screen", "--queries", queries(lists, good, line, good), "--lists", lists)
    assert done.code == 1
    before, bad, after = done.rows
    assert before["matches"] == after["matches"] == ["ofac:103"]
    assert problem in bad["problem"]
    assert bad["problem"].startswith("line 2:")
    assert "matches" not in bad


def test_what_is_half_bad_is_answered_and_told(run: Run, lists: Path) -> None:
    line = '{"id": 1, "name": "Teodor Halvorssen", "birthDate": "1961-02-31", "country": "Utopia"}'
    done = run("screen", "--queries", queries(lists, line), "--lists", lists)
    assert done.code == 1
    assert done.rows[0]["matches"] == ["ofac:103"]
    assert "birth date" in done.rows[0]["problem"]
    assert "country" in done.rows[0]["problem"]


def test_lines_come_from_standard_input_too(run: Run, lists: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = b'\xef\xbb\xbf{"id": 1, "name": "Teodor Halvorssen"}\r\n\n{"id": 2, "name": "Lone \\ud800 Half"}'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    done = run("screen", "--queries", "-", "--lists", lists)
    assert done.code == 0
    assert [row["id"] for row in done.rows] == [1, 2]


def test_one_name_as_a_table_with_the_lists_date(run: Run, lists: Path) -> None:
    done = run("screen", "--name", "Bolat Kenzhebayev", "--birth-date", "1961", "--country", "kz", "--lists", lists)
    assert done.code == 0
    assert "ofac:101" in done.out
    assert "as of: ofac (date not known)" in done.out
    done = run("screen", "--name", "Anders Lindqvist", "--lists", lists)
    assert done.code == 0
    assert "not found on ofac (date not known)" in done.out


def test_one_name_for_programs(run: Run, lists: Path) -> None:
    done = run("screen", "--name", "Teodor Halvorssen", "--format", "jsonl", "--lists", lists)
    assert done.rows[0]["matches"] == ["ofac:103"]
    done = run("screen", "--name", "Teodor Halvorssen", "--format", "csv", "--lists", lists)
    heading, row = done.out.splitlines()
    assert heading.startswith("verdict,score,list,as of,entry")
    assert row.startswith("match,")


def test_folders_may_follow_one_another(run: Run, lists: Path) -> None:
    other = lists.parent / "other"
    other.mkdir()
    (other / "cons_prim.csv").write_text(ROWS.replace("10", "20"), "utf-8", newline="")
    done = run("screen", "--name", "Teodor Halvorssen", "--format", "jsonl", "--lists", lists, other)
    assert done.code == 0, done.err


def test_without_folders_the_kept_lists_are_asked(run: Run, lists: Path) -> None:
    missing = run("screen", "--name", "Teodor Halvorssen")
    assert missing.code == 2
    assert "primafacie lists add" in " ".join(missing.err.replace("│", " ").split())
    assert run("lists", "add", lists / "sdn.csv", "--date", "2031-05-06").code == 0
    done = run("screen", "--name", "Teodor Halvorssen", "--format", "jsonl")
    assert done.rows[0]["matches"] == ["ofac:103"]
    assert done.rows[0]["lists"] == {"ofac": "2031-05-06"}


def test_who_was_taken_off_is_told_apart(run: Run, lists: Path) -> None:
    assert run("lists", "add", lists / "sdn.csv", "--date", "2030-01-01").code == 0
    (lists / "sdn.csv").write_text(ROWS.replace("HALVORSSEN, Teodor", "SOMEBODY, Else"), "utf-8", newline="")
    shorter = ROWS.splitlines(keepends=True)
    (lists / "sdn.csv").write_text("".join([*shorter[:2], shorter[3]]), "utf-8", newline="")
    assert run("lists", "add", lists / "sdn.csv", "--date", "2031-05-06").code == 0
    done = run("screen", "--name", "Teodor Halvorssen", "--format", "jsonl")
    assert (done.rows[0]["matches"], done.rows[0]["delisted"]) == ([], ["ofac:103"])
    assert done.rows[0]["reasons"]["ofac:103"]["until"] == "2031-05-06"


@pytest.mark.parametrize(
    "arguments",
    [(), ("--name", "A", "--queries", "-"), ("--name", "A", "--lists", "nowhere"), ("--queries", "nowhere.jsonl")],
)
def test_wrong_use(run: Run, lists: Path, arguments: tuple[str, ...]) -> None:
    done = run("screen", *arguments)
    assert done.code == 2
    assert done.out == ""


def test_what_steers_a_terminal_is_taken_out(run: Run, lists: Path) -> None:
    line = json.dumps({"id": "\x1b[31m\u202e", "name": "A B"})
    done = run("screen", "--queries", queries(lists, line), "--lists", lists)
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    assert done.rows[0]["id"] == "\x1b[31m\u202e"
