"""What offices and posts both are said to hold."""

from __future__ import annotations

from primafacie.identity.comparisons.evidence import Said
from primafacie.identity.comparisons.wording import shared
from primafacie.model import Profile

FEATURES = ("position_same",)


def compare(left: Profile, right: Profile) -> Said | None:
    """Words of their posts in common; that they differ tells nothing, for people hold several."""
    found = shared(left.positions, right.positions)
    if not found:
        return None
    share, words = found
    return Said("position_same", f"posts have {', '.join(words[:4])} in common", share) if share >= 0.4 else None
