"""Cuts a name into words and looks each of them up."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from primafacie.identity.lexicon import SAFE_KEY, Given, lexicon
from primafacie.identity.names import OTHER, Token
from primafacie.identity.sounds import key, skeleton
from primafacie.identity.text import latin, script_of

MOST_WORDS = 40
"""Words of a name that are read."""
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼʻ`´′ʹ\u0300-\u036f]+[^\W_]+)*", re.UNICODE)
_DOTTED = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]\.\s?){2,}(?:[^\W\d_](?![^\W_]))?"
    r"|(?<![^\W_])[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2}){1,4}\.?(?![^\W_])"
)
_THIN = {"arabic", "hebrew", "han", "kana"}
_RARE = 8


def cut(text: str, *, dotted: bool) -> list[str]:
    """The words as written, at most ``MOST_WORDS``; with ``dotted`` "G.m.b.H." and "A. B. C." are one word each."""
    if dotted and "." in text:
        text = _DOTTED.sub(lambda found: found[0].replace(".", "").replace(" ", "") + " ", text)
    return _WORD.findall(text)[:MOST_WORDS]


@lru_cache(maxsize=200_000)
def token(word: str) -> Token | None:
    """The word as a bare token, not yet weighed; None where it has neither letters nor figures."""
    text = latin(word)
    kind = script_of(word)
    if kind == "latin":
        return made(text) if text else None
    raw = word.translate(lexicon().simplified) if kind == "han" else ""
    return replace(made(text, kind in _THIN), raw=raw) if text else None


@lru_cache(maxsize=200_000)
def made(text: str, thin: bool = False, kind: str = OTHER, weight: float = 1.0) -> Token:
    """A token of Latin letters."""
    folded = key(text)
    return Token(text, folded, skeleton(folded), kind, weight, thin=thin)


def given(word: Token) -> Given | None:
    """What the lexicon knows of the word as a given name."""
    names = lexicon().given
    return names.get(word.text) or (names.get(word.key) if len(word.key) >= SAFE_KEY else None)
