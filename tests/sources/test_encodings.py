"""Texts in the code pages that evidence comes in: the words come back, and a note says which page was taken."""

from __future__ import annotations

import pytest

from primafacie.sources import load
from primafacie.sources.encodings import decode

FRENCH = "Où est l'argent ? À la fin, le père a répondu que ça ne l'intéressait guère."
ITALIAN = "Perché la città è così? Il ministro è andato via; però non si sa più nulla."
SPANISH = "El señor dijo que años después la compañía pagó más de mil millones de dólares."
RUSSIAN = "Бывший министр заявил, что банк был продан неизвестному человеку."
POLISH = "Były minister powiedział, że bank został sprzedany. Śledztwo wciąż trwa, łapówkę wręczono."
CZECH = "Bývalý ministr řekl, že banka byla prodána neznámému člověku. Vyšetřování ještě trvá."
TURKISH = "Eski bakan bankanın satıldığını söyledi. İşçiler greve gitti, şirket ağır zarar gördü."
CHINESE = "前部长说，银行被卖给了一个不知名的人。调查仍在继续。"
MIXED = "The bank of Жарбаев was sold to Темиров in 2007 for money, said the man."
QUOTED = "The bank paid £5 million, or €6 million \u2013 \u201cnot a bribe\u201d, he said."


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (FRENCH, "latin-1", "Windows-1252 (Latin-1)"), (ITALIAN, "latin-1", "Windows-1252 (Latin-1)"),
        (SPANISH, "cp1252", "Windows-1252 (Latin-1)"), (QUOTED, "cp1252", "Windows-1252 (Latin-1)"),
        (RUSSIAN, "cp1251", "Windows-1251"), (RUSSIAN, "koi8_r", "KOI8-R"), (RUSSIAN, "cp866", "866"),
        (MIXED, "cp1251", "Windows-1251"), (POLISH, "cp1250", "CP1250"), (CZECH, "cp1250", "CP1250"),
        (CZECH, "iso8859_2", "ISO8859-2"), (TURKISH, "cp1254", "CP1254"), (CHINESE, "gb18030", "GB18030"),
        (RUSSIAN, "utf-16-le", "UTF-16 (little"), (RUSSIAN, "utf-16-be", "UTF-16 (big"),
        (FRENCH, "utf-16-le", "UTF-16 (little"), (FRENCH, "utf-16-be", "UTF-16 (big"), (FRENCH, "utf-16", "UTF-16"),
        (CHINESE, "utf-16", "UTF-16"), (FRENCH, "utf-32", "UTF-32"),
    ],
)  # fmt: skip
def test_the_words_come_back_and_the_note_names_the_encoding(text: str, encoding: str, name: str) -> None:
    source, problems = load(text.encode(encoding), "a.txt")
    assert source is not None
    assert source.text == text
    assert [problem.fatal for problem in problems] == [False]
    assert name in problems[0].what


@pytest.mark.parametrize("text", [FRENCH, RUSSIAN, CHINESE, MIXED])
def test_utf_8_is_nothing_to_speak_of(text: str) -> None:
    source, problems = load(text.encode(), "a.txt")
    assert source is not None
    assert (source.text, problems) == (text, ())


def test_what_the_sender_declares_is_tried_before_guessing() -> None:
    source, _ = load("Да.".encode("koi8_r"), "a.txt", media_type="text/plain; charset=KOI8-R")
    assert source is not None
    assert source.text == "Да."


@pytest.mark.parametrize("declared", ["rot13", "zlib", "no such thing", "utf-7", "idna", ""])
def test_a_declared_encoding_that_is_none_is_passed_over(declared: str) -> None:
    decoded = decode(FRENCH.encode("cp1252"), declared)
    assert decoded is not None
    assert decoded.text == FRENCH


def test_a_page_that_lies_about_its_encoding_is_read_as_it_is() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{FRENCH}</p></body></html>'
    source, problems = load(page.encode(), "a.html")
    assert source is not None
    assert (source.text, problems) == (FRENCH, ())


def test_a_page_in_an_old_code_page_says_so_itself() -> None:
    page = f'<html><head><meta charset="koi8-r"></head><body><p>{RUSSIAN}</p></body></html>'
    source, problems = load(page.encode("koi8_r"), "a.html")
    assert source is not None
    assert source.text == RUSSIAN
    assert "KOI8-R" in problems[0].what


def test_a_character_cut_in_two_at_the_end_costs_no_other() -> None:
    decoded = decode((RUSSIAN * 3).encode() + b"\xd0")
    assert decoded is not None
    assert (decoded.text, decoded.damaged) == (RUSSIAN * 3 + "\ufffd", 1)
