"""An entity says which words of its names met, and what kept others from it."""

from __future__ import annotations

from resolution.claim_lines import read

from primafacie.model import Entity
from primafacie.resolution import resolve


def entity(*people: str) -> Entity:
    lines = [f'{{"kind": "Flight", "source": "s{n}", "person": "{who}|person"}}' for n, who in enumerate(people)]
    return next(e for e in resolve(*read(lines)).entities if people[0] in e.names)


def test_which_words_met() -> None:
    why = entity("Bulat Yessenkulov", "B. Esenkulov").why
    assert why.startswith("initials and surname fit one bearer only: Bulat Yessenkulov, B. Esenkulov (")
    assert "Yessenkulov is another spelling of Esenkulov" in why
    assert "initial B fits Bulat" in why


def test_two_spellings_are_not_called_the_same_name() -> None:
    assert "spellings of one name: " in entity("Galym Yessimov", "Galym Esimov").why
    assert entity("Galym Yessimov", "Galym Yessimov").why == "the same name: Galym Yessimov"


def test_a_name_with_many_bearers_names_a_few() -> None:
    people = [f"{given} Kernov" for given in ("Anton", "Bela", "Dmitri", "Emil", "Fedor", "Georg", "Henrik")]
    assert entity("Kernov", *people).why.count(" or ") == 4
    assert entity("Kernov", *people).why.endswith("or one of 3 others")
