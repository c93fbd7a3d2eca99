"""The command that asks the sanctions lists about names: one, or as many as another program sends."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from primafacie import consulted, pipeline
from primafacie.case import Case
from primafacie.cli import output
from primafacie.cli.listings import Listing
from primafacie.cli.options import CASE, STAGES_OF, CaseFolder, consult, late
from primafacie.cli.output import Format, jsonl, note, say
from primafacie.model import Entity, Standing
from primafacie.versions import unit

if TYPE_CHECKING:
    from primafacie.screening.index import Index
    from primafacie.screening.screen import Screened

STATUSES = ("listed", "possible", "delisted", "not listed")


@dataclass(frozen=True, slots=True)
class Row:
    """What one list says of one entity of the case."""

    entity: Entity
    standing: Standing
    list: str
    """Name of the list."""


STANDINGS: Listing[Row] = Listing(
    name="standings",
    json=lambda r: {"entity": r.entity.id, "name": r.entity.name, "schema": r.entity.schema, **asdict(r.standing)},
    columns=("name", "list", "status", "as of", "since", "until"),
    short=lambda r: (r.entity.name, r.list, r.standing.status,
                     "no date" if r.standing.as_of is None else r.standing.as_of, r.standing.since, r.standing.until),
    full_columns=("entity", "name", "schema", "list", "status", "as_of", "since", "until", "hits"),
    full=lambda r: (r.entity.id, r.entity.name, r.entity.schema, r.standing.list, r.standing.status, r.standing.as_of,
                    r.standing.since, r.standing.until, " ".join(r.standing.hits)),
)  # fmt: skip

LONGEST = 1_000_000
"""Bytes of a line that are read; a query stays far below."""

Queries = Annotated[
    Path | None, typer.Option("--queries", metavar="FILE|-", help="JSON lines to be answered; - is standard input.")
]
Lists = Annotated[
    list[Path] | None,
    typer.Option("--lists", metavar="DIR", help="Lists or folders; else the case's own, else `primafacie lists`."),
]
More = Annotated[list[Path] | None, typer.Argument(metavar="[DIR]…", help="More folders of lists, after --lists.")]
Name = Annotated[str | None, typer.Option("--name", help="One name to be looked up.")]
Born = Annotated[str | None, typer.Option("--birth-date", help="Its birth date: 1961, 1961-03 or 1961-03-04.")]
Country = Annotated[str | None, typer.Option("--country", help="Its country: kz, or Kazakhstan.")]
Schema = Annotated[str, typer.Option("--schema", help="Person, Company, Organization, Vessel; LegalEntity is any.")]
AsFormat = Annotated[Format, typer.Option("--format", help="How to print: for people, programs or spreadsheets.")]


def screen(
    name: Name = None,
    birth_date: Born = None,
    country: Country = None,
    schema: Schema = "LegalEntity",
    queries: Queries = None,
    lists: Lists = None,
    more: More = None,
    case: CaseFolder = CASE,
    form: AsFormat = Format.table,
) -> None:
    """Look names, or all people and companies of a case, up on sanctions lists: as of which date, and why.

    Without a name and queries it screens the case: listed, possible, delisted or not listed, for each list. The lists
    given are kept with the case; without any it asks those that it has, else those of `primafacie lists`.

    With --queries it reads {"id", "name", "schema", "birthDate", "country"} lines (all but the name may be missing) and
    writes {"id", "matches", "possible", "delisted", "reasons", "lists"} lines in their order. A line that cannot be
    used gives {"id", "problem"}, and exit code 1. A single word is never a match; a person confirms what is.
    """
    if name is not None and queries is not None:
        raise typer.BadParameter("give either a name or queries", param_hint="--name / --queries")
    if more and not lists:
        raise typer.BadParameter("folders of lists come after --lists", param_hint="[DIR]…")
    if name is None and queries is None:
        _screen_case(case, [*(lists or ()), *(more or ())], form)
        return
    index = opened([*(lists or ()), *(more or ())])
    if name is not None:
        said = {"name": name, "schema": schema, "birthDate": birth_date, "country": country}
        bad = _one(index, said, form)
    elif str(queries) == "-":
        bad = _all(index, sys.stdin.buffer)
    else:
        assert queries is not None
        with queries.open("rb") as stream:
            bad = _all(index, stream)
    if bad:
        raise typer.Exit(1)


def _screen_case(folder: Path, lists: list[Path], form: Format) -> None:
    """Screens the case, draws what follows for ownership and control, and shows what each list says of whom."""
    for path in lists:
        if not path.exists():
            raise typer.BadParameter(f"{output.clean(path)}: no such file or folder", param_hint="--lists")
    with Case.open(folder) as case:
        refused = consult(case, lists)
        if not consulted.editions(case):
            raise typer.BadParameter("there are none yet: give some, or see `primafacie lists`", param_hint="--lists")
        late(case, "screen", before=True)
        pipeline.investigate(case, STAGES_OF["screen"])
        entities = {e.id: e for e in case.store.entities()}
        names = {edition.key: edition.name for edition in case.store.lists()}
        rows = [Row(entities[s.entity], s, names[s.list]) for s in case.store.standings() if s.entity in entities]
        rows.sort(key=lambda row: (STATUSES.index(row.standing.status), row.entity.name, row.entity.id))
        STANDINGS.show(_briefly(rows) if form is Format.table else rows, form)
    if refused:
        raise typer.Exit(1)


def _briefly(rows: list[Row]) -> list[Row]:
    """One row for all lists that somebody is not on."""
    brief: dict[object, Row] = {}
    for row in rows:
        absent = row.standing.status == "not listed"
        dated = f"{row.list} ({row.standing.as_of or 'no date'})" if absent else row.list
        key: object = row.entity.id if absent else len(brief)
        known = brief.get(key)
        shown = replace(row, list=f"{known.list}; {dated}" if known else dated)
        brief[key] = replace(shown, standing=replace(row.standing, as_of="")) if absent else shown
    return list(brief.values())


def opened(folders: list[Path]) -> Index:
    """The index over the lists in the folders, or over those that the user keeps; says what in them was not used."""
    from primafacie.screening.cache import index_of
    from primafacie.screening.shelf import folder

    for path in folders:
        if not path.exists():
            raise typer.BadParameter(f"{output.clean(path)}: no such file or folder", param_hint="--lists")
    if not folders and not folder().is_dir():
        raise typer.BadParameter("there are no lists yet: add some with `primafacie lists add`", param_hint="--lists")
    index, problems = index_of(folders or [folder()], unit("screening"))
    for problem in problems:
        output.aside(problem)
    if not index.lists:
        raise typer.BadParameter("no list could be used", param_hint="--lists")
    return index


def _one(index: Index, said: dict[str, Any], form: Format) -> bool:
    """Answers about one name; True where some of what was said of it could not be used."""
    from primafacie.screening.queries import answer, asked

    profile, problems = asked(said, "the name")
    for problem in problems:
        output.aside(problem)
    if profile is None:
        return True
    found = index.screen(profile)
    if form is Format.jsonl:
        jsonl([answer(said["name"], found, index.lists)])
    else:
        SCREENED.show(found, form)
        if form is Format.table:
            dates = ", ".join(f"{known.key} ({known.date or 'date not known'})" for known in index.lists)
            say(f"{'' if found else 'not found on '}{'as of: ' if found else ''}{dates}")
    return bool(problems)


def _all(index: Index, stream: BinaryIO) -> bool:
    """Answers each line as it comes; True where some could not be used."""
    from primafacie.screening.queries import answer, asked, parsed

    bad = 0
    # The index stays to the end: looking through it for rubbish again and again would be a tenth of the work.
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    for number, line in _lines(stream):
        where = f"line {number}"
        row = parsed(line, where)
        profile, problems = asked(row, where) if isinstance(row, dict) else (None, (row,))
        id_ = row.get("id") if isinstance(row, dict) else None
        told = {"id": id_} if profile is None else answer(id_, index.screen(profile), index.lists)
        if problems:
            told["problem"] = "; ".join(f"{problem.where}: {problem.what}" for problem in problems)
            bad += 1
        jsonl([told])
    sys.stdout.flush()
    if bad:
        note(f"lines that could not be used, or only in part: {bad}")
    return bool(bad)


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines that are not blank, with their numbers; what is too long to be a query comes as a line of one zero."""
    number = 0
    while line := stream.readline(LONGEST):
        number += 1
        if len(line) == LONGEST and not line.endswith(b"\n"):
            while (rest := stream.readline(LONGEST)) and not rest.endswith(b"\n"):
                pass
            line = b"\0"
        if line.strip():
            yield number, line


def _verdict(one: Screened) -> str:
    from primafacie.screening.queries import kind

    return {"matches": "match", "possible": "possible", "delisted": "delisted"}[kind(one)]


SCREENED: Listing[Screened] = Listing(
    name="screened",
    json=lambda s: {"verdict": _verdict(s), "id": s.listing.id},
    columns=("verdict", "score", "entry", "listed name", "for", "against", "since"),
    short=lambda s: (_verdict(s), f"{s.score:.2f}", s.listing.id, s.listed_name, "; ".join(s.reasons),
                     "; ".join(s.against), s.listing.since),
    full_columns=("verdict", "score", "list", "as of", "entry", "listed name", "for", "against", "programs", "since",
                  "until"),
    full=lambda s: (_verdict(s), s.score, s.list.key, s.list.date or "", s.listing.id, s.listed_name,
                    "; ".join(s.reasons), "; ".join(s.against), "; ".join(s.listing.programs), s.listing.since or "",
                    s.listing.until or ""),
)  # fmt: skip
