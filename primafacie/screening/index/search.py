"""Which listed names a name may be: from its rarest words, without looking at the rest of the lists.

A name of the lists is wanted only where it shares at least ``SHARE`` of the query's weight (the sum of the rarity of
its words). So each wanted name holds one of the query's rarest words that together weigh more than the others may lack:
only the postings of those are read (prefix filtering: S. Chaudhuri, V. Ganti, R. Kaushik 2006). Common words, which
have the longest postings, are hardly ever among them, and that is what keeps a query from growing with the lists.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from primafacie.identity.sounds import key as folded
from primafacie.screening.index.forms import common
from primafacie.screening.index.words import Words

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

SHARE = 0.5
"""Of the query's weight that a name must share to be looked at."""
ENOUGH = 0.6
"""Of the middle between both names' shares (harmonic mean) that a candidate must reach."""
TWICE = 0.85
"""Likeness from which on two words count as spellings of one when it is asked how common a word is."""
FOLLOWED = 0.66
"""Likeness from which on a word brings in the names that hold it; below it only counts where another brings them in."""
INITIAL = 0.8
"""Likeness of an initial and a word that begins with it."""
INITIAL_TELLS = 0.5
"""How much an initial tells, in the measure of rarity: hardly anything."""
PIECE = 0.8
"""Likeness of a word of the query to a part of it that is a word of the lists, or to what it makes with the next."""
SHORTEST = 3
"""Letters of such a part, at least."""
LIGHT = frozenset({"al", "el", "abd", "abu", "bin", "ibn"})
"""What Arabic names are written together with, or not."""
LONGEST = 10
"""Words of a query that are looked at, the rarest ones."""
KEPT = 20_000
"""Words whose neighbours are remembered."""


class Near:
    """A word of a query: the words of the lists that it may be, how alike they are, and how much it tells."""

    __slots__ = ("_names", "alike", "followed", "initial", "rarity", "words")

    def __init__(self, words: Array, alike: Array, rarity: float, followed: Array, initial: int = 0) -> None:
        self.words, self.alike, self.rarity = words, alike, rarity
        self.followed = followed
        """Those of the words whose names are looked at: all but the initials that a full word may be shortened to."""
        self.initial = initial
        """The letter's code where the word of the query is one letter: it may be any word that begins so."""
        self._names: Array | None = None

    def names(self, postings: Array, ends: Array) -> Array:
        """The names that hold one of the words, each once, in order; remembered."""
        if self._names is None:
            starts, stops = ends[self.followed].tolist(), ends[self.followed + 1].tolist()
            self._names = union([postings[a:b] for a, b in zip(starts, stops, strict=True)])
        return self._names


def union(parts: Sequence[Array]) -> Array:
    """The numbers that are in any of the sorted arrays, each once, in order."""
    import numpy as np

    if len(parts) == 1:
        return parts[0]
    if not parts:
        return np.zeros(0, np.int32)
    numbers = np.concatenate(parts)
    numbers.sort()
    first = np.empty(len(numbers), np.bool_)
    first[:1] = True
    np.not_equal(numbers[1:], numbers[:-1], out=first[1:])
    distinct: Array = numbers[first]
    return distinct


