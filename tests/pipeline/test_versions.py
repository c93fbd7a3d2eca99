"""A stage's version follows the code and data behind it, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import primafacie
from primafacie import versions


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    for name in ("model.py", "vocabulary/deal.yaml", "values/money.py", "claims/lexicon/en/deal.yaml", "reading/a.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    monkeypatch.setattr(versions, "ROOT", tmp_path)
    versions.unit.cache_clear()
    yield tmp_path
    versions.unit.cache_clear()


def now(package: str) -> str:
    versions.unit.cache_clear()
    return versions.unit(package)


def test_a_new_verb_in_a_lexicon_is_a_new_version_of_the_claims_only(root: Path) -> None:
    claims, reading = now("claims"), now("reading")
    (root / "claims" / "lexicon" / "en" / "deal.yaml").write_text("a new verb")
    assert now("claims") != claims
    assert now("reading") == reading


def test_what_all_stages_rest_on_is_part_of_each(root: Path) -> None:
    before = now("reading")
    (root / "vocabulary" / "deal.yaml").write_text("another kind")
    assert now("reading") != before


def test_compiled_leftovers_do_not_count(root: Path) -> None:
    before = now("reading")
    (root / "reading" / "__pycache__").mkdir()
    (root / "reading" / "__pycache__" / "a.pyc").write_bytes(b"compiled")
    assert now("reading") == before


def test_the_version_is_that_of_the_package() -> None:
    project = Path(primafacie.__file__).parents[1] / "pyproject.toml"
    assert tomllib.loads(project.read_text())["project"]["version"] == primafacie.__version__
