"""Word documents: paragraphs, tables, text boxes and notes in reading order, straight from the WordprocessingML.

python-docx was the first choice and is not used to read: it leaves out tracked insertions, content controls, text
boxes and notes, and it unpacks a package without bounds. The part list follows ECMA-376, part 1.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from primafacie.model import Problem
from primafacie.sources.emphasis import starred
from primafacie.sources.encodings import without_controls
from primafacie.sources.loader import MAX_TEXT, Document, Loader, no_words, note, refusal, too_long

MAX_PART = 40 * 1024 * 1024
"""Unpacked bytes of one part; a thousand pages of prose are about 20 MB of markup. More is a zip bomb or a dump."""
MAX_PARTS = 20_000

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_DC = "{http://purl.org/dc/elements/1.1/}"
_GENERIC = re.compile(r"python-docx|microsoft|office|user|admin|unknown|windows|owner|author|\bpc\b|@|\d|\\", re.I)
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
# NotImplementedError: what zipfile raises for a compression that it does not know.
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError, KeyError)


class _TooBig(Exception):
    """A part unpacks to more than ``MAX_PART`` bytes."""


def read(data: bytes, name: str, charset: str | None = None) -> Document | Problem:
    """Paragraphs between blank lines, tables one line a row with " | " between cells, notes at the end.

    The author property is taken where it looks like a person's name. The dates in a file's properties are those of
    the file and not of what it says, so the date stays open for reading the text, or for a flag.
    """
    etree: Any = import_module("lxml.etree")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if len(package.namelist()) > MAX_PARTS:
                raise _TooBig
            body = _part(package, "word/document.xml")
            if body is None:
                return _broken(name)
            return _document(package, body, name)
    except _TooBig:
        return refusal(
            f"it unpacks to more than {MAX_PART // 2**20} MB of markup: a zip bomb, or a very long document", name,
            "if you trust where it comes from, split it in a word processor and add the parts",
        )  # fmt: skip
    except (*_DAMAGED, etree.LxmlError, RecursionError) as error:
        if "encrypted" in str(error):
            return refusal("it is protected by a password", name, "save it without one, and add that file")
        return _broken(name)


def _document(package: zipfile.ZipFile, body: Any, name: str) -> Document | Problem:
    blocks = list(starred(_blocks(body)))
    for part, tag in (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote")):
        notes = _part(package, part)
        for footnote in notes.iter(f"{_W}{tag}") if notes is not None else ():
            if footnote.get(f"{_W}type") not in ("separator", "continuationSeparator", "continuationNotice"):
                blocks.extend(text for text, _ in _blocks(footnote))
    text = without_controls("\n\n".join(blocks))
    if len(text) > MAX_TEXT:
        return too_long(name)
    if not any(c.isalnum() for c in text):
        if body.find(f".//{_W}drawing") is not None or body.find(f".//{_W}pict") is not None:
            return refusal(
                "the document holds only pictures and no text", name,
                "export it as PDF, run text recognition (OCR) on it, for example with ocrmypdf, and add that",
            )  # fmt: skip
        return no_words(name)
    properties = _properties(package)
    return Document(text, **properties, problems=tuple(_notes(package, body, name)))


def _notes(package: zipfile.ZipFile, body: Any, name: str) -> Iterator[Problem]:
    if body.find(f".//{_W}del") is not None or body.find(f".//{_W}moveFrom") is not None:
        yield note(
            "it holds tracked changes: insertions were read, deletions were not", name,
            "if the deleted words matter, reject the changes in a copy and add the copy too",
        )  # fmt: skip
    comments = _part(package, "word/comments.xml")
    found = len(comments.findall(f"{_W}comment")) if comments is not None else 0
    if found:
        yield note(f"{found} comments in its margins were not read", name, "copy what matters of them to a text file")


def _blocks(parent: Any) -> Iterator[tuple[str, bool]]:
    """The paragraphs and tables below an element, in order, and whether each is bold from end to end.

    Wrappers such as content controls are looked into.
    """
    for child in parent:
        if child.tag == f"{_W}p":
            yield from _paragraph(child)
        elif child.tag == f"{_W}tbl":
            table = "\n".join(filter(None, (_row(row) for row in child.iter(f"{_W}tr") if _table_of(row) is child)))
            if table:
                yield table, False
        elif isinstance(child.tag, str) and child.tag not in (f"{_W}del", f"{_W}moveFrom", _FALLBACK):
            yield from _blocks(child)


def _table_of(row: Any) -> Any:
    return next(row.iterancestors(f"{_W}tbl"))


def _row(row: Any) -> str:
    """The cells of a row; a table within a cell is read as part of it."""
    cells = (cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row)
    texts = [" ".join(" ".join(text for text, _ in _blocks(cell)).split()) for cell in cells]
    return " | ".join(texts).strip(" |") and " | ".join(texts)


def _paragraph(paragraph: Any) -> Iterator[tuple[str, bool]]:
    """The words of a paragraph, then those of the text boxes anchored in it, each as a paragraph of its own."""
    boxes: list[Any] = []
    text = "".join(_runs(paragraph, boxes))
    lines = (" ".join(line.split(" ")).strip() for line in text.split("\n"))
    text = "\n".join(line for line in lines if line)
    if text:
        yield text, all(_bold(t) for t in paragraph.iter(f"{_W}t") if (t.text or "").strip())
    for box in boxes:
        yield from _blocks(box)


def _bold(words: Any) -> bool:
    """True where the run that the words belong to is set in bold by itself; styles are not looked up."""
    bold = words.getparent().find(f"{_W}rPr/{_W}b")
    return bold is not None and bold.get(f"{_W}val") not in ("0", "false", "off")


def _runs(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            yield child.text or ""
        elif tag == f"{_W}txbxContent":
            boxes.append(child)
        elif isinstance(tag, str) and tag.startswith(_W) and tag[len(_W):] in _SIGNS:
            yield _SIGNS[tag[len(_W):]]
        elif isinstance(tag, str) and tag not in (f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", f"{_W}rPr", _FALLBACK):
            yield from _runs(child, boxes)


def _properties(package: zipfile.ZipFile) -> dict[str, str | None]:
    core = _part(package, "docProps/core.xml")
    if core is None:
        return {}
    title, author = (" ".join((core.findtext(f"{_DC}{key}") or "").split()) for key in ("title", "creator"))
    return {
        "title": title if title and title.lower() not in ("untitled", "word document", "document1") else None,
        "author": author if " " in author and not _GENERIC.search(author) else None,
    }


def _part(package: zipfile.ZipFile, part: str) -> Any:
    """The root of a part, or None where there is none. Raises _TooBig, and errors of zipfile and lxml where damaged."""
    etree: Any = import_module("lxml.etree")
    if part not in package.namelist():
        return None
    with package.open(part) as stream:
        xml = stream.read(MAX_PART + 1)
    if len(xml) > MAX_PART:
        raise _TooBig
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    root = etree.fromstring(xml.replace(_STRICT, _TRANSITIONAL), parser=parser)
    if root.getroottree().docinfo.doctype:
        raise ValueError("a document type declaration, which no word processor writes: entities are never resolved")
    return root


def _broken(name: str) -> Problem:
    return refusal(
        "the Word document is damaged", name,
        "open it in a word processor, let it repair the file, save it again, and add that; or fetch it again",
    )  # fmt: skip


DOCX = Loader(
    "docx", 1, "a Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ("application/vnd.ms-word.document.macroenabled.12",), (".docx", ".docm", ".dotx"), read,
)  # fmt: skip
