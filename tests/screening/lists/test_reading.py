"""How names, dates, countries and numbers are read, and which edition is the later."""

from __future__ import annotations

from pathlib import Path

import pytest

from primafacie.screening.lists import load, load_all
from primafacie.screening.lists.countries import countries, country, country_at_end
from primafacie.screening.lists.dates import births, iso
from primafacie.screening.lists.edition import order, sha256, sha256_of
from primafacie.screening.lists.identifiers import numbers
from primafacie.screening.lists.loading import parts_of
from primafacie.screening.lists.names import natural, readings
from primafacie.screening.lists.ofac_remarks import remarks

from .goldens import written


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("DOE, Jane", "Jane DOE"), ("DOE, Jane Ann, Jr.", "Jane Ann DOE Jr."), ("DOE", "DOE"), ("DOE, Jr.", "DOE Jr."),
        ("AL-DOE, Dr. Omar, III", "Dr. Omar AL-DOE III"), ("DOE,", "DOE"), (", Jane", "Jane"),
    ],
)  # fmt: skip
def test_a_surname_first_is_put_last(said: str, meant: str) -> None:
    assert natural(said) == meant


PERSONS = {
    "Maher (a.k.a. Mahir) AL-ROE": (("Maher AL-ROE", "Mahir AL-ROE"), ()),
    "Omar (a.k.a. Abd al-Sample) ROE": (("Omar ROE",), ("Abd al-Sample",)),
    "Elena Borisovna EXAMPLEVA (born SAMPLOVA)": (("Elena Borisovna EXAMPLEVA", "Elena Borisovna SAMPLOVA"), ()),
    "Artyom/ Artem EXAMPLEV (Russian: Артём ПРИМЕРОВ)": (
        ("Artyom EXAMPLEV", "Artem EXAMPLEV", "Артём ПРИМЕРОВ"), (),
    ),
    "El Example (combat name)": ((), ("El Example",)),
    "(a) John ROE, (b) Jon ROE": (("John ROE", "Jon ROE"), ()),
    "John ROE (formerly listed as)": (("John ROE",), ()),
    "Вадим (Vadim) ПРИМЕРОВ": (("Вадим ПРИМЕРОВ",), ("Vadim",)),
    "Elena ROE (born DOE (ДОУ))": (("Elena ROE", "Elena DOE"), ("ДОУ",)),
    "Igor ROE Russian: Игорь ПРИМЕРОВ": (("Igor ROE", "Игорь ПРИМЕРОВ"), ()),
    "Omar ROE عمر المثال": (("Omar ROE", "عمر المثال"), ()),
    "Married name: Olga ROE": (("Olga ROE",), ()),
    "Omar Roe, born 1 Jan. 1953 in Example City": (("Omar Roe",), ()),
    "Omar ROE a.k.a. Umar": (("Omar ROE",), ("Umar",)),
    "John ROE / Jon ROE": (("John ROE", "Jon ROE"), ()),
    "Iwan EXAMPLE or Ivan EXAMPLE": (("Iwan EXAMPLE", "Ivan EXAMPLE"), ()),
}  # fmt: skip
OTHERS = {
    "Example Airlines (EAL)": (("Example Airlines (EAL)", "Example Airlines"), ("EAL",)),
    "Example Impex (EI) Ltd": (("Example Impex (EI) Ltd", "Example Impex Ltd"), ("EI",)),
    "Example Charity (Tanzania)": (("Example Charity (Tanzania)",), ()),
    "Пример (АО «Пример»)": (("Пример (АО «Пример»)", "Пример", "АО «Пример»"), ()),
    "Example Institute (EI; Institute of Examples)": (
        ("Example Institute", "Institute of Examples"),
        ("EI",),
    ),
    "Example Works a.k.a. Sample Works": (("Example Works", "Sample Works"), ()),
    "Example/Sample Party": (("Example/Sample Party",), ()),
    "“Example Trading Co.”": (("Example Trading Co.",), ()),
}


@pytest.mark.parametrize("printed", PERSONS)
def test_the_readings_of_a_persons_printed_name(printed: str) -> None:
    assert readings(printed, True) == PERSONS[printed]


@pytest.mark.parametrize("printed", OTHERS)
def test_the_readings_of_another_printed_name(printed: str) -> None:
    assert readings(printed, False) == OTHERS[printed]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("15 Jun 1966", "1966-06-15"), ("27.1.1964", "1964-01-27"), ("7 June 2018", "2018-06-07"), 
        ("1937-04-28T00:00:00Z", "1937-04-28"), ("2016-03-02-05:00", "2016-03-02"),
        ("31/12/1979", "1979-12-31"), ("Nov. 1973", "1973-11"),
        ("00/00/1975", "1975"), ("dd/mm/1975", "1975"), ("00/03/1975", "1975-03"), ("June 15, 1966", "1966-06-15"),
        ("31 Feb 1980", "1980-02"), ("08-Oct-2026", "2026-10-08"), ("Last Updated,05/06/2025", "2025-06-05"),
        ("unknown", None), ("", None), ("No. 12345", None),
    ],
)  # fmt: skip
def test_a_date_is_as_precise_as_it_is_said(said: str, meant: str | None) -> None:
    assert iso(said) == meant


