"""Parties that differ: one sale, two buyers (or sellers), and whether the two are tied to each other."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.findings.sales import Sale, at_odds, sales, told
from primafacie.findings.ties import Path, Ties
from primafacie.findings.view import View, listed
from primafacie.findings.wording import when
from primafacie.model import Claim, Finding, digest

NEAR = 2
"""Ties, of family or office, between a party and somebody else who wanted the asset."""


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
                side = at_odds(one, other)
                if side:
                    ties = ties or Ties(view)
                    yield _finding(view, ties, asset, one, other, side)


def _parties(sale: Sale, side: str) -> tuple[str, ...]:
    return sale.sellers if side == "sellers" else sale.buyers


def _would_be(view: View, ties: Ties, asset: str, parties: tuple[str, ...]) -> list[tuple[Claim, Path]]:
    """Others who are said to have wanted the asset, or to have got it, and who are tied to one of the parties."""
    found = []
    for claim in view.of("Deal", stances=("supposes", "asserts", "doubts")):
        buyers = set(view.ids(claim, "buyer")) - set(parties) if asset in view.ids(claim, "asset") else set()
        path = ties.path(tuple(sorted(buyers)), parties, without=(asset,)) if buyers else None
        if path and len(path) <= NEAR and all(tie.claim.kind == "Family" or tie.by_office for tie in path):
            found.append((claim, path))
    return found


def _holding(view: View, held: list[Claim]) -> str:
    """Who of the two is said to own the asset, whoever bought it."""
    lines = dict.fromkeys(
        f"{view.attribution(c)} that {view.names(view.ids(c, 'owner'))} owns it{when(c.date)}" for c in held)
    return f" {_sentence('; '.join(lines))}" if lines else ""


def _wanting(view: View, ties: Ties, wanted: list[tuple[Claim, Path]]) -> str:
    lines = dict.fromkeys(
        f"{view.attribution(claim)} that {view.names(view.ids(claim, 'buyer'))} wanted or got it"
        f" ({'; '.join(ties.told(tie) for tie in path)})" for claim, path in wanted)
    return f" {_sentence('; '.join(lines))}" if lines else ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _severity(path: Path | None, wanted: bool) -> str:
    """The one owns the other: most likely named for short. A relative or a front is what the check is after."""
    if path is None:
        return "high" if wanted else "medium"
    return "high" if any(tie.claim.kind in ("Family", "Associate") for tie in path) else "low"


def _finding(view: View, ties: Ties, asset: str, one: Sale, other: Sale, side: str) -> Finding:
    first, second = _parties(one, side), _parties(other, side)
    path: Path | None = ties.path(first, second, without=(asset,))
    tied = tuple(tie.claim for tie in path or ())
    held = [c for c in view.of("Ownership") if asset in view.ids(c, "asset")
            and {*first, *second} & set(view.ids(c, "owner"))]  # fmt: skip
    wanted = _would_be(view, ties, asset, (*first, *second)) if side == "buyers" else []
    near = tuple(c for claim, way in wanted for c in (claim, *(tie.claim for tie in way)))
    claims = list({c.id: c for c in (*one.claims, *other.claims, *tied, *held, *near)}.values())
    role, name = side.removesuffix("s"), view.name(asset)
    lines = [f"{listed(v.name for v in view.roots(sale.claims))}: from {told(view, sale)}" for sale in (one, other)]
    tie = (f" The two are tied: {'; '.join(ties.told(t) for t in path)}." if path
           else " Nothing in the case ties the two to each other.")  # fmt: skip
    return Finding(
        id=digest("finding", "parties_differ", asset, side, sorted(first), sorted(second)), check="parties_differ",
        title=f"Different {side} are named for {name}: {view.names(first)}, and {view.names(second)}",
        text=f"{'. '.join(lines)}.{tie}{_holding(view, held)}{_wanting(view, ties, wanted)}",
        severity=_severity(path, bool(wanted)), claims=view.ordered(claims),
        entities=tuple(dict.fromkeys((asset, *first, *second))),
        figures={role: [[view.name(e) for e in first], [view.name(e) for e in second]], "tied": bool(path),
                 "ties": len(path or ())},
        against=(*(c.id for c in (ties.denials(path) if path else ())),
                 "Each account speaks against the other; a register or contract decides."),
        sources=len({c.source for c in claims}), independent=len(view.roots(claims)),
        innocent=("A company bought, and its owner is named for short.", "Several bought together."),
    )  # fmt: skip
