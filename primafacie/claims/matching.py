"""Finds the lexicon's triggers in a parsed text and the tokens that stand in their slots."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from spacy.attrs import LEMMA, LOWER, TAG
from spacy.tokens import Doc, Span, Token

from primafacie.claims.english import events, naming, nominals, syntax, ties
from primafacie.claims.lexicon import Entry, Lexicon


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place where an entry's words stand: the head word and the further words of its phrase."""

    entry: Entry
    token: Token
    words: tuple[Token, ...]


HARM = frozenset({"Killing", "Injury", "Arrest", "Extradition", "Force"})
"""Kinds whose deed is never laid at the door of whoever only tells of it, asks for it or answers it."""
RELATIONAL = {
    "doer": ties.doer,
    "haver": ties.haver,
    "belonging": ties.belonging,
    "together": ties.together,
    "instances": ties.instances,
    "among": ties.among,
    "instructed": ties.instructed,
}
EVENTFUL = {"event": events.doers, "arms": events.arms, "figure": events.figure, "counted": events.counted,
            "sufferer": events.sufferer, "along": events.besides, "blamed": events.blamed, "blamer": events.blamer,
            "before": events.before, "writer": events.writer}  # fmt: skip


MISREAD = {
    "raped": "rape", "raping": "rape", "fined": "fine", "fining": "fine", "staged": "stage", "staging": "stage",
    "routed": "route", "waded": "wade", "reappointed": "reappoint", "rearrested": "rearrest", "cofounded": "cofound",
    "machinegunned": "machinegun", "machine-gunned": "machine-gun", "waterboarded": "waterboard",
    "installed": "install",
    "slain": "slay",
}  # fmt: skip
"""Forms whose dictionary form the parser's rules get wrong ("raped" is no form of "rap")."""


def part_of_speech(token: Token) -> str | None:
    """Under which heading of the lexicon the token is looked up."""
    verbal = token.tag_ in ("VBN", "VBD", "VBG", "VBZ", "VBP", "VB")
    if token.pos_ == "VERB" or (token.pos_ in ("AUX", "ADJ", "NOUN") and verbal):
        return "verbs"
    if token.pos_ == "ADJ" and any(c.dep_ == "dobj" for c in token.children):
        return "verbs"
    if token.pos_ in ("NOUN", "PROPN"):
        if token.tag_ == "NN" and any(c.lower_ == "to" and c.dep_ == "aux" for c in token.children):
            return "verbs"
        return "nouns"
    if token.pos_ in ("ADJ", "ADV"):
        return "adjectives"
    return None


def lemma(token: Token) -> str:
    """The lemma in lower case; names used as common nouns ("Ministers") lose their plural."""
    found = MISREAD.get(token.lower_) or token.lemma_.lower()
    if token.tag_ == "NNPS" and found.endswith("s") and not found.endswith("ss"):
        found = found[:-3] + "y" if found.endswith("ies") else found[:-1]
    return found


def triggers(doc: Doc | Span, lexicon: Lexicon) -> Iterator[Trigger]:
    """Every trigger of the text, in reading order; several entries may share a token."""
    for token in listed(doc, lexicon):
        pos = part_of_speech(token)
        if pos is None:
            continue
        word = lemma(token)
        candidates = lexicon.index.get((pos, word), ())
        if pos == "nouns" and not candidates and token.tag_ == "NN" and word.endswith("ing"):
            candidates = lexicon.index.get(("nouns", word), ())
        for entry, phrase in candidates:
            words = _phrase(token, phrase)
            if words is None:
                continue
            if entry.voice and not _in_voice(token, entry.voice):
                continue
            if entry.unless or entry.with_:
                around = surroundings(token)
                if entry.unless & around or (entry.with_ and not entry.with_ & around):
                    continue
            if entry.kind == "Position" and pos == "nouns" and _part_of_title(token, entry, lexicon):
                continue
            if entry.near and not entry.near & context(token):
                continue
            yield Trigger(entry, token, words)


NAMES = frozenset("pastor dean king bishop major marshal pope shah judge duke sultan".split())
"""Titles that are names of people as well."""


RANKS = frozenset("major captain lieutenant sergeant corporal colonel brigadier general prince princess".split())
"""Ranks and styles: before a name they say how somebody is addressed, not which office he holds."""
OFFICERS = frozenset("attorney prosecutor secretary director governor inspector auditor consul solicitor crown".split())
"""Words after which a rank or style is part of an office: "Attorney General"."""


def _part_of_title(noun: Token, entry: Entry, lexicon: Lexicon) -> bool:
    """True inside a name and for what only begins a longer title: "Deputy" of "Deputy Finance Minister Serik"."""
    if noun.ent_type_ == "PERSON" and noun.ent_iob_ == "I" and noun.lower_ in NAMES:
        return True
    if noun.dep_ not in ("compound", "nmod") or noun.head.pos_ != "PROPN":
        return False
    if noun.lower_ in RANKS and not (noun.i and noun.nbor(-1).lower_ in OFFICERS):
        return True
    if any(e is entry for e, _ in lexicon.index.get(("nouns", lemma(noun.head)), ())):
        return True
    for later in noun.doc[noun.i + 1 : noun.head.i]:
        if later.dep_ not in ("compound", "nmod") or later.head != noun.head or later.ent_type_ == "PERSON":
            return False
        if any(e is entry for e, _ in lexicon.index.get(("nouns", lemma(later)), ())):
            return True
    return False


