"""What the words around a name tell about whom or what it names: type, sex, and the nouns said of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from .lexicon import Lexicon
from .names import Name
from .view import View

ENTITY_TYPES = {
    "PERSON": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group",
    "PRODUCT": "thing", "WORK_OF_ART": "thing", "LAW": "thing", "EVENT": "event",
}  # fmt: skip
RULED = frozenset({"clan", "regime", "dynasty", "government", "administration", "dictatorship", "family"})
"""Whose they are rules: "the Petrov clan" makes Petrov one whom "the ruler" may take up."""
SURNAMES = frozenset(
    {"power", "church", "post", "steel", "guard", "bank", "press", "force", "court", "fund", "council"}
)
"""Words of organizations that people are called, too."""
PLAIN_RULE = frozenset({"family", "government", "administration"})
EITHER = frozenset(
    "buyer purchaser seller vendor bidder owner co-owner shareholder stockholder supplier contractor subcontractor "
    "lender creditor debtor borrower investor beneficiary rival competitor partner client customer recipient payer "
    "tenant landlord".split()
)
"""What people and companies are alike: "the buyer, Orda Recovery" tells nothing of Orda Recovery's type."""
BOUGHT = frozenset(
    "own co-own acquire buy purchase incorporate found co-found liquidate nationalise nationalize privatise "
    "privatize".split()
)
"""Verbs of which mostly companies are the object."""
AGES = range(10, 110)
PLACING = frozenset({"in", "near", "across", "throughout", "outside", "inside"})


@dataclass(slots=True)
class Evidence:
    """Weights for each type, votes for each sex, and the nouns said of the name, each with its modifiers."""

    types: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    votes: Counter[str] = field(default_factory=Counter)
    """The tagger's own guesses, one an occurrence: many wrong ones still are one weak reason."""
    sexes: Counter[str] = field(default_factory=Counter)
    nouns: dict[str, set[str]] = field(default_factory=dict)
    kin: list[tuple[str, int, int]] = field(default_factory=list)
    """(kin noun, token of whose kin, token of the name): "his wife Anna" is ("wife", his, Anna)."""

    def say(self, noun: str, modifiers: set[str]) -> None:
        self.nouns.setdefault(noun, set()).update(modifiers)

    def weight(self, kind: str) -> float:
        return self.types[kind] + min(3.0, self.votes[kind] * 0.8)

    def best(self) -> str | None:
        """The type with most weight; None where nothing tells."""
        kinds = sorted({*self.types, *self.votes})
        top = max(kinds, key=self.weight, default=None)
        return top if top and self.weight(top) > 0 else None

    def add(self, other: Evidence) -> None:
        for kind, weight in other.types.items():
            self.types[kind] += weight
        self.votes.update(other.votes)
        self.sexes.update(other.sexes)
        self.kin.extend(other.kin)
        for noun, modifiers in other.nouns.items():
            self.say(noun, modifiers)


def weigh(view: View, lexicon: Lexicon, name: Name, new: bool) -> Evidence:
    """The evidence of one occurrence of a name; its own words count once a document, at a ``new`` wording."""
    evidence = Evidence()
    label = ENTITY_TYPES.get(view.entity[name.head], "")
    if label:
        evidence.votes[label] += 2 if label == "person" and len(name.key) > 1 else 1
    if new:
        _shape(lexicon, name, view, evidence)
    _titles(lexicon, name, evidence)
    _said_of(view, lexicon, name, evidence)
    _grammar(view, lexicon, name, evidence)
    return evidence


def _shape(lexicon: Lexicon, name: Name, view: View, evidence: Evidence) -> None:
    """The name's own words: legal forms, place words, given names, endings of family names, the tagger's entity."""
    key, types = name.key, evidence.types
    joined, last = " ".join(key), key[-1]
    head = key[key.index("of") - 1] if "of" in key[1:] else last
    if joined in lexicon.geography or joined.removeprefix("the ") in lexicon.geography:
        types["place"] += 8
    elif joined in lexicon.organizations:
        types["organization"] += 9
    elif last in lexicon.demonyms or (last.endswith("s") and (last[:-1] in lexicon.demonyms)):
        types["group"] += 8 if len(key) == 1 else 3
    elif head in lexicon.organizations or last in lexicon.organizations:
        types["organization"] += 6 if head in SURNAMES else 9
    elif len(key) > 1 and (last in lexicon.places or key[0] in ("mount", "lake", "cape", "port", "fort")):
        types["place"] += 5
    elif len(key) > 1 and last in lexicon.events:
        types["event"] += 5
    elif any(word in lexicon.organizations for word in key[1:]):
        types["organization"] += 3
    elif len(key) > 1 and lexicon.nouns.get(last) and view.entity[name.head] != "PERSON":
        types[lexicon.nouns[last]] += 1.5 if lexicon.nouns[last] == "thing" else 3
    elif len(key) > 1 and key[0] in lexicon.demonyms:
        types["organization"] += 1.5
    elif 2 <= len(key) <= 4 and not view.entity[name.head]:
        types["person"] += 1
    _personal(lexicon, key, evidence)
    text = name.text.replace(".", "").replace("&", "").replace("-", "")
    if name.text.casefold().endswith((".com", ".org", ".net")):
        types["organization"] += 5
    if (
        " " not in name.text
        and 2 <= len(text) <= 6
        and text.isupper()
        and not name.titles
        and not types["place"]
        and text.isalpha()
    ):
        types["organization"] += 2


