"""What Russian noun phrases and pronouns stand for: nominative wording, type, and the fullest name known.

Pronouns agree in gender and number with what they take up; of what agrees, the nearest subject is taken. A bare "банк"
or "министр" takes up the last name that was introduced by that word.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from primafacie.claims.clauses import clause_of
from primafacie.claims.mentions import Mention
from primafacie.claims.parsing import Parsed
from primafacie.claims.russian.names import Name, describable, in_nominative, names_of
from primafacie.claims.russian.naming import denoted
from primafacie.claims.russian.nouns import type_of
from primafacie.claims.russian.phrases import noun_phrase
from primafacie.claims.russian.syntax import CLAUSE, POSSESSIVES, case, children, genitive, subject

FIRST = frozenset("я мы мой наш себя".split())
SECOND = frozenset("ты вы твой ваш".split())
THIRD = {"он": "Masc", "она": "Fem", "оно": "Neut", "они": "Plur", "его": "Masc", "ее": "Fem", "их": "Plur"}
RELATIVE = frozenset("который кто что чей".split())
REACH = 4
"""Sentences back that a pronoun may look."""
Speakers = Callable[[int], tuple[str | None, str | None]]


class RussianMentions:
    """The mentions of one parse. ``speakers(i)`` names whoever says "я" at token i and whoever "вы" is there."""

    def __init__(self, parsed: Parsed, speakers: Speakers) -> None:
        self.parsed, self.speakers, self.doc = parsed, speakers, parsed.doc
        self.names = names_of(parsed)
        self.name_at: dict[int, Name] = {i: name for name in self.names for i in range(name.start, name.end)}
        self.described = self._descriptions()
        self._known: dict[int, Mention] = {}
        self._asked: set[int] = set()

    def _descriptions(self) -> list[tuple[int, str, Name]]:
        """(token, lemma, name) for every noun that introduces a name: "банк «Орда»", "Петров, министр"."""
        found = []
        for name in self.names:
            head = self.doc[name.head]
            nouns = [head.head] if head.dep_ in ("appos", "flat", "nmod") and head.head.pos_ == "NOUN" else []
            nouns += [c for c in head.children if c.dep_ in ("appos", "parataxis") and c.pos_ == "NOUN"]
            if head.dep_.startswith("nsubj") and head.head.pos_ == "NOUN":
                nouns.append(head.head)
            found += [(noun.i, noun.lemma_, name) for noun in nouns if describable(noun.lemma_)]
        return sorted(found, key=lambda row: row[0])

    def at(self, token: Token) -> Mention:
        """The mention of the phrase that the token heads, or of the name it is part of; pronouns resolved."""
        i = token.i
        if i not in self._known:
            if i in self._asked:
                return self._plain(token)
            self._asked.add(i)
            try:
                self._known[i] = self._pronoun(token) if self._is_pronoun(token) else self._phrase(token)
            finally:
                self._asked.discard(i)
        return self._known[i]

    def conjuncts(self, token: Token) -> tuple[Mention, ...]:
        """The phrase and what is coordinated with it, in order."""
        heads = [token, *(c for c in self._row(token) if c.pos_ not in CLAUSE)]
        return tuple({m.head: m for m in map(self.at, heads)}.values())

    def _row(self, token: Token) -> list[Token]:
        found: list[Token] = []
        for child in token.children:
            between = self.doc[token.i + 1 : child.i]
            if any(t.pos_ == "VERB" and t.tag_ in ("VBD", "VBZ") and t.dep_ != "relcl" for t in between):
                continue
            if child.dep_ == "conj" and child.i > token.i and child.pos_ in ("NOUN", "PROPN", "PRON", "X", "NUM") and (
                    case(child) == case(token) or not case(child) or not case(token)
                    or counted(token) or counted(child)):  # fmt: skip
                found += [child, *self._row(child)]
        return found

    def type_of(self, token: Token) -> str | None:
        return self.at(token).type

    def _is_pronoun(self, token: Token) -> bool:
        return token.pos_ in ("PRON", "DET") and (
            token.lemma_ in FIRST | SECOND | RELATIVE | POSSESSIVES or token.lemma_ in THIRD
        )

    def _plain(self, token: Token) -> Mention:
        first, last = noun_phrase(token)
        words = self.parsed.text(first, last)
        number = "plural" if "Plur" in token.morph.get("Number", []) else "singular"
        return Mention(token.i, first, last + 1, " ".join(words.split()), words, self._type(token), number, False)

    def _type(self, token: Token) -> str | None:
        if token.lemma_ in ("человек", "лицо", "житель", "ребенок"):
            return "group" if "Plur" in token.morph.get("Number", []) else "person"
        if token.lemma_ == "акция" and "Plur" in token.morph.get("Number", []):
            return "thing"  # shares; one alone is a protest
        listed = type_of(token.lemma_)
        if listed:
            return listed
        if "Anim" in token.morph.get("Animacy", []):
            return "group" if "Plur" in token.morph.get("Number", []) else "person"
        if token.pos_ in ("NUM", "ADJ") or token.lemma_ in ("сотня", "десяток", "тысяча", "часть", "большинство"):
            return "group"
        return "thing" if "Inan" in token.morph.get("Animacy", []) else None

    def _phrase(self, token: Token) -> Mention:
        name = self.name_at.get(token.i)
        apposed = self._named_beside(token) if name is None else None
        if name is not None:
            return self._named(token, name)
        if apposed is not None:
            return apposed
        first, last = noun_phrase(token, keep=frozenset({"genitive"}))
        words = self.parsed.text(first, last)
        plain = self._plain(token)
        entry = self._taken_up(token) if plain.number == "singular" else None
        if entry is not None:
            return Mention(token.i, first, last + 1, entry[0], words, entry[1], "singular", True)
        counted = any(c.dep_ == "nummod" for c in token.children) or token.pos_ == "NUM"
        tokens = [t for t in self.doc[first : last + 1] if not t.is_space]
        text = " ".join(words.split()) if counted else in_nominative(tokens, token)
        owner = next((c for c in token.children if c.lemma_ in POSSESSIVES), None)
        if owner is not None:
            whose = self.at(owner)
            if whose.named and whose.number == "singular":
                text = f"{in_nominative([t for t in tokens if t != owner], token)} ({whose.text})"
        return Mention(token.i, first, last + 1, text, words, plain.type, plain.number, False)

    def _named(self, token: Token, name: Name) -> Mention:
        start, end = name.start, name.end
        words = self.parsed.text(start, end - 1)
        return Mention(name.head, start, end, name.full, words, name.type, "singular", True)

    def _named_beside(self, token: Token) -> Mention | None:
        """A description with its name: a person's name stands alone, a body's with its description."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return None
        person = next((d for d in denoted(token) if d.ent_type_ == "PERSON" and d.i > token.i), None)
        if (
            person is not None
            and person.i in self.name_at
            and token.ent_type_ == ""
            and self._type(token) in ("person", None)
        ):
            return self._named(token, self.name_at[person.i])
        for child in sorted(token.children, key=lambda c: c.i):
            name = self.name_at.get(child.i)
            beside = child.dep_ in ("appos", "flat") or (child.dep_ == "nmod" and self.doc[child.i - 1].text in '«“"')
            if name is not None and beside and name.type != "person" and 0 < child.i - token.i < 4:
                first, last = noun_phrase(token, keep=frozenset({"genitive"}))
                tokens = [t for t in self.doc[first : last + 1] if not t.is_space]
                kind = self._type(token)
                kind = kind if kind in ("place", "organization", "thing", "group") else name.type
                text = in_nominative(tokens, token)
                return Mention(token.i, first, last + 1, text, self.parsed.text(first, last), kind, "singular", True)
        return None

    def _taken_up(self, token: Token) -> tuple[str, str] | None:
        """The name that a bare description takes up: the last one introduced by the same noun."""
        bare = not genitive(token) and not any(
            c.dep_ in ("amod", "nummod") and c.lemma_ not in ("бывший", "этот", "данный") for c in token.children
        )
        if not bare or not describable(token.lemma_):
            return None
        for i, lemma, name in reversed(self.described):
            if i < token.i and lemma == token.lemma_:
                return name.full, name.type
        return None

    def _pronoun(self, token: Token) -> Mention:
        words, lemma = token.text, token.lemma_
        number = (
            "plural" if "Plur" in token.morph.get("Number", []) and lemma not in POSSESSIVES - {"их"} else "singular"
        )
        if lemma in FIRST | SECOND and lemma != "себя":
            name = self.speakers(token.i)[int(lemma in SECOND)]
            full = next((n.full for n in self.names if name and n.text == name), name)
            return Mention(token.i, token.i, token.i + 1, full or words, words, "person", number, bool(name))
        found = self._antecedent(token)
        if found is None:
            kind = "person" if lemma in ("кто", "он", "она") else None
            return Mention(token.i, token.i, token.i + 1, words, words, kind, number, False)
        return Mention(token.i, token.i, token.i + 1, found.text, words, found.type, found.number, found.named)

    def _antecedent(self, token: Token) -> Mention | None:
        if token.lemma_ in RELATIVE:
            node = token
            while node.head != node:
                if node.dep_ in ("relcl", "acl") and node.i > node.head.i:
                    return self.at(node.head)
                node = node.head
            return None
        if token.lemma_ in ("свой", "себя"):
            verb = clause_of(token)
            owner = subject(verb) if verb.pos_ in CLAUSE else []
            return self.at(owner[0]) if owner else None
        form = THIRD.get(token.lemma_) or THIRD.get(token.lower_)
        wanted = "Plur" if "Plur" in token.morph.get("Number", []) and token.lemma_ in ("он", "они") else form
        return self._nearest(token, wanted) if wanted else None

    def _nearest(self, token: Token, wanted: str) -> Mention | None:
        """The best noun or name before the pronoun: subjects, names and people first, the nearer the better."""
        doc, best = self.doc, None
        first = token.sent
        for _ in range(REACH):
            if first.start == 0:
                break
            first = doc[first.start - 1].sent
        present = {n for n in self.speakers(token.i) if n} if wanted != "Plur" else set()
        mine = clause_of(token)
        back = 0
        for i in range(token.i - 1, first.start - 1, -1):
            other = doc[i]
            back += bool(other.is_sent_start and i < token.i)
            if not self._fits(other, wanted) or self._bound(token, other, mine):
                continue
            score = -1.1 * back - 0.02 * (token.i - i)
            top = other.head if other.dep_ in ("flat", "appos") else other
            score += 1.2 * ("nsubj" in top.dep_) + 0.4 * (top.dep_ in ("dobj", "iobj"))
            score += (
                1.0 * (other.ent_type_ == "PERSON")
                + 0.6 * bool(other.ent_type_ == "ORG")
                + 0.5 * ("Anim" in other.morph.get("Animacy", []))
                - 1.6 * (other.ent_type_ == "GPE")
            )
            if best is None or score > best[0]:
                found = self.at(other)
                if found.text not in present:
                    best = (score, found)
        return best[1] if best else None

    def _fits(self, other: Token, wanted: str) -> bool:
        if other.pos_ not in ("NOUN", "PROPN", "X") or type_of(other.lemma_) in ("time", "money", "event"):
            return False
        name = self.name_at.get(other.i)
        if name is not None and name.head != other.i:
            return False
        many = "Plur" in other.morph.get("Number", [])
        if wanted == "Plur":
            return many or any(c.dep_ == "conj" for c in other.children)
        if name is not None and name.type == "person" and name.sex:
            return (name.sex == "female") == (wanted == "Fem") and wanted != "Neut"
        return not many and wanted in other.morph.get("Gender", [])

    def _bound(self, token: Token, other: Token, mine: Token) -> bool:
        """True where grammar forbids it: another argument of the same verb, or the phrase that the pronoun stands
        in."""
        if token.head.dep_ == "conj" and token.head.head == other:
            return False  # "Ахметов и его сын"
        if other == token.head or (token.dep_ == "nmod" and other in token.head.ancestors and other.pos_ != "VERB"):
            return True
        possessive = token.dep_ in ("nmod", "det")
        return (
            not possessive and other.head == token.head and other.dep_ in ("nsubj", "dobj", "iobj", "obl", "nsubjpass")
        )


def counted(token: Token) -> bool:
    """True where a number stands with the noun."""
    return bool(children(token, "nummod"))
