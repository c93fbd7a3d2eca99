"""The stages in their order, on one screen; the only module that knows more than one of them.

A stage is run on a key (a source, or the case as a whole) only when its input or its own code has changed since it
finished with that key. What it makes, the problems it met and the note that it is finished are kept in one transaction:
killed at any moment and run again, the work goes on where it was and comes to the same end.
"""

from __future__ import annotations

import inspect
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import time
from typing import TYPE_CHECKING

from primafacie import consulted, conversion, versions
from primafacie.case import Case
from primafacie.model import Claim, Evidence, Problem, Source, digest
from primafacie.store import Store, StoreError
from primafacie.work import Done, Ledger, Stage, checksum, said

if TYPE_CHECKING:
    from primafacie.claims.attribution import Reported

ABANDONED = 3600.0
"""Seconds after which a half-written dossier belongs to nobody any more."""


@dataclass(frozen=True, slots=True)
class Step:
    """Told to whoever watches: ``done`` of ``total`` steps are finished, and ``stage`` now takes ``name``."""

    done: int
    total: int
    stage: str
    name: str


def _read(case: Case, key: str) -> Done:
    """Finds out who is speaking where: turns, bylines, quotations."""
    from primafacie import reading

    source, passages, problems = reading.read(_source(case, key, as_loaded=True))

    def keep() -> None:
        case.store.complete_source(source)
        case.store.replace_passages(key, passages)

    return Done(digest(said(source), [repr(p) for p in passages]), keep, problems)


def _claims(case: Case, key: str) -> Done:
    """Reads what is claimed, by whom, about whom, in which words."""
    from primafacie import claims

    source = _source(case, key)
    found, problems = claims.extract(source, case.store.passages(key))
    grounded, ungrounded = ground(source, found)
    made = digest([claim.to_json() for claim in grounded])
    return Done(made, lambda: case.store.replace_claims(key, grounded), (*problems, *ungrounded))


def _resolve(case: Case, _: str) -> Done:
    """Finds out which names stand for the same person, company or thing, within and across sources."""
    from primafacie import resolution

    store = case.store
    resolved = resolution.resolve(store.sources(), store.claims(), store.judgements())
    made = digest([repr(e) for e in resolved.entities], [c.to_json() for c in resolved.claims])
    return Done(made, lambda: store.replace_resolution(resolved.entities, resolved.claims), resolved.problems)


def _screen(case: Case, _: str) -> Done:
    """Looks the people and companies of the case up on the sanctions lists that it was given."""
    from primafacie import screening

    store = case.store
    if not consulted.editions(case):
        return Done("unscreened", lambda: store.replace_screening((), (), ()))
    index, problems = screening.index_of([case.folder / consulted.FOLDER], versions.unit("screening"))
    found = screening.screen_case(index, store.entities(), store.claims(), store.judgements())
    made = digest([repr(record) for records in (found.lists, found.hits, found.standings) for record in records])
    return Done(made, lambda: store.replace_screening(found.lists, found.hits, found.standings), problems)


def _graph(case: Case, _: str) -> Done:
    """Draws the relations between entities, each with the claims that say so, and who owns or controls what."""
    from primafacie import graph

    store = case.store
    entities = store.entities()
    listed = [(s.list, s.entity) for s in store.standings() if s.status == "listed"]
    edges = graph.build(store.claims(), entities)
    controls, problems = graph.controls_by_list(edges, entities, listed)

    def keep() -> None:
        store.replace_edges(edges)
        store.replace_controls(controls)

    return Done(digest([repr(e) for e in edges], [repr(c) for c in controls]), keep, tuple(_placed(store, problems)))


