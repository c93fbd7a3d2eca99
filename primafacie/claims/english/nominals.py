"""Who does what a noun says, whose it is, and who is to do what a clause under a verb says.

Every function takes a token and returns tokens: the heads of the phrases that fill the slot.
"""

from __future__ import annotations

from spacy.tokens import Token

from primafacie.claims.english.syntax import children, is_passive, light_verb, prepositional, subject
from primafacie.claims.english.verbs import LIGHT

TELLING = frozenset("announce call agree conclude receive process continue complete".split())
"""Light verbs whose subject tells of a harm, asks for it or deals with it: "announced the arrest of Serik"."""


def noun_agent(noun: Token, harm: bool = False) -> list[Token]:
    """Who does what an event noun says: "by" phrase, possessor, or the subject of the light verb.

    A ``harm`` has no doer but who is said to do it: "announced the killing" and "called for the arrest" name none.
    """
    by = prepositional(noun, "by")
    if by:
        return by
    for clause in children(noun, "acl", "relcl"):
        if is_passive(clause) and clause.lemma_ in LIGHT | {"perpetrate", "blame", "claim", "attribute", "ascribe"}:
            agents = subject(clause) or prepositional(clause, "on") or prepositional(clause, "to")
            if agents:
                return agents
    verb = light_verb(noun)
    if harm and verb is not None and verb.lemma_ in TELLING and not agreed(noun, verb):
        return []
    if verb is not None and verb.lemma_ not in ("face", "suffer", "undergo", "receive", "see", "witness"):
        agents = subject(verb)
        if agents:
            return agents
    return []


def agreed(noun: Token, verb: Token) -> bool:
    """True for what somebody agreed to himself: "agreed to the extradition of Serik"."""
    return verb.lemma_ == "agree" and noun.dep_ == "pobj" and noun.head.lower_ == "to"


def modifiers(noun: Token) -> list[Token]:
    """Names and nationalities before a noun that say whose it is: "Russian invasion", "NATO strikes"."""
    return [
        c
        for c in noun.children
        if c.i < noun.i
        and (
            (c.dep_ == "compound" and c.pos_ in ("PROPN", "NOUN"))
            or (
                c.dep_ in ("amod", "nmod")
                and (c.ent_type_ in ("NORP", "GPE", "ORG", "PERSON", "LOC") or c.pos_ == "PROPN")
            )
        )
    ]


def inner_subject(verb: Token) -> list[Token]:
    """Who is to do what the dependent clause says: "wants the troops to leave", "asked that they be freed"."""
    clauses = [c for c in children(verb, "ccomp", "xcomp", "advcl") if c.i > verb.i]
    return [s for c in clauses for s in children(c, "nsubj", "nsubjpass")]