def test_american_figures_have_the_month_first() -> None:
    assert iso("08/09/2026", month_first=True) == "2026-08-09"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("circa 1960", ("1960",)), ("circa 01 Jan 1951", ("1951",)), ("Approximately 1958", ("1958",)),
        ("c. 1951", ("1951",)), ("1958 to 1960", ("1958", "1959", "1960")), ("1956-1957", ("1956", "1957")),
        ("01 Jan 1970 to 31 Dec 1970", ("1970",)), ("02 Feb 1970 to 05 Feb 1970", ("1970-02",)),
        ("5.8.1972 or 15.8.1972", ("1972-08-05", "1972-08-15")), ("1963/1964", ("1963", "1964")),
        ("between 1.1.1961 and 31.12.1962", ("1961", "1962")), ("1900 to 1980", ()), ("12/07/1975", ("1975-07-12",)),
        ("Approximately (29 years old)", ()), ("1955-10-10", ("1955-10-10",)), ("15-Jun-1966", ("1966-06-15",)),
    ],
)  # fmt: skip
def test_dates_of_birth_say_what_may_be(said: str, meant: tuple[str, ...]) -> None:
    assert births(said) == meant


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("Korea, North", "kp"), ("DPRK", "kp"), ("Russian", "ru"), ("Russian Federation", "ru"), ("Burma", "mm"),
        ("Myanmar/Burma", "mm"), ("Iran (Islamic Republic of)", "ir"), ("Congo, Democratic Republic of the", "cd"),
        ("Region: Gaza", "ps"), ("Cote d Ivoire", "ci"), ("Côte d’Ivoire", "ci"), ("The Gambia", "gm"), ("UK", "gb"),
        ("RU", "ru"), ("XX", None), ("undetermined", None), ("USSR", "su"), ("Kosovo", "xk"), ("Türkiye", "tr"),
        ("Virgin Islands, British", "vg"), ("Norway", "no"), ("", None),
    ],
)  # fmt: skip
def test_a_country_by_whatever_name(said: str, code: str | None) -> None:
    assert country(said) == code


def test_several_countries_in_one_cell() -> None:
    assert countries("Russian, Finnish") == ("ru", "fi")
    assert countries("Jordanian (presumed)") == ("jo",)
    assert countries("(1) Russia (2) Cyprus") == ("ru", "cy")
    assert country_at_end("1 Example Street, Moscow 125252, Russia.") == "ru"
    assert country_at_end("1 Example Street, Example City") is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("AB126785 (Example passport, issued on 27.5.2002, expired on 3.4.2007)", ("AB126785",)),
        ("(a) Example number EC653 (expires 19.1.2021), (b) EB277", ("EC653", "EB277")),
        ("0402 274319", ("0402274319",)),
        ("series 6102 No 632261, issued on 16.10.2002", ("6102632261",)), ("A 10472263", ("A10472263",)),
        ("S/263963; issued on 8 November 2012", ("S/263963",)), ("771500884353/", ("771500884353",)), ("none", ()),
    ],
)  # fmt: skip
def test_numbers_come_out_of_the_words_around_them(said: str, meant: tuple[str, ...]) -> None:
    assert numbers(said) == meant


def test_remarks_that_are_no_identifiers_stay_text() -> None:
    found = remarks(
        "Government Gazette Number 0123; Phone Number 3804412345; Executive Order 13662 Directive 1; "
        "Website x1.example; Digital Currency Address - XBT 1Example1; Registration ID 14063277; "
        "NIT # 800018928-0 (Colombia)."
    )
    assert found.identifiers == ["1Example1", "14063277", "800018928-0"]
    assert found.countries == [None, None, "co"]


def test_the_later_edition() -> None:
    assert order(("2024-01-01", 9, ""), ("2021-01-01", 99, "")) > 0
    assert order(("", 9, ""), ("2021-01-01", 99, "")) < 0
    assert order(("", 9, "2026-01-01"), ("", 9, "2026-01-02")) < 0
    assert order(("2024", 9, ""), ("2024", 9, "")) == 0


def test_several_editions_of_a_list_come_in_order_of_time(tmp_path: Path) -> None:
    old = written("ofac-csv-set", tmp_path / "b")
    new = written("ofac-csv-set", tmp_path / "a")
    (new / "sdn.csv").write_bytes((old / "sdn.csv").read_bytes().replace(b'105,"SAMPLE', b'205,"SAMPLE'))
    editions, _ = load_all([tmp_path])
    assert [edition.listings[-1].id for edition in editions] == ["ofac:105", "ofac:205"]
    assert load_all([tmp_path, tmp_path])[0] == editions


def test_what_somebody_says_of_key_and_date_goes_before_the_files(tmp_path: Path) -> None:
    edition, _ = load(written("un-xml", tmp_path), key="my-list", date="2020-01-02")
    assert edition is not None
    assert (edition.list.key, edition.list.date, edition.list.origin) == ("my-list", "2020-01-02", "consolidated.xml")
    assert [listing.id for listing in edition.listings] == ["my-list:6900001", "my-list:6900002"]
    assert {listing.list for listing in edition.listings} == {"my-list"}


def test_the_digest_of_an_edition_of_several_files_is_that_of_its_names_and_digests(tmp_path: Path) -> None:
    folder = written("ofac-csv-set", tmp_path)
    lines = "".join(f"{path.name} {sha256(path)}\n" for path in sorted(folder.iterdir()))
    (tmp_path / "lines").write_text(lines, "utf-8")
    parts = parts_of(folder)
    assert sha256_of(parts) == sha256_of(parts[::-1]) == sha256(tmp_path / "lines")
    assert sha256_of(parts[:1]) == sha256(folder / parts[0].name)


def test_data_that_marks_no_targets_lists_whatever_can_be_listed(tmp_path: Path) -> None:
    path = tmp_path / "my-case" / "entities.ftm.json"
    path.parent.mkdir()
    path.write_text(
        '{"id": "a", "schema": "Company", "properties": {"name": ["Example Bank"]}}\n'
        '{"id": "o", "schema": "Ownership", "properties": {"owner": ["a"]}}\n', "utf-8",
    )  # fmt: skip
    edition, problems = load(path)
    assert problems == ()
    assert edition is not None
    assert [listing.id for listing in edition.listings] == ["my-case:a"]
