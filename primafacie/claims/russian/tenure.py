"""Whether a Russian office is still held, and the words of a tie."""

from __future__ import annotations

from spacy.tokens import Token

from primafacie.claims.clauses import CLAUSE
from primafacie.claims.russian.naming import SEATS
from primafacie.claims.russian.syntax import preposition

FORMER = frozenset("бывший экс тогдашний прежний отставной опальный предыдущий".split())
CURRENT = frozenset("нынешний действующий новый первый исполняющий врио и.о. другой".split()) - {"первый"}
LEAVING = frozenset(
    "уволить увольнять отставка снять отстранить уйти покинуть оставить лишиться сместить освободить "
    "отправить подать".split()
)


def former(token: Token) -> bool:
    """True where the words around a post or a verb of holding it say that it is over."""
    if token.lower_.startswith("экс-") or any(c.lemma_ in FORMER for c in token.children if c.i < token.i):
        return True
    if token.pos_ in CLAUSE and "Past" in token.morph.get("Tense", []) and "Imp" in token.morph.get("Aspect", []):
        return not any(preposition(c) == "с" for c in token.children)  # "командовал", but not "с 2005 года командовал"
    verb = token
    for _ in range(3):
        if verb.pos_ in CLAUSE or verb.head == verb:
            break
        verb = verb.head if verb.head.lemma_ in SEATS or verb.head.pos_ in CLAUSE or verb.dep_ == "conj" else verb
    if verb != token and verb.pos_ in CLAUSE and verb.lemma_ in LEAVING and token.head.lemma_ in SEATS:
        return True
    return any(c.lower_ in ("ранее", "прежде", "раньше", "когда-то", "некогда") for c in verb.children)


def relation(token: Token) -> str:
    """The words of a tie in the dictionary form: "жена", "двоюродный брат", "деловой партнер"."""
    own = [c.lemma_ for c in token.children if c.dep_ == "amod" and c.i < token.i and c.lemma_ not in FORMER | CURRENT]
    word = token.lemma_
    ex = ["бывший"] if any(c.lemma_ == "бывший" for c in token.children) else []
    return " ".join([*ex, *own[-1:], word])
