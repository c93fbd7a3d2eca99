"""What the listed own by the rules of OFAC, the EU and the UK, and what they control by those of the EU and the UK.

Each rule is a fixpoint: whole stakes of the listed, and of what is owned by the rule already, add up; nothing is
multiplied. Control without ownership never counts for OFAC (FAQ 398); the EU and the UK ask for it beside ownership.
"""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.graph.control.bloc import Bloc, Register
from primafacie.graph.control.rules import EU, OVER_HALF, UK, Rule, in_force
from primafacie.graph.control.view import View, percent
from primafacie.graph.ownership.paths import Chains
from primafacie.graph.ownership.stakes import Stake
from primafacie.model import Control, Share

CONTROL = {EU: "EU control", UK: "UK control"}


def owned_by_the_listed(view: View) -> Iterator[Control]:
    """One for every rule in force, listed holder and company: a holder's row stands on the holder's own chains."""
    listed = [b for b in view.blocked if any(s.holder == b for s in view.stakes)]
    for rule in in_force(view.as_of):
        register = Register(view.stakes, rule.votes)
        for members in [listed] if rule.together and listed else [[b] for b in listed]:
            yield from _owned(view, rule, register.bloc(members, rule.threshold), members)


def _owned(view: View, rule: Rule, bloc: Bloc, members: list[str]) -> Iterator[Control]:
    new = [target for target in bloc.open if target not in view.blocked]
    chains = {m: view.chains.from_holder(m, through=bloc.open.__contains__) for m in members}
    words = "50 % or more" if rule.threshold.or_more else "more than 50 %"
    for target in new:
        owners = [m for m in members if target in chains[m]]
        for holder in owners:
            others = [view.name(o) for o in owners if o != holder]
            notes = [
                f"{words} on the low figures" if target in bloc.sure else f"could be {words} on the high figures only",
                f"together with {', '.join(others)}" if others else "",
            ]
            yield view.control(holder, target, rule.basis, percent(*bloc.share[target]), chains[holder][target], notes)


def controlled_by_the_listed(view: View) -> Iterator[Control]:
    """EU and UK: a majority of votes, or control that somebody states, alone or one after the other along a chain.

    The further criteria (appointing the board, dominant influence, the wishes that are followed) need a person's
    judgement; a claim that says "controls" is all of them that can be read from a text.
    """
    stated = tuple((edge.source, edge.target, sure) for edge, sure in view.stated)
    ties = tuple(Stake(e.source, e.target, 0.0, 100.0, (e.id,), e.claims) for e, _ in view.stated)
    register = Register(view.stakes, votes=True)
    ways = Chains((*view.stakes, *ties))
    bases = [CONTROL[rule.basis] for rule in in_force(view.as_of) if rule.basis in CONTROL]
    for holder in view.blocked:
        bloc, plain = register.bloc([holder], OVER_HALF, also=stated), register.bloc([holder], OVER_HALF)
        chains = ways.from_holder(holder, through=bloc.open.__contains__)
        for target in bloc.open:
            if target in view.blocked:
                continue
            told = [e for e, _ in view.stated if e.target == target and e.source in {holder, *bloc.open}]
            share, notes = _grounds(view, bloc, target, bool(told))
            # For the UK a majority of the votes is ownership already: only what is stated goes beyond it.
            known = target in (plain.sure if target in bloc.sure else plain.open)
            for basis in [b for b in bases if not (known and b == CONTROL[UK])]:
                yield view.control(holder, target, basis, share, chains.get(target, ()), notes)


def _grounds(view: View, bloc: Bloc, target: str, told: bool) -> tuple[Share | None, list[str]]:
    """The votes where there are any, and the words for what the control rests on."""
    low, high = bloc.share[target]
    votes = OVER_HALF.reached(high)
    if not votes:
        return None, ["control as stated, no figure" if target in bloc.sure else "control as stated, not firmly"]
    sure = OVER_HALF.reached(low)
    notes = ["a majority of votes" if sure else "a majority of votes on the high figures only"]
    return percent(low, high), [*notes, *(["and control as stated"] if told else [])]
