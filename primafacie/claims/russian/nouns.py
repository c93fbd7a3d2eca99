"""What common nouns stand for: the lists of ``lexicon/ru/nouns.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def nouns() -> dict[str, frozenset[str]]:
    """Type (or "descriptions") -> lemmas."""
    raw = yaml.safe_load((files("primafacie.claims.lexicon") / "ru" / "nouns.yaml").read_text("utf-8"))
    return {str(name): frozenset(str(words).split()) for name, words in raw.items()}


@cache
def type_of(lemma: str) -> str | None:
    """organization, group, place, event, time or money; None where no list has the noun."""
    lists = nouns()
    for name in ("organization", "group", "place", "event", "time", "money"):
        if lemma in lists[name]:
            return name
    return None
