"""Names of places: one name, one place, until a gazetteer says otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from primafacie.resolution.naming import tokens
from primafacie.identity.spelling import alike, skeleton


@dataclass(frozen=True, slots=True, order=True)
class PlaceName:
    parts: tuple[str, ...]

    @staticmethod
    def read(name: str, gender: str = "") -> PlaceName:
        return PlaceName(tokens(name))

    @property
    def bare(self) -> bool:
        return False

    @property
    def local(self) -> bool:
        return not self.parts

    @property
    def level(self) -> tuple[int, int, bool]:
        return 0, len(self.parts), False

    def filed(self) -> tuple[str, ...]:
        return (" ".join(skeleton(p) for p in self.parts),)

    def given(self) -> tuple[str, ...]:
        return ()

    def agrees(self, other: PlaceName) -> bool:
        return True

    def same(self, other: PlaceName) -> bool:
        return len(self.parts) == len(other.parts) and all(
            alike(a, b) for a, b in zip(self.parts, other.parts, strict=True))

    def reason(self, other: PlaceName) -> str:
        return "the same name" if self == other else "spellings of one name"
