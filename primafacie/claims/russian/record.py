"""How Russian is read."""

from __future__ import annotations

from primafacie.claims import VERSION
from primafacie.claims.languages import Language
from primafacie.claims.russian import answers, matching, order, parsing, phrases, stance, tenure, voices, wrongs
from primafacie.claims.russian.naming import named_by
from primafacie.values.finders import finders
from primafacie.values.words import words

PERSONAL = words("он она его ее её я мой мне меня")
PRONOUNS = words(
    "он она оно они его ее её их ему ей им него неё нее них кто что который которая которое которые это я мы вы ты "
    "свой себя кого кому которого которой которых"
)


def record() -> Language:
    """The parts of the reader for Russian."""
    return Language(
        code="ru", extractor=f"lexicon-ru/{VERSION}", parse=parsing.parse, triggers=matching.triggers,
        slot=matching.slot, voices=voices.RussianVoices,
        attributions=lambda parsed, _: voices.RussianVoices(parsed).attributions.all(), teller=named_by,
        answers=answers.answers, order=(order.links, order.of_clause), finders=finders("ru"),
        stance=stance.stance, presupposed=stance.presupposed, equated=lambda token: False,
        former=tenure.former, relation=tenure.relation, names_wrong=wrongs.names_wrong,
        noun_phrase=phrases.post, phrase=phrases.phrase, predicate=phrases.predicate, with_name=phrases.with_name,
        qualifiers=tenure.FORMER | tenure.CURRENT, places=("в:loc", "на:loc", "близ", "около", "возле", "под:ins", "у"),
        percent=words("% процент"), personal=PERSONAL, pronouns=PRONOUNS,
        asking=("сколько", "какой ", "какая ", "какие ", "какое "),
    )  # fmt: skip
