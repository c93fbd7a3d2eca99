"""What users install: the wheel, with its data files, runs on its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import primafacie

from .conftest import TEXT

PROJECT = Path(primafacie.__file__).parents[1]
PARTS = ("pyproject.toml", "README.md", "LICENSE", "primafacie")


def test_the_wheel_investigates(tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    tree.mkdir()
    for part in PARTS:  # built from a copy: a build leaves its traces beside the sources
        source = PROJECT / part
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(source, tree / part, ignore=ignore) if source.is_dir() else shutil.copy(source, tree)
    pip = [sys.executable, "-m", "pip", "--quiet", "--no-input", "--disable-pip-version-check"]
    offline = ["--no-index", "--no-deps"]
    subprocess.run([*pip, "wheel", *offline, "--no-build-isolation", "-w", tmp_path, tree], check=True)
    (wheel,) = tmp_path.glob("primafacie-*.whl")
    target = tmp_path / "installed"
    subprocess.run([*pip, "install", *offline, "--target", target, wheel], check=True)

    (tmp_path / "deals.txt").write_bytes(TEXT.encode())
    environment = {**os.environ, "PYTHONPATH": str(target)}

    def command(*arguments: str) -> str:
        script = [str(target / "bin" / "primafacie"), *arguments]
        done = subprocess.run(script, cwd=tmp_path, env=environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    for language in ("en", "ru"):
        assert (target / "primafacie" / "claims" / "lexicon" / language / "deal.yaml").is_file()
    assert command("--version") == f"primafacie {primafacie.__version__}\n"
    assert command("investigate", "deals.txt").splitlines()[-1] == "case/dossier/dossier.html"
    assert (tmp_path / "case" / "dossier" / "dossier.html").is_file()
    where = subprocess.run(
        [sys.executable, "-c", "import primafacie; print(primafacie.__file__)"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert where.stdout.strip() == str(target / "primafacie" / "__init__.py")
