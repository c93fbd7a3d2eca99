"""On any network of stakes, circles and unknown shares included, the figures are what the definitions say."""

from __future__ import annotations

from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse import csr_array

from primafacie.graph import controls
from primafacie.graph.control.bloc import Register, Threshold
from primafacie.graph.ownership.bounds import greatest, least
from primafacie.graph.ownership.integrated import integrated
from primafacie.graph.ownership.network import circles, network
from primafacie.graph.ownership.paths import Chains
from primafacie.graph.ownership.stakes import Stake, stakes
from primafacie.model import Edge, Entity, Share

SETTINGS = settings(max_examples=80, deadline=None, derandomize=True, database=None)
NAMES = "abcdef"


@st.composite
def networks(draw: st.DrawFn, uncertain: bool = True, names: str = NAMES, most: int = 4) -> tuple[Stake, ...]:
    """Stakes in whole percent that leave no company held over 100; some exact, some from low to high."""
    found = []
    for asset in names:
        left = 100
        for holder in draw(st.lists(st.sampled_from(names), unique=True, max_size=most)):
            low = draw(st.integers(0, left))
            high = draw(st.integers(low, 100)) if uncertain else low
            if holder != asset and high:
                found.append(Stake(holder, asset, low, high, (holder + asset,), ()))
                left -= low
    return tuple(sorted(found, key=lambda s: (s.holder, s.asset)))


def reached(w: Any, holder: int) -> Any:
    """Corrected integrated ownership by dense inversion, over what lies below the holder alone: the rest is nothing."""
    below, front = set(), [holder]
    while front:
        at = front.pop()
        for to in np.flatnonzero(w[at]):
            if to not in below:
                below.add(int(to))
                front.append(int(to))
    inside = sorted(below - {holder})
    cut = w[np.ix_(inside, inside)]
    found = np.zeros(len(w))
    if inside:
        found[inside] = w[holder, inside] @ np.linalg.inv(np.eye(len(inside)) - cut)
    found[holder] = w[holder, holder] + found[inside] @ w[inside, holder]
    return found


@SETTINGS
@given(networks(uncertain=False))
def test_random_circles_agree_with_the_dense_solution(held: tuple[Stake, ...]) -> None:
    net = network(held)
    whole = net.matrix(net.low).toarray() if net.size else np.zeros((0, 0))
    found = least(net, range(net.size))
    for holder in range(net.size):
        row = found[[holder]].toarray()[0]
        assert row == pytest.approx(reached(whole, holder), abs=1e-7)
        assert row.max(initial=0) <= 1 + 1e-7
        assert greatest(net, holder) == pytest.approx(row, abs=1e-7)


@SETTINGS
@given(networks(uncertain=False))
def test_the_correction_is_the_division_by_the_diagonal_where_there_is_an_inverse(held: tuple[Stake, ...]) -> None:
    net = network(held)
    if not net.size:
        return
    w = 0.999 * net.matrix(net.low).toarray()
    v = np.linalg.inv(np.eye(net.size) - w)
    expected = (v @ w) / np.diag(v)[:, None]
    assert integrated(csr_array(w), np.arange(net.size)).toarray() == pytest.approx(expected, abs=1e-6)


@SETTINGS
@given(networks(uncertain=False))
def test_outside_owners_never_own_more_than_all(held: tuple[Stake, ...]) -> None:
    net = network(held)
    if not net.size:
        return
    roots = sorted(set(range(net.size)) - set(net.asset.tolist()))
    if roots:
        assert least(net, roots).toarray().sum(axis=0).max() <= 1 + 1e-7


@settings(SETTINGS, max_examples=60)
@given(networks(), st.randoms(use_true_random=False))
def test_no_choice_of_shares_leaves_the_bounds(held: tuple[Stake, ...], chance: Any) -> None:
    net = network(held)
    for holder in range(net.size):
        low, high = least(net, [holder]).toarray()[0], greatest(net, holder)
        shares = net.low.copy()
        room = 1 - np.bincount(net.asset, net.low, minlength=net.size)
        for stake in chance.sample(range(len(shares)), len(shares)):
            more = min(room[net.asset[stake]], net.high[stake] - net.low[stake]) * chance.choice((0, 0.5, 1))
            shares[stake] += more
            room[net.asset[stake]] -= more
        found = reached(net.matrix(shares).toarray(), holder)
        assert (low <= found + 1e-7).all()
        assert (found <= high + 1e-7).all()


@settings(SETTINGS, max_examples=60)
@given(networks(names="abcd", most=2))
def test_the_greatest_is_reached_by_filling_each_company_in_some_order(held: tuple[Stake, ...]) -> None:
    net = network(held)
    by_asset = [[n for n in range(len(held)) if net.asset[n] == a] for a in range(net.size)]
    best = np.zeros(net.size)
    orders = [[(n, *[m for m in group if m != n]) for n in group] or [()] for group in by_asset]
    for choice in product(*orders):
        shares = net.low.copy()
        for order in choice:
            room = 1 - sum(net.low[n] for n in order)
            for n in order:
                more = min(room, net.high[n] - net.low[n])
                shares[n] += more
                room -= more
        if net.size:
            best = np.maximum(best, np.minimum(1, reached(net.matrix(shares).toarray(), 0)))
    if net.size:
        assert greatest(net, 0)[1:] == pytest.approx(best[1:], abs=1e-7)


