"""First and last day and stake of an edge, as the claims give them."""

from __future__ import annotations

import json

import pytest
from resolution.claim_lines import evidence

from primafacie.model import Edge

OWNS = {"kind": "Ownership", "owner": "Arvid Solberg|person", "asset": "Nordhaven Bank|organization"}
HELD = {"kind": "Position", "holder": "Ivo Branko|person", "post": "mayor", "organization": "Lenz|place"}
SOLD = {"kind": "Payment", "payer": "Lumen Group|organization", "beneficiary": "Ivo Branko|person"}


def edges(*rows: dict[str, object]) -> tuple[Edge, ...]:
    return evidence([json.dumps(row) for row in rows]).edges


@pytest.mark.parametrize(
    ("row", "since", "until"),
    [
        ({**OWNS, "date": "2007"}, "2007", None),
        ({**OWNS, "date": ["2007", "2009-03"]}, "2007", "2009-03"),
        ({**OWNS, "date": ["2011", None]}, "2011", None),
        ({**OWNS, "date": [None, "2010"]}, None, "2010"),
        ({**HELD, "date": ["2008", "2015"]}, "2008", "2015"),
        ({**SOLD, "date": [None, "2010"]}, "2010", None),
        (OWNS, None, None),
    ],
)
def test_first_and_last_day(row: dict[str, object], since: str | None, until: str | None) -> None:
    (edge,) = edges(row)
    assert (edge.date, edge.until) == (since, until)


def test_the_latest_end_counts_however_precise() -> None:
    (edge,) = edges({**OWNS, "date": ["2007", "2009"]}, {**OWNS, "date": ["2007", "2009-03"]})
    assert edge.until == "2009"


def test_the_stake_reaches_from_the_lowest_to_the_highest_stated() -> None:
    (edge,) = edges({**OWNS, "share": ["60 %", 60, 60]}, {**OWNS, "share": ["75 to 80 %", 75, 80]}, OWNS)
    assert edge.share is not None
    assert (edge.share.low, edge.share.high, edge.share.text) == (60, 80, "60 %; 75 to 80 %")
    (edge,) = edges({**OWNS, "share": ["60 %", 60, 60]}, {**OWNS, "share": ["a minority stake", None, 50]})
    assert edge.share is not None
    assert (edge.share.low, edge.share.high) == (None, 60)
    (edge,) = edges(OWNS)
    assert edge.share is None


def test_owning_and_controlling_are_two_edges_and_a_denial_stands_against_both() -> None:
    found = edges({**OWNS, "status": "owns", "share": ["30 %", 30, 30]}, {**OWNS, "status": "controls"},
                  {**OWNS, "stance": "denies"})  # fmt: skip
    assert sorted(e.label for e in found) == ["controls", "owns"]
    assert all(e.properties["against"] == "c3" for e in found)


def test_only_a_stated_share_of_itself_ends_where_it_began() -> None:
    own = {**OWNS, "owner": "Nordhaven Bank|organization"}
    assert edges(own) == ()
    (edge,) = edges({**own, "share": ["5 %", 5, 5]})
    assert edge.source == edge.target
