"""Whatever the format, what a loader and the reader hand on stands where they say it stands."""

from __future__ import annotations

import pytest
from documents import WRITERS
from hypothesis import given, settings
from hypothesis import strategies as st
from sentences import mixtures, paragraphs

from primafacie import reading, sources
from primafacie.model import Source

SETTINGS = settings(max_examples=20, deadline=None, derandomize=True, database=None)


def load(data: bytes, name: str) -> Source:
    source, problems = sources.load(data, name)
    assert source is not None, problems
    return source


def plain(words: str) -> str:
    """Letters only: formats differ in blanks, line breaks and ligatures, never in what is said."""
    return "".join(c for c in words.replace("£", "GBP").casefold() if c.isalnum())


@pytest.mark.parametrize("name", WRITERS)
@SETTINGS
@given(written=paragraphs)
def test_every_paragraph_arrives_in_order(name: str, written: list[str]) -> None:
    source = load(WRITERS[name](latin(written) if name.endswith(".pdf") else written), name)
    text, place = plain(source.text), 0
    for paragraph in written:
        place = text.index(plain(paragraph), place) + 1


@pytest.mark.parametrize("name", WRITERS)
@SETTINGS
@given(written=paragraphs)
def test_passages_cover_every_word_once(name: str, written: list[str]) -> None:
    source, passages, _ = reading.read(load(WRITERS[name](latin(written) if name.endswith(".pdf") else written), name))
    assert [p.index for p in passages] == list(range(len(passages)))
    end = 0
    for passage in passages:
        assert end <= passage.start < passage.end <= len(source.text)
        for quotation in passage.quotations:
            assert passage.start <= quotation.start < quotation.end <= passage.end
        end = passage.end
    read = plain("".join(source.text[p.start : p.end] for p in passages))
    for paragraph in written:
        assert plain(paragraph) in read


@SETTINGS
@given(text=mixtures(), mark=st.booleans())
def test_plain_text_is_kept_to_the_letter(text: str, mark: bool) -> None:
    data = (b"\xef\xbb\xbf" if mark else b"") + text.encode("utf-8")
    assert load(data, "mixture.txt").text == data.decode("utf-8")


def latin(written: list[str]) -> list[str]:
    """What the PDF's one font can draw."""
    return [p.replace("“", '"').replace("”", '"').replace("£", "GBP ") for p in written]
