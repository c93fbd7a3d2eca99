"""Whom a noun stands for: the name in apposition or after "is", the subject that became it, the name set after it.

Every function takes a noun and returns tokens: the heads of the names or phrases that it describes.
"""

from __future__ import annotations

from spacy.tokens import Token

from primafacie.claims.english.syntax import (
    CLAUSE,
    COPULA,
    children,
    controller,
    is_passive,
    prepositional,
    subject,
    undergoer,
)

NAMING = frozenset(
    "appoint elect name make call consider designate nominate crown declare proclaim install reappoint re-elect title "
    "label brand describe regard know see view dub".split()
)
OWNERS = frozenset("owner co-owner shareholder proprietor beneficiary settlor founder buyer seller".split())
"""Nouns that also somebody without a name may be: "its sole shareholder is a retired teacher"."""
OWN_OFFICE = frozenset(
    "succeed replace join enter leave serve represent follow begin start resign work take found quit spend hold assume "
    "finish end head lead run act advise assist attend return visit sign address have win".split()
)
"""Verbs after which "as" says what the subject is, not the object: "Tarin succeeded Serik as chairman"."""

PLACING = frozenset("put place send hold keep throw lock leave take bring return shut drag".split())
"""Verbs that put their object, not their subject, into the state: "the police hold him in custody"."""


def denoted(noun: Token, depth: int = 0) -> list[Token]:
    """Whom a relational noun stands for: the name in apposition or after "is", the subject that "became" it."""
    named = [c for c in children(noun, "appos") if c.pos_ == "PROPN" and _set_off(noun, c)] or name_after(noun)
    named = named or _called(noun) or _until(noun)
    if named:
        return named[:1]
    head = noun.head
    label = noun.dep_
    if label == "nsubj" and head.lemma_ == "be" and noun.pos_ == "NOUN":
        whoever = noun.lemma_ in OWNERS and bool(children(noun, "poss"))
        return [c for c in children(head, "attr") if c.pos_ == "PROPN" or (whoever and c.pos_ == "NOUN")]
    if label in ("compound", "nmod", "amod") and head.pos_ == "PROPN":
        return [head] if head.lower_ != "emeritus" or depth > 2 else denoted(head, depth + 1)
    if label == "appos" and head.pos_ in ("PROPN", "PRON", "NOUN"):
        return [head] if head.pos_ == "PROPN" or depth > 2 else (denoted(head, depth + 1) or [head])
    if label == "attr" and head.lemma_ in COPULA:
        return subject(head) or controller(head)
    if label in ("oprd", "attr") and head.pos_ in CLAUSE:
        return undergoer(head) if is_passive(head) or children(head, "dobj") else subject(head)
    if label in ("dobj", "ccomp") and head.lemma_ in NAMING and children(noun, "nsubj"):
        return children(noun, "nsubj")
    if label == "pobj" and head.lower_ == "as" and head.head.pos_ == "PROPN":
        return [head.head]
    if label == "pobj" and head.lower_ == "as" and head.head.pos_ == "NOUN":
        return [c for c in head.head.children if c.dep_ == "poss"] or bearer(head.head)
    if label == "pobj" and head.lower_ == "as" and head.head.pos_ in CLAUSE:
        beside = noun.doc[head.i - 1] if head.i else noun
        if beside.pos_ == "PROPN" and beside.dep_ == "pobj" and beside.head.lower_ == "with":
            return [beside]
        verb = head.head
        made = is_passive(verb) or (children(verb, "dobj") and verb.lemma_ not in OWN_OFFICE)
        return undergoer(verb) if made else subject(verb)
    if label == "conj" and head.pos_ in ("NOUN", "PROPN") and depth < 3 and ";" not in noun.doc[head.i : noun.i].text:
        outer = denoted(head, depth + 1)
        office = head.dep_ not in ("dobj", "pobj", "nsubj") or head.head.lower_ == "as"
        return outer if outer and office else []
    return []


