"""The commands on grades: give one, list them."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any

import typer

from primafacie import grading, pipeline
from primafacie.case import Case
from primafacie.cli import output
from primafacie.cli.listings import Listing
from primafacie.cli.options import CASE, AsFormat, CaseFolder, late
from primafacie.cli.output import Format, note, say
from primafacie.model import Grade
from primafacie.vocabulary.admiralty import CREDIBILITY, RELIABILITY

WORDS = {**RELIABILITY, **CREDIBILITY}
SHOWN = 80
"""Characters of a claim's words in the table; the other formats have them all."""
Subject = Annotated[str, typer.Argument(help="How the id of a source or claim begins, or the name of a source.")]
Value = Annotated[
    str,
    typer.Argument(help="Of a source A to F, completely reliable to cannot be judged; of a claim 1 to 6, confirmed to "
                   "cannot be judged."),
]  # fmt: skip
By = Annotated[
    str,
    typer.Option("--by", envvar="PRIMAFACIE_ANALYST", help="Who grades; stands in the record for good.",
                 show_default=False),
]  # fmt: skip
Why = Annotated[str, typer.Option("--why", help="On what grounds.")]
Topic = Annotated[str, typer.Option("--topic", help="The subject on which the source deserves this grade.")]
Given = Annotated[bool, typer.Option("--given", help="Only grades that people gave, former ones included.")]


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade, and what it is given to: a source by its name, a claim by its words."""

    sort: str
    name: str
    grade: Grade

    def to_json(self) -> dict[str, Any]:
        meant = WORDS.get(self.grade.value, "")
        return {"sort": self.sort, "name": self.name, **asdict(self.grade), "meaning": meant}


GRADES: Listing[Graded] = Listing(
    name="grades",
    json=Graded.to_json,
    columns=("id", "of", "grade", "by", "why", "what"),
    short=lambda g: (g.grade.subject[:12], g.sort, f"{g.grade.value} {WORDS.get(g.grade.value, '')}", g.grade.by,
                     f"{g.grade.topic}: {g.grade.why}" if g.grade.topic else g.grade.why,
                     g.name if len(g.name) <= SHOWN else f"{g.name[:SHOWN]}…"),
    full_columns=("id", "of", "grade", "meaning", "by", "at", "topic", "why", "what"),
    full=lambda g: (g.grade.subject, g.sort, g.grade.value, WORDS.get(g.grade.value, ""), g.grade.by, g.grade.at,
                    g.grade.topic, g.grade.why, g.name),
)  # fmt: skip


def grade(
    subject: Subject, value: Value, by: By, why: Why = "", topic: Topic = "", case: CaseFolder = CASE
) -> None:  # fmt: skip
    """Grade a source for reliability or a claim for credibility (Admiralty system). The last grade counts."""
    with Case.open(case) as opened:
        try:
            given = grading.give(opened, subject, value, by, why, topic)
        except grading.Ungraded as error:
            raise typer.BadParameter(str(error)) from error
        (shown,) = _named(opened, (given,))
        say(f"{given.subject[:12]} {shown.sort} {shown.name}: {given.value}, {WORDS[given.value]}, by {given.by}")
        if pipeline.due(opened):
            note("the dossier is of before: run `primafacie dossier`")


def grades(given: Given = False, case: CaseFolder = CASE, form: AsFormat = Format.table) -> None:
    """List the grade of every source and claim, and who gave it: an analyst, or the software where nobody has."""
    with Case.open(case) as opened:
        found = opened.store.grades() if given else grading.standing(opened)
        GRADES.show(_named(opened, found), form)
        late(opened, "read")


def _named(case: Case, found: tuple[Grade, ...]) -> list[Graded]:
    sources = {source.id: source.name for source in case.store.sources(text=False)}
    words = {claim.id: output.clean(claim.quote.text) for claim in case.store.claims()}
    return [
        Graded("source", sources[g.subject], g) if g.subject in sources
        else Graded("claim", words.get(g.subject, "(no claim of the case any more)"), g)
        for g in found
    ]  # fmt: skip
