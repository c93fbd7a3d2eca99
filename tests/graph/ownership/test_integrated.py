"""Integrated ownership on cases solved by hand, each with its arithmetic, and every way of summing it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.sparse import csr_array

from primafacie.graph.ownership import integrated as summing
from primafacie.graph.ownership.bounds import greatest, least
from primafacie.graph.ownership.integrated import integrated
from primafacie.graph.ownership.network import circles, network
from primafacie.graph.ownership.stakes import Stake


def owned(stakes: dict[tuple[str, str], float], holder: str) -> dict[str, float]:
    """Percent that the holder owns of each, from direct percents."""
    net = network([Stake(a, b, share, share, (a + b,), ()) for (a, b), share in stakes.items()])
    row = least(net, [net.number[holder]]).toarray()[0]
    return {net.names[n]: 100 * row[n] for n in np.flatnonzero(row)}


def test_a_chain_multiplies() -> None:
    # 80 % of 60 % of 50 % = 24 %
    found = owned({("p", "a"): 80, ("a", "b"): 60, ("b", "c"): 50}, "p")
    assert found == pytest.approx({"a": 80, "b": 48, "c": 24})


def test_two_ways_add_up() -> None:
    # through a: 50 · 40 = 20; through b: 30 · 60 = 18; together 38
    found = owned({("p", "a"): 50, ("p", "b"): 30, ("a", "c"): 40, ("b", "c"): 60}, "p")
    assert found["c"] == pytest.approx(38)


def test_cross_holding_of_two_gives_their_outside_owners_all_of_both() -> None:
    # a: 70 p, 30 b; b: 40 a, 60 q. x_a = 70 + 30 x_b, x_b = 40 x_a: x_a = 70 / (1 - 12 %) = 79.5455, x_b = 31.8182
    stakes: dict[tuple[str, str], float] = {("p", "a"): 70, ("b", "a"): 30, ("a", "b"): 40, ("q", "b"): 60}
    p, q = owned(stakes, "p"), owned(stakes, "q")
    assert p == pytest.approx({"a": 70 / 0.88, "b": 28 / 0.88})
    assert q == pytest.approx({"b": 60 / 0.88, "a": 18 / 0.88})
    assert p["a"] + q["a"] == pytest.approx(100)
    assert p["b"] + q["b"] == pytest.approx(100)


def test_a_member_of_a_circle_is_corrected_for_what_comes_back_to_it() -> None:
    # a: 50 of b, b: 50 of a. Summed over all chains a would own 50 / (1 - 25 %) = 66.7 % of b, as if it held its own
    # shares in its own right. The chain a > b > a > b passes a again and is left out: 50 % of b, 25 % of itself.
    found = owned({("a", "b"): 50, ("b", "a"): 50}, "a")
    assert found == pytest.approx({"b": 50, "a": 25})


def test_companies_that_own_each_other_whole_own_nothing_twice() -> None:
    # I - W has no inverse here; a owns 100 % of b and, through b, 100 % of itself
    assert owned({("a", "b"): 100, ("b", "a"): 100}, "a") == pytest.approx({"b": 100, "a": 100})
    apart: dict[tuple[str, str], float] = {("p", "c"): 40, ("c", "d"): 50, ("a", "b"): 100, ("b", "a"): 100}
    assert owned(apart, "p") == pytest.approx({"c": 40, "d": 20})


def test_a_circle_that_hands_nearly_all_on_leaves_it_to_the_one_outside() -> None:
    # p holds 1 % of a, b 99 % of a, a all of b: x_a = 1 + 99 % x_a, so p owns all of both
    found = owned({("p", "a"): 1, ("b", "a"): 99, ("a", "b"): 100}, "p")
    assert found == pytest.approx({"a": 100, "b": 100})


def test_a_circle_of_three() -> None:
    # a > b 60, b > c 50, c > a 20, p > a 80: x_a = 80 / (1 - 6 %) = 85.1064, b 60 % of it, c 30 % of it
    found = owned({("p", "a"): 80, ("a", "b"): 60, ("b", "c"): 50, ("c", "a"): 20}, "p")
    assert found == pytest.approx({"a": 80 / 0.94, "b": 48 / 0.94, "c": 24 / 0.94})


def ring(size: int, outsiders: int) -> tuple[Any, Any]:
    """A ring of companies, each also held by outsiders and by a company further on."""
    rng = np.random.default_rng(5)
    holder = np.concatenate((np.arange(size), rng.integers(0, size, size), size + rng.integers(0, outsiders, size)))
    asset = np.concatenate(((np.arange(size) + 1) % size, np.arange(size), np.arange(size)))
    shares = np.concatenate((np.full(size, 0.4), np.full(size, 0.15), np.full(size, 0.3)))
    shares[size : 2 * size][holder[size : 2 * size] == asset[size : 2 * size]] = 0
    whole = csr_array((shares, (holder, asset)), shape=(size + outsiders, size + outsiders))
    return whole, size + np.arange(outsiders)


def dense(shares: Any, holder: int) -> Any:
    """By matrix inversion, the holder's own row taken out of W."""
    w = shares.toarray()
    cut = w.copy()
    cut[holder] = 0
    return w[holder] @ np.linalg.inv(np.eye(len(w)) - cut)


