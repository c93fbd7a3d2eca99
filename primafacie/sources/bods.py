"""Statements of the Beneficial Ownership Data Standard 0.4 (standard.openownership.org): kept to the letter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from primafacie.model import Problem
from primafacie.sources import text
from primafacie.sources.loader import Document, Loader, note, refusal
from primafacie.values.json_records import records


def is_statement(record: Mapping[str, Any]) -> bool:
    """True for a statement of version 0.4; 0.1 to 0.3 have a ``statementType`` in the place of ``recordType``."""
    return "statementId" in record and "recordType" in record


def read(data: bytes, name: str, charset: str | None = None) -> Document | Problem:
    """The decoded bytes, nothing changed; the publisher and date that the first statement of the file gives."""
    document = text.read(data, name, charset)
    if isinstance(document, Problem):
        return document
    found = [record for record in records(document.text) if record.value is not None and is_statement(record.value)]
    if not found:
        return refusal(
            "none of its records is a statement of BODS 0.4", name,
            "convert older versions to 0.4 first, and add the result",
        )  # fmt: skip
    details = (found[0].value or {}).get("publicationDetails")
    details = details if isinstance(details, dict) else {}
    publisher, date = details.get("publisher"), details.get("publicationDate")
    version = str(details.get("bodsVersion") or "0.4")
    notes = () if version.startswith("0.4") else (note(
        f"it calls itself BODS {version[:20]}; it was read as 0.4", name, "compare a few statements with the claims",
    ),)  # fmt: skip
    return Document(
        document.text, publisher=_name(publisher), date=date[:10] if isinstance(date, str) else None,
        problems=(*document.problems, *notes),
    )  # fmt: skip


def _name(publisher: object) -> str | None:
    name = publisher.get("name") if isinstance(publisher, dict) else None
    return " ".join(name.split())[:200] or None if isinstance(name, str) else None


BODS = Loader("bods", 1, "ownership data (BODS)", "application/json", (), (), read)
