"""Control through chains: who owns or controls what through whom, by which rule, and on whose word each link rests."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import NamedTuple

from primafacie.dossier.book import Book
from primafacie.dossier.fillers import article, listing
from primafacie.dossier.lettering import Safe, isolate
from primafacie.dossier.numbers import percent, point
from primafacie.dossier.wording import voice
from primafacie.model import Control, Edge

SOFT = ("family", "nominee", "affiliate", "office")
"""Relations that are shown, and never become a percentage."""
MEANT = {
    "integrated ownership": "what is owned in the end, directly and through others",
    "majority of votes": "who can outvote all others, as whoever controls a holder votes with all that it holds",
    "family": "through relatives", "nominee": "through people said to stand in for somebody",
    "affiliate": "through associates", "office": "through offices held",
}  # fmt: skip
"""What a basis looks at; the 50 percent and control rules of an authority go by their own names."""
MOST = 60
"""Results written out of one basis; further ones are counted."""
OPEN = 8
"""Ties of one sort that are open to the eye; the others are folded."""
CHAINS = 3
"""Chains written under one result; further ones are counted."""


class Link(NamedTuple):
    """One step of a chain: what is said, the claims that say it, and those that deny it."""

    words: Safe
    claims: tuple[str, ...]
    denied: tuple[str, ...]


class Result(NamedTuple):
    control: Control
    holder: str
    target: str
    share: str
    chains: list[list[Link]]
    more: int


class Group(NamedTuple):
    """The results by one rule as of one day; ``open`` are those without a firm figure, or of ties the further ones."""

    basis: str
    meant: str
    as_of: str
    results: list[Result]
    open: list[Result]
    more: int


def content(book: Book) -> dict[str, object]:
    """Groups by rule, the firm results first; the softer relations apart from them."""
    edges = {edge.id: edge for edge in book.evidence.edges}
    known = [c for c in book.evidence.controls if c.holder in book.names and c.target in book.names]
    known.sort(key=lambda c: (c.basis, c.as_of or ""))
    order = dict.fromkeys(c.basis for c in book.evidence.controls)
    groups = [_group(book, edges, basis, day, list(found))
              for (basis, day), found in groupby(known, key=lambda c: (c.basis, c.as_of))]  # fmt: skip
    groups.sort(key=lambda group: list(order).index(group.basis))
    return {
        "groups": [g for g in groups if g.basis not in SOFT],
        "soft": [g._replace(results=g.results[:OPEN], open=g.results[OPEN:]) for g in groups if g.basis in SOFT],
    }


def _group(book: Book, edges: dict[str, Edge], basis: str, day: str | None, found: list[Control]) -> Group:
    found = sorted(found, key=lambda c: (not _firm(c), -(c.share.low or 0) if c.share else 0))
    results = [_result(book, edges, control) for control in found[:MOST]]
    as_of = f"as of {point(day)}" if day else "in the last state that the case tells"
    return Group(
        basis, MEANT.get(basis, ""), as_of, [r for r in results if _firm(r.control)],
        [r for r in results if not _firm(r.control)], len(found) - len(results),
    )  # fmt: skip


def _firm(control: Control) -> bool:
    """Whether some share is stated without doubt, or the relation is none of shares."""
    return control.share is None or bool(control.share.low)


def _result(book: Book, edges: dict[str, Edge], control: Control) -> Result:
    share = control.share
    said = "" if share is None else "not said" if not share.low and share.high == 100 else percent(share)
    return Result(
        control, book.names[control.holder], book.names[control.target], said.replace("0–", "up to ", 1)
        if said.startswith("0–") else said,
        [[_link(book, edges[i]) for i in path if i in edges] for path in control.paths[:CHAINS]],
        max(0, len(control.paths) - CHAINS),
    )  # fmt: skip


def _link(book: Book, edge: Edge) -> Link:
    denied = tuple(edge.properties.get("against", "").split())
    loose = ", not firmly" if edge.properties.get("stance") == "doubts" else ""
    said = f"{_relation(book, edge)}{_dates(edge)}, by the word of {_voices(book, edge.claims)}{loose}"
    return Link(Safe(said[0].upper() + said[1:]), edge.claims, denied)


def _relation(book: Book, edge: Edge) -> str:
    """The relation in the direction in which it was said, as said and not as so."""
    source, target = (isolate(book.names.get(e, "somebody not named")) for e in (edge.source, edge.target))
    label = isolate(edge.label)
    if edge.kind == "Ownership":
        verb = {"controls": "control", "nominee": "hold as a nominee"}.get(edge.label, "own")
        share = f"{percent(edge.share)} of " if edge.share else ""
        return f"{source} is said to {verb} {share}{target}"
    if edge.kind in ("Family", "Associate"):
        return f"{target} is said to be {f'the {label}' if edge.kind == 'Family' else article(label)} of {source}"
    if edge.kind == "Position":
        whole = " of " in label or target.casefold() in label.casefold()
        return f"{source} is said to be {label if whole else f'{label} of {target}'}"
    if edge.kind == "Deal":
        sold = f"{source} is said to have passed on {target}"
        return f"{target} is said to have acquired {source}" if edge.label == "passes to" else sold
    return f"{source} is said to stand to {target} as “{label}”"


def _dates(edge: Edge) -> str:
    if edge.date and edge.until and edge.date != edge.until:
        return f" from {point(edge.date)} to {point(edge.until)}"
    if edge.date:
        return f" ({point(edge.date)})"
    return f" until {point(edge.until)}" if edge.until else ""


def _voices(book: Book, claims: Iterable[str]) -> str:
    found = [book.by_id[c].voices for c in claims if c in book.by_id]
    return listing(voice(v[-1]) if v else "a text that names nobody" for v in found) or "a claim left out here"
