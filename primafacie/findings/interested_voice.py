"""Interested voice: who speaks is a party to what is spoken of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.view import View, Voice
from primafacie.findings.wording import times
from primafacie.model import Claim, Finding, digest

LEAST = 2
"""Claims about one entity from which on a voice's interest in it is worth a line."""


def interested_voice(view: View) -> Iterator[Finding]:
    """Looks for a voice that is itself accused or arrested by those it speaks of, or related to their victims.

    The stake is read from the claims of the case: the voice is accused, arrested or extradited by an entity, or its
    relative is, and it makes two or more claims that name that entity. Being interested is no reason to disbelieve
    (victims are interested); it is a reason to look for a voice that is not. Bias and motive of a source are weighed
    under the Admiralty code's reliability axis and the Berkeley Protocol (OHCHR/UC Berkeley, 2020).

    Figures: how many such claims the voice makes. Innocent explanation: who suffered something knows it best. Against
    it speaks an independent voice that says so too.
    """
    kin = _kin(view)
    stakes: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for kind, by, on in (("Accusation", "accuser", "accused"), ("Arrest", "perpetrator", "victim"),
                         ("Extradition", "perpetrator", "victim")):  # fmt: skip
        for claim in view.of(kind):
            for actor in view.ids(claim, by):
                for target in view.ids(claim, on):
                    for party in (target, *kin.get(target, ())):
                        stakes[party, actor].append(claim)
    spoken: dict[str, list[Claim]] = defaultdict(list)
    voices: dict[str, Voice] = {}
    for claim in view.claims:
        voice = view.voice(claim)
        voices.setdefault(voice.key, voice)
        spoken[voice.key].append(claim)
    for (speaker, actor), grounds in stakes.items():
        if speaker == actor or speaker not in voices:
            continue
        about = [c for c in spoken[speaker] if actor in view.ids(c, *c.roles) and c not in grounds]
        if len(about) >= LEAST:
            yield _finding(view, voices[speaker], actor, grounds, about)


def _kin(view: View) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = defaultdict(set)
    for claim in view.of("Family"):
        for a in view.ids(claim, "person"):
            for b in view.ids(claim, "relative"):
                found[a].add(b)
                found[b].add(a)
    return {k: tuple(sorted(v)) for k, v in found.items()}


def _finding(view: View, voice: Voice, actor: str, grounds: list[Claim], about: list[Claim]) -> Finding:
    claims = (*grounds, *about)
    name = view.name(actor)
    return Finding(
        id=digest("finding", "interested_voice", voice.key, actor), check="interested_voice",
        title=f"{voice.name} has a stake in what is said about {name}",
        text=f"{voice.name} makes {times(len(about), 'statement')} about {name}. By {times(len(grounds), 'statement')} "
             f"in the case {voice.name} or a relative was accused, arrested or extradited by {name}. Look for a voice "
             "without that stake.",
        severity="info", claims=view.ordered(claims), entities=tuple(dict.fromkeys((voice.key, actor))),
        figures={"statements": len(about)}, against=("Who suffered something may know it best.",),
        sources=len({c.source for c in claims}), independent=len(view.roots(claims)),
    )  # fmt: skip
