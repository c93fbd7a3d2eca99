"""What the words around a deed tell of it: whose it was, with which arms, what it cost, who is under a measure.

News writes the deed as a noun ("Dozens died in the attack, claimed by the Front") as often as a verb; the slots of
the lexicon that look through such nouns are found here. Every function takes and returns tokens, heads of phrases.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from primafacie.claims.english.naming import PLACING, denoted
from primafacie.claims.english.nominals import modifiers, noun_agent
from primafacie.claims.english.syntax import (
    CLAUSE,
    children,
    holders,
    is_passive,
    prepositional,
    reach,
    subject,
    undergoer,
)
from primafacie.claims.english.verbs import LIGHT

EVENTS = frozenset(
    "attack bombing blast explosion raid assault ambush shooting strike airstrike air-strike shelling "
    "bombardment offensive massacre crackdown clash fighting fire shootout skirmish incident operation stabbing "
    "rocket missile hijacking siege incursion invasion barrage violence repression drone onslaught rampage "
    "crossfire gunfire arson detonation suicide-bombing torture".split()
)
ATTRIBUTING = frozenset(
    "claim ascribe attribute blame conduct commit perpetrate orchestrate direct order mount stage carry launch "
    "lead plan execute credit pin organize organise".split()
)
INSIDE = ("in", "during", "by", "from", "after", "following", "amid", "under", "to", "with")
"""Prepositions that set a death into the event that caused it."""
STATEMENTS = frozenset(
    "statement communique communiqué document letter leaflet message video call note text post".split()
)
APPENDED = frozenset("dobj appos attr npadvmod conj dep".split())
"""How the parser hangs "another attack by the Front" after a comma."""
FIGURES = frozenset("at to of above past over beyond around as".split())
HINDERING = frozenset(
    "stop disperse halt block prevent contain quell suppress drive push repel scatter crush clear break control "
    "restrain hold deter silence".split()
)
MEASURES = frozenset(
    "announce impose designate sanction blacklist list punish fine ban expel charge accuse blame condemn "
    "investigate criticise criticize arrest sentence denounce penalise penalize suspend dismiss".split()
)
SUBJECTS = frozenset("subject target object".split())
BEARING = frozenset("face suffer endure incur attract evade dodge escape circumvent violate bust flout defy".split())
"""Verbs whose subject is the one that a measure is on."""


def doers(trigger: Token) -> list[Token]:
    """Who did the event in which something happened: "died in the attack, reportedly conducted by the Front"."""
    for event in _events(trigger):
        found = noun_agent(event) or children(event, "poss") or _claimed(event) or _nation(event)
        if found:
            return found
    return []


def _nation(event: Token) -> list[Token]:
    """The force or nation before an event noun, not the town: "an FMLN attack", "Russian shelling"."""
    return [
        m for m in modifiers(event)
        if m.ent_type_ == "NORP"
        or (m.pos_ == "PROPN" and (m.text.isupper() or m.ent_type_ not in ("GPE", "LOC", "FAC", "DATE", "CARDINAL")))
    ]  # fmt: skip


def _events(trigger: Token) -> Iterator[Token]:
    """The event nouns around a trigger, the one that stands as its subject first."""
    verbal = trigger.pos_ in CLAUSE
    clause = trigger
    near = list(subject(trigger)) if verbal else []
    for preposition in INSIDE:
        near += reach(trigger, preposition)
    for preposition in ("as", "in", "because"):
        near += [p for t in reach(trigger, preposition) for p in prepositional(t, "of")]
    near += [
        p for c in clause.children if c.lower_ == "as" for r in children(c, "pobj") for p in prepositional(r, "of")
    ]
    while clause.dep_ == "conj" and clause.head.pos_ in CLAUSE:
        clause = clause.head
    for verb in dict.fromkeys((clause, trigger)):
        near += [
            c for c in verb.subtree
            if c.i > trigger.i and c.dep_ in APPENDED and c.doc[max(0, c.left_edge.i - 1)].text in (",", "—", "–", "-")
        ]  # fmt: skip
    seen: set[int] = set()
    for token in near:
        if token.lemma_.lower() in EVENTS and token.i not in seen:
            seen.add(token.i)
            yield token


def _claimed(event: Token) -> list[Token]:
    """Whoever a participle right after the event names: "the blast, claimed by the Front"."""
    doc = event.doc
    for token in doc[event.i + 1 : event.i + 8]:
        if token.tag_ in ("VBN", "VBD") and token.lemma_ in ATTRIBUTING:
            clause = [token, *children(token, "prep", "agent")]
            return [p for c in clause for w in ("by", "on", "to") for p in (
                children(c, "pobj") if c.lower_ == w else prepositional(c, w))][:1]  # fmt: skip
        if not (token.is_punct or token.pos_ in ("ADV", "AUX") or token.tag_ in ("WDT", "WP")):
            break
    return []


def arms(trigger: Token) -> list[Token]:
    """With what somebody is armed who does it: "guerrillas armed with rifles attacked"."""
    people = [*subject(trigger), *undergoer(trigger)] if trigger.pos_ in CLAUSE else noun_agent(trigger)
    return [
        p
        for person in people
        for c in children(person, "acl", "relcl", "amod", "advcl")
        if c.lemma_ in ("arm", "equip", "carry", "wield")
        for p in (*prepositional(c, "with"), *children(c, "dobj"))
    ]


def named_first(noun: Token) -> list[Token]:
    """The names that a noun sums up where the parser took them for its modifiers: "A, B and C, companies of Serik"."""
    if noun.i and noun.doc[noun.i - 1].text == ",":
        return [
            c for c in noun.children if c.dep_ in ("nmod", "compound") and c.pos_ == "PROPN" and children(c, "conj")
        ]
    return []


def aim(verb: Token) -> list[Token]:
    """Against whom something is done, from its purpose: "to stop the demonstrators, the police began firing"."""
    node = verb
    while True:
        for clause in children(node, "advcl"):
            if clause.tag_ == "VB" and clause.lemma_ in HINDERING:
                return undergoer(clause)
        if node.dep_ not in ("xcomp", "conj") or node.head.pos_ not in CLAUSE:
            return []
        node = node.head


def writer(verb: Token) -> list[Token]:
    """Whose the statement is that says it: "a note signed by the Front claiming responsibility"."""
    found = []
    for text in subject(verb):
        if text.lemma_.lower() in STATEMENTS:
            signed = [p for c in children(text, "acl", "relcl") for p in subject(c) if is_passive(c)]
            found += prepositional(text, "by") or children(text, "poss") or signed or prepositional(text, "from")
    return found


def before(participle: Token) -> list[Token]:
    """Of whom a participle after a counted phrase is said: "150 officers and hundreds of fighters killed"."""
    doc, at = participle.doc, participle.i
    if (
        participle.tag_ != "VBN"
        or at == 0
        or children(participle, "auxpass", "aux")
        or doc[at - 1].pos_ not in ("NOUN", "PROPN", "NUM")
    ):
        return []
    if at + 1 < len(doc) and doc[at + 1].pos_ in ("NOUN", "PROPN", "NUM", "DET", "PRON", "ADJ"):
        return []
    node, counted = doc[at - 1], False
    while True:
        counted = counted or node.pos_ == "NUM" or _number_in(node)
        if node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head.pos_ in ("NOUN", "NUM"):
            node = node.head.head
        elif (
            node.dep_ in ("conj", "compound", "nummod")
            and node.head.pos_ in ("NOUN", "PROPN", "NUM")
            and node.head.i < at
        ):
            node = node.head
        else:
            return [node] if counted else []


def besides(trigger: Token) -> list[Token]:
    """Who else it is done to: "the bank, along with two firms", "together with his brother"."""
    return [
        p
        for holder in holders(trigger)
        for c in holder.children
        if c.lower_ in ("along", "together")
        for p in prepositional(c, "with")
    ]


def figure(toll: Token) -> list[Token]:
    """The number that a toll comes to: "the toll rose to 12", "put the toll at 40", "a death toll of 100"."""
    own = prepositional(toll, "of")
    verb = toll.head
    while verb.head != verb and verb.pos_ not in CLAUSE:
        verb = verb.head
    if toll.dep_ in ("nsubj", "nsubjpass") or any(
        t.dep_ in ("nsubj", "nsubjpass") for t in toll.ancestors if t.head == verb
    ):
        own = own + children(verb, "dobj", "attr")
    hung = [c for p in prepositional(toll, "of") for c in children(p, "acl")]  # "the number of people killed at 230"
    for holder in (toll, verb, *children(verb, "prep", "advmod", "acomp"), *hung):
        for word in FIGURES:
            own = own + [p for p in prepositional(holder, word) if p not in own]
        if holder.lower_ in FIGURES:
            own = own + [p for p in children(holder, "pobj") if p not in own]
    return [t for t in own if t.pos_ == "NUM" or t.ent_type_ == "CARDINAL" or _number_in(t)][:1]


def _number_in(noun: Token) -> bool:
    return noun.lemma_ in ("dozen", "hundred", "thousand", "score") or any(
        c.pos_ == "NUM" or c.lemma_ in ("dozen", "hundred")
        for c in noun.children
        if c.dep_ in ("nummod", "amod", "quantmod")
    )


def counted(noun: Token) -> list[Token]:
    """The dead that a noun of loss numbers: "221 deaths", "the deaths of 221 people"."""
    return [noun] if _number_in(noun) else [p for p in prepositional(noun, "of") if p.pos_ == "NUM" or _number_in(p)]


def blamed(noun: Token) -> list[Token]:
    """Whom a measure taken for it is on: "designated the unit for its role in the massacre"."""
    verb = _measure(noun)
    if verb is None:
        return []
    named = [
        d for d in children(verb, "dobj", "nsubjpass") if d.lemma_ in ("designation", "sanction", "listing", "ban")
    ]
    return [p for d in named for w in ("of", "on") for p in prepositional(d, w)] or undergoer(verb)


def blamer(noun: Token) -> list[Token]:
    """Who took the measure that something is the reason of."""
    verb = _measure(noun)
    return subject(verb) if verb is not None else []


def _measure(noun: Token) -> Token | None:
    """The verb of the measure that a noun after "for", "over" or "due to" gives the reason of."""
    if noun.dep_ not in ("pobj", "pcomp") or noun.head.lower_ not in ("for", "over", "due", "to", "because", "of"):
        return None
    node = noun.head
    for _ in range(4):
        node = node.head
        if node.lemma_ in MEASURES and node.pos_ in CLAUSE:
            return node
    return None


def sufferer(noun: Token) -> list[Token]:
    """Whom a measure is on: "the airline has been the subject of sanctions", "under sanctions", "faces sanctions"."""
    head = noun.head
    if noun.dep_ == "dobj" and head.pos_ in CLAUSE and head.lemma_ in BEARING:
        return subject(head)
    if noun.dep_ != "pobj":
        return []
    holder = head.head
    if head.lower_ == "of" and holder.lemma_ in SUBJECTS:
        return denoted(holder)
    if head.lower_ in ("under", "to", "by", "with"):
        if holder.lemma_ in SUBJECTS and holder.pos_ in ("ADJ", "NOUN", "VERB"):
            governor = holder.head
            return (
                [governor]
                if holder.dep_ in ("amod", "acl", "relcl")
                else (subject(governor) if governor.pos_ in CLAUSE else denoted(holder))
            )
        if holder.pos_ in CLAUSE and (
            head.lower_ == "under" or holder.lemma_ in ("hit", "target", "slap", "punish", "subject")
        ):
            moved = head.lower_ == "under" and not (holder.lemma_ in PLACING and children(holder, "dobj"))
            return subject(holder) if moved and not is_passive(holder) else undergoer(holder)
        if holder.pos_ in ("PROPN", "NOUN") and head.lower_ == "under" and holder.lemma_ not in LIGHT:
            return [holder]
    return []
