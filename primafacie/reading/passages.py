"""Makes the passages of a source: front matter, then turns, then plain paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from primafacie.model import Passage, Problem, Source
from primafacie.reading.blocks import Block, blocks, trim
from primafacie.reading.front import Front, is_aside, is_heading, read_front
from primafacie.reading.labels import ANSWER, QUESTION, Label, candidate, dashed, labels
from primafacie.reading.language import language_of
from primafacie.reading.lead import own_words
from primafacie.reading.marks import quotations
from primafacie.reading.tables import is_table, read_table
from primafacie.reading.turns import Turn, labelled, unlabelled
from primafacie.reading.voices import Voices, name_voices, tells_of_itself

EXAMINED = "the witness"
UNDECIDED = "the interviewee"
"""Who answers where the document does not tell: never the one who asks, nor the author."""


def read(source: Source) -> tuple[Source, tuple[Passage, ...], tuple[Problem, ...]]:
    """The source with title, author, date and language filled in where the text tells them, and its passages.

    Passages are in order, disjoint, never empty and without white space at their ends; a label ("Q:") is a passage of
    its own. A text without a word gives none, and a problem. Of a table, each row is a passage.
    """
    if is_table(source):
        return read_table(source)
    document = _Document.of(source)
    front = document.front
    source = replace(
        source,
        title=source.title or front.title,
        author=source.author or front.author,
        date=source.date or front.date,
        language=source.language or language_of(source.text),
    )
    passages = tuple(replace(p, index=at) for at, p in enumerate(document.passages(source)))
    if passages:
        return source, passages, ()
    problem = Problem(
        "There is no text to read in it.", source.name, "Check the file; a scan needs text recognition "
                                                        "first.", "reading",
        source.id,
    )  # fmt: skip
    return source, (), (problem,)


def _starts_turn(text: str, start: int, end: int) -> bool:
    label = candidate(text, start, end)
    return label is not None and (label.shape in ("letter", "hearing", "brackets") or label.name.isupper())


def _above_text(lines: Sequence[int], size: int) -> Iterator[int]:
    """Of the lines that look like headings those that stand above text: three in a row or more are a list or a form."""
    run: list[int] = []
    for at in (*lines, size + 1):
        if run and at != run[-1] + 1:
            if len(run) < 3 and run[-1] + 1 < size:
                yield from run
            run = []
        run.append(at)


@dataclass(frozen=True, slots=True)
class _Document:
    """A text cut into blocks, with what each block turned out to be."""

    text: str
    found: tuple[Block, ...]
    front: Front
    turns: tuple[Turn, ...]
    headings: frozenset[int]

    @staticmethod
    def of(source: Source) -> _Document:
        text = source.text
        markdown = source.media_type == "text/markdown"
        found = blocks(text, lambda start, end: _starts_turn(text, start, end), soft=markdown)
        marks = labels(text, found)
        front = read_front(source, found, frozenset(marks))
        lines = [
            at for at, block in enumerate(found)
            if at not in marks and at not in front.roles and is_heading(block.text(text)[:201])
        ]  # fmt: skip
        headings = frozenset(_above_text(lines, len(found)))
        stops = frozenset(front.roles) | headings
        turns = (
            labelled(text, found, marks, _breaks(text, found, marks, stops))
            if marks
            else unlabelled(text, found, stops)
        )
        if turns and not marks and tells_of_itself(source, front, found, turns):
            turns = ()
        return _Document(text, found, front, turns, headings)

    def passages(self, source: Source) -> Iterator[Passage]:
        if not self.found:
            return
        voices = name_voices(source, self.front, self.found, self.turns) if self.turns else Voices(None, None, {}, {})
        turn_of = {at: number for number, turn in enumerate(self.turns) for at in range(turn.first, turn.last + 1)}
        first = self.turns[0].first if self.turns else 0
        for at, block in enumerate(self.found):
            if at in turn_of:
                yield from self._spoken(source, voices, at, turn_of[at])
            elif at in self.front.roles or at in self.headings:
                role = self.front.roles.get(at, "heading")
                speaker = source.author
                if role == "heading" and self.turns and _all_quoted(block.text(self.text)):
                    speaker = voices.interviewee or UNDECIDED  # the headline of an interview quotes its answers
                yield self._passage(source, block.start, block.end, role, speaker)
            elif at < first:
                yield from self._lead(source, voices, block)
            else:
                yield self._passage(source, block.start, block.end, "prose", source.author)

    def _passage(self, source: Source, start: int, end: int, role: str, speaker: str | None,
                 addressee: str | None = None) -> Passage:  # fmt: skip
        marks = quotations(self.text, start, end)
        return Passage(source.id, 0, start, end, role, speaker, addressee, marks)

    def _lead(self, source: Source, voices: Voices, block: Block) -> Iterator[Passage]:
        author = source.author if source.author != voices.interviewee else voices.interviewer
        if not voices.interviewee:
            yield self._passage(source, block.start, block.end, "lead", author)
            return
        marks = quotations(self.text, block.start, block.end)
        for piece in own_words(self.text, block.start, block.end, voices.interviewee, marks):
            if piece.own:
                yield self._passage(source, piece.start, piece.end, "lead", voices.interviewee, voices.interviewer)
            else:
                yield self._passage(source, piece.start, piece.end, "lead", author)

    def _spoken(self, source: Source, voices: Voices, at: int, number: int) -> Iterator[Passage]:
        turn = self.turns[number]
        start, end = self.found[at].start, self.found[at].end
        label = turn.label if turn.first == at else None
        speaker = _speaker(number, turn, voices)
        if label is not None:
            yield self._passage(source, *trim(self.text, label.start, label.end), "label", None)
            start = label.end
        elif turn.label is None and turn.first == at and (speech := dashed(self.text, self.found[at])):
            start = speech
        start, end = trim(self.text, start, end)
        if (
            turn.first < at
            and self.text[start] in "(["
            and self.text[end - 1] in ")]"
            and is_aside(self.text[start:end])
        ):
            yield self._passage(source, start, end, "prose", source.author)
        elif start < end:
            yield self._passage(source, start, end, turn.role, speaker, self._listener(number, voices))

    def _listener(self, number: int, voices: Voices) -> str | None:
        """Whom "you" means: for a question who answers next, for an answer who asked before."""
        turn = self.turns[number]
        step = 1 if turn.role == "question" else -1
        near = number + step
        while 0 <= near < len(self.turns) and abs(near - number) <= 3:
            other = self.turns[near]
            if other.role != turn.role and (other.key != turn.key or other.label is None):
                return _speaker(near, other, voices)
            near += step
        return voices.interviewee if turn.role == "question" else voices.interviewer


def _all_quoted(text: str) -> bool:
    text = text.strip("#*_ ")
    return len(text) > 2 and text[0] in "\"“«„'‘" and text[-1] in "\"”»“'’"


def _speaker(number: int, turn: Turn, voices: Voices) -> str | None:
    if number in voices.called:
        return voices.called[number]
    if turn.key in voices.names:
        return voices.names[turn.key]
    if turn.role == "question":
        return voices.interviewer or "QUESTION"
    return voices.interviewee or (EXAMINED if number in voices.examined else UNDECIDED)


def _breaks(text: str, found: Sequence[Block], marks: dict[int, Label], stops: frozenset[int]) -> frozenset[int]:
    """Where a labelled turn ends before the next label: front matter and headings, but no short answer of one line."""
    known = QUESTION | ANSWER
    own_line = {at + 1 for at, label in marks.items() if label.end >= found[at].end or label.key in known}
    return frozenset(
        at for at in stops if (at not in own_line and (at - 1) not in marks) or text.startswith("#", found[at].start)
    )
