"""What finds the values of a Russian text."""

from __future__ import annotations

from primafacie.values.finders import Finders
from primafacie.values.russian import counts, dates, money, shares
from primafacie.values.words import words

FINDERS = Finders(
    dates.find_dates, money.find_amounts, counts.find_counts, shares.find_shares,
    pricing=words("за в на около примерно почти сумма заплатить платить получить стоить украсть похитить вывести"),
    opening=frozenset(),
)  # fmt: skip
