"""Entries as bytes and back: canonical JSON, one array an entry, read only when an entry is a result."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from primafacie.model.lists import Listing, Profile

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, np.dtype[Any]]

_PROFILE = tuple(field.name for field in fields(Profile))
_LISTING = tuple(field.name for field in fields(Listing) if field.name != "profile")


def dump(listing: Listing) -> bytes:
    """The entry as compact JSON; half characters, which no UTF-8 can hold, are written as escapes."""
    row = [getattr(listing, name) for name in _LISTING], [getattr(listing.profile, name) for name in _PROFILE]
    return json.dumps(row, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "backslashreplace")


def load(data: bytes) -> Listing:
    """The entry that ``dump`` wrote."""
    own, profile = json.loads(data)
    said: dict[str, Any] = dict(zip(_LISTING, map(_frozen, own), strict=True))
    return Listing(profile=Profile(**dict(zip(_PROFILE, map(_frozen, profile), strict=True))), **said)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


class Texts:
    """Many texts in one array of bytes, each read out when asked for."""

    __slots__ = ("_bytes", "_ends")

    def __init__(self, data: Array, ends: Array) -> None:
        """``ends`` has one number more than there are texts: where each begins, and where the last one ends."""
        self._bytes = data.data
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends) - 1

    def raw(self, number: int) -> bytes:
        return self._bytes[int(self._ends[number]) : int(self._ends[number + 1])].tobytes()

    def __getitem__(self, number: int) -> str:
        return self.raw(number).decode("utf-8", "replace")
