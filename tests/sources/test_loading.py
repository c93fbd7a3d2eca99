"""What the bytes prove beats what the name says; what a person says beats both."""

from __future__ import annotations

import hashlib

import pytest

from primafacie.sources import load

from .papers import column, docx, p, pdf

WORDS = "The bank was sold for a quarter of what it had cost, and nobody asked why."
MAIL = f"Message-ID: <1@example.org>\nFrom: a@example.org\nTo: b@example.org\nSubject: The bank\n\n{WORDS}\n"
PAGE = f"<!doctype html><html><body><p>{WORDS}</p></body></html>"


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.txt", pdf([column(WORDS)]), "application/pdf"),
        ("a.pdf", docx(p(WORDS)), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.txt", PAGE.encode(), "text/html"),
        ("a.txt", ("\ufeff" + PAGE).encode("utf-16"), "text/html"),
        ("a.txt", MAIL.encode(), "message/rfc822"),
        ("a.pdf", WORDS.encode(), "text/plain"),
        ("a.html", WORDS.encode(), "text/plain"),
        ("a.docx", PAGE.encode(), "text/html"),
    ],
)
def test_the_bytes_beat_the_name_and_a_note_says_so(name: str, data: bytes, media_type: str) -> None:
    source, problems = load(data, name)
    assert source is not None
    assert source.media_type == media_type
    assert WORDS in source.text
    assert not problems[0].fatal
    assert "the name says" in problems[0].what


@pytest.mark.parametrize("name", ["a.txt", "a", "a.unheard-of", "A.TXT", "a.log"])
def test_words_of_no_known_name_are_plain_text(name: str) -> None:
    source, problems = load(WORDS.encode(), name)
    assert source is not None
    assert (source.text, source.media_type, source.loader) == (WORDS, "text/plain", "text/1")
    assert problems == ()


def test_a_transcript_that_begins_like_a_letter_is_no_mail() -> None:
    text = f"From: our correspondent\nDate: 7 January\nTo: the desk\n\n{WORDS}"
    source, problems = load(text.encode(), "a.txt")
    assert source is not None
    assert (source.text, source.media_type, problems) == (text, "text/plain", ())


def test_the_content_type_counts_where_the_name_says_nothing() -> None:
    source, _ = load(f"<p>{WORDS}</p>".encode(), "page", media_type="text/html; charset=utf-8")
    assert source is not None
    assert (source.text, source.media_type) == (WORDS, "text/html")


def test_what_a_person_says_beats_what_the_file_states() -> None:
    written = f"---\ntitle: One\nauthor: Ann Lee\ndate: 2021-05-06\nlanguage: en-GB\n---\n\n{WORDS}\n"
    stated, _ = load(written.encode(), "a.md")
    assert stated is not None
    assert (stated.title, stated.author, stated.date, stated.language) == ("One", "Ann Lee", "2021-05-06", "en")
    said, _ = load(
        written.encode(), "a.md", title="Two", author="Bo Roe", date="2020", language="kk", origin="https://x.example/"
    )
    assert said is not None
    assert (said.title, said.author, said.date, said.language) == ("Two", "Bo Roe", "2020", "kk")
    assert said.origin == "https://x.example/"
    assert said.text == stated.text == written


def test_a_source_is_known_by_its_bytes_and_names_no_folder() -> None:
    source, _ = load(WORDS.encode(), "/home/somebody/files/..\\a\x1b[2J.txt")
    assert source is not None
    assert source.id == hashlib.sha256(WORDS.encode()).hexdigest()
    assert source.size == len(WORDS)
    assert source.name == source.origin == "a\ufffd[2J.txt"


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    text = f"\ufeff{WORDS}\r\n\r\n{WORDS}\r{WORDS}\n"
    source, problems = load(text.encode(), "a.txt")
    assert source is not None
    assert source.text == text
    assert problems == ()


@pytest.mark.parametrize(
    ("info", "title", "author"),
    [
        ("/Title (The Quiet Sale) /Author (Ann Lee)", "The Quiet Sale", "Ann Lee"),
        ("/Title (Microsoft Word - draft3.doc) /Author (Administrator)", None, None),
        ("/Title (report_final.docx) /Author (alee)", None, None),
        ("/CreationDate (D:20210102000000Z)", None, None),
    ],
)
def test_properties_that_a_program_filled_in_are_not_taken(info: str, title: str | None, author: str | None) -> None:
    source, _ = load(pdf([column(WORDS)], info=info), "a.pdf")
    assert source is not None
    assert (source.title, source.author, source.date) == (title, author, None)


