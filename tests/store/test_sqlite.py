"""The SQLite backend: the file, its schema, and the ways in which it can be unusable."""

from __future__ import annotations

import hashlib
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import inspect

from primafacie.model import Source
from primafacie.store import StoreError, open_store
from primafacie.store.migrations import STEPS, Step, migrate
from primafacie.store.schema import METADATA
from primafacie.store.sqlite import open_sqlite

SOURCE = Source(id="0" * 64, name="a.txt", media_type="text/plain", text="Text", size=4)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "case.db"
    open_store(path, create=True).close()
    return path


def test_the_steps_make_the_tables_that_the_code_knows(path: Path) -> None:
    store = open_sqlite(path)
    made = inspect(store._engine)
    assert sorted(made.get_table_names()) == sorted(METADATA.tables)
    for name, table in METADATA.tables.items():
        columns = {c["name"]: (str(c["type"]).replace("REAL", "DOUBLE"), c["nullable"]) for c in made.get_columns(name)}
        known = {c.name: (str(c.type), bool(c.nullable)) for c in table.columns}
        assert columns == known, name
        assert made.get_pk_constraint(name)["constrained_columns"] == [c.name for c in table.primary_key], name
        assert {i["name"] for i in made.get_indexes(name)} == {i.name for i in table.indexes}, name
        links = {(k["constrained_columns"][0], k["referred_table"]) for k in made.get_foreign_keys(name)}
        assert links == {(k.parent.name, k.column.table.name) for k in table.foreign_keys}, name
    store.close()


def test_steps_are_numbered_without_gaps() -> None:
    assert [step.version for step in STEPS] == list(range(1, len(STEPS) + 1))


def test_a_later_step_reaches_an_old_case_and_keeps_its_rows(path: Path) -> None:
    store = open_sqlite(path)
    store.add_source(SOURCE)
    later = (*STEPS, Step(len(STEPS) + 1, "a test", ("ALTER TABLE sources ADD COLUMN extra TEXT",)))
    with store._writing() as connection:
        migrate(connection, later)
    assert "extra" in {c["name"] for c in inspect(store._engine).get_columns("sources")}
    assert store.sources() == (SOURCE,)
    store.close()


def test_a_step_that_fails_leaves_the_case_as_it_was(path: Path) -> None:
    store = open_sqlite(path)
    number = len(STEPS) + 1
    bad = (*STEPS, Step(number, "a test", ("ALTER TABLE sources ADD COLUMN extra TEXT", "CREATE TABLE oops (")))

    def run() -> None:
        with store._writing() as connection:
            migrate(connection, bad)

    with pytest.raises(StoreError):
        run()
    assert "extra" not in {c["name"] for c in inspect(store._engine).get_columns("sources")}
    store.close()
    open_store(path).close()


def test_a_newer_case_is_refused(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE schema_version SET version = 999")
    with pytest.raises(StoreError, match="newer version"):
        open_store(path)


def test_a_missing_case_is_refused_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no case"):
        open_store(tmp_path / "case.db")
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "case.db").write_bytes(b"not a database at all, only text " * 100)
    with pytest.raises(StoreError, match="damaged"):
        open_store(tmp_path / "case.db")


def test_a_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "case.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (words TEXT)")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not made by Prima Facie"):
        open_store(path, create=True)
    assert path.read_bytes() == before


def test_a_locked_case_says_so(path: Path) -> None:
    store = open_sqlite(path, busy=0.05)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="in use by another program"):
        store.add_source(SOURCE)
    other.execute("ROLLBACK")
    other.close()
    assert store.add_source(SOURCE)
    store.close()


def test_opening_and_reading_changes_no_byte(path: Path) -> None:
    before = hashlib.sha256(path.read_bytes()).digest()
    store = open_store(path)
    store.sources()
    store.close()
    assert hashlib.sha256(path.read_bytes()).digest() == before
    assert [p.name for p in path.parent.iterdir()] == ["case.db"]


def test_reading_goes_on_while_somebody_writes(path: Path) -> None:
    writer, reader = open_sqlite(path), open_sqlite(path, busy=0.05)
    with writer.transaction():
        writer.add_source(SOURCE)
        assert reader.sources() == ()
    assert reader.sources() == (SOURCE,)
    writer.close()
    reader.close()
