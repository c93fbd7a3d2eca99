"""The command that asks the sanctions lists about names: one, or as many as another program sends."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from primafacie.cli import output
from primafacie.cli.listings import Listing
from primafacie.cli.output import Format, jsonl, note, say
from primafacie.versions import unit

if TYPE_CHECKING:
    from primafacie.screening.index import Index
    from primafacie.screening.screen import Screened

LONGEST = 1_000_000
"""Bytes of a line that are read; a query stays far below."""

Queries = Annotated[
    Path | None, typer.Option("--queries", metavar="FILE|-", help="JSON lines to be answered; - is standard input.")
]
Lists = Annotated[
    list[Path] | None,
    typer.Option("--lists", metavar="DIR", help="Lists: folders or files, by default those of `primafacie lists`."),
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
    form: AsFormat = Format.table,
) -> None:
    """Look names up on sanctions lists: match, possible or nothing, with reasons, and as of which date.

    With --queries it reads {"id", "name", "schema", "birthDate", "country"} lines (all but the name may be missing) and
    writes {"id", "matches", "possible", "delisted", "reasons", "lists"} lines in their order. A line that cannot be
    used gives {"id", "problem"}, and exit code 1. A single word is never a match; a person confirms what is.
    """
    if (name is None) == (queries is None):
        raise typer.BadParameter("give either a name or queries", param_hint="--name / --queries")
    if more and not lists:
        raise typer.BadParameter("folders of lists come after --lists", param_hint="[DIR]…")
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
