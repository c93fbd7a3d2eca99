"""The words of saying, read from ``lexicon/<language>/saying.yaml`` into an index by lemma, once a process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from primafacie.model import STANCES

SORTS = frozenset({"say", "show", "claim", "think", "deny", "ask", "urge", "accuse", "seem", "attitude"})
TAKES = frozenset(
    [
        "clause",
        "quote",
        "infinitive",
        "gerund",
        "object",
        "object-infinitive",
        "casualties",
        "told",
        "complement",
        "as",
        "comparing",
        "raising",
        "prep",
    ]
)


class CueError(ValueError):
    """The file says something that cannot be meant: names the group and what may stand there."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A group of words that take the same things; the fields are explained at the top of the YAML file."""

    sort: str
    stance: str
    lemmas: frozenset[str]
    takes: frozenset[str]
    preps: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    documents: bool = False
    """Only with a document for its subject ("the audit found the fund empty")."""
    only: str = ""
    """A determiner without which the noun is no cue ("no evidence that")."""
    examples: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Cues:
    """All words of saying of a language."""

    groups: tuple[Cue, ...]
    verbs: Mapping[str, tuple[Cue, ...]]
    nouns: Mapping[str, tuple[Cue, ...]]
    adverbs: Cue
    adjectives: Cue
    view_words: frozenset[str]
    """"in his words", "in the view of": the nouns."""
    speakers: frozenset[str]
    documents: frozenset[str]
    not_labels: frozenset[str]

    def speaks(self, lemma: str) -> bool:
        """Whether the verb may stand beside a quotation."""
        return any("quote" in cue.takes for cue in self.verbs.get(lemma, ()))


def _words(raw: Any) -> frozenset[str]:
    return frozenset(raw.split() if isinstance(raw, str) else map(str, raw or ()))


def _group(raw: Mapping[str, Any], where: str) -> Cue:
    """Raises CueError where a sort, a stance or what it takes is not known."""
    takes = _words(raw.get("takes"))
    sort, stance = raw.get("sort", "say"), raw.get("stance")
    for value, known, what in ((sort, SORTS, "sort"), (stance, frozenset(STANCES), "stance")):
        if value not in known:
            raise CueError(f"saying.yaml, {where}: {what} {value!r} is none of {sorted(known)}")
    if takes - TAKES:
        raise CueError(f"saying.yaml, {where}: takes {sorted(takes - TAKES)}, which is none of {sorted(TAKES)}")
    return Cue(
        sort=sort, stance=str(stance), lemmas=_words(raw.get("lemmas") or raw.get("words")), takes=takes,
        preps=_words(raw.get("preps")), particles=_words(raw.get("particles")),
        documents=raw.get("subjects") == "documents", only=str(raw.get("only") or ""),
        examples=tuple(raw.get("examples") or ()),
    )  # fmt: skip


def _index(groups: tuple[Cue, ...]) -> Mapping[str, tuple[Cue, ...]]:
    index: dict[str, list[Cue]] = {}
    for group in groups:
        for lemma in group.lemmas:
            index.setdefault(lemma, []).append(group)
    return MappingProxyType({lemma: tuple(found) for lemma, found in index.items()})


@cache
def cues(language: str = "en") -> Cues:
    """The words of saying of a language. Raises FileNotFoundError where there are none, CueError for wrong ones."""
    path = files("primafacie.claims") / "lexicon" / language / "saying.yaml"
    raw = yaml.load(path.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    verbs = tuple(_group(group, f"verbs, group {n}") for n, group in enumerate(raw["verbs"], 1))
    nouns = tuple(_group(group, f"nouns, group {n}") for n, group in enumerate(raw["nouns"], 1))
    adverbs, adjectives = (_group(raw[key], key) for key in ("adverbs", "adjectives"))
    return Cues(
        groups=(*verbs, *nouns, adverbs, adjectives), verbs=_index(verbs), nouns=_index(nouns), adverbs=adverbs,
        adjectives=adjectives, view_words=_words(raw["of_words"]), speakers=_words(raw["speakers"]),
        documents=_words(raw["documents"]), not_labels=_words(raw["not_labels"]),
    )  # fmt: skip
