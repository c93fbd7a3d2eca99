"""Where a case is kept: one ``Store`` protocol, on SQLAlchemy Core, with SQLite as the backend of a laptop.

``open_store(folder / "case.db")`` gives the store of a case; the modules behind it are loaded on the first call,
since SQLAlchemy costs more to import than most commands cost to run.
"""

from __future__ import annotations

from pathlib import Path

from primafacie.store.protocol import Store
from primafacie.store.records import Review, StageRun, StoreError

__all__ = ["Review", "StageRun", "Store", "StoreError", "open_store"]


def open_store(path: Path, *, create: bool = False) -> Store:
    """The store in the SQLite file at ``path``, brought up to this version's schema.

    With ``create`` a missing file is made; without, it is a ``StoreError``, as is a file that is no case, is
    damaged, is locked by another program or was written by a newer version.
    """
    from primafacie.store.sqlite import open_sqlite

    return open_sqlite(path, create=create)
