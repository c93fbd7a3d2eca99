"""Reads names of companies, organizations and things: legal form, words of business, places and numbers set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from primafacie.identity.lexicon import lexicon
from primafacie.identity.names import FORM, GENERIC, INITIAL, NUMBER, OTHER, PARTICLE, PLACE, THING, TITLE, Name, Token
from primafacie.identity.words import cut, made, token

GENERIC_WEIGHT, PLACE_WEIGHT, NUMBER_WEIGHT, FORM_WEIGHT = 0.35, 0.5, 0.4, 0.05
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th|er|e|i|y|ya|oy)$")
_DIGITS = re.compile(r"^\d+$")
_TAIL = re.compile(r"(?<=[a-z]{3})(AG|GmbH|LLC|Ltd|Inc|PLC|SE|SA|NV|BV|AB|SpA|OOO|JSC)\b")
_WEAK = "weak"


def telling(text: str) -> bool:
    """True where the words say that the name is no person's: a legal form, or words of business in company."""
    known = lexicon()
    words = [t.text for t in map(token, cut(text, dotted=True)) if t]
    if len(words) < 2:
        return False
    ends = (tuple(words[-n:]) for n in range(1, min(len(words) - 1, known.form_words) + 1))
    if any(end in known.forms and known.forms[end] != _WEAK and end[0] not in known.form_doubtful for end in ends):
        return True
    if (words[0] in known.form_start and words[0] not in known.form_doubtful) or known.form_anywhere & set(words):
        return True
    business = sum(word in known.companies or word in known.abbreviations for word in words)
    if business >= 2 or (business and set(words) & {"of", "and", "the", "for"}):
        return True
    return len(words) == 2 and words[-1] in known.companies


def read(text: str, schema: str, family: str) -> Name:
    """The name of a company, an organization or a thing."""
    words = cut(_TAIL.sub(r" \1", text), dotted=True)
    pairs = [(found, word) for found, word in ((token(word), word) for word in words) if found]
    tokens = _letters([found for found, _ in pairs])
    written = [word for _, word in pairs] if len(tokens) == len(pairs) else [t.text for t in tokens]
    taken = _forms(tokens)
    forms = tuple(dict.fromkeys(kind for _, _, kind in taken if kind != _WEAK))
    inside = {n for start, end, _ in taken for n in range(start, end)}
    out = []
    for n, word in enumerate(tokens):
        if n in inside:
            out.append(replace(word, kind=FORM, weight=FORM_WEIGHT))
        elif family == THING and n == 0 and len(tokens) > 1 and word.text in lexicon().ship:
            out.append(replace(word, kind=TITLE, weight=0.02))
        else:
            out.append(_weighed(word, n > 0, written[n].isupper()))
    core = tuple(t for t in out if t.kind not in (FORM, PARTICLE, TITLE))
    core = core or tuple(t for t in out if t.kind != FORM) or tuple(out)
    return Name(text, schema, family, True, tuple(out), core, forms, "", sum(t.weight for t in core))


def _letters(tokens: list[Token]) -> list[Token]:
    """Single letters in a row as one word: "J P Morgan", "S A R L"."""
    out: list[Token] = []
    run: list[Token] = []
    for word in (*tokens, None):
        if word and len(word.text) == 1 and word.text.isalpha():
            run.append(word)
            continue
        if len(run) > 1:
            out.append(made("".join(t.text for t in run)))
        else:
            out += run
        run = []
        if word:
            out.append(word)
    return out


def _forms(tokens: Sequence[Token]) -> list[tuple[int, int, str]]:
    """Where legal forms stand, as (start, end, class): at the end, at the start, and plain ones anywhere."""
    known = lexicon()
    texts = [t.text for t in tokens]
    found = []
    last = len(texts)
    while last > 1:
        size = next(
            (n for n in range(min(known.form_words, last - 1), 0, -1) if tuple(texts[last - n : last]) in known.forms),
            0,
        )
        if not size:
            if texts[last - 1] in ("and", "y", "und") and last < len(texts):
                last -= 1
                continue
            break
        found.append((last - size, last, known.forms[tuple(texts[last - size : last])]))
        last -= size
    first = 0
    while first < last - 1 and texts[first] in known.form_heads:
        size = next(
            (
                n
                for n in range(min(known.form_words, last - 1 - first), 0, -1)
                if tuple(texts[first : first + n]) in known.forms and (n > 1 or texts[first] in known.form_start)
            ),
            0,
        )
        if not size:
            break
        found.append((first, first + size, known.forms[tuple(texts[first : first + size])]))
        first += size
    for n in range(first, last):
        if texts[n] in known.form_anywhere and last - first > 1:
            found.append((n, n + 1, known.forms.get((texts[n],), _WEAK)))
    return found


@lru_cache(maxsize=200_000)
def _weighed(word: Token, later: bool, upper: bool) -> Token:
    known = lexicon()
    text = known.abbreviations.get(word.text, word.text)
    number = _number(text, later, upper)
    if number:
        return replace(word, kind=NUMBER, weight=NUMBER_WEIGHT, code=number, key=number, skeleton=number)
    if text in known.small:
        return replace(word, kind=PARTICLE, weight=0.05)
    group = known.companies.get(text, 0)
    if group:
        plain = made(text)
        return replace(plain, kind=GENERIC, weight=GENERIC_WEIGHT, group=group)
    if text in known.places:
        return replace(word, kind=PLACE, weight=PLACE_WEIGHT, code=known.places[text])
    if len(text) == 1:
        return replace(word, kind=INITIAL, weight=0.3)
    return replace(word, kind=OTHER, weight=1.0 if len(text) > 3 else 0.85)


def _number(text: str, later: bool, upper: bool) -> str:
    if _DIGITS.match(text):
        return text.lstrip("0") or "0"
    ordinal = _ORDINAL.match(text)
    if ordinal:
        return ordinal[1]
    value = lexicon().numerals.get(text, "")
    if not value or (set(text) <= set("ivx") and not (later and upper)):
        return ""
    return value
