"""What holds of every finder on any text: it never raises, and each find is exactly the text at its place."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from primafacie.values.counts import find_counts
from primafacie.values.dates import find_dates
from primafacie.values.money import find_amounts
from primafacie.values.names import bare_name, name_key, name_tokens, strip_legal_form, strip_titles
from primafacie.values.numbers import find_numbers
from primafacie.values.shares import find_shares
from primafacie.values.spans import Span
from primafacie.values.words import words

Finder = Callable[[str], Sequence[Span]]


def with_bare_amounts(text: str) -> Sequence[Span]:
    return find_amounts(text, bare=True)


def with_articles(text: str) -> Sequence[Span]:
    return find_counts(text, article=True)


FINDERS: tuple[Finder, ...] = (
    find_dates,
    find_amounts,
    with_bare_amounts,
    find_counts,
    with_articles,
    find_shares,
    find_numbers,
)
WORDS = sorted(
    words(
        "12 2013 1,700 2.1 0 31 29 February May 2019-02-30 Q3 early late half of the million bn k dozens hundreds tens "
        "between and to - – % per cent $ € US$ dollars euros złotys since until by last next Monday week month "
        "years ago later that year same following a an at least up to more than , . ( ) two third stake majority "
        "wholly owned 1990s '90s 99999 0000 spring"
    )
)
PROSE = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
ISO = st.one_of(
    st.none(), st.sampled_from(["2019", "2019-01", "2019-01-24", "0001-01-01", "9998-12-31", "2020-02-29", "x", ""])
)


def _holds(found: Sequence[Span], text: str) -> None:
    end = 0
    for find in found:
        assert end <= find.start < find.end <= len(text)
        assert text[find.start : find.end] == find.text
        end = find.end


@given(st.one_of(st.text(max_size=200), PROSE))
@settings(max_examples=150, deadline=None)
def test_finds_are_ordered_slices_of_the_text(text: str) -> None:
    for finder in FINDERS:
        _holds(finder(text), text)


@given(PROSE, ISO, ISO)
@settings(max_examples=150, deadline=None)
def test_dates_resolve_to_ordered_iso_or_to_nothing(text: str, published: str | None, context: str | None) -> None:
    for find in find_dates(text):
        resolved = find.resolve(published, context)
        if resolved is not None:
            assert resolved.text == find.text
            assert resolved.start or resolved.end
            if resolved.start and resolved.end:
                assert resolved.start[: len(resolved.end)] <= resolved.end[: len(resolved.start)]


@given(PROSE)
@settings(max_examples=100, deadline=None)
def test_bounds_are_in_order(text: str) -> None:
    for find in (*find_counts(text), *find_shares(text)):
        assert find.low is not None or find.high is not None
        assert find.low is None or find.high is None or find.low <= find.high


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_taken_for_a_name(left: str) -> None:
    assert name_key(left).isascii()
    assert name_tokens(left) == name_tokens(left)
    for strip in (bare_name, strip_titles, strip_legal_form):
        assert strip(strip(left)) is not None


HOSTILE = {
    "figures": "1" * 100_000,
    "groups": "1" + ",111" * 20_000,
    "spelled": "one " * 20_000,
    "hundreds": "hundred " * 10_000,
    "months": "May " * 20_000,
    "blanks": " " * 200_000,
    "signs": "$" * 50_000,
    "years": "in 2013 " * 8_000,
    "dashes": "2013-" * 10_000,
    "between": "between " * 20_000,
    "tens": "tens of " * 10_000,
    "letters": "x" * 200_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_costs_no_more_than_its_length(text: str) -> None:
    for finder in FINDERS:
        began = time.process_time()
        finder(text + " ")
        assert time.process_time() - began < 4, finder
