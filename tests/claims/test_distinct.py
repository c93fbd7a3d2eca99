"""What a text says again, and what it only repeats in passing."""

from __future__ import annotations

from tests.claims.reading import claims_of


def test_a_title_used_again_is_one_statement() -> None:
    text = "President Bekov left on Monday.\nPresident Bekov came back."
    found = [c for c in claims_of(text) if c.kind == "Position"]
    assert [c.quote.start for c in found] == [0]


def test_a_title_in_another_mouth_is_another_statement() -> None:
    told = "President Bekov is ill.\n“Bekov was president when the bank was sold,” Oleg Tarin said."
    found = [c for c in claims_of(told) if c.kind == "Position"]
    assert {c.voices[-1] for c in found} == {"author", "Oleg Tarin"}


def test_a_title_with_more_in_it_is_kept() -> None:
    text = "Chairman Serik left.\nSerik, chairman of Orda Bank since 2007, came back."
    found = [c for c in claims_of(text) if c.kind == "Position"]
    assert len(found) == 2


def test_a_deed_told_twice_is_told_twice() -> None:
    found = [c for c in claims_of("Police killed Serik.\nPolice killed Serik, the union said.") if c.kind == "Killing"]
    assert len(found) == 2


def test_somebody_unknown_fills_no_claim() -> None:
    assert not [c for c in claims_of("Someone who has never held public office was here.") if c.kind == "Position"]
