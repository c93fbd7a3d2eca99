"""The listings: one row a record, as a table, as JSON lines or as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from primafacie.cli import output
from primafacie.judging import Part
from primafacie.model import Claim, Entity, Filler, Finding, Judgement, Problem, Source

if TYPE_CHECKING:
    from primafacie.claims.attribution import Reported

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Listing(Generic[R]):
    """How records of one kind are listed; ``short`` are the cells of the table, ``full`` those of the CSV."""

    name: str
    json: Callable[[R], Mapping[str, Any]]
    columns: tuple[str, ...]
    short: Callable[[R], Sequence[object]]
    full_columns: tuple[str, ...]
    full: Callable[[R], Sequence[object]]
    severity: int | None = None

    def show(self, records: Iterable[R], form: output.Format) -> None:
        """Prints the records to stdout."""
        if form is output.Format.jsonl:
            output.jsonl(self.json(record) for record in records)
        elif form is output.Format.csv:
            output.comma_separated(self.full_columns, (self.full(record) for record in records))
        else:
            rows = [self.short(record) for record in records]
            output.table(f"{self.name}: {len(rows)}", self.columns, rows, colour=self.severity)


def names(fillers: Sequence[Filler]) -> str:
    return ", ".join(filler.text for filler in fillers)


def roles(claim: Claim) -> str:
    """ "seller: A; buyer: B" """
    return "; ".join(f"{role}: {names(fillers)}" for role, fillers in claim.roles.items() if fillers)


def values(claim: Claim) -> str:
    """The words of the text for its amount, count, share, date and place."""
    parts = [value.text for value in (claim.amount, claim.count, claim.share, claim.date) if value]
    return "; ".join([*parts, names(claim.place)] if claim.place else parts)


def _source_json(source: Source) -> dict[str, Any]:
    return {key: value for key, value in asdict(source).items() if key != "text"}


def _claim_cells(claim: Claim) -> tuple[object, ...]:
    amount, count, share, date = claim.amount, claim.count, claim.share, claim.date
    return (
        claim.id, claim.kind, claim.status or "", claim.stance, roles(claim),
        amount.value if amount else None, amount.currency if amount else None,
        count.low if count else None, count.high if count else None,
        share.low if share else None, share.high if share else None,
        date.start if date else None, date.end if date else None,
        names(claim.place), " > ".join(claim.voices), claim.quote.text, claim.quote.start, claim.quote.end,
        claim.source, claim.extractor, claim.confidence, claim.review, claim.reviewer or "",
    )  # fmt: skip


def _attribution_cells(found: Reported) -> tuple[object, ...]:
    voice, cue, content = found.voice, found.cue, found.content
    return (
        found.source, voice.text if voice else "", voice.start if voice else None, voice.end if voice else None,
        cue.text, cue.start, cue.end, " … ".join(span.text for span in content), content[0].start, content[-1].end,
        found.stance, found.quality,
    )  # fmt: skip


SOURCES: Listing[Source] = Listing(
    name="sources",
    json=_source_json,
    columns=("id", "name", "title", "author", "date", "language"),
    short=lambda s: (s.id[:12], s.name, s.title, s.author, s.date, s.language),
    full_columns=("id", "name", "media_type", "size", "origin", "title", "author", "publisher", "date", "language",
                  "loader"),
    full=lambda s: (s.id, s.name, s.media_type, s.size, s.origin, s.title, s.author, s.publisher, s.date, s.language,
                    s.loader),
)  # fmt: skip

CLAIMS: Listing[Claim] = Listing(
    name="claims",
    json=Claim.to_json,
    columns=("kind", "stance", "who and what", "values", "on whose word", "quote"),
    short=lambda c: (c.kind, c.stance, roles(c), values(c), " > ".join(c.voices), c.quote.text),
    full_columns=("id", "kind", "status", "stance", "roles", "amount", "currency", "count_low", "count_high",
                  "share_low", "share_high", "date_from", "date_to", "place", "voices", "quote", "start", "end",
                  "source", "extractor", "confidence", "review", "reviewer"),
    full=_claim_cells,
)  # fmt: skip

ATTRIBUTIONS: Listing[Reported] = Listing(
    name="attributions",
    json=lambda a: a.to_json(),
    columns=("source", "who says it", "cue", "stance", "what is said"),
    short=lambda a: (a.source[:12], a.voice.text if a.voice else "", a.cue.text, a.stance,
                     " … ".join(span.text for span in a.content)),
    full_columns=("source", "voice", "voice_start", "voice_end", "cue", "cue_start", "cue_end", "content",
                  "content_start", "content_end", "stance", "quality"),
    full=_attribution_cells,
)  # fmt: skip

ENTITIES: Listing[Entity] = Listing(
    name="entities",
    json=asdict,
    columns=("id", "schema", "name", "also", "mentions", "why"),
    short=lambda e: (e.id[:12], e.schema, e.name, ", ".join(n for n in e.names if n != e.name), len(e.mentions), e.why),
    full_columns=("id", "schema", "name", "names", "mentions", "why"),
    full=lambda e: (e.id, e.schema, e.name, "; ".join(e.names), len(e.mentions), e.why),
)

FINDINGS: Listing[Finding] = Listing(
    name="findings",
    json=Finding.to_json,
    columns=("severity", "finding", "what the sources say", "against", "independent"),
    short=lambda f: (f.severity, f.title, f.text, len(f.against), f"{f.independent}/{f.sources}"),
    full_columns=("id", "check", "severity", "title", "text", "claims", "entities", "against", "sources",
                  "independent"),
    full=lambda f: (f.id, f.check, f.severity, f.title, f.text, " ".join(f.claims), " ".join(f.entities),
                    "; ".join(f.against), f.sources, f.independent),
    severity=0,
)  # fmt: skip

PARTS: Listing[Part] = Listing(
    name="parts",
    json=asdict,
    columns=("part", "wording", "source", "mentions"),
    short=lambda p: (p.number, p.wording, p.source, " ".join(p.mentions)),
    full_columns=("part", "id", "wording", "source", "mentions"),
    full=lambda p: (p.number, p.id, p.wording, p.source, " ".join(p.mentions)),
)

JUDGEMENTS: Listing[Judgement] = Listing(
    name="judgements",
    json=lambda j: {"id": j.id, **asdict(j)},
    columns=("id", "left", "right", "verdict", "by", "at", "why"),
    short=lambda j: (j.id, j.left, j.right, j.verdict, j.by, j.at[:19], j.why),
    full_columns=("id", "left", "right", "verdict", "by", "at", "why"),
    full=lambda j: (j.id, j.left, j.right, j.verdict, j.by, j.at, j.why),
)

PROBLEMS: Listing[Problem] = Listing(
    name="problems",
    json=asdict,
    columns=("where", "what", "what next", "stage", "used"),
    short=lambda p: (p.where, p.what, p.next, p.stage, "no" if p.fatal else "yes"),
    full_columns=("where", "what", "next", "stage", "source", "fatal"),
    full=lambda p: (p.where, p.what, p.next, p.stage, p.source or "", p.fatal),
)
