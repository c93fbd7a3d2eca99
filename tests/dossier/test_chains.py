"""Deals are put in order and drawn without saying more than the claims do."""

from __future__ import annotations

from typing import Any

from primafacie.dossier.book import Book
from primafacie.dossier.chains import Chain, chains
from primafacie.dossier.drawing import BOX_WIDTH, LABELS, STEPS, draw, wrap

from .cases import case


def deal(seller: str | None, buyer: str | None, asset: str = "the quay", **more: Any) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": "Deal", "asset": [asset], **more, "quote": "Quay"}
    row |= {"seller": [seller]} if seller else {}
    return row | ({"buyer": [buyer]} if buyer else {})


def chained(*rows: dict[str, Any]) -> tuple[tuple[Chain, ...], list[str]]:
    """The chains, and the drawing of each."""
    book = Book(case("Quay", [{"id": f"{n:03}", **row} for n, row in enumerate(rows)]), {})
    made = chains(book)
    return made, [str(draw(chain, n, dict(book.number))) for n, chain in enumerate(made)]


def steps(chain: Chain) -> list[str]:
    return [f"{step.seller.name} > {step.buyer.name}" for step in chain.steps]


def year(iso: str) -> dict[str, Any]:
    return {"date": [iso, iso, iso]}


def test_dated_deals_go_by_date_and_an_undated_one_follows_its_seller() -> None:
    (chain,), _ = chained(deal("C", "D"), deal("B", "C", **year("2013")), deal("A", "B", **year("2007")))
    assert steps(chain) == ["A > B", "B > C", "C > D"]


def test_an_undated_deal_comes_between_two_dated_ones_where_its_seller_has_just_bought() -> None:
    (chain,), _ = chained(deal("B", "C"), deal("C", "D", **year("2015")), deal("A", "B", **year("2007")))
    assert steps(chain) == ["A > B", "B > C", "C > D"]


def test_two_accounts_of_one_deal_share_an_arrow_and_each_asset_has_its_chain() -> None:
    made, _ = chained(
        deal("A", "B", "the Quay", amount=["5", 5e6, "EUR"]), deal("X", "Y", "a crane"),
        deal("a", "B", "the quay", amount=["9", 9e6, "EUR"]), deal("B", "C", "the quay"),
    )  # fmt: skip
    assert [(chain.asset, steps(chain)) for chain in made] == [("the Quay", ["A > B", "B > C"]), ("a crane", ["X > Y"])]
    assert len(made[0].steps[0].claims) == 2


def test_a_stake_passes_in_the_chain_of_its_asset() -> None:
    made, _ = chained(
        deal("A", "B", "91.8 percent of the Quay", **year("2007")),
        deal("B", "C", "the quay", **year("2009")),
        deal("X", "Y", "5 % of a mill"),
        deal("Y", "Z", "7.5 % of A Mill"),
    )
    assert [steps(chain) for chain in made] == [["A > B", "B > C"], ["X > Y", "Y > Z"]]


def test_a_second_account_of_a_step_is_not_called_a_gap() -> None:
    _, (drawing,) = chained(deal(None, "B", **year("2007")), deal("A", "B", **year("2007")))
    assert "another account" in drawing
    assert "how it passed between" not in drawing


def test_a_price_after_a_gap_is_not_compared_with_one_before_it() -> None:
    _, (drawing,) = chained(
        deal("A", "B", **year("2007"), amount=["10", 10e6, "EUR"]),
        deal("C", "D", **year("2009"), amount=["1", 1e6, "EUR"]),
    )
    assert "the price before" not in drawing


def test_what_is_not_said_is_drawn_as_not_said() -> None:
    made, (drawing,) = chained(deal("A", None, **year("2007")), deal("C", "D", **year("2009")))
    assert steps(made[0]) == ["A > not named", "C > D"]
    assert "how it passed between is not said" in drawing
    assert 'class="box none"' in drawing


def test_a_denied_deal_is_dashed_and_moves_no_price_and_a_wish_is_not_drawn() -> None:
    made, (drawing,) = chained(
        deal("A", "B", **year("2007"), amount=["10", 10e6, "EUR"]),
        deal("B", "C", **year("2009"), amount=["1", 1e6, "EUR"], stance="denies"),
        deal("C", "D", **year("2011"), amount=["5", 5e6, "EUR"]), deal("D", "E", stance="calls_for"),
    )  # fmt: skip
    assert steps(made[0]) == ["A > B", "B > C", "C > D"]
    assert drawing.count('class="pass denied"') == 1
    assert "EUR 1 million · denied" in drawing
    assert "50 % below the price before" in drawing
    assert "90 % below" not in drawing


def test_prices_in_two_currencies_are_not_compared() -> None:
    _, (drawing,) = chained(
        deal("A", "B", **year("2007"), amount=["10", 10e6, "EUR"]),
        deal("B", "C", **year("2009"), amount=["1", 1e6, "USD"]),
    )
    assert "the price before" not in drawing
    assert drawing.count('class="price"') == 1


def test_crowded_chains_say_what_they_leave_out() -> None:
    same = [deal("A", "B", amount=[str(n), n * 1e6, "EUR"]) for n in range(1, LABELS + 4)]
    long = [deal(f"P{n}", f"P{n + 1}", "a crane", **year(str(1900 + n))) for n in range(STEPS + 2)]
    _, drawings = chained(*same, *long)
    assert "2 more steps in the table" in drawings[0]
    assert "and 3 more claims, see the table" in drawings[1]


def test_long_and_wide_names_are_wrapped_within_their_box() -> None:
    assert wrap("Orlo Vant", 29) == ["Orlo Vant"]
    assert wrap("a" * 70, 29) == ["a" * 29, "a" * 29, "a" * 12]
    assert wrap("東京国際開発投資株式会社", 12) == ["東京国際開発", "投資株式会社"]
    assert wrap("", 29) == [""]
    name = "Verwaltungs- und Beteiligungsgesellschaft für den Hafen von Lund Bay"
    assert " ".join(wrap(name, 29)) == name
    _, (drawing,) = chained(deal(name, "B"))
    assert f'width="{BOX_WIDTH}" height="77"' in drawing
