"""Web pages: the article without navigation, scripts and hidden parts, its blocks as paragraphs between blank lines."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from typing import Any

from primafacie.model import Problem
from primafacie.sources.emphasis import starred
from primafacie.sources.encodings import Decoded, decode, is_binary, without_controls
from primafacie.sources.loader import MAX_TEXT, Document, Loader, note, refusal, too_long
from primafacie.sources.text import encoding_notes, not_text

MAX_MARKUP = 10_000_000
"""Characters of markup parsed at a time: a tree takes about ten times its markup in memory."""
LOST, WHOLE = 40, 90
"""Percent of the visible text. Where the article finder keeps less than ``LOST`` it has lost the article; where it
keeps more than ``WHOLE`` there is nothing to cut away. Either way the visible text stands as it is."""

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,30})", re.I)
_PARTIAL_DATE = re.compile(
    r"<meta\s[^>]{0,80}?(?:property|name|itemprop)\s*=\s*[\"']?(?:article:published_time|datePublished|dc\.date|"
    r"dcterms\.created|date|pubdate)[\"']?\s[^>]{0,40}?content\s*=\s*[\"'](?P<date>\d{4}(?:-(?:0[1-9]|1[0-2]))?)[\"']",
    re.I,
)
_SCRIPTS = ("script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "canvas", "head")
_CHROME = ("nav", "footer", "button", "select", "option", "textarea", "dialog", "menu")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BLOCKS = frozenset(re.findall(r"\w+", """
    address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody tfoot thead tr ul
    head item list quote row"""))
"""Elements that stand on lines of their own; the last line is trafilatura's own vocabulary."""
_CELLS = frozenset(("td", "th", "cell"))
_BREAKS = frozenset(("br", "lb"))
_SPACES = re.compile(r"[ \t\r\n\f\v]+")


def read(data: bytes, name: str, charset: str | None = None) -> Document | Problem:
    """The words of a page that a reader sees, with the metadata that it states (Open Graph, JSON-LD, meta tags).

    The article is found by trafilatura (Barbaresi 2021); where it loses the article, everything visible is kept.
    Scripts are cut out before any text is taken.
    """
    declared = _META_CHARSET.search(data[:4096])
    decoded = decode(data, charset or (_encoding(declared.group(1)) if declared else None))
    if decoded is None or is_binary(decoded.text):
        return not_text(data, name)
    if len(decoded.text) > MAX_MARKUP:
        return too_long(name) if len(decoded.text) > MAX_TEXT else refusal(
            f"the page is longer than {MAX_MARKUP // 1_000_000} million characters", name,
            "save the parts that matter as pages of their own, and add those",
        )  # fmt: skip
    return replace_notes(parse(decoded.text, name), decoded, name)


def replace_notes(document: Document | Problem, decoded: Decoded, name: str) -> Document | Problem:
    """The document with the notes on its encoding; a refusal stays as it is."""
    if isinstance(document, Problem):
        return document
    return replace(document, problems=(*encoding_notes(decoded, name), *document.problems))


def parse(markup: str, name: str) -> Document | Problem:
    """The document of a decoded page, or of the HTML part of a message."""
    # Late: lxml and trafilatura cost 0.2 s that a plain text need not pay.
    etree: Any = import_module("lxml.etree")
    lxml_html: Any = import_module("lxml.html")
    markup = without_controls(markup).replace("\ufeff", "")
    # lxml refuses a str with an encoding declaration; the page is decoded already.
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup)
    parser = lxml_html.HTMLParser(no_network=True, huge_tree=True)
    try:
        tree = lxml_html.document_fromstring(markup, parser=parser)
    except (etree.LxmlError, ValueError, RecursionError, AssertionError):
        return _empty(name)
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    metadata = _metadata(markup)
    scripted = bool(tree.xpath("//script"))
    _strip(tree)
    visible = compose(tree)
    if not any(c.isalnum() for c in visible):
        return _empty(name, scripted)
    text = _article(tree) or ""
    notes: tuple[Problem, ...] = ()
    if any("xcessive depth" in error.message for error in parser.error_log):
        notes = (note(
            "its elements are nested too deeply; the innermost were left out", name,
            "compare the text with the page in a browser; copy what is missing to a file, and add that",
        ),)  # fmt: skip
    share = 100 * len(text) / len(visible)
    if not LOST <= share <= WHOLE:
        text = visible
        notes += () if share > WHOLE or len(visible) < 2000 else (note(
            "the article could not be told from the rest of the page; all visible text was kept", name,
            "check the passages that were read; where menus got in, save the article alone and add that",
        ),)  # fmt: skip
    if len(text) > MAX_TEXT:
        return too_long(name)
    return Document(text, **metadata, language=declared, problems=notes)


