"""Stakes as of a day: who holds what of what, in percent from low to high, and what is wrong with the figures.

Low is what the case firmly says, high what it leaves possible. A stake whose share nobody states is 0 to 100, never 0;
"a majority" begins just above 50. What is only doubted, may not have been held on the day, or is held as a nominee
counts on the high figure alone.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from primafacie.graph.time import Holding, held, holdings
from primafacie.model import Edge, Problem, Share
from primafacie.values.intervals import Answer, certainly, contradictory, period

ROUNDING = 0.01
"""Percent by which a stated share may miss through rounding; so many stakes may together reach so much over 100."""
_OVER = re.compile(
    r"\bmajorit|\b(?:more|greater) than\b|\b(?:over|above|exceeding)\b|\bbulk\b|>|\bболее\b|\bсвыше\b|\bбольш", re.I
)
"""Words by which the low figure itself is not reached: "more than half" is more than 50, "at least half" is not."""


@dataclass(frozen=True, slots=True)
class Stake:
    """What one holder has of one asset, in percent, 0 <= low <= high <= 100; votes are the shares' where not stated."""

    holder: str
    asset: str
    low: float
    high: float
    votes_low: float
    votes_high: float
    edges: tuple[str, ...]
    """Edge ids, the one that began last first."""
    claims: tuple[str, ...]
    remarks: tuple[str, ...] = ()
    """Why low and high differ, or what else has to be known: "share not stated", "only doubted"…"""


def stakes(edges: Sequence[Edge], as_of: str | None) -> tuple[tuple[Stake, ...], tuple[Problem, ...]]:
    """The stakes that may have been held on the day, by asset and holder, and every figure or date that cannot be.

    A problem never stops the rest: a share that cannot be is taken for unknown, a date that cannot be for unstated,
    stakes that exceed 100 % together each for as much as the others leave to it.
    """
    problems = [p for edge in edges for p in _dates(edge)]
    found: list[Stake] = []
    for (holder, asset), (standing, answer) in sorted(held(holdings(edges), as_of).items()):
        if _only_control(standing):
            continue
        stake, wrong = _stake(holder, asset, standing, answer)
        problems += wrong
        if holder == asset:
            problems.append(_problem("a company is said to hold shares of itself", stake.claims,
                                     "they carry no ownership and are left out; check who is meant"))  # fmt: skip
        else:
            found.append(stake)
    capped, over = _cap(found)
    return tuple(capped), tuple(dict.fromkeys([*problems, *over]))


def _only_control(standing: Iterable[Holding]) -> bool:
    """True where control is stated and no figure: that is no stake, and is never made one."""
    return all(h.edge.label == "controls" and h.share is None for h in standing)


def _stake(
    holder: str, asset: str, standing: tuple[Holding, ...], answer: Answer
) -> tuple[Stake, list[Problem]]:  # fmt: skip
    problems: list[Problem] = []
    lows, highs, votes, remarks = [], [], [], []
    for holding in standing:
        edge, share = holding.edge, holding.share
        low, high, wrong = usable(share)
        problems += [_problem(w, edge.claims, f"the stake counts as {low:g} to {high:g} %; correct or reject the claim")
                     for w in wrong]  # fmt: skip
        if share is None:
            remarks.append("share not stated")
            problems.append(_problem("no share is stated", edge.claims, "it counts as anything from 0 to 100 %"))
        for reason in _reasons(edge):
            remarks.append(reason)
            low = 0.0
        lows.append(low)
        highs.append(high)
        votes.append(_votes(edge, low, high))
        if edge.properties.get("against"):
            remarks.append("denied by others")
    low, votes_low = min(lows), min(v[0] for v in votes)
    if not certainly(answer):
        remarks.append("not certainly held on that day")
        low = votes_low = 0.0
    if len({(a, b) for a, b in zip(lows, highs, strict=True)}) > 1:
        remarks.append("statements differ")
    edges = tuple(dict.fromkeys(h.edge.id for h in standing))
    return Stake(holder, asset, low, max(highs), votes_low, max(v[1] for v in votes), edges,
                 tuple(dict.fromkeys(c for h in standing for c in h.edge.claims)),
                 tuple(dict.fromkeys(remarks))), problems  # fmt: skip


