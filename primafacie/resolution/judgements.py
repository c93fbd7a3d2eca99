"""Applies what people have judged: the last word on a pair counts, and it goes before anything a machine finds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from primafacie.model import Judgement, Problem
from primafacie.resolution.clusters import Clusters

VERDICTS = ("same", "different", "unsure")
MENTION = re.compile(r"[^:]+:[a-z]+:\d+")
"""The address of one mention: claim, role, position."""


def addresses(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The single mentions that judgements speak of ("claim:role:position"): each becomes an atom by itself."""
    return frozenset(side for j in judgements for side in (j.left, j.right) if MENTION.fullmatch(side))


def of_the_case(judgement: Judgement) -> bool:
    """False for a judgement on an entry of a sanctions list ("ofac:36"): screening listens to that one."""
    return all(":" not in side or MENTION.fullmatch(side) for side in (judgement.left, judgement.right))


def standing(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The last judgement on each pair, newest first. "unsure" takes back what was judged before."""
    last: dict[tuple[str, str], Judgement] = {}
    for j in sorted(judgements, key=lambda j: (j.at, j.id)):
        left, right = sorted((j.left, j.right))
        last[left, right] = j
    return sorted((j for j in last.values() if j.verdict != "unsure"), key=lambda j: (j.at, j.id), reverse=True)


def apply(judgements: Iterable[Judgement], clusters: Clusters, ids: Mapping[str, str]) -> list[Problem]:
    """Joins and keeps apart as judged; ``ids`` maps entity ids and mention addresses to atoms.

    Returns a Problem for a judgement on something the case no longer holds, for one with an unknown verdict, and for a
    "same" that an unbroken chain of other judgements contradicts: the "different" stands.
    """
    problems = []
    pairs = []
    for j in filter(of_the_case, standing(judgements)):
        where = f"judgement {j.id} by {j.by} at {j.at}"
        if j.verdict not in VERDICTS:
            problems.append(_problem(f"unknown verdict “{j.verdict}”", where, f"use one of {', '.join(VERDICTS)}"))
        elif j.left not in ids or j.right not in ids:
            gone = j.left if j.left not in ids else j.right
            problems.append(_problem(f"nothing in the case is called {gone}", where, "judge the entities of now"))
        elif ids[j.left] == ids[j.right]:
            if j.verdict == "different":
                problems.append(_problem("an entity cannot differ from itself", where,
                                         "name the two mentions as claim:role:position"))
        else:
            pairs.append((j, ids[j.left], ids[j.right], where))
    for j, left, right, _ in pairs:
        if j.verdict == "different":
            clusters.keep_apart(left, right)
    for j, left, right, where in pairs:
        if j.verdict == "same" and not clusters.join(left, right, f"judged the same by {j.by} on {j.at[:10]}"):
            problems.append(_problem("judged the same, but kept apart by another judgement", where,
                                     "take back one of the two judgements"))
    return problems


def _problem(what: str, where: str, todo: str) -> Problem:
    return Problem(what, where, todo, stage="resolution", fatal=False)
