"""What reading a language takes, in one record each: the engine and the lexicon's format are the same for all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token

from primafacie.claims.parsing import Parsed
from primafacie.model import Claim, Passage, Source
from primafacie.values.finders import Finders, finders

if TYPE_CHECKING:
    from primafacie.claims.lexicon import Lexicon
    from primafacie.claims.matching import Trigger
    from primafacie.claims.quantities import Quantities
    from primafacie.claims.voices import Voices

Stretch = tuple[int, int]
"""First and last token."""


@dataclass(frozen=True, slots=True)
class Language:
    """The parts of the reader that differ by language. All functions take tokens of a ``Parsed`` that ``parse``
    made."""

    code: str
    extractor: str
    parse: Callable[[Source, Sequence[Passage]], Iterator[Parsed]]
    triggers: Callable[[Doc | Span, Lexicon], Iterator[Trigger]]
    slot: Callable[[Trigger, str], list[Token]]
    """The heads of what stands in a slot of the lexicon."""
    voices: Callable[[Parsed], Voices]
    answers: Callable[[Parsed, Lexicon, Quantities, str], Iterator[Claim]]
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


CODES = ("en", "ru")
"""ISO 639-1 codes of the languages that can be read."""


@cache
def language(code: str) -> Language:
    """The record of a language, its modules and models loaded only now. Raises KeyError where it is not in
    ``CODES``."""
    return {"en": _english, "ru": _russian}[code]()


def _english() -> Language:
    from primafacie.claims import EXTRACTOR, matching, parsing, phrases, voices
    from primafacie.claims.english import answers, stance, tenure, wrongs

    return Language(
        code="en", extractor=EXTRACTOR, parse=parsing.parse, triggers=matching.triggers, slot=matching.slot,
        voices=voices.Voices, answers=answers.answers, finders=finders("en"), stance=stance.stance,
        presupposed=stance.presupposed, equated=tenure.equated, former=tenure.former, relation=tenure.relation,
        names_wrong=wrongs.names_wrong, noun_phrase=lambda head: phrases.noun_phrase(head, keep=frozenset({"of"})),
        phrase=phrases.phrase, predicate=phrases.predicate, with_name=phrases.with_name,
        qualifiers=tenure.FORMER | frozenset(
            "current acting sitting new incumbent no any further more additional , other".split()),
        places=("in", "at", "near", "outside", "inside", "on", "around"),
    )  # fmt: skip


def _russian() -> Language:
    from primafacie.claims import VERSION
    from primafacie.claims.russian import matching, parsing, phrases, stance, tenure, voices, wrongs

    return Language(
        code="ru", extractor=f"lexicon-ru/{VERSION}", parse=parsing.parse, triggers=matching.triggers,
        slot=matching.slot, voices=voices.RussianVoices,
        answers=lambda parsed, lexicon, quantities, extractor: iter(()),
        finders=finders("ru"), stance=stance.stance, presupposed=stance.presupposed, equated=lambda token: False,
        former=tenure.former, relation=tenure.relation, names_wrong=wrongs.names_wrong,
        noun_phrase=phrases.post, phrase=phrases.phrase, predicate=phrases.predicate, with_name=phrases.with_name,
        qualifiers=tenure.FORMER | tenure.CURRENT, places=("в:loc", "на:loc", "близ", "около", "возле", "под:ins", "у"),
    )  # fmt: skip
