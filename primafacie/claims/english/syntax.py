"""Who does what to whom in a parsed sentence: the arguments of verbs, nouns and adjectives, whatever the construction.

Labels are those of spaCy's English models (CLEAR style). Every function takes a token and returns tokens: the heads
of the phrases that fill the slot. Passives, relative and participial clauses, infinitives, coordination and light
verbs are undone here, once, so that the lexicon only has to say "the seller is the subject".
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from primafacie.claims.clauses import CLAUSE as CLAUSE
from primafacie.claims.english.verbs import (
    BORNE,
    CAUSING,
    EFFECTS,
    LENDING,
    LIGHT,
    OBJECT_CONTROL,
    PARTICIPLES,
    SUFFERED,
    UNCHANGED,
)

COPULA = frozenset("be become remain stay seem appear".split())
SUBJECTS_OWN = frozenset("after before by since upon without while following despite".split())
"""Prepositions whose gerund is the subject's deed, whatever the verb: "sacked him after selling the bank"."""
NAMING = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


def children(token: Token, *labels: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in labels]


def is_passive(verb: Token) -> bool:
    """True for "was sold", "owned by", "got killed" and for "arrested and extradited" after "were"."""
    if any(c.dep_ in ("auxpass", "nsubjpass") for c in verb.children):
        return True
    if verb.lower_ in UNCHANGED and verb.dep_ == "ccomp" and verb.head.lemma_ == "have" and verb.head.i < verb.i:
        return bool(children(verb, "nsubj")) and not children(verb, "aux", "dobj")
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    if any(c.dep_ == "agent" for c in verb.children):
        return True
    if verb.dep_ == "conj" and verb.lemma_ in BORNE and is_passive(verb.head) and not children(verb, "nsubj", "dobj"):
        return not children(verb, "aux", "ccomp", "xcomp")
    if verb.tag_ != "VBN" and verb.lower_ not in PARTICIPLES:
        return False
    if verb.dep_ == "acl" and ((verb.lemma_ in EFFECTS and children(verb, "dobj")) or children(verb, "nsubj")):
        return False
    if verb.dep_ in ("acl", "amod") or (verb.dep_ in ("acomp", "attr") and verb.head.lemma_ == "be"):
        return True
    if verb.dep_ == "pcomp" and verb.head.lower_ == "with" and children(verb, "nsubj") and not children(verb, "dobj"):
        return True
    if verb.lemma_ in SUFFERED and children(verb, "nsubj") and not children(verb, "aux", "dobj", "ccomp", "xcomp"):
        return True
    if verb.dep_ == "ccomp" and verb.tag_ == "VBN" and verb.head.lemma_ in CAUSING:
        return verb.head.i < verb.i and not children(verb, "aux", "dobj")
    if any(c.dep_ in ("aux", "nsubj") for c in verb.children):
        return any(c.lower_ in ("get", "gets", "got", "getting") for c in verb.children)
    if verb.dep_ == "conj" and verb.head.pos_ in CLAUSE:
        return is_passive(verb.head)
    return verb.dep_ in ("advcl", "ROOT") and not children(verb, "dobj")


def subject(verb: Token, depth: int = 0) -> list[Token]:
    """Who does it: the subject of an active verb, the agent of a passive one, found through the clauses around it."""
    if is_passive(verb):
        agents = [
            p
            for c in verb.children
            if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
            for p in children(c, "pobj") or after_aside(c)
        ]
        agents = agents or [
            c for c in verb.children if c.i == verb.i - 2 and verb.nbor(-1).text == "-" and c.pos_ in NOMINAL
        ]
        if agents or depth > 3:
            return agents
        return agent_shared(verb) or [
            p
            for o in (*children(verb, "dobj"), *prepositional(verb, "through"), *prepositional(verb, "via"))
            for p in prepositional(o, "by")  # "owned through a shell by Serik"
        ]
    own = children(verb, "nsubj", "csubj") or [s for a in children(verb, "aux") for s in children(a, "nsubj")]
    if own:
        return [c for c in own if c.pos_ in NOMINAL or c.tag_ in ("WP", "WDT")]
    return controller(verb, depth) if depth < 5 else []


def after_aside(preposition: Token) -> list[Token]:
    """Who follows an aside that parts him from his preposition: "owned or led by, directly or indirectly, Serik"."""
    rest = preposition.doc[preposition.i + 1 : preposition.sent.end]
    commas = [t.i for t in rest if t.text == ","]
    close = next((t.i + 1 for t in rest if t.lower_ == "indirectly"), commas[1] if len(commas) > 1 else None)
    if not commas or close not in commas or (commas[0] > preposition.i + 1 and rest[0].text != "or"):
        return []
    if close + 1 >= preposition.sent.end or any(t.pos_ in NAMING for t in rest if t.i < close and t.lower_ != "behalf"):
        return []
    name = preposition.doc[close + 1]
    while name.dep_ in ("compound", "det", "amod", "nmod", "poss") and name.head.i > name.i:
        name = name.head
    return [name] if name.pos_ in NAMING else []


