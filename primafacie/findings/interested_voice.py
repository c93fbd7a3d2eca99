"""Interested voice: who speaks has a stake in what is spoken of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.view import View, Voice
from primafacie.findings.wording import sentences, several, times
from primafacie.model import Claim, Finding, digest

LEAST = 2
"""Claims about one entity from which on a voice's interest in it is worth a line."""
BLAMING = (("Accusation", "accuser", "accused"), ("Arrest", "perpetrator", "victim"),
           ("Extradition", "perpetrator", "victim"))  # fmt: skip
"""Kinds in which the one side is set against the other, and the roles of the two."""
TRADING = {"Deal": ("seller", "buyer"), "Payment": ("payer", "beneficiary")}


def interested_voice(view: View) -> Iterator[Finding]:
    """Looks for a voice that has a stake in what it says: it speaks of whoever is said to have accused, arrested or
    extradited it or a relative, of whom it accuses itself, or of a deal or payment to which it is a party.

    The stake is read from the claims of the case, and a voice is named that makes two or more statements of that sort.
    Being interested is no reason to disbelieve (victims are interested, and a seller knows the price); it is a reason
    to look for a voice that is not. Motive and bias belong to the reliability of a source, the first axis of the
    Admiralty code (NATO AJP-2.1).

    Figures: how many such statements the voice makes, and of whom. Innocent explanation: who suffered or signed
    something knows it best. Against it speaks an independent voice that says so too.
    """
    spoken: dict[str, list[Claim]] = defaultdict(list)
    voices: dict[str, Voice] = {}
    for claim in view.claims:
        voice = view.voice(claim)
        if voice.key in view.entities:
            voices.setdefault(voice.key, voice)
            spoken[voice.key].append(claim)
    opposed = _opposed(view)
    for key, voice in voices.items():
        about: dict[str, list[Claim]] = defaultdict(list)
        for claim in spoken[key]:
            for entity in view.ids(claim, *claim.roles):
                if entity in opposed[key] and claim.id not in opposed[key][entity]:
                    about[entity].append(claim)
        about = {entity: claims for entity, claims in about.items() if len(claims) >= LEAST}
        affairs = [c for c in spoken[key] if c.kind in TRADING and key in view.ids(c, *TRADING[c.kind])]
        if about or len(affairs) >= LEAST:
            yield _finding(view, voice, about, opposed[key], affairs if len(affairs) >= LEAST else [])


def _opposed(view: View) -> dict[str, dict[str, dict[str, Claim]]]:
    """Per entity, those against whom it is set by claims of accusation or seizure, and these claims."""
    kin = _kin(view)
    found: dict[str, dict[str, dict[str, Claim]]] = defaultdict(lambda: defaultdict(dict))
    for kind, by, on in BLAMING:
        for claim in view.of(kind):
            for actor in view.ids(claim, by):
                for target in view.ids(claim, on):
                    for party in (target, *kin.get(target, ())):
                        if party != actor:
                            found[party][actor][claim.id] = claim
                    if kind == "Accusation" and target != actor:
                        found[actor][target][claim.id] = claim
    return found


def _kin(view: View) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for claim in view.of("Family"):
        for a in view.ids(claim, "person"):
            for b in view.ids(claim, "relative"):
                found[a].add(b)
                found[b].add(a)
    return {k: tuple(sorted(v)) for k, v in found.items()}


def _finding(
    view: View, voice: Voice, about: dict[str, list[Claim]], grounds: dict[str, dict[str, Claim]], affairs: list[Claim]
) -> Finding:  # fmt: skip
    rest = [c for entity in about for c in grounds[entity].values()]
    statements = list({c.id: c for claims in (*about.values(), affairs) for c in claims}.values())
    claims = list({c.id: c for c in (*rest, *statements)}.values())
    lines = [
        f"{times(len(made), 'statement')} about {view.name(entity)} (between the two: "
        f"{times(len(grounds[entity]), 'statement')} of accusation, arrest or extradition)"
        for entity, made in about.items()
    ]
    if affairs:
        lines.append(f"{times(len(affairs), 'statement')} about deals or payments with {voice.name} as a party")
    return Finding(
        id=digest("finding", "interested_voice", voice.key), check="interested_voice",
        title=f"By what is said in the case, {voice.name} has a stake in what {voice.name} says"
              + (f" about {several(view.name(e) for e in about)}" if about else " about deals or payments"),
        text=f"{voice.name} makes {sentences(lines)}."
             + (f" The stake may be that of {voice.name} or of a relative." if about else "")
             + " Look for a voice without it.",
        severity="info", claims=view.ordered(claims), entities=tuple(dict.fromkeys((voice.key, *about))),
        figures={"statements": len(statements), "about": {view.name(e): len(made) for e, made in about.items()},
                 "own_affairs": len(affairs)},
        against=("Who suffered or signed something may know it best.",), sources=len({c.source for c in claims}),
        independent=len(view.roots(claims)),
        innocent=("An interested voice may still tell the truth.",),
    )  # fmt: skip
