"""What holds for any bytes: no loader raises, the same bytes give the same source, UTF-8 stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from primafacie.model import Problem, Source
from primafacie.sources import LOADERS, load
from primafacie.sources.archive import Archive
from primafacie.sources.encodings import characters, decode
from primafacie.sources.loader import Document

from .papers import column, docx, p, pdf

NAMES = ("a.txt", "a.md", "a.html", "a.pdf", "a.docx", "a.eml", "a.csv", "a.json", "a", "")
WORDS = "The bank was sold for a quarter of what it had cost. "
SEEDS = (
    pdf([column(WORDS), column(WORDS)]), docx(p(WORDS)), f"<html><body><p>{WORDS}</p></body></html>".encode(),
    f"Message-ID: <1@x>\nFrom: a@b\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\n{WORDS}\n--x--".encode(),
    WORDS.encode("utf-16"), ("é" + WORDS).encode("latin-1"), b'who,"wh""at"\nAnn,"Al\npha"\n',
    b'[{"statementId": "1", "recordType": "entity", "recordDetails": {"name": "Alpha"}}]',
    b'{"id": "1", "schema": "Person", "properties": {"name": ["Ann"]}}\n{}',
)  # fmt: skip

letters = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=400)
prose = letters.map(lambda text: f"{text}\nwords\r\n{text}")


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sound file with a piece of it overwritten, cut out or doubled."""
    data = draw(st.sampled_from(SEEDS))
    start = draw(st.integers(0, len(data)))
    end = draw(st.integers(start, min(len(data), start + 40)))
    return data[:start] + draw(st.binary(max_size=20)) + data[end:] * draw(st.integers(0, 2))


def sound(source: Source, problems: tuple[Problem, ...]) -> bool:
    """A usable source: words in it, no lone surrogate, and only notes beside it."""
    source.text.encode("utf-8")
    return any(c.isalnum() for c in source.text) and not any(problem.fatal for problem in problems)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=600), damaged()), st.sampled_from(NAMES))
@example(b"%PDF-", "a.pdf")
@example(b"PK\x03\x04", "a.docx")
@example(b"From: \xff\n\n\xff", "a.eml")
@example(b"<!doctype html><", "a.html")
def test_no_bytes_make_a_loader_raise_and_the_same_bytes_give_the_same_source(data: bytes, name: str) -> None:
    source, problems = load(data, name)
    assert load(data, name) == (source, problems)
    if source is None:
        assert [problem.fatal for problem in problems] == [True]
    else:
        assert sound(source, problems)
    assert all(problem.what and problem.where and problem.next for problem in problems)


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.name)
@settings(max_examples=40, deadline=None)
@given(data=st.one_of(st.binary(max_size=300), damaged()))
def test_each_loader_stands_any_bytes_even_those_of_another_format(loader: object, data: bytes) -> None:
    read = next(one for one in LOADERS if one is loader).read
    assert isinstance(read(data, "a", None), Document | Problem)


@settings(max_examples=150, deadline=None)
@given(prose, st.sampled_from(["a.txt", "a.md", "a"]), st.booleans())
def test_utf_8_text_is_kept_to_the_letter(text: str, name: str, mark: bool) -> None:
    data = (b"\xef\xbb\xbf" if mark else b"") + text.encode("utf-8")
    source, _ = load(data, name)
    assert source is not None
    assert source.text == data.decode("utf-8")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["The bank was sold.", "Who asked?", "Банк продан.", "“No,” he said."]), min_size=1))
def test_every_paragraph_of_a_page_and_of_a_word_file_stands_in_the_text_in_order(paragraphs: list[str]) -> None:
    page, _ = load(f"<html><body>{''.join(f'<p>{one}</p>' for one in paragraphs)}</body></html>".encode(), "a.html")
    word, _ = load(docx("".join(p(one) for one in paragraphs)), "a.docx")
    for source in (page, word):
        assert source is not None
        assert source.text.split("\n\n") == paragraphs


@given(st.text(max_size=300))
def test_characters_are_counted_without_decoding(text: str) -> None:
    assert characters(text.encode("utf-8", "replace")) == len(text)


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([None, "koi8-r", "utf-16", "latin-1", "hex"]))
def test_decoding_never_raises_and_leaves_no_lone_surrogate(data: bytes, declared: str | None) -> None:
    decoded = decode(data, declared)
    if decoded is not None:
        decoded.text.encode("utf-8")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.binary(max_size=50), max_size=6))
def test_the_archive_gives_back_what_was_put(tmp_path_factory: pytest.TempPathFactory, blobs: list[bytes]) -> None:
    archive = Archive(tmp_path_factory.mktemp("archive"))
    kept = [archive.put(blob) for blob in blobs]
    assert [archive.get(sha) for sha in kept] == blobs
    assert list(archive) == sorted(set(kept))
    assert archive.verify(kept) == ()
