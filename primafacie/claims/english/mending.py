"""Sets right what the tagger makes of names that it has never seen: "Serik sold KazNitrogenGaz" has one verb.

The tree says that the word is an argument and its letters say that it is a name; only the tag disagrees.
"""

from __future__ import annotations

import re

import numpy
from spacy.attrs import DEP, TAG
from spacy.tokens import Doc, Token

ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "pobj", "dative", "appos", "attr", "compound", "poss", "conj")
TAGS = ("VBD", "VBN", "VBP", "VB", "VBZ", "CD", "FW", "UH", "RB", "NN", "NNS", "JJ", "XX", "ADD")
HUMPED = re.compile(r"[A-Z]?[a-z]+[A-Z][a-z]+\w*|[A-Z][a-z]+[A-Z]{2,}\w*")
"""A capital inside the word: "KazNitrogenGaz", "ZhanaTransOil"."""
CLAUSES = ("advcl", "xcomp", "acl", "relcl", "ccomp")
VERBAL = frozenset({"VBD", "VBN", "VBP", "VB", "VBZ"})


def mended(doc: Doc) -> Doc:
    """The same parse, with words that are written as names and stand as arguments tagged as names."""
    if not len(doc):
        return doc
    if "/" in doc.text:
        _joined(doc)
    strings = doc.vocab.strings
    rows = doc.to_array([TAG, DEP])
    wanted = numpy.isin(rows[:, 0], [strings[tag] for tag in TAGS])
    wanted &= numpy.isin(rows[:, 1], [strings[dep] for dep in (*ARGUMENTS, *CLAUSES)])
    for i in numpy.flatnonzero(wanted).tolist():
        token = doc[i]
        if token.tag_ == "VB" and _goal(token):
            _make_goal(token)
            continue
        humped = HUMPED.fullmatch(token.text) is not None
        verbal = token.tag_ in VERBAL and token.text.istitle() and token.text.isalpha() and i != token.sent.start
        if token.dep_ not in ARGUMENTS:
            continue
        if humped or (verbal and token.dep_ in ("dobj", "pobj", "nsubjpass", "dative")):
            token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text
    return doc


def _goal(token: Token) -> bool:
    """True for a name after "to" that the parser took for an infinitive: "sell the bank to KazNitrogenGaz"."""
    if not token.i or token.nbor(-1).lower_ != "to" or token.nbor(-1).head != token or not token.text[:1].isupper():
        return False
    beside = any(c.dep_ in ("appos", "relcl") for c in token.children)
    return HUMPED.fullmatch(token.text) is not None or (beside and not any(c.dep_ == "dobj" for c in token.children))


def _make_goal(token: Token) -> None:
    """Hangs the name on "to" and "to" on the verb, and what follows the name with a preposition on the verb too."""
    verb, to = token.head, token.nbor(-1)
    later = [c for c in token.children if c.dep_ in ("prep", "npadvmod", "advmod") and c.i > token.i]
    inner = [c for c in token.children if c.dep_ == "advcl" and c.tag_ in ("VBN", "VBG")]
    token.tag_, token.pos_, token.lemma_ = "NNP", "PROPN", token.text
    to.tag_, to.pos_ = "IN", "ADP"
    to.head, to.dep_ = verb, "prep"
    token.head, token.dep_ = to, "pobj"
    for child in later:
        child.head = verb
    for child in inner:
        child.dep_ = "acl"


def _joined(doc: Doc) -> None:
    """Makes one word of abbreviations joined by a stroke, "RFE/RL", whose second half is no name by itself."""
    with doc.retokenize() as retokenizer:
        last = -1
        for i in range(1, len(doc) - 1):
            row = doc[i - 1 : i + 2]
            tight = doc[i].text == "/" and not doc[i - 1].whitespace_ and not doc[i].whitespace_
            short = all(t.text.isalpha() and t.text.isupper() and len(t) <= 5 for t in (row[0], row[2]))
            if tight and short and i - 1 > last:
                attributes = {"TAG": "NNP", "POS": "PROPN", "LEMMA": row.text}
                retokenizer.merge(row, attrs=attributes)  # type: ignore[arg-type]
                last = i + 1