def _in_voice(verb: Token, voice: str) -> bool:
    """True where the verb stands in the voice; "intransitive" is active with nothing as its object."""
    if syntax.is_passive(verb) or voice == "passive":
        return syntax.is_passive(verb) and voice == "passive"
    return voice == "active" or not syntax.children(verb, "dobj", "ccomp", "xcomp")


def listed(doc: Doc | Span, lexicon: Lexicon) -> Iterator[Token]:
    """The tokens whose word the lexicon lists as any part of speech: few, and each word is looked up once a text."""
    known: dict[tuple[int, ...], bool] = {}
    stretch: Any = doc
    for at, row in enumerate(stretch.to_array([LOWER, LEMMA, TAG]).tolist()):
        word = tuple(row)
        if word not in known:
            found = lemma(doc[at])
            known[word] = any((pos, found) in lexicon.index for pos in ("verbs", "nouns", "adjectives"))
        if known[word]:
            yield doc[at]


def context(token: Token) -> set[str]:
    """Lemmas of the trigger's sentence and of the one before it in the same text."""
    sentence = token.sent
    before = sentence.doc[sentence.start - 1].sent if sentence.start else sentence
    return {lemma(t) for span in (before, sentence) for t in span}


def _phrase(token: Token, phrase: tuple[frozenset[str], ...]) -> tuple[Token, ...] | None:
    """The tokens of the phrase, each a dependent of the trigger or of the word before it; None where one is missing.

    A preposition between them may go unsaid in the phrase: "place arrest" is "placed under house arrest" as well.
    """
    words = [token]
    for alternatives in phrase[1:]:
        found = None
        for holder in (words[-1], token, *syntax.children(token, "dobj", "advcl", "ccomp", "prep")):
            beside = (c for c in holder.children if not (c.ent_type_ == "DATE" and c.pos_ == "PROPN"))
            if holder != token and holder.pos_ in ("NOUN", "PROPN"):  # "put the death toll at 230" puts nobody to death
                beside = (c for c in beside if c.dep_ != "compound")
            found = next((c for c in beside if lemma(c) in alternatives or c.lower_ in alternatives), None)
            if found is not None:
                break
        if found is None and syntax.is_passive(token):
            found = next((c for c in syntax.undergoer(token) if lemma(c) in alternatives), None)
        if found is None:
            return None
        words.append(found)
    return tuple(words)


def surroundings(token: Token) -> set[str]:
    """Lemmas of the trigger's dependents, of its prepositions' objects and of what it modifies or is an object of."""
    around: set[str] = set()
    for child in token.children:
        around.update((lemma(child), child.lower_))
        if child.dep_ in ("prep", "agent", "dative", "prt"):
            around.update(lemma(p) for p in child.children)
        elif child.dep_ in ("dobj", "nsubjpass"):
            around.update(lemma(p) for part in child.children if part.dep_ == "prep" for p in part.children)
            around.update(lemma(c) for c in child.children if c.dep_ in ("compound", "conj", "nummod", "quantmod"))
    if token.head != token:
        around.add(lemma(token.head))
        if token.dep_ == "pobj":
            around.add(lemma(token.head.head))
    if token.pos_ in ("VERB", "AUX") and syntax.is_passive(token):
        around.update(lemma(s) for s in syntax.undergoer(token))
    return around


def slot(trigger: Trigger, name: str) -> list[Token]:
    """The heads of what stands in a slot of the trigger; ``for>of`` is what follows "of" after what follows "for".

    The first part of a path may also be a further word of the trigger's phrase: ``charge>of`` of "face charges of".
    """
    first, _, rest = name.partition(">")
    if rest:
        named = [w for w in trigger.words[1:] if lemma(w) == first and w.pos_ != "ADP"]
        through = [Trigger(trigger.entry, t, (t,)) for t in named or slot(trigger, first)]
        return [found for step in through for found in slot(step, rest) if found != trigger.token]
    if name in OF_TOKEN:
        return OF_TOKEN[name](trigger.token)
    if name in OF_TRIGGER:
        return OF_TRIGGER[name](trigger)
    return after(trigger, name)


def after(trigger: Trigger, preposition: str) -> list[Token]:
    """What follows a preposition that belongs to the trigger, or else to a further word of its phrase."""
    found = syntax.reach(trigger.token, preposition)
    for word in () if found else trigger.words[1:]:
        found = syntax.prepositional(word, preposition)
        if found:
            break
    return [t for t in found if t not in trigger.words]


def doer(trigger: Trigger) -> list[Token]:
    """Who does it: the subject of the verb, the agent of the noun, what the adjective is said of."""
    token = trigger.token
    if part_of_speech(token) == "verbs":
        return syntax.subject(token)
    if token.pos_ not in ("NOUN", "PROPN"):
        return syntax.described_by(token)
    return nominals.noun_agent(token, harm=trigger.entry.kind in HARM)


