"""The custody log: whoever edits, removes, inserts or moves a line breaks the chain, and a crash does not."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from primafacie.sources.custody import FIRST, CustodyLog

SHA = "a" * 64
APPENDER = """
import sys
from primafacie.sources.custody import CustodyLog
for i in range(40):
    CustodyLog(sys.argv[1]).append("add", version="1", name=f"{sys.argv[2]}-{i}")
"""


@pytest.fixture
def log(tmp_path: Path) -> CustodyLog:
    kept = CustodyLog(tmp_path / "case" / "custody.jsonl")
    for number in range(5):
        kept.append("add", version="0.1.0", sha256=SHA, name=f"{number}.txt", origin="é", command="primafacie add")
    return kept


def lines(log: CustodyLog) -> list[bytes]:
    return log.path.read_bytes().splitlines(keepends=True)


def test_an_entry_says_what_when_to_what_by_which_command_and_version(tmp_path: Path) -> None:
    log = CustodyLog(tmp_path / "custody.jsonl")
    at = datetime(2022, 1, 7, 12, 30, tzinfo=timezone(timedelta(hours=6)))
    entry = log.append(
        "add", version="0.1.0", sha256=SHA, name="a.txt", origin="https://x.example/", command="c",
        detail={"k": "v"}, at=at,
    )  # fmt: skip
    assert log.entries() == (entry,)
    assert (entry.action, entry.sha256, entry.name, entry.origin) == ("add", SHA, "a.txt", "https://x.example/")
    assert (entry.command, entry.version, entry.detail) == ("c", "0.1.0", {"k": "v"})
    assert (entry.number, entry.at, entry.previous) == (1, "2022-01-07T06:30:00.000000+00:00", FIRST)
    assert entry.hash == entry.seal() == log.head()
    assert json.loads(log.path.read_text())["sha256"] == SHA


def test_the_time_is_now_in_utc(tmp_path: Path) -> None:
    before = datetime.now(UTC)
    entry = CustodyLog(tmp_path / "log").append("add", version="1")
    assert before - timedelta(seconds=1) <= datetime.fromisoformat(entry.at) <= datetime.now(UTC) + timedelta(seconds=1)


def test_each_line_names_the_one_before(log: CustodyLog) -> None:
    entries = log.entries()
    assert [entry.number for entry in entries] == [1, 2, 3, 4, 5]
    assert [entry.previous for entry in entries] == [FIRST, *(entry.hash for entry in entries[:-1])]
    assert log.verify() == ()
    assert log.verify(anchor=entries[2].hash) == ()


def test_no_log_is_an_empty_one(tmp_path: Path) -> None:
    log = CustodyLog(tmp_path / "none")
    assert (log.entries(), log.verify(), log.head()) == ((), (), FIRST)
    assert log.verify(anchor=SHA) != ()


Tampering = Callable[[list[bytes]], list[bytes]]
TAMPERINGS: dict[str, Tampering] = {
    "edited": lambda found: [found[0], found[1].replace(b"1.txt", b"9.txt"), *found[2:]],
    "first edited": lambda found: [found[0].replace(b"0.txt", b"9.txt"), *found[1:]],
    "last edited": lambda found: [*found[:-1], found[-1].replace(b"4.txt", b"9.txt")],
    "respaced": lambda found: [found[0], found[1].replace(b",", b", ", 1), *found[2:]],
    "removed": lambda found: [*found[:2], *found[3:]],
    "first removed": lambda found: found[1:],
    "reordered": lambda found: [found[0], found[2], found[1], *found[3:]],
    "doubled": lambda found: [*found[:2], found[1], *found[2:]],
    "foreign line put in": lambda found: [*found[:2], b'{"action":"add"}\n', *found[2:]],
    "blank line put in": lambda found: [*found[:2], b"\n", *found[2:]],
    "garbage put in": lambda found: [*found[:2], b"\xff\x00\n", *found[2:]],
}


@pytest.mark.parametrize("how", TAMPERINGS)
def test_tampering_is_found(log: CustodyLog, how: str) -> None:
    log.path.write_bytes(b"".join(TAMPERINGS[how](lines(log))))
    assert any(problem.fatal for problem in log.verify())


def test_tampering_still_shows_after_more_was_added(log: CustodyLog) -> None:
    log.path.write_bytes(b"".join(TAMPERINGS["edited"](lines(log))))
    log.append("add", version="1")
    (problem,) = log.verify()
    assert problem.where == "custody log, line 2"
    assert "edited" in problem.what


def test_a_line_edited_and_sealed_anew_breaks_the_next(log: CustodyLog) -> None:
    found = lines(log)
    forged = CustodyLog(log.path.with_name("forged"))
    forged.append("add", version="0.1.0", sha256=SHA, name="forged.txt")
    log.path.write_bytes(b"".join([lines(forged)[0], *found[1:]]))
    assert [problem.where for problem in log.verify()] == ["custody log, line 2"]


def test_lines_cut_off_at_the_end_are_found_by_a_hash_kept_elsewhere(log: CustodyLog) -> None:
    anchor = log.head()
    log.path.write_bytes(b"".join(lines(log)[:3]))
    assert log.verify() == ()
    (problem,) = log.verify(anchor)
    assert "cut off" in problem.what


def test_a_torn_last_line_is_reported_and_the_log_goes_on_after_it(log: CustodyLog) -> None:
    whole = log.path.read_bytes()
    torn = lines(log)[-1][:50]
    log.path.write_bytes(whole + torn)
    (problem,) = log.verify()
    assert (problem.fatal, problem.where) == (False, "custody log, line 6")
    assert "torn" in problem.what

    entry = log.append("add", version="1", name="after")
    assert (entry.number, entry.previous) == (6, log.entries()[4].hash)
    assert log.path.read_bytes().startswith(whole + torn + b"\n")
    assert [(problem.fatal, "torn" in problem.what) for problem in log.verify()] == [(False, True)]


@pytest.mark.parametrize("change", [lambda torn: torn.replace(b"add", b"xxx"), lambda torn: b""])
def test_a_fragment_cannot_be_changed_or_taken_away_later(log: CustodyLog, change: Callable[[bytes], bytes]) -> None:
    torn = lines(log)[-1][:50]
    log.path.write_bytes(log.path.read_bytes() + torn)
    log.append("add", version="1")
    log.path.write_bytes(log.path.read_bytes().replace(torn + b"\n", change(torn) + b"\n" if change(torn) else b""))
    assert any(problem.fatal for problem in log.verify())


def test_a_line_that_only_lacks_its_line_feed_is_whole(log: CustodyLog) -> None:
    log.path.write_bytes(log.path.read_bytes()[:-1])
    assert log.verify() == ()
    assert log.append("add", version="1").number == 6
    assert log.verify() == ()


def test_a_torn_first_line_leaves_a_log_that_begins_after_it(tmp_path: Path) -> None:
    log = CustodyLog(tmp_path / "log")
    log.path.write_bytes(b'{"action":"a')
    assert log.append("add", version="1").number == 1
    assert [problem.fatal for problem in log.verify()] == [False]


def test_the_last_entry_is_found_behind_a_very_long_fragment(log: CustodyLog) -> None:
    log.path.write_bytes(log.path.read_bytes() + b"x" * 300_000)
    assert log.append("add", version="1").number == 6
    assert [problem.fatal for problem in log.verify()] == [False]


def test_two_processes_append_without_losing_a_line(tmp_path: Path) -> None:
    path = tmp_path / "log"
    running = [subprocess.Popen([sys.executable, "-c", APPENDER, str(path), name]) for name in ("left", "right")]
    assert [process.wait(timeout=60) for process in running] == [0, 0]
    log = CustodyLog(path)
    assert log.verify() == ()
    assert {entry.name for entry in log.entries()} == {f"{name}-{i}" for name in ("left", "right") for i in range(40)}
