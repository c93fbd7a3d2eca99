"""Names of people: given name, patronymic, surname, initials, in any order and in two scripts."""

from __future__ import annotations

from dataclasses import dataclass

from primafacie.resolution.naming import tokens
from primafacie.identity.spelling import alike, skeleton
from primafacie.values.names import strip_titles


@dataclass(frozen=True, slots=True, order=True)
class PersonName:
    """The keys of a person's names as written, and the gender where a title, a kinship or a patronymic tells it."""

    parts: tuple[str, ...]
    gender: str = ""

    @staticmethod
    def read(name: str, gender: str = "") -> PersonName:
        parts = tokens(strip_titles(name))
        if not gender and len(parts) > 2:
            gender = ("male" if any(p.endswith(("uvich", "evich")) for p in parts)
                      else "female" if any(p.endswith(("uvna", "evna")) for p in parts) else "")
        return PersonName(parts, gender)

    @property
    def bare(self) -> bool:
        """A surname (or given name) alone: too little to tell two bearers apart."""
        return len(self.parts) < 2

    @property
    def local(self) -> bool:
        return not self.parts

    @property
    def level(self) -> tuple[int, int, bool]:
        """How much the name tells: full words, words, gender."""
        return sum(len(p) > 1 for p in self.parts), len(self.parts), bool(self.gender)

    def filed(self) -> tuple[str, ...]:
        """Where a name is filed: surname and first initial, either way round; and the surname alone."""
        if self.bare:
            return tuple(f"one {skeleton(p)}" for p in self.parts)
        first, last = self.parts[0], self.parts[-1]
        return (f"{skeleton(last)} {first[0]}", f"{skeleton(first)} {last[0]}", f"one {skeleton(last)}")

    def given(self) -> tuple[str, ...]:
        """Within a document a given name alone stands for its only bearer too."""
        return () if self.bare else (f"one {skeleton(self.parts[0])}",)

    def agrees(self, other: PersonName) -> bool:
        """True where the genders told, if both are, are one."""
        return not (self.gender and other.gender and self.gender != other.gender)

    def same(self, other: PersonName) -> bool:
        """True where nothing in the two names speaks against one bearer and enough speaks for it."""
        if not self.agrees(other):
            return False
        short, long = sorted((self, other), key=lambda n: len(n.parts))
        if short.bare:
            ends = (long.parts[0], long.parts[-1]) if long.parts else ()
            return bool(short.parts) and any(alike(short.parts[0], end) for end in ends)
        left = list(long.parts)
        full = 0
        for part in sorted(short.parts, key=len, reverse=True):
            match = next((p for p in left if len(part) > 1 and len(p) > 1 and alike(part, p)), None)
            if match:
                full += 1
            else:
                match = next((p for p in left if p[0] == part[0] and 1 in (len(p), len(part))), None)
            if match is None:
                return False
            left.remove(match)
        return full >= 1 and _surname_met(short, long)

    def reason(self, other: PersonName) -> str:
        if self.parts == other.parts:
            return "the same name"
        if self.bare or other.bare:
            return "a short form with one possible bearer"
        if sorted(self.parts) == sorted(other.parts):
            return "the same name in another order"
        if any(len(p) == 1 for p in (*self.parts, *other.parts)):
            return "initials and surname fit one bearer only"
        return "spellings of one name" if len(self.parts) == len(other.parts) else "a fuller form of the name"


def _surname_met(short: PersonName, long: PersonName) -> bool:
    """A name of at least two full words meets, or the surname of one is an end of the other: "J. Kern", "Kern J."."""
    ends = (long.parts[0], long.parts[-1])
    return any(len(p) > 1 and any(len(e) > 1 and alike(p, e) for e in ends) for p in (short.parts[0], short.parts[-1]))
