"""What a name is written in, made plain: invisible characters, look-alike letters, scripts, all to lower-case Latin.

The input is hostile: every step is linear in its length, and what is longer than any name is cut.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

LONGEST = 400
"""Characters of a name that are read; a statute's long company names stay below, a flood does not."""

_INVISIBLE = {"Cf", "Cs", "Co", "Cn"}
_MARKS = re.compile("['’‘ʼʻʿʾ`´′ʹʺ″˝ˈ\u2032\uff07]")
_CYRILLIC_TWINS = dict(zip("аеорсухіјѕһвнкмтАЕОРСУХІЈЅҺВНКМТӀ", "aeopcyxijshbhkmtAEOPCYXIJSHBHKMTI", strict=True))
_GREEK_TWINS = dict(zip("αορυνικτΑΒΕΖΗΙΚΜΝΟΡΤΧΥ", "aopuviktABEZHIKMNOPTXY", strict=True))
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS | _GREEK_TWINS)
_TO_CYRILLIC = str.maketrans(
    {v: k for k, v in list(_CYRILLIC_TWINS.items()) if k not in "вһѕјі"} | {"i": "і", "I": "І"}
)
_WORD = re.compile(r"\w+")

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i", "й": "i",
    "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f",
    "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu",
    "я": "ya", "і": "i", "ї": "i", "є": "ye", "ґ": "g", "ў": "u", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "ђ": "dj",
    "џ": "dz", "ѓ": "gj", "ќ": "kj", "ѕ": "dz", "ә": "a", "ғ": "g", "қ": "k", "ң": "n", "ө": "o", "ұ": "u", "ү": "u",
    "һ": "h", "ӣ": "i", "ӯ": "u", "ҳ": "h", "ҷ": "j", "ӑ": "a", "ӗ": "e", "ҫ": "s", "ӏ": "", "җ": "j", "ҙ": "z",
    "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d", "ə": "a",
}  # fmt: skip
"""Cyrillic as passports and registers print it (ICAO Doc 9303, BGN/PCGN), and Latin letters that do not decompose."""
_UKRAINIAN = {"г": "h", "и": "y"}
_GREEK = (
    ("ου", "u"), ("μπ", "b"), ("ντ", "nt"), ("γκ", "g"), ("γγ", "ng"), ("τσ", "ts"), ("τζ", "tz"), ("αι", "ai"),
    ("ει", "ei"), ("οι", "oi"), ("αυ", "av"), ("ευ", "ev"), ("χ", "ch"), ("η", "i"), ("υ", "y"), ("ξ", "x"),
    ("ψ", "ps"), ("θ", "th"), ("φ", "f"), ("β", "v"), ("γ", "g"), ("ω", "o"),
)  # fmt: skip
"""ELOT 743 / ISO 843, the combinations first."""
_ARABIC = {
    "و": "w", "ي": "y", "ى": "a", "ی": "y", "ة": "a", "ء": "", "ع": "a", "أ": "a", "إ": "i", "آ": "a", "ا": "a",
    "ؤ": "w", "ئ": "y", "ہ": "h", "ے": "e", "ۀ": "h", "ٱ": "a", "ث": "th", "ذ": "dh", "خ": "kh", "ش": "sh", "غ": "gh",
    "چ": "ch", "ژ": "zh", "گ": "g", "پ": "p", "ق": "q", "ک": "k", "ج": "j", "ح": "h", "ص": "s", "ض": "d", "ط": "t",
    "ظ": "z", "س": "s", "ز": "z", "ر": "r", "د": "d", "ت": "t", "ب": "b", "ل": "l", "م": "m", "ن": "n", "ه": "h",
    "ك": "k", "ف": "f", "ګ": "g", "ړ": "r", "ڼ": "n", "ډ": "d", "ټ": "t", "ښ": "sh", "ږ": "zh", "څ": "ts", "ځ": "dz",
    "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ھ": "h",
}  # fmt: skip
_LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f]")
_ARTICLE = 4
"""Letters from which on an Arabic word may carry the article "al-" as its first two."""
_UKRAINIAN_LETTERS = set("іїєґў")
SCRIPTS = (
    ("latin", 0x0000, 0x024F), ("greek", 0x0370, 0x03FF), ("cyrillic", 0x0400, 0x052F), ("armenian", 0x0530, 0x058F),
    ("hebrew", 0x0590, 0x05FF), ("arabic", 0x0600, 0x077F), ("georgian", 0x10A0, 0x10FF), ("hangul", 0x1100, 0x11FF),
    ("ethiopic", 0x1200, 0x139F), ("latin", 0x1E00, 0x1EFF), ("greek", 0x1F00, 0x1FFF), ("kana", 0x3040, 0x30FF),
    ("han", 0x3400, 0x9FFF), ("hangul", 0xAC00, 0xD7AF), ("arabic", 0xFB50, 0xFDFF), ("arabic", 0xFE70, 0xFEFC),
)  # fmt: skip


