"""Single source: statements that rest on one voice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from primafacie.findings.propositions import bears_out, core_roles, words
from primafacie.findings.view import View, Voice
from primafacie.findings.wording import several, times
from primafacie.model import Claim, Finding, digest
from primafacie.vocabulary.kinds import KINDS

GROUPS: tuple[tuple[str, str, tuple[str, ...], str], ...] = (
    ("violence", "violence and custody", ("Killing", "Injury", "Force", "Arrest", "Extradition"), "high"),
    ("money", "money and property", ("Deal", "Payment", "Ownership"), "high"),
    ("law", "accusations and sanctions", ("Accusation", "Sanction"), "medium"),
    ("ties", "ties and offices", ("Associate", "Position", "Intervention", "Defection"), "low"),
)
"""Kinds that a case stands or falls with, by what they are about, and how much a second voice matters there."""


SHOWN = 12
"""Voices told by name, those that carry most first."""


def single_source(view: View) -> Iterator[Finding]:
    """Looks for statements that only one independent voice makes, whatever the number of documents that carry it.

    A claim is borne out by another that is of one kind with it, names all parties that it names, has no date at odds
    and another innermost voice; figures are compared by other checks. Documents that lean on the same voice are one
    source; so are, within a document, the one who asks or quotes and the one asked or quoted. A voice without a name
    counts, but is listed apart: nobody can show that two of them are two people. Testis unus, testis nullus; the
    Berkeley Protocol on Digital Open Source Investigations (OHCHR/UC Berkeley, 2020) asks for corroboration by
    independent sources, and the Admiralty code keeps its grade 1 for what is confirmed by them.

    Figures: statements and single-sourced statements by kind, and how many each voice carries. Innocent explanation:
    few people were there, or the other sources are not in the case yet. Against it speaks any second independent
    voice, and documents (registers, contracts, rulings), which need no voice at all.
    """
    for name, label, kinds, severity in GROUPS:
        claims = view.of(*kinds)
        if not claims:
            continue
        alone = _alone(view, claims)
        if alone:
            yield _finding(view, name, label, severity, claims, alone)


def _alone(view: View, claims: list[Claim]) -> list[Claim]:
    """The claims for which no claim of another independent voice says the same."""
    filed: dict[tuple[_Filled, ...], list[Claim]] = defaultdict(list)
    brief: dict[tuple[_Filled, ...], list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in _keys(view, claim):
            filed[key].append(claim)
            if core_roles(claim) == 1:
                brief[key].append(claim)
    alone = []
    for claim in claims:
        same = {claim.id: claim}
        for key in _keys(view, claim):
            # A claim that fills two roles meets on two fillers, or on one those that say no more than that one.
            near = brief[key] if len(key) == 1 and core_roles(claim) > 1 else filed[key]
            same.update((c.id, c) for c in near if c.id not in same and bears_out(view, claim, c))
        if len(view.roots(same.values())) < 2:
            alone.append(claim)
    return alone


_Filled = tuple[str, str, str]


def _keys(view: View, claim: Claim) -> Iterator[tuple[_Filled, ...]]:
    """What the claim is filed under: each filler of a core role, and each two of different roles."""
    filled = [(claim.kind, role, value) for role in KINDS[claim.kind].core
              for value in (view.ids(claim, role) or sorted(words(claim, role)))]  # fmt: skip
    yield from ((one,) for one in filled)
    yield from ((one, other) for n, one in enumerate(filled) for other in filled[n + 1:] if one[1] != other[1])


def _finding(view: View, name: str, label: str, severity: str, claims: list[Claim], alone: list[Claim]) -> Finding:
    voices: dict[str, Voice] = {}
    carried: Counter[str] = Counter()
    for claim in alone:
        voice = view.voice(claim)
        voices.setdefault(voice.key, voice)
        carried[voice.key] += 1
    ranked = sorted(voices, key=lambda key: (-carried[key], view.rank[alone[0].id], key))
    kinds = Counter(c.kind for c in alone)
    told = several((f"{_shown(voices[key])} ({carried[key]})" for key in ranked), SHOWN)
    unnamed = sum(carried[key] for key in ranked if not voices[key].named)
    whole = len(alone) == len(claims)
    documents = len({c.source for c in alone})
    share = "The one" if len(claims) == 1 else "All" if whole else f"{len(alone)} of {len(claims)}"
    rest = f"statement about {label} rests" if len(claims) == 1 else (
        f"statements about {label} {'rests' if len(alone) == 1 else 'rest'}")
    sole = f", {_shown(voices[ranked[0]])}" if len(ranked) == 1 else " each"
    by_kind = ", ".join(f"{kind} {n}" for kind, n in sorted(kinds.items(), key=lambda kn: (-kn[1], kn[0])))
    text = (
        f"{f'All {len(claims)}' if whole and len(claims) > 1 else share} {rest} on one voice"
        f"{' each' if len(alone) > 1 else ''}: {told}. By kind: {by_kind}. {times(documents, 'document')} "
        f"{'carries' if documents == 1 else 'carry'} {'it' if len(alone) == 1 else 'them'}; documents that lean on one "
        "voice are one source. No second, independent voice in the case says the same."
        + (f" {unnamed} of these {'statements come' if unnamed > 1 else 'comes'} from a voice without a name."
           if unnamed else "")
    )  # fmt: skip
    return Finding(
        id=digest("finding", "single_source", name), check="single_source",
        title=f"{share} {rest} on a single voice{sole}",
        text=text, severity=severity, claims=view.ordered(alone),
        entities=tuple(dict.fromkeys(key for key in ranked if key in view.entities)),
        figures={"statements": len(claims), "single": len(alone), "kinds": dict(sorted(kinds.items())),
                 "voices": {voices[key].name: carried[key] for key in ranked}, "unnamed": unnamed},
        against=("A register, a contract or a ruling needs no second voice to be evidence.",), sources=documents,
        independent=len(view.roots(alone)),
        innocent=("Few people were there, or the other sources are not in the case yet.",),
    )  # fmt: skip


def _shown(voice: Voice) -> str:
    if voice.named or voice.key.startswith(("author ", "interviewer ")):
        return voice.name
    return f"“{voice.name}” (no name)"
