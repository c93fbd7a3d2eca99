"""Screening: the people and companies of a case, or names from anywhere, against sanctions lists."""

from primafacie.screening.cache import index_of
from primafacie.screening.case import CaseScreened, screen_case
from primafacie.screening.index import Index
from primafacie.screening.screen import Screened, screen

__all__ = ["CaseScreened", "Index", "Screened", "index_of", "screen", "screen_case"]
