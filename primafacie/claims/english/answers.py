"""Answers that say only the number: "How many died?" "Hundreds." The question says what is counted.

The answer's own first sentence is the quote; the voice is whoever answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from primafacie.claims.english.stance import negated
from primafacie.claims.lexicon import Lexicon
from primafacie.claims.matching import triggers
from primafacie.claims.parsing import Parsed
from primafacie.claims.quantities import Quantities
from primafacie.model import Claim, Filler, Quote, digest

KINDS_COUNTED = {"Killing": "victim", "Injury": "victim", "Arrest": "victim", "Protest": "actor"}
ASKING = frozenset("many number figure toll count idea estimate scale".split())
ABOUT = frozenset("there it they around about some perhaps maybe probably officially at up more over as so".split())


def answers(parsed: Parsed, lexicon: Lexicon, quantities: Quantities, extractor: str) -> Iterator[Claim]:
    """Claims of the answers that a question about numbers is needed to understand."""
    for question, reply in _turns(parsed):
        if not any(t.lemma_.lower() in ASKING for t in question):
            continue
        kind = next((t.entry.kind for t in triggers(question, lexicon) if t.entry.kind in KINDS_COUNTED), None)
        if kind is None or any(t.entry.kind == kind for t in triggers(reply, lexicon)):
            continue
        root = reply.root
        found = quantities.count(root, reply.start, reply.end - 1)
        if found is None or negated(root) or not _elliptical(reply, found[1]):
            continue
        count, (first, last) = found
        begin, end = parsed.chars(reply.start, _last_word(reply))
        start, stop = parsed.chars(first, last)
        words = parsed.source.text[start:stop]
        speaker = parsed.passage(reply.start).speaker or parsed.source.author or "author"
        yield Claim(
            id=digest("claim", parsed.source.id, extractor.split("/")[0], kind, begin, end, "answer"), kind=kind,
            roles={KINDS_COUNTED[kind]: (Filler(words, words, start, stop, "group"),)},
            quote=Quote(begin, end, parsed.source.text[begin:end]), source=parsed.source.id, voices=(speaker,),
            count=count, extractor=extractor, confidence=0.55,
        )  # fmt: skip


def _turns(parsed: Parsed) -> Iterator[tuple[Span, Span]]:
    """Each question with the first sentence of the passage that answers it."""
    question: Span | None = None
    passage = None
    for sentence in parsed.doc.sents:
        here = parsed.passage(sentence.start)
        first = here != passage
        passage = here
        if here.role == "question":
            question = sentence
        elif here.role == "answer" and first and question is not None:
            yield question, sentence
            question = None
        elif here.role not in ("label", "answer"):
            question = None


def _elliptical(reply: Span, count: tuple[int, int]) -> bool:
    """True where the answer's verb adds nothing of its own: "Hundreds.", "There are hundreds of them."."""
    root = reply.root
    return (
        root.lemma_ in ("be", "think", "say", "know", "believe", "count")
        or count[0] <= root.i <= count[1]
        or (
            root.pos_ in ("NOUN", "NUM")
            and all(t.lower_ in ABOUT or count[0] <= t.i <= count[1] for t in reply if t.i < root.i)
        )
    )


def _last_word(reply: Span) -> int:
    last = reply.end - 1
    while last > reply.start and (reply.doc[last].is_punct or reply.doc[last].is_space):
        last -= 1
    return last
