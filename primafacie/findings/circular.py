"""Circular reporting: a document that only repeats what another one's voice has said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from primafacie.findings.propositions import same
from primafacie.findings.view import SAID, View, quoted
from primafacie.findings.wording import times
from primafacie.model import Claim, Finding, digest

LEAST = 2
"""Statements in common from which on one document is said to lean on another."""


def circular(view: View) -> Iterator[Finding]:
    """Looks for a document that says what another document's voice says, on that voice's word or on none of its own.

    Two documents have a statement in common where kind, parties, dates and figures agree. The second one leans on the
    first where it makes two or more such statements, each either on the word of a named voice that speaks in the first,
    or, having named that voice, in its author's own. It is then no second source, however many statements it repeats.
    Circular reporting ("false confirmation") is what the Admiralty code's credibility axis and the Berkeley Protocol
    (OHCHR/UC Berkeley, 2020) ask an analyst to rule out before anything counts as confirmed.

    Figures: how many statements are in common, on the voice's word and on the author's. Innocent explanation: both
    have asked the same person independently, which makes two documents and still one voice. Against it speaks any
    statement of the second document that stands on another voice.
    """
    spoken: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in (c for c in view.claims if c.stance in SAID):
        voice = view.voice(claim)
        if voice.key.startswith("author "):
            own[claim.source].append(claim)
        elif voice.named:
            spoken[voice.key][claim.source].append(claim)
    for key, by_source in spoken.items():
        if len(by_source) < 2:
            continue
        first = _first(view, by_source)
        for source, told in by_source.items():
            if source != first:
                found = _finding(view, key, first, by_source[first], source, told, own[source])
                if found:
                    yield found


def _first(view: View, by_source: dict[str, list[Claim]]) -> str:
    """The document in which the voice speaks most directly; of equals the earliest, then the one with most to say."""
    def rank(source: str) -> tuple[int, str, int, str]:
        claims = by_source[source]
        dated = view.sources[source].date if source in view.sources else None
        return min(len(c.voices) for c in claims), dated or "9999", -len(claims), source

    return min(by_source, key=rank)


def _finding(
    view: View, key: str, first: str, original: list[Claim], source: str, told: list[Claim], own: list[Claim]
) -> Finding | None:
    repeated = [(c, o) for c in told for o in original if same(view, c, o)]
    borrowed = [(c, o) for c in own for o in original if same(view, c, o)]
    pairs = [*repeated, *borrowed]
    claims = list({c.id: c for pair in pairs for c in pair}.values())
    repeats = {c.id for c, _ in pairs}
    if len(repeats) < LEAST:
        return None
    voice = view.voice(told[0])
    others = {view.voice(c).key for c in view.claims if c.source == source} - {key, view.voice(told[0]).key}
    others = {k for k in others if not k.startswith(("author ", "interviewer "))}
    here, there = (quoted(_called(view, s)) for s in (source, first))
    on_author = f", {len({c.id for c, _ in borrowed})} of them in its author's own words" if borrowed else ""
    return Finding(
        id=digest("finding", "circular", key, first, source), check="circular",
        title=f"{here} is no second source beside {there}: both rest on {voice.name}",
        text=f"{here} makes {times(len(repeats), 'statement')} that {voice.name} makes in {there}{on_author}, and "
             f"names {voice.name}. They count as one source.",
        severity="medium", claims=view.ordered(claims), entities=(key,) if key in view.entities else (),
        figures={"in_common": len(repeats), "on_the_voice": len({c.id for c, _ in repeated}),
                 "on_the_author": len({c.id for c, _ in borrowed})},
        against=(f"{here} has {times(len(others), 'other voice')} as well.",) if others else (),
        sources=2, independent=len(view.roots(claims)),
        innocent=(f"Both have spoken with {voice.name}: two documents, one voice.",),
    )  # fmt: skip


def _called(view: View, source: str) -> str:
    found = view.sources.get(source)
    return (found.title or found.name) if found else source
