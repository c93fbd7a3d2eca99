"""Numbers of papers and registers out of the words around them: "D9004878 (Iran), issued 2.11.2017", "INN: 77 1234"."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W_][\w./-]{2,}")
_ASIDE = re.compile(
    r"\([^()]*\)|\b(?:issued?|expire[sd]?|expiry|expiration|valid|dated?|until|place|cancelled|born|as at|on)\b.*$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?<=\d)\s(?=\d)|(?<=\d)\s+No\.?\s+(?=\d)|(?<=\b[A-Z])\s(?=\d)|(?<=\b[A-Z]{2})\s(?=\d)")
_DATE = re.compile(r"^\d{1,2}[./-]\d{1,2}[./-]\d{4}$|^(?:19|20)\d\d$")


@lru_cache(maxsize=16384)
def numbers(text: str) -> tuple[str, ...]:
    """The numbers in a cell that may say more: notes, dates of issue and enumerations left out, blanks closed up."""
    found = (
        number.strip("./-")
        for value in re.split(r";|,(?=\s)|\n", text)
        for number in _WORD.findall(_BETWEEN.sub("", _ASIDE.sub(" ", value)))
        if any(map(str.isdigit, number))
    )
    return tuple(dict.fromkeys(number for number in found if len(number) > 2 and not _DATE.match(number)))
