"""How firmly a clause is put: asserted, denied, doubted, asked, called for or supposed.

Reads the grammar around the trigger (negation, modals, questions, conditions, purpose); what the cue of an attribution
does to its content ("denied that", "urged to") is applied on top of it.
"""

from __future__ import annotations

from spacy.tokens import Token

from primafacie.claims.english.syntax import CLAUSE
from primafacie.claims.stances import FLIP, RANK

DOUBT_WORDS = frozenset(
    "reportedly allegedly apparently supposedly purportedly possibly perhaps maybe probably presumably likely unlikely "
    "seemingly ostensibly rumored rumoured unconfirmed alleged suspected purported supposed reported presumed "
    "so-called potential possible probable".split()
)
DOUBT_MODALS = frozenset({"may", "might", "could", "can"})
DOUBT_VERBS = frozenset(
    "believe think suspect fear seem appear allege rumor rumour presume guess assume imagine".split()
)
INTENT = frozenset("plan intention intent wish desire".split())
"""What "no" before it denies: "has no plans to sell"."""
DUTY_MODALS = frozenset({"must", "should", "ought", "shall"})
NEGATIONS = frozenset("not n't n’t never no neither nor without nobody none nothing hardly barely no-one".split())
FAILING = frozenset("refuse fail decline neglect omit cease stop avoid prevent halt block reject rule prohibit".split())
"""Verbs whose infinitive or gerund did not happen."""
INTENDING = frozenset(
    "plan want intend hope seek expect aim consider promise threaten offer agree propose try attempt wish prepare vow "
    "pledge schedule decide mean negotiate discuss commit".split()
)
"""Verbs whose infinitive has not happened yet, as far as the sentence says."""
CALLING = frozenset(
    "urge demand call ask request require insist recommend appeal beg implore press push pressure order encourage "
    "exhort petition plead advise want need lobby".split()
)
SEEKING = frozenset("seek propose advocate recommend favour favor".split())
DENYING = frozenset("deny dispute refute".split())
ACTS = frozenset(
    "arrest detention imprisonment jailing killing murder execution assassination massacre torture beating extradition "
    "deportation expulsion prosecution conviction sale transfer purchase seizure freezing payment bombing shelling "
    "shooting attack removal dismissal".split()
)
"""Nouns of acts which, demanded or denied, are not taken for granted."""
PROSPECTS = frozenset("intention plan desire wish intent thought prospect".split())
"""Nouns of which "no" denies what follows: "no intention of selling"."""
KNOWN = frozenset("the these those all".split())
"""Before a noun: what a participle after it says is taken for granted."""
PASSED_ON = frozenset("xcomp ccomp dobj nsubjpass pcomp pobj acl conj attr advcl nsubj prep acomp oprd".split())
"""Dependencies through which a governing word bears on what is below it."""
REACH = 6
"""Steps up the tree that are looked at."""


def is_question(token: Token) -> bool:
    """True where the sentence is a question that leaves the clause open: it ends in "?" and asks for a yes or a no.

    What a question presupposes ("Why did the police, who killed ten, …?") is stated, not asked: relative and
    participial clauses, appositions and clauses after "when", "after", "until", "because" keep their own force.
    """
    sentence = token.sent
    last = sentence[-1]
    while last.i > sentence.start and (last.is_space or last.text in "\"'”’)»"):
        last = last.nbor(-1)
    if "?" not in last.text:
        return False
    node = token
    while node.head != node:
        if node.dep_ in ("relcl", "acl", "appos", "poss", "compound", "amod", "nmod"):
            return False
        if node.dep_ == "advcl" and any(
            c.dep_ in ("mark", "advmod") and c.lower_ not in ("if", "whether") for c in node.children
        ):
            return False
        node = node.head
    opened = next((t for t in sentence if not t.is_punct and not t.is_space), token)
    return not (opened.tag_ == "WRB" and opened.lower_ in ("why", "how") and token.pos_ in CLAUSE)


