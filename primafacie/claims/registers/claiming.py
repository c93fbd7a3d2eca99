"""Entries -> claims: roles, values and voices of a row; who somebody is travels with the filler as facts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from primafacie.claims.registers import cells
from primafacie.claims.registers.cells import Unreadable
from primafacie.claims.registers.entries import Entry, Problems, Register, Value
from primafacie.claims.registers.links import Link, link, status
from primafacie.claims.registers.schemata import schemata
from primafacie.model import STANCES, Claim, DateRange, Filler, Quote, Source, digest
from primafacie.vocabulary import KINDS

EXTRACTOR = "registers/1"
CONFIDENCE = 0.98
"""A row says what its mapping says that it says; what is left is the chance of a mapping that is wrong."""
DATES = frozenset({"birthDate", "deathDate", "incorporationDate", "dissolutionDate"})
COUNTRIES = frozenset({"country", "mainCountry", "nationality", "citizenship", "jurisdiction", "birthCountry"})
RELATIONS = frozenset({"Family", "Associate", "Position", "Ownership", "Deal"})
"""Kinds of which one end alone says nothing; of a payment or a death, one side is worth knowing."""
NOT_FACTS = frozenset({
    "name", "alephUrl", "amount", "amountEur", "amountUsd", "createdAt", "currency", "description", "indexText",
    "keywords", "modifiedAt", "notes", "proof", "publisher", "publisherUrl", "retrievedAt", "sourceUrl", "status",
    "summary", "biography", "position",
})  # fmt: skip
"""Properties that do not help to tell who somebody is; an office is a claim of its own."""


@dataclass(frozen=True, slots=True)
class Identity:
    """All that a register says of who somebody is, the name first that it gives first."""

    names: tuple[str, ...]
    type: str | None
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes the claims of one source; ``voices`` say who keeps the register."""

    source: Source
    register: Register
    voices: tuple[str, ...]
    problems: Problems
    _known: dict[str, Identity] = field(default_factory=dict)

    def claims(self) -> Iterator[Claim]:
        for number, entry in enumerate(self.register.entries):
            how = link(entry.schema)
            if how and (claim := self._claim(entry, how, number)):
                yield claim
            if not how:
                yield from self._offices(entry, number)

    def _offices(self, entry: Entry, number: int) -> Iterator[Claim]:
        """Posts that stand with a person ("position: minister") and not in a relation of their own."""
        for at, post in enumerate(entry.properties.get("position", ())):
            holder = self._named(entry.key, Value(entry.key), entry.where)
            if holder:
                mention = self._text(Value("", entry.start, entry.end)) if post.start is None else self._text(post)
                words = Filler(post.text, mention, post.start, post.end, "text")
                yield self._made(entry, "Position", {"holder": (holder,), "post": (words,)}, (number, at))

    def _claim(self, entry: Entry, how: Link, number: int) -> Claim | None:
        roles = {role: found for role, names in how.roles.items() if (found := self._fillers(entry, how, role, names))}
        roles.update(self._office_of(entry, roles))
        core = KINDS[how.kind].core
        if sum(role in roles for role in core) < (2 if how.kind in RELATIONS else 1):
            missing = " and ".join(role for role in core if role not in roles)
            self.problems.add(f"nobody is named as {missing}", f"{entry.schema}: nobody is named as {missing}",
                              entry.where, "fill in the name, or leave the row out", fatal=True)  # fmt: skip
            return None
        words = entry.first(*how.status)
        given = status(how.kind, words.text if words else None, how.usual_status)
        return self._made(entry, how.kind, roles, (number,), status=given, **self._values(entry, how.kind))

    def _made(
        self, entry: Entry, kind: str, roles: Mapping[str, tuple[Filler, ...]], number: tuple[int, ...], **values: Any
    ) -> Claim:  # fmt: skip
        text = self.source.text[entry.start : entry.end]
        publisher = entry.first("publisher")
        voices = self.voices
        if publisher and publisher.text not in voices:
            voices = (*voices, publisher.text)
        stance = entry.first("stance")
        if stance and stance.text not in STANCES:
            self.problems.add("an unknown stance", f"“{stance.text[:40]}” is none of {', '.join(STANCES)}", entry.where,
                              "correct the cell or the mapping")  # fmt: skip
        fillers = [[role, [f.text for f in found]] for role, found in roles.items()]
        place = roles.get("place") or self._fillers(entry, None, "place", ("place",))
        return Claim(
            id=digest("claim", self.source.id, "registers", kind, entry.start, entry.end, fillers, number), kind=kind,
            roles=dict(roles), quote=Quote(entry.start, entry.end, text), source=self.source.id, voices=voices,
            place=place, extractor=EXTRACTOR, confidence=CONFIDENCE,
            stance=stance.text if stance and stance.text in STANCES else "asserts", **values,
        )  # fmt: skip

    def _fillers(self, entry: Entry, how: Link | None, role: str, names: tuple[str, ...]) -> tuple[Filler, ...]:
        found: list[Filler] = []
        for name in names:
            found += [f for key, words in entry.links.get(name, ()) if (f := self._named(key, words, entry.where))]
            spec = KINDS[how.kind].roles[role] if how else None
            kind = spec.types[0] if spec and len(spec.types) == 1 else None if spec else "place"
            found += [
                Filler(v.text, self._text(v), v.start, v.end, kind) for v in entry.properties.get(name, ())
            ]  # fmt: skip
            if found:
                return tuple(found)
        usual = how.usual.get(role) if how else None
        return (Filler(usual, usual, None, None, "text"),) if usual else ()

    def _named(self, key: str, words: Value, where: str) -> Filler | None:
        """Who the key stands for, by all that the register says of it; None where it gives no name."""
        who = self._known.get(key) or self._known.setdefault(key, self._identity(key))
        if not who.names:
            self.problems.add("without a name", f"“{words.text[:60]}” has no name anywhere in the register", where,
                              "add the row or the column that names it")  # fmt: skip
            return None
        name = words.text if words.text in who.names else who.names[0]
        aliases = tuple(("alias", other) for other in who.names if other.casefold() != name.casefold())
        return Filler(name, self._text(words), words.start, words.end, who.type, None, (*who.facts, *aliases))

    def _identity(self, key: str) -> Identity:
        known = self.register.known(key)
        names = [value.text for entry in known for value in (*entry.properties.get("name", ()), *_composed(entry))]
        kind = next((kind for one in known if (kind := schemata()[one.schema].type)), None)
        facts = dict.fromkeys(fact for entry in known for fact in self._facts(entry))
        return Identity(tuple(dict.fromkeys(names)), kind, tuple(facts))

    def _facts(self, entry: Entry) -> Iterator[tuple[str, str]]:
        for name, values in entry.properties.items():
            for value in values if name not in NOT_FACTS else ():
                try:
                    text = value.text
                    if name in DATES:
                        text = cells.date(text)
                    elif name in COUNTRIES:
                        text = cells.country(text)
                    yield name, cells.gender(text) if name == "gender" else text
                except Unreadable as error:
                    self.problems.add(f"{name} cannot be read", f"{name}: {error}", entry.where, "correct the cell")

    def _office_of(self, entry: Entry, roles: Mapping[str, tuple[Filler, ...]]) -> Mapping[str, tuple[Filler, ...]]:
        """The body that an office belongs to, where the register says it of the office and not of its holder."""
        if entry.schema != "Occupancy" or "organization" in roles:
            return {}
        offices = [known for key, _ in entry.links.get("post", ()) for known in self.register.known(key)]
        links = {key: words for office in offices for key, words in office.links.get("organization", ())}
        bodies = [f for key, words in links.items() if (f := self._named(key, words, entry.where))]
        return {"organization": tuple(bodies)} if bodies else {}

    def _text(self, value: Value) -> str:
        return value.text if value.start is None else self.source.text[value.start : value.end]

    def _values(self, entry: Entry, kind: str) -> dict[str, Any]:
        """Sum, stake, number of people and time of a row, as far as the kind has them; None where unreadable."""
        found: dict[str, Any] = {"date": self._date(entry)}
        values = KINDS[kind].values
        if "amount" in values and (amount := entry.first("amount")):
            code = entry.first("currency")
            currency = self._read(entry, "currency", cells.money, code.text) if code else None
            found["amount"] = self._read(entry, "amount", cells.amount, amount.text, currency)
        if "share" in values and (share := entry.first("percentage", "share")):
            found["share"] = self._read(entry, "share", cells.share, share.text)
        if "count" in values and (count := entry.first("count")):
            found["count"] = self._read(entry, "count", cells.count, count.text)
        return found

    def _date(self, entry: Entry) -> DateRange | None:
        ends = []
        for names in (("startDate", "listingDate", "date"), ("endDate",)):
            value = entry.first(*names)
            iso = self._read(entry, names[-1], cells.date, value.text) if value else None
            ends.append((self._text(value) if value and iso else "", iso))
        (first, start), (last, end) = ends
        if start and end and start[: len(end)] > end[: len(start)]:
            self.problems.add("it ends before it begins", f"it ends ({end}) before it begins ({start})", entry.where,
                              "correct one of the two dates")  # fmt: skip
            return None
        if entry.first("startDate", "listingDate") is None and not end:
            end = start  # one day, and not all days since
        if not start and not end:
            return None
        return DateRange(" – ".join(dict.fromkeys(words for words in (first, last) if words)), start, end)

    def _read(self, entry: Entry, name: str, how: Callable[..., Any], *given: str | None) -> Any:
        try:
            return how(*given)
        except Unreadable as error:
            self.problems.add(f"{name} cannot be read", f"{name}: {error}", entry.where,
                              "correct the cell; the rest of the row was read")  # fmt: skip
            return None


def _composed(entry: Entry) -> tuple[Value, ...]:
    """A name put together of its parts, where a register gives no whole one."""
    if entry.properties.get("name") or entry.schema != "Person":
        return ()
    parts = [entry.first(name) for name in ("firstName", "middleName", "lastName")]
    words = [part.text for part in parts if part]
    return (Value(" ".join(words)),) if words else ()
