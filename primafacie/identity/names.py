"""A name and its words, read once so that it can be compared with thousands."""

from __future__ import annotations

from dataclasses import dataclass, field

GIVEN, SURNAME, PATRONYMIC, INITIAL, PARTICLE = "given name", "surname", "patronymic", "initial", "particle"
TITLE, FORM, NUMBER, PLACE, GENERIC, OTHER = "title", "legal form", "number", "place", "generic word", "word"
KINDS = (GIVEN, SURNAME, PATRONYMIC, INITIAL, PARTICLE, TITLE, FORM, NUMBER, PLACE, GENERIC, OTHER)

PERSON, BODY, THING = "person", "body", "thing"


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a name."""

    text: str
    """Lower-case ASCII letters and figures."""
    key: str
    """One for the usual romanisations of the word (``sounds.key``)."""
    skeleton: str
    """The classes of its consonants (``sounds.skeleton``)."""
    kind: str = OTHER
    """One of ``KINDS``."""
    weight: float = 1.0
    """How much the word tells of who is meant: about 1 for a rare surname, near 0 for a particle."""
    group: int = 0
    """Words of one meaning ("bank", "banque") have one number; 0 where the word has none."""
    code: str = ""
    """Of a place its country, of a legal form its class, of a number its value."""
    raw: str = ""
    """The word in simplified characters, where it is written in Han: its reading does not tell one from another."""
    thin: bool = False
    """True where the script writes no vowels or only syllables, so that letters cannot be compared one by one."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name as read. Tokens stand in the order written; ``core`` leaves out what names nobody."""

    text: str
    """As shown: on one line, nothing invisible in it."""
    schema: str
    family: str
    """PERSON, BODY (companies, organizations) or THING (vessels and the like)."""
    certain: bool
    """False where the schema left the family open and no word of the name decided it."""
    tokens: tuple[Token, ...]
    core: tuple[Token, ...] = field(repr=False)
    forms: tuple[str, ...] = ()
    """Classes of the legal forms, in order."""
    suffix: str = ""
    """"jr", "sr" or a numeral that tells generations apart."""
    weight: float = 0.0
    """Sum of the weights of ``core``."""

    @property
    def wordy(self) -> bool:
        """True where a name read as one was written as two words, as "Abdul Haq" is."""
        return len(self.core) == 1 < len(self.text.split()) - sum(t.kind in (TITLE, PARTICLE) for t in self.tokens)

    @property
    def empty(self) -> bool:
        """True where the text holds no letter and no figure."""
        return not self.tokens
