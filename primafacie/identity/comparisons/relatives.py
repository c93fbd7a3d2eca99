"""The names of parents, spouses and children."""

from __future__ import annotations

from primafacie.identity.comparison import compare_names
from primafacie.identity.comparisons.evidence import Said
from primafacie.identity.reading import read
from primafacie.model import Profile

FEATURES = ("relative_same", "relative_differs")
MOST = 12


def compare(left: Profile, right: Profile) -> Said | None:
    """A relative in common; that they differ speaks against only a little, for people have several."""
    best, pair = 0.0, ("", "")
    for one in left.relatives[:MOST]:
        for other in right.relatives[:MOST]:
            met = compare_names(read(one, "Person"), read(other, "Person"))
            if met.score > best or not pair[0]:
                best, pair = met.score, (one, other)
    if not pair[0]:
        return None
    if best >= 0.6:
        return Said("relative_same", f"relatives {pair[0]} and {pair[1]}")
    return Said("relative_differs", f"relatives {pair[0]} against {pair[1]}")