def usable(share: Share | None) -> tuple[float, float, list[str]]:
    """Low and high in percent, an end not stated as 0 or 100, and what is wrong with the figures as written."""
    if share is None:
        return 0.0, 100.0, []
    low, high = share.low, share.high
    if any(x is not None and not math.isfinite(x) for x in (low, high)):
        return 0.0, 100.0, [f"the share {share.text!r} is no number"]
    if (low is not None and low < 0) or (high is not None and high < 0):
        return 0.0, 100.0, [f"the share {share.text!r} is negative"]
    if (low is not None and low > 100 + ROUNDING) or (high is not None and high > 100 + ROUNDING):
        wrong = [f"the share {share.text!r} is over 100 %"]
        return (0.0, 100.0, wrong) if low is None or low > 100 + ROUNDING else (low, 100.0, wrong)
    low, high = 0.0 if low is None else min(low, 100.0), 100.0 if high is None else min(high, 100.0)
    if low > high:
        return high, low, [f"the share {share.text!r} has its ends the wrong way round"]
    return (min(low + ROUNDING, high) if _OVER.search(share.text) else low), high, []


def _reasons(edge: Edge) -> list[str]:
    """Why a stake counts on the high figure only."""
    found = []
    if edge.properties.get("stance") == "doubts":
        found.append("only doubted")
    if edge.label == "nominee":
        found.append("held as a nominee")
    if edge.label == "controls":
        found.append("stated as control, not as ownership")
    return found


def _votes(edge: Edge, low: float, high: float) -> tuple[float, float]:
    """The votes: as stated apart from the shares, else as the shares are; what is stated as control is votes."""
    if stated := edge.properties.get("votes"):
        first, _, last = stated.partition("..")
        low, high, wrong = usable(Share(stated, float(first) if first else None, float(last) if last else None))
        return (0.0 if edge.properties.get("stance") == "doubts" or wrong else low), high
    if edge.label == "controls" and edge.share and edge.properties.get("stance") != "doubts":
        low, high, _ = usable(edge.share)
    return low, high


def _cap(found: Sequence[Stake]) -> tuple[list[Stake], list[Problem]]:
    """No stake is larger than the others leave it; where the firm figures exceed 100 %, each may be the wrong one."""
    by_asset: dict[str, list[Stake]] = defaultdict(list)
    for stake in found:
        by_asset[stake.asset].append(stake)
    capped: list[Stake] = []
    problems: list[Problem] = []
    for group in by_asset.values():
        total = sum(s.low for s in group)
        remark: tuple[str, ...] = ()
        if total > 100 + ROUNDING * len(group):
            problems.append(_problem(
                f"the stakes in one company add up to {total:.6g} %", [c for s in group for c in s.claims],
                "each counts from what the others leave of 100 % up to its own figure; find which is wrong or outdated",
            ))  # fmt: skip
            remark = ("the stakes in it exceed 100 %",)
        votes = sum(s.votes_low for s in group)
        capped += [_fit(s, total - s.low, votes - s.votes_low, remark) for s in group]
    return capped, problems


def _fit(stake: Stake, others: float, others_votes: float, remark: tuple[str, ...]) -> Stake:
    low, high = _within(stake.low, stake.high, others)
    votes_low, votes_high = _within(stake.votes_low, stake.votes_high, others_votes)
    return replace(stake, low=low, high=high, votes_low=votes_low, votes_high=votes_high,
                   remarks=(*stake.remarks, *remark))  # fmt: skip


def _within(low: float, high: float, others: float) -> tuple[float, float]:
    left = max(0.0, 100.0 - others)
    return (min(low, left), high) if low > left else (low, max(low, min(high, left)))


def _dates(edge: Edge) -> list[Problem]:
    if not contradictory(period(edge.date, edge.until)):
        return []
    return [_problem(f"it is said to end ({edge.until}) before it begins ({edge.date})", edge.claims,
                     "it counts as of unknown date; correct the claim or reject it")]  # fmt: skip


def _problem(what: str, claims: Sequence[str], advice: str) -> Problem:
    return Problem(what, "claim " + " ".join(dict.fromkeys(claims)), advice, stage="graph", fatal=False)
