"""Two names that were compared, and what a comparison says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from primafacie.identity import NameComparison, Token
from primafacie.identity.alignment import Pair
from primafacie.identity.likeness import FUZZY
from primafacie.identity.names import PARTICLE, TITLE
from primafacie.resolution.names import Named

ONE, RIVAL, DOUBT, OTHER = "one", "rival", "doubt", "other"
"""May be one, unless a second bearer fits as well; as long a way off as others, so that it makes their claim unsure; a
person has to say; two names."""
SLIP, SLIP_IN = 0.86, 5
"""How alike two words must at least be, and how many letters each must have, that a vowel more or another one is held
for a matter of transliteration: "Jysan" and "Jusan". Below that it is another name: "Dana" and "Dina"."""
NEAR, LONG = 0.75, 8
"""Words less alike than this are two words, and no slip of the pen; so are shorter ones with another consonant."""


class Said(NamedTuple):
    verdict: str
    why: str


@dataclass(frozen=True, slots=True)
class Met:
    """The two names; ``within`` is True inside one document, which names people short once it has named them."""

    left: Named
    right: Named
    names: NameComparison
    within: bool

    @property
    def pairs(self) -> tuple[Pair, ...]:
        return self.names.alignment.pairs if self.names.alignment else ()

    @property
    def initials(self) -> tuple[tuple[Token, Token], ...]:
        return self.names.alignment.initials if self.names.alignment else ()

    @property
    def extra(self) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
        """Words of either name that answer to nothing in the other."""
        if self.names.alignment is None:
            return self.left.read.core, self.right.read.core
        return _telling(self.names.alignment.left), _telling(self.names.alignment.right)

    @property
    def crossed(self) -> bool:
        return self.names.alignment is not None and self.names.alignment.crossed

    def notes(self) -> Iterator[str]:
        """What the engine tells of the words that met, without what only sets limits."""
        yield from (f.note for f in self.names.features if f.name not in ("bare", "cap", "empty"))


Rule = Callable[[Met], Said | None]


def first(rules: tuple[Rule, ...], met: Met) -> Said:
    """What the first rule that speaks says. The last of ``rules`` always speaks."""
    return next(said for rule in rules if (said := rule(met)) is not None)


def sure(pair: Pair) -> bool:
    """True where the words of a pair are one word in the same or another spelling, form or language.

    A closing "a" is never a matter of spelling: it tells a woman's name from a man's.
    """
    if pair.way != FUZZY:
        return True
    one, other = ("".join(t.text for t in side) for side in (pair.left, pair.right))
    same = [t.skeleton for t in pair.left] == [t.skeleton for t in pair.right]
    long = min(len(one), len(other)) >= SLIP_IN and one.endswith("a") == other.endswith("a")
    return same and long and pair.likeness >= SLIP


def near(pair: Pair) -> bool:
    """True where a slip of the pen may have made one word of a pair of the other, which a person has to say."""
    same = [t.skeleton for t in pair.left] == [t.skeleton for t in pair.right]
    long = all(len(t.text) >= LONG for t in (*pair.left, *pair.right)) and pair.edits <= 1
    return pair.likeness >= NEAR and (same or long)


def shown(words: tuple[Token, ...]) -> str:
    return " ".join(t.text.title() for t in words)


def _telling(words: tuple[Token, ...]) -> tuple[Token, ...]:
    return tuple(t for t in words if t.kind not in (PARTICLE, TITLE))
