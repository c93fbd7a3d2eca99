"""Golden files of lists: "=== name" before each file of the edition, a line "---", and what is read out of them."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from primafacie.model import Listing, Problem, Profile
from primafacie.screening.lists import LOADERS, Edition

GOLDEN = Path(__file__).resolve().parents[2] / "golden" / "screening" / "lists"
FORMATS = {re.sub(r"[^a-z]+", "-", loader.format.lower()): loader for loader in LOADERS}
"""Name of the golden file -> loader."""


def files(name: str) -> dict[str, bytes]:
    """The files of the edition in a golden: their names and bytes."""
    written, _, _ = (GOLDEN / f"{name}.txt").read_text("utf-8").rpartition("\n---\n")
    pieces = re.split(r"^=== (\S+)\n", written, flags=re.MULTILINE)[1:]
    return {name: text.encode() for name, text in zip(pieces[::2], pieces[1::2], strict=True)}


def expected(name: str) -> str:
    return (GOLDEN / f"{name}.txt").read_text("utf-8").rpartition("\n---\n")[2]


def written(name: str, folder: Path) -> Path:
    """The edition of a golden as files in a folder of its own."""
    place = folder / name
    place.mkdir(parents=True, exist_ok=True)
    for file, data in files(name).items():
        (place / file).write_bytes(data)
    return place


def shown(edition: Edition | None, problems: tuple[Problem, ...]) -> str:
    """What was read, a line a statement, problems last."""
    lines = []
    if edition is not None:
        known = edition.list
        lines.append(
            f"{known.key} | {known.name} | {known.publisher} | {known.date} | {known.entries} | {known.newest}"
        )
        lines += [line for listing in edition.listings for line in ("", *_listing(listing))]
    return "\n".join([*lines, *(f"! {problem.where}: {problem.what}" for problem in problems), ""])


def _listing(listing: Listing) -> list[str]:
    lines = [f"{listing.id} {listing.profile.schema}"]
    for field in fields(Profile)[1:]:
        if values := getattr(listing.profile, field.name):
            lines.append(f"  {field.name}: {' | '.join(values)}")
    for name in ("programs", "since", "until", "measures", "reason"):
        if value := getattr(listing, name):
            lines.append(f"  {name}: {value if isinstance(value, str) else ' | '.join(value)}")
    return lines
