"""What sources say of who somebody is, and which of it tells two namesakes apart."""

from __future__ import annotations

from collections.abc import Iterable

from primafacie import identity
from primafacie.model import Profile

COUNTRY = "country"
COUNTRIES = frozenset({"nationality", "citizenship", "country", "jurisdiction", "mainCountry", "flag"})
Facts = frozenset[tuple[str, str]]
"""FollowTheMoney properties with their values: ("birthDate", "1961-02-03")."""
DATES = frozenset({"birthDate", "deathDate"})
NUMBERS = frozenset({
    "registrationNumber", "idNumber", "taxNumber", "passportNumber", "socialSecurityNumber", "innCode", "ogrnCode",
    "leiCode", "imoNumber", "vatCode", "uscCode",
})  # fmt: skip
"""Numbers of which one bearer has one. Two registers may number one company differently: then a person has to say
that it is one, for a wrong merger is worse than a missed one."""

PERSONAL = frozenset("birthDate deathDate birthPlace nationality citizenship gender firstName lastName".split())
CORPORATE = frozenset("registrationNumber incorporationDate dissolutionDate legalForm leiCode ogrnCode vatCode".split())


def told_family(facts: Iterable[tuple[str, str]]) -> str:
    """person or body where what is told fits only one of them, for a register may say "legal entity" of both."""
    names = {name for name, _ in facts}
    told = [family for family, own in (("person", PERSONAL), ("body", CORPORATE)) if names & own]
    return told[0] if len(told) == 1 else ""


def decisive(facts: Iterable[tuple[str, str]]) -> Facts:
    """The facts that tell namesakes apart, numbers without their blanks and signs."""
    told = set()
    for name, value in facts:
        if name in DATES:
            told.add((name, value))
        elif name in NUMBERS and (number := "".join(c for c in value.casefold() if c.isalnum())):
            told.add((name, number))
    return frozenset(told)


def telling(facts: Iterable[tuple[str, str]]) -> Facts:
    """The decisive facts, and the countries, under one key whatever the source calls them.

    Two countries keep namesakes apart until a person, or a number or a date that both tell, says that they are one.
    """
    facts = tuple(facts)
    if not facts:
        return frozenset()
    lands = frozenset((COUNTRY, value.casefold()) for name, value in facts if name in COUNTRIES)
    return decisive(facts) | lands


def profile(schema: str, names: tuple[str, ...], facts: Facts) -> Profile:
    """What the engine of ``identity`` compares: the names with all that is told beside them."""
    told = {name: [value for key, value in sorted(facts) if key == name] for name in {name for name, _ in facts}}
    read = identity.profile({"schema": schema, "properties": {**told, "name": list(names)}})
    assert isinstance(read, Profile)
    return read


def agree(one: Facts, other: Facts) -> bool:
    """True where both tell something of one kind and nothing speaks against their being one."""
    return bool({name for name, _ in one} & {name for name, _ in other}) and not clash(one, other)


def clash(one: Facts, other: Facts) -> bool:
    """True where both are told and no value of the one is any of the other's: two dates of birth, two numbers.

    A date agrees with a less precise one that it begins with: "1961" and "1961-02-03".
    """
    for name in {name for name, _ in one} & {name for name, _ in other}:
        ours, theirs = ({value for key, value in facts if key == name} for facts in (one, other))
        met = any(a == b or (name in DATES and (a.startswith(b) or b.startswith(a))) for a in ours for b in theirs)
        if not met:
            return True
    return False
