"""All names of a document, each short form under the fullest one, with what the document says about them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from .evidence import Evidence, weigh
from .lexicon import Lexicon
from .names import Name, NameFinder
from .view import View

SMALL = frozenset({"of", "for", "and", "the", "&", "on", "in", "de", "del", "di", "to", "against"})
Key = tuple[str, ...]


@dataclass(slots=True)
class Entry:
    """One bearer of a name in a document: the fullest form, all forms, and the evidence of every occurrence."""

    text: str
    keys: set[Key]
    evidence: Evidence
    places: list[int] = field(default_factory=list)
    """Token indices of the heads of all its names, in order."""
    type: str | None = None

    @property
    def sex(self) -> str | None:
        """male, female, or None where the votes do not tell."""
        male, female = self.evidence.sexes["male"], self.evidence.sexes["female"]
        return None if abs(male - female) < 1 else "male" if male > female else "female"

    def words(self) -> set[str]:
        return {word for key in self.keys for word in key}


class Directory:
    """The names of a document: ``names[n]``, whose it is: ``entry[n]``, and the name of token i: ``at[i]``."""

    def __init__(self, view: View, lexicon: Lexicon) -> None:
        self.view, self.lexicon = view, lexicon
        self.names: list[Name] = NameFinder(view, lexicon).find()
        self.at: dict[int, int] = {i: n for n, name in enumerate(self.names) for i in range(name.start, name.end)}
        entries = self._forms()
        self._coordinated(entries)
        links = self._links(entries)
        self.entries: list[Entry] = self._merge(entries, links)
        by_key = {key: entry for entry in self.entries for key in entry.keys}
        self.entry: list[Entry] = [by_key[name.key] for name in self.names]
        self.by_key = by_key
        for name, entry in zip(self.names, self.entry, strict=True):
            entry.places.append(name.head)

    def find(self, text: str) -> Entry | None:
        """The entry of a name given from outside, such as a speaker's: by its key, else by its last word if unique."""
        key = tuple(
            w.strip("'‘.,:").removesuffix("'s") for w in text.replace("’", "'").replace("-", " ").casefold().split()
        )
        while key and key[0] in self.lexicon.titles and len(key) > 1:
            key = key[1:]
        if key in self.by_key:
            return self.by_key[key]
        found = [
            e for e in self.entries if any(key and k[-1] == key[-1] and (len(k) == 1 or len(key) == 1) for k in e.keys)
        ]
        return found[0] if len(found) == 1 else None

    def _forms(self) -> dict[Key, Entry]:
        """One entry for each wording."""
        forms: dict[Key, Entry] = {}
        texts: dict[Key, Counter[str]] = defaultdict(Counter)
        for name in self.names:
            texts[name.key][name.text] += 1
            evidence = weigh(self.view, self.lexicon, name, name.key not in forms)
            if name.key in forms:
                forms[name.key].evidence.add(evidence)
            else:
                forms[name.key] = Entry(name.text, {name.key}, evidence)
            forms[name.key].places.append(name.head)
        for key, entry in forms.items():
            counted = texts[key].most_common()
            entry.text = next((t for t, _ in counted if not t.isupper()), counted[0][0])
            entry.type = entry.evidence.best()
        return forms

    def _coordinated(self, forms: dict[Key, Entry]) -> None:
        """Names in one list are of one type: "Anna, Dimitar and Joe"."""
        view = self.view
        for name in self.names:
            other = self.at.get(view.head[name.head]) if view.dep[name.head] == "conj" else None
            if other is None or other == self.at[name.head]:
                continue
            left, right = forms[self.names[other].key], forms[name.key]
            for weak, strong in ((left, right), (right, left)):
                if strong.type and strong.type != "group" and sum(weak.evidence.types.values()) < 4:
                    weak.evidence.types[strong.type] += 1.2
        for key, entry in forms.items():
            if (
                len(key) > 1
                and key[:1] in forms
                and forms[key[:1]].type == "organization"
                and entry.evidence.types["person"] < 5
            ):
                entry.evidence.types["organization"] += 3
        for entry in forms.values():
            entry.type = entry.evidence.best()

    def _links(self, forms: dict[Key, Entry]) -> dict[Key, Key]:
        """For each short wording the longer one it stands for."""
        links = self._aliases(forms)
        longer = sorted((k for k in forms if len(k) > 1), key=lambda k: (-len(k), k))
        ending: dict[str, list[Key]] = defaultdict(list)
        starting: dict[str, list[Key]] = defaultdict(list)
        containing: dict[str, list[Key]] = defaultdict(list)
        initials: dict[str, list[Key]] = defaultdict(list)
        for key in longer:
            ending[key[-1]].append(key)
            starting[key[0]].append(key)
            for word in set(key):
                containing[word].append(key)
            for acronym in {"".join(w[0] for w in key if w not in SMALL), "".join(w[0] for w in key)}:
                initials[acronym].append(key)
        for key in forms:
            if key in links:
                continue
            candidates = self._person(key, forms, ending, starting) or self._body(
                key, forms, starting, containing, initials
            )
            candidates = [c for c in candidates if c != key]
            roots = {_root(c, links) for c in candidates} - {key}
            if len(roots) == 1:
                links[key] = roots.pop()
            elif len(roots) > 1 and all(forms[root].type == "person" for root in roots):
                forms[key].evidence.types["person"] += 3
        return links

    def _person(
        self, key: Key, forms: dict[Key, Entry], ending: dict[str, list[Key]], starting: dict[str, list[Key]]
    ) -> list[Key]:
        """Longer names of persons that this one shortens: by family name, else by given name."""
        entry = forms[key]
        kinds, joined = entry.evidence.types, " ".join(key)
        known = (
            joined in self.lexicon.geography
            or key[-1] in self.lexicon.demonyms
            or key[-1] in self.lexicon.organizations
        )
        if known and kinds["person"] < 6:
            return []
        persons = [k for k in ending[key[-1]] if len(k) > len(key) and forms[k].type == "person"]
        if len(key) > 1:
            persons = [k for k in persons if k[-len(key) :] == key or (k[0] == key[0] and _within(key, k))]
            return persons or [
                k for k in starting[key[0]] if len(k) > len(key) and k[: len(key)] == key and forms[k].type == "person"
            ]
        sex = entry.sex if entry.evidence.sexes.total() >= 5 else None
        persons = [k for k in persons if not sex or forms[k].sex in (None, sex)]
        if persons:
            full = _maximal(persons)
            before = [k for k in full if forms[k].places[0] < entry.places[0]]
            return before if len(before) == 1 else full
        if kinds["organization"] + kinds["place"] >= 4:
            return []
        return _maximal([k for k in starting[key[0]] if len(k) > 1 and forms[k].type == "person"])

    def _body(
        self,
        key: Key,
        forms: dict[Key, Entry],
        starting: dict[str, list[Key]],
        containing: dict[str, list[Key]],
        initials: dict[str, list[Key]],
    ) -> list[Key]:
        """Longer names of organizations that this one shortens: acronym, generic words left out, word order."""
        entry, lexicon = forms[key], self.lexicon
        joined = "".join(key).replace(".", "")
        if len(key) == 1 and len(joined) > 1 and entry.text.replace(".", "").isupper() and initials[joined]:
            return initials[joined]
        if entry.evidence.types["person"] >= 4:
            return []
        if key[0] in lexicon.demonyms or " ".join(key) in lexicon.geography:
            return []
        short = [
            k for k in starting[key[0]]
            if len(k) > len(key) and k[: len(key)] == key and forms[k].type in ("organization", None)
            and all(w in lexicon.generic or w in SMALL for w in k[len(key):])
        ]  # fmt: skip
        if short:
            return _maximal(short)
        bare = {w for w in key if w not in SMALL}
        return [
            k for k in containing[key[-1]]
            if len(k) > len(key) and bare and ("of" in k or k[0] in ("us", "u.s")) and bare <= set(k)
            and self._turned(bare, k, key[-1])
        ]  # fmt: skip

    def _turned(self, bare: set[str], full: Key, last: str) -> bool:
        """True for "Treasury" or "Treasury Department" for "U.S. Department of the Treasury"."""
        rest = {w for w in full if w not in SMALL} - bare
        return not rest or (full[-1] == last and rest <= {"department", "ministry", "us", "u.s", "office"})

    def _aliases(self, forms: dict[Key, Entry]) -> dict[Key, Key]:
        """Short forms given in brackets: "Bureau for Maritime Control (BMC)", "Orvex Holding (“Orvex”)"."""
        view = self.view
        links: dict[Key, Key] = {}
        for n, name in enumerate(self.names[:-1]):
            follower = self.names[n + 1]
            gap = range(name.end, follower.start)
            if not 1 <= len(gap) <= 4 or follower.end >= view.size or "(" not in view.text[gap[0] : gap[0] + 2]:
                continue
            after = view.text[follower.end : follower.end + 3]
            if ")" not in after or follower.key == name.key or view.passage[name.start] != view.passage[follower.start]:
                continue
            quoted = view.text[follower.start - 1] in "“\"'‘„«"
            if quoted or _abbreviates(follower.key, name.key):
                short, full = sorted((follower.key, name.key), key=lambda k: (len(k), len("".join(k))))
                if name.key[0] == follower.key[0] and len(name.key) > len(follower.key) - 3:
                    short, full = follower.key, name.key
                links.setdefault(short, full)
        return links

    def _merge(self, forms: dict[Key, Entry], links: dict[Key, Key]) -> list[Entry]:
        merged: dict[Key, Entry] = {}
        for key, form in forms.items():
            root = _root(key, links)
            entry = merged.get(root)
            if entry is None:
                merged[root] = entry = Entry(forms[root].text, {root}, Evidence())
            entry.keys.add(key)
            entry.evidence.add(form.evidence)
        for entry in merged.values():
            entry.type = entry.evidence.best()
        return list(merged.values())


def _root(key: Key, links: dict[Key, Key]) -> Key:
    seen = {key}
    while key in links and links[key] not in seen:
        key = links[key]
        seen.add(key)
    return key


def _within(short: Key, long: Key) -> bool:
    """True where the words of short stand in long in this order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _maximal(keys: list[Key]) -> list[Key]:
    """Without the keys that shorten another one of them."""
    return [k for k in keys if not any(k != other and len(k) < len(other) and _within(k, other) for other in keys)]


def _abbreviates(short: Key, full: Key) -> bool:
    """True where the letters of an acronym begin words of the full name, or both begin with the same word."""
    if short[0] == full[0]:
        return True
    letters = "".join(c for c in "".join(short) if c.isalnum())
    starts = "".join(w[0] for w in full)
    rest = iter(starts)
    return (
        len(letters) <= len(full) + 2
        and letters[:1] in starts[:2]
        and sum(c in rest for c in letters) >= min(2, len(letters))
    )
