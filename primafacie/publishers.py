"""Fetches sanctions lists from their publishers, only when told to: https, public hosts, bounded in size and time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from primafacie.model import Problem

MAX_BYTES = 512 * 1024 * 1024
"""Bytes of one file: about four times the largest list there is (OFAC's sdn_advanced.xml, 126 MB in 2026)."""
MAX_SECONDS = 900.0
NEXT = "get it with a browser, and give the file to `primafacie lists add`"


@dataclass(frozen=True, slots=True)
class Published:
    """One file of an edition: the name under which it is kept, and where its publisher gives it out."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A file as fetched: where it lies, and where it came from in the end."""

    path: Path
    address: str


def addresses(table: Path | None = None) -> Mapping[str, tuple[Published, ...]] | Problem:
    """Key of a list -> the files of an edition; from the table of the publishers, or from another in the same form."""
    import yaml

    where = table or files(__package__) / "publishers.yaml"
    try:
        said = yaml.safe_load(where.read_text("utf-8"))
        return {str(key): tuple(Published(one["name"], one["address"]) for one in some) for key, some in said.items()}
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError, KeyError, TypeError):
        what = "it is no table of addresses"
        return Problem(
            what, where.name, "write it as: key of the list: [{name: file.xml, address: https://…}]", "lists"
        )


def fetch(address: str, into: Path, name: str | None = None, *, http: bool = False) -> Downloaded | Problem:
    """The file at an address, written into a folder under ``name`` or the one that the address ends in.

    What web pages are refused for is refused here (see ``sources.web.fetch``), and so is plain http, at any redirect
    too, unless ``http`` allows it: whoever sits on the way could take a name off the list. OSError where the folder
    cannot be written.
    """
    from primafacie.sources import web

    if not http and not address.lower().startswith("https://"):
        return _insecure(address)
    fetched = web.fetch(address, max_bytes=MAX_BYTES, max_seconds=MAX_SECONDS)
    if isinstance(fetched, Problem):
        return Problem(fetched.what, fetched.where, NEXT, "lists")
    if not http and not fetched.address.startswith("https://"):
        return _insecure(fetched.address)
    path = into / (name or fetched.name).replace("/", "_").replace("\\", "_").lstrip(".")
    path.write_bytes(fetched.data)
    moved = fetched.address != fetched.asked  # then what follows the "?" is mostly a signature that lasts for minutes
    return Downloaded(path, fetched.address.partition("?")[0] if moved else fetched.address)


def _insecure(address: str) -> Problem:
    what = "the address is not https, so anybody on the way could change the list"
    return Problem(what, address[:500], "give its https address, or allow it with --http", "lists")
