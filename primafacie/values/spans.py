"""Stretches of text: the half-open character ranges that every finder of a value returns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Span:
    """``text`` is exactly the searched text from ``start`` to ``end``."""

    start: int
    end: int
    text: str


S = TypeVar("S", bound=Span)


def longest(found: Iterable[S]) -> tuple[S, ...]:
    """Those that overlap none that starts before them, the longer of two that start together, in order."""
    kept: list[S] = []
    for span in sorted(found, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)


def apart(found: Iterable[S], taken: Sequence[Span]) -> tuple[S, ...]:
    """Those of ``found`` (in order) that share no character with any of ``taken`` (in order, disjoint)."""
    kept, at = [], 0
    for span in found:
        while at < len(taken) and taken[at].end <= span.start:
            at += 1
        if at == len(taken) or taken[at].start >= span.end:
            kept.append(span)
    return tuple(kept)