def agent_shared(verb: Token) -> list[Token]:
    """The agent written once after coordinated participles: "arrested and extradited by the police"."""
    for other in verb.conjuncts:
        if other.pos_ in CLAUSE and other.i > verb.i:
            agents = [p for c in other.children if c.dep_ == "agent" for p in children(c, "pobj") or after_aside(c)]
            if agents:
                return agents
    return []


def controller(verb: Token, depth: int = 0) -> list[Token]:
    """Who is understood to do what a verb without a subject of its own says."""
    head = verb.head
    if head == verb:
        return []
    label = verb.dep_
    if label == "advcl" and head.dep_ == "ROOT" and head.pos_ in ("NOUN", "PROPN") and verb.tag_ == "VB":
        return [head]
    if label == "relcl":
        return [head]
    if label == "acl":
        done = verb.tag_ == "VBN" and not is_passive(verb)
        while done and head.dep_ == "pobj" and head.head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head.head
        return predicated(head) if verb.tag_ != "VB" else owner_of_plan(head, depth)
    if label == "conj" and head.pos_ in CLAUSE:
        if is_passive(head) and not is_passive(verb):
            return undergoer(head, depth + 1)
        return subject(head, depth + 1)
    if label in ("xcomp", "ccomp", "advcl", "dep", "parataxis") and head.pos_ in CLAUSE:
        if label == "ccomp" and verb.tag_ not in ("VB", "VBG"):
            return []
        if is_passive(head):
            effect = label == "advcl" and verb.lemma_ in EFFECTS and verb.i > head.i
            effect = effect and not children(verb, "mark", "advmod")
            return subject(head, depth + 1) if effect else undergoer(head, depth + 1)
        objects = children(head, "dobj", "dative")
        if label == "xcomp" and objects and head.lemma_ in OBJECT_CONTROL:
            return objects
        return (called_upon(head) if label == "xcomp" else []) or subject(head, depth + 1)
    if label in ("xcomp", "ccomp") and head.pos_ == "ADJ":
        return described_by(head)
    if label == "pcomp" and head.dep_ in ("prep", "agent"):
        governor = head.head
        if governor.pos_ in CLAUSE:
            blamed = governor.lemma_ in OBJECT_CONTROL and head.lower_ not in SUBJECTS_OWN
            if is_passive(governor):
                return undergoer(governor, depth + 1)
            return children(governor, "dobj") if blamed and children(governor, "dobj") else subject(governor, depth + 1)
        if governor.pos_ in ("NOUN", "PROPN"):
            return owner_of_plan(governor, depth)
        if governor.pos_ == "ADJ":
            return described_by(governor)
    return []


def called_upon(verb: Token) -> list[Token]:
    """Who is to act when somebody is called on, appealed to or relied on to do it."""
    if verb.lemma_ not in ("call", "appeal", "plead", "prevail", "rely", "count"):
        return []
    return [p for c in children(verb, "prep") if c.lower_ in ("on", "upon", "to", "with") for p in children(c, "pobj")]


def owner_of_plan(noun: Token, depth: int = 0) -> list[Token]:
    """Whose decision, plan or attempt it is: "its plan to sell", "X announced a decision to sell"."""
    shared = noun.dep_ == "dobj" and noun.head.pos_ in CLAUSE and any(c.tag_ == "PRP$" for c in children(noun, "poss"))
    if shared and subject(noun.head, depth + 1):
        return subject(noun.head, depth + 1)
    owners = (
        children(noun, "poss")
        or prepositional(noun, "by")
        or [c for c in prepositional(noun, "of") if c.pos_ in ("PROPN", "PRON")]
    )
    if owners:
        return owners
    verb = noun.head
    if noun.dep_ in ("dobj", "attr", "nsubjpass") and verb.pos_ in CLAUSE:
        return subject(verb, depth + 1)
    if noun.dep_ == "pobj" and verb.head.pos_ in CLAUSE:
        held = noun.lemma_ in ("suspicion", "charge", "allegation", "accusation", "count")
        return (undergoer if held else subject)(verb.head, depth + 1)
    return []


