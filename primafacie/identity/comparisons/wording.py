"""How much two sets of free texts (addresses, posts) have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from primafacie.identity.text import clean, latin

MOST = 40
_SMALL = frozenset(
    "the of and for in at to a an de la le du des und der die das von y el ul ulitsa street str st road rd avenue ave "
    "prospekt pr per dom d g gor ofis office room floor building bldg no unit apt flat kv box po p o obl oblast region "
    "district rayon city".split()
)
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=20_000)
def words(text: str) -> frozenset[str]:
    """The telling words of a text, in Latin letters."""
    return frozenset(filter(None, (latin(w) for w in _WORD.findall(clean(text))))) - _SMALL


def shared(left: Sequence[str], right: Sequence[str]) -> tuple[float, list[str]] | None:
    """Of the best pair (share of the shorter one's words that the other has, those words); None where one is empty."""
    best: tuple[float, list[str]] | None = None
    for one in _some(left):
        for other in _some(right):
            both = one & other
            share = len(both) / min(len(one), len(other)) * min(1.0, len(both) / 3)
            if best is None or share > best[0]:
                best = share, sorted(both, key=lambda w: (-len(w), w))
    return best


def _some(texts: Iterable[str]) -> list[frozenset[str]]:
    return [found for found in map(words, list(texts)[:MOST]) if found]
