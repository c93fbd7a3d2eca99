"""Who stands behind a noun of office, kinship, ownership or trade where no possessor or apposition says so.

"Serik won the presidency", "Dana and Serik have two sons", "Dana Serik, of the city council": tokens in, tokens out.
"""

from __future__ import annotations

from spacy.tokens import Token

from primafacie.claims.english import naming, syntax
from primafacie.claims.english.syntax import CLAUSE

HAVING = frozenset({"have", "leave", "raise", "bear"})
ALIKE = frozenset({"of", "from", "at", "with"})
OPENING = frozenset({"(", "["})
POINTS = frozenset({":", ";", "•", "-", "–", "—", "*", "·"})
"""What may stand before a point of a list of recommendations."""
LIST = 120
"""Tokens that a list of recommendations may run on."""


def doer(noun: Token) -> list[Token]:
    """The subject of the verb whose object the noun is: "Serik won the presidency", "kept ties", "acted as a proxy"."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in ("NOUN", "PROPN"):
        top = top.head
    if top.dep_ in ("dobj", "attr", "nsubjpass", "oprd") and top.head.pos_ in CLAUSE:
        return syntax.subject(top.head)
    return []


def haver(noun: Token) -> list[Token]:
    """Who has them: "Serik and Dana have two sons"."""
    return syntax.subject(noun.head) if noun.dep_ == "dobj" and noun.head.lemma_ in HAVING else []


def belonging(noun: Token) -> list[Token]:
    """The person whose name the noun is set after: "Dana Serik, of the city council", "Serik (Labour Party)"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "from") and noun.head.dep_ == "prep":
        owner = noun.head.head
    elif noun.dep_ == "appos" and noun.left_edge.i and noun.doc[noun.left_edge.i - 1].text in OPENING:
        owner = noun.head
    else:
        return []
    return [owner] if owner.pos_ == "PROPN" and owner.ent_type_ == "PERSON" else []


def together(token: Token) -> list[Token]:
    """Of whom a word that binds two is said: "Bekov and Serik are partners", "got married", "the brothers A and B"."""
    if token.pos_ in CLAUSE:
        return syntax.undergoer(token) if syntax.is_passive(token) else syntax.subject(token)
    if token.pos_ == "ADJ":
        return syntax.described_by(token)
    bound = any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in ALIKE) for c in token.children)
    return [] if bound or token.tag_ not in ("NNS", "NNPS") else naming.denoted(token)


def respective(noun: Token) -> list[Token]:
    """The name at the same place of the row after "respectively": "as president and speaker, respectively, A and B"."""
    doc, sentence = noun.doc, noun.sent
    at = next((t.i for t in sentence if t.lower_ == "respectively" and t.i > noun.i), None)
    begin = next((t.i for t in reversed(doc[sentence.start : noun.i]) if t.lower_ == "as"), None)
    if at is None or begin is None:
        return []
    after = (t for t in doc[at + 1 : sentence.end] if t.pos_ == "PROPN" and t.dep_ not in ("compound", "nmod"))
    first = next(after, None)
    if first is None:
        return []
    names = [first, *(t for t in first.conjuncts if t.i > first.i)]
    for breaks in ((",",), (",", "and")):
        ends = [t.i for t in doc[begin:at] if t.text in breaks and doc[t.i + 1].lower_ not in ("and", "respectively")]
        place = sum(end < noun.i for end in ends)
        if len(ends) + 1 == len(names):
            return [names[place]]
    return []


def among(noun: Token) -> list[Token]:
    """Whom a verb counts among them: "named Tarin and Serik among the buyers", "Serik was among the buyers"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("among", "amongst") or noun.head.head.pos_ not in CLAUSE:
        return []
    verb = noun.head.head
    return syntax.undergoer(verb) or syntax.subject(verb)


def instances(noun: Token) -> list[Token]:
    """The names given as examples: "his clients, including Tarin and Orda"."""
    return [
        name
        for child in noun.children
        if child.dep_ == "prep"
        and child.lower_ in ("including", "like", "as")
        and (child.lower_ != "as" or any(c.lower_ == "such" for c in child.children))
        for name in syntax.children(child, "pobj")
        if name.pos_ == "PROPN"
    ]


def instructed(verb: Token) -> list[Token]:
    """Whom a report tells to act in a list that begins "To the Government:", for each of its points."""
    doc, first = verb.doc, verb.i
    first -= bool(first and doc[first - 1].pos_ == "ADV")  # "immediately release"
    before = doc[first - 1] if first else verb
    if syntax.children(verb, "nsubj", "nsubjpass", "aux") or not (before.text in POINTS or before.is_space):
        return []
    for colon in range(first - 1, max(0, first - LIST), -1):
        if doc[colon].text != ":":
            continue
        start = next((i for i in range(colon - 1, max(-1, colon - 12), -1) if doc[i].text == "To"), None)
        if start is None or not (start == 0 or doc[start - 1].is_punct or doc[start - 1].is_space):
            return []
        nouns = (t for t in doc[start + 1 : colon] if t.pos_ in ("NOUN", "PROPN"))
        return [t for t in nouns if t.dep_ not in ("compound", "nmod")][:1]
    return []
