"""The listing of who says what: its spans are verbatim, its three formats agree, and it is the same every time."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from .conftest import TEXT, Run

SAID = """By Maria Conti

''We waited for a year,'' said Anna Weiss, ''and nobody came.'' Reportedly, the police fled.

According to Karl Berg, the bank was sold twice. The owners plan to sell it again.
"""


def words(row: dict[str, Any], part: str, text: str = SAID) -> str:
    spans = row[part] if isinstance(row[part], list) else [row[part]]
    return " … ".join(" ".join(text[span["start"] : span["end"]].split()) for span in spans)


def listed(run: Run, tmp_path: Path, *options: object) -> list[dict[str, Any]]:
    (tmp_path / "said.txt").write_bytes(SAID.encode())
    run("add", "said.txt")
    run("read")
    done = run("attributions", "--format", "jsonl", *options)
    assert (done.code, done.err) == (0, "")
    return done.rows


def test_each_line_gives_source_cue_and_content(run: Run, tmp_path: Path) -> None:
    rows = listed(run, tmp_path)
    (source,) = run("sources", "--format", "jsonl").rows
    assert all(row["source"] == source["id"] for row in rows)
    found = {words(row, "cue"): row for row in rows}
    quoted = found["said"]
    assert words(quoted, "content") == "''We waited for a year,'' … ''and nobody came.''"
    assert quoted["voice"] == {"text": "Anna Weiss", "start": SAID.index("Anna"), "end": SAID.index("Anna") + 10}
    assert (quoted["quality"], quoted["stance"]) == ("direct", "asserts")
    assert found["Reportedly"]["voice"] is None
    assert found["Reportedly"]["stance"] == "doubts"
    assert words(found["Reportedly"], "content") == "the police fled"
    assert found["According to"]["voice"]["text"] == "Karl Berg"


def test_attitudes_only_where_asked_for(run: Run, tmp_path: Path) -> None:
    assert not any(words(row, "cue") == "plan" for row in listed(run, tmp_path))
    assert any(words(row, "cue") == "plan" for row in listed(run, tmp_path, "--attitudes"))


def test_formats_agree_and_nothing_changes_from_run_to_run(run: Run, investigated: Path) -> None:
    rows = run("attributions", "--case", investigated, "--format", "jsonl")
    assert rows.out == run("attributions", "--case", investigated, "--format", "jsonl").out
    assert rows.out == run("attributions", "--case", investigated, "--source", "deals.txt", "--format", "jsonl").out
    assert any(words(row, "cue", TEXT) == "said" for row in rows.rows)
    table = run("attributions", "--case", investigated)
    assert f"attributions: {len(rows.rows)}" in table.out
    heading, *cells = csv.reader(io.StringIO(run("attributions", "--case", investigated, "--format", "csv").out))
    assert [len(cell) for cell in cells] == [len(heading)] * len(rows.rows)


def test_a_text_in_an_unread_language_is_named_beside_the_results(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fr.txt").write_bytes(b"Le maire a vendu la banque, a dit la police hier soir.\n")
    run("add", "fr.txt", "--language", "fr")
    run("read")
    done = run("attributions", "--format", "jsonl")
    assert (done.code, done.out) == (0, "")
    assert "fr.txt" in done.err
