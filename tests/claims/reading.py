"""Reads claims from a text given in a test: one passage a line, roles and speakers by a label before the line."""

from __future__ import annotations

import hashlib
import re

from primafacie.claims import extract
from primafacie.model import Claim, Passage, Source

LABEL = re.compile(r"^(question|answer) ([^:]+): ")


def source_of(text: str, **given: str) -> Source:
    told = {"language": "en", **given}
    return Source(hashlib.sha256(text.encode()).hexdigest(), "text", "text/plain", text, len(text), **told)


def passages_of(source: Source) -> list[Passage]:
    """A passage a line; "question Ada: …" and "answer Bo: …" set role and speaker and are not part of it."""
    found = []
    for index, line in enumerate(re.finditer(r"[^\n]+", source.text)):
        label = LABEL.match(line[0])
        start = line.start() + (label.end() if label else 0)
        role, speaker = (label[1], label[2]) if label else ("prose", None)
        found.append(Passage(source.id, index, start, line.end(), role, speaker))
    return found


def claims_of(text: str, **given: str) -> tuple[Claim, ...]:
    """The claims of a text; fails where the reader reports a problem."""
    source = source_of(text, **given)
    claims, problems = extract(source, passages_of(source))
    assert not problems
    return claims
