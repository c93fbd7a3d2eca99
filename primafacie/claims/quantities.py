"""Money, shares, numbers of people and dates of a sentence, and which claim each belongs to."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from primafacie.claims.parsing import Parsed
from primafacie.claims.syntax import CLAUSE, clause_of
from primafacie.model import Amount, Count, DateRange, Share
from primafacie.values.counts import find_counts
from primafacie.values.dates import find_dates
from primafacie.values.money import find_amounts
from primafacie.values.shares import find_shares

PRICE_WORDS = frozenset("for at worth of to about around approximately nearly roughly".split())


class Quantities:
    """The values of one parsed text, found sentence by sentence and only where a claim asks."""

    def __init__(self, parsed: Parsed) -> None:
        self._parsed = parsed
        self._text: dict[int, tuple[int, str]] = {}
        self._found: dict[tuple[str, int], list[tuple[int, int, object]]] = {}
        self._context: str | None = None
        self._currency: tuple[int, str] | None = None

    def _sentence(self, sentence: Span) -> tuple[int, str]:
        if sentence.start not in self._text:
            start, end = self._parsed.chars(sentence.start, sentence.end - 1)
            raw = self._parsed.source.text[start:end]
            self._text[sentence.start] = (start, "".join(" " if c.isspace() else c for c in raw))
        return self._text[sentence.start]

    def _tokens(self, offset: int, start: int, end: int) -> tuple[int, int]:
        return self._parsed.token_at(offset + start), self._parsed.token_at(offset + end - 1)

    def _spans(self, what: str, sentence: Span) -> list[tuple[int, int, object]]:
        key = (what, sentence.start)
        if key not in self._found:
            offset, text = self._sentence(sentence)
            finds: tuple[object, ...]
            if not any(c.isdigit() for c in text) and what == "share" and "%" not in text and not any(
                    w in text for w in ("half", "third", "quarter", "cent", "stake", "wholly", "sole", "majority", "minority")):
                finds = ()
            else:
                finds = {"amount": lambda: find_amounts(text, bare=True), "count": lambda: find_counts(text),
                         "share": lambda: find_shares(text), "date": lambda: find_dates(text)}[what]()
            self._found[key] = [(*self._tokens(offset, f.start, f.end), f) for f in finds]  # type: ignore[attr-defined]
        return self._found[key]

    def note_context(self, sentence: Span) -> None:
        """Remembers the sentence's last date, which "six years later" in what follows is counted from."""
        for _, _, find in self._spans("date", sentence):
            resolved = find.resolve(self._parsed.source.date, self._context)  # type: ignore[attr-defined]
            if resolved is not None and resolved.start:
                self._context = resolved.start

    def date(self, trigger: Token) -> tuple[DateRange, tuple[int, int]] | None:
        """The date of what the trigger says, and the tokens that give it."""
        sentence = trigger.sent
        context = self._context
        best: tuple[int, DateRange, tuple[int, int]] | None = None
        for first, last, find in self._spans("date", sentence):
            resolved = find.resolve(self._parsed.source.date, context)  # type: ignore[attr-defined]
            if resolved is None:
                continue
            if resolved.start:
                context = resolved.start
            distance = belongs(self._root(first, last), trigger)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, resolved, (first, last))
        return best and (best[1], best[2])

    def amount(self, trigger: Token) -> tuple[Amount, tuple[int, int]] | None:
        """The sum of money of what the trigger says; a missing currency is taken from the same paragraph."""
        best: tuple[int, Amount, tuple[int, int]] | None = None
        for first, last, find in self._spans("amount", trigger.sent):
            amount: Amount = find.amount  # type: ignore[attr-defined]
            bare = amount.currency is None and not any(c in amount.text for c in "$€£¥")
            if bare and not self._priced(first, amount):
                continue
            distance = belongs(self._root(first, last), trigger)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, amount, (first, last))
        if best is None:
            return None
        amount = best[1]
        passage = self._parsed.passage(trigger).index
        if amount.currency is None and self._currency and self._currency[0] == passage:
            amount = replace(amount, currency=self._currency[1])
        elif amount.currency is not None:
            self._currency = (passage, amount.currency)
        return amount, best[2]

    def _priced(self, first: int, amount: Amount) -> bool:
        """True where a number without a currency stands as a price: after "for" or "at", and large."""
        if amount.value is not None and amount.value < 10_000 or first == 0:
            return False
        before = self._parsed.doc[first - 1]
        return before.lower_ in PRICE_WORDS or before.lemma_ in ("pay", "cost", "make", "earn", "receive", "get", "steal")

    def share(self, trigger: Token) -> tuple[Share, tuple[int, int]] | None:
        for first, last, find in self._spans("share", trigger.sent):
            if belongs(self._root(first, last), trigger) is not None:
                return find.share, (first, last)  # type: ignore[attr-defined]
        return None

    def count(self, trigger: Token, first: int, last: int) -> tuple[Count, tuple[int, int]] | None:
        """The number of people that a phrase (tokens ``first`` to ``last``) holds, with the words before it that bound it."""
        for start, end, find in self._spans("count", trigger.sent):
            if start <= last and end >= first and end <= last + 1:
                return find.count, (start, end)  # type: ignore[attr-defined]
        return None

    def _root(self, first: int, last: int) -> Token:
        return self._parsed.doc[first:last + 1].root


def belongs(root: Token, trigger: Token) -> int | None:
    """How far a value's head is from the trigger in the tree; None where it belongs to another clause."""
    steps = 0
    node = root
    while True:
        if node == trigger:
            return steps
        if node.head == node or steps > 12:
            break
        if node.pos_ in CLAUSE and node.dep_ in ("relcl", "ccomp", "acl", "parataxis") and not _over(node, trigger):
            return None
        node = node.head
        steps += 1
    home, mine = clause_of(root), clause_of(trigger)
    if mine.head == root and mine.dep_ == "relcl":
        return 10
    if home == mine:
        return 20 + abs(root.i - trigger.i)
    chain = mine
    while chain.dep_ in ("conj", "xcomp", "advcl", "pcomp", "prep", "acl", "ccomp") and chain.head != chain:
        chain = clause_of(chain.head) if chain.head.pos_ not in CLAUSE else chain.head
        if chain == home and (root.i < trigger.i or mine.dep_ == "xcomp"):
            return 40 + abs(root.i - trigger.i)
    if mine.dep_ == "relcl" and home.i < mine.i and root.i < mine.head.i and clause_of(mine.head) == home:
        return None
    return None


def _over(clause: Token, trigger: Token) -> bool:
    return clause == trigger or clause.is_ancestor(trigger)
