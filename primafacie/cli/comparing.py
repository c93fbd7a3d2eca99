"""The command that compares names and records, line by line, for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, BinaryIO

import typer

from primafacie.cli.output import jsonl, note
from primafacie.model import Problem

LONGEST = 4_000_000
"""Bytes of a line that are read; a record of everything that is known of somebody stays far below."""


def compare(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="JSON lines; standard input where none is given.")
    ] = None,
) -> None:
    """Compare names or records: reads {"id", "left", "right", "schema"} lines, writes {"id", "score", "reasons"} lines.

    Left and right are texts, or records {"schema", "properties"} in FollowTheMoney's vocabulary. The score runs
    from 0 to 1; from 0.7 on the two are held to be one. A line that cannot be read gives {"id", "problem"},
    and exit code 1.
    """
    if file is None or str(file) == "-":
        bad = _all(sys.stdin.buffer)
    else:
        if not file.is_file():
            raise typer.BadParameter("there is no such file", param_hint="FILE")
        with file.open("rb") as opened:
            bad = _all(opened)
    if bad:
        note(f"lines that could not be used: {bad}")
        raise typer.Exit(1)


def _all(stream: BinaryIO) -> int:
    """Answers each line as it comes; how many could not be used."""
    bad = 0
    for number, line in _lines(stream):
        answer = _answer(line, number)
        bad += "problem" in answer
        jsonl([answer])
        if sys.stdin.isatty():
            sys.stdout.flush()
    return bad


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := stream.readline(LONGEST):
        number += 1
        while len(line) == LONGEST and not line.endswith(b"\n"):
            rest = stream.readline(LONGEST)
            if len(rest) < LONGEST or rest.endswith(b"\n"):
                line = b"\x00"
        if line.strip():
            yield number, line


def _answer(line: bytes, number: int) -> dict[str, Any]:
    from primafacie.identity import compare as compared
    from primafacie.identity import profile

    try:
        row = json.loads(line.decode("utf-8-sig", "surrogateescape"))
    except (ValueError, RecursionError):
        return {"id": None, "problem": f"line {number} is not JSON, or too long"}
    if not isinstance(row, dict):
        return {"id": None, "problem": f"line {number} is not an object"}
    id_ = row.get("id")
    if "left" not in row or "right" not in row:
        return {"id": id_, "problem": "left or right is missing"}
    sides = []
    for side in ("left", "right"):
        given = row[side]
        if isinstance(given, str):
            schema = row.get("schema")
            given = {"schema": schema if isinstance(schema, str) else "LegalEntity", "properties": {"name": [given]}}
            if not row[side].strip():
                return {"id": id_, "problem": f"{side} is empty"}
        found = profile(given, side)
        if isinstance(found, Problem):
            return {"id": id_, "problem": f"{side} {found.what}; {found.next}"}
        sides.append(found)
    met = compared(*sides)
    return {"id": id_, "score": round(met.score, 6), "reasons": [*met.reasons, *(f"but: {a}" for a in met.against)]}
