"""A case is a folder: ``case.db``, ``archive/`` with the original bytes, ``custody.jsonl`` and ``dossier/``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from primafacie.store import Store, StoreError, open_store

if TYPE_CHECKING:
    from primafacie.sources.archive import Archive
    from primafacie.sources.custody import CustodyLog


@dataclass(frozen=True, slots=True)
class Case:
    """An open case. Use it as a context manager, from one thread."""

    folder: Path
    store: Store
    archive: Archive
    custody: CustodyLog

    @property
    def dossier(self) -> Path:
        """The folder that the dossier is written to."""
        return self.folder / "dossier"

    @classmethod
    def open(cls, folder: Path, *, create: bool = False) -> Case:
        """The case in the folder, made first where ``create`` is given and there is none.

        Raises StoreError, worded for a person, where there is no case or it cannot be used.
        """
        from primafacie.sources.archive import Archive
        from primafacie.sources.custody import CustodyLog

        try:
            if create:
                folder.mkdir(parents=True, exist_ok=True)
            store = open_store(folder / "case.db", create=create)
        except OSError as error:
            raise StoreError(f"the case folder {folder} cannot be used: {error.strerror or error}") from error
        return cls(folder, store, Archive(folder / "archive"), CustodyLog(folder / "custody.jsonl"))

    def __enter__(self) -> Case:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.store.close()
