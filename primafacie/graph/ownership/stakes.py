"""Stakes as of a day: who holds what of what, in percent from low to high, and what is wrong with the figures.

Low is what the case firmly says, high what it leaves possible. A stake whose share nobody states is 0 to 100, never 0;
"a majority" begins just above 50. What is only doubted, may not have been held on the day, or is held as a nominee
counts on the high figure alone.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from primafacie.graph.time import Holding, held, holdings
from primafacie.model import Edge, Problem, Share
from primafacie.values.intervals import Answer, certainly, contradictory, period

CONTROLS = "controls"
"""The label of an edge that states control."""
ROUNDING = 0.01
"""Percent by which a stated share may miss through rounding; so many stakes may together reach so much over 100."""
_OVER = re.compile(
    r"\bmajorit|\b(?:more|greater) than\b|\b(?:over|above|exceeding)\b|\bbulk\b|>|\bболее\b|\bсвыше\b|\bбольш", re.I
)
"""Words by which the low figure itself is not reached: "more than half" is more than 50, "at least half" is not."""


@dataclass(frozen=True, slots=True)
class Stake:
    """What one holder has of one asset, in percent, 0 <= low <= high <= 100."""

    holder: str
    asset: str
    low: float
    high: float
    edges: tuple[str, ...]
    """Edge ids, the one that began last first."""
    claims: tuple[str, ...]
    control: tuple[float, float] = (0.0, 0.0)
    """Low and high of the votes, where somebody states control with a figure: instead of the shares or beside them."""
    remarks: tuple[str, ...] = ()
    """Why low and high differ, or what else has to be known: "share not stated", "only doubted"…"""


def stakes(
    edges: Sequence[Edge], as_of: str | None, names: Mapping[str, str] = MappingProxyType({})
) -> tuple[tuple[Stake, ...], tuple[Problem, ...]]:  # fmt: skip
    """The stakes that may have been held on the day, by holder and asset, and every figure or date that cannot be.

    Problems call entities by their ``names``, or by their ids where they have none.

    A problem never stops the rest: a share that cannot be is taken for unknown, a date that cannot be for unstated,
    stakes that exceed 100 % together each for as much as the others leave to it.
    """
    told = holdings(edges)
    owned = _figures(held((h for h in told if h.edge.label != CONTROLS), as_of), names)
    # Control without a figure is no stake, and is never made one.
    controlled = _figures(held((h for h in told if h.edge.label == CONTROLS and h.share), as_of), names)
    problems = [p for edge in edges for p in _dates(edge, names)]
    found: list[Stake] = []
    for pair in sorted({*owned, *controlled}):
        figures = [f[pair] for f in (owned, controlled) if pair in f]
        stake = _stake(*pair, owned.get(pair), controlled.get(pair))
        problems += [p for f in figures for p in f.problems]
        if stake.holder == stake.asset:
            own = names.get(stake.asset, stake.asset)
            problems.append(_problem(f"{own} is said to hold shares of itself", stake.claims,
                                     "they carry no ownership and are left out; check who is meant"))  # fmt: skip
        else:
            found.append(stake)
    capped, over = _cap(found, names)
    return tuple(capped), tuple(dict.fromkeys([*problems, *over]))


@dataclass(frozen=True, slots=True)
class _Figure:
    """What the statements in force come to."""

    low: float
    high: float
    edges: tuple[str, ...]
    claims: tuple[str, ...]
    remarks: tuple[str, ...]
    problems: tuple[Problem, ...]


def _figures(
    standing: Mapping[tuple[str, str], tuple[tuple[Holding, ...], Answer]], names: Mapping[str, str]
) -> dict[tuple[str, str], _Figure]:  # fmt: skip
    return {
        (holder, asset): _figure(found, answer, f"{names.get(holder, holder)} in {names.get(asset, asset)}")
        for (holder, asset), (found, answer) in standing.items()
    }


def _figure(standing: tuple[Holding, ...], answer: Answer, whose: str) -> _Figure:
    problems: list[Problem] = []
    lows, highs, remarks = [], [], []
    for edge, share in ((h.edge, h.share) for h in standing):
        low, high, wrong = usable(share)
        advice = f"the stake counts as {low:g} to {high:g} %; correct or reject the claim"
        problems += [_problem(f"{whose}: {w}", edge.claims, advice) for w in wrong]
        if share is None:
            remarks.append("share not stated")
            if edge.properties.get("register"):  # prose seldom states one; a register ought to
                unstated = f"{whose}: no share is stated"
                problems.append(_problem(unstated, edge.claims, "it counts as anything from 0 to 100 %"))
        if reasons := _reasons(edge):
            remarks += reasons
            low = 0.0
        lows.append(low)
        highs.append(high)
        if edge.properties.get("against"):
            remarks.append("denied by others")
    if len(set(zip(lows, highs, strict=True))) > 1:
        remarks.append("statements differ")
    if not certainly(answer):
        remarks.append("not certainly held on that day")
        lows.append(0.0)
    return _Figure(min(lows), max(highs), tuple(dict.fromkeys(h.edge.id for h in standing)),
                   tuple(dict.fromkeys(c for h in standing for c in h.edge.claims)),
                   tuple(dict.fromkeys(remarks)), tuple(problems))  # fmt: skip


def _stake(holder: str, asset: str, owned: _Figure | None, controlled: _Figure | None) -> Stake:
    """Control with a figure is votes; as ownership it is possible where nobody says what is owned."""
    both = [f for f in (owned, controlled) if f]
    edges, claims, remarks = (tuple(dict.fromkeys(x for f in both for x in getattr(f, name)))
                              for name in ("edges", "claims", "remarks"))  # fmt: skip
    control = (controlled.low, controlled.high) if controlled else (0.0, 0.0)
    if owned:
        return Stake(holder, asset, owned.low, owned.high, edges, claims, control, remarks)
    return Stake(holder, asset, 0.0, control[1], edges, claims, control,
                 (*remarks, "stated as control, not as ownership"))  # fmt: skip


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
    return [*(["only doubted"] if edge.properties.get("stance") == "doubts" else []),
            *(["held as a nominee"] if edge.label == "nominee" else [])]  # fmt: skip


def _cap(found: Sequence[Stake], names: Mapping[str, str]) -> tuple[list[Stake], list[Problem]]:
    """No stake is larger than the others leave it; where the firm figures exceed 100 %, each may be the wrong one."""
    by_asset: dict[str, list[Stake]] = defaultdict(list)
    for stake in found:
        by_asset[stake.asset].append(stake)
    capped: list[Stake] = []
    problems: list[Problem] = []
    for asset, group in by_asset.items():
        total = sum(s.low for s in group)
        remark: tuple[str, ...] = ()
        if total > 100 + ROUNDING * len(group):
            problems.append(_problem(
                f"the stakes in {names.get(asset, asset)} add up to {total:.6g} %",
                [c for s in group for c in s.claims],
                "each counts from what the others leave of 100 % up to its own figure; find which is wrong or outdated",
            ))  # fmt: skip
            remark = ("the stakes in it exceed 100 %",)
        capped += [_fit(s, total - s.low, remark) for s in group]
    return capped, problems


def _fit(stake: Stake, others: float, remark: tuple[str, ...]) -> Stake:
    left = max(0.0, 100.0 - others)
    low, high = (left, stake.high) if stake.low > left else (stake.low, max(stake.low, min(stake.high, left)))
    return replace(stake, low=low, high=high, remarks=(*stake.remarks, *remark))


def _dates(edge: Edge, names: Mapping[str, str]) -> list[Problem]:
    if not contradictory(period(edge.date, edge.until)):
        return []
    told = f"{names.get(edge.source, edge.source)} – {edge.label} – {names.get(edge.target, edge.target)}"
    return [_problem(f"{told}: it is said to end ({edge.until}) before it begins ({edge.date})", edge.claims,
                     "it counts as of unknown date; correct the claim or reject it")]  # fmt: skip


def _problem(what: str, claims: Sequence[str], advice: str) -> Problem:
    return Problem(what, "claim " + " ".join(dict.fromkeys(claims)), advice, stage="graph", fatal=False)