def described_by(adjective: Token) -> list[Token]:
    """What an adjective is said of: its noun, or the subject of the copula."""
    if adjective.dep_ == "amod":
        before = adjective.doc[adjective.i - 1] if adjective.i > adjective.head.i else adjective
        return [before] if before.pos_ == "NUM" else [adjective.head]  # "a count of 238 dead"
    counted = children(adjective, "nummod")
    if counted:
        return counted
    if adjective.dep_ in ("acomp", "attr", "oprd") and adjective.head.pos_ in CLAUSE:
        verb = adjective.head
        return children(verb, "nsubj", "nsubjpass") or controller(verb)
    if adjective.dep_ == "conj" and adjective.head.pos_ in ("ADJ", "VERB"):
        return described_by(adjective.head) if adjective.head.pos_ == "ADJ" else undergoer(adjective.head)
    if adjective.dep_ in ("acl", "relcl"):
        return [adjective.head]
    if adjective.dep_ in ("appos", "advcl"):
        return [adjective.head] if adjective.head.pos_ in NOMINAL else subject(adjective.head)
    return children(adjective, "nsubj")


def undergoer(verb: Token, depth: int = 0) -> list[Token]:
    """To whom or what it is done: the object of an active verb, the subject of a passive one."""
    if is_passive(verb):
        own = children(verb, "nsubjpass", "nsubj")
        own = own or [s for a in children(verb, "auxpass") for s in children(a, "nsubj")]
        if own:
            return own
        if verb.dep_ in ("acl", "relcl", "amod"):
            return predicated(verb.head) if verb.dep_ == "acl" else [verb.head]
        if verb.dep_ in ("acomp", "attr"):
            return children(verb.head, "nsubj") or controller(verb.head, depth + 1)
        if verb.dep_ == "conj" and verb.head.pos_ in CLAUSE and depth < 5:
            return undergoer(verb.head, depth + 1) if is_passive(verb.head) else subject(verb.head, depth + 1)
        return controller(verb, depth + 1) if depth < 5 else []
    objects = children(verb, "dobj") or [c for c in children(verb, "npadvmod") if c.ent_type_ == "PERSON"]
    objects = objects or _shifted(verb) or _past_aside(verb)
    if objects:
        return objects
    shared = [
        o
        for other in verb.conjuncts
        if other.pos_ in CLAUSE and other.i > verb.i and not is_passive(other)
        for o in children(other, "dobj")
    ]
    if shared and not any(c.i > verb.i for c in children(verb, "prep", "ccomp", "xcomp")):
        return [p for o in shared for p in against(o)] or shared
    if verb.dep_ == "relcl" and children(verb, "nsubj") and not _relative_subject(verb):
        return [verb.head]
    if (
        verb.dep_ == "xcomp"
        and verb.head.dep_ == "relcl"
        and children(verb.head, "nsubj")
        and not (children(verb.head, "dobj") or _relative_subject(verb.head))
    ):
        return [verb.head.head]
    beside = [c for c in children(verb, "npadvmod") if c.pos_ == "PROPN" and c.left_edge.i == verb.i + 1]
    beside = [c for c in beside if c.ent_type_ not in ("DATE", "TIME")]
    if beside:
        return beside
    return [
        c for clause in children(verb, "ccomp", "xcomp") if clause.pos_ not in CLAUSE for c in children(clause, "nsubj")
    ] or [p for c in children(verb, "prt") for p in children(c, "pobj")]


def _shifted(verb: Token) -> list[Token]:
    """A long object set after a phrase with a preposition: "extradited to Austria a banker accused of fraud"."""
    before = [c for c in children(verb, "prep") if c.i > verb.i]
    late = [c for c in children(verb, "npadvmod") if before and c.i > before[0].i]
    late += [c for p in before for place in children(p, "pobj") for c in children(place, "appos")]
    return [
        c for c in late
        if c.pos_ == "NOUN" and c.ent_type_ not in ("DATE", "TIME") and verb.doc[c.left_edge.i - 1].text != ","
        and any(t.lower_ in ("a", "an") or t.dep_ == "nummod" for t in c.children)
        and children(c, "acl", "relcl", "appos")
    ]  # fmt: skip


def _past_aside(verb: Token) -> list[Token]:
    """The object after an aside that the parser stumbled on: "never owned, directly or indirectly, any bank"."""
    row = verb.doc[verb.i + 1 : min(verb.i + 6, verb.sent.end)]
    if len(row) < 3 or row[0].text != "," or row[-1].text != "," or row[-2].lower_ != "indirectly":
        return []
    noun = verb.doc[row[-1].i + 1] if row[-1].i + 1 < verb.sent.end else None
    while noun is not None and noun.dep_ in ("compound", "det", "amod", "nmod", "poss") and noun.head.i > noun.i:
        noun = noun.head
    return [noun] if noun is not None and noun.pos_ in (*NAMING, "DET") else []


