"""The command as a process of its own: pipes, signals, locales, start-up."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-m", "primafacie")


def start(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([*COMMAND, *map(str, arguments)], **(pipes | options))  # type: ignore[call-overload,no-any-return]


def test_help_is_there_at_once() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = start("--help")
    out, _ = done.communicate()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0
    assert b"investigate" in out
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1.0


def test_a_reader_who_has_seen_enough_is_no_error(investigated: Path) -> None:
    for _ in range(3):
        lister = start("claims", "--case", investigated, "--format", "jsonl", bufsize=0)
        assert lister.stdout is not None
        lister.stdout.close()
        assert lister.stderr is not None
        said = lister.stderr.read()
        assert lister.wait() == 0
        assert said == b""


LOCALES = ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0", "LC_ALL": "POSIX"})


@pytest.mark.parametrize("locale", LOCALES)
def test_any_locale_will_do(tmp_path: Path, locale: dict[str, str]) -> None:
    path = tmp_path / "интервью.txt"
    path.write_text("Мы не знаем. 🙂\n", "utf-8")
    environment = {**os.environ, **locale, "PRIMAFACIE_CASE": str(tmp_path / "case")}
    add = start("add", path, env=environment)
    _, said = add.communicate()
    assert (add.returncode, said) == (0, b"")
    listing = start("sources", "--format", "jsonl", env=environment)
    out, _ = listing.communicate()
    assert json.loads(out.decode("utf-8"))["name"] == "интервью.txt"


def test_stopped_by_hand_it_says_how_to_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("In 2007 Karl Berg sold Alpha Bank to Beta Group.\n" * 200)
    working = start("investigate", tmp_path / "a.txt", "--case", tmp_path / "case")
    log = tmp_path / "case" / "custody.jsonl"
    while not log.exists() and working.poll() is None:
        time.sleep(0.01)
    working.send_signal(signal.SIGINT)
    _, said = working.communicate()
    assert working.returncode == 130
    assert b"Traceback" not in said
    assert b"run the same command again" in said
    again = start("sources", "--case", tmp_path / "case", "--format", "jsonl")
    assert again.communicate()[1] == b""
    assert again.returncode == 0


def test_every_process_comes_to_the_same_bytes(tmp_path: Path, investigated: Path) -> None:
    (tmp_path / "deals.txt").write_bytes((investigated.parent / "deals.txt").read_bytes())
    environment = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Asia/Almaty"}
    command = ("investigate", tmp_path / "deals.txt", "--case", tmp_path / "case")
    assert start(*command, env=environment).communicate()[1] == b""
    page = Path("dossier/dossier.html")
    assert (tmp_path / "case" / page).read_bytes() == (investigated / page).read_bytes()


def test_on_a_terminal_a_bar_shows_what_is_being_done(tmp_path: Path, investigated: Path) -> None:
    terminal, end = os.openpty()
    path = investigated.parent / "deals.txt"
    working = start("investigate", path, "--case", tmp_path / "case", stderr=end, env={**os.environ, "TERM": "xterm"})
    os.close(end)
    shown = b""
    while chunk := _read(terminal):
        shown += chunk
    out, _ = working.communicate()
    os.close(terminal)
    assert working.returncode == 0
    assert b"writing the dossier" in shown
    assert b"\x1b" not in out
    assert out.decode().splitlines()[-1].endswith("dossier.html")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other side has closed a terminal
        return b""
