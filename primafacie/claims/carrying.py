"""Carries the date of an attack to the casualties that the next sentence counts.

"Gunmen attacked a bus on 3 May 2014. Nine passengers were killed." Only where nothing else can be meant: the second
sentence tells no time of its own and nobody who did it, the first speaks of one day only, and both are in the same
paragraph and the same voice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from primafacie.claims.parsing import Parsed
from primafacie.claims.quantities import Quantities
from primafacie.model import Claim

CASUALTIES = frozenset({"Killing", "Injury"})
VIOLENCE = frozenset({"Force", "Killing", "Injury"})


def carried(parsed: Parsed, claims: Sequence[Claim], quantities: Quantities) -> list[Claim]:
    """The claims in their order, casualties with the date of the attack told just before."""
    found: list[Claim] = []
    for claim in claims:
        before = found[-1] if found else None
        if before is not None and _bare(claim) and _leans(parsed, claim, before, quantities):
            claim = replace(claim, date=before.date)
        found.append(claim)
    return found


def _bare(claim: Claim) -> bool:
    """True for casualties counted, of nobody's doing, at no time."""
    return (
        claim.kind in CASUALTIES and claim.count is not None and not claim.roles.get("perpetrator") and not claim.date
    )


def _leans(parsed: Parsed, claim: Claim, before: Claim, quantities: Quantities) -> bool:
    """True where the claim stands in the sentence after a dated attack, and in no time but that one's."""
    if before.kind not in VIOLENCE or before.date is None or before.voices != claim.voices:
        return False
    mine, theirs = (parsed.doc[parsed.token_at(c.quote.start)].sent for c in (claim, before))
    beside = mine.start == theirs.end and parsed.passage_of[mine.start] == parsed.passage_of[theirs.start]
    return beside and not quantities.dated(mine) and quantities.dated(theirs) == 1
