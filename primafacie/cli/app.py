"""The commands. Each opens the case, makes one call or two, and prints what came back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from primafacie import intake, pipeline
from primafacie.case import Case
from primafacie.cli import comparing, entities, grading, listings, lists, output, screening
from primafacie.cli.options import (
    CASE,
    SIFTING,
    STAGES_OF,
    AsFormat,
    CaseFolder,
    Files,
    Lists,
    MinConfidence,
    RateTables,
    consult,
    converting,
    late,
)
from primafacie.cli.output import Format, clean, note, say
from primafacie.cli.progress import progress
from primafacie.model import STANCES, Problem
from primafacie.versions import VERSION

app = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)

def _date(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
        raise typer.BadParameter("write it as 2022, 2022-01 or 2022-01-07")
    return value


def _language(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[a-z]{2,3}", value):
        raise typer.BadParameter("write it as an ISO 639 code: en, ru, kk")
    return value


Title = Annotated[str | None, typer.Option(help="Its title, instead of what it states itself.")]
Author = Annotated[str | None, typer.Option(help="Who wrote it, instead of what it states itself.")]
Publisher = Annotated[str | None, typer.Option(help="Who published it.")]
Date = Annotated[str | None, typer.Option(callback=_date, help="Its date, ISO 8601: 2022, 2022-01 or 2022-01-07.")]
Language = Annotated[str | None, typer.Option(callback=_language, help="Its language, ISO 639: en, ru.")]
Mapping = Annotated[
    Path | None,
    typer.Option(exists=True, dir_okay=False, show_default=False, help="How the columns of a table are to be read: "
                 "FollowTheMoney's mapping format; NAME.mapping.yml beside NAME.csv by default."),
]  # fmt: skip


@app.callback(invoke_without_command=True)
def primafacie(
    version: Annotated[bool, typer.Option("--version", help="Print the version.", is_eager=True)] = False,
) -> None:
    """From what people say to a case that stands: who says what, on whose word, and what speaks against it."""
    if version:
        say(f"primafacie {VERSION}")
        raise typer.Exit


@app.command()
def investigate(
    files: Files,
    case: CaseFolder = CASE,
    title: Title = None,
    author: Author = None,
    publisher: Publisher = None,
    date: Date = None,
    language: Language = None,
    mapping: Mapping = None,
    folders: Lists = None,
    rates: RateTables = None,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """Do everything: add the files, read them, resolve names, screen, check, and write the dossier."""
    items = _items(files, case, title, mapping)
    said = {"title": title, "author": author, "publisher": publisher, "date": date, "language": language}
    with Case.open(case, create=True) as opened:
        refused = _add_all(opened, items, "investigate", said, mapping)
        refused += consult(opened, folders or ())
        refused += converting(opened, rates or (), "primafacie investigate")
        stages = tuple(stage.name for stage in pipeline.STAGES)
        with progress() as report:
            pipeline.investigate(opened, report=report, min_confidence=min_confidence)
        found = [p for p in opened.store.problems() if p.stage in stages]
        output.problems(found)
        if not opened.store.sources(text=False):
            note("there is nothing in this case to read")
            raise typer.Exit(1)
        listings.FINDINGS.show(opened.store.findings(), Format.table)
        say(str(opened.dossier / "dossier.html"))
    _end([*refused, *found])


@app.command()
def add(
    files: Files,
    case: CaseFolder = CASE,
    title: Title = None,
    author: Author = None,
    publisher: Publisher = None,
    date: Date = None,
    language: Language = None,
    mapping: Mapping = None,
) -> None:
    """Add files to the case, the original bytes kept under their SHA-256. The same bytes are one source."""
    items = _items(files, case, title, mapping)
    said = {"title": title, "author": author, "publisher": publisher, "date": date, "language": language}
    with Case.open(case, create=True) as opened:
        refused = _add_all(opened, items, "add", said, mapping)
    _end(refused)


@app.command()
def read(case: CaseFolder = CASE) -> None:
    """Read what is unread: who is speaking where, and what is claimed."""
    _stage("read", case)


@app.command()
def resolve(case: CaseFolder = CASE) -> None:
    """Find out which names stand for the same person, company or thing, and draw their relations."""
    _stage("resolve", case)


app.command()(screening.screen)


@app.command()
def check(case: CaseFolder = CASE, rates: RateTables = None, min_confidence: MinConfidence = 0.0) -> None:
    """Check the case as an investigator would, with what speaks against each finding."""
    refused: list[Problem] = []
    if rates:
        with Case.open(case) as opened:
            refused = converting(opened, rates, "primafacie check")
    _stage("check", case, min_confidence)
    _end(refused)


@app.command()
def dossier(case: CaseFolder = CASE, min_confidence: MinConfidence = 0.0) -> None:
    """Write the dossier, every sentence of it footnoted to its quote."""
    _stage("dossier", case, min_confidence)


@app.command()
def sources(case: CaseFolder = CASE, form: AsFormat = Format.table) -> None:
    """List the sources of the case."""
    with Case.open(case) as opened:
        listings.SOURCES.show(opened.store.sources(text=False), form)


@app.command()
def claims(
    case: CaseFolder = CASE,
    form: AsFormat = Format.table,
    kind: Annotated[list[str] | None, typer.Option(help="Only this kind, e.g. Deal; may be given again.")] = None,
    stance: Annotated[list[str] | None, typer.Option(help=f"Only this stance: {', '.join(STANCES)}.")] = None,
    source: Annotated[str | None, typer.Option(help="Only this source: its name, or how its id begins.")] = None,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """List the claims of the case, each with its voices and its quote."""
    from primafacie.vocabulary.kinds import ORDER

    kinds = _chosen(kind, ORDER, "--kind")
    stances = _chosen(stance, STANCES, "--stance")
    with Case.open(case) as opened:
        source_id = _source_id(opened, source) if source is not None else None
        wanted = opened.store.claims(source_id=source_id, kinds=kinds, stances=stances, min_confidence=min_confidence)
        listings.CLAIMS.show(wanted, form)
        late(opened, "read")


@app.command()
def attributions(
    case: CaseFolder = CASE,
    form: AsFormat = Format.table,
    source: Annotated[str | None, typer.Option(help="Only this source: its name, or how its id begins.")] = None,
    attitudes: Annotated[
        bool, typer.Option("--attitudes", help="Also plans, wishes, praise and blame laid to somebody.")
    ] = False,
) -> None:
    """List who says what: source, cue and content of every attribution in the texts, read anew from what was said."""
    with Case.open(case) as opened:
        source_id = _source_id(opened, source) if source is not None else None
        found = pipeline.attributions(opened, source_id, attitudes=attitudes, report=output.aside)
        listings.ATTRIBUTIONS.show(found, form)
        late(opened, "read")


app.add_typer(entities.app, name="entities")
app.add_typer(lists.app, name="lists")


@app.command()
def findings(case: CaseFolder = CASE, form: AsFormat = Format.table, min_confidence: MinConfidence = 0.0) -> None:
    """List what the checks have found."""
    with Case.open(case) as opened:
        listings.FINDINGS.show(pipeline.evidence(opened, min_confidence).findings, form)
        late(opened, "check")


@app.command()
def problems(case: CaseFolder = CASE, form: AsFormat = Format.table) -> None:
    """List what could not be used, and what to do about it."""
    with Case.open(case) as opened:
        listings.PROBLEMS.show(opened.store.problems(), form)


app.command()(grading.grade)
app.command()(grading.grades)
app.command()(comparing.compare)


@app.command()
def verify(case: CaseFolder = CASE) -> None:
    """Check that nothing was altered: archived bytes, custody log, and every quote at its place in the text."""
    from primafacie.verification import verify as verified

    with Case.open(case) as opened:
        seen, wrong = verified(opened)
    output.problems(wrong)
    looked = f"sources: {seen.sources}, lines of the custody log: {seen.entries}, quotes: {seen.quotes}"
    say(f"{looked}; {f'problems: {len(wrong)}' if wrong else 'all as they should be'}")
    _end(wrong)


def _items(files: Sequence[str], case: Path, title: str | None, mapping: Path | None) -> list[str]:
    items = list(intake.expand(files, case))
    if mapping is not None and len(items) > 1:
        raise typer.BadParameter("one mapping cannot be that of several files", param_hint="--mapping")
    if title is not None and len(items) > 1:
        raise typer.BadParameter("one title cannot be that of several files", param_hint="--title")
    return items


def _add_all(
    case: Case, items: Sequence[str], command: str, said: dict[str, str | None], mapping: Path | None
) -> list[Problem]:
    """Adds the files one by one, a line each; the problems that kept any of them out."""
    refused: list[Problem] = []
    for item in items:
        added = intake.add(case, item, command=f"primafacie {command}", mapping=mapping, **said)
        if added.source is None:
            refused += added.problems
        elif added.new:
            say(f"added {added.source.id[:12]} {added.name}")
        else:
            same = "" if added.name == added.source.name else f", as {added.source.name}"
            say(f"known {added.source.id[:12]} {added.name}: the same bytes are in the case already{same}")
        output.problems(added.problems)
    return refused


def _stage(command: str, folder: Path, min_confidence: float = 0.0) -> None:
    """Runs the stages of a command where they have something to do, and says what there is now."""
    stages = STAGES_OF[command]
    with Case.open(folder) as case:
        late(case, command, min_confidence if command in SIFTING else None, before=True)
        with progress() as report:
            worked = pipeline.investigate(case, stages, report, min_confidence=min_confidence)
        found = [p for p in case.store.problems() if p.stage in stages]
        output.problems(found)
        _outcome(case, command)
        if not worked:
            note("nothing had changed since the last time")
    _end(found)


def _outcome(case: Case, command: str) -> None:
    store = case.store
    if command == "read":
        say(f"sources: {len(store.sources(text=False))}, claims: {len(store.claims())}")
    elif command == "resolve":
        say(f"entities: {len(store.entities())}, relations: {len(store.edges())}")
    elif command == "check":
        listings.FINDINGS.show(store.findings(), Format.table)
    else:
        say(str(case.dossier / "dossier.html"))


def _chosen(given: list[str] | None, known: Sequence[str], option: str) -> tuple[str, ...]:
    """The known words that were asked for, whatever their case."""
    by_lower = {word.lower(): word for word in known}
    for word in given or ():
        if word.lower() not in by_lower:
            raise typer.BadParameter(f"{clean(word)} is none of {', '.join(known)}", param_hint=option)
    return tuple(by_lower[word.lower()] for word in given or ())


def _source_id(case: Case, wanted: str) -> str:
    found = [s for s in case.store.sources(text=False) if s.name == wanted or s.id.startswith(wanted.lower())]
    if len(found) != 1:
        what = "more than one source answers to" if found else "no source answers to"
        raise typer.BadParameter(f"{what} {clean(wanted)}; see `primafacie sources`", param_hint="--source")
    return found[0].id


def _end(problems: Sequence[Problem]) -> None:
    """Exit code 1 where something in the input could not be used."""
    if any(problem.fatal for problem in problems):
        raise typer.Exit(1)
