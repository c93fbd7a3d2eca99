"""The fast way through the pipeline gives what spaCy's own way gives, token by token."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from primafacie.claims.english.inference import Words
from primafacie.claims.lexicon import lexicon
from primafacie.claims.parsing import Columns, inference, load, model

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "first-case"
SAYINGS = [str(example["say"]) for entry in lexicon().entries for example in entry.examples]
ODD = [
    "They ain't gonna pay, and y'all gotta go. Let's see: c'mon.",
    "There is a bank. There's one more; there were two.",
    "  Two blanks  first,\tand a tab.  ",
    "He doesn't, can't and won't sell 'em. Didn't he? I'd've gone.",
    "i told you. You told I. It is theirs; whose is that, which they'd sold?",
    "",
    " ",
]


def attributes(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.tag_, t.dep_, t.head.i, t.pos_, str(t.morph), t.lemma_, t.ent_iob_, t.ent_type_, t.is_sent_start)
        for t in doc
    ]


def same(texts: list[str]) -> None:
    for stock, ours in zip(model().pipe(texts), inference().docs(texts), strict=True):
        assert attributes(ours) == attributes(stock)


def test_examples() -> None:
    same([line for path in sorted(EXAMPLES.glob("[13]*")) for line in path.read_text("utf-8").splitlines()])


@pytest.mark.parametrize("text", ODD)
def test_odd_texts(text: str) -> None:
    same([text])


@settings(max_examples=25, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(SAYINGS + ODD), min_size=1, max_size=12))
def test_any_order_of_texts(texts: list[str]) -> None:
    same(texts)


def test_table_is_used() -> None:
    steps = [step for step in inference().steps if isinstance(step, Words)]
    assert len(steps) == 1
    assert steps[0].lemmatizer is not None


def test_rules_that_ask_for_more_are_left_to_spacy() -> None:
    nlp = load()
    ruler = nlp.get_pipe("attribute_ruler")
    assert Words.exact_for(ruler)
    ruler.add([[{"POS": "NOUN"}]], {"LEMMA": "noun"})
    assert not Words.exact_for(ruler)


def test_vocabulary_is_begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    first = inference()
    assert inference() is first
    monkeypatch.setattr("primafacie.claims.english.inference.GROWN", -1)
    second = inference()
    assert second is not first
    assert second.nlp.vocab is not first.nlp.vocab


def test_columns_are_the_tokens() -> None:
    doc = next(iter(inference().docs(["Orda Bank sold it.  They paid."])))
    columns = Columns(doc)
    assert columns.text == [t.text for t in doc]
    assert columns.lower == [t.lower_ for t in doc]
    assert columns.lemma == [t.lemma_ for t in doc]
    assert columns.tag == [t.tag_ for t in doc]
    assert columns.pos == [t.pos_ for t in doc]
    assert columns.dep == [t.dep_ for t in doc]
    assert columns.entity == [t.ent_type_ for t in doc]
    assert columns.head == [t.head.i for t in doc]
    assert columns.begins == [bool(t.is_sent_start) for t in doc]
    assert columns.spaced == [bool(t.whitespace_) for t in doc]
