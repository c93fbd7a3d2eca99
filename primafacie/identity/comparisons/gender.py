"""Whether both are men, or both women."""

from __future__ import annotations

from primafacie.identity.comparisons.evidence import Said
from primafacie.model import Profile

FEATURES = ("gender_differs",)


def compare(left: Profile, right: Profile) -> Said | None:
    """Only a difference tells anything: half of mankind agrees."""
    if left.genders and right.genders and not set(left.genders) & set(right.genders):
        return Said("gender_differs", f"{left.genders[0]} against {right.genders[0]}")
    return None
