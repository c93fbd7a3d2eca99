"""The commands on who is who: list, show, merge, split, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

import typer

from primafacie import judging, pipeline
from primafacie.case import Case
from primafacie.cli import listings
from primafacie.cli.options import CASE, STAGES_OF, AsFormat, CaseFolder, MinConfidence, late
from primafacie.cli.output import Format, note, say
from primafacie.model import Judgement

T = TypeVar("T")

app = typer.Typer(help="List the people, companies, places and things of the case; say which of them are one.")

By = Annotated[
    str,
    typer.Option("--by", envvar="PRIMAFACIE_ANALYST", help="Who judges; stands in the record for good.",
                 show_default=False),
]  # fmt: skip
Why = Annotated[str, typer.Option("--why", help="On what grounds.")]


@app.callback(invoke_without_command=True)
def entities(
    context: typer.Context, case: CaseFolder = CASE, form: AsFormat = Format.table, min_confidence: MinConfidence = 0.0
) -> None:  # fmt: skip
    """List the people, companies, places and things that the claims speak of; merge and split them."""
    if context.invoked_subcommand is None:
        with Case.open(case) as opened:
            found = pipeline.evidence(opened, min_confidence).entities
            listings.ENTITIES.show(sorted(found, key=lambda e: (-len(e.mentions), e.name, e.id)), form)
            late(opened, "resolve")


@app.command()
def show(
    entity: Annotated[str, typer.Argument(help="Its name, or how its id begins.")],
    case: CaseFolder = CASE,
    form: AsFormat = Format.table,
) -> None:
    """Show what an entity is made of: its wordings, source by source, and why they are taken for one."""
    with Case.open(case) as opened:
        found = _asked(judging.find, opened, entity)
        if form is Format.table:
            say(f"{found.id} {found.schema} {found.name}: {found.why}")
        listings.PARTS.show(judging.parts(opened, found), form)


@app.command()
def merge(
    entities: Annotated[list[str], typer.Argument(help="Names or ids, two at least; an entry of a list as ofac:36.")],
    by: By,
    why: Why = "",
    case: CaseFolder = CASE,
) -> None:
    """Judge that entities are one. Nothing is lost: `undo` parts them again."""
    with Case.open(case) as opened:
        _tell(opened, _asked(judging.merge, opened, entities, by, why))


@app.command()
def split(
    entity: Annotated[str, typer.Argument(help="Its name, or how its id begins.")],
    away: Annotated[
        list[str],
        typer.Argument(metavar="PART…", help="Numbers of parts, mentions (see `show`), an entry of a list as ofac:36."),
    ],
    by: By,
    why: Why = "",
    case: CaseFolder = CASE,
) -> None:
    """Judge that some parts of an entity are somebody or something else."""
    with Case.open(case) as opened:
        _tell(opened, _asked(judging.split, opened, entity, away, by, why))


@app.command()
def undo(
    by: By,
    judgement: Annotated[str | None, typer.Argument(help="How its id begins; by default the last one.")] = None,
    why: Why = "",
    case: CaseFolder = CASE,
) -> None:
    """Take a judgement back, with all that was judged in the same go."""
    with Case.open(case) as opened:
        taken = _asked(judging.undo, opened, by, judgement, why)
        _tell(opened, taken, "taken back: ")


@app.command()
def judgements(case: CaseFolder = CASE, form: AsFormat = Format.table) -> None:
    """List all that was ever judged, by whom and when, what was taken back included."""
    with Case.open(case) as opened:
        listings.JUDGEMENTS.show(opened.store.judgements(), form)


def _asked(ask: Callable[..., T], *arguments: object) -> T:
    try:
        return ask(*arguments)
    except judging.Unclear as error:
        raise typer.BadParameter(str(error)) from error


def _tell(case: Case, judged: tuple[Judgement, ...], before: str = "") -> None:
    """Says what was judged and draws the consequences: who is who, and their relations."""
    names = judging.wordings(case) | {e.id: e.name for e in case.store.entities()}
    for j in judged:
        say(f"{before}{j.id} {names.get(j.left, j.left)} / {names.get(j.right, j.right)}: {j.verdict}")
    pipeline.investigate(case, STAGES_OF["resolve"])
    store = case.store
    say(f"entities: {len(store.entities())}, relations: {len(store.edges())}")
    for problem in store.problems():
        if problem.stage == "resolution":
            note(f"{problem.where}: {problem.what}; {problem.next}")
    if pipeline.due(case):
        note("findings and dossier are older than this: run `primafacie check`, `primafacie dossier`")
