"""Chain of command: who is said to have held command over those who are said to have used force."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.offices import Office, offices, span
from primafacie.findings.view import View
from primafacie.findings.wording import cited, sentences, several, times, when
from primafacie.model import Claim, Finding, digest
from primafacie.values.intervals import ANY, Answer, happened
from primafacie.values.words import words

ACTS = 6
"""Statements quoted in one finding; all of them are footnotes of it."""
HARM = {"Killing": "perpetrator", "Injury": "perpetrator", "Force": "perpetrator", "Arrest": "perpetrator"}
COMMANDING = words(
    "head chief commander director minister president premier prosecutor chairman general colonel mayor akim governor "
    "king emir sultan secretary superintendent commissioner leader boss "
    "глава начальник командир командующий директор министр президент премьер прокурор председатель генерал полковник "
    "мэр аким губернатор король эмир султан секретарь комиссар руководитель комендант"
)
"""Words of posts that command a body."""


def chain_of_command(view: View) -> Iterator[Finding]:
    """Looks for people said to have headed, at the time, a body whose members are said to have killed, hurt or seized.

    The body is the one named as perpetrator; its heads are those to whom a claim gives a commanding post of it, as far
    as the office covers the day. Holding office is no act: command responsibility asks for effective control, knowledge
    and failure to prevent or punish (Rome Statute, article 28; ICTY, Celebici, IT-96-21-A), none of which an office
    proves.

    Figures: the body, the office, whether it covers the day certainly or possibly, how many acts. Innocent
    explanations: others gave the order; the unit was under another command that day; the head tried to prevent it.
    Against it speaks whoever says that no such order was given.
    """
    headed: dict[str, list[Office]] = defaultdict(list)
    for office in offices(view):
        said = {w.strip(".,").casefold() for w in office.post.replace("-", " ").split()}
        if office.organization and said & COMMANDING:
            headed[office.organization].append(office)
    acts: dict[tuple[str, str], list[tuple[Claim, Office, Answer]]] = defaultdict(list)
    for kind, role in HARM.items():
        for claim in view.of(kind):
            day = happened(claim.date)
            for body in view.ids(claim, role):
                for office in headed.get(body, ()):
                    answer = office.at(day) if day != ANY else Answer.POSSIBLY
                    if answer is not Answer.NOT:
                        acts[body, office.holder].append((claim, office, answer))
    for (body, holder), found in acts.items():
        yield _finding(view, body, holder, found)


def _finding(view: View, body: str, holder: str, found: list[tuple[Claim, Office, Answer]]) -> Finding:
    done = list({c.id: c for c, _, _ in found}.values())
    office = found[0][1]
    claims = list({c.id: c for c in (*done, *office.claims)}.values())
    certain = any(answer is Answer.CERTAINLY for _, _, answer in found)
    acts = sentences((f"{view.attribution(c)} so{when(c.date)} ({cited(c)})" for c in done), ACTS)
    refused = view.ordered(c for kind, role in HARM.items() for c in view.of(kind, stances=("denies",))
                           if {body, holder} & set(view.ids(c, role)))  # fmt: skip
    name, whom = view.name(body), view.name(holder)
    verb = "is said to have been" if certain else "may have been"
    return Finding(
        id=digest("finding", "chain_of_command", body, holder), check="chain_of_command",
        title=f"{whom} {verb} {office.post} of {name} when it is said to have used force",
        text=f"{name} is said to have killed, hurt, seized or used force in {times(len(done), 'statement')}: {acts}. "
             f"{whom} is said by "
             f"{several(v.name for v in view.roots(office.claims))} to have been {office.post} of {name}"
             f"{span(office.period)}. By themselves these statements do not show who gave which order.",
        severity="medium" if certain else "low", claims=view.ordered(claims), entities=(holder, body),
        figures={"acts": len(done), "office": office.post, "answer": "certainly" if certain else "possibly"},
        against=(*refused, "An office is not an order."), sources=len({c.source for c in claims}),
        independent=len(view.roots(claims)),
        innocent=("Somebody else gave the order, or the unit was under another command that day.",),
    )  # fmt: skip
