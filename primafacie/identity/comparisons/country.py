"""Where somebody belongs: nationality, citizenship, residence, jurisdiction, flag."""

from __future__ import annotations

from primafacie.identity.comparisons.evidence import Said
from primafacie.model import Profile

FEATURES = ("country_same", "country_differs")
SUCCESSORS = ({"su", "ru"}, {"yu", "rs"}, {"yucs", "rs"}, {"cshh", "cz"}, {"dd", "de"}, {"ru", "ua-cri"}, {"gb", "uk"})
"""Codes that mean one place, or a state and the one that went on for it."""


def compare(left: Profile, right: Profile) -> Said | None:
    """A country in common, or none where both sides name some."""
    here, there = {c.lower() for c in left.countries}, {c.lower() for c in right.countries}
    if not here or not there:
        return None
    shared = sorted(here & there)
    if shared:
        return Said("country_same", f"{', '.join(c.upper() for c in shared)} in both")
    if any(pair & here and pair & there for pair in SUCCESSORS):
        return None
    return Said("country_differs", f"{_list(here)} against {_list(there)}")


def _list(codes: set[str]) -> str:
    return ", ".join(sorted(c.upper() for c in codes))
