"""The index over all lists at once: built from editions, or mapped from a file; asked for the entries like a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from primafacie.model.lists import Listing, Profile, SanctionsList
from primafacie.screening.index import storage
from primafacie.screening.index.build import Edition, arrays_of, in_force
from primafacie.screening.index.forms import words_of
from primafacie.screening.index.records import Texts, load
from primafacie.screening.index.search import Searcher

if TYPE_CHECKING:
    import numpy as np

    from primafacie.identity import Token
    from primafacie.screening.screen import Screened

    Array = np.ndarray[Any, np.dtype[Any]]

NAMES_A_QUERY = 12
"""Names of one query that are looked up: the main one and the first others."""
NAMES_AN_ENTRY = 3
"""Names of an entry that are compared in full: those with the best estimates."""
REMEMBERED = 4096
"""Entries kept as records, once read."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry whose names may be those that were asked for, and is to be compared in full."""

    listing: Listing
    list: SanctionsList
    """The edition in force of the list that the entry is, or was, on."""
    in_force: bool
    """False for an entry that only a former edition has."""
    names: tuple[str, ...]
    """Its names that are worth comparing, the likeliest first."""
    estimate: float
    """How much weight the names share, 0 to 1."""


class Index:
    """Sanctions lists, ready to be asked. It may hold several lists, and several editions of one."""

    def __init__(self, arrays: dict[str, Array], note: Mapping[str, Any]) -> None:
        self.lists = tuple(SanctionsList(**told) for told in note["lists"])
        """The editions in force."""
        self.former = tuple(SanctionsList(**told) for told in note["former"])
        self._arrays = arrays
        self._note = note
        self._searcher = Searcher(arrays)
        self._entries = Texts(arrays["entry_bytes"], arrays["entry_ends"])
        self._name_entry = arrays["name_entry"]
        self._name_number = arrays["name_number"]
        self._read: dict[int, Listing] = {}

    def __len__(self) -> int:
        """Number of entries, those of former editions included."""
        return len(self._entries)

    @property
    def note(self) -> Any:
        """What whoever built it wanted remembered."""
        return self._note["note"]

    @classmethod
    def build(cls, editions: Iterable[Edition], note: Any = None) -> Index:
        """The index over these editions, of each list the latest last: that one is in force. Entries that only former
        ones have are delisted, and stay findable. ``note`` is any JSON, kept with it."""
        lists = in_force(editions)
        told = {
            "note": note,
            "lists": [asdict(known.edition.list) for known in lists],
            "former": [asdict(edition.list) for known in lists for edition in known.former],
        }
        return cls(arrays_of(lists), told)

    def save(self, path: Path) -> None:
        """Writes the index into a file, whole or not at all. Raises OSError."""
        storage.write(path, self._arrays, self._note)

    @classmethod
    def open(cls, path: Path) -> Index:
        """Maps the file of an index. Raises ``storage.Damaged``, or OSError where there is none."""
        return cls(*storage.read(path))

    def search(self, profile: Profile, limit: int = 20) -> tuple[Candidate, ...]:
        """The entries whose names share most with those of the profile, the likeliest first, at most ``limit``.

        Names alone are looked at; nothing is decided here.
        """
        found: dict[int, list[tuple[float, int]]] = {}
        for asked in (*profile.names, *profile.weak)[:NAMES_A_QUERY]:
            for name, estimate in self._searcher.names_like(words_of(asked), limit * NAMES_AN_ENTRY):
                found.setdefault(int(self._name_entry[name]), []).append((estimate, name))
        best = sorted(found, key=lambda entry: (-max(found[entry])[0], entry))[:limit]
        return tuple(self._candidate(entry, found[entry]) for entry in best)

    def _candidate(self, entry: int, found: list[tuple[float, int]]) -> Candidate:
        listing = self.listing(entry)
        names = (*listing.profile.names, *listing.profile.weak)
        likest = dict.fromkeys(name for _, name in sorted(found, key=lambda pair: (-pair[0], pair[1])))
        return Candidate(
            listing=listing,
            list=self.lists[int(self._arrays["entry_list"][entry])],
            in_force=bool(self._arrays["entry_in_force"][entry]),
            names=tuple(names[int(self._name_number[name])] for name in list(likest)[:NAMES_AN_ENTRY]),
            estimate=max(found)[0],
        )

    def screen(self, profile: Profile) -> tuple[Screened, ...]:
        """The entries that the profile is or may be, each with a verdict and its reasons: see ``screening.screen``."""
        from primafacie.screening.screen import screen

        return screen(self, profile)

    @property
    def names(self) -> int:
        """Number of names, those of former editions included."""
        return len(self._name_entry)

    def rarity(self, word: Token) -> float:
        """How much a word tells, from the number of listed names with it or a word like it; more is rarer."""
        return self._searcher.tells(word.key, thin=word.thin)

    def listing(self, entry: int) -> Listing:
        """An entry by its number, 0 to ``len(index) - 1``."""
        known = self._read.get(entry)
        if known is None:
            if len(self._read) >= REMEMBERED:
                self._read.clear()
            known = self._read[entry] = load(self._entries.raw(entry))
        return known
