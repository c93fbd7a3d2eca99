"""Which words name a wrong: what somebody can be accused of, told from duties, trades and opinions.

The words are data: ``lexicon/en/wrongs.yaml``. A role of type ``wrong`` is filled only by a phrase that holds one.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Token

from primafacie.claims.english.syntax import CLAUSE


@cache
def wrongs(language: str = "en") -> frozenset[str]:
    """All words of the list, in their dictionary form and in lower case."""
    raw = yaml.safe_load((files("primafacie.claims.lexicon") / language / "wrongs.yaml").read_text("utf-8"))
    return frozenset(word.casefold() for part in raw.values() for word in str(part).split())


def names_wrong(head: Token) -> bool:
    """True where the phrase or clause under the token names a wrong and does not fight it."""
    found = wrongs()
    if head.lemma_.lower() in AGAINST or any(c.lower_ in SPOKEN for c in head.children):
        return False
    if head.ent_type_ in ("DATE", "TIME"):
        return False
    if head.lemma_.lower() in VAGUE:
        return any(t.lemma_.lower() in found or t.lower_ in found for t in (head, *head.children) if t.i <= head.i)
    words = head.subtree if head.pos_ in CLAUSE else _own(head)
    return any(t.lemma_.lower() in found or t.lower_ in found for t in words if t.i - head.i < 25)


def _own(noun: Token) -> Iterator[Token]:
    """The words of a noun phrase, without what only follows in a clause or after "around", "such as", "during"."""
    yield noun
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ not in ("of", "in", "against", "to", "with", "on", "for"):
            continue
        before = child.dep_ == "amod" and child.i < noun.i
        if before or child.dep_ not in ("relcl", "advcl", "ccomp", "appos", "amod"):
            yield from child.subtree if child.pos_ in CLAUSE else _own(child)


VAGUE = frozenset("action activity relationship effort network tie link conduct step practice".split())
"""Words that are a wrong only by what stands before them: "corrupt practices"."""
SPOKEN = frozenset("personal verbal rhetorical".split())
"""Before a wrong: "personal attacks" hurt nobody."""
AGAINST = frozenset("fight struggle prevention investigation combat measure policy law effort protection".split())
