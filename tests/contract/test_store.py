"""What every backend of the store must do. PostgreSQL takes part where PRIMAFACIE_TEST_POSTGRES names a database."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from primafacie.model import (
    Amount,
    Claim,
    Control,
    Count,
    DateRange,
    Edge,
    Entity,
    Filler,
    Finding,
    Grade,
    Hit,
    Judgement,
    Listing,
    Passage,
    Problem,
    Profile,
    Quotation,
    Quote,
    SanctionsList,
    Share,
    Source,
    Standing,
)
from primafacie.store import Review, StageRun, Store
from primafacie.store.sqlite import open_sqlite

TEXT = "In 2007 the bank was sold.\r\nДо сих пор 🙂 никто не ответил."
BACKENDS = ("sqlite", "postgresql") if os.environ.get("PRIMAFACIE_TEST_POSTGRES") else ("sqlite",)


def _postgres() -> Store:
    from sqlalchemy import create_engine, text

    from primafacie.store.sql import SqlStore

    engine = create_engine(os.environ["PRIMAFACIE_TEST_POSTGRES"])
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return SqlStore(engine)


@pytest.fixture(params=BACKENDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    opened: dict[str, Callable[[], Store]] = {
        "sqlite": lambda: open_sqlite(tmp_path / "case.db", create=True),
        "postgresql": _postgres,
    }
    store = opened[request.param]()
    yield store
    store.close()


def source(name: str = "a.txt", **said: str) -> Source:
    return Source(id=name.encode().hex().ljust(64, "0"), name=name, media_type="text/plain", text=TEXT, size=70,
                  origin=name, loader="text/1", **said)  # fmt: skip


def claim(of: Source, number: int = 0, kind: str = "Deal", stance: str = "asserts", confidence: float = 0.9) -> Claim:
    bank = Filler("the Bank", "the bank", 8, 16, "organization")
    return Claim(
        id=f"{of.id[:8]}{number}", kind=kind, roles={"seller": (bank,), "buyer": (bank, bank)},
        quote=Quote(0, 26, TEXT[:26]), source=of.id, voices=("An author", "a witness"), stance=stance,
        amount=Amount("2.1 billion", 2.1e9, "USD"), count=Count("at least fifty", 50, None),
        share=Share("half", 50.0, 50.0), date=DateRange("In 2007", "2007", "2007"), place=(bank,),
        extractor="reader/1", confidence=confidence,
    )  # fmt: skip


def test_a_source_comes_back_as_it_was_loaded(store: Store) -> None:
    assert store.add_source(source(title="A title"))
    assert store.sources() == (source(title="A title"),)
    assert store.source(source().id) == source(title="A title")
    assert store.source("0" * 64) is None


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    store.add_source(source())
    assert not store.add_source(replace(source(), name="another name.txt"))
    assert [s.name for s in store.sources()] == ["a.txt"]


def test_sources_keep_the_order_of_adding(store: Store) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        store.add_source(source(name))
    assert [s.name for s in store.sources()] == ["b.txt", "a.txt", "c.txt"]


def test_what_reading_finds_stands_beside_what_was_loaded(store: Store) -> None:
    store.add_source(source(title="Given"))
    store.complete_source(source(title="Given", author="Read in the text"))
    assert store.sources() == (source(title="Given", author="Read in the text"),)
    assert store.sources(as_loaded=True) == (source(title="Given"),)
    store.describe_source(source(title="Corrected"))
    assert store.sources() == (source(title="Corrected"),)


def test_sources_can_be_listed_without_their_texts(store: Store) -> None:
    store.add_source(source())
    assert store.sources(text=False) == (replace(source(), text=""),)


def test_passages_come_back_in_order(store: Store) -> None:
    store.add_source(source())
    passages = (
        Passage(source().id, 0, 0, 26, "question", "An interviewer", "A guest", (Quotation(3, 7, True),)),
        Passage(source().id, 1, 28, 60),
    )
    store.replace_passages(source().id, passages[::-1])
    store.replace_passages(source().id, passages)
    assert store.passages() == passages == store.passages(source().id)
    assert store.passages("0" * 64) == ()


def test_a_claim_comes_back_whole(store: Store) -> None:
    store.add_source(source())
    store.replace_claims(source().id, [claim(source())])
    assert store.claims() == (claim(source()),)
    assert list(store.claims()[0].roles) == ["seller", "buyer"]


def test_claims_are_replaced_source_by_source(store: Store) -> None:
    a, b = source("a.txt"), source("b.txt")
    for one in (a, b):
        store.add_source(one)
        store.replace_claims(one.id, [claim(one, 0), claim(one, 1)])
    store.replace_claims(a.id, [claim(a, 2)])
    assert [c.id for c in store.claims()] == [claim(a, 2).id, claim(b, 0).id, claim(b, 1).id]


@pytest.mark.parametrize(
    ("wanted", "numbers"),
    [
        ({}, [0, 1, 2]),
        ({"kinds": ["Killing"]}, [1]),
        ({"kinds": ["Killing", "Deal"], "stances": ["asserts"]}, [0, 1]),
        ({"stances": ["denies"]}, [2]),
        ({"min_confidence": 0.5}, [0, 2]),
        ({"source_id": "0" * 64}, []),
    ],
)
def test_claims_are_filtered(store: Store, wanted: dict[str, object], numbers: list[int]) -> None:
    one = source()
    store.add_source(one)
    all_three = [claim(one), claim(one, 1, "Killing", confidence=0.4), claim(one, 2, stance="denies", confidence=0.5)]
    store.replace_claims(one.id, all_three)
    assert store.claims(**wanted) == tuple(all_three[i] for i in numbers)  # type: ignore[arg-type]


def test_a_resolution_links_fillers_and_leaves_claims_as_read(store: Store) -> None:
    one = source()
    store.add_source(one)
    read = claim(one)
    store.replace_claims(one.id, [read])
    bank = Entity("e1", "Company", "the Bank", ("the Bank", "Банк"), ((read.id, "seller", 0),),
                  {"country": ("kz", "it")}, "one wording")  # fmt: skip
    linked = read.with_entities({("seller", 0): "e1", ("buyer", 1): "e1", ("place", 0): "e1"})
    store.replace_resolution([bank], [linked])
    assert store.entities() == (bank,)
    (resolved,) = store.claims()
    assert [f.entity for f in resolved.fillers()] == ["e1", None, "e1"]
    assert resolved.place[0].entity == "e1"
    store.replace_resolution([], [])
    assert store.claims() == (read,)


def test_a_place_that_is_a_role_as_well_is_linked_once(store: Store) -> None:
    one = source()
    store.add_source(one)
    read = replace(claim(one), roles={"place": claim(one).place})
    store.replace_claims(one.id, [read])
    linked = read.with_entities({("place", 0): "e1"})
    store.replace_resolution([Entity("e1", "Address", "the Bank")], [linked])
    assert store.claims() == (linked,)


def test_claims_read_anew_lose_their_links(store: Store) -> None:
    one = source()
    store.add_source(one)
    store.replace_claims(one.id, [claim(one)])
    store.replace_resolution([Entity("e1", "Company", "B")], [claim(one).with_entities({("seller", 0): "e1"})])
    store.replace_claims(one.id, [claim(one)])
    assert store.claims() == (claim(one),)


def test_entities_named_in_no_link_cannot_be_linked(store: Store) -> None:
    one = source()
    store.add_source(one)
    store.replace_claims(one.id, [claim(one)])
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        store.replace_resolution([], [claim(one).with_entities({("seller", 0): "nobody"})])


def test_edges_and_findings_come_back_in_order(store: Store) -> None:
    edges = (
        Edge("2", "Deal", "a", "b", "sold", ("c1", "c2"), "2007", {"amount": "2.1e9"}),
        Edge("3", "Ownership", "a", "b", "owns", ("c1",), "2007", {}, "2013", Share("half", 50.0, 50.0)),
        Edge("1", "Family", "b", "a", "daughter", ()),
    )
    figures = {"loss": 1.6e9, "by": {"low": None}}
    findings = (
        Finding("9", "round_trip", "T", "Text", "high", ("c1",), ("e1",), figures, ("a reason",), 2, 1),
        Finding("1", "single_source", "T", "Text", "low", ()),
    )
    store.replace_edges(edges)
    store.replace_findings(findings)
    assert store.edges() == edges
    assert store.findings() == findings
    assert list(store.findings()[0].figures) == ["loss", "by"]


def test_what_lists_say_and_who_controls_what_come_back_whole(store: Store) -> None:
    edition = SanctionsList("ofac", "SDN", "OFAC", "2024-07-02", 2, "f" * 64, "sdn.csv")
    profile = Profile("Person", ("KERN, Anna", "Анна Керн"), ("A.K.",), ("1961", "1961-02-03"), ("kz",))
    hit = Hit("e1", Listing("ofac:36", "ofac", profile, ("SDGT",), "2007"), "possible", 0.71, "A. Kern", "KERN, Anna",
              ("surname",), ("no birth date",))  # fmt: skip
    found = Standing("e1", "ofac", "possible", "2024-07-02", hits=(hit.id,))
    standings = (found, Standing("e2", "ofac", "not listed", None))
    share = Share("", 25.0, 30.0)
    controls = (Control("1", "a", "c", "integrated ownership", share, "2013-01-01", (("e1", "e2"), ())),)
    for _ in range(2):
        store.replace_screening((edition,), (hit,), standings)
        store.replace_controls(controls)
    assert (store.lists(), store.hits(), store.standings()) == ((edition,), (hit,), standings)
    assert store.controls() == controls
    store.replace_screening((), (), ())
    assert (store.lists(), store.hits(), store.standings()) == ((), (), ())


def test_grades_are_appended_and_the_same_one_is_one(store: Store) -> None:
    first, second = Grade("s1", "F", "A. Reader", "2026-01-01"), Grade("s1", "B", "A. Reader", "2026-01-02", "knows it")
    for grade in (first, second, first):
        store.add_grade(grade)
    assert store.grades() == (first, second)


def test_problems_belong_to_a_stage_and_a_key(store: Store) -> None:
    first = Problem("no text layer", "a.pdf", "run OCR on it", "add")
    second = Problem("no date", "a.txt", "give --date", "read", "s1", False)
    store.replace_problems("add", "a", [first, second])
    store.replace_problems("read", "a", [second])
    store.replace_problems("add", "a", [first])
    assert store.problems() == (first, second)
    store.replace_problems("add", "a", [])
    assert store.problems() == (second,)


def test_problems_are_listed_source_by_source(store: Store) -> None:
    one, two = source("b.txt"), source("a.txt")
    of_two = Problem("no date", "a.txt", "give --date", "add", two.id, False)
    of_one = Problem("no date", "b.txt", "give --date", "read", one.id, False)
    of_none = Problem("no text", "c.pdf", "run OCR on it", "read", "0" * 64)
    for each in (one, two):
        store.add_source(each)
    for problem in (of_two, of_one, of_none):
        store.replace_problems(problem.stage, problem.source or "", [problem])
    assert store.problems() == (of_none, of_one, of_two)


def test_judgements_are_appended_once(store: Store) -> None:
    same = Judgement("e1", "e2", "same", "A. Analyst", "2024-01-02T03:04:05Z", "one passport")
    back = replace(same, verdict="different", at="2024-01-03T00:00:00Z")
    for judgement in (same, back, same):
        store.add_judgement(judgement)
    assert store.judgements() == (same, back)


def test_the_last_review_counts_and_all_are_kept(store: Store) -> None:
    one = source()
    store.add_source(one)
    store.replace_claims(one.id, [claim(one)])
    first = Review(claim(one).id, "rejected", "A", "2024-01-01")
    reviews = (first, replace(first, verdict="accepted", by="B", at="2024-01-02", why="seen"))
    for review in reviews:
        store.add_review(review)
    assert store.reviews() == reviews
    store.replace_claims(one.id, [claim(one)])
    assert [(c.review, c.reviewer) for c in store.claims()] == [("accepted", "B")]


def test_a_run_is_remembered_until_the_next(store: Store) -> None:
    run = StageRun("read", "s1", "i1", "u1", "o1", "2024-01-01T00:00:00Z", {"dossier.html": "ff"})
    store.finish(replace(run, input="earlier"))
    store.finish(run)
    store.finish(replace(run, stage="claims"))
    assert store.run("read", "s1") == run
    assert store.run("read", "s2") is None
    assert store.runs("read") == {"s1": run}


def test_a_transaction_that_fails_leaves_nothing(store: Store) -> None:
    def work() -> None:
        with store.transaction():
            store.add_source(source())
            store.finish(StageRun("read", "s1", "i", "u", "o"))
            assert store.run("read", "s1"), "a transaction sees its own writes"
            raise LookupError("in the middle")

    with pytest.raises(LookupError):
        work()
    assert store.sources() == ()
    assert store.run("read", "s1") is None
    store.add_source(source())
    assert store.sources() == (source(),)
