"""Markdown: kept to the letter like plain text; title and byline come from front matter or the first heading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from primafacie.model import Problem
from primafacie.sources import text
from primafacie.sources.language import code
from primafacie.sources.loader import Document, Loader

MAX_FRONT_MATTER = 10_000

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.S | re.M)
_FIELD = re.compile(r"^([A-Za-z_-]{2,30}):[ \t]*(\S.*?)[ \t]*\r?$", re.M)
_HEADING = re.compile(r"^#[ \t]+(\S.*?)[ \t]*#*[ \t]*\r?$", re.M)
_SETEXT = re.compile(r"^(\S[^\r\n]*)\r?\n=+[ \t]*\r?$", re.M)
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?(?=$|[T ])")
_MARKS = re.compile(r"[*_`]+|\[([^\]]*)\]\([^)]*\)")


def read(data: bytes, name: str, charset: str | None = None) -> Document | Problem:
    """The text as it stands, with what its front matter (simple ``key: value`` lines; no YAML is run) states."""
    document = text.read(data, name, charset)
    if isinstance(document, Problem):
        return document
    fields = _front_matter(document.text)
    date = _DATE.match(fields.get("date", ""))
    return replace(
        document,
        title=fields.get("title") or _first_heading(document.text),
        author=fields.get("author") or fields.get("by"),
        publisher=fields.get("publisher") or fields.get("publication"),
        date=date.group() if date else None,
        language=code(fields.get("lang") or fields.get("language")),
    )


def _front_matter(words: str) -> Mapping[str, str]:
    match = _FRONT.match(words[:MAX_FRONT_MATTER])
    if not match:
        return {}
    return {key.lower(): value.strip("\"'") for key, value in _FIELD.findall(match.group(1))}


def _first_heading(words: str) -> str | None:
    head = words[:MAX_FRONT_MATTER]
    found = [match for match in (_HEADING.search(head), _SETEXT.search(head)) if match]
    if not found:
        return None
    return _MARKS.sub(lambda m: m.group(1) or "", min(found, key=lambda m: m.start()).group(1)).strip() or None


MARKDOWN = Loader("markdown", 1, "Markdown", "text/markdown", ("text/x-markdown",), (".md", ".markdown"), read)
