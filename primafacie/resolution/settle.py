"""Settles which names are one: fuller names first, then each shorter one goes to its only possible bearer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from primafacie.resolution.comparisons import BodyName, PersonName, PlaceName
from primafacie.resolution.facts import Facts, agree, clash

Name = PersonName | BodyName | PlaceName


@dataclass(frozen=True, slots=True)
class Item:
    """A set of atoms already known to be one, under the name that tells most about it."""

    atom: str
    name: Name
    shown: str
    facts: Facts = frozenset()


@dataclass(slots=True)
class Bearer:
    items: list[Item]
    names: list[Name]
    facts: Facts = frozenset()


@dataclass(slots=True)
class Settled:
    """``links``: (atom, atom, why). ``open``: atoms left apart because two bearers remain, with the reason."""

    links: list[tuple[str, str, str]] = field(default_factory=list)
    open: list[tuple[str, str]] = field(default_factory=list)


def settle(items: Sequence[Item], may_join: Callable[[str, str], bool], given: bool = False) -> Settled:
    """Compares only names filed under a common key, so that the work grows with the number of different names.

    ``given``: a given name alone counts as a short form too (within one document). A name that fits two bearers who
    do not fit each other stays apart and is reported in ``open``: nothing is decided by lot.
    """
    done = Settled()
    filed: dict[str, list[Bearer]] = defaultdict(list)
    for name, group, rivals in _by_name(items):
        facts = frozenset[tuple[str, str]]().union(*(item.facts for item in group))
        candidates = [b for b in _candidates(filed, name, given) if _fits(b.names, name) and not clash(b.facts, facts)
                      and all(may_join(b.items[0].atom, item.atom) for item in group)]
        if rivals and facts:
            # Of several namesakes each could be the bearer of whom nothing is told: none is taken for him.
            candidates = [b for b in candidates if agree(b.facts, facts)]
        if candidates and len({b.items[0].atom for b in candidates}) == 1:
            bearer = candidates[0]
            first = bearer.items[0]
            why = first.name.reason(name)  # type: ignore[arg-type]
            done.links.extend((first.atom, i.atom, f"{why}: {first.shown}, {i.shown}") for i in group)
            bearer.items.extend(group)
            bearer.names.append(name)
            bearer.facts |= facts
        elif candidates:
            shown = sorted(dict.fromkeys(b.items[0].shown for b in candidates))
            where = "" if len(shown) == len(candidates) else f" ({len(candidates)} bearers)"
            may_be = f"{' or '.join(shown)}{where}"
            done.open.extend((i.atom, f"unresolved, because “{i.shown}” may be {may_be}") for i in group)
            continue
        else:
            bearer = Bearer(list(group), [name], facts)
            for link in pairwise(group):
                if may_join(link[0].atom, link[1].atom):
                    done.links.append((link[0].atom, link[1].atom, f"the same name: {link[0].shown}"))
        for key in (*name.filed(), *(name.given() if given else ())):
            if bearer not in filed[key]:
                filed[key].append(bearer)
    return done


def _by_name(items: Sequence[Item]) -> Iterator[tuple[Name, list[Item], bool]]:
    """Items of one and the same name together, the names that tell most first; namesakes apart, and whether it has any.
    """
    groups: dict[Name, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda i: i.atom):
        groups[item.name].append(item)
    order: list[Name] = sorted(groups, key=lambda n: (tuple(-int(v) for v in n.level), n.parts, repr(n)))
    for name in order:
        apart = list(_namesakes(groups[name]))
        for group in apart:
            yield name, group, sum(bool(items[0].facts) for items in apart) > 1


def _namesakes(items: list[Item]) -> Iterator[list[Item]]:
    """Those whose facts agree together; those of whom nothing is told last, for they may be anybody of them."""
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


def _candidates(filed: dict[str, list[Bearer]], name: Name, given: bool) -> list[Bearer]:
    # A name of two words is looked up under both of them together: under the surname alone half a town would answer.
    keys = [k for k in name.filed() if name.bare or not k.startswith("one ")]
    seen: dict[int, Bearer] = {}
    for key in keys:
        for bearer in filed.get(key, ()):
            seen.setdefault(id(bearer), bearer)
    return list(seen.values())


def _fits(names: Sequence[Name], name: Name) -> bool:
    """True where one of the bearer's names is the same and none is another's; "Arvid" and "Solberg" may be one's."""
    same = [a.same(name) for a in names if type(a) is type(name)]  # type: ignore[arg-type]
    other = [a for a, fits in zip(names, same, strict=True) if not fits]
    return any(same) and all(a.bare and name.bare and a.agrees(name) for a in other)  # type: ignore[arg-type]
