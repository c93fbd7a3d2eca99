"""The Admiralty (NATO) system of grades: how reliable a source is, how credible a claim; the two are judged apart.

Words of NATO STANAG 2511 and AJP-2.1, as in the Admiralty code.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

RELIABILITY: Mapping[str, str] = MappingProxyType({
    "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
    "E": "unreliable", "F": "cannot be judged",
})  # fmt: skip
CREDIBILITY: Mapping[str, str] = MappingProxyType({
    "1": "confirmed by other sources", "2": "probably true", "3": "possibly true", "4": "doubtful", "5": "improbable",
    "6": "cannot be judged",
})  # fmt: skip
