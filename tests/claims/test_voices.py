"""On whose word a claim stands: the chain of voices, and what a cue does not touch."""

from __future__ import annotations

import pytest

from primafacie.claims import extract
from primafacie.model import Passage, Quotation
from tests.claims.reading import claims_of, source_of


def voiced(text: str, kind: str) -> tuple[tuple[str, ...], str]:
    """The voices (the author's left out) and the stance of the only claim of the kind."""
    (claim,) = (claim for claim in claims_of(text) if claim.kind == kind)
    return claim.voices[1:], claim.stance


@pytest.mark.parametrize(
    ("text", "kind", "voices"),
    [
        ("Anna Weiss said that police had arrested Karl Berg.", "Arrest", ("Anna Weiss",)),
        ("Police arrested Karl Berg in Rome. Anna Weiss said that it rained.", "Arrest", ()),
        ("A report by the city auditors said that police had arrested Karl Berg.", "Arrest",
         ("report by the city auditors",)),
        ("The law requires police to arrest Karl Berg.", "Arrest", ()),
        ("A report showed that police had arrested Karl Berg.", "Arrest", ("report",)),
        ("The storm showed that police had arrested Karl Berg.", "Arrest", ()),
        ("The Gazette wrote that Anna Weiss had said that police arrested Karl Berg.", "Arrest",
         ("Gazette", "Anna Weiss")),
        ("Anna Weiss said the town honours Karl Berg, whom police had arrested in 2011.", "Arrest", ()),
        ("''Police arrested Karl Berg in 2011,'' said Anna Weiss.", "Arrest", ("Anna Weiss",)),
        ("Anna Weiss may have thought that police arrested Karl Berg in 2011.", "Arrest", ()),
        ("“Nobody wants to say that police arrested Karl Berg,” Anna Weiss said.", "Arrest", ("Anna Weiss",)),
        ("Police arrested Karl Berg in 2011, according to a database of the harbour.", "Arrest",
         ("database of the harbour",)),
        ("Someone in the room said that police had arrested Karl Berg.", "Arrest", ("Someone in the room",)),
        ("A nurse who works in Rome said that police had arrested Karl Berg.", "Arrest", ("nurse who works in Rome",)),
        ("A memo by the auditors and a letter from a clerk said that police had arrested Karl Berg.", "Arrest",
         ("memo by the auditors and a letter from a clerk",)),
        ("Paul Lang said that Karl Berg was a friend. He added that police had arrested a clerk.", "Arrest",
         ("Paul Lang",)),
        ("Paul Lang said it rained. Karl Berg was glad. He said that police had arrested a clerk.", "Arrest",
         ("Karl Berg",)),
        ("Police arrested Karl Berg in 2011, papers filed on Sunday showed.", "Arrest", ("papers filed on Sunday",)),
        ("A caller asked why police had arrested Karl Berg.", "Arrest", ("caller",)),
        ("Anna Weiss said the town honours Karl Berg, whom police could arrest in May.", "Arrest", ("Anna Weiss",)),
        ("The Gazette said little, because police had arrested Karl Berg.", "Arrest", ()),
        ("Anna Weiss said that the town was quiet because police had arrested Karl Berg.", "Arrest", ("Anna Weiss",)),
    ],
)  # fmt: skip
def test_the_innermost_voice_is_whoever_says_it(text: str, kind: str, voices: tuple[str, ...]) -> None:
    assert voiced(text, kind)[0] == voices


def test_a_title_inside_a_quotation_is_given_by_whoever_is_quoted() -> None:
    text = "“The Gazette reported that Mayor Karl Berg had been arrested by the police,” Anna Weiss said."
    source = source_of(text)
    marks = (Quotation(0, text.index("”") + 1),)
    claims, _ = extract(source, [Passage(source.id, 0, 0, len(text), "prose", None, quotations=marks)])
    assert {claim.kind: claim.voices[1:] for claim in claims} == {
        "Position": ("Anna Weiss",),
        "Arrest": ("Anna Weiss", "Gazette"),
    }


def test_a_denial_does_not_touch_what_a_phrase_takes_for_granted() -> None:
    text = "Anna Weiss denied that Mayor Karl Berg had been arrested by the police."
    assert voiced(text, "Position") == (("Anna Weiss",), "asserts")
    assert voiced(text, "Arrest") == (("Anna Weiss",), "denies")
