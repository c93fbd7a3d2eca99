"""What stands before the text: title, byline, date lines, header fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from primafacie.model import Source
from primafacie.reading.blocks import Block
from primafacie.reading.people import is_person_name
from primafacie.values.dates import DateFind
from primafacie.values.finders import finders

DEPTH = 10
"""So many paragraphs from the top are searched for title, byline and date."""
_FIELD = re.compile(
    r"\W{0,3}(?P<field>title|headline|subject|author|byline|by|from|date|published|updated|posted|publication date|"
    r"interview by|interviewer|text|text by|words|words by|written by|story by|reporting by|report by|source|"
    r"заголовок|автор|текст|дата|опубликовано|интервьюер|беседовала?|источник)"
    r"\s*[:：]\**\s*(?P<value>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_BY = re.compile(
    r"\W{0,3}(?:By|BY|by|From|from|Text|Words|Interview by|INTERVIEW BY|interview by|An interview by|Written by|Text "
    r"by|Story by|"
    r"Reporting by|Report by|Our correspondent|Автор|Текст|Беседовала?|Беседу вёл|Беседу вела|Записала?|Подготовила?|"
    r"Интервью взяла?)\s+(?P<value>\S.*)",
    re.DOTALL,
)
_ROLE = re.compile(
    r"(?:spokes(?:man|woman|person)|secretary|minister|correspondent|reporter|editor|writer|columnist|bureau|staff|"
    r"analyst|"
    r"president|director|ambassador|chair(?:man|woman|person)?|commissioner|counsel|attorney|professor|fellow|"
    r"researcher|"
    r"journalist|author|contributor|envoy|advocate|officer|chief|press|agency|[A-Z][a-z]+ (?:Times|Post|News|Press))",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"\s*(?:\||•|·|,|;|\s[-–—]\s| and | & |\n|/)\s*")
_DATE_WORDS = re.compile(
    r"\b(?:date|dated|published|updated|posted|first|last|modified|on|at|of|from|by|the|am|pm|gmt|utc|est|edt|cet|bst|"
    r"et|issue|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday|дата|опубликовано|обновлено|год|года|г)\b|\d{1,2}[:.]\d\d|[\W\d_]",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z .'’-]{2,40}(?:, [A-Z][\w. ]{1,24})?|[A-Z][a-z]+(?: [A-Z][a-z]+)?),? (?P<date>[^—–\n-]{3,40}?)"
    r"\s*(?:\([^)\n]{2,30}\)\s*)?(?:--|[—–-])\s"
)
_ASKED = re.compile(r"interview|интервью|бесед", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яё]{3}", re.IGNORECASE)
_ENDS = tuple(".?!…:;,")
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?…] +[^\W\d_a-zà-ÿ]")
_CLOSERS = "\"”»’')]*_"


@dataclass(slots=True)
class Front:
    """What the top of a document tells; ``roles`` maps the index of a block to heading, byline or label."""

    title: str | None = None
    author: str | None = None
    interviewer: str | None = None
    date: str | None = None
    roles: dict[int, str] = field(default_factory=dict)


def plain(text: str) -> str:
    """The text without Markdown emphasis and heading marks, on one line."""
    return " ".join(text.strip().strip("#*_ \t").replace("**", "").split())


def is_heading(text: str) -> bool:
    """True for a short line with no closing punctuation that begins like a title and is no sentence."""
    if text.lstrip().startswith("#"):
        return len(text) < 200
    text = plain(text)
    if (
        not 2 <= len(text) <= 120
        or "\n" in text
        or text.rstrip(_CLOSERS).endswith((*_ENDS, "-", "–", "—"))
        or len(text.split()) > 16
    ):
        return False
    if _SENTENCES.search(text) or text.count('"') % 2 or text.count("“") > text.count("”") + text.count("„"):
        return False
    return text[0].isupper() or text[0].isdigit() or text[0] in "\"“‘'«"


def is_aside(text: str) -> bool:
    """True for a remark of whoever wrote the record down: "(The briefing ended at 2:30 p.m.)"."""
    return len(text) < 200 and re.fullmatch(r"\([^()]*\)|\[[^\[\]]*\]", text) is not None


def _dates(text: str) -> tuple[DateFind, ...]:
    """The dates of a line, by the letters it is written in."""
    return finders("ru" if _CYRILLIC.search(text) else "en").dates(text)


def _absolute(text: str) -> str | None:
    """The first date of a text that needs no other to be known, as ISO."""
    for find in _dates(text):
        resolved = None if find.relative else find.resolve()
        if resolved and resolved.start and resolved.start == resolved.end:
            return resolved.start
    return None


def date_line(text: str) -> str | None:
    """The date of a line that holds little else ("Thursday, January 24, 2019"); None for any other line."""
    if len(text) > 90:
        return None
    dates = [d for d in _dates(text) if not d.relative]
    if not dates:
        return None
    rest = text
    for find in reversed(dates):
        rest = rest[: find.start] + " " + rest[find.end :]
    return _absolute(text) if not _DATE_WORDS.sub("", rest) else None


def names_in(value: str) -> str | None:
    """The people of a byline, joined by commas; what is no name (a date, a post, an outlet) is left out."""
    value = re.sub(r"<[^>\n]{0,100}>|\([^)\n]{0,60}\)|\S+@\S+", " ", plain(value))
    names = [part.strip(" .*_") for part in _SEPARATOR.split(value)[:8]]
    names = [re.sub(r"^(?:by|By|BY|from|in) ", "", name) for name in names]
    people = [n for n in names if is_person_name(n) and not _absolute(n) and not _ROLE.fullmatch(n)]
    people = [n.title() if n.isupper() else n for n in people]
    return ", ".join(people) or None


def byline(text: str) -> tuple[str | None, bool]:
    """Who wrote or issued the text, where the line is a byline; and whether it names an interviewer."""
    if len(text) > 160:
        return None, False
    match = _BY.match(text)
    if match and (people := names_in(match["value"])):
        return people, _ASKED.search(text[: match.start("value")]) is not None
    head, comma, tail = plain(text).partition(", ")
    if (
        comma
        and is_person_name(head)
        and _ROLE.search(tail)
        and not tail.endswith(_ENDS)
        and len(tail) < 90
        and tail[:1].isupper()
    ):
        return head, False
    return None, False


def _dated_byline(text: str) -> tuple[str | None, str | None]:
    """ "date 2022-01-07 from Ada Brown", "Ada Brown | 7 January 2022": the date and the people of a mixed line."""
    text = plain(text)
    if len(text) > 120:
        return None, None
    date = _absolute(text)
    if date is None:
        return None, None
    rest = text
    for find in reversed(_dates(text)):
        rest = rest[: find.start] + " | " + rest[find.end :]
    rest = re.sub(r"(?i)\b(?:date|published|updated|posted|on|at)\b:?", " ", rest).strip(" |,-–—.")
    if not rest:
        return date, None
    match = _BY.match(rest)
    people = names_in(match["value"] if match else rest)
    words = len(re.sub(r"\b[A-Z]\w+", "", rest.replace(people or "", "")).split())
    return (date, people) if people and words <= 3 else (None, None)


def _field(front: Front, at: int, match: re.Match[str]) -> bool:
    name, value = match["field"].casefold(), match["value"]
    if name in ("title", "headline", "subject", "заголовок"):
        front.title = front.title or plain(value)
        front.roles[at] = "heading"
        return True
    if name in ("date", "published", "updated", "posted", "publication date", "дата", "опубликовано"):
        date = _absolute(value)
        front.date = front.date or date
        front.roles[at] = "byline"
        return date is not None
    people = names_in(value)
    if people is None:
        return name == "source"
    if _ASKED.match(name):
        front.interviewer = front.interviewer or people
    front.author = front.author or people
    front.roles[at] = "byline"
    return True


def _unit(front: Front, at: int, text: str) -> bool:
    """Reads one paragraph of the top; True where it was part of the front matter."""
    if (match := _FIELD.match(text)) and len(text) < 300 and "\n" not in text and _field(front, at, match):
        return True
    if date := date_line(plain(text)):
        front.date = front.date or date
        front.roles[at] = "byline"
        return True
    date, people = _dated_byline(text)
    if date and people:
        front.date, front.author = front.date or date, front.author or people
        front.roles[at] = "byline"
        return True
    people, interviews = byline(text)
    if people:
        front.author = front.author or people
        front.interviewer = front.interviewer or (people if interviews else None)
        front.roles[at] = "byline"
        return True
    return False


def read_front(source: Source, found: Sequence[Block], labelled: frozenset[int] = frozenset()) -> Front:
    """Title, author and date as the first paragraphs tell; ``labelled`` are blocks that open a turn of speech."""
    front = Front()
    for at, block in enumerate(found[:DEPTH]):
        if at in labelled:
            break
        text = block.text(source.text)
        if _unit(front, at, text):
            continue
        heading = len(found) > at + 1 and is_heading(text)
        if heading and (at == 0 or all(front.roles.get(i) == "byline" for i in range(at))):
            front.title = front.title or plain(text)
            front.roles[at] = "heading"
        elif not heading:
            if (line := _DATELINE.match(text)) and (date := _absolute(line[0])):
                front.date = front.date or date
            if len(text) > 300:
                break
    return front
