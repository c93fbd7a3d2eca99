"""Who speaks in each paragraph of an interview, a hearing or a briefing, with labels and without."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from primafacie.reading.blocks import Block
from primafacie.reading.labels import ANSWER, QUESTION, Label, bold_question, dashed

PARAGRAPHS_A_QUESTION = 7
"""An interview without labels asks at least once in so many paragraphs."""
LONGEST_QUESTION = 420
"""A paragraph longer than this many characters is no question unless a label says so."""
LONGEST_REMARK = 160
"""A statement put to somebody in place of a question is no longer than this many characters."""
_I = re.compile(r"\b(?:I|my|me|myself)\b")
_YOU = re.compile(r"\b[Yy]ou(?:r|rself|rs)?\b")
_QUESTION_END = re.compile(r"(?:\?[!?]*|…|\.{3}|\?\s?…)[\"”»’')\]*_]*\Z")
_SAYING = r"(?:said|says|told|wrote|writes|added|adds|argued|argues|explained|explains)"
_SAID = re.compile(
    rf"[,?!.](?:''|[\"”»’])\s(?:{_SAYING}\s(?:[A-Z]|the\s)|(?:(?:he|she)\s|(?:[A-Z][\w.'’-]*\s){{1,4}}){_SAYING}\b)"
)
"""A quotation with whoever said it, as reporters write it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one voice says in one go: blocks ``first`` to ``last`` (inclusive). ``key`` tells voices apart."""

    first: int
    last: int
    role: str
    key: str
    label: Label | None = None


def asks(text: str) -> bool:
    """True where the text ends as a question does, a trailing ellipsis included."""
    return _QUESTION_END.search(text[-12:]) is not None


def _ends_asking(text: str) -> bool:
    return "?" in text[-12:] and asks(text)


def labelled(text: str, found: Sequence[Block], marks: dict[int, Label], stops: frozenset[int]) -> tuple[Turn, ...]:
    """The turns that labels announce; a paragraph without one goes on with the last voice, up to a heading."""
    starts = sorted(marks)
    spans = []
    for at, nxt in zip(starts, [*starts[1:], len(found)], strict=True):
        last = at
        while last + 1 < nxt and last + 1 not in stops:
            last += 1
        spans.append((at, last))
    asked: Counter[str] = Counter()
    turns: Counter[str] = Counter()
    for first, last in spans:
        key = marks[first].key
        turns[key] += 1
        asked[key] += _ends_asking(text[marks[first].end : found[last].end].rstrip())
    askers = _askers(asked, turns)
    made = []
    for first, last in spans:
        label = marks[first]
        body = text[label.end : found[last].end].rstrip()
        if label.key in QUESTION or label.key in askers:
            role = "question"
        elif label.key in ANSWER or askers or QUESTION & set(turns):
            role = "answer"
        else:
            role = "question" if _ends_asking(body) else "answer"
        made.append(Turn(first, last, role, label.key, label))
    return tuple(made)


def _askers(asked: Counter[str], turns: Counter[str]) -> frozenset[str]:
    """The voice that asks, where one of two or three clearly does and no label says "question"."""
    if QUESTION & set(turns) or len(turns) > 3:
        return frozenset()
    rates = sorted(((asked[key] / n, key) for key, n in turns.items()), reverse=True)
    if rates and rates[0][0] >= 0.4 and all(rate < rates[0][0] - 0.2 for rate, _ in rates[1:]):
        return frozenset({rates[0][1]})
    return frozenset()


def unlabelled(text: str, found: Sequence[Block], stops: frozenset[int]) -> tuple[Turn, ...]:
    """The turns of an interview whose questions are told only by their shape, or () where the text is none.

    Three shapes, tried in order: questions in bold, questions after a dash, and short paragraphs that end in a question
    mark or an ellipsis between longer ones. At least three questions must each be followed by an answer.
    """
    body = [at for at in range(len(found)) if at not in stops]
    tries = (
        {at for at in body if bold_question(text, found[at]) and _short(found[at])},
        {at for at in body if dashed(text, found[at]) and _ends_asking(found[at].text(text))},
        {at for at in body if _short(found[at]) and asks(found[at].text(text)) and not _quoted(text, found[at])},
    )
    for number, questions in enumerate(tries):
        if number == 0 and sum(_ends_asking(found[at].text(text).rstrip("*_ ")) for at in questions) < 2:
            continue
        if number == 2:
            questions = _by_spacing(found, body, _by_person(text, found, body, questions))
        turns = _alternating(found, body, questions)
        if turns and not (number == 2 and (_rare(text, found, body) or _reported(text, found, turns))):
            return turns
    return ()


def _rare(text: str, found: Sequence[Block], body: Sequence[int]) -> bool:
    """True where so few paragraphs ask that they are the rhetoric of an essay, not the turns of an interview."""
    return sum(asks(found[at].text(text)) for at in body) * PARAGRAPHS_A_QUESTION < len(body)


def _short(block: Block) -> bool:
    return block.end - block.start <= LONGEST_QUESTION


def _quoted(text: str, block: Block) -> bool:
    """True for a paragraph that is a quotation from end to end, as reported speech in an article is."""
    return text[block.start] in '"“«„' and text[block.end - 1] in '"”»“'


def _reported(text: str, found: Sequence[Block], turns: Sequence[Turn]) -> bool:
    """True where supposed answers quote people as an article does ("…," said Ada Roe): the questions are rhetoric."""
    answers = [found[at] for turn in turns if turn.role == "answer" for at in range(turn.first, turn.last + 1)]
    quoting = sum(_SAID.search(text, block.start, block.end) is not None for block in answers)
    return quoting >= 2 and quoting >= 0.2 * len(answers)


def _by_spacing(found: Sequence[Block], body: Sequence[int], questions: set[int]) -> set[int]:
    """Adds paragraphs that are set off as the questions are, where the document spaces questions unlike answers."""
    gaps = Counter(found[at].gap for at in questions)
    if not gaps:
        return questions
    gap, uses = gaps.most_common(1)[0]
    first = min(questions)
    others = [found[at].gap for at in body if at > first and at not in questions]
    if uses < 3 or uses < 0.8 * len(questions) or sum(g == gap for g in others) > 0.2 * len(others):
        return questions
    return questions | {
        at for at in body if at > first and found[at].gap == gap and found[at].end - found[at].start < 200
    }


def _by_person(text: str, found: Sequence[Block], body: Sequence[int], questions: set[int]) -> set[int]:
    """Sets right, by who is "you" and who is "I", what the question mark alone got wrong.

    A short paragraph after an answer that tells "you" something and says no "I" is put to whoever answers ("The court
    says that you stole it."). One that says "I" or "my" and follows it answers, though it may end by asking back.
    """
    made = set(questions)
    for before, at in itertools.pairwise(body):
        said = found[at].text(text)
        own, other = _I.search(said) is not None, _YOU.search(said) is not None
        if at in made and before in made and before not in questions and own and not other:
            made.discard(at)
        put = other and not own and found[at].end - found[at].start < LONGEST_REMARK
        if put and at not in made and before not in made and before > min(made, default=at):
            made.add(at)
    return made


def _alternating(found: Sequence[Block], body: Sequence[int], questions: set[int]) -> tuple[Turn, ...]:
    """Questions and answers in turn; () where few questions are followed by an answer, or the answers are shorter."""
    if not questions:
        return ()
    first = min(questions)
    order = [at for at in body if at >= first]
    answered = sum(a in questions and b not in questions for a, b in itertools.pairwise(order))
    if answered < 3 or answered < 0.6 * len(questions):
        return ()
    asked = sum(found[at].end - found[at].start for at in order if at in questions)
    said = sum(found[at].end - found[at].start for at in order if at not in questions)
    if said < asked or len(questions) * 12 < len(order):
        return ()
    turns: list[Turn] = []
    for at in order:
        role = "question" if at in questions else "answer"
        if turns and turns[-1].role == role and turns[-1].last == at - 1:
            turns[-1] = Turn(turns[-1].first, at, role, role)
        else:
            turns.append(Turn(at, at, role, role))
    return tuple(turns)
