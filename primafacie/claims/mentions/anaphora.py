"""Whom third-person pronouns and definite descriptions take up, read in the order of the text.

Candidates must agree in type, number and sex and obey binding (no "he" for another argument of the same verb); those
left are ranked by grammatical role, distance, prominence and parallelism, after Lappin and Leass (1994), "An Algorithm
for Pronominal Anaphora Resolution". Where two are about equal, nothing is chosen.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from math import log2

from .directory import Directory, Entry
from .lexicon import Lexicon
from .phrases import NOUN_TAGS, Phrases
from .view import SUBJECTS, View

FORMS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
    "it": "thing", "its": "thing", "itself": "thing",
    "they": "plural", "them": "plural", "their": "plural", "theirs": "plural", "themselves": "plural",
}  # fmt: skip
ROLES = {
    "nsubj": 2.0,
    "nsubjpass": 2.0,
    "dobj": 1.0,
    "dative": 1.0,
    "poss": 0.8,
    "agent": 0.8,
    "attr": 0.5,
    "appos": 0.6,
    "pobj": 0.5,
}
REACH = 4
"""Sentences back that a pronoun may look."""
MARGIN = 0.3
"""Two candidates closer than this are equal."""
SPEECH = frozenset(
    {
        "say",
        "tell",
        "add",
        "ask",
        "claim",
        "explain",
        "note",
        "state",
        "warn",
        "argue",
        "insist",
        "write",
        "think",
        "believe",
        "hope",
    }
)
SEVERAL = {"person": 0.5, "group": 0.5, "organization": 0.2, "thing": -0.8, "place": -1.0}
"""How readily "they" takes up several of a type; less so anything else."""
HARMING = frozenset(
    "kill murder shoot arrest detain beat torture kidnap abduct execute jail imprison hang poison rape wound injure "
    "threaten assassinate strangle drag".split()
)
FORCES = frozenset(
    "army police regime government militia force guard service gang security state ministry military unit brigade "
    "battalion regiment squad troop party movement authority mafia cartel group clan navy bureau agency".split()
)
"""Nouns of bodies that may harm people; a bank or a firm that was only spoken of is no "they" who killed somebody."""
COMPLEMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "dative", "agent", "prep"})
NO_ONE = frozenset({"nobody", "anybody", "anyone", "everybody", "everyone", "one"})
IMPERSONAL = frozenset({"seem", "appear", "rain", "snow", "happen", "turn"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may be taken up; ``members`` are the heads of a coordination (just the head otherwise)."""

    head: int
    members: tuple[int, ...]
    entry: Entry | None
    type: str | None
    plural: bool
    sex: str | None


