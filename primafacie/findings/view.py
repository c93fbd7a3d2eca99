"""A case as the checks look at it: the claims that count, in reading order, with their entities and voices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from primafacie.model import Claim, Entity, Evidence, Hit, SanctionsList, Source, Standing

if TYPE_CHECKING:
    from primafacie.findings.leaning import Leaning

SAID = ("asserts", "doubts")
"""Stances with which a voice puts a statement forward; the others deny it, ask about it or wish for it."""


ASKING = ("question", "q", "interviewer", "host", "moderator")
"""Labels under which a transcript prints whoever asks."""


@dataclass(frozen=True, slots=True)
class Voice:
    """The innermost voice of a claim: the one on whose word it stands.

    ``key`` is the same for all spellings of one named voice in the whole case. An unnamed voice ("a witness") has a
    key of its own in each document, since nothing shows that two of them are one, nor that they are two.
    """

    key: str
    name: str
    named: bool


class View:
    """What a case holds, indexed for the checks. Rejected claims are left out: the analyst has decided on them."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self.sources: Mapping[str, Source] = {s.id: s for s in evidence.sources}
        self.entities: Mapping[str, Entity] = {e.id: e for e in evidence.entities}
        order = {s.id: n for n, s in enumerate(evidence.sources)}
        self.claims: tuple[Claim, ...] = tuple(sorted(
            (c for c in evidence.claims if c.review != "rejected"),
            key=lambda c: (order.get(c.source, len(order)), c.source, c.quote.start, c.quote.end, c.kind, c.id),
        ))  # fmt: skip
        self.rank = {c.id: n for n, c in enumerate(self.claims)}
        self._kinds: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            self._kinds[claim.kind].append(claim)
        self.lists: Mapping[str, SanctionsList] = {edition.key: edition for edition in evidence.lists}
        self.hits: Mapping[str, Hit] = {hit.id: hit for hit in evidence.hits}
        self.standings: dict[str, list[Standing]] = defaultdict(list)
        for standing in evidence.standings:
            self.standings[standing.entity].append(standing)
        self._voices: dict[tuple[str, str], Entity] = {}
        for entity in evidence.entities:
            for spoken in entity.properties.get("voice", ()):
                source, _, words = spoken.partition(" ")
                self._voices[source, words] = entity

    def of(self, *kinds: str, stances: Iterable[str] = SAID) -> list[Claim]:
        """The claims of these kinds and stances, in reading order."""
        wanted = frozenset(stances)
        found = [c for kind in kinds for c in self._kinds[kind] if c.stance in wanted]
        return found if len(kinds) == 1 else sorted(found, key=lambda c: self.rank[c.id])

    def ordered(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The ids of the claims, each once, in reading order."""
        return tuple(sorted({c.id for c in claims}, key=self.rank.__getitem__))

    def ids(self, claim: Claim, *roles: str) -> tuple[str, ...]:
        """The entities that fill the roles ("place" is one), each once, in order."""
        fillers = [f for role in roles for f in (claim.place if role == "place" else claim.roles.get(role, ()))]
        if "place" in roles:
            fillers.extend(claim.roles.get("place", ()))
        return tuple(dict.fromkeys(f.entity for f in fillers if f.entity))

    def name(self, entity: str) -> str:
        return self.entities[entity].name if entity in self.entities else "somebody"

    def names(self, entities: Iterable[str]) -> str:
        """"A, B and C"; "nobody named" where there is none."""
        return listed([self.name(e) for e in entities]) or "nobody named"

    def naming(self, entity: str) -> list[Claim]:
        """The claims that speak of the entity in any role, in reading order."""
        found = self.entities.get(entity)
        places = {self.rank[claim] for claim, _, _ in found.mentions if claim in self.rank} if found else set()
        return [self.claims[place] for place in sorted(places)]

    def named(self, entity: str) -> bool:
        """True for whoever and whatever goes by a name; "a bank" and "some people" do not."""
        found = self.entities.get(entity)
        return found is not None and "name" in found.properties.get("sort", ("name",))

    def voice(self, claim: Claim, position: int = -1) -> Voice:
        """The voice at that position of the chain; the innermost one where none is given."""
        if not claim.voices:
            return Voice(f"document {claim.source}", "the document", False)
        words = claim.voices[position]
        entity = self._voices.get((claim.source, words))
        if entity:
            return Voice(entity.id, entity.name, True)
        key = " ".join(words.casefold().split())
        if key == "author":
            return Voice(f"author {claim.source}", f"the author of {self._called(claim.source)}", False)
        if key in ASKING:
            return Voice(f"interviewer {claim.source}", f"the interviewer of {self._called(claim.source)}", False)
        if any(w[0].isupper() for w in words.split()[1:]):
            return Voice(f"name {key}", words, True)
        return Voice(f"unnamed {claim.source} {key}", words, False)

    def _called(self, source: str) -> str:
        """A document by its title, else its file name."""
        found = self.sources.get(source)
        return quoted(found.title or found.name) if found else "the document"

    def hearsay(self, claim: Claim) -> bool:
        """True where the voice that says it is quoted by another one, or has no name."""
        return len(claim.voices) > 1 or not self.voice(claim).named

    def attribution(self, claim: Claim) -> str:
        """Who says so, to stand before "that": 'A says', 'A, citing "a witness", says'."""
        outer = self.voice(claim, 0).name if claim.voices else "the document"
        inner = [self.voice(claim, i) for i in range(1, len(claim.voices))]
        cited = "".join(f", citing {v.name if v.named else quoted(v.name)}" for v in inner)
        verb = "says" if claim.stance != "doubts" else "says, as something not certain,"
        return f"{outer}{cited}{',' if cited else ''} {verb}"

    @cached_property
    def relays(self) -> Mapping[str, frozenset[tuple[str, str]]]:
        """Per source, the pairs (teller, told of): one quotes the other there, asks him, or wrote the text."""
        asking: dict[str, set[str]] = defaultdict(set)
        for source in self.evidence.sources:
            if source.author:
                asking[source.id].add(source.author)
        for passage in self.evidence.passages:
            if passage.role == "question" and passage.speaker:
                asking[passage.source].add(passage.speaker)
        heard: dict[str, dict[str, str]] = defaultdict(dict)
        pairs: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for claim in self.claims:
            chain = [self.voice(claim, i).key for i in range(len(claim.voices))]
            heard[claim.source].update(zip(chain, claim.voices, strict=True))
            pairs[claim.source].update((a, b) for n, a in enumerate(chain) for b in chain[n + 1:] if a != b)
        for where, voices in heard.items():
            tellers = {key for key, words in voices.items() if words in asking[where]}
            pairs[where].update((a, b) for a in tellers for b in voices if b not in tellers)
        return {where: frozenset(found) for where, found in pairs.items()}

    def by_author(self, claim: Claim) -> bool:
        """True where nobody but the author of the document says it."""
        source = self.sources.get(claim.source)
        voice = claim.voices[-1] if claim.voices else "author"
        return voice.casefold() == "author" or bool(source and source.author and voice == source.author)

    @cached_property
    def leanings(self) -> tuple[Leaning, ...]:
        """Which document only repeats a voice of another."""
        from primafacie.findings.leaning import leanings

        return leanings(self)

    @cached_property
    def _leaning_on(self) -> Mapping[str, frozenset[str]]:
        """Per document, the keys of the voices of other documents that it leans on."""
        found: dict[str, set[str]] = defaultdict(set)
        for leaning in self.leanings:
            found[leaning.source].add(leaning.voice)
        return {source: frozenset(keys) for source, keys in found.items()}

    def roots(self, claims: Iterable[Claim]) -> tuple[Voice, ...]:
        """The voices on which the claims independently stand, in reading order.

        A voice counts once however many documents carry it. Who asks or quotes another in the same document is not
        independent of the one asked or quoted: beside that one's word, the teller's own adds no root. Nor does the
        word of an author whose document repeats what a voice of another document says.
        """
        by_source: dict[str, dict[str, Voice]] = defaultdict(dict)
        held = sorted(claims, key=lambda c: self.rank[c.id])
        heard = {self.voice(claim).key for claim in held}
        for claim in held:
            if self.by_author(claim) and self._leaning_on.get(claim.source, frozenset()) & heard:
                continue
            voice = self.voice(claim)
            by_source[claim.source].setdefault(voice.key, voice)
        roots: dict[str, Voice] = {}
        for source, voices in by_source.items():
            pairs = self.relays.get(source, frozenset())
            kept = [v for v in voices.values() if not any((v.key, other) in pairs for other in voices)]
            for voice in kept or list(voices.values())[:1]:
                roots.setdefault(voice.key, voice)
        return tuple(roots.values())


def quoted(text: str) -> str:
    return f"“{text}”"


def listed(items: Iterable[str]) -> str:
    """"A, B and C"."""
    parts = list(dict.fromkeys(items))
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""
