"""A price whose words name no currency is compared as an assumption only, and said to be one."""

from __future__ import annotations

import pytest

from primafacie.findings.prices import _says_currency
from primafacie.model import Amount, Claim, Quote


def deal(quote: str) -> Claim:
    return Claim("c1", "Deal", {}, Quote(0, len(quote), quote), "a", ("Pavel Drozdik",))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("493 million", False),
        ("around 2.1 bn", False),
        ("hundreds of millions", False),
        ("2.1 billion dollars", True),
        ("$493 million", True),
        ("USD 2,117m", True),
        ("38.8 million euro", True),
    ],
)
def test_what_names_a_currency(text: str, says: bool) -> None:
    assert _says_currency(deal(f"Lumen Group sold it for {text}"), Amount(text, 1.0, "USD")) is says


@pytest.mark.parametrize(
    ("text", "quote", "says"),
    [
        ("429000000", "deal,2013,Lumen Group,Ivo Branko,429000000,USD,register", True),
        ("429000000", "deal,USD,2013,Lumen Group,Ivo Branko,429000000", True),
        ("429000000", "deal,2013,Lumen Group,Ivo Branko,429000000,,USDAN Ltd", False),
        ("493 million", "bought for USD 2.1 billion and sold for 493 million", False),
        ("493 million", "sold for 493 million USD", True),
    ],
)
def test_a_currency_in_a_cell_of_its_own(text: str, quote: str, says: bool) -> None:
    assert _says_currency(deal(quote), Amount(text, 1.0, "USD")) is says
