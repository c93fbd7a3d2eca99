"""Puts what was measured into a page of the documentation, between two marks, and leaves the rest of the page alone."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

PAGE = Path(__file__).resolve().parents[2] / "docs" / "benchmarks.md"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def put(name: str, body: str, page: Path = PAGE) -> None:
    """Replaces what stands between ``<!-- NAME -->`` and ``<!-- /NAME -->``; ValueError where they are missing."""
    text = page.read_text("utf-8")
    opening, closing = f"<!-- {name} -->", f"<!-- /{name} -->"
    if opening not in text or closing not in text:
        raise ValueError(f"{page.name} has no section {name}: write {opening} and {closing} where it is to stand")
    before, rest = text.split(opening, 1)
    _, after = rest.split(closing, 1)
    page.write_text(f"{before}{opening}\n{body.strip()}\n{closing}{after}", "utf-8")
