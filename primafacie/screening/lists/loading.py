"""Which format an edition is in, and what becomes of a folder of them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cmp_to_key
from pathlib import Path

from primafacie.model import Listing, Problem, SanctionsList
from primafacie.screening.lists import eu_fsf, eu_journal, ftm, ofac_csv, sdn_advanced, sdn_xml, uk_csv, un_xml
from primafacie.screening.lists.edition import CUT_SHORT, HEAD, STAGE, Edition, Loader, Part, Unusable, order, sha256_of

LOADERS: tuple[Loader, ...] = (
    ofac_csv.SDN, ofac_csv.CONSOLIDATED, sdn_xml.SDN, sdn_xml.CONSOLIDATED, sdn_advanced.SDN, sdn_advanced.CONSOLIDATED,
    eu_journal.LOADER, eu_fsf.CSV, eu_fsf.XML, un_xml.LOADER, uk_csv.FCDO, uk_csv.OFSI,
    ftm.SIMPLE, ftm.NESTED, ftm.ENTITIES,
)  # fmt: skip
"""Asked in this order; the first that recognises a file reads it."""
SUFFIXES = (".csv", ".xml", ".json", ".jsonl", ".ndjson")
"""Endings of files that may be lists; in a folder, files with other endings are passed over."""
_KNOWN = "see `primafacie lists --help` for the formats that are read, and give the file as the publisher gives it out"


def load(path: Path, *, key: str | None = None, date: str | None = None) -> tuple[Edition | None, tuple[Problem, ...]]:
    """Reads one edition: a file, or a folder of files that belong together.

    ``key`` and ``date`` (ISO 8601) are the word of whoever adds it, and go before what the files say. Where the edition
    is broken, cut short or in no known format it is None as a whole, and a Problem says why; otherwise Problems are
    notes on what was left aside. OSError where the path cannot be read.
    """
    try:
        groups = grouped(parts_of(path))
        if len(groups) != 1:
            kinds = " and ".join(loader.format for loader, _ in groups)
            raise Unusable(f"it holds {len(groups)} editions ({kinds})", path.name, "add each of them by itself")
        return edition(*groups[0], path.name, key=key, date=date)
    except Unusable as refused:
        return None, (refused.problem,)


def load_all(folders: Sequence[Path]) -> tuple[tuple[Edition, ...], tuple[Problem, ...]]:
    """Reads the editions that lie in folders, or in their subfolders; a path may also be a file that is an edition.

    Several editions of one list are kept apart. They come in order of key, and then of time as far as anybody says
    (see ``edition.order``), the latest last. An edition that lies there twice is given once. A folder of
    ``primafacie lists`` gives all the editions that were added to it.
    """
    from primafacie.screening.shelf import Shelf

    found: dict[tuple[str, str], Edition] = {}
    problems: list[Problem] = []
    for folder in folders:
        if Shelf.is_one(folder):
            kept, notes = Shelf(folder).load()
            found.update({(one.list.key, one.list.sha256): one for one in kept})
            problems += notes
            continue
        holding = list(holders(folder))
        if not holding:
            problems.append(Problem("there is no list in the folder", folder.name, _KNOWN, stage=STAGE))
        for path in holding:
            try:
                for loader, parts in grouped(parts_of(path)):
                    one, notes = edition(loader, parts, path.name)
                    found.setdefault((one.list.key, one.list.sha256), one)
                    problems += notes
            except Unusable as refused:
                problems.append(refused.problem)
    return in_order(found.values()), tuple(problems)


def in_order(editions: Iterable[Edition]) -> tuple[Edition, ...]:
    """By key, and within it by time, the latest last."""
    return tuple(sorted(sorted(editions, key=cmp_to_key(_later)), key=lambda one: one.list.key))


def _later(one: Edition, other: Edition) -> int:
    return order(_age(one), _age(other))


def holders(path: Path) -> Iterator[Path]:
    """The path itself and the folders below it, as far as files lie in them that may be lists."""
    if any(True for _ in _listed(path)):
        yield path
    if path.is_dir():
        for below in sorted(path.iterdir()):
            if below.is_dir() and not below.is_symlink() and not below.name.startswith("."):
                yield from holders(below)


def _listed(path: Path) -> Iterable[Path]:
    if not path.is_dir():
        return [path]
    return (
        below for below in sorted(path.iterdir())
        if below.is_file() and below.suffix.lower() in SUFFIXES and not below.name.startswith(".")
    )  # fmt: skip


def parts_of(path: Path) -> list[Part]:
    """The files of a folder that may be lists, or the one file. Raises Unusable where there is none."""
    found = [part(os.fsencode(file.name).decode("utf-8", "replace"), file) for file in _listed(path)]
    if not found:
        raise Unusable("there is no list in the folder", path.name, _KNOWN)
    return found


def part(name: str, path: Path) -> Part:
    """A file of that name, wherever its bytes lie."""
    with path.open("rb") as stream:
        return Part(name, path, stream.read(HEAD))


def grouped(parts: Sequence[Part]) -> list[tuple[Loader, list[Part]]]:
    """The editions that the files make. Raises Unusable where one of the files is in no known format."""
    groups: list[tuple[Loader, list[Part]]] = []
    for one in parts:
        loader = next((loader for loader in LOADERS if loader.recognises(one)), None)
        if loader is None:
            if not one.head.strip(b"\x00\x1a \r\n\t\xef\xbb\xbf"):
                raise Unusable("the file is empty", one.name, CUT_SHORT)
            raise Unusable("it is in none of the formats of lists that are read", one.name, _KNOWN)
        same = next((group for known, group in groups if known is loader and loader.together), None)
        if same is None:
            groups.append((loader, [one]))
        else:
            same.append(one)
    return groups


def edition(
    loader: Loader, parts: Sequence[Part], where: str, *, key: str | None = None, date: str | None = None,
    origin: str | None = None,
) -> tuple[Edition, tuple[Problem, ...]]:  # fmt: skip
    """The edition that the files make, and notes on it. Raises Unusable where it has to be refused."""
    reading = loader.read(parts, key)
    if not reading.listings:
        raise Unusable("there is no entry in it", where, CUT_SHORT)
    since = [listing.since for listing in reading.listings if listing.since]
    described = SanctionsList(
        key=key or reading.key or loader.key,
        name=reading.name or loader.name,
        publisher=reading.publisher or loader.publisher,
        date=date or reading.date,
        entries=len(reading.listings),
        sha256=sha256_of(parts),
        origin=origin or (where if len(parts) > 1 else parts[0].name),
        newest=max(since, default=None),
    )
    return Edition(described, reading.listings), reading.notes


_LAST = re.compile(r":(\d+)$")


def _age(one: Edition) -> tuple[str, int, str]:
    return one.list.date or one.list.newest or "", highest(one.listings), ""


def highest(listings: Iterable[Listing]) -> int:
    """The highest number of an entry, for lists that number entries as they come; 0 where there are no numbers."""
    return max((int(found[1]) for one in listings if (found := _LAST.search(one.id))), default=0)
