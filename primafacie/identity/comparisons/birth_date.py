"""When somebody was born, or a company was founded; as precise as both sides know."""

from __future__ import annotations

from primafacie.identity.comparisons.evidence import Said
from primafacie.identity.reading import FAMILIES
from primafacie.model import Profile

FEATURES = ("birth_date_same", "birth_year_same", "birth_year_near", "birth_part_differs", "birth_date_differs",
            "founded_same", "founded_differs")  # fmt: skip


def compare(left: Profile, right: Profile) -> Said | None:
    """The nearest pair of dates. Day and month turned round, or one part mistyped, is a likeness: lists have many."""
    if not left.birth_dates or not right.birth_dates:
        return None
    pairs = [(_closeness(a, b), a, b) for a in left.birth_dates[:30] for b in right.birth_dates[:30]]
    closeness, one, other = max(pairs)
    if FAMILIES.get(left.schema) != "person" and FAMILIES.get(right.schema) != "person":
        if closeness >= 3:
            return Said("founded_same", f"founded {one}" if one == other else f"founded {one} and {other}")
        return Said("founded_differs", f"founded {one} against {other}") if closeness < 1 else None
    if closeness == 4:
        return Said("birth_date_same", f"born {one} in both")
    if closeness == 3:
        return Said("birth_year_same", f"born in {one[:4]} in both")
    if closeness == 2:
        return Said("birth_part_differs", f"born {one} and {other}, which differ in one part or in its order")
    if closeness == 1:
        return Said("birth_year_near", f"born {one} and {other}, a year or two apart")
    return Said("birth_date_differs", f"born {one} against {other}")


def _closeness(one: str, other: str) -> int:
    """4 the same day; 3 the same as far as the vaguer goes; 2 one part differs; 1 years nearly agree; 0 apart."""
    one, other = one[:10], other[:10]
    if one == other and len(one) == 10:
        return 4
    short = min(len(one), len(other))
    if short >= 4 and one[:short] == other[:short]:
        return 3
    vague = one.endswith("-01-01") or other.endswith("-01-01")
    if one[:4] == other[:4] and vague:
        return 3
    if short == 10:
        a, b = one.split("-"), other.split("-")
        if len(a) == len(b) == 3 and (
            sum(x == y for x, y in zip(a, b, strict=True)) == 2 or (a[0] == b[0] and a[1:] == b[:0:-1])
        ):
            return 2
    if (
        one[:4].isdigit()
        and other[:4].isdigit()
        and abs(int(one[:4]) - int(other[:4])) <= (2 if short == 4 or vague else 1)
    ):
        return 1
    return 0
