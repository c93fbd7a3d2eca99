"""Ids that the same input gives on every machine."""

from __future__ import annotations

import hashlib
import json


def digest(*parts: object, length: int = 16) -> str:
    """A stable id: the first ``length`` hex digits of the SHA-256 of the parts, as canonical JSON."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, default=str, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:length]
