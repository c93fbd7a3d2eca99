"""The names of companies, organizations and things: what is their own, what is anybody's, what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from math import log1p

from rapidfuzz.distance import OSA

from primafacie.identity.alignment import Alignment
from primafacie.identity.comparisons.name_parts import told
from primafacie.identity.lexicon import lexicon
from primafacie.identity.likeness import EQUAL, SOUND
from primafacie.identity.names import FORM, GENERIC, INITIAL, NUMBER, PLACE, Name, Token

NAME = "body"
OWN = ("word", INITIAL)
HOUSE, FIRST = 0.4, 0.5
"""What a word such as "Group" and the number one count, where another word of its kind counts one."""


def values(left: Name, right: Name, met: Alignment) -> dict[str, float]:
    """What the two names measure, feature by feature; each value 0 or more, its weight says for or against."""
    own = sum(
        pair.weight * max(0.0, pair.likeness * 2 - 1) for pair in met.pairs if _own(pair.left) and _own(pair.right)
    )
    other = sum(pair.weight for pair in met.pairs if not (_own(pair.left) and _own(pair.right)))
    out = {
        "evidence": log1p(2 * own),
        "common": log1p(other),
        "spelling": sum(1 - pair.likeness for pair in met.pairs if pair.way != EQUAL),
        "worst": 1 - min((pair.likeness for pair in met.pairs), default=1.0),
        "edits": sum(min(pair.edits, 4.0) for pair in met.pairs),
        "no_core": float(own < 0.3),
        "thin": float(sum(pair.way == SOUND for pair in met.pairs)),
        "initials": float(len(met.initials)),
    }
    acronym = _acronym(met)
    if acronym:
        out["acronym"] = acronym
    here, there = _parts(_unslipped(left, right, met.left)), _parts(_unslipped(right, left, met.right))
    for kind in ("own", GENERIC, PLACE, NUMBER):
        one, two = here.get(kind, 0.0), there.get(kind, 0.0)
        name = kind.split()[0]
        out[f"{name}_differs"] = float(bool(one) and bool(two)) if kind == NUMBER else min(one, two)
        out[f"{name}_extra"] = 0.0 if kind == NUMBER and one and two else abs(one - two)
    if (here.get("own") and there.get(GENERIC)) or (here.get(GENERIC) and there.get("own")):
        out["swapped"] = 1.0
    if out["generic_extra"] and not out["generic_differs"] and _lone(met):
        out["lone"] = out["generic_extra"]
    if _antonyms(met):
        out["antonym"] = 1.0
    if left.forms and right.forms:
        out["form_differs" if not set(left.forms) & set(right.forms) else "form_same"] = 1.0
    return out


def _own(words: tuple[Token, ...]) -> bool:
    return any(t.kind in OWN for t in words)


def _parts(words: tuple[Token, ...]) -> dict[str, float]:
    out: dict[str, float] = {}
    for word in words:
        kind = "own" if word.kind in OWN else word.kind
        out[kind] = out.get(kind, 0.0) + (word.weight if kind == "own" else _telling(word))
    return out


def _acronym(met: Alignment) -> float:
    """How far an acronym that the other name's words spell is beyond chance: its letters behind the second."""
    letters = Counter(short.text for short, _ in met.initials)
    return float(max((count - 2 for text, count in letters.items() if count == len(text) > 2), default=0))


def _unslipped(name: Name, other: Name, left_over: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words left over without the other's legal form, a letter of which went wrong: "Oberwald Gmbb"."""
    if name.forms or not left_over or left_over[-1] is not name.tokens[-1]:
        return left_over
    last = left_over[-1].text
    forms = [t.text for t in other.tokens if t.kind == FORM]
    slipped = len(last) > 2 and any(OSA.distance(last, form, score_cutoff=1) <= 1 for form in forms)
    return left_over[:-1] if slipped else left_over


def _telling(word: Token) -> float:
    """How much a word that only one name has tells them apart: a line of business more than "Group", "2" than "1"."""
    if word.kind == GENERIC:
        return HOUSE if word.group in lexicon().house or not word.group else 1.0
    return FIRST if word.kind == NUMBER and word.code == "1" else 1.0


def _lone(met: Alignment) -> bool:
    """True where one word is all that two names share: "Oberwald", "Oberwald Bank"."""
    return sum(len(pair.left) for pair in met.pairs) < 2 or sum(len(pair.right) for pair in met.pairs) < 2


def _antonyms(met: Alignment) -> bool:
    known = lexicon().antonyms
    return any(frozenset((a.text, b.text)) in known for a in met.left for b in met.right)


def notes(left: Name, right: Name, met: Alignment) -> Iterator[tuple[str, str]]:
    """(feature, sentence) for what a reader should be told."""
    for pair in met.pairs:
        yield ("evidence" if _own(pair.left) and _own(pair.right) else "common"), told(pair)
    for one, other in met.initials:
        short, long = sorted((one.text, other.text), key=len)
        yield "initials", f"the letter {short.upper()} fits {long.title()}"
    for kind, word in (("own", "name"), (GENERIC, "word of business"), (PLACE, "place"), (NUMBER, "number")):
        here = [t.text.title() for t in met.left if (("own" if t.kind in OWN else t.kind) == kind)]
        there = [t.text.title() for t in met.right if (("own" if t.kind in OWN else t.kind) == kind)]
        name = kind.split()[0]
        if here and there:
            yield f"{name}_differs", f"{word} {' '.join(here)} against {' '.join(there)}"
        elif here or there:
            yield f"{name}_extra", f"only one of the names has the {word} {' '.join(here or there)}"
    if _antonyms(met):
        yield "antonym", "words of opposite meaning"
    if left.forms and right.forms and not set(left.forms) & set(right.forms):
        yield (
            "form_differs",
            f"legal forms of different classes ({', '.join(left.forms)}; {', '.join(right.forms)})".replace("_", "-"),
        )
