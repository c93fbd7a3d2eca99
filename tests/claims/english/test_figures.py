"""Sums and numbers: which is the price, which only restates it, which is taken back, which is a vote."""

from __future__ import annotations

import pytest
from claims.reading import claims_of

from primafacie.claims import extract
from primafacie.model import Source, digest
from primafacie.reading import read


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("The bank was sold for 400 million dollars, about 294 million euros.", "Deal", [400e6]),
        ("The bank was sold for 400 million dollars (294 million euros).", "Deal", [400e6]),
        ("Serik sold Orda Bank to Roe. The final price was 400 million dollars.", "Deal", [None, 400e6]),
        ("The seller guarantees 631 million dollars of bad loans.", "Payment", [631e6]),
        ("The bank lost about two billion dollars.", "Payment", []),
        ("Meridian owes Serik 3 million dollars.", "Payment", [3e6]),
    ],
)
def test_sum_that_is_meant(text: str, kind: str, values: list[float | None]) -> None:
    assert [c.amount and c.amount.value for c in claims_of(text) if c.kind == kind] == values


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The ministry put the death toll at 164. The prosecutor denied having given the figure.",
         [("asserts", "ministry", 164), ("denies", "prosecutor", 164)]),
        ("The ministry put the death toll at 164. On Monday it retracted the figure.",
         [("asserts", "ministry", 164), ("denies", "ministry", 164)]),
        ("The ministry withdrew the figure of 164 dead.", [("denies", "ministry", 164)]),
        ("The ministry put the toll at 164. The centre put the toll at 238. The ministry retracted the figure.",
         [("asserts", "ministry", 164), ("asserts", "centre", 238)]),
        ("The ministry put the death toll at 164. The army withdrew its troops.", [("asserts", "ministry", 164)]),
        ("26 armed men and 18 members of the security forces had been killed.",
         [("asserts", "author", 26), ("asserts", "author", 18)]),
    ],
)  # fmt: skip
def test_figure_for_the_dead_and_who_takes_it_back(text: str, told: list[tuple[str, str, int]]) -> None:
    found = [c for c in claims_of(text) if c.kind == "Killing" and c.count]
    assert [(c.stance, c.voices[-1], c.count.low) for c in found if c.count] == told


def test_the_votes_against_are_asked_nothing() -> None:
    found = claims_of("The parliament called by 589 votes to 35 for sanctions against Serik.")
    assert not [c for c in found if "addressee" in c.roles]
    (asked,) = [c for c in claims_of("The parliament appealed to Austria for an inquiry.") if c.kind == "Demand"]
    assert [f.text for f in asked.roles["addressee"]] == ["Austria"]


def test_a_pronoun_is_no_offence() -> None:
    (found,) = [c for c in claims_of("The court acquitted three of them of fraud.") if c.kind == "Accusation"]
    assert [f.text for f in found.roles["offence"]] == ["fraud"]


def test_a_name_with_a_stroke_is_one_name() -> None:
    (found,) = claims_of("RFE/RL reported that Serik was arrested.")
    assert found.voices[-1] == "RFE/RL"


def test_a_field_of_the_front_matter_gives_no_office() -> None:
    text = "author: Ada Roe\n\nThe author Ada Roe was arrested by the police.\n"
    source = Source(digest(text), "text.txt", "text/plain", text, len(text))
    source, passages, _ = read(source)
    found = [c for c in extract(source, passages)[0] if c.kind == "Position"]
    assert [text[c.quote.start :][:10] for c in found] in ([], ["author Ada"])
