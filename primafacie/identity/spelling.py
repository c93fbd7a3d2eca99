"""One key for the spellings of a name in Latin and Cyrillic script, made for comparing and filing, never for showing.

The folding follows what transliteration systems disagree on (BGN/PCGN, ISO 9, GOST 7.79, passport practice of the
post-Soviet states): initial ye/e, kh/h, zh/j, ts/c, i/y/iy, doubled letters, o/u.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from primafacie.values.names import name_key

FOLDS = tuple((re.compile(pattern), to) for pattern, to in (
    (r"shch|sch|sz", "sh"), (r"tch|cz", "ch"), (r"dzh|zh|dj", "j"), (r"kh", "h"), (r"gh", "g"), (r"ph", "f"),
    (r"ck|q", "k"), (r"x", "ks"), (r"ts|tz", "c"), (r"w", "v"), (r"off$", "ov"), (r"eff$", "ev"), (r"ou|oo", "u"),
    (r"(?<!^.)[yi]+(?=[aeou])|^y(?=e)", ""), (r"[yi]+", "i"), (r"(.)\1+", r"\1"), (r"o", "u"),
))  # fmt: skip
VOWELS = re.compile(r"(?<!^)[aeiu]")
LONG_ENOUGH = 5
"""Letters from which on one differing vowel may be a matter of transliteration and not another name."""


@lru_cache(maxsize=200_000)
def key(word: str) -> str:
    """The key of one word: "Yessenov", "Esenov" and "Есенов" have the same one."""
    text = name_key(word).replace(" ", "") or word.casefold()
    if not text.isascii():
        return text
    for pattern, to in FOLDS:
        text = pattern.sub(to, text)
    return text


def skeleton(folded: str) -> str:
    """The consonants of a key, its first letter kept: what blocking looks names up by."""
    return VOWELS.sub("", folded)


def alike(a: str, b: str) -> bool:
    """True where two keys are one name: equal, or apart by one vowel inside a long word.

    A closing "a" is never such a vowel: it tells a woman's name from a man's.
    """
    if a == b:
        return True
    if min(len(a), len(b)) < LONG_ENOUGH or a.endswith("a") != b.endswith("a"):
        return False
    return skeleton(a) == skeleton(b) and Levenshtein.distance(a, b, score_cutoff=1) <= 1
