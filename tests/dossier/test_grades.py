"""Grades: two signs at every footnote, in words with who gave them, and the scale in the methodology."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from primafacie.model import Evidence, Grade

from .cases import harbour
from .elements import by_id, written

MACHINE = "the software"


def graded(*extra: Grade) -> Evidence:
    evidence = harbour()
    (document,) = evidence.sources
    by_rule = (Grade(document.id, "F", MACHINE, "", "nobody has judged it yet"),
               *(Grade(c.id, "6", MACHINE, "", "rests on one voice") for c in evidence.claims))  # fmt: skip
    return replace(evidence, grades=(*by_rule, *extra))


def test_every_footnote_bears_the_grades_of_its_source_and_claim(tmp_path: Path) -> None:
    root = written(graded(), tmp_path)
    for note in by_id(root, "footnotes").all("li"):
        (sign,) = [a for a in note.all("a") if a.attributes.get("class") == "grade"]
        assert sign.text == "F6"
        assert sign.attributes["href"] == "#grades"
        assert sign.attributes["title"] == (
            "source F, cannot be judged (by the software: nobody has judged it yet); "
            "claim 6, cannot be judged (by the software: rests on one voice)"
        )
    assert "F, cannot be judged (by the software: nobody has judged it yet)" in by_id(root, "register").text
    assert "0 grades in this dossier were given by a person." in by_id(root, "methods").text
    assert "almost no chance" not in root.text


def test_an_analysts_last_word_is_shown_with_name_day_topic_and_grounds(tmp_path: Path) -> None:
    (document,) = harbour().sources
    root = written(graded(
        Grade(document.id, "C", "A. Reader", "2024-01-02T03:04:05+00:00", "wrong before"),
        Grade(document.id, "B", "A. Reader", "2024-03-02T03:04:05+00:00", "own papers", "harbours"),
        Grade("d1", "2", "B. Reader", "2024-03-04T03:04:05+00:00", "very likely"),
    ), tmp_path)  # fmt: skip
    told = "B, usually reliable (by A. Reader on 2 March 2024, on harbours: own papers)"
    assert told in by_id(root, "register").text
    note = next(li for li in by_id(root, "footnotes").all("li") if "80 million" in li.all("q")[0].text)
    assert "B2" in note.text
    assert "graded 2, probably true (by B. Reader on 4 March 2024: very likely)" in note.text
    assert "2 grades in this dossier were given by a person." in by_id(root, "methods").text
    assert "Intelligence Community Directive 203" in by_id(root, "methods").text


def test_ungraded_evidence_bears_no_sign(tmp_path: Path) -> None:
    root = written(harbour(), tmp_path)
    assert not [a for a in root.all("a") if a.attributes.get("class") == "grade"]
    assert "Reliability" not in by_id(root, "register").text
