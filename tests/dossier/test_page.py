"""The page as a reader takes it: whole, closed to the outside, every figure led back to its sentence."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest

from primafacie import dossier
from primafacie.dossier import page as page_module
from primafacie.dossier.book import Book
from primafacie.dossier.page import SECTIONS
from primafacie.model import Claim, Count, DateRange, Entity, Evidence, Filler, Finding, Problem, Quote

from .cases import HARBOUR_TEXT, case, harbour, source

VOID = {"meta", "wbr", "link", "br", "img", "hr", "input", "path", "rect", "line"}
ALLOWED = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "main",
    "nav",
    "section",
    "article",
    "aside",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "ol",
    "ul",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "caption",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "bdi",
    "em",
    "strong",
    "span",
    "sup",
    "q",
    "code",
    "mark",
    "figure",
    "figcaption",
    "wbr",
    "svg",
    "defs",
    "marker",
    "path",
    "rect",
    "line",
    "text",
    "tspan",
    "desc",
}
"""Elements of our templates; any other one came out of a document."""


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str, **attributes: str) -> list[Element]:
        return [e for e in self.walk() if e.tag == tag and attributes.items() <= e.attributes.items()]


class Tree(HTMLParser):
    """Reads the page into elements and fails where one is left open or closed twice."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self.open = [self.root]
        self.feed(text)
        self.close()
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def written(evidence: Evidence, folder: Path, **options: object) -> Element:
    (path,) = dossier.write(evidence, folder, **options)  # type: ignore[arg-type]
    assert path == folder / "dossier.html"
    root = Tree(path.read_text("utf-8")).root
    check_sound(root)
    return root


def check_sound(root: Element) -> None:
    """What holds of every dossier, whatever the documents say."""
    ids = [e.attributes["id"] for e in root.walk() if "id" in e.attributes]
    assert len(ids) == len(set(ids))
    for element in root.walk():
        assert not element.tag or element.tag in ALLOWED
        assert not {a for a in element.attributes if a.startswith("on") or a in ("src", "srcset", "style", "action")}
        if "href" in element.attributes:
            assert element.attributes["href"][0] == "#"
            assert element.attributes["href"][1:] in ids
    for marker in re.findall(r"url\(([^)]*)\)", str([e.attributes for e in root.walk()])):
        assert marker[1:] in ids
    for table in root.all("table"):
        assert table.all("caption")
        assert all(cell.attributes.get("scope") in ("col", "row") for cell in table.all("th"))
    levels = [int(e.tag[1]) for e in root.walk() if e.tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def by_id(root: Element, name: str) -> Element:
    return next(e for e in root.walk() if e.attributes.get("id") == name)


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
    assert [e.text for e in by_id(root, "findings").all("h3")] == [
        "1. The harbour came back high",
        "2. Called for, and never imposed medium",
        "3. All rests on one source info",
    ]
    first, second, third = (by_id(root, f"f{n}").all("div")[-1].text for n in (1, 2, 3))
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
    }
    case_ = harbour()
    finding = replace(case_.findings[0], figures=figures)
    named = replace(case_.entities[0], properties={"parts": ("0123456789abcdef",), "birthPlace": ("Lund Bay",)})
    root = written(replace(case_, findings=(finding,), entities=(named, *case_.entities[1:])), tmp_path)
    numbers = Book(case_, {}).number
    rows = [[c.text for c in tr.children if isinstance(c, Element)] for tr in by_id(root, "f1").all("tr")]
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


def test_the_policy_lets_nothing_in_but_the_style_of_the_page(tmp_path: Path) -> None:
    root = written(harbour(), tmp_path)
    (style,) = root.all("style")
    expected = base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode()
    (policy,) = [m.attributes["content"] for m in root.all("meta") if "http-equiv" in m.attributes]
    assert policy == f"default-src 'none'; style-src 'sha256-{expected}'; base-uri 'none'; form-action 'none'"
    text = (tmp_path / "dossier.html").read_text("utf-8")
    assert not re.search(r"https?://|//www|@import|url\((?!#)|<script|javascript:", text)


HOSTILE = (
    "<script>alert(1)</script>",
    "</style><script>",
    "javascript:alert(1)",
    "{{ 7*7 }}{% raw %}",
    '" onload="x',
    "' x='",
    "\u202eesrever\u202c \u2066x",
    "a\0b\x07c",
    "\ud800",
    "]]><!--",
    "&lt;b&gt;",
    "=HYPERLINK(1)",
    "x" * 300,
)


@pytest.mark.parametrize("evil", HOSTILE)
def test_what_a_document_says_is_shown_and_never_obeyed(evil: str, tmp_path: Path) -> None:
    text = f"Before {evil} after."
    document = replace(
        source(text, evil, title=evil, author=evil, date=evil, language=evil, origin=evil), media_type=evil
    )
    who = Filler(evil, evil, entity="e")
    roles = {
        "Deal": ("seller", "buyer", "asset"),
        "Position": ("holder", "post"),
        "Accusation": ("accused", "offence"),
        "Payment": ("payer", "purpose"),
        "Killing": ("victim", "means"),
        "Ownership": ("owner", "asset"),
    }
    claims = tuple(
        Claim(
            kind,
            kind,
            dict.fromkeys(names, (who,)),
            Quote(7, 7 + len(evil), evil),
            document.id,
            (evil, evil),
            status=evil,
            date=DateRange(evil, evil, None),
            count=Count(evil, 1, None),
            reviewer=evil,
            extractor=evil,
        )
        for kind, names in roles.items()
    )
    finding = Finding("f", evil, evil, evil, evil, tuple(roles), ("e",), {evil: evil}, (evil,), 1, 1)
    evidence = Evidence(
        (document,),
        (),
        claims,
        (Entity("e", evil, evil, (evil, evil + "2"), (), {evil: (evil,)}, evil),),
        (),
        (finding,),
        (Problem(evil, evil, evil),),
    )
    root = written(evidence, tmp_path, methods={evil: evil}, title=evil)
    shown = root.text.replace("\u2068", "").replace("\u2069", "")
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f\u202a-\u202e\u2066\u2067\ud800-\udfff]", shown)
    assert by_id(root, "n1").all("q")[0].text in shown
    assert len(root.all("mark")) == 1


