"""Documents are hostile: what comes out of them must not steer a terminal, a spreadsheet or Rich."""

from __future__ import annotations

import csv
import io
import json

import pytest

from primafacie.cli import output


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("plain words", "plain words"),
        ("red \x1b[31mtext\x1b[0m", "red [31mtext[0m"),
        ("a title\x1b]0;pwned\x07", "a title]0;pwned"),
        ("one\r\nline\tonly", "one line only"),
        ("C1 \x9b2J codes", "C1 2J codes"),
        ("order \u202eturned\u2066 round", "order turned round"),
        ("half \ud800 a letter", "half a letter"),
        (None, ""),
        (0, "0"),
        ("Қазақстан 🙂", "Қазақстан 🙂"),
    ],
)
def test_clean(said: object, shown: str) -> None:
    assert " ".join(output.clean(said).split()) == shown


@pytest.mark.parametrize("cell", ["=1+1", "+44 1", "-5%", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\x1b=1", "＝1"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(cell: str) -> None:
    assert str(output.harmless(cell)).startswith("'")


@pytest.mark.parametrize("cell", ["a = b", "", "1-2", "'=1", -5, 0.9, None, True])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert output.harmless(cell) == cell


def test_json_lines_carry_the_very_text_and_nothing_a_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    row = {"quote": "a \x1b[2J \x9b \u202e \\u0041 \U0001f642 end"}
    output.jsonl([row])
    printed = capsys.readouterr().out
    assert not output.CONTROL.search(printed.rstrip("\n"))
    assert json.loads(printed) == row


def test_csv_reads_back(capsys: pytest.CaptureFixture[str]) -> None:
    output.comma_separated(("a", "b"), [('he said "no", twice', "two\nlines"), ("=cmd()", 3)])
    rows = list(csv.reader(io.StringIO(capsys.readouterr().out)))
    assert rows == [["a", "b"], ['he said "no", twice', "two\nlines"], ["'=cmd()", "3"]]


def test_markup_in_a_document_is_shown_and_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    output.table("1 row", ("name",), [("[bold red]loud[/] [link=file:///etc]x[/link]",)])
    assert "[bold red]loud[/] [link=file:///etc]x[/link]" in capsys.readouterr().out
