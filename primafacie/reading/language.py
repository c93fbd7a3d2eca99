"""The language a text is written in, by its most frequent small words."""

from __future__ import annotations

import re
from collections import Counter

from primafacie.values.words import words

WORDS: dict[str, frozenset[str]] = {
    "en": words("the of and to in that was is for with his were by not this from have has they"),
    "it": words("il di che la e non per un una del della con sono gli nel anche dei alla si"),
    "fr": words("le la les de des du et que qui dans est une pour pas sur au aux par avec ce"),
    "de": words("der die das und nicht ist ein eine den dem von mit für auf sich auch des im war"),
    "es": words("el la los las de que y en un una por con para del no se su al lo como"),
    "pt": words("o a os as de que e em um uma por com para do da no na não se ao"),
    "ru": words("и в не на что с по как это из к у за его но был для от он они"),
    "uk": words("і в не на що з до як це та за його але був для від він вони у є"),
    "kk": words("және бір бұл мен деп үшін болды туралы ол осы емес бар да де кейін"),
    "pl": words("i w nie na się z do to że jest o jak po za od przez dla był ale"),
    "hu": words("a az és hogy nem egy is volt ez meg de csak mint el már van"),
    "nl": words("de het een en van in is dat op te zijn met voor niet die aan er"),
}
_WORD = re.compile(r"[^\W\d_]+")
SAMPLE = 20_000
"""Characters from the top that are looked at."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code; None where the text is too short or no language stands out."""
    words = Counter(match[0] for match in _WORD.finditer(text[:SAMPLE].casefold()))
    total = sum(words.values())
    if total < 20:
        return None
    rates = sorted(((sum(words[w] for w in small) / total, code) for code, small in WORDS.items()), reverse=True)
    best, second = rates[0], rates[1]
    return best[1] if best[0] >= 0.08 and best[0] >= 1.15 * second[0] else None
