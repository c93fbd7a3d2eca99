"""How English is read."""

from __future__ import annotations

from primafacie.claims import EXTRACTOR, matching, parsing, phrases, voices
from primafacie.claims.attribution import Attributions
from primafacie.claims.english import answers, naming, order, stance, tenure, wrongs
from primafacie.claims.languages import Language
from primafacie.values.finders import finders
from primafacie.values.words import words

PERSONAL = words("he she him her his i my me")
PRONOUNS = words(
    "it they them he she him her this that these those who which what one i me we us you his its their my our your "
    "whose someone somebody everyone everybody something anything everything others other ones 's ’s"
)


def record() -> Language:
    """The parts of the reader for English."""
    return Language(
        code="en", extractor=EXTRACTOR, parse=parsing.parse, triggers=matching.triggers, slot=matching.slot,
        voices=voices.Voices, attributions=lambda parsed, attitudes: Attributions(parsed, attitudes).all(),
        teller=naming.teller,
        answers=lambda reader, _: answers.answers(reader.parsed, reader.lexicon, reader.quantities, EXTRACTOR),
        order=(order.links, order.of_clause), finders=finders("en"), stance=stance.stance,
        presupposed=stance.presupposed, equated=tenure.equated, former=tenure.former, relation=tenure.relation,
        names_wrong=wrongs.names_wrong, noun_phrase=lambda head: phrases.noun_phrase(head, keep=frozenset({"of"})),
        phrase=phrases.phrase, predicate=phrases.predicate, with_name=phrases.with_name,
        qualifiers=tenure.FORMER
        | words("current acting sitting new incumbent no any further more additional , other"),
        places=("in", "at", "near", "outside", "inside", "on", "around"), percent=words("percent cent % pc"),
        personal=PERSONAL, pronouns=PRONOUNS, asking=("how many", "how much", "what ", "which ", "whose "),
    )  # fmt: skip
