"""Registers -> claims: each row of a table, BODS statement or FollowTheMoney relation is a claim of its register.

The voice is whoever keeps the register, the quote the row as it stands, the stance asserts. No model is loaded.
"""

from __future__ import annotations

from collections.abc import Iterator

from primafacie.claims.registers import bods, ftm, mapping, tables
from primafacie.claims.registers.claiming import Writer
from primafacie.claims.registers.entries import Entry, Problems, Register
from primafacie.claims.registers.mapping import Mapped, Unmapped
from primafacie.model import Claim, Problem, Source

FORMATS = ("csv", "bods", "ftm")
"""Names of the loaders whose sources are registers."""


def is_register(source: Source) -> bool:
    return source.loader.partition("/")[0] in FORMATS


def read(source: Source) -> tuple[tuple[Claim, ...], tuple[Problem, ...]]:
    """The claims of a register in the order of its rows, and each row or cell that could not be used."""
    problems = Problems(source)
    mapped = Mapped(())
    if source.loader.startswith("csv/"):
        found = _mapping(source, problems)
        if found is None:
            return (), problems.listed()
        mapped = found
    register = Register(_entries(source, mapped, problems))
    keeper = source.publisher or mapped.publisher or source.title or mapped.label or source.name
    claims = {claim.id: claim for claim in Writer(source, register, (keeper,), problems).claims()}
    return tuple(claims.values()), problems.listed()


def _entries(source: Source, mapped: Mapped, problems: Problems) -> Iterator[Entry]:
    if source.loader.startswith("bods/"):
        return bods.entries(source, problems)
    if source.loader.startswith("ftm/"):
        return ftm.entries(source, problems)
    return tables.entries(source, mapped, problems)


def _mapping(source: Source, problems: Problems) -> Mapped | None:
    advice = "see the how-to “Add a register”"
    if not source.mapping:
        problems.add(
            "no mapping", "it is a table, and nobody has said what its columns mean: no claim was read", "mapping",
            f"add it again with --mapping, or with {source.name.rpartition('.')[0]}.mapping.yml beside it; {advice}",
            fatal=True,
        )  # fmt: skip
        return None
    try:
        mapped = mapping.read(source.mapping)
    except Unmapped as error:
        problems.add("mapping", f"its mapping cannot be used: {error}", "mapping", advice, fatal=True)
        return None
    for number, wrong in enumerate(mapped.wrong, 1):
        problems.add("mapping", f"a part of its mapping cannot be used: {wrong}", f"mapping, part {number}",
                     f"correct it; {advice}", fatal=True)  # fmt: skip
    return mapped
