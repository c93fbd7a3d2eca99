"""The tokens that the lexicon lists are told from the others before anything else is asked, and none is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span, Token

from primafacie.claims import extract, matching
from primafacie.claims.lexicon import Lexicon, lexicon
from primafacie.claims.matching import lemma, listed, part_of_speech
from primafacie.claims.parsing import inference
from tests.claims.reading import passages_of, source_of

SAYINGS = [str(example["say"]) for entry in lexicon().entries for example in entry.examples]


def test_every_word_of_the_lexicon_is_listed() -> None:
    index = lexicon().index
    for doc in inference().docs(SAYINGS):
        kept = {token.i for token in listed(doc, lexicon())}
        asked = {t.i for t in doc if (part_of_speech(t), lemma(t)) in index}
        assert asked <= kept, doc.text
        for sentence in doc.sents:
            assert {t.i for t in listed(sentence, lexicon())} == {i for i in kept if sentence.start <= i < sentence.end}


def test_other_words_are_left_out() -> None:
    (doc,) = inference().docs(["The weather of the whole week was rather grey."])
    assert len(list(listed(doc, lexicon()))) < len(doc) / 2


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(SAYINGS), min_size=1, max_size=20))
def test_claims_are_the_same_without_it(sayings: list[str]) -> None:
    source = source_of("\n\n".join(" ".join(sayings[i : i + 3]) for i in range(0, len(sayings), 3)))
    claims = extract(source, passages_of(source))

    def every(doc: Doc | Span, known: Lexicon) -> Iterator[Token]:
        return iter(doc)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "listed", every)
        assert extract(source, passages_of(source)) == claims
