"""Sanctions: called for, said to be in force, said never to have been imposed."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.findings.dates import bounds
from primafacie.findings.view import View, listed, quoted
from primafacie.findings.wording import sentences, several, times, when
from primafacie.model import Claim, Finding, digest

SHOWN = 20
"""Statements told in one finding; all of them are footnotes of it."""
ASPECTS = ("called for", "imposed", "lifted", "denied", "asked about", "supposed")


def sanctions_said(view: View) -> Iterator[Finding]:
    """Looks for what voices say about sanctions: called for, imposed, lifted, never imposed, asked about.

    One finding lists who says what of whom; a second kind of finding shows statements that contradict each other: one
    voice says that none were imposed, another (or the same one elsewhere) that some were, on the same target or where
    the denial names no target, and not at a time that the denial cannot have known of. Whether somebody is under
    sanctions is for the lists of the authorities (OFAC SDN, EU consolidated list, UK, UN) to say, with their dates;
    what a voice claims is kept apart from what they say.

    Figures: statements of each sort. Innocent explanations: the two speak of different authorities, measures, targets
    or times. Against a claimed gap speaks any listing on the day it was claimed.
    """
    claims = view.of("Sanction", stances=("asserts", "doubts", "denies", "calls_for", "asks", "supposes"))
    if not claims:
        return
    said = {aspect: [c for c in claims if _aspect(c) == aspect] for aspect in ASPECTS}
    yield _summary(view, claims, said)
    for denial in said["denied"]:
        others = [c for c in said["imposed"] if _contradicts(view, denial, c)]
        if others:
            yield _contradiction(view, denial, others)


def _aspect(claim: Claim) -> str:
    if claim.stance in ("asserts", "doubts"):
        return "lifted" if claim.status == "lifted" else "imposed"
    return {"denies": "denied", "calls_for": "called for", "asks": "asked about"}.get(claim.stance, "supposed")


def _told(view: View, claim: Claim) -> str:
    targets, authorities = view.ids(claim, "target"), view.ids(claim, "authority")
    on = f" on {view.names(targets)}" if targets else ""
    by = f" by {view.names(authorities)}" if authorities else ""
    words = [f.text for f in claim.fillers("measure") if f.text.casefold() != "sanctions"]
    measures = f"measures ({listed(quoted(w) for w in words)})" if words else "sanctions"
    said = {
        "called for": f"calls for {measures}{by}{on}",
        "imposed": f"says that {measures} were imposed{by}{on}",
        "lifted": f"says that {measures} were lifted{by}{on}",
        "denied": f"says that no {measures} were imposed{by}{on}",
        "asked about": f"asks about {measures}{by}{on}", "supposed": f"supposes {measures}{by}{on}",
    }[_aspect(claim)]  # fmt: skip
    who = view.attribution(claim).rsplit(" says", 1)[0]
    doubt = " (as not certain)" if claim.stance == "doubts" else ""
    return f"{who} {said}{when(claim.date)}{doubt}"


def _summary(view: View, claims: list[Claim], said: dict[str, list[Claim]]) -> Finding:
    present = [aspect for aspect in ASPECTS if said[aspect]]
    words = {"denied": "said never to have been imposed", "imposed": "said to have been imposed",
             "lifted": "said to have been lifted"}  # fmt: skip
    roots = view.roots(claims)
    lines = list(dict.fromkeys(_told(view, c) for aspect in present for c in said[aspect]))
    more = f" And {times(len(lines) - SHOWN, 'more statement')}." if len(lines) > SHOWN else ""
    asked = "what the lists say is a finding of its own" if view.lists else "no sanctions list has been asked"
    missing = said["denied"] or said["called for"]
    gap = f" That there is a gap is the word of these voices: {asked}." if missing else ""
    return Finding(
        id=digest("finding", "sanctions_said"), check="sanctions_said",
        title=f"Sanctions are {listed(words.get(aspect, aspect) for aspect in present)}",
        text=f"{'. '.join(line[:1].upper() + line[1:] for line in lines[:SHOWN])}.{more}{gap}", severity="medium",
        claims=view.ordered(claims),
        entities=tuple(dict.fromkeys(e for c in claims for e in view.ids(c, "target", "authority"))),
        figures={aspect: len(said[aspect]) for aspect in present},
        against=view.ordered(said["imposed"]) if said["denied"] else ("What is in force, the lists say.",),
        sources=len({c.source for c in claims}), independent=len(roots),
        innocent=("The voices speak of different authorities, measures or times.",),
    )  # fmt: skip


def _contradicts(view: View, denial: Claim, other: Claim) -> bool:
    if denial.status == "lifted":
        return False
    for role in ("target", "authority"):
        one, two = set(view.ids(denial, role)), set(view.ids(other, role))
        if one and two and not one & two:
            return False
    source = view.sources.get(denial.source)
    known = bounds(denial.date)
    until = known[1] if known else ((source.date if source else None) or "9999-12-31")
    imposed = bounds(other.date)
    return imposed is None or imposed[0] <= until


def _contradiction(view: View, denial: Claim, others: list[Claim]) -> Finding:
    targets = view.ids(denial, "target")
    named = tuple(dict.fromkeys(e for c in others for e in view.ids(c, "target")))
    general = not targets and bool(named)
    claims = (denial, *others)
    roots = view.roots(claims)
    text = (
        f"{_told(view, denial)}. {sentences(_told(view, c) for c in others)}."
        + (" The denial names no target, so the two may speak of different ones." if general else "")
        + " The sanctions lists of the day decide."
    )
    whom = several(view.name(e) for e in targets or named) or "nobody named"
    return Finding(
        id=digest("finding", "sanctions_said", denial.id), check="sanctions_said",
        title=f"Statements contradict each other on whether sanctions were imposed on {whom}",
        text=text, severity="medium" if general else "high", claims=view.ordered(claims),
        entities=tuple(dict.fromkeys(e for c in claims for e in view.ids(c, "target", "authority"))),
        figures={"voices": times(len(roots), "voice"), "imposed": len(others)},
        against=("Each statement speaks against the other.",), sources=len({c.source for c in claims}),
        independent=len(roots), innocent=("The two speak of different authorities, measures or times.",),
    )  # fmt: skip
