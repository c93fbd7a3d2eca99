"""Sanctions hit: a list has an entry that is, or may be, somebody of the case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from primafacie.findings.view import View, listed, quoted
from primafacie.findings.wording import day
from primafacie.model import Finding, Hit, Standing, digest

SORTS = ("listed", "possible", "delisted")
SEVERITY: Mapping[str, str] = {"listed": "high", "possible": "medium", "delisted": "low"}


def sanctions_hit(view: View) -> Iterator[Finding]:
    """Looks for people, companies and other bodies of the case that stand, may stand, or stood on a sanctions list.

    The lists are those that were added to the case, each with its date; a later edition may say otherwise. A match is
    the machine's: which of the names met, and what else speaks for and against their being one, is told, and a person
    has to confirm it. OFAC's guidance on name matches (FAQ 5) asks for the same: compare all that the entry tells
    before calling it a match. A name in one word is never a match.

    Figures: list, entry, date of the list, listed since, score. Innocent explanation: a namesake; common names are
    shared by many. Against it speaks whatever of birth date, country, office or number differs.
    """
    for entity, standings in view.standings.items():
        if entity not in view.entities or not view.naming(entity):
            continue
        for status in SORTS:
            found = [s for s in standings if s.status == status]
            if found:
                yield _finding(view, entity, status, found)


def _finding(view: View, entity: str, status: str, standings: list[Standing]) -> Finding:
    name = view.name(entity)
    hits = [view.hits[h] for s in standings for h in s.hits if h in view.hits]
    claims = view.naming(entity)
    told = {
        "listed": f"{name} matches an entry of {_lists(view, standings)}",
        "possible": f"{name} may be on {_lists(view, standings)}: a person has to look",
        "delisted": f"{name} matches a former entry of {_lists(view, standings)}",
    }[status]
    confirmed = sorted({h.by for h in hits if h.by})
    text = (
        " ".join(_line(view, s, view.hits[h]) for s in standings for h in s.hits if h in view.hits)
        + (f" Confirmed by {listed(confirmed)}." if confirmed else " Nobody has confirmed it yet.")
    )  # fmt: skip
    return Finding(
        id=digest("finding", "sanctions_hit", entity, status), check="sanctions_hit", title=told, text=text.strip(),
        severity=SEVERITY[status], claims=view.ordered(claims), entities=(entity,),
        figures={"entries": [
            {"list": h.listing.list, "as_of": s.as_of, "entry": h.listing.id, "since": s.since, "until": s.until,
             "score": round(h.score, 3), "verdict": h.verdict, "programs": list(h.listing.programs)}
            for s in standings for i in s.hits if (h := view.hits.get(i))
        ]},
        against=tuple(dict.fromkeys(reason for h in hits for reason in h.against)),
        sources=len({c.source for c in claims}), independent=len(view.roots(claims)),
        innocent=() if confirmed else ("Somebody else of the same name.",),
    )  # fmt: skip


def _lists(view: View, standings: list[Standing]) -> str:
    return listed(view.lists[s.list].name if s.list in view.lists else s.list for s in standings)


def _line(view: View, standing: Standing, hit: Hit) -> str:
    listing = hit.listing
    name = view.lists[standing.list].name if standing.list in view.lists else standing.list
    dates = (f", listed since {day(standing.since)}" if standing.since else "") + (
        f", taken off by {day(standing.until)}" if standing.until else "")  # fmt: skip
    under = f" under {listed(listing.programs)}" if listing.programs else ""
    return (f"{name} ({as_of(standing)}) has {quoted(hit.listed_name)} as {listing.id}{under}{dates}: "
            f"{'; '.join(hit.reasons) or 'the names meet'}.")  # fmt: skip


def as_of(standing: Standing) -> str:
    """"as of 2 July 2024", or that nobody says of when the list is."""
    return f"as of {day(standing.as_of)}" if standing.as_of else "a list that states no date"
