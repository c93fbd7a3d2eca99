"""How firmly a Russian clause is put: negation, particles, modal words, questions, conditions, what governs it."""

from __future__ import annotations

from spacy.tokens import Token

from primafacie.claims.russian.naming import denoted
from primafacie.claims.russian.syntax import CLAUSE, LIGHT, POSSESSIVES, preposition
from primafacie.claims.stances import FLIP, RANK

NEGATIONS = frozenset("не ни нет никогда нельзя невозможно".split())
NOBODY = frozenset("никто ничто никакой ни".split())
DOUBTING = frozenset(
    "якобы возможно вероятно предположительно по-видимому наверное видимо похоже наверняка предполагаемый возможный "
    "вероятный неподтвержденный мнимый кажется очевидно".split()
)
ABLE = frozenset("мочь возможно способный смочь".split())
DUTY = frozenset(
    "должный нужно надо необходимо следовать обязать обязанный надлежать пора нужный необходимый стоить".split()
)
CALLING = frozenset(
    "требовать потребовать призвать призывать просить попросить настаивать добиваться предложить предлагать "
    "рекомендовать "
    "ходатайствовать требование призыв просьба ходатайство предложение приказать велеть приказ "
    "обратиться петиция".split()
)
FAILING = frozenset(
    "отказаться отказываться отказать отказывать перестать прекратить избежать отказ запретить помешать".split()
)
INTENDING = frozenset(
    "планировать намереваться намеренный хотеть захотеть собираться пытаться попытаться обещать пообещать "
    "грозить угрожать "
    "готовый готовить готовиться надеяться решить рассчитывать стремиться попытка план намерение угроза "
    "обещание готовность "
    "возможность переговоры обсуждать рассматривать вопрос идея".split()
)
BELIEVING = frozenset(
    "считать полагать думать подозревать казаться предполагать опасаться сомневаться верить допускать".split()
)
HAPPENING = frozenset("быть ожидать допустить последовать произойти случиться бывать вводить планироваться".split())
"""Verbs whose negation says that the deed named by their noun did not happen, beside the light verbs."""
ASKING_WHY = frozenset("почему зачем когда откуда".split())
CARRYING = frozenset("xcomp ccomp dobj nsubjpass obl conj nmod acl csubj advcl nsubj iobj csubjpass".split())


def presupposed(noun: Token) -> bool:
    """True for a noun whose phrase takes its content for granted: "его жена", "министр Иван Петров"."""
    if noun.pos_ not in ("NOUN", "PROPN") or noun.dep_ in ("ROOT", "xcomp"):
        return False
    if noun.dep_ in ("appos", "flat") or any(c.lemma_ in POSSESSIVES for c in noun.children):
        return True
    return any(c.dep_ in ("appos", "flat") for c in noun.children) and bool(denoted(noun))


def negated(token: Token) -> bool:
    """True where the token itself is negated: "не продал", "никогда не был", "без суда", "никто не"."""
    holders = [token, *(c for c in token.children if c.dep_ in ("aux", "auxpass", "cop"))]
    for child in (c for holder in holders for c in holder.children):
        if child.lower_ in NEGATIONS and child.dep_ in ("advmod", "discourse", "det", "aux", "dep", "cc"):
            following = child.doc[child.i + 1].lower_ if child.i + 1 < len(child.doc) else ""
            if following not in ("только", "менее", "более", "просто", "меньше", "больше"):
                return True
    without = preposition(token) == "без" or token.head.lower_ in ("нет", "отсутствие")
    return token.pos_ == "NOUN" and (without or any(c.lemma_ in ("никакой", "ни") for c in token.children))


def is_question(token: Token) -> bool:
    """True where the sentence ends in "?" and leaves the clause open; participles, relatives and "почему" state
    theirs."""
    sentence = token.sent
    if not any("?" in t.text for t in sentence[-3:]):
        return False
    node = token
    while node.head != node:
        if node.dep_ in ("relcl", "acl", "appos", "amod", "nmod") or (
            node.dep_ == "advcl" and not any(c.lower_ in ("если", "ли") for c in node.children)
        ):
            return False
        node = node.head
    opened = next((t for t in sentence if not t.is_punct and not t.is_space), token)
    return not (opened.lower_ in ASKING_WHY and token.pos_ in CLAUSE)


