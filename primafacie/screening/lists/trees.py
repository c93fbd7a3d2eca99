"""Lists that come as XML: read entry by entry, so that memory stays flat; nothing that the file says is obeyed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from primafacie.screening.lists.edition import CUT_SHORT, Part, Unusable

_ROOT = re.compile(rb"<\s*(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)[\s/>]")
Node = Any
"""An lxml element; the library has no types of its own."""


def root_tag(part: Part) -> str:
    """The name of the outermost element without its prefix, "" where the file does not begin as XML does."""
    head = part.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = part.head[: len(part.head) // 2 * 2].decode("utf-16", "replace").encode()
        head = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if not head.startswith(b"<"):
        return ""
    found = _ROOT.search(re.sub(rb"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^>]*>", b"", head, flags=re.DOTALL))
    return found[1].decode("ascii") if found else ""


def elements(part: Part, *tags: str) -> Iterator[Node]:
    """The elements of those names (whatever their namespace) as they close, and the root as it opens, first of all.

    Once handed on an element is emptied, so that a file of any size takes the memory of one entry. Entities, document
    types, external files and the network are not used. Raises Unusable where the file is not well-formed to its end.
    """
    from lxml import etree  # type: ignore[import-untyped]

    root = root_tag(part)
    try:
        with part.path.open("rb") as file:
            walk = etree.iterparse(
                file, events=("start", "end"), tag=[f"{{*}}{tag}" for tag in (root, *tags)], resolve_entities=False,
                load_dtd=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True,
            )  # fmt: skip
            for event, node in walk:
                if event == "start":
                    if node.getparent() is None:
                        _no_document_type(node, part)
                        yield node
                elif node.getparent() is not None:
                    yield node
                    node.clear()
                    while node.getprevious() is not None:
                        del node.getparent()[0]
    except etree.XMLSyntaxError as error:
        line = f", line {error.lineno:,}" if error.lineno else ""
        empty = part.path.stat().st_size == 0
        what = "the file is empty" if empty else f"the XML is broken or was cut short ({error.msg})"
        raise Unusable(what, f"{part.name}{line}", CUT_SHORT) from None


def _no_document_type(root: Node, part: Part) -> None:
    if root.getroottree().docinfo.doctype:
        what = "it declares a document type, which no publisher's list does and which can hide an attack"
        raise Unusable(what, part.name, "get the list again from its publisher")


def local(node: Node) -> str:
    """The name of an element without its namespace."""
    tag = node.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(node: Node, tag: str) -> Iterator[Node]:
    """The direct children of that name, whatever their namespace."""
    found: Iterator[Node] = node.iterchildren("{*}" + tag)
    return found


def child(node: Node, tag: str) -> Node | None:
    return next(node.iterchildren("{*}" + tag), None)


def text(node: Node | None, *path: str) -> str:
    """The text at the end of a path of direct children, with single spaces; "" where there is none."""
    for tag in path:
        if node is None:
            return ""
        node = child(node, tag)
    return " ".join((node.text or "").split()) if node is not None else ""


def texts(node: Node, *path: str) -> list[str]:
    """The texts of all elements at the end of a path of direct children, blanks left out."""
    level = [node]
    for tag in path:
        level = [below for above in level for below in children(above, tag)]
    return [found for one in level if (found := text(one))]
