"""A file of arrays comes back as it was written, and one that is damaged is told apart."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from primafacie.screening.index import storage

ARRAYS = {
    "numbers": np.arange(1000, dtype=np.int32).reshape(100, 10),
    "none": np.zeros(0, np.float32),
    "bytes": np.frombuffer(b"abc", np.uint8),
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    storage.write(tmp_path / "a.index", ARRAYS, {"told": ["x", 1]})
    return tmp_path / "a.index"


def test_what_was_written_is_read(file: Path) -> None:
    arrays, note = storage.read(file)
    assert note == {"told": ["x", 1]}
    assert list(arrays) == list(ARRAYS)
    for name, array in ARRAYS.items():
        assert arrays[name].dtype == array.dtype
        assert np.array_equal(arrays[name], array)


def test_what_is_read_cannot_be_written_to(file: Path) -> None:
    arrays, _ = storage.read(file)
    with pytest.raises(ValueError, match="read-only"):
        arrays["numbers"][0, 0] = 7


def test_the_same_arrays_make_the_same_bytes(file: Path, tmp_path: Path) -> None:
    storage.write(tmp_path / "b.index", ARRAYS, {"told": ["x", 1]})
    assert file.read_bytes() == (tmp_path / "b.index").read_bytes()


def test_nothing_else_is_left_in_the_folder(file: Path) -> None:
    assert [path.name for path in file.parent.iterdir()] == ["a.index"]


@pytest.mark.parametrize("size", [0, 3, 19, 20, 100, 1000, -1])
def test_a_file_that_was_cut_off_is_damaged(file: Path, size: int) -> None:
    file.write_bytes(file.read_bytes()[:size])
    with pytest.raises(storage.Damaged):
        storage.read(file)


@pytest.mark.parametrize("at", [0, 10, 17, 30, 500, 2000, -80])
def test_a_single_altered_byte_is_damage(file: Path, at: int) -> None:
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    with pytest.raises(storage.Damaged):
        storage.read(file)


def test_a_failed_write_leaves_the_former_file(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(TypeError):
        storage.write(file, ARRAYS, {"no JSON": object()})
    assert file.read_bytes() == before
