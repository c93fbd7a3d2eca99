"""How a table comes by its mapping: given with it, or beside it, and what a better one changes."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from primafacie import Case, add, investigate
from primafacie.intake import expand
from primafacie.pipeline import due

TABLE = b"who,what,share\nAnn Berg,Alpha Bank,40\n"
MAPPING = """
label: Register of Lenz
queries:
  - entities:
      owner: {schema: Person, keys: [who], properties: {name: {column: who}}}
      asset: {schema: Company, keys: [what], properties: {name: {column: what}}}
      stake: {schema: Ownership, keys: [who, what], properties: {owner: {entity: owner}, asset: {entity: asset}}}
"""
BETTER = MAPPING.replace("{entity: asset}}}", "{entity: asset}, percentage: {column: share}}}")


@pytest.fixture
def case(tmp_path: Path) -> Case:
    with Case.open(tmp_path / "case", create=True) as case:
        yield case


def write(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_the_file_beside_a_table_is_its_mapping_and_no_source(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    table = write(folder, "owners.csv", TABLE)
    write(folder, "owners.mapping.yml", MAPPING)
    assert list(expand([str(folder)], tmp_path / "case")) == [str(table)]
    added = add(case, table)
    assert added.source is not None
    assert (added.source.mapping, added.source.loader, added.problems) == (MAPPING, "csv/1", ())
    assert dict(case.custody.entries()[0].detail) == {"mapping": sha256(MAPPING.encode()).hexdigest()}
    investigate(case)
    (claim,) = case.store.claims()
    assert (claim.kind, claim.voices) == ("Ownership", ("Register of Lenz",))
    assert claim.quote.text == "Ann Berg,Alpha Bank,40"
    assert {e.name for e in case.store.entities() if e.mentions} == {"Ann Berg", "Alpha Bank"}


def test_a_mapping_given_with_the_table_comes_before_the_one_beside_it(case: Case, tmp_path: Path) -> None:
    table = write(tmp_path, "owners.csv", TABLE)
    write(tmp_path, "owners.mapping.yaml", "queries: []")
    added = add(case, table, mapping=write(tmp_path, "other.yml", MAPPING), publisher="Office of Lenz")
    assert added.source is not None
    assert added.source.mapping == MAPPING
    investigate(case)
    assert [claim.voices for claim in case.store.claims()] == [("Office of Lenz",)]


def test_a_better_mapping_is_read_anew_and_logged(case: Case, tmp_path: Path) -> None:
    table = write(tmp_path, "owners.csv", TABLE)
    add(case, table)
    investigate(case)
    assert case.store.claims() == ()
    assert any("nobody has said what its columns mean" in p.what for p in case.store.problems())
    for mapping, share in ((MAPPING, None), (BETTER, 40)):
        write(tmp_path, "owners.mapping.yml", mapping)
        assert not add(case, table).new
        assert "claims" in due(case)
        investigate(case)
        (claim,) = case.store.claims()
        assert (claim.share.low if claim.share else None) == share
        assert not [problem for problem in case.store.problems() if problem.stage == "claims"]
    assert [entry.action for entry in case.custody.entries()] == ["add", "describe", "describe"]


@pytest.mark.parametrize(
    ("data", "what"), [(b"\xff\xfe\xff", "not UTF-8"), (b"#" * 1_000_001, "larger than 1 MB")], ids=["bytes", "size"]
)
def test_a_mapping_that_cannot_be_taken_keeps_its_table_out_and_says_so(
    case: Case, tmp_path: Path, data: bytes, what: str
) -> None:
    table = write(tmp_path, "owners.csv", TABLE)
    write(tmp_path, "owners.mapping.yml", data)
    added = add(case, table)
    assert added.source is None
    assert [what in problem.what for problem in added.problems] == [True]
    assert added.problems == case.store.problems()


def test_a_mapping_alone_is_no_source_and_a_link_is_no_mapping(case: Case, tmp_path: Path) -> None:
    alone = write(tmp_path, "lost.mapping.yml", MAPPING)
    assert list(expand([str(alone)], tmp_path / "case")) == [str(alone)]
    (problem,) = add(case, alone).problems
    assert "--mapping" in problem.next
    table = write(tmp_path, "owners.csv", TABLE)
    (tmp_path / "owners.mapping.yml").symlink_to(alone)
    added = add(case, table)
    assert added.source is not None
    assert added.source.mapping is None
