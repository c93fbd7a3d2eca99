"""Summary: what the checks found, most severe first, each with the claims it rests on."""

from __future__ import annotations

from primafacie.dossier.book import SEVERITIES, Book


def content(book: Book) -> dict[str, object]:
    """The findings, how many of each severity, and how much of the case a person has reviewed."""
    counts = {severity: sum(f.severity == severity for f in book.findings) for severity in SEVERITIES}
    return {
        "findings": book.findings,
        "counts": {severity: count for severity, count in counts.items() if count},
        "against": sum(bool(f.against) for f in book.findings),
        "reviewed": sum(claim.review != "unreviewed" for claim in book.claims),
        "rejected": len(book.claims) - len(book.live),
    }