def test_many_holders_in_several_blocks_agree_with_the_dense_solution() -> None:
    shares, people = ring(40, 300)
    found = integrated(shares, people).toarray()
    whole = shares.toarray()
    assert found == pytest.approx(whole[people] @ np.linalg.inv(np.eye(len(whole)) - whole), abs=1e-8)


@pytest.mark.parametrize(
    "limits", [{"TERMS": 3}, {"DIRECT": 0, "DENSE": 0.01}, {"DIRECT": 0, "TERMS": 2}, {"BLOCK": 7}]
)
def test_every_way_of_summing_comes_to_the_same(limits: dict[str, float], monkeypatch: pytest.MonkeyPatch) -> None:
    shares, people = ring(30, 20)
    holders = np.concatenate((people, np.arange(30)))
    plain = integrated(shares, holders).toarray()
    for name, value in limits.items():
        monkeypatch.setattr(summing, name, value)
    assert integrated(shares, holders).toarray() == pytest.approx(plain, abs=1e-8)
    for row, holder in enumerate(holders):
        assert plain[row] == pytest.approx(dense(shares, int(holder)), abs=1e-8)


def test_nobody_holds_nothing() -> None:
    assert integrated(csr_array((3, 3)), []).shape == (0, 3)
    assert integrated(csr_array((3, 3)), [1]).nnz == 0
    assert circles(network([])) == ()


def test_bounds_give_what_is_left_to_the_holder_through_whom_most_comes_back() -> None:
    # a: p 20..50, b 30..60, and b is p's by 80..80: p > a at most 50 + 50 % · 80 = 90, at least 20 + 30 % · 80 = 44
    net = network([Stake("p", "a", 20, 50, ("1",), ()), Stake("b", "a", 30, 60, ("2",), ()),
                   Stake("p", "b", 80, 80, ("3",), ())])  # fmt: skip
    p, a = net.number["p"], net.number["a"]
    assert 100 * least(net, [p]).toarray()[0][a] == pytest.approx(44)
    assert 100 * greatest(net, p)[a] == pytest.approx(90)


def test_an_unknown_share_in_a_circle_may_leave_all_to_the_holder() -> None:
    # p > a unknown, b > a 40, a > b 100: at most x_a = 60 + 40 % · x_a = 100
    net = network([Stake("p", "a", 0, 60, ("1",), ()), Stake("b", "a", 40, 40, ("2",), ()),
                   Stake("a", "b", 100, 100, ("3",), ())])  # fmt: skip
    p, a = net.number["p"], net.number["a"]
    assert least(net, [p]).toarray()[0][a] == 0
    assert 100 * greatest(net, p)[a] == pytest.approx(100)
