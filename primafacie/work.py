"""What a stage is, and which of its work is done already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from primafacie import versions
from primafacie.case import Case
from primafacie.model import Problem, Source, digest
from primafacie.store import StageRun

SIFTED = ">="
"""Stands in the input of a run between its digest and the confidence below which claims were left out."""
CASE = "case"
"""The key of a stage that takes the case as a whole; all other keys are source ids."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a stage made of one key: a digest of it, how to keep it, and what could not be used."""

    made: str
    keep: Callable[[], None]
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)
    """Name in the dossier's folder -> SHA-256, for a stage that writes files."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the flow: ``work`` takes the case and a key; ``package`` holds the code that does it.

    A stage that ``sifts`` also takes the confidence below which claims are left out.
    """

    name: str
    package: str
    per_source: bool
    work: Callable[..., Done]
    sifts: bool = False
    beside: Callable[[Case], object] | None = None
    """What the stage takes in beside the output of the one before it; anything with a telling ``repr``."""


class Ledger:
    """Which stage is done with which key, as known when it was opened and as told since.

    A run is good for as long as its input, the code behind it and the files it wrote are the same. The input of a
    stage is the output of the one before it; where the stages on single sources end and those on the whole case
    begin, it is all of their outputs, and what people have said of them since.
    """

    def __init__(self, case: Case, stages: Sequence[Stage], min_confidence: float | None = None) -> None:
        """``min_confidence`` is what the stages that sift are asked to leave out; None: whatever they last did."""
        self._case = case
        self._min_confidence = min_confidence
        self._stages = tuple(stages)
        self.sources = {source.id: source for source in case.store.sources(as_loaded=True, text=False)}
        self._runs = {stage.name: case.store.runs(stage.name) for stage in stages}

    def keys(self, stage: Stage) -> tuple[str, ...]:
        """What the stage is to be run on: every source, or the case if there is anything in it."""
        return tuple(self.sources) if stage.per_source else (CASE,) if self.sources else ()

    def input(self, stage: Stage, key: str) -> str:
        """Digest of all that the stage takes in, with the confidence asked for where it leaves claims out."""
        least = self._least(stage, key) if stage.sifts else 0.0
        return f"{self._before(stage, key)}{SIFTED}{least:g}" if least else self._before(stage, key)

    def _least(self, stage: Stage, key: str) -> float:
        if self._min_confidence is not None:
            return self._min_confidence
        run = self._runs[stage.name].get(key)
        return float(run.input.partition(SIFTED)[2] or 0) if run else 0.0

    def _before(self, stage: Stage, key: str) -> str:
        before = [other for other in self._stages[: self._stages.index(stage)] if other.per_source == stage.per_source]
        if before:
            return digest(self._output(before[-1], key), repr(stage.beside(self._case)) if stage.beside else [])
        if stage.per_source:
            return digest(key, said(self.sources[key]))
        store = self._case.store
        firsts = [other for other in self._stages if other.per_source]
        read = [(one, *(self._output(first, one) for first in firsts)) for one in self.sources]
        return digest(read, [j.id for j in store.judgements()], [repr(review) for review in store.reviews()])

    def done(self, stage: Stage, key: str, took: str) -> bool:
        """Whether there is nothing left to do for the stage on that key and that input."""
        run = self._runs[stage.name].get(key)
        if run is None or run.input != took or run.unit != versions.unit(stage.package):
            return False
        return all(checksum(self._case.dossier / name) == wanted for name, wanted in run.files.items())

    def finish(self, stage: Stage, key: str, took: str, output: str, files: Mapping[str, str]) -> None:
        """Notes in the store that the stage is done with the key."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        run = StageRun(stage.name, key, took, versions.unit(stage.package), output, now, files)
        self._case.store.finish(run)
        self._runs[stage.name][key] = run

    def _output(self, stage: Stage, key: str) -> str | None:
        run = self._runs[stage.name].get(key)
        return run.output if run else None


def said(source: Source) -> tuple[str | None, ...]:
    """What is said about a source, beside its text."""
    return source.title, source.author, source.publisher, source.date, source.language, source.mapping


def checksum(path: Path) -> str | None:
    """SHA-256 of a file, None where there is none."""
    return sha256(path.read_bytes()).hexdigest() if path.is_file() else None
