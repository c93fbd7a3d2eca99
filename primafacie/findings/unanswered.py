"""Unanswered: somebody is accused by name, and nobody has asked the accused."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.findings.view import View
from primafacie.findings.wording import sentences, several, times
from primafacie.model import Claim, Finding, digest

HARMING = {"Accusation": "accused", "Killing": "perpetrator", "Injury": "perpetrator", "Arrest": "perpetrator",
           "Extradition": "perpetrator", "Force": "perpetrator"}  # fmt: skip
"""Kinds that lay something at a person's door, and the role of that person."""
SHOWN = 20
"""Accused told one by one, those with most statements first; the figures name them all."""
ANSWERING = ("Person", "Company", "Organization", "LegalEntity", "PublicBody")


def unanswered(view: View) -> Iterator[Finding]:
    """Looks for named people and bodies to whom a wrong is laid, and who have no word in the case.

    An answer is any statement of the accused (or of one who speaks for it, where the text says so) in any document of
    the case; a denial of the same thing counts whoever voices it. Whoever is accused of a wrong is to be given a timely
    chance to respond: so the Ofcom Broadcasting Code, rule 7.11, and, in fair hearings everywhere, audiatur et altera
    pars.

    Figures: for each, how many statements lay something at its door and how many voices make them.
    Innocent explanation: the reply exists and is not in the case yet. Against the accusation speaks whatever the
    accused would say, which nobody has asked.
    """
    laid: dict[str, list[Claim]] = {}
    for claim in view.of(*HARMING):
        for entity in view.ids(claim, HARMING[claim.kind]):
            found = view.entities.get(entity)
            if found and found.schema in ANSWERING and view.named(entity):
                laid.setdefault(entity, []).append(claim)
    speaking = {view.voice(c, n).key for c in view.claims for n in range(len(c.voices))}
    denied = {e for c in view.of(*HARMING, stances=("denies",)) for e in view.ids(c, HARMING[c.kind])}
    silent = {e: claims for e, claims in laid.items() if e not in speaking and e not in denied}
    if silent:
        yield _finding(view, silent, laid)


def _finding(view: View, silent: dict[str, list[Claim]], laid: dict[str, list[Claim]]) -> Finding:
    claims = list({c.id: c for found in silent.values() for c in found}.values())
    names = [view.name(e) for e in sorted(silent, key=lambda e: -len(silent[e]))]
    lines = [
        f"{view.name(e)} ({times(len(found), 'statement')} by {several((v.name for v in view.roots(found)), 4)})"
        for e, found in sorted(silent.items(), key=lambda item: -len(item[1]))
    ]
    heard = [view.name(e) for e in laid if e not in silent]
    return Finding(
        id=digest("finding", "unanswered"), check="unanswered",
        title=f"No answer in the case from {several(names)}",
        text="Something is laid to each of these, and none of them speaks anywhere in the case: "
             f"{sentences(lines, SHOWN, 'more')}."
             + (f" A word of {several(heard)} is in the case, or somebody denies it." if heard else "")
             + " Ask them, and add what they say.",
        severity="medium", claims=view.ordered(claims), entities=tuple(silent),
        figures={"accused": len(laid), "silent": {view.name(e): len(found) for e, found in silent.items()}},
        against=("The accused have not been heard.",), sources=len({c.source for c in claims}),
        independent=len(view.roots(claims)), innocent=("They have answered elsewhere.",),
    )  # fmt: skip
