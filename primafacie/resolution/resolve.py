"""Resolution: the fillers of all claims become entities, in steps that each say why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from primafacie.model import Claim, Entity, Judgement, Problem, Source
from primafacie.resolution import judgements as judged
from primafacie.resolution.atoms import Atom, atoms
from primafacie.resolution.clusters import Clusters
from primafacie.resolution.entities import entity
from primafacie.resolution.facts import clash, decisive, telling, told_family
from primafacie.resolution.names import Named, bodylike, named
from primafacie.resolution.naming import tokens, wording
from primafacie.resolution.settle import Item, settle

PARTNERS = frozenset({"wife", "husband", "spouse", "mother", "father"})
"""Relatives of whom a person has one at a time: two wordings for one within a document are one person."""
OTHER_NAMES = frozenset({"alias", "previousName"})
"""Facts that are names: a register that gives a company a second one says that they are one."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities, and the same claims with each filler's entity filled in."""

    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    problems: tuple[Problem, ...] = ()


def resolve(sources: Sequence[Source], claims: Sequence[Claim], judgements: Iterable[Judgement]) -> Resolution:
    """Resolves fillers, places and named voices; the order of claims and sources changes nothing.

    What people judged comes first and is never overruled; then, within each document, short forms, acronyms, partners
    and possessors; then names across documents. Unnamed people and things stay within their document, nobody in
    particular within the claim. An entity's id is the smallest of its parts' ids (``properties["parts"]``), all of
    which a later judgement may name, as it may name one mention as "claim:role:position". ``properties["voice"]``
    holds "source words" for each voice it speaks with, ``properties["possessor"]`` the A of "a bank owned by A".
    """
    judgements = tuple(judgements)
    case = _Case(claims, judged.addresses(judgements))
    problems = judged.apply(judgements, case.clusters, case.ids)
    for step in STEPS:
        step(case)
    return case.resolution(claims, problems)


def parts(claims: Iterable[Claim], judgements: Iterable[Judgement]) -> list[Atom]:
    """The smallest things that are merged, one wording in one source each; entities name theirs in properties."""
    return atoms(sorted(claims, key=lambda c: c.id), judged.addresses(judgements))


class _Case:
    """The atoms of a case and what has been found out about them so far."""

    def __init__(self, claims: Sequence[Claim], apart: frozenset[str]) -> None:
        self.claims = sorted(claims, key=lambda c: c.id)
        self.atoms = {a.id: a for a in atoms(self.claims, apart)}
        self.clusters = Clusters(self.atoms, {a.id: told for a in self.atoms.values() if (told := decisive(a.facts))})
        self.at = {mention: a.id for a in self.atoms.values() for mention in a.mentions}
        self.ids = {i: i for i in self.atoms} | {":".join(map(str, m)): a for m, a in self.at.items()}
        self.open: dict[str, str] = {}
        self.names: dict[str, Named] = {}

    def named(self) -> list[Atom]:
        return [a for a in self.atoms.values() if a.said.sort == "name"]

    def by_source(self, found: Iterable[Atom]) -> list[list[Atom]]:
        groups: dict[str, list[Atom]] = defaultdict(list)
        for atom in found:
            groups[atom.source].append(atom)
        return [groups[source] for source in sorted(groups)]

    def join(self, a: str, b: str, why: str) -> bool:
        return self.may_join(a, b) and self.clusters.join(a, b, why)

    def may_join(self, a: str, b: str) -> bool:
        """False where somebody has judged them different, or where dates of birth or numbers speak against it."""
        return self.clusters.may_join(a, b) and not clash(self.clusters.facts(a), self.clusters.facts(b))

    def resolution(self, claims: Sequence[Claim], problems: list[Problem]) -> Resolution:
        entities = []
        entity_of: dict[str, str] = {}
        owners = {a.id: self.possessor(a) for a in self.atoms.values() if a.said.owner}
        for members in self.clusters.sets():
            entity_of.update(dict.fromkeys(members, members[0]))
        for members in self.clusters.sets():
            parts = [self.atoms[m] for m in members]
            if not any(p.mentions or p.voices for p in parts):
                continue
            possessors = sorted({entity_of[o] for m in members if (o := owners.get(m))})
            reasons = [*self.clusters.reasons.get(self.clusters.find(members[0]), ()),
                       *(self.open[m] for m in members if m in self.open)]
            entities.append(entity(parts, possessors, reasons))
        spoken = {e.id for e in entities}
        filled: dict[str, dict[tuple[str, int], str]] = defaultdict(dict)
        for (claim, role, position), atom in self.at.items():
            filled[claim][role, position] = entity_of[atom]
        kept = [_without(e, spoken) for e in entities]
        return Resolution(tuple(kept), tuple(c.with_entities(filled.get(c.id, {})) for c in claims), tuple(problems))

    def possessor(self, atom: Atom) -> str | None:
        owner = wording(atom.said.owner)
        return next((a.id for a in self._wordings.get((atom.source, owner.core.casefold()), ())), None)

    @property
    def _wordings(self) -> dict[tuple[str, str], list[Atom]]:
        if not hasattr(self, "_by_wording"):
            found: dict[tuple[str, str], list[Atom]] = defaultdict(list)
            for atom in self.named():
                found[atom.source, atom.said.core.casefold()].append(atom)
            self._by_wording = found
        return self._by_wording


