"""A price whose words name no currency is compared as an assumption only, and said to be one."""

from __future__ import annotations

import pytest

from primafacie.findings.prices import _says_currency
from primafacie.model import Amount


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
    assert _says_currency(Amount(text, 1.0, "USD")) is says
