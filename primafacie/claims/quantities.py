"""Money, shares, numbers of people and dates of a sentence, and which claim each belongs to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from spacy.tokens import Doc, Span, Token

from primafacie.claims.clauses import CLAUSE, clause_of
from primafacie.claims.parsing import Parsed
from primafacie.model import Amount, Count, DateRange, Share
from primafacie.values import spans
from primafacie.values.counts import CountFind
from primafacie.values.currencies import UNSETTLED, settled
from primafacie.values.dates import DateFind
from primafacie.values.finders import Finders
from primafacie.values.money import AmountFind
from primafacie.values.shares import ShareFind

F = TypeVar("F", bound=spans.Span)
Place = tuple[int, int]
"""First and last token of a value."""
Found = list[tuple[Place, F]]

BARGAINS = frozenset("deal transaction sale agreement bid offer auction sum price".split())
"""Nouns whose clause tells the price of what is said around them: "bought it in a deal valued at 2 million"."""
UNITS = frozenset("share barrel tonne ton unit piece acre hectare litre liter kilo kilogram ounce metre meter".split())
"""What a price is told for, where it is not that of the whole: "at 12 euros a share"."""
ELSEWHERE = 40
"""A value this far away stands in the clause above: a stake sold there is not the one that "a firm owned by" tells."""
RESTATING = frozenset(", ( – — - or about around some roughly approximately nearly almost i.e. that is then".split())
"""What stands between a sum and the same in another currency."""
LEAST_PRICE = 10_000
"""A number without a currency is no price below this."""
MOMENTS = frozenset("time day moment eve wake aftermath anniversary night".split())
"""Nouns of when: "at the time of his arrest in 2016" dates the arrest, not what was the case then."""
APART = frozenset("after before until till since once".split())
"""What begins a clause of another time than the one around it."""
REMEMBERED = 12
"""Sentences back that a relative date may lean on."""


class Quantities:
    """The values of one parsed text, found sentence by sentence and only where a claim asks."""

    def __init__(self, parsed: Parsed, values: Finders) -> None:
        self._parsed = parsed
        self._values = values
        self._text: dict[int, tuple[int, str]] = {}
        self._dates: dict[int, Found[DateFind]] = {}
        self._amounts: dict[int, Found[AmountFind]] = {}
        self._counts: dict[int, Found[CountFind]] = {}
        self._shares: dict[int, Found[ShareFind]] = {}
        self._contexts: dict[int, str | None] = {}
        self._currency: tuple[int, str] | None = None

    def _find(self, sentence: Span, known: dict[int, Found[F]], finder: Callable[[str], tuple[F, ...]]) -> Found[F]:
        """What the finder sees in a sentence, with the tokens it covers; each sentence is searched once."""
        if sentence.start not in known:
            if sentence.start not in self._text:
                start, end = self._parsed.chars(sentence.start, sentence.end - 1)
                raw = self._parsed.source.text[start:end]
                self._text[sentence.start] = (start, "".join(" " if c.isspace() else c for c in raw))
            offset, text = self._text[sentence.start]
            at = self._parsed.token_at
            known[sentence.start] = [((at(offset + f.start), at(offset + f.end - 1)), f) for f in finder(text)]
        return known[sentence.start]

    def date(self, trigger: Token, within: Span | None = None) -> tuple[DateRange, Place] | None:
        """The date of what the trigger says, and the tokens that give it; only from ``within`` where that is given."""
        found = self._find(trigger.sent, self._dates, self._values.dates)
        context = self._before(trigger.sent) if any(f.relative for _, f in found) else None
        best: tuple[int, DateRange, Place] | None = None
        for place, find in found:
            resolved = find.resolve(self._parsed.source.date, context)
            if resolved is None:
                continue
            context = resolved.start or resolved.end or context
            distance = self._distance(place, trigger, within)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, resolved, place)
        return best and (best[1], best[2])

    def dated(self, sentence: Span) -> int:
        """How many times and dates the sentence tells."""
        return len(self._find(sentence, self._dates, self._values.dates))

    def _before(self, sentence: Span) -> str | None:
        """The last date that the text spoke of before the sentence: what "six years later" is counted from."""
        row: list[Span] = []
        at = sentence
        while at.start > 0 and len(row) < REMEMBERED and at.start not in self._contexts:
            row.append(at)
            at = self._parsed.doc[at.start - 1].sent
        context = self._contexts.get(at.start)
        for earlier in [at, *reversed(row)]:
            self._contexts.setdefault(earlier.start, context)
            context = self._contexts[earlier.start]
            for _, find in self._find(earlier, self._dates, self._values.dates):
                resolved = find.resolve(self._parsed.source.date, context)
                context = (resolved and (resolved.start or resolved.end)) or context
        return self._contexts[sentence.start]

    def amount(self, trigger: Token, within: Span | None = None) -> tuple[Amount, Place] | None:
        """The sum of money of what the trigger says; a missing currency is taken from the same paragraph."""
        best: tuple[int, AmountFind, Place] | None = None
        for place, find in self._find(trigger.sent, self._amounts, lambda text: self._values.amounts(text, bare=True)):
            if (find.bare and not self._priced(place[0], find.amount)) or self._rate(place[1]):
                continue
            if self._restated(place[0], trigger):
                continue
            distance = self._distance(place, trigger, within)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, find, place)
        if best is None:
            return None
        amount = best[1].amount
        if amount.currency in UNSETTLED and not best[1].bare:
            # Which shillings they are is a matter of the country, not of the sum before: "340m shillings ($2.6m)".
            code = next((c for text in self._around(trigger) if (c := settled(amount.text, text))), None)
            return replace(amount, currency=code or amount.currency), best[2]
        passage = self._parsed.passage(trigger).index
        if amount.currency is None and self._currency and self._currency[0] == passage:
            amount = replace(amount, currency=self._currency[1])
        elif amount.currency is not None:
            self._currency = (passage, amount.currency)
        return amount, best[2]

    def _around(self, trigger: Token) -> tuple[str, str, str]:
        """The words of the sentence, of the passage and of the whole text, the nearest first."""
        text, passage, sentence = self._parsed.source.text, self._parsed.passage(trigger), trigger.sent
        start, end = self._parsed.chars(sentence.start, sentence.end - 1)
        return text[start:end], text[passage.start : passage.end], text

    def _rate(self, last: int) -> bool:
        """True for the price of one of many: "40 million apiece", "12 euros a share", "9 dollars per barrel"."""
        after = self._parsed.doc[last + 1 : last + 3]
        words = [t.lower_ for t in after]
        if words[:1] == ["apiece"] or (words[:1] == ["each"] and words[1:] != ["time"] and after[0].dep_ != "det"):
            return True
        return (
            len(after) == 2 and words[0] in ("a", "an", "per") and after[1].lemma_ in UNITS
        )

    def _restated(self, first: int, trigger: Token) -> bool:
        """True for a sum that only says the one before it in another currency: "…, about 294 million euros"."""
        ends = [last for (_, last), _ in self._amounts.get(trigger.sent.start, ()) if first - 5 <= last < first]
        between = {t.lower_ for last in ends for t in self._parsed.doc[last + 1 : first]}
        return bool(between & {",", "(", "–", "—"}) and between <= RESTATING

    def _priced(self, first: int, amount: Amount) -> bool:
        """True where a number without a currency stands as a price: large, after "for" or "at" or a verb of paying."""
        if first == 0 or (amount.value is not None and amount.value < LEAST_PRICE):
            return False
        before = self._parsed.doc[first - 1]
        return before.lower_ in self._values.pricing or before.lemma_ in self._values.pricing

    def share(self, trigger: Token, within: Span | None = None) -> tuple[Share, Place] | None:
        """The stake in percent that belongs to the trigger."""
        for place, find in self._find(trigger.sent, self._shares, self._values.shares):
            distance = self._distance(place, trigger, within)
            if distance is not None and (distance < ELSEWHERE or trigger.dep_ not in ("acl", "relcl")):
                return find.share, place
        return None

    def count(self, trigger: Token, first: int, last: int) -> tuple[Count, Place] | None:
        """The number of people that a phrase (tokens ``first`` to ``last``) holds, with the words that bound it."""
        for (start, end), find in self._find(self._parsed.doc[first].sent, self._counts, self._values.counts):
            if start <= last and end >= first and end <= last + 1:
                return find.count, (start, end)
        return None

    def _distance(self, place: Place, trigger: Token, within: Span | None) -> int | None:
        if within is not None and not (within.start <= place[0] and place[1] < within.end):
            return None
        doc = self._parsed.doc
        noun = _noun_before(doc, place)
        if noun is not None and (trigger == noun or noun.head.head.lemma_ in MOMENTS):
            return 0 if trigger == noun else None
        if _precedes(place, trigger):
            return None
        if leads(doc, place, trigger, self._values.opening):
            return 15
        return belongs(self._parsed.doc[place[0] : place[1] + 1].root, trigger)


def _noun_before(doc: Doc, place: Place) -> Token | None:
    """The noun that a value is set after with a preposition: "arrest" of "at the time of his arrest in 2016"."""
    first = place[0] - 1 if doc[place[0]].pos_ != "ADP" else place[0]
    if first < 1 or doc[first].pos_ != "ADP" or doc[first - 1].pos_ != "NOUN":
        return None
    return doc[first - 1]


def _precedes(place: Place, trigger: Token) -> bool:
    """True for a value before the word that begins the trigger's clause: "on 12 July 2021, a year after he fled"."""
    clause = clause_of(trigger)
    marks = [c for c in clause.children if c.dep_ == "mark"] if clause.dep_ == "advcl" else []
    if not marks or place[1] >= marks[0].i:
        return False
    return clause.head.i < (marks[0].i if marks[0].lower_ in APART else place[0])


