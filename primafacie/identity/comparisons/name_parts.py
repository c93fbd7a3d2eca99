"""The names of people, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log1p

from rapidfuzz.distance import Prefix

from primafacie.identity.alignment import Alignment, Pair
from primafacie.identity.lexicon import lexicon
from primafacie.identity.likeness import EQUAL, FUZZY, MEANING, SOUND, SPELLING, likeness
from primafacie.identity.names import GIVEN, PARTICLE, PATRONYMIC, SURNAME, Name, Token
from primafacie.identity.words import given

NAME = "person"
PLENTY = 1.6
"""Evidence that carries a name with a part more than the other: two rare words, or three common ones."""
EASTERN = 9
"""Letters below which a word may be a Chinese or Korean given name."""
HALF = 0.5
"""Up to this likeness a pair is no evidence."""
SURE = 0.8
"""Pairs below this likeness count as agreeing only in part."""


def values(left: Name, right: Name, met: Alignment) -> dict[str, float]:
    """What the two names measure, feature by feature; each value 0 or more, its weight says for or against."""
    weight, spelling, edits, worst, ending, thin = 0.0, 0.0, 0.0, 1.0, 0.0, 0
    for pair in met.pairs:
        like = pair.likeness
        if like > HALF:
            weight += pair.weight * (like * 2 - 1)
        if pair.way != EQUAL:
            spelling += 1 - like
            edits += min(pair.edits, 4.0)
            worst = min(worst, like)
            thin += pair.way == SOUND
            ending = max(ending, _ending(pair))
    full = _full(left, right, met)
    rest = min(len(met.left), len(met.right))
    out = {
        "evidence": log1p(2 * weight + 0.3 * len(met.initials)),
        "spelling": spelling,
        "worst": 1 - worst,
        "edits": edits,
        "ending": ending,
    }
    if rest:
        _contradicted(met, rest, out)
    more = met.left if len(met.left) > len(met.right) else met.right
    if len(more) > rest:
        out["extra"] = sum(sorted(t.weight for t in more)[: len(more) - rest])
        out["half"] = float(len(met.pairs) < 2)
        out["unsure"] = max(0.0, PLENTY - out["evidence"])
        out["syllable"] = float(not rest and _eastern(met, more))
    if met.initials:
        out["initials"] = float(len(met.initials))
        if any(long.kind == SURNAME or short.kind == SURNAME for short, long in met.initials):
            out["surname_initial"] = 1.0
    if full < 2:
        out["bare"] = float(2 - full)
    if met.crossed:
        out["order"] = 1.0
    if _fathers_crossed(met):
        out["father"] = 1.0
    if left.suffix != right.suffix:
        out["generation"] = 1.0 if left.suffix and right.suffix else 0.3
    if _genders(met):
        out["gender"] = 1.0
    if thin:
        out["thin"] = float(thin)
        if met.left or met.right:
            out["thin_extra"] = 1.0
    return out


def _ending(pair: Pair) -> float:
    """How far two words part that begin alike and end otherwise, by a syllable or more: "Ferralbo", "Ferralbese"."""
    if pair.way != FUZZY or pair.left[0].raw:
        return 0.0
    one, other = pair.left[0].text, pair.right[0].text
    alike = Prefix.similarity(one, other)
    return float(min(len(one), len(other)) > alike and max(len(one), len(other)) > alike + 1 and one[-1] != other[-1])


def _eastern(met: Alignment, more: tuple[Token, ...]) -> bool:
    """A given name more beside a Chinese or Korean surname: these are written in full or not at all."""
    surnames = lexicon().surnames_first
    shared = [t for p in met.pairs for t in (p.left[0], p.right[0]) if SURNAME in (p.left[0].kind, p.right[0].kind)]
    return any(t.text in surnames for t in shared) and any(t.kind == GIVEN and len(t.text) < EASTERN for t in more)


def _full(left: Name, right: Name, met: Alignment) -> int:
    """How many words agree; two written as one ("Abdul Haq") are two."""
    agreed = sum(max(len(pair.left), len(pair.right)) for pair in met.pairs if pair.likeness >= SURE)
    return agreed + (agreed == 1 and left.wordy and right.wordy)


def _contradicted(met: Alignment, rest: int, out: dict[str, float]) -> None:
    sides = (met.left, met.right), (met.right, met.left)
    best = [_likest(some, others, rest, bool(met.pairs)) for some, others in sides]
    out["contradiction"] = 1.0
    out["contested"] = max(0.0, out["evidence"] - PLENTY / 2)
    out["contradicted"] = sum(weight for weight, _ in best) / 2
    out["nearly"] = sum(near for _, near in best) / 2
    kinds = {t.kind for t in met.left}, {t.kind for t in met.right}
    out["surname"] = float(SURNAME in kinds[0] and SURNAME in kinds[1])
    out["patronymic"] = float(PATRONYMIC in kinds[0] and PATRONYMIC in kinds[1])
    out["given"] = float(GIVEN in kinds[0] and GIVEN in kinds[1])


def _likest(some: Sequence[Token], others: Sequence[Token], most: int, worth: bool) -> tuple[float, float]:
    """Of the words that come nearest to another one's: their weight, and how near they come."""
    near = [(max(_near(word, other) for other in others) if worth else 0.0, word.weight) for word in some]
    found = sorted(near)[-most:]
    return sum(max(0.3, weight) for _, weight in found), sum(near for near, _ in found)


