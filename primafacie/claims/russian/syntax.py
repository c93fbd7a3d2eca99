"""Who does what to whom in a Russian sentence, by case, preposition and construction.

Every function takes a token and returns tokens: the heads of the phrases that fill the slot. Passives, participles,
relative clauses, infinitives, converbs, coordination, light verbs and nouns of action are undone here.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from primafacie.claims.clauses import CLAUSE as CLAUSE

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X", "SYM"})
ARGUMENTS = frozenset(
    "obl nmod dobj iobj advmod xcomp parataxis obl:tmod conj appos nummod dep amod orphan nsubj acl advcl ccomp".split()
)
OBJECT_CONTROL = frozenset(
    "приказать приказывать велеть поручить поручать позволить позволять разрешить разрешать заставить "
    "заставлять просить "
    "попросить требовать потребовать призвать призывать убедить убеждать обязать обязывать помочь помогать запретить "
    "запрещать предложить предлагать обвинить обвинять советовать посоветовать вынудить вынуждать".split()
)
"""Verbs whose object, not subject, does what the dependent infinitive says."""
LIGHT = frozenset(
    "ввести вводить наложить налагать объявить объявлять провести проводить устроить устраивать совершить "
    "совершать нанести "
    "наносить открыть открывать начать начинать вести осуществить осуществлять принять принимать применить применять "
    "использовать снять снимать отменить отменять организовать объявить заключить заключать оказать дать предъявить "
    "предъявлять вынести выдвинуть выдвигать сделать продлить ужесточить одобрить учинить развязать "
    "продолжить возбудить".split()
)
"""Verbs that lend their subject and complements to a noun of action: "ввели санкции против"."""
ACCUSING = frozenset("обвинить обвинять подозревать заподозрить уличить упрекнуть упрекать осудить признать".split())
"""Verbs whose object has done what the noun after them says: "обвиняют полицию в пытках"."""
SUFFERING = frozenset(
    "получить получать понести терпеть попасть подвергнуться подвергаться подвергнуть подвергать".split()
)
PREPOSITIONS = {
    "во": "в",
    "со": "с",
    "ко": "к",
    "изо": "из",
    "ото": "от",
    "об": "о",
    "обо": "о",
    "надо": "над",
    "передо": "перед",
}
CASES = {"gen": "Gen", "dat": "Dat", "acc": "Acc", "ins": "Ins", "loc": "Loc"}


def children(token: Token, *labels: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in labels]


def case(token: Token) -> str:
    """The grammatical case: Nom, Gen, Dat, Acc, Ins, Loc, or "" where the form does not show one."""
    found = token.morph.get("Case", [])
    return found[0] if found else ""


def preposition(token: Token) -> str:
    """The preposition before a noun phrase in lower case, in its short form, "в отношении" as one; "" where none."""
    for child in token.children:
        if child.dep_ == "case" or (child.dep_ == "advmod" and child.pos_ == "ADP"):
            words = [child.lower_, *(c.lower_ for c in child.children if c.dep_ == "fixed")]
            words[0] = PREPOSITIONS.get(words[0], words[0])
            return " ".join(words)
    return ""


def is_passive(verb: Token) -> bool:
    """True for "был продан", "проданный", "продаётся" where the subject is what is sold."""
    return "Pass" in verb.morph.get("Voice", []) or any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children)


def _bare(token: Token, wanted: str) -> list[Token]:
    """Dependents in a case without a preposition; figures and foreign names, which show none, are no guess at it."""
    return [
        c
        for c in token.children
        if c.dep_ in ARGUMENTS and c.pos_ in NOMINAL and case(c) == wanted and not preposition(c)
    ]


def instrumental(token: Token) -> list[Token]:
    return [c for c in _bare(token, "Ins") if c.dep_ not in ("conj", "appos", "amod")]


def dative(token: Token) -> list[Token]:
    """Whom it is given to or done for, without a preposition."""
    found = [c for c in _bare(token, "Dat") if c.dep_ not in ("conj", "appos", "amod")]
    if not found and token.pos_ in CLAUSE:
        found = [
            c
            for o in children(token, "dobj", "nsubjpass")
            for c in _bare(o, "Dat")
            if c.dep_ == "nmod" or (c.dep_ == "appos" and case(o) != "Dat")
        ]
    return found + [c for c in children(token, "iobj") if c not in found and not case(c)]


def genitive(noun: Token) -> list[Token]:
    """Whose or of what: genitive after the noun, also a figure's noun and an undeclined name."""
    found = [
        c
        for c in noun.children
        if c.dep_ in ("nmod", "obl")
        and c.i > noun.i
        and not preposition(c)
        and (case(c) == "Gen" or (not case(c) and c.pos_ in ("PROPN", "NOUN", "X")))
    ]
    return found or (
        [c for c in noun.children if c.dep_ == "appos" and case(c) == "Gen" and case(noun) not in ("Gen", "")]
    )


