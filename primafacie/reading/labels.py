"""Who is announced as speaking at the start of a paragraph: "Q:", "MR ROE:", "((Name))", "Senator Doe. ",
"**Question?**".

A shape of label counts only where the document uses it as one: a name that stands once before a colon is no speaker.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from primafacie.reading.blocks import Block
from primafacie.reading.people import is_person_name
from primafacie.values.names import name_key
from primafacie.values.words import words

QUESTION = words(
    "q question questions interviewer reporter host moderator журналист zhurnalist вопрос vopros "
    "frage domanda pregunta"
)
ANSWER = words("a answer response ответ otvet antwort risposta respuesta")
_ASIDE = r"(?:\s?(?:\([^()\n:]{1,60}\)|\[[^\[\]\n:]{1,60}\]))?"
_NAME = r"[^\W\d_][\w.'’‘-]*(?:,? [^\W_][\w.'’‘-]*){0,5}"
_NUMBER = r"(?:Q\d{1,4}[.:)]?[ \t\u00a0]+)?"
"""Committees number their questions: "Q14 Chair:"."""
SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("brackets", re.compile(r"\(\((?P<name>[^()\n]{1,60})\)\):?[ \t\u00a0]*")),
    ("square", re.compile(rf"\[(?P<name>{_NAME})\]:?[ \t\u00a0]+")),
    ("bold", re.compile(rf"(?:\*\*|__)(?P<name>{_NAME}){_ASIDE}(?::(?:\*\*|__)|(?:\*\*|__)\s?:)[ \t\u00a0]*")),
    ("letter", re.compile(r"(?:\*\*|__)?(?P<name>[QA])\d{0,3}(?:\*\*|__)?\s?[.:)–—-]+(?:\*\*|__)?[ \t\u00a0]+(?=\S)")),
    ("colon", re.compile(rf"{_NUMBER}(?P<name>{_NAME}){_ASIDE}\s?[:：](?:[ \t\u00a0]+|\Z|(?=[\"“«]))")),
    ("hearing", re.compile(
        r"(?P<name>(?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|Hon|Gen|Amb|Adm|Col)\.? [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?: of "
        r"[A-Z][\w ]{2,20})?"
        r"|(?:Senator|Representative|Chairman|Chairwoman|Chair|Co-Chairman|Co-Chair|Ranking Member|Secretary|Under "
        r"Secretary|"
        r"Ambassador|General|Admiral|Judge|Director|Commissioner|Minister|President|Professor|Congressman|"
        r"Congresswoman) "
        r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?|The (?:CHAIRMAN|CHAIRWOMAN|CHAIR|WITNESS|COURT|PRESIDENT|Chairman|"
        r"Chairwoman|Chair|Witness|Court))"
        r"\. (?=[A-Z“\"\[(‘])")),
    ("dash", re.compile(rf"(?P<name>{_NAME}) ?(?:[–—]| - )[ \t\u00a0]*(?=\S)")),
)  # fmt: skip
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?!\s)(?P<text>[^*\n]{3,600})(?<!\s)(?P=mark)[ \t]*\Z")
_DASHED = re.compile(r"[–—-]{1,2}[ \t\u00a0]*(?=[^\s–—-])")
_OFFICIAL = re.compile(r"(?:BY )?(?:MR|MRS|MS|DR|THE)\.? [A-Z][A-Z'’. -]+")
LONGEST = 90
"""No label is longer than this many characters."""


@dataclass(frozen=True, slots=True)
class Label:
    """A label of the document: who, as written, and where; ``end`` is where the speech begins."""

    start: int
    end: int
    name: str
    shape: str

    @property
    def key(self) -> str:
        return name_key(self.name)


def _plausible(shape: str, name: str) -> bool:
    key = name_key(name)
    if key in QUESTION or key in ANSWER or shape in ("brackets", "letter", "hearing"):
        return bool(key)
    if len(name) > 60:
        return False
    words = name.split()
    capital = name.isupper() and len(words) <= 6
    if shape in ("square", "dash"):
        return is_person_name(name) or (capital and 2 <= len(key) <= 40)
    return capital or is_person_name(name, least=1) or all(w[0].isupper() for w in words if len(w) > 3)


def candidate(text: str, start: int, end: int) -> Label | None:
    """The label that a line or paragraph may begin with, by its form alone."""
    limit = min(end, start + LONGEST)
    for shape, pattern in SHAPES:
        match = pattern.match(text, start, limit)
        if match and _plausible(shape, match["name"]):
            return Label(start, match.end(), match["name"].strip(), shape)
    return None


def _alone(text: str, block: Block) -> Label | None:
    """A name in capitals, or "Q", on a line of its own."""
    name = text[block.start : block.end]
    if block.end - block.start <= 50 and "\n" not in name and (name.isupper() or name_key(name) in QUESTION | ANSWER):
        name = name.strip(" *_:")
        if name and (name_key(name) in QUESTION | ANSWER or (is_person_name(name) and not name.endswith("."))):
            return Label(block.start, block.end, name, "alone")
    return None


def labels(text: str, found: Sequence[Block]) -> dict[int, Label]:
    """The labels in use, by index of the block they open; empty where the document announces no speakers."""
    seen = {at: label for at, block in enumerate(found) if (label := candidate(text, block.start, block.end))}
    alone = {at: label for at, block in enumerate(found) if at not in seen and (label := _alone(text, block))}
    kept: dict[int, Label] = {}
    for shape in (*(name for name, _ in SHAPES), "alone"):
        group = {at: label for at, label in (alone if shape == "alone" else seen).items() if label.shape == shape}
        uses = Counter(label.key for label in group.values())
        marked = any(key in QUESTION for key in uses)
        names = {key for key, n in uses.items() if n >= 2 or key in QUESTION or (key in ANSWER and marked)}
        if shape == "letter" and not {"q", "a"} <= set(uses):
            if uses["a"] >= 2:
                kept |= _asked_by_name(seen, group)
            continue
        if shape == "hearing" and len(group) >= 3:
            names = set(uses)
        known = [label for label in group.values() if label.key in names]
        if len(known) < 2 or (len(names) < 2 and not (marked and len(uses) > 1)):
            continue
        if shape == "colon" and not marked and not _spoken(text, found, group):
            continue
        if shape in ("colon", "bold", "brackets"):
            # Once speakers are announced, whoever is announced the same way speaks, be it once.
            upper = all(label.name.isupper() for label in known)
            names |= {label.key for label in group.values() if _named(label.name, upper)}
        kept |= {at: label for at, label in group.items() if label.key in names}
    if kept:
        # A court's record marks questions and answers by letters, and everybody else by name, in capitals.
        kept |= {at: label for at, label in seen.items() if label.shape == "colon" and _OFFICIAL.fullmatch(label.name)}
    return kept


def _asked_by_name(seen: dict[int, Label], answers: dict[int, Label]) -> dict[int, Label]:
    """The labels of a talk in which one name asks and "A" answers; empty where no one name comes before the "A"s."""
    asking = {at: label for at, label in seen.items() if label.shape in ("colon", "bold") and label.key not in ANSWER}
    before = [max((k for k in asking if k < at), default=None) for at in sorted(answers)]
    names = {asking[k].key for k in before if k is not None}
    if len(names) != 1 or None in before or len(set(before)) < len(answers):
        return {}
    return {at: label for at, label in asking.items() if label.key in names} | answers


def _named(name: str, upper: bool) -> bool:
    """True for a label that names a person, written as the others are; a single word only where all are in capitals."""
    return name.isupper() == upper and is_person_name(name, least=1 if upper else 2)


def _spoken(text: str, found: Sequence[Block], group: dict[int, Label]) -> bool:
    """False for forms and lists ("Name: … Post: …"): in speech somebody asks, or the turns run to sentences."""
    if any(text.find("?", label.end, found[at].end) >= 0 for at, label in group.items()):
        return True
    long = sum(found[at].end - label.end > 60 for at, label in group.items())
    return all(label.name.isupper() for label in group.values()) and long > len(group) / 2


def bold_question(text: str, block: Block) -> bool:
    """True for a paragraph that is bold from end to end."""
    return _BOLD.match(text, block.start, block.end) is not None


def dashed(text: str, block: Block) -> int | None:
    """Where speech begins after a dash that opens the paragraph; None where there is none."""
    match = _DASHED.match(text, block.start, block.end)
    return match.end() if match else None
