"""What each word of a name is taken for, and what becomes of hostile ones."""

from __future__ import annotations

import time

import pytest

from primafacie.identity import MATCH, POSSIBLE, compare_names, read
from primafacie.identity.names import BODY, PERSON
from primafacie.identity.text import LONGEST, clean, latin


def kinds(name: str, schema: str) -> str:
    return " ".join(f"{t.text}={t.kind}" for t in read(name, schema).tokens)


@pytest.mark.parametrize(("name", "schema", "expected"), [
    ("Alderton, Margaret J.", "Person", "margaret=given name j=initial alderton=surname"),
    ("Тимофей Аркадьевич ВЕРХОЗИН", "Person", "timofei=given name arkadevich=patronymic verkhozin=surname"),
    ("Dr. Niels Oscar TROMBERG", "Person", "dr=title niels=given name oscar=given name tromberg=surname"),
    ("Kim Yong-rok", "Person", "kim=surname yong=given name rok=given name"),
    ("Abd al-Rahman al-Karbani", "Person", "abdrahman=given name al=particle karbani=surname"),
    ("Isa bin Tarif Qubaisani", "Person", "isa=given name bin=particle tarif=patronymic qubaisani=surname"),
    ("Oberwald Bank (France) S.A.S.", "Company",
     "oberwald=word bank=generic word france=place sas=legal form"),
    ("ООО «Кварц 2000»", "Company", "ooo=legal form kvarts=word 2000=number"),
    ("Quorvexa Fund VIII L.P.", "Company", "quorvexa=word fund=generic word 8=number lp=legal form"),
    ("MV Sea Lantern", "Vessel", "mv=title sea=word lantern=word"),
])  # fmt: skip
def test_each_word_is_what_it_is(name: str, schema: str, expected: str) -> None:
    assert kinds(name, schema) == expected


def test_a_generation_is_no_part_of_the_name() -> None:
    name = read("Robert Quillfeather, Jr.", "Person")
    assert (name.suffix, [t.text for t in name.core]) == ("jr", ["robert", "quillfeather"])


@pytest.mark.parametrize(("schema", "name", "family"), [
    ("LegalEntity", "Tarragossa Shipping Ltd", "body"), ("LegalEntity", "Timofey Verkhozin", "person"),
    ("LegalEntity", "The Lantern Trust", "body"), ("Thing", "Ministry of Inland Waterways", "body"),
    ("Vessel", "Sea Lantern", "thing"),
])  # fmt: skip
def test_an_open_schema_is_settled_by_the_words(schema: str, name: str, family: str) -> None:
    assert read(name, schema).family == family


@pytest.mark.parametrize(("word", "expected"), [
    ("Щёголев", "shchegolev"), ("Гнатюк", "gnatyuk"), ("Гнатїв", "hnativ"), ("Ντούφας", "dufas"), ("Μπάρος", "baros"),
    ("Þórsson", "thorsson"), ("საბაური", "sabauri"), ("Սարյան", "saryan"), ("الكربني", "krbny"), ("バラク", "baraku"),
    ("Łętowska", "letowska"), ("O’Dowd", "odowd"),
])  # fmt: skip
def test_every_script_becomes_latin(word: str, expected: str) -> None:
    assert latin(word) == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("Robert\u200b Quill\u202efeather", "Robert Quillfeather"), ("Rоbert", "Robert"), ("  a\x00b\tc ", "a b c"),
    ("Кaпитaн", "Капитан"), ("\ud800Robert", "Robert"), ("Ｑｕｉｌｌ", "Quill"), ("\u202e\u2066", ""),
])  # fmt: skip
def test_what_cannot_be_seen_is_taken_out(text: str, expected: str) -> None:
    assert clean(text) == expected


HOSTILE = {
    "long": "a" * 10_000, "many words": "Ab " * 5_000, "dots": "A." * 5_000, "brackets": "(" * 10_000,
    "commas": "," * 10_000, "bomb": "xi" * 5_000,
    "nulls": "\x00" * 10_000, "marks": "e\u0301" * 5_000, "zalgo": "a" + "\u0300" * 9_999, "halves": "\ud800" * 5_000,
    "turned": "\u202e" * 10_000, "pictures": "\U0001f600" * 5_000, "vowels": "aeiou" * 2_000,
    "patronymic": "ovich" * 2_000,
    "abd": "abd al " * 2_000, "aka": "a k a " * 2_000, "figures": "9" * 10_000, "empty": "",
    "blank": " \t\n",
}  # fmt: skip


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("schema", ["Person", "Company", "Vessel", "LegalEntity", "no such schema"])
def test_hostile_names_are_answered_at_once(what: str, schema: str) -> None:
    read("warm up", schema)
    start = time.perf_counter()
    hostile = read(HOSTILE[what], schema)
    for other in (hostile, read("Robert Quillfeather", schema), read(HOSTILE[what] + "x", schema)):
        assert 0.0 <= compare_names(hostile, other).score <= 1.0
    assert time.perf_counter() - start < 2.0
    assert len(hostile.text) <= LONGEST


@pytest.mark.parametrize("nothing", ["", " ", "\x00", "\u202e", "☃☃", "…"])
def test_a_name_without_letters_says_nothing(nothing: str) -> None:
    met = compare_names(read(nothing, "Person"), read(nothing, "Person"))
    assert met.score == 0.0
    assert met.features[0].note == "a name without letters says nothing"


def test_an_acronym_that_fits_comes_before_one_that_does_not_and_decides_nothing() -> None:
    full = read("Dornhagen Hafen Verwaltung GmbH", "Company")
    fits, other = (compare_names(read(name, "Company"), full).score for name in ("DHV GmbH", "DKV GmbH"))
    fuller = read("Dornhagen Hafen Verwaltung Binnen GmbH", "Company")
    longer = compare_names(read("DHVB GmbH", "Company"), fuller).score
    assert other < 0.1 < POSSIBLE < fits < longer < MATCH


def test_words_of_business_tell_a_company_where_the_schema_is_open() -> None:
    assert read("Oberwald Baltic Shipping").family == BODY
    assert read("Robert Alan House").family == PERSON