def _own(token: Token, found: set[str]) -> None:
    """What the token's own dependents and form say."""
    for child in token.children:
        word = child.lower_
        if (child.lemma_ in DOUBTING or word in DOUBTING) and child.dep_ in (
            "advmod",
            "amod",
            "discourse",
            "parataxis",
            "mark",
            "dep",
            "cc",
        ):
            found.add("doubts")
        elif word in ("бы", "б") or (word == "если" and child.dep_ in ("mark", "advmod")):
            found.add("supposes")
        elif word == "пусть":
            found.add("calls_for")
    moods = token.morph.get("Mood", [])
    if "Imp" in moods:
        found.add("calls_for")
    if "Fut" in token.morph.get("Tense", []) or any(
        c.dep_ == "aux" and ("Fut" in c.morph.get("Tense", []) or c.lower_.startswith("буд")) for c in token.children
    ):
        found.add("supposes")


def _outer(node: Token, parent: Token, found: set[str]) -> int:
    """What a governing word does to what is under it; 1 where it says that it did not happen."""
    lemma = parent.lemma_
    wish = any(c.lower_ in ("чтобы", "чтоб") for c in node.children)
    if node.dep_ in ("nsubj", "nsubjpass") and lemma not in DUTY:
        return 0
    if (lemma in CALLING and (node.tag_ == "VB" or wish or node.pos_ == "NOUN")) or lemma in DUTY:
        found.add("calls_for")
    elif lemma in ABLE and node.tag_ == "VB":
        found.add("doubts")
    elif lemma in INTENDING and (node.tag_ == "VB" or node.pos_ == "NOUN"):
        found.add("supposes")
    elif lemma in BELIEVING and node.dep_ in ("ccomp", "xcomp"):
        found.add("doubts")
    elif wish:
        found.add("supposes")
    if lemma in FAILING:
        return 1
    covered = node.tag_ == "VB" or (node.pos_ == "NOUN" and node.dep_ != "nmod" and lemma in LIGHT | HAPPENING)
    return 1 if covered and negated(parent) else 0


def stance(trigger: Token) -> str:
    """One of the stances of ``model.STANCES``, from the grammar around the trigger."""
    found = {"asserts"}
    _own(trigger, found)
    if presupposed(trigger):
        return max(found, key=RANK.index)
    denials = 1 if negated(trigger) else 0
    node = trigger
    for _ in range(6):
        parent, label = node.head, node.dep_
        if parent == node or label not in CARRYING:
            break
        if (label == "advcl" and not any(c.lower_ in ("если", "чтобы", "бы") for c in node.children)) or (
            label == "acl" and node.tag_ != "VB"
        ):
            break
        if label == "conj":
            if (
                node.pos_ in CLAUSE
                and any(c.dep_ in ("nsubj", "nsubjpass") for c in node.children)
                and node.tag_ != "VB"
            ):
                break
            denials += 1 if node.pos_ == "NOUN" and negated(parent) else 0
            _own(parent, found)
        else:
            denials += _outer(node, parent, found)
            if label in ("xcomp", "dobj", "nsubjpass", "csubj") or (
                node.pos_ == "NOUN" and label == "nsubj" and node == trigger
            ):
                _own(parent, found)
                happened = parent.lemma_ in LIGHT | HAPPENING
                denials += 1 if happened and node.dep_ in ("nsubj", "nsubjpass") and negated(parent) else 0
        node = parent
    if trigger.pos_ in CLAUSE and any(c.lemma_ in NOBODY and c.dep_.startswith("nsubj") for c in trigger.children):
        denials = 1
    if is_question(trigger):
        found.add("asks")
    result = max(found, key=RANK.index)
    return FLIP[result] if denials % 2 else result
