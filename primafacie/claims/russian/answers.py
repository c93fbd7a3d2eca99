"""Answers that only their question makes plain: "Сколько погибло?" "Сотни."; "Кто купил банк?" "Ахметов."; "Да.".

The answer's own sentence is the quote; the voice is whoever answers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.tokens import Span, Token

from primafacie.claims.matching import Trigger
from primafacie.claims.russian.stance import DOUBTING
from primafacie.claims.russian.syntax import case, preposition
from primafacie.model import Claim, Filler, Quote, digest
from primafacie.vocabulary import KINDS

if TYPE_CHECKING:
    from primafacie.claims.engine import Filled, Reader

COUNTED = {"Killing": "victim", "Injury": "victim", "Arrest": "victim", "Protest": "actor"}
NUMBER = frozenset("сколько число количество цифра много масштаб".split())
SAID = frozenset("быть думать считать знать полагать говорить сказать насчитать назвать".split())
"""Verbs that add nothing to the number in an answer: "Думаю, сотни.", "Их были сотни."."""
YES = frozenset("да конечно разумеется безусловно именно верно".split())
NO = frozenset("нет никогда неправда ложь".split())
FINITE = frozenset({"VBD", "VBZ"})
HEARSAY = DOUBTING | frozenset("говорят думаю кажется вроде слухам наверно".split())
SURE = 0.55
"""How sure an answer is that leans on its question."""


def answers(reader: Reader, found: Sequence[Claim]) -> Iterator[Claim]:
    """Claims of the answers that a question is needed to understand; ``found`` are those read without it."""
    for question, reply in _turns(reader):
        bare = [sentence for n, sentence in enumerate(reply) if not any(map(_stated, reply[: n + 1]))]
        counted = _counted(reader, question, reply[0])
        named = [] if counted else [c for sentence in bare for c in _named(reader, question[-1], sentence)]
        own = {c.kind for c in found if reply[0].start_char <= _place(reader, c) < reply[-1].end_char}
        granted = [] if counted or named else _granted(reader, found, question[-1], reply[0])
        yield from (claim for claim in [*counted, *named, *granted] if claim.kind not in own)


def _turns(reader: Reader) -> Iterator[tuple[list[Span], list[Span]]]:
    """The sentences of each question with those of the passage that answers it."""
    parsed = reader.parsed
    question: list[Span] = []
    reply: list[Span] = []
    for sentence in parsed.doc.sents:
        here = parsed.passage(sentence.start)
        if reply and parsed.passage(reply[0].start) != here:
            yield question, reply
            question, reply = [], []
        if here.role == "question":
            fresh = bool(question) and parsed.passage(question[0].start) != here
            question = [sentence] if fresh else [*question, sentence]
        elif here.role == "answer" and question:
            reply.append(sentence)
        elif here.role != "label":
            question = []
    if reply:
        yield question, reply


def _place(reader: Reader, claim: Claim) -> int:
    """Where a claim's quote begins, in characters of the parse."""
    return reader.parsed.doc[reader.parsed.token_at(claim.quote.start)].idx


def _stated(sentence: Span) -> bool:
    """True where the sentence states something by a verb of its own."""
    return any(t.tag_ in FINITE and t.lemma_ not in SAID and t.dep_ != "relcl" for t in sentence)


def _counted(reader: Reader, question: list[Span], reply: Span) -> list[Claim]:
    """ "Сколько погибло?" "Сотни.": the number of whom the question speaks."""
    asked = question[-1]
    if not any(t.lemma_ in NUMBER for t in asked) or _stated(reply):
        return []
    trigger = next((t for t in reader.language.triggers(asked, reader.lexicon) if t.entry.kind in COUNTED), None)
    value = reader.quantities.count(reply.root, reply.start, reply.end - 1)
    if trigger is None or value is None:
        return []
    count, (first, last) = value
    start, stop = reader.parsed.chars(first, last)
    words = reader.parsed.source.text[start:stop]
    role = COUNTED[trigger.entry.kind]
    others = {r: tuple(f for _, _, f in items) for r, items in reader.roles(trigger).items() if r != role}
    kept = {r: fs for r, fs in others.items() if not any(reader.language.unresolved(f.text) for f in fs)}
    claim = reader.claim(trigger, KINDS[trigger.entry.kind], {}, None)
    claim = replace(claim, roles={**kept, role: (Filler(words, words, start, stop, "group"),)}, count=count)
    return [_answered(reader, claim, reply, "asserts")]


