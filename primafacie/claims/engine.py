"""Builds claims from the triggers of a parsed text: fills roles, adds values, voices and stance, grounds the quote."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.tokens import Token

from primafacie.claims import phrases
from primafacie.claims.carrying import carried
from primafacie.claims.clauses import CLAUSE
from primafacie.claims.distinct import distinct
from primafacie.claims.languages import Language
from primafacie.claims.lexicon import Entry, lexicon
from primafacie.claims.matching import Trigger
from primafacie.claims.mentions import Mention
from primafacie.claims.order import ordered
from primafacie.claims.parsing import Parsed
from primafacie.claims.quantities import Place, Quantities
from primafacie.claims.stances import combine
from primafacie.model import Claim, Filler, Quote, digest
from primafacie.vocabulary import KINDS, Kind

COUNTED = ("victim", "actor", "target")
NEVER = frozenset({"event", "time", "money"})
"""Types that fill a role only where the vocabulary or the entry names them."""

RECENT = 150
"""Tokens after which "the deal" is no longer the one spoken of before."""
PORTRAITS = frozenset({"Family", "Associate", "Position", "Ownership"})
"""Kinds that say what somebody is; what somebody did needs a name."""
SPOKEN = frozenset({"Demand", "Flight"})
"""Kinds of which "we call on the government" and "I fled to Spain" are claims, whoever speaks."""
PRICED = ("amount", "share")
"""Values that an entry may need: "he pays" is a payment only with a sum or with somebody who is paid."""
PAIR = {"one": slice(0, 1), "other": slice(1, None)}
"""Slots that share out what a word binds together: "A and B are partners"."""

Filled = tuple[Token, Mention | None, Filler]
"""A filler with its head and, where it is a name or noun phrase, its mention."""
Roles = dict[str, list[Filled]]
Values = dict[str, Any]


class Reader:
    """Reads the claims of one parsed text."""

    def __init__(self, parsed: Parsed, language: Language) -> None:
        self.parsed = parsed
        self.language = language
        self.lexicon = lexicon(language.code)
        self.voices = language.voices(parsed)
        self.attributions, self.mentions = self.voices.attributions, self.voices.mentions
        self.quantities = Quantities(parsed, language.finders)
        self.filling: Roles = {}
        self.known: list[tuple[int, str, Roles]] = []

    def claims(self) -> list[Claim]:
        """All claims of the text, in reading order, the same statement once."""
        found = [
            (trigger.token.i, claim)
            for trigger in self.language.triggers(self.parsed.doc, self.lexicon)
            if not self._field(trigger.token)
            for claim in self._claims(trigger)
        ]
        read = [claim for _, claim in found]
        found += [(self.parsed.token_at(c.quote.start), c) for c in self.language.answers(self, read)]
        kept = [claim for _, claim in ordered(self.parsed, distinct(found), *self.language.order)]
        return carried(self.parsed, kept, self.quantities)

    def _field(self, token: Token) -> bool:
        """True for the name of a field in the front matter: "author: Ada Roe" gives nobody an office."""
        after = self.parsed.doc[token.i + 1 : token.i + 2].text
        return after == ":" and self.parsed.passage(token).role == "byline"

    def roles(self, trigger: Trigger) -> Roles:
        """What the words around the trigger fill, whether or not it is enough for a claim."""
        entry = trigger.entry
        kind = KINDS[entry.kind]
        roles: Roles = {}
        self.filling = roles
        for role in entry.roles:
            fillers = self._fill(trigger, kind, role)
            self._give_up(roles, fillers)
            taken = {f.text for other in roles.values() for _, _, f in other}
            fillers = [f for f in fillers if f[2].text not in taken or kind.roles[role].types == ("text",)]
            if fillers:
                roles[role] = fillers
        return roles

    def _claims(self, trigger: Trigger) -> Iterator[Claim]:
        kind = KINDS[trigger.entry.kind]
        roles = self.roles(trigger)
        if not self.enough(trigger, kind, roles):
            return
        self.known.append((trigger.token.i, kind.name, roles))
        counted = self._counted(trigger, kind, roles)
        if counted and sum(self._count(trigger, m) is not None for _, m, _ in roles[counted]) > 1:
            for item in roles[counted]:
                yield self.claim(trigger, kind, {**roles, counted: [item]}, counted)
            return
        yield self.claim(trigger, kind, roles, counted)

    def _give_up(self, roles: Roles, fillers: list[Filled]) -> None:
        """Takes from a role of several what stands in another one alone: "A and B agreed to sell A's shops to B"."""
        own = {f.text for _, _, f in fillers}
        for role, items in roles.items():
            rest = [item for item in items if item[2].text not in own]
            if len(items) > 1 and len(own) == 1 and rest:
                roles[role] = rest

    def _counted(self, trigger: Trigger, kind: Kind, roles: Roles) -> str | None:
        """The role whose phrase says how many people."""
        if "count" not in kind.values:
            return None
        candidates = [r for r in (trigger.entry.count_of, *COUNTED) if r and r in roles]
        return next((r for r in candidates if any(self._count(trigger, m) for _, m, _ in roles[r])), None)

    def enough(self, trigger: Trigger, kind: Kind, roles: Roles) -> bool:
        """True where something that can be looked for fills a core role, and all that the entry needs is there."""
        entry = trigger.entry
        vague = self.language.unresolved
        solid = {role for role, items in roles.items() if any(not vague(f.text) for _, _, f in items)}
        if not solid & set(kind.core) and entry.needs != (("none",),):
            return False
        people = {role for role, items in roles.items() if any(self._personal(f) for _, _, f in items)}
        if kind.name not in PORTRAITS or not any(m is None or m.named for role in solid for _, m, _ in roles[role]):
            people = self._speaking(roles) if kind.name in SPOKEN else set()
        values = {
            value
            for need in entry.needs
            for value in need
            if value in PRICED and getattr(self.quantities, value)(trigger.token, None)
        }
        return all(set(need) & (solid | people | values) or need == ("none",) for need in entry.needs)

    def _speaking(self, roles: Roles) -> set[str]:
        """The roles that whoever speaks fills: "we", "I"."""
        return {role for role, items in roles.items() if any(f.text.lower() in ("i", "we") for _, _, f in items)}

    def _fill(self, trigger: Trigger, kind: Kind, role: str) -> list[Filled]:
        entry = trigger.entry
        types = entry.types.get(role) or kind.roles[role].types
        for alternatives in entry.roles[role]:
            found: list[Filled] = []
            for name in alternatives:
                if name.startswith("="):
                    found.append(self._literal(trigger, name[1:]))
                    continue
                if name == "earlier":
                    found += self._earlier(trigger, kind, role, self.filling)
                    continue
                if name == "sole":
                    found += self._sole(trigger, kind, role)
                    continue
                if name in PAIR:
                    both = [
                        item
                        for token in self.language.slot(trigger, "together")
                        for item in self.names(token, types, role in entry.named, trigger)
                    ]
                    found += both[PAIR[name]] if len(both) > 1 else []
                    continue
                for token in self._teller(trigger.token) if name == "voice" else self.language.slot(trigger, name):
                    if types[:1] in (("text",), ("wrong",)):
                        found += (
                            self._words(token, name) if types == ("text",) or self.language.names_wrong(token) else []
                        )
                    elif token.pos_ not in CLAUSE or token.tag_ in ("NN", "NNS", "NNP"):
                        items = self.names(token, types, role in entry.named, trigger)
                        items = [i for i in items if role not in entry.sure or self._known(trigger, i)]
                        if name == "counted":  # "40 deaths and 300 injuries": the dead only
                            items = [i for i in items if i[0] == token or token != trigger.token]
                        found += self._own_share(trigger.token, items) if name in ("self", "denoted") else items
            found = [item for item in found if item[2].text.lower() not in entry.never.get(role, ())]
            if found:
                return self._side(trigger.token, found)
        return []

    def _earlier(self, trigger: Trigger, kind: Kind, role: str, filled: Roles) -> list[Filled]:
        """What filled the role in the last claim of the kind: "the deal", "that role" lean on what was said before.

        A claim about the same people comes first, even where it leaves the role open.
        """
        recent = [
            roles for at, known, roles in reversed(self.known) if known == kind.name and trigger.token.i - at <= RECENT
        ]
        names = {f.text for items in filled.values() for _, m, f in items if m}
        akin = [roles for roles in recent if names & {f.text for items in roles.values() for _, _, f in items}]
        return next((roles[role] for roles in akin[:1] or recent if role in roles), [])

    def _sole(self, trigger: Trigger, kind: Kind, role: str) -> list[Filled]:
        """What filled the role before, where only one number was told: of two, "the figure" could be either."""
        told = [
            roles[role]
            for at, known, roles in self.known
            if known == kind.name and role in roles and trigger.token.i - at <= RECENT
            and any(self._count(trigger, m) for _, m, _ in roles[role])
        ]  # fmt: skip
        return told[-1] if len({f.text for items in told for _, _, f in items}) == 1 else []

    def _known(self, trigger: Trigger, item: Filled) -> bool:
        """True where the words tell what they name, or stand for people by number or pronoun."""
        head, mention, filler = item
        if filler.type is not None or head.pos_ in ("NUM", "PRON", "DET") or (mention and mention.named):
            return True
        return self._count(trigger, mention) is not None

    def _teller(self, token: Token) -> list[Token]:
        """Whoever the text says tells this, the innermost: who accuses where nobody is said to accuse."""
        for attribution in reversed(self.attributions.chain(token.i)):
            if attribution.head is not None and attribution.head != token.i:
                head = self.parsed.doc[attribution.head]
                return self.language.teller(head, self.mentions.at(head).type) or [head]
        return []

    def _literal(self, trigger: Trigger, text: str) -> Filled:
        """A filler that the entry itself gives: "founded" makes a founder."""
        start, end = self.parsed.chars(trigger.token.i, trigger.token.i)
        return trigger.token, None, Filler(text, self.parsed.source.text[start:end], start, end, "text")

    def _own_share(self, noun: Token, items: list[Filled]) -> list[Filled]:
        """Of the names after a description, its own: for "son" in "wife and son, A and B" the second."""
        items = self._side(noun, items)
        if noun.tag_ not in ("NN", "NNP") or len(items) < 2:
            return items
        row = sorted({noun.i, *(c.i for c in noun.conjuncts if c.tag_ in ("NN", "NNP") and c.i < items[0][0].i)})
        names = [item for item in items if item[0].i not in row]
        if len(row) > 1 and len(names) == len(row):
            return [names[row.index(noun.i)]]
        return items[:1]

    def _words(self, token: Token, name: str) -> list[Filled]:
        """Fillers of a role that holds words, one for each coordinated phrase."""
        found: list[Filled] = []
        heads = (
            [token, *(c for c in token.conjuncts if c.i > token.i)] if name not in ("trigger", "predicate") else [token]
        )
        for head in heads:
            if (head.ent_type_ == "MONEY" or head.pos_ == "ADP") and name != "predicate":
                continue
            if head.tag_ == "PRP":
                continue  # "acquitted all of them" names no offence
            if name == "trigger":
                first, last = self.language.noun_phrase(head) if head.pos_ in ("NOUN", "PROPN") else (head.i,) * 2
                first = phrases.after_dateline(self.parsed.doc, first, last)
                while first < last and self.parsed.doc[first].lower_ in self.language.qualifiers:
                    first += 1
            else:
                first, last = self.language.predicate(head) if name == "predicate" else self.language.phrase(head)
                last = phrases.before_next(head, heads, last)
            start, end = self.parsed.chars(first, last)
            words = self.parsed.source.text[start:end]
            found.append((head, None, Filler(" ".join(words.split()), words, start, end, "text")))
        return found

    def names(self, token: Token, types: tuple[str, ...], named: bool, trigger: Trigger) -> list[Filled]:
        """Fillers of a role that holds people, organizations, places or things, coordinated ones apart."""
        found: list[Filled] = []
        for mention in self.mentions.conjuncts(token):
            if (
                mention.start <= trigger.token.i < mention.end
                and trigger.token.i == mention.head
                and not any(slot in str(trigger.entry.roles) for slot in ("self", "trigger", "counted"))
            ):
                continue
            if named and not mention.named and mention.text.lower() not in self.language.personal:
                continue
            if mention.type in NEVER and mention.type not in types:
                continue
            if types and mention.type is not None and mention.type not in types:
                continue
            untold = mention.type is None and not mention.named and "known" in types
            if untold and token.lower_ not in self.language.percent:
                continue
            start, end = self.parsed.chars(mention.start, mention.end - 1)
            text = " ".join(mention.text.split())
            if text:
                found.append(
                    (
                        self.parsed.doc[mention.head],
                        mention,
                        Filler(text, self.parsed.source.text[start:end], start, end, mention.type),
                    )
                )
        return found

    def _side(self, trigger: Token, items: list[Filled]) -> list[Filled]:
        """Of what the parser took for a list across a colon or a pause, the part on the trigger's side."""
        at = [trigger.i, *(head.i for head, _, _ in items)]
        breaks = [t.i for t in self.parsed.doc[min(at) : max(at)] if t.text in (":", "…", ";")]
        low = max((b for b in breaks if b < trigger.i), default=-1)
        high = min((b for b in breaks if b > trigger.i), default=len(self.parsed.doc))
        return [item for item in items if low < item[0].i < high] or items

    def _personal(self, filler: Filler) -> bool:
        """Somebody, though the text does not say who: "she was a member of the Labour Party" is a claim about her."""
        return filler.text.lower() in self.language.personal

    def _count(self, trigger: Trigger, mention: Mention | None) -> object:
        return mention and self.quantities.count(trigger.token, mention.start, mention.end - 1)

    def claim(self, trigger: Trigger, kind: Kind, roles: Roles, counted: str | None) -> Claim:
        """The claim of a trigger whose roles are filled; ``counted`` names the role whose phrase says how many."""
        token = trigger.token
        granted = self.language.presupposed(token)
        values, parts = self._values(trigger, kind, roles, counted)
        if place := self._place(trigger, kind):
            roles = {**roles, "place": place}
        parts += [(w.i, w.i) for w in trigger.words]
        parts += [
            self.language.with_name(head, m.start, m.end - 1) if m else self.language.phrase(head)
            for items in roles.values() for head, m, _ in items
        ]  # fmt: skip
        start, end = self.parsed.chars(*phrases.cover(token, parts))
        fillers = {role: tuple(f for _, _, f in items) for role, items in roles.items()}
        voices, cues = self.voices.of(token, granted)
        names = sorted((role, f.mention) for role, fs in fillers.items() for f in fs)
        extractor = self.language.extractor
        said = trigger.entry.stance or self.language.stance(token)
        return Claim(
            id=digest("claim", self.parsed.source.id, extractor.split("/")[0], kind.name, start, end, names),
            kind=kind.name, roles=fillers, quote=Quote(start, end, self.parsed.source.text[start:end]),
            source=self.parsed.source.id, voices=voices, stance=combine(said, cues),
            status=self._status(trigger, kind), place=fillers.get("place", ()), extractor=extractor,
            confidence=self._confidence(trigger.entry, kind, fillers), **values,
        )  # fmt: skip

    def _values(self, trigger: Trigger, kind: Kind, roles: Roles, counted: str | None) -> tuple[Values, list[Place]]:
        """The values that the kind may carry, and where they stand.

        A phrase that takes its content for granted ("Mayor Serik") has only the dates and sums inside it, not those
        of the sentence around it.
        """
        token = trigger.token
        within = token.doc[token.left_edge.i : token.right_edge.i + 1] if self._closed(token) else None
        values: Values = {}
        parts: list[Place] = []
        found: dict[str, tuple[object, Place] | None] = {}
        for value in kind.values:
            if value == "count":
                counts = (
                    self.quantities.count(token, m.start, m.end - 1) for _, m, _ in roles.get(counted or "", []) if m
                )
                found[value] = next((c for c in counts if c), None)
            else:
                found[value] = getattr(self.quantities, value)(token, within)
        for value, hit in found.items():
            if hit:
                values[value] = hit[0]
                parts.append(phrases.with_preposition(self.parsed.doc, *hit[1]))
        return values, parts

    def _closed(self, token: Token) -> bool:
        """True where the phrase takes its content for granted and is not said to be a figure."""
        return self.language.presupposed(token) and not self.language.equated(token)

    def _status(self, trigger: Trigger, kind: Kind) -> str | None:
        status = trigger.entry.status
        if status == "trigger":
            return self.language.relation(trigger.token)
        if kind.name == "Position" and status is None:
            return "former" if self.language.former(trigger.token) else "current"
        return status

    def _place(self, trigger: Trigger, kind: Kind) -> list[Filled]:
        """Where it happened, for the kinds that have a place."""
        if "place" not in kind.roles:
            return []
        for preposition in self.language.places:
            found = [
                item
                for token in self.language.slot(trigger, preposition)
                for item in self.names(token, ("place",), False, trigger)
                if item[1] and item[1].type == "place"
            ]
            if found:
                return found
        return []

    def _confidence(self, entry: Entry, kind: Kind, fillers: dict[str, tuple[Filler, ...]]) -> float:
        core = [role for role in kind.core if role in entry.roles]
        filled = sum(role in fillers for role in core)
        share = filled / len(core) if core else 0.5
        vague = sum(self.language.unresolved(f.text) for fs in fillers.values() for f in fs)
        return round(min(0.95, max(0.1, entry.confidence * (0.7 + 0.35 * share) - 0.15 * vague)), 2)
