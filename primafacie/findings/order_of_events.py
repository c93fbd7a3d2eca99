"""Order of events: somebody says what came first, and dates in the case say otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from primafacie.findings.propositions import agree
from primafacie.findings.view import View, listed, quoted
from primafacie.findings.wording import cited, when
from primafacie.model import Claim, Finding, digest
from primafacie.values.intervals import ANY, Answer, Moment, Order, agrees, happened

CUSTODY = ("Arrest", "Extradition")
"""Kinds that one word may stand for: "kidnapped" is seized, and taken away."""


def order_of_events(view: View) -> Iterator[Finding]:
    """Looks for an order that a voice gives to two events ("had already been arrested") and that dates contradict.

    The date of an event is what all claims on the same event tell together, other documents included; the order told is
    contradicted where, on every day that these dates leave open, it was the other way round. Where dates leave it open,
    nothing is said. Orders told without dates are constraints in the sense of Dechter, Meiri and Pearl, "Temporal
    constraint networks" (Artificial Intelligence 49, 1991). A wrong order may show a slip of memory as well as an
    untruth; which, the check does not say.

    Figures: the days that either event can have been. Innocent explanations: the deal was agreed on one day and closed
    on another; "then" and "already" are said loosely, years later. Against the contradiction speaks any date by which
    the order told is possible.
    """
    by_id = {c.id: c for c in view.claims}
    for claim in view.claims:
        for order in claim.order:
            other = by_id.get(order.claim)
            if other is None or (order.relation == "after" and any(o.claim == claim.id for o in other.order)):
                continue
            earlier, later = (claim, other) if order.relation == "before" else (other, claim)
            dated = {e.id: _dated(view, e, without=(claim, other)) for e in (earlier, later)}
            moments = {key: _moment(found) for key, found in dated.items()}
            if agrees(Order(earlier.id, later.id), moments) is Answer.NOT:
                yield _finding(view, earlier, later, order.text, dated, moments)


def _dated(view: View, event: Claim, without: Iterable[Claim]) -> list[Claim]:
    """The claims that date the same event, its own among them."""
    skipped = {c.id for c in without if c is not event}
    kinds = CUSTODY if event.kind in CUSTODY else (event.kind,)
    return [c for c in view.of(*kinds)
            if c.date and c.id not in skipped and (c.id == event.id or _one_event(view, event, c))]  # fmt: skip


def _one_event(view: View, a: Claim, b: Claim) -> bool:
    """The same parties. Whoever is seized is seized and taken away in one event, as far as dates allow; a sale is one
    with the same asset in the same year from the same seller, whoever is named as buyer."""
    if a.kind == b.kind and agree(view, a, b):
        return True
    one, other = happened(a.date), happened(b.date)
    apart = one.last < other.first or other.last < one.first
    if a.kind in CUSTODY and b.kind in CUSTODY:
        return a.date is not None and not apart and bool(set(view.ids(a, "victim")) & set(view.ids(b, "victim")))
    if a.kind != "Deal" or not set(view.ids(a, "asset")) & set(view.ids(b, "asset")):
        return False
    sellers = set(view.ids(a, "seller")), set(view.ids(b, "seller"))
    return bool(sellers[0] & sellers[1]) and a.date is not None and not apart


def _moment(claims: list[Claim]) -> Moment:
    """The days that all of them leave open; where they exclude each other, all days that any of them names."""
    found = ANY
    spans = [happened(c.date) for c in claims]
    for span in spans:
        first, last = max(found.first, span.first), min(found.last, span.last)
        if first > last:
            return Moment(min(s.first for s in spans), max(s.last for s in spans))
        found = Moment(first, last)
    return found


def _finding(
    view: View, earlier: Claim, later: Claim, words: str, dated: dict[str, list[Claim]], moments: dict[str, Moment]
) -> Finding:
    grounds = {c.id: c for found in dated.values() for c in found}
    claims = [earlier, later, *(c for c in grounds.values() if c.id not in (earlier.id, later.id))]
    roots = view.roots((earlier, later))
    voices = listed(v.name for v in roots)
    lines = [
        f"{'First' if event is earlier else 'Then'} {event.kind.lower()} ({cited(event)}): "
        + ("; ".join(dict.fromkeys(f"{view.attribution(c)} it was{when(c.date)}" for c in dated[event.id])))
        for event in (earlier, later)
    ]
    return Finding(
        id=digest("finding", "order_of_events", earlier.id, later.id), check="order_of_events",
        title=f"The order that {voices} {'gives' if len(roots) == 1 else 'give'} ({quoted(words)}) does not fit the "
              "dates in the case",
        text=f"{voices} {'puts' if len(roots) == 1 else 'put'} the {earlier.kind.lower()} before the "
             f"{later.kind.lower()}. {'. '.join(lines)}. By these dates it was the other way round.",
        severity="medium", claims=view.ordered(claims),
        entities=tuple(dict.fromkeys(e for c in (earlier, later) for e in view.ids(c, *c.roles))),
        figures={"earlier": [moments[earlier.id].first, moments[earlier.id].last],
                 "later": [moments[later.id].first, moments[later.id].last]},
        against=("The dates are the word of those who give them; one of them may be wrong.",),
        sources=len({c.source for c in claims}), independent=len(view.roots(claims)),
        innocent=("One of the two took place in several steps, and the words speak of another step.",
                  "“Already” is said loosely, long afterwards."),
    )  # fmt: skip
