"""The page as a reader takes it: whole, closed to the outside, every figure led back to its sentence."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from primafacie.dossier import page as page_module
from primafacie.dossier.book import Book
from primafacie.dossier.page import SECTIONS

from .cases import HARBOUR_TEXT, case, harbour, source
from .elements import Element, by_id, written


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Element:
    return written(harbour(), tmp_path_factory.mktemp("dossier"), methods={"round_trip": "Looks for it.\n\nAnd back."})


def test_the_sections_stand_in_their_order_and_in_the_contents(root: Element) -> None:
    names = [section.name for section in SECTIONS]
    assert [e.attributes["id"] for e in root.all("section")] == names
    (nav,) = root.all("nav")
    assert [a.attributes["href"] for a in nav.all("a")] == [f"#{name}" for name in names]
    assert root.all("html", lang="en")
    assert "A claim is not a fact." in root.all("aside")[0].text


def test_every_claim_has_a_footnote_and_a_mark_that_lead_to_each_other(root: Element) -> None:
    book = Book(harbour(), {})
    for number, claim in enumerate(book.claims, 1):
        note = by_id(root, f"n{number}")
        assert f"#m{number}" in [a.attributes["href"] for a in note.all("a")]
        assert note.all("q")[0].text == claim.quote.text
        assert f"characters {claim.quote.start:,}–{claim.quote.end:,}" in note.text
        assert by_id(root, f"m{number}").attributes["href"] == f"#n{number}"
        marks = [m for m in root.all("mark") if f"c{number}" in m.attributes["class"].split()]
        assert "".join(m.text for m in marks) == claim.quote.text


def test_the_text_stands_in_full(tmp_path: Path) -> None:
    root = written(harbour(), tmp_path)
    body = [e for e in by_id(root, "texts").walk() if e.attributes.get("class", "").startswith("r-")]
    for paragraph in body:
        paragraph.children = [c for c in paragraph.children if isinstance(c, str) or c.tag != "a"]
    assert " ".join(p.text for p in body).split() == HARBOUR_TEXT.split()


def test_every_sentence_of_a_claim_says_who_says_so_and_has_its_footnote(root: Element) -> None:
    items = [li for ul in root.all("ul") for li in ul.all("li")]
    said = [li for li in items if "Tom Quist" in li.text]
    assert len(said) > 20
    for item in said:
        assert item.text.startswith("According to Tom Quist, ")
        assert [a for a in item.all("a") if a.attributes["href"].startswith("#n")]


def test_findings_come_most_severe_first_with_what_speaks_against_them(root: Element) -> None:
    assert [e.text for e in by_id(root, "findings").all("h3")] == ["Round trip", "Sanctions", "Single source"]
    assert [e.text for e in by_id(root, "findings").all("h4")] == [
        "1. The harbour came back high",
        "2. Called for, and never imposed medium",
        "3. All rests on one source info",
    ]
    first, second, third = (by_id(root, f"a{n}").text for n in (1, 2, 3))
    assert "The currency of the second price is not said." in first
    assert "Ines Arvola denies that sanctions were imposed." in second
    assert "Nothing in these sources." in third
    contrary = by_id(root, "contrary").text
    assert "The currency of the second price is not said. (against finding 1)" in contrary
    assert "Ines Arvola denies that sanctions were imposed." in contrary
    assert "Ines Arvola denies that Ines Arvola owns nothing there." in contrary
    assert "EUR" in by_id(root, "f1").text
    assert "60 million" in by_id(root, "f1").text


def test_figures_by_row_make_a_table_and_no_reader_meets_an_id(tmp_path: Path) -> None:
    figures = {
        "voices": [{"voice": "the ministry", "low": 11, "claims": ["k3"]}, {"voice": "Ines Arvola", "low": 24}],
        "sale": "d1",
        "asset": "harbour",
        "by": ["vant", "solt"],
        "kinds": {"Deal": 3, "Killing": 2, "Sanction": 2, "Arrest": 1},
    }
    case_ = harbour()
    finding = replace(case_.findings[0], figures=figures)
    named = replace(case_.entities[0], properties={"parts": ("0123456789abcdef",), "birthPlace": ("Lund Bay",)})
    root = written(replace(case_, findings=(finding,), entities=(named, *case_.entities[1:])), tmp_path)
    numbers = Book(case_, {}).number
    voices, kinds = by_id(root, "f1").all("table")
    assert [td.text for td in kinds.all("td")] == ["Deal", "3", "Killing", "2", "Sanction", "2", "Arrest", "1"]
    rows = [[c.text for c in tr.children if isinstance(c, Element)] for tr in voices.all("tr")]
    assert rows == [["voice", "low", "claims"], ["the ministry", "11", str(numbers["k3"])], ["Ines Arvola", "24", ""]]
    told = {div.all("dt")[0].text: div.all("dd")[0].text for div in by_id(root, "f1").all("dl")[0].all("div")}
    assert told == {"sale": str(numbers["d1"]), "asset": "the harbour of Lund Bay", "by": "Orlo Vant, Mira Solt"}
    assert "0123456789abcdef" not in by_id(root, "who").text
    assert "birth place: Lund Bay" in by_id(root, "who").text


def test_the_chain_is_drawn_with_its_prices_and_described(root: Element) -> None:
    (svg,) = root.all("svg")
    assert svg.attributes["role"] == "img"
    assert svg.all("title")[0].text == "How the harbour of Lund Bay is said to have passed from hand to hand"
    assert svg.all("desc")[0].text == (
        "Orlo Vant to Norrsken: 2009 · EUR 80 million; Norrsken to Mira Solt: 2013 · 20 million (currency not said); "
        "Mira Solt to Vant Holding: date not said · price not said."
    )
    assert [t.text for t in svg.all("text") if t.attributes["class"] == "party"] == [
        "Orlo Vant",
        "Norrsken",
        "Mira Solt",
        "Vant Holding",
    ]
    assert [float(r.attributes["width"]) for r in svg.all("rect") if r.attributes["class"] == "price"] == [300, 75]
    words = [t.text for t in svg.all("text")]
    assert "75 % below the price before, if in the same currency" in words
    assert any(w.startswith("said to be an ally of the president") for w in words)
    assert any(w.startswith("said to be formerly mayor of Lund Bay") for w in words)


def test_casualty_figures_stand_side_by_side(root: Element) -> None:
    rows = [
        [cell.text for cell in tr.children if isinstance(cell, Element)] for tr in by_id(root, "casualties").all("tr")
    ]
    assert [row[:4] for row in rows[1:]] == [
        ["at least seven", "killed", "7", "–"],
        ["dozens", "killed", "24", "99"],
        ["eleven", "killed", "11", "11"],
    ]
    assert "who cites the ministry" in rows[3][5]


def test_dates_prices_and_sanctions_are_told_as_they_were_said(root: Element) -> None:
    timeline = [row.all("th")[0].text for row in by_id(root, "timeline").all("tr")]
    assert timeline == ["Date", "2009", "2013 (“Four years later”)"]
    assert [h.text for h in by_id(root, "sanctions").all("h3")] == [
        "Called for",
        "Denied: said not to have been imposed or lifted",
    ]
    assert "20 million (currency not said)" in by_id(root, "deals").text


def test_a_rejected_claim_is_kept_for_the_record_only(root: Element) -> None:
    for name in ("summary", "who", "timeline", "contrary"):
        assert "a clerk" not in by_id(root, name).text
    assert "a clerk was arrested" in by_id(root, "remaining").text
    assert "rejected" in by_id(root, "n1").text


def test_register_problems_and_methods_say_what_was_used_and_how(root: Element) -> None:
    (document,) = harbour().sources
    assert document.id in by_id(root, "register").text
    assert "3 March 2021" in by_id(root, "register").text
    assert "run text recognition" in by_id(root, "problems").text
    assert "And back." in by_id(root, "methods").text
    assert "Nothing is converted" in by_id(root, "methods").text


def test_the_methodology_says_which_authority_asks_for_which_proof(root: Element) -> None:
    rows = {tr.all("th")[0].text: tr.text for tr in by_id(root, "methods").all("tr")}
    assert "reasonable grounds to suspect" in rows["United Kingdom: Foreign Secretary"]
    assert "sufficiently solid factual basis" in rows["European Union: Council"]
    assert "credible evidence" in rows["United States: Treasury (OFAC) with the Department of State"]
    assert by_id(root, "proof").text == "Standards of proof"


def test_what_speaks_against_a_finding_and_its_innocent_explanation_stand_side_by_side(tmp_path: Path) -> None:
    evidence = harbour()
    first, second, third = evidence.findings
    told = replace(second, innocent=("A company bought its own quay back.",), proof="reasonable suspicion")
    root = written(
        replace(evidence, findings=(first, told, third)), tmp_path,
        methods={"sanctions": "Looks for it.\n\nInnocent explanations: nobody asked; nobody knew."},
    )  # fmt: skip
    assert [h.text for h in by_id(root, "a1").all("h5")] == ["What speaks against it", "How it may be innocent"]
    assert "A company bought its own quay back." in by_id(root, "a1").text
    assert "offered for: reasonable suspicion" in by_id(root, "f1").text
    assert "The check names, whatever the case: nobody asked." in by_id(root, "a2").text
    assert "The check names none." in by_id(root, "a3").text
    assert "A company bought its own quay back. (of finding 1)" in by_id(root, "contrary").text


def test_the_summary_keeps_to_a_screen_and_folds_the_rest(tmp_path: Path) -> None:
    evidence = harbour()
    high = [replace(evidence.findings[1], id=f"h{n}", check=f"check_{n % 7}", title=f"No {n}") for n in range(70)]
    root = written(replace(evidence, findings=(*high, evidence.findings[0])), tmp_path)
    summary = by_id(root, "summary")
    (shown, folded) = summary.all("ol")
    assert len(shown.all("li")) == 16
    assert "7 more of this check" in shown.all("li")[2].text
    assert len(folded.all("li")) == 71 - 16
    assert summary.all("details")[0].all("summary")[0].text.startswith("55 further findings")
    assert [e.attributes["id"] for e in by_id(root, "findings").all("article")] == [f"f{n}" for n in range(1, 71)]
    (light,) = by_id(root, "findings").all("details")
    assert light.all("div", id="f71")


def test_authors_of_several_documents_are_told_apart(tmp_path: Path) -> None:
    one = case("Per Lind was shot.", [
        {"kind": "Killing", "by": ["author"], "victim": ["Per Lind"], "quote": "Per Lind was shot"},
    ])  # fmt: skip
    other = source("Nothing.", "other.txt", title="The other")
    assert "According to the author, Per Lind" in by_id(written(one, tmp_path / "one"), "casualties").text
    long = "The shot on the quay, and what the guards of Lund Bay say of it"
    three = replace(one, sources=(replace(one.sources[0], title=long), other))
    told = by_id(written(three, tmp_path / "three"), "casualties").text
    assert "According to the author of “The shot on the quay, and what the guards …”, Per" in told
    both = replace(one, sources=(replace(one.sources[0], title="The shot"), other))
    assert "According to the author of “The shot”, Per" in by_id(written(both, tmp_path / "two"), "casualties").text


def test_the_page_names_the_version_it_was_made_with(root: Element) -> None:
    assert f"Prima Facie {page_module.version()}" in root.all("header")[0].text