def negated(token: Token, besides: Token | None = None) -> bool:
    """True where the token itself is negated: "never sold", "no sanctions", "nobody paid", "without paying".

    ``besides`` is a dependent whose own negation was counted already; "not only" denies nothing.
    """
    for child in token.children:
        if child == besides:
            continue
        if child.dep_ == "neg" or (child.lower_ in NEGATIONS and child.dep_ in ("det", "advmod", "preconj")):
            following = token.doc[child.i + 1].lower_ if child.i + 1 < len(token.doc) else ""
            if following not in ("only", "just", "merely", "least"):
                return True
        if child.dep_ in ("nsubj", "nsubjpass") and (
            child.lower_ in ("nobody", "none", "neither", "nothing")
            or any(c.lower_ in ("no", "neither") and c.dep_ == "det" for c in child.children)
        ):
            return True
        if (
            child.dep_ in ("nsubj", "nsubjpass")
            and child.lower_ == "one"
            and any(c.lower_ == "no" for c in child.children)
        ):
            return True
    if token.dep_ == "pcomp" and token.head.lower_ == "without":
        return True
    return token.dep_ == "pobj" and token.head.lower_ == "without"


def stance(trigger: Token) -> str:
    """One of the stances of ``model.STANCES``, from the grammar around the trigger."""
    found = {"asserts"}
    _own(trigger, found)
    if presupposed(trigger):
        return max(found, key=RANK.index)
    denials = 1 if negated(trigger) else 0
    node = trigger
    for _ in range(REACH):
        if node.head == node or _stands_alone(node):
            break
        denials += _above(trigger, node, found)
        node = node.head
    if is_question(trigger):
        found.add("asks")
    result = max(found, key=RANK.index)
    return FLIP[result] if denials % 2 else result


def _stands_alone(node: Token) -> bool:
    """True where what governs the clause says nothing of how firmly it is put."""
    if node.dep_ == "advcl":
        return _mark(node) not in ("if", "unless", "whether", "to")
    if node.dep_ == "conj" and node.pos_ in CLAUSE:
        return any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children)
    if node.dep_ == "acl" and node.tag_ == "VBN":  # "release all those held", "he denied the charges filed"
        return any(c.lower_ in KNOWN or c.dep_ == "poss" for c in node.head.children) or node.head.lower_ == "those"
    return node.dep_ in ("relcl", "appos")


def _above(trigger: Token, node: Token, found: set[str]) -> int:
    """What the word above ``node`` does to the trigger: adds to ``found``, returns 1 where it denies it."""
    parent, label = node.head, node.dep_
    denials = 0
    if label == "conj" and node.pos_ in CLAUSE:
        _own(parent, found)
        if parent.lemma_ in CALLING and node.tag_ == "VB":
            found.add("calls_for")
        if negated(parent) and not any(c.dep_ == "neg" for c in node.children) and _together(parent, node):
            denials += 1
    if label not in PASSED_ON:
        return denials
    if parent.pos_ in CLAUSE and label != "nsubj":
        return denials + _outer(node, parent, found)
    if parent.pos_ in CLAUSE:
        return denials + (1 if trigger.pos_ == "NOUN" and node == trigger and negated(parent) else 0)
    if parent.pos_ in ("NOUN", "PROPN") and label == "acl" and node.tag_ == "VB":
        found.add("supposes")
        denials += 1 if parent.lemma_ in INTENT and negated(parent) else 0
    elif parent.lemma_ in PROSPECTS and label == "prep" and node != trigger:
        denials += 1 if negated(parent) else 0
    elif parent.pos_ == "ADP" and parent.lower_ == "without" and node != trigger:
        denials += 1
    return denials


