"""A parse as plain lists: asking spaCy for a token's attribute costs more than the rules that use it."""

from __future__ import annotations

from spacy.attrs import HEAD, SENT_START

from primafacie.claims.parsing import Parsed

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WP", "FW"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "conj", "parataxis", "csubj"})


class View:
    """The attributes of all tokens by index; ``sentence[i]`` and ``passage[i]`` count sentences and passages."""

    def __init__(self, parsed: Parsed) -> None:
        tokens = list(parsed.doc)
        self.parsed = parsed
        self.size = len(tokens)
        self.text = [t.text.replace("’", "'").replace("`", "'") for t in tokens]
        self.lower = [text.casefold() for text in self.text]
        self.lemma = [t.lemma_.casefold() for t in tokens]
        self.tag = [t.tag_ for t in tokens]
        self.dep = [t.dep_ for t in tokens]
        offsets = parsed.doc.to_array([HEAD, SENT_START]).astype("int64") if tokens else ()
        self.head = [i + int(row[0]) for i, row in enumerate(offsets)]
        self.entity = [t.ent_type_ for t in tokens]
        self.joined = [not t.whitespace_ for t in tokens]
        self.passage = parsed.passage_of
        self.children: list[list[int]] = [[] for _ in tokens]
        self.sentence = [0] * self.size
        number = -1
        for i, row in enumerate(offsets):
            if self.head[i] != i:
                self.children[self.head[i]].append(i)
            if row[1] == 1 or i == 0:
                number += 1
            self.sentence[i] = number

    def verb(self, i: int) -> int:
        """The head of the clause that i stands in: the nearest verb (or root) above it."""
        i = self.head[i]
        while self.head[i] != i and not (self.dep[i] in CLAUSES and self.tag[i][0] in "VM"):
            i = self.head[i]
        return i

    def below(self, i: int, ancestor: int) -> bool:
        """True where i is the ancestor or hangs below it."""
        while i != ancestor and self.head[i] != i:
            i = self.head[i]
        return i == ancestor

    def first(self, i: int) -> int:
        """The leftmost token of the subtree of i."""
        lowest = i
        stack = [i]
        while stack:
            node = stack.pop()
            lowest = min(lowest, node)
            stack.extend(c for c in self.children[node] if c < node)
        return lowest

    def span(self, i: int) -> tuple[int, int]:
        """The subtree of i, end exclusive."""
        lowest = highest = i
        stack = [i]
        while stack:
            node = stack.pop()
            lowest, highest = min(lowest, node), max(highest, node)
            stack.extend(self.children[node])
        return lowest, highest + 1
