"""The mentions of a parse, as the claim readers ask for them: extent, type, number and the fullest name known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Token

from primafacie.claims.parsing import Parsed

from .anaphora import FORMS, Anaphora, Candidate
from .descriptions import Descriptions
from .directory import Directory, Entry
from .lexicon import english
from .phrases import ARTICLES, PRONOUN_TAGS, Phrases
from .view import View

FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves"})
SECOND = frozenset({"you", "your", "yours", "yourself", "yourselves"})
SEVERAL = frozenset(
    {"we", "us", "our", "ours", "ourselves", "they", "them", "their", "theirs", "themselves", "these", "those"}
)
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
SOMEBODY = frozenset({"who", "whom", "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody"})
Speakers = Callable[[int], tuple[str | None, str | None]]


@dataclass(frozen=True, slots=True)
class Mention:
    """What a noun phrase or pronoun stands for.

    ``head`` is the token index of its head; ``start`` and ``end`` (exclusive) take in determiner and modifiers but no
    relative clause or apposition. ``text`` is the name as understood: the fullest one the document gives for what a
    pronoun, "the bank" or a bare surname takes up, else the words without a leading article. ``words`` is the verbatim
    slice of the source. ``type`` is person, organization, group, place, thing, event, money, time or None; ``number``
    is singular or plural; ``named`` is True where ``text`` is a proper name.
    """

    head: int
    start: int
    end: int
    text: str
    words: str
    type: str | None
    number: str
    named: bool


class Mentions:
    """The mentions of one parse. ``speakers(i)`` names whoever says "I" at token i and whoever "you" is there."""

    def __init__(self, parsed: Parsed, speakers: Speakers) -> None:
        lexicon = english()
        self.parsed, self.speakers = parsed, speakers
        self.view = View(parsed)
        self.directory = Directory(self.view, lexicon)
        self.phrases = Phrases(self.view, lexicon, self.directory)
        self.anaphora = Anaphora(self.view, lexicon, self.directory, self.phrases, self._present, self._named_by)
        self.descriptions = Descriptions(self.view, lexicon, self.directory, self.phrases, self._whose)
        self._known: dict[int, Mention] = {}
        self._asked: set[int] = set()
        self._described: dict[int, Entry | None] = {}

    def at(self, token: Token) -> Mention:
        """The mention of the phrase that the token heads, or of the name it is part of; pronouns resolved."""
        return self._at(token.i)

    def conjuncts(self, token: Token) -> tuple[Mention, ...]:
        """The phrase and what is coordinated with it, in order; for "they" the members that it takes up."""
        i = token.i
        if self.view.tag[i] in PRONOUN_TAGS:
            found = self._taken_up(i)
            if found is not None and len(found.members) > 1:
                return tuple(self._at(member) for member in found.members)
        return tuple(self._at(head) for head in self.phrases.coordinated(i))

    def type_of(self, token: Token) -> str | None:
        return self._at(token.i).type

    def antecedent(self, token: Token) -> Mention | None:
        """The earlier (or announced) mention that a pronoun or definite description takes up."""
        i = self.phrases.center(token.i)
        if self.view.tag[i] in PRONOUN_TAGS or self.view.lower[i] in RELATIVE:
            found = self._taken_up(i)
            return None if found is None or found.head == i else self._at(found.head)
        entry = self._description(i)
        if entry is None:
            return None
        before = [place for place in entry.places if place < i]
        return self._at(before[-1] if before else entry.places[0])

    def _at(self, i: int) -> Mention:
        i = self.phrases.center(i)
        if i not in self._known:
            if i in self._asked:
                return self._plain(i)
            self._asked.add(i)
            try:
                self._known[i] = self._pronoun(i) if self._is_pronoun(i) else self._phrase(i)
            finally:
                self._asked.discard(i)
        return self._known[i]

    def _is_pronoun(self, i: int) -> bool:
        tag, lower = self.view.tag[i], self.view.lower[i]
        spoken = lower in FIRST or lower in SECOND
        return tag in PRONOUN_TAGS or (spoken and not tag.startswith("NN") and not self.view.text[i].isupper())

    def _plain(self, i: int) -> Mention:
        """The words themselves."""
        start, end = self.phrases.extent(i)
        words = self.parsed.text(start, end - 1)
        number = "plural" if self.phrases.plural(i) or self.view.lower[i] in SEVERAL else "singular"
        return Mention(i, start, end, bare(words), words, self.phrases.type(i), number, False)

    def _pronoun(self, i: int) -> Mention:
        lower = self.view.lower[i]
        words = self.parsed.text(i, i)
        number = "plural" if lower in SEVERAL else "singular"
        if lower in FIRST or lower in SECOND:
            name = self._speaker(i, lower in SECOND)
            entry = self.directory.find(name) if name else None
            kind = entry.type if entry else "person" if name or number == "singular" else "group"
            return Mention(i, i, i + 1, entry.text if entry else name or words, words, kind, number, bool(name))
        found = self._taken_up(i)
        if found is None:
            person = lower in SOMEBODY or FORMS.get(lower) in ("male", "female")
            return Mention(i, i, i + 1, words, words, "person" if person else None, number, False)
        members = list({m.text: m for m in map(self._at, found.members)}.values())
        number = "plural" if len(members) > 1 else number if lower in FORMS else members[0].number
        text = (
            members[0].text
            if len(members) == 1
            else ", ".join(m.text for m in members[:-1]) + " and " + members[-1].text
        )
        kind = members[0].type
        if kind is None and (lower in SOMEBODY or FORMS.get(lower) in ("male", "female")):
            kind = "person"
        return Mention(i, i, i + 1, text, words, kind, number, all(m.named for m in members))

    def _taken_up(self, i: int) -> Candidate | None:
        """What a third-person or relative pronoun takes up."""
        lower = self.view.lower[i]
        if lower in FORMS and self.view.tag[i] in ("PRP", "PRP$"):
            return self.anaphora.antecedent(i)
        if lower in RELATIVE:
            head = self._relative(i)
            if head is not None:
                return Candidate(head, (head,), self.phrases.entry(head), self.phrases.type(head), False, None)
        return None

    def _relative(self, i: int) -> int | None:
        """The noun that a relative pronoun's clause stands with."""
        view = self.view
        k, steps = i, 0
        while view.head[k] != k and steps < 12:
            if view.dep[k] == "relcl" and view.head[k] < i:
                return self._relate(view.head[k], i)
            if view.dep[k] in ("ccomp", "advcl", "ROOT") and view.tag[k][0] == "V" and k < i:
                return None
            k, steps = view.head[k], steps + 1
        return None

    def _relate(self, noun: int, pronoun: int) -> int:
        lower = self.view.lower[pronoun]
        if lower in ("who", "whom"):
            return self._somebody(noun)
        named = self.view.head[noun]
        if lower in ("that", "which") and self.view.dep[noun] == "appos" and self.phrases.type(noun) == "person":
            return named if self.phrases.type(named) == "organization" else noun
        if lower == "whose" and self.phrases.type(noun) == "place":
            return self._held(noun)
        return self._something(noun, pronoun) if lower == "which" else noun

    def _held(self, i: int) -> int:
        """The body that "whose" means where its clause was hung on where it is: "a firm in Zagreb, whose owner"."""
        view, preposition = self.view, self.view.head[i]
        if view.dep[i] != "pobj" or view.lower[preposition] not in ("in", "near", "at", "of", "from"):
            return i
        holder = view.head[preposition]
        return holder if self.phrases.type(holder) in ("organization", "thing") else i

    def _something(self, i: int, pronoun: int) -> int:
        """The body that "which" means where the parser hung its clause on a person: "chief of Norda Air, which"."""
        before = pronoun - 2 if self.view.text[pronoun - 1] == "," else pronoun - 1
        entry = self.phrases.entry(before)
        if self.phrases.type(i) != "person" or entry is None or entry.type in ("person", None):
            return i
        return self.directory.names[self.directory.at[before]].head

    def _somebody(self, i: int) -> int:
        """The person that "who" means where its clause was hung on a body: "Lee, an envoy for the Union, who"."""
        view, k = self.view, i
        while self.phrases.type(k) in ("organization", "place", "thing", "event"):
            if view.dep[k] in ("pobj", "appos", "conj") and view.head[k] < k:
                k = view.head[k]
                k = view.head[k] if view.tag[k] == "IN" else k
            else:
                return i
        return k if self.phrases.type(k) in ("person", "group") else i

    def _phrase(self, i: int) -> Mention:
        view, phrases = self.view, self.phrases
        start, end = phrases.extent(i)
        words = self.parsed.text(start, end - 1)
        number = "plural" if phrases.plural(i) else "singular"
        close = phrases.carried(i)
        entry = phrases.entry(close if close is not None else i)
        if entry is None:
            entry = self._description(i)
        if entry is not None:
            return Mention(i, start, end, entry.text, words, entry.type, number, True)
        text = bare(words)
        possessor = next((c for c in view.children[i] if view.dep[c] == "poss"), None)
        if possessor is None and view.lemma[i] in phrases.lexicon.kin:
            possessor = phrases.possessor(i)
        if possessor is not None and view.tag[possessor] == "PRP$":
            owner = self._at(possessor)
            if owner.named and owner.number == "singular" and " and " not in owner.text:
                first = possessor + 1 if start <= possessor < end else start
                text = f"{owner.text}’s {self.parsed.text(first, end - 1)}" if first < end else text
        return Mention(i, start, end, " ".join(text.split()), words, phrases.type(i), number, False)

    def _description(self, i: int) -> Entry | None:
        if i not in self._described:
            self._described[i] = None
            self._described[i] = self.descriptions.find(i)
        return self._described[i]

    def _named_by(self, i: int) -> Entry | None:
        """What a description takes up, kin left out: whose wife she is may hang on a pronoun not read yet."""
        return None if self.view.lemma[i] in self.phrases.lexicon.kin else self._description(i)

    def _speaker(self, i: int, addressee: bool) -> str | None:
        return self.speakers(i)[int(addressee)]

    def _present(self, i: int) -> list[Entry]:
        """Who speaks and who is spoken to at token i: "he" is neither."""
        if -1 in self._asked:
            return []
        self._asked.add(-1)
        try:
            names = [name for name in self.speakers(i) if name]
        finally:
            self._asked.discard(-1)
        return [entry for entry in map(self.directory.find, names) if entry is not None]

    def _whose(self, i: int) -> Entry | None:
        """The entry that a possessor stands for."""
        entry = self.phrases.entry(i)
        if entry is not None:
            return entry
        if self._is_pronoun(i):
            mention = self._at(i)
            return self.directory.find(mention.text) if mention.named else None
        return None


def bare(words: str) -> str:
    """The words on one line without a leading article."""
    parts = words.split()
    return " ".join(parts[1:] if len(parts) > 1 and parts[0].casefold() in ARTICLES else parts)
