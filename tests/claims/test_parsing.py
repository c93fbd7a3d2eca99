"""The parse keeps every token's place in the source's text."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from primafacie.claims.parsing import LONGEST, PLAIN, parse
from tests.claims.reading import passages_of, source_of

TEXTS = st.lists(
    st.sampled_from(["Bekov’s “bank”\tfell… Then", "  ", "Né à Łódź.", "\u2028", "🙂 x", "It\xa0is."]), min_size=1
)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_tokens_are_verbatim_up_to_plain_marks(pieces: list[str]) -> None:
    source = source_of("".join(pieces))
    for parsed in parse(source, passages_of(source)):
        for token, start in zip(parsed.doc, parsed.starts, strict=True):
            assert source.text[start : start + len(token)].translate(PLAIN) == token.text


def test_a_passage_that_never_ends_is_cut_and_nothing_is_lost() -> None:
    source = source_of("word " * (LONGEST // 2))
    words = sum(t.text == "word" for parsed in parse(source, passages_of(source)) for t in parsed.doc)
    assert words == LONGEST // 2


def test_an_ellipsis_before_a_capital_ends_the_sentence() -> None:
    source = source_of("Not even Lukan… The council must act.")
    (parsed,) = parse(source, passages_of(source))
    assert [s.text.strip() for s in parsed.doc.sents] == ["Not even Lukan…", "The council must act."]


def test_a_dateline_is_no_part_of_the_first_sentence() -> None:
    source = source_of("KARATAS, Lukan, March 14, 2021 (Wire) - Riot police fired. Rebels - two of them - fled.")
    (parsed,) = parse(source, passages_of(source))
    assert [s.text.strip() for s in parsed.doc.sents] == [
        "KARATAS, Lukan, March 14, 2021 (Wire) -", "Riot police fired.", "Rebels - two of them - fled.",
    ]  # fmt: skip


def test_tokens_are_found_by_character() -> None:
    source = source_of("Bekov sold it.\nMeridian bought it.")
    (parsed,) = parse(source, passages_of(source))
    assert parsed.doc[parsed.token_at(source.text.index("bought"))].text == "bought"
    assert parsed.text(0, 2) == "Bekov sold it"
