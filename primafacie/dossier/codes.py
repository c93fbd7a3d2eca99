"""The codes that an event has in the standards for events, in one short line."""

from __future__ import annotations

from primafacie.dossier.lettering import Safe
from primafacie.model import Claim
from primafacie.vocabulary import EVENT_STANDARDS, KINDS


def codes(kind: str, status: str | None = None) -> Safe:
    """Such as "ACLED Attack / Excessive force against protesters · PLOVER ASSAULT"; empty where nothing codes it."""
    parts = []
    for standard, name in EVENT_STANDARDS.items():
        found = KINDS[kind].coded(standard, status)
        # The sub-event type alone is unambiguous in ACLED; the full code stands in the methodology.
        short = dict.fromkeys(code.partition("/")[2] or code if standard == "acled" else code for code in found)
        # An act and the right it touches go together; of event types only one can be right.
        parts += [f"{name} {(', ' if standard == 'huridocs' else ' or ').join(short)}"] if short else []
    return Safe(" · ".join(parts))


def coded(claim: Claim) -> Safe:
    """The codes of the event that the claim tells."""
    return codes(claim.kind, claim.status)
