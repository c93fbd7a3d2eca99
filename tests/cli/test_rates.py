"""`--rates`: the table is taken into the case, said to be there, and refused with advice where it is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Run

TEXT = """By Maria Conti

On 21 June 2007 Karl Berg sold Alpha Bank to Beta Group for 2 billion dollars, as the papers said at the time.

On 15 March 2013 Beta Group sold Alpha Bank to Ivan Petrov for 300 million euros, as the papers said at the time.
"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PRIMAFACIE_LISTS", str(tmp_path / "shelf"))
    (tmp_path / "deals.txt").write_text(TEXT)
    (tmp_path / "eurofxref-hist.csv").write_text("Date,USD,JPY,\n2013-03-15,1.25,124,\n")
    (tmp_path / "prices.csv").write_text("name,price\nhouse,5\n")
    return tmp_path


def test_given_with_investigate_and_with_check(run: Run, files: Path) -> None:
    case, table = str(files / "case"), str(files / "eurofxref-hist.csv")
    first = run("investigate", str(files / "deals.txt"), "--case", case)
    assert first.code == 0
    prices = [row for row in run("findings", "--case", case, "--format", "jsonl").rows if row["check"] == "price_fall"]
    assert [row["severity"] for row in prices] == ["info"]
    assert "no rate table was given" in prices[0]["text"]

    checked = run("check", "--case", case, "--rates", table)
    assert checked.code == 0
    assert "eurofxref-hist.csv" in checked.out + checked.err
    prices = [row for row in run("findings", "--case", case, "--format", "jsonl").rows if row["check"] == "price_fall"]
    assert [row["figures"]["percent"] for row in prices] == [81.2]

    again = run("investigate", str(files / "deals.txt"), "--case", str(files / "other"), "--rates", table)
    assert again.code == 0
    assert "fallen by 81.2 %" in " ".join(row["title"] for row in run(
        "findings", "--case", str(files / "other"), "--format", "jsonl").rows)  # fmt: skip


def test_what_is_no_table_is_refused_with_advice(run: Run, files: Path) -> None:
    case = str(files / "case")
    ran = run("investigate", str(files / "deals.txt"), "--case", case, "--rates", str(files / "prices.csv"))
    assert ran.code == 1
    assert "prices.csv" in ran.out
    assert "eurofxref-hist.csv" in ran.out
    assert run("check", "--case", case, "--rates", str(files / "prices.csv")).code == 1
    assert run("check", "--case", case, "--rates", str(files / "nothing.csv")).code == 2