class Searcher:
    """Retrieval over the arrays of an index. Safe to use from several threads."""

    def __init__(self, arrays: dict[str, Array]) -> None:
        import numpy as np

        self.words = Words(arrays)
        self._counts = arrays["counts"]
        self._rarity = arrays["rarity"]
        self._postings = arrays["postings"]
        self._ends = arrays["posting_ends"]
        self._name_words = arrays["name_words"]
        self._name_weight = arrays["name_weight"]
        self._widths = (self._name_words >= 0).sum(axis=1, dtype=np.int8)
        self._first = np.array([ord(text[0]) for text in self.words] + [0], np.uint8)
        self._near: dict[str, Near] = {}
        self._own = threading.local()

    @property
    def names(self) -> int:
        return len(self._name_weight)

    def names_like(self, keys: Sequence[str], limit: int) -> list[tuple[int, float]]:
        """(number of a name, estimate 0 to 1) for the names that the words may stand for, the likeliest first."""
        import numpy as np

        keys = tuple(dict.fromkeys(keys))
        if not keys or not self.names:
            return []
        near = [self._known(key) for key in keys]
        if len(keys) > 1:
            near = [self._with_joined(keys, at, known) for at, known in enumerate(near)]
        near = sorted(near, key=lambda n: -n.rarity)[:LONGEST]
        names = self._holding(near)
        if not len(names):
            return []
        estimates = self._estimates(names, near)
        kept = np.flatnonzero(estimates >= ENOUGH)
        if not len(kept):
            return []
        order = kept[np.lexsort((names[kept], -estimates[kept]))][:limit]
        return list(zip(names[order].tolist(), estimates[order].tolist(), strict=True))

    def tells(self, key: str, *, thin: bool = False) -> float:
        """The rarity of a word; ``thin`` where it is written without vowels: then of all words that sound like it."""
        known = self._known(key)
        if not thin:
            return known.rarity
        import numpy as np

        same = int(self._counts[known.words].sum())
        return min(known.rarity, float(np.log((self.names + 2) / (same + 1))))

    def _holding(self, near: Sequence[Near]) -> Array:
        """The names with one of the rarest words, each once; without one of these no name shares enough."""
        rest = sum(n.rarity for n in near)
        spare = rest * SHARE
        found = []
        for known in near:
            if rest < spare:
                break
            rest -= known.rarity
            found.append(known.names(self._postings, self._ends))
        return union(found)

    def _estimates(self, names: Array, near: Sequence[Near]) -> Array:
        """For each name the harmonic mean of two shares: of the query's weight that it has, and of its own weight that
        the query has."""
        import numpy as np

        # One row a word of the names, so that the largest of each name is found along whole rows.
        # Indices of the machine's own width are looked up without being turned into it each time.
        width = int(self._widths[names].max())
        table = np.ascontiguousarray(self._name_words[names, :width].T, np.intp)
        alike = self._scratch()
        best: Array | None = None
        of_query = np.zeros(len(names), np.float32)
        for known in near:
            alike[known.words] = known.alike
            found = alike.take(table)
            alike[known.words] = 0
            if known.initial:
                np.maximum(found, INITIAL * (self._first.take(table) == known.initial), out=found)
            of_query += found.max(axis=0) * known.rarity
            best = found if best is None else np.maximum(best, found, out=best)
        assert best is not None
        of_query /= sum(n.rarity for n in near)
        best *= self._rarity.take(table)
        of_name = best.sum(axis=0)
        of_name /= self._name_weight[names]
        estimates: Array = 2 * of_query * of_name / (of_query + of_name + 1e-6)
        return estimates

    def _scratch(self) -> Array:
        """A row of zeros as long as the vocabulary, and one more for the -1 of short names: this thread's own."""
        import numpy as np

        row = getattr(self._own, "row", None)
        if row is None:
            row = self._own.row = np.zeros(len(self.words) + 1, np.float32)
        scratch: Array = row
        return scratch

    def _known(self, key: str) -> Near:
        known = self._near.get(key)
        if known is None:
            if len(self._near) >= KEPT:
                self._near.clear()
            known = self._near[key] = self._look_up(key)
        return known

    def _look_up(self, key: str) -> Near:
        import numpy as np

        found = dict(self.words.near(key))
        for at in range(2, len(key) - SHORTEST + 1):
            head, tail = self.words.number(key[:at]), self.words.number(key[at:])
            if tail is not None and ((head is not None and at >= SHORTEST) or key[:at] in LIGHT):
                for part in (head, tail):
                    if part is not None:
                        found.setdefault(part, PIECE)
        same = sum(int(self._counts[word]) for word, alike in found.items() if alike >= TWICE)
        rarity = min(float(np.log((self.names + 2) / (same + 1))), common().get(key, 99.0))
        likely = [word for word, alike in found.items() if alike >= FOLLOWED]
        followed = np.array(likely, np.int32)
        shortened = self.words.number(key[0]) if len(key) > 1 else None
        if shortened is not None:
            found[shortened] = INITIAL
        words = np.fromiter(found, np.int32, len(found))
        if len(key) == 1:
            return Near(words, _floats(found), min(rarity, INITIAL_TELLS), followed, ord(key))
        return Near(words, _floats(found), max(rarity, 0.05), followed)

    def _with_joined(self, keys: Sequence[str], at: int, known: Near) -> Near:
        """The word with what it makes together with a neighbour, where that is a word of the lists."""
        import numpy as np

        joined = (self.words.number(folded(keys[a] + keys[a + 1])) for a in (at - 1, at) if 0 <= a < len(keys) - 1)
        extra = [word for word in joined if word is not None and word not in known.words]
        if not extra:
            return known
        more = np.array(extra, np.int32)
        alike = np.concatenate([known.alike, np.full(len(extra), PIECE, np.float32)])
        followed = np.concatenate([known.followed, more])
        return Near(np.concatenate([known.words, more]), alike, known.rarity, followed, known.initial)


def _floats(found: dict[int, float]) -> Array:
    import numpy as np

    return np.fromiter(found.values(), np.float32, len(found))
