"""Runs a spaCy pipeline for less: the same model with the same results, for about half the work.

Four things differ from ``Language.pipe``, none of them in what comes out. Matrix products go through NumPy's own
BLAS (``thinc.api.NumpyOps(use_blis=False)``), which is several times faster than the portable one on most processors.
Parser and entity recognizer take their steps as in training, where spaCy holds the interpreter's lock throughout: its
own loop gives the lock up, and then takes it again for every label of every token. The attribute ruler and the
lemmatizer, which look at one word with its tag and dependency at a time, answer from a table what they were asked
before. Batches are cut by tokens, so that memory does not grow with the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import numpy
from spacy.attrs import DEP, LEMMA, MORPH, ORTH, POS, TAG
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.pipeline.attributeruler import AttributeRuler
from spacy.tokens import Doc, Token
from spacy.tokens._retokenize import set_token_attrs
from thinc.api import NumpyOps
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

BATCH = 3_000
"""Tokens read at once: enough for the matrix products, little enough for the processor's caches."""
GROWN = 20_000
"""New words after which a pipeline's vocabulary, which never forgets, costs more than loading the model again."""
REMEMBERED = 50_000
"""Words with tag and dependency that the table holds before it is begun again."""
LEXICAL = frozenset("ORTH TEXT LOWER NORM SHAPE LENGTH IS_SPACE IS_ALPHA IS_DIGIT IS_PUNCT IS_TITLE IS_UPPER".split())
"""Attributes that follow from the word alone."""

Pattern = list[dict[str, Any]]


class Inference:
    """A pipeline that is run component by component over batches. Changes the operations of ``nlp``'s models."""

    def __init__(self, nlp: Language) -> None:
        self.nlp = nlp
        self.known = len(nlp.vocab.strings)
        self.threads = ThreadpoolController()
        self.steps: list[Any] = []
        components: list[Any] = [component for _, component in nlp.pipeline]
        for component in components:
            for node in _nodes(component):
                if type(node.ops) is NumpyOps:
                    node.ops = NumpyOps(use_blis=False)
            words = Words(component) if type(component) is AttributeRuler and Words.exact_for(component) else None
            if words is not None:
                self.steps.append(words)
            elif type(component) in (DependencyParser, EntityRecognizer) and component.cfg["beam_width"] == 1:
                self.steps.append(Transitions(component))
            elif type(component) is EnglishLemmatizer and self.steps and isinstance(self.steps[-1], Words):
                self.steps[-1].lemmatizer = component
            else:
                self.steps.append(component)

    @property
    def grown(self) -> bool:
        """Whether the vocabulary has taken up so many words that a new pipeline should take over."""
        return len(self.nlp.vocab.strings) - self.known > GROWN

    def docs(self, texts: Iterable[str]) -> Iterator[Doc]:
        """The parse of every text, in order."""
        batch: list[Doc] = []
        size = 0
        for text in texts:
            batch.append(self.nlp.make_doc(text))
            size += len(batch[-1])
            if size >= BATCH:
                yield from self._run(batch)
                batch, size = [], 0
        yield from self._run(batch)

    def _run(self, batch: list[Doc]) -> list[Doc]:
        """All steps over the batch, on one thread: on matrices this small several cost more than they save."""
        with self.threads.limit(limits=1, user_api="blas"):
            for step in self.steps:
                if hasattr(step, "pipe"):
                    batch = list(step.pipe(batch, batch_size=len(batch) or 1))
                else:
                    batch = [step(doc) for doc in batch]
        return batch


def _patterns(ruler: AttributeRuler) -> list[list[Pattern]]:
    """The patterns of every rule, in the order of the rules."""
    rules: list[Any] = list(ruler.patterns)
    return [rule["patterns"] for rule in rules]


def _nodes(component: Any) -> Iterator[Any]:
    model: Any = getattr(component, "model", None)
    return iter(model.walk()) if hasattr(model, "walk") else iter(())


class Transitions:
    """A parser or entity recognizer that takes the best transition at every step (no beam)."""

    def __init__(self, component: Any) -> None:
        self.component = component

    def pipe(self, docs: list[Doc], batch_size: int) -> list[Doc]:
        """Sets heads and dependencies, or entities, of the texts, all of them at once whatever the batch size."""
        component = self.component
        batch = component.moves.init_batch(docs)
        states = [state for state in batch if not state.is_final()]
        if states:
            model = component.model.predict(docs)
            while states:
                states = component.transition_states(states, model.predict(states))
            model.clear_memory()
        component.set_annotations(docs, batch)
        return docs


