"""On any mixture of sentences every claim stands in the text word for word, and reading again changes nothing."""

from __future__ import annotations

from hypothesis import given, settings
from sentences import mixtures

from primafacie import claims, findings, graph, reading, resolution, sources
from primafacie.model import STANCES, Claim, Evidence, Source
from primafacie.vocabulary.kinds import KINDS

SETTINGS = settings(max_examples=30, deadline=None, derandomize=True, database=None)


def run(text: str, name: str = "mixture.txt") -> Evidence:
    """All stages over one text, as the pipeline runs them."""
    source, problems = sources.load(text.encode("utf-8"), name)
    assert source is not None, problems
    source, passages, _ = reading.read(source)
    extracted, _ = claims.extract(source, passages)
    resolved = resolution.resolve((source,), extracted, ())
    evidence = Evidence(
        sources=(source,), passages=passages, claims=resolved.claims, entities=resolved.entities,
        edges=graph.build(resolved.claims, resolved.entities),
    )  # fmt: skip
    return Evidence(
        sources=evidence.sources, passages=evidence.passages, claims=evidence.claims, entities=evidence.entities,
        edges=evidence.edges, findings=findings.check(evidence),
    )  # fmt: skip


def check_grounded(claim: Claim, source: Source) -> None:
    quote = claim.quote
    assert quote.text
    assert source.text[quote.start : quote.end] == quote.text
    for filler in (*claim.fillers(), *claim.place):
        assert filler.text
        if filler.start is not None and filler.end is not None:
            assert source.text[filler.start : filler.end] == filler.mention


def check_form(claim: Claim) -> None:
    kind = KINDS[claim.kind]
    assert set(claim.roles) <= set(kind.roles)
    assert claim.stance in STANCES
    assert claim.voices
    assert all(voice.strip() for voice in claim.voices)
    assert 0 <= claim.confidence <= 1
    if claim.count and claim.count.low is not None and claim.count.high is not None:
        assert claim.count.low <= claim.count.high


@SETTINGS
@given(text=mixtures())
def test_every_claim_stands_in_the_text(text: str) -> None:
    evidence = run(text)
    for claim in evidence.claims:
        check_grounded(claim, evidence.sources[0])
        check_form(claim)
    assert len({claim.id for claim in evidence.claims}) == len(evidence.claims)


@SETTINGS
@given(text=mixtures())
def test_nothing_points_at_what_is_not_there(text: str) -> None:
    evidence = run(text)
    known_claims = {claim.id for claim in evidence.claims}
    known_entities = {entity.id for entity in evidence.entities}
    for claim in evidence.claims:
        assert {f.entity for f in (*claim.fillers(), *claim.place) if f.entity} <= known_entities
    for edge in evidence.edges:
        assert {edge.source, edge.target} <= known_entities
        assert set(edge.claims) <= known_claims
    for finding in evidence.findings:
        assert set(finding.claims) <= known_claims
        assert set(finding.entities) <= known_entities
        assert finding.title


@SETTINGS
@given(text=mixtures())
def test_reading_again_gives_the_same(text: str) -> None:
    assert run(text) == run(text)


def test_the_mixtures_do_yield_claims() -> None:
    """Else the properties above would hold of nothing."""
    text = (
        "In 2009 Oleg Varnin sold Delta Bank to Norbank for 1.2 billion dollars.\n\n"
        "The ministry said that 12 people had died."
    )
    assert {claim.kind for claim in run(text).claims} >= {"Deal"}
