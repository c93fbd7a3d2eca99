"""Registers by the command line: a mapping is given with its table or lies beside it."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run

TABLE = "who,what\nAnn Berg,Alpha Bank\nBo Roe\n"
MAPPING = """
label: Register of Lenz
queries:
  - entities:
      owner: {schema: Person, keys: [who], properties: {name: {column: who}}}
      asset: {schema: Company, keys: [what], properties: {name: {column: what}}}
      stake: {schema: Ownership, keys: [who, what], properties: {owner: {entity: owner}, asset: {entity: asset}}}
"""


def test_a_table_is_read_by_the_mapping_given_and_its_bad_rows_are_listed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "owners.csv").write_text(TABLE)
    (tmp_path / "lenz.yml").write_text(MAPPING)
    assert run("add", "owners.csv", "--mapping", "lenz.yml").code == 0
    read = run("read")
    assert read.code == 1, "a row could not be used"
    assert "owners.csv, row 3" in read.out
    (claim,) = run("claims", "--format", "jsonl").rows
    assert (claim["voices"], claim["quote"]["text"]) == (["Register of Lenz"], "Ann Berg,Alpha Bank")


def test_a_folder_takes_a_mapping_in_with_its_table(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "owners.csv").write_text(TABLE)
    (folder / "owners.mapping.yml").write_text(MAPPING)
    assert run("add", "in").code == 0
    assert [source["name"] for source in run("sources", "--format", "jsonl").rows] == ["owners.csv"]


def test_one_mapping_is_not_that_of_several_files_nor_of_none(run: Run, tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(TABLE)
    (tmp_path / "lenz.yml").write_text(MAPPING)
    assert run("add", "a.csv", "b.csv", "--mapping", "lenz.yml").code == 2
    assert run("add", "a.csv", "--mapping", "lost.yml").code == 2
    assert not (tmp_path / "case").exists()
