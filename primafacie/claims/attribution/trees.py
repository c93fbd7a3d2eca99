"""The parse as plain lists: what the units of this package ask of a dependency tree, without a spaCy call each."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.claims.attribution.record import Range
from primafacie.claims.parsing import Parsed

VERBAL = frozenset({"VERB", "AUX"})
OPENING = frozenset("“„«‘‹")
CLOSING = frozenset("”»’›")
MARKS = OPENING | CLOSING | {'"', "''", "``", "'"}
EDGES = frozenset({",", ";", ":", ".", "-", "–", "—", "―", "--", "…", "...", "(", ")", "[", "]"})
"""Punctuation that belongs to no content at its edges; question and exclamation marks stay."""
ELLIPSES = frozenset({"…", "..."})
SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
RELATIVES = frozenset({"who", "which", "that", "whom"})


class Trees:
    """Per token of a ``Parsed``: lower-case word, lemma, part of speech, tag, dependency, head, children, edges."""

    def __init__(self, parsed: Parsed) -> None:
        columns = parsed.columns
        self.parsed = parsed
        self.size = len(columns.text)
        self.words = columns.lower
        self.lemmas = [lemma.lower() for lemma in columns.lemma]
        self.pos = columns.pos
        self.tags = columns.tag
        self.deps = columns.dep
        self.heads = list(columns.head)
        self.entities = columns.entity
        self.left = list(range(self.size))
        self.right = list(range(self.size))
        self.children: list[list[int]] = [[] for _ in range(self.size)]
        for i, head in enumerate(self.heads):
            if head != i:
                self.children[head].append(i)
        self._edges()
        self.sentences: list[Range] = [(s.start, s.end) for s in parsed.doc.sents] if self.size else []
        self.sentence_of: list[int] = [n for n, (a, b) in enumerate(self.sentences) for _ in range(a, b)]
        self.passages: list[Range] = []
        for i, number in enumerate(parsed.passage_of):
            if i == 0 or (number != parsed.passage_of[i - 1] and not self._runs_on(i)):
                self.passages.append((i, i))
            self.passages[-1] = (self.passages[-1][0], i + 1)
        self.stretch_of: list[int] = [n for n, (a, b) in enumerate(self.passages) for _ in range(a, b)]

        self.quotations: list[list[tuple[Range, bool]]] = [self._quotations(stretch) for stretch in self.passages]
        self.quoted: dict[int, Range] = {
            i: span for spans in self.quotations for span, _ in spans for i in range(*span)
        }

    def _quotations(self, stretch: Range) -> list[tuple[Range, bool]]:
        """The quotations of a passage as tokens, marks included, and whether each goes on in a later passage."""
        parsed, found = self.parsed, []
        for quotation in parsed.passage(stretch[0]).quotations:
            start = max(stretch[0], parsed.token_at(quotation.start))
            end = min(stretch[1], parsed.token_at(max(quotation.start, quotation.end - 1)) + 1)
            if end - start > 1:
                found.append(((start, end), quotation.open))
        return found

    def _runs_on(self, i: int) -> bool:
        """Whether token i goes on with a passage that was only cut for the parser, after an ellipsis."""
        of, passages = self.parsed.passage_of, self.parsed.passages
        return self.words[i - 1] in ELLIPSES and passages[of[i]] == passages[of[i - 1]]

    def _edges(self) -> None:
        """First and last token of every subtree: each token tells its ancestors."""
        for i in range(self.size):
            at = i
            while self.heads[at] != at:
                at = self.heads[at]
                if self.left[at] <= i <= self.right[at]:
                    continue
                self.left[at] = min(self.left[at], i)
                self.right[at] = max(self.right[at], i)

    def move(self, i: int, head: int) -> None:
        """Hangs the subtree of i (and the "and" before it) under another head."""
        old = self.heads[i]
        joint = self.left[i] - 1
        for k in (i, joint):
            if self.heads[k] == old and (k == i or self.deps[k] == "cc"):
                self.children[old].remove(k)
                self.children[head].append(k)
                self.heads[k] = head
        while old != head:
            kept = [old, *(x for c in self.children[old] for x in (self.left[c], self.right[c]))]
            self.left[old], self.right[old] = min(kept), max(kept)
            old = self.heads[old]

    def sentence(self, i: int) -> Range:
        return self.sentences[self.sentence_of[i]]

    def bounds(self, i: int) -> Range:
        """The quotation that holds token i, without its marks; the whole passage where none does."""
        held = self.quoted.get(i)
        return self.stretch(i) if held is None else (held[0] + 1, max(held[0] + 1, held[1] - 1))

    def opens(self, i: int) -> bool:
        """Whether token i is the mark that opens a quotation; a parser leaves it with the sentence before."""
        return i in self.quoted and self.quoted[i][0] == i

    def stretch(self, i: int) -> Range:
        """The tokens of the passage that holds token i."""
        return self.passages[self.stretch_of[i]]

    def child(self, i: int, *deps: str) -> int | None:
        """The first child with one of the dependencies."""
        return next((c for c in self.children[i] if self.deps[c] in deps), None)

    def all(self, i: int, *deps: str) -> list[int]:
        return [c for c in self.children[i] if self.deps[c] in deps]

    def span(self, i: int) -> Range:
        """The subtree of i, without punctuation at its edges."""
        return self.trim(self.left[i], self.right[i] + 1)

    def trim(self, start: int, end: int) -> Range:
        """The range without commas, dashes, brackets and blanks at its edges."""
        while start < end and (self.words[start] in EDGES or self.pos[start] == "SPACE"):
            start += 1
        while end > start and (self.words[end - 1] in EDGES or self.pos[end - 1] == "SPACE"):
            end -= 1
        return start, end

    def closed(self, start: int, end: int) -> int:
        """The end moved over the mark that closes a quotation which starts inside the range."""
        held = self.quoted.get(end - 1)
        return held[1] if held is not None and held[0] >= start and end < held[1] <= end + 2 else end

    def without(self, span: Range, hole: Range) -> tuple[Range, ...]:
        """What is left of the range outside the hole, each piece trimmed, pieces of bare punctuation dropped."""
        pieces = ((span[0], min(span[1], hole[0])), (max(span[0], hole[1]), span[1]))
        kept = [self.trim(*piece) for piece in pieces if piece[0] < piece[1]]
        return tuple(piece for piece in kept if any(self.pos[i] != "PUNCT" for i in range(*piece)))

    def climb(self, i: int) -> Iterator[int]:
        """The ancestors of i, nearest first."""
        while self.heads[i] != i:
            i = self.heads[i]
            yield i

    def clause_head(self, i: int) -> int:
        """The verb whose clause holds i (i itself where it is one); the root of the sentence where none is."""
        for at in (i, *self.climb(i)):
            i = at
            if self.pos[at] in VERBAL and self.deps[at] not in ("aux", "auxpass", "amod", "xcomp", "pcomp", "acl"):
                return at
        return i

    def is_passive(self, i: int) -> bool:
        if self.child(i, "auxpass", "nsubjpass", "csubjpass", "agent") is not None:
            return True
        if self.words[i] == "asked" and self.deps[i] == "advcl" and self.child(i, "nsubj", "aux") is None:
            return True
        if self.tags[i] != "VBN" or self._misread(i) or self.child(i, "aux", "nsubj") is not None:
            return False
        if self.deps[i] in ("acl", "advcl", "amod"):
            return True
        return self.deps[i] == "conj" and self.is_passive(self.heads[i])

    def _misread(self, i: int) -> bool:
        """Whether a past tense was taken for a participle: "The mayor called Keel a thief"."""
        head = self.heads[i]
        return (
            self.deps[i] == "acl"
            and self.deps[head] == "ROOT"
            and self.pos[head] in ("NOUN", "PROPN", "PRON")
            and self.child(i, "dobj", "oprd", "ccomp") is not None
        )

    def infinitive(self, i: int) -> bool:
        """Whether "to" stands before the verb as its auxiliary."""
        return any(self.words[c] == "to" and self.deps[c] == "aux" for c in self.children[i])

    def negated(self, i: int) -> bool:
        """Whether the verb is denied: "did not say", "never said", "no one said", "neither said"."""
        if any(self.deps[c] == "neg" or self.words[c] in ("never", "hardly") for c in self.children[i]):
            return True
        subject = self.child(i, "nsubj", "nsubjpass")
        if subject is None:
            return False
        if self.words[subject] in ("nobody", "none", "nothing", "neither"):
            return True
        return any(self.words[c] in ("no", "neither") for c in self.children[subject] if self.deps[c] == "det")

    def own_subject(self, i: int) -> int | None:
        """The subject that hangs on verb i: the nearest of several, and none from a quotation that the verb is not in.

        A parser takes "sooner or later" in "“…, sooner or later,” said Keel" for a second subject of "said".
        """
        found = [c for c in self.all(i, *SUBJECTS) if self.quoted.get(c) == self.quoted.get(i)]
        return min(found, key=lambda c: abs(c - i), default=None)

    def subject(self, i: int) -> int | None:
        """Whoever does what verb i says; for a relative pronoun its antecedent. None for a passive or an imperative."""
        seen, verb = set(), i
        while i not in seen:
            seen.add(i)
            found = self.own_subject(i)
            if found is not None:
                return self.antecedent(found, i)
            dep, head = self.deps[i], self.heads[i]
            while self.quoted.get(head) != self.quoted.get(verb) and head in self.quoted and self.heads[head] != head:
                head = self.heads[head]
            if head in self.quoted and self.quoted.get(head) != self.quoted.get(verb):
                return None
            if self.infinitive(i) and self.pos[head] not in VERBAL:
                i = next((a for a in self.climb(i) if self.pos[a] in VERBAL), i)
                continue
            if dep in ("acl", "relcl") and self.pos[head] not in VERBAL:
                return head if self.tags[i] != "VBN" or dep == "relcl" or self._misread(i) else None
            if dep in ("pcomp", "prep") and head != i:
                while self.pos[head] == "ADP" and self.heads[head] != head:
                    head = self.heads[head]
                if self.is_passive(head):
                    passive = self.child(head, *PASSIVE_SUBJECTS)
                    return self.antecedent(passive, head) if passive is not None else None
                i = head
                continue
            if dep not in ("conj", "xcomp", "advcl", "ccomp", "dep") or self.pos[head] not in VERBAL:
                return None
            if dep == "ccomp" and self.tags[i] not in ("VB", "VBG"):
                return None
            if self.is_passive(head) and not self.is_passive(i):
                passive = self.child(head, *PASSIVE_SUBJECTS)
                return self.antecedent(passive, head) if passive is not None else None
            i = head
        return None

    def antecedent(self, subject: int, verb: int) -> int:
        """The noun that a relative pronoun stands for; any other subject as it is."""
        if self.words[subject] in RELATIVES and self.deps[verb] == "relcl":
            return self.heads[verb]
        for at in self.climb(verb):
            if self.words[subject] in RELATIVES and self.deps[at] == "relcl" and self.pos[at] in VERBAL:
                return self.heads[at]
        return subject

    def noun_phrase(self, head: int, keep_out: int) -> Range:
        """The noun phrase around ``head``, cut so that token ``keep_out`` (the cue) stays outside it."""
        start, end = self.left[head], self.right[head] + 1
        if start <= keep_out < end:
            if keep_out > head:
                cut = [self.left[c] for c in self.children[head] if self.left[c] <= keep_out <= self.right[c]]
                end = min([keep_out, *(c for c in cut if c > head)])
            else:
                start = keep_out + 1
        return self.trim(start, end)
