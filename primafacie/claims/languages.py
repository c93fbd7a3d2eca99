"""What reading a language takes, in one record each: the engine and the lexicon's format are the same for all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token

from primafacie.claims import LANGUAGES
from primafacie.claims.parsing import Parsed
from primafacie.model import Claim, Passage, Source
from primafacie.values.finders import Finders

if TYPE_CHECKING:
    from primafacie.claims.attribution import Attribution
    from primafacie.claims.engine import Reader
    from primafacie.claims.lexicon import Lexicon
    from primafacie.claims.matching import Trigger
    from primafacie.claims.order import Link
    from primafacie.claims.voices import Voices

Stretch = tuple[int, int]
"""First and last token."""


@dataclass(frozen=True, slots=True)
class Language:
    """The parts of the reader that differ by language, in the module ``record`` of its package.

    All functions take tokens of a ``Parsed`` that ``parse`` made.
    """

    code: str
    extractor: str
    parse: Callable[[Source, Sequence[Passage]], Iterator[Parsed]]
    triggers: Callable[[Doc | Span, Lexicon], Iterator[Trigger]]
    slot: Callable[[Trigger, str], list[Token]]
    """The heads of what stands in a slot of the lexicon."""
    voices: Callable[[Parsed], Voices]
    attributions: Callable[[Parsed, bool], Sequence[Attribution]]
    """Who says what, as ``claims.attributions`` lists it; with plans, wishes, praise and blame where asked for."""
    teller: Callable[[Token, str | None], list[Token]]
    """Whom the head of a source, of the type given, stands for or who is behind it; empty where it is the source."""
    answers: Callable[[Reader, Sequence[Claim]], Iterator[Claim]]
    """The claims of bare answers, which only their question makes plain; given what the text says by itself."""
    order: tuple[Callable[[Token], Iterator[Link]], Callable[[Token, Token], bool]]
    """What an event is set in time against, and whether a word belongs to a verb's own clause: see ``claims.order``."""
    finders: Finders
    stance: Callable[[Token], str]
    presupposed: Callable[[Token], bool]
    equated: Callable[[Token], bool]
    former: Callable[[Token], bool]
    relation: Callable[[Token], str]
    names_wrong: Callable[[Token], bool]
    noun_phrase: Callable[[Token], Stretch]
    """A post or a relation without the modifiers that are not part of it."""
    phrase: Callable[[Token], Stretch]
    predicate: Callable[[Token], Stretch]
    with_name: Callable[[Token, int, int], Stretch]
    qualifiers: frozenset[str]
    """Words before a post or a measure that are not part of it."""
    places: tuple[str, ...]
    """Prepositions before the place where something happened, the likeliest first."""
    percent: frozenset[str]
    """Words and signs for a hundredth, in lower case: "sold 40 percent" names what is sold."""
    personal: frozenset[str]
    """Pronouns in lower case that stand for somebody, though the text does not say for whom."""
    pronouns: frozenset[str]
    """Words in lower case that, where nothing resolves them, name nobody."""
    asking: tuple[str, ...]
    """How a phrase begins that asks who or what it is: "how many", "which "."""

    def unresolved(self, text: str) -> bool:
        """True for a pronoun or a question that stands for nobody known ("US" is a name)."""
        low = text.lower()
        return (low in self.pronouns and not (text.isupper() and len(text) > 1)) or low.startswith(self.asking)


@cache
def language(code: str) -> Language:
    """The record of a language, its modules and models loaded only now. Raises KeyError where it is not in
    ``LANGUAGES``."""
    found: Language = import_module(f"primafacie.claims.{LANGUAGES[code]}.record").record()
    return found
