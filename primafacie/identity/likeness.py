"""How alike two words are: the same, another spelling, a pet form, a typing error, or two words."""

from __future__ import annotations

import re

from rapidfuzz.distance import OSA

from primafacie.identity.lexicon import SAME_NAME, SHORT_FORM, Given, lexicon
from primafacie.identity.names import Token
from primafacie.identity.sounds import blunt, skeleton
from primafacie.identity.wade_giles import wade_giles
from primafacie.identity.words import given

EQUAL, SPELLING, MEANING, FUZZY, SOUND = "equal", "spelling", "meaning", "fuzzy", "sound"
Likeness = tuple[float, float, str]
"""0..1; letters that differ (a vowel among equal consonants counts as half a letter); one of the ways above."""

SAME: Likeness = (1.0, 0.0, EQUAL)
NONE: Likeness = (0.0, 9.0, FUZZY)
SPELLED = 0.98
TRANSLATED: Likeness = (0.96, 0.0, MEANING)
SERVANT: Likeness = (0.85, 0.0, MEANING)
"""Of "Abd al-Karim" and "Karim": one man is called both."""
SERVED: Likeness = (0.83, 0.0, MEANING)
"""Of "Abdul Sharif" and "Sharif": no name of God, but written so where "Abdul" is felt to belong to any name."""
SHORTEST = 2
SHORT, BLUNT, NEAR = 4, 0.95, 0.5
"""Letters up to which a word is short; how alike words with one blunt key are, and from which likeness it is asked."""
SOUNDS_LIKE = (0.0, 0.6, 0.78, 0.85, 0.93)
"""How alike words with the same consonants are, by the number of these; four or more are hardly met by chance."""
MANY = 2
"""Consonants from which on they may tell a word without its vowels; a single one is borne by too many."""
CHARACTERS = 0.7
"""What is left of the likeness of a word in Han and a Latin one that are not the same syllables."""
FOREIGN = 3
"""Characters from which on a word in Han is a foreign name written by its sound."""
_NO_LINES: frozenset[int] = frozenset()
BORNE, VOWEL_APART = 0.55, 0.74
"""The most that two known names of different lines are alike: too little to be held for one,
unless given names differ by one vowel, as misspellings do."""
VOWELS_ONLY = 0.5
_TWICE = re.compile(r"([a-z])\1+")
_CODA = re.compile(r"r(?![aeiouyr])")
_SYLLABLES = re.compile(r"(?:[^aeiou]{0,2}[aeiou]+n?){2,}")
_SIZE = 500_000
_known: dict[tuple[str, str], Likeness] = {}
_THIN = str.maketrans({"b": "p", "d": "t", "g": "k", "q": "k", "c": "k", "z": "s", "l": "r",
                       **dict.fromkeys("aeiouywv")})  # fmt: skip


def likeness(one: Token, other: Token) -> Likeness:
    """How alike two words are. Symmetric; remembered, for the same words meet again and again."""
    if one.raw and other.raw and one.raw != other.raw:
        return _characters(one.raw, other.raw)
    if one.text == other.text:
        return SAME
    if one.group and other.group:
        # both are words of business known for what they mean: "Mining" is no misspelt "Shipping"
        return TRANSLATED if one.group == other.group else NONE
    pair = (one.text, other.text) if one.text < other.text else (other.text, one.text)
    found = _known.get(pair)
    if found is None or one.thin != other.thin:
        found = _thin(one, other) if one.thin != other.thin else _measured(one, other)
        if one.thin == other.thin:
            if len(_known) >= _SIZE:
                _known.clear()
            _known[pair] = found
    return found


def _measured(one: Token, other: Token) -> Likeness:
    if one.code or other.code:
        return (SPELLED, 0.0, MEANING) if one.code == other.code and one.kind == other.kind else NONE
    if one.key == other.key:
        return (SPELLED, 0.0, SPELLING)
    here, there = given(one), given(other)
    if here and there:
        shared = set(here.lines) & set(there.lines)
        if shared:
            pet = bool(
                shared & (set(here.short) | set(there.short)) and not shared - set(here.short) - set(there.short)
            )
            return (SHORT_FORM if pet else SAME_NAME, 0.0, MEANING)
    families = lexicon().surname_lines
    if families.get(one.text, _NO_LINES) & families.get(other.text, _NO_LINES):
        return (SAME_NAME, 0.0, SPELLING)
    served = one.key.startswith("abd") + other.key.startswith("abd")
    if served == 1:
        short, long = (other, one) if one.key.startswith("abd") else (one, other)
        if long.key == "abd" + short.key and len(short.key) > SHORTEST:
            return SERVANT if short.key in lexicon().divine else SERVED
    if wade_giles(one.text) == other.text or wade_giles(other.text) == one.text:
        return (SAME_NAME, 0.0, SPELLING)
    found = _fuzzy(one, other, here, there)
    if served == 2 and found[0] > BORNE and len(one.key) > SHORT and len(other.key) > SHORT:
        found = min(found, _second(one.key[3:], other.key[3:]))
    if found[0] >= NEAR and len(one.text) > SHORT and _blunt(one, other):
        return (BLUNT, 0.0, SPELLING)
    return found


