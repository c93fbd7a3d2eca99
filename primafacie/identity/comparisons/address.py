"""Where they live or have their seat."""

from __future__ import annotations

from primafacie.identity.comparisons.evidence import Said
from primafacie.identity.comparisons.wording import shared
from primafacie.model import Profile

FEATURES = ("address_same", "address_differs")


def compare(left: Profile, right: Profile) -> Said | None:
    """Words and numbers of their addresses in common. Many companies sit in one house: this never decides."""
    found = shared(left.addresses, right.addresses)
    if not found:
        return None
    share, words = found
    if share >= 0.5:
        return Said("address_same", f"addresses have {', '.join(words[:4])} in common", share)
    return Said("address_differs", "addresses with nothing in common") if share == 0 else None
