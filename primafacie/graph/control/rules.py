"""The published rules by which a company counts as owned by the persons on a sanctions list, each from its own day.

The thresholds and the adding up differ; in all of them a company that is owned counts with its whole stake in the next.
Sources are named with the rules; docs/ownership.md quotes none of them and says how each was read.
"""

from __future__ import annotations

from dataclasses import dataclass

from primafacie.graph.control.bloc import Threshold
from primafacie.graph.time import LAST_KNOWN, asked


@dataclass(frozen=True, slots=True)
class Rule:
    basis: str
    since: str
    """The first day on which it was so read."""
    threshold: Threshold
    together: bool
    """True where the stakes of all listed persons are added up, False where each counts alone."""
    source: str
    votes: bool = False
    """True where a majority of the votes does as well as one of the shares."""


HALF, OVER_HALF = Threshold(50, or_more=True), Threshold(50, or_more=False)
OFAC, EU, UK = "OFAC 50 percent", "EU ownership", "UK ownership"

RULES: tuple[Rule, ...] = (
    Rule(OFAC, "2008-02-14", HALF, False, "OFAC, guidance on entities owned by blocked persons, 14 February 2008"),
    Rule(OFAC, "2014-08-13", HALF, True, "OFAC, revised guidance on entities owned by persons whose property and "
         "interests in property are blocked, 13 August 2014; FAQ 398 to 402"),
    Rule(EU, "2013-04-30", OVER_HALF, False, "Council of the EU, elements on making funds available indirectly, "
         "9068/13, 30 April 2013"),
    Rule(EU, "2022-04-08", OVER_HALF, True, "European Commission, FAQ on asset freezes, question 8 (aggregated "
         "ownership), as of 8 April 2022"),
    Rule(EU, "2024-07-03", HALF, True, "Council of the EU, update of the EU Best Practices for the effective "
         "implementation of restrictive measures, 3 July 2024"),
    Rule(UK, "2020-12-31", OVER_HALF, False, "regulations under the Sanctions and Anti-Money Laundering Act 2018, "
         "regulation 7 and Schedule 1 (owned or controlled directly or indirectly); OFSI general guidance, part 4",
         votes=True),
)  # fmt: skip
"""Per basis in the order of time: the last that began by the day asked for is in force."""


def in_force(as_of: str | None) -> tuple[Rule, ...]:
    """One rule a basis, as read on the day; none where it had not been published by then. A year means its last day."""
    day = asked(as_of).last if as_of else LAST_KNOWN.last
    return tuple({rule.basis: rule for rule in RULES if rule.since <= day}.values())
