"""Which words name a wrong: what somebody can be accused of, told from duties, trades and opinions.

The words are data: ``lexicon/en/wrongs.yaml``. A role of type ``wrong`` is filled only by a phrase that holds one.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml
from spacy.tokens import Token


@cache
def wrongs(language: str = "en") -> frozenset[str]:
    """All words of the list, in their dictionary form and in lower case."""
    raw = yaml.safe_load((files("primafacie.claims.lexicon") / language / "wrongs.yaml").read_text("utf-8"))
    return frozenset(word.casefold() for part in raw.values() for word in str(part).split())


def names_wrong(head: Token) -> bool:
    """True where the phrase or clause under the token names a wrong and does not fight it."""
    found = wrongs()
    if head.lemma_.lower() in AGAINST:
        return False
    if head.lemma_.lower() in VAGUE:
        return any(t.lemma_.lower() in found or t.lower_ in found for t in (head, *head.children) if t.i <= head.i)
    return any(t.lemma_.lower() in found or t.lower_ in found for t in head.subtree if t.i - head.i < 25)


VAGUE = frozenset("action activity relationship effort network tie link conduct step practice".split())
"""Words that are a wrong only by what stands before them: "corrupt practices"."""
AGAINST = frozenset("fight struggle prevention investigation combat measure policy law effort protection".split())
