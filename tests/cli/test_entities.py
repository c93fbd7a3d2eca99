"""Saying who is who: merged, split and undone, with nothing lost and every word signed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def case(run: Run, investigated: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(investigated, tmp_path / "case"))


def names(run: Run) -> set[str]:
    return {row["name"] for row in run("entities", "--format", "jsonl").rows}


def test_merged_they_are_one_and_undone_they_are_two_again(run: Run, case: Path) -> None:
    before = names(run)
    assert {"Karl Berg", "Beta Group"} <= before
    merged = run("entities", "merge", "Karl Berg", "Beta Group", "--by", "A. Reader", "--why", "same passport")
    assert merged.code == 0
    assert "Karl Berg / Beta Group: same" in merged.out
    assert len(names(run)) == len(before) - 1
    one = next(row for row in run("entities", "--format", "jsonl").rows if "Beta Group" in row["names"])
    assert "Karl Berg" in one["names"]
    assert "judged the same by A. Reader" in one["why"]
    undone = run("entities", "undo", "--by", "B. Reader")
    assert undone.code == 0
    assert names(run) == before
    said = run("entities", "judgements", "--format", "jsonl").rows
    assert [(j["verdict"], j["by"]) for j in said] == [("same", "A. Reader"), ("unsure", "B. Reader")]
    assert run("entities", "undo", "--by", "B. Reader").code == 2


def test_a_mention_is_split_off_by_its_number(run: Run, case: Path) -> None:
    run("entities", "merge", "Karl Berg", "Beta Group", "--by", "A. Reader")
    parts = run("entities", "show", "Beta Group", "--format", "jsonl").rows
    number = next(part["number"] for part in parts if part["wording"] == "Beta Group")
    assert run("entities", "undo", "--by", "A. Reader").code == 0
    shown = run("entities", "show", "Alpha Bank", "--format", "jsonl").rows
    assert len(shown[0]["mentions"]) >= 2
    away = shown[0]["mentions"][-1]
    assert run("entities", "split", "Alpha Bank", away, "--by", "A. Reader").code == 0
    assert len([row for row in run("entities", "--format", "jsonl").rows if row["name"] == "Alpha Bank"]) == 2
    assert run("entities", "split", "Karl Berg", str(number + 7), "--by", "A. Reader").code == 2


@pytest.mark.parametrize(("command", "says"), [
    (("merge", "Karl Berg", "--by", "A"), "at least two"),
    (("merge", "Karl Berg", "Nobody Known", "--by", "A"), "nothing in the case is called Nobody Known"),
    (("split", "Karl Berg", "1", "--by", "A"), "nothing would be left"),
    (("undo", "--by", "A"), "no judgement stands"),
    (("undo", "ffff", "--by", "A"), "no judgement that still stands"),
    (("merge", "Karl Berg", "Beta Group"), "Missing option '--by'"),
])  # fmt: skip
def test_what_cannot_be_judged_is_said(run: Run, case: Path, command: tuple[str, ...], says: str) -> None:
    ran = run("entities", *command)
    assert ran.code == 2
    assert says in " ".join(ran.err.replace("│", " ").split())
