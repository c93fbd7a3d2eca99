"""The Russian parse keeps every token's place in the source's text, and a tree without loops."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from primafacie.claims.languages import language
from primafacie.claims.parsing import PLAIN
from primafacie.model import Source
from tests.claims.reading import passages_of

TEXTS = st.lists(
    st.sampled_from([
        "Иванов продал «банк»\tв 2007-м… Потом", "  ", "— Нет, — сказал он.", "\u2028", "🙂 да", "Он\xa0был.", " \n ",
        "ООО „Орда“",
        "Около двух тысяч рабочих вышли.", "не менее 50 человек",
    ]),
    min_size=1,
)  # fmt: skip


def source_of(text: str) -> Source:
    return Source("0" * 64, "text", "text/plain", text, len(text), language="ru")


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_tokens_are_verbatim_up_to_plain_marks_and_hang_on_one_root(pieces: list[str]) -> None:
    source = source_of("".join(pieces))
    for parsed in language("ru").parse(source, passages_of(source)):
        for token, start in zip(parsed.doc, parsed.starts, strict=True):
            assert source.text[start : start + len(token)].translate(PLAIN) == token.text
        for sentence in parsed.doc.sents:
            assert sum(token.head == token for token in sentence) == 1


def test_what_reads_english_reads_the_labels() -> None:
    source = source_of("Завод был продан в 2007 году холдингу, которым владеет Иван Петров.")
    (parsed,) = language("ru").parse(source, passages_of(source))
    by_word = {token.text: token for token in parsed.doc}
    assert by_word["Завод"].dep_ == "nsubjpass"
    assert by_word["продан"].lemma_ == "продать"
    assert by_word["владеет"].dep_ == "relcl"
    assert [(e.text, e.label_) for e in parsed.doc.ents] == [("Иван Петров", "PERSON")]
