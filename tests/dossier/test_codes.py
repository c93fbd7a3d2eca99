"""Events bear the codes of the field, both of them where which fits is what the sources dispute."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from primafacie.dossier.codes import codes
from primafacie.vocabulary import EVENT_STANDARDS, KINDS

from .cases import harbour
from .elements import by_id, written

EVENTS = ("Killing", "Injury", "Arrest", "Extradition", "Force", "Protest", "Defection", "Intervention", "Flight",
          "Sanction", "Accusation", "Demand")  # fmt: skip
ACLED = {
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {"Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
                               "Headquarters or base established", "Looting/property destruction",
                               "Non-violent transfer of territory", "Other"},
}  # fmt: skip
"""Event types and sub-event types of the codebook that a kind here can be."""
PLOVER = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
          "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}  # fmt: skip


@pytest.mark.parametrize("kind", EVENTS)
def test_every_event_has_codes_that_the_standards_know(kind: str) -> None:
    assert any(KINDS[kind].coded(standard) for standard in EVENT_STANDARDS)
    for status in (None, *KINDS[kind].statuses):
        for code in KINDS[kind].coded("acled", status):
            event, _, sub = code.partition("/")
            assert sub in ACLED[event]
        for code in KINDS[kind].coded("plover", status):
            assert code.partition("/")[0] in PLOVER
            assert re.fullmatch(r"[A-Z]+(/[a-z-]+)?", code)


def test_codes_by_status_are_of_statuses_the_kind_has() -> None:
    for kind in KINDS.values():
        assert set(kind.by_status) <= set(kind.statuses)


def test_what_is_no_event_has_none() -> None:
    assert {kind for kind in KINDS if codes(kind)} == set(EVENTS)


@pytest.mark.parametrize(("kind", "status", "line"), [
    ("Killing", None, "ACLED Attack or Excessive force against protesters or Violent demonstration · PLOVER ASSAULT · "
     "HURIDOCS killing, right to life"),
    ("Arrest", None, "ACLED Arrests or Abduction/forced disappearance · PLOVER COERCE/arrest or ASSAULT/abduct · "
     "HURIDOCS arbitrary arrest or detention, right to liberty"),
    ("Sanction", "imposed", "PLOVER SANCTION or COERCE/restrict or COERCE/seize"),
    ("Sanction", "lifted", "PLOVER RETREAT"),
    ("Accusation", "convicted", "PLOVER SANCTION/convict"),
    ("Accusation", "acquitted", ""),
    ("Ownership", "owns", ""),
])  # fmt: skip
def test_contested_events_keep_both_codes_and_a_status_its_own(kind: str, status: str | None, line: str) -> None:
    assert codes(kind, status) == line


def test_footnotes_timeline_and_methodology_show_them(tmp_path: Path) -> None:
    root = written(harbour(), tmp_path)
    note = next(li for li in by_id(root, "footnotes").all("li") if "seven people" in li.all("q")[0].text)
    assert f"Killing ({codes('Killing')})" in note.text
    assert "Violence against civilians/Attack" in by_id(root, "methods").text
    assert "PLOVER RETREAT (lifted)" in by_id(root, "methods").text
