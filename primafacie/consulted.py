"""Which sanctions lists a case is screened against: editions are kept with the case, so that the answer can be checked.

A case asks the lists that it was given; one that was given none takes those in force on the user's shelf, once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from primafacie.case import Case
from primafacie.model import Problem, SanctionsList

FOLDER = "lists"
"""Below the case's folder; a shelf like the user's own."""


@dataclass(frozen=True, slots=True)
class Consulted:
    """The editions that the case has now, what could not be used, and what the user's shelf has newer."""

    editions: tuple[SanctionsList, ...]
    problems: tuple[Problem, ...] = ()
    newer: tuple[SanctionsList, ...] = ()


def take(case: Case, folders: Sequence[Path] = ()) -> Consulted:
    """Adds the lists in the folders (or files) to the case; without any, those of the user's shelf to a case that has
    none yet. Raises OSError where a path cannot be read or the case cannot be written."""
    from primafacie.screening.lists.loading import holders
    from primafacie.screening.shelf import Shelf

    own, users = Shelf(case.folder / FOLDER), Shelf()
    problems: list[Problem] = []
    for folder in folders:
        if Shelf.is_one(folder):
            for kept in Shelf(folder).kept():
                own.adopt(kept, Shelf(folder))
            continue
        # One after the other: a broken list must not keep the others out.
        for path in (list(holders(folder)) if folder.is_dir() else []) or [folder]:
            for added in own.add([path]):
                problems += added.problems
    if not folders and not own.kept():
        for kept in users.in_force():
            own.adopt(kept, users)
    held = own.kept()
    known = {kept.list.key: kept.list for kept in held}
    newer = [kept.list for kept in users.in_force() if not folders and kept.list.key in known
             and (kept.list.date or "") > (known[kept.list.key].date or "")]  # fmt: skip
    return Consulted(tuple(kept.list for kept in held), tuple(problems), tuple(newer))


def editions(case: Case) -> tuple[SanctionsList, ...]:
    """The editions that the case is screened against; empty where it has none."""
    if not (case.folder / FOLDER).is_dir():
        return ()
    from primafacie.screening.shelf import Shelf

    return tuple(kept.list for kept in Shelf(case.folder / FOLDER).kept())
