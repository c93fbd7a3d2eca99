"""How a word sounds, whoever wrote it down: a folded key, and a coarser skeleton of its consonants.

The key undoes what romanisations disagree on (BGN/PCGN, ISO 9, Doc 9303, DMG and newspaper Arabic, Wade-Giles against
Pinyin only in part). The skeleton puts the consonants that scripts confuse into one class each and drops the vowels
but the first, in the manner of Soundex (Russell, US 1,261,167, 1918); it finds candidates and never decides.
"""

from __future__ import annotations

import re
from functools import lru_cache

_SOUNDS = {
    "shch": "sh", "schtsch": "sh", "tsch": "ch", "sch": "sh", "sz": "s", "tch": "ch", "cz": "ch", "dzh": "j", "zh": "j",
    "dj": "j", "dsch": "j", "kh": "h", "gh": "g", "ph": "f", "ck": "k", "q": "k", "x": "ks", "tz": "ts", "cc": "k",
    "ou": "u", "oo": "u", "ee": "i", "ij": "i", "iy": "i", "yi": "i", "ii": "i", "yy": "i", "w": "v", "th": "t",
    "dh": "d", "uw": "u", "iw": "iv", "aa": "a", "c": "k", "ce": "se", "ci": "si", "cy": "si", "ch": "ch", "bh": "b",
    "ye": "e", "je": "je", "yo": "io", "yu": "iu", "ya": "ia", "y": "i", "ie": "e", "ey": "ei", "ff": "f",
    "cs": "ch", "ts": "ts", "rh": "r", "you": "iu",
}  # fmt: skip
_SOUND = re.compile("|".join(sorted(_SOUNDS, key=len, reverse=True)))
_TWICE = re.compile(r"([a-z])\1+")
_GLIDE = re.compile(r"(?<=[aeou])j(?![aeiou])")
_ENDS = tuple(
    (last, re.compile(pattern), end)
    for last, pattern, end in (
        ("khsj", r"(?<=[a-z]{3}i)(?:k|tch|tsh|ts|tj)$", "ch"),
        ("f", r"(?<=.)off?$", "ov"),
        ("fv", r"(?<=[a-z]{2})(?:eff|iev|eiev|eev)$", "ev"),
        ("iyj", r"[iy]+(?:y|j)?$", "i"),
        ("i", r"ei$", "i"),
        ("h", r"(?<=[a-z]{3})ah$", "a"),
        ("e", r"(?<=.[bdkmnprstv])e$", ""),
    )
)
"""Endings, each with the letters of which the last must be one: asking for that first is what makes it fast."""
_DIN = re.compile(r"(?<=..)(?:[aeou]l?d+|[aeou]+d+)[iey]+n+e?$")
_ABD = re.compile(r"^[ae]bd+(?:[aeou]+(?:l|r(?=r)|s(?=s)|n(?=n)|z(?=z)|d(?=d)|t(?=t))?)?(?=[a-z]{3})")
_ALLAH = re.compile(r"^[ae]bd+[aeou]*l+[ae]h?i?$")
_OULLAH = re.compile(r"(?<=..)[aeou]+l+ah?$")
_HOOKLESS = tuple(pair.split("/") for pair in "shch/s sch/s sh/s zh/z ch/c dj/d cz/c sz/s ts/c".split())
_THROAT = tuple(pair.split("/") for pair in "shch/s sch/s kh/h ch/h gh/h g/h".split())
_CLASSES = str.maketrans({"b": "p", "d": "t", "g": "k", "q": "k", "c": "k", "z": "s", "v": "f", "w": "f", "j": "s",
                          "h": " ", "y": " ", "a": " ", "e": " ", "i": " ", "o": " ", "u": " "})  # fmt: skip
_HEADS = {"a": "a", "e": "a", "i": "a", "o": "a", "u": "a", "y": "a", "h": "k"}


@lru_cache(maxsize=100_000)
def key(word: str) -> str:
    """The folded key of a word as ``text.latin`` gives it: one for "Yessenov" and "Esenov", for "Khasan" and "Hassan".

    Words of up to two letters and such with figures stay as they are.
    """
    if len(word) < 3 or not word.isalpha():
        return word
    if word.startswith(("abd", "ebd")):
        servant = _ABD.match(word)
        if not _ALLAH.match(word) and servant:
            # folded apart, so that no letter of "abd" runs into those of the name behind it: "Abd al-Hanif"
            return "abd" + key(word[servant.end() :])
        word = "abdala" if servant else word
    word = _OULLAH.sub("ula", word) if word.endswith(("lah", "la")) and len(word) > 6 else word
    word = _DIN.sub("din", word) if len(word) > 5 else word
    folded = _SOUND.sub(lambda found: _SOUNDS[found[0]], word)
    if folded[0] == "i" and folded[1:2] in ("e", "a", "u", "o") and word[0] == "y" and folded[1] == "e":
        folded = folded[1:]
    if "j" in folded:
        folded = _GLIDE.sub("i", folded)
    for last, pattern, end in _ENDS:
        if folded[-1:] in last:
            folded = pattern.sub(end, folded)
    return _TWICE.sub(r"\1", folded.replace("o", "u"))


@lru_cache(maxsize=100_000)
def blunt(word: str) -> tuple[str, str]:
    """Two coarser keys of a word: without what a lost hook told (Miloš, Milos, Milosh), and with one throat letter.

    The second takes kh, ch, h and g for one sound, as Russian, Ukrainian, Czech and German spellings of a name do.
    """
    hookless, throat = word, word
    for two, one in _HOOKLESS:
        hookless = hookless.replace(two, one)
    for two, one in _THROAT:
        throat = throat.replace(two, one)
    return key(hookless), key(throat)


@lru_cache(maxsize=100_000)
def skeleton(key: str) -> str:
    """The classes of the key's consonants behind its first sound: "muhamad" and "mukhammed" are both "mmt"."""
    if not key or not key[0].isalpha():
        return key
    head = _HEADS.get(key[0]) or key[0].translate(_CLASSES)
    rest = key[1:].replace("ch", "s").replace("sh", "s").replace("ks", "s").replace("ts", "s").translate(_CLASSES)
    return _TWICE.sub(r"\1", head + rest).replace(" ", "")
