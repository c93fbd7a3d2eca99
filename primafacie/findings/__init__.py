"""Findings: what an investigator would check, one check a file; each says what speaks against it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from primafacie.findings.amounts_differ import amounts_differ
from primafacie.findings.casualties import casualties
from primafacie.findings.chain_of_command import chain_of_command
from primafacie.findings.circular import circular
from primafacie.findings.control_through_proxies import control_through_proxies
from primafacie.findings.corroborated import corroborated
from primafacie.findings.denied import denied
from primafacie.findings.grading import grade
from primafacie.findings.interested_voice import interested_voice
from primafacie.findings.listed_owner import listed_owner
from primafacie.findings.official_party import official_party
from primafacie.findings.order_of_events import order_of_events
from primafacie.findings.parties_differ import parties_differ
from primafacie.findings.parts_and_total import parts_and_total
from primafacie.findings.price_fall import price_fall
from primafacie.findings.round_trip import round_trip
from primafacie.findings.sanctions_gap import sanctions_gap
from primafacie.findings.sanctions_hit import sanctions_hit
from primafacie.findings.sanctions_said import sanctions_said
from primafacie.findings.single_source import single_source
from primafacie.findings.status_differs import status_differs
from primafacie.findings.unanswered import unanswered
from primafacie.findings.view import View
from primafacie.model import Evidence, Finding

Check = Callable[[View], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    round_trip, price_fall, amounts_differ, parties_differ, control_through_proxies, official_party, casualties,
    parts_and_total, chain_of_command, order_of_events, status_differs, denied, sanctions_hit, listed_owner,
    sanctions_gap, sanctions_said, corroborated, single_source, circular, interested_voice, unanswered,
)  # fmt: skip
"""In the order in which they are shown. A check's name is its function's; its docstring is its method."""


def check(evidence: Evidence) -> tuple[Finding, ...]:
    """All findings of the case, in the order of ``CHECKS``; the same evidence gives the same findings and ids."""
    view = View(evidence)
    return tuple(replace(f, text=f.text[:1].upper() + f.text[1:]) for run in CHECKS for f in run(view))


__all__ = ["CHECKS", "Check", "check", "grade"]
