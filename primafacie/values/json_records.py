"""Records of a JSON file, an array or one after another (JSON lines), each with the place where it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_GAP = re.compile(r"[\s,\ufeff]*")
_NEXT = re.compile(r"\n\s*(?=\{)")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Record:
    """One record: ``start`` to ``end`` in characters of the text; ``number`` counts from 1. ``value`` is None where
    it is no JSON object, and ``wrong`` then says why."""

    number: int
    start: int
    end: int
    value: dict[str, Any] | None
    wrong: str = ""


def records(text: str) -> Iterator[Record]:
    """The objects of an array, or those that follow one another; never raises.

    A broken record is given without a value, and reading goes on at the next line that begins with a brace.
    """
    at = _skip(text, 0)
    if text[at : at + 1] == "[":
        at = _skip(text, at + 1)
    number = 0
    while at < len(text) and text[at] != "]":
        number += 1
        try:
            value, end = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            following = _NEXT.search(text, at + 1)
            end = following.start() if following else len(text)
            yield Record(number, at, at + len(text[at:end].rstrip()), None, _why(error))
        else:
            known = isinstance(value, dict)
            yield Record(number, at, end, value if known else None, "" if known else "it is no JSON object")
        at = _skip(text, end)


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON: {error.msg[0].lower()}{error.msg[1:]}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else "it holds a number that is too long"


def _skip(text: str, at: int) -> int:
    gap = _GAP.match(text, at)
    return gap.end() if gap else at
