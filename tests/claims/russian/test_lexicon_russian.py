"""What the Russian lexicon holds. Its examples run in tests/claims/test_lexicon_languages.py."""

from __future__ import annotations

from primafacie.claims.lexicon import lexicon
from primafacie.vocabulary import KINDS


def test_every_kind_has_entries() -> None:
    assert {e.kind for e in lexicon("ru").entries} == set(KINDS)


def test_the_lists_are_written_with_plain_letters() -> None:
    """The parse gives "е" for "ё" in lemmas, so a word with "ё" would never be found."""
    assert not [lemma for (_, lemma) in lexicon("ru").index if "ё" in lemma]