def possessors(noun: Token) -> list[Token]:
    """ "его", "их", "свой", "мой" before the noun, or the genitive after it; shared by coordinated nouns."""
    own = [
        c
        for c in noun.children
        if c.lemma_ in POSSESSIVES or (c.pos_ == "PRON" and c.dep_ == "nmod" and case(c) == "Gen")
    ]
    own = own or genitive(noun)
    if not own and noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        return possessors(noun.head)
    if not own and noun.dep_ != "conj":
        own = [g for c in noun.children if c.dep_ == "conj" and c.pos_ == "NOUN" and c.i > noun.i for g in genitive(c)]
    return own


POSSESSIVES = frozenset("его ее их свой мой твой наш ваш чей".split())


def subject(verb: Token, depth: int = 0) -> list[Token]:
    """Who does it: the nominative of an active verb, the instrumental of a passive one, through the clauses around
    it."""
    if is_passive(verb):
        agents = instrumental(verb)
        if agents or depth > 4:
            return agents
        return [
            a for other in verb.conjuncts if other.pos_ in CLAUSE and is_passive(other) for a in instrumental(other)
        ]
    own = [c for c in children(verb, "nsubj") if c.pos_ in NOMINAL]
    return own or (controller(verb, depth) if depth < 5 else [])


def controller(verb: Token, depth: int = 0) -> list[Token]:
    """Who is understood to do what a verb without a subject of its own says."""
    head, label = verb.head, verb.dep_
    if head == verb or (
        "Plur" in verb.morph.get("Number", []) and label in ("ccomp", "advcl") and verb.tag_ not in ("VB", "VBG")
    ):
        return []
    if label in ("acl", "amod") and "Part" in verb.morph.get("VerbForm", []):
        return [head]
    if label == "acl" and verb.tag_ == "VB":
        return possessors(head) or (subject(head.head, depth + 1) if head.head.pos_ in CLAUSE else [])
    if label == "conj" and head.pos_ in CLAUSE:
        return undergoer(head, depth + 1) if is_passive(head) and not is_passive(verb) else subject(head, depth + 1)
    if label == "conj" and head.pos_ in ("NOUN", "ADJ"):
        return children(head, "nsubj")
    if (label in ("xcomp", "ccomp", "csubj", "csubjpass") and verb.tag_ == "VB") or (
        label == "advcl" and verb.tag_ in ("VB", "VBG")
    ):
        if head.pos_ not in CLAUSE:
            return (
                children(head, "nsubj") or dative(head) or (controller(head, depth + 1) if head.dep_ == "conj" else [])
            )
        ordered = dative(head) or children(head, "dobj")
        if head.lemma_ in OBJECT_CONTROL and ordered and label != "advcl":
            return ordered
        return undergoer(head, depth + 1) if is_passive(head) else subject(head, depth + 1)
    told = label == "ccomp" and head.pos_ in CLAUSE and "Sing" in verb.morph.get("Number", []) and verb.tag_ != "VB"
    if told and "1" not in verb.morph.get("Person", []) and "Neut" not in verb.morph.get("Gender", []):
        return subject(head, depth + 1)  # "Громов заявил, что не владел": whoever says it, where nobody else is named
    return []


