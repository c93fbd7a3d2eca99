"""Names of places: one name, one place, until a gazetteer says otherwise."""

from __future__ import annotations

from primafacie.identity.likeness import MEANING
from primafacie.resolution.comparisons.met import ONE, OTHER, Met, Rule, Said, sure


def words(met: Met) -> Said:
    """Each word answers to one of the other's, in another spelling at most; "German" is not Germany, nor is York New
    York."""
    whole = met.pairs and not any(met.extra) and not met.initials and not met.crossed
    if whole and all(sure(pair) and pair.way != MEANING for pair in met.pairs):
        return Said(ONE, "spellings of one name")
    return Said(OTHER, "another place")


RULES: tuple[Rule, ...] = (words,)
