"""Makes every character of a hostile text harmless and visible before it reaches the page."""

from __future__ import annotations

import unicodedata

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"

_KEPT = {0x09, 0x0A, 0x0C, 0x0D}
"""Controls that HTML takes for white space."""
_SEEN: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in _KEPT},
    0x7F: "\u2421",
    **dict.fromkeys((*range(128, 160), *range(55296, 57344), 65534, 65535), "�"),
    **{code: f"[U+{code:04X}]" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
}


class Safe(str):
    """A wording whose parts went through ``visible``: its direction marks are ours. Still to be escaped."""

    __slots__ = ()


def visible(text: str) -> str:
    """The text with controls as their pictures and direction overrides spelled out, so that nothing hides or reorders.

    A right-to-left override can make "not guilty" out of other letters, and half a surrogate pair cannot be written
    as UTF-8 at all. Marks that only help right-to-left scripts (U+200E, U+200F, U+061C) stay.
    """
    return text.translate(_SEEN)


def isolate(text: str) -> str:
    """The visible text, fenced off (UAX #9) where it runs right to left, so that the sentence keeps its order."""
    seen = visible(text)
    if any(unicodedata.bidirectional(char) in ("R", "AL", "AN") for char in seen):
        return f"{FIRST_STRONG_ISOLATE}{seen}{POP_ISOLATE}"
    return seen
