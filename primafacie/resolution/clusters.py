"""Which atoms are one: a union that keeps apart what a person has judged different."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from primafacie.resolution.facts import Facts


class Clusters:
    """Disjoint sets of atoms with pairs that must never meet, and the reason of every union.

    ``join`` refuses (returns False) where it would bring such a pair into one set, however long the way between them.
    """

    def __init__(self, members: Iterable[str], facts: Mapping[str, Facts] | None = None) -> None:
        self._parent = {m: m for m in members}
        self._members: dict[str, list[str]] = {m: [m] for m in self._parent}
        self._apart: dict[str, set[str]] = defaultdict(set)
        self._facts: dict[str, Facts] = dict(facts or {})
        self.reasons: dict[str, list[str]] = defaultdict(list)

    def find(self, member: str) -> str:
        root = member
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[member] != root:
            self._parent[member], member = root, self._parent[member]
        return root

    def facts(self, member: str) -> Facts:
        """All that tells the set of the member from its namesakes."""
        return self._facts.get(self.find(member), frozenset())

    def keep_apart(self, a: str, b: str) -> None:
        one, other = self.find(a), self.find(b)
        self._apart[one].add(other)
        self._apart[other].add(one)

    def may_join(self, a: str, b: str) -> bool:
        return self.find(b) not in self._apart.get(self.find(a), ())

    def join(self, a: str, b: str, why: str) -> bool:
        one, other = self.find(a), self.find(b)
        if one == other:
            return True
        if other in self._apart.get(one, ()):
            return False
        if (len(self._members[one]), other) < (len(self._members[other]), one):
            one, other = other, one
        self._parent[other] = one
        self._members[one].extend(self._members.pop(other))
        if told := self._facts.pop(other, None):
            self._facts[one] = self._facts.get(one, frozenset()) | told
        for enemy in self._apart.pop(other, ()):
            self._apart[enemy].discard(other)
            self._apart[enemy].add(one)
            self._apart[one].add(enemy)
        self.reasons[one].extend([*self.reasons.pop(other, ()), why])
        return True

    def sets(self) -> list[list[str]]:
        """The sets, each sorted, in the order of their first members."""
        return sorted(sorted(m) for m in self._members.values())
