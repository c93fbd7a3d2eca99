"""Makes a spaCy ``Doc`` of natasha's analysis of Russian, so that what reads English reads it too.

Labels: Universal Dependencies (SynTagRus) with the passive subject, the object and the relative clause named as in
spaCy's English models, and Penn tags for what they tell (finite, infinitive, participle; one or many; name or noun).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from spacy.tokens import Doc, Span

from primafacie.claims.parsing import Parsed, windows
from primafacie.claims.russian.mending import Words, mend
from primafacie.claims.russian.models import Analysis, analysis, animacy_of, lemma_of
from primafacie.model import Passage, Source

LABELS = {
    "root": "ROOT", "nsubj:pass": "nsubjpass", "csubj:pass": "csubjpass", "obj": "dobj", "aux:pass": "auxpass",
    "acl:relcl": "relcl", "flat:name": "flat", "flat:foreign": "flat", "nummod:gov": "nummod",
    "nummod:entity": "nummod",
    "obl:agent": "obl",
}  # fmt: skip
ENTITIES = {"PER": "PERSON", "ORG": "ORG", "LOC": "GPE"}
BATCH = 64
"""Sentences tagged at a time."""


def parse(source: Source, passages: Sequence[Passage]) -> Iterator[Parsed]:
    """Parses the passages window by window."""
    models = analysis()
    for window in windows(source, passages):
        yield _window(source, window, models)


def _window(source: Source, window: list[tuple[Passage, int, str]], models: Analysis) -> Parsed:
    read = [Words(text) for _, _, text in window]
    _tag(read, models)
    docs = [_doc(words, models) for words in read]
    return Parsed(source, [p for p, _, _ in window], docs, [start for _, start, _ in window])


def _tag(read: list[Words], models: Analysis) -> None:
    """Parts of speech, features, heads and labels of all sentences, batch by batch."""
    rows = [(words, first, last) for words in read for first, last in words.sentences]
    iterator = iter(rows)
    while batch := list(islice(iterator, BATCH)):
        texts = [words.words[first:last] for words, first, last in batch]
        found = zip(batch, models.morphology.map(texts), models.syntax.map(texts), strict=True)
        for (words, first, _), forms, tree in found:
            for at, (form, node) in enumerate(zip(forms.tokens, tree.tokens, strict=True), first):
                words.pos[at], words.feats[at] = form.pos, dict(form.feats)
                head = int(node.head_id)
                words.heads[at] = first + head - 1 if head else at
                words.deps[at] = LABELS.get(node.rel, node.rel) if head else "ROOT"
    for words in read:
        for first, last in words.sentences:
            mend(words, first, last)


def _penn(pos: str, feats: dict[str, str]) -> str:
    """What a Penn tag says of the token, as far as the engine asks."""
    many = feats.get("Number") == "Plur"
    if pos == "PROPN":
        return "NNPS" if many else "NNP"
    if pos == "NOUN":
        return "NNS" if many else "NN"
    if pos in ("VERB", "AUX"):
        form = feats.get("VerbForm")
        if form == "Part":
            return "VBN" if feats.get("Voice") == "Pass" else "VBG"
        return {"Inf": "VB", "Conv": "VBG"}.get(form or "", "VBD" if feats.get("Tense") == "Past" else "VBZ")
    return {
        "ADJ": "JJ",
        "ADV": "RB",
        "PRON": "PRP",
        "DET": "DT",
        "NUM": "CD",
        "ADP": "IN",
        "PUNCT": ".",
        "CCONJ": "CC",
    }.get(pos, "XX")


def _doc(words: Words, models: Analysis) -> Doc:
    """The ``Doc``; blanks beyond the one after a word become tokens of their own, as spaCy has it."""
    rows: list[tuple[str, int | None]] = []
    spaces: list[bool] = []
    place: dict[int, int] = {}
    at = 0
    for i, (word, start) in enumerate(zip(words.words, words.starts, strict=True)):
        _blank(words.text[at:start], rows, spaces)
        place[i] = len(rows)
        rows.append((word, i))
        spaces.append(False)
        at = start + len(word)
    _blank(words.text[at:], rows, spaces)
    firsts = {first for first, _ in words.sentences}
    columns: dict[str, list[Any]] = {
        name: [] for name in ("pos", "tags", "morphs", "lemmas", "heads", "deps", "sent_starts")
    }
    for number, (text, row) in enumerate(rows):
        given: tuple[Any, ...]
        if row is None:
            given = "SPACE", "_SP", "", text, max(0, number - 1), "dep", False
        else:
            at = row
            feats = words.feats[at]
            shape = tuple(sorted(feats.items()))
            lemma = lemma_of(text, words.pos[at], shape)
            if words.pos[at] in ("NOUN", "PROPN") and (known := animacy_of(text, words.pos[at], shape)):
                feats = {**feats, "Animacy": known}
            given = (words.pos[at], _penn(words.pos[at], feats), "|".join(f"{k}={v}" for k, v in sorted(feats.items())),
                     lemma, place[words.heads[at]], words.deps[at], at in firsts)  # fmt: skip
        for column, value in zip(columns.values(), given, strict=True):
            column.append(value)
    if rows:
        columns["sent_starts"][0] = True
        if rows[0][1] is None and len(rows) > 1:
            columns["sent_starts"][1] = False
            columns["heads"][0], columns["deps"][0] = 1, "dep"
    given_columns: Any = columns
    doc = Doc(models.vocab, words=[text for text, _ in rows], spaces=spaces, **given_columns)
    _name(doc, words, models)
    return doc


def _blank(gap: str, rows: list[tuple[str, int | None]], spaces: list[bool]) -> None:
    """The first blank goes with the word before; any more are a token."""
    if gap.startswith(" ") and spaces:
        spaces[-1] = True
        gap = gap[1:]
    if gap:
        rows.append((gap, None))
        spaces.append(False)


def _name(doc: Doc, words: Words, models: Analysis) -> None:
    """Marks the names that the tagger finds."""
    spans: list[Span] = []
    for found in models.names(words.text).spans if words.words else ():
        span = doc.char_span(found.start, found.stop, label=ENTITIES[found.type], alignment_mode="expand")
        if span is None or (spans and span.start < spans[-1].end):
            continue
        if (
            span.end < len(doc)
            and doc[span.end].text in "»”"
            and any(t.text in "«“" for t in span)
            and span[-1].text not in "»”"
        ):
            span = Span(doc, span.start, span.end + 1, label=span.label)
        if not all(
            t.pos_ in ("NOUN", "ADJ") and (t.i == span.start or t.text[:1].islower()) and t.text[:1].isalpha()
            for t in span
        ):
            spans.append(span)
    doc.set_ents(spans)
