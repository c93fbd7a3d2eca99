"""Whether two names of a case, with what sources tell of their bearers, may be one: the names first, then the facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from primafacie.identity import MATCH, compare, compare_names
from primafacie.resolution.comparisons import bodies, persons, places
from primafacie.resolution.comparisons.met import DOUBT, ONE, OTHER, Met, Rule, first, sure
from primafacie.resolution.facts import COUNTRY, NUMBERS, Facts, clash, decisive, profile
from primafacie.resolution.names import SCHEMATA, Named

COMPARISONS: Mapping[str, tuple[Rule, ...]] = {
    "person": persons.RULES, "body": bodies.RULES, "place": places.RULES,
}  # fmt: skip
NUMBER, BIRTH = "identifier_same", "birth_date_same"
"""What the engine calls a number in common, and a day of birth. They say more than names do."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """``verdict`` is ONE, DOUBT or OTHER; ``why`` a sentence without the names; ``met`` None where they are equal."""

    verdict: str
    why: str
    met: Met | None = None
    lifted: str = ""
    """The fact that made one of what the names alone left open."""

    @property
    def one(self) -> bool:
        return self.verdict == ONE

    @property
    def contained(self) -> tuple[bool, bool]:
        """Whether each word of the left name, of the right name, answers to one of the other's."""
        left, right = self.met.extra if self.met else ((), ())
        return not left, not right

    def told(self, left: str, right: str) -> str:
        """Why the two are one: what kind of likeness it is, the names as written, and which words met."""
        if not self.met and not self.lifted:
            return same(left, right)
        notes = "; ".join(self.met.notes()) if self.met and self.why != "the same name" else ""
        return f"{self.lifted or self.why}: {left}, {right}{f' ({notes})' if notes else ''}"


def agreement(one: Named, other: Named, ours: Facts, theirs: Facts, *, within: bool = False) -> Agreement:
    """What names and facts say together. Symmetric. ``within``: both stand in one document.

    Dates of birth or numbers that differ decide; so do numbers in common, where the names do not speak against it.
    """
    if one.family != other.family:
        return Agreement(OTHER, "one is a person's, the other is not")
    if ours and theirs and clash(decisive(ours), decisive(theirs)):
        return Agreement(OTHER, "dates of birth or numbers differ")
    said = _names(one, other, within)
    shared = ours and theirs and {name for name, _ in ours} & {name for name, _ in theirs}
    return _with_facts(one, other, ours, theirs, said) if shared else said


def same(left: str, right: str) -> str:
    """Why two are one where nothing but spelling tells their names apart."""
    return f"the same name: {left}" if left == right else f"spellings of one name: {left}, {right}"


def _names(one: Named, other: Named, within: bool) -> Agreement:
    if one == other:
        return Agreement(ONE, "the same name")
    met = Met(one, other, compare_names(one.read, other.read), within)
    said = first(COMPARISONS[one.family], met)
    return Agreement(said.verdict, said.why, met)


def _with_facts(one: Named, other: Named, ours: Facts, theirs: Facts, said: Agreement) -> Agreement:
    schema = SCHEMATA[one.family]
    found = compare(profile(schema, (one.read.text,), ours), profile(schema, (other.read.text,), theirs))
    lifting = next((f for f in found.features if f.name in (NUMBER, BIRTH)), None)
    if lifting and (said.one or (found.score >= MATCH and _lifts(lifting.name, said))):
        return Agreement(ONE, said.why, said.met, "" if said.one else lifting.note)
    if any(name in NUMBERS for name, _ in ours & theirs) and not said.one:
        return Agreement(DOUBT, "a number in both, under names that differ", said.met)
    if said.one and clash(_countries(ours), _countries(theirs)):
        apart = next((f.note for f in found.features if f.name == "country_differs"), "of two countries")
        return Agreement(DOUBT, apart, said.met)
    return said


def _lifts(feature: str, said: Agreement) -> bool:
    """A number makes one of spellings; a day of birth only of what is one name, for twins have another each."""
    whole = said.verdict == DOUBT and said.met is not None and all(sure(pair) for pair in said.met.pairs)
    return feature == NUMBER or whole


def _countries(facts: Facts) -> Facts:
    return frozenset(fact for fact in facts if fact[0] == COUNTRY)
