"""The record that this package makes: who says what, by which words, and what those words do to it."""

from __future__ import annotations

from dataclasses import dataclass

Range = tuple[int, int]
"""Tokens of a ``Parsed``, the end exclusive."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody is said to say (or think, deny, ask, demand) something. All ranges are tokens, the end exclusive."""

    source: Range | None
    """Whoever says it; None where nobody is named ("reportedly")."""
    head: int | None
    """The head token of the source."""
    cue: Range
    """"said", "according to", "accused", "reportedly"…"""
    content: tuple[Range, ...]
    """What is said, in order; several ranges where the cue stands inside it or a quotation is split."""
    stance: str
    """What the cue does to the content: asserts, denies, doubts, asks, calls_for or supposes."""
    quality: str
    """direct (in quotation marks), indirect (in the reporter's words) or mixed (indirect with words in marks)."""
    addressee: int | None
    """The head token of whom it is told to."""
    sort: str = "say"
    """What the cue is: say, think, deny, ask, urge, accuse, show, claim, seem, attitude or quoted."""
    held: bool = True
    """False where the saying itself is only possible, wished for or refused: "may have thought", "wants to say"."""
