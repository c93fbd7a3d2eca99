"""Lists of invented people and companies for the tests of the index."""

from __future__ import annotations

from dataclasses import dataclass

from primafacie.model.lists import Listing, Profile, SanctionsList


@dataclass(frozen=True)
class Edition:
    """What the index takes: a list and its entries."""

    list: SanctionsList
    listings: tuple[Listing, ...]


def entry(id: str, *names: str, schema: str = "Person", weak: tuple[str, ...] = (), **said: object) -> Listing:
    """An entry with these names; ``said`` are further fields of its profile."""
    return Listing(id, id.split(":")[0], Profile(schema, names, weak, **said))  # type: ignore[arg-type]


def edition(key: str, date: str | None, *listings: Listing) -> Edition:
    told = SanctionsList(key, f"List {key}", "Invented Office", date, len(listings), f"{key}{date}".ljust(64, "0"))
    return Edition(told, listings)


ALPHA = edition(
    "alpha", "2031-05-01",
    entry("alpha:1", "Bolat Serikuly KENZHEBAYEV", "Кенжебаев Болат Серикулы", birth_dates=("1961-03-04",)),
    entry("alpha:2", "Abdul Rahman AL-QASMIRI", birth_dates=("1970",), countries=("ye",)),
    entry("alpha:3", "Orvanta Shipping Company Limited", schema="Company", countries=("cy",)),
    entry("alpha:4", "Miroslava Petrivna DUBOVENKO", weak=("Mira",)),
    entry("alpha:5", "Teodor HALVORSSEN"),
)  # fmt: skip
BETA = edition(
    "beta", None,
    entry("beta:x", "Volodymyr Mykhailovych DUBOVENKO"),
    entry("beta:y", "Zhansaya Kairatovna OMIRTAI"),
    *(entry(f"beta:{name}", f"{name} {form}", schema="Company")
      for name in ("Umbrine", "Vexalta", "Quorrin", "Istrel")
      for form in ("Shipping Company Limited", "Trading Ltd", "Shipping Co. Ltd", "Holding Limited")),
    *(entry(f"beta:{number}", f"Ivan {name} PETROV") for number, name in enumerate(("Olegovich", "Ilyich", "Lvovich"))),
)  # fmt: skip
