"""Whoever counts, names, mourns, announces or condemns the harm done to others has done it to nobody."""

from __future__ import annotations

import pytest
from claims.reading import claims_of

from primafacie.model import Claim

HARM = {"Killing", "Injury", "Arrest", "Extradition", "Force"}
DEEDS = ("killing of", "massacre of", "deaths of", "torture of", "arrest of", "extradition of", "shelling of",
         "attack on")  # fmt: skip
TELLERS = (
    "announced", "counted", "documented", "verified", "listed", "named", "published", "mourned", "investigated",
    "condemned", "reported", "called for", "called attention to", "took note of", "put a figure on", "responded to",
    "agreed on an inquiry into", "hit out at", "held a vigil for", "put out a statement on",
)  # fmt: skip


def doers(found: list[Claim]) -> set[str]:
    return {f.text for c in found if c.kind in HARM for f in c.roles.get("perpetrator", ())}


@pytest.mark.parametrize("teller", TELLERS)
def test_whoever_tells_of_it_has_not_done_it(teller: str) -> None:
    text = "\n\n".join(f"The Orda Centre {teller} the {deed} ten villagers." for deed in DEEDS)
    assert "Orda Centre" not in doers(claims_of(text))


@pytest.mark.parametrize("doing", ["ordered", "carried out", "took part in"])
def test_whoever_does_it_is_still_named(doing: str) -> None:
    assert doers(claims_of(f"The regime {doing} the massacre of ten villagers.")) == {"regime"}


@pytest.mark.parametrize(
    ("text", "voice", "low"),
    [
        ("The Office of the Prosecutor put the death toll at 230.", "Office of the Prosecutor", 230),
        ("The death toll was put at 230 by the ministry.", "ministry", 230),
        ("The Office of the Prosecutor put the toll at 225. In August it put the toll at 238.",
         "Office of the Prosecutor", 225),
        ("The Ministry of Health gave a figure of 164 dead.", "Ministry of Health", 164),
        ("The Orda Centre recorded 221 deaths.", "Orda Centre", 221),
        ("The Orda Centre documented the deaths of 221 people.", "Orda Centre", 221),
        ("The commission verified 221 deaths.", "commission", 221),
        ("The Orda Centre's list counts 238 dead.", "Orda Centre's list", 238),
        ("The ministry reported 26 killed and 40 wounded.", "ministry", 26),
        ("The prosecutor put the number of people killed at 230.", "prosecutor", 230),
    ],
)  # fmt: skip
def test_whoever_counts_the_dead_is_the_voice(text: str, voice: str, low: int) -> None:
    found = [c for c in claims_of(text) if c.kind == "Killing" and c.count]
    assert found
    assert {c.voices[-1] for c in found} == {voice}
    assert found[0].count is not None
    assert found[0].count.low == low
    assert not doers(found)


@pytest.mark.parametrize(
    ("text", "doer", "victim"),
    [
        ("The guards put Tom Moss to death.", "guards", "Tom Moss"),
        ("The regime had Tom Moss put to death.", "regime", "Tom Moss"),
        ("The army lost 18 soldiers in the fighting.", None, "18 soldiers"),
    ],
)
def test_who_put_whom_to_death(text: str, doer: str | None, victim: str) -> None:
    found = [c for c in claims_of(text) if c.kind == "Killing"]
    assert [[f.text for f in c.roles["victim"]] for c in found] == [[victim]]
    assert doers(found) == ({doer} if doer else set())


def test_guards_who_hold_a_man_are_not_in_prison() -> None:
    found = [c for c in claims_of("The police placed Tom Moss under house arrest.") if c.kind == "Arrest"]
    assert {f.text for c in found for f in c.roles["victim"]} == {"Tom Moss"}


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The Orda Centre called for the arrest of Tom Moss.", "calls_for"),
        ("The Orda Centre demanded the arrest of Tom Moss.", "calls_for"),
        ("Ada Roe denied the arrest of Tom Moss.", "denies"),
        ("The prince ordered the arrest of Tom Moss.", "asserts"),
        ("Ada Roe condemned the arrest of Tom Moss.", "asserts"),
    ],
)
def test_what_is_demanded_or_denied_is_not_taken_for_granted(text: str, stance: str) -> None:
    assert {c.stance for c in claims_of(text) if c.kind == "Arrest"} == {stance}