def _called(noun: Token) -> list[Token]:
    """The name given in a description set after the noun: "the auditor, a woman called Dana Holt"."""
    return [
        name
        for beside in children(noun, "appos")
        for clause in children(beside, "acl")
        if clause.lower_ in ("called", "named")
        for name in children(clause, "oprd", "dobj", "attr")
        if name.pos_ == "PROPN"
    ]


def _until(noun: Token) -> list[Token]:
    """The name before an office that ended: "Arman Serik, until last year governor of Karatas, …"."""
    bound = noun.head
    if noun.dep_ != "pobj" or bound.lower_ != "until" or bound.i < 2 or bound.nbor(-1).text != ",":
        return []
    name = bound.nbor(-2)
    return [name] if name.pos_ == "PROPN" and name.ent_type_ == "PERSON" else []


def _set_off(noun: Token, name: Token) -> bool:
    """True where the name stands right after the noun or a pause, not after another noun that it names."""
    before = name.left_edge.i - 1
    return before <= noun.i or noun.doc[before].is_punct or noun.doc[before].pos_ not in ("NOUN", "PROPN")


def name_after(noun: Token) -> list[Token]:
    """The person named right after a description where the parser missed the link.

    "X's deputy, Viktor B., a …" hung on the verb; "Ambassador to Germany Richard G." taken for one name.
    """
    doc, at = noun.doc, noun.i + 1
    if at < len(doc) and doc[at].ent_type_ == "PERSON" and doc[at].ent_iob_ == "B" and noun.pos_ == "NOUN":
        at -= 1
    while at + 1 < len(doc) and doc[at].lower_ == "and" and doc[at + 1].tag_ in ("NN", "NNS"):
        at += 2
    beside = at + 1 < len(doc) and (doc[at].text == "," or at == noun.i)
    if beside and doc[at + 1].ent_type_ == "PERSON" and doc[at + 1].ent_iob_ == "B":
        end = at + 1
        while end + 1 < len(doc) and doc[end + 1].ent_iob_ == "I":
            end += 1
        if doc[end].dep_ == "nsubj" and doc[end].head.dep_ == "relcl" and doc[end].head.head == noun:
            return []
        if end + 1 >= len(doc) or doc[end + 1].is_punct or at in (noun.i, noun.i + 3):
            return [doc[end]]
    for preposition in children(noun, "prep"):
        for name in children(preposition, "pobj"):
            if name.ent_type_ == "PERSON" and any(
                c.dep_ == "compound" and c.ent_type_ in ("GPE", "ORG", "NORP") for c in name.children
            ):
                return [name]
            inside = noun.dep_ not in ("appos", "attr") and preposition.lower_ in ("of", "at", "for")
            if name.pos_ == "PROPN" and inside:
                later = [c for c in children(name, "appos") if c.ent_type_ == "PERSON" and c.tag_ == "NNP"]
                if later and doc[later[0].left_edge.i - 1].text == ",":
                    return later[:1]
    return []


def bearer(noun: Token) -> list[Token]:
    """Of whom a state in a prepositional phrase is said: "he lived in exile", "the minister, in exile since 2010"."""
    if noun.dep_ != "pobj":
        return []
    governor = noun.head.head
    if governor.pos_ in CLAUSE:
        placed = is_passive(governor) or (governor.lemma_ in PLACING and children(governor, "dobj"))
        return undergoer(governor) if placed else subject(governor)
    return (denoted(governor) or [governor]) if governor.pos_ in ("NOUN", "PROPN", "PRON") else []


def teller(head: Token, kind: str | None) -> list[Token]:
    """Who tells it, behind the head of a source of the type: the author of a report, the name after "spokesman"."""
    behind = prepositional(head, "by") or children(head, "poss")
    if kind in ("thing", "event", None) and behind:
        return behind
    return name_after(head) if head.pos_ != "PRON" and not head.ent_type_ else []