def undergoer(verb: Token, depth: int = 0) -> list[Token]:
    """To whom or what it is done: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        own = children(verb, "nsubjpass", "nsubj")
        if own:
            return own
        if verb.dep_ in ("acl", "amod"):
            return [verb.head]
        if verb.dep_ == "conj" and verb.head.pos_ in CLAUSE and depth < 5:
            return undergoer(verb.head, depth + 1) if is_passive(verb.head) else subject(verb.head, depth + 1)
        return controller(verb, depth + 1) if depth < 5 else []
    objects = children(verb, "dobj")
    if objects:
        return objects
    if not children(verb, "ccomp", "xcomp"):
        for other in verb.conjuncts:
            if (
                other.pos_ in CLAUSE
                and not is_passive(other)
                and children(other, "dobj")
                and case(children(other, "dobj")[0]) != "Ins"
            ):
                return children(other, "dobj")
    return []


def prepositional(token: Token, wanted: str) -> list[Token]:
    """Heads of the phrases after a preposition; "в:acc" asks for the case too."""
    word, _, needed = wanted.partition(":")
    return [
        c
        for c in token.children
        if c.dep_ in ARGUMENTS and preposition(c) == word and (not needed or case(c) in (CASES[needed], ""))
    ]


def reach(token: Token, wanted: str) -> list[Token]:
    """Like ``prepositional``, also where the parser hung the phrase on the object, a conjunct or a light verb."""
    found: list[Token] = []
    for holder in holders(token):
        found += [t for t in prepositional(holder, wanted) if t not in found]
    return found


def holders(token: Token) -> Iterator[Token]:
    """The token and what may hold its prepositional phrases in its place."""
    yield token
    if token.pos_ in CLAUSE:
        for obj in children(token, "dobj", "nsubjpass", "nsubj", "iobj", "obl"):
            if obj.i > token.i or obj.dep_ in ("dobj", "nsubjpass"):
                yield obj
                yield from children(obj, "nmod", "conj", "appos", "flat")
        for other in token.conjuncts:
            if other.pos_ in CLAUSE and other.i > token.i:
                yield other
    else:
        verb = light_verb(token)
        if verb is not None:
            yield verb
        yield from (c for c in children(token, "nmod", "conj", "appos") if c.i > token.i)


def light_verb(noun: Token) -> Token | None:
    """The verb that lends a noun of action its subject: "ввели" in "ввели санкции", "были введены санкции"."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ == "NOUN":
        top = top.head
    if (
        top.head.pos_ in CLAUSE
        and top.head.lemma_ in LIGHT | SUFFERING
        and top.dep_ in ("dobj", "nsubjpass", "nsubj", "obl", "iobj")
    ):
        return top.head
    if top.dep_ in ("obl", "dobj") and top.head.pos_ in CLAUSE and preposition(top) in ("в", "к", "о", "на"):
        return top.head
    if top.dep_ == "nmod" and top.head.lemma_ in (
        "введение",
        "снятие",
        "попытка",
        "организация",
        "применение",
        "проведение",
        "отмена",
    ):
        return top.head
    return None


def noun_agent(noun: Token) -> list[Token]:
    """Who does what a noun of action says: the instrumental, a possessor pronoun, or the light verb's subject."""
    found = (
        instrumental(noun)
        or [i for g in genitive(noun) for i in instrumental(g)]
        or [c for c in noun.children if c.lemma_ in POSSESSIVES]
    )
    if found:
        return found
    by, verb = prepositional(noun, "со стороны"), light_verb(noun)
    if by or verb is None or verb.lemma_ in SUFFERING or verb == noun:
        return by
    if verb.lemma_ in ACCUSING:
        return undergoer(verb)
    return subject(verb) if verb.pos_ in CLAUSE else noun_agent(verb)


def described_by(adjective: Token) -> list[Token]:
    """What an adjective is said of: its noun, or the subject of the clause."""
    if adjective.dep_ in ("amod", "acl"):
        return [adjective.head]
    own = children(adjective, "nsubj", "nsubjpass")
    if own:
        return own
    if adjective.dep_ == "conj":
        return described_by(adjective.head)
    return subject(adjective.head) if adjective.dep_ in ("xcomp", "obl") and adjective.head.pos_ in CLAUSE else []


def modifiers(noun: Token) -> list[Token]:
    """Adjectives before a noun that say whose it is: "российские войска"."""
    return [c for c in noun.children if c.dep_ == "amod" and c.i < noun.i and c.pos_ == "ADJ"]