def presupposed(noun: Token) -> bool:
    """True for a noun whose phrase takes its content for granted: "his wife", "the massacre of ten", "Mayor Serik"."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("attr", "oprd", "ROOT") or _left_open(noun):
        return False
    if noun.dep_ in ("compound", "appos", "nmod"):
        return True
    return any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "these", "those"))
        for c in noun.children
    )


def _left_open(noun: Token) -> bool:
    """True for an act that somebody demands or denies, "called for the arrest of Serik": it need not have happened."""
    if noun.lemma_.lower() not in ACTS:
        return False
    top = noun.head if noun.dep_ == "pobj" and noun.head.lower_ in ("for", "on") else noun
    governor = top.head
    wished = governor.lemma_.lower() in CALLING - {"order"} | SEEKING | DENYING and governor.pos_ in (*CLAUSE, "NOUN")
    return wished and (noun.dep_ == "dobj" or (top != noun and governor.lemma_ in ("call", "appeal", "ask", "push")))


def _together(first: Token, second: Token) -> bool:
    """True where a negation of the first verb covers the second: they are joined by "or"."""
    return any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in first.children)


def _mark(verb: Token) -> str:
    return next((c.lower_ for c in verb.children if c.dep_ == "mark" or (c.dep_ == "aux" and c.lower_ == "to")), "")


def _own(token: Token, found: set[str]) -> None:
    """What the token's own dependents say: modals, adverbs, "if"."""
    verb = token if token.pos_ in CLAUSE else None
    for child in token.children:
        word = child.lower_
        if child.dep_ in ("amod", "advmod") and word in DOUBT_WORDS:
            found.add("doubts")
    if verb is None:
        return
    for child in verb.children:
        word = child.lower_
        if child.dep_ == "aux" and child.tag_ == "MD":
            if word in DOUBT_MODALS:
                found.add("doubts" if word != "can" else "supposes")
            elif word in DUTY_MODALS:
                found.add("calls_for")
            elif word in ("would", "will", "'ll", "’ll", "wo", "'d", "’d"):
                found.add("supposes")
        elif child.dep_ == "mark" and word in ("if", "unless", "whether"):
            found.add("supposes")
        elif child.dep_ == "advmod" and word in DOUBT_WORDS:
            found.add("doubts")
    if (
        verb.dep_ == "ROOT"
        and verb.tag_ == "VB"
        and not any(c.dep_ in ("nsubj", "nsubjpass", "aux", "expl") for c in verb.children)
    ):
        found.add("calls_for")


def _outer(node: Token, parent: Token, found: set[str]) -> int:
    """What a governing verb does to the clause or phrase under it; returns 1 where it says it did not happen."""
    lemma = parent.lemma_.lower()
    infinitive = node.dep_ in ("xcomp", "ccomp", "advcl") and any(
        c.lower_ == "to" and c.dep_ == "aux" for c in node.children
    )
    if node.dep_ == "ccomp" and node.i < parent.i and any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children):
        return 0
    clausal = node.dep_ in ("xcomp", "ccomp", "pcomp", "dobj", "advcl") or node.dep_ == "prep"
    sought = lemma in SEEKING and node.dep_ == "dobj" and node.lemma_.lower() in ACTS
    denials = 0
    if node.dep_ == "advcl" and infinitive:
        if node.lemma_ not in CALLING:
            found.add("supposes")
        return 0
    if clausal and lemma in FAILING and node.pos_ in CLAUSE:
        denials += 1
    elif infinitive and lemma in INTENDING and not any(c.dep_ == "nsubj" for c in node.children):
        found.add("supposes" if not any(c.dep_ in ("dobj", "dative") for c in parent.children) else "calls_for")
    elif sought or (
        clausal and lemma in CALLING and (infinitive or node.dep_ in ("dobj", "prep") or lemma in ("demand", "urge"))
    ):
        found.add("calls_for")
    elif node.dep_ in ("xcomp", "ccomp") and lemma in DOUBT_VERBS:
        found.add("doubts")
    if infinitive and lemma in ("have", "need") and node.dep_ == "xcomp":
        found.add("calls_for")
    if node.dep_ in ("xcomp", "dobj", "nsubjpass", "attr", "oprd", "acomp", "prep") or infinitive:
        _own(parent, found)
        denials += 1 if negated(parent, besides=node) else 0
    elif (
        node.dep_ == "ccomp"
        and negated(parent)
        and lemma in ("say", "believe", "think", "mean", "show", "prove", "confirm", "claim", "know")
    ):
        found.add("doubts")
    return denials
