"""Round trip: an asset that came back to the circle it left."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from primafacie.findings.explanations import of_a_loss
from primafacie.findings.prices import Fall, currencies, falls, stakes
from primafacie.findings.sales import LONGEST, Sale, follows, sales, told
from primafacie.findings.ties import Path, Ties
from primafacie.findings.view import View, listed
from primafacie.findings.wording import says, times
from primafacie.model import Claim, Finding, digest


def round_trip(view: View) -> Iterator[Finding]:
    """Looks for an asset that a party gave away and that, after at least one holder in between, came to the same party
    or to one tied to it by kinship, ownership, association or office (three ties at most, none of them through the
    asset itself, a place, a ministry or a holder in between).

    Figures: the sales in order, the path of ties, and what each holder in between lost or gained where the prices can
    be compared; a price in another currency is converted as in the check of prices. That an owner keeps hold of an
    asset through relatives and associates who stand in its register for him ("straw men") is what FATF and Egmont
    Group, "Concealment of Beneficial Ownership" (2018), describe; a sale to strangers and back is one way to get there.

    Innocent explanations: a buy-back at market price, a foreclosure or insolvency sale, a small market in which few
    can buy, a privatisation reversed. Against it speak denied ties or sales, soft ties (an ally is not an owner), an
    owner of record who differs, and a long time between the sales.
    """
    ties = Ties(view)
    for asset, chain in sales(view).items():
        start = 0
        while start < len(chain):
            trip, path = _trip(ties, asset, chain, start)
            if path is None:
                start += 1
                continue
            yield _finding(view, ties, asset, trip, path)
            start = chain.index(trip[-1]) + 1


Trip = tuple[Sale, ...]


def _trip(ties: Ties, asset: str, chain: Trip, start: int) -> tuple[Trip, Path | None]:
    """The shortest run of sales from ``start`` that ends in the circle it came from, with the path of ties."""
    trip: Trip = (chain[start],)
    for later in chain[start + 1:start + LONGEST]:
        if not follows(trip[-1], later):
            continue
        trip = (*trip, later)
        between = {holder for sale in trip[:-1] for holder in sale.buyers} - set(trip[0].sellers) - set(later.buyers)
        path = ties.path(trip[0].sellers, later.buyers, without={asset, *between})
        if path is not None:
            return trip, path
    return trip, None


def _finding(view: View, ties: Ties, asset: str, trip: Trip, path: Path) -> Finding:
    name = view.name(asset)
    claims = [c for sale in trip for c in sale.claims] + [tie.claim for tie in path]
    losses = [(sale, fall[0]) for sale, later in pairwise(trip) if (fall := falls(view, sale, later))]
    roots = view.roots(claims)
    denials = [*ties.denials(path), *_denied_sales(view, asset, trip)]
    lines = [
        f"{name} changed hands {times(len(trip), 'time')}, by what {listed(v.name for v in roots)} "
        f"{says(roots)}: {'; then '.join(told(view, sale) for sale in trip)}.",
        _circle(view, ties, trip, path),
        *(_lost(view, sale, fall) for sale, fall in losses),
        *(note for sale, later in pairwise(trip) if (note := currencies(view, sale, later))),
        "That a sale took place, at what price and who stood behind the buyer remains to be shown by registers, "
        "accounts and the parties themselves.",
    ]
    explained = of_a_loss(view, (asset, *(b for sale in trip[:-1] for b in sale.buyers))) if losses else ()
    first_loss = losses[0][1] if losses else None
    title = f"{name} is said to have returned to the circle it came from"
    if first_loss and first_loss.lost > 0:
        title += f", at a loss of {first_loss.told()} to the holder in between"
    return Finding(
        id=digest("finding", "round_trip", asset, [sorted(s.sellers) for s in trip], [sorted(s.buyers) for s in trip]),
        check="round_trip", title=title, text=" ".join(lines), severity="high", claims=view.ordered(claims),
        entities=tuple(dict.fromkeys([asset, *(e for s in trip for e in (*s.sellers, *s.buyers)),
                                      *(e for tie in path for e in (tie.start, tie.end))])),
        figures=_figures(view, ties, trip, path, losses),
        against=tuple(dict.fromkeys([*view.ordered(denials), *_reasons(trip, path, losses), *explained])),
        sources=len({c.source for c in claims}), independent=len(roots),
        innocent=("It was bought back at its price of the day, or out of an insolvency.",
                  "In a small market few can buy, and most of them know each other."),
    )  # fmt: skip


def _circle(view: View, ties: Ties, trip: Trip, path: Path) -> str:
    if not path:
        same = [e for e in trip[0].sellers if e in trip[-1].buyers]
        return f"{view.names(same)} is first seller and last buyer: by these statements it came back."
    soft = [tie.word for tie in path if tie.soft]
    leans = f" The path leans on a softer tie ({listed(soft)}), which is a matter of judgement." if soft else ""
    told = "; ".join(ties.told(tie) for tie in path)
    return f"By these statements it returned to the circle it came from: {told}.{leans}"


def _lost(view: View, sale: Sale, fall: Fall) -> str:
    verb = "a loss" if fall.lost > 0 else "a gain"
    basis = " (one of the two figures is given without a currency; it is taken to be the same)" if fall.assumed else ""
    holder = view.names(sale.buyers)
    return f"On these figures that was {verb} of {fall.told()} to {holder}, the holder in between{basis}.{fall.rated()}"


def _figures(view: View, ties: Ties, trip: Trip, path: Path,
             losses: list[tuple[Sale, Fall]]) -> dict[str, object]:  # fmt: skip
    return {
        "sales": [told(view, sale) for sale in trip],
        "ties": [ties.told(tie) for tie in path],
        "soft_ties": sum(tie.soft for tie in path),
        "between": [{"holder": view.names(sale.buyers), **fall.figures()} for sale, fall in losses],
    }  # fmt: skip


def _denied_sales(view: View, asset: str, trip: Trip) -> list[Claim]:
    parties = {e for sale in trip for e in (*sale.sellers, *sale.buyers)}
    return [c for c in view.of("Deal", stances=("denies",))
            if asset in view.ids(c, "asset") and parties & set(view.ids(c, "seller", "buyer"))]


def _reasons(trip: Trip, path: Path, losses: list[tuple[Sale, Fall]]) -> list[str]:
    reasons = []
    if any(tie.soft for tie in path):
        reasons.append("The path of ties includes one that shows nearness, not ownership.")
    if any(fall.assumed for _, fall in losses):
        reasons.append("The currency of one of the two prices is an assumption.")
    if any(sale.bounds is None for sale in trip):
        reasons.append("A sale of the chain is not dated: years may lie between it and the one before.")
    if any(not sale.sellers for sale in trip[1:]):
        reasons.append("A sale of the chain names no seller; it is placed by its date alone.")
    for sale, later in pairwise(trip):
        pair = stakes(sale, later)
        if pair and pair[0] != pair[1]:
            reasons.append(f"Not the same stake was sold: {pair[0]:g} % and {pair[1]:g} %.")
        if pair is None:
            reasons.append("The stakes sold are not both stated, so the prices may stand for different stakes.")
    return reasons
