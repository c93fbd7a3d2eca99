"""The archive holds the original bytes, and says so when somebody touched them."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

import pytest

from primafacie.sources.archive import Archive

DATA = b"The bank was sold."
SHA = hashlib.sha256(DATA).hexdigest()


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    kept = Archive(tmp_path / "archive")
    assert kept.put(DATA) == SHA
    return kept


def alter(path: Path, data: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(data)


def test_a_file_lies_two_folders_deep_and_cannot_be_written(archive: Archive) -> None:
    path = archive.folder / SHA[:2] / SHA[2:4] / SHA
    assert archive.path(SHA) == path
    assert path.read_bytes() == DATA
    assert stat.S_IMODE(path.stat().st_mode) == 0o444
    assert SHA in archive
    assert "0" * 64 not in archive


def test_putting_twice_changes_nothing(archive: Archive) -> None:
    before = archive.path(SHA).stat()
    assert archive.put(DATA) == SHA
    after = archive.path(SHA).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert list((archive.folder / "incoming").iterdir()) == []


def test_what_is_not_there_is_none_and_what_is_no_hash_is_a_mistake(archive: Archive) -> None:
    assert archive.get("0" * 64) is None
    for wrong in ("../../etc/passwd", SHA.upper(), SHA[:-1], ""):
        with pytest.raises(ValueError, match="not a SHA-256"):
            archive.get(wrong)


def test_changed_bytes_are_never_handed_out_and_are_reported(archive: Archive) -> None:
    alter(archive.path(SHA), b"The bank was given away.")
    assert archive.get(SHA) is None
    (problem,) = archive.verify()
    assert "changed" in problem.what
    assert SHA in problem.where
    assert problem.fatal


def test_putting_the_true_bytes_again_keeps_the_changed_ones_as_evidence(archive: Archive) -> None:
    alter(archive.path(SHA), b"altered")
    assert archive.put(DATA) == SHA
    assert archive.get(SHA) == DATA
    (problem,) = archive.verify([SHA])
    assert f"{SHA}.damaged-" in problem.where
    assert next(archive.path(SHA).parent.glob("*.damaged-*")).read_bytes() == b"altered"


def test_missing_and_stray_files_are_reported(archive: Archive) -> None:
    (archive.folder / "notes.txt").write_text("mine")
    (archive.folder / "incoming" / "tmp1").write_text("half a file")
    problems = {problem.where.removeprefix("archive, "): problem for problem in archive.verify([SHA, "0" * 64])}
    assert set(problems) == {"notes.txt", str(Path("incoming/tmp1")), "0" * 64}
    assert "missing" in problems["0" * 64].what
    assert "did not write" in problems["notes.txt"].what
    assert "crash" in problems[str(Path("incoming/tmp1"))].what


def test_a_file_in_the_wrong_folder_is_stray(archive: Archive) -> None:
    wrong = archive.folder / "00" / "00" / SHA
    wrong.parent.mkdir(parents=True)
    archive.path(SHA).rename(wrong)
    assert list(archive) == []
    assert {problem.fatal for problem in archive.verify([SHA])} == {True, False}


def test_a_link_is_no_original(archive: Archive, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    archive.path(SHA).rename(elsewhere)
    archive.path(SHA).symlink_to(elsewhere)
    assert ["link" in problem.what for problem in archive.verify()] == [True]


def test_an_archive_that_is_not_there_yet_is_empty(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "none")
    assert (list(archive), archive.verify(), archive.get(SHA)) == ([], (), None)