def test_names_of_other_scripts_are_fenced_off(tmp_path: Path) -> None:
    row = {"seller": ["محمد الراشد"], "asset": ["Верфь «Север»"], "buyer": ["東京国際"], "quote": "محمد الراشد sold it"}
    evidence = case("محمد الراشد sold it in 2009.", [{"kind": "Deal", "date": ["2009", "2009", "2009"], **row}])
    root = written(evidence, tmp_path)
    assert "\u2068محمد الراشد\u2069 sold Верфь «Север» to 東京国際 in 2009." in by_id(root, "timeline").text
    assert [e.text for e in by_id(root, "deals").all("bdi")][:3] == ["محمد الراشد", "Верфь «Север»", "東京国際"]


def test_a_long_word_may_break_in_a_cell_and_stays_one_word(tmp_path: Path) -> None:
    name = "Donaudampfschifffahrtsgesellschaftskapitän Orlo"
    row = {"kind": "Ownership", "owner": [name], "asset": ["a quay"], "quote": "Quay"}
    cell = by_id(written(case("Quay", [row]), tmp_path), "ownership").all("bdi")[0]
    assert cell.text == name
    assert len(cell.all("wbr")) == 1


def test_nothing_and_one_claim_make_a_whole_dossier(tmp_path: Path) -> None:
    empty = written(Evidence(), tmp_path / "none")
    assert "A case without sources" in empty.all("h1")[0].text
    assert "No claim, no footnote." in empty.text
    one = written(
        case("Per Lind was shot.", [{"kind": "Killing", "victim": ["Per Lind"], "quote": "Per Lind was shot"}]),
        tmp_path / "one",
    )
    assert by_id(one, "n1").all("a")[0].attributes["href"] == "#m1"


def test_a_quote_that_does_not_stand_where_it_says_is_told_so(tmp_path: Path) -> None:
    evidence = case("Per Lind was shot.", [{"kind": "Killing", "victim": ["Per Lind"], "quote": "Per Lind was shot"}])
    (claim,) = evidence.claims
    moved = replace(claim, quote=replace(claim.quote, start=1, end=18))
    homeless = replace(claim, id="x", source="f" * 64)
    root = written(replace(evidence, claims=(moved, homeless)), tmp_path)
    assert "its words were not found at this place" in by_id(root, "n1").text
    assert "a source that is not in the case (ffffffffffff…)" in by_id(root, "n2").text
    assert not root.all("mark")


def test_the_same_evidence_gives_the_same_bytes_and_leaves_no_scratch(tmp_path: Path) -> None:
    one, two = ((dossier.write(harbour(), tmp_path / name)[0]).read_bytes() for name in ("one", "two"))
    assert one == two
    (path,) = dossier.write(harbour(), tmp_path / "one")
    assert path.read_bytes() == one
    assert [p.name for p in (tmp_path / "one").iterdir()] == ["dossier.html"]
    assert str(tmp_path).encode() not in one


def test_a_renderer_that_breaks_leaves_the_old_file(tmp_path: Path) -> None:
    (path,) = dossier.write(harbour(), tmp_path)
    before = path.read_bytes()
    broken = replace(harbour(), claims=(replace(harbour().claims[0], kind="Rumour"),))
    with pytest.raises(KeyError):
        dossier.write(broken, tmp_path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_five_thousand_claims_in_a_huge_text_stay_small_and_quick(tmp_path: Path) -> None:
    idle = "Idle words. " * 40
    one = f"Mr 0000 was arrested in the town of Lund Bay, they say. {idle}"
    text = "".join(one.replace("0000", f"{n:04}") for n in range(5000))
    document = source(text)
    claims = tuple(
        Claim(
            str(n),
            "Arrest",
            {"victim": (Filler(f"Mr {n:04}", f"Mr {n:04}"),)},
            Quote(n * len(one), n * len(one) + 20, text[n * len(one) : n * len(one) + 20]),
            document.id,
            ("Tom Quist",),
        )
        for n in range(5000)
    )
    everything = Finding("f", "single_source", "One source", "All.", "info", tuple(c.id for c in claims))
    start = process_time()
    (path,) = dossier.write(Evidence(sources=(document,), claims=claims, findings=(everything,)), tmp_path)
    assert process_time() - start < 10
    assert path.stat().st_size < 10_000_000
    page = path.read_text("utf-8")
    assert page.count('<li id="n') == page.count('class="m" id="m') == 5000


def test_the_page_names_the_version_it_was_made_with(root: Element) -> None:
    assert f"Prima Facie {page_module.version()}" in root.all("header")[0].text
