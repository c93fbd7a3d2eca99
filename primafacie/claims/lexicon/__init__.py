"""The words that state claims, as data: one YAML file a language and kind, read into an index by lemma.

An entry says which words trigger a claim of the kind and where each role stands relative to them. The format is
described in docs/howto/add-a-word.md; every entry carries examples, which run as tests.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from primafacie.vocabulary import KINDS

FIELDS = frozenset(
    "id doc verbs nouns adjectives roles needs types named sure never unless with near voice status stance count_of "
    "confidence examples".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of stating a claim. ``roles`` maps a role to the slots where it may stand, the likeliest first."""

    kind: str
    id: str
    words: Mapping[str, tuple[tuple[frozenset[str], ...], ...]]
    """verbs, nouns, adjectives -> phrases; a phrase holds the alternatives of each of its lemmas in turn."""
    roles: Mapping[str, tuple[tuple[str, ...], ...]]
    needs: tuple[tuple[str, ...], ...] = ()
    """Each group names roles of which one at least must be filled."""
    types: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    status: str | None = None
    """A status, or "trigger" for the trigger's own words."""
    stance: str | None = None
    unless: frozenset[str] = frozenset()
    """Lemmas among the trigger's dependents or objects that make it mean something else."""
    with_: frozenset[str] = frozenset()
    """Lemmas of which one must stand among them."""
    near: frozenset[str] = frozenset()
    """Lemmas of which one must stand in the sentence or the one before."""
    named: frozenset[str] = frozenset()
    """Roles that only a proper name (or what resolves to one) may fill."""
    sure: frozenset[str] = frozenset()
    """Roles that only words of a known type may fill; elsewhere an unknown word may be anything."""
    never: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words, in lower case, that cannot fill the role: the "state" of a secretary of state is no organization."""
    voice: str | None = None
    """"passive", "active" or "intransitive" (active without an object) where the verb means this only so."""
    count_of: str | None = None
    """The role whose phrase holds the number of people."""
    confidence: float = 0.7
    examples: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All entries of a language, indexed by part of speech and lemma of the trigger's first word."""

    language: str
    entries: tuple[Entry, ...]
    index: Mapping[tuple[str, str], tuple[tuple[Entry, tuple[frozenset[str], ...]], ...]]


class LexiconError(ValueError):
    """A lexicon file says something that cannot be meant: names the file, the entry and what to write instead."""


def _words(value: Any) -> tuple[str, ...]:
    """A YAML list or a blank-separated string as words; a list may hold blank-separated strings."""
    items = [value] if isinstance(value, str) else value or ()
    return tuple(word for item in items for word in str(item).split())


def _phrases(raw: Any) -> tuple[tuple[frozenset[str], ...], ...]:
    """Phrases from a list ("lay down|aside arms") or one comma-separated string."""
    items = [part.strip() for part in raw.split(",")] if isinstance(raw, str) else list(raw or ())
    return tuple(tuple(frozenset(word.split("|")) for word in str(item).split()) for item in items if item)


def _slots(raw: Any) -> tuple[tuple[str, ...], ...]:
    """Slots from "of | by | possessor" or a list; "subject + with" takes both."""
    items = raw.split("|") if isinstance(raw, str) else raw
    return tuple(tuple(slot.strip() for slot in str(item).split("+")) for item in items)


def entry(kind: str, raw: Mapping[str, Any], where: str) -> Entry:
    """The entry that a mapping describes. Raises LexiconError where a field, role or status is not known."""
    unknown = set(raw) - FIELDS
    if unknown:
        raise LexiconError(f"{where}: no such field {sorted(unknown)}; the fields are {sorted(FIELDS)}")
    known = KINDS[kind]
    roles = {role: _slots(slots) for role, slots in (raw.get("roles") or {}).items()}
    for role in roles:
        if role not in known.roles:
            raise LexiconError(f"{where}: {kind} has no role {role!r}; it has {sorted(known.roles)}")
    if known.statuses and raw.get("status") not in (None, *known.statuses):
        raise LexiconError(f"{where}: {kind} has no status {raw['status']!r}; it has {list(known.statuses)}")
    words = {pos: _phrases(raw.get(pos)) for pos in ("verbs", "nouns", "adjectives") if raw.get(pos)}
    if not words:
        raise LexiconError(f"{where}: give at least one of verbs, nouns, adjectives")
    return Entry(
        kind=kind,
        id=str(raw["id"]),
        words=MappingProxyType(words),
        roles=MappingProxyType(roles),
        needs=tuple(tuple(need.split("|")) for need in _words(raw.get("needs"))),
        types=MappingProxyType({role: _words(types) for role, types in (raw.get("types") or {}).items()}),
        status=raw.get("status"),
        stance=raw.get("stance"),
        unless=frozenset(_words(raw.get("unless"))),
        with_=frozenset(_words(raw.get("with"))),
        near=frozenset(_words(raw.get("near"))),
        named=frozenset(_words(raw.get("named"))),
        sure=frozenset(_words(raw.get("sure"))),
        never=MappingProxyType({role: tuple(words) for role, words in (raw.get("never") or {}).items()}),
        voice=raw.get("voice"),
        count_of=raw.get("count_of"),
        confidence=float(raw.get("confidence", 0.7)),
        examples=tuple(raw.get("examples") or ()),
    )


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The lexicon of a language, read once a process. Raises LexiconError where a file is wrong."""
    entries: list[Entry] = []
    folder = files(__package__) / language
    for kind in KINDS:
        file = folder / f"{kind.lower()}.yaml"
        if not file.is_file():
            continue
        raw = yaml.load(file.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for number, item in enumerate(raw.get("entries") or ()):
            entries.append(entry(kind, item, f"{language}/{kind.lower()}.yaml, entry {item.get('id', number)}"))
    index: dict[tuple[str, str], list[tuple[Entry, tuple[frozenset[str], ...]]]] = {}
    for e in entries:
        for pos, phrases in e.words.items():
            for phrase in phrases:
                for lemma in phrase[0]:
                    index.setdefault((pos, lemma), []).append((e, phrase))
    return Lexicon(language, tuple(entries), MappingProxyType({k: tuple(v) for k, v in index.items()}))
