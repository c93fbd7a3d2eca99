"""Which clause a word stands in, in whatever language."""

from __future__ import annotations

from spacy.tokens import Token

CLAUSE = frozenset({"VERB", "AUX"})
"""Parts of speech that head a clause."""


def clause_of(token: Token) -> Token:
    """The verb (or other root) whose clause the token stands in."""
    while token.head != token and token.pos_ not in CLAUSE:
        token = token.head
    if token.pos_ == "AUX" and token.dep_ in ("aux", "auxpass") and token.head.pos_ in CLAUSE:
        return token.head
    return token
