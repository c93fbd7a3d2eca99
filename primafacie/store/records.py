"""What the store keeps beside the nouns of the model: stage runs, reviews, and how it says that it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class StageRun:
    """A stage finished its work on one key; while ``input`` and ``unit`` stay the same, there is nothing to repeat."""

    stage: str
    key: str
    """A source id, or "case" for a stage that takes the case as a whole."""
    input: str
    """Digest of all that the stage took in."""
    unit: str
    """Version of the code and data that did the work."""
    output: str
    """Digest of what came out; the input of the stages after it."""
    at: str = ""
    """When it finished, ISO 8601 in UTC. Never part of a digest."""
    files: Mapping[str, str] = field(default_factory=dict)
    """File name -> SHA-256, for a stage that writes files."""


@dataclass(frozen=True, slots=True)
class Review:
    """A person's word on a claim: dated, signed, never overwritten (a later one wins)."""

    claim: str
    verdict: str
    """accepted, rejected, or unreviewed to take an earlier word back."""
    by: str
    at: str
    why: str = ""


class StoreError(Exception):
    """The case cannot be opened or written: missing, locked, damaged, or newer than this program.

    ``str(error)`` says what is wrong and what to do next, for a person to read.
    """
