"""Who says what: every stretch of a text that somebody is reported to say, think, deny, ask or demand.

The terms (source, cue, content) are those of PARC (Pareti 2012) and PolNeAR (Newell, Margolin and Ruths 2018).
"""

from __future__ import annotations

from primafacie.claims.attribution.attributions import Attributions
from primafacie.claims.attribution.listing import Reported, reported
from primafacie.claims.attribution.record import Attribution

__all__ = ["Attribution", "Attributions", "Reported", "reported"]