@lru_cache(maxsize=65_536)
def clean(text: str) -> str:
    """The text as it would be shown: composed, on one line, without what cannot be seen and what turns letters round.

    At most ``LONGEST`` characters. Look-alike letters of another script inside a word become that word's own.
    """
    if len(text) > LONGEST:
        text = text[:LONGEST]
    if text.isascii():
        return " ".join(text.split()) if text.isprintable() else " ".join(_printable(text).split())
    text = unicodedata.normalize("NFKC", _printable(text))
    return " ".join(_WORD.sub(lambda word: _one_script(word[0]), text).split())[:LONGEST]


def _printable(text: str) -> str:
    def shown(char: str) -> str:
        category = unicodedata.category(char)
        return "" if category in _INVISIBLE else " " if category[0] in "CZ" else char

    return text if text.isprintable() else "".join(map(shown, text))


def _one_script(word: str) -> str:
    """A word in which Latin letters stand among Cyrillic or Greek ones, or the other way round, in one script."""
    if word.isascii() or not _LATIN_LETTER.search(word):
        return word
    scripts = [script(c) for c in word if c.isalpha()]
    latin = scripts.count("latin")
    other = scripts.count("cyrillic") + scripts.count("greek")
    if not latin or not other:
        return word
    if other > latin and other == scripts.count("cyrillic"):
        # A few Latin letters in a Cyrillic word, "КАРНIЕНКА", even where all of its letters have Latin twins.
        turned = word.translate(_TO_CYRILLIC)
        if all(script(c) == "cyrillic" for c in turned if c.isalpha()):
            return turned
    turned = word.translate(_TO_LATIN)
    if all(script(c) == "latin" for c in turned if c.isalpha()):
        return turned
    return word.translate(_TO_CYRILLIC)


@lru_cache(maxsize=8192)
def script(char: str) -> str:
    """The script of a letter, by its block: "latin", "cyrillic", "han"…; "other" where it is none of the usual."""
    point = ord(char)
    for name, first, last in SCRIPTS:
        if first <= point <= last:
            return name
    return "other"


def script_of(word: str) -> str:
    """The script of the word's first letter; "latin" where it has none."""
    return "latin" if word.isascii() else next((script(c) for c in word if c.isalpha()), "latin")


@lru_cache(maxsize=100_000)
def latin(word: str) -> str:
    """One word in lower-case ASCII letters and figures, nothing else; empty where it has neither.

    Alphabets are romanised letter by letter, abjads without the vowels that they do not write, Han by Pinyin.
    """
    lower = _MARKS.sub("", word).lower()
    if not lower.isascii():
        lower = _romanised(lower)
    return "".join(c for c in lower if c.isalnum()) if not lower.isalnum() else lower


def _romanised(lower: str) -> str:
    kind = script_of(lower)
    if kind == "cyrillic":
        letters = _LETTERS | _UKRAINIAN if _UKRAINIAN_LETTERS & set(lower) else _LETTERS
        lower = _unaccented("".join(letters.get(c, c) for c in lower))
    elif kind == "greek":
        lower = _unaccented(lower)
        for letters_, sound in _GREEK:
            lower = lower.replace(letters_, sound)
        lower = {"nt": "d", "gk": "g"}.get(lower[:2], lower[:2]) + lower[2:]
    elif kind == "arabic":
        lower = lower.removeprefix("ال") if len(lower) > _ARTICLE else lower
        lower = "".join(_ARABIC.get(c, c) for c in lower)
    elif kind == "latin":
        lower = _unaccented("".join(_LETTERS.get(c, c) for c in lower))
    return lower if lower.isascii() else _MARKS.sub("", anyascii(lower)).lower()


def _unaccented(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