def test_pages_without_words_among_others_are_named() -> None:
    source, problems = load(pdf([column(WORDS), [], column(WORDS), []]), "a.pdf")
    assert source is not None
    assert "pages 2, 4 without text" in problems[0].what
    assert "OCR" in problems[0].next


def test_two_columns_are_read_one_after_the_other() -> None:
    bought = "The bank was bought in the year\n2007 by a group from abroad\nthat paid two billion for it."
    left = column(bought, left=60)
    right = column("Six years later it was sold for\na quarter of that.", left=320)
    source, _ = load(pdf([[*left, *right]]), "a.pdf")
    assert source is not None
    assert source.text.split("\n\n") == [
        "The bank was bought in the year 2007 by a group from abroad that paid two billion for it.",
        "Six years later it was sold for a quarter of that.",
    ]


def test_notes_text_boxes_and_comments_of_a_word_file() -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    inner = f"<w:txbxContent>{p('In a box.')}</w:txbxContent>"
    box = f"<w:p><w:r><w:t>Before.</w:t><w:pict>{inner}</w:pict></w:r></w:p>"
    line = f'<w:footnote w:type="separator">{p("--")}</w:footnote>'
    words = f"<w:footnote>{p('A note.')}</w:footnote>"
    notes = f'<w:footnotes xmlns:w="{space}">{line}{words}</w:footnotes>'
    comments = f'<w:comments xmlns:w="{space}"><w:comment>{p("Really?")}</w:comment></w:comments>'
    source, problems = load(docx(box + p("After."), footnotes=notes, comments=comments), "a.docx")
    assert source is not None
    assert source.text == "Before.\n\nIn a box.\n\nAfter.\n\nA note."
    assert "1 comments" in problems[0].what


def test_mail_with_raw_letters_and_no_character_set_is_read_all_the_same() -> None:
    words = "Банк продали. Никто не спросил, почему это случилось."
    headers = "Message-ID: <1@x>\nFrom: Анна <a@example.org>\nTo: b@example.org\nSubject: Продажа банка"
    mail = f"{headers}\n\n{words}\n"
    source, problems = load(mail.encode("cp1251"), "a.eml")
    assert source is not None
    assert (source.title, source.author) == ("Продажа банка", "Анна")
    assert source.text.endswith(words)
    assert "Windows-1251" in problems[0].what


def test_mail_in_html_is_read_without_its_scripts() -> None:
    headers = "MIME-Version: 1.0\nFrom: a@example.org\nContent-Type: text/html"
    mail = f"{headers}\n\n<p>{WORDS}</p><script>words()</script>\n"
    source, _ = load(mail.encode(), "a.eml")
    assert source is not None
    assert source.text == f"From: a@example.org\n\n{WORDS}"


@pytest.mark.parametrize(("stated", "date"), [("2013-11", "2013-11"), ("2013", "2013"), ("2013-11-12", "2013-11-12")])
def test_a_page_is_dated_as_precisely_as_it_says(stated: str, date: str) -> None:
    head = f'<meta property="article:published_time" content="{stated}">'
    source, _ = load(f"<!doctype html><html><head>{head}</head><body><p>{WORDS}</p></body></html>".encode(), "a.html")
    assert source is not None
    assert source.date == date


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("a.csv", b"who;what\nAnn;Alpha\n", "text/csv"),
        ("a.tsv", b"who\twhat\nAnn\tAlpha\n", "text/csv"),
        ("a.json", b'{"statementId": "1", "recordType": "person", "recordDetails": {}}', "application/json"),
        ("a.ftm.json", b'{"id": "1", "schema": "Person", "properties": {"name": ["Ann"]}}', "application/x-ndjson"),
        ("a.csv", PAGE.encode(), "text/html"),
    ],
)
def test_tables_and_records_are_known_by_name_and_content(name: str, data: bytes, media_type: str) -> None:
    source, _ = load(data, name)
    assert source is not None
    assert source.media_type == media_type
    assert source.language is None or media_type == "text/html"
