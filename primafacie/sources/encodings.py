"""Bytes -> text: byte order marks first, then UTF-8, then UTF-16 by its look, then the likeliest legacy code page."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from primafacie.sources.language import detect

LEGACY = (
    "cp1252", "cp1251", "koi8_r", "koi8_u", "cp1250", "iso8859_2", "cp1254", "cp1253", "cp1255", "cp1256", "cp1257",
    "cp866", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
)  # fmt: skip
"""Code pages that investigators' files still come in; a closed list keeps the guess from wandering to EBCDIC."""
SAMPLE = 64 * 1024
"""Bytes that the guess looks at: a code page shows in a few pages of text."""
MAX_CONTROLS = 0.05
"""More control characters than this and it is no text; random bytes hold 11 percent."""

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf_32_le"), (codecs.BOM_UTF32_BE, "utf_32_be"),
    (codecs.BOM_UTF16_LE, "utf_16_le"), (codecs.BOM_UTF16_BE, "utf_16_be"),
)  # fmt: skip
_NAMES = {
    "cp1252": "Windows-1252 (Latin-1)", "cp1251": "Windows-1251 (Cyrillic)", "koi8_r": "KOI8-R (Cyrillic)",
    "koi8_u": "KOI8-U (Cyrillic)", "utf_16_le": "UTF-16 (little-endian)", "utf_16_be": "UTF-16 (big-endian)",
    "utf_32_le": "UTF-32 (little-endian)", "utf_32_be": "UTF-32 (big-endian)", "cp866": "DOS code page 866 (Cyrillic)",
}  # fmt: skip
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]")
_COMMON = re.compile(
    "[\t\n\r\x20-\x7e\xa0-\u024f\u0370-\u05ff\u0600-\u06ff\u0900-\u097f\u0e00-\u0e7f\u10a0-\u10ff\u1e00-\u1fff"
    "\u2010-\u203a\u20a0-\u20bf\u2116\u2122\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uff60]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """``text`` with the name of the encoding it was read in; ``damaged`` counts places replaced by U+FFFD."""

    text: str
    encoding: str
    damaged: int = 0

    @property
    def plain(self) -> bool:
        """True for intact UTF-8, of which there is nothing to say."""
        return self.encoding == "utf-8" and not self.damaged

    @property
    def name(self) -> str:
        return _NAMES.get(self.encoding, self.encoding.upper().replace("_", "-"))


class Controls(NamedTuple):
    number: int
    first: int


def decode(data: bytes, declared: str | None = None) -> Decoded | None:
    """The text of the bytes, or None where they are no text in any encoding known here.

    Intact UTF-8 comes back as exactly ``data.decode("utf-8")``, byte order mark included. ``declared`` is the
    encoding that came with the bytes (an HTTP header, a mail's header): it is tried after UTF-8, because headers lie.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom) and len(data) % (4 if "32" in encoding else 2) == 0:
            text = data[len(bom):].decode(encoding, "replace")
            return Decoded(text, encoding, _damage(text))
    if b"\0" in data and (encoding16 := _utf16(data)):
        return Decoded(data.decode(encoding16, "replace"), encoding16)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if declared and (text_declared := _strictly(data, declared)) is not None:
        return Decoded(text_declared, codecs.lookup(declared).name.replace("-", "_"))
    return _damaged_utf8(data) or _legacy(data)


def controls(text: str) -> Controls:
    """How many control characters the text holds, and where the first one is (-1: none)."""
    number, first = 0, -1
    for match in _CONTROLS.finditer(text):
        number += 1
        first = match.start() if first < 0 else first
    return Controls(number, first)


def is_binary(text: str) -> bool:
    """True where so much of it is control characters that nobody wrote it as text."""
    return _CONTROLS.subn("", text)[1] > MAX_CONTROLS * len(text)


def is_hopeless(data: bytes) -> bool:
    """True where the beginning is mostly zero bytes and no wide encoding: a look that spares decoding all of it."""
    head = data[:SAMPLE]
    wide = any(head.startswith(bom) for bom, _ in _BOMS) or _utf16(head[: len(head) & ~1])
    return head.count(0) > 0.3 * len(head) and not wide


def without_controls(text: str) -> str:
    """For formats whose text we compose ourselves: control characters out, every line end a line feed."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n"))


def characters(data: bytes) -> int:
    """How many characters the bytes hold at least if they are UTF-8, counted in pieces so that memory stays flat."""
    return sum(len(piece.translate(None, _CONTINUATION)) for piece in _pieces(data))


_CONTINUATION = bytes(range(0x80, 0xC0))


def _pieces(data: bytes, size: int = 1 << 20) -> Iterator[bytes]:
    return (data[start:start + size] for start in range(0, len(data), size))


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        # Only text encodings: "zlib" or "rot13" are codecs too, and a header may name any of them.
        text = data.decode(encoding) if codecs.lookup(encoding).name.replace("-", "_") in _TEXTUAL else None
    except (LookupError, UnicodeError, ValueError):
        return None
    return text if text is not None and not is_binary(text) else None


_TEXTUAL = frozenset({
    *LEGACY, "utf_8", "utf_16", "utf_16_le", "utf_16_be", "ascii", "latin_1", *(f"iso8859_{n}" for n in range(1, 17)),
    *(f"cp125{n}" for n in range(9)), "gb2312", "gbk", "iso2022_jp", "cp932", "cp949", "mac_cyrillic", "mac_roman",
})  # fmt: skip


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: the reading of the two in which nearly all is letters and blanks, if any."""
    sample = data[: min(len(data), SAMPLE) & ~1]
    best, share = None, 0.9
    for encoding in ("utf_16_le", "utf_16_be"):
        text = sample.decode(encoding, "replace")
        usual = len(_COMMON.findall(text)) / max(1, len(text))
        if usual > share and "\0" not in text:
            best, share = encoding, usual
    return best if len(data) % 2 == 0 else None


def _damage(text: str) -> int:
    return text.count("\ufffd")


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken places: lone surrogates, a character cut in two, stray bytes in non-English text."""
    try:
        # CESU-8 writes a character beyond U+FFFF as two surrogates; through UTF-16 the pairs become one again.
        text = data.decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        return Decoded(text, "utf-8", _damage(text))
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    broken = _damage(text)
    sound = sum(1 for c in text if c > "\x7f") - broken
    return Decoded(text, "utf-8", broken) if sound > 10 * broken else None


def _legacy(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes  # late: only for files that are not UTF-8

    sample = b"".join(_around_high_bytes(data))
    best = from_bytes(sample, cp_isolation=list(LEGACY), preemptive_behaviour=False, threshold=0.5).best()
    for encoding in (*_pages(best.encoding if best else "cp1252", sample), "cp1252", "latin_1"):
        text = _strictly(data, encoding)
        if text is not None:
            return Decoded(text, encoding)
    return None


_LATIN = {"cp1252": "", "cp1250": "pl cs sk hu hr bs sl ro", "cp1254": "tr az", "cp1257": "lt lv et"}
"""The Latin code pages and the languages they were made for (ISO 639-1); the first serves all others."""


def _pages(guess: str, sample: bytes) -> tuple[str, ...]:
    """The pages to try, best first. The shape of letters does not tell the Latin pages apart, the language does:
    its plain letters give it away whichever page they are read in."""
    if guess not in (*_LATIN, "iso8859_2"):
        return (guess,)
    spoken = detect(sample.decode(guess, "replace"))[0] or ""
    page = next((page for page, languages in _LATIN.items() if spoken in languages.split()), "cp1252")
    if page != "cp1250":
        return (page, guess)
    rated = {page: detect(sample.decode(page, "replace"))[1] for page in ("cp1250", "iso8859_2")}
    return tuple(sorted(rated, key=lambda page: -rated[page]))


def _around_high_bytes(data: bytes) -> Iterator[bytes]:
    """Up to ``SAMPLE`` bytes of whole lines that hold something beyond ASCII: the rest says nothing of the page."""
    left = SAMPLE
    for line in data.splitlines(keepends=True):
        if left > 0 and not line.isascii():
            yield line[:left]
            left -= len(line)
