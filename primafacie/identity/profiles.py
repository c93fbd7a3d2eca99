"""Compares two profiles: the likest of their names, and all else that is known of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import ModuleType

from primafacie.identity.comparison import SINGLE, Feature, NameComparison, chance, compare_names, weights
from primafacie.identity.comparisons import (
    address,
    birth_date,
    country,
    gender,
    identifier,
    position,
    relatives,
    schema,
)
from primafacie.identity.comparisons.evidence import Said
from primafacie.identity.names import Name
from primafacie.identity.reading import read
from primafacie.model import Profile

EVIDENCE: tuple[ModuleType, ...] = (schema, identifier, birth_date, country, gender, relatives, position, address)
"""What is compared beside the names, in the order in which it is told."""
MOST_NAMES = 60
"""Names of one profile that are compared."""
LIMIT, HELD = 6.0, 0.65
"""Log-odds of names: the most that they can say for or against, and the most that one word or a weak alias can."""
PLAIN = 0.995
"""A score of names above which no likelier pair is looked for."""
DECISIVE = "identifier_same"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two records, how likely they are one (0..1), and what speaks for and against."""

    score: float
    left_name: str
    """The name of the left one that came nearest."""
    right_name: str
    features: tuple[Feature, ...]

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for, in plain sentences."""
        return tuple(f.note for f in self.features if f.weight > 0)

    @property
    def against(self) -> tuple[str, ...]:
        """What speaks against, and what sets a limit."""
        return tuple(f.note for f in self.features if f.weight <= 0)


def compare(left: Profile, right: Profile) -> Comparison:
    """How likely two profiles are of one bearer. Symmetric. Neither a single word nor a weak alias decides alone."""
    best, weak = _nearest(left, right)
    if best is None:
        return Comparison(0.0, "", "", (Feature("empty", -9.0, "a record without a name cannot be compared"),))
    known = weights()["record"]
    beside = tuple(Feature(f.feature, round(known[f.feature] * f.value, 3), f.note) for f in _beside(left, right))
    score = best.score
    if beside:
        score = chance(known["base"] + known["name"] * _odds(best, weak) + sum(f.weight for f in beside))
    limits = []
    if weak and not any(f.name == DECISIVE for f in beside):
        limits.append(Feature("cap", 0.0, "a weak alias never decides alone"))
        score = min(score, SINGLE)
    return Comparison(score, best.left.text, best.right.text, (*best.features, *beside, *limits))


def measured(left: Profile, right: Profile) -> dict[str, float] | None:
    """What ``compare`` weighs, by feature: for fitting the weights. None where a side has no name."""
    best, weak = _nearest(left, right)
    if best is None:
        return None
    return {"name": _odds(best, weak), **{f.feature: f.value for f in _beside(left, right)}}


def _nearest(left: Profile, right: Profile) -> tuple[NameComparison | None, bool]:
    """The likest pair of names, and whether a weak alias is one of them."""
    best = _best(_read(left.names, left.schema), _read(right.names, right.schema))
    if best is None or best.score < SINGLE:
        other = _best(_read((*left.names, *left.weak), left.schema), _read((*right.names, *right.weak), right.schema))
        if other is not None and (best is None or other.score > best.score):
            return other, True
    return best, False


def _beside(left: Profile, right: Profile) -> list[Said]:
    return [found for unit in EVIDENCE if (found := unit.compare(left, right)) is not None]


def _odds(best: NameComparison, weak: bool) -> float:
    """Log-odds of the names, held down where they are too little to go by, and where more would tell no more."""
    return max(-LIMIT, min(best.odds, HELD if best.capped or weak else LIMIT)) if best.values else -LIMIT


def _read(names: Iterable[str], schema: str) -> list[Name]:
    """The names as read, each once whatever its order and spelling."""
    found: dict[tuple[str, ...], Name] = {}
    for text in list(dict.fromkeys(names))[: MOST_NAMES * 2]:
        name = read(text, schema)
        if name.core and len(found) < MOST_NAMES:
            found.setdefault((name.family, name.suffix, *sorted(t.key + t.raw for t in name.tokens)), name)
    return list(found.values())


def _best(left: list[Name], right: list[Name]) -> NameComparison | None:
    best: NameComparison | None = None
    for one in left:
        for other in right:
            met = compare_names(one, other)
            if best is None or met.score > best.score:
                best = met
                if met.score > PLAIN:
                    return best
    return best
