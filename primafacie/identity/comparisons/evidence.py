"""What a comparison beside the name says: one feature, and the sentence that tells it."""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """A feature of ``weights.yaml`` (part "record"), what is told of it, and how strongly it holds."""

    feature: str
    note: str
    value: float = 1.0
