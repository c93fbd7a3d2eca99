"""What an English sentence says came first: "before she fled", "after the arrest", "when they had been seized"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from primafacie.claims.clauses import CLAUSE, clause_of
from primafacie.claims.order import Link
from primafacie.values.words import words

LATER = words("before until till")
"""What they begin comes after the rest of the sentence."""
EARLIER = words("after once following since")
"""What they begin comes before the rest of the sentence."""
MEANWHILE = words("when while as time")
"""Only a past perfect on one side tells what came first ("by the time" ends in "time")."""


def links(trigger: Token) -> Iterator[Link]:
    """The clauses that the trigger's event is set in time against."""
    if trigger.pos_ == "NOUN" and trigger.dep_ == "pobj":
        word, verb = trigger.head.lower_, clause_of(trigger.head)
        if word in LATER | EARLIER and verb.pos_ in CLAUSE:
            yield Link(verb, _relation(word), word)
        return
    verb = clause_of(trigger)
    if verb.dep_ == "pcomp" and verb.head.lower_ in LATER | EARLIER:  # "after selling the bank"
        yield Link(clause_of(verb.head), _relation(verb.head.lower_), verb.head.lower_)
    elif verb.dep_ == "advcl":
        link = _marked(verb)
        if link:
            yield link


def _relation(word: str) -> str:
    """Where what the word begins stands in time."""
    return "after" if word in LATER else "before"


def _marked(verb: Token) -> Link | None:
    """What the word that begins the clause, and the tenses, say."""
    for child in verb.children:
        if child.i > verb.i or child.dep_ not in ("mark", "advmod", "prep"):
            continue
        word = child.lower_
        if word in LATER or word in EARLIER - {"since"}:
            return Link(verb.head, _relation(word), word)
        if word in MEANWHILE:
            return _by_tense(verb)
    return _by_tense(verb) if verb.left_edge.lower_ == "by" else None  # "by the time that"


def _by_tense(verb: Token) -> Link | None:
    """The past perfect is the earlier of two times."""
    here, there = _perfect(verb), _perfect(verb.head)
    if here and not there:
        return Link(verb.head, "before", here, already=True)
    return Link(verb.head, "after", there) if there and not here else None


def _perfect(verb: Token) -> str:
    """ "had", "had already"; empty where the verb stands in another tense."""
    had = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in ("had", "'d", "’d")), None)
    if had is None:
        return ""
    return "had already" if any(c.lower_ == "already" for c in verb.children) else "had"


def of_clause(token: Token, verb: Token) -> bool:
    """True where the word belongs to the verb's own clause, not to one that is set in time against it."""
    at = token
    while at != verb:
        if at.head == at or (at.dep_ in ("advcl", "pcomp") and at.pos_ in CLAUSE):
            return False
        if at.dep_ == "pobj" and at.head.lower_ in LATER | EARLIER:
            return False
        at = at.head
    return True
