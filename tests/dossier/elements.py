"""The page of a dossier as a tree of elements, and what every such page must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

from primafacie import dossier
from primafacie.model import Evidence

VOID = {"meta", "wbr", "link", "br", "img", "hr", "input", "path", "rect", "line"}
ALLOWED = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "main",
    "nav",
    "section",
    "article",
    "aside",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "details",
    "summary",
    "ol",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "bdi",
    "em",
    "strong",
    "span",
    "sup",
    "q",
    "code",
    "mark",
    "figure",
    "figcaption",
    "wbr",
    "svg",
    "defs",
    "marker",
    "path",
    "rect",
    "line",
    "text",
    "tspan",
    "desc",
}
"""Elements of our templates; any other one came out of a document."""


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        return [e for e in self.walk() if e.tag == tag and attributes.items() <= e.attributes.items()]


class Tree(HTMLParser):
    """Reads the page into elements and fails where one is left open or closed twice."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]
        self.feed(text)
        self.close()
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def written(evidence: Evidence, folder: Path, **options: object) -> Element:
    (path,) = dossier.write(evidence, folder, **options)  # type: ignore[arg-type]
    assert path == folder / "dossier.html"
    root = Tree(path.read_text("utf-8")).root
    check_sound(root)
    return root


def check_sound(root: Element) -> None:
    """What holds of every dossier, whatever the documents say."""
    ids = [e.attributes["id"] for e in root.walk() if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    for element in root.walk():
        assert not element.tag or element.tag in ALLOWED
        assert not {a for a in element.attributes if a.startswith("on") or a in ("src", "srcset", "style", "action")}
        if "href" in element.attributes:
            assert element.attributes["href"][0] == "#"
            assert element.attributes["href"][1:] in ids
    for marker in re.findall(r"url\(([^)]*)\)", str([e.attributes for e in root.walk()])):
        assert marker[1:] in ids
    for table in root.all("table"):
        assert table.all("caption")
        assert all(cell.attributes.get("scope") in ("col", "row") for cell in table.all("th"))
    levels = [int(e.tag[1]) for e in root.walk() if e.tag in ("h1", "h2", "h3", "h4", "h5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def by_id(root: Element, name: str) -> Element:
    return next(e for e in root.walk() if e.attributes.get("id") == name)
