"""The store on SQLAlchemy Core: portable SQL only, so that one class serves every backend."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from typing import Any, TypeVar

from sqlalchemy import Column, Connection, Engine, Select, Table, and_, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError

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
from primafacie.store import rows
from primafacie.store.migrations import STEPS, migrate, version
from primafacie.store.records import Review, StageRun, StoreError
from primafacie.store.schema import (
    CLAIMS,
    CONTROLS,
    EDGES,
    ENTITIES,
    FINDINGS,
    GRADES,
    HITS,
    JUDGEMENTS,
    LINKS,
    LISTS,
    PASSAGES,
    PROBLEMS,
    REVIEWS,
    RUNS,
    SOURCES,
    STANDINGS,
)

T = TypeVar("T")

ROWS = 10_000
"""Rows put at a time: an insert of a whole register in one statement would hold it in memory twice."""


class SqlStore:
    """A ``Store`` on any engine that ``migrations.NUMBER`` knows. ``explain`` words a database error for a person."""

    def __init__(self, engine: Engine, explain: Callable[[DBAPIError], str] = str) -> None:
        self._engine = engine
        self._explain = explain
        self._open: Connection | None = None
        with self._reading() as connection:
            have = version(connection)
        if have != STEPS[-1].version:
            with self.transaction(), self._reading() as connection:
                migrate(connection)

    # -- connections ---------------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[None]:
        if self._open is not None:
            yield
            return
        writing = self._engine.execution_options(writes=True)
        with self._explained(), writing.connect() as connection, connection.begin():
            self._open = connection
            try:
                yield
            finally:
                self._open = None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """The connection of the transaction under way, or one of its own."""
        if self._open is not None:
            yield self._open
            return
        with self._explained(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self.transaction(), self._reading() as connection:
            yield connection

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise StoreError(self._explain(error)) from error

    def close(self) -> None:
        self._engine.dispose()

    # -- sources -------------------------------------------------------------------------------------------------

    def add_source(self, source: Source) -> bool:
        with self._writing() as c:
            if c.execute(select(SOURCES.c.id).where(SOURCES.c.id == source.id)).first():
                return False
            position = c.execute(select(func.coalesce(func.max(SOURCES.c.position), -1) + 1)).scalar_one()
            c.execute(insert(SOURCES).values(rows.source_row(source, position)))
            return True

    def describe_source(self, source: Source) -> None:
        with self._writing() as c:
            said = {"loaded": rows.description(source), "found": "{}"}
            c.execute(update(SOURCES).where(SOURCES.c.id == source.id).values(said))

    def complete_source(self, source: Source) -> None:
        with self._writing() as c:
            c.execute(update(SOURCES).where(SOURCES.c.id == source.id).values(found=rows.description(source)))

    def sources(self, *, as_loaded: bool = False, text: bool = True) -> tuple[Source, ...]:
        with self._reading() as c:
            found = c.execute(_sources(text).order_by(SOURCES.c.position)).mappings()
            return tuple(rows.to_source(row, as_loaded=as_loaded) for row in found)

    def source(self, source_id: str, *, as_loaded: bool = False, text: bool = True) -> Source | None:
        with self._reading() as c:
            row = c.execute(_sources(text).where(SOURCES.c.id == source_id)).mappings().first()
            return rows.to_source(row, as_loaded=as_loaded) if row else None

    # -- passages and claims -------------------------------------------------------------------------------------

    def replace_passages(self, source_id: str, passages: Sequence[Passage]) -> None:
        new = [{"source": source_id, "position": i, "body": rows.dump(p)} for i, p in enumerate(passages)]
        with self._writing() as c:
            c.execute(delete(PASSAGES).where(PASSAGES.c.source == source_id))
            _put(c, PASSAGES, new)

    def passages(self, source_id: str | None = None) -> tuple[Passage, ...]:
        query = select(PASSAGES.c.body).join(SOURCES).order_by(SOURCES.c.position, PASSAGES.c.position)
        if source_id is not None:
            query = query.where(PASSAGES.c.source == source_id)
        with self._reading() as c:
            return tuple(map(rows.reader(Passage), c.execute(query).scalars()))

    def replace_claims(self, source_id: str, claims: Sequence[Claim]) -> None:
        new = [rows.claim_row(claim, i) for i, claim in enumerate(claims)]
        with self._writing() as c:
            c.execute(delete(CLAIMS).where(CLAIMS.c.source == source_id))
            _put(c, CLAIMS, new)

    def claims(
        self,
        *,
        source_id: str | None = None,
        kinds: Sequence[str] = (),
        stances: Sequence[str] = (),
        min_confidence: float = 0.0,
    ) -> tuple[Claim, ...]:
        wanted = [CLAIMS.c.confidence >= min_confidence]
        wanted += [CLAIMS.c.source == source_id] if source_id is not None else []
        wanted += [CLAIMS.c.kind.in_(kinds)] if kinds else []
        wanted += [CLAIMS.c.stance.in_(stances)] if stances else []
        order = (SOURCES.c.position, CLAIMS.c.position)
        bodies = select(CLAIMS.c.body).join(SOURCES).where(and_(*wanted)).order_by(*order)
        linked = select(LINKS).join(CLAIMS).where(and_(*wanted)).order_by(LINKS.c.claim)
        with self._reading() as c:
            links = {
                claim: {(link.role, link.position): link.entity for link in group}
                for claim, group in groupby(c.execute(linked), key=lambda link: link.claim)
            }
            reviews = {review.claim: review for review in self._bodies(REVIEWS, Review, REVIEWS.c.number)}
            return tuple(_claim(body, links, reviews) for body in c.execute(bodies).scalars())

    # -- what is made of the whole case --------------------------------------------------------------------------

    def replace_resolution(self, entities: Sequence[Entity], claims: Iterable[Claim]) -> None:
        new = [{"id": e.id, "position": i, "name": e.name, "body": rows.dump(e)} for i, e in enumerate(entities)]
        with self._writing() as c:
            c.execute(delete(LINKS))
            c.execute(delete(ENTITIES))
            _put(c, ENTITIES, new)
            _put(c, LINKS, [link for claim in claims for link in rows.links(claim)])

    def entities(self) -> tuple[Entity, ...]:
        return self._bodies(ENTITIES, Entity, ENTITIES.c.position)

    def replace_edges(self, edges: Sequence[Edge]) -> None:
        new = [
            {"id": e.id, "position": i, "kind": e.kind, "source": e.source, "target": e.target, "body": rows.dump(e)}
            for i, e in enumerate(edges)
        ]
        with self._writing() as c:
            c.execute(delete(EDGES))
            _put(c, EDGES, new)

    def edges(self) -> tuple[Edge, ...]:
        return self._bodies(EDGES, Edge, EDGES.c.position)

    def replace_findings(self, findings: Sequence[Finding]) -> None:
        new = [
            {"id": f.id, "position": i, "unit": f.check, "severity": f.severity, "body": rows.dump(f)}
            for i, f in enumerate(findings)
        ]
        with self._writing() as c:
            c.execute(delete(FINDINGS))
            _put(c, FINDINGS, new)

    def findings(self) -> tuple[Finding, ...]:
        return self._bodies(FINDINGS, Finding, FINDINGS.c.position)

    def replace_screening(
        self, lists: Sequence[SanctionsList], hits: Sequence[Hit], standings: Sequence[Standing]
    ) -> None:
        with self._writing() as c:
            for table, records in ((LISTS, lists), (HITS, hits), (STANDINGS, standings)):
                c.execute(delete(table))
                _put(c, table, [{"position": i, "body": rows.dump(record)} for i, record in enumerate(records)])

    def lists(self) -> tuple[SanctionsList, ...]:
        return self._bodies(LISTS, SanctionsList, LISTS.c.position)

    def hits(self) -> tuple[Hit, ...]:
        return self._bodies(HITS, Hit, HITS.c.position)

    def standings(self) -> tuple[Standing, ...]:
        return self._bodies(STANDINGS, Standing, STANDINGS.c.position)

    def replace_controls(self, controls: Sequence[Control]) -> None:
        with self._writing() as c:
            c.execute(delete(CONTROLS))
            _put(c, CONTROLS, [{"position": i, "body": rows.dump(control)} for i, control in enumerate(controls)])

    def controls(self) -> tuple[Control, ...]:
        return self._bodies(CONTROLS, Control, CONTROLS.c.position)

    # -- problems, people's words, runs --------------------------------------------------------------------------

    def replace_problems(self, stage: str, key: str, problems: Sequence[Problem]) -> None:
        new = [
            {"stage": stage, "item": key, "position": i, "source": p.source, "fatal": p.fatal, "body": rows.dump(p)}
            for i, p in enumerate(problems)
        ]
        here = and_(PROBLEMS.c.stage == stage, PROBLEMS.c.item == key)
        with self._writing() as c:
            old = c.execute(select(PROBLEMS.c.body).where(here).order_by(PROBLEMS.c.position)).scalars().all()
            if [row["body"] for row in new] != list(old):
                c.execute(delete(PROBLEMS).where(here))
                _put(c, PROBLEMS, new)

    def problems(self) -> tuple[Problem, ...]:
        of_source = PROBLEMS.outerjoin(SOURCES, PROBLEMS.c.source == SOURCES.c.id)
        order = (func.coalesce(SOURCES.c.position, -1), PROBLEMS.c.stage, PROBLEMS.c.item, PROBLEMS.c.position)
        with self._reading() as c:
            bodies = c.execute(select(PROBLEMS.c.body).select_from(of_source).order_by(*order)).scalars()
            return tuple(map(rows.reader(Problem), bodies))

    def add_judgement(self, judgement: Judgement) -> None:
        with self._writing() as c:
            if not c.execute(select(JUDGEMENTS.c.id).where(JUDGEMENTS.c.id == judgement.id)).first():
                c.execute(insert(JUDGEMENTS).values(id=judgement.id, body=rows.dump(judgement)))

    def judgements(self) -> tuple[Judgement, ...]:
        return self._bodies(JUDGEMENTS, Judgement, JUDGEMENTS.c.number)

    def add_review(self, review: Review) -> None:
        with self._writing() as c:
            c.execute(insert(REVIEWS).values(claim=review.claim, body=rows.dump(review)))

    def reviews(self) -> tuple[Review, ...]:
        return self._bodies(REVIEWS, Review, REVIEWS.c.number)

    def add_grade(self, grade: Grade) -> None:
        with self._writing() as c:
            if not c.execute(select(GRADES.c.id).where(GRADES.c.id == grade.id)).first():
                c.execute(insert(GRADES).values(id=grade.id, body=rows.dump(grade)))

    def grades(self) -> tuple[Grade, ...]:
        return self._bodies(GRADES, Grade, GRADES.c.number)

    def finish(self, run: StageRun) -> None:
        with self._writing() as c:
            c.execute(delete(RUNS).where(and_(RUNS.c.stage == run.stage, RUNS.c.item == run.key)))
            c.execute(insert(RUNS).values(stage=run.stage, item=run.key, body=rows.dump(run)))

    def run(self, stage: str, key: str) -> StageRun | None:
        with self._reading() as c:
            body = c.execute(select(RUNS.c.body).where(and_(RUNS.c.stage == stage, RUNS.c.item == key))).scalar()
            return rows.reader(StageRun)(body) if body else None

    def runs(self, stage: str) -> dict[str, StageRun]:
        with self._reading() as c:
            bodies = c.execute(select(RUNS.c.body).where(RUNS.c.stage == stage).order_by(RUNS.c.item)).scalars()
            return {run.key: run for run in map(rows.reader(StageRun), bodies)}

    def _bodies(self, table: Table, kind: type[T], *order: Column[Any]) -> tuple[T, ...]:
        with self._reading() as c:
            return tuple(map(rows.reader(kind), c.execute(select(table.c.body).order_by(*order)).scalars()))


def _sources(text: bool) -> Select[Any]:
    """A query for sources; their texts are left in the database where nobody wants them."""
    return select(*(column for column in SOURCES.c if text or column is not SOURCES.c.text))


def _put(connection: Connection, table: Table, new: Sequence[dict[str, Any]]) -> None:
    for start in range(0, len(new), ROWS):
        connection.execute(insert(table), list(new[start : start + ROWS]))


def _claim(body: str, links: dict[str, dict[tuple[str, int], str]], reviews: dict[str, Review]) -> Claim:
    row = json.loads(body)
    if review := reviews.get(row["id"]):
        row |= {"review": review.verdict, "reviewer": review.by}
    claim = Claim.from_json(row)
    return claim.with_entities(links[claim.id]) if claim.id in links else claim
