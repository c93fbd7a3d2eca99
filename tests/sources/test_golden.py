"""One golden file a loader: what goes in, a line "---", and what comes out: metadata, text, problems ("!")."""

from __future__ import annotations

from pathlib import Path

import pytest

from primafacie.sources import LOADERS, load

from .papers import column, docx, pdf

SUFFIXES = {"text": "txt", "markdown": "md", "bods": "json", "ftm": "json"}
GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "sources"


def built(name: str, written: str) -> bytes:
    """The file that the first part of a golden stands for: as written, but for the two binary formats."""
    if name == "pdf":
        pages = [
            [*column(page), (72.0, 760.0, f"The Example Report, p. {n}", "F1", 8.0), (300.0, 30.0, str(n), "F1", 9.0)]
            for n, page in enumerate(written.split("\n=== page\n"), 1)
        ]
        return pdf(pages, info="/Title (The quiet sale of a bank) /Author (Ann Lee)", catalog="/Lang (en-GB)")
    if name == "docx":
        core = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The quiet sale</dc:title>'
            "<dc:creator>Ann Lee</dc:creator></cp:coreProperties>"
        )
        return docx(written.replace("\n", ""), core=core)
    return written.encode("utf-8")


def shown(name: str, data: bytes) -> str:
    source, problems = load(data, f"{name}.{SUFFIXES.get(name, name)}")
    assert source is not None
    keys = ("title", "author", "publisher", "date", "language")
    stated = "".join(f"{key}: {value}\n" for key in keys if (value := getattr(source, key)))
    return f"{stated}\n{source.text.strip()}\n" + "".join(f"! {problem.what}\n" for problem in problems)


@pytest.mark.parametrize("name", [loader.name for loader in LOADERS])
def test_a_loader_gives_what_its_golden_file_says(name: str) -> None:
    written, _, expected = (GOLDEN / f"{name}.txt").read_text("utf-8").rpartition("\n---\n")
    assert shown(name, built(name, written)) == expected


def test_every_golden_file_belongs_to_a_loader() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {loader.name for loader in LOADERS}
