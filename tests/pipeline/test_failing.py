"""One source that cannot be borne never stops the others, and nothing ungrounded gets into a case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from primafacie import Case, add, claims, investigate, reading
from primafacie.model import Claim, Passage, Problem, Quote, Source
from primafacie.pipeline import ground

from .conftest import outcome, work


@pytest.mark.parametrize("stage", ["read", "claims"])
def test_a_source_that_a_stage_fails_on_is_listed_and_the_others_are_read(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    read, extract = reading.read, claims.extract

    def failing_read(source: Source) -> tuple[Source, tuple[Passage, ...], tuple[Problem, ...]]:
        if stage == "read" and source.name == "deals.txt":
            raise RecursionError("too deep")
        return read(source)

    def failing_extract(source: Source, passages: Sequence[Passage]) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
        if stage == "claims" and source.name == "deals.txt":
            raise RecursionError("too deep")
        return extract(source, passages)

    monkeypatch.setattr(reading, "read", failing_read)
    monkeypatch.setattr(claims, "extract", failing_extract)
    work(tmp_path / "case", files)
    with Case.open(tmp_path / "case") as case:
        (problem,) = (p for p in case.store.problems() if p.fatal)
        assert (problem.stage, problem.where) == (stage, "deals.txt")
        assert "too deep" in problem.what
        assert {claim.source for claim in case.store.claims()} == {case.store.sources()[1].id}
    assert outcome(tmp_path / "case")["files"]


def test_a_failure_leaves_nothing_of_an_earlier_reading(
    tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(source: Source, passages: Sequence[Passage]) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
        raise ValueError("no")

    work(tmp_path / "case", files[:1])
    monkeypatch.setattr(claims, "extract", failing)
    with Case.open(tmp_path / "case") as case:
        add(case, files[0], author="Paul Marin")
        investigate(case)
        assert case.store.claims() == ()
        assert case.store.problems()


def test_a_case_with_nothing_in_it_has_nothing_to_do(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case", create=True) as case:
        assert investigate(case) == 0
        assert not case.dossier.exists()


def test_only_what_stands_in_the_text_is_kept_and_only_once() -> None:
    source = Source(id="s", name="a.txt", media_type="text/plain", text="Karl sold the bank.", size=19)
    good = Claim(id="1", kind="Deal", roles={}, quote=Quote(0, 4, "Karl"), source="s", voices=("A",))
    others = [
        replace(good, id="2", quote=Quote(1, 5, "Karl")),
        replace(good, id="3", quote=Quote(4, 5, " ")),
        replace(good, id="4", source="another"),
    ]
    kept, problems = ground(source, [good, *others, good])
    assert kept == (good,)
    assert [problem.where for problem in problems] == [
        "a.txt, character 1", "a.txt, character 4", "a.txt, character 0",
    ]  # fmt: skip
