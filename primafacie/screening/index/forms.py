"""The words of a name by which it is filed and looked for.

Only what lets a name be found is read here, in microseconds a name; what its words are is for the comparison to read.
"""

from __future__ import annotations

import re
from functools import cache

from primafacie.identity.lexicon import lexicon
from primafacie.identity.sounds import key
from primafacie.identity.text import clean, latin

LONGEST = 40
"""Words of a name that are read."""
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]{1,2}\.){2,}")
_WORD = re.compile(r"[^\W_]+(?:['’‘ʼʻʿʾ`´′]+[^\W_]+)*")


def words_of(name: str) -> tuple[str, ...]:
    """The folded keys of its words, in their order."""
    text = clean(name)
    if "." in text:
        text = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", text)
    return tuple(word for part in _WORD.findall(text)[:LONGEST] if (word := _keys.get(part) or _key(part)))


_keys: dict[str, str] = {}
"""Words as written, with their keys: the same few thousand make up most names."""
REMEMBERED = 200_000


def _key(part: str) -> str:
    if len(_keys) >= REMEMBERED:
        _keys.clear()
    word = latin(part)
    found = _keys[part] = key(word) if word else ""
    return found


FORM_TELLS, BUSINESS_TELLS = 1.0, 3.0
"""The most that a word of a legal form, and a word of business, can tell, in the measure of rarity (log of the share of
names with it): a short list on which only one company is a "Ltd" must not be searched for that."""


@cache
def common() -> dict[str, float]:
    """Keys of words that tell little however seldom they come, and how much they can tell."""
    known = lexicon()
    found = {key(word): BUSINESS_TELLS for word in known.companies}
    found |= {key(word): FORM_TELLS for form in known.forms for word in form if len(form) == 1 or len(word) > 3}
    return found
