"""Nouns of saying: "the claim that", "allegations of", "rumours", "no evidence that", "her position remained that"."""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.claims.attribution.cues import Cue, Cues
from primafacie.claims.attribution.drafts import Draft
from primafacie.claims.attribution.record import Range
from primafacie.claims.attribution.trees import VERBAL, Trees


def nouns(trees: Trees, cues: Cues) -> Iterator[Draft]:
    """A draft for every noun of the lexicon that has content of its own."""
    for i, lemma in enumerate(trees.lemmas):
        groups = cues.nouns.get(lemma)
        if not groups or trees.pos[i] != "NOUN" or trees.deps[i] == "compound":
            continue
        if lemma == "charge" and i and trees.words[i - 1] == "in":
            continue
        for group in groups:
            start = i
            if group.only:
                refused = next((c for c in trees.children[i] if trees.words[c] == group.only), None)
                if refused is None:
                    continue
                start = refused
            content = _content(trees, i, group)
            if content:
                whose = _whose(trees, i)
                source = trees.noun_phrase(whose, i) if whose is not None else None
                if whose is not None and source is not None and whose < content[0][0] < source[1]:
                    source = trees.trim(source[0], content[0][0])
                yield Draft((start, i + 1), group.stance, "say", (start, i + 1), source, whose, content=content)
                break


def _content(trees: Trees, i: int, group: Cue) -> list[Range]:
    for c in trees.children[i]:
        if c < i:
            continue
        dep, first = trees.deps[c], trees.words[trees.left[c]]
        if dep in ("acl", "relcl", "ccomp") and first == "that" and not _relative(trees, c):
            return [trees.span(c)]
        if dep == "acl" and trees.pos[c] in VERBAL and trees.child(c, "nsubj") is not None and "clause" in group.takes:
            return [trees.span(c)]
        if dep == "acl" and "infinitive" in group.takes and first == "to":
            return [trees.span(c)]
        if c == i + 1 and trees.words[c] in ("by", "from") and "clause" in group.takes:
            whose = trees.child(c, "pobj")
            for x in trees.children[whose] if whose is not None else ():
                if (
                    trees.deps[x] in ("acl", "relcl")
                    and trees.words[trees.left[x]] == "that"
                    and not _relative(trees, x)
                ):
                    return [trees.span(x)]
        if (
            dep == "prep"
            and trees.words[c] in group.preps
            and "prep" in group.takes
            and trees.child(c, "pobj", "pcomp") is not None
        ):
            return [trees.trim(c + 1, trees.right[c] + 1)]
    verb = trees.heads[i]
    if trees.deps[i] == "nsubj" and trees.lemmas[verb] in ("be", "remain") and "clause" in group.takes:
        below = trees.child(verb, "ccomp")
        if below is not None and below > verb and trees.words[trees.left[below]] == "that":
            return [trees.span(below)]
    return []


def _relative(trees: Trees, clause: int) -> bool:
    """Whether "that" is the subject or object of the clause ("the claim that shook the town"), not its mark."""
    opening = trees.left[clause]
    return trees.deps[opening] in ("nsubj", "dobj", "nsubjpass", "pobj") and trees.heads[opening] == clause


def _whose(trees: Trees, i: int) -> int | None:
    """Whoever makes the claim: a genitive, "by X", "from X", or the subject that has, voices or makes it."""
    whose = trees.child(i, "poss")
    if whose is not None:
        return whose
    for c in trees.children[i]:
        if trees.words[c] in ("by", "from") and trees.deps[c] in ("prep", "agent") and c == i + 1:
            return trees.child(c, "pobj")
    verb = trees.heads[i]
    if trees.deps[i] in ("dobj", "pobj"):
        while trees.pos[verb] == "ADP" and trees.heads[verb] != verb:
            verb = trees.heads[verb]
        if trees.pos[verb] in VERBAL and trees.lemmas[verb] in LIGHT and not trees.is_passive(verb):
            subject = trees.subject(verb)
            return subject if subject is not None and trees.words[subject] not in ("it", "there") else None
    return None


LIGHT = frozenset(
    [
        "make",
        "have",
        "issue",
        "voice",
        "express",
        "raise",
        "repeat",
        "release",
        "publish",
        "send",
        "give",
        "deliver",
        "put",
        "sign",
        "write",
        "file",
        "post",
        "level",
        "offer",
        "add",
        "lodge",
        "hold",
        "share",
        "submit",
        "push",
        "float",
        "spread",
        "renew",
        "reiterate",
    ]
)
"""Verbs that only carry the noun: "made a claim", "voiced fears"."""
