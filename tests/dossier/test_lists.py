"""On which lists: each list with its date, each name with what each list says, each entry with both sides."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from primafacie.model import Entity, Evidence, Hit, Listing, Profile, SanctionsList, Standing

from .cases import harbour
from .elements import Element, by_id, written

NORTH = SanctionsList("north", "Northern list", "Ministry of the North", "2024-05-02", 1200, "a" * 64, "north.csv")
SOUTH = SanctionsList("south", "Southern list", "Southern Council", None, 7, "b" * 64, "south", "2024-04-01")
ENTRY = Listing(
    "north:7", "north", Profile("Person", ("VANT, Orlo",), birth_dates=("1961",), countries=("se",)), ("HARBOURS",),
    since="2022-03-04", reason="Sold what was not his.",
)  # fmt: skip


def screened(*standings: Standing, hits: tuple[Hit, ...] = ()) -> Evidence:
    return replace(harbour(), lists=(NORTH, SOUTH), standings=standings, hits=hits)


def hit(verdict: str = "match", by: str | None = None, against: tuple[str, ...] = ("born 1961, not 1971",)) -> Hit:
    return Hit("vant", ENTRY, verdict, 0.91, "Orlo Vant", "VANT, Orlo", ("both names in both",), against, by)


def cells(root: Element, name: str) -> list[str]:
    return next([c.text for c in tr.children if isinstance(c, Element)] for tr in by_id(root, "lists").all("tr")
                if tr.all("th")[0].text == name)  # fmt: skip


def test_where_no_list_was_asked_it_says_so(tmp_path: Path) -> None:
    text = by_id(written(harbour(), tmp_path), "lists").text
    assert "No sanctions list was asked." in text
    assert "not listed" not in text


def test_each_list_stands_with_its_date_size_and_digest(tmp_path: Path) -> None:
    root = written(screened(Standing("solt", "north", "not listed", "2024-05-02")), tmp_path)
    north, south = cells(root, "Northern list (north)"), cells(root, "Southern list (south)")
    assert north[1:4] == ["Ministry of the North", "as of 2 May 2024", "1,200"]
    assert "a" * 64 in north[4]
    assert south[2] == "states no date; newest entry 1 April 2024"
    assert cells(root, "Mira Solt")[3:] == ["not listed", "not asked"]


@pytest.mark.parametrize(("standing", "by", "said"), [
    (Standing("vant", "north", "listed", "2024-05-02", since="2022-03-04"), None,
     "listed since 4 March 2022; no person has judged the match"),
    (Standing("vant", "north", "listed", "2024-05-02", since="2022-03-04"), "A. Reader", "listed since 4 March 2022"),
    (Standing("vant", "north", "listed", "2024-05-02"), "A. Reader", "listed, since when it does not say"),
    (Standing("vant", "north", "delisted", "2024-05-02", until="2023"), "A. Reader", "delisted by 2023"),
    (Standing("vant", "north", "possible", "2024-05-02"), None, "possible: a person has to look"),
])  # fmt: skip
def test_what_a_list_says_is_told_with_who_judged_it(
    standing: Standing, by: str | None, said: str, tmp_path: Path
) -> None:  # fmt: skip
    found = hit("possible" if standing.status == "possible" else "match", by)
    root = written(screened(replace(standing, hits=(found.id,)), hits=(found,)), tmp_path)
    assert cells(root, "Orlo Vant")[3] == said
    (sheet,) = by_id(root, "lists").all("article")
    assert "#l1" in [a.attributes["href"] for a in by_id(root, "e1").all("a")]
    assert sheet.attributes["id"] == "l1"
    for words in ("“Orlo Vant”", "“VANT, Orlo”", "both names in both", "born 1961, not 1971", "under: HARBOURS",
                  "Sold what was not his.", "listed since: 2022-03-04", "countries: se"):  # fmt: skip
        assert words in sheet.text
    assert ("Judged by A. Reader" in sheet.text) == (by is not None)
    assert ("No person has judged it." in sheet.text) == (by is None)
    assert [h.text for h in sheet.all("h5")] == ["What speaks for their being one", "What speaks against it"]


def test_the_listed_come_first_and_those_the_case_is_about_before_others(tmp_path: Path) -> None:
    found = hit()
    nobody = Entity("other", "Person", "Per Lind", ("Per Lind",), properties={"sort": ("name",)})
    asked = screened(
        *(Standing(e, "north", "not listed", "2024-05-02") for e in ("other", "norrsken", "solt", "holding")),
        Standing("vant", "north", "listed", "2024-05-02", hits=(found.id,)), hits=(found,),
    )  # fmt: skip
    root = written(replace(asked, entities=(nobody, *asked.entities)), tmp_path)
    names = [th.text for th in by_id(root, "lists").all("th", scope="row")]
    assert names == ["Northern list (north)", "Southern list (south)", "Orlo Vant", "Mira Solt", "Norrsken",
                     "Vant Holding", "Per Lind"]  # fmt: skip


def test_an_entry_judged_to_be_somebody_else_is_kept_with_the_judge(tmp_path: Path) -> None:
    apart = hit("no match", "A. Reader")
    root = written(screened(Standing("vant", "north", "not listed", "2024-05-02"), hits=(apart,)), tmp_path)
    assert "Orlo Vant is not north:7 “VANT, Orlo”, by the judgement of A. Reader." in by_id(root, "lists").text


def test_what_is_no_name_is_said_not_to_have_been_looked_up(tmp_path: Path) -> None:
    crowd = Entity("crowd", "Person", "the dockers", properties={"sort": ("description",)})
    asked = screened(Standing("vant", "north", "not listed", None))
    root = written(replace(asked, entities=(*asked.entities, crowd)), tmp_path)
    assert "1 wording that is no name" in by_id(root, "lists").text
