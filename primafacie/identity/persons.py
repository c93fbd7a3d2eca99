"""Reads names of people: given names, surnames, patronymics and initials, in the orders that cultures write them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from primafacie.identity.lexicon import lexicon
from primafacie.identity.names import GIVEN, INITIAL, PARTICLE, PATRONYMIC, PERSON, SURNAME, TITLE, Name, Token
from primafacie.identity.text import script
from primafacie.identity.words import cut, given, made, token

WEIGHTS = {PARTICLE: 0.05, TITLE: 0.02, INITIAL: 0.25}
RARE_GIVEN, KNOWN_GIVEN, COMMON_GIVEN, COMMON_SURNAME = 1.0, 0.75, 0.5, 0.6
"""How much a word tells. After the frequencies of names: a handful is borne by a tenth of all people."""
_PATRONYMIC = re.compile(
    r".{2,}(?:[oaei]?v[iy](?:ch|tch|c|tsch|ts|tj|tsh|sh|tz|cz)|[oei]v(?:na|n[ay])|[iy](?:nichna|chna)|yevna|(?:il|lyk|uzm)ich|avich|auna|ivna)$"
)
_PATRONYMIC_ENDS = frozenset("hcsjzay")
"""Their last letters; asking for these first is what makes it fast."""
_ALSO = re.compile(
    r"(?<=\w)\W*\(?\b(?:a\.?\s?k\.?\s?a\b|alias\b|also known as\b|née\b|он же\b|она же\b).*", re.IGNORECASE
)
"""Where a second name begins that a list has printed behind the first."""
_ABD = {"abd", "abdul", "abdel", "abdal", "abdou", "abdoul", "abdi", "abdur", "abdol"}
_ARTICLES = {"al", "el", "ul", "ur", "ar", "er", "as", "es", "az", "ez", "an", "ad", "ed", "ud", "at", "il", "ol"}
_DIN = {"din", "deen", "dine", "dein", "dyn"}
_UDDIN = {
    "uddin",
    "eddin",
    "eddine",
    "aldin",
    "addin",
    "aldeen",
    "eldin",
    "uddeen",
    "oddin",
    "uldin",
    "eldine",
    "aldine",
}
_ULLAH = {"ullah", "allah", "ulla", "olah", "ollah", "alla", "oullah"}
_NUMERALS = {"ii": "2", "iii": "3", "iv": "4"}


def read(text: str, schema: str, certain: bool) -> Name:
    """The name of a person."""
    before, comma, behind = _ALSO.split(text, maxsplit=1)[0].partition(",")
    turned = bool(comma) and "," not in behind and len(before.split()) <= 4
    words = cut(before, dotted=False) if turned else cut(before + " " + behind, dotted=False)
    marked = len(words) if turned else 0
    words += cut(behind, dotted=False) if turned else []
    words = [*_characters(words[0])] if len(words) == 1 else words
    tokens = [found for found in map(token, words) if found]
    if turned and len(tokens) == len(words):
        rest, family = tokens[marked:], tokens[:marked]
        if not rest or all(t.text in lexicon().suffixes or t.text in lexicon().after for t in rest):
            turned = False
        else:
            tokens, marked = rest + family, len(family)
            words = words[len(words) - len(rest) :] + words[: len(family)]
    capitals = _capitals(words) if len(tokens) == len(words) and not turned else ()
    surname = set(range(len(tokens) - marked, len(tokens))) if turned else set(capitals)
    return _assembled(text, schema, certain, tokens, surname)


def _characters(word: str) -> tuple[str, ...]:
    """A Chinese name of two to four characters as surname and given name; other words as they are."""
    if word.isascii() or not 2 <= len(word) <= 4 or any(script(c) != "han" for c in word):
        return (word,)
    first = 2 if len(word) == 4 else 1
    return word[:first], word[first:]


def _capitals(words: Sequence[str]) -> tuple[int, ...]:
    """Which words are the surname by their capitals: "Niels Oscar TROOST"."""
    upper = tuple(n for n, word in enumerate(words) if len(word) > 1 and word.isupper())
    return upper if 0 < len(upper) < len(words) and any(w[1:].islower() for w in words) else ()


def _assembled(text: str, schema: str, certain: bool, tokens: list[Token], surname: set[int]) -> Name:
    known = lexicon()
    marks = [n in surname for n in range(len(tokens))]
    suffix = ""
    while len(tokens) > 2 and (
        tokens[-1].text in known.suffixes or tokens[-1].text in _NUMERALS or tokens[-1].text in known.after
    ):
        suffix = known.suffixes.get(tokens[-1].text) or _NUMERALS.get(tokens[-1].text) or suffix
        tokens, marks = tokens[:-1], marks[:-1]
    first = _titles(tokens)
    titles = [weighed(t, TITLE) for t in tokens[:first]]
    tokens, marks = _joined(tokens[first:], marks[first:])
    named = tuple(_kinds(tokens, marks))
    core = tuple(t for t in named if t.kind != PARTICLE) or named
    return Name(text, schema, PERSON, certain, (*titles, *named), core, (), suffix, sum(t.weight for t in core))


def _titles(tokens: Sequence[Token]) -> int:
    """How many words at the start are titles: never all, and words that are names as well only before two others."""
    known = lexicon()
    first = 0
    while first < len(tokens) - 1:
        left = len(tokens) - first - 1
        text = tokens[first].text
        if text not in known.titles or (text in known.soft_titles and left < 2):
            break
        first += 1
    return first


def _joined(tokens: list[Token], marks: list[bool]) -> tuple[list[Token], list[bool]]:
    """Names that Arabic writes in two words and the West in one: Abd al-Rahman, Saif ud-Din, Habib Ullah."""
    if not any(t.text in _ABD or t.text in _DIN or t.text in _UDDIN or t.text in _ULLAH for t in tokens):
        return tokens, marks
    out: list[Token] = []
    kept: list[bool] = []
    n = 0
    while n < len(tokens):
        word, step = tokens[n], 1
        if word.text in _ABD and n + 1 < len(tokens):
            step = 2
            if tokens[n + 1].text in _ARTICLES and n + 2 < len(tokens):
                step = 3
            last = tokens[n + step - 1].text
            word = made("abdullah" if last in _ULLAH else word.text + last, word.thin)
        elif out and word.text in _DIN and n and tokens[n - 1].text in _ARTICLES and len(out) > 1:
            out.pop()
            kept.pop()
            word = made(out.pop().text + "uddin", word.thin)
            kept.pop()
        elif out and (word.text in _UDDIN or word.text in _ULLAH):
            word = made(out.pop().text + ("uddin" if word.text in _UDDIN else "ullah"), word.thin)
            kept.pop()
        out.append(word)
        kept.append(marks[n + step - 1])
        n += step
    return out, kept


def _kinds(tokens: Sequence[Token], marks: Sequence[bool]) -> list[Token]:
    known = lexicon()
    names = [n for n, t in enumerate(tokens) if len(t.text) > 1 and t.text not in known.particles]
    if not names:
        names = list(range(len(tokens)))
    fathers = _fathers(tokens, names)
    last = _surname(tokens, names, marks, fathers)
    out = []
    for n, word in enumerate(tokens):
        if n not in names:
            kind = (
                INITIAL
                if (len(word.text) == 1 and word.text not in ("y", "e", "i")) or not word.text.isalpha()
                else PARTICLE
            )
            if len(word.text) == 1 and kind == PARTICLE and n in (0, len(tokens) - 1):
                kind = INITIAL
        elif n in fathers:
            kind = PATRONYMIC
        else:
            kind = SURNAME if n in last else GIVEN
        out.append(weighed(word, kind))
    return out


def _fathers(tokens: Sequence[Token], names: Sequence[int]) -> set[int]:
    """Which words are patronymics: by their ending, with a given name and a surname beside them, or after "bin"."""
    known = lexicon()
    found = {n for n in names if n and tokens[n - 1].text in known.sons and n != names[0]}
    if len(names) >= 3:
        ending = [n for n in names if tokens[n].text[-1] in _PATRONYMIC_ENDS and _PATRONYMIC.match(tokens[n].text)]
        if ending:
            # "Roman Arkadyevich Abramovich": the surname may end like one, then it stands first or last
            found.add(ending[0] if ending[0] != names[0] or len(ending) == 1 else ending[1])
    elif len(names) == 2:
        two = names[1]
        if _PATRONYMIC.match(tokens[two].text) and two != len(tokens) - 1:
            found.add(two)
    return found


def _surname(tokens: Sequence[Token], names: Sequence[int], marks: Sequence[bool], fathers: set[int]) -> set[int]:
    """Which words are the surname."""
    marked = {n for n in names if marks[n]}
    if marked:
        return marked
    if len(names) < 2:
        return set(names)
    known = lexicon()
    first, last = names[0], names[-1]
    asian = tokens[first].text in known.surnames_first and tokens[last].text not in known.surnames_first
    if asian and given(tokens[first]) is None:
        return {first}
    if fathers and last in fathers and not known.sons & {t.text for t in tokens}:
        return {first}
    if given(tokens[last]) is not None and given(tokens[first]) is None and len(names) == 2:
        return {first}
    return {last}


@lru_cache(maxsize=200_000)
def weighed(word: Token, kind: str) -> Token:
    """The token with its kind, and the weight that the word has as such."""
    weight = WEIGHTS.get(kind)
    known = lexicon()
    if weight is None:
        name = given(word)
        if word.text in known.kunya:
            weight = 0.15
        elif word.text in known.titles and word.text not in known.soft_titles:
            weight = 0.3
        elif word.text in known.common_given or word.key in known.common_given:
            weight = COMMON_GIVEN
        elif word.text in known.surnames:
            weight = COMMON_SURNAME
        elif name:
            weight = KNOWN_GIVEN
        else:
            weight = RARE_GIVEN if len(word.text) > 3 else 0.8
    return replace(word, kind=kind, weight=weight)
