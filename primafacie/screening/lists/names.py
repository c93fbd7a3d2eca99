"""Names as lists print them, taken apart: "SURNAME, Given", brackets, "a.k.a.", strokes, several spellings in one cell.

A name that a publisher prints with its variants inside is given as each of its readings, so that a comparison sees
names and never an editor's brackets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from primafacie.screening.lists.countries import country

_SUFFIX = re.compile(r"^(?:jr|sr|[iv]{1,3}|ph\.?d|dr|md)\.?$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*")
_ITEM = re.compile(r"(?:^|[\s,;])\(?[a-z]\)\s", re.IGNORECASE)
_ALSO = re.compile(
    r"^(?:also )?(?:a\.?k\.?a\.?|f\.?k\.?a\.?|alias|known as|or|alternatively|previously|formerly)\s*:?\s+(?=\S)",
    re.IGNORECASE,
)
_BORN = re.compile(r"^(?:born|née?|nee|maiden name)\s*:?\s+(?=\D+$)", re.IGNORECASE)
_SCRIPT = re.compile(
    r"^(?:(?:as )?(?:previously|formerly) listed(?: as)?[,.]?\s*)?(?:in\s+)?(?:the\s+)?"
    r"(?:original script|[A-Z][a-z]+(?: (?:spelling|script))?|[A-Z][a-z]+ and [A-Z][a-z]+ spelling)\s*:\s*"
    r"(?=.*[^\x00-\u024f])",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"date of birth|place of birth|\bDOB\b|\bPOB\b|\bborn\b|listed|passport|\bname\b|spelling|identity|deceased|"
    r"\d\.\d|^the \w+|branch$|original script|transliteration",
    re.IGNORECASE,
)
_NICK = re.compile(r"nom de guerre|combat name|nickname|call sign|alias$|kunya|title", re.IGNORECASE)
_JOINED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Scripts that put no space between the words of a name: one word there is a whole name."""
_EDGES = " ,;:.*/\t"
_NO_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d\u202e"))
"""Marks of direction around names in Arabic."""
_QUOTES = "\"“”„'‘’«»"
_APART = re.compile(r"[(/;:\d]|\bor\b|a\.k\.a|\bborn\b")
"""What a name that says one thing only does not have."""
_OR = re.compile(r"\s+(?:or|a\.k\.a\.)\s+(?![^(]*\))")
_AKA = re.compile(r"\s+[af]\.k\.a\.:?\s*(?![^(]*\))")
_LABEL = re.compile(
    r"^(?:(?:Married|Maiden|Original|Full|Real|Stage) name|[A-Z][A-Za-z]+(?: (?:spelling|script))?)\s*:\s*"
)
_BIRTH = re.compile(r"[,.]?\s+(?:born\b|date of birth|place of birth|DOB\b|POB\b).*$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONGEST_PRINTED = 20_000
"""Characters of a cell of names; a longer one is no list of names, and is left as it is."""
MOST_READINGS = 12
"""Of one printed name; more would be an accident of punctuation."""


def natural(name: str) -> str:
    """ "SURNAME, Given Names, Jr." as it is said: "Given Names SURNAME Jr."; a name without a comma as it is."""
    surname, *rest = [piece.strip() for piece in name.split(",")]
    rest = [piece for piece in rest if piece]
    if not rest:
        return surname or name.strip()
    after = [piece for piece in rest[1:] if _SUFFIX.match(piece)]
    given = [rest[0], *(piece for piece in rest[1:] if not _SUFFIX.match(piece))]
    if _SUFFIX.match(rest[0]) and len(rest) == 1:
        return f"{surname} {rest[0]}"
    return " ".join([*given, surname, *after]).strip()


def single(name: str) -> bool:
    """Whether the name is one word of a script that parts words: no more than a hint who is meant."""
    return len(name.split()) < 2 and not _JOINED.search(name)


def sorted_out(names: Iterator[str] | list[str] | tuple[str, ...], person: bool) -> tuple[list[str], list[str]]:
    """Names after the main one, strong and weak: a person's name of one word, and an acronym, are weak."""
    strong: list[str] = []
    weak: list[str] = []
    for name in names:
        (weak if single(name) and (person or _acronym(name)) else strong).append(name)
    return strong, weak


def _acronym(name: str) -> bool:
    letters = [c for c in name if c.isalpha()]
    return 0 < len(letters) <= 6 and sum(c.isupper() for c in letters) * 2 > len(letters)


@lru_cache(maxsize=32768)
def readings(printed: str, person: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names in a cell that may print several, the strong and the weak, with brackets, strokes and notes read.

    "Maher (a.k.a. Mahir) ROE" is "Maher ROE" and "Mahir ROE"; "Acme Trading (AT) Ltd" is that, "Acme Trading Ltd" and,
    weak, "AT"; "John / Jon DOE" is both. A name without any of this comes back as it is.
    """
    text = " ".join(printed.translate(_NO_MARKS).split())
    if len(text) > LONGEST_PRINTED or not (_APART.search(text) or _mixed(text)):
        cleaned = _clean(text)
        return ((cleaned,) if cleaned else (), ())
    strong: dict[str, None] = {}
    weak: dict[str, None] = {}
    for piece in _pieces(text, person):
        for name, strength in _bracketed(piece, person):
            for reading in (one for half in _halves(name) for one in _strokes(half, person)):
                cleaned = _clean(reading)
                if sum(c.isalpha() for c in cleaned) > 1 and not (person and _YEAR.search(cleaned)):
                    hint = person and strong and single(cleaned)
                    (strong if strength and not hint else weak).setdefault(cleaned)
    kept = tuple(strong)[:MOST_READINGS]
    return kept, tuple(name for name in weak if name not in strong)[:MOST_READINGS]


def _clean(name: str) -> str:
    text = unicodedata.normalize("NFC", " ".join(name.replace("()", " ").split()))
    if _APART.search(text):
        text = _LABEL.sub("", _ALSO.sub("", _BIRTH.sub("", text), count=1), count=1)
    text = text.strip(_EDGES + "()") if text.count("(") != text.count(")") else text.strip(_EDGES)
    if text[:1] in _QUOTES and text[-1:] in _QUOTES and sum(text.count(quote) for quote in _QUOTES) == 2:
        text = text[1:-1].strip(_EDGES)
    return text + "." if re.search(r"\b(?:Co|Ltd|Inc|Corp|Jr|Sr|[A-Z]\.[A-Z])$", text) and f"{text}." in name else text


def _pieces(text: str, person: bool) -> Iterator[str]:
    """Parts that are names of their own: at semicolons, at " / ", at "(a) … (b) …", at "or" between people."""
    for listed in _ITEM.split(_flat(text)):
        for part in _outside(listed, ";"):
            for side in _outside(part, " / "):
                yield from (_OR if person else _AKA).split(side)


def _flat(text: str) -> str:
    """The text with brackets inside brackets opened: "(born ROE (Роу))" says "(born ROE; Роу)"."""
    if text.count("(") < 2:
        return text
    depth = 0
    made: list[str] = []
    for letter in text:
        depth = max(0, depth + (letter == "(") - (letter == ")" and bool(made)))
        inner = (letter == "(" and depth > 1) or (letter == ")" and depth > 0)
        made.append(("; " if letter == "(" else "") if inner else letter)
    return "".join(made)


def _outside(text: str, mark: str) -> Iterator[str]:
    """Parts at a mark that stands outside brackets."""
    if mark not in text or "(" not in text:
        yield from text.split(mark)
        return
    depth, start = 0, 0
    for at, letter in enumerate(text):
        depth = max(0, depth + (letter == "(") - (letter == ")"))
        if depth == 0 and text.startswith(mark, at):
            yield text[start:at]
            start = at + len(mark)
    yield text[start:]


def _bracketed(text: str, person: bool) -> Iterator[tuple[str, bool]]:
    """The name without its brackets, and what the brackets say beside it; True for strong."""
    found = list(_BRACKET.finditer(text))
    if not found or len(found) > MOST_READINGS:
        yield text, True
        return
    bare = " ".join(_BRACKET.sub(" ", text).split())
    nick = any(_NICK.search(bracket[1]) for bracket in found)
    if not person and not any(_NOTE.search(bracket[1]) or _SCRIPT.match(bracket[1]) for bracket in found):
        if not any(";" in bracket[1] for bracket in found):
            yield text, True
        if all(len(bracket[1]) > 3 and country(bracket[1]) for bracket in found):  # a branch, and part of the name
            return
    if bare:
        yield bare, not nick
    for bracket in found:
        yield from _said_inside(text, bracket, bare, person)


def _said_inside(text: str, bracket: re.Match[str], bare: str, person: bool) -> Iterator[tuple[str, bool]]:
    inner = bracket[1].strip()
    if script := _SCRIPT.match(inner):
        yield inner[script.end() :], True
        return
    born, also = _BORN.match(inner), _ALSO.match(inner)
    if opening := born or also:
        inner = inner[opening.end() :]
    if not born and (_NOTE.search(inner) or _NICK.search(inner) or inner.isdigit()):
        return
    rest = " ".join(_BRACKET.sub(" ", text[bracket.end() :]).split())
    for variant in re.split(r"\s*[;,]\s*|\s+(?:or|a\.k\.a\.)\s+", inner):
        words = variant.split()
        if not person:
            yield variant, not single(variant) and len(variant) > 3
        elif len(words) > 1:
            yield variant, not rest  # in the middle it stands for a part of the name, nobody knows which
        elif words and born and _same_script(variant, bare):
            yield " ".join([*bare.split()[:-1], variant]), True
        elif words and _same_script(variant, bare) and (before := text[: bracket.start()].split()):
            yield f"{_BRACKET.sub(' ', ' '.join(before[:-1]))} {variant} {rest}", True
        elif words:
            yield variant, False


def _same_script(one: str, two: str) -> bool:
    return (max(one, default="a") < "\u0250") == (max(two, default="a") < "\u0250")


def _halves(text: str) -> Iterator[str]:
    """The name in Latin letters and the same in another script, where one follows the other with nothing between."""
    if not _mixed(text):
        yield text
        return
    words = _NAMED_SCRIPT.sub(" ", text).split()
    latin = [_latin(word) for word in words]
    turn = latin.index(not latin[0]) if len(set(latin)) > 1 else 0
    if turn < 2 or len(words) - turn < 2 or any(side == latin[0] for side in latin[turn:]):
        yield text
        return
    yield " ".join(words[:turn])
    yield " ".join(words[turn:])


_NAMED_SCRIPT = re.compile(r"\s(?:in )?(?:Russian|Belarus+ian|Ukrainian|Arabic|Persian|Chinese|Korean)\s*:\s")


def _mixed(text: str) -> bool:
    return not text.isascii() and len({_latin(word) for word in text.split()}) > 1


def _latin(word: str) -> bool:
    letters = [c for c in word if c.isalpha()]
    return not letters or max(letters) < "\u0250"


def _strokes(text: str, person: bool) -> Iterator[str]:
    """Readings of "Artyom/Artem ROE" and "John DOE/Jon DOE"."""
    text = re.sub(r"\s*/\s*", "/", text).strip("/ ")
    if "/" not in text:
        yield text
        return
    sides = text.split("/")
    if all(len(side.split()) > 1 for side in sides) or (not person and all(len(side.split()) == 1 for side in sides)):
        yield from sides
        return
    if not person:
        yield text
        return
    made = [""]
    for word in text.split():
        made = [f"{head} {option}".strip() for head in made for option in word.split("/") if option][:MOST_READINGS]
    yield from made
