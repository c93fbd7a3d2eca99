"""The evidence as the dossier numbers it: claims in the order of their sources, each with its number and place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from primafacie.dossier.lettering import Safe, visible
from primafacie.dossier.marks import Span
from primafacie.dossier.verbatim import readable
from primafacie.dossier.wording import sentence
from primafacie.model import Claim, Entity, Evidence, Filler, Finding, Grade, Passage, Source

_QUOTED = re.compile(r"(?<=“)([^“”]+)(?=”)")
TITLE = 44
"""Characters of a title in the middle of a sentence."""
AUTHOR = ("author", "the author")
"""How a claim names the author of a text that bears no name."""
SEVERITIES = ("high", "medium", "low", "info")


def severity(finding: Finding) -> int:
    """Its rank: 0 for the most severe."""
    return SEVERITIES.index(finding.severity) if finding.severity in SEVERITIES else len(SEVERITIES)


class Book:
    """An index over one evidence, shared by all sections. Claim n is footnote n and mark n, everywhere."""

    def __init__(
        self, evidence: Evidence, methods: Mapping[str, str], title: str | None = None,
        left_out: tuple[int, float] = (0, 0.0),
    ) -> None:  # fmt: skip
        self.evidence = evidence
        self.methods = methods
        self._title = title
        self.left_out, self.min_confidence = left_out
        self.sources: Mapping[str, Source] = {source.id: source for source in evidence.sources}
        order = {source: position for position, source in enumerate(self.sources)}
        by_id = {claim.id: self._signed(claim) for claim in evidence.claims}
        self.claims: tuple[Claim, ...] = tuple(sorted(
            by_id.values(), key=lambda c: (order.get(c.source, len(order)), c.quote.start, c.quote.end, c.kind, c.id),
        ))  # fmt: skip
        self.by_id: Mapping[str, Claim] = by_id
        self.number: Mapping[str, int] = {claim.id: n for n, claim in enumerate(self.claims, 1)}
        self.names: Mapping[str, str] = {entity.id: entity.name for entity in evidence.entities}
        self._said: dict[str, Safe] = {}

    def _signed(self, claim: Claim) -> Claim:
        """Where there are several documents, "the author" is said to be the author of which."""
        source = self.sources.get(claim.source)
        if source is None or len(self.sources) < 2 or not any(v.casefold() in AUTHOR for v in claim.voices):
            return claim
        author = f"the author of “{self._short[source.id]}”"
        return replace(claim, voices=tuple(author if v.casefold() in AUTHOR else v for v in claim.voices))

    @cached_property
    def _short(self) -> Mapping[str, str]:
        """The title of each source, cut where it is long and no other begins like it."""
        titles = {source.id: source.title or source.name for source in self.sources.values()}
        cut = {key: title[:TITLE].rsplit(" ", 1)[0] for key, title in titles.items()}
        alike = Counter(cut.values())
        return {key: title if len(title) <= TITLE or alike[cut[key]] > 1 else f"{cut[key]} …"
                for key, title in titles.items()}  # fmt: skip

    @cached_property
    def title(self) -> str:
        """The title asked for, else that of the first source and how many come with it."""
        if self._title:
            return self._title
        if not self.sources:
            return "A case without sources"
        first, *others = self.sources.values()
        more = "" if not others else " and 1 other source" if len(others) == 1 else f" and {len(others)} other sources"
        return f"{first.title or first.name}{more}"

    @cached_property
    def live(self) -> tuple[Claim, ...]:
        """The claims that no reviewer has rejected."""
        return tuple(claim for claim in self.claims if claim.review != "rejected")

    @cached_property
    def checks(self) -> tuple[tuple[str, tuple[Finding, ...]], ...]:
        """The findings check by check, the check with the most severe first; most severe first within each."""
        found: defaultdict[str, list[Finding]] = defaultdict(list)
        for finding in self.evidence.findings:
            found[finding.check].append(finding)
        groups = [(check, tuple(sorted(made, key=severity))) for check, made in found.items()]
        return tuple(sorted(groups, key=lambda group: severity(group[1][0])))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """In the order of their numbers: that of ``checks``."""
        return tuple(finding for _, made in self.checks for finding in made)

    @cached_property
    def grades(self) -> Mapping[str, Grade]:
        """The last grade of each source and claim, by its id."""
        return {grade.subject: grade for grade in sorted(self.evidence.grades, key=lambda g: (g.at, g.value, g.by))}

    @cached_property
    def passages(self) -> Mapping[str, tuple[Passage, ...]]:
        found: defaultdict[str, list[Passage]] = defaultdict(list)
        for passage in self.evidence.passages:
            found[passage.source].append(passage)
        return {source: tuple(passages) for source, passages in found.items()}

    @cached_property
    def spans(self) -> Mapping[str, tuple[Span, ...]]:
        """For each source the claims whose quote stands where they say, by start."""
        found: defaultdict[str, list[Span]] = defaultdict(list)
        for claim in self.claims:
            source, quote = self.sources.get(claim.source), claim.quote
            if source and 0 <= quote.start < quote.end and source.text[quote.start : quote.end] == quote.text:
                found[claim.source].append(Span(self.number[claim.id], quote.start, quote.end))
        return {source: tuple(spans) for source, spans in found.items()}

    @cached_property
    def marked(self) -> frozenset[int]:
        """The numbers of the claims that have a mark in a text."""
        return frozenset(span.number for spans in self.spans.values() for span in spans)

    @cached_property
    def about(self) -> Mapping[str, tuple[Claim, ...]]:
        """For each entity the claims that speak of it, in order."""
        found: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for entity in self.evidence.entities:
            for claim, _, _ in entity.mentions:
                found[entity.id].setdefault(claim)
        for said in self.claims:
            for filler in (*said.fillers(), *said.place):
                if filler.entity:
                    found[filler.entity].setdefault(said.id)
        return {
            entity: tuple(self.by_id[i] for i in sorted(set(ids) & self.by_id.keys(), key=self.number.__getitem__))
            for entity, ids in found.items()
        }

    @cached_property
    def spoken(self) -> Mapping[str, tuple[Claim, ...]]:
        """For each voice of each source ("SOURCE WORDS", as entities keep it) the claims that it speaks in."""
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            for voice in dict.fromkeys(claim.voices):
                found[f"{claim.source} {voice}"].append(claim)
        return {voice: tuple(claims) for voice, claims in found.items()}

    def of(self, *kinds: str) -> tuple[Claim, ...]:
        """The claims of these kinds that stand, in order."""
        return tuple(claim for claim in self.live if claim.kind in kinds)

    def row_of(self, claim: Claim) -> Safe | None:
        """The quote as one line for a reader where it is a row of a register or a JSON statement, else None."""
        return readable(self.sources.get(claim.source), claim.quote.text)

    @cached_property
    def _rows(self) -> tuple[tuple[str, Safe], ...]:
        """The rows of registers that claims quote, as a finding quotes them, and each as a reader takes it."""
        found = ((" ".join(claim.quote.text.split()), self.row_of(claim)) for claim in self.claims)
        return tuple({quote: row for quote, row in found if row is not None}.items())

    def told(self, text: str) -> Safe:
        """The words of a finding, in which rows of registers that it quotes, whole or cut, are readable."""
        pieces = _QUOTED.split(text)
        for position in range(1, len(pieces), 2):
            quote, cut = pieces[position].removesuffix(" …"), pieces[position].endswith(" …")
            same = (row for whole, row in self._rows if whole == quote or (cut and whole.startswith(quote)))
            pieces[position] = next(same, None) or visible(pieces[position])
        pieces[::2] = map(visible, pieces[::2])
        return Safe("".join(pieces))

    def say(self, claim: Claim) -> Safe:
        """The claim as one sentence of attributed speech."""
        if claim.id not in self._said:
            self._said[claim.id] = sentence(claim, self.names)
        return self._said[claim.id]

    def grouped(self, claims: Iterable[Claim]) -> list[tuple[Safe, list[Claim]]]:
        """The claims as sentences, those that read the same as one with all their footnotes, in order."""
        found: dict[Safe, list[Claim]] = {}
        for claim in claims:
            found.setdefault(self.say(claim), []).append(claim)
        return list(found.items())

    def key(self, filler: Filler) -> str:
        """What makes two fillers the same party: the entity, else the name without regard to case."""
        return filler.entity or f"text:{' '.join((filler.text or filler.mention).casefold().split())}"

    def called(self, filler: Filler) -> str:
        """The filler's name in a table or a drawing: the entity's, else the words of the text."""
        return self.names.get(filler.entity or "") or filler.text or filler.mention or "not named"

    def has_place(self, entity: Entity) -> bool:
        """Whether "Who is who" has a place for it that a link can lead to."""
        return bool(self.about.get(entity.id)) and entity.properties.get("sort") != ("nobody",)

    def entity_number(self, entity: Entity) -> int:
        return self._entity_numbers[entity.id]

    @cached_property
    def _entity_numbers(self) -> Mapping[str, int]:
        return {entity.id: n for n, entity in enumerate(self.evidence.entities, 1)}

    def ranges(self, ids: Iterable[str]) -> list[tuple[int, int]]:
        """The numbers of the claims as runs (first, last), ascending; unknown ids are left out."""
        numbers = sorted({self.number[i] for i in ids if i in self.number})
        runs: list[tuple[int, int]] = []
        breaks = [i for i, (left, right) in enumerate(pairwise(numbers), 1) if right != left + 1]
        for left, right in pairwise([0, *breaks, len(numbers)]) if numbers else ():
            run = numbers[left:right]
            runs += [(run[0], run[-1])] if len(run) > 2 else [(n, n) for n in run]
        return runs