def _personal(lexicon: Lexicon, key: tuple[str, ...], evidence: Evidence) -> None:
    first, last = key[0], key[-1]
    plain = evidence.types["organization"] < 3 and evidence.types["place"] < 5 and evidence.types["group"] < 3
    for sex, given in (("male", lexicon.male_names), ("female", lexicon.female_names)):
        if first in given:
            evidence.sexes[sex] += 3
            evidence.types["person"] += 5 if len(key) > 1 else 2 if plain else 0
    if plain and len(last) > 4 and last not in lexicon.geography:
        if last.endswith(lexicon.surnames):
            evidence.types["person"] += 2
        if last.endswith(lexicon.female_surnames):
            evidence.sexes["female"] += 1
        elif last.endswith(lexicon.male_surnames):
            evidence.sexes["male"] += 1


def _titles(lexicon: Lexicon, name: Name, evidence: Evidence) -> None:
    """Titles and nouns right before the name: "Crown Prince", "oligarch", "airline"."""
    if not name.titles:
        return
    joined, last = " ".join(name.titles[-2:]), name.titles[-1]
    noun = lexicon.noun(joined) or lexicon.noun(last)
    kind = "person" if last in lexicon.titles and lexicon.noun(last) in (None, "person") else noun
    if kind and (last in lexicon.titles or evidence.types["organization"] < 6):
        evidence.types[kind] += 6
    if lexicon.noun(joined):
        evidence.say(joined, set(name.titles[:-2]))
    evidence.say(last, set(name.titles[:-1]))
    _sex(lexicon, name.titles, evidence, 6)


def _sex(lexicon: Lexicon, words: tuple[str, ...], evidence: Evidence, weight: int) -> None:
    for word in (*words, " ".join(words[-2:])):
        if word in lexicon.female or word in lexicon.female_titles:
            evidence.sexes["female"] += weight
        elif word in lexicon.male or word in lexicon.male_titles:
            evidence.sexes["male"] += weight


def _said_of(view: View, lexicon: Lexicon, name: Name, evidence: Evidence) -> None:
    """Appositions and copulas: "X, a banker", "his bank X", "X is a banker"."""
    head = name.head
    for child in view.children[head]:
        if view.dep[child] == "appos" and view.tag[child] in ("NN", "NNS") and not view.tag[child].startswith("NNP"):
            _noun(view, lexicon, child, head, evidence, 5)
        elif view.dep[child] == "appos" and view.text[child].isdigit() and int(view.text[child]) in AGES:
            evidence.types["person"] += 5 if view.text[child - 1] == "," else 0  # "Wilmer Tarin, 51, was caught"
    parent = view.head[head]
    singled = any(view.lower[c] in ("particularly", "especially", "notably", "mainly") for c in view.children[head])
    if view.dep[head] == "appos" and view.tag[parent] in ("NN", "NNS") and parent < head and not singled:
        _noun(view, lexicon, parent, head, evidence, 4)
    if view.lower[parent] in ("called", "named", "dubbed") and view.dep[parent] == "acl" and parent < head:
        _noun(view, lexicon, view.head[parent], head, evidence, 5)
    if view.dep[head] == "nsubj" and view.lemma[parent] in ("be", "become"):
        for child in view.children[parent]:
            if view.dep[child] == "attr" and view.tag[child] == "NN":
                _noun(view, lexicon, child, head, evidence, 4)
    if view.dep[head] == "conj" and view.dep[parent] == "appos" and view.tag[view.head[parent]] == "NNS":
        kind = lexicon.noun(view.lemma[view.head[parent]])
        if kind:
            evidence.types[kind] += 3
    possessor = next((c for c in view.children[head] if view.dep[c] == "poss"), None)
    if possessor is not None and name.titles and name.titles[-1] in lexicon.kin:
        evidence.kin.append((name.titles[-1], possessor, head))


def _no_person(view: View, noun: int) -> bool:
    """True where "that" or "which" goes on: "Orda, a contractor that built roads" is a firm."""
    clauses = [c for c in view.children[noun] if view.dep[c] == "relcl"]
    return any(view.lower[k] in ("that", "which") and view.dep[k] == "nsubj" for c in clauses for k in view.children[c])


