"""From editions of lists to the arrays of an index."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from primafacie.model.lists import Listing, SanctionsList
from primafacie.screening.index.forms import common, words_of
from primafacie.screening.index.records import dump
from primafacie.screening.index.words import filed

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

WIDTH = 6
"""Words of a listed name that are looked at in retrieval: the rarest ones of a longer name."""


class Edition(Protocol):
    """A list with its entries, as the loaders give it."""

    @property
    def list(self) -> SanctionsList: ...
    @property
    def listings(self) -> Sequence[Listing]: ...


@dataclass(frozen=True, slots=True)
class InForce:
    """The edition of a list that is in force, and the former ones, the latest first."""

    edition: Edition
    former: tuple[Edition, ...]


def in_force(editions: Iterable[Edition]) -> tuple[InForce, ...]:
    """One for each list, in the order in which the lists first come. Of several editions the latest comes last, as
    ``lists.load_all`` gives them: it knows what to go by where a list bears no date."""
    by_key: dict[str, list[Edition]] = {}
    for edition in editions:
        by_key.setdefault(edition.list.key, []).append(edition)

    return tuple(InForce(all_of_it[-1], tuple(all_of_it[-2::-1])) for all_of_it in by_key.values())


def entries(lists: Iterable[InForce]) -> Iterator[tuple[int, Listing, bool]]:
    """(number of the list, entry, whether it is in force): those of the editions in force, then those that only former
    editions have. The latter were taken off on or before the day of the first edition without them (``until``)."""
    for number, known in enumerate(lists):
        for listing in known.edition.listings:
            yield number, listing, True
        if not known.former:
            continue
        seen = {listing.id for listing in known.edition.listings}
        later = known.edition.list.date
        for edition in known.former:
            for listing in edition.listings:
                if listing.id not in seen:
                    seen.add(listing.id)
                    yield number, listing if listing.until else replace(listing, until=later), False
            later = edition.list.date


class Rows:
    """The columns that grow while the entries are read once, one after the other."""

    def __init__(self) -> None:
        self.words: dict[str, int] = {}
        self.name_words, self.name_ends = array("i"), array("q", [0])
        self.name_entry, self.name_number = array("i"), array("H")
        self.entry_bytes, self.entry_ends = bytearray(), array("q", [0])
        self.entry_list, self.entry_in_force = array("H"), array("B")

    def add(self, list_number: int, listing: Listing, current: bool) -> None:
        entry = len(self.entry_list)
        self.entry_list.append(list_number)
        self.entry_in_force.append(current)
        self.entry_bytes += dump(listing)
        self.entry_ends.append(len(self.entry_bytes))
        profile = listing.profile
        seen = set()
        for number, name in enumerate((*profile.names, *profile.weak)):
            keys = words_of(name)
            if not keys or keys in seen or number > 0xFFFF:
                continue
            seen.add(keys)
            for key in dict.fromkeys(keys):
                self.name_words.append(self.words.setdefault(key, len(self.words)))
            self.name_ends.append(len(self.name_words))
            self.name_entry.append(entry)
            self.name_number.append(number)


def arrays_of(lists: Sequence[InForce]) -> dict[str, Array]:
    """All arrays of the index over these lists. One pass over the entries, about 60 bytes a name beside their texts."""
    import numpy as np

    rows = Rows()
    for number, listing, current in entries(lists):
        rows.add(number, listing, current)
    words = len(rows.words)
    names = len(rows.name_entry)
    name_words = _array(rows.name_words, np.int32)
    ends = _array(rows.name_ends, np.int64)
    counts = np.bincount(name_words, minlength=words).astype(np.int32)
    rarity = rarities(rows.words, counts, names)
    lengths = np.diff(ends)
    name_of = np.repeat(np.arange(names, dtype=np.int32), lengths)
    by_word = np.argsort(name_words, kind="stable")
    table = _table(name_words, name_of, ends, rarity)
    return {
        **filed(rows.words),
        "counts": counts,
        "rarity": rarity,
        "postings": name_of[by_word],
        "posting_ends": np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)]),
        "name_words": table,
        "name_weight": np.where(table >= 0, rarity[table], 0).sum(axis=1, dtype=np.float32),
        "name_entry": _array(rows.name_entry, np.int32),
        "name_number": _array(rows.name_number, np.uint16),
        "entry_bytes": np.frombuffer(bytes(rows.entry_bytes), np.uint8),
        "entry_ends": _array(rows.entry_ends, np.int64),
        "entry_list": _array(rows.entry_list, np.uint16),
        "entry_in_force": _array(rows.entry_in_force, np.uint8),
    }


def rarities(words: Iterable[str], counts: Array, names: int) -> Array:
    """How much each word tells, from how many names hold it: its inverse document frequency (K. Spärck Jones 1972),
    but no more than a word of its kind can."""
    import numpy as np

    rarity = np.log((names + 2) / (np.asarray(counts, np.float64) + 1)).astype(np.float32)
    most = common()
    for number, word in enumerate(words):
        if word in most and rarity[number] > most[word]:
            rarity[number] = most[word]
    return rarity


def _table(name_words: Array, name_of: Array, ends: Array, rarity: Array) -> Array:
    """The words of each name in a row of ``WIDTH``, the rarest first; -1 where there are fewer."""
    import numpy as np

    order = np.lexsort((-rarity[name_words], name_of))
    place = np.arange(len(name_words)) - np.repeat(ends[:-1], np.diff(ends))
    kept = place < WIDTH
    table = np.full((len(ends) - 1, WIDTH), -1, np.int32)
    table[name_of[order][kept], place[kept]] = name_words[order][kept]
    return table


def _array(values: array[Any], kind: Any) -> Array:
    import numpy as np

    return np.frombuffer(values, kind) if len(values) else np.zeros(0, kind)
