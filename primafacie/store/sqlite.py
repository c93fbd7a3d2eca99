"""SQLite as a backend: all that is said in SQLite's own words is in this file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from primafacie.store.records import StoreError
from primafacie.store.sql import SqlStore

BUSY = 5.0
"""Seconds to wait for another program that is writing to the same case."""


def open_sqlite(path: Path, *, create: bool = False, busy: float | None = None) -> SqlStore:
    """The store in the file at ``path``. Raises StoreError as ``open_store`` says."""
    if not path.is_file() and not create:
        raise StoreError(f"there is no case in {path.parent}; make one with `primafacie add FILE --case {path.parent}`")
    fresh = not path.is_file() or path.stat().st_size == 0
    engine = create_engine(URL.create("sqlite", database=str(path)))
    wait = BUSY if busy is None else busy

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # the driver's own idea of transactions leaves CREATE TABLE outside
        connection.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
        connection.execute("PRAGMA foreign_keys = ON")
        if fresh:  # remembered by the file; said to a database of somebody else, it would change it
            connection.execute("PRAGMA journal_mode = WAL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A reader that turns into a writer half-way cannot wait for its turn: writers say so from the start.
        writes = connection.get_execution_options().get("writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    def explain(error: DBAPIError) -> str:
        return _explain(error, path)

    return SqlStore(engine, explain)


def _explain(error: DBAPIError, path: Path) -> str:
    said = str(error.orig)
    if "locked" in said or "busy" in said:
        return f"{path} is in use by another program: wait until it is done, then run the command again"
    if "not a database" in said or "malformed" in said:
        return f"{path} is damaged, or no case at all: restore a copy, or add the files of archive/ to a new case"
    if "readonly" in said or "unable to open" in said:
        return f"{path} cannot be opened for writing: check that the folder exists and is yours to write"
    if "full" in said:
        return f"{path} cannot grow: the disk is full"
    return f"{path}: {said}"