def _placed(store: Store, problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems with the lines of the documents in the place of the claims that they name."""
    claims = {claim.id: claim for claim in store.claims()} if problems else {}
    texts = {source.id: source for source in store.sources()} if problems else {}
    for problem in problems:
        named = [claims[word] for word in problem.where.removeprefix("claim ").split() if word in claims]
        lines = dict.fromkeys(
            f"{texts[c.source].name}, line {texts[c.source].text.count(chr(10), 0, c.quote.start) + 1}" for c in named)
        yield replace(problem, where="; ".join(lines) or problem.where, source=named[0].source if named else None)


def _check(case: Case, _: str, min_confidence: float) -> Done:
    """Checks the case as an investigator would, with what speaks against each finding."""
    from primafacie import findings

    found = findings.check(replace(evidence(case, min_confidence), findings=()))
    problems = conversion.rates(case)[1]
    return Done(digest([f.to_json() for f in found]), lambda: case.store.replace_findings(found), problems)


def _dossier(case: Case, _: str, min_confidence: float) -> Done:
    """Writes the dossier, every sentence of it footnoted to its quote."""
    from primafacie import dossier, findings

    # Written beside and moved into place file by file, so that nobody ever opens half a dossier.
    draft = _draft(case)
    held = evidence(case, min_confidence)
    held = replace(held, grades=findings.grade(held))
    left_out = len(case.store.claims()) - len(held.claims)
    written = dossier.write(held, draft, methods=_methods(), left_out=(left_out, min_confidence))
    files = {path.relative_to(draft).as_posix(): checksum(path) or "" for path in written}

    def keep() -> None:
        for name, wanted in files.items():
            target = case.dossier / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if checksum(target) != wanted:
                os.replace(draft / name, target)
        shutil.rmtree(draft)

    return Done(digest(files), keep, files=files)


def _listed(case: Case) -> object:
    """What the dossier lists beside what the checks took in."""
    return case.store.problems(), case.store.grades()


def _methods() -> dict[str, str]:
    """What each check looks for and how, in the words beside its code."""
    from primafacie import findings

    return {check.__name__: inspect.getdoc(check) or "" for check in findings.CHECKS}


STAGES = (
    Stage("read", "reading", True, _read),
    Stage("claims", "claims", True, _claims),
    Stage("resolve", "resolution", False, _resolve),
    Stage("screen", "screening", False, _screen, beside=consulted.editions),
    Stage("graph", "graph", False, _graph),
    Stage("check", "findings", False, _check, sifts=True, beside=conversion.tables),
    Stage("dossier", "dossier", False, _dossier, sifts=True, beside=_listed),
)


def investigate(
    case: Case, stages: Sequence[str] = (), report: Callable[[Step], None] = lambda step: None, *,
    min_confidence: float = 0.0,
) -> int:  # fmt: skip
    """Runs the named stages (all of them by default) wherever they have something to do; returns how often that was.

    Claims below ``min_confidence`` stay in the case, but no finding rests on them and the dossier leaves them out.
    A source that a stage fails on becomes a Problem and the others go on. Raises StoreError where the case cannot be
    written, and whatever a stage on the whole case raises: nothing of that stage is kept then.
    """
    ledger = Ledger(case, STAGES, min_confidence)
    chosen = [stage for stage in STAGES if not stages or stage.name in stages]
    # Each source goes through its stages before the next one begins, so that its text is not fetched again and again.
    work = [(stage, key) for key in ledger.sources for stage in chosen if stage.per_source]
    work += [(stage, key) for stage in chosen if not stage.per_source for key in ledger.keys(stage)]
    worked = 0
    for number, (stage, key) in enumerate(work):
        name = ledger.sources[key].name if stage.per_source else ""
        report(Step(number, len(work), stage.name, name))
        worked += _run(case, ledger, stage, key, min_confidence)
    report(Step(len(work), len(work), "", ""))
    return worked


def due(case: Case, min_confidence: float | None = None) -> tuple[str, ...]:
    """The names of the stages that have something to do, in order; by default as they were last asked to sift."""
    ledger = Ledger(case, STAGES, min_confidence)
    late: list[str] = []
    for stage in STAGES:
        keys = ledger.keys(stage)
        # A stage after one that is late is late too, though its own input has not changed yet.
        if keys and (late or not all(ledger.done(stage, key, ledger.input(stage, key)) for key in keys)):
            late.append(stage.name)
    return tuple(late)


def evidence(case: Case, min_confidence: float = 0.0) -> Evidence:
    """All that the case holds, as checks and renderers take it.

    With ``min_confidence`` without the claims below it, and without whatever rests on them alone: entities, relations,
    and findings of an earlier check that named any of them.
    """
    store = case.store
    held = Evidence(
        sources=store.sources(), passages=store.passages(), claims=store.claims(min_confidence=min_confidence),
        entities=store.entities(), edges=store.edges(), findings=store.findings(), problems=store.problems(),
        lists=store.lists(), hits=store.hits(), standings=store.standings(), controls=store.controls(),
        grades=store.grades(), rates=conversion.rates(case)[0],
    )  # fmt: skip
    return _sifted(held, {claim.id for claim in held.claims}) if min_confidence else held


def _sifted(held: Evidence, kept: set[str]) -> Evidence:
    entities = (replace(e, mentions=tuple(m for m in e.mentions if m[0] in kept)) for e in held.entities)
    edges = [replace(edge, claims=tuple(c for c in edge.claims if c in kept)) for edge in held.edges]
    drawn = {edge.id for edge in edges if edge.claims}
    return replace(
        held, entities=tuple(e for e in entities if e.mentions), edges=tuple(edge for edge in edges if edge.claims),
        controls=tuple(c for c in held.controls if any(drawn.issuperset(path) for path in c.paths)),
        findings=tuple(finding for finding in held.findings if kept.issuperset(finding.claims)),
    )  # fmt: skip


def attributions(
    case: Case, source_id: str | None = None, *, attitudes: bool = False,
    report: Callable[[Problem], None] = lambda problem: None,
) -> Iterator[Reported]:  # fmt: skip
    """Who says what, source by source, from the passages that reading has kept; ``report`` is told what is unreadable.

    Nothing of it is kept in the case: it follows from the passages, and few ask for it.
    """
    from primafacie import claims

    keys = [source_id] if source_id is not None else [source.id for source in case.store.sources(text=False)]
    for key in keys:
        found, problems = claims.attributions(_source(case, key), case.store.passages(key), attitudes=attitudes)
        yield from found
        for problem in problems:
            report(problem)


def ground(source: Source, claims: Sequence[Claim]) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """The claims whose quote stands verbatim at its offsets, each once, and a Problem for each that was left out."""
    kept: dict[str, Claim] = {}
    problems = []
    for claim in claims:
        quote = claim.quote
        if source.text[quote.start : quote.end] != quote.text or claim.source != source.id or not quote.text.strip():
            what = f"a {claim.kind} claim was left out: its quote is not at its place in the text"
            where = f"{source.name}, character {quote.start}"
            problems.append(Problem(what, where, "report this with the file", "claims", source.id, fatal=False))
        else:
            kept.setdefault(claim.id, claim)
    return tuple(kept.values()), tuple(problems)


def _draft(case: Case) -> Path:
    """An empty folder of this process in the case; those that killed processes have left behind are swept out."""
    mine = case.folder / f".dossier-{os.getpid()}"
    for left in case.folder.glob(".dossier-*"):
        if left == mine or time() - left.stat().st_mtime > ABANDONED:
            shutil.rmtree(left, ignore_errors=True)
    mine.mkdir()
    return mine


def _run(case: Case, ledger: Ledger, stage: Stage, key: str, min_confidence: float) -> bool:
    """Runs the stage on the key if there is something to do; whether there was."""
    took = ledger.input(stage, key)
    if ledger.done(stage, key, took):
        return False
    try:
        done = stage.work(case, key, min_confidence) if stage.sifts else stage.work(case, key)
    except StoreError:
        raise
    except Exception as error:
        if not stage.per_source or os.environ.get("PRIMAFACIE_DEBUG"):
            raise
        done = _failed(case, stage, key, error)
    # What a stage on the whole case made rests on its input, which the next stages take as well.
    output = done.made if stage.per_source else digest(took, done.made)
    with case.store.transaction():
        before = case.store.run(stage.name, key)
        if before is None or before.output != output or done.files:
            done.keep()
        problems = tuple(replace(problem, stage=problem.stage or stage.name) for problem in done.problems)
        case.store.replace_problems(stage.name, key, problems)
        ledger.finish(stage, key, took, output, done.files)
    return True


def _failed(case: Case, stage: Stage, key: str, error: Exception) -> Done:
    """A document that a stage cannot bear must not keep the others from being read; what it gave before is dropped."""
    source = _source(case, key, as_loaded=True)
    problem = Problem(
        what=f"could not be read to the end: {type(error).__name__}: {error}"[:300], where=source.name,
        next="report this with the file; the other sources are not affected", stage=stage.name, source=key,
    )  # fmt: skip

    def keep() -> None:
        if stage.name == "read":
            case.store.complete_source(source)
            case.store.replace_passages(key, ())
        else:
            case.store.replace_claims(key, ())

    return Done(digest("failed", stage.name), keep, (problem,))


def _source(case: Case, key: str, *, as_loaded: bool = False) -> Source:
    """The source, with what reading found out about it, or as it was added: each reading starts from that."""
    source = case.store.source(key, as_loaded=as_loaded)
    assert source is not None, "a stage is run on sources of the case only"
    return source
