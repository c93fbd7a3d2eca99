"""The preface of an interview: told by the reporter, but at times partly in the interviewee's own words without marks.

Translation and layout lose quotation marks; what stays is the first person. A stretch of the preface that says "I" is
the interviewee's up to the sentences that speak of the interviewee by name, which are the reporter's.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from primafacie.model import Quotation
from primafacie.values.names import name_tokens

_SENTENCE = re.compile(r"(?:[.!?…][\"”»’')\]]*|…\s?\.)\s+(?=[\"“«‘'(\[]?[^\W\d_a-zà-ÿ])|:\s+(?=[^\W\d_a-zà-ÿ])")
_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Col|Lt|Jr|Sr|No|vs|U\.S|U\.K|[A-Z])\.\s+$")
_FIRST_PERSON = re.compile(r"(?<![\w'’])(?:I|I['’](?:m|ve|d|ll)|my|myself|mine|me)(?![\w'’]|\.[A-Z])")
_REPORTER = re.compile(
    r"(?<!\w)I (?:met|meet|spoke|speak|interviewed|asked|ask|sat|sit|reached|reach|called|call|visited|found him|found "
    r"her)\b"
    r"|\b(?:he|she|they) (?:tells?|told|offers?|offered|greets?|greeted|shows?|showed|gave|gives|answers?|answered|"
    r"receives?) me\b"
    r"|\b(?:asked|told|met) me (?:to|if|whether)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the preface; ``own`` where the interviewee is speaking."""

    start: int
    end: int
    own: bool


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [
        m.end()
        for m in _SENTENCE.finditer(text, start, end)
        if not _SHORT.search(text, max(start, m.end() - 8), m.end())
    ]
    edges = [start, *cuts, end]
    return list(itertools.pairwise(edges))


def _says_i(text: str, start: int, end: int, marks: Sequence[Quotation]) -> bool:
    return any(not any(q.start <= m.start() < q.end for q in marks) for m in _FIRST_PERSON.finditer(text, start, end))


def own_words(text: str, start: int, end: int, person: str, marks: Sequence[Quotation]) -> tuple[Piece, ...]:
    """The paragraph cut into the reporter's words and the interviewee's; one piece where nobody says "I"."""
    whole = (Piece(start, end, False),)
    if end - start > 20_000 or _REPORTER.search(text, start, end):
        return whole
    sentences = _sentences(text, start, end)
    said = [_says_i(text, a, b, marks) for a, b in sentences]
    if not any(said):
        return whole
    names = [word for word in name_tokens(person) if len(word) > 2][-1:]
    named = [any(word in text[a:b].casefold() for word in names) for a, b in sentences]
    own = list(said)
    for at, (a, b) in enumerate(sentences):
        own[at] = said[at] and not named[at] and b > a
    for at in range(len(sentences) - 2, -1, -1):
        introduces = text[sentences[at][0] : sentences[at][1]].rstrip().endswith(":")
        own[at] = own[at] or (own[at + 1] and not named[at] and not introduces)
    for at in range(1, len(sentences)):
        own[at] = own[at] or (own[at - 1] and not named[at])
    return _joined(text, sentences, own)


def _joined(text: str, sentences: Sequence[tuple[int, int]], own: Sequence[bool]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for (start, end), speaks in zip(sentences, own, strict=True):
        if pieces and pieces[-1].own == speaks:
            pieces[-1] = Piece(pieces[-1].start, end, speaks)
        else:
            pieces.append(Piece(start, end, speaks))
    trimmed = []
    for piece in pieces:
        a, b = piece.start, piece.end
        while b > a and text[b - 1].isspace():
            b -= 1
        if b > a:
            trimmed.append(Piece(a, b, piece.own))
    return tuple(trimmed)
