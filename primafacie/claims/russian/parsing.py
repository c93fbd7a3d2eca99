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
BOUNDING = frozenset({"менее", "более", "меньше", "больше"})
"""Comparatives that the parser makes the head of what they count: "не менее 50 человек"."""


class _Words:
    """The tokens of one piece of text with their sentences; what the taggers say is filled in."""

    def __init__(self, text: str) -> None:
        from razdel import sentenize, tokenize  # type: ignore[import-untyped]

        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.sentences: list[tuple[int, int]] = []
        for sentence in sentenize(text):
            first = len(self.words)
            for token in tokenize(sentence.text):
                self.words.append(token.text)
                self.starts.append(sentence.start + token.start)
            if len(self.words) > first:
                self.sentences.append((first, len(self.words)))
        size = len(self.words)
        self.pos = ["X"] * size
        self.feats: list[dict[str, str]] = [{} for _ in range(size)]
        self.heads = list(range(size))
        self.deps = ["dep"] * size


def parse(source: Source, passages: Sequence[Passage]) -> Iterator[Parsed]:
    """Parses the passages window by window."""
    models = analysis()
    for window in windows(source, passages):
        yield _window(source, window, models)


def _window(source: Source, window: list[tuple[Passage, int, str]], models: Analysis) -> Parsed:
    read = [_Words(text) for _, _, text in window]
    _tag(read, models)
    docs = [_doc(words, models) for words in read]
    return Parsed(source, [p for p, _, _ in window], docs, [start for _, start, _ in window])


def _tag(read: list[_Words], models: Analysis) -> None:
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
            _repair(words, first, last)


def _repair(words: _Words, first: int, last: int) -> None:
    """One root a sentence, no loops, and a bound hung on what it counts."""
    roots = [i for i in range(first, last) if words.heads[i] == i]
    root = roots[0] if roots else next((i for i in range(first, last) if words.pos[i] == "VERB"), first)
    for i in roots[1:]:
        words.heads[i], words.deps[i] = root, "parataxis"
    words.heads[root], words.deps[root] = root, "ROOT"
    if words.pos[root] in ("NOUN", "PROPN") and words.feats[root].get("Case") == "Nom":
        verb = next(
            (
                k
                for k in range(root + 1, last)
                if words.heads[k] == root and words.deps[k] == "dep" and words.pos[k] == "VERB"
            ),
            None,
        )
        if verb is not None:
            words.heads[verb], words.deps[verb], words.heads[root], words.deps[root] = verb, "ROOT", verb, "nsubj"
            for k in range(verb + 1, last):
                words.heads[k] = verb if words.heads[k] == root else words.heads[k]
            root = verb
    for i in range(first, last):
        seen, at = {i}, i
        while words.heads[at] != at:
            at = words.heads[at]
            if at in seen:
                words.heads[i], words.deps[i] = root, "dep"
                break
            seen.add(at)
    _counted_subject(words, first, last)
    _subject_and_object(words, first, last)
    for i in range(first, last):
        if words.words[i].lower() in BOUNDING and i != root:
            counted = next(
                (
                    k
                    for k in range(i + 1, min(i + 6, last))
                    if words.heads[k] == i and words.pos[k] in ("NOUN", "PROPN")
                ),
                None,
            )
            if counted is not None:
                words.heads[counted], words.deps[counted] = words.heads[i], words.deps[i]
                words.heads[i], words.deps[i] = counted, "advmod"


def _counted_subject(words: _Words, first: int, last: int) -> None:
    """ "Около двух тысяч рабочих вышли": the parser leaves the parts of such a subject loose under the verb."""
    for verb in range(first, last):
        if words.pos[verb] != "VERB":
            continue
        loose = [k for k in range(first, verb) if words.heads[k] == verb and words.deps[k] == "dep"]
        nouns = [k for k in loose if words.pos[k] in ("NOUN", "PROPN") or words.feats[k].get("Case") == "Nom"]
        if nouns and not any(words.heads[k] == verb and words.deps[k].startswith("nsubj") for k in range(first, last)):
            subject = nouns[-1]
            words.deps[subject] = "nsubj"
            words.pos[subject] = "NOUN" if words.pos[subject] == "ADJ" else words.pos[subject]
            for k in loose:
                if k < subject:
                    words.heads[k], words.deps[k] = subject, "nummod" if words.pos[k] == "NUM" else "advmod"


def _subject_and_object(words: _Words, first: int, last: int) -> None:
    """Tells subject from object where both look alike: "Рудник купила Анна", "холдинг уступил банк"; verbs agree."""
    for verb in range(first, last):
        feats = words.feats[verb]
        if words.pos[verb] != "VERB" or feats.get("VerbForm") != "Fin" or feats.get("Voice") == "Pass":
            continue
        own = [k for k in range(first, last) if words.heads[k] == verb and words.deps[k] in ("nsubj", "nsubj:pass")]
        taken = any(words.heads[k] == verb and words.deps[k] == "dobj" for k in range(first, last))
        own = [k for k in own if words.pos[k] in ("NOUN", "PROPN")]
        if taken or not own:
            continue
        gender = feats.get("Gender")
        apart = [k for k in own if gender and words.feats[k].get("Gender") not in (gender, None)]
        if len(own) == 2:
            words.deps[apart[0] if len(apart) == 1 else own[1]] = "dobj"
        elif len(own) == 1 and apart and words.feats[own[0]].get("Animacy") == "Inan":
            late = [k for k in range(verb + 1, last) if words.pos[k] == "PROPN" and words.deps[k] == "appos"
                    and words.feats[k].get("Case") == "Nom" and words.feats[k].get("Gender") == gender
                    and words.feats[words.heads[k]].get("Case") not in ("Nom", None)]  # fmt: skip
            if late:
                words.deps[own[0]] = "dobj"
                words.heads[late[0]], words.deps[late[0]] = verb, "nsubj"


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


def _doc(words: _Words, models: Analysis) -> Doc:
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


def _name(doc: Doc, words: _Words, models: Analysis) -> None:
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