def _without(e: Entity, known: set[str]) -> Entity:
    """Drops possessors of whom no claim speaks otherwise."""
    owners = tuple(o for o in e.properties.get("possessor", ()) if o in known)
    properties = {k: v for k, v in e.properties.items() if k != "possessor"} | ({"possessor": owners} if owners else {})
    return replace(e, properties=properties)


def families(case: _Case) -> None:
    """Gives a family to the names whose type the reader left open, and reads every name by its family's rules."""
    known: dict[str, set[tuple[str, ...]]] = {"person": set(), "body": set(), "place": set()}
    words: dict[str, set[tuple[str, str]]] = {"person": set(), "body": set(), "place": set()}
    for atom in case.named():
        if atom.family != "unknown":
            parts = tokens(atom.said.core)
            known[atom.family].add(parts)
            words[atom.family].update((atom.source, p) for p in parts)
    stated: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for atom in case.named():
        if atom.registered:
            for one in (atom.said.core, *_other_names(atom)):
                stated[tokens(one)].add(atom.family)
    for atom in case.named():
        told = stated.get(tokens(atom.said.core), set())
        if len(told) == 1 and len(tokens(atom.said.core)) > 1:
            # A name of several words that a register gives to a company is no town's, whatever the words suggest.
            atom.family = next(iter(told))
        if atom.family == "unknown":
            atom.family = told_family(atom.facts) or _guess(atom, known, words)
        if name := named(atom.said.core, atom.family, atom.gender):
            case.names[atom.id] = name


def _other_names(atom: Atom) -> list[str]:
    return sorted(value for key, value in atom.facts if key in OTHER_NAMES)


def _guess(atom: Atom, known: dict[str, set[tuple[str, ...]]], words: dict[str, set[tuple[str, str]]]) -> str:
    parts = tokens(atom.said.core)
    for family in ("person", "body", "place"):
        if parts in known[family]:
            return family
    if len(parts) == 1:
        return next((f for f in ("person", "body", "place") if (atom.source, parts[0]) in words[f]), "body")
    if not atom.mentions and len(parts) > 2:
        # A voice of three words or more is rather an organization: "Human Rights Watch".
        return "body"
    return "body" if bodylike(atom.said.core) or len(parts) > 4 else "person"


def within_documents(case: _Case) -> None:
    """Short forms, initials and spellings within one document; a given name alone counts there too."""
    for group in case.by_source(case.named()):
        items = [Item(a.id, name, a.said.core, telling(a.facts)) for a in group if (name := case.names.get(a.id))]
        _settle(case, items, within=True)


def acronyms(case: _Case) -> None:
    """ "EU" and "European Union": capitals that begin the words of one body of the document, and of one only."""
    for group in case.by_source(a for a in case.named() if a.family == "body"):
        initials: dict[str, list[Atom]] = defaultdict(list)
        for atom in group:
            letters = "".join(w[0] for w in atom.said.core.split() if w[:1].isupper())
            if len(letters) > 1:
                initials[letters].append(atom)
        for atom in group:
            short = atom.said.core.replace(".", "")
            roots = {case.clusters.find(a.id) for a in initials.get(short, ())}
            if short.isupper() and len(roots) == 1 and " " not in short:
                full = initials[short][0]
                case.join(full.id, atom.id, f"the initials of {full.said.core}")


