"""Contradictory and exculpatory information: what speaks against a finding, may explain it, is denied or in doubt."""

from __future__ import annotations

from primafacie.dossier.book import Book
from primafacie.model import Claim


def content(book: Book) -> dict[str, object]:
    """Claims and reasons against findings, innocent explanations (by finding number), denials, acquittals, doubts."""
    cited: dict[str, list[int]] = {}
    reasons: dict[str, list[int]] = {}
    innocent: dict[str, list[int]] = {}
    for number, finding in enumerate(book.findings, 1):
        for entry in finding.against:
            if entry in book.by_id:
                cited.setdefault(entry, []).append(number)
            else:
                reasons.setdefault(entry, []).append(number)
        for entry in finding.innocent:
            innocent.setdefault(entry, []).append(number)

    def rest(keep: str) -> list[Claim]:
        return [c for c in book.live if c.id not in cited and c.stance == keep]

    return {
        "against": [(book.by_id[claim], numbers) for claim, numbers in cited.items()],
        "reasons": list(reasons.items()),
        "innocent": list(innocent.items()),
        "denied": rest("denies"),
        "acquitted": [c for c in rest("asserts") if c.status == "acquitted"],
        "doubted": rest("doubts"),
        "unanswered": [n for n, finding in enumerate(book.findings, 1) if not finding.against],
    }
