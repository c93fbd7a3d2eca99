"""What a sentence says came first is kept with its claims, on both sides."""

from __future__ import annotations

import pytest
from claims.reading import claims_of

CASES = {
    "before": ("en", "Anton Serik fled to London before prosecutors charged him with fraud.",
               [("Flight", "before", "Accusation")]),
    "after a noun": ("en", "After the arrest of Ivan Petrov they sold Orda Bank to Meridian Holding.",
                     [("Arrest", "before", "Deal")]),
    "past perfect in the clause": (
        "en", "Kano Bekov sold Orda Bank to Meridian Holding when police had already arrested his brother.",
        [("Arrest", "before", "Deal")]),
    "past perfect in the main clause": (
        "en", "Anton Serik had fled to London when police arrested his wife.", [("Flight", "before", "Arrest")]),
    "of what was told just before": (
        "en", "In 2013 Meridian Holding sold Orda Bank to Anton Serik. Nobody stopped it. And all the time, when my "
        "wife and daughter had already been kidnapped, Kano Bekov paid the mayor 5 million dollars.",
        [("Arrest", "before", "Deal"), ("Arrest", "before", "Payment")]),
    "when alone tells nothing": (
        "en", "When Kano Bekov sold Orda Bank to Meridian Holding, police arrested his brother.", []),
    "until": ("en", "Kano Bekov owned the shop until he sold Orda Bank to Meridian Holding.", []),
    "после": ("ru", "После ареста Ивана Петрова компания «Орда» была продана Серику.", [("Arrest", "before", "Deal")]),
    "до того как": ("ru", "Сериков бежал в Лондон до того, как полиция арестовала его жену.",
                    [("Flight", "before", "Arrest")]),
    "когда уже": ("ru", "Когда Беков продал банк «Орда» компании «Меридиан», полиция уже арестовала его брата.",
                  [("Arrest", "before", "Deal")]),
}  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES)
def test_order_is_read(language: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    found = claims_of(text, language=language)
    kinds = {c.id: c.kind for c in found}
    told = sorted((c.kind, o.relation, kinds[o.claim]) for c in found for o in c.order if o.relation == "before")
    assert told == expected
    back = sorted((kinds[o.claim], c.kind) for c in found for o in c.order if o.relation == "after")
    assert back == sorted((a, b) for a, _, b in expected)
