"""The graph as of a day: what certainly held, what possibly did, and what is left out."""

from __future__ import annotations

from itertools import pairwise

import pytest

from primafacie.graph import as_of, controls, holdings, in_force
from primafacie.graph.time import held
from primafacie.model import Edge, Entity, Share
from primafacie.values.intervals import Answer

ALL = Share("all", 100, 100)


def edge(kind: str, label: str, since: str | None, until: str | None = None, share: Share | None = None) -> Edge:
    return Edge(f"{kind} {label} {since} {until}", kind, "holder", "asset", label, ("c1",), since, {}, until, share)


@pytest.mark.parametrize(
    ("found", "day", "answer"),
    [
        (edge("Position", "mayor", "2008", "2015"), "2010", Answer.CERTAINLY),
        (edge("Position", "mayor", "2008", "2015"), "2008", Answer.POSSIBLY),
        (edge("Position", "mayor", "2008", "2015"), "2016", Answer.NOT),
        (edge("Position", "mayor", "2008-01-01", "2015"), "2008", Answer.CERTAINLY),
        (edge("Position", "mayor", "2008"), None, Answer.CERTAINLY),
        (edge("Position", "mayor", "2008", "2015"), None, Answer.NOT),
        (edge("Position", "former mayor", None), None, Answer.NOT),
        (edge("Position", "former mayor", None), "2010", Answer.POSSIBLY),
        (edge("Position", "former mayor", "2008"), "2007", Answer.POSSIBLY),  # held in 2008, or former by then
        (edge("Family", "wife", None), "2010", Answer.POSSIBLY),
        (edge("Family", "wife", None), None, Answer.CERTAINLY),
        (edge("Ownership", "owns", "2015", "2008"), "2010", Answer.POSSIBLY),
    ],
)
def test_three_answers(found: Edge, day: str | None, answer: Answer) -> None:
    assert in_force(found, day) is answer
    assert as_of([found], day) == (() if answer is Answer.NOT else ((found, answer),))


def test_on_the_day_of_a_sale_the_buyer_holds_and_never_both() -> None:
    sold = Edge("1", "Deal", "seller", "bank", "sells", ("c1",), "2013-05-29", {}, None, ALL)
    bought = Edge("2", "Deal", "bank", "buyer", "passes to", ("c1",), "2013-05-29", {}, None, ALL)
    told = holdings([sold, bought])
    for day, holder in (("2013-05-28", "seller"), ("2013-05-29", "buyer"), ("2013-05-30", "buyer")):
        standing = held(told, day)
        assert {who for (who, _), (_, answer) in standing.items() if answer is Answer.CERTAINLY} <= {holder}
        assert (holder, "bank") in standing
        assert len(standing) == 1


def test_results_do_not_depend_on_the_order_of_the_edges() -> None:
    edges = [
        Edge(str(n), "Ownership", holder, asset, "owns", (f"c{n}",), None, {}, None, Share("half", 50, 60))
        for n, (holder, asset) in enumerate([("p", "a"), ("p", "b"), ("a", "b"), ("b", "c"), ("c", "a"), ("q", "c")])
    ]
    entities = [Entity(i, "Person" if i in "pq" else "Company", i.upper()) for i in "abcpq"]
    found = controls(edges, entities, ("p", "q"), "2024")
    assert found == controls(edges[::-1], entities[::-1], ("q", "p"), "2024")
    assert found[0]
    assert len({c.id for c in found[0]}) == len(found[0])


def test_every_path_leads_from_the_holder_to_the_target() -> None:
    edges = [
        Edge(str(n), "Ownership", holder, asset, "owns", (f"c{n}",), None, {}, None, Share("60 %", 60, 60))
        for n, (holder, asset) in enumerate([("p", "a"), ("a", "b"), ("b", "c"), ("c", "a")])
    ]
    by_id = {e.id: e for e in edges}
    entities = [Entity(i, "Person" if i == "p" else "Company", i.upper()) for i in "abcp"]
    for control in controls(edges, entities, ("p",))[0]:
        assert control.paths
        for path in control.paths:
            steps = [by_id[e] for e in path]
            assert (steps[0].source, steps[-1].target) == (control.holder, control.target)
            assert all(a.target == b.source for a, b in pairwise(steps))


def test_a_pyramid_of_forty_is_followed_to_its_foot() -> None:
    ids = ["p", *(f"c{n:02}" for n in range(40))]
    edges = [Edge(f"{a}{b}", "Ownership", a, b, "owns", ("c1",), None, {}, None, Share("95 %", 95, 95))
             for a, b in pairwise(ids)]  # fmt: skip
    found, _ = controls(edges, [Entity(i, "Person" if i == "p" else "Company", i) for i in ids], ("p",))
    foot = {c.basis: c for c in found if c.target == "c39"}
    assert set(foot) == {"integrated ownership", "majority of votes", "OFAC 50 percent", "EU ownership", "UK ownership",
                         "EU control"}  # fmt: skip
    assert all(len(path) == 40 for c in foot.values() for path in c.paths)
    owned = foot["integrated ownership"].share
    assert owned is not None
    assert owned.low == pytest.approx(100 * 0.95**40)


def test_edges_of_entities_that_are_not_there_are_left_out() -> None:
    lost = Edge("1", "Ownership", "p", "a", "owns", ("c1",), None, {}, None, ALL)
    assert controls([lost], [Entity("a", "Company", "A")], ("p",)) == ((), ())
    assert controls([], []) == ((), ())
