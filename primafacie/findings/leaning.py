"""Which document leans on a voice of another one: it names the voice, and says what that voice says there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from primafacie.findings.propositions import same

if TYPE_CHECKING:
    from primafacie.findings.view import View
    from primafacie.model import Claim

SAID = ("asserts", "doubts")
LEAST = 2
"""Statements in common from which on one document is said to lean on another."""


@dataclass(frozen=True, slots=True)
class Leaning:
    """``source`` repeats what the voice says in ``first``, on its word or on its author's own."""

    voice: str
    """Key of the voice."""
    first: str
    source: str
    repeated: tuple[tuple[Claim, Claim], ...]
    """On the voice's word: (the claim there, the claim in ``first``)."""
    borrowed: tuple[tuple[Claim, Claim], ...]
    """In the author's own words."""


def leanings(view: View) -> tuple[Leaning, ...]:
    """All of them, by voice in reading order and then by document."""
    spoken: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in (c for c in view.claims if c.stance in SAID):
        voice = view.voice(claim)
        if view.by_author(claim):
            own[claim.source].append(claim)
        elif voice.named:
            spoken[voice.key][claim.source].append(claim)
    found = []
    for key, by_source in spoken.items():
        if len(by_source) > 1:
            first = _first(view, by_source)
            for source in (s for s in by_source if s != first):
                leaning = _leaning(view, key, first, by_source[first], source, by_source[source], own[source])
                if leaning:
                    found.append(leaning)
    return tuple(found)


def _first(view: View, by_source: dict[str, list[Claim]]) -> str:
    """The document in which the voice speaks most directly; of equals the earliest, then the one with most to say."""
    def rank(source: str) -> tuple[int, str, int, str]:
        claims = by_source[source]
        dated = view.sources[source].date if source in view.sources else None
        return min(len(c.voices) for c in claims), dated or "9999", -len(claims), source

    return min(by_source, key=rank)


def _leaning(
    view: View, key: str, first: str, original: list[Claim], source: str, told: list[Claim], own: list[Claim]
) -> Leaning | None:  # fmt: skip
    repeated = tuple((c, o) for c in told for o in original if same(view, c, o))
    borrowed = tuple((c, o) for c in own for o in original if same(view, c, o))
    if len({c.id for c, _ in (*repeated, *borrowed)}) < LEAST:
        return None
    return Leaning(key, first, source, repeated, borrowed)
