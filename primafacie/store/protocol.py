"""What a case's store can do, whatever database is behind it. tests/contract holds every backend to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from primafacie.model import (
    Claim,
    Control,
    Edge,
    Entity,
    Finding,
    Grade,
    Hit,
    Judgement,
    Passage,
    Problem,
    SanctionsList,
    Source,
    Standing,
)
from primafacie.store.records import Review, StageRun


class Store(Protocol):
    """Keeps one case. Use one store per thread.

    ``replace_*`` puts the given records in the place of all earlier ones of the same scope; reads come back in the
    order in which records were put. Writing twice what is already there changes nothing.
    Every method may raise ``StoreError`` where the database is locked or damaged.
    """

    def transaction(self) -> AbstractContextManager[None]:
        """All writes inside happen together or, after an exception or a kill, not at all. May be nested."""
        ...

    def close(self) -> None: ...

    def add_source(self, source: Source) -> bool:
        """Keeps a source as it was loaded. False where its bytes were there already; then nothing is changed."""
        ...

    def describe_source(self, source: Source) -> None:
        """Replaces what is said about a source when it is added (title, author, publisher, date, language)."""
        ...

    def complete_source(self, source: Source) -> None:
        """Keeps what reading found out about a source, beside what was said when it was added."""
        ...

    def sources(self, *, as_loaded: bool = False, text: bool = True) -> tuple[Source, ...]:
        """All sources in the order of adding, completed by reading, or ``as_loaded``; without texts if not wanted."""
        ...

    def source(self, source_id: str, *, as_loaded: bool = False, text: bool = True) -> Source | None: ...

    def replace_passages(self, source_id: str, passages: Sequence[Passage]) -> None: ...

    def passages(self, source_id: str | None = None) -> tuple[Passage, ...]: ...

    def replace_claims(self, source_id: str, claims: Sequence[Claim]) -> None:
        """Keeps the claims of a source; entity ids and reviews in them are not kept, they have their own places."""
        ...

    def claims(
        self,
        *,
        source_id: str | None = None,
        kinds: Sequence[str] = (),
        stances: Sequence[str] = (),
        min_confidence: float = 0.0,
    ) -> tuple[Claim, ...]:
        """Claims with their entity ids and their latest review, by source and place; empty filters let all pass."""
        ...

    def replace_resolution(self, entities: Sequence[Entity], claims: Iterable[Claim]) -> None:
        """Keeps the entities, and which filler of which of the claims stands for which of them."""
        ...

    def entities(self) -> tuple[Entity, ...]: ...

    def replace_edges(self, edges: Sequence[Edge]) -> None: ...

    def edges(self) -> tuple[Edge, ...]: ...

    def replace_findings(self, findings: Sequence[Finding]) -> None: ...

    def findings(self) -> tuple[Finding, ...]: ...

    def replace_screening(
        self, lists: Sequence[SanctionsList], hits: Sequence[Hit], standings: Sequence[Standing]
    ) -> None:
        """Keeps which editions of which lists were asked, and what they say."""
        ...

    def lists(self) -> tuple[SanctionsList, ...]: ...

    def hits(self) -> tuple[Hit, ...]: ...

    def standings(self) -> tuple[Standing, ...]: ...

    def replace_controls(self, controls: Sequence[Control]) -> None: ...

    def controls(self) -> tuple[Control, ...]: ...

    def replace_problems(self, stage: str, key: str, problems: Sequence[Problem]) -> None: ...

    def problems(self) -> tuple[Problem, ...]:
        """All problems: first those of no source of the case, then source by source, by stage."""
        ...

    def add_judgement(self, judgement: Judgement) -> None:
        """Appends; the same judgement twice is one."""
        ...

    def judgements(self) -> tuple[Judgement, ...]: ...

    def add_review(self, review: Review) -> None:
        """Appends. Reviews outlive a new reading: a claim with the same id keeps its reviews."""
        ...

    def reviews(self) -> tuple[Review, ...]: ...

    def add_grade(self, grade: Grade) -> None:
        """Appends; the same grade twice is one. Grades outlive a new reading, as reviews do."""
        ...

    def grades(self) -> tuple[Grade, ...]: ...

    def finish(self, run: StageRun) -> None:
        """Records that a stage is done with a key, in the place of its earlier run on it."""
        ...

    def run(self, stage: str, key: str) -> StageRun | None: ...

    def runs(self, stage: str) -> dict[str, StageRun]:
        """The stage's runs by key."""
        ...
