"""Parties that differ: one sale, two buyers (or sellers), and whether the two are tied to each other."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.findings.dates import compatible
from primafacie.findings.sales import Sale, sales, told
from primafacie.findings.ties import Path, Ties
from primafacie.findings.view import View, listed
from primafacie.model import Finding, digest

SIDES = ("sellers", "buyers")


def parties_differ(view: View) -> Iterator[Finding]:
    """Looks for one sale of which voices name different buyers, or different sellers.

    Two accounts are of one sale where asset and time agree, and the other side where both name it; a hand-over from the
    one buyer to the other is another sale and no contradiction. Where claims tie the two to each other (relative,
    owner, associate) the path is told, since a buyer of record who stands for another is what "nominee" and "straw man"
    mean in FATF and Egmont Group, "Concealment of Beneficial Ownership" (2018).

    Figures: who names whom. Innocent explanations: a company bought and its owner is named for short; a consortium of
    which each voice names a part; the deal was signed by one and closed by another. Against either account speaks the
    other, and a register or contract more than either.
    """
    ties: Ties | None = None
    for asset, chain in sales(view).items():
        for n, one in enumerate(chain):
            for other in chain[n + 1:]:
                side = _at_odds(one, other)
                if side:
                    ties = ties or Ties(view)
                    yield _finding(view, ties, asset, one, other, side)


def _at_odds(one: Sale, other: Sale) -> str | None:
    """The side on which two accounts of one sale differ; None where they may be two sales, or agree."""
    if one.bounds is None or other.bounds is None or not compatible(one.bounds, other.bounds):
        return None
    if set(one.buyers) & set(other.sellers) or set(other.buyers) & set(one.sellers):
        return None  # the one bought from the other
    differing = [side for side in SIDES if _parties(one, side) and _parties(other, side)
                 and not set(_parties(one, side)) & set(_parties(other, side))]  # fmt: skip
    if len(differing) != 1:
        return None
    rest = "sellers" if differing[0] == "buyers" else "buyers"
    known = _parties(one, rest), _parties(other, rest)
    # Where only one account names the other side, a year in common is too little to make it one sale.
    return differing[0] if all(known) or _close(one, other) else None


def _parties(sale: Sale, side: str) -> tuple[str, ...]:
    return sale.sellers if side == "sellers" else sale.buyers


def _close(one: Sale, other: Sale) -> bool:
    """True where the times overlap and at least one of them is told to the year."""
    return all(b is not None and b[0][:4] == b[1][:4] for b in (one.bounds, other.bounds))


def _finding(view: View, ties: Ties, asset: str, one: Sale, other: Sale, side: str) -> Finding:
    first, second = _parties(one, side), _parties(other, side)
    path: Path | None = ties.path(first, second, without=(asset,))
    tied = tuple(tie.claim for tie in path or ())
    claims = list({c.id: c for c in (*one.claims, *other.claims, *tied)}.values())
    role, name = side.removesuffix("s"), view.name(asset)
    lines = [f"{listed(v.name for v in view.roots(sale.claims))}: from {told(view, sale)}" for sale in (one, other)]
    tie = (f" The two are tied: {'; '.join(ties.told(t) for t in path)}." if path
           else " Nothing in the case ties the two to each other.")  # fmt: skip
    return Finding(
        id=digest("finding", "parties_differ", asset, side, sorted(first), sorted(second)), check="parties_differ",
        title=f"Different {side} are named for {name}: {view.names(first)}, and {view.names(second)}",
        text=f"{'. '.join(lines)}.{tie}", severity="high" if path else "medium", claims=view.ordered(claims),
        entities=tuple(dict.fromkeys((asset, *first, *second))),
        figures={role: [[view.name(e) for e in first], [view.name(e) for e in second]], "tied": bool(path),
                 "ties": len(path or ())},
        against=tuple(c.id for c in (ties.denials(path) if path else ())),
        sources=len({c.source for c in claims}), independent=len(view.roots(claims)),
        innocent=("A company bought, and its owner is named for short.", "Several bought together."),
    )  # fmt: skip
