"""Invented people, as many as wanted, the same ones every time: names from syllables, some common and most rare.

Given names and surnames are drawn after Zipf's law, as real ones are: the hundredth name is borne by about a hundredth
of the bearers of the first. One entry in two has an alias.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from primafacie.model.lists import Listing, Profile, SanctionsList

HEADS = (
    "ba be bo da do du fa fe ga go ha he ja jo ka ki ko la le li lu ma me mi mo na ne ni no pa pe ra re ri ro sa se "
    "shi so ta te ti to tu va ve vi vo ya yu za ze zo bra cha dra fri gre kla kri mar nor pra sta tre vla zha"
).split()
TAILS = (
    "lan ren dov nik tar mir sen bek din far gul har jan kov lin mov nov pur rik san tov van vich yan zad mani beru "
    "dola"
).split()
GIVEN, SURNAMES = 4_000, 60_000
KEY = "invented"


def _words(number: int, syllables: int, seed: int) -> list[str]:
    rng = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < number:
        found["".join(rng.choice(HEADS) for _ in range(rng.randint(1, syllables))) + rng.choice(TAILS)] = None
    return [word.capitalize() for word in found]


class Names:
    """Full names by number."""

    def __init__(self) -> None:
        self.given, self.surnames = _words(GIVEN, 2, 1), _words(SURNAMES, 3, 2)

    def __call__(self, rng: random.Random) -> str:
        given = [self.given[_zipf(rng, GIVEN)] for _ in range(1 + (rng.random() < 0.5))]
        return " ".join([*given, self.surnames[_zipf(rng, SURNAMES)]])


def _zipf(rng: random.Random, number: int) -> int:
    """A rank from 0, its chance about one over the rank: the inverse of the logarithm."""
    return min(int(number ** rng.random()) - 1 + int(rng.random() < 0.5), number - 1)


@dataclass(frozen=True)
class Listings:
    """Entries that are made when they are asked for, so that a million of them take no room."""

    number: int

    def __len__(self) -> int:
        return self.number

    def __iter__(self) -> Iterator[Listing]:
        names, rng = Names(), random.Random(3)
        for number in range(self.number):
            said = (names(rng), *((names(rng),) if rng.random() < 0.5 else ()))
            yield Listing(f"{KEY}:{number}", KEY, Profile("Person", said))


class Edition:
    """An edition of an invented list."""

    def __init__(self, number: int) -> None:
        self.list = SanctionsList(KEY, "Invented people", "nobody", "2030-01-01", number, "0" * 64)
        self.listings = Listings(number)


def queries(number: int, wanted: int) -> list[Profile]:
    """Half of them listed, one letter of theirs altered in every third; half of them drawn like the list, but not from
    it."""
    names, rng = Names(), random.Random(4)
    step = max(1, number // (wanted // 2))
    listed = [listing.profile.names[0] for at, listing in enumerate(Listings(number)) if at % step == 0]
    asked = []
    for at in range(wanted):
        name = listed[at // 2 % len(listed)] if at % 2 else names(rng)
        if at % 3 == 0:
            place = rng.randrange(1, len(name) - 1)
            name = name[:place] + name[place + 1 :]
        asked.append(Profile("Person", (name,)))
    return asked
