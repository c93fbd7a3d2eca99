"""Retrieval: which entries a name may be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from primafacie.model.lists import Listing, Profile
from primafacie.screening.index import Index

from .invented import ALPHA, BETA, edition, entry

INDEX = Index.build((ALPHA, BETA))


def found(name: str, index: Index = INDEX, schema: str = "Person") -> list[str]:
    return [candidate.listing.id for candidate in index.search(Profile(schema, (name,)))]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bolat Serikuly Kenzhebayev", "alpha:1"),
        ("KENZHEBAYEV, Bolat", "alpha:1"),
        ("Болат Кенжебаев", "alpha:1"),
        ("Bolat Kenjebaev", "alpha:1"),
        ("Bolat Kenzhebyaev", "alpha:1"),
        ("Bolatt Kenzhebaye", "alpha:1"),
        ("B. Kenzhebayev", "alpha:1"),
        ("Abdulrahman Alqasmiri", "alpha:2"),
        ("Abd al-Rahman Qasmiri", "alpha:2"),
        ("Orvanta Shipping Co. Ltd", "alpha:3"),
        ("ORVANTASHIPPING", "alpha:3"),
        ("Halvor Ssen Teodor", "alpha:5"),
        ("Теодор Халворссен", "alpha:5"),
        ("Te\u200bodor Halvorss\u202een", "alpha:5"),
        ("Тeodor Halvоrssen", "alpha:5"),
    ],
)
def test_the_entry_comes_first(name: str, expected: str) -> None:
    assert found(name)[:1] == [expected]


@pytest.mark.parametrize("name", ["Anders Lindqvist", "Mira Solheim-Strand", "Orbital Fishing Trust", "王小明", ""])
def test_nobody_is_like_a_stranger(name: str) -> None:
    assert found(name) == []


def test_entries_that_share_a_name_come_the_likest_first() -> None:
    assert found("Ivan Ilyich Petrov")[0] == "beta:1"
    assert set(found("Ivan Petrov")) == {"beta:0", "beta:1", "beta:2"}


def test_what_is_found_tells_name_list_and_estimate() -> None:
    (candidate,) = INDEX.search(Profile("Person", ("Кенжебаев Болат",)))
    assert candidate.list.key == "alpha"
    assert candidate.list.date == "2031-05-01"
    assert candidate.in_force
    assert set(candidate.names) == {"Bolat Serikuly KENZHEBAYEV", "Кенжебаев Болат Серикулы"}
    assert 0.6 <= candidate.estimate < 1


def test_entries_come_back_as_they_were_given() -> None:
    listing = replace(
        entry("gamma:1", "Nobody \ud800 Anywhere", weak=("N",), identifiers=("№ 1",), genders=("male",)),
        programs=("A", "B"), since="2030-01-02", measures=("travel ban",), reason="\x00 and 'so' on",
    )  # fmt: skip
    assert Index.build([edition("gamma", None, listing)]).listing(0) == listing


def test_words_of_one_letter_have_neighbours_too() -> None:
    both = (entry(f"letters:{a}", f"{a} Quorvantil", f"{a}{a}h Quorvantil") for a in "aeiou")
    letters = edition("letters", None, *both)
    assert "letters:e" in found("E Quorvantil", Index.build((letters, ALPHA)))


def test_the_limit_holds() -> None:
    assert len(INDEX.search(Profile("Person", ("Ivan Petrov",)), limit=2)) == 2


def test_all_names_of_a_profile_are_looked_up() -> None:
    both = Profile("Person", ("Nobody Known", "Zhansaya Omirtay"), ("Teodor Halvorssen",))
    assert {c.listing.id for c in INDEX.search(both)} == {"beta:y", "alpha:5"}


def test_an_index_from_its_file_answers_the_same(tmp_path: Path) -> None:
    INDEX.save(tmp_path / "kept.index")
    mapped = Index.open(tmp_path / "kept.index")
    assert mapped.lists == INDEX.lists
    assert len(mapped) == len(INDEX)
    for name in ("Bolat Kenjebaev", "Ivan Petrov", "Orvanta"):
        assert mapped.search(Profile("Person", (name,))) == INDEX.search(Profile("Person", (name,)))


def test_the_same_editions_make_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        Index.build((ALPHA, BETA)).save(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_an_empty_index_finds_nothing() -> None:
    assert found("Bolat Kenzhebayev", Index.build(())) == []
    assert found("Bolat Kenzhebayev", Index.build((edition("gamma", None),))) == []


class TestEditions:
    """Of several editions of one list the latest is in force."""

    gone: Listing = entry("delta:1", "Gone Awayman")
    stays: Listing = entry("delta:2", "Stays Hereman")
    came: Listing = entry("delta:3", "Came Lateman")
    first = edition("delta", "2028-01-01", gone, stays)
    second = edition("delta", "2029-01-01", stays)
    third = edition("delta", "2030-01-01", replace(stays, reason="amended"), came)

    def test_the_latest_is_in_force(self) -> None:
        index = Index.build([self.first, self.second, self.third])
        assert [told.date for told in index.lists] == ["2030-01-01"]
        assert [told.date for told in index.former] == ["2029-01-01", "2028-01-01"]
        (stays,) = index.search(Profile("Person", ("Stays Hereman",)))
        assert stays.in_force
        assert stays.listing.reason == "amended"
        (came,) = index.search(Profile("Person", ("Came Lateman",)))
        assert came.in_force

    def test_who_is_in_former_ones_only_was_taken_off(self) -> None:
        (gone,) = Index.build((self.first, self.second, self.third)).search(Profile("Person", ("Gone Awayman",)))
        assert not gone.in_force
        assert gone.listing.until == "2029-01-01"
        assert gone.list.date == "2030-01-01"

    def test_where_nobody_says_when_the_last_given_is_in_force(self) -> None:
        undated = [edition("delta", None, self.gone), edition("delta", None, self.stays)]
        (gone,) = Index.build(undated).search(Profile("Person", ("Gone Awayman",)))
        assert not gone.in_force
        assert gone.listing.until is None
