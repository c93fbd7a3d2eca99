"""The commands for sanctions lists: what is on the shelf, what is added to it, what its publishers have now."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from primafacie import publishers
from primafacie.cli import output
from primafacie.cli.listings import Listing
from primafacie.cli.output import Format, clean, note, say
from primafacie.intake import NoSuchFile, is_address
from primafacie.model import Problem
from primafacie.versions import unit

if TYPE_CHECKING:
    from primafacie.screening.shelf import Added, Kept, Shelf

app = typer.Typer(no_args_is_help=True, help="Sanctions lists: add editions, fetch new ones, show what is there.")

Folder = Annotated[
    Path | None,
    typer.Option("--folder", help="Where lists are kept: PRIMAFACIE_LISTS, else your data folder.", show_default=False),
]
AsFormat = Annotated[Format, typer.Option("--format", help="How to print: for people, programs or spreadsheets.")]
Http = Annotated[bool, typer.Option("--http", help="Fetch without encryption too: anybody on the way can alter it.")]


def _date(value: str | None) -> str | None:
    from datetime import date

    try:
        return None if value is None else date.fromisoformat(value).isoformat()
    except ValueError:
        raise typer.BadParameter("write it as 2022-01-07") from None


def _key(value: str | None) -> str | None:
    if value is not None and not re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,59}", value):
        raise typer.BadParameter("write it in small letters, digits and hyphens: ofac, un, my-list")
    return value


@app.command()
def add(
    items: Annotated[list[str], typer.Argument(metavar="FILE|FOLDER|URL", help="The files of a list, or its address.")],
    date: Annotated[str | None, typer.Option(callback=_date, help="The day it speaks for: 2022-01-07.")] = None,
    key: Annotated[str | None, typer.Option(callback=_key, help="Its key, with which its ids begin.")] = None,
    folder: Folder = None,
    http: Http = False,
) -> None:
    """Add editions of lists; the former ones stay beside them. Files of one set (sdn.csv, alt.csv) are one edition.

    Formats: OFAC SDN and consolidated (CSV set, sdn.xml, sdn_advanced.xml), EU (consolidated CSV and XML, acts as CSV),
    UN XML, UK Sanctions List CSV, OFSI ConList.csv, and FollowTheMoney (entities.ftm.json, targets.nested.json,
    targets.simple.csv). A broken or truncated list is refused as a whole, and the former one stays in force.
    """
    from primafacie.screening.shelf import Shelf

    for item in items:
        if not is_address(item) and not Path(item).exists():
            raise NoSuchFile(f"{item}: no such file or folder")
    refused: list[Problem] = []
    with tempfile.TemporaryDirectory(prefix="primafacie-") as scratch:
        paths: list[Path] = []
        origins: dict[Path, str] = {}
        for item in items:
            if not is_address(item):
                paths.append(Path(item))
                continue
            fetched = _fetched(item, Path(scratch), None, http)
            if fetched is None:
                raise typer.Exit(1)
            paths.append(fetched.path)
            origins[fetched.path] = fetched.address
        refused += _report(Shelf(folder).add(paths, key=key, date=date, origins=origins))
    _make_ready(Shelf(folder))
    _end(refused)


@app.command()
def update(
    keys: Annotated[
        list[str] | None, typer.Argument(metavar="[LIST]…", help="Only these: ofac, un, eu-fsf, uk.")
    ] = None,
    addresses: Annotated[
        Path | None, typer.Option(help="A table of other addresses (a mirror): YAML, as in publishers.yaml.")
    ] = None,
    folder: Folder = None,
    http: Http = False,
) -> None:
    """Fetch the lists as their publishers have them now. Nothing is sent but the request; nothing else ever fetches."""
    from primafacie.screening.shelf import Shelf

    if addresses is not None and not addresses.is_file():
        raise NoSuchFile(f"{addresses}: no such file")
    table = publishers.addresses(addresses)
    if isinstance(table, Problem):
        output.problems([table])
        raise typer.Exit(1)
    unknown = [key for key in keys or () if key not in table]
    if unknown:
        raise typer.BadParameter(f"{clean(', '.join(unknown))} is none of {', '.join(table)}", param_hint="LIST")
    shelf, refused, missing = Shelf(folder), list[Problem](), False
    for key in keys or table:
        note(f"fetching {key}")
        with tempfile.TemporaryDirectory(prefix="primafacie-") as scratch:
            found = [_fetched(one.address, Path(scratch), one.name, http) for one in table[key]]
            whole = [one for one in found if one is not None]
            if len(whole) < len(found):
                missing = True
                continue
            origins = {one.path: one.address for one in whole}
            refused += _report(shelf.add(list(origins), key=key, origins=origins))
    _make_ready(shelf)
    if missing:
        raise typer.Exit(1)
    _end(refused)


@app.command()
def show(form: AsFormat = Format.table, folder: Folder = None) -> None:
    """Show the lists: publisher, date, entries, SHA-256, and which edition of each is in force."""
    from primafacie.screening.shelf import Shelf

    shelf = Shelf(folder)
    force = {(kept.list.key, kept.list.sha256) for kept in shelf.in_force()}
    LISTS.show([(kept, (kept.list.key, kept.list.sha256) in force) for kept in shelf.kept()], form)
    for problem in shelf.problems():
        output.aside(problem)
    _end(shelf.problems())


def _make_ready(shelf: Shelf) -> None:
    """Builds the index over the shelf now, so that whoever asks for a name next need not wait for it."""
    from primafacie.screening.cache import index_of

    if shelf.kept():
        index_of([shelf.folder], unit("screening"))


def _fetched(address: str, into: Path, name: str | None, http: bool) -> publishers.Downloaded | None:
    """The file as fetched; None where it could not be, and why is printed."""
    fetched = publishers.fetch(address, into, name, http=http)
    if isinstance(fetched, Problem):
        output.problems([fetched])
        return None
    return fetched


def _report(outcome: Sequence[Added]) -> list[Problem]:
    """A line for each edition; the problems that kept any of them out."""
    for added in outcome:
        if added.kept is not None:
            known = added.kept.list
            which = f"{known.key} {known.sha256[:12]}: {known.entries:,} entries, {_dated(added.kept)}"
            say(f"added {which}" if added.new else f"known {which}")
        output.problems(added.problems)
    return [problem for added in outcome if added.kept is None for problem in added.problems]


def _dated(kept: Kept) -> str:
    """The date, or that nobody states one and what is the nearest to it."""
    if kept.list.date:
        return kept.list.date
    if kept.list.newest:
        return f"undated, newest entry {kept.list.newest}"
    return f"undated, newest entry no. {kept.highest}" if kept.highest else "undated"


def _json(row: tuple[Kept, bool]) -> dict[str, Any]:
    kept, force = row
    return {
        **asdict(kept.list), "format": kept.format, "added": kept.added, "in_force": force,
        "files": [{"name": name, "sha256": sha} for name, sha in kept.files],
    }  # fmt: skip


def _end(refused: Sequence[Problem]) -> None:
    """Exit code 1 where a list could not be used; the former edition is in force then."""
    if any(problem.fatal for problem in refused):
        raise typer.Exit(1)


LISTS: Listing[tuple[Kept, bool]] = Listing(
    name="lists",
    json=_json,
    columns=("list", "publisher", "date", "entries", "SHA-256", "standing"),
    short=lambda row: (row[0].list.key, row[0].list.publisher, _dated(row[0]), f"{row[0].list.entries:,}",
                       row[0].list.sha256[:12], "in force" if row[1] else "former"),
    full_columns=("list", "name", "publisher", "date", "newest", "entries", "sha256", "origin", "added", "standing"),
    full=lambda row: (row[0].list.key, row[0].list.name, row[0].list.publisher, row[0].list.date or "",
                      row[0].list.newest or "", row[0].list.entries, row[0].list.sha256, row[0].list.origin,
                      row[0].added, "in force" if row[1] else "former"),
)  # fmt: skip