@SETTINGS
@given(networks(), st.sets(st.sampled_from(NAMES), max_size=3), st.sampled_from([(50, True), (50, False), (25, True)]))
def test_a_bloc_is_the_least_fixpoint(held: tuple[Stake, ...], members: set[str], at: tuple[int, bool]) -> None:
    threshold = Threshold(*at)
    bloc = Register(held).bloc(members, threshold)
    grown = set(members)
    while True:  # the definition, without any queue
        new = {s.asset for s in held if s.asset not in grown
               and threshold.reached(sum(o.low for o in held if o.asset == s.asset and o.holder in grown))}  # fmt: skip
        if not new:
            break
        grown |= new
    assert set(bloc.sure) == grown - members
    assert set(bloc.sure) <= set(bloc.open)
    assert all(0 <= low <= high <= 100 for low, high in bloc.share.values())
    wider = Register(held).bloc(members | {"a"}, threshold)
    assert set(bloc.sure) - {"a"} <= set(wider.sure)


@SETTINGS
@given(networks())
def test_circles_are_the_companies_that_come_back_to_themselves(held: tuple[Stake, ...]) -> None:
    net = network(held)
    # Scaled down, the shares on the high figures never exceed all, and have the same circles.
    whole = net.matrix(net.high / 10).toarray() if net.size else np.zeros((0, 0))
    back = {n for n in range(net.size) if reached(whole, n)[n] > 0}
    assert {n for circle in circles(net) for n in circle} == back


@SETTINGS
@given(networks(uncertain=False))
def test_chains_are_chains_and_the_strongest_comes_first(held: tuple[Stake, ...]) -> None:
    shares = {s.edges[0]: s for s in held}
    for holder in {s.holder for s in held}:
        for target, chains in Chains(held).from_holder(holder).items():
            strengths = [c.high for c in chains]
            assert strengths == sorted(strengths, reverse=True)
            for chain in chains:
                steps = [shares[e] for e in chain.edges]
                assert (steps[0].holder, steps[-1].asset) == (holder, target)
                assert all(a.asset == b.holder for a, b in pairwise(steps))
                assert len(set(chain.passed)) == len(chain.passed)
                assert chain.high == pytest.approx(float(np.prod([s.high / 100 for s in steps])))


SHARES = st.one_of(
    st.none(),
    st.tuples(
        st.one_of(st.none(), st.floats(-50, 250), st.just(float("nan"))), st.one_of(st.none(), st.floats(-50, 250))
    ).map(lambda ends: Share("a stake", *ends)),
)  # fmt: skip
DATES = st.sampled_from([None, "2007", "2007-06", "2009-02-28", "2012", "no date"])
EDGES = st.lists(
    st.builds(
        Edge, st.uuids().map(str), st.sampled_from(["Ownership", "Deal", "Position", "Family", "Associate"]),
        st.sampled_from(NAMES), st.sampled_from(NAMES),
        st.sampled_from(["owns", "controls", "nominee", "sells", "passes to", "former chair"]),
        st.just(("c",)), DATES, st.just({}), DATES, SHARES,
    ), max_size=8,
)  # fmt: skip


@SETTINGS
@given(EDGES, DATES)
def test_whatever_is_stated_the_stakes_are_percentages(edges: list[Edge], day: str | None) -> None:
    found, problems = stakes(edges, day)
    assert all(0 <= s.low <= s.high <= 100 for s in found)
    assert all(s.holder != s.asset for s in found)
    assert all(sum(s.low for s in found if s.asset == a) <= 100.1 for a in NAMES)
    assert all(p.what and p.where and p.next and not p.fatal for p in problems)


@settings(SETTINGS, max_examples=50)
@given(EDGES, DATES, st.sets(st.sampled_from(NAMES)))
def test_whatever_is_stated_a_result_rests_on_its_relations(
    edges: list[Edge], day: str | None, listed: set[str]
) -> None:
    entities = [Entity(name, "Person" if name in "ab" else "Company", name.upper()) for name in NAMES]
    found, problems = controls(edges, entities, listed, day)
    known = {e.id: e for e in edges}
    for control in found:
        assert control.holder != control.target
        assert control.as_of == day
        assert control.paths
        assert all(path and set(path) <= set(known) for path in control.paths)
        assert all(control.holder in (known[p[0]].source, known[p[0]].target) for p in control.paths)
        assert all(control.target in (known[p[-1]].source, known[p[-1]].target) for p in control.paths)
        if control.share:
            assert control.share.low is not None
            assert control.share.high is not None
            assert 0 <= control.share.low <= control.share.high <= 100
        softer = control.basis in ("family", "nominee", "affiliate", "office")
        assert not (softer and control.share)
        assert softer or control.basis in ("EU control", "UK control") or control.share
    assert len({c.id for c in found}) == len(found)
    assert len({p.id for p in problems}) == len(problems)