def _noun(view: View, lexicon: Lexicon, noun: int, name: int, evidence: Evidence, weight: int) -> None:
    """Takes the noun as said of the name; plural nouns tell the type only ("his children, Anna and Ben")."""
    lemma = view.lemma[noun]
    kind = lexicon.noun(lemma)
    kind = "organization" if kind == "person" and _no_person(view, noun) else kind
    kind = None if lemma in EITHER and kind == "person" else kind
    before = next((view.lower[c] for c in reversed(view.children[noun]) if c == noun - 1), "")
    kind = lexicon.noun(f"{before} {lemma}") or kind if before else kind
    if kind:
        evidence.types["person" if kind == "group" and view.tag[noun] == "NNS" else kind] += weight
    if view.tag[noun] == "NNS":
        return
    modifiers = [view.lower[c] for c in view.children[noun] if view.dep[c] in ("amod", "compound", "nmod")]
    evidence.say(lemma, set(modifiers))
    if modifiers and lexicon.noun(f"{modifiers[-1]} {lemma}"):
        evidence.say(f"{modifiers[-1]} {lemma}", set(modifiers))
    _sex(lexicon, (lemma,), evidence, 5)
    if lemma in lexicon.kin:
        for child in view.children[noun]:
            if view.dep[child] == "poss":
                evidence.kin.append((lemma, child, name))
            elif view.lower[child] == "of":
                evidence.kin.extend((lemma, k, name) for k in view.children[child] if view.dep[k] == "pobj")
    for child in view.children[noun]:
        if (
            view.dep[child] == "conj"
            and view.tag[child] == "NN"
            and kind
            and (lexicon.noun(view.lemma[child]) == kind and view.lemma[child] not in lexicon.kin)
        ):
            evidence.say(view.lemma[child], set())


def _grammar(view: View, lexicon: Lexicon, name: Name, evidence: Evidence) -> None:
    """What the name does, what is done to it, what it has."""
    head, types = name.head, evidence.types
    dep, parent = view.dep[head], view.head[head]
    lemma = view.lemma[parent]
    if dep == "poss" and lemma in lexicon.belongings:
        types["person"] += 4
    elif dep in ("nsubjpass", "dobj") and lemma in BOUGHT:
        types["organization"] += 2.5
    elif dep in ("nsubj", "nsubjpass") and view.tag[parent].startswith("V"):
        if lemma in lexicon.acts and (dep == "nsubjpass" or lemma not in ("grow", "sit")):
            types["person"] += 2
        elif lemma in lexicon.deeds:
            types["organization"] += 1.5
        elif lemma in ("say", "tell", "describe", "add", "explain"):
            types["person"] += 0.6
            types["organization"] += 0.3
    elif dep == "pobj":
        _after_preposition(view, lexicon, head, evidence)
    elif dep in ("compound", "nmod"):
        placed = " ".join(name.key) in lexicon.geography
        _modifies(lexicon, lemma, parent == name.end and not placed, evidence)
    if dep in ("compound", "nmod", "poss") and lemma in RULED and lemma not in PLAIN_RULE:
        evidence.say("ruler", set())
    for child in view.children[head]:
        if view.dep[child] == "conj" and view.lemma[child] in lexicon.kin and view.tag[child] != "NNP":
            types["person"] += 3
        if view.dep[child] == "relcl":
            pronouns = {view.lower[c] for c in view.children[child] if c < child}
            types["person"] += 4 if pronouns & {"who", "whom"} else 0
            types["organization"] += 1.5 if "which" in pronouns and not types["place"] else 0


def _modifies(lexicon: Lexicon, noun: str, close: bool, evidence: Evidence) -> None:
    """The name before a noun: "the Netto chain", "the Petrov clan"."""
    kind = lexicon.nouns.get(noun)
    if noun in RULED:
        evidence.types["person"] += 1.5
    elif close and kind in ("place", "organization"):
        evidence.types[kind] += 4
        evidence.say(noun, set())


def _after_preposition(view: View, lexicon: Lexicon, head: int, evidence: Evidence) -> None:
    preposition, types = view.head[head], evidence.types
    lemma, governor = view.lemma[preposition], view.lemma[view.head[preposition]]
    if lemma in PLACING:
        types["place"] += 1.5 if view.entity[head] in ("GPE", "LOC", "FAC") else 1.0
    elif lemma in ("of", "at", "for", "with") and governor in lexicon.offices:
        types["organization"] += 1.5
    elif lemma in ("at", "for") and governor == "work":
        types["organization"] += 1.0
    elif lemma == "like" or (lemma == "as" and view.lower[preposition - 1] == "such"):
        _example(view, lexicon, preposition, evidence)


def _example(view: View, lexicon: Lexicon, preposition: int, evidence: Evidence) -> None:
    """Reads "a bank like X", "lenders such as X": X is one of them."""
    noun = view.head[preposition]
    kind = lexicon.noun(view.lemma[noun])
    if kind and view.tag[noun] in ("NN", "NNS"):
        evidence.types[kind] += 4
        evidence.say(
            view.lemma[noun], {view.lower[c] for c in view.children[noun] if view.dep[c] in ("amod", "compound")}
        )