def _near(word: Token, other: Token) -> float:
    return likeness(word, other)[0] if len(word.text) > 1 and len(other.text) > 1 else 0.0


def _fathers_crossed(met: Alignment) -> bool:
    """A man and his father: "Salman bin Muhammad", "Muhammad bin Salman"."""
    kinds = {(p.left[0].kind, p.right[0].kind) for p in met.pairs}
    return (GIVEN, PATRONYMIC) in kinds and (PATRONYMIC, GIVEN) in kinds


def _genders(met: Alignment) -> bool:
    """Names of a man and a woman: "Angelo" and "Angela", "Ivanov" and "Ivanova"."""
    for pair in met.pairs:
        if pair.way in (EQUAL, MEANING) or len(pair.left) != 1 or len(pair.right) != 1:
            continue
        here, there = given(pair.left[0]), given(pair.right[0])
        if here and there and not here.genders & there.genders:
            return True
        one, other = pair.left[0], pair.right[0]
        if one.kind == other.kind == SURNAME and one.key != other.key and one.key.rstrip("a") == other.key.rstrip("a"):
            return True
    return False


def notes(left: Name, right: Name, met: Alignment) -> Iterator[tuple[str, str]]:
    """(feature, sentence) for what a reader should be told; several sentences may speak of one feature."""
    for pair in met.pairs:
        yield ("evidence" if pair.way in (EQUAL, SPELLING, MEANING) else "spelling"), told(pair)
    for one, other in met.initials:
        short, long = sorted((one.text, other.text), key=len)
        yield "initials", f"the initial {short.upper()} fits {long.title()}"
    rest = min(len(met.left), len(met.right))
    if rest:
        yield "contradicted", f"{_said(met.left)} against {_said(met.right)}"
    more = met.left if len(met.left) > len(met.right) else met.right
    if len(more) > rest and not rest:
        yield "extra", f"only one of the names has {_said(more)}"
    if _full(left, right, met) < 2:
        yield "bare", "less than two words of the names agree"
    if met.crossed:
        yield "order", "the words stand in another order"
    if _fathers_crossed(met):
        yield "father", "the given name of one is the father's name of the other"
    if left.suffix != right.suffix:
        yield (
            "generation",
            f"{left.suffix or 'no addition'} against {right.suffix or 'no addition'}, as of father and son",
        )
    if _genders(met):
        yield "gender", "one name is a man's, the other a woman's"


def told(pair: Pair) -> str:
    """How two words agree, in a sentence."""
    one, other = " ".join(t.text.title() for t in pair.left), " ".join(t.text.title() for t in pair.right)
    what = pair.left[0].kind if pair.left[0].kind in (GIVEN, SURNAME, PATRONYMIC) else "word"
    if pair.way == EQUAL:
        return f"{what} {one} in both"
    how = {SPELLING: "another spelling of", MEANING: "another form of", SOUND: "in sound like", FUZZY: "close to"}[
        pair.way
    ]
    return f"{what} {one} is {how} {other}"


def _said(words: tuple[Token, ...]) -> str:
    return " ".join(t.text.title() for t in words if t.kind != PARTICLE)
