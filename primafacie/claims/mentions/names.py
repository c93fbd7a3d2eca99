"""Finds proper names by their shape, tags and connecting words; the tagger's entities are only one voice in it."""

from __future__ import annotations

from dataclasses import dataclass

from .lexicon import Lexicon
from .view import View

CONNECTORS = frozenset({"of", "for", "and", "the", "&", "on", "in", "to", "against", "de", "del", "di"})
QUOTES = frozenset({"'", "‘", "ʿ", "ʾ", "`"})
NAMED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "NORP"})
NEVER = frozenset({"i", "mr", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
                   "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
                   "december", "question", "answer", "q", "a", "the", "e.o", "e.o.", "section"})  # fmt: skip
LONGEST = 16
"""Tokens of a name at most: nothing that people are called is longer, and a page in capitals is no name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text, end exclusive, titles before it left out; ``titles`` are those words, in small letters."""

    start: int
    end: int
    head: int
    key: tuple[str, ...]
    text: str
    titles: tuple[str, ...] = ()


class NameFinder:
    """Reads the names of one parse, left to right, in one pass."""

    def __init__(self, view: View, lexicon: Lexicon) -> None:
        self.view, self.lexicon = view, lexicon

    def find(self) -> list[Name]:
        found: list[Name] = []
        i = 0
        while i < self.view.size:
            end = self._end(i) if self._starts(i) else i
            if end > i:
                found.extend(self._names(i, end))
                i = end
            else:
                i += 1
        return self._mistagged(found)

    def _mistagged(self, found: list[Name]) -> list[Name]:
        """Adds the names that the tagger took for verbs or adjectives, where the text has the same word as a name."""
        view = self.view
        known = {name.key[0]: name for name in found if len(name.key) == 1}
        taken = {i for name in found for i in range(name.start, name.end)}
        added = [
            Name(i, i + 1, i, (view.lower[i],), view.text[i])
            for i in range(view.size)
            if view.lower[i] in known and i not in taken and view.text[i] == known[view.lower[i]].text
            and view.tag[i] in ("VBG", "VBZ", "VBD", "VBN", "VB", "VBP", "JJ", "NN", "NNS", "RB", "FW", "UH")
            and view.lower[i] not in self.lexicon.demonyms and view.lower[i] not in self.lexicon.nouns
        ]  # fmt: skip
        return sorted([*found, *added], key=lambda name: name.start) if added else found

    def _capital(self, i: int) -> bool:
        text = self.view.text[i]
        if "@" in text or "://" in text or text.startswith("www.") or any(c in "()[]{}<>|" for c in text):
            return False
        return (text[0].isupper() or (len(text) > 1 and text[0] in "'‘ʿ" and text[1].isupper())) and any(
            c.isalpha() for c in text
        )

    def _starts(self, i: int) -> bool:
        view = self.view
        if not self._capital(i):
            return self._particle(i)
        if view.lower[i] in NEVER:
            return False
        tag = view.tag[i]
        if tag in ("NNP", "NNPS"):
            return not (view.lower[i] in self.lexicon.demonyms and self._adjective(i))
        return (
            view.entity[i] in NAMED
            and tag not in ("DT", "PRP", "PRP$", "IN", "CC", "MD", "VBD", "VBZ", "WRB")
            and not (view.lower[i] in self.lexicon.demonyms and self._adjective(i))
        )

    def _adjective(self, i: int) -> bool:
        """True for a demonym before a noun in small letters, a title or a person's name: "Kazakh businessman"."""
        view = self.view
        if view.tag[i] == "JJ" and not (
            i + 1 < view.size and self._capital(i + 1) and view.tag[i + 1].startswith("NNP")
        ):
            return True
        following = i + 1
        if following >= view.size or view.passage[following] != view.passage[i]:
            return False
        titled = following
        while titled + 1 < view.size and view.lower[titled] in self.lexicon.modifiers:
            titled += 1
        if view.tag[following] in ("NN", "NNS", "JJ") and not self._capital(following):
            return view.dep[i] not in ("nsubj", "nsubjpass", "pobj", "dobj", "conj", "ROOT") or view.head[i] > i
        return view.lower[titled] in self.lexicon.titles

    def _particle(self, i: int) -> bool:
        """True for "al-" and the like at the start of a name: joined to a capital by a hyphen."""
        view = self.view
        return (
            view.lower[i] in self.lexicon.particles and i + 2 < view.size and view.joined[i]
            and view.text[i + 1] == "-" and self._capital(i + 2)
        )  # fmt: skip

    def _end(self, i: int) -> int:
        """One past the last token of the run of names that starts at i."""
        view = self.view
        end = i + 1
        while end < view.size and end - i < LONGEST and view.passage[end] == view.passage[i]:
            step = self._step(i, end)
            if not step:
                break
            end = step
        return end

    def _step(self, start: int, j: int) -> int:
        """The end after joining what stands at j to the name that began at ``start``; 0 where it does not belong."""
        view, last = self.view, j - 1
        lower = view.lower[j]
        ended = view.text[last].endswith(".") and view.lower[last] in self.lexicon.generic and last > start
        if ended and lower not in self.lexicon.generic and view.text[j] != ",":
            return 0
        if self._capital(j):
            fits = view.tag[j] in ("NNP", "NNPS", "FW") or (
                view.entity[j] in NAMED and view.entity[j] == view.entity[last]
            )
            return (
                j + 1
                if (fits or self._organizational(start, j)) and view.tag[j] != "POS" and self._allowed(start, j)
                else 0
            )
        if view.text[j] in ("-", "–", "‑") and j + 1 < view.size and view.joined[last] and view.joined[j]:
            return j + 2 if self._capital(j + 1) or self._continues(j + 1) else 0
        if view.text[j] in ("–", "—") and j + 2 < view.size and self._organizational(start, j) and self._capital(j + 1):
            return j + 2 if any(w in self.lexicon.organizations for w in view.lower[j + 1 : j + 4]) else 0
        if view.text[j] in QUOTES and j + 1 < view.size and view.tag[j] != "POS":
            return self._quoted(last, j)
        if lower in self.lexicon.particles and j + 1 < view.size:
            if view.text[j + 1] == "-" and view.joined[j] and j + 2 < view.size and self._capital(j + 2):
                return j + 3
            k = j + 1
            while k < view.size - 1 and view.lower[k] in self.lexicon.particles and k - j < 3:
                k += 1
            if self._capital(k) and view.tag[j] != "DT" and view.tag[k] in ("NNP", "NNPS"):
                return k + 1
        if (
            view.text[j] == ","
            and j + 1 < view.size
            and view.lower[j + 1].rstrip(".") in ("inc", "ltd", "llc", "llp", "l.p", "limited", "co", "jr", "sr")
        ):
            return j + 2
        return self._connected(start, j) if lower in CONNECTORS else 0

    def _allowed(self, start: int, j: int) -> bool:
        """True unless a day or month follows a name; "Anna May" is a name after all."""
        view, lower = self.view, self.view.lower
        if lower[j] not in NEVER:
            return True
        given = lower[start] in self.lexicon.male_names or lower[start] in self.lexicon.female_names
        return given and lower[j] in ("may", "june", "august", "march", "april") and view.tag[j] == "NNP"

    def _continues(self, j: int) -> bool:
        """True at a particle between hyphens: "Abd-al-Majid"."""
        return self.view.lower[j] in self.lexicon.particles and j + 1 < self.view.size and self.view.text[j + 1] == "-"

    def _quoted(self, last: int, j: int) -> int:
        """A letter written as a mark inside a transliterated name: "Hani ‘Abd", "Jami' ‘Ali"."""
        view = self.view
        if view.joined[j] and self._capital(j + 1) and view.tag[j + 1] in ("NNP", "NNPS") and view.text[j] in "‘ʿ":
            return j + 2
        if view.joined[last] and j + 1 < view.size and view.text[j + 1] in ("‘", "ʿ"):
            return j + 1
        return 0

    def _organizational(self, start: int, end: int) -> bool:
        return any(word in self.lexicon.organizations for word in self.view.lower[start:end])

    def _connected(self, start: int, j: int) -> int:
        """Joins "of the Treasury", "for Bulgarians Abroad", "& Sons" to what was begun before; else 0."""
        view, lexicon = self.view, self.lexicon
        k = j
        while k < view.size and k - j < 3 and view.lower[k] in CONNECTORS:
            k += 1
        if k >= view.size or not self._capital(k) or view.passage[k] != view.passage[start]:
            return 0
        if view.tag[k] not in ("NNP", "NNPS", "JJ", "NN", "NNS") or view.lower[k] in NEVER:
            return 0
        if view.lower[j] == "&":
            return k + 1
        before = view.lower[start:j]
        public = any(word in lexicon.organizations or word in ("high", "court") for word in before)
        if view.lower[j] == "and":
            if not public or not ("of" in before or "for" in before) or view.lower[k] in lexicon.organizations:
                return 0
            return k + 1 if view.lower[k] not in lexicon.geography and before[-1] not in lexicon.geography else 0
        if not public or before[-1] in ("and",):
            return 0
        if view.lower[j] in ("in", "to", "against", "on"):
            return k + 1 if view.lower[j] == "on" and view.lower[k] not in lexicon.geography else 0
        generic_head = before[-1] in lexicon.organizations or "of" in before or "for" in before
        if not generic_head:
            return 0
        return k + 1 if view.lower[j] in ("of", "for") else 0

    def _names(self, start: int, end: int) -> list[Name]:
        """The names in a run: titles cut off in front; a person's name and title never run into one."""
        view, lexicon = self.view, self.lexicon
        while end > start + 1 and (
            view.tag[end - 1] == "POS" or view.text[end - 1] in QUOTES or view.text[end - 1] in "-–—"
        ):
            end -= 1
        posted = self._after_post(start, end)
        if posted:
            return [*self._names(start, posted), *self._names(posted, end)]
        title = self._inner_title(start, end)
        if title:
            return [*self._leading(start, title), *self._names(title, end)]
        cut = self._titles(start, end)
        place = next((k for k in range(cut, start, -1) if " ".join(view.lower[start:k]) in lexicon.geography), start)
        if start < place < cut:
            return [self._name(start, place, ()), *self._names(place, end)]
        end = self._heading(cut, end)
        if cut >= end:
            return []
        titles = tuple(view.lower[k].rstrip(".") for k in range(self._small_title(start, cut), cut))
        if not titles:
            titles = self._title_before(start)
        words = [view.lower[k] for k in range(cut, end)]
        if len(words) == 1 and (words[0] in lexicon.titles or words[0] in lexicon.modifiers) and not titles:
            return []
        given = words[0] in lexicon.male_names or words[0] in lexicon.female_names
        if not given and not titles and lexicon.noun(words[-1]) == "person" and view.entity[end - 1] != "PERSON":
            return []
        if cut and view.text[cut - 1][0].isdigit() and view.lower[cut - 1].endswith(("st", "nd", "rd", "th")):
            cut -= 1
        return [self._name(cut, end, titles)] if any(c.isalnum() for word in words for c in word) else []

    def _name(self, start: int, end: int, titles: tuple[str, ...]) -> Name:
        view = self.view
        inside = range(start, end)
        roots = [k for k in inside if view.head[k] not in inside or view.head[k] == k]
        head = next((k for k in roots if view.tag[k].startswith(("NN", "FW"))), roots[0] if roots else end - 1)
        stripped = (view.lower[k].removesuffix("'s").strip("'‘ʿ.-–—") for k in inside)
        key = tuple(w for w in stripped if any(c.isalnum() for c in w))
        return Name(start, end, head, key or (view.lower[start],), name_text(view, start, end), titles)

    def _inner_title(self, start: int, end: int) -> int:
        """Where a title stands inside a run, a person's name after it: "Senate Majority | Leader Ann Lee"."""
        view, lexicon = self.view, self.lexicon
        for k in range(start + 1, end - 1):
            given = view.lower[k + 1] in lexicon.male_names or view.lower[k + 1] in lexicon.female_names
            given = given or (view.entity[k + 1] == "PERSON" and view.entity[k] != "PERSON")
            if given and view.lower[k].rstrip(".") in lexicon.titles and self._titles(start, end) == start:
                return k
        return 0

    def _leading(self, start: int, end: int) -> list[Name]:
        """The body or place that a post belongs to, of the words before its title: "Senate" of "Senate Majority"."""
        view, lexicon = self.view, self.lexicon
        while end > start and not (
            view.lower[end - 1] in lexicon.organizations or view.lower[end - 1] in lexicon.geography
        ):
            end -= 1
        return self._names(start, end) if end > start else []

    def _after_post(self, start: int, end: int) -> int:
        """Where a person's name begins after a post's own: "Secretary of State | Ann Lee"."""
        view, lexicon = self.view, self.lexicon
        if start < 2 or view.lower[start - 1] not in ("of", "to", "for") or view.lower[start - 2] not in lexicon.titles:
            return 0
        given = (
            k
            for k in range(start + 1, end)
            if view.lower[k] in lexicon.male_names or view.lower[k] in lexicon.female_names
        )
        return next(given, 0)

    def _heading(self, start: int, end: int) -> int:
        """Cuts the words of a heading off a person's name: "Ann Lee Consulting Work"."""
        view, lexicon = self.view, self.lexicon
        first = view.lower[start] if start < end else ""
        if end - start < 3 or not (first in lexicon.male_names or first in lexicon.female_names):
            return end
        if end - start > 3 and self._headline(start):
            return start + (3 if view.text[start + 1].endswith(".") else 2)
        if view.lower[end - 1] in lexicon.organizations or lexicon.nouns.get(view.lower[end - 1]) not in (
            "thing",
            "event",
        ):
            return end
        while end - start > 2 and (
            view.lower[end - 1] in lexicon.nouns or view.lower[end - 1] in lexicon.organizations
        ):
            end -= 1
        return end

    def _headline(self, i: int) -> bool:
        """Whether token i stands in a line all in capitals but for small words, where a name runs into a verb."""
        passage = self.view.parsed.passage(i)
        words = [w for w in self.view.parsed.source.text[passage.start : passage.end].split() if len(w) > 3]
        return 3 < len(words) < 25 and sum(w[0].islower() for w in words) <= 1

    def _small_title(self, start: int, cut: int) -> int:
        return start if cut > start else cut

    def _titles(self, start: int, end: int) -> int:
        """Where the name itself begins: after "President", "Deputy Foreign Minister", "Iranian Gen."."""
        view, lexicon = self.view, self.lexicon
        cut, k = start, start
        while k < end:
            word = view.lower[k].rstrip(".")
            if word in lexicon.titles:
                cut = k + 1
            elif not (
                word in lexicon.modifiers or word in lexicon.demonyms or word in lexicon.geography or word == "-"
            ):
                break
            k += 1
        if cut > start and cut < end and view.lower[cut] in ("of", "for", "-"):
            return end
        if cut == start and k > start and view.lower[start] in lexicon.demonyms and k >= end and end - start == 2:
            return start + 1 if view.lower[end - 1] in lexicon.geography else start
        if (
            cut < end
            and cut > start
            and view.lower[cut] in lexicon.organizations
            and view.lower[cut] not in lexicon.male_names
        ):
            return start
        return cut

    def _title_before(self, start: int) -> tuple[str, ...]:
        """A title or noun in small letters right before the name: "crown prince", "oligarch", "airline"."""
        view, lexicon = self.view, self.lexicon
        found: list[str] = []
        k = start - 1
        while k >= 0 and view.passage[k] == view.passage[start] and len(found) < 3:
            word = view.lower[k].rstrip(".")
            known = word in lexicon.titles or (view.tag[k] in ("NN", "NNS") and word in lexicon.nouns)
            if not known and not (found and word in lexicon.modifiers):
                break
            bound = view.head[k] == start or start <= view.head[k] < start + LONGEST or view.head[start] == k
            if word not in lexicon.titles and lexicon.noun(word) not in ("person", "organization", "place", "thing"):
                break
            if not found and not (bound or view.dep[start] == "compound" or word in lexicon.titles):
                break
            found.insert(0, view.lemma[k] if view.tag[k] == "NNS" else word)
            k -= 1
        return tuple(found)


def name_text(view: View, start: int, end: int) -> str:
    """The words of a name on one line, a possessive ending cut off."""
    text = " ".join(view.parsed.text(start, end - 1).split())
    for ending in ("’s", "'s"):
        text = text.removesuffix(ending)
    return text.rstrip("’'‘ ") if text.count("‘") == 0 else text.rstrip("’' ")