def _second(one: str, other: str) -> Likeness:
    """How alike two names after "Abd al-" are: by what follows, for the beginning is the same in all of them."""
    edits: float = OSA.distance(one, other)
    edits = edits * VOWELS_ONLY if skeleton(one) == skeleton(other) else edits
    return (max(0.0, SPELLED - edits / max(len(one), len(other))), edits, FUZZY)


def _blunt(one: Token, other: Token) -> bool:
    return any(a == b for a, b in zip(blunt(one.text), blunt(other.text), strict=True))


def _characters(one: str, other: str) -> Likeness:
    """Words in Han, character by character: what sounds alike is another name all the same."""
    edits = OSA.distance(one, other)
    return (1 - edits / max(len(one), len(other)), 2.0 * edits, FUZZY)


def _fuzzy(one: Token, other: Token, here: Given | None, there: Given | None) -> Likeness:
    longest = max(len(one.text), len(other.text))
    if longest < 2:
        return NONE
    limit = 1 + longest // 2
    edits: float = OSA.distance(one.text, other.text, score_cutoff=limit)
    folded: float = OSA.distance(_letters(one.key), _letters(other.key), score_cutoff=limit)
    if one.skeleton == other.skeleton and len(one.skeleton) > 1:
        edits, folded = edits * (1 + VOWELS_ONLY) / 2, folded * VOWELS_ONLY
    # short keys lie near each other by chance, so the letters as written count too
    share = max(1 - edits / longest, SPELLED - (0.6 * folded + 0.4 * edits) / longest)
    surnames = lexicon().surnames
    if min(edits, folded) > 0 and ((here and there) or (one.text in surnames and other.text in surnames)):
        # two names that are both borne: "Marcel" is no misspelt "Marek"
        misspelt = bool(here and there) and one.skeleton == other.skeleton and min(edits, folded) < 1
        share = min(share, VOWEL_APART if misspelt else BORNE)
    return (max(share, 0.0), min(edits, folded), FUZZY)


def _letters(key: str) -> str:
    """The key with one sign for each sound that Latin writes with two letters: one letter taken for another is one."""
    return key.replace("ch", "C").replace("sh", "S").replace("ts", "Z")


def _thin(one: Token, other: Token) -> Likeness:
    """A word without its vowels against one with them: by consonants alone, the surer the more there are."""
    if one.key == other.key:
        return (BLUNT, 0.0, SOUND)
    if 0 < len(one.raw or other.raw) < FOREIGN:
        share, edits, _ = _fuzzy(one, other, None, None)
        return (share * CHARACTERS, edits, SOUND)
    left, right = bare(one.text), bare(other.text)
    if left != right:
        # syllabaries leave out the r that English does not sound: "Robert" is "robato"
        left = bare(_CODA.sub("", one.text)) if other.thin and _SYLLABLES.fullmatch(other.text) else left
        right = bare(_CODA.sub("", other.text)) if one.thin and _SYLLABLES.fullmatch(one.text) else right
        if left != right:
            left, right = bare(one.text), bare(other.text)
    longest = max(len(left), len(right))
    if not left or not right:
        return NONE
    if left == right and longest < MANY:
        share, edits, _ = _fuzzy(one, other, None, None)
        return (min(share, SOUNDS_LIKE[MANY]), edits, SOUND)
    if left == right:
        return (SOUNDS_LIKE[min(longest, len(SOUNDS_LIKE) - 1)], 0.0, SOUND)
    apart = OSA.distance(left, right)
    return (max(0.0, 0.85 - apart / longest), float(apart), SOUND)


def bare(text: str) -> str:
    """The classes of a word's consonants, half-vowels left out: all that an abjad and a syllabary both keep."""
    text = _TWICE.sub(r"\1", text)
    for two, one in (
        ("sh", "x"),
        ("ch", "x"),
        ("ts", "s"),
        ("dh", "s"),
        ("th", "t"),
        ("kh", "h"),
        ("gh", "k"),
        ("ph", "f"),
    ):
        text = text.replace(two, one)
    return text.translate(_THIN)
