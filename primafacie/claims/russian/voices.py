"""Who says it in a Russian text."""

from __future__ import annotations

from primafacie.claims.attribution import Attribution
from primafacie.claims.parsing import Parsed
from primafacie.claims.russian.attributions import RussianAttributions
from primafacie.claims.russian.mentions import RussianMentions
from primafacie.claims.voices import Voices

OWN = frozenset("я мы".split())
NOBODY = frozenset("это то который что кто мы вы все я он она они".split())


class RussianVoices(Voices):
    """The voices of one parsed text, by the Russian attributions and mentions."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.attributions = RussianAttributions(parsed)  # type: ignore[assignment]
        self.mentions = RussianMentions(parsed, self.speakers)  # type: ignore[assignment]
        self.author = parsed.source.author or parsed.source.publisher or "author"

    def speakers(self, token: int) -> tuple[str | None, str | None]:
        """Who says "я" and who is "вы" at a token: the innermost direct quotation's, else the passage's."""
        passage = self.parsed.passage(token)
        for attribution in reversed(self.attributions.chain(token)):
            if attribution.quality != "indirect" and attribution.head is not None and attribution.head != token:
                head = self.parsed.doc[attribution.head]
                if head.lower_ in OWN:
                    continue
                listener = self.parsed.doc[attribution.addressee] if attribution.addressee is not None else None
                return self.mentions.at(head).text, self.mentions.at(listener).text if listener is not None else None
        return passage.speaker or (self.author if self.author != "author" else None), passage.addressee

    def _name(self, attribution: Attribution) -> str | None:
        if attribution.source is None or attribution.head is None:
            return None
        mentions = self.mentions.conjuncts(self.parsed.doc[attribution.head])
        return " и ".join(dict.fromkeys(m.text for m in mentions if m.named or m.text.lower() not in NOBODY)) or None
