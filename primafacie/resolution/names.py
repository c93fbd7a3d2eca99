"""A name of the case as the engine of ``identity`` reads it, and the keys under which it is looked up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from primafacie.identity import Name, Token, read
from primafacie.identity.names import GIVEN, INITIAL, OTHER, PATRONYMIC, PERSON, SURNAME
from primafacie.identity.sounds import key, skeleton
from primafacie.identity.words import given

SCHEMATA: Mapping[str, str] = {"person": "Person", "body": "Organization", "place": "Address"}
"""Family of names -> the FollowTheMoney schema as which they are read."""
_KINDS = ("bank holding group company fund foundation airlines insurance investment trust agency university newspaper "
          "firm")  # fmt: skip
COMMON = frozenset((
    "ministry justice interior finance foreign affairs defence defense health supreme constitutional court parliament "
    "government senate assembly police national security council committee state central bank army prosecutor "
    "prosecutors general office president presidency cabinet opposition services service intelligence federal city "
    "district west east regime elite "
    "ministerstvo yustitsii finansov inostrannykh vnutrennikh del oborony zdravookhraneniya verkhovnyi "
    "konstitutsionnyi sud parlament pravitelstvo senat politsiya natsionalnyi tsentralnyi bank sovet komitet "
    "prokuratura generalnaya prezident administratsiya armiya gosudarstvennyi oppozitsiya").split())  # fmt: skip
"""Words of which a public body's name may consist in any country, romanised: such a name is nobody's own."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a person, body or place. Two are equal where nothing but spelling tells them apart."""

    family: str
    """person, body or place."""
    words: tuple[str, ...]
    """The sounds of its words in order, those of a script without vowels marked, for they say less."""
    gender: str = ""
    """female or male, where a title, a kinship or a patronymic tells it."""
    suffix: str = ""
    forms: tuple[str, ...] = ()
    read: Name = field(compare=False, repr=False, kw_only=True)
    level: tuple[int, int, int] = field(compare=False, repr=False, kw_only=True)
    """How much the name tells: full words, words, and what stands beside them (gender, legal form)."""

    @property
    def bare(self) -> bool:
        """A surname or a given name of a person alone: too little to tell two bearers apart."""
        return self.family == "person" and len(self.words) < 2 and not self.read.wordy

    @property
    def local(self) -> bool:
        """True where the name tells no body from another country's: "Ministry of Justice"."""
        return self.family == "body" and all(t.text in COMMON for t in self.read.core)

    @property
    def order(self) -> tuple[object, ...]:
        """For sorting, the name that tells most first."""
        return tuple(-n for n in self.level), self.words, self.gender, self.suffix, self.forms


class Keys(NamedTuple):
    """Under which a name is looked up; under which it stands for shorter forms of it, and for given names alone too."""

    asked: tuple[str, ...]
    filed: tuple[str, ...]
    given: tuple[str, ...]


@lru_cache(maxsize=100_000)
def keys(name: Named) -> Keys:
    """A surname alone is filed under itself, and a full name under its surname, too; but it is not looked up there:
    half a town would answer."""
    if name.family != "person":
        own_words = tuple(dict.fromkeys(_other(name)))
        return Keys(own_words, own_words, own_words)
    core = name.read.core
    if name.bare:
        alone = tuple(f"one {t.skeleton}" for t in core)
        return Keys(alone, alone, alone)
    both = tuple(dict.fromkeys(_two(name)))
    family = dict.fromkeys(f"one {t.skeleton}" for t in surnames(name.read))
    any_word = dict.fromkeys(f"one {t.skeleton}" for t in core)
    return Keys(both, (*both, *family), (*both, *any_word))


@lru_cache(maxsize=100_000)
def named(text: str, family: str, gender: str = "") -> Named | None:
    """The name as read; None where it has neither letters nor figures."""
    name = read(text, SCHEMATA[family])
    if not name.core:
        return None
    words = tuple(f"{t.key}*{t.raw}" if t.thin else t.key for t in name.core)
    gender = (gender or _by_patronymic(name)) if family == "person" else ""
    full = sum(len(t.text) > 1 for t in name.core)
    level = full, len(name.core), bool(gender) + bool(name.forms)
    return Named(family, words, gender, name.suffix, name.forms, read=name, level=level)


def surnames(name: Name) -> tuple[Token, ...]:
    """The words of a person's name that are the surname, or may be: the last one where nothing tells."""
    return tuple(t for t in name.core if t.kind == SURNAME) or name.core[-1:]


@cache
def kinds() -> frozenset[int | str]:
    """Words that say what kind of body it is: groups of the lexicon, or the words themselves."""
    found = (t for word in _KINDS.split() for t in read(f"x {word}", SCHEMATA["body"]).tokens[1:])
    return frozenset(t.group or t.text for t in found)


def of_kind(words: Iterable[Token]) -> set[int | str]:
    """Which words of kind there are: the first name says bank, the next ones may leave it out."""
    return {t.group or t.text for t in words} & kinds()


def bodylike(text: str) -> bool:
    """True where the words are a body's: a legal form, words of business or of office."""
    name = read(text, SCHEMATA["body"])
    return read(text).family != PERSON or bool(of_kind(name.tokens)) or any(t.text in COMMON for t in name.tokens)


def own(name: Name) -> tuple[Token, ...]:
    """The words of a body's name that are its own, and no word of business, place or number."""
    return tuple(t for t in name.core if t.kind in (OTHER, INITIAL) and not t.group)


def _by_patronymic(name: Name) -> str:
    fathers = [t.text for t in name.core if t.kind == PATRONYMIC]
    if any(text.endswith(("ich", "ych")) for text in fathers):
        return "male"
    return "female" if any(text.endswith(("vna", "chna")) for text in fathers) else ""


def _other(name: Named) -> Iterator[str]:
    """Its own words as one, for they are parted differently, and all its words; where none is its own, what they mean.
    """
    core = name.read.core
    telling = "".join(t.text for t in own(name.read))
    for words in {telling, "".join(t.text for t in core)} - {""}:
        yield f"{name.family} {skeleton(key(words))}"
    if not telling:
        yield " ".join([name.family, *sorted(str(t.group) if t.group else t.code or t.skeleton for t in core)])


def _two(name: Named) -> Iterator[str]:
    """Surname and the class of another word's first sound, or the given name that it is a form of; either way round."""
    core = name.read.core
    ends = {t.skeleton: t for t in (*surnames(name.read), core[0], core[-1]) if len(t.text) > 1}
    for consonants, end in ends.items():
        for word in core:
            if word is not end:
                yield f"two {consonants} {word.skeleton[:1]}"
                known = given(word) if word.kind == GIVEN else None
                yield from (f"two {consonants} #{line}" for line in (known.lines if known else ()))