def _named(reader: Reader, asked: Span, reply: Span) -> list[Claim]:
    """ "Кто купил банк?" "Ахметов.": the answer fills the role that the question leaves open."""
    found = []
    for trigger in reader.language.triggers(asked, reader.lexicon):
        kind = KINDS[trigger.entry.kind]
        roles = reader.roles(trigger)
        for role, items in roles.items():
            word = next((head for head, _, f in items if reader.language.unresolved(f.text) and _asks(head)), None)
            fillers = _fillers(reader, trigger, role, word, reply) if word is not None else []
            filled = {**roles, role: fillers}
            if fillers and reader.enough(trigger, kind, filled):
                found.append(_answered(reader, reader.claim(trigger, kind, filled, None), reply, "asserts"))
                break
    return found


def _asks(head: Token) -> bool:
    """True for "кто", "кого", "какая компания"."""
    return head.lemma_ in ("кто", "что", "чей") or any(c.lemma_ in ("какой", "чей", "который") for c in head.children)


def _fillers(reader: Reader, trigger: Trigger, role: str, word: Token, reply: Span) -> list[Filled]:
    """What stands in the reply in the case of the question's word, else what it begins with: forms look alike."""
    types = trigger.entry.types.get(role) or KINDS[trigger.entry.kind].roles[role].types
    heads = []
    for token in reply:
        inside = token.head != token and token.head.pos_ in ("NOUN", "PROPN", "X") and token.head in reply
        after = token.dep_ in ("parataxis", "conj") or not inside
        if token.pos_ in ("NOUN", "PROPN", "X", "NUM") and after and not preposition(token):
            heads.append(token)
    agreeing = [token for token in heads if case(token) in (case(word), "")]
    items = [item for token in (agreeing or heads)[:1] for item in reader.names(token, types, False, trigger)]
    return [item for item in items if not reader.language.unresolved(item[2].text)]


def _granted(reader: Reader, found: Sequence[Claim], asked: Span, reply: Span) -> list[Claim]:
    """ "Вас пытали?" "Да, дважды.": what the question asks is granted, or denied."""
    opened = next((t.lower_ for t in reply if not t.is_punct and not t.is_space), "")
    if opened not in YES | NO or any(_asks(t) or t.lemma_ in NUMBER for t in asked) or _stated(reply):
        return []
    stance = "asserts" if opened in YES else "denies"
    count = reader.quantities.count(reply.root, reply.start, reply.end - 1)
    claims = []
    for claim in found:
        if claim.stance == "asks" and asked.start_char <= _place(reader, claim) < asked.end_char:
            more = "count" in KINDS[claim.kind].values and count is not None
            claims.append(_answered(reader, replace(claim, count=count[0]) if more and count else claim, reply, stance))
    return claims


def _answered(reader: Reader, claim: Claim, reply: Span, stance: str) -> Claim:
    """The question's claim as whoever answers makes it, with the answer's sentence for a quote."""
    parsed, last = reader.parsed, reply.end - 1
    while last > reply.start and (reply.doc[last].is_punct or reply.doc[last].is_space):
        last -= 1
    start, end = parsed.chars(reply.start, last)
    if stance == "asserts" and any(t.lower_ in HEARSAY for t in reply):
        stance = "doubts"
    speaker = parsed.passage(reply.start).speaker or parsed.source.author or "author"
    names = sorted((role, f.mention) for role, fs in claim.roles.items() for f in fs)
    extractor = reader.language.extractor
    return replace(
        claim, id=digest("claim", parsed.source.id, extractor.split("/")[0], claim.kind, start, end, "answer", names),
        quote=Quote(start, end, parsed.source.text[start:end]), voices=(speaker,), stance=stance, confidence=SURE,
    )  # fmt: skip
