"""Control through chains: each link with its voice and its claims, figures and softer ties apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from primafacie.dossier.book import Book
from primafacie.model import Control, Edge, Evidence, Share

from .cases import harbour
from .elements import Element, by_id, written

HALF = Share("half", 50, 50)
EDGES = (
    Edge("s", "Ownership", "vant", "norrsken", "owns", ("d1",), "2009", {}, "2013", HALF),
    Edge("t", "Ownership", "norrsken", "harbour", "controls", ("d2",), properties={"against": "o1"}),
    Edge("d", "Deal", "solt", "harbour", "sells", ("d3",)),
    Edge("e", "Deal", "harbour", "holding", "passes to", ("d3",)),
    Edge("f", "Family", "vant", "solt", "wife", ("a1",), properties={"stance": "doubts"}),
    Edge("p", "Position", "solt", "holding", "chair", ("p1",), until="2020"),
)


def case(*controls: Control) -> Evidence:
    return replace(harbour(), edges=EDGES, controls=controls)


def control(
    basis: str, share: Share | None, path: tuple[str, ...], as_of: str | None = None, note: str = ""
) -> Control:  # fmt: skip
    return Control(f"{basis}{path}", "vant", "harbour", basis, share, as_of, (path,), note)


def links(root: Element) -> list[str]:
    return [li.text for ol in by_id(root, "control").all("ol") for li in ol.all("li")]


def test_each_link_is_said_in_its_own_direction_by_its_voice(tmp_path: Path) -> None:
    root = written(case(control("family", None, ("f", "d", "e", "p"))), tmp_path)
    n = Book(harbour(), {}).number
    by = "by the word of Ines Arvola"
    assert links(root) == [
        f"Mira Solt is said to be the wife of Orlo Vant, {by}, not firmly{n['a1']}",
        f"Mira Solt is said to have passed on the harbour of Lund Bay, {by}{n['d3']}",
        f"Vant Holding is said to have acquired the harbour of Lund Bay, {by}{n['d3']}",
        f"Mira Solt is said to be chair of Vant Holding until 2020, {by}{n['p1']}",
    ]


def test_shares_stand_by_rule_and_day_with_what_denies_a_link(tmp_path: Path) -> None:
    whole = control("integrated ownership", HALF, ("s", "t"), "2012-01", "share not stated")
    root = written(case(whole), tmp_path)
    n = Book(harbour(), {}).number
    assert "as of January 2012" in by_id(root, "control").all("h3")[0].text
    assert [td.text for td in by_id(root, "control").all("td")][:2] == ["the harbour of Lund Bay", "50 %"]
    assert links(root) == [
        f"Orlo Vant is said to own 50 % of Norrsken from 2009 to 2013, by the word of Ines Arvola{n['d1']}",
        f"Norrsken is said to control the harbour of Lund Bay, by the word of Ines Arvola{n['d2']} (denied{n['o1']})",
    ]
    assert "share not stated" in by_id(root, "control").text


def test_open_figures_are_folded_and_a_softer_tie_is_never_a_percentage(tmp_path: Path) -> None:
    anything = control("integrated ownership", Share("0–100 %", 0, 100), ("t",))
    some = control("integrated ownership", Share("0–40 %", 0, 40), ("s",))
    root = written(case(some, anything, control("nominee", None, ("s", "t"))), tmp_path)
    (fold,) = by_id(root, "control").all("details")
    assert [row.all("td")[1].text for row in fold.all("tr")[1:]] == ["up to 40 %", "not said"]
    soft = by_id(root, "control").all("table")[-1]
    assert [th.text for th in soft.all("th", scope="col")] == ["Holder", "Of", "Chain it rests on"]


def test_without_a_chain_it_says_so(tmp_path: Path) -> None:
    assert "No chain of holdings or ties" in by_id(written(harbour(), tmp_path), "control").text
