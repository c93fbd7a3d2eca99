"""Holds the layout to its rules, so that a reader who knows them knows where to look."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import primafacie

ROOT = Path(primafacie.__file__).parent
STAGES = ("sources", "reading", "claims", "resolution", "screening", "graph", "findings", "dossier")
GROUND = ("model", "vocabulary", "values", "identity")
"""What every stage may import beside itself."""
MODULES = sorted(path for path in ROOT.rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
"""Lines; the rule is "about fifty"."""
VAGUE = {"util", "utils", "helper", "helpers", "common", "misc"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def part(path: Path) -> str:
    """The first name below the package: "claims", "pipeline"."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The parts of this package that the module imports, wherever in it: "claims", "model"."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            around = ("primafacie", *path.relative_to(ROOT).parts)[: -node.level] if node.level else ()
            base = ".".join((*around, *([node.module] if node.module else [])))
            names = [f"{base}.{alias.name}" for alias in node.names]
        else:
            continue
        for full in names:
            first, *rest = full.split(".")
            if first == "primafacie" and rest:
                yield rest[0]


@pytest.mark.parametrize("path", [p for p in MODULES if part(p) in STAGES], ids=name)
def test_a_stage_imports_no_other_stage(path: Path) -> None:
    assert set(imported(path)) <= {part(path), *GROUND}


@pytest.mark.parametrize("path", [p for p in MODULES if part(p) in GROUND], ids=name)
def test_the_ground_rests_on_itself(path: Path) -> None:
    assert set(imported(path)) <= set(GROUND)


def test_only_the_pipeline_knows_two_stages() -> None:
    knowing = {name(p) for p in MODULES if part(p) not in STAGES and len(set(imported(p)) & set(STAGES)) > 1}
    assert knowing == {"pipeline.py"}


def test_the_store_knows_no_stage() -> None:
    assert not {i for p in MODULES if part(p) == "store" for i in imported(p)} - {"store", "model"}


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_is_small_says_what_it_is_for_and_has_a_telling_name(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.count("\n") < LONGEST_MODULE
    assert not VAGUE & set(path.relative_to(ROOT).with_suffix("").parts)
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a module says in one sentence what it is for"
    functions = [n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno + 1 > LONGEST_FUNCTION]
    assert not long


def test_light_to_import() -> None:
    heavy = ("spacy", "sqlalchemy", "trafilatura", "rigour", "dateparser", "pypdfium2", "numpy", "httpx")
    script = f"import sys, primafacie.cli.app; print([m for m in {heavy!r} if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"
