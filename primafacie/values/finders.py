"""The finders of dates, money, counts and shares by language of the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Protocol

from primafacie.values.counts import CountFind
from primafacie.values.dates import DateFind
from primafacie.values.money import AmountFind
from primafacie.values.shares import ShareFind
from primafacie.values.words import words


class Amounts(Protocol):
    """Finds amounts; with ``bare`` also numbers with a scale word and no currency."""

    def __call__(self, text: str, bare: bool = False) -> tuple[AmountFind, ...]: ...


@dataclass(frozen=True, slots=True)
class Finders:
    """What finds each value.

    ``pricing`` holds the words (or lemmas) before a number that make it a price; ``opening`` the words that may stand
    between a date and the clause that it dates: "until 2014, when he fled".
    """

    dates: Callable[[str], tuple[DateFind, ...]]
    amounts: Amounts
    counts: Callable[[str], tuple[CountFind, ...]]
    shares: Callable[[str], tuple[ShareFind, ...]]
    pricing: frozenset[str]
    opening: frozenset[str]


OWN = {"ru": "russian"}
"""Languages with finders of their own -> the package beside this module that has them, in ``finders.FINDERS``."""


@cache
def finders(language: str) -> Finders:
    """The finders of a language; English for one that has none of its own."""
    if language in OWN:
        found: Finders = import_module(f"primafacie.values.{OWN[language]}.finders").FINDERS
        return found
    from primafacie.values import counts, dates, money, shares

    pricing = words("for at worth of to about around approximately nearly roughly pay cost make earn receive get steal")
    opening = words("when")
    return Finders(dates.find_dates, money.find_amounts, counts.find_counts, shares.find_shares, pricing, opening)
