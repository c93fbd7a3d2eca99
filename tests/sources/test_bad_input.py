"""Files as they come: each that cannot be used gets one line that says what is wrong and what to do; none raises."""

from __future__ import annotations

import time
import tracemalloc
from random import Random

import pytest

from primafacie.model import Problem
from primafacie.sources import load, read_file
from primafacie.sources.loader import MAX_BYTES, MAX_TEXT

from .papers import W, column, docx, locked_pdf, p, package, pdf

WORDS = "The bank was sold for a quarter of what it had cost, and nobody asked why. "
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
DOCTYPE = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>words &e;</w:t></w:r></w:p></w:body></w:document>'
)
PICTURES = '<w:p><w:r><w:drawing/></w:r></w:p>'
LOCKED_MAIL = b"Content-Type: multipart/encrypted; boundary=x\r\n\r\n--x--"
MAIL = b"Message-ID: <1@example.org>\r\nFrom: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n"

REFUSED = {
    "empty": ("a.txt", b"", "empty", "fetch the original"),
    "blank": ("a.txt", b" \r\n\t\n ", "no words", "right file"),
    "only a byte order mark": ("a.txt", b"\xef\xbb\xbf", "no words", "right file"),
    "zeros": ("a.txt", bytes(5000), "5000 zero bytes", "fetch the original"),
    "zeros called PDF": ("a.pdf", bytes(5000), "zero bytes", "fetch the original"),
    "random bytes": ("a.txt", Random(1).randbytes(5000), "binary", "which program wrote it"),
    "random bytes called Word": ("a.docx", Random(2).randbytes(5000), "and is none", "fetch the"),
    "RTF": ("a.txt", rb"{\rtf1\ansi words}", "rich text", "DOCX or PDF"),
    "DOC": ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "Word 97-2003", "DOCX"),
    "XLS": ("a.xls", OLE + "Workbook".encode("utf-16-le"), "Excel 97-2003", "part that matters"),
    "locked Word": ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password", "without one"),
    "other OLE": ("a.bin", OLE, "old Office", "DOCX or PDF"),
    "XLSX": ("a.xlsx", package({"xl/workbook.xml": "<a/>"}), "Excel", "part that matters"),
    "ODT": ("a.odt", package({"content.xml": "<a/>"}), "OpenDocument", "DOCX or PDF"),
    "ZIP": ("a.zip", package({"a.txt": "words"}), "archive", "unpack"),
    "GZIP": ("a.txt", b"\x1f\x8b\x08" + bytes(20), "archive", "unpack"),
    "PNG": ("a.pdf", b"\x89PNG\r\n\x1a\n" + bytes(20), "image", "OCR"),
    "JPEG": ("a.jpg", b"\xff\xd8\xff\xe0" + bytes(20), "image", "OCR"),
    "WAV": ("a.wav", b"RIFF\x00\x00\x00\x00WAVEfmt ", "recording", "transcribed"),
    "XML": ("a.txt", b"<?xml version='1.0'?><list/>", "XML", "save what is to be read"),
    "JSON": ("a.json", b'{"name": "A", "amount": 1}', "neither BODS nor", "mapping file"),
    "BODS 0.2": ("a.json", b'[{"statementID": "1", "statementType": "personStatement"}]', "BODS 0.4", "convert"),
    "JSON that only sounds like FollowTheMoney": ("a.jsonl", b'{"schema": 1}', "none of its records", "right file"),
    "CSV with a broken heading": ("a.csv", b'"name,amount\nA,1\n', "first row", "quotation mark"),
    "program": ("a.txt", b"\x7fELF" + bytes(60), "program", "leave it out"),
    "PDF of pictures": ("a.pdf", pdf([[], []]), "no text layer", "ocrmypdf"),
    "PDF with nothing but a stamp": ("a.pdf", pdf([[(72, 700, "7", "F1", 9)], [], []]), "no text layer", "ocrmypdf"),
    "broken PDF": ("a.pdf", pdf([column(WORDS)])[:200], "damaged", "fetch the original"),
    "PDF in name and head only": ("a.pdf", b"%PDF-1.7\n" + Random(3).randbytes(900), "damaged", "fetch the original"),
    "locked PDF": ("a.pdf", locked_pdf(), "password", "without one"),
    "broken Word": ("a.docx", docx(p(WORDS))[:-40], "damaged", "repair"),
    "Word without its document": ("a.docx", package({"word/document.xml": "<broken"}), "damaged", "repair"),
    "Word with an entity": ("a.docx", package({"word/document.xml": DOCTYPE}), "damaged", "repair"),
    "Word with nothing in it": ("a.docx", docx(""), "no words", "right file"),
    "Word with pictures only": ("a.docx", docx(PICTURES), "only pictures", "OCR"),
    "page of scripts": ("a.html", b"<html><script>words()</script><div></div>", "only scripts", "save it as PDF"),
    "page without words": ("a.html", b"<html><body><img src=a.png></body></html>", "no text", "right page"),
    "mail without words": ("a.eml", MAIL + b"\r\n", "no text", "attachments"),
    "encrypted mail": ("a.eml", MAIL + LOCKED_MAIL, "encrypted", "decrypt"),
    "mailbox": ("a.mbox", b"From a@b Mon\n" + MAIL + b"Date: x\r\n\r\nwords", "mailbox", "each message"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_used_is_refused_with_advice(case: str) -> None:
    name, data, what, advice = REFUSED[case]
    source, problems = load(data, name)
    assert source is None
    assert len(problems) == 1
    assert problems[0].fatal
    assert what in problems[0].what
    assert advice in problems[0].next
    assert problems[0].where == name
    assert problems[0].stage == "sources"
    assert len(problems[0].source or "") == 64


def test_an_entity_in_a_word_file_reaches_no_file() -> None:
    assert "words" not in repr(load(REFUSED["Word with an entity"][1], "a.docx"))


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = package({"word/document.xml": b" " * (64 * 2**20)})
    tracemalloc.start()
    source, problems = load(bomb, "a.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert source is None
    assert "zip bomb" in problems[0].what
    assert peak < 2.5 * 40 * 2**20


def test_a_text_of_fifty_megabytes_is_refused_at_once_and_without_a_copy() -> None:
    data = (WORDS.encode() * (50 * 2**20 // len(WORDS) + 1))[: 50 * 2**20]
    tracemalloc.start()
    begin = time.process_time()
    source, problems = load(data, "long.txt")
    spent = time.process_time() - begin
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert source is None
    assert "20 million characters" in problems[0].what
    assert "split it" in problems[0].next
    assert spent < 5
    assert peak < 5 * 2**20


def test_a_text_of_two_bytes_a_character_is_measured_in_characters() -> None:
    assert load(("банк " * (MAX_TEXT // 5)).encode(), "a.txt")[0] is not None
    assert load(("банк " * (MAX_TEXT // 5) + "!").encode(), "a.txt")[0] is None
    assert "million characters" in load(("bank " * (MAX_TEXT // 5) + "!").encode("utf-16"), "a.txt")[1][0].what


def test_a_file_over_the_limit_is_not_even_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("large") / "a.txt"
    with path.open("wb") as out:
        out.truncate(MAX_BYTES + 1)
    problem = read_file(path)
    assert isinstance(problem, Problem)
    assert "larger than" in problem.what
    assert problem.where == "a.txt"


def test_files_that_are_none(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("files")
    (folder / "a.txt").write_bytes(b"words")
    assert read_file(folder / "a.txt") == b"words"
    missing, directory = read_file(folder / "b.txt"), read_file(folder)
    assert isinstance(missing, Problem)
    assert "no such file" in missing.what
    assert isinstance(directory, Problem)
    assert "not a file" in directory.what


def test_scripts_and_hidden_words_never_reach_the_text() -> None:
    page = (
        "<html><head><script>alpha()</script><style>.beta{}</style></head><body><p>" + WORDS + "</p>"
        "<script type='application/ld+json'>{\"articleBody\": \"gamma words\"}</script><noscript>delta</noscript>"
        "<template>epsilon</template><p hidden>zeta</p><p style='display:none'>eta</p><p onclick='theta()'>Iota.</p>"
    )
    source, _ = load(page.encode(), "a.html")
    assert source is not None
    assert source.text == f"{WORDS.strip()}\n\nIota."


def test_control_characters_are_kept_to_the_letter_and_named() -> None:
    text = f"{WORDS}\x00{WORDS}\x07{WORDS}"
    source, problems = load(text.encode(), "a.txt")
    assert source is not None
    assert source.text == text
    assert [problem.fatal for problem in problems] == [False]
    assert "2 control characters (U+0000 first)" in problems[0].what
    assert problems[0].where == f"a.txt, character {len(WORDS)}"


def test_stray_surrogates_are_replaced_and_counted() -> None:
    source, problems = load(WORDS.encode() + b"\xed\xa0\x80 " + "й".encode(), "a.txt")
    assert source is not None
    assert source.text == f"{WORDS}\ufffd й"
    assert "1 places are not valid UTF-8" in problems[0].what


def test_surrogate_pairs_written_one_by_one_are_one_character_again() -> None:
    source, _ = load(WORDS.encode() + b"\xed\xa0\xbd\xed\xb8\x80", "a.txt")
    assert source is not None
    assert source.text == WORDS + "\U0001f600"


def test_a_word_file_unpacking_to_a_wrong_size_raises_nothing() -> None:
    data = bytearray(docx(p(WORDS)))
    for place in range(0, len(data), 7):
        broken = bytes(data[:place]) + bytes([data[place] ^ 0xFF]) + bytes(data[place + 1 :])
        load(broken, "a.docx")


def test_a_deeply_nested_page_is_read_as_far_as_it_goes_and_says_so() -> None:
    source, problems = load(f"<html><p>{WORDS}</p>{'<div>' * 5000}deep".encode(), "a.html")
    assert source is not None
    assert source.text.startswith(WORDS.strip())
    assert any("nested too deeply" in problem.what for problem in problems)
