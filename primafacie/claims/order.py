"""What a text says came first: claims of events of one sentence, each set before or after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from primafacie.claims.parsing import Parsed
from primafacie.model import Claim, Order

EVENTS = frozenset({"Deal", "Payment", "Killing", "Injury", "Arrest", "Extradition", "Force", "Protest", "Defection",
                    "Intervention", "Flight", "Sanction", "Accusation"})  # fmt: skip
"""Kinds that happen on a day; what somebody is or owns has no place in an order of events."""

Told = tuple[int, Claim]
"""The token of a claim's trigger, and the claim."""


@dataclass(frozen=True, slots=True)
class Link:
    """The clause (its verb) that an event is set in time against: the event came ``relation`` it, in which words.

    ``already`` where the clause only says when, so that what was told just before may be meant as well.
    """

    clause: Token
    relation: str
    text: str
    already: bool = False


def ordered(
    parsed: Parsed, found: Sequence[Told], links: Callable[[Token], Iterator[Link]],
    of_clause: Callable[[Token, Token], bool],
) -> list[Told]:  # fmt: skip
    """The same claims in the same order, each with what its sentence says it came before or after.

    ``links`` are those of a trigger; ``of_clause`` tells whether a word belongs to a verb's own clause.
    """
    told: dict[str, list[Order]] = defaultdict(list)
    events = [(i, claim) for i, claim in found if claim.kind in EVENTS]
    for i, claim in events:
        for link in links(parsed.doc[i]):
            others = [(j, c) for j, c in events if c.id != claim.id and of_clause(parsed.doc[j], link.clause)]
            if link.already and not any(c.date for _, c in others):
                others += _told_just_before(parsed, events, link.clause, claim)
            for _, other in others:
                told[claim.id].append(Order(link.relation, other.id, link.text))
                told[other.id].append(Order("after" if link.relation == "before" else "before", claim.id, link.text))
    return [(i, replace(c, order=tuple(dict.fromkeys(told[c.id]))) if c.id in told else c) for i, c in found]


def _told_just_before(parsed: Parsed, events: Sequence[Told], clause: Token, claim: Claim) -> list[Told]:
    """The events of the last sentence before this one, in the same paragraph, that tells of any.

    "All this when they had already been seized" sets the time of what was told just now.
    """
    first = clause.sent.start
    before = [(i, c) for i, c in events
              if i < first and parsed.passage(i) == parsed.passage(first) and c.id != claim.id]  # fmt: skip
    if not before:
        return []
    sentence = parsed.doc[before[-1][0]].sent
    return [(i, c) for i, c in before if sentence.start <= i < sentence.end]
