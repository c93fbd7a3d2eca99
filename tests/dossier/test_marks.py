"""Cutting a text at claims loses no character, and every claim opens once and holds over its whole quote."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from primafacie.dossier import marks
from primafacie.dossier.marks import Span, paragraphs, segments, shown
from primafacie.model import Passage

from .cases import golden, passages, source

TEXTS = st.text(alphabet=st.sampled_from("ab \n\r\t\u2028я\U0001f600"), max_size=80)


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(TEXTS.filter(bool))
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda b: b[0] < b[1])
    return text, [Span(n, *b) for n, b in enumerate(draw(st.lists(bounds, max_size=8)), 1)]


@st.composite
def read(draw: st.DrawFn) -> tuple[str, list[Passage]]:
    """A text with passages that may overlap, reach past the end or be empty, as a bad reader could return them."""
    text = draw(TEXTS)
    bounds = st.tuples(st.integers(0, 90), st.integers(0, 90))
    return text, [Passage("s", i, *b) for i, b in enumerate(draw(st.lists(bounds, max_size=6)))]


def test_overlapping_claims_are_cut_as_in_the_golden_file() -> None:
    given_, expected = golden("marks")
    text, *rows = given_.splitlines()
    spans = [Span(*map(int, row.split())) for row in rows]
    made = [f"{s.numbers} opens {s.opens}: {text[s.start : s.end]!r}" for s in segments(0, len(text), spans)]
    assert made == expected


@settings(deadline=None)
@given(marked())
def test_the_segments_give_back_the_text_and_each_claim_its_quote(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    made = segments(0, len(text), spans)
    assert "".join(text[s.start : s.end] for s in made) == text
    for span in spans:
        held = "".join(text[s.start : s.end] for s in made if span.number in s.numbers)
        assert held == text[span.start : span.end]
    assert sorted(n for s in made for n in s.opens) == sorted(s.number for s in spans)


@settings(deadline=None)
@given(read())
def test_the_paragraphs_give_back_the_text(case: tuple[str, list[Passage]]) -> None:
    text, found = case
    assert "".join(text[b.start : b.end] for b in paragraphs(text, found)) == text


@settings(deadline=None)
@given(marked())
def test_a_claim_across_paragraphs_is_marked_in_each_and_opens_once(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    made = [s for block, within in shown(text, (), spans) for s in segments(block.start, block.end, within)]
    assert "".join(text[s.start : s.end] for s in made) == text
    for span in spans:
        assert "".join(text[s.start : s.end] for s in made if span.number in s.numbers) == text[span.start : span.end]
        assert sum(span.number in s.opens for s in made) == 1


def test_of_a_long_text_only_the_surroundings_of_claims_are_shown() -> None:
    words = "word " * (marks.WHOLE // 5)
    text = f"Short one.\n\n{words}CLAIM{words}\n\nShort two with CLAIM.\n\nShort three."
    first, second = text.index("CLAIM"), text.rindex("CLAIM")
    spans = [Span(1, first, first + 5), Span(2, second, second + 5)]
    blocks = shown(text, passages(source(text)), spans)
    assert [[s.number for s in within] for _, within in blocks] == [[1], [2]]
    (long, _), (short, _) = blocks
    assert (long.start, long.end) == (first - marks.CONTEXT, first + 5 + marks.CONTEXT)
    assert text[short.start : short.end] == "Short two with CLAIM."


def test_claims_close_together_share_their_surroundings() -> None:
    text = "x" * (marks.WHOLE + 1)
    spans = [Span(1, 1000, 1010), Span(2, 1000 + marks.CONTEXT, 1610), Span(3, 50_000, 50_001)]
    blocks = [block for block, _ in shown(text, (), spans)]
    assert [(b.start, b.end) for b in blocks] == [(400, 2210), (49_400, 50_601)]
