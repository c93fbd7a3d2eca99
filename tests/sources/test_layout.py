"""How lines become paragraphs: each rule alone, on lines placed by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from primafacie.sources.layout import Line, Page, paragraphs, running

FULL = 500.0
"""The right edge of a full line."""


def page(*lines: Line, top: float = 800.0) -> Page:
    return Page(lines, 0.0, top)


def line(text: str, row: float, *, right: float = FULL, bold: bool = False) -> Line:
    """A line on a grid of rows 12 points apart."""
    return Line(text, 72.0, right, 600 - 12 * row, 10.0, 10.0, bold, bold)


def read(*pages: Page) -> list[str]:
    return [text for text, _ in paragraphs(pages, running(pages))]


FIRST = line("The bank was bought by a group that paid", 0)
SECOND = line("more than two billion for it.", 1)
THIRD = line("Six years later it was sold again to a man.", 2)


def test_full_lines_run_on() -> None:
    assert read(page(FIRST, replace(SECOND, text="more than two billion for it, and it"), THIRD)) == [
        "The bank was bought by a group that paid more than two billion for it, and it "
        "Six years later it was sold again to a man."
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"baseline": THIRD.baseline - 7},
        {"left": 84.0},
        {"size": 12.0, "size_end": 12.0},
        {"bold": True, "bold_end": True},
    ],
    ids=["space", "indent", "size", "weight"],
)
def test_space_indent_size_and_weight_begin_a_paragraph(change: dict[str, float]) -> None:
    changed = Line(**{**{f: getattr(THIRD, f) for f in Line.__slots__}, **change})
    assert read(page(FIRST, SECOND, changed)) == [f"{FIRST.text} {SECOND.text}", THIRD.text]


def test_a_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    assert read(page(FIRST, replace(SECOND, right=300.0), THIRD)) == [f"{FIRST.text} {SECOND.text}", THIRD.text]
    assert len(read(page(FIRST, replace(SECOND, right=495.0), THIRD))) == 1


def test_where_space_parts_the_paragraphs_a_ragged_edge_does_not() -> None:
    ragged = [line("The bank was bought by a group.", row, right=400) for row in (0, 1, 3, 4, 6, 7, 9, 10)]
    full = line("It was sold to a man whom nobody knew at all.", 11)
    assert [len(text.split(".")) - 1 for text in read(page(*ragged, full))] == [2, 2, 2, 3]
    short = replace(ragged[-1], right=200.0)
    assert [len(text.split(".")) - 1 for text in read(page(*ragged[:-1], short, full))] == [2, 2, 2, 2, 1]


def test_a_word_in_another_face_where_the_line_turns_is_no_paragraph() -> None:
    assert len(read(page(FIRST, replace(SECOND, bold=True)))) == 1


@pytest.mark.parametrize(
    ("end", "begin", "joined"),
    [
        ("a trans-", "action of", "a transaction of"),
        ("the well-", "known bank and its well-known owner", "the well-known bank and its well-known owner"),
        ("from Anglo-", "American", "from Anglo-American"),
        ("the years 2007-", "2013", "the years 2007-2013"),
        ("a pause -", "and then", "a pause - and then"),
    ],
)
def test_words_broken_at_the_end_of_a_line(end: str, begin: str, joined: str) -> None:
    assert read(page(line(end, 0), line(begin, 1))) == [joined]


def test_a_paragraph_goes_on_over_the_foot_of_a_page() -> None:
    assert read(page(FIRST), page(SECOND)) == [f"{FIRST.text} {SECOND.text}"]
    assert read(page(FIRST, SECOND), page(THIRD)) == [f"{FIRST.text} {SECOND.text}", THIRD.text]


def test_running_heads_and_page_numbers_are_left_out_and_the_text_closes_over_them() -> None:
    pages = []
    for number, body in enumerate((FIRST, SECOND, THIRD), 1):
        head = replace(line(f"Annual report {number}", 0, right=200), baseline=780.0)
        foot = replace(line(f"Page {number} of 3", 0, right=200), baseline=20.0)
        pages.append(page(head, body, foot))
    assert running(pages) == {"Annual report #", "Page # of #"}
    assert read(*pages) == [f"{FIRST.text} {SECOND.text}", THIRD.text]


def test_words_that_come_back_within_the_text_or_once_in_a_margin_stay() -> None:
    once = replace(line("A title", 0, right=200), baseline=780.0)
    pages = [page(once, FIRST), page(FIRST)]
    assert running(pages) == frozenset()
    assert read(*pages)[0] == "A title"


def test_a_number_alone_on_the_only_page_stays() -> None:
    assert read(page(replace(line("2007", 0), baseline=790.0))) == ["2007"]


def test_bold_is_said_of_a_paragraph_that_is_bold_to_the_end() -> None:
    bold = line("Who bought the bank?", 0, right=200, bold=True)
    found = list(paragraphs([page(bold, line("A man whom nobody knew.", 1), line("Nobody.", 3))], frozenset()))
    assert found == [("Who bought the bank?", True), ("A man whom nobody knew.", False), ("Nobody.", False)]
