"""The page holds against hostile documents, broken renderers, odd and huge evidence."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest

from primafacie import dossier
from primafacie.dossier.lettering import visible
from primafacie.model import (
    Claim,
    Control,
    Count,
    DateRange,
    Edge,
    Entity,
    Evidence,
    Filler,
    Finding,
    Grade,
    Hit,
    Listing,
    Passage,
    Problem,
    Profile,
    Quote,
    SanctionsList,
    Share,
    Standing,
)
from primafacie.values.rates import Rates, Table

from .cases import case, harbour, source
from .elements import by_id, written


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


def listed(evil: str) -> Evidence:
    """A harbour whose lists, entries, controls, grades and findings are all said in the words given."""
    profile = Profile("Person", (evil,), (evil,), (evil,), (evil,), (evil,), (evil,), (evil,), (evil,), (evil,))
    entry = Listing("list:1", evil, profile, (evil,), evil, evil, (evil,), evil)
    hits = tuple(Hit(e, entry, verdict, 0.5, evil, evil, (evil,), (evil,), evil)
                 for e, verdict in (("vant", "match"), ("solt", "no match")))  # fmt: skip
    evidence = harbour()
    (document,) = evidence.sources
    edge = Edge("x", "Accusation", "vant", "solt", evil, ("d1",), evil, {"stance": evil, "against": evil}, evil)
    held = Edge("y", "Ownership", "vant", "solt", evil, ("d1",), evil, {}, None, Share(evil, None, None))
    return replace(
        evidence,
        lists=(SanctionsList(evil, evil, evil, evil, 1, evil, evil, evil),), hits=hits,
        standings=(Standing("vant", evil, "listed", evil, evil, evil, (hits[0].id,)),
                   Standing("solt", evil, evil, evil)),
        edges=(edge, held),
        controls=(Control("1", "vant", "solt", evil, Share(evil, 1, None), evil, (("x", "y"),), evil),
                  Control("2", "vant", "solt", "family", None, None, (("x",),), evil)),
        grades=(Grade(document.id, "B", evil, evil, evil, evil), Grade("d1", "2", evil, evil, evil, evil),
                Grade("d2", evil, evil, evil, evil, evil)),
        findings=(Finding("f", evil, evil, evil, "low", ("d1",), ("vant",), {evil: {"value": 1, "currency": evil}},
                          (evil,), 1, 1, (evil,), evil),),
        rates=Rates((Table(evil, evil, {}),)),
    )  # fmt: skip


@pytest.mark.parametrize("evil", HOSTILE)
def test_what_a_list_or_an_analyst_says_is_shown_and_never_obeyed(evil: str, tmp_path: Path) -> None:
    root = written(listed(evil), tmp_path, methods={evil: f"Looks for {evil}. Innocent explanations: {evil}."})
    shown = root.text.replace("\u2068", "").replace("\u2069", "")
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f\u202a-\u202e\u2066\u2067\ud800-\udfff]", shown)
    words = visible(" ".join(evil.split()))
    for section in ("lists", "control", "findings", "footnotes", "register", "methods"):
        assert words in " ".join(by_id(root, section).text.replace("\u2068", "").replace("\u2069", "").split())


@pytest.mark.parametrize("evil", HOSTILE)
@pytest.mark.parametrize("form", ["text/csv", "application/json"])
def test_a_row_of_a_register_is_shown_and_never_obeyed(form: str, evil: str, tmp_path: Path) -> None:
    cell = f'"{evil.replace(chr(34), chr(34) * 2)}"'
    head = f"{cell},b\n" if form == "text/csv" else ""
    row = f"{cell},x" if form == "text/csv" else json.dumps({evil: [evil, {evil: 1}]})
    text = f"{head}{row}\n"
    document = replace(source(text), media_type=form)
    start, end = len(head), len(head) + len(row)
    said = Claim("c", "Killing", {"victim": (Filler("x", "x"),)}, Quote(start, end, row), document.id, ("a register",),
                 count=Count("one", 1, 1))  # fmt: skip
    rows = (Passage(document.id, 0, start, end, "table"),)
    root = written(Evidence(sources=(document,), passages=rows, claims=(said,)), tmp_path)
    note, folded = by_id(root, "n1"), by_id(root, "texts").all("details")[0]
    assert note.all("q")[0].text == folded.all("mark")[0].text == visible(row)
    for line in (note.all("summary")[0].text, folded.all("summary")[0].text):
        assert not re.search(r"[\x00-\x08\x0b-\x1f\u202a-\u202e\u2066\u2067\ud800-\udfff]", line)


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
