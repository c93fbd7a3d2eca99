"""From claims to atoms: all mentions of one document that share a wording, the smallest thing that is ever merged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from primafacie.model import Claim, Filler, digest
from primafacie.resolution.facts import decisive
from primafacie.resolution.naming import Wording, wording
from primafacie.vocabulary.kinds import KINDS

NOT_ENTITIES = frozenset({"means"})
"""Roles that hold words and not entities, beside those whose only type is text."""
FEMALE = frozenset({"wife", "daughter", "mother", "sister", "widow", "niece", "aunt", "granddaughter", "grandmother",
                    "daughter-in-law", "mother-in-law", "sister-in-law", "stepdaughter", "ex-wife"})  # fmt: skip
MALE = frozenset({"husband", "son", "father", "brother", "widower", "nephew", "uncle", "grandson", "grandfather",
                  "son-in-law", "father-in-law", "brother-in-law", "stepson", "ex-husband"})  # fmt: skip
GENDERS = ("female", "male")
REGISTERS = "registers/"
"""Extractor of claims that were rows: their types were stated and not guessed."""


@dataclass(slots=True)
class Atom:
    """One wording in one document. ``family`` is person, body (organization, group or thing), place or unknown."""

    id: str
    source: str
    said: Wording
    family: str
    first: int
    surfaces: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    genders: Counter[str] = field(default_factory=Counter)
    mentions: list[tuple[str, str, int]] = field(default_factory=list)
    voices: set[str] = field(default_factory=set)
    facts: set[tuple[str, str]] = field(default_factory=set)
    """All that the source says of who it is; those that tell namesakes apart are the same for all of an atom."""
    registered: bool = False
    """True where a register names it, which knows a company from a town."""

    @property
    def gender(self) -> str:
        """By title or kinship; empty where nothing tells or tellings clash."""
        return next(iter(self.genders)) if len(self.genders) == 1 else ""


@dataclass(frozen=True, slots=True)
class Mention:
    claim: Claim
    role: str
    position: int
    filler: Filler

    @property
    def address(self) -> str:
        """How a judgement names one mention: "claim:role:position"."""
        return f"{self.claim.id}:{self.role}:{self.position}"


def resolved(kind: str, role: str) -> bool:
    """True where the role is filled by entities; False for posts, offences, purposes, actions, measures and means."""
    spec = KINDS[kind].roles.get(role) if kind in KINDS else None
    return role not in NOT_ENTITIES and (spec is None or spec.types != ("text",))


def mentions(claims: Iterable[Claim]) -> Iterator[Mention]:
    """Every filler that stands for an entity, places included."""
    for claim in claims:
        for role, fillers in claim.roles.items():
            if resolved(claim.kind, role):
                yield from (Mention(claim, role, n, f) for n, f in enumerate(fillers))
        if "place" not in claim.roles:
            yield from (Mention(claim, "place", n, f) for n, f in enumerate(claim.place))


def atoms(claims: Sequence[Claim], apart: frozenset[str] = frozenset()) -> list[Atom]:
    """The atoms of the claims, ordered by id; ``apart`` are addresses of mentions that are atoms by themselves."""
    found: dict[tuple[str, ...], Atom] = {}
    held = list(mentions(claims))
    split = _person_and_place(held)
    for mention in held:
        said = _said(mention)
        key = _key(mention, said, split, apart)
        atom = found.get(key) or found.setdefault(key, Atom(
            digest("entity", *key), mention.claim.source, said, "", _start(mention)))  # fmt: skip
        _add(atom, mention, said)
        if said.owner and (owner := wording(said.owner)).sort == "name":
            # Named only as a possessor: an atom without mentions, so that "A's bank" finds A.
            key = (mention.claim.source, "name", owner.core.casefold(), "")
            found.setdefault(key, Atom(digest("entity", *key), mention.claim.source, owner, "", _start(mention)))
    for claim in claims:
        for words in claim.voices:
            said = wording(words)
            if said.sort == "name":
                key = (claim.source, "name", said.core.casefold(), "")
                atom = found.setdefault(key, Atom(digest("entity", *key), claim.source, said, "", claim.quote.start))
                atom.voices.add(words)
                atom.surfaces[said.core] += 1
                atom.first = min(atom.first, claim.quote.start)
    _families(found.values())
    return sorted(found.values(), key=lambda a: a.id)


def _said(mention: Mention) -> Wording:
    """What the filler says; the words of the text tell "a bank" and "his bank" where the reader keeps only "bank".

    In the column of names of a register stand names, however they are written: "acme trading", "THE OTHER BANK".
    """
    filler = mention.filler
    said = wording(filler.text)
    named_whole = said.sort == "name" and filler.type == "person"  # without "Mr" and the like
    if _registered(mention) and not named_whole and not said.core.startswith("unnamed"):
        return Wording("name", " ".join(filler.text.split()), gender=said.gender)
    if said.sort != "description" or said.owner or said.bound:
        return said
    words = wording(filler.mention)
    if words.sort == "nobody" and words.core == said.core:
        return replace(said, sort="nobody")
    return replace(said, bound=words.bound and words.core == said.core)


def _registered(mention: Mention) -> bool:
    return mention.claim.extractor.startswith(REGISTERS) and mention.filler.type in ("person", "organization", "place")


def _described(filler: Filler, said: Wording) -> str:
    """The words of the text where they are the same but for an article: "a bank" reads better than "bank"."""
    return " ".join(filler.mention.split()) if wording(filler.mention).core == said.core else filler.text


def _start(mention: Mention) -> int:
    return mention.filler.start if mention.filler.start is not None else mention.claim.quote.start


def _key(mention: Mention, said: Wording, split: frozenset[tuple[str, str]], apart: frozenset[str]) -> tuple[str, ...]:
    source, claim = mention.claim.source, mention.claim.id
    if mention.address in apart:
        return "mention", source, mention.address
    if said.sort == "nobody":
        # Two claims read from one phrase speak of the same people.
        at = mention.filler.start
        return "nobody", source, said.core.casefold(), mention.address if at is None else str(at)
    core = said.core.casefold()
    if said.sort == "name":
        place = mention.filler.type == "place" and (source, core) in split
        told = sorted(f"{name} {value}" for name, value in decisive(mention.filler.facts))
        return source, "name", core, "place" if place else "", *told
    where = ""
    if said.bound:
        # "his daughter" of one sentence is not "his daughter" of the next.
        where = str(mention.filler.start) if mention.filler.start is not None else claim
    return source, "description", core, said.owner.casefold(), where


def _person_and_place(held: Iterable[Mention]) -> frozenset[tuple[str, str]]:
    """Wordings that a document uses both for a person and for a place: two things of one name."""
    types: dict[tuple[str, str], set[str]] = defaultdict(set)
    for m in held:
        if m.filler.type in ("person", "place"):
            types[m.claim.source, wording(m.filler.text).core.casefold()].add(m.filler.type)
    return frozenset(key for key, seen in types.items() if len(seen) > 1)


def _add(atom: Atom, mention: Mention, said: Wording) -> None:
    atom.mentions.append((mention.claim.id, mention.role, mention.position))
    atom.surfaces[said.core if said.sort == "name" else _described(mention.filler, said)] += 1
    atom.roles[f"{mention.claim.kind}.{mention.role}"] += 1
    atom.first = min(atom.first, _start(mention))
    kind = mention.filler.type
    if kind is None and mention.claim.kind in KINDS:
        spec = KINDS[mention.claim.kind].roles.get(mention.role)
        kind = "place" if mention.role == "place" else spec.types[0] if spec and len(spec.types) == 1 else None
    if kind:
        atom.types[kind] += 1
    status = (mention.claim.status or "").casefold()
    kin = ("female" if status in FEMALE else "male" if status in MALE else "") if mention.claim.kind == "Family" else ""
    if kin and mention.role == "relative":
        atom.genders[kin] += 1
    if said.gender:
        atom.genders[said.gender] += 1
    atom.facts.update(mention.filler.facts)
    atom.registered = atom.registered or _registered(mention)
    atom.genders.update(value for name, value in mention.filler.facts if name == "gender" and value in GENDERS)


FAMILY: Mapping[str, str] = {"person": "person", "place": "place", "organization": "body", "group": "body",
                             "thing": "body"}  # fmt: skip
PREFERRED = ("person", "place", "body")


def _families(found: Iterable[Atom]) -> None:
    """By the types the reader gave, the most frequent first; unknown where it gave none."""
    for atom in found:
        votes: Counter[str] = Counter()
        for kind, n in atom.types.items():
            votes[FAMILY.get(kind, "")] += n
        votes.pop("", None)
        atom.family = min(votes, key=lambda f: (-votes[f], PREFERRED.index(f))) if votes else "unknown"
