"""A progress bar on stderr, on a terminal only: in a log it would be noise."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from primafacie.pipeline import Step

SAYING = {
    "read": "finding out who speaks", "claims": "reading claims", "resolve": "resolving names",
    "graph": "drawing relations", "check": "checking", "dossier": "writing the dossier",
}  # fmt: skip


@contextmanager
def progress() -> Iterator[Callable[[Step], None]]:
    """Gives the function that the pipeline reports its steps to."""
    if not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from primafacie.cli.output import clean

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("opening the case", total=None)

        def report(step: Step) -> None:
            what = f"{SAYING.get(step.stage, step.stage)} {escape(clean(step.name))[:40]}"
            bar.update(task, completed=step.done, total=step.total, description=what)

        yield report
