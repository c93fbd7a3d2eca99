"""Each kind of claim in the other languages: tests/golden/claims/<package>/<kind>.txt, written as those for English.

``python -m tests.claims.test_kinds_languages russian Deal`` prints what is read today, to be checked before it is kept.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import pytest

from primafacie.claims import LANGUAGES, extract
from primafacie.model import Source
from primafacie.vocabulary import KINDS
from tests.claims.test_kinds import line, passages

GOLDEN = Path(__file__).parents[1] / "golden" / "claims"
CODES = {package: code for code, package in LANGUAGES.items() if code != "en"}
FILES = [(package, kind) for package in CODES for kind in KINDS if (GOLDEN / package / f"{kind.lower()}.txt").exists()]


def read(package: str, kind: str, text: str) -> list[str]:
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = Source(digest, kind, "text/plain", text, len(text), language=CODES[package])
    claims, problems = extract(source, passages(source))
    assert not problems
    return [line(claim) for claim in claims if claim.kind == kind]


@pytest.mark.parametrize(("package", "kind"), FILES)
def test_kind(package: str, kind: str) -> None:
    text, expected = (GOLDEN / package / f"{kind.lower()}.txt").read_text("utf-8").split("\n---\n")
    assert read(package, kind, text) == expected.strip().splitlines()


@pytest.mark.parametrize("package", CODES)
def test_every_language_has_a_golden_for_some_kind(package: str) -> None:
    assert [kind for other, kind in FILES if other == package]


if __name__ == "__main__":
    spoken, *wanted = sys.argv[1:]
    for name in wanted:
        paragraphs = (GOLDEN / spoken / f"{name.lower()}.txt").read_text("utf-8").split("\n---\n")[0]
        print("\n".join(read(spoken, name, paragraphs)))
