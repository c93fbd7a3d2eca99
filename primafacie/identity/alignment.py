"""Which word of one name answers to which of the other's, whatever their order and however they are parted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import OSA

from primafacie.identity.likeness import SAME, SERVED, SPELLED, SPELLING, Likeness, likeness
from primafacie.identity.names import GIVEN, INITIAL, PARTICLE, PERSON, Name, Token
from primafacie.identity.sounds import key
from primafacie.identity.wade_giles import wade_giles

AGREEING = 0.6
"""From this likeness on two words are held to be one, the more so the higher."""
MOST = 14
"""Words of a name that are aligned; a longer one is a text."""
LONG = 8
"""Letters from which on two names with one letter's difference are one, wherever their words end."""
VOWELS = set("aeiouy")
ABDUL = Token("abdul", "abdul", "apdl", GIVEN, 0.3)
_JOINED: Likeness = (SPELLED, 0.0, SPELLING)
_NEARLY: Likeness = (0.9, 1.0, SPELLING)


@dataclass(frozen=True, slots=True)
class Pair:
    """Words that answer to each other: one each, or several of one name to one of the other's."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    likeness: float
    edits: float
    way: str

    @property
    def weight(self) -> float:
        if len(self.left) == len(self.right) == 1:
            return min(self.left[0].weight, self.right[0].weight)
        return min(sum(t.weight for t in self.left), sum(t.weight for t in self.right))


@dataclass(frozen=True, slots=True)
class Alignment:
    """Pairs of words, initials with the names they stand for, and what answers to nothing."""

    pairs: tuple[Pair, ...]
    initials: tuple[tuple[Token, Token], ...]
    left: tuple[Token, ...]
    right: tuple[Token, ...]
    crossed: bool
    """True where the words stand in another order."""


def align(one: Name, other: Name) -> Alignment:
    """The best answer to each word, likest first. Linear for equal names, quadratic in words otherwise."""
    left, right = list(one.core[:MOST]), list(other.core[:MOST])
    pairs: list[tuple[int, int, Pair]] = []
    for i, word in enumerate(left):
        for j, match in enumerate(right):
            if match is not None and word.text == match.text and word.raw == match.raw:
                pairs.append((i, j, Pair((word,), (match,), *SAME)))
                left[i] = right[j] = None  # type: ignore[call-overload]
                break
    if any(left) and any(right):
        _whole(left, right, pairs)
    if any(left) and any(right):
        _join(left, right, one, other, pairs, turned=False)
        _join(right, left, other, one, pairs, turned=True)
        _nearest(left, right, pairs)
    initials = _initials(left, right, one.family != PERSON) if any(left) and any(right) else ()
    if one.family == PERSON:
        _parted(pairs, left, right)
    places = [j for _, j, _ in sorted(pairs, key=_place)] if len(pairs) > 1 else []
    return Alignment(
        tuple(pair for _, _, pair in pairs),
        initials,
        tuple(filter(None, left)),
        tuple(filter(None, right)),
        any(a > b for a, b in pairwise(places)) if places else False,
    )


def _place(pair: tuple[int, int, Pair]) -> int:
    return pair[0]


def _whole(left: list[Token], right: list[Token], pairs: list[tuple[int, int, Pair]]) -> None:
    """Finds that the words left over are the same letters parted elsewhere: "Lauren Tarkwell", "Laurent Arkwell"."""
    here, there = tuple(filter(None, left)), tuple(filter(None, right))
    if len(here) + len(there) < 3:
        return
    one, other = "".join(t.text for t in here), "".join(t.text for t in there)
    if abs(len(one) - len(other)) > 1 or min(len(one), len(other)) < LONG:
        return
    edits = 0 if one == other else OSA.distance(one, other, score_cutoff=1)
    if edits <= 1 and not (any(t.raw for t in here) and any(t.raw for t in there)):
        places = next(i for i, t in enumerate(left) if t), next(j for j, t in enumerate(right) if t)
        pairs.append((*places, Pair(here, there, *(_NEARLY if edits else _JOINED))))
        left[:], right[:] = [None] * len(left), [None] * len(right)  # type: ignore[list-item]


def _nearest(left: list[Token], right: list[Token], pairs: list[tuple[int, int, Pair]]) -> None:
    """Pairs what is left by likeness, the likest first."""
    found = []
    for i, word in enumerate(left):
        if word is None or len(word.text) < 2:
            continue
        for j, match in enumerate(right):
            if match is None or len(match.text) < 2:
                continue
            like = likeness(word, match)
            if like[0] >= AGREEING:
                found.append((-like[0], abs(i - j), i, j, like))
    found.sort()
    for _, _, i, j, like in found:
        if left[i] is not None and right[j] is not None:
            pairs.append((i, j, Pair((left[i],), (right[j],), *like)))
            left[i] = right[j] = None  # type: ignore[call-overload]


def _parted(pairs: list[tuple[int, int, Pair]], left: list[Token], right: list[Token]) -> None:
    """Where "Abdul Sharif" answers to "Sharif", "Abdul" is a word more, and may stand where the other has another."""
    for _, _, pair in pairs:
        if pair.likeness == SERVED[0] and pair.way == SERVED[2]:
            (left if pair.left[0].key.startswith("abd") else right).append(ABDUL)


def _join(
    many: list[Token], few: list[Token], name: Name, against: Name, pairs: list[tuple[int, int, Pair]], *, turned: bool
) -> None:
    """Finds words parted in one name and joined in the other ("Abdul Rahman", "Abdulrahman"), particles among them."""
    for j, whole in enumerate(few):
        if whole is None or len(whole.text) < 5:
            continue
        heads = {whole.text[:2], wade_giles(whole.text)[:2]}
        if not any(len(t.text) < len(whole.text) and t.text[:2] in heads for t in name.tokens):
            continue
        run = _run(whole, many, name)
        if run:
            used, like = run
            parts = tuple(many[i] for i in used)
            pair = Pair((whole,), parts, *like) if turned else Pair(parts, (whole,), *like)
            pairs.append((j, used[0], pair) if turned else (used[0], j, pair))
            for i in used:
                many[i] = None  # type: ignore[call-overload]
            few[j] = None  # type: ignore[call-overload]


def _run(whole: Token, many: Sequence[Token | None], name: Name) -> tuple[list[int], Likeness] | None:
    """The words in a row that the whole one is made of, as places in the core."""
    if len(name.tokens) < 2:
        return None
    places, wade = _places(name, many), wade_giles(whole.text)
    longest = max(len(whole.text), len(wade)) + 1
    for start, word in enumerate(name.tokens):
        if places[start] is None or word.text[0] not in (whole.text[0], wade[:1]):
            continue
        text, used = "", []
        for follower, place in zip(name.tokens[start:], places[start:], strict=True):
            if place is None:
                break
            text += follower.text
            used += [place] if place >= 0 else []
            if len(text) > longest:
                break
            if used and len(text) > len(follower.text) and len(text) >= len(whole.text) - 1:
                if text in (whole.text, wade) or key(text) == whole.key:
                    return used, _JOINED
                if len(text) > 7 and OSA.distance(text, whole.text, score_cutoff=1) == 1:
                    return used, _NEARLY
    return None


def _places(name: Name, many: Sequence[Token | None]) -> list[int | None]:
    """Of each word of the name its place in the core where it is free, -1 where it is a particle, else None."""
    places: list[int | None] = []
    n = 0
    for word in name.tokens:
        if n < len(name.core) and word is name.core[n]:
            places.append(n if n < len(many) and many[n] is not None else None)
            n += 1
        else:
            places.append(-1 if word.kind == PARTICLE else None)
    return places


def _monogram(word: Token, place: int, some: list[Token], rest: list[Token], found: list[tuple[Token, Token]]) -> None:
    """ "JC" for the names in a row that begin so: "Jean-Claude"."""
    for start in range(len(rest) - len(word.text) + 1):
        row = rest[start : start + len(word.text)]
        if all(full is not None and full.text[:1] == letter for full, letter in zip(row, word.text, strict=True)):
            found += [(word, full) for full in row]
            some[place] = None  # type: ignore[call-overload]
            rest[start : start + len(row)] = [None] * len(row)  # type: ignore[list-item]
            return


def _several(word: Token, acronyms: bool) -> bool:
    """True of "JC" and, where there are acronyms, of any short word."""
    size = len(word.text)
    return (size in (2, 3) and word.text.isalpha() and not set(word.text) & VOWELS) or (acronyms and 2 < size < 7)


def _initials(left: list[Token], right: list[Token], acronyms: bool) -> tuple[tuple[Token, Token], ...]:
    """Initials with the full names that begin with them; several in one word first, or one would take its letter."""
    found: list[tuple[Token, Token]] = []
    for some, rest in ((left, right), (right, left)):
        for i, word in enumerate(some):
            if word is not None and _several(word, acronyms and len(rest) >= len(word.text)):
                _monogram(word, i, some, rest, found)
    for some, rest in ((left, right), (right, left)):
        for i, word in enumerate(some):
            if word is None or (len(word.text) != 1 and word.kind != INITIAL) or _several(word, acronyms):
                continue
            for j, full in enumerate(rest):
                if full is not None and full.text[0] == word.text[0] and not _several(full, False):
                    found.append((word, full))
                    some[i] = rest[j] = None  # type: ignore[call-overload]
                    break
    return tuple(found)
