"""What commands share: options, the stages that each of them runs, and a word where a listing is out of date."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from primafacie import consulted, conversion, pipeline
from primafacie.case import Case
from primafacie.cli import output
from primafacie.cli.output import Format, note, say
from primafacie.model import Problem

STAGES_OF = {
    "read": ("read", "claims"),
    "resolve": ("resolve", "screen", "graph"),
    "screen": ("screen", "graph"),
    "check": ("check",),
    "dossier": ("dossier",),
}
"""Command -> the stages that it runs."""
SIFTING = ("check", "dossier")
"""Commands that leave out claims below the confidence asked for."""

CaseFolder = Annotated[
    Path,
    typer.Option("--case", envvar="PRIMAFACIE_CASE", help="Folder of the case; ./case by default.", show_default=False),
]
Files = Annotated[list[str], typer.Argument(metavar="FILE|URL", help="Files, folders of files, http(s) addresses.")]
AsFormat = Annotated[Format, typer.Option("--format", help="How to print: for people, programs or spreadsheets.")]
MinConfidence = Annotated[
    float, typer.Option("--min-confidence", min=0.0, max=1.0, metavar="0..1",
                        help="Leave out claims whose confidence, 0 to 1, is below this.")
]
Lists = Annotated[
    list[Path] | None,
    typer.Option("--lists", exists=True, show_default=False, help="A sanctions list, or a folder of them; may be given "
                 "again. By default those that the case has, else those of `primafacie lists`."),
]  # fmt: skip
RateTables = Annotated[
    list[Path] | None,
    typer.Option("--rates", exists=True, dir_okay=False, show_default=False, help="Table of exchange rates to convert "
                 "prices with: eurofxref-hist.csv, or columns date,currency,rate,base; kept with the case."),
]  # fmt: skip
CASE = Path("case")


def late(case: Case, command: str, min_confidence: float | None = None, *, before: bool = False) -> None:
    """Says so where what is shown, or what the command is about to work on, is behind the sources."""
    order = [stage.name for stage in pipeline.STAGES]
    upto = order.index(STAGES_OF[command][0]) if before else order.index(STAGES_OF[command][-1]) + 1
    left = {name for name in pipeline.due(case, min_confidence) if order.index(name) < upto}
    commands = []
    for name, stages in STAGES_OF.items():
        if left.intersection(stages):
            commands.append(name)
            left.difference_update(stages)
    if commands:
        note(f"not up to date with the sources: run {', '.join(f'`primafacie {name}`' for name in commands)} first")


def consult(case: Case, folders: Sequence[Path]) -> list[Problem]:
    """Gives the case its sanctions lists, and says which; the problems that kept any of them out."""
    taken = consulted.take(case, folders)
    output.problems(taken.problems)
    for edition in taken.newer:
        note(f"`primafacie lists` has a newer {edition.name}, of {edition.date}: give it with --lists to ask it too")
    for edition in taken.editions:
        day = edition.date or "no date stated"
        say(f"list {edition.key}: {edition.name}, {day}, {edition.entries:,} entries")
    return [problem for problem in taken.problems if problem.fatal]


def converting(case: Case, files: Sequence[Path], command: str) -> list[Problem]:
    """Gives the case its tables of exchange rates, and says which it has; the problems that kept any out."""
    refused = conversion.take(case, files, command)
    output.problems(refused)
    for sha, name in conversion.tables(case):
        say(f"rates {sha[:12]} {name}")
    return list(refused)
