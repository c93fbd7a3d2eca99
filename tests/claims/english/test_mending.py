"""Names that no tagger has seen, and sources set after what they say: who buys, who tells, whose it is."""

from __future__ import annotations

import pytest
from claims.reading import claims_of


def deal(text: str) -> dict[str, list[str]]:
    (found,) = [c for c in claims_of(text) if c.kind == "Deal"]
    return {role: [f.text for f in fillers] for role, fillers in found.roles.items()}


@pytest.mark.parametrize(
    ("text", "role", "names"),
    [
        ("Tarin sold KazNitrogenGaz to Ada Roe.", "asset", ["KazNitrogenGaz"]),
        ("Ada Roe bought KazNitrogenGaz for 5 million dollars.", "asset", ["KazNitrogenGaz"]),
        ("The mill was sold to ZhanaTransOil.", "buyer", ["ZhanaTransOil"]),
        ("Orda Bank agreed to sell the mill to KazNitrogenGaz, a company owned by Ada Roe.", "buyer",
         ["KazNitrogenGaz"]),
        ("UniKar has agreed to sell 99.75% of Orda Bank to KazNitrogenGaz, a company owned by Ada Roe.", "buyer",
         ["KazNitrogenGaz"]),
        ("The bank was sold to UniKar for 2.1 billion dollars, according to Serik.", "buyer", ["UniKar"]),
        ("According to Tarin, the mill was sold to Orda Capital for 2 million.", "buyer", ["Orda Capital"]),
        ("Orda Bank was founded in 2007. Later it sold three mills to Tarin, ORF reported.", "seller", ["Orda Bank"]),
    ],
)  # fmt: skip
def test_party_of_a_sale(text: str, role: str, names: list[str]) -> None:
    assert deal(text)[role] == names


def test_the_stake_that_is_sold_is_not_the_one_that_the_buyers_owner_holds() -> None:
    found = claims_of("UniKar has agreed to sell 99.75% of Orda Bank to KazNitrogenGaz, a company owned by Ada Roe.")
    (owned,) = [c for c in found if c.kind == "Ownership"]
    assert (owned.share, [f.text for f in owned.roles["asset"]]) == (None, ["KazNitrogenGaz"])
    (owned,) = [c for c in claims_of("Ada Roe owns 51 percent of Orda Bank.") if c.kind == "Ownership"]
    assert owned.share is not None


def test_an_infinitive_in_a_headline_stays_one() -> None:
    assert not [c for c in claims_of("Orda Plans to Expand") if c.kind == "Deal"]
    assert deal("Orda plans to sell the mill to Tarin.")["asset"] == ["mill"]


def test_a_source_after_two_clauses_tells_both() -> None:
    found = claims_of("Tarin killed the guard and Roe fled to Malta, according to the police.")
    assert {c.voices[-1] for c in found} == {"police"}
    found = claims_of("Tarin killed the guard. Roe fled to Malta, according to the police.")
    assert [c.voices[-1] for c in found] == ["author", "police"]
