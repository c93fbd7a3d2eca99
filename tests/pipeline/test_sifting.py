"""Claims below a confidence stay in the case, and nothing that is made of it rests on them."""

from __future__ import annotations

from pathlib import Path

from primafacie import Case, evidence, investigate, pipeline

from .conftest import work


def median(case: Case) -> float:
    values = sorted(claim.confidence for claim in case.store.claims())
    assert values[0] < values[-1], "the texts must give claims of different confidence"
    return values[len(values) // 2 + 1]


def test_findings_and_dossier_leave_out_what_is_less_sure(tmp_path: Path, files: list[Path]) -> None:
    work(tmp_path / "case", files)
    with Case.open(tmp_path / "case") as case:
        every, least = case.store.claims(), median(case)
        assert investigate(case, min_confidence=least) == 2, "only the checks and the dossier are made anew"
        held = evidence(case, least)
        kept = {claim.id for claim in held.claims}
        left_out = len(every) - len(kept)
        assert 0 < left_out < len(every)
        assert case.store.claims() == every
        assert all(claim.confidence >= least for claim in held.claims)
        assert all(kept.issuperset(finding.claims) for finding in case.store.findings())
        assert all(kept.issuperset(edge.claims) and edge.claims for edge in held.edges)
        assert all(claim in kept for entity in held.entities for claim, _, _ in entity.mentions)
        page = (case.dossier / "dossier.html").read_text("utf-8")
        assert f"{left_out} claims below the confidence asked for ({least:g})" in " ".join(page.split())


def test_asking_for_less_again_gives_what_was_there_before(tmp_path: Path, files: list[Path]) -> None:
    work(tmp_path / "case", files)
    page = tmp_path / "case" / "dossier" / "dossier.html"
    before = page.read_bytes()
    with Case.open(tmp_path / "case") as case:
        least = median(case)
        investigate(case, min_confidence=least)
        assert page.read_bytes() != before
        assert investigate(case, min_confidence=least) == 0
        assert pipeline.due(case) == (), "a listing takes the findings for what they are"
        assert pipeline.due(case, 0.0) == ("check", "dossier")
        investigate(case)
    assert page.read_bytes() == before
