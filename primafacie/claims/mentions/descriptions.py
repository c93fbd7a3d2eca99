"""Names that definite descriptions take up: "the bank", "the former minister", "the crown prince", "my wife"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from .directory import Directory, Entry
from .lexicon import Lexicon
from .phrases import Phrases
from .view import SUBJECTS, View

PUBLIC = frozenset({
    "ministry", "department", "government", "parliament", "union", "nations", "agency", "university", "party", "court",
    "commission", "council", "army", "police", "office", "federation", "committee", "embassy", "congress", "senate",
    "authority", "forces", "guard", "guards", "corps",
})  # fmt: skip
"""Words in an organization's name that keep it from being "the company"."""
BINDING = frozenset({"of", "for", "at", "to", "with", "between", "against"})
"""A noun that goes on so says itself whom it means."""
FAR = 60
"""Sentences back that a description may look for the name it was said of; a general one ("the company") only NEAR."""
NEAR = 4
GENERAL = frozenset({"company", "firm", "corporation", "group", "business", "organization", "organisation"})
"""Nouns that fit any organization near by, even where the text never said so of it."""
OPENING = 4
"""In the first sentences of a text a description may stand for a name that comes later."""


class Descriptions:
    def __init__(
        self, view: View, lexicon: Lexicon, directory: Directory, phrases: Phrases, whose: Callable[[int], Entry | None]
    ) -> None:
        self.view, self.lexicon, self.directory, self.phrases, self.whose = view, lexicon, directory, phrases, whose
        self._found: dict[int, Entry | None] = {}
        self._again: dict[str, list[int]] = {}
        self._index: dict[str, set[int]] = {}
        self._kin: list[tuple[str, int, Entry]] = [
            (noun, possessor, phrases.entry(name) or entry)
            for entry in directory.entries for noun, possessor, name in entry.evidence.kin
        ]  # fmt: skip

    def find(self, i: int) -> Entry | None:
        """The entry that the noun at i takes up, or None; all but kin are read at once, in the order of the text."""
        if not self._found:
            self._found[-1] = None
            for k in range(self.view.size):
                found = self._take_up(k)
                if found is not None:
                    self._found[k] = found
                    self._again.setdefault(found.text, []).append(k)
        if self.view.lemma[i] in self.lexicon.kin and self.phrases.possessor(i) is not None:
            return None if self.phrases.name(i) is not None else self.kin(i)
        return self._found.get(i)

    def _take_up(self, i: int) -> Entry | None:
        view, phrases = self.view, self.phrases
        if view.tag[i] not in ("NN", "NNP") or phrases.name(i) is not None:
            return None
        if phrases.determiner(i) not in ("the", "this", "that"):
            return None
        if any(
            view.dep[c] in ("relcl", "acl") or (view.dep[c] == "prep" and view.lower[c] in BINDING)
            for c in view.children[i]
            if c > i
        ):
            return None
        modifiers = phrases.modifiers(i)
        if any(m in self.lexicon.new for m in modifiers):
            return None
        lemma = view.lemma[i]
        joined = f"{modifiers[-1]} {lemma}" if modifiers else ""
        noun = joined if joined in self.lexicon.nouns else lemma
        return self._said(i, noun, modifiers) or self._general(i, noun)

    def _said(self, i: int, noun: str, modifiers: list[str]) -> Entry | None:
        """The last entry of which the document said this noun, or one of its synonyms, or whose name holds it."""
        view = self.view
        kind = self.lexicon.noun(noun) or self.lexicon.noun(noun.rsplit(" ", 1)[-1])
        nouns = self.lexicon.taken_up.get(noun, frozenset({noun}))
        peoples = {m for m in modifiers if m in self.lexicon.demonyms}
        found: list[tuple[int, int, Entry]] = []
        later: list[Entry] = []
        for entry in self._holders(nouns):
            exact = noun in entry.evidence.nouns
            if (
                not exact
                and not nouns & entry.evidence.nouns.keys()
                and not (kind in ("organization", "place") and nouns & entry.words())
            ):
                continue
            if "person" in (kind, entry.type) and kind != entry.type and kind is not None:
                continue
            if "place" in (kind, entry.type) and kind != entry.type:
                continue
            if self._opposed(modifiers, entry, nouns):
                continue
            if peoples and not any(peoples <= entry.evidence.nouns.get(n, set()) for n in nouns):
                continue
            place = self._last(entry, i)
            reach = NEAR * 2 if noun in GENERAL and not exact else FAR
            if place >= 0 and view.sentence[i] - view.sentence[place] <= reach:
                found.append((place, int(exact), entry))
            elif exact:
                later.append(entry)
        if not found:
            return later[0] if len(later) == 1 and view.sentence[i] < OPENING else None
        found.sort(key=lambda item: (-view.sentence[item[0]], -item[1], -item[0]))
        if len(found) > 1 and self._tie(found[0], found[1]):
            return None
        return found[0][2]

    def _last(self, entry: Entry, i: int) -> int:
        """The last token before i that stands for the entry, by its name or a description; -1 where there is none."""
        before = (
            places[bisect_left(places, i) - 1] for places in (entry.places, self._again.get(entry.text, [])) if places
        )
        return max((place for place in before if place < i), default=-1)

    def _holders(self, nouns: frozenset[str]) -> list[Entry]:
        """The entries of which one of the nouns was said, or whose name holds one, in the order of the text."""
        if not self._index:
            for number, entry in enumerate(self.directory.entries):
                for word in {*entry.evidence.nouns, *entry.words()}:
                    self._index.setdefault(word, set()).add(number)
        found = set().union(*(self._index.get(noun, set()) for noun in nouns))
        return [self.directory.entries[number] for number in sorted(found)]

    def _opposed(self, modifiers: list[str], entry: Entry, nouns: frozenset[str]) -> bool:
        """True where one is "current" and the other "former": "the current president" is not the former one."""
        said = set().union(*(entry.evidence.nouns.get(noun, set()) for noun in nouns))
        now, then = {"current", "incumbent", "present", "sitting"}, {"former", "late", "ex", "outgoing", "ousted"}
        return bool((now & set(modifiers) and then & said) or (then & set(modifiers) and now & said))

    def _tie(self, left: tuple[int, int, Entry], right: tuple[int, int, Entry]) -> bool:
        view = self.view
        if view.sentence[left[0]] != view.sentence[right[0]] or left[1] != right[1]:
            return False
        return (view.dep[left[0]] in SUBJECTS) == (view.dep[right[0]] in SUBJECTS)

    def _general(self, i: int, noun: str) -> Entry | None:
        """What "the company" takes up: the organization in reach that stands out as one, the last subject first."""
        view = self.view
        if noun not in GENERAL:
            return None
        scored: list[tuple[float, str, Entry]] = []
        for entry in self.directory.entries:
            if entry.type != "organization" or (
                noun not in ("group", "organization", "organisation") and entry.words() & PUBLIC
            ):
                continue
            head = self._last(entry, i)
            if head < 0 or view.sentence[i] - view.sentence[head] > NEAR:
                continue
            subject = view.dep[head] in SUBJECTS or view.dep[head] == "poss"
            scored.append(
                (len(entry.places) * 0.4 + subject - (view.sentence[i] - view.sentence[head]), entry.text, entry)
            )
        scored.sort(key=lambda item: (-item[0], item[1]))
        if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < 0.5):
            return None
        return scored[0][2]

    def kin(self, i: int) -> Entry | None:
        """Whom "my wife" takes up: the named wife of the same person, or the only one whose husband is left open."""
        noun, possessor = self.view.lemma[i], self.phrases.possessor(i)
        known = [(place, entry) for kind, place, entry in self._kin if kind == noun]
        if possessor is None or not known:
            return None
        owner = self.whose(possessor)
        same = {id(entry): entry for place, entry in known if owner is not None and self.whose(place) is owner}
        if len(same) == 1:
            return next(iter(same.values()))
        every = {id(entry): entry for _, entry in known}
        open_ = all(self.whose(place) is None for place, _ in known)
        opposed = self.view.lower[possessor] in ("his", "her") and any(
            self.view.lower[p] in ("my", "your") for p, _ in known
        )
        return next(iter(every.values())) if len(every) == 1 and open_ and not same and not opposed else None
