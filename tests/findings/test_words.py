"""The checks ask for roles that the vocabulary has, and know posts in Russian as well as in English."""

from __future__ import annotations

from dataclasses import replace

import pytest
from resolution.claim_lines import evidence

from primafacie.findings import chain_of_command, control_through_proxies, interested_voice, sanctions_gap, unanswered
from primafacie.findings.chain_of_command import chain_of_command as commanded
from primafacie.findings.offices import offices, public
from primafacie.findings.ties import ENDS, Ties
from primafacie.findings.view import View
from primafacie.vocabulary.kinds import KINDS


def asked() -> list[tuple[str, str]]:
    import sys

    tables = [sys.modules[m.__module__].__dict__ for m in (chain_of_command, control_through_proxies, interested_voice,
                                                            sanctions_gap, unanswered)]  # fmt: skip
    found = [(kind, role) for table in tables for name in ("HARM", "BLAMED", "HARMING") if name in table
             for kind, role in table[name].items()]  # fmt: skip
    found += [(kind, role) for table in tables for kind, *roles in table.get("BLAMING", ()) for role in roles]
    found += [(kind, role) for table in tables for name in ("TRADING", "DEALING") if name in table
              for kind, roles in table[name].items() for role in roles]  # fmt: skip
    return found + [(kind, role) for kind, roles in ENDS.items() for role in roles]


def test_every_role_that_a_check_asks_for_is_one_of_its_kind() -> None:
    assert len(asked()) > 20
    assert [(kind, role) for kind, role in asked() if role not in KINDS[kind].roles] == []


@pytest.mark.parametrize(
    ("post", "body"),
    [("mayor", "Lenz|place"), ("аким", "Ленц|place"), ("министр", "Министерство связи|organization"),
     ("прокурор", "Ленц|place"), ("посол", "Ленц|place")],
)  # fmt: skip
def test_a_public_office_in_either_language(post: str, body: str) -> None:
    line = f'{{"kind": "Position", "holder": "Иво Бранко|person", "post": "{post}", "organization": "{body}"}}'
    view = View(evidence([line]))
    assert [public(view, office) for office in offices(view)] == [True]


def test_a_manager_is_no_official() -> None:
    line = '{"kind": "Position", "holder": "Иво Бранко|person", "post": "завхоз", "organization": "Банк Ленц"}'
    view = View(evidence([line]))
    assert [public(view, office) for office in offices(view)] == [False]


def test_who_headed_a_body_in_russian() -> None:
    view = View(evidence([
        '{"kind": "Force", "perpetrator": "полиция Ленца|organization", "target": "толпа", "date": "2022-01-05"}',
        '{"kind": "Position", "holder": "Иво Бранко|person", "post": "начальник", '
        '"organization": "полиция Ленца|organization", "date": ["2020", "2023"]}',
    ]))  # fmt: skip
    (found,) = commanded(view)
    assert found.title == "Иво Бранко is said to have been начальник of Ленца when it is said to have used force"


def test_somebody_called_by_an_office_in_russian() -> None:
    case = evidence([
        '{"document": "a", "date": "2013-05-01"}',
        '{"kind": "Family", "person": "аким Ленца", "relative": "Лена Рот|person", "status": "niece"}',
        '{"kind": "Position", "holder": "Иво Бранко|person", "post": "аким", "organization": "Ленц|place", '
        '"date": ["2008", "2015"]}',
    ])  # fmt: skip
    by_name = {e.name: e.id for e in case.entities}
    (called,) = {f.entity for c in case.claims for f in c.fillers("person")}
    entities = (replace(e, name="аким Ленца", properties={"sort": ("description",)}) if e.id == called else e
                for e in case.entities)  # fmt: skip
    path = Ties(View(replace(case, entities=tuple(entities)))).path([by_name["Лена Рот"]], [by_name["Иво Бранко"]])
    assert path is not None
    assert [tie.by_office for tie in path] == [False, True]
