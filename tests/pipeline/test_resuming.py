"""Finished work is not repeated; work that was killed is taken up where it was, and comes to the same end."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from primafacie import Case, add, evidence, investigate, pipeline, versions
from primafacie.model import Judgement
from primafacie.store import Review
from primafacie.store.sql import SqlStore

from .conftest import outcome, work


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its bytes and its time of change."""
    return {str(p): (p.read_bytes(), p.stat().st_mtime_ns) for p in sorted(folder.rglob("*")) if p.is_file()}


def killed(folder: Path, files: list[Path], arrange: Callable[[Callable[[], None]], None]) -> None:
    """Does the work in a child process that kills itself, unannounced, when what ``arrange`` has set comes about."""
    child = os.fork()
    if child == 0:
        try:
            arrange(lambda: os.kill(os.getpid(), signal.SIGKILL))
            work(folder, files)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the work was over before it could be killed"
    assert os.WTERMSIG(status) == signal.SIGKILL


def at_call(kind: type, method: str, number: int, *, after: bool) -> Callable[[Callable[[], None]], None]:
    """Kills before or after the call of a method with that number."""

    def arrange(kill: Callable[[], None]) -> None:
        real = getattr(kind, method)
        calls = iter(range(number))

        def instead(*arguments: object, **options: object) -> object:
            last = next(calls, None) == number - 1
            if last and not after:
                kill()
            result = real(*arguments, **options)
            if last:
                kill()
            return result

        setattr(kind, method, instead)

    return arrange


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    from .conftest import ARREST, DEALS

    folder = tmp_path_factory.mktemp("whole")
    files = [folder / "deals.txt", folder / "arrest.txt"]
    files[0].write_bytes(DEALS.encode())
    files[1].write_bytes(ARREST.encode())
    work(folder / "case", files)
    return outcome(folder / "case")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(
    ("method", "number"),
    [
        ("add_source", 1), ("add_source", 2), ("replace_passages", 1), ("replace_claims", 1), ("finish", 1),
        ("finish", 2), ("finish", 3), ("replace_claims", 2), ("replace_resolution", 1), ("replace_edges", 1),
        ("finish", 6), ("replace_findings", 1), ("finish", 8),
    ],
)  # fmt: skip
def test_killed_and_run_again_comes_to_the_same_end(
    whole: dict[str, object], tmp_path: Path, files: list[Path], method: str, number: int, after: bool
) -> None:
    killed(tmp_path / "case", files, at_call(SqlStore, method, number, after=after))
    work(tmp_path / "case", files)
    assert outcome(tmp_path / "case") == whole


def test_killed_while_the_dossier_is_put_in_place(whole: dict[str, object], tmp_path: Path, files: list[Path]) -> None:
    killed(tmp_path / "case", files, at_call(os, "replace", 1, after=True))  # type: ignore[arg-type]
    work(tmp_path / "case", files)
    assert outcome(tmp_path / "case") == whole


def test_two_at_once_come_to_the_same_end(whole: dict[str, object], tmp_path: Path, files: list[Path]) -> None:
    children = []
    for _ in range(2):
        children.append(os.fork())
        if children[-1] == 0:
            code = 1
            try:
                work(tmp_path / "case", files)
                code = 0
            finally:
                os._exit(code)
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    assert outcome(tmp_path / "case") == whole
    assert not list((tmp_path / "case").glob(".dossier-*"))


def test_a_second_run_changes_no_byte(tmp_path: Path, files: list[Path]) -> None:
    assert work(tmp_path / "case", files) == 9
    before = snapshot(tmp_path / "case")
    assert work(tmp_path / "case", files) == 0
    assert snapshot(tmp_path / "case") == before


def test_a_new_source_is_read_and_the_old_one_is_not(tmp_path: Path, files: list[Path]) -> None:
    work(tmp_path / "case", files[:1])
    assert work(tmp_path / "case", files) == 2 + 5


def test_two_cases_of_the_same_files_are_the_same(whole: dict[str, object], tmp_path: Path, files: list[Path]) -> None:
    work(tmp_path / "elsewhere" / "case", files)
    assert outcome(tmp_path / "elsewhere" / "case") == whole


def test_a_reader_that_has_changed_reads_again(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    work(tmp_path / "case", files)
    before = outcome(tmp_path / "case")
    known = versions.unit
    monkeypatch.setattr(versions, "unit", lambda package: known(package) + ("!" if package == "claims" else ""))
    with Case.open(tmp_path / "case") as case:
        assert pipeline.due(case) == ("claims", "resolve", "screen", "graph", "check", "dossier")
        assert investigate(case) == 2, "what comes out is the same, so nothing after it has to be done again"
        assert pipeline.due(case) == ()
    assert outcome(tmp_path / "case") == before


def test_a_lost_or_altered_dossier_is_written_again(tmp_path: Path, files: list[Path]) -> None:
    work(tmp_path / "case", files)
    before = outcome(tmp_path / "case")
    page = tmp_path / "case" / "dossier" / "dossier.html"
    page.write_text("somebody else's words")
    assert work(tmp_path / "case", files) == 1
    assert outcome(tmp_path / "case") == before
    shutil.rmtree(page.parent)
    assert work(tmp_path / "case", files) == 1
    assert outcome(tmp_path / "case") == before


def test_a_better_description_has_the_source_read_again(tmp_path: Path, files: list[Path]) -> None:
    work(tmp_path / "case", files)
    with Case.open(tmp_path / "case") as case:
        assert not add(case, files[1], author="Paul Marin").new
        assert pipeline.due(case)[0] == "read"
        investigate(case)
        assert [s.author for s in case.store.sources()][1] == "Paul Marin"
        arrest = case.store.claims(source_id=case.store.sources()[1].id)
        assert {claim.voices[0] for claim in arrest} == {"Paul Marin"}


@pytest.mark.parametrize("word", ["judgement", "review"])
def test_a_person_s_word_is_heard(tmp_path: Path, files: list[Path], word: str) -> None:
    work(tmp_path / "case", files)
    with Case.open(tmp_path / "case") as case:
        held = evidence(case)
        if word == "judgement":
            left, right = (entity.id for entity in held.entities[:2])
            case.store.add_judgement(Judgement(left, right, "different", "An analyst", "2024-01-01T00:00:00Z"))
        else:
            case.store.add_review(Review(held.claims[0].id, "accepted", "An analyst", "2024-01-01T00:00:00Z"))
        assert pipeline.due(case) == ("resolve", "screen", "graph", "check", "dossier")
        investigate(case)
        assert pipeline.due(case) == ()
