"""Whatever stands in a cell, reading it ends, gives clean values and never fails."""

from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from primafacie.screening.lists.countries import countries, country_at_end
from primafacie.screening.lists.dates import births, iso
from primafacie.screening.lists.edition import profile
from primafacie.screening.lists.identifiers import numbers
from primafacie.screening.lists.loading import part
from primafacie.screening.lists.names import natural, readings, sorted_out
from primafacie.screening.lists.ofac_remarks import remarks
from primafacie.screening.lists.trees import elements

PIECES = st.sampled_from(
    ["(", ")", "/", " / ", ";", ",", " or ", " a.k.a. ", "born ", "Russian: ", "Roe", "ДОУ", "مثال", "示例", "1966",
     "15 Jun 1966", "27.1.1964", "circa ", " to ", "No. ", "Passport ", "‘", "”", "\u202e", "(a) ", " "]
)  # fmt: skip
CELLS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=14).map("".join))
ISO = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@given(CELLS, st.booleans())
def test_names_are_taken_apart_without_loss_of_form(cell: str, person: bool) -> None:
    strong, weak = readings(cell, person)
    assert not set(strong) & set(weak)
    assert all(name and name == " ".join(name.split()) for name in (*strong, *weak))
    kept, hints = sorted_out(strong, person)
    assert sorted([*kept, *hints]) == sorted(strong)
    made = profile("Person" if person else "LegalEntity", strong, weak=weak)
    assert set(made.names) | set(made.weak) == set(strong) | set(weak)
    assert natural(cell) == natural(cell).strip() or "," not in cell


@given(CELLS)
def test_dates_are_iso_or_nothing(cell: str) -> None:
    found = [*births(cell), *filter(None, [iso(cell), iso(cell, month_first=True)])]
    assert all(ISO.fullmatch(date) for date in found)


@given(CELLS)
def test_countries_are_two_letters_and_numbers_have_a_digit(cell: str) -> None:
    assert all(re.fullmatch("[a-z]{2}", code) for code in (*countries(cell), *filter(None, [country_at_end(cell)])))
    assert all(any(map(str.isdigit, number)) for number in numbers(cell))
    assert all(any(map(str.isdigit, number)) for number in remarks(cell).identifiers)


def test_xml_is_streamed_entry_by_entry(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    path.write_text(f"<root><head/><many>{'<entry><name>A</name></entry>' * 20_000}</many></root>", "utf-8")
    alive = [
        len(node.getparent()) for node in elements(part("list.xml", path), "entry") if node.getparent() is not None
    ]
    assert len(alive) == 20_000
    assert max(alive) < 2_000  # what the parser has read ahead of one block of the file, and none of what was handed on
