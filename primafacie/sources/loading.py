"""One file -> one Source: sniff what it is, read it with the loader of that format, settle its metadata."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from primafacie.model import Problem, Source
from primafacie.sources import encodings, language, sniffing
from primafacie.sources.bods import BODS
from primafacie.sources.csv import CSV
from primafacie.sources.docx import DOCX
from primafacie.sources.eml import EML
from primafacie.sources.ftm import FTM
from primafacie.sources.html import HTML
from primafacie.sources.loader import MAX_BYTES, Document, Loader, add_notes, note, refusal
from primafacie.sources.markdown import MARKDOWN
from primafacie.sources.pdf import PDF
from primafacie.sources.sniffing import Unread
from primafacie.sources.text import TEXT, not_text

LOADERS: tuple[Loader, ...] = (TEXT, MARKDOWN, HTML, PDF, DOCX, EML, CSV, BODS, FTM)
"""Every format that is read, one loader each."""

_BINARY = (PDF, DOCX)
_ROWS = (CSV, BODS, FTM)
"""Formats of rows: they have no language, and their names say little of what is in them."""


def load(
    data: bytes,
    name: str,
    *,
    media_type: str | None = None,
    origin: str = "",
    title: str | None = None,
    author: str | None = None,
    date: str | None = None,
    language: str | None = None,
) -> tuple[Source | None, tuple[Problem, ...]]:
    """The source that a file's bytes hold, and every problem met on the way; None where nothing can be used.

    ``name`` is the file's name and ``media_type`` the Content-Type it came with, if any: both are hints that the
    bytes overrule. ``title``, ``author``, ``date`` and ``language`` (ISO 639-1) overrule what the file states.
    Never raises on the content of ``data``. ``Source.id`` is the SHA-256 of the bytes.
    """
    digest = hashlib.sha256(data).hexdigest()
    where = _plain_name(name)
    document = _document(data, where, media_type)
    if isinstance(document, Problem):
        return None, (replace(document, source=digest),)
    loader, read = document
    source = Source(
        id=digest, name=where, media_type=loader.media_type, text=read.text, size=len(data), origin=origin or where,
        title=title or read.title, author=author or read.author, publisher=read.publisher, date=date or read.date,
        language=language or (None if loader in _ROWS else _language(read)), loader=f"{loader.name}/{loader.version}",
    )  # fmt: skip
    return source, tuple(replace(problem, source=digest) for problem in read.problems)


def read_file(path: Path) -> bytes | Problem:
    """The bytes of a file, or why it cannot be taken in; a file over the limit is not read at all."""
    where = _plain_name(path.name)
    try:
        if not path.exists():
            return refusal("there is no such file", where, "check the spelling and the folder")
        if not path.is_file():
            return refusal("it is not a file", where, "name the files in it one by one")
        if path.stat().st_size > MAX_BYTES:
            return _too_big(where)
        return path.read_bytes()
    except OSError as error:
        return refusal(f"it cannot be read ({error.strerror or 'unknown error'})", where, "check its permissions")


def _document(data: bytes, where: str, media_type: str | None) -> tuple[Loader, Document] | Problem:
    if not data:
        return refusal("the file is empty", where, "the copy or the download failed: fetch the original again")
    if len(data) > MAX_BYTES:
        return _too_big(where)
    kind, _, parameters = (media_type or "").partition(";")
    claimed = _claimed(where, kind.strip().lower())
    loader = _loader(data, where, claimed)
    if isinstance(loader, Unread):
        return loader.problem(where)
    if isinstance(loader, Problem):
        return loader
    document = loader.read(data, where, _charset(parameters))
    if isinstance(document, Problem):
        if claimed in _BINARY and loader is TEXT:
            return refusal(
                f"the file is called {claimed.label} and is none; {document.what}", where,
                "it is damaged, or the download failed: fetch the original again",
            )  # fmt: skip
        return document
    mismatch = None
    if claimed and claimed is not loader and not (claimed in _ROWS and loader in _ROWS):
        mismatch = note(
            f"the name says that it is {claimed.label}, but it is {loader.label}; it was read as that", where,
            "nothing, unless the text looks wrong",
        )  # fmt: skip
    return loader, add_notes(document, mismatch)


def _loader(data: bytes, where: str, claimed: Loader | None) -> Loader | Unread | Problem:
    """The loader for the bytes: proof in them first, then the name."""
    suffix = Path(where).suffix.lower()
    proof = sniffing.container(data)
    if proof is None and encodings.is_hopeless(data):
        return not_text(data, where)
    if proof is None:
        proof = sniffing.markup(_beginning(data), ".html" if claimed is HTML else suffix)
    if isinstance(proof, Unread):
        return proof
    if proof:
        return next(loader for loader in LOADERS if loader.name == proof)
    kind = sniffing.rows(_beginning(data), suffix) or (claimed.name if claimed in _ROWS else None)
    if kind:
        return kind if isinstance(kind, Unread) else next(loader for loader in LOADERS if loader.name == kind)
    return MARKDOWN if claimed is MARKDOWN else TEXT


def _beginning(data: bytes) -> str:
    """The first characters, good enough to see markup in, whatever the encoding."""
    head = data[: sniffing.HEAD * 2]
    decoded = encodings.decode(head) if b"\0" in head or head.startswith((b"\xff\xfe", b"\xfe\xff")) else None
    return decoded.text if decoded else head.decode("utf-8", "ignore")


def _claimed(where: str, media_type: str) -> Loader | None:
    """The loader that the name or, where that says nothing, the Content-Type asks for."""
    suffix = Path(where).suffix.lower()
    by_name = next((loader for loader in LOADERS if suffix in loader.suffixes), None)
    by_type = next((loader for loader in LOADERS if media_type in (loader.media_type, *loader.aliases)), None)
    return by_name or by_type


def _charset(parameters: str) -> str | None:
    for parameter in parameters.split(";"):
        key, _, value = parameter.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None


def _language(document: Document) -> str | None:
    return language.settle(document.text, document.language)


def _plain_name(name: str) -> str:
    """The file's own name: no folder of somebody's machine, no control characters for somebody's terminal."""
    last = name if "://" in name else name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return "".join(c if c.isprintable() else "\ufffd" for c in last)[:255] or "unnamed"


def _too_big(where: str) -> Problem:
    return refusal(
        f"the file is larger than {MAX_BYTES // 2**20} MB", where, "split it into parts, and add them one by one"
    )
