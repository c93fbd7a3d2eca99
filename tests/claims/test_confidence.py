"""Confidence: what it is made of, that it can be read back from the weights, and that it changes nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from primafacie.claims import confidence, extract
from primafacie.claims.confidence import HIGHEST, LOWEST, calibrated, features, probability, weights
from primafacie.claims.engine import Reader
from primafacie.claims.languages import language
from primafacie.model import Claim, Passage, Source, digest

TEXT = (
    "Police killed her in the square. In 2007 Karl Berg sold Alpha Bank to Beta Group for 2.1 billion dollars. "
    "Anna Weiss, the mayor of Derry, said that police had arrested her brother."
)
SOURCE = Source(digest(TEXT), "a.txt", "text/plain", TEXT, len(TEXT), language="en")
PASSAGES = (Passage(SOURCE.id, 0, 0, len(TEXT)),)


def read() -> list[tuple[Claim, dict[str, float]]]:
    known = language("en")
    return [
        (claim, features(claim, parsed, known))
        for parsed in known.parse(SOURCE, PASSAGES)
        for claim in Reader(parsed, known).claims()
    ]


def test_features_tell_a_full_claim_from_a_vague_one() -> None:
    by_kind = {claim.kind: found for claim, found in read()}
    assert by_kind["Deal"]["core filled"] == 1
    assert by_kind["Deal"]["value"] == 1
    assert by_kind["Killing"]["unresolved"] >= 1
    assert by_kind["Arrest"]["told by others"] == 1
    assert "told by others" not in by_kind["Deal"]
    for kind, found in by_kind.items():
        assert found[f"kind {kind}"] == 1
        assert all(-5 <= value <= 5 for value in found.values())


def test_the_probability_is_the_logistic_function_within_its_bounds() -> None:
    model = {"bias": 0.0, "unresolved": -1.0, "core filled": 2.0}
    assert probability({}, model) == 0.5
    assert probability({"core filled": 1.0, "no weight": 9.0}, model) == pytest.approx(0.8808, abs=1e-4)
    assert probability({"unresolved": 1.0}, model) < probability({}, model)
    assert probability({"core filled": 99.0}, model) == HIGHEST
    assert probability({"unresolved": 99.0}, model) == LOWEST


def test_only_the_confidence_of_a_claim_changes() -> None:
    before = {claim.id: claim for claim, _ in read()}
    after, problems = extract(SOURCE, PASSAGES)
    assert not problems
    assert [claim.id for claim in after] == list(before)
    assert all(replace(claim, confidence=before[claim.id].confidence) == before[claim.id] for claim in after)
    assert any(claim.confidence != before[claim.id].confidence for claim in after)
    assert {claim.confidence for claim in after} == {round(probability(found, weights("en")), 2) for _, found in read()}


def test_a_language_without_weights_keeps_the_lexicon_s_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "weights", lambda code: {})
    known = language("en")
    parsed = next(known.parse(SOURCE, PASSAGES))
    claims = Reader(parsed, known).claims()
    assert [calibrated(claim, parsed, known) for claim in claims] == claims


def test_weights_never_hold_a_firmer_word_against_a_claim() -> None:
    assert weights("en")["prior"] >= 0
    assert weights("en")["core named"] >= 0
    assert dict(weights("xx")) == {}
