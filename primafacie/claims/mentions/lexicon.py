"""The words that the readers of this package go by, from ``lexicon/en/nouns.yaml`` and ``names.yaml``, loaded once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

TYPES = ("person", "group", "organization", "place", "thing", "event", "money", "time")

PERSON_ENDINGS = ("ologist", "ographer", "woman", "man", "ist", "eer", "ician", "aire", "smith", "monger", "crat")
"""Endings that make a noun a person's where no list knows it."""
ACT_ENDINGS = ("ation", "ition", "ment")
"""Endings of acts: such a noun is nobody and nothing that could act or be owned."""


def words(value: Any) -> frozenset[str]:
    """The entries of a list: words separated by blanks, "_" standing for a blank; nested lists are joined."""
    if isinstance(value, Mapping):
        return frozenset().union(*(words(part) for part in value.values()))
    return frozenset(word.replace("_", " ").casefold() for word in str(value).split())


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``nouns`` maps a noun's dictionary form to its type; ``kin_of`` maps a noun to those it may take up."""

    nouns: Mapping[str, str]
    kin: frozenset[str]
    quantity: frozenset[str]
    new: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    taken_up: Mapping[str, frozenset[str]]
    titles: frozenset[str]
    modifiers: frozenset[str]
    female_titles: frozenset[str]
    male_titles: frozenset[str]
    particles: frozenset[str]
    organizations: frozenset[str]
    generic: frozenset[str]
    places: frozenset[str]
    events: frozenset[str]
    geography: frozenset[str]
    demonyms: frozenset[str]
    male_names: frozenset[str]
    female_names: frozenset[str]
    male_surnames: tuple[str, ...]
    female_surnames: tuple[str, ...]
    surnames: tuple[str, ...]
    acts: frozenset[str]
    deeds: frozenset[str]
    offices: frozenset[str]
    belongings: frozenset[str]

    def noun(self, lemma: str) -> str | None:
        """The type of what a noun names, None where nothing tells."""
        found = self.nouns.get(lemma)
        if found or len(lemma) < 5:
            return found
        if "-" in lemma:
            return self.noun(lemma.rsplit("-", 1)[1]) or (self.noun(lemma.split("-", 1)[1]))
        if lemma.endswith(ACT_ENDINGS):
            return "event"
        return "person" if lemma.endswith(PERSON_ENDINGS) else None


def _dotless(entries: frozenset[str]) -> frozenset[str]:
    """The entries, and each one without its full stops: "s.p.a." is "spa" as well."""
    return entries | {entry.rstrip(".") for entry in entries} | {entry.replace(".", "") for entry in entries}


def _taken_up(raw: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """For each noun, all nouns under which it may take something up again; itself always among them."""
    found: dict[str, set[str]] = {}
    for group in raw["synonyms"]:
        members = words(group)
        for word in members:
            found.setdefault(word, {word}).update(members)
    for word, special in raw["general"].items():
        found.setdefault(word, {word}).update(words(special))
    return {word: frozenset(others) for word, others in found.items()}


def _countries() -> frozenset[str]:
    """The English names of the world's countries, from the Unicode locale data."""
    from babel import Locale

    names = Locale("en").territories
    return frozenset(
        name.casefold().replace("&", "and")
        for code, name in names.items() if len(code) == 2 and code not in {"EU", "EZ", "UN", "ZZ"}
    )  # fmt: skip


@cache
def english() -> Lexicon:
    """The English lexicon. Raises KeyError where a list is missing from the data."""
    folder = files("primafacie.claims") / "lexicon" / "en"
    nouns = yaml.safe_load((folder / "nouns.yaml").read_text("utf-8"))
    names = yaml.safe_load((folder / "names.yaml").read_text("utf-8"))
    typed: dict[str, str] = {}
    for kind in reversed(TYPES):
        typed.update(dict.fromkeys(words(nouns[kind]), kind))
    endings = {sex: tuple(sorted(words(names["surnames"][sex]))) for sex in ("male", "female", "any")}
    plain = (
        "titles",
        "modifiers",
        "female_titles",
        "male_titles",
        "particles",
        "organizations",
        "generic",
        "places",
        "events",
        "demonyms",
        "acts",
        "belongings",
        "deeds",
        "offices",
    )
    return Lexicon(
        nouns=typed, kin=words(nouns["person"]["kin"]), quantity=words(nouns["quantity"]), new=words(nouns["new"]),
        female=words(nouns["female"]), male=words(nouns["male"]), taken_up=_taken_up(nouns),
        geography=words(names["geography"]) | _countries(),
        male_names=words(names["given"]["male"]), female_names=words(names["given"]["female"]),
        male_surnames=endings["male"], female_surnames=endings["female"],
        surnames=tuple(sorted({ending for group in endings.values() for ending in group})),
        **{key: _dotless(words(names[key])) for key in plain},
    )  # fmt: skip
