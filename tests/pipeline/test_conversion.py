"""Rate tables are kept with the case under their SHA-256, and what they say reaches the findings."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from primafacie import conversion, pipeline
from primafacie.case import Case
from primafacie.intake import add
from primafacie.verification import verify

TEXT = """In 2007 Arvid Solberg sold Nordhaven Bank to Lumen Group for 2 billion dollars.

On 15 March 2013 Lumen Group sold Nordhaven Bank to Ivo Branko for 300 million euros.
"""
RATES = "Date,USD,JPY,\n2013-03-15,1.25,124,\n2013-03-14,1.24,123,\n"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    text = tmp_path / "deals.txt"
    text.write_text(TEXT)
    with Case.open(tmp_path / "case", create=True) as opened:
        add(opened, text)
        yield opened


@pytest.fixture
def rates(tmp_path: Path) -> Path:
    path = tmp_path / "eurofxref-hist.csv"
    path.write_text(RATES)
    return path


def falls(case: Case) -> list[str]:
    pipeline.investigate(case, [stage.name for stage in pipeline.STAGES if stage.name != "dossier"])
    return [f.title for f in case.store.findings() if f.check == "price_fall"]


def test_without_a_table_prices_are_not_compared_and_with_one_they_are(case: Case, rates: Path) -> None:
    (before,) = falls(case)
    assert "different currencies" in before
    assert conversion.take(case, [rates], "primafacie check") == ()
    assert "check" in pipeline.due(case)
    (after,) = falls(case)
    assert "fallen by 81.2 %" in after
    (found,) = [f for f in case.store.findings() if f.check == "price_fall"]
    assert "1.25 USD for EUR 1, the rate of 15 March 2013 in eurofxref-hist.csv" in found.text
    assert found.figures["rate"]["sha256"] == sha256(RATES.encode()).hexdigest()
    assert "check" not in pipeline.due(case)


def test_the_bytes_and_the_day_they_came_are_kept(case: Case, rates: Path) -> None:
    conversion.take(case, [rates], "primafacie check")
    sha = sha256(RATES.encode()).hexdigest()
    assert case.archive.get(sha) == RATES.encode()
    (entry,) = [e for e in case.custody.entries() if e.action == "rates"]
    assert (entry.sha256, entry.name, entry.command) == (sha, "eurofxref-hist.csv", "primafacie check")
    assert conversion.tables(case) == ((sha, "eurofxref-hist.csv"),)
    assert verify(case)[1] == ()


def test_the_same_table_again_changes_nothing(case: Case, rates: Path) -> None:
    conversion.take(case, [rates])
    falls(case)
    conversion.take(case, [rates])
    assert pipeline.due(case) in ((), ("dossier",))
    assert len([e for e in case.custody.entries() if e.action == "rates"]) == 1


def test_the_table_given_last_is_asked_first(case: Case, rates: Path) -> None:
    conversion.take(case, [rates])
    other = rates.with_name("own.csv")
    other.write_text("date,currency,rate,base\n2013-03-15,USD,2,EUR\n")
    conversion.take(case, [other])
    (title,) = falls(case)
    assert "fallen by 70.0 %" in title
    conversion.take(case, [rates])
    (title,) = falls(case)
    assert "fallen by 81.2 %" in title


def test_what_is_no_table_is_refused_and_not_kept(case: Case, tmp_path: Path) -> None:
    bad = tmp_path / "prices.csv"
    bad.write_text("name,price\nhouse,5\n")
    (problem,) = conversion.take(case, [bad])
    assert problem.where == "prices.csv"
    assert conversion.tables(case) == ()


def test_a_bad_row_is_a_problem_of_the_case(case: Case, rates: Path) -> None:
    rates.write_text(RATES + "2013-03-13,abc,122,\n")
    conversion.take(case, [rates])
    falls(case)
    assert [(p.what, p.where) for p in case.store.problems() if p.stage == "check"] == [
        ("a rate was left out: the rate “abc” cannot be read", "eurofxref-hist.csv, row 4")
    ]


@pytest.mark.parametrize("index", [b"not json", b"[1]", b"{}", b'[{"sha256": "../../etc/passwd", "name": "x"}]',
                                   b'[{"sha256": 5}]', b"[[]]"])  # fmt: skip
def test_an_index_that_was_tampered_with_is_said_to_be_useless(case: Case, index: bytes) -> None:
    (case.folder / conversion.INDEX).write_bytes(index)
    found, problems = conversion.rates(case)
    assert found is None
    assert len(problems) == 1


def test_a_table_changed_in_the_archive_is_not_used(case: Case, rates: Path) -> None:
    conversion.take(case, [rates])
    path = case.archive.path(sha256(RATES.encode()).hexdigest())
    path.chmod(0o600)
    path.write_text(RATES.replace("1.25", "9.99"))
    found, (problem,) = conversion.rates(case)
    assert found is None
    assert "archive" in problem.what
