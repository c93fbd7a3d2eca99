"""Every entry of the lexicon must read what its examples say it reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from primafacie.claims.lexicon import Entry, LexiconError, entry, lexicon
from primafacie.model import Claim
from primafacie.vocabulary import KINDS
from tests.claims.reading import claims_of

EXAMPLES = [(e, example) for e in lexicon("en").entries for example in e.examples]
ARTICLES = ("the ", "a ", "an ", "his ", "her ", "its ", "their ")


def plain(text: str) -> str:
    text = text.casefold()
    for article in ARTICLES:
        text = text.removeprefix(article)
    return text


def differences(claim: Claim, wanted: Mapping[str, Any]) -> list[str]:
    """What the example asks for and the claim does not say."""
    wrong = []
    for key, want in wanted.items():
        if key == "status":
            ok = claim.status == want
        elif key == "stance":
            ok = claim.stance == want
        elif key == "amount":
            ok = claim.amount is not None and claim.amount.value == want
        elif key == "currency":
            ok = claim.amount is not None and claim.amount.currency == want
        elif key == "count":
            ok = claim.count is not None and [claim.count.low, claim.count.high] == want
        elif key == "date":
            ok = claim.date is not None and claim.date.start == want
        else:
            have = {plain(f.text) for f in claim.roles.get(key, ())}
            ok = {plain(w) for w in ([want] if isinstance(want, str) else want)} <= have
        if not ok:
            wrong.append(f"{key}: wanted {want!r}")
    return wrong


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
    assert not best, (
        f"{example['say']!r}: {best}; read {[(c.roles, c.status, c.stance, c.amount, c.count, c.date) for c in found]}"
    )


def test_every_kind_has_entries_with_examples() -> None:
    kinds = {e.kind for e, _ in EXAMPLES}
    assert kinds == set(KINDS)


@pytest.mark.parametrize(
    ("kind", "raw", "says"),
    [
        ("Deal", {"id": "x", "verbs": ["sell"], "roles": {"vendor": "subject"}}, "has no role 'vendor'"),
        ("Deal", {"id": "x", "verb": ["sell"]}, "no such field"),
        ("Deal", {"id": "x", "roles": {"seller": "subject"}}, "at least one of verbs"),
        ("Ownership", {"id": "x", "verbs": ["own"], "status": "has"}, "has no status 'has'"),
    ],
)
def test_a_wrong_entry_says_what_to_write_instead(kind: str, raw: Mapping[str, Any], says: str) -> None:
    with pytest.raises(LexiconError, match=says):
        entry(kind, raw, "entry x")
