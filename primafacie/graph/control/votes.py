"""Control by majority of votes: an owner and the companies it controls vote together, until no company is added.

More than half of the votes decide. The stake of a controlled company counts whole, so that control passes down a
pyramid undiluted (La Porta, Lopez-de-Silanes & Shleifer, "Corporate ownership around the world", Journal of Finance
54(2), 1999; the fixpoint in Romei, Ruggieri & Turini, "The layered structure of company share networks", 2015).
"""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.graph.control.bloc import Register, Threshold
from primafacie.graph.control.view import View, percent
from primafacie.model import Control

BASIS = "majority of votes"
MAJORITY = Threshold(50, or_more=False)


def majority_of_votes(view: View) -> Iterator[Control]:
    """One for every holder at whom a chain ends, every person and listed one, and each company in its bloc."""
    register = Register(view.stakes, votes=True)
    for holder in view.holders:
        bloc = register.bloc([holder], MAJORITY)
        chains = view.chains.from_holder(holder, through=bloc.open.__contains__)
        for target in bloc.open:
            sure = target in bloc.sure
            with_ = [view.name(m) for m in register.holders(target) if m in bloc.open]
            notes = [f"votes together with {', '.join(with_)}" if with_ else "",
                     "" if sure else "a majority only on the high figures"]  # fmt: skip
            yield view.control(holder, target, BASIS, percent(*bloc.share[target]), chains.get(target, ()), notes)
