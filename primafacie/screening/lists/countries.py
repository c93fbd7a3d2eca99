"""Countries as lists write them ("Korea, North", "Russian", "DPRK") to ISO 3166-1 alpha-2 in lower case.

Names come from the Unicode CLDR through Babel; the table below adds how the publishers of lists write differently,
nationalities, and states that are no more. "xk" is Kosovo, as CLDR has it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^a-z]+")
_DROPPED = re.compile(r"^(?:the|region|republic of|state of|kingdom of|former|formerly)\b[:\s]*")
_HEDGE = re.compile(
    r"\b(?:possibly|allegedly|reportedly|presumed|by birth|citizen(?:ship)?|passport|national(?:ity)?)\b|^of the\b"
)
_NOTE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_PARTS = re.compile(r"\s*(?:[;,/\n]|\.\s|\band\b|\bor\b|\(|\)|\d\.\s)\s*")


def _key(text: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _WORD.sub(" ", plain.lower().replace("’", "").replace("'", "")).strip()


@cache
def _names() -> dict[str, str]:
    import yaml
    from babel import Locale

    found: dict[str, str] = {}
    for code, name in Locale("en").territories.items():
        if len(code) == 2 and code.isalpha() and code not in ("EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"):
            found[_key(name)] = code.lower()
            found.setdefault(_key(name.replace("&", "and")), code.lower())
    table: dict[str, list[str]] = yaml.safe_load((files(__package__) / "countries.yaml").read_text("utf-8"))
    for code, names in table.items():
        found.update(dict.fromkeys(names, code))
    return found


@lru_cache(maxsize=16384)
def country(text: str) -> str | None:
    """The country of that name, code or nationality; None where it is none that is known."""
    text = text.strip()
    if len(text) == 2 and text.isascii() and text.isalpha() and text.isupper():
        code = {"UK": "gb", "EL": "gr"}.get(text, text.lower())
        return code if code in _names().values() else None
    names = _names()
    key = _key(text)
    if key in names:
        return names[key]
    bare = _HEDGE.sub(" ", _key(_NOTE.sub(" ", text))).strip()
    return names.get(bare) or names.get(_DROPPED.sub("", bare))


@lru_cache(maxsize=16384)
def countries(text: str) -> tuple[str, ...]:
    """All countries that a text of nationalities names: "Russian, Finnish", "Jordanian (presumed)"."""
    whole = country(text)
    if whole:
        return (whole,)
    return tuple(dict.fromkeys(code for piece in _PARTS.split(text) if (code := country(piece))))


def country_at_end(address: str) -> str | None:
    """The country with which an address ends ("… Moscow 125252, Russia"), None where it ends with something else."""
    return country(re.split(r"[,;]", address.strip(" .\"'"))[-1])
