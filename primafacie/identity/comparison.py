"""Compares two names: a score, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp
from types import ModuleType

import yaml

from primafacie.identity.alignment import Alignment, align
from primafacie.identity.comparisons import company_core, name_parts
from primafacie.identity.names import BODY, PERSON, THING, Name
from primafacie.identity.reading import as_body

MATCH = 0.7
"""From this score on two names, or two records, are held to be one; a person confirms."""
POSSIBLE = 0.5
"""From this score on they are worth a person's look."""
SINGLE = 0.66
"""The most that a single word in common can score: below ``MATCH``."""
MIXED = 0.4
"""The most that names of a person and of a company score: both known for what they are, they are not one."""
COMPARISONS: dict[str, ModuleType] = {PERSON: name_parts, BODY: company_core, THING: company_core}


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for (weight above 0) or against two records being one; weights are log-odds."""

    name: str
    weight: float
    note: str


@dataclass(frozen=True, slots=True)
class NameComparison:
    """Two names and how well they agree."""

    left: Name
    right: Name
    score: float
    """0..1, by logistic regression over the values; comparable across families."""
    family: str
    values: dict[str, float]
    """What was measured, by feature."""
    alignment: Alignment | None
    """None where one of the names is empty."""
    capped: str = ""
    """Why the score was kept below ``MATCH``, where it was."""

    @property
    def odds(self) -> float:
        """Log-odds before any cap."""
        return odds(self.family, self.values)

    @property
    def features(self) -> tuple[Feature, ...]:
        """The reasons, made on demand."""
        if self.alignment is None:
            return (Feature("empty", -9.0, "a name without letters says nothing"),)
        known = _weights_of(self.family)
        told = list(COMPARISONS[self.family].notes(self.left, self.right, self.alignment))
        times = Counter(name for name, _ in told)
        out = [
            Feature(name, round(known.get(name, 0.0) * self.values.get(name, 0.0) / times[name], 3), note)
            for name, note in told
        ]
        if self.capped:
            out.append(Feature("cap", 0.0, self.capped))
        return tuple(out)


@cache
def weights() -> dict[str, dict[str, float]]:
    """Family -> feature -> weight in log-odds per unit of value; ``base`` is the intercept."""
    loaded = yaml.safe_load((files(__package__) / "weights.yaml").read_text("utf-8"))
    return {family: dict(found) for family, found in loaded.items()}


def odds(family: str, values: dict[str, float]) -> float:
    """The weighted sum, log-odds."""
    known = _weights_of(family)
    total = known["base"]
    for name, value in values.items():
        if value:
            total += known[name] * value
    return total


@cache
def _weights_of(family: str) -> dict[str, float]:
    return weights()[BODY if family == THING else family]


def chance(log_odds: float) -> float:
    """The logistic function: log-odds to 0..1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))


def compare_names(left: Name, right: Name) -> NameComparison:
    """How well two names agree. Symmetric. A name of open family is read as the other's; a man is no company."""
    mixed = left.family != right.family
    if mixed and PERSON in (left.family, right.family):
        left, right = as_body(left), as_body(right)
    if not left.core or not right.core:
        return NameComparison(left, right, 0.0, left.family, {}, None)
    met = align(left, right)
    family = BODY if mixed else left.family
    values = COMPARISONS[family].values(left, right, met)
    score = chance(odds(family, values))
    capped, most = "", 1.0
    if mixed and left.certain and right.certain:
        capped, most = "one is the name of a person, the other is not", MIXED
    elif family == PERSON and _alone(met) and not (left.wordy and right.wordy):
        capped, most = "one word alone never decides", SINGLE * (met.pairs[0].likeness ** 3 if met.pairs else 0.0)
    return NameComparison(left, right, min(score, most), family, values, met, capped)


def _alone(met: Alignment) -> bool:
    """True where one word of one name answers to one of the other, and nothing else does."""
    return not met.initials and len(met.pairs) < 2 and sum(len(p.left) + len(p.right) for p in met.pairs) < 3