class Words:
    """An attribute ruler and the lemmatizer after it, with a table of what they made of a word, tag and dependency.

    Patterns of one token are looked up in the table; those of several are few, and are matched on every text.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self.ruler = ruler
        self.lemmatizer: EnglishLemmatizer | None = None
        self.single = Matcher(ruler.vocab, validate=False)
        self.several = Matcher(ruler.vocab, validate=False)
        self.literals: set[str] = set()
        self.expressions: list[re.Pattern[str]] = []
        self.known = True
        for number, patterns in enumerate(_patterns(ruler)):
            for pattern in patterns:
                (self.single if len(pattern) == 1 else self.several).add(str(number), [pattern])
                if len(pattern) == 1:
                    self._note(pattern[0])
        self._made: dict[tuple[int, int, int], tuple[int, int, int]] = {}
        self._rules: dict[tuple[int, int, int], tuple[int, ...]] = {}

    @staticmethod
    def exact_for(ruler: AttributeRuler) -> bool:
        """Whether every pattern asks for nothing but the word, its tag and its dependency, each token once."""
        asked = {key for patterns in _patterns(ruler) for pattern in patterns for token in pattern for key in token}
        return asked <= LEXICAL | {"TAG", "DEP"}

    def _note(self, token: dict[str, Any]) -> None:
        """Notes which words the pattern tells from others."""
        for key in token.keys() - {"TAG", "DEP", "IS_SPACE"}:
            value = token[key]
            if key != "LOWER" or not (isinstance(value, str) or value.keys() <= {"IN", "NOT_IN", "REGEX"}):
                self.known = False
            elif isinstance(value, str):
                self.literals.add(value)
            else:
                self.literals.update(value.get("IN", ()), value.get("NOT_IN", ()))
                self.expressions += [re.compile(value["REGEX"])] if "REGEX" in value else []

    def __call__(self, doc: Doc) -> Doc:
        """Sets part of speech, morphology and lemma of every token of the text."""
        if len(self._made) > REMEMBERED:
            self._made.clear()
        further: dict[int, list[int]] = {}
        for match, start, end in self.several(doc, allow_missing=True):
            rule = int(self.ruler.vocab.strings[match])
            index = self.ruler.indices[rule]
            further.setdefault(index + (start if index >= 0 else end), []).append(rule)
        keys = [tuple(row) for row in doc.to_array([ORTH, TAG, DEP]).tolist()]
        made, rows = self._made, []
        for i, key in enumerate(keys):
            found = made.get(key) if i not in further else None
            rows.append(found or self._make(doc[i], key, further.get(i, [])))
        if rows:
            values: Any = numpy.array(rows, dtype="uint64")
            doc.from_array([POS, MORPH, LEMMA], values)
        return doc

    def _make(self, token: Token, key: tuple[int, int, int], further: list[int]) -> tuple[int, int, int]:
        """What ruler and lemmatizer make of the token; remembered unless its neighbours or itself were changed."""
        for rule in sorted([*self._matching(token, key), *further]):
            set_token_attrs(token, self.ruler.attrs[rule])
        if self.lemmatizer is not None and (self.lemmatizer.overwrite or token.lemma == 0):
            token.lemma_ = self.lemmatizer.lemmatize(token)[0]
        morph: Any = token.morph
        made = (token.pos, morph.key, token.lemma)
        if not further and (token.tag, token.dep) == key[1:]:
            self._made[key] = made
        return made

    def _matching(self, token: Token, key: tuple[int, int, int]) -> tuple[int, ...]:
        """The rules of one token that apply."""
        lower = token.lower_
        telling = not self.known or lower in self.literals or any(e.search(lower) for e in self.expressions)
        kind = key if telling else (-1 - token.is_space, *key[1:])
        if kind not in self._rules:
            strings = self.ruler.vocab.strings
            matches = self.single(token.doc[token.i : token.i + 1], allow_missing=True)
            self._rules[kind] = tuple(int(strings[match]) for match, _, _ in matches)
        return self._rules[kind]
