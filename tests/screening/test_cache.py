"""The index is kept, found again, and made anew where anything changed or was damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from primafacie.model.lists import Profile
from primafacie.screening.cache import index_of
from primafacie.screening.index import Index

ROWS = (
    '101,"KENZHEBAYEV, Bolat","individual","TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 04 Mar 1961."\r\n'
    '102,"ORVANTA SHIPPING LTD",-0- ,"TEST",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a'
)


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "sdn.csv").write_text(ROWS, "utf-8", newline="")
    return folder


def kept(cache: Path) -> list[Path]:
    return sorted(cache.glob("*.index"))


def found(index: Index) -> list[str]:
    return [one.listing.id for one in index.screen(Profile("Person", ("Bolat Kenzhebayev",)))]


def test_it_is_kept_and_opened_again(lists: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    made, problems = index_of([lists], "v1", cache)
    (file,) = kept(cache)
    written = file.read_bytes()
    again, told = index_of([lists], "v1", cache)
    assert found(made) == found(again) == ["ofac:101"]
    assert made.lists == again.lists
    assert problems == told
    assert file.read_bytes() == written


def test_other_bytes_or_other_code_make_another(lists: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    index_of([lists], "v1", cache)
    index_of([lists], "v2", cache)
    assert len(kept(cache)) == 2
    (lists / "sdn.csv").write_text(ROWS.replace("Bolat", "Aidar"), "utf-8", newline="")
    index, _ = index_of([lists], "v1", cache)
    assert len(kept(cache)) == 3
    assert found(index) != ["ofac:101"] or index.listing(0).profile.names[0].startswith("Aidar")


@pytest.mark.parametrize(("kept_bytes", "then"), [(0.5, b""), (0.0, b""), (0.9, b"x" * 40), (1.0, b"more")])
def test_a_damaged_one_is_made_anew(lists: Path, tmp_path: Path, kept_bytes: float, then: bytes) -> None:
    cache = tmp_path / "cache"
    index_of([lists], "v1", cache)
    (file,) = kept(cache)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * kept_bytes)] + then)
    index, _ = index_of([lists], "v1", cache)
    assert found(index) == ["ofac:101"]
    assert file.read_bytes() == whole


def test_a_file_where_the_folder_should_be_costs_only_time(lists: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("in the way")
    index, _ = index_of([lists], "v1", tmp_path / "cache")
    assert found(index) == ["ofac:101"]


def test_only_the_last_used_are_kept(lists: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    for version in range(12):
        index_of([lists], str(version), cache)
    assert len(kept(cache)) == 8


def test_nothing_is_kept_of_no_list(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    index, problems = index_of([tmp_path / "empty"], "v1", tmp_path / "cache")
    assert not index.lists
    assert [problem.what for problem in problems] == ["there is no list in the folder"]
    assert kept(tmp_path / "cache") == []
