"""Plain text: kept to the letter, because outside tools count their offsets in the file as it is."""

from __future__ import annotations

from primafacie.model import Problem
from primafacie.sources.encodings import Decoded, characters, controls, decode, is_binary, is_hopeless
from primafacie.sources.loader import MAX_TEXT, Document, Loader, no_words, note, refusal, too_long

HEAD = 4096
"""Bytes in which a wide encoding shows itself by its zero bytes."""


def read(data: bytes, name: str, charset: str | None = None) -> Document | Problem:
    """The decoded bytes, nothing changed; for UTF-8 exactly ``data.decode("utf-8")``."""
    if is_hopeless(data):
        return not_text(data, name)
    if len(data) > MAX_TEXT and b"\0" not in data[:HEAD] and characters(data) > MAX_TEXT:
        return too_long(name)
    decoded = decode(data, charset)
    if decoded is not None and len(decoded.text) > MAX_TEXT:
        return too_long(name)
    if decoded is None or is_binary(decoded.text):
        return not_text(data, name)
    if not any(c.isalnum() for c in decoded.text):
        return no_words(name)
    return Document(decoded.text, problems=(*encoding_notes(decoded, name), *control_notes(decoded.text, name)))


def not_text(data: bytes, name: str) -> Problem:
    """The refusal of bytes that are no text and no format known here."""
    if not data.strip(b"\0"):
        return refusal(
            f"the file holds nothing but {len(data)} zero bytes", name,
            "the copy or the download failed: fetch the original again, and add it then",
        )  # fmt: skip
    return refusal(
        "the file is binary and of no known format", name,
        "find out which program wrote it, save it there as text, PDF or DOCX, and add that file",
    )  # fmt: skip


def encoding_notes(decoded: Decoded, name: str) -> tuple[Problem, ...]:
    """What there is to say about how the bytes became text; empty for intact UTF-8."""
    if decoded.plain:
        return ()
    if not decoded.damaged:
        return (note(
            f"the text is not UTF-8; it was read as {decoded.name}", name,
            "look at a few accented or Cyrillic letters; if they are wrong, save the file as UTF-8 and add it again",
        ),)  # fmt: skip
    return (note(
        f"{decoded.damaged} places are not valid {decoded.name} and were replaced by the sign U+FFFD", name,
        "compare them with the original, or save it as UTF-8 again and add it",
    ),)  # fmt: skip


def control_notes(text: str, name: str) -> tuple[Problem, ...]:
    found = controls(text)
    if not found.number:
        return ()
    return (note(
        f"the text holds {found.number} control characters (U+{ord(text[found.first]):04X} first)",
        f"{name}, character {found.first}", "they were kept so that offsets hold; check the words around them",
    ),)  # fmt: skip


TEXT = Loader("text", 1, "plain text", "text/plain", (), (".txt", ".text", ".log", ".srt", ".vtt"), read)
