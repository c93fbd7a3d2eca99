"""Whether an office is still held, as far as the sentence says, and what a word of kinship or tie says in full."""

from __future__ import annotations

from spacy.tokens import Token

from primafacie.claims.english.syntax import CLAUSE

FORMER = frozenset(
    "former ex late onetime one-time then ousted outgoing previous ex- deposed erstwhile past retired disgraced".split()
)
LEAVING = frozenset("resign step quit retire fire dismiss sack remove oust depose suspend replace unseat".split())
"""Verbs after which "as minister" or "from his post" names what was lost."""
EARLIER = frozenset("previously formerly once until till".split())
AMOUNTING = frozenset("be total amount exceed reach stand value".split())
HOLDING = frozenset("current now sitting acting new".split())
"""Words by which an office beside a former one is held: "a former mayor and current senator"."""
ACTING = frozenset("serve work be act head lead run chair hold employ".split())
BACK_THEN = frozenset("time point stage".split())


def former(token: Token) -> bool:
    """True where the words around a post or a verb of holding it say that it is over."""
    if any(c.lower_ in FORMER for c in token.children if c.i < token.i):
        return True
    if token.dep_ in ("compound", "nmod") and any(c.lower_ in FORMER for c in token.head.children if c.i < token.i):
        return True
    if token.dep_ == "conj" and not any(c.dep_ in ("det", "poss") or c.lower_ in HOLDING for c in token.children):
        return token.head.pos_ in ("NOUN", "PROPN") and former(token.head)
    if token.dep_ == "pobj" and token.head.head.lemma_ in LEAVING:
        return True
    if any(p.lower_ == "at" and any(t.lemma_ in BACK_THEN for t in p.children) for p in token.children):
        return True
    if token.dep_ == "pobj" and token.head.lower_ == "until":
        return True
    verb = token if token.pos_ in CLAUSE else token.head if token.dep_ == "attr" else token
    if verb.dep_ == "pobj" and verb.head.lower_ == "as":
        verb = verb.head.head
    if verb.pos_ in CLAUSE and verb.lemma_ not in ACTING:
        return False
    if any(c.dep_ == "aux" and c.lower_ == "had" for c in verb.children):
        return True
    return any(c.lower_ in EARLIER and not any(g.dep_ == "neg" for g in verb.children) for c in verb.children)


def equated(noun: Token) -> bool:
    """True for the subject of a sentence that says how much it is: "the sale price is 900 million"."""
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head.lemma_ in AMOUNTING


def relation(token: Token) -> str:
    """The words of a tie: "business partner", "brother-in-law", "ex-wife"."""
    doc, start, end = token.doc, token.i, token.i + 1
    if doc[token.i + 1 : token.i + 5].text.lower() == "-in-law":
        end += 4
    elif start >= 2 and doc[start - 1].text == "-" and doc[start - 2].lower_ in ("ex", "half", "step", "great"):
        start -= 2
    word = token.lemma_.lower() if end == token.i + 1 else token.lower_
    before = doc[start : token.i].text.lower()
    own = [
        doc[t.left_edge.i : t.i + 1].text.lower()
        for t in doc[max(0, start - 3) : start]
        if t.head == token and t.dep_ in ("compound", "nmod") and not t.ent_type_ and t.text != "-"
    ]
    return " ".join([*own, before + word + doc[token.i + 1 : end].text.lower()])
