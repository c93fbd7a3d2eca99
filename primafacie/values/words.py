"""Word lists written as text, one blank between words: easier to read and to extend than a column of literals."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text, parted by white space."""
    return frozenset(text.split())
