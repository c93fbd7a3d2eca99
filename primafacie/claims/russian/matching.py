"""Finds the lexicon's triggers in a Russian parse and the tokens that stand in their slots.

Slots beside those of English: ``dative``, ``instrumental``, ``genitive``; any other name is a preposition, with
the case after a colon where it tells meanings apart ("с:gen" from, "с:ins" with).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Span, Token

from primafacie.claims.lexicon import Lexicon
from primafacie.claims.matching import Trigger
from primafacie.claims.russian import naming, syntax
from primafacie.claims.russian.attributions import saying
from primafacie.claims.russian.nouns import type_of

INFINITIVE = ("ть", "ться", "чь", "чься", "ти", "тись")


def part_of_speech(token: Token) -> str | None:
    """Under which heading of the lexicon the token is looked up; participles go with their verb."""
    if token.pos_ in ("VERB", "AUX"):
        return "verbs"
    if token.pos_ in ("NOUN", "PROPN"):
        return "nouns"
    if token.pos_ == "ADJ":
        return "verbs" if token.lemma_.endswith(INFINITIVE) else "adjectives"
    return "adjectives" if token.pos_ in ("ADV", "DET") else None


def triggers(doc: Doc | Span, lexicon: Lexicon) -> Iterator[Trigger]:
    """Every trigger of the text, in reading order; several entries may share a token."""
    for token in doc:
        pos = part_of_speech(token)
        if pos is None:
            continue
        candidates = lexicon.index.get((pos, token.lemma_), ())
        if not candidates and pos == "adjectives":
            candidates = lexicon.index.get(("nouns", token.lemma_), ())
        if not candidates and pos == "nouns" and "-" in token.lemma_:
            candidates = lexicon.index.get(("nouns", token.lemma_.partition("-")[2]), ())
        for entry, phrase in candidates:
            words = _phrase(token, phrase)
            if words is None or (entry.voice and (entry.voice == "passive") != syntax.is_passive(token)):
                continue
            around = surroundings(token) if entry.unless or entry.with_ else set()
            if entry.unless & around or (entry.with_ and not entry.with_ & around):
                continue
            if entry.near and not entry.near & {t.lemma_ for t in token.sent}:
                continue
            yield Trigger(entry, token, words)


def _phrase(token: Token, phrase: tuple[frozenset[str], ...]) -> tuple[Token, ...] | None:
    """The tokens of the phrase, each a dependent of the trigger or of one of its dependents; None where one is
    missing."""
    words = [token]
    for alternatives in phrase[1:]:
        near = [*token.children] + [g for c in token.children for g in c.children]
        if words[-1] != token:
            near = list(words[-1].children) + near
        found = next((c for c in near if c.lemma_ in alternatives or c.lower_ in alternatives), None)
        if found is None:
            return None
        words.append(found)
    return tuple(words)


def surroundings(token: Token) -> set[str]:
    """Lemmas of the trigger's dependents, of theirs, and of what it hangs on."""
    beside = [c for c in token.children if not (c.dep_ == "parataxis" and c.lower_ in saying().nouns)]
    around = {w for c in beside for w in (c.lemma_, c.lower_)}
    around |= {
        g.lemma_
        for c in token.children
        if c.dep_ in ("dobj", "obl", "nmod", "nsubjpass", "nsubj", "iobj", "appos", "xcomp")
        for g in c.children
    }
    if token.head != token:
        around.add(token.head.lemma_)
    return around


def _subject(token: Token) -> list[Token]:
    if part_of_speech(token) == "verbs":
        return syntax.subject(token)
    return syntax.noun_agent(token) if token.pos_ in ("NOUN", "PROPN") else syntax.described_by(token)


def _object(token: Token) -> list[Token]:
    return syntax.undergoer(token) if part_of_speech(token) == "verbs" else syntax.genitive(token)


def _complement(token: Token) -> list[Token]:
    inside = [c for c in token.children if c.i > token.i and (
        (c.dep_ in ("xcomp", "ccomp", "csubj", "acl") and c.pos_ in syntax.CLAUSE)
        or (c.dep_ == "parataxis" and c.tag_ == "VB")
        or (c.dep_ == "advcl" and any(m.lower_ == "чтобы" for m in c.children)))]  # fmt: skip
    return inside[:1]


def _instrumental(token: Token) -> list[Token]:
    found = syntax.instrumental(token)
    below = syntax.children(token, "dobj") if part_of_speech(token) == "verbs" else syntax.genitive(token)
    return found or [i for o in below for i in syntax.instrumental(o)]


def _governor(token: Token) -> list[Token]:
    """The subject of the verb that the noun is an object of: "ждал ареста"."""
    return syntax.subject(token.head) if token.head.pos_ in syntax.CLAUSE and token.dep_ != "nsubj" else []


def _light_dative(token: Token) -> list[Token]:
    verb = syntax.light_verb(token)
    return syntax.dative(token) or (syntax.dative(verb) if verb is not None else [])


SLOTS: dict[str, Callable[[Token], list[Token]]] = {
    "subject": _subject,
    "object": _object,
    "dative": _light_dative,
    "instrumental": _instrumental,
    "genitive": syntax.genitive,
    "possessor": syntax.possessors,
    "modifier": syntax.modifiers,
    "trigger": lambda token: [token],
    "predicate": lambda token: [token],
    "self": lambda token: naming.denoted(token) or [token],
    "denoted": naming.denoted,
    "bearer": naming.bearer,
    "complement": _complement,
    "governor": _governor,
    "head": lambda token: [token.head],
    "appositive": lambda token: syntax.children(token, "appos"),
}


def slot(trigger: Trigger, name: str) -> list[Token]:
    """The heads of what stands in a slot; ``в>genitive`` is the genitive after what follows "в"."""
    token = trigger.token
    first, _, rest = name.partition(">")  # "word" is the last word of the trigger's phrase
    if rest:
        through = [Trigger(trigger.entry, t, (t,)) for t in slot(trigger, first)]
        return [found for step in through for found in slot(step, rest) if found != token]
    if name in SLOTS:
        found = SLOTS[name](token)
        return found if name in ("trigger", "predicate", "self") else [t for t in found if t not in trigger.words]
    if name == "word":
        return list(trigger.words[-1:]) if len(trigger.words) > 1 else []
    found = syntax.reach(token, name)
    for word in trigger.words[1:]:
        found = found or syntax.prepositional(word, name)
    return [t for t in found if t not in trigger.words and type_of(t.lemma_) != "time"]