def predicated(noun: Token) -> list[Token]:
    """What a description is said of: the subject in "Orda is a bank owned by Serik", else the noun itself.

    "Among those detained are three lawyers" says it of the lawyers.
    """
    if noun.lower_ == "those" and noun.dep_ == "pobj" and noun.head.lower_ in ("among", "amongst"):
        return children(noun.head.head, "nsubj", "attr") or [noun]
    if noun.dep_ == "attr" and noun.head.lemma_ == "be" and noun.pos_ == "NOUN":
        subjects = [s for s in children(noun.head, "nsubj") if s.pos_ in ("PROPN", "PRON")]
        return [s for s in subjects if s.tag_ not in ("WP", "WDT")] or [noun]
    return [noun]


def against(deed: Token) -> list[Token]:
    """Against whom a deed is, written once for several verbs: "killed, raped and committed atrocities against them"."""
    if deed.head.lemma_ not in LIGHT:
        return []
    return [p for holder in (deed, deed.head) for p in prepositional(holder, "against")]


def _relative_subject(verb: Token) -> bool:
    return any(c.tag_ in ("WP", "WDT") for c in children(verb, "nsubj", "nsubjpass"))


def receiver(verb: Token) -> list[Token]:
    """The indirect object: "sold him the bank"."""
    found = [
        c if c.pos_ != "ADP" else p
        for c in children(verb, "dative")
        for p in (children(c, "pobj") if c.pos_ == "ADP" else [c])
    ]
    return found or [
        c
        for sum_ in children(verb, "dobj")
        if any(n.dep_ == "nummod" for n in sum_.children)
        for c in children(sum_, "nmod", "compound")
        if c.i < sum_.i and (c.pos_ == "PROPN" or (c.pos_ == "NOUN" and c.doc[c.i + 1].pos_ in ("NUM", "SYM")))
    ]


def prepositional(token: Token, preposition: str) -> list[Token]:
    """Heads of the phrases after a preposition that belongs to the token; "to" covers the dative with "to"."""
    found: list[Token] = []
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "prt", "advmod") and child.lower_ == preposition:
            found += [] if _score(child) else children(child, "pobj", "pcomp") or after_aside(child)
        elif child.dep_ == "prep" and child.lower_ in ("according", "due", "because", "such", "along"):
            if child.lower_ in ("according", "due") and preposition != child.lower_:
                continue  # "sold for 2 million, according to Serik" was not sold to him
            inner = [c for c in child.children if preposition in (c.lower_, child.lower_)]
            found += [p for c in inner for p in children(c, "pobj", "pcomp")]
        elif child.dep_ == "npadvmod" and child.i > token.i:
            found += prepositional(child, preposition)
    return found


def _score(preposition: Token) -> bool:
    """True for "to" between the two numbers of a vote: "by 589 votes to 35", "by a vote of 12 to 3"."""
    if preposition.lower_ != "to" or not any(c.pos_ == "NUM" for c in children(preposition, "pobj")):
        return False
    return any(t.pos_ == "NUM" for t in preposition.doc[max(0, preposition.i - 2) : preposition.i])


def reach(token: Token, preposition: str) -> list[Token]:
    """Like ``prepositional``, also where the parser hung the phrase on the object, on a conjunct or on a light verb."""
    found: list[Token] = []
    for holder in holders(token):
        found += [t for t in prepositional(holder, preposition) if t not in found]
    if not found and token.dep_ == "conj" and token.pos_ in ("NOUN", "PROPN"):
        shared = [c for c in children(token.head, "prep") if c.i > token.i and c.lower_ == preposition]
        found = [p for c in shared for p in children(c, "pobj")]
    return found


def holders(token: Token) -> Iterator[Token]:
    """The token and what may hold its prepositional phrases in its place."""
    yield token
    if token.pos_ in CLAUSE:
        for obj in children(token, "dobj", "nsubjpass", "attr", "prep"):
            if obj.dep_ == "prep":
                yield from children(obj, "pobj")
            else:
                yield obj
                yield from children(obj, "appos", "conj")
        for agent in children(token, "agent"):
            yield from children(agent, "pobj")
        for other in token.conjuncts:
            if other.pos_ in CLAUSE and other.i > token.i and not children(other, "dobj"):
                yield other
    else:
        verb = light_verb(token)
        if verb is not None:
            yield verb
        for other in token.conjuncts:
            if other.i > token.i:
                yield other
        for preposition in children(token, "prep"):
            yield from children(preposition, "pobj")
        yield from (c for c in children(token, "acl") if c.lemma_ in ("total", "amount", "value", "make"))


def light_verb(noun: Token) -> Token | None:
    """The verb that lends an event noun its subject: "imposed" in "imposed sanctions", "were imposed"."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    if top.dep_ in ("dobj", "nsubjpass", "attr") and top.head.pos_ in CLAUSE and top.head.lemma_ in LIGHT:
        return top.head
    if (
        top.dep_ == "pobj"
        and top.head.dep_ == "prep"
        and top.head.head.pos_ in CLAUSE
        and top.head.lower_ in LENDING.get(top.head.head.lemma_, ())
    ):
        return top.head.head
    return None
