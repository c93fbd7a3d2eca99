"""Bold questions: many interviews tell question from answer by nothing else, so the text says it as Markdown does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

FEWEST_BOLD = 3
"""Paragraphs that are bold from end to end, two of them asking: fewer are headings or stress, and stay as they are."""


def starred(paragraphs: Iterable[tuple[str, bool]]) -> Iterator[str]:
    """The paragraphs (text, bold from end to end); the bold ones of an interview between pairs of asterisks."""
    found = [(text, bold and "\n" not in text) for text, bold in paragraphs]
    bold = [text for text, is_bold in found if is_bold]
    asking = sum(text.rstrip("\"'”’» ").endswith(("?", "？", "؟", ";")) for text in bold)
    interview = len(bold) >= FEWEST_BOLD and asking >= 2 and len(bold) < len(found)
    for text, is_bold in found:
        yield f"**{text}**" if interview and is_bold else text
