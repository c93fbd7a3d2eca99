"""Settles which names are one: fuller names first, then each shorter one goes to its only possible bearer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, groupby, pairwise

from primafacie.resolution.agreement import Agreement, agreement, same
from primafacie.resolution.comparisons.met import DOUBT, OTHER, RIVAL
from primafacie.resolution.facts import NUMBERS, Facts, agree, clash, decisive
from primafacie.resolution.names import Named, keys

UNSURE = (DOUBT, RIVAL)
MOST_SHOWN = 4
"""Names of possible bearers that are told."""


@dataclass(frozen=True, slots=True)
class Item:
    """A set of atoms already known to be one, under a name of it, with what tells its bearer from namesakes."""

    atom: str
    name: Named
    shown: str
    facts: Facts = frozenset()
    more: tuple[Named, ...] = ()
    """Its other names, which may speak against a bearer that fits the first."""


@dataclass(slots=True, eq=False)
class Node:
    """The items of one name (and facts that agree), and, once it is settled, of the shorter names of its bearer."""

    items: list[Item]
    names: list[tuple[Named, str]]
    facts: Facts
    bearer: bool = False
    """True once a level is settled: names that tell less may be its."""

    def asked(self) -> tuple[str, ...]:
        """The keys under which it looks for others."""
        return (*keys(self.name).asked, *self._numbers())

    def filed(self, given: bool) -> tuple[str, ...]:
        """The keys under which names that tell less find it."""
        known = keys(self.name)
        return (*(known.given if given else known.filed), *self._numbers())

    def _numbers(self) -> list[str]:
        return sorted(f"# {name} {value}" for name, value in self.facts if name in NUMBERS) if self.facts else []

    @property
    def name(self) -> Named:
        return self.names[0][0]

    @property
    def shown(self) -> str:
        return self.items[0].shown

    @property
    def atom(self) -> str:
        return self.items[0].atom


@dataclass(frozen=True, slots=True)
class Meeting:
    """Whom a node may be, what speaks for it, and the name of the other that came nearest."""

    other: Node
    said: Agreement
    shown: str


@dataclass(slots=True)
class Settled:
    """``links``: (atom, atom, why). ``open``: atoms left apart because a doubt or two bearers remain, with the reason.
    """

    links: list[tuple[str, str, str]] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)


def settle(items: Sequence[Item], may_join: Callable[[str, str], bool], within: bool = False) -> Settled:
    """Compares only names filed under a common key, so that the work grows with the number of different names.

    Names that tell equally much are settled together, so that nothing depends on which of them comes first. A name
    that fits two bearers who do not fit each other stays apart and is reported in ``open``: nothing is decided by lot.
    ``within``: all items are of one document, where a given name alone is a short form, too.
    """
    table = _Table(may_join, within)
    nodes = _nodes(items)
    for _, level in groupby(nodes, key=lambda node: (node.name.family, node.name.level)):
        table.settle(list(level))
    return table.done


def _nodes(items: Sequence[Item]) -> list[Node]:
    """Items of one and the same name together, the names that tell most first; namesakes whose facts differ apart."""
    groups: dict[Named, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda i: (i.atom, i.shown)):
        groups[item.name].append(item)
    nodes = []
    for name, held in groups.items():
        for group in _namesakes(held) if any(item.facts for item in held) else (held,):
            facts = frozenset[tuple[str, str]]().union(*(item.facts for item in group))
            more = dict.fromkeys((other, other.read.text) for item in group for other in item.more)
            nodes.append(Node(group, [(name, group[0].shown), *more], facts))
    return sorted(nodes, key=lambda node: (node.name.family, node.name.order, node.atom))


def _namesakes(items: list[Item]) -> Iterator[list[Item]]:
    """Those whose facts agree together; those of whom nothing is told apart, for they may be anybody of them."""
    groups: list[tuple[Facts, list[Item]]] = []
    for item in items:
        at = next((n for n, (told, _) in enumerate(groups) if agree(told, item.facts)), None)
        if item.facts and at is None:
            groups.append((item.facts, [item]))
        elif at is not None:
            groups[at] = groups[at][0] | item.facts, [*groups[at][1], item]
    yield from (group for _, group in groups)
    if rest := [item for item in items if not item.facts]:
        yield rest


class _Table:
    """The bearers found so far, filed under the keys of their names."""

    def __init__(self, may_join: Callable[[str, str], bool], within: bool) -> None:
        self.may_join, self.within = may_join, within
        self.filed: dict[str, dict[int, Node]] = defaultdict(dict)
        self.done = Settled()
        self._linked: dict[str, str] = {}

    def settle(self, level: Sequence[Node]) -> None:
        """Names that tell equally much: joins each to the bearer that it alone may have, or to its like."""
        met = self._met(level)
        for node in level:
            if node.facts:
                self._gather(node)
        left: list[Node] = []
        for node in level:
            if rivals := self._torn(met[id(node)], met):
                self._open(node, _or(rivals))
            else:
                left.append(node)
        contested = self._contested(left, met)
        homes: dict[int, Node] = {}
        for node in left:
            if id(node) in contested:
                self._open(node, contested[id(node)])
                continue
            if not node.facts:
                self._gather(node)
            fits = [m for m in met[id(node)] if m.said.one]
            home = next((m for m in fits if m.other.bearer), next((m for m in fits if id(m.other) in homes), None))
            if home:
                homes[id(node)] = self._join(homes.get(id(home.other), home.other), node, home)
            else:
                homes[id(node)] = node
                self._doubt(node, met[id(node)])
        for node in left:
            if id(node) not in contested:
                self._file(node, homes[id(node)])

    def _met(self, level: Sequence[Node]) -> dict[int, list[Meeting]]:
        """Of each node of the level what it may be: bearers found before, and others of the level."""
        met: dict[int, list[Meeting]] = {id(node): [] for node in level}
        here: dict[str, list[Node]] = defaultdict(list)
        for node in level:
            seen: dict[int, Node] = {}
            like: dict[int, Node] = {}
            for key in node.asked():
                if key in self.filed:
                    seen.update(self.filed[key])
                like.update((id(other), other) for other in here[key])
                here[key].append(node)
            met[id(node)] += [m for bearer in seen.values() if (m := self._meet(bearer, node))]
            for other in like.values():
                if other is not node and (m := self._meet(other, node)):
                    met[id(node)].append(m)
                    met[id(other)].append(Meeting(node, m.said, node.shown))
        return met

    def _meet(self, other: Node, node: Node) -> Meeting | None:
        """What speaks for the node's being the other; None where they are not one."""
        if not all(self.may_join(other.atom, item.atom) for item in node.items):
            return None
        genders = {name.gender for name, _ in (*other.names, *node.names)} - {""}
        if len(genders) > 1 or (other.facts and node.facts and clash(decisive(other.facts), decisive(node.facts))):
            return None
        found = Meeting(other, self._agree(other.names[0][0], other, node), other.names[0][1])
        against = found.said.verdict == OTHER and not other.name.bare
        for name, shown in other.names[1:]:
            said = self._agree(name, other, node)
            if (said.one and not found.said.one) or (said.verdict in UNSURE and found.said.verdict == OTHER):
                found = Meeting(other, said, shown)
            against |= said.verdict == OTHER and not name.bare
        if found.said.verdict == OTHER:
            return None
        for name, _ in node.names[1:]:
            said = agreement(other.name, name, other.facts, node.facts, within=self.within)
            against |= said.verdict == OTHER and not name.bare
        against = against and not node.name.bare and not _held(found, other)
        if against or any(_formed(name, node.name) for name, _ in other.names):
            why = "another name of that bearer differs" if found.said.one else found.said.why
            return Meeting(other, replace(found.said, verdict=DOUBT, why=why), found.shown)
        return found

    def _agree(self, name: Named, other: Node, node: Node) -> Agreement:
        return agreement(name, node.name, other.facts, node.facts, within=self.within)

    def _torn(self, found: Sequence[Meeting], met: dict[int, list[Meeting]]) -> list[Node]:
        """The bearers that the node may be, where they are not one."""
        fits = [m.other for m in found if m.said.one]
        fits += [m.other for m in found if m.said.verdict == RIVAL and fits]
        for one, other in combinations(fits, 2):
            if not self._together(one, other, met):
                return fits
        return []

    def _together(self, one: Node, other: Node, met: dict[int, list[Meeting]]) -> bool:
        """True where the two are one bearer, or will be."""
        if self._root(one.atom) == self._root(other.atom):
            return True
        return any(m.other is b and m.said.one for a, b in ((one, other), (other, one)) for m in met.get(id(a), ()))

    def _contested(self, level: Sequence[Node], met: dict[int, list[Meeting]]) -> dict[int, str]:
        """Names that fit one bearer but not each other, "P. A. Kern" and "P. B. Kern" of Petr Kern: node -> why."""
        claimed: dict[int, list[tuple[Node, Meeting]]] = defaultdict(list)
        for node in level:
            for m in met[id(node)]:
                if m.said.one and m.other.bearer:
                    claimed[id(m.other)].append((node, m))
        found: dict[int, str] = {}
        for nodes in claimed.values():
            for (one, m), (other, n) in combinations(nodes, 2):
                if self._together(one, other, met) or not self._apart(one, other, m, n):
                    continue
                for node, rival in ((one, other), (other, one)):
                    found.setdefault(id(node), f"{m.shown}, but so may “{rival.shown}”, which is another")
        return found

    def _apart(self, one: Node, other: Node, m: Meeting, n: Meeting) -> bool:
        if one.name.bare or other.name.bare:
            return len({one.name.gender, other.name.gender} - {""}) > 1
        if clash(one.facts, other.facts) or _formed(one.name, other.name):
            return True
        if _held(m, m.other) and _held(n, n.other):
            return False
        return self._agree(one.name, one, other).verdict == OTHER

    def _gather(self, node: Node) -> None:
        for one, other in pairwise(node.items):
            self.link(one, other, same(one.shown, other.shown))

    def _join(self, home: Node, node: Node, by: Meeting) -> Node:
        for item in node.items:
            self.link(home.items[0], item, by.said.told(by.shown, item.shown))
        home.items.extend(node.items)
        home.names.extend(name for name in node.names if name not in home.names)
        home.facts |= node.facts
        return home

    def _file(self, node: Node, home: Node) -> None:
        home.bearer = True
        for key in node.filed(self.within):
            self.filed[key].setdefault(id(home), home)

    def link(self, one: Item, other: Item, why: str) -> None:
        if self.may_join(one.atom, other.atom):
            self.done.links.append((one.atom, other.atom, why))
            self._linked[self._root(other.atom)] = self._root(one.atom)

    def _root(self, atom: str) -> str:
        while (up := self._linked.get(atom, atom)) != atom:
            atom = up
        return atom

    def _open(self, node: Node, may_be: str) -> None:
        self.done.open.extend((i.atom, f"unresolved, because “{i.shown}” may be {may_be}") for i in node.items)

    def _doubt(self, node: Node, found: Sequence[Meeting]) -> None:
        doubts = {self._root(m.other.atom): f"{m.shown} ({m.said.why})" for m in found if m.said.verdict in UNSURE}
        if doubts:
            self._open(node, " or ".join(_few(sorted(doubts.values()))))


def _held(m: Meeting, other: Node) -> bool:
    """True where each word of a body's name is in the other's fullest name: "ATF" and "ATFBank" of ATF Bank."""
    return m.said.contained[1] and m.shown == other.names[0][1] and other.name.family != "person"


def _formed(one: Named, other: Named) -> bool:
    """True where two bodies have legal forms and none in common."""
    return bool(one.forms and other.forms) and not set(one.forms) & set(other.forms)


def _or(bearers: Sequence[Node]) -> str:
    shown = sorted(dict.fromkeys(b.shown for b in bearers))
    where = "" if len(shown) == len(bearers) else f" ({len(bearers)} bearers)"
    return f"{' or '.join(_few(shown))}{where}"


def _few(shown: list[str]) -> list[str]:
    more = len(shown) - MOST_SHOWN
    return [*shown[:MOST_SHOWN], f"one of {more} others"] if more > 0 else shown
