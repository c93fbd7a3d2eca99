"""Blocs: who, with those already won, comes over a threshold in one company after another, until nothing changes.

Majority voting and the 50 % rules are the same fixpoint with other thresholds: the whole stake of every member of the
bloc counts in the next company, and nothing is multiplied.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from primafacie.graph.ownership.stakes import Stake

EPSILON = 1e-6
"""Percent; sums of decimal fractions are not exact in binary."""

Sums = Mapping[str, tuple[float, float]]
"""Company -> low and high percent that the bloc has in it."""


@dataclass(frozen=True, slots=True)
class Threshold:
    percent: float
    or_more: bool
    """True where the threshold itself suffices ("50 % or more"), False for "more than 50 %"."""

    def reached(self, share: float) -> bool:
        return share >= self.percent - EPSILON if self.or_more else share > self.percent + EPSILON


@dataclass(frozen=True, slots=True)
class Bloc:
    """Which companies are won on the low figures (``sure``) and on the high ones (``open``, those sure included)."""

    sure: tuple[str, ...]
    open: tuple[str, ...]
    """Both in the order in which they were won."""
    share: Sums


class Register:
    """The stakes by company. ``votes``: control stated with a figure counts too, beside the shares.

    It may be the votes of the very shares, or of shares held through others that are stakes of their own. So it is not
    added to them on the low figures: the larger of the two counts.
    """

    def __init__(self, stakes: Iterable[Stake], votes: bool = False) -> None:
        self._votes = votes
        self._in: dict[str, list[Stake]] = defaultdict(list)
        self._of: dict[str, list[str]] = defaultdict(list)
        for stake in stakes:
            self._in[stake.asset].append(stake)
            self._of[stake.holder].append(stake.asset)

    def bloc(
        self, members: Collection[str], threshold: Threshold, also: Sequence[tuple[str, str, bool]] = ()
    ) -> Bloc:  # fmt: skip
        """The fixpoint from ``members``. ``also``: who brings which company by other means, and whether surely."""
        sure = self._won(members, threshold, True, [(who, what) for who, what, sure in also if sure])
        open_ = self._won(members, threshold, False, [(who, what) for who, what, _ in also])
        share = {c: (self.share({*members, *sure}, c)[0], self.share({*members, *open_}, c)[1]) for c in open_}
        return Bloc(tuple(sure), tuple(open_), share)

    def share(self, bloc: Collection[str], company: str) -> tuple[float, float]:
        """Low and high percent that the bloc has in the company; the high at most what the others leave it."""
        held = self._in.get(company, ())
        ours = [s for s in held if s.holder in bloc]
        low, high = sum(s.low for s in ours), sum(s.high for s in ours)
        if self._votes:
            low = max([low, *(s.control[0] for s in ours)])
            high = sum(max(s.high, s.control[1]) for s in ours)
        others = sum(s.low for s in held if s.holder not in bloc)
        return min(low, 100.0), max(min(low, 100.0), min(high, 100.0 - others))

    def holders(self, company: str) -> tuple[str, ...]:
        return tuple(s.holder for s in self._in.get(company, ()))

    def _won(
        self, members: Collection[str], threshold: Threshold, low: bool, also: Sequence[tuple[str, str]]
    ) -> list[str]:  # fmt: skip
        bloc = set(members)
        won: list[str] = []
        queue = deque(sorted(bloc))
        while queue:
            member = queue.popleft()
            others = [what for who, what in also if who == member and what not in bloc]
            companies = [c for c in self._of.get(member, ()) if c not in bloc]
            for company in dict.fromkeys([*others, *companies]):
                total = self.share(bloc, company)[0 if low else 1]
                if company in others or threshold.reached(total):
                    bloc.add(company)
                    won.append(company)
                    queue.append(company)
        return won
