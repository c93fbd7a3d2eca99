"""What sort of thing they are."""

from __future__ import annotations

from primafacie.identity.comparisons.evidence import Said
from primafacie.identity.reading import FAMILIES
from primafacie.model import Profile

FEATURES = ("schema_differs",)


def compare(left: Profile, right: Profile) -> Said | None:
    """A person is no company, and a company no ship."""
    here, there = FAMILIES.get(left.schema), FAMILIES.get(right.schema)
    if here and there and here != there:
        return Said("schema_differs", f"{left.schema} against {right.schema}")
    return None
