"""Grades by command: given with a name, the last counts, and nothing is confirmed that one voice says."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest

from primafacie.cli.output import Format
from tests.cli.conftest import Run


@pytest.fixture
def case(run: Run, investigated: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(investigated, tmp_path / "case"))


def deal(run: Run) -> str:
    return str(run("claims", "--kind", "Deal", "--format", "jsonl").rows[0]["id"])


def test_without_an_analyst_no_source_is_better_than_f(run: Run, case: Path) -> None:
    rows = run("grades", "--format", "jsonl").rows
    assert {(r["sort"], r["value"], r["at"]) for r in rows if r["sort"] == "source"} == {("source", "F", "")}
    assert {r["value"] for r in rows if r["sort"] == "claim"} == {"6"}
    assert len(rows) == 1 + len(run("claims", "--format", "jsonl").rows)
    assert run("grades", "--given", "--format", "jsonl").rows == []


def test_the_last_word_counts_and_every_word_is_kept(run: Run, case: Path) -> None:
    first = run("grade", "deals.txt", "c", "--by", "A. Reader", "--why", "wrong before")
    assert first.code == 0
    assert "source deals.txt: C, fairly reliable, by A. Reader" in first.out
    assert "the dossier is of before" in first.err
    assert run("grade", "deals.txt", "B", "--by", "B. Reader", "--topic", "banks").code == 0
    assert run("grade", deal(run)[:8], "3", "--by", "A. Reader").code == 0
    now = {r["sort"]: r for r in run("grades", "--format", "jsonl").rows if r["at"]}
    assert (now["source"]["value"], now["source"]["by"], now["source"]["topic"]) == ("B", "B. Reader", "banks")
    assert (now["claim"]["value"], now["claim"]["meaning"]) == ("3", "possibly true")
    given = run("grades", "--given", "--format", "jsonl").rows
    assert [(g["value"], g["by"]) for g in given] == [("C", "A. Reader"), ("B", "B. Reader"), ("3", "A. Reader")]


def test_the_dossier_shows_grade_and_name(run: Run, case: Path) -> None:
    assert run("grade", "deals.txt", "B", "--by", "A. <Reader>", "--why", "own papers").code == 0
    assert run("dossier").code == 0
    page = (case / "dossier" / "dossier.html").read_text("utf-8")
    assert "B, usually reliable (by A. &lt;Reader&gt; on " in page
    assert ">B6</a>" in page
    assert "the dossier is of before" not in run("grades").err


@pytest.mark.parametrize(("command", "says"), [
    (("deals.txt", "G", "--by", "A"), "a source is graded A (completely reliable)"),
    (("deals.txt", "1", "--by", "A"), "a source is graded A (completely reliable)"),
    (("CLAIM", "A", "--by", "A"), "a claim is graded 1 (confirmed by other sources)"),
    (("CLAIM", "1", "--by", "A"), "no second independent voice"),
    (("nobody.txt", "A", "--by", "A"), "no source and no claim answers to nobody.txt"),
    (("", "A", "--by", "A"), "more than one source or claim"),
    (("deals.txt", "A"), "Missing option '--by'"),
])  # fmt: skip
def test_what_cannot_be_graded_is_told(
    command: tuple[str, ...], says: str, run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PRIMAFACIE_ANALYST", raising=False)
    refused = run("grade", *(deal(run) if word == "CLAIM" else word for word in command))
    assert refused.code == 2
    assert says in " ".join(refused.err.replace("│", " ").split())
    assert run("grades", "--given", "--format", "jsonl").rows == []


def test_the_analyst_may_stand_in_the_environment(run: Run, case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRIMAFACIE_ANALYST", "C. Reader")
    assert "by C. Reader" in run("grade", "deals.txt", "D").out


@pytest.mark.parametrize("form", Format)
def test_grades_are_listed_in_three_formats(form: Format, run: Run, case: Path) -> None:
    listed = run("grades", "--format", form)
    assert listed.code == 0
    if form is Format.csv:
        rows = list(csv.DictReader(io.StringIO(listed.out)))
        assert rows[0]["of"] == "source"
        assert rows[0]["meaning"] == "cannot be judged"
    else:
        assert "deals.txt" in listed.out
