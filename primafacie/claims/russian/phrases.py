"""Stretches of a Russian sentence: the words of a noun phrase, of what is demanded or charged."""

from __future__ import annotations

from spacy.tokens import Token

from primafacie.claims.russian.syntax import CLAUSE, case, preposition

INSIDE = frozenset("amod det nummod flat nmod appos advmod compound fixed".split())
OPENING = frozenset('"«“„')
MARKS = frozenset('"«»“”„')
DETERMINERS = frozenset("этот тот весь свой его ее их мой твой наш ваш какой-то некоторый".split())
CONTINUING = frozenset({"relcl", "acl", "advcl", "parataxis", "ccomp"})


def noun_phrase(head: Token, *, keep: frozenset[str] = frozenset({"genitive", "prepositional"})) -> tuple[int, int]:
    """First and last token: what stands before the head, and after it genitives, names in marks, kept phrases."""
    doc = head.doc
    first = last = head.i
    for child in head.children:
        if child.i < head.i and child.dep_ in INSIDE - {"appos", "nmod"} and not preposition(child):
            first = min(first, child.left_edge.i)
        elif child.i < head.i and child.dep_ == "nmod" and child.pos_ in ("PRON", "DET"):
            first = min(first, child.i)
    for child in sorted(head.children, key=lambda c: c.i):
        if child.i < head.i or child.left_edge.i - last > 2:
            continue
        follows = child.dep_ in ("flat", "fixed", "compound") or (
            child.dep_ == "appos"
            and (
                child.left_edge.i == last + 1
                and doc[last + 1].text != ","
                and (doc[child.i - 1].text in OPENING or child.pos_ == "X" or child.ent_type_ == "ORG")
            )
        )
        close = "genitive" in keep and not preposition(child) and child.left_edge.i == last + 1
        genitive = close and (
            child.dep_ == "nummod"
            or (child.dep_ == "nmod" and case(child) != "Ins")
            or (child.dep_ == "appos" and case(child) == "Gen" != case(head))
        )
        kept = (
            child.dep_ in ("nmod", "obl", "acl")
            and "prepositional" in keep
            and bool(preposition(child))
            and child.left_edge.i == last + 1
        )
        if follows or genitive or kept:
            last = max(last, noun_phrase(child, keep=keep)[1])
    while last + 1 < len(doc) and doc[last + 1].text in "»”" and any(t.text in "«“„" for t in doc[first : last + 1]):
        last += 1
    while first < head.i and (
        doc[first].lemma_ in DETERMINERS or (doc[first].is_punct and doc[first].text not in MARKS)
    ):
        first += 1
    return first, last


def clause(head: Token, longest: int = 30) -> tuple[int, int]:
    """First and last token of a clause without its conjunction: what is demanded, charged, announced."""
    left = head.left_edge.i
    while left < head.i and (
        head.doc[left].lower_ in ("что", "чтобы", "чтоб", "как", "бы", "ли", "то") or head.doc[left].is_punct
    ):
        left += 1
    right = min(head.right_edge.i, left + longest)
    while right > head.i and head.doc[right].is_punct and head.doc[right].text not in "»”)":
        right -= 1
    return left, right


def phrase(head: Token) -> tuple[int, int]:
    """A noun phrase or a clause, by what the head is."""
    return clause(head) if head.pos_ in CLAUSE and head.dep_ != "amod" else noun_phrase(head)


def predicate(verb: Token, longest: int = 25) -> tuple[int, int]:
    """First and last token of what a verb says of its subject."""
    last = verb.i
    for child in verb.children:
        if child.i < verb.i or child.dep_ in CONTINUING | {"punct", "cc", "conj"}:
            continue
        if child.dep_ in ("nsubj", "nsubjpass") or child.i > verb.i + longest:
            break
        last = max(last, min(child.right_edge.i, verb.i + longest))
    return verb.i, last


def with_name(head: Token, first: int, last: int) -> tuple[int, int]:
    """The tokens of a description with the name that follows it: "министр финансов Иван Петров"."""
    for child in head.children:
        if child.dep_ in ("appos", "flat") and child.ent_type_ and child.i > last and child.i - last < 4:
            last = max([child.i, *(c.i for c in child.children if c.dep_ == "flat")])
    return first, last


def post(head: Token) -> tuple[int, int]:
    """The words of a post up to the name of whoever holds it: "министр финансов" of "министр финансов Иван Петров"."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return head.i, head.i
    first, last = noun_phrase(head, keep=frozenset({"genitive"}))
    named = next((t.i for t in head.doc[head.i + 1 : last + 1] if t.ent_type_ == "PERSON"), last + 1)
    return first, max(head.i, named - 1)
