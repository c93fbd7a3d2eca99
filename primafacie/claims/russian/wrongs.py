"""Which Russian words name a wrong: ``lexicon/ru/wrongs.yaml``."""

from __future__ import annotations

from spacy.tokens import Token

from primafacie.claims.english.wrongs import wrongs

AGAINST = frozenset("борьба расследование предупреждение профилактика противодействие закон".split())


def names_wrong(head: Token) -> bool:
    """True where the phrase or clause under the token names a wrong and does not fight it."""
    if head.lemma_ in AGAINST:
        return False
    found = wrongs("ru")
    return any(t.lemma_ in found or t.lower_ in found for t in head.subtree if t.i - head.i < 25)
