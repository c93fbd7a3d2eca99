"""Reads names of companies, organizations and things: legal form, words of business, places and numbers set apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from primafacie.identity.lexicon import lexicon
from primafacie.identity.names import FORM, GENERIC, INITIAL, NUMBER, OTHER, PARTICLE, PLACE, THING, TITLE, Name, Token
from primafacie.identity.text import latin
from primafacie.identity.words import cut, made, token

GENERIC_WEIGHT, PLACE_WEIGHT, NUMBER_WEIGHT, FORM_WEIGHT = 0.35, 0.5, 0.4, 0.05
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th|er|e|i|y|ya|oy)$")
_DIGITS = re.compile(r"^\d+$")
_TAIL = re.compile(r"(?<=[a-z]{3})(AG|GmbH|LLC|Ltd|Inc|PLC|SE|SA|NV|BV|AB|SpA|OOO|JSC)\b")
_TENS = {"20", "30", "40", "50", "60", "70", "80", "90"}
PROMOTED_WEIGHT = 0.6
_LONG_FORMS = ("aktiengesellschaft", "incorporated", "corporation", "aktiebolag", "kommanditgesellschaft")
_SEAMS = re.compile(
    r"(?<=[\u3040-\u9fff\uac00-\ud7af])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[\u3040-\u9fff\uac00-\ud7af])"
    r"|(?=(?:股份|有限|株式会社|合同会社|集团|集團|주식회사))|(?<=株式会社)|(?<=有限会社)|(?<=주식회사)"
)
"""Where a word of a script without blanks ends: at Latin letters, and at a legal form."""
_BRACKETS = re.compile(r"\(([^()]{1,60})\)")
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
    if words[-1] not in known.companies or words[-1] in known.surnames:
        return False
    # "Oberwald Baltic Shipping"; where a given name stands before it, the last word may be somebody's surname
    return len(words) == 2 or not any(word in known.given for word in words[:-1])


def read(text: str, schema: str, family: str) -> Name:
    """The name of a company, an organization or a thing."""
    text = _BRACKETS.sub(lambda found: _bracket(found, text), text)
    text = text if text.isascii() else _SEAMS.sub(" ", text)
    words = cut(_TAIL.sub(r" \1", text).replace("%", " percent ").replace(" & ", " and "), dotted=True)
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
    out = _promoted(_summed(out))
    core = tuple(t for t in out if t.kind not in (FORM, PARTICLE, TITLE))
    core = core or tuple(t for t in out if t.kind != FORM) or tuple(out)
    return Name(text, schema, family, True, tuple(out), core, forms, "", sum(t.weight for t in core))


def _bracket(found: re.Match[str], text: str) -> str:
    """What stands in brackets, unless it only repeats the name or its initials: "Oberwald Bank AG (Oberwald)"."""
    inside = {latin(word) for word in cut(found[1], dotted=True)}
    outside = [latin(word) for word in cut(text[: found.start()] + " " + text[found.end() :], dotted=True)]
    initials = "".join(word[:1] for word in outside)
    repeated = bool(outside) and (inside <= set(outside) or any(len(word) > 2 and word in initials for word in inside))
    return " " if repeated else found[0]


def _summed(tokens: list[Token]) -> list[Token]:
    """Tens and units in words as one number: "Forty-Four", "Forty 4"."""
    out: list[Token] = []
    for word in tokens:
        before = out[-1] if out else None
        if (
            before
            and before.kind == word.kind == NUMBER
            and not before.text.isdigit()
            and before.code in _TENS
            and len(word.code) == 1
        ):
            code = str(int(before.code) + int(word.code))
            out[-1] = replace(before, text=code, key=code, skeleton=code, code=code)
        else:
            out.append(word)
    return [replace(t, text=t.code) if t.kind == NUMBER else t for t in out]


def _promoted(tokens: list[Token]) -> list[Token]:
    """A name of common words only is told by them: "International Labour Organization", "First International Bank"."""
    if any(t.kind in (OTHER, INITIAL) for t in tokens):
        return tokens
    return [replace(t, kind=OTHER, weight=PROMOTED_WEIGHT) if t.kind == GENERIC else t for t in tokens]


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
    if last > 1 and len(texts[-1]) > 9 and (texts[-1],) not in known.forms:
        texts[-1] = _respelled(texts[-1])
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


@lru_cache(maxsize=20_000)
def _respelled(word: str) -> str:
    """A long legal form with a letter or two gone wrong as it should be: "Aktiengeselschaft"."""
    return next((form for form in _LONG_FORMS if OSA.distance(word, form, score_cutoff=2) <= 2), word)


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
    code = known.places.get(text, "")
    if code:
        region = len(code.partition(":")[0]) > 2
        return replace(word, kind=GENERIC) if region else replace(word, kind=PLACE, weight=PLACE_WEIGHT, code=code)
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
