"""Entries that a publisher spreads over several rows: what has been said of one of them so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from primafacie.model import Listing
from primafacie.screening.lists.edition import distinct, profile


@dataclass(slots=True)
class Draft:
    """An entry that is still being read; the fields are those of Profile and Listing."""

    schema: str
    names: list[str] = field(default_factory=list)
    weak: list[str] = field(default_factory=list)
    births: list[str] = field(default_factory=list)
    countries: list[str | None] = field(default_factory=list)
    identifiers: list[str] = field(default_factory=list)
    genders: list[str | None] = field(default_factory=list)
    positions: list[str] = field(default_factory=list)
    relatives: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    programs: list[str] = field(default_factory=list)
    measures: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    since: list[str] = field(default_factory=list)
    until: list[str] = field(default_factory=list)

    @property
    def person(self) -> bool:
        return self.schema == "Person"

    def listing(self, key: str, number: str) -> Listing:
        """The entry as read. It is listed since the earliest date that is said."""
        return Listing(
            id=f"{key}:{number}",
            list=key,
            profile=profile(
                self.schema, self.names, weak=self.weak, birth_dates=self.births, countries=self.countries,
                identifiers=self.identifiers, genders=self.genders, positions=self.positions,
                relatives=self.relatives, addresses=self.addresses,
            ),
            programs=distinct(self.programs),
            since=min(self.since, default=None),
            until=max(self.until, default=None),
            measures=distinct(self.measures),
            reason=" ".join(distinct(self.reasons)),
        )  # fmt: skip