def partners(case: _Case) -> None:
    """Within a document, a person's wife (husband, mother, father) is one person under all her wordings."""
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for claim in case.claims:
        status = (claim.status or "").casefold()
        if claim.kind == "Family" and status in PARTNERS and claim.stance in ("asserts", "doubts"):
            pairs = [(case.at.get((claim.id, "person", p)), case.at.get((claim.id, "relative", r)))
                     for p in range(len(claim.fillers("person"))) for r in range(len(claim.fillers("relative")))]
            for person, relative in pairs:
                if person and relative:
                    found[claim.source, status, case.clusters.find(person)].append(relative)
    for atom in case.atoms.values():
        if atom.said.core in PARTNERS and atom.said.owner and (owner := case.possessor(atom)):
            found[atom.source, atom.said.core, case.clusters.find(owner)].append(atom.id)
    for (_, status, person), relatives in sorted(found.items()):
        named = {case.clusters.find(r) for r in relatives if case.atoms[r].said.sort == "name"}
        if len(named) <= 1:
            for a, b in pairwise(relatives):
                case.join(a, b, f"{status} of {case.atoms[person].said.core or 'one person'}")


def possessors(case: _Case) -> None:
    """ "A's bank" and "a bank owned by A" within a document."""
    found: dict[tuple[str, str, str], list[Atom]] = defaultdict(list)
    for atom in case.atoms.values():
        if atom.said.owner and (owner := case.possessor(atom)):
            found[atom.source, atom.said.core, case.clusters.find(owner)].append(atom)
    for claim in case.claims:
        # "a bank" in the claim that A owns a bank is "a bank owned by A".
        asset, owner = case.at.get((claim.id, "asset", 0)), case.at.get((claim.id, "owner", 0))
        if claim.kind == "Ownership" and asset and owner and case.atoms[asset].said.sort != "name":
            found[claim.source, case.atoms[asset].said.core, case.clusters.find(owner)].append(case.atoms[asset])
    for group in found.values():
        for a, b in pairwise(group):
            case.join(a.id, b.id, "the same description with the same possessor")


def across_documents(case: _Case) -> None:
    """Names across documents: full names, spellings and scripts, initials; a bare surname only to its only bearer."""
    best: dict[str, tuple[Named, Atom]] = {}
    more: dict[str, set[Named]] = defaultdict(set)
    bodies: dict[tuple[str, Named], Atom] = {}
    told: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for atom in case.named():
        name = case.names.get(atom.id)
        root = case.clusters.find(atom.id)
        if atom.facts:
            told[root] |= telling(atom.facts)
        if name is None or name.local or atom.types.get("group", 0) > sum(atom.types.values()) / 2:
            continue
        if atom.family == "body":
            # A body goes by its initials too, wherever a document has explained them.
            for one in (name, *(named(other, "body") for other in _other_names(atom))):
                if one:
                    bodies.setdefault((root, one), atom)
            continue
        more[root].add(name)
        if root not in best or (name.level, atom.id) > (best[root][0].level, best[root][1].id):
            best[root] = name, atom
    found = [*((root, *known) for root, known in best.items()), *((*key, atom) for key, atom in bodies.items())]
    items = [
        Item(root, name, name.read.text, frozenset(told.get(root, ())),
             tuple(sorted(more.get(root, set()) - {name}, key=lambda other: (other.order, other.read.text))))
        for root, name, _ in found
    ]  # fmt: skip
    _settle(case, items, within=False)


def _settle(case: _Case, items: Sequence[Item], within: bool) -> None:
    done = settle(items, case.may_join, within)
    for a, b, why in done.links:
        case.join(a, b, why)
    for atom, why in done.open:
        case.open.setdefault(atom, why)


STEPS = (families, within_documents, acronyms, partners, possessors, across_documents)
"""In order: what a document says of itself comes before what documents say together."""

