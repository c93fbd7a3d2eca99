"""How alike two words are: the same, another spelling, a pet form, a typing error, or two words."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from primafacie.identity.lexicon import SAME_NAME, SHORT_FORM, Given
from primafacie.identity.names import Token
from primafacie.identity.words import given

EQUAL, SPELLING, MEANING, FUZZY, SOUND = "equal", "spelling", "meaning", "fuzzy", "sound"
Likeness = tuple[float, float, str]
"""0..1; letters that differ (a vowel among equal consonants counts as half a letter); one of the ways above."""

SAME: Likeness = (1.0, 0.0, EQUAL)
NONE: Likeness = (0.0, 9.0, FUZZY)
SPELLED = 0.98
TRANSLATED: Likeness = (0.96, 0.0, MEANING)
VOWELS_ONLY = 0.5
_SIZE = 500_000
_known: dict[tuple[str, str], Likeness] = {}
_THIN = str.maketrans({"b": "p", "d": "t", "g": "k", "q": "k", "c": "k", "z": "s", "j": "s", "l": "r",
                       **dict.fromkeys("aeiouywvh")})  # fmt: skip


def likeness(one: Token, other: Token) -> Likeness:
    """How alike two words are. Symmetric; remembered, for the same words meet again and again."""
    if one.text == other.text or (one.group and one.group == other.group):
        return SAME if one.text == other.text else TRANSLATED
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
    return _fuzzy(one, other, here, there)


def _fuzzy(one: Token, other: Token, here: Given | None, there: Given | None) -> Likeness:
    longest = max(len(one.text), len(other.text))
    if longest < 2:
        return NONE
    limit = 1 + longest // 2
    edits: float = OSA.distance(one.text, other.text, score_cutoff=limit)
    folded: float = OSA.distance(one.key, other.key, score_cutoff=limit)
    if one.skeleton == other.skeleton and len(one.skeleton) > 1:
        edits, folded = edits * (1 + VOWELS_ONLY) / 2, folded * VOWELS_ONLY
    share = max(1 - edits / longest, 0.98 - folded / max(len(one.key), len(other.key)))
    if here and there and min(edits, folded) >= 1:
        share = min(share, 0.72)  # two names that are both borne: "Marcel" is no misspelt "Marek"
    return (max(share, 0.0), min(edits, folded), FUZZY)


def _thin(one: Token, other: Token) -> Likeness:
    """A word without its vowels against one with them: by consonants alone, and never quite sure."""
    if one.key == other.key:
        return (0.95, 0.0, SOUND)
    left, right = bare(one.text), bare(other.text)
    longest = max(len(left), len(right))
    if not left or not right:
        return NONE
    if left == right:
        return (0.93 if longest > 2 else 0.88 if longest > 1 else 0.75, 0.0, SOUND)
    edits = OSA.distance(left, right)
    return (max(0.0, 0.95 - edits / longest), float(edits), SOUND)


def bare(text: str) -> str:
    """The classes of a word's consonants, half-vowels and h left out: all that an abjad and a syllabary both keep."""
    for two, one in (("sh", "s"), ("ch", "s"), ("ts", "s"), ("th", "t"), ("kh", "k"), ("gh", "k"), ("ph", "f")):
        text = text.replace(two, one)
    out = text.translate(_THIN)
    return "".join(c for n, c in enumerate(out) if not n or out[n - 1] != c)
