"""Stage 7, the dossier: what the case holds, said in attributed sentences, each with a footnote to its words.

``write`` gives a folder one file a renderer. A renderer turns the numbered evidence into the bytes of one document;
the same evidence gives the same bytes, with no clock and no path of the machine in them.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from primafacie.dossier import page
from primafacie.dossier.book import Book
from primafacie.model import Evidence

__all__ = ["RENDERERS", "Renderer", "write"]


class Renderer(NamedTuple):
    """A document of the dossier: its file name and the function that makes its bytes."""

    file: str
    render: Callable[[Book], bytes]


RENDERERS: tuple[Renderer, ...] = (Renderer("dossier.html", page.render),)

_NO_METHODS: Mapping[str, str] = MappingProxyType({})


def write(
    evidence: Evidence, folder: Path, *, methods: Mapping[str, str] | None = None, title: str | None = None,
    left_out: tuple[int, float] = (0, 0.0),
) -> tuple[Path, ...]:
    """Writes every document of ``RENDERERS`` into the folder (made if missing) and returns their paths, in that order.

    ``methods`` maps the name of a check (``Finding.check``) to its account of itself, for the methodology section;
    ``title`` names the case, which else bears the name of its first source; ``left_out`` is how many claims the case
    holds beside the evidence, and the confidence that they do not reach. Each file is replaced whole or not at
    all. Raises OSError where the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    book = Book(evidence, methods or _NO_METHODS, title, left_out)
    return tuple(_replace(folder / renderer.file, renderer.render(book)) for renderer in RENDERERS)


def _replace(path: Path, data: bytes) -> Path:
    """Writes beside the file and moves it into place, so that a reader never sees half a dossier."""
    handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        Path(scratch).chmod(0o644)
        Path(scratch).replace(path)
    except BaseException:
        Path(scratch).unlink(missing_ok=True)
        raise
    return path
