"""What a program asks, one JSON object a line, and what it is told.

    {"id", "name", "schema"?, "birthDate"?, "country"?}
    {"id", "matches": [list ids], "possible": [list ids], "delisted": [list ids], "reasons": {list id: …}}

Bad data is no reason to stop: whoever asks about a million customers is told which lines could not be used.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date as Day
from typing import Any

from primafacie.identity.text import LONGEST, clean
from primafacie.model import Problem, SanctionsList
from primafacie.model.lists import Profile
from primafacie.screening.lists.countries import country
from primafacie.screening.lists.dates import iso
from primafacie.screening.lists.names import readings
from primafacie.screening.screen import Screened

SCHEMA = "LegalEntity"
"""Of whoever is asked about without one: a person or a body."""
_NEXT = 'give {"id": "1", "name": "…"}, and "schema", "birthDate" (1961-03-04) and "country" (kz) where they are known'


def parsed(line: bytes, where: str) -> dict[str, Any] | Problem:
    """The object on a line; a Problem where there is none."""
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _problem("the line is not UTF-8", where)
    except (ValueError, RecursionError):
        return _problem("the line is not JSON", where)
    return row if isinstance(row, dict) else _problem("the line is no JSON object", where)


def asked(row: Mapping[str, Any], where: str) -> tuple[Profile | None, tuple[Problem, ...]]:
    """The profile that is asked about, None where nothing can be asked, and what of the query could not be used."""
    name, schema = row.get("name"), row.get("schema")
    if not isinstance(name, str):
        return None, (_problem("there is no name", where),)
    if not any(c.isalnum() for c in clean(name)):
        return None, (_problem("the name has no letters", where),)
    problems = []
    dates, countries = [], []
    for value in _texts(row.get("birthDate")):
        found = born(value)
        if found:
            dates.append(found)
        else:
            problems.append(_problem("the birth date is no date, and was left aside", where, fatal=False))
    for value in _texts(row.get("country")):
        code = value.lower() if len(value) == 2 and value.isascii() and value.isalpha() else country(value[:LONGEST])
        if code:
            countries.append(code)
        else:
            problems.append(_problem("the country is not known, and was left aside", where, fatal=False))
    kind = schema if isinstance(schema, str) and schema.isalpha() else SCHEMA
    return profile(name, kind, dates, countries), tuple(problems)


def born(value: str) -> str | None:
    """A date of birth as ISO 8601, as precise as it is: a year, a month or a day; None where it is none."""
    if len(value) == 10:
        try:
            return Day.fromisoformat(value).isoformat()
        except ValueError:
            return None
    return iso(value) if len(value) <= 40 else None


def profile(name: str, schema: str = SCHEMA, dates: Iterable[str] = (), countries: Iterable[str] = ()) -> Profile:
    """The profile of one name as printed: "Jane ROE (a.k.a. Jane DOE)" gives both."""
    strong, weak = readings(clean(name), schema == "Person")
    return Profile(schema, strong or (name[:LONGEST],), weak, tuple(dates), tuple(countries))


def answer(id_: Any, found: Iterable[Screened], lists: Iterable[SanctionsList]) -> dict[str, Any]:
    """What is told: ids by verdict, the reasons by id, and the date of each list that was asked (None: not known)."""
    told: dict[str, list[str]] = {"matches": [], "possible": [], "delisted": []}
    reasons = {}
    for one in found:
        told[kind(one)].append(one.listing.id)
        reasons[one.listing.id] = {
            "score": one.score, "name": one.listed_name, "for": list(one.reasons), "against": list(one.against),
            "list": one.list.key, "as_of": one.list.date,
        } | ({"until": one.listing.until} if kind(one) == "delisted" else {})  # fmt: skip
    return {"id": id_, **told, "reasons": reasons, "lists": {known.key: known.date for known in lists}}


def kind(one: Screened) -> str:
    """Under which heading an entry is told: whoever would match but was taken off is delisted."""
    if one.verdict != "match":
        return "possible"
    gone = not one.in_force or (one.listing.until and one.list.date and one.listing.until <= one.list.date)
    return "delisted" if gone else "matches"


def _texts(value: object) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [v.strip() for v in values[:20] if isinstance(v, str) and v.strip()]


def _problem(what: str, where: str, *, fatal: bool = True) -> Problem:
    return Problem(what, where, _NEXT, stage="screening", fatal=fatal)
