"""Who the voices of an interview are: whom the preface presents, who asks, and the full names behind labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from primafacie.model import Source
from primafacie.reading.blocks import Block
from primafacie.reading.front import Front
from primafacie.reading.labels import ANSWER, QUESTION
from primafacie.reading.people import full_names, is_person_name, spelled_out
from primafacie.reading.turns import Turn
from primafacie.values.names import name_tokens

_ADDRESSED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Professor|President|Minister|Senator|General|Secretary)\.? (?P<name>[A-Z][\w'’-]+(?: "
    r"[A-Z][\w'’-]+)?)"
)
_PRESENTS = re.compile(
    r"\b(?:interview with|conversation with|talk(?:s|ed)? (?:to|with)|sp(?:oke|eaks|oken) (?:to|with)|meets?|met|asked|"
    r"dissident|"
    r"minister|opposition leader|activist|lawyer|journalist|president|director|author|professor|economist|banker|"
    r"leader|"
    r"chairman|chairwoman|ambassador|writer|historian|analyst|investigator|critic|champion|witness|"
    r"(?:интервью|беседа|разговор|встреча|поговорили|побеседовали|встретились) со?|"
    r"министр|депутат|адвокат|журналист|директор|редактор|активист|экономист|политик|правозащитник)[,:]? $",
    re.IGNORECASE,
)  # fmt: skip
_SPEAKS = re.compile(r"(?: (?:says?|said|tells?|told|explains?|answers?|believes?|recalls?|has been|is|was|"
    r"left|fled|lives|lived|ran|runs|founded|spent|served|headed|led|worked|works|grew up|escaped|resigned|remembers|"
    r"рассказывает|рассказал|рассказала|говорит|отвечает|отвечала?|ответила?|вспоминает|объясняет|считает|[—–])(?!\w)|,)"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|from|to|for|at|near|into|of|across|leave|left) (?:the )?$")
_TOLD = re.compile(r"\b(?:sp(?:oke|eaks|oken) (?:to|with)|talk(?:s|ed)? (?:to|with)|told|tells) $")
_OUTLET = re.compile(r",? (?:of|from|for) (?:the |The )?[A-Z]|(?:,| \() ?(?:a |our )?(?:correspondent|reporter|editor)")
_ASKING_AFTER = re.compile(
    r" (?:(?:sp(?:oke|eaks|oken)|talk(?:s|ed)?|sat down|sits down) (?:to|with)|met|meets|interview(?:s|ed)|asks|asked|"
    r"visit(?:s|ed)) (?:the|a|an|him|her|one|somebody|someone|[a-z]{3,})\b"
)
_SIGNED = re.compile(r"(?:,? [A-Z][\w’'-]+| \| [^\n]{1,40})?[ *_]*(?:\n|\Z)")
_PATRONYMIC = re.compile(
    r"(?:^|[.?!…—–] ?)(?P<name>[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:ович|евич|ьич|овна|евна|ична|инична)),", re.MULTILINE
)
"""Whom a Russian question calls by name and patronymic: "Ирина Павловна, …"."""
_CYRILLIC = re.compile(r"[А-ЯЁ][а-яё]")
_WITH = re.compile(r"\b[Ww]ith (?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’.-]+){1,2}) of ")


@dataclass(frozen=True, slots=True)
class Voices:
    """Names of the two sides, where known, and of every label as the document spells it out."""

    interviewer: str | None
    interviewee: str | None
    names: dict[str, str]
    called: dict[int, str]
    """Who asks, by number of the turn, where a moderator has just given that person the floor."""
    examined: frozenset[int] = frozenset()
    """Numbers of the turns that follow "BY MR. SMITH": a witness answers there."""


_FLOOR = re.compile(
    r"\b(?:the line of|go to|turn to|over to|call on|(?:next )?question (?:is |comes )?from|next (?:is|up is)|"
    r"recognizes?)\s+(?:the line of\s+)?"
)


def _called(source: Source, found: Sequence[Block], turns: Sequence[Turn]) -> dict[int, str]:
    """ "We'll go to the line of Ada Brown." before a turn that is labelled as a question only."""
    called: dict[int, str] = {}
    examiner = ""
    for number, turn in enumerate(turns[1:], 1):
        if turn.label and turn.label.name.startswith("BY "):
            examiner = turn.label.name.removeprefix("BY ")  # The record of a court names who examines, then writes "Q."
        elif examiner and turn.key in QUESTION:
            called[number] = examiner
        before = turns[number - 1]
        start, end = found[before.first].start, found[before.last].end
        if turn.key not in QUESTION or end - start > 400:
            continue
        for match in _FLOOR.finditer(source.text, start, end):
            name = next((name for at, name in full_names(source.text, match.end(), end) if at - match.end() < 12), None)
            called[number] = name or called.get(number, "")
    return {number: name for number, name in called.items() if name}


def _preface(source: Source, found: Sequence[Block], first: int) -> str:
    return source.text[found[0].start : found[first - 1].end][-6000:] if first else ""


def presented(source: Source, front: Front, found: Sequence[Block], turns: Sequence[Turn]) -> str | None:
    """The person whom title and preface present and whom the questions address; None where nobody stands out."""
    first = turns[0].first
    preface = f"{source.title or front.title or ''}\n{_preface(source, found, first)}"
    questions = " ".join(
        source.text[found[t.first].start : found[t.last].end] for t in turns[:200] if t.role == "question"
    )
    signed = f"{front.author or source.author or ''}, {front.interviewer or ''}"
    author = {name_tokens(name) for name in signed.split(", ")}
    addressed = Counter(name_tokens(m["name"])[-1] for m in _ADDRESSED.finditer(questions) if name_tokens(m["name"]))
    answers = {word for t in turns if t.role == "answer"
               for word in name_tokens(source.text[found[t.first].start : found[t.last].end])}  # fmt: skip
    scores: Counter[tuple[str, ...]] = Counter()
    sure: Counter[tuple[str, ...]] = Counter()
    spelled: dict[tuple[str, ...], str] = {}
    for start, name in full_names(preface):
        written, name = name, nominative(name)
        tokens = name_tokens(name)
        if tokens in author or not tokens:
            continue
        end = start + len(written)
        if _asks(preface, start, end):
            author.add(tokens)
            scores.pop(tokens, None)
            continue
        before, after = preface[max(0, start - 30) : start], preface[end : end + 16]
        announced = bool(front.author or source.author) and before.casefold().endswith("interview: ")
        shown = 2 * (announced or bool(_PRESENTS.search(before))) + 3 * addressed[tokens[-1]]
        scores[tokens] += 1 + shown + bool(_SPEAKS.match(after)) - 2 * bool(_PLACE_BEFORE.search(before))
        told = _SPEAKS.match(after) or _CYRILLIC.match(name)  # Russian verbs are too many to list, so its names count
        sure[tokens] += shown + bool(told) * (tokens[-1] not in answers)
        spelled.setdefault(tokens, name)
    ranked = [item for item in scores.most_common(2) if item[1] > 0]
    if ranked and sure[ranked[0][0]] > 0 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return spelled[ranked[0][0]]
    if addressed:
        wanted = addressed.most_common(1)[0][0]
        return next(
            (m["name"] for m in _ADDRESSED.finditer(questions) if name_tokens(m["name"])[-1:] == (wanted,)), None
        )
    called = {match["name"] for match in _PATRONYMIC.finditer(questions)}
    return called.pop() if len(called) == 1 else None


def _asks(preface: str, start: int, end: int) -> bool:
    """True for a name set as whoever asks: "spoke to Ada Brown of The Lantern", "Ada Brown spoke to the banker", or
    alone on a line below the title with a place, as reporters sign."""
    told = _TOLD.search(preface, max(0, start - 30), start) and _OUTLET.match(preface, end)
    if told or _ASKING_AFTER.match(preface, end):
        return True
    line = preface[preface.rfind("\n", 0, start) + 1 : start].strip(" *_#") == ""
    return line and preface.find("\n", 0, start) > 0 and _SIGNED.match(preface, end) is not None


def tells_of_itself(source: Source, front: Front, found: Sequence[Block], turns: Sequence[Turn]) -> bool:
    """True where the supposed answers name whoever should be giving them: an essay that asks about a person.

    Nobody calls himself "Mr. Keel" answer after answer; labels are not needed to see that this is no interview.
    """
    name = presented(source, front, found, turns)
    tokens = name_tokens(name or "")
    if not tokens:
        return False
    answers = [source.text[found[t.first].start : found[t.last].end] for t in turns if t.role == "answer"]
    naming = sum(tokens[-1] in name_tokens(answer) for answer in answers)
    return naming >= 3 and naming * 2 > len(answers)


def nominative(name: str) -> str:
    """A Russian name in the nominative ("интервью с Борисом Каменским"); any other as it is."""
    if not _CYRILLIC.match(name):
        return name
    from primafacie.values.russian.dictionary import name_in_nominative

    return name_in_nominative(name)


def name_voices(source: Source, front: Front, found: Sequence[Block], turns: Sequence[Turn]) -> Voices:
    """Names the voices of the turns: the two sides, and each label as title, byline or preface spell it out."""
    title = source.title or front.title or ""
    author = source.author or front.author
    names: dict[str, str] = {}
    places = (title, author or "", _preface(source, found, turns[0].first))
    for turn in turns:
        if turn.label and turn.key not in names and turn.key not in QUESTION | ANSWER:
            names[turn.key] = _role(turn.label.name, places[2]) or spelled_out(turn.label.name, places)
    answering = [names[t.key] for t in turns if t.role == "answer" and t.key in names]
    by_name = answering and not any(turn.key in ANSWER for turn in turns)
    interviewee = Counter(answering).most_common(1)[0][0] if by_name else presented(source, front, found, turns)
    asking = [names[t.key] for t in turns if t.role == "question" and t.key in names]
    interviewer = front.interviewer or (Counter(asking).most_common(1)[0][0] if asking else None)
    if interviewer is None and (match := _WITH.search(title)) and is_person_name(match["name"]):
        interviewer = match["name"]
    if interviewer is None and author and not _among(author, [*answering, interviewee or ""]):
        interviewer = author
    by = next((n for n, turn in enumerate(turns) if turn.label and turn.label.name.startswith("BY ")), len(turns))
    examined = frozenset(range(by, len(turns)))
    return Voices(interviewer, interviewee, names, _called(source, found, turns), examined)


def _role(label: str, preface: str) -> str | None:
    """What a label calls somebody who stays unnamed: "the banker", where the preface speaks of "a former banker"."""
    word = label.casefold()
    told = word.isalpha() and label[1:] != label.upper()[1:] and re.search(rf"\b{re.escape(word)}\b", preface)
    return f"the {word}" if told else None


def _among(name: str, others: Sequence[str]) -> bool:
    tokens = name_tokens(name)
    return any(tokens and name_tokens(other)[-1:] == tokens[-1:] for other in others)
