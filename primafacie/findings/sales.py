"""The sales of each asset, put in order: several voices on one sale make one sale with several prices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from primafacie.findings.dates import bounds, compatible
from primafacie.findings.view import SAID, View
from primafacie.findings.wording import money, stake, when
from primafacie.model import Amount, Claim, Share

LONGEST = 12
"""Hand-overs followed in one chain; longer ones are cut, which no asset in the literature has needed."""


@dataclass(frozen=True, slots=True)
class Sale:
    """One hand-over of an asset, as the claims on it tell; sellers or buyers may be unknown."""

    asset: str
    sellers: tuple[str, ...]
    buyers: tuple[str, ...]
    claims: tuple[Claim, ...]

    @property
    def bounds(self) -> tuple[str, str] | None:
        """First and last day it can have been, by the most precise claim."""
        dated = [b for c in self.claims if (b := bounds(c.date))]
        return max(dated, key=lambda b: (b[0], _reversed(b[1]))) if dated else None

    @property
    def dated(self) -> Claim:
        """The claim that gives the date most precisely; the first one where none gives any."""
        return max(self.claims, key=lambda c: len(c.date.start or "") if c.date else 0)

    @property
    def priced(self) -> tuple[tuple[Claim, Amount], ...]:
        return tuple((c, c.amount) for c in self.claims if c.amount and c.amount.value is not None)

    @property
    def stakes(self) -> tuple[Share, ...]:
        return tuple(c.share for c in self.claims if c.share)


def _reversed(iso: str) -> str:
    """Orders the other way round, so that of two dates with one start the narrower wins."""
    return "".join(chr(0x10FFFF - ord(c)) for c in iso)


def sales(view: View, stances: Iterable[str] = SAID) -> dict[str, tuple[Sale, ...]]:
    """Per asset, its sales in order of date and of hands; assets in reading order."""
    found: dict[str, list[Sale]] = defaultdict(list)
    for claim in view.of("Deal", stances=stances):
        sellers, buyers = view.ids(claim, "seller"), view.ids(claim, "buyer")
        if not sellers and not buyers:
            continue
        for asset in view.ids(claim, "asset"):
            one = Sale(asset, sellers, buyers, (claim,))
            known = found[asset]
            place = next((n for n, other in enumerate(known) if _same(other, one)), None)
            if place is None:
                known.append(one)
            else:
                old = known[place]
                known[place] = Sale(asset, old.sellers or sellers, old.buyers or buyers, (*old.claims, claim))
    return {asset: _in_order(known) for asset, known in found.items()}


def _same(a: Sale, b: Sale) -> bool:
    """True where both speak of one sale: a party in common, no party at odds, and no date at odds.

    Where both parties agree, dates of one year count as one date: reports give the signing or the closing.
    """
    sellers, buyers = _agree(a.sellers, b.sellers), _agree(a.buyers, b.buyers)
    if sellers is False or buyers is False or not (sellers or buyers):
        return False
    if compatible(a.bounds, b.bounds):
        return bool(sellers and buyers) or (a.bounds is not None and b.bounds is not None)
    return bool(sellers and buyers and a.bounds and b.bounds and a.bounds[0][:4] == b.bounds[0][:4])


def at_odds(one: Sale, other: Sale) -> str | None:
    """The side ("sellers" or "buyers") on which two accounts of one sale differ; None where they agree or may be two.

    They are of one sale where their times overlap, the other side agrees or one account leaves it open and both times
    are told to the year, and neither bought from the other.
    """
    if one.bounds is None or other.bounds is None or not compatible(one.bounds, other.bounds):
        return None
    if set(one.buyers) & set(other.sellers) or set(other.buyers) & set(one.sellers):
        return None
    sides = {"sellers": _agree(one.sellers, other.sellers), "buyers": _agree(one.buyers, other.buyers)}
    differing = [side for side, agreed in sides.items() if agreed is False]
    if len(differing) != 1:
        return None
    rest = sides["sellers" if differing[0] == "buyers" else "buyers"]
    dated = all(b[0][:4] == b[1][:4] for b in (one.bounds, other.bounds))
    return differing[0] if rest or dated else None


def accounts(chain: Sequence[Sale]) -> tuple[tuple[Sale, ...], ...]:
    """The sales of an asset, those together that are accounts of one sale by voices who name different parties."""
    groups: list[list[Sale]] = []
    for sale in chain:
        near = [group for group in groups if any(at_odds(sale, other) for other in group)]
        joined = [sale, *(other for group in near for other in group)]
        groups = [*(group for group in groups if group not in near), joined]
    order = {id(sale): n for n, sale in enumerate(chain)}
    ranked = (tuple(sorted(group, key=lambda s: order[id(s)])) for group in groups)
    return tuple(sorted(ranked, key=lambda group: order[id(group[0])]))


def _agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    """None where one side is not known."""
    return bool(set(a) & set(b)) if a and b else None


def _before(a: Sale, b: Sale) -> bool:
    """By date where dates tell; else by hands: who bought in the one sells in the other."""
    if a.bounds and b.bounds and not compatible(a.bounds, b.bounds):
        return a.bounds[1] < b.bounds[0]
    hands = bool(set(a.buyers) & set(b.sellers))
    return hands and not set(b.buyers) & set(a.sellers)


def _in_order(known: Sequence[Sale]) -> tuple[Sale, ...]:
    left = sorted(range(len(known)), key=lambda n: ((known[n].bounds or ("9999", ""))[0], n))
    done: list[Sale] = []
    while left:
        # A ring of undated sales has no first one: the order of the text decides.
        ready = next((n for n in left if not any(_before(known[m], known[n]) for m in left if m != n)), left[0])
        left.remove(ready)
        done.append(known[ready])
    return tuple(done)


def follows(earlier: Sale, later: Sale) -> bool:
    """True where the later sale hands on what the earlier one brought: same hands, or later and no seller named."""
    if later.sellers:
        return bool(set(earlier.buyers) & set(later.sellers))
    return bool(earlier.bounds and later.bounds and earlier.bounds[1] < later.bounds[0])


def told(view: View, sale: Sale) -> str:
    """"A to B in 2007 for USD 2.1 billion (91.8 %)": prices of all voices, each once."""
    prices = " or ".join(dict.fromkeys(money(amount) for _, amount in sale.priced))
    stakes = " or ".join(dict.fromkeys(stake(share) for share in sale.stakes))
    return (
        f"{view.names(sale.sellers)} to {view.names(sale.buyers)}{when(sale.dated.date) or ' (no date given)'}"
        f"{' for ' + prices if prices else ''}{' (' + stakes + ')' if stakes else ''}"
    )
