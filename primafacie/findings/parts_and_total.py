"""Parts against total: a number of dead that is the sum of another voice's parts, who makes a smaller total of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from primafacie.findings.dates import bounds, compatible
from primafacie.findings.view import View
from primafacie.findings.wording import cited, times
from primafacie.model import Claim, Finding, digest

KINDS = ("Killing", "Injury", "Arrest")
FEWEST, MOST = 3, 12
"""Parts in a sum. Two numbers add up to a third by chance too often; beyond a dozen almost anything can be reached."""


def parts_and_total(view: View) -> Iterator[Finding]:
    """Looks for a total that another voice's parts add up to, while that voice itself gives a smaller total.

    The parts are the exact numbers that one voice gives for one kind of harm beside its own total, the largest of them;
    the suspicious total is one that another voice gives, greater than that, and equal to the sum of
    three or more of the parts. Where parts overlap (by place and by class of victim) the sum counts some people twice;
    that nobody is counted twice is what recorders of casualties have to see to first (Every Casualty, "Standards for
    Casualty Recording", 2016; OHCHR, "Guidance on Casualty Recording", HR/PUB/19/1, 2019).

    Figures: the parts, their sum, both totals. Innocent explanations: the two totals are of different days, and the
    sum agrees by chance. Against a double count speaks a list of names as long as the total.
    """
    for kind in KINDS:
        exact: dict[str, dict[int, Claim]] = defaultdict(dict)
        for claim in view.of(kind):
            if claim.count and claim.count.low and claim.count.low == claim.count.high:
                exact[view.voice(claim).key].setdefault(claim.count.low, claim)
        for voice, told in exact.items():
            total = max(told)
            parts = sorted((n for n in told if 1 < n < total), reverse=True)[:MOST]
            suspects = {n: c for other, claims in exact.items() if other != voice
                        for n, c in claims.items() if total < n <= sum(parts)}  # fmt: skip
            for number, claim in sorted(suspects.items()):
                adding = _adding(parts, number)
                if adding and _of_one_event(told[total], claim):
                    yield _finding(view, kind, claim, told[total], [told[n] for n in adding])


def _adding(parts: Iterable[int], number: int) -> tuple[int, ...] | None:
    """The fewest parts whose sum it is."""
    held = tuple(parts)
    for size in range(FEWEST, len(held) + 1):
        for chosen in combinations(held, size):
            if sum(chosen) == number:
                return chosen
    return None


def _of_one_event(a: Claim, b: Claim) -> bool:
    return compatible(bounds(a.date), bounds(b.date))


def _number(claim: Claim) -> int:
    return (claim.count.low if claim.count else None) or 0


def _finding(view: View, kind: str, suspect: Claim, total: Claim, parts: list[Claim]) -> Finding:
    claims = [*parts, total, suspect]
    numbers = [_number(c) for c in parts]
    stated, given = _number(total), _number(suspect)
    teller = view.voice(total).name
    said = "; ".join(f"{c.count.low} ({cited(c)})" for c in parts if c.count)
    return Finding(
        id=digest("finding", "parts_and_total", kind, suspect.id, total.id), check="parts_and_total",
        title=f"{given} may count people twice: it is the sum of parts of which {teller} makes {stated}",
        text=f"{view.attribution(suspect)} {given}. {teller} gives {stated} as the whole, and parts of it: {said}. "
             f"{' + '.join(map(str, numbers))} = {given}: {times(given - stated, 'person', 'people')} more than that "
             "whole. Parts by place and parts by class overlap where one person is in both.",
        severity="medium", claims=view.ordered(claims),
        entities=tuple(dict.fromkeys(e for c in claims for e in view.ids(c, "place", "victim"))),
        figures={"parts": numbers, "sum": sum(numbers), "stated": stated, "given": given},
        against=("The voice that gives the sum may have counted by itself, and by name.",),
        sources=len({c.source for c in claims}), independent=len(view.roots(claims)),
        innocent=("The two totals are of different days, and the sum agrees by chance.",),
    )  # fmt: skip
