"""A parse as plain lists: asking spaCy for a token's attribute costs more than the rules that use it."""

from __future__ import annotations

from itertools import accumulate

from primafacie.claims.parsing import Parsed

NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD", "WP", "FW"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "conj", "parataxis", "csubj"})


class View:
    """The attributes of all tokens by index; ``sentence[i]`` and ``passage[i]`` count sentences and passages."""

    def __init__(self, parsed: Parsed) -> None:
        columns = parsed.columns
        self.parsed = parsed
        self.size = len(columns.text)
        self.text = [text.replace("’", "'").replace("`", "'") for text in columns.text]
        self.lower = [text.casefold() for text in self.text]
        self.lemma = [lemma.casefold() for lemma in columns.lemma]
        self.tag = columns.tag
        self.dep = columns.dep
        self.head = columns.head
        self.entity = columns.entity
        self.joined = [not spaced for spaced in columns.spaced]
        self.passage = parsed.passage_of
        self.children: list[list[int]] = [[] for _ in columns.text]
        self.sentence = list(accumulate(columns.begins, initial=-1))[1:]
        for i, head in enumerate(self.head):
            if head != i:
                self.children[head].append(i)

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
