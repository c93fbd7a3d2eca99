"""Mail: its headers as the first paragraph, then the plain text, or the HTML part where there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import errors, message_from_bytes, policy
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import cast

from primafacie.model import Problem
from primafacie.sources import html
from primafacie.sources.encodings import SAMPLE, decode, is_binary, without_controls
from primafacie.sources.loader import MAX_TEXT, Document, Loader, add_notes, note, refusal, too_long

SHOWN = ("From", "To", "Cc", "Date", "Subject")
"""Headers that say who tells what to whom; the others are a matter for the archived original."""
MAX_PARTS = 2_000
MAX_NAMED = 20

_LINE = re.compile(r"\s+")


def read(data: bytes, name: str, charset: str | None = None) -> Document | Problem:
    """The shown headers, a blank line, the body. Attachments are never opened: a problem names each of them.

    Title, author and date are those of the headers Subject, From and Date (RFC 5322).
    """
    try:
        # compat32 hands headers over as they are; the newer policies parse them at once and raise on broken ones.
        message = message_from_bytes(data.lstrip(b"\xef\xbb\xbf\r\n"), policy=policy.compat32)
        parts = list(_leaves(message))
        headers = {key: _header(message, key, data) for key in SHOWN}
    except (errors.MessageError, RecursionError, ValueError, LookupError, TypeError):
        return _broken(name)
    if not any(headers.values()) or len(parts) > MAX_PARTS:
        return _broken(name)
    if message.get_content_type() in ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"):
        return refusal("the message is encrypted", name, "decrypt it in your mail program, save its text, and add that")
    body, body_notes = _body(parts, name)
    if not any(c.isalnum() for c in body):
        attached = _attachments(parts, name)
        what = "the message holds no text besides its headers" + (f"; {attached.what}" if attached else "")
        return refusal(what, name, "save its attachments, if any, and add those that matter")
    top = "\n".join(f"{key}: {value}" for key, value in headers.items() if value)
    text = f"{top}\n\n{body}"
    if len(text) > MAX_TEXT:
        return too_long(name)
    sender, address = parseaddr(headers["From"])
    document = Document(
        text, title=headers["Subject"] or None, author=sender or address or None, date=_date(headers["Date"]),
        problems=body_notes,
    )  # fmt: skip
    return add_notes(document, _attachments(parts, name))


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that hold something; a message within the message is one of them, and is not looked into."""
    for part in cast("list[Message]", message.get_payload()) if message.is_multipart() else ():
        if part.is_multipart() and part.get_content_maintype() != "message":
            yield from _leaves(part)
        else:
            yield part
    if not message.is_multipart():
        yield message


def _body(parts: list[Message], name: str) -> tuple[str, tuple[Problem, ...]]:
    """The plain text of the message, or the text of its HTML part, with the problems met."""
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() != wanted or _attached(part):
                continue
            found, problems = _text(part, name, wanted == "text/html")
            if any(c.isalnum() for c in found):
                return found, problems
    return "", ()


def _text(part: Message, name: str, is_html: bool) -> tuple[str, tuple[Problem, ...]]:
    payload = part.get_payload(decode=True)
    charset = part.get_content_charset()
    decoded = decode(payload, charset) if isinstance(payload, bytes) else None
    if decoded is None or is_binary(decoded.text):
        return "", ()
    problems: tuple[Problem, ...] = ()
    if decoded.damaged or (not decoded.plain and not charset):
        problems = (note(
            f"the message does not say how its letters are encoded, or says it wrongly; it was read as {decoded.name}",
            name, "look at a few accented or Cyrillic letters; compare them with your mail program",
        ),)  # fmt: skip
    if not is_html:
        return without_controls(decoded.text).strip("\n"), problems
    page = html.parse(decoded.text, name)
    return ("", problems) if isinstance(page, Problem) else (page.text, (*problems, *page.problems))


def _attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_filename() is not None


def _attachments(parts: list[Message], name: str) -> Problem | None:
    names = [_name(p) for p in parts if _attached(p) or p.get_content_maintype() not in ("text", "multipart")]
    if not names:
        return None
    listed = ", ".join(names[:MAX_NAMED]) + (f" and {len(names) - MAX_NAMED} more" if len(names) > MAX_NAMED else "")
    plural = "1 attachment was" if len(names) == 1 else f"{len(names)} attachments were"
    return note(f"{plural} not read: {listed}", name, "save each attachment that matters, and add it as a file")


def _name(part: Message) -> str:
    named = part.get_filename()
    plain = _unfold(_words(named)) if named else f"unnamed {part.get_content_type()}"
    return plain.replace("\\", "/").rsplit("/", 1)[-1][:120] or "unnamed"


def _header(message: Message, key: str, mail: bytes) -> str:
    """The first header of that name, in words; raw 8-bit letters in it are read in the encoding of the whole mail."""
    raw = next((value for field, value in message.raw_items() if field.lower() == key.lower()), "")
    data = str(raw).encode("utf-8", "surrogateescape")
    # A name is too short to guess from; the mail around it is not.
    whole = None if data.isascii() else decode(mail[:SAMPLE])
    decoded = decode(data, whole.encoding if whole else None)
    return _unfold(_words(decoded.text if decoded else data.decode("latin-1")))


def _words(raw: str) -> str:
    """A header's words: RFC 2047 encoded words decoded, anything else as it stands."""
    words: list[str] = []
    try:
        pieces = decode_header(raw)
    except (errors.HeaderParseError, ValueError):
        return raw
    for piece, charset in pieces:
        if isinstance(piece, bytes):
            decoded = decode(piece, charset if charset not in (None, "unknown-8bit") else None)
            words.append(decoded.text if decoded else piece.decode("latin-1"))
        else:
            words.append(piece)
    return "".join(words)


def _unfold(value: str) -> str:
    # Lone surrogates stand for bytes that nobody could place; they must not reach the text.
    sound = value.encode("utf-8", "replace").decode("utf-8")
    return _LINE.sub(" ", without_controls(sound)).strip()


def _date(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat() if value else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _broken(name: str) -> Problem:
    return refusal("the message is damaged", name, "save it again in your mail program, as EML or text, and add that")


EML = Loader("eml", 1, "a mail message", "message/rfc822", (), (".eml", ".mht", ".mhtml"), read)
