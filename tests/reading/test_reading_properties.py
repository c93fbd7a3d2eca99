"""What holds of the reading of any text: its passages are ordered, disjoint, trimmed ranges, the same every time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from primafacie.model import Source, digest
from primafacie.reading import read

ROLES = {"heading", "byline", "lead", "prose", "question", "answer", "label", "table"}
LINES = (
    "Q: Who owns it?",
    "A: My brother does.",
    "QUESTION: When?",
    "MR ROE: In 2012.",
    "((WN))  Why?",
    "((Ada Brown))  Because.",
    "By Ada Brown",
    "7 January 2022",
    "**Really?**",
    "— And then?",
    "Then they came for me, and I left.",
    "But why now?",
    "",
    "",
    "“It was ours,” she said, “until then.",
    "'Never,' he said; the workers' union left in the '90s.",
    "Mr. ROE. Thank you.",
    "# Heading",
    "A Heading Without a Point",
    "- item",
    "I am Ada Brown. He tells me nothing.",
    "   ",
    "From: Ada Brown <a@b.c>",
    "Senator Doe. Who paid for the villa that stood on the lake for",
    "many years, and who sold it?",
    "«Tout», dit-il.",
    "\u2028",
    "\r",
)
DOCUMENTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(LINES), max_size=20).map("\n".join),
    st.lists(st.sampled_from(LINES), max_size=16).map("\n\n".join),
)


def source(text: str) -> Source:
    return Source(digest(text), "any.txt", "text/plain", text, len(text))


@given(DOCUMENTS)
@settings(max_examples=300, deadline=None)
def test_passages_are_ordered_trimmed_ranges_of_the_text(text: str) -> None:
    read_source, passages, problems = read(source(text))
    assert read_source.text == text
    assert bool(passages) != bool(problems)
    end = 0
    for index, passage in enumerate(passages):
        assert passage.index == index
        assert passage.role in ROLES
        assert end <= passage.start < passage.end <= len(text)
        words = text[passage.start : passage.end]
        assert words == words.strip()
        end = passage.end
        last = passage.start
        for quotation in passage.quotations:
            assert last <= quotation.start < quotation.end <= passage.end
            assert not quotation.open or quotation.end == passage.end
            last = quotation.start


@given(DOCUMENTS)
@settings(max_examples=150, deadline=None)
def test_every_word_is_in_a_passage(text: str) -> None:
    _, passages, _ = read(source(text))
    covered = {at for passage in passages for at in range(passage.start, passage.end)}
    assert all(at in covered for at, char in enumerate(text) if char.isalnum())


@given(DOCUMENTS)
@settings(max_examples=100, deadline=None)
def test_reading_twice_gives_the_same(text: str) -> None:
    first = read(source(text))
    assert read(source(text)) == first
    assert read(first[0])[1] == first[1]


def test_what_is_known_of_the_source_is_kept() -> None:
    known = Source(
        "0" * 64, "a.txt", "text/plain", "By Ada Brown\n\nIt rained.", 24, author="Jane Roe", date="2020", language="fr"
    )
    found, passages, _ = read(known)
    assert (found.author, found.date, found.language) == ("Jane Roe", "2020", "fr")
    assert [p.speaker for p in passages] == ["Jane Roe", "Jane Roe"]


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\u200b"])
def test_a_text_without_words_is_a_problem(text: str) -> None:
    _, passages, problems = read(source(text))
    assert passages == ()
    assert [problem.stage for problem in problems] == ["reading"]


HOSTILE = {
    "quotes": '"' * 100_000,
    "open quotes": "“a " * 50_000,
    "apostrophes": " 'a" * 50_000,
    "newlines": "\n" * 100_000,
    "one line": "a " * 500_000,
    "no blank": "x" * 1_000_000,
    "blanks": " " * 500_000 + "x",
    "brackets": "((" * 50_000,
    "names": "Ab " * 50_000,
    "labels": "AB CD: x?\n\n" * 5_000,
    "questions": "Why?\n\nBecause it was so.\n\n" * 5_000,
    "short lines": "a\n" * 50_000,
    "dates": "12 May 2013 " * 10_000,
    "wrapped": "the quick brown fox runs over the lazy dog and\n" * 5_000,
    "stars": "*" * 100_000,
    "first person": "I am. " * 20_000 + "\n\n" + "Why?\n\nBecause it was so.\n\n" * 5,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    began = time.process_time()
    read(source(text))
    assert time.process_time() - began < 5
