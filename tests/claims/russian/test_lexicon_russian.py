"""What the Russian lexicon holds. Its examples run in tests/claims/test_lexicon_languages.py."""

from __future__ import annotations

from primafacie.claims.lexicon import lexicon


def test_the_kinds_that_cases_turn_on_have_entries() -> None:
    """A kind that is new may be read in English first."""
    assert len({e.kind for e in lexicon("ru").entries}) >= 18


def test_the_lists_are_written_with_plain_letters() -> None:
    """The parse gives "е" for "ё" in lemmas, so a word with "ё" would never be found."""
    assert not [lemma for (_, lemma) in lexicon("ru").index if "ё" in lemma]