def compose(root: Any) -> str:
    """The text below an element: a blank line between blocks, one line a row with " | " between its cells."""
    return "\n\n".join(starred(_paragraphs(root)))


def _paragraphs(root: Any) -> Iterator[tuple[str, bool]]:
    """Each block's text, and whether all of it is bold."""
    depth = 0
    for block in "".join(_pieces(root)).split("\0"):
        words, plain = [], False
        for piece in re.split("([\2\3])", block):
            if piece in ("\2", "\3"):
                depth += 1 if piece == "\2" else -1
            else:
                words.append(piece)
                plain = plain or (depth == 0 and any(c.isalnum() for c in piece))
        lines = (_SPACES.sub(" ", line).strip().removesuffix(" |") for line in "".join(words).split("\1"))
        text = "\n".join(line for line in lines if line)
        if text:
            yield text, not plain


def _pieces(root: Any) -> Iterator[str]:
    """The strings of a tree in order, "\\0" where a block begins or ends, "\\1" at a line break, "\\2" and
    "\\3" around bold type. Not recursive: a hostile page nests deeper than Python's stack. Control characters were
    taken out before, so these are free."""
    etree: Any = import_module("lxml.etree")
    rows = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            yield element.tail or ""
            continue
        tag = element.tag
        in_row = tag in ("tr", "row")
        is_bold = tag in ("b", "strong") or (tag == "hi" and "#b" in (element.get("rend") or ""))
        if event == "start":
            rows += in_row
            if tag in _BREAKS or (tag in ("tr", "row")):
                yield "\1"
            elif tag in _BLOCKS:
                yield " " if rows else "\0"
            elif is_bold:
                yield "\2"
            yield element.text or ""
            continue
        rows -= in_row
        if tag in _CELLS:
            yield " | "
        elif tag in _BLOCKS and not in_row and tag not in ("tbody", "thead", "tfoot"):
            yield " " if rows else "\0"
        elif is_bold:
            yield "\3"
        if element is not root:
            yield element.tail or ""


def _encoding(name: bytes) -> str | None:
    try:
        return codecs.lookup(name.decode("ascii")).name
    except LookupError:
        return None


def _strip(tree: Any) -> None:
    """Takes out what no reader of the page sees: scripts, hidden elements, and the furniture around the article."""
    for element in list(tree.iter(*_SCRIPTS, *_CHROME)):
        _drop(element)
    for element in tree.xpath("//*[@hidden or @style]"):
        hidden = element.get("hidden") is not None or _HIDDEN.search(element.get("style") or "")
        if hidden and element.tag not in ("html", "body"):
            _drop(element)


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _metadata(markup: str) -> dict[str, str | None]:
    try:
        from trafilatura.metadata import extract_metadata

        # No date "in the future" is sorted out by today's clock: the same page gives the same date next year.
        found = extract_metadata(markup, date_config={
            "extensive_search": False, "original_date": True, "max_date": "2100-01-01", "outputformat": "%Y-%m-%d",
        })  # fmt: skip
    except Exception:  # a third party's parser on hostile input: whatever it raises, the page has no metadata
        return {}
    # A date without its day is kept as it is: the finder would put in the day of the month on which it happens to run.
    partial = _PARTIAL_DATE.search(markup)
    date = partial["date"] if partial else found.date
    keys = {"title": found.title, "author": found.author, "publisher": found.sitename, "date": date}
    return {key: _SPACES.sub(" ", value).strip() or None for key, value in keys.items() if value}


def _article(tree: Any) -> str | None:
    try:
        from trafilatura import bare_extraction

        found = bare_extraction(
            tree, favor_recall=True, include_comments=False, include_tables=True, include_formatting=True
        )
    except Exception:  # as above: then all visible text is kept
        return None
    body = getattr(found, "body", None)
    return compose(body) if body is not None else None


def _empty(name: str, scripted: bool = False) -> Problem:
    if scripted:
        return refusal(
            "the page holds only scripts and no text: a browser would have to run them", name,
            "open the page in a browser, save it as PDF or copy its text to a file, and add that",
        )  # fmt: skip
    return refusal("the page holds no text", name, "check that it is the right page; leave it out if it is")


HTML = Loader("html", 1, "a web page", "text/html", ("application/xhtml+xml",), (".html", ".htm", ".xhtml"), read)