def leads(doc: Doc, place: Place, trigger: Token, opening: frozenset[str]) -> bool:
    """True where a date opens the trigger's clause, whatever the parser hung it on.

    "…, on October 29, the fund acquired …"; "until 2014, when he fled".
    """
    clause = clause_of(trigger)
    after = place[1] + 1
    if after < len(doc) and doc[after].text == ",":
        after += 1
    for child in clause.children:
        if child.dep_ in ("nsubj", "nsubjpass") and child.left_edge.i == after:
            return True
        if child.dep_ == "advmod" and child.lower_ in opening and child.i == after:
            return True
    return False


def belongs(root: Token, trigger: Token) -> int | None:
    """How far a value's head is from the trigger in the tree; None where it belongs to another clause."""
    steps = 0
    node = root
    trigger = trigger.head if trigger.dep_ == "amod" else trigger
    while True:
        if node == trigger:
            return steps
        if node.head == node or steps > 12:
            break
        apart = node.pos_ in CLAUSE and node.dep_ in ("relcl", "ccomp", "acl", "parataxis") and not _over(node, trigger)
        if apart and not (node.dep_ in ("acl", "relcl") and node.head.lemma_ in BARGAINS and node.head != trigger):
            return None
        node = node.head
        steps += 1
    home, mine = clause_of(root), clause_of(trigger)
    if mine.dep_ == "relcl" and (mine.head == root or (root.head == mine.head and _then(mine))):
        return 10
    if home == mine:
        return 20 + abs(root.i - trigger.i)
    chain = mine
    while chain.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "acl") and chain.head != chain:
        chain = clause_of(chain.head) if chain.head.pos_ not in CLAUSE else chain.head
        if chain == home and (root.i < trigger.i or mine.dep_ == "xcomp"):
            return ELSEWHERE + abs(root.i - trigger.i)
    return None


def _then(clause: Token) -> bool:
    """True for a relative clause that says what happened then: "Army Day 2021, in which 100 people were killed"."""
    first = clause.left_edge
    return first.lower_ == "when" or (first.pos_ == "ADP" and first.nbor(1).lower_ == "which")


def _over(clause: Token, trigger: Token) -> bool:
    return clause == trigger or clause.is_ancestor(trigger)
