"""The command line: a thin shell over the pipeline and the store.

Results go to stdout, progress and notes to stderr. Exit codes: 0 done; 1 something in the input could not be used, and
is listed; 2 wrong use, or a case that cannot be opened.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from typing import Any

DEBUG = "PRIMAFACIE_DEBUG"
"""Set it to anything to see logs, warnings and tracebacks."""

INTERRUPTED = 130
"""What a command stopped with Ctrl-C ends with: 128 + SIGINT, as shells count."""


def main() -> None:
    """The entry point of the ``primafacie`` command."""
    outlet = io.BufferedWriter(_Outlet(sys.stdout.fileno(), "w", closefd=False))
    sys.stdout = io.TextIOWrapper(outlet, sys.stdout.encoding, line_buffering=sys.stdout.isatty())
    sys.exit(run(sys.argv[1:]))


class _Outlet(io.FileIO):
    """Standard output, whose reader (head, less) may go once it has seen enough: the work is done to its end."""

    def write(self, data: Any, /) -> int:
        try:
            return super().write(data)
        except BrokenPipeError:
            return len(data)


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code. Nothing that a document or a case holds can make it raise."""
    _settle()
    from primafacie.cli.app import app
    from primafacie.cli.output import complain
    from primafacie.intake import NoSuchFile
    from primafacie.store import StoreError

    try:
        app(list(arguments), prog_name="primafacie")
    except SystemExit as end:
        if end.code == INTERRUPTED:
            complain("stopped; run the same command again to go on from here")
        return end.code if isinstance(end.code, int) else 0 if end.code is None else 2
    except KeyboardInterrupt:  # raised where the command line's own handler was no longer, or not yet, at work
        complain("stopped; run the same command again to go on from here")
        return INTERRUPTED
    except (StoreError, NoSuchFile) as error:
        complain(str(error))
        return 2
    except OSError as error:
        complain(f"{error.filename or 'the case'}: {error.strerror or error}")
        return 2
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        complain(
            f"Prima Facie itself has failed ({type(error).__name__}: {error}). The case is as it was before this step. "
            f"Set {DEBUG}=1 to see where, and please report it."
        )
        return 1
    return 0


def _settle() -> None:
    """One thread, no chatter, UTF-8 whatever the locale: set before any heavy library is loaded."""
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(**({"errors": "replace"} if stream.isatty() else {"encoding": "utf-8"}))
    if not os.environ.get(DEBUG):
        import logging
        import warnings

        logging.lastResort = None  # libraries grumble about documents; what matters comes back as a Problem
        warnings.simplefilter("ignore")
