"""Where a noun phrase begins and ends, what name it carries, what it is of, and what is coordinated with it."""

from __future__ import annotations

from .directory import Directory, Entry
from .lexicon import Lexicon
from .view import View

BEFORE = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss", "quantmod", "predet", "neg", "advmod"})
ARTICLES = frozenset({"the", "a", "an"})
LONGEST = 12
"""Tokens that an "of" phrase may add: more is a sentence about the thing, not its designation."""
NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT"})


class Phrases:
    """The noun phrases of a parse. All arguments and results are token indices; ends are exclusive."""

    def __init__(self, view: View, lexicon: Lexicon, directory: Directory) -> None:
        self.view, self.lexicon, self.directory = view, lexicon, directory

    def name(self, i: int) -> int | None:
        """The number of the name that token i is part of."""
        return self.directory.at.get(i)

    def entry(self, i: int) -> Entry | None:
        number = self.directory.at.get(i)
        return None if number is None else self.directory.entry[number]

    def center(self, i: int) -> int:
        """The head of the phrase that i belongs to: the name for a title or noun right before it, else i itself."""
        view = self.view
        number = self.name(i)
        if number is not None:
            return self.directory.names[number].head
        head = view.head[i]
        if view.dep[i] in ("compound", "nmod") and head > i:
            number = self.name(head)
            if number is not None and self._before(i, self.directory.names[number].start):
                return self.directory.names[number].head
        following = self.name(i + 1) if i + 1 < view.size and view.dep[i] in ("compound", "nmod") else None
        return i if following is None else self.directory.names[following].head

    def _before(self, i: int, start: int) -> bool:
        """True where only title words and hyphens stand between i and the name."""
        return all(
            self.view.tag[k] in ("NN", "NNP", "NNS", "JJ", "HYPH", "NNPS") or self.view.text[k] == "."
            for k in range(i, start)
        )

    def extent(self, i: int) -> tuple[int, int]:
        """The phrase headed by i: determiner and modifiers before it, a short "of" phrase and a close name after it."""
        view = self.view
        number = self.name(i)
        if self.percent(i):
            return self._start(i, i), self._of(i + 2, i + 3)
        start, end = (
            (i, i + 1) if number is None else (self.directory.names[number].start, self.directory.names[number].end)
        )
        if view.tag[i] in PRONOUN_TAGS:
            return i, i + 1
        start = self._start(i, start)
        if number is None:
            close = self.carried(i)
            if close is not None and self.directory.names[self.directory.at[close]].start == end:
                end = self.directory.names[self.directory.at[close]].end
            else:
                end = self._of(i, end)
        return start, end

    def percent(self, i: int) -> bool:
        """True for the number that the parser makes the head of "forty per cent of the plant"."""
        view = self.view
        return view.tag[i] == "CD" and view.lower[i + 1 : i + 3] == ["per", "cent"] and view.head[i + 1] == i

    def _start(self, i: int, start: int) -> int:
        view = self.view
        number = self.name(i) is not None
        for child in reversed(view.children[i]):
            if child < start and view.dep[child] in BEFORE:
                first = view.first(child)
                if view.dep[child] in ("advmod", "neg") and (
                    view.dep[start] in ("det", "poss") or self.name(i) is not None
                ):
                    break
                if any(
                    view.text[k] in ";:()"
                    or view.tag[k] in ("VBD", "VBZ", "VBP", "MD")
                    or (number and view.tag[k] == "CC")
                    for k in range(first, start)
                ):
                    break
                start = first
        while start < i - 1 and view.entity[start] == "DATE" and view.lower[start] in ("last", "next", "this"):
            start += 2
        if start and view.lower[start - 1] == "on" and view.text[start].isdigit():
            dated = start + 1  # "On 5 May 2014 police arrested …"
            while dated < i and view.entity[dated] == "DATE":
                dated += 1
            start = dated if start + 1 < dated <= i else start
        return start

    def _of(self, i: int, end: int) -> int:
        view = self.view
        for child in view.children[i]:
            if child >= end and view.lower[child] == "of" and child == end:
                for inner in view.children[child]:
                    if view.dep[inner] in ("pobj", "pcomp") and view.tag[inner][0] in "NPCDJ":
                        if self.type(inner) == "event" and self.type(i) in ("person", "group", "organization"):
                            return end
                        last = max(self.extent(k)[1] for k in self._plain(inner)) if self.name(i) is None else end
                        return last if last - end <= LONGEST else end
        return end

    def _plain(self, i: int) -> list[int]:
        """i and the nouns coordinated with it, without a look at the names they carry."""
        found = [i]
        for child in self.view.children[i]:
            if self.view.dep[child] == "conj" and self.view.tag[child] in NOUN_TAGS and child > i and len(found) < 6:
                found.extend(self._plain(child))
        return found

    def carried(self, i: int) -> int | None:
        """The head of the name that a description carries: "his bank Atf", "a lender, Atf", "Atf, the bank"."""
        view = self.view
        if view.lower[i] in ("one", "another") and view.tag[i] in ("CD", "DT"):
            return next((c for c in view.children[i] if view.dep[c] == "appos" and self.name(c) is not None), None)
        if view.tag[i] not in ("NN", "NNP") or self.name(i) is not None:
            return None
        found = self._across(i)
        if found is not None:
            return found if found != i else None
        for child in view.children[i]:
            if view.dep[child] == "acl" and view.lower[child] in ("called", "named", "dubbed"):
                named = next((c for c in view.children[child] if self.name(c) is not None and c > child), None)
                if named is not None:
                    return named
            if view.dep[child] == "appos" and child > i and self._fits(i, child) and view.text[i:child].count(",") < 2:
                return child
        end = i + 1
        number = self.name(end) if end < view.size else None
        if number is not None and view.head[i] == end and view.dep[i] in ("compound", "nmod"):
            return self.directory.names[number].head
        head = view.head[i]
        if view.dep[i] == "appos" and head < i and self.name(head) is not None and self._fits(i, head):
            return head
        return None

    def _across(self, i: int) -> int | None:
        """The name after "a proxy of the ruler, Viktor Halas" is the proxy's; i itself where i is the ruler."""
        view = self.view
        if view.dep[i] == "pobj" and view.lower[view.head[i]] == "of" and self.determiner(i) == "the":
            outer = view.head[view.head[i]]
            if (
                self.determiner(outer) in ("a", "an")
                and self._after(i) is not None
                and self.lexicon.noun(view.lemma[outer]) == "person"
            ):
                return i
        if self.determiner(i) in ("a", "an") and self.lexicon.noun(view.lemma[i]) == "person":
            for child in view.children[i]:
                if view.lower[child] == "of":
                    inner = next((k for k in view.children[child] if view.dep[k] == "pobj"), None)
                    if inner is not None and self.determiner(inner) == "the":
                        return self._after(inner)
        return None

    def _after(self, i: int) -> int | None:
        """The person's name that stands as an apposition after a comma."""
        view = self.view
        return next(
            (
                c
                for c in view.children[i]
                if view.dep[c] == "appos" and c > i + 1 and view.text[i + 1] == "," and self._fits(i, c)
            ),
            None,
        )

    def _fits(self, noun: int, name: int) -> bool:
        """True where a name can be what the noun says: no person is a bank."""
        entry = self.entry(name)
        if entry is None:
            return False
        kind = self.lexicon.noun(self.view.lemma[noun])
        if kind is None:
            return entry.type in ("person", "organization", None)
        if kind in ("event", "money", "time") or entry.type is None or kind == entry.type:
            return kind not in ("event", "money", "time") or entry.type == kind
        return "person" not in (kind, entry.type) and "place" not in (kind, entry.type)

    def possessor(self, i: int) -> int | None:
        """Whose it is: the possessive before the noun, shared by nouns coordinated with it: "his wife and daughter"."""
        view = self.view
        while True:
            for child in view.children[i]:
                if view.dep[child] == "poss":
                    return child
            if view.dep[i] != "conj" or any(view.dep[c] == "det" for c in view.children[i]) or view.head[i] >= i:
                return None
            i = view.head[i]

    def determiner(self, i: int) -> str:
        view = self.view
        return next((view.lower[c] for c in view.children[i] if view.dep[c] == "det"), "")

    def modifiers(self, i: int) -> list[str]:
        view = self.view
        return [
            view.lower[c] for c in view.children[i] if view.dep[c] in ("amod", "compound", "nmod", "nummod") and c < i
        ]

    def type(self, i: int) -> str | None:
        """The type of the phrase headed by i, by its name, its noun, or the noun that it counts."""
        view, lexicon = self.view, self.lexicon
        entry = self.entry(i)
        if entry is not None:
            return entry.type
        if self.percent(i):
            return self.type(i + 2)
        lemma = view.lemma[i]
        close = self.carried(i)
        if close is not None:
            carried = self.entry(close)
            return carried.type if carried else None
        before = self.modifiers(i)
        found = lexicon.nouns.get(f"{before[-1]} {lemma}") if before else None
        percent = lemma == "cent" and i > 0 and view.lower[i - 1] == "per"
        if found is None and (percent or lemma in lexicon.quantity or view.tag[i] == "CD"):
            for child in view.children[i]:
                if view.lower[child] == "of":
                    inner = next((k for k in view.children[child] if view.dep[k] == "pobj"), None)
                    if inner is not None:
                        return self.type(inner)
        if percent:
            return found
        if view.entity[i] in ("MONEY", "DATE", "TIME") and view.tag[i] not in ("NNP", "NNPS"):
            return "money" if view.entity[i] == "MONEY" else "time"
        return found or lexicon.noun(lemma) or lexicon.nouns.get(view.lower[i].removesuffix("s")) or self._people(i)

    def _people(self, i: int) -> str | None:
        if self.view.tag[i] in ("JJ", "VBN", "VBG") and self.determiner(i) == "the":
            return "group"
        return "group" if self.view.lower[i].removesuffix("s") in self.lexicon.demonyms else None

    def plural(self, i: int) -> bool:
        view = self.view
        if view.tag[i] == "NNS":
            return True
        if view.tag[i] in ("CD", "DT", "JJ"):
            return view.lower[i] not in ("one", "this", "that", "1")
        if view.tag[i] == "NNPS":
            return self.type(i) in ("group", "person")
        return self.type(i) == "group" and (view.text[i].endswith("s") or view.lemma[i] in ("people", "police"))

    def coordinated(self, i: int) -> list[int]:
        """The heads of the phrase and of all coordinated with it, in order; names replace a plural before them."""
        view = self.view
        heads: list[int] = []
        names: list[int] = []
        self._collect(self.center(i), heads, names, set())
        if names:
            return sorted({*map(self.center, names), *(h for h in heads if not self._list_noun(h, names))})
        heads = sorted({self.center(h) for h in [*heads, *self._broken_list(i)]})
        nouns = [h for h in heads if self.name(h) is None and view.tag[h] == "NN"]
        named = [h for h in heads if self.name(h) is not None]
        alike = len(nouns) > 1 and len(nouns) == len(named) and nouns[-1] < named[0]
        if alike and all(self._fits(n, m) for n, m in zip(nouns, named, strict=True)):
            return named
        return heads

    def _broken_list(self, i: int) -> list[int]:
        """The further items of a list of things that the parser hung on other words.

        "bought a vineyard near Karatas, two flats in Lisbon and a yacht": each item is set off by a comma or the last
        "and", and told with "a" or a number, as its neighbours are.
        """
        view = self.view
        if self.name(i) is not None or not self._told(i) or self.type(i) in ("person", "group"):
            return []
        found: list[int] = []
        closed = False
        k = i + 1
        while k < view.size and k - i < 50 and view.sentence[k] == view.sentence[i] and not closed:
            if view.text[k] in ";:()" or view.tag[k] in ("VBD", "VBZ", "VBP", "MD"):
                break
            if view.text[k] == "," or view.lower[k] in ("and", "or"):
                first = k + 2 if view.text[k] == "," and view.lower[k + 1 : k + 2] in (["and"], ["or"]) else k + 1
                item = self._item(first)
                if item is not None:
                    found.append(item)
                    closed = view.lower[first - 1] in ("and", "or")
                    k = item
            k += 1
        return found if closed and len(found) > 1 else []

    def _told(self, i: int) -> bool:
        """True for a common noun with "a" or a number, or a bare plural."""
        view = self.view
        if view.tag[i] not in ("NN", "NNS"):
            return False
        before = [c for c in view.children[i] if c < i]
        told = any(view.lower[c] in ("a", "an", "several", "some") or view.dep[c] == "nummod" for c in before)
        return told or (view.tag[i] == "NNS" and not any(view.dep[c] in ("det", "poss") for c in before))

    def _item(self, first: int) -> int | None:
        """The head of the told noun phrase that begins at a token, unless it is one of people."""
        view = self.view
        for k in range(first, min(first + 6, view.size)):
            if view.tag[k] not in ("NN", "NNS", "JJ", "CD", "DT", "HYPH", "VBN", "VBG"):
                return None
            after = view.tag[k + 1] if k + 1 < view.size else ""
            if view.tag[k] in ("NN", "NNS") and after not in ("NN", "NNS", "HYPH", "NNP", "POS"):
                fits = view.first(k) == first and self._told(k)
                return k if fits and self.type(k) not in ("person", "group") else None
        return None

    def _list_noun(self, head: int, names: list[int]) -> bool:
        """True for the plural noun whose members are named after it: "his children, Anna and Ben"."""
        return (
            self.view.tag[head] == "NNS" and self.name(head) is None and any(self.view.head[n] == head for n in names)
        )

    def _collect(self, i: int, heads: list[int], names: list[int], seen: set[int]) -> None:
        view = self.view
        if i in seen or len(seen) > 60:
            return
        seen.add(i)
        heads.append(i)
        for child in view.children[i] if self.name(i) is not None else ():
            if child < i and view.dep[child] in ("compound", "nmod") and self.name(child) not in (None, self.name(i)):
                number = self.directory.at[child]
                between = range(self.directory.names[number].end, i)
                if any(view.tag[k] == "CC" for k in between) and self.directory.names[number].head == child:
                    heads.append(child)
        for child in view.children[i]:
            nominal = view.tag[child] in NOUN_TAGS or view.tag[child] in ("PRP", "CD", "DT", "JJS", "WP")
            if not nominal or child < i:
                continue
            if view.dep[child] == "conj":
                self._collect(child, names if self._opens(i, child) else heads, names, seen)
            elif view.dep[child] == "appos" and view.tag[i] == "NN" and self.carried(i) == child:
                for other in view.children[child]:
                    if view.dep[other] == "conj" and other > child and view.tag[other] in NOUN_TAGS:
                        self._collect(other, heads, names, seen)
            elif view.dep[child] == "appos" and self.name(child) is not None:
                listed = self._is_list(i, child)
                if listed and view.tag[i] == "NNS" and self.name(i) is None:
                    inner: list[int] = []
                    self._collect(child, inner, names, seen)
                    names.extend(inner)
                elif listed and self.name(i) is not None:
                    self._collect(child, heads, names, seen)

    def _opens(self, i: int, child: int) -> bool:
        """True where a comma after a plural opens the list of its members: "and his children, Anna and Ben"."""
        view = self.view
        if view.tag[i] != "NNS" or self.name(i) is not None or self.name(child) is None:
            return False
        start = self.extent(i)[0]
        counted = any(view.dep[c] == "nummod" for c in view.children[i]) or view.lemma[i] in self.lexicon.kin
        brought = counted or (start > 0 and view.tag[start - 1] == "CC")
        return brought and child - i <= 4 and view.text[i + 1] == ","

    def _is_list(self, i: int, child: int) -> bool:
        """True where an apposition goes on with "and": a list that the parser broke."""
        view = self.view
        if self.name(i) is None:
            return view.tag[i] == "NNS"
        left, right = self.entry(i), self.entry(child)
        if left is right or (left and right and left.type != right.type):
            return False
        seen = 0
        while seen < 20:
            if any(view.dep[c] == "cc" for c in view.children[child]):
                return True
            child = next((c for c in view.children[child] if view.dep[c] in ("conj", "appos") and c > child), -1)
            if child < 0:
                return False
            seen += 1
        return False
