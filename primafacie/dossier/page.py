"""The dossier as one HTML page: no script, no outside resource, and every word of a document escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import metadata
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from primafacie.dossier.book import Book
from primafacie.dossier.lettering import Safe, visible
from primafacie.dossier.numbers import number, point
from primafacie.dossier.sections import (
    accusations,
    casualties,
    contrary,
    control,
    deals,
    findings,
    footnotes,
    lists,
    methods,
    ownership,
    payments,
    problems,
    register,
    remaining,
    sanctions,
    summary,
    texts,
    timeline,
    who,
)

FRONT = 8
"""Sources named on the front page; further ones are counted, and stand in the register."""
CLIPPED = 280
"""Characters of a quote in a table cell; the footnote has it whole."""
_LONG_WORD = re.compile(r"(\S{20})(?=\S{6})")


class Section(NamedTuple):
    """A section: its name (the anchor and the template), its title, and what it says."""

    name: str
    title: str
    content: Callable[[Book], Mapping[str, object]]


SECTIONS: tuple[Section, ...] = (
    Section("summary", "Summary", summary.content),
    Section("who", "Who is who", who.content),
    Section("deals", "Deals", deals.content),
    Section("ownership", "Ownership and control", ownership.content),
    Section("control", "Control through chains", control.content),
    Section("payments", "Payments", payments.content),
    Section("timeline", "Timeline", timeline.content),
    Section("casualties", "Casualties", casualties.content),
    Section("sanctions", "Sanctions", sanctions.content),
    Section("lists", "On which lists", lists.content),
    Section("accusations", "Accusations", accusations.content),
    Section("findings", "Findings", findings.content),
    Section("contrary", "Contradictory and exculpatory information", contrary.content),
    Section("remaining", "All other claims", remaining.content),
    Section("texts", "The texts, with every claim in its place", texts.content),
    Section("register", "Source register", register.content),
    Section("problems", "Problems", problems.content),
    Section("methods", "Methodology", methods.content),
    Section("footnotes", "Footnotes", footnotes.content),
)


class Written(NamedTuple):
    """A section as HTML."""

    name: str
    title: str
    body: Markup


def render(book: Book) -> bytes:
    """The whole page, UTF-8; the same evidence gives the same bytes."""
    environment = _environment()
    written = []
    for section in SECTIONS:
        template = environment.get_template(f"sections/{section.name}.html")
        body = template.render(book=book, **section.content(book))
        written.append(Written(section.name, section.title, Markup(body)))
    css, _, _ = environment.loader.get_source(environment, "dossier.css")  # type: ignore[union-attr]
    style = css + texts.rules(book)
    page = environment.get_template("dossier.html").render(
        book=book,
        sections=written,
        front=list(book.sources.values())[:FRONT],
        version=version(),
        style=Markup(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii"),
    )
    return page.encode("utf-8")


@cache
def version() -> str:
    """The version of the product as installed; "(not installed)" where it runs from a bare checkout."""
    try:
        return metadata.version("primafacie")
    except metadata.PackageNotFoundError:
        return "(not installed)"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("primafacie", "dossier/templates"),
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters.update(point=point, count=_count, clip=_clip, breakable=_breakable)
    return environment


def _finalize(value: Any) -> Any:
    """Every string that a template prints passes here first: hidden characters are shown before it is escaped."""
    if isinstance(value, Markup | Safe) or not isinstance(value, str):
        return value
    return visible(value)


def _count(many: int, noun: str) -> str:
    """Such as "1 claim", "2,000 claims"."""
    return f"{number(many)} {noun if many == 1 else noun + 's'}"


def _breakable(text: str) -> Markup:
    """The text with places where a table cell may break a word that is longer than a cell is wide."""
    seen = text if isinstance(text, Safe) else visible(text)
    pieces = _LONG_WORD.split(seen)
    return Markup("<wbr>").join(pieces[:1] if len(pieces) == 1 else [piece for piece in pieces if piece])


def _clip(text: str) -> str:
    return text if len(text) <= CLIPPED else f"{text[:CLIPPED].rsplit(' ', 1)[0]} …"
