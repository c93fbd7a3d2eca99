"""What is taken in: files, addresses, and what becomes of those that cannot be used."""

from __future__ import annotations

import os
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from primafacie import Case, add
from primafacie.intake import NoSuchFile, expand
from primafacie.sources import web


@pytest.fixture
def case(tmp_path: Path) -> Case:
    with Case.open(tmp_path / "case", create=True) as case:
        yield case


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_an_added_file_is_archived_logged_and_stored(case: Case, tmp_path: Path) -> None:
    data = "\ufeffЗначит, так.\r\n".encode()
    added = add(case, write(tmp_path, "a.txt", data), command="primafacie add", title="T")
    assert added.new
    assert added.source is not None
    assert case.archive.get(added.source.id) == data
    assert case.store.sources() == (added.source,)
    (entry,) = case.custody.entries()
    assert (entry.action, entry.sha256, entry.command) == ("add", added.source.id, "primafacie add")
    assert dict(entry.detail) == {"title": "T"}
    held = (tmp_path / "case" / "custody.jsonl").read_text() + repr(added.source)
    assert str(tmp_path) not in held, "no path of anybody's machine is kept"


def test_the_same_bytes_again_change_nothing_but_what_is_said_of_them(case: Case, tmp_path: Path) -> None:
    first = add(case, write(tmp_path, "a.txt", b"A text."), author="A")
    assert first.source is not None
    again = add(case, write(tmp_path, "b.txt", b"A text."))
    assert (again.new, again.source) == (False, first.source)
    assert len(case.custody.entries()) == 1
    better = add(case, write(tmp_path, "b.txt", b"A text."), publisher="P")
    assert better.source is not None
    assert (better.source.name, better.source.author, better.source.publisher) == ("a.txt", "A", "P")
    assert case.store.sources() == (better.source,)
    assert [entry.action for entry in case.custody.entries()] == ["add", "describe"]


def test_a_file_that_cannot_be_used_is_a_problem_and_no_source(case: Case, tmp_path: Path) -> None:
    added = add(case, write(tmp_path, "zeros.txt", bytes(1000)))
    assert added.source is None
    assert added.problems == case.store.problems()
    assert [(p.stage, p.where, p.fatal) for p in added.problems] == [("add", "zeros.txt", True)]
    assert case.custody.entries() == ()
    add(case, tmp_path / "zeros.txt")
    assert len(case.store.problems()) == 1


def test_what_is_no_file_is_a_problem(case: Case, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert add(case, tmp_path / "pipe").problems
    assert add(case, "/dev/zero").problems


def test_a_missing_file_is_wrong_use(case: Case, tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile, match=r"nowhere\.txt"):
        add(case, tmp_path / "nowhere.txt")


def test_a_folder_does_not_hold_the_case_itself(case: Case, tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", b"A text.")
    assert list(expand([str(tmp_path)], case.folder)) == [str(path)]


def test_a_name_with_pattern_characters_is_a_name_first(case: Case, tmp_path: Path) -> None:
    path = write(tmp_path, "a[1].txt", b"A text.")
    write(tmp_path, "a1.txt", b"Another text.")
    assert list(expand([str(path)], case.folder)) == [str(path)]


class Page(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/page.txt" else 404)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(b"A page about nothing.")

    def log_message(self, *_: object) -> None:
        pass


def test_an_address_is_fetched_and_how_it_came_is_logged(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    server = HTTPServer(("127.0.0.1", 0), Page)
    Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(web, "fetch", partial(web.fetch, allow_loopback=True))
    root = f"http://127.0.0.1:{server.server_port}"
    try:
        added = add(case, f"{root}/page.txt")
        missing = add(case, f"{root}/other.txt")
    finally:
        server.shutdown()
        server.server_close()
    assert added.source is not None
    assert (added.source.origin, added.source.text) == (f"{root}/page.txt", "A page about nothing.")
    assert case.custody.entries()[0].detail["ip"] == "127.0.0.1"
    assert missing.source is None
    assert [p.where for p in case.store.problems()] == [f"{root}/other.txt"]


def test_a_private_address_is_refused(case: Case) -> None:
    added = add(case, "http://user:secret@127.0.0.1/page")
    assert added.source is None
    assert "secret" not in repr(added) + repr(case.store.problems())
