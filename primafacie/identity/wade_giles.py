"""Chinese names as Wade-Giles writes them, from Pinyin: "Jianguo" and "Chien-kuo" are one name.

Only this way round, for it is a function: Pinyin tells more sounds apart. Apostrophes and dots, which alone tell
"p'ing" from "ping" and "yü" from "yu", are left out, as newspapers and lists leave them out. Giles, A Chinese-English
Dictionary (1912); the syllables are those of ISO 7098.
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 18
"""Letters of three syllables; a longer word is no Chinese given name."""
_SYLLABLE = re.compile(
    r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]|(?=[aeo]))"
    r"(iang|iong|uang|ueng|iao|ian|ing|ang|eng|ong|uai|uan|van|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|o|e|i|u|v)"
)
_INITIALS = {"b": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "zh": "ch", "r": "j", "z": "ts", "c": "ts"}
_FINALS = {"ian": "ien", "ie": "ieh", "ue": "ueh", "ve": "ueh", "iong": "iung", "ong": "ung", "er": "erh", "v": "u"}
_WHOLE = {
    "zhi": "chih", "chi": "chih", "shi": "shih", "ri": "jih", "zi": "tzu", "ci": "tzu", "si": "szu", "ge": "ko",
    "ke": "ko", "he": "ho", "guo": "kuo", "kuo": "kuo", "huo": "huo", "shuo": "shuo", "gui": "kuei", "kui": "kuei",
    "you": "yu", "yan": "yen", "ye": "yeh", "yue": "yueh", "yong": "yung", "yi": "i",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def wade_giles(pinyin: str) -> str:
    """The word in Wade-Giles, lower case, without marks; empty where it is not made of syllables of Pinyin."""
    return "".join(_parted(pinyin)) if len(pinyin) <= LONGEST else ""


def _parted(text: str) -> list[str]:
    """The syllables, the longest first that leaves the rest syllables as well; at most three."""
    ways: list[tuple[str, list[str]]] = [(text, [])]
    while ways:
        rest, done = ways.pop()
        if not rest:
            return done
        found = _SYLLABLE.match(rest) if len(done) < 3 else None
        if not found:
            continue
        initial, final = found[1], found[2]
        for size in range(1, len(final) + 1):
            if _SYLLABLE.fullmatch(initial + final[:size]):
                ways.append((rest[len(initial) + size :], [*done, _syllable(initial, final[:size])]))
    return []


def _syllable(initial: str, final: str) -> str:
    whole = _WHOLE.get(initial + final)
    if whole:
        return whole
    if final == "uo" and initial:
        final = "o"
    return _INITIALS.get(initial, initial) + _FINALS.get(final, final)
