"""Names of companies, public bodies, groups and things: legal forms and words of kind set apart from what names."""

from __future__ import annotations

from dataclasses import dataclass

from primafacie.resolution.naming import tokens
from primafacie.identity.spelling import alike, key, skeleton
from primafacie.values.names import LEGAL_FORMS

LEGAL = frozenset(key(w) for w in LEGAL_FORMS - {"company", "trust", "as", "ad", "co"})
WORDS_OF_KIND = frozenset(key(w) for w in (
    "bank banka банк group holding holdings company companies firm fund foundation airlines airways insurance "
    "investment investments trust agency newspaper university").split())
COMMON = frozenset(key(w) for w in (
    "ministry justice interior finance foreign affairs defence defense health supreme constitutional court parliament "
    "government senate assembly police national security council committee state central bank army prosecutor "
    "prosecutors general office president presidency cabinet opposition services service intelligence federal city "
    "district west east regime elite of").split())  # fmt: skip
"""Words of which a public body's name may consist in any country: such a name is nobody's own."""


@dataclass(frozen=True, slots=True, order=True)
class BodyName:
    """What names the body, its words of kind (bank, group) and its legal form, each as keys."""

    parts: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()

    @staticmethod
    def read(name: str, gender: str = "") -> BodyName:
        words = tokens(name)
        legal = tuple(w for n, w in enumerate(words) if w in LEGAL and n)
        kinds = tuple(sorted(w for w in words if w in WORDS_OF_KIND))
        own = tuple(w for n, w in enumerate(words) if w not in WORDS_OF_KIND and not (w in LEGAL and n))
        if not own or all(w in COMMON for w in own):
            return BodyName(words)
        return BodyName(own, kinds, legal)

    @property
    def bare(self) -> bool:
        return False

    @property
    def local(self) -> bool:
        """True where the name tells no body from another country's: "Ministry of Justice"."""
        return not self.parts or all(w in COMMON for w in self.parts)

    @property
    def level(self) -> tuple[int, int, bool]:
        return bool(self.kinds) + bool(self.legal), len(self.parts), bool(self.legal)

    def filed(self) -> tuple[str, ...]:
        return (skeleton("".join(self.parts)),)

    def given(self) -> tuple[str, ...]:
        return ()

    def agrees(self, other: BodyName) -> bool:
        return True

    def same(self, other: BodyName) -> bool:
        """True where the naming words are one, however they are parted, and kind and form do not differ."""
        worded = len(self.parts) == len(other.parts) and all(
            alike(a, b) for a, b in zip(self.parts, other.parts, strict=True))
        return ((worded or "".join(self.parts) == "".join(other.parts))
                and (not self.kinds or not other.kinds or self.kinds == other.kinds)
                and (not self.legal or not other.legal or self.legal == other.legal))

    def reason(self, other: BodyName) -> str:
        if self == other:
            return "the same name"
        if self.parts == other.parts:
            return "the same name but for its legal form or a word such as bank"
        return "spellings of one name"
