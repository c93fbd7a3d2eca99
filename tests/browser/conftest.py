"""Finds a Chromium. Where there is none these tests are not collected, and the run says so at its end."""

from __future__ import annotations

import os
import shutil

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FOUND = next((path for name in NAMES if (path := shutil.which(name))), None)

if FOUND is None:
    if os.environ.get("PRIMAFACIE_REQUIRE_BROWSER"):
        raise pytest.UsageError("PRIMAFACIE_REQUIRE_BROWSER is set and no Chromium was found; install chromium")
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The command that starts the browser."""
    assert FOUND is not None
    return FOUND


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if FOUND is None:
        terminalreporter.write_line("No Chromium on this machine: the dossier was not opened in a browser.")
