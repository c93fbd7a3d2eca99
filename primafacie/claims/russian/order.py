"""What a Russian sentence says came first: «после ареста», «до того как бежал», «когда их уже арестовали»."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from primafacie.claims.clauses import CLAUSE, clause_of
from primafacie.claims.order import Link
from primafacie.values.words import words

LATER = words("до перед прежде")
"""What they begin comes after the rest of the sentence."""
EARLIER = words("после вслед спустя")
"""What they begin comes before the rest of the sentence."""
THAT = words("того тем то чем")
"""Between the preposition and «как»: «после того как», «перед тем как», «прежде чем»."""


def links(trigger: Token) -> Iterator[Link]:
    """The clauses that the trigger's event is set in time against."""
    if trigger.pos_ == "NOUN" and (word := _preposition(trigger)):
        verb = clause_of(trigger.head)
        if verb.pos_ in CLAUSE and verb != trigger:
            yield Link(verb, "after" if word in LATER else "before", word)
        return
    verb = clause_of(trigger)
    if verb.dep_ in ("advcl", "acl", "ccomp", "acl:relcl") and (main := clause_of(verb.head)) != verb:
        opening = [t for t in verb.doc[max(verb.left_edge.i - 3, verb.sent.start) : verb.i] if t.pos_ not in CLAUSE]
        said = [t.lower_ for t in opening]
        word = next((w for w, after in zip(said, [*said[1:], ""], strict=True)
                     if w in LATER | EARLIER and after in THAT), "")  # fmt: skip
        if word:
            yield Link(main, "after" if word in LATER else "before", f"{word} {said[said.index(word) + 1]}")
        elif "когда" in said:
            here, there = _already(verb), _already(main)
            if here != there:
                yield Link(main, "before" if here else "after", "уже", already=here)


def _preposition(noun: Token) -> str:
    return next((c.lower_ for c in noun.children if c.dep_ == "case" and c.lower_ in LATER | EARLIER), "")


def _already(verb: Token) -> bool:
    return any(c.lower_ == "уже" for c in verb.children)


def of_clause(token: Token, verb: Token) -> bool:
    """True where the word belongs to the verb's own clause, not to one that is set in time against it."""
    at = token
    while at != verb:
        if at.head == at or (at.dep_ in ("advcl", "ccomp") and at.pos_ in CLAUSE) or _preposition(at):
            return False
        at = at.head
    return True
