"""Constructions of English that stand between a word and its fillers, each in sentences of its own."""

from __future__ import annotations

import pytest
from claims.reading import claims_of

CASES = [
    ("Serik used the proceeds to buy a vineyard near Karatas, two flats in Lisbon and a yacht.",
     "Deal", "asset", ["vineyard", "two flats", "yacht"]),
    ("In May Dana Holt became the owner of a cement works, an airline and a bank.",
     "Ownership", "asset", ["cement works", "airline", "bank"]),
    ("Two men, a teacher and a nurse, were arrested by the police.", "Arrest", "victim", ["Two men"]),
    ("Serik has never owned, directly or indirectly, any of the companies.", "Ownership", "owner", ["Serik"]),
    ("Austria on Monday extradited to Libya a banker accused of fraud.", "Extradition", "victim", ["banker"]),
    ("The register lists a firm in Zagreb, whose sole shareholder is a retired teacher.",
     "Ownership", "owner", ["retired teacher"]),
    ("Forty per cent of his cement plant belongs to a Russian state bank.",
     "Ownership", "asset", ["Forty per cent of his cement plant"]),
    ("Files show how Arman Serik, until last year governor of Karatas, left.",
     "Position", "post", ["governor of Karatas"]),
    ("The auditor general, a brave woman called Ruth Adong, spoke up.", "Position", "holder", ["Ruth Adong"]),
    ("Prosecutor General Oleg Tarin denied it.", "Position", "post", ["Prosecutor General"]),
    ("The story was about the president's son-in-law, Timur Serik.", "Family", "relative", ["Timur Serik"]),
    ("Last October miners went on strike.", "Protest", "actor", ["miners"]),
    ("A judge ordered the bank's accounts frozen.", "Sanction", "target", ["bank's accounts"]),
    ("Among those detained are three lawyers.", "Arrest", "victim", ["three lawyers"]),
    ("The firm billed the ministry 4 million dollars.", "Payment", "payer", ["ministry"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "role", "fillers"), CASES, ids=[case[0][:40] for case in CASES])
def test_filler_is_found(text: str, kind: str, role: str, fillers: list[str]) -> None:
    found = [claim for claim in claims_of(text) if claim.kind == kind]
    assert [[f.text for f in claim.roles[role]] for claim in found] == [fillers]


@pytest.mark.parametrize(
    ("text", "kind", "stance"),
    [
        ("Meridian has no plans to sell its ferries.", "Deal", "denies"),
        ("Meridian has plans to sell its ferries.", "Deal", "supposes"),
        ("The ministry has no intention of releasing the men.", "Arrest", None),
    ],
)
def test_no_plan_is_a_denial(text: str, kind: str, stance: str | None) -> None:
    assert {claim.stance for claim in claims_of(text) if claim.kind == kind} == ({stance} if stance else set())


def test_a_contractor_that_belongs_to_somebody_holds_no_office() -> None:
    found = claims_of("The biggest payer was Uralmost, a contractor that belonged to Oleg Tarin.")
    assert [claim.kind for claim in found] == ["Ownership"]
    assert [f.text for f in found[0].roles["asset"]] == ["Uralmost"]
