"""Stretches of a sentence: the words of a noun phrase, of what is demanded or charged, and the quote of a claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from primafacie.claims.clauses import CLAUSE

LONGEST_QUOTE = 60
"""Tokens; a filler further away than this is known from elsewhere and not part of the quote."""
INSIDE = frozenset(
    "compound amod nmod nummod advmod npadvmod quantmod poss case det hmod hyph punct neg predet".split()
)
QUOTES = frozenset('"”»')
DETERMINERS = frozenset("the a an this that these those any some his her its their our my your whose such".split())


def noun_phrase(head: Token, *, keep: frozenset[str] = frozenset({"of", "for"})) -> tuple[int, int]:
    """First and last token of a noun phrase: what stands before the head, and after it only the kept prepositions."""
    first = head.i
    for child in head.children:
        dated = child.ent_type_ == "DATE" and child.left_edge.lower_ in ("last", "this", "next")
        if child.i < head.i and child.dep_ in INSIDE - {"punct"} and not dated:
            first = min(first, child.left_edge.i)
    if head.dep_ in ("compound", "nmod") and head.head.pos_ == "PROPN":
        first = _title(head, first)
    last = head.i
    for child in head.children:
        if child.i > head.i and child.dep_ == "prep" and child.lower_ in keep and child.i == last + 1:
            for obj in child.children:
                if obj.dep_ == "pobj":
                    last = max(last, noun_phrase(obj, keep=keep)[1])
                    for other in obj.conjuncts:
                        if other.i > last and other.i - last < 12:
                            last = noun_phrase(other, keep=keep)[1]
    while first < head.i and (
        head.doc[first].lower_ in DETERMINERS or head.doc[first].is_punct or head.doc[first].dep_ == "case"
    ):
        first += 1
    return first, last


def _title(head: Token, first: int) -> int:
    """Where a title of several words before a name begins: "Prosecutor General Oleg Tarin"."""
    while first > head.sent.start:
        before = head.doc[first - 1]
        if before.dep_ not in ("compound", "nmod") or before.head != head.head or before.ent_type_:
            break
        first -= 1
    return first


def after_dateline(doc: Doc, first: int, last: int) -> int:
    """The first token after a dash or bracket that parts a phrase from what precedes it: "KARATAS - Mayor Serik"."""
    for i in range(last - 1, first, -1):
        if doc[i].text in "]:-–—" and (doc[i - 1].whitespace_ or doc[i].text in "]:"):
            return i + 1
    return first


def clause(head: Token, longest: int = 30) -> tuple[int, int]:
    """First and last token of a clause without its conjunction or "to": what is demanded, charged, announced."""
    left = head.left_edge.i
    while left < head.i and (
        head.doc[left].lower_ in ("to", "that", "for", "of", "with", "whether", "if") or head.doc[left].is_punct
    ):
        left += 1
    right = head.right_edge.i
    right = min(right, left + longest)
    while right > head.i and (head.doc[right].is_punct and head.doc[right].text not in '"”’»)]'):
        right -= 1
    return left, right


def phrase(head: Token) -> tuple[int, int]:
    """A noun phrase or a clause, by what the head is."""
    return clause(head) if head.pos_ in CLAUSE and head.dep_ not in ("amod", "compound") else noun_phrase(head)


def before_next(head: Token, heads: Sequence[Token], last: int) -> int:
    """The last token of a phrase without those joined to it: "lift the ban" of "lift the ban and free the editor"."""
    following = min((other.left_edge.i for other in heads if other.i > head.i), default=last + 1)
    if not head.i < following <= last:
        return last
    cut = following - 1
    while cut > head.i and (head.doc[cut].is_punct or head.doc[cut].dep_ == "cc"):
        cut -= 1
    return last if cut == head.i and head.pos_ in CLAUSE else cut  # "shooting and killing Serik" is one deed


def predicate(verb: Token, longest: int = 25) -> tuple[int, int]:
    """First and last token of what a verb says of its subject: "hides figures" of "the council hides figures"."""
    last = verb.i
    for child in verb.children:
        if child.i < verb.i or child.dep_ in ("advcl", "ccomp", "punct", "cc", "parataxis", "conj"):
            continue
        if child.dep_ in ("nsubj", "nsubjpass") or child.i > verb.i + longest:
            break
        if any(t.text in QUOTES for t in verb.doc[last + 1 : child.i]):
            break
        last = max(last, min(child.right_edge.i, verb.i + longest))
    return verb.i, last


def with_name(head: Token, first: int, last: int) -> tuple[int, int]:
    """The tokens of a description with the name that follows it: "a businessman, Akhmet Y."."""
    for child in head.children:
        if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > last:
            last = child.i
    return first, last


def with_preposition(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """The tokens with the preposition before them: "In 2007", "for 2.1 billion dollars"."""
    return (
        (first - 1, last) if first and doc[first - 1].pos_ == "ADP" and not doc[first].is_sent_start else (first, last)
    )


def cover(trigger: Token, parts: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """First and last token of the shortest stretch of the trigger's sentence that holds the trigger and the parts."""
    sentence = trigger.sent
    first = last = trigger.i
    for start, end in parts:
        if start < sentence.start or end >= sentence.end or abs(start - trigger.i) > LONGEST_QUOTE:
            continue
        first, last = min(first, start), max(last, end)
    doc = trigger.doc
    while first < trigger.i and (doc[first].is_punct or doc[first].is_space) and doc[first].text not in '"“‘«([':
        first += 1
    while last > trigger.i and (doc[last].is_punct or doc[last].is_space) and doc[last].text not in '"”’»)]':
        last -= 1
    return first, last
