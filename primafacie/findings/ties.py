"""The ties between parties that claims speak of, and the shortest path of ties from one party to another."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from primafacie.findings.offices import Office, offices
from primafacie.findings.view import View, quoted
from primafacie.model import Claim, Entity
from primafacie.values.intervals import Answer, moment

FARTHEST = 3
"""Ties in a path. Beyond three, almost everybody in a small elite is tied to everybody else."""
ENDS: Mapping[str, tuple[str, str]] = {
    "Family": ("person", "relative"),
    "Associate": ("person", "associate"),
    "Ownership": ("owner", "asset"),
    "Position": ("holder", "organization"),
}
SOFT = frozenset({"Associate", "Position"})
"""Ties that leave room for judgement: an ally or a colleague is not a relative and does not own."""
CONNECTORS = frozenset({"Person", "Organization", "Company", "LegalEntity"})
"""Only these connect: two people tied to one town, ministry or villa are not thereby tied to each other."""


OFFICE = re.compile(r"(?:the )?(?P<post>[\w-]+(?: [\w-]+)?) of (?P<body>[\w '’-]+)$", re.IGNORECASE)
"""Wordings that name somebody by an office: "the mayor of Almaty"."""
RUSSIAN_OFFICE = re.compile(
    r"(?P<post>(?:бывш\w+ )?(?:президент|премьер-министр|министр|мэр|аким|губернатор|посол|консул|прокурор|судья|"
    r"начальник|глава|председатель|секретарь|директор|командир|командующий))\w{0,2} (?P<body>[\w -]+)$",
    re.IGNORECASE,
)
"""The same in Russian, where nothing stands between the two: "аким Алматы", "глава полиции Ленца"."""
STEM = 4
"""Letters by which Russian words are compared: endings change with the case, "Ленц" is "Ленца"."""
HELD = re.compile(r"\b(?:owned by|controlled by|belonging to)\b|['’]s? ", re.IGNORECASE)
"""Wordings that name a holder: "a bank owned by A", "A's bank"."""


@dataclass(frozen=True, slots=True)
class Tie:
    """``described`` is True where the claim only calls the thing after its holder ("a bank owned by A")."""

    start: str
    end: str
    claim: Claim
    described: bool = False
    by_office: bool = False
    """True where a document only calls somebody by an office, and the claim says who held it."""

    @property
    def soft(self) -> bool:
        return self.claim.kind in SOFT and not self.described and not self.by_office

    @property
    def word(self) -> str:
        """What the tie is called: the status the claim gives, else its kind."""
        return self.claim.status or {"Position": "office", "Family": "relative"}.get(self.claim.kind, "associate")


Path = tuple[Tie, ...]


class Ties:
    """All ties of a case. A path never leads through ``without`` nor through a place, a thing or a public body."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._from: dict[str, list[Tie]] = defaultdict(list)
        self._found: dict[tuple[frozenset[str], ...], Path | None] = {}
        for claim in view.of(*ENDS):
            one, other = ENDS[claim.kind]
            for a in view.ids(claim, one):
                for b in view.ids(claim, other):
                    if a != b:
                        self._from[a].append(Tie(a, b, claim))
                        self._from[b].append(Tie(b, a, claim))
        self._described()
        self._by_office()

    def _described(self) -> None:
        """Adds the ties that a description holds where no claim of ownership says the same."""
        for claim in self.view.claims:
            for entity in self.view.ids(claim, *claim.roles):
                found = self.view.entities.get(entity)
                if found is None or found.schema == "Person" or not HELD.search(found.name):
                    continue
                for owner in found.properties.get("possessor", ()):
                    if owner in self.view.entities and all(t.end != owner for t in self._from[entity]):
                        self._from[owner].append(Tie(owner, entity, claim, described=True))
                        self._from[entity].append(Tie(entity, owner, claim, described=True))

    def _by_office(self) -> None:
        """Ties "the mayor of Almaty" to the one who is said to have been it when the document was written."""
        held = offices(self.view)
        for entity in self.view.entities.values():
            fitting = _held(self.view, held, entity) if "description" in entity.properties.get("sort", ()) else []
            if not fitting:
                continue
            days = {moment(s.date) for c in self.view.naming(entity.id) if (s := self.view.sources.get(c.source))}
            at = [o for o in fitting if all(o.at(day) is not Answer.NOT for day in days)]
            if len({o.holder for o in at}) == 1:
                claim = at[0].claims[0]
                self._from[entity.id].append(Tie(entity.id, at[0].holder, claim, by_office=True))
                self._from[at[0].holder].append(Tie(at[0].holder, entity.id, claim, by_office=True))

    def path(self, starts: Collection[str], ends: Collection[str], without: Collection[str] = ()) -> Path | None:
        """The shortest path, the empty one where an entity is on both sides, None where there is none.

        Of equally short paths the one with fewer soft ties wins, then the one said first.
        """
        asked = frozenset(starts), frozenset(ends), frozenset(without)
        if asked not in self._found:
            self._found[asked] = self._path(starts, ends, without)
        return self._found[asked]

    def _path(self, starts: Collection[str], ends: Collection[str], without: Collection[str]) -> Path | None:
        if set(starts) & set(ends):
            return ()
        best: Path | None = None
        queue: deque[tuple[str, Path]] = deque((s, ()) for s in starts)
        depth: dict[tuple[str, int], int] = {}
        while queue:
            at, path = queue.popleft()
            if best is not None and len(path) >= len(best):
                break
            for tie in self._from.get(at, ()):
                way = (*path, tie)
                if tie.end in ends:
                    if best is None or (len(way), _softness(way)) < (len(best), _softness(best)):
                        best = way
                    continue
                if len(way) >= FARTHEST or tie.end in without or not self._connects(tie.end):
                    continue
                reached = (tie.end, _softness(way))
                if depth.get(reached, FARTHEST) > len(way):
                    depth[reached] = len(way)
                    queue.append((tie.end, way))
        return best

    def _connects(self, entity: str) -> bool:
        found = self.view.entities.get(entity)
        return found is not None and found.schema in CONNECTORS

    def told(self, tie: Tie) -> str:
        """The tie as the claim says it: "B is said to be affiliate of A"."""
        claim, view = tie.claim, self.view
        if tie.by_office:
            office, holder = sorted((tie.start, tie.end), key=lambda e: e in view.ids(claim, "holder"))
            return f"{quoted(view.name(office))} was then {view.name(holder)}, as {view.attribution(claim)}"
        if tie.described:
            held = next(e for e in (tie.end, tie.start) if view.entities[e].properties.get("possessor"))
            return f"by its description it belongs there: {quoted(view.name(held))}"
        one, other = (tie.start, tie.end) if tie.start in view.ids(claim, ENDS[claim.kind][0]) else (tie.end, tie.start)
        a, b = view.name(one), view.name(other)
        if claim.kind == "Ownership":
            verb = {"controls": "control", "nominee": "hold as a nominee"}.get(claim.status or "", "own")
            return f"{a} is said to {verb} {b}"
        if claim.kind == "Position":
            post = next((f.text for f in claim.fillers("post")), "in office")
            return f"{a} is said to {'have been' if claim.status == 'former' else 'be'} {post} of {b}"
        return f"{b} is said to be {_article(tie.word)} of {a}"

    def denials(self, path: Path) -> tuple[Claim, ...]:
        """Claims that deny a tie of the path."""
        found: list[Claim] = []
        for tie in path:
            if tie.described or tie.by_office:
                continue
            one, other = ENDS[tie.claim.kind]
            pair = {tie.start, tie.end}
            found.extend(c for c in self.view.of(tie.claim.kind, stances=("denies",))
                         if pair <= {*self.view.ids(c, one), *self.view.ids(c, other)})
        return tuple(found)


def _held(view: View, held: Collection[Office], entity: Entity) -> list[Office]:
    """The offices that a description names: "the mayor of Almaty", «аким Алматы»."""
    if words := OFFICE.match(entity.name):
        post, body = words["post"].casefold(), set(words["body"].casefold().split())
    elif words := RUSSIAN_OFFICE.match(entity.name):
        post, body = words["post"].casefold().split()[-1], _stems(words["body"])
    else:
        return []
    russian = words.re is RUSSIAN_OFFICE

    def fits(office: Office) -> bool:
        said = f"{view.name(office.organization or '')} {office.post}"
        known = _stems(said) if russian else set(said.casefold().split())
        return post in office.post.casefold() and office.holder != entity.id and body <= known

    return [office for office in held if fits(office)]


def _stems(words: str) -> set[str]:
    return {w[:max(STEM, len(w) - 2)] if len(w) > STEM else w for w in words.casefold().split()}


def _article(word: str) -> str:
    """ "the wife", "an affiliate", "a son-in-law"."""
    if word in ("wife", "husband", "mother", "father"):
        return f"the {word}"
    return f"{'an' if word[:1] in 'aeiou' else 'a'} {word}"


def _softness(path: Path) -> int:
    return sum(tie.soft for tie in path)
