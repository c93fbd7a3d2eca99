"""Whom a Russian noun stands for: the name beside it, its subject, whom a verb makes it.

Every function takes a noun and returns tokens: the heads of the names or phrases that it describes.
"""

from __future__ import annotations

from spacy.tokens import Token

from primafacie.claims.russian.syntax import CLAUSE, case, children, is_passive, preposition, subject, undergoer

BEING = frozenset(
    "быть являться стать становиться оставаться остаться служить работать считаться называться оказаться трудиться "
    "побыть пробыть выступать числиться".split()
)
NAMING = frozenset(
    "назначить назначать избрать избирать выбрать утвердить сделать назвать называть объявить признать провозгласить "
    "поставить переизбрать считать".split()
)
SEATS = frozenset("пост должность кресло место роль обязанность портфель полномочие".split())


def denoted(noun: Token, depth: int = 0) -> list[Token]:
    """Whom a noun of office, kin or trade stands for: the name beside it, its subject, whom a verb makes it."""
    head, label = noun.head, noun.dep_
    if noun.ent_type_ != "PERSON":
        named = [
            c
            for c in noun.children
            if c.dep_ in ("appos", "flat", "nmod")
            and c.ent_type_ == "PERSON"
            and (case(c) == case(noun) or not case(c) or not case(noun))
            and not preposition(c)
        ]
        named = named or _after(noun) or [
            g for c in children(noun, "appos") if c.pos_ == "NOUN" and c.i > noun.i
            for g in children(c, "appos", "flat") if g.ent_type_ == "PERSON"
        ]  # fmt: skip
        if named:
            return named[:1]
    told = children(noun, "nsubj")
    if told:
        return told
    if (
        label in ("appos", "flat", "nmod")
        and head.ent_type_ == "PERSON"
        and (label != "nmod" or case(noun) == case(head))
    ):
        return [head]
    if label in ("parataxis", "conj") and depth < 3 and head.pos_ == "NOUN":
        if head.ent_type_ == "PERSON":
            return [head] if label == "parataxis" else []
        return denoted(head, depth + 1) if case(noun) == case(head) else []
    if label == "appos" and head.pos_ in ("NOUN", "PRON"):
        return denoted(head, depth + 1) or [head]
    verb = head
    if verb.pos_ in CLAUSE and (case(noun) == "Ins" or label in ("xcomp", "nsubj")) and not preposition(noun):
        if verb.lemma_ in BEING and label != "nsubj":
            return subject(verb)
        if verb.lemma_ in NAMING and label != "nsubj":
            return undergoer(verb)
    if verb.pos_ in CLAUSE and preposition(noun) == "в:acc":
        return subject(verb)
    if label == "nmod" and case(noun) == "Gen" and head.lemma_ in SEATS:
        return seated(head)
    return []


def named_by(head: Token, kind: str | None) -> list[Token]:
    """The person named beside the head of a source: "представитель комитета Иван Петров"."""
    return denoted(head)[:1] if head.pos_ == "NOUN" and not head.ent_type_ else []


def seated(seat: Token) -> list[Token]:
    """Who holds the office of "пост", "должность": of whom it is said, or who takes or leaves it."""
    verb = seat.head
    if verb.pos_ in CLAUSE:
        done = is_passive(verb) or (preposition(seat) and children(verb, "dobj"))
        return undergoer(verb) if done else subject(verb)
    return [verb] if seat.dep_ in ("nmod", "appos") and verb.ent_type_ == "PERSON" else []


def _after(noun: Token) -> list[Token]:
    """The person named right after a description and its genitives: "глава комитета Иван Петров"."""
    at = noun.i + 1
    end = min(len(noun.doc), noun.i + 9)
    while at < end and noun.doc[at].ent_type_ != "PERSON":
        token = noun.doc[at]
        inside = token.is_quote or token.pos_ in ("ADP", "CCONJ") or (noun.is_ancestor(token) and not token.is_punct)
        if not inside:
            return []
        at += 1
    if at >= end or noun.doc[at].ent_iob_ != "B":
        return []
    if case(noun.doc[at]) not in (case(noun), "") and noun.doc[at - 1].text not in "»”":
        return []
    if case(noun) == "Gen" and any(
        t.pos_ == "NOUN" and t.i < noun.i and t.is_ancestor(noun) and t.i > noun.i - 3
        for t in noun.doc[max(0, noun.i - 3) : noun.i]
    ):
        return []
    return [noun.doc[at]]


def bearer(noun: Token) -> list[Token]:
    """Of whom a state in a prepositional phrase is said: "находится под стражей", "жил в эмиграции"."""
    governor = noun.head
    if governor == noun:
        return children(noun, "nsubj")
    if governor.pos_ in CLAUSE:
        return (
            undergoer(governor)
            if is_passive(governor) or (children(governor, "dobj") and governor.lemma_ not in BEING)
            else subject(governor)
        )
    return (denoted(governor) or [governor]) if governor.pos_ in ("NOUN", "PROPN", "PRON") else []
