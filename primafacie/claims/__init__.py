"""Passages -> claims: who says what about whom, how firmly, in which words.

``extract`` parses the passages and applies the lexicon of the document's language. Every claim is grounded: its quote
stands verbatim at its offsets, or it is dropped and reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from primafacie.model import Claim, Passage, Problem, Source

if TYPE_CHECKING:
    from primafacie.claims.attribution import Reported

VERSION = "1"
EXTRACTOR = f"lexicon-en/{VERSION}"
LANGUAGES = {"en": "english", "ru": "russian"}
"""ISO 639-1 codes of the languages that can be read -> the package of each, with its ``record``."""


def extract(source: Source, passages: Sequence[Passage]) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """The claims of a source, in reading order, and what could not be read; the rows of a register need no model."""
    from primafacie.claims import registers

    if registers.is_register(source):
        return registers.read(source)
    from primafacie.claims.confidence import calibrated
    from primafacie.claims.engine import Reader
    from primafacie.claims.languages import language as reading

    language = source.language or "en"
    if language not in LANGUAGES:
        return (), (_unread(source, language),)
    claims: dict[str, Claim] = {}
    problems: list[Problem] = []
    known = reading(language)
    for parsed in known.parse(source, passages):
        for claim in Reader(parsed, known).claims():
            if source.text[claim.quote.start : claim.quote.end] != claim.quote.text or not claim.quote.text.strip():
                problems.append(
                    Problem(
                        what=f"a {claim.kind} claim could not be grounded in the text and was dropped",
                        where=source.name,
                        next="report this text if you can share it",
                        stage="claims",
                        source=source.id,
                        fatal=False,
                    )
                )
                continue
            claims.setdefault(claim.id, calibrated(claim, parsed, known))
    return tuple(claims.values()), tuple(problems)


def attributions(
    source: Source, passages: Sequence[Passage], *, attitudes: bool = False
) -> tuple[tuple[Reported, ...], tuple[Problem, ...]]:
    """Who says what in a source, in reading order: source, cue and content of every attribution, nested ones included.

    With ``attitudes`` also plans, wishes, praise and blame laid to somebody, which no claim takes for speech.
    """
    from primafacie.claims import registers

    if registers.is_register(source):
        return (), ()
    from primafacie.claims.attribution import reported
    from primafacie.claims.languages import language as reading

    language = source.language or "en"
    if language not in LANGUAGES:
        return (), (_unread(source, language),)
    known = reading(language)
    listed: list[Reported] = []
    for parsed in known.parse(source, passages):
        listed += reported(parsed, known.attributions(parsed, attitudes))
    return tuple(listed), ()


def _unread(source: Source, language: str) -> Problem:
    return Problem(
        what=f"the text seems to be in the language {language!r}, which cannot be read for claims yet",
        where=source.name,
        next=f"supported: {', '.join(LANGUAGES)}; add it with --language en if this is a mistake, or a translation",
        stage="claims",
        source=source.id,
        fatal=False,
    )


__all__ = ["EXTRACTOR", "attributions", "extract"]
