"""The date of an attack goes to the casualties that the next sentence counts, where nothing else can be meant."""

from __future__ import annotations

import pytest
from claims.reading import claims_of

ATTACK = "Gunmen attacked a bus near Karatas on 3 May 2014. "


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (ATTACK + "Nine passengers were killed.", "2014-05-03"),
        (ATTACK + "In 2015 nine passengers were killed by the police.", "2015"),
        (ATTACK + "The mayor spoke. Nine passengers were killed.", None),
        ("Gunmen attacked a bus near Karatas. Nine passengers were killed.", None),
        (ATTACK + "\n\nNine passengers were killed.", None),
        (ATTACK + "Nine passengers were killed, said Dana Holt.", None),
    ],
    ids=["carried", "its own doer and time", "a sentence between", "no date", "another paragraph", "another voice"],
)
def test_date_of_casualties(text: str, date: str | None) -> None:
    found = [claim for claim in claims_of(text) if claim.kind == "Killing"]
    assert [claim.date.start if claim.date else None for claim in found] == [date]
