"""In every language but English, which has its own test, an entry of the lexicon must read what its examples say."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from primafacie.claims import LANGUAGES, extract
from primafacie.claims.lexicon import Entry, lexicon
from primafacie.model import Claim, Source
from tests.claims.reading import passages_of
from tests.claims.test_lexicon import differences

EXAMPLES = [(code, e, x) for code in LANGUAGES if code != "en" for e in lexicon(code).entries for x in e.examples]


def claims_of(code: str, text: str) -> tuple[Claim, ...]:
    source = Source("0" * 64, "text", "text/plain", text, len(text), language=code)
    claims, problems = extract(source, passages_of(source))
    assert not problems
    return claims


@pytest.mark.parametrize(
    ("code", "item", "example"), EXAMPLES, ids=[f"{c}-{e.kind}-{e.id}-{i}" for i, (c, e, _) in enumerate(EXAMPLES)]
)
def test_example(code: str, item: Entry, example: Mapping[str, Any]) -> None:
    found = [c for c in claims_of(code, example["say"]) if c.kind == item.kind]
    if example["reads"] == "none":
        assert not found, f"must not be read as {item.kind}: {found}"
        return
    assert found, f"no {item.kind} claim read from {example['say']!r}"
    best = min((differences(c, example["reads"]) for c in found), key=len)
    assert not best, f"{example['say']!r}: {best}; read {[(c.roles, c.status, c.stance, c.count) for c in found]}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_entry_has_examples(code: str) -> None:
    assert lexicon(code).entries
    assert not [(e.kind, e.id) for e in lexicon(code).entries if not e.examples]