def sufferer(trigger: Trigger) -> list[Token]:
    """To whom or what it is done."""
    token = trigger.token
    found = syntax.undergoer(token) if part_of_speech(token) == "verbs" else syntax.prepositional(token, "of")
    return [n for t in found if t not in trigger.words for n in (events.named_first(t) or [t])]


def complement(trigger: Trigger) -> list[Token]:
    """The clause that says what is to be done or what was said; not a question that is left open."""
    token = trigger.token
    inside = [
        c for c in token.children
        if c.dep_ in ("xcomp", "ccomp", "acl", "advcl") and c.i > token.i and (c.dep_ != "advcl" or infinitival(c))
    ]  # fmt: skip
    inside = [c for c in inside if not any(m.lower_ in ("whether", "if") for m in syntax.children(c, "mark"))]
    return inside[:1] or next_infinitive(token)


def question(trigger: Trigger) -> list[Token]:
    """The clause that is left open: "investigating whether he paid bribes"."""
    clauses = syntax.children(trigger.token, "ccomp", "advcl")
    return [c for c in clauses if any(m.lower_ in ("whether", "if") for m in syntax.children(c, "mark"))]


def request(trigger: Trigger) -> list[Token]:
    """The clause that says what is to be done: "to leave", "that he be freed", "he should go"; never a question."""
    return [c for c in complement(trigger) if _bidden(c) and not _asking(c)]


def _bidden(clause: Token) -> bool:
    """True where nothing is stated: an infinitive, a gerund, a bare form or one with "should" or "must"."""
    helpers = syntax.children(clause, "aux", "auxpass")
    if any(a.lower_ in ("to", "should", "must", "shall") for a in helpers):
        return True
    finite = [t for t in (clause, *helpers) if t.tag_ in ("VBZ", "VBP", "VBD", "MD")]
    return not finite and clause.tag_ in ("VB", "VBN", "VBG")


def _asking(clause: Token) -> bool:
    return clause.left_edge.tag_ in ("WRB", "WP", "WDT") and clause.dep_ != "relcl"


def infinitival(clause: Token) -> bool:
    return any(a.dep_ == "aux" and a.lower_ == "to" for a in clause.children)


def owners(trigger: Trigger) -> list[Token]:
    return possessors(trigger.token) or (possessors(trigger.words[-1]) if len(trigger.words) > 1 else [])


OF_TOKEN: Mapping[str, Callable[[Token], list[Token]]] = {
    "receiver": syntax.receiver, "modifier": nominals.modifiers, "inner": nominals.inner_subject,
    "trigger": lambda t: [t], "predicate": lambda t: [t], "bearer": naming.bearer,
    "self": lambda t: ties.respective(t) or naming.denoted(t) or [t],
    "denoted": lambda t: ties.respective(t) or naming.denoted(t),
    "aim": lambda t: events.aim(t) if part_of_speech(t) == "verbs" else [],
    "appositive": lambda t: syntax.children(t, "appos"),
    "host": lambda t: [t.head] if t.dep_ in ("compound", "amod", "nmod") else [],
    **RELATIONAL, **EVENTFUL,
}  # fmt: skip
"""Slots that need the trigger's first word only."""
OF_TRIGGER: Mapping[str, Callable[[Trigger], list[Token]]] = {
    "subject": doer, "object": sufferer, "complement": complement, "possessor": owners,
    "infinitive": lambda trigger: [c for c in complement(trigger) if infinitival(c)], "request": request,
    "question": question,
    "word": lambda trigger: [trigger.words[-1]],
}  # fmt: skip
"""Slots that need all words of the trigger's phrase."""


def next_infinitive(token: Token) -> list[Token]:
    """The head of a following sentence that only carries on: "I wrote to them. To ask for sanctions."."""
    sentence = token.sent
    if token != sentence.root or sentence.end >= len(token.doc):
        return []
    following = token.doc[sentence.end].sent
    root = following.root
    return [root] if root.tag_ == "VB" and following[0].lower_ == "to" and not syntax.children(root, "nsubj") else []


def possessors(noun: Token) -> list[Token]:
    """Whose it is: "Tesco's", "his"; shared by coordinated nouns ("his wife and daughter")."""
    own = [c for c in noun.children if c.dep_ == "poss"]
    name = noun.head if noun.dep_ in ("compound", "nmod") and noun.head.pos_ == "PROPN" else noun
    if not own and name != noun:
        parts = [name, *(c for c in name.children if c.dep_ == "compound" and c.i < noun.i)]
        own = [c for part in parts for c in part.children if c.dep_ == "poss" and c.i < noun.i]
    if own and name.dep_ == "conj" and own[0].lower_ in ("his", "her") and name.head.pos_ == "PROPN":
        return [name.head]
    others = any(c.lower_ in ("other", "another") for c in noun.children)
    if not own and not others and noun.dep_ == "conj" and noun.head.pos_ in ("NOUN", "PROPN"):
        return possessors(noun.head)
    return own
