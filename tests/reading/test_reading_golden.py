"""Each shape of document against its golden file: the text, and who speaks in which passage of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from primafacie.model import Source, digest
from primafacie.reading import read

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "reading"


def reading_of(text: str) -> str:
    """The reading as a page: a line of what the front matter tells, then a line a passage, its quotations below it."""
    source, passages, problems = read(Source(digest(text), "golden.txt", "text/plain", text, len(text.encode())))
    lines = [f"title: {source.title} | author: {source.author} | date: {source.date} | language: {source.language}"]
    for passage in passages:
        voice = (
            f" [{passage.speaker or '-'} > {passage.addressee or '-'}]" if passage.speaker or passage.addressee else ""
        )
        lines.append(f"{passage.role}{voice} {' / '.join(text[passage.start : passage.end].splitlines())}")
        lines += [f"    {text[q.start : q.end]!r}{' open' if q.open else ''}" for q in passage.quotations]
    lines += [f"problem: {problem.what}" for problem in problems]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*.txt")), ids=lambda path: path.stem)
def test_reads_as_the_golden_file_says(golden: Path) -> None:
    given, expected = golden.read_text("utf-8").split("\n---\n")
    assert reading_of(given) == expected


def test_a_line_break_in_markdown_ends_no_paragraph() -> None:
    text = "# The villa\nIn 2013 the police came to the villa on the lake.\nThey found nobody there.\n\n- one\n- two\n"
    read_, passages, _ = read(Source(digest(text), "a.md", "text/markdown", text, len(text)))
    said = [text[p.start : p.end] for p in passages]
    assert "In 2013 the police came to the villa on the lake.\nThey found nobody there." in said
    assert said[0] == "# The villa"
    assert {"- one", "- two"} <= set(said)
    assert read_.title == "The villa"
