"""The distinct words of all listed names, and those of them that a word of a query may be.

A word is found by its folded key, by what is left of its key when one letter is dropped (both sides drop one, so that a
letter changed, missing, added or exchanged with its neighbour is met: the symmetric deletion of SymSpell, W. Garbe
2012), and by its skeleton of consonants, whole or with one dropped. What is found so is then compared letter by letter.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from primafacie.identity.sounds import skeleton

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

TYPED = 4
"""Letters of a key from which on a slip of the pen is looked for."""
SOUNDED = 5
"""Classes of a skeleton from which on one may be missing."""
ALIKE = 0.7
"""Share of letters that two keys have in common at least, unless their skeletons are the same."""
LEAST = 0.4
"""Share of letters that two keys have in common even where their skeletons are the same."""
SAME_SOUND = 0.6
"""Likeness of two keys with the same skeleton, at least."""
MOST = 48
"""Words of the lists that are followed up for one word of a query, the likest ones."""


def without_one(word: str) -> Iterator[str]:
    """The word less one letter, for each of its letters."""
    for at in range(len(word)):
        if not at or word[at] != word[at - 1]:
            yield word[:at] + word[at + 1 :]


def spellings(key: str) -> Iterator[int]:
    """Numbers under which a key is filed and looked for: its own, and those of it less one letter."""
    yield zlib.crc32(key.encode())
    if len(key) >= TYPED:
        for less in without_one(key):
            yield zlib.crc32(less.encode())


def sounds(key: str) -> Iterator[int]:
    """The same for its skeleton; marked, so that no skeleton is taken for a key."""
    whole = skeleton(key)
    yield zlib.crc32(b"~" + whole.encode())
    if len(whole) >= SOUNDED:
        for less in without_one(whole):
            yield zlib.crc32(b"~" + less.encode())


class Words:
    """The vocabulary of an index; a word is known by its number."""

    __slots__ = ("_filed", "_number", "_numbers", "_texts")

    def __init__(self, arrays: dict[str, Array]) -> None:
        text = bytes(arrays["words"]).decode("ascii")
        self._texts = text.split("\n") if text else []
        self._number = {text: number for number, text in enumerate(self._texts)}
        self._filed = arrays["filed"]
        self._numbers = arrays["filed_words"]

    def __len__(self) -> int:
        return len(self._texts)

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def near(self, key: str) -> list[tuple[int, float]]:
        """The words that the key may stand for with how alike they are (0 to 1), the likest first, at most ``MOST``.

        Likeness is the share of letters in place (optimal string alignment), and not less than ``SAME_SOUND`` where
        both sound the same.
        """
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import cdist

        numbers = list(self._under({*spellings(key), *sounds(key)}))
        if not numbers:
            return []
        texts = [self._texts[number] for number in numbers]
        letters = cdist((key,), texts, scorer=OSA.normalized_similarity, score_cutoff=LEAST)[0].tolist()
        whole, long = skeleton(key), len(key) >= TYPED
        found = []
        for number, text, alike in zip(numbers, texts, letters, strict=True):
            if alike >= ALIKE and ((long and len(text) >= TYPED) or alike == 1.0):
                found.append((number, alike))
            elif alike and skeleton(text) == whole:
                found.append((number, max(alike, SAME_SOUND)))
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))[:MOST]

    def number(self, key: str) -> int | None:
        """The number of a word of the lists."""
        return self._number.get(key)

    def _under(self, numbers: set[int]) -> set[int]:
        import numpy as np

        sought = np.fromiter(numbers, np.uint32, len(numbers))
        first = self._filed.searchsorted(sought, "left").tolist()
        last = self._filed.searchsorted(sought, "right").tolist()
        found: set[int] = set()
        for a, b in zip(first, last, strict=True):
            if a < b:
                found.update(self._numbers[a:b].tolist())
        return found


def filed(keys: Iterable[str]) -> dict[str, Array]:
    """The arrays of a vocabulary of these words, in their order: texts, and the numbers that they are filed under."""
    import numpy as np

    keys = tuple(keys)
    under, words = array("I"), array("i")
    for number, key in enumerate(keys):
        for code in {*spellings(key), *sounds(key)}:
            under.append(code)
            words.append(number)
    codes = np.frombuffer(under, np.uint32) if under else np.zeros(0, np.uint32)
    numbers = np.frombuffer(words, np.int32) if words else np.zeros(0, np.int32)
    order = np.argsort(codes, kind="stable")
    return {
        "words": np.frombuffer("\n".join(keys).encode("ascii"), np.uint8),
        "filed": codes[order], "filed_words": numbers[order],
    }  # fmt: skip
