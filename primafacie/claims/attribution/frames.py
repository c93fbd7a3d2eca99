"""A verb of saying with what stands around it: what every reader of its content is given."""

from __future__ import annotations

from dataclasses import dataclass

from primafacie.claims.attribution.cues import Cues
from primafacie.claims.attribution.record import Range
from primafacie.claims.attribution.trees import Trees


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb of saying with who says it and the tokens of its reporting clause."""

    trees: Trees
    cues: Cues
    verb: int
    passive: bool
    speaker: int | None
    zone: Range

    def finite(self, clause: int) -> bool:
        """Whether the clause is one with a subject and a finite verb (or "that", "whether", "why"…)."""
        trees = self.trees
        if trees.infinitive(clause):
            return (
                trees.tags[trees.left[clause]] in ("WRB", "WP", "WDT") or trees.words[trees.left[clause]] == "whether"
            )
        if any(trees.deps[c] == "mark" and trees.words[c] in ("that", "whether", "if") for c in trees.children[clause]):
            return True
        if trees.tags[clause] in ("VBD", "VBZ", "VBP", "MD"):
            return True
        if any(trees.deps[c] in ("aux", "auxpass", "cop") and trees.tags[c] in ("MD", "VBD", "VBZ", "VBP")
               for c in trees.children[clause]):  # fmt: skip
            return True
        return trees.child(clause, "nsubj", "nsubjpass") is not None and trees.tags[clause] not in ("VB", "VBG")
