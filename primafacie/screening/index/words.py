"""The distinct words of all listed names, and those of them that a word of a query may be.

A word is found by its folded key, by what is left of its key when one letter is dropped (both sides drop one, so that a
letter changed, missing, added or exchanged with its neighbour is met: the symmetric deletion of SymSpell, W. Garbe
2012), and by its skeleton of consonants, whole or with one dropped. What is found so is then compared letter by letter.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any
from zlib import crc32

from primafacie.identity.sounds import skeleton

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

TYPED = 4
"""Letters of a key from which on a slip of the pen is looked for."""
SOUNDED = 6
"""Classes of a skeleton from which on one may be missing."""
ALIKE = 0.7
"""Share of letters that two keys have in common at least, unless their skeletons are the same."""
LEAST = 0.4
"""Share of letters that two keys have in common even where their skeletons are the same."""
SAME_SOUND = 0.6
"""Likeness of two keys with the same skeleton, at least."""
MOST = 48
"""Words of the lists that are followed up for one word of a query, the likest ones."""


def without_one(word: bytes, mark: bytes = b"") -> list[int]:
    """Numbers of the word less one letter, for each of its letters."""
    return [crc32(word[:at] + word[at + 1 :], crc32(mark)) for at in range(len(word))]


def spellings(key: str) -> list[int]:
    """Numbers under which a key is filed and looked for: its own, and those of it less one letter."""
    word = key.encode()
    return [crc32(word), *(without_one(word) if len(word) >= TYPED else ())]


def sound(key: str) -> int:
    """The number under which a key's skeleton is filed; marked, so that no skeleton is taken for a key."""
    return crc32(b"~" + skeleton(key).encode())


def sounds(key: str) -> list[int]:
    """Numbers of the key's skeleton less one class."""
    whole = skeleton(key).encode()
    return without_one(whole, b"~") if len(whole) >= SOUNDED else []


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

        same, close = self._under([sound(key), *spellings(key), *sounds(key)])
        numbers = same + list(close.difference(same))
        if not numbers:
            return []
        texts = [self._texts[number] for number in numbers]
        letters = cdist((key,), texts, scorer=OSA.normalized_similarity, score_cutoff=LEAST)[0].tolist()
        long = len(key) >= TYPED
        found = []
        for at, alike in enumerate(letters):
            if alike >= ALIKE and ((long and len(texts[at]) >= TYPED) or alike == 1.0):
                found.append((-alike, numbers[at]))
            elif alike and at < len(same):
                found.append((-max(alike, SAME_SOUND), numbers[at]))
        found.sort()
        return [(number, -alike) for alike, number in found[:MOST]]

    def number(self, key: str) -> int | None:
        """The number of a word of the lists."""
        return self._number.get(key)

    def _under(self, numbers: list[int]) -> tuple[list[int], set[int]]:
        """The words filed under the first of the numbers, and those under the others."""
        import numpy as np

        sought = np.array(numbers, np.uint32)
        first = self._filed.searchsorted(sought, "left").tolist()
        last = self._filed.searchsorted(sought, "right").tolist()
        found: set[int] = set()
        for a, b in zip(first[1:], last[1:], strict=True):
            if a < b:
                found.update(self._numbers[a:b].tolist())
        return self._numbers[first[0] : last[0]].tolist(), found


def filed(keys: Iterable[str]) -> dict[str, Array]:
    """The arrays of a vocabulary of these words, in their order: texts, and the numbers that they are filed under."""
    import numpy as np

    keys = tuple(keys)
    under, words = array("I"), array("i")
    for number, key in enumerate(keys):
        codes = {*spellings(key), sound(key), *sounds(key)}
        under.extend(codes)
        words.extend([number] * len(codes))
    numbered = np.frombuffer(under, np.uint32) if under else np.zeros(0, np.uint32)
    numbers = np.frombuffer(words, np.int32) if words else np.zeros(0, np.int32)
    order = np.argsort(numbered, kind="stable")
    return {
        "words": np.frombuffer("\n".join(keys).encode("ascii"), np.uint8),
        "filed": numbered[order], "filed_words": numbers[order],
    }  # fmt: skip