class Anaphora:
    """Finds what pronouns take up. ``outside(i)`` gives the entries that third persons cannot be at i:
    who speaks and listens. ``described(i)`` gives the entry that a description takes up."""

    def __init__(
        self,
        view: View,
        lexicon: Lexicon,
        directory: Directory,
        phrases: Phrases,
        outside: Callable[[int], list[Entry]],
        described: Callable[[int], Entry | None],
    ) -> None:
        self.view, self.lexicon, self.directory, self.phrases = view, lexicon, directory, phrases
        self.outside, self.described = outside, described
        self.chosen: dict[int, Candidate | None] = {}
        self._candidates: list[Candidate] = []
        self._starts: list[int] = []
        self._pronouns: list[int] = []
        self._done = 0

    def prepare(self) -> None:
        """Lists the candidates and pronouns; called once, at the first question."""
        view, phrases = self.view, self.phrases
        for i in range(view.size):
            if view.tag[i] in ("PRP", "PRP$") and view.lower[i] in FORMS:
                self._pronouns.append(i)
            elif (
                view.tag[i] in NOUN_TAGS
                and phrases.center(i) == i
                and (view.dep[i] not in ("compound", "nmod", "npadvmod") or self._genitive(i))
            ):
                candidate = self._candidate(i)
                if candidate:
                    self._candidates.append(candidate)
        self._starts = [c.head for c in self._candidates]

    def _genitive(self, i: int) -> bool:
        """True where "'s" follows, whatever the parser made of it."""
        return i + 1 < self.view.size and self.view.tag[i + 1] == "POS"

    def _candidate(self, i: int) -> Candidate | None:
        view, phrases = self.view, self.phrases
        entry = phrases.entry(i) or self.described(i)
        close = phrases.carried(i) if entry is None else None
        if close is not None:
            if view.dep[i] == "appos":
                return None
            entry = phrases.entry(close)
        kind = entry.type if entry else phrases.type(i)
        if kind in ("time", "money") or view.lower[i] in NO_ONE:
            return None
        members = tuple(phrases.coordinated(i)) if view.dep[i] != "conj" and view.children[i] else (i,)
        sex = entry.sex if entry else self._sex(view.lemma[i])
        return Candidate(i, members, entry, kind, phrases.plural(i), sex)

    def _sex(self, lemma: str) -> str | None:
        return "female" if lemma in self.lexicon.female else "male" if lemma in self.lexicon.male else None

    def antecedent(self, i: int) -> Candidate | None:
        """What the pronoun at i takes up; earlier pronouns are read first, for they are candidates too."""
        if not self._starts and not self._done:
            self.prepare()
        last = bisect_left(self._pronouns, i + 1)
        while self._done < last:
            pronoun = self._pronouns[self._done]
            self._done += 1
            self.chosen[pronoun] = None
            self.chosen[pronoun] = self._choose(pronoun)
        return self.chosen.get(i)

    def _choose(self, i: int) -> Candidate | None:
        form = FORMS[self.view.lower[i]]
        if form == "thing" and self._impersonal(i):
            return None
        outside = self.outside(i) if form in ("male", "female") else []
        outside = [*outside, *self._fellows(i)]
        ranked: dict[object, tuple[float, Candidate]] = {}
        for head, candidate, again in self._near(i):
            if candidate.entry is not None and any(candidate.entry is entry for entry in outside):
                continue
            weight = self._agreement(form, candidate)
            if weight is None or not self._bound(i, head, candidate) or self._harmless(i, head, candidate):
                continue
            score = (
                weight + self._salience(i, head, candidate) + self._parallel(i, head, again == form, candidate.entry)
            )
            key: object = candidate.entry and candidate.entry.text if len(candidate.members) == 1 else None
            key = key or (candidate.members if form == "plural" else candidate.head)
            if key not in ranked or ranked[key][0] < score:
                ranked[key] = (score, candidate)
        best = sorted(ranked.values(), key=lambda pair: (-pair[0], pair[1].head))[:2]
        if not best or (len(best) == 2 and best[0][0] - best[1][0] < MARGIN):
            return None
        found = best[0][1]
        return (
            found
            if form == "plural"
            else Candidate(found.head, (found.head,), found.entry, found.type, False, found.sex)
        )

    def _fellows(self, i: int) -> list[Entry]:
        """Who or what the other arguments of the pronoun's verb stand for: "Orvex sold it" is not about Orvex."""
        view = self.view
        if view.tag[i] == "PRP$" or view.lower[i].endswith(("self", "selves")):
            return []
        verb = view.head[i]
        verb = view.head[verb] if view.dep[verb] in ("prep", "agent", "dative") else verb
        found: list[Entry] = []
        for child in view.children[verb]:
            if child == i or view.dep[child] not in COMPLEMENTS:
                continue
            inner = [k for k in view.children[child] if view.dep[k] == "pobj"] if view.tag[child] == "IN" else [child]
            for k in inner:
                earlier = self.chosen.get(k)
                entry = self.phrases.entry(k) or self.described(k) or (earlier.entry if earlier else None)
                if entry is not None and k != i:
                    found.append(entry)
        return found

    def _parallel(self, i: int, head: int, again: bool, named: Entry | None) -> float:
        """The same pronoun in the same role goes on about the same one."""
        if not again:
            return 0.0
        if named is None and self.view.sentence[i] != self.view.sentence[head]:
            return 0.4
        if self.view.dep[i] != self.view.dep[head]:
            return 0.7
        return 1.6 if self.view.sentence[i] == self.view.sentence[head] else 1.2

    def _near(self, i: int) -> list[tuple[int, Candidate, str]]:
        """Candidates within reach: (token where it stands, candidate, form of the pronoun there or "")."""
        view = self.view
        sentence = view.sentence[i]
        found: list[tuple[int, Candidate, str]] = []
        k = bisect_left(self._starts, i) - 1
        while k >= 0 and sentence - view.sentence[self._starts[k]] <= REACH:
            found.append((self._starts[k], self._candidates[k], ""))
            k -= 1
        k = bisect_left(self._starts, i)
        while k < len(self._starts) and view.sentence[self._starts[k]] == sentence:
            if self._announced(i, self._starts[k]):
                found.append((self._starts[k], self._candidates[k], ""))
            k += 1
        k = self._done - 2
        while k >= 0 and sentence - view.sentence[self._pronouns[k]] <= 2:
            earlier = self.chosen.get(self._pronouns[k])
            if earlier is not None:
                found.append((self._pronouns[k], earlier, FORMS[view.lower[self._pronouns[k]]]))
            k -= 1
        return found

    def _announced(self, i: int, head: int) -> bool:
        """True where i stands in a phrase or clause set before the sentence's subject: "In his office, Lee said".

        "Later it sold three mills, the Gazette said" is no such clause for "it": papers tell of others.
        """
        view = self.view
        form = view.lower[i]
        if view.dep[head] not in SUBJECTS:
            return False
        verb = view.head[head]
        while view.head[i] != i and view.head[i] != verb:
            i = view.head[i]
        above = ("prep", "advcl", "npadvmod", "ccomp") if FORMS.get(form) in ("male", "female") else ("prep", "advcl")
        return view.head[i] == verb and i < head and view.dep[i] in above

    def _agreement(self, form: str, c: Candidate) -> float | None:
        """A weight where the pronoun can take the candidate up, else None."""
        many = c.plural or len(c.members) > 1
        if form == "plural":
            if many:
                return SEVERAL.get(c.type or "", -1.2)
            return {"group": 0.0, "organization": -0.9, "place": -1.6}.get(c.type or "")
        if c.plural:
            return None
        if form == "thing":
            return {"organization": 0.6, "thing": 0.3, "group": 0.5, "event": 0.0, "place": 0.0, None: -0.3}.get(c.type)
        if c.type != "person" and not (c.type is None and c.entry is not None):
            return None
        if c.sex and c.sex != form:
            return None
        return 0.6 if c.sex == form else 0.0

    def _harmless(self, i: int, head: int, c: Candidate) -> bool:
        """True where "they" who did harm would be one body that nothing makes a doer: "sold the bank. They killed"."""
        view = self.view
        harm = FORMS[view.lower[i]] == "plural" and view.dep[i] == "nsubj" and view.lemma[view.head[i]] in HARMING
        if not harm or c.plural or len(c.members) > 1 or c.type != "organization" or view.lemma[c.head] in FORCES:
            return False
        return c.entry is None or view.tag[c.head] == "NN" or view.dep[head] not in SUBJECTS

    def _bound(self, i: int, head: int, c: Candidate) -> bool:
        """False where grammar forbids it: an argument of the same verb, or the phrase that the pronoun stands in."""
        view = self.view
        if view.lower[i].endswith(("self", "selves")):
            return view.verb(head) == view.verb(i)
        if head < i and view.below(i, head):
            verb = view.verb(i)
            return verb != head and view.below(verb, head) and view.dep[verb] in ("relcl", "acl", "ccomp", "advcl")
        if view.tag[i] == "PRP$":
            return not (head > i and view.below(head, view.head[i]))
        if head in view.children[view.head[i]] and view.dep[head] != "poss":
            return False
        if view.dep[i] in SUBJECTS and view.lemma[view.head[i]] in SPEECH and self._content(head, view.head[i]):
            return False
        same = view.verb(head) == view.verb(i)
        return not (same and view.dep[head] not in ("poss", "compound", "nmod"))

    def _content(self, head: int, verb: int) -> bool:
        """True where the phrase stands in what the verb's subject says or thinks: he is nobody there by name."""
        view = self.view
        while view.head[head] != head and view.head[head] != verb:
            head = view.head[head]
        return view.head[head] == verb and view.dep[head] == "ccomp"

    def _salience(self, i: int, head: int, c: Candidate) -> float:
        view = self.view
        distance = view.sentence[i] - view.sentence[head]
        role = view.dep[view.head[head]] if view.dep[head] == "appos" else view.dep[head]
        if head + 1 < view.size and view.tag[head + 1] in ("VBD", "VBZ", "VBP") and view.tag[head] in NOUN_TAGS:
            role = "nsubj"  # a noun right before a finite verb is its subject, whatever the parser made of it
        score = ROLES.get(role, 0.3) - 1.1 * distance
        if role == "conj":
            score = ROLES.get(view.dep[view.head[head]], 0.3) - 0.3 - 1.1 * distance
        if view.dep[head] in SUBJECTS and view.dep[view.head[head]] in ("advcl", "relcl", "acl"):
            score -= 0.4
        if view.passage[i] != view.passage[head]:
            score -= 0.4
        if c.entry is not None:
            score += 0.4 + min(1.2, 0.3 * log2(1 + len(c.entry.places)))
        if distance == 0:
            if view.tag[i] == "PRP$" and view.dep[head] in SUBJECTS and view.head[head] == view.verb(i):
                score += 1.0
            elif view.tag[i] == "PRP$":
                score += 0.3
            if view.dep[i] in SUBJECTS and role in SUBJECTS and view.tag[i] == "PRP":
                score += 0.5
            score -= min(0.8, abs(i - head) * 0.02)
        elif distance == 1 and view.dep[i] in SUBJECTS and role in SUBJECTS:
            score += 0.5
        if head > i:
            score += 1.0
        if view.lemma[view.head[i]] in SPEECH and view.lemma[view.head[head]] in SPEECH and role in SUBJECTS:
            score += 1.2 if view.dep[i] in SUBJECTS else 0.0
        if view.tag[i] == "PRP$" and view.dep[head] == "poss" and self._beside(i, head):
            score += 1.2
        if self.phrases.determiner(head) in ("a", "any", "no", "every", "each") and distance > 1 and c.entry is None:
            score -= 0.8
        return score

    def _beside(self, i: int, head: int) -> bool:
        """True where the things that both possess are coordinated: "Lee's wife and his children"."""
        view = self.view
        owned, other = view.head[i], view.head[head]
        while view.dep[owned] == "conj" and owned != other:
            owned = view.head[owned]
        return owned == other

    def _impersonal(self, i: int) -> bool:
        """True for "it" that stands for nothing: "it is clear that", "it seems"."""
        view = self.view
        if view.lower[i] != "it" or view.dep[i] not in ("nsubj", "nsubjpass", "expl"):
            return view.dep[i] == "expl"
        verb = view.head[i]
        if view.lemma[verb] in IMPERSONAL:
            return True
        inner = [c for c in view.children[verb] if c > verb]
        if view.lemma[verb] == "take" and any(view.dep[c] in ("xcomp", "advcl") for c in inner):
            return True
        if any(view.dep[c] in ("attr", "npadvmod") and self.phrases.type(c) == "time" for c in inner):
            return view.lemma[verb] == "be"
        adjective = any(view.dep[c] == "acomp" for c in inner)
        return view.lemma[verb] == "be" and adjective and any(view.dep[c] in ("ccomp", "xcomp", "advcl") for c in inner)
