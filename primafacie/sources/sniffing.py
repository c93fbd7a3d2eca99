"""What a file really is: its first bytes, not its name. Formats that are known but not read are refused by name."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass

from primafacie.model import Problem
from primafacie.sources.loader import refusal

HEAD = 4096
"""Bytes looked at for the marks of a format."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A format that is recognised and not read, and what to do about it."""

    label: str
    advice: str

    def problem(self, where: str) -> Problem:
        return refusal(f"it is {self.label}, which is not read", where, self.advice)


_EXPORT = "open it in its program, save it as DOCX or PDF, and add that file"
_UNPACK = "unpack it and add the files one by one"
_OCR = "run text recognition (OCR) on it, for example with ocrmypdf, and add the searchable PDF"
_TRANSCRIBE = "have it transcribed, and add the transcript as text"
_SHEET = "save the part that matters as DOCX or PDF, or write it out as text, and add that file"

IMAGE, ARCHIVE, RECORDING = Unread("an image", _OCR), Unread("an archive", _UNPACK), Unread("a recording", _TRANSCRIBE)
RTF = Unread("a rich text file (RTF)", _EXPORT)
OLD_WORD = Unread("a Word 97-2003 document (DOC)", _EXPORT)
OLD_SHEET = Unread("an Excel 97-2003 workbook (XLS)", _SHEET)
OLD_SLIDES = Unread("a PowerPoint 97-2003 presentation (PPT)", _EXPORT)
OUTLOOK = Unread("an Outlook message (MSG)", "save the message as EML, or as text, and add that file")
LOCKED_OFFICE = Unread(
    "an Office document protected by a password", "open it with the password, save it without one, and add that file"
)
OLE = Unread("an old Office file", _EXPORT)
SHEET, SLIDES = Unread("an Excel workbook (XLSX)", _SHEET), Unread("a presentation (PPTX)", _EXPORT)
ODT, EPUB = Unread("an OpenDocument file", _EXPORT), Unread("an e-book (EPUB)", _EXPORT)
MAILBOX = Unread("a mailbox of several messages (MBOX)", "save each message as EML and add those files")
XML = Unread("an XML file", "save what is to be read of it as text, HTML or DOCX, and add that file")
PROGRAM = Unread("a program", "leave it out; do not open it")
DATABASE = Unread("a database", "export what is to be read as text, and add that file")
WARC = Unread("a web archive (WARC)", "save the page itself as HTML or PDF, and add that file")
POSTSCRIPT = Unread("a PostScript file", "convert it to PDF, for example with ps2pdf, and add the PDF")
DATA = Unread(
    "a JSON file that is neither BODS nor FollowTheMoney",
    "write what matters as a table (CSV) with a mapping file, or as text, and add that file",
)

_MAGIC: tuple[tuple[bytes, int, Unread], ...] = (
    (rb"{\rtf", 0, RTF), (b"\x89PNG\r\n\x1a\n", 0, IMAGE), (b"\xff\xd8\xff", 0, IMAGE), (b"GIF87a", 0, IMAGE),
    (b"GIF89a", 0, IMAGE), (b"II*\0", 0, IMAGE), (b"MM\0*", 0, IMAGE), (b"WEBP", 8, IMAGE), (b"ftypheic", 4, IMAGE),
    (b"ftypavif", 4, IMAGE), (b"ftypmif1", 4, IMAGE), (b"AT&TFORM", 0, IMAGE), (b"8BPS", 0, IMAGE),
    (b"ftyp", 4, RECORDING), (b"ID3", 0, RECORDING), (b"OggS", 0, RECORDING), (b"fLaC", 0, RECORDING),
    (b"WAVE", 8, RECORDING), (b"AVI ", 8, RECORDING), (b"\x1aE\xdf\xa3", 0, RECORDING), (b"#!AMR", 0, RECORDING),
    (b"\x1f\x8b", 0, ARCHIVE), (b"BZh", 0, ARCHIVE), (b"\xfd7zXZ\0", 0, ARCHIVE), (b"7z\xbc\xaf\x27\x1c", 0, ARCHIVE),
    (b"Rar!\x1a\x07", 0, ARCHIVE), (b"\x28\xb5\x2f\xfd", 0, ARCHIVE), (b"ustar", 257, ARCHIVE),
    (b"\x7fELF", 0, PROGRAM), (b"MZ\x90\0", 0, PROGRAM), (b"\xca\xfe\xba\xbe", 0, PROGRAM),
    (b"\xcf\xfa\xed\xfe", 0, PROGRAM), (b"SQLite format 3\0", 0, DATABASE), (b"!BDN", 0, MAILBOX),
    (b"%!PS", 0, POSTSCRIPT), (b"WARC/1.", 0, WARC),
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("EncryptedPackage", LOCKED_OFFICE), ("WordDocument", OLD_WORD), ("Workbook", OLD_SHEET), ("Book", OLD_SHEET),
    ("PowerPoint Document", OLD_SLIDES), ("__substg1.0_", OUTLOOK),
)  # fmt: skip
_ZIP_PARTS = (
    ("xl/workbook.xml", SHEET), ("xl/workbook.bin", SHEET), ("ppt/presentation.xml", SLIDES),
    ("META-INF/container.xml", EPUB), ("content.xml", ODT),
)  # fmt: skip
TABLES = frozenset({".csv", ".tsv", ".tab"})
RECORDS = frozenset({".json", ".jsonl", ".ndjson", ".ijson", ".ftm"})
"""Suffixes of data that is text in form only: its rows are no sentences, and nobody speaks in them."""

