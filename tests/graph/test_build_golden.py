"""The evidence graph on the cases of its golden file, and what holds for any claims."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from resolution.claim_lines import blocks, evidence

from primafacie.graph import RELATIONS, build
from primafacie.model import Evidence
from primafacie.vocabulary.kinds import KINDS

CASES = [pytest.param(lines, expected, id=title) for title, lines, expected in blocks("graph", "build")]


def shown(case: Evidence) -> str:
    name = {e.id: e.name for e in case.entities}
    return "\n".join(
        f"{e.kind} {e.date or '-'}: {name[e.source]} --{e.label}--> {name[e.target]} [{' '.join(e.claims)}]"
        + "".join(f" {key}={value}" for key, value in e.properties.items())
        for e in case.edges
    )


@pytest.mark.parametrize(("lines", "expected"), CASES)
def test_claims_become_the_edges_of_the_golden(lines: list[str], expected: str) -> None:
    assert shown(evidence(lines)) == expected


def test_order_of_claims_changes_no_edge() -> None:
    for _, lines, _ in blocks("graph", "build"):
        case = evidence(lines)
        shuffled = list(case.claims)
        random.Random(3).shuffle(shuffled)
        assert build(shuffled, case.entities) == case.edges


def test_an_edge_never_names_an_entity_that_is_not_there() -> None:
    for _, lines, _ in blocks("graph", "build"):
        case = evidence(lines)
        assert build(case.claims, ()) == ()
        lost = [replace(c, roles={role: tuple(replace(f, entity=None) for f in fs) for role, fs in c.roles.items()})
                for c in case.claims]  # fmt: skip
        assert build(lost, case.entities) == ()


def test_relations_name_roles_of_the_vocabulary() -> None:
    for kind, relations in RELATIONS.items():
        assert all({r.source, r.target} <= set(KINDS[kind].roles) for r in relations)
    assert set(KINDS) - set(RELATIONS) == {"Defection"}
