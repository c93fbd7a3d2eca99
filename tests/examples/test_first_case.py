"""The first worked example gives the findings that its README promises, in the voices it names, twice the same."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

Investigate = Callable[[Path], "subprocess.CompletedProcess[str]"]
PRIMAFACIE = (sys.executable, "-c", "from primafacie.cli import main; main()")


def listing(what: str, case: Path) -> list[dict[str, Any]]:
    """What ``primafacie WHAT --format jsonl`` prints for the case."""
    command = [*PRIMAFACIE, what, "--case", str(case), "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def claims(first_case: Path) -> list[dict[str, Any]]:
    return listing("claims", first_case)


@pytest.fixture(scope="module")
def findings(first_case: Path) -> list[dict[str, Any]]:
    return listing("findings", first_case)


def numbers(value: object) -> Iterator[float]:
    """Every number anywhere in a finding's figures."""
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from numbers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from numbers(inner)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield float(value)


def names(claim: Mapping[str, Any], role: str) -> str:
    return " ".join(filler["text"] for filler in claim["roles"].get(role, []))


def of(findings: list[dict[str, Any]], check: str) -> list[dict[str, Any]]:
    return [finding for finding in findings if finding["check"] == check]


def test_the_bank_is_said_to_have_come_back(findings: list[dict[str, Any]]) -> None:
    trips = of(findings, "round_trip")
    assert len(trips) == 1
    (trip,) = trips
    for name in ("ATF Bank", "Utemuratov", "UniCredit", "Yessimov", "Nazarbayev"):
        assert name in trip["text"]
    figures = set(numbers(trip["figures"]))
    assert {2.1e9, 493e6} <= figures or {2.117e9, 493e6} <= figures
    assert "Ablyazov" in trip["text"]
    assert trip["against"]


def test_the_price_fell(findings: list[dict[str, Any]]) -> None:
    falls = [f for f in of(findings, "price_fall") if "ATF Bank" in f["title"]]
    assert falls
    assert all(50 < f["figures"]["percent"] < 90 for f in falls)


def test_figures_for_the_dead_stand_side_by_side(findings: list[dict[str, Any]]) -> None:
    voices = [voice for finding in of(findings, "casualties") for voice in finding["figures"]["voices"]]
    said = {(v["low"], v["high"]) for v in voices}
    assert {(50, None), (200, 999), (164, 164), (225, 225), (230, 230), (238, 238), (10, None)} <= said
    witness = next(v for v in voices if v["low"] == 50)
    assert "man" in witness["voice"]
    assert any("Ablyazov" in voice for voice in witness["chain"])
    assert witness["hearsay"]
    given = {50, 200, 999, 164, 103, 225, 19, 230, 139, 10, 238, 6}
    shown = {n for f in of(findings, "casualties") for n in (f["figures"]["low"], f["figures"]["high"]) if n}
    assert shown <= given, "a figure that nobody gave"


def test_who_was_arrested_and_extradited_and_by_whom(claims: list[dict[str, Any]]) -> None:
    for kind in ("Arrest", "Extradition"):
        said = [c for c in claims if c["kind"] == kind]
        assert any("Shalabayeva" in names(c, "victim") and "Italian" in names(c, "perpetrator") for c in said)
        assert all(c["voices"] == ["QUESTION"] for c in said if "Shalabayeva" in names(c, "victim"))


def test_sanctions_are_denied_by_one_and_called_for(claims: list[dict[str, Any]]) -> None:
    stances = {(c["stance"], c["voices"][-1]) for c in claims if c["kind"] == "Sanction"}
    assert any(stance == "denies" and "Ablyazov" in voice for stance, voice in stances)
    assert any(stance == "calls_for" for stance, _ in stances)


def test_every_quote_is_in_its_document(claims: list[dict[str, Any]]) -> None:
    text = (Path(__file__).resolve().parents[2] / "examples" / "first-case" / "1-interview.txt").read_bytes()
    ours = [c for c in claims if c["source"] == hashlib.sha256(text).hexdigest()]
    assert ours
    for claim in ours:
        quote = claim["quote"]
        assert text.decode("utf-8")[quote["start"] : quote["end"]] == quote["text"]


def test_a_second_run_changes_nothing(investigate: Investigate, tmp_path: Path, first_case: Path) -> None:
    case = tmp_path / "case"
    assert investigate(case).returncode == 0
    before = listing("claims", case), files(case)
    assert investigate(case).returncode == 0
    assert (listing("claims", case), files(case)) == before
    assert files(case) == files(first_case), "another case of the same documents is the same"


def files(case: Path) -> dict[str, str]:
    """The checksums of the dossier and of the archived documents."""
    return {
        str(path.relative_to(case)): hashlib.sha256(path.read_bytes()).hexdigest()
        for folder in ("dossier", "archive")
        for path in sorted((case / folder).rglob("*"))
        if path.is_file()
    }