_HTML = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_XML = re.compile(r"\s*<\?xml\b", re.I)
_TAG = re.compile(
    r"</?(?:p|div|span|article|section|h[1-6]|br|table|ul|ol|li|a|b|i|strong|em|title|meta|script|style)"
    r"\b[^<>]{0,500}>", re.I
)  # fmt: skip
_HEADER = re.compile(r"(?m)^([A-Za-z][A-Za-z0-9-]{1,40}):(?:[ \t]|\r?$)")
_MAIL = frozenset({"received", "message-id", "mime-version", "return-path", "delivered-to", "x-mozilla-status"})
_ADDRESSED = frozenset({"from", "to", "date", "subject"})


def container(data: bytes) -> str | Unread | None:
    """The format that the first bytes prove: "pdf", "docx", an Unread, or None for what may be text."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip(data)
    if data.startswith(_OLE):
        return _ole(data)
    for magic, offset, unread in _MAGIC:
        if data.startswith(magic, offset) and (offset != 8 or data.startswith(b"RIFF")):
            return unread
    return None


def rows(text: str, suffix: str) -> str | Unread | None:
    """The format of a file of rows: "csv", "bods", "ftm", an Unread, or None where its suffix promises no rows."""
    if suffix in TABLES:
        return "csv"
    if suffix not in RECORDS:
        return None
    if '"statementId"' in text or '"statementType"' in text:
        return "bods"
    return "ftm" if '"schema"' in text or '"properties"' in text else DATA


def _zip(data: bytes) -> str | Unread:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeError, OverflowError):
        # Broken, or of unknown compression (NotImplementedError): the names still stand in clear in what is left of it.
        return "docx" if b"word/" in data else ARCHIVE
    if "word/document.xml" in names or {"[Content_Types].xml", "word/_rels/document.xml.rels"} <= names:
        return "docx"
    return next((unread for part, unread in _ZIP_PARTS if part in names), ARCHIVE)


def _ole(data: bytes) -> Unread:
    # The directory of a compound file names its streams in UTF-16; it may lie anywhere in the file.
    for stream, unread in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return unread
    return OLE


def markup(text: str, suffix: str) -> str | Unread | None:
    """The format that the beginning of a text shows: "html", "eml", an Unread, or None for plain words.

    A transcript may begin with lines such as "From:" and "Date:"; without the marks of a mail system on them
    (Received, Message-ID, MIME-Version) they make a mail only of a file that is called one.
    """
    head = text[:HEAD].lstrip("\ufeff")
    if _HTML.match(head) or (_XML.match(head) and "<html" in head.lower()):
        return "html"
    if _XML.match(head):
        return XML
    if suffix in (".html", ".htm", ".xhtml") and _TAG.search(head):
        return "html"
    if head.startswith("From ") and suffix in (".mbox", ".mbx", ""):
        return MAILBOX if len(_HEADER.findall(head)) > 3 else None
    block = re.split(r"\r?\n\r?\n", head, maxsplit=1)[0]
    names = {name.lower() for name in _HEADER.findall(block)} if _HEADER.match(block) else set()
    if suffix in (".eml", ".mht", ".mhtml"):
        return "eml" if names & (_ADDRESSED | _MAIL) else None
    return "eml" if names & _MAIL and len(names & _ADDRESSED) >= 2 else None
