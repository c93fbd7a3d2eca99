"""The public conformance fixtures of BODS 0.4 (PyPI: bods-v04-fixtures), from their JSON to ownership and control."""

from __future__ import annotations

import json

import bods_fixtures
import pytest

from primafacie import claims, graph, reading, resolution, sources
from primafacie.model import Control, Edge, Problem


def ruled(name: str) -> tuple[dict[str, str], tuple[Edge, ...], tuple[Control, ...], tuple[Problem, ...]]:
    """All stages that lead there, on one fixture: names by id, edges, controls and problems."""
    content = json.dumps(bods_fixtures.load(name).statements, indent=1).encode()
    source, problems = sources.load(content, name.rpartition("/")[2] + ".json")
    assert source is not None, problems
    source, passages, _ = reading.read(source)
    extracted, dropped = claims.extract(source, passages)
    assert not dropped
    case = resolution.resolve((source,), extracted, ())
    edges = graph.build(case.claims, case.entities)
    return {e.id: e.name for e in case.entities}, edges, *graph.controls(edges, case.entities)


def shown(name: dict[str, str], found: tuple[Control, ...]) -> list[tuple[str, str, str, str]]:
    return sorted((c.basis, name[c.holder], name[c.target], c.share.text if c.share else "") for c in found)


def test_direct_ownership() -> None:
    names, edges, found, problems = ruled("core/01-direct-ownership")
    assert shown(names, found) == [
        ("integrated ownership", "Jane Smith", "Acme Holdings Ltd", "75 %"),
        ("majority of votes", "Jane Smith", "Acme Holdings Ltd", "75 %"),
    ]
    assert {e.date for e in edges} == {"2010-01-01"}
    assert not problems


def test_circular_ownership_ends_counts_nothing_twice_and_is_reported() -> None:
    names, edges, found, problems = ruled("edge-cases/10-circular-ownership")
    assert shown(names, found) == [
        ("integrated ownership", "Alpha Corp Ltd", "Beta Corp Ltd", "100 %"),
        ("integrated ownership", "Beta Corp Ltd", "Alpha Corp Ltd", "100 %"),
        ("majority of votes", "Alpha Corp Ltd", "Beta Corp Ltd", "100 %"),
        ("majority of votes", "Beta Corp Ltd", "Alpha Corp Ltd", "100 %"),
    ]
    assert all(c.holder != c.target for c in found)
    (circle,) = problems
    assert "circle" in circle.what
    assert all(claim in circle.where for edge in edges for claim in edge.claims)


def test_an_owner_declared_unknown_is_an_unknown_share_of_nobody_in_particular() -> None:
    names, _, found, problems = ruled("edge-cases/11-anonymous-person")
    assert {names[c.target] for c in found} == {"Opaque Holdings SA"}
    assert [(c.share.low, c.share.high) for c in found if c.share] == [(0, 100), (0, 100)]
    assert any("Opaque Holdings SA: no share is stated" in p.what for p in problems)


@pytest.mark.parametrize("name", bods_fixtures.list_cases())
def test_every_fixture_is_known_here(name: str) -> None:
    """A newer edition of the fixtures brings cases that have to be looked at."""
    assert name in ("core/01-direct-ownership", "edge-cases/10-circular-ownership", "edge-cases/11-anonymous-person")
