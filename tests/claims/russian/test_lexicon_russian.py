"""Every entry of the Russian lexicon must read what its examples say it reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from primafacie.claims import extract
from primafacie.claims.lexicon import Entry, lexicon
from primafacie.model import Claim, Source
from tests.claims.reading import passages_of
from tests.claims.test_lexicon import differences

EXAMPLES = [(e, example) for e in lexicon("ru").entries for example in e.examples]


def claims_of(text: str) -> tuple[Claim, ...]:
    source = Source("0" * 64, "text", "text/plain", text, len(text), language="ru")
    claims, problems = extract(source, passages_of(source))
    assert not problems
    return claims


@pytest.mark.parametrize(
    ("item", "example"), EXAMPLES, ids=[f"{e.kind}-{e.id}-{i}" for i, (e, _) in enumerate(EXAMPLES)]
)
def test_example(item: Entry, example: Mapping[str, Any]) -> None:
    found = [c for c in claims_of(example["say"]) if c.kind == item.kind]
    if example["reads"] == "none":
        assert not found, f"must not be read as {item.kind}: {found}"
        return
    assert found, f"no {item.kind} claim read from {example['say']!r}"
    best = min((differences(c, example["reads"]) for c in found), key=len)
    assert not best, f"{example['say']!r}: {best}; read {[(c.roles, c.status, c.stance, c.count) for c in found]}"


def test_every_kind_has_entries_with_examples() -> None:
    assert len({e.kind for e, _ in EXAMPLES}) == 18


def test_the_lists_are_written_with_plain_letters() -> None:
    """The parse gives "е" for "ё" in lemmas, so a word with "ё" would never be found."""
    assert not [lemma for (_, lemma) in lexicon("ru").index if "ё" in lemma]
