"""Who counts the dead: "the prosecutor put the toll at 230", "the centre recorded 221 deaths", "gave a figure of 164".

Whoever counts the harmed vouches for the number and has harmed nobody, so he is a voice and nothing else.
"""

from __future__ import annotations

from primafacie.claims.attribution.cues import Cue
from primafacie.claims.attribution.frames import Frame
from primafacie.claims.attribution.record import Range
from primafacie.claims.attribution.trees import PASSIVE_SUBJECTS, Trees

HARMED = frozenset(
    "death fatality casualty dead kill killing victim toll wound wounded injury injure injured arrest detainee detain "
    "missing disappearance body torture murder execution perish die".split()
)
"""Words of what is counted, in their dictionary form."""
FIGURES = frozenset({"at", "to", "as"})
NUMBERS = frozenset({"figure", "number", "count", "tally", "estimate"})
"""What somebody takes back, whatever it counted: "retracted the figure"."""
LARGEST = 40
"""Tokens of an object in which such a word is looked for."""


def casualties(frame: Frame, group: Cue) -> list[Range]:
    """The object that numbers the harmed, with the figure after it: "the death toll at 230", "221 deaths"."""
    trees, i = frame.trees, frame.verb
    labels = PASSIVE_SUBJECTS if frame.passive else frozenset({"dobj", "ccomp", "xcomp", "oprd"})
    counted = next((c for c in trees.children[i] if trees.deps[c] in labels and c != frame.speaker), None)
    if counted is None or (frame.passive and frame.speaker is None) or not (
        _harmed(trees, counted) or (group.sort == "deny" and trees.lemmas[counted] in NUMBERS)
    ):
        return []
    if trees.pos[counted] == "NUM" and _named(trees, counted + 1):  # "reported 26 killed and 40 wounded"
        return [trees.trim(trees.left[counted], trees.right[counted + 1] + 1)]
    if trees.deps[counted] != "dobj" and not frame.passive and trees.pos[trees.left[counted]] != "NUM":
        return []
    figures = [c for c in trees.children[i] if c > i and trees.deps[c] == "prep" and trees.words[c] in FIGURES]
    return [trees.span(counted), *(trees.span(c) for c in figures)]


def _harmed(trees: Trees, noun: int) -> bool:
    """Whether the phrase is about the harmed: "221 deaths", "a list of 238 people killed", "the number of dead"."""
    start, end = trees.span(noun)
    return any(_named(trees, k) for k in range(start, min(end + 1, start + LARGEST)))


def _named(trees: Trees, k: int) -> bool:
    return k < trees.size and (trees.lemmas[k] in HARMED or trees.words[k] in HARMED)
