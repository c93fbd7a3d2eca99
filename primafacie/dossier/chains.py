"""Puts the claims that an asset changed hands into chains: who passed it to whom, in which order, for how much."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from primafacie.dossier.book import Book
from primafacie.dossier.fillers import article
from primafacie.model import Claim, Filler

DRAWN = ("asserts", "denies", "doubts")
"""Stances of deals that are drawn; what is asked, supposed or called for stands in the table only."""
_STAKE = re.compile(r"(?:(?:about|almost|nearly|some) )?[\d.,]+ ?(?:%|percent|per cent) of ", re.IGNORECASE)
"""A stake in an asset goes into the asset's own chain; the share stands beside the arrow."""
NOT_NAMED = "not named"


class Party(NamedTuple):
    """A box: the party's key and name, and what is said of it as (words, claim number)."""

    key: str
    name: str
    ties: tuple[tuple[str, int], ...] = ()


class Step(NamedTuple):
    """The asset passes from one party to another, as one or more claims say."""

    seller: Party
    buyer: Party
    claims: tuple[Claim, ...]


class Chain(NamedTuple):
    """What is said to have happened to one asset, in the order of time."""

    asset: str
    steps: tuple[Step, ...]


def chains(book: Book) -> tuple[Chain, ...]:
    """One chain an asset, those with most steps first."""
    whole = {book.called(asset).casefold(): book.key(asset) for c in book.of("Deal") for asset in c.fillers("asset")}
    by_asset: dict[str, tuple[str, list[Claim]]] = {}
    for claim in book.of("Deal"):
        if claim.stance in DRAWN and claim.fillers("seller", "buyer"):
            for asset in claim.fillers("asset") or (Filler("an asset not named", ""),):
                name = _STAKE.sub("", book.called(asset))
                key = (
                    book.key(asset)
                    if name == book.called(asset)
                    else whole.get(name.casefold(), f"text:{name.casefold()}")
                )
                by_asset.setdefault(key, (name, []))[1].append(claim)
    ties = _ties(book)
    made = [Chain(name, _steps(book, claims, ties)) for name, claims in by_asset.values()]
    return tuple(sorted(made, key=lambda chain: -len(chain.steps)))


def _party(book: Book, fillers: Iterable[Filler], ties: dict[str, tuple[tuple[str, int], ...]]) -> Party:
    group = list(fillers)
    if not group:
        return Party("", NOT_NAMED)
    key = "+".join(dict.fromkeys(book.key(f) for f in group))
    return Party(key, ", ".join(dict.fromkeys(book.called(f) for f in group)), ties.get(key, ()))


def _steps(book: Book, claims: list[Claim], ties: dict[str, tuple[tuple[str, int], ...]]) -> tuple[Step, ...]:
    merged: dict[tuple[str, str], tuple[Party, Party, list[Claim]]] = {}
    for claim in claims:
        seller, buyer = (_party(book, claim.fillers(role), ties) for role in ("seller", "buyer"))
        merged.setdefault((seller.key, buyer.key), (seller, buyer, []))[2].append(claim)
    waiting = [Step(seller, buyer, tuple(said)) for seller, buyer, said in merged.values()]
    waiting.sort(key=lambda step: (_date(step) or "9999", book.number[step.claims[0].id]))
    ordered: list[Step] = []
    while waiting:
        # An undated deal comes where its seller has just bought; dated ones keep their dates.
        last = ordered[-1].buyer.key if ordered else None
        follows = (s for s in waiting if last and s.seller.key == last and (not _date(s) or s is waiting[0]))
        step = next(follows, waiting[0])
        waiting.remove(step)
        ordered.append(step)
    return tuple(ordered)


def _date(step: Step) -> str | None:
    dates = [claim.date.start or claim.date.end for claim in step.claims if claim.date]
    return min((date for date in dates if date), default=None)


def _ties(book: Book) -> dict[str, tuple[tuple[str, int], ...]]:
    """For each party what claims say of its ties, offices and owners: the reason to look at a chain twice."""
    found: dict[str, dict[str, int]] = {}

    def add(filler: Filler, words: str, claim: Claim) -> None:
        hedge = {"asserts": "said to be", "denies": "denied to be", "doubts": "not firmly said to be"}[claim.stance]
        found.setdefault(book.key(filler), {}).setdefault(f"{hedge} {words}", book.number[claim.id])

    for claim in book.of("Associate", "Ownership", "Position", "Family"):
        if claim.stance not in DRAWN:
            continue
        if claim.kind == "Ownership":
            verb = {"controls": "controlled by", "nominee": "held as nominee by"}.get(claim.status or "", "owned by")
            pairs = [(a, f"{verb} {book.called(o)}") for a in claim.fillers("asset") for o in claim.fillers("owner")]
        elif claim.kind == "Position":
            body = claim.fillers("organization")
            posts = [f.text for f in claim.fillers("post")]
            former = "formerly " if claim.status == "former" else ""
            of = f" ({book.called(body[0])})" if body and book.called(body[0]) not in " ".join(posts) else ""
            pairs = [
                (h, f"{former}{post if of or ' of ' in post else article(post)}{of}")
                for h in claim.fillers("holder")
                for post in posts
            ]
        else:
            own, other = ("associate", "person") if claim.kind == "Associate" else ("relative", "person")
            pairs = [
                (f, f"{article(claim.status or own)} of {book.called(p)}")
                for f in claim.fillers(own)
                for p in claim.fillers(other)
            ]
        for filler, words in pairs:
            add(filler, words, claim)
    return {key: tuple(words.items()) for key, words in found.items()}
