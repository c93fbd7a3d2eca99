"""Sanctions lists: their editions, their entries, and what they say of the people and companies of a case."""

from __future__ import annotations

from dataclasses import dataclass

from primafacie.model.ids import digest

VERDICTS = ("match", "possible", "no match")
STANDINGS = ("listed", "possible", "delisted", "not listed")


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of a person, company or thing that helps to tell who it is; empty where nothing is known.

    ``schema`` is a FollowTheMoney schema. Dates are ISO 8601 as precise as known, countries ISO 3166 alpha-2 in lower
    case ("kz"), genders FollowTheMoney's "male" and "female", identifiers as written.
    """

    schema: str
    names: tuple[str, ...]
    """The main name first, then other full names and strong aliases, in whatever script."""
    weak: tuple[str, ...] = ()
    """Names that the publisher calls weak, nicknames and acronyms: they help, and never decide."""
    birth_dates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """Nationality, citizenship, residence, jurisdiction, flag."""
    identifiers: tuple[str, ...] = ()
    """Passport, tax, registration, IMO numbers and the like."""
    genders: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    relatives: tuple[str, ...] = ()
    """Names of parents, spouses, children, as far as told."""
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SanctionsList:
    """One edition of one list, as its publisher gave it out."""

    key: str
    """Short name that all editions share, and with which the ids of its entries begin: "ofac", "un", "eu", "uk"."""
    name: str
    publisher: str
    date: str | None
    """The day the edition speaks for, by the publisher's word or that of whoever added it; None where nobody says."""
    entries: int
    sha256: str
    """Of the file; of an edition of several files, of the lines "name sha256" in the order of names."""
    origin: str = ""
    """Where the bytes came from: a file or folder name (never a path), or an http(s) address."""
    newest: str | None = None
    """The latest listing date that any of its entries states."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One entry of one list."""

    id: str
    """"ofac:<entry number>", "un:<DATAID>", "eu:<celex>:<annex>:<recordId>", "uk:<unique id>", "<key>:<entity id>"."""
    list: str
    """Key of the list."""
    profile: Profile
    programs: tuple[str, ...] = ()
    since: str | None = None
    """When it was listed, where the list says so."""
    until: str | None = None
    """When it was taken off, where the list says so."""
    measures: tuple[str, ...] = ()
    """"Asset freeze", "travel ban"… as the list says."""
    reason: str = ""
    """Remarks or statement of reasons, as printed."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity of the case against an entry of a list, with what speaks for and against their being one."""

    entity: str
    listing: Listing
    verdict: str
    """match, possible or no match; the machine's, or that of the person who judged it."""
    score: float
    name: str
    """The case's name that came nearest."""
    listed_name: str
    """The list's name that it came nearest to."""
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    by: str | None = None
    """Who judged it, None where nobody has yet."""

    @property
    def id(self) -> str:
        return digest("hit", self.entity, self.listing.id)


@dataclass(frozen=True, slots=True)
class Standing:
    """What one list says of one entity, on the list's date."""

    entity: str
    list: str
    """Key of the list."""
    status: str
    """listed, possible (a person has to look), delisted or not listed."""
    as_of: str | None
    """The date of the edition that was asked."""
    since: str | None = None
    until: str | None = None
    """Taken off on or before this day: the list says so, or an earlier edition has the entry and this one has not."""
    hits: tuple[str, ...] = ()
