"""Names, descriptions and nobody in particular."""

from __future__ import annotations

import pytest

from primafacie.resolution.naming import tokens, wording


@pytest.mark.parametrize(("text", "sort", "core", "owner"), [
    ("Arvid Solberg", "name", "Arvid Solberg", ""),
    ("former Prime Minister Arvid Solberg", "name", "Arvid Solberg", ""),
    ("his bank Nordhaven", "name", "Nordhaven", ""),
    ("General Motors", "name", "General Motors", ""),
    ("University of Lenz", "name", "University of Lenz", ""),
    ("a bank owned by Solberg", "description", "bank", "Solberg"),
    ("Solberg’s bank", "description", "bank", "Solberg"),
    ("the mayor of Lenz", "description", "mayor", "Lenz"),
    ("the Lenz services", "description", "lenz services", ""),
    ("hundreds of people", "nobody", "of people", ""),
    ("26 people", "nobody", "26 people", ""),
    ("a witness", "nobody", "witness", ""),
    ("", "nobody", "", ""),
])  # fmt: skip
def test_wording_tells_names_from_descriptions(text: str, sort: str, core: str, owner: str) -> None:
    said = wording(text)
    assert (said.sort, said.core, said.owner) == (sort, core, owner)


def test_what_his_means_depends_on_where_it_stands() -> None:
    assert wording("his daughter").bound
    assert not wording("the daughter").bound


def test_hyphens_part_the_words_of_a_name() -> None:
    assert tokens("Anna-Maria de la Cruz") == tokens("Anna Maria Cruz")
