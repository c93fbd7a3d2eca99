"""Answers that say only the number."""

from __future__ import annotations

import pytest

from tests.claims.reading import claims_of


@pytest.mark.parametrize("answer", ["There are hundreds of them.", "Hundreds.", "Perhaps hundreds. The list is long."])
def test_the_question_says_what_is_counted(answer: str) -> None:
    claims = claims_of(f"question Ada: Do you have an idea of the number of deaths?\nanswer Bo: {answer}")
    found = [c for c in claims if c.kind == "Killing"]
    assert [(c.count and (c.count.low, c.count.high), c.voices) for c in found] == [((200, 999), ("Bo",))]


@pytest.mark.parametrize(
    "text",
    [
        "question Ada: Did you vote?\nanswer Bo: There are hundreds of them.",
        "question Ada: How many people died?\nanswer Bo: I do not know. Hundreds of shops are closed.",
        "How many people died?\nThere are hundreds of them.",
    ],
)
def test_other_numbers_count_no_dead(text: str) -> None:
    assert not [c for c in claims_of(text) if c.kind == "Killing" and c.count and c.count.low == 200]
