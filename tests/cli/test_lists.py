"""`primafacie lists`: adding, fetching from a server on this machine, and showing what is in force."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import ClassVar

import pytest

from primafacie import publishers
from primafacie.model import Problem
from primafacie.sources import web

from .conftest import Run

UN = """<CONSOLIDATED_LIST dateGenerated="{date}T00:00:00Z"><INDIVIDUALS>{entries}</INDIVIDUALS></CONSOLIDATED_LIST>"""
ENTRY = (
    "<INDIVIDUAL><DATAID>{number}</DATAID><FIRST_NAME>SAMIR</FIRST_NAME><SECOND_NAME>EXAMPLE</SECOND_NAME></INDIVIDUAL>"
)
SDN = '101,"ORLENKO, Taras","individual","EXA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n'


def un(date: str, *numbers: int) -> bytes:
    return UN.format(date=date, entries="".join(ENTRY.format(number=number) for number in numbers)).encode()


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("PRIMAFACIE_LISTS", str(tmp_path / "kept"))
    return tmp_path / "kept"


class Publisher(BaseHTTPRequestHandler):
    """Gives out the files of the day; /moved leads elsewhere on the same machine."""

    today: ClassVar[dict[str, bytes]] = {}

    def do_GET(self) -> None:
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/un.xml?token=1")
            self.end_headers()
            return
        data = self.today.get(self.path.partition("?")[0])
        self.send_response(200 if data is not None else 404)
        self.send_header("Content-Length", str(len(data or b"")))
        self.end_headers()
        self.wfile.write(data or b"")

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def root(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Publisher)
    Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setattr(web, "fetch", partial(web.fetch, allow_loopback=True))
    monkeypatch.setattr(Publisher, "today", {"/un.xml": un("2026-02-27", 1, 2), "/sdn.csv": SDN.encode()})
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def table(tmp_path: Path, root: str) -> Path:
    path = tmp_path / "mirror.yaml"
    path.write_text(
        f"un:\n  - {{name: consolidated.xml, address: '{root}/un.xml?token=1'}}\n"
        f"ofac:\n  - {{name: sdn.csv, address: '{root}/sdn.csv'}}\n  - {{name: alt.csv, address: '{root}/alt.csv'}}\n"
    )
    return path


def test_added_lists_are_shown_with_all_that_is_known(run: Run, tmp_path: Path) -> None:
    (tmp_path / "un.xml").write_bytes(un("2026-02-27", 1, 2))
    (tmp_path / "later.xml").write_bytes(un("2026-03-27", 1, 2, 3))
    (tmp_path / "sdn.csv").write_text(SDN)
    assert run("lists", "show", "--format", "jsonl").rows == []
    added = run("lists", "add", "later.xml", "sdn.csv")
    assert added.code == 0
    assert "entries, 2026-03-27\n" in added.out
    assert ": 1 entries, undated, newest entry no. 101\n" in added.out
    assert run("lists", "add", "un.xml").code == 0
    rows = run("lists", "show", "--format", "jsonl").rows
    assert [(row["key"], row["date"], row["entries"], row["in_force"]) for row in rows] == [
        ("ofac", None, 1, True), ("un", "2026-02-27", 2, False), ("un", "2026-03-27", 3, True),
    ]  # fmt: skip
    assert rows[1]["files"] == [{"name": "un.xml", "sha256": rows[1]["sha256"]}]
    shown = run("lists", "show").out
    for words in (
        "former",
        "in force",
        "United Nations Security",
        "undated, newest entry no. 101",
        rows[2]["sha256"][:12],
    ):
        assert words in shown
    table = list(csv.DictReader(io.StringIO(run("lists", "show", "--format", "csv").out)))
    assert [row["standing"] for row in table] == ["in force", "former", "in force"]


def test_a_broken_list_ends_with_1_and_the_former_stays(run: Run, tmp_path: Path) -> None:
    (tmp_path / "un.xml").write_bytes(un("2026-02-27", 1))
    run("lists", "add", "un.xml")
    (tmp_path / "un.xml").write_bytes(un("2026-03-27", 1, 2)[:-20])
    done = run("lists", "add", "un.xml")
    assert done.code == 1
    assert "not used: un.xml, line 1: the XML is broken or was cut short" in done.out
    assert [row["date"] for row in run("lists", "show", "--format", "jsonl").rows] == ["2026-02-27"]


def test_a_folder_with_key_and_date(run: Run, tmp_path: Path, kept: Path) -> None:
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "sdn.csv").write_text(SDN)
    (tmp_path / "set" / "README.md").write_text("about the set")
    assert run("lists", "add", "set", "--key", "mine", "--date", "2024-07-02", "--folder", tmp_path / "other").code == 0
    (row,) = run("lists", "show", "--folder", tmp_path / "other", "--format", "jsonl").rows
    assert (row["key"], row["date"], row["origin"]) == ("mine", "2024-07-02", "sdn.csv")
    assert not kept.exists()


@pytest.mark.parametrize(
    "wrong",
    [("add", "none.xml"), ("add",), ("add", "here", "--date", "7 July 2021"), ("add", "here", "--key", "../up"),
     ("update", "nobody"), ("update", "--addresses", "none.yaml"), ()],
)  # fmt: skip
def test_wrong_use_ends_with_2(run: Run, tmp_path: Path, wrong: tuple[str, ...]) -> None:
    (tmp_path / "here").write_bytes(un("2026-02-27", 1))
    assert run("lists", *wrong).code == 2


def test_update_fetches_what_the_publishers_have_now(run: Run, tmp_path: Path, root: str) -> None:
    Publisher.today["/alt.csv"] = b'101,1,"aka","ORLENKA, Taras",-0- \r\n'
    mirror = table(tmp_path, root)
    done = run("lists", "update", "--addresses", mirror, "--http")
    assert done.code == 0, done.out
    Publisher.today["/un.xml"] = un("2026-03-27", 1, 2, 3)
    again = run("lists", "update", "un", "--addresses", mirror, "--http")
    assert again.code == 0
    rows = run("lists", "show", "--format", "jsonl").rows
    assert [(row["key"], row["entries"], row["in_force"]) for row in rows] == [
        ("ofac", 1, True), ("un", 2, False), ("un", 3, True)
    ]  # fmt: skip
    assert rows[2]["origin"] == f"{root}/un.xml?token=1"
    assert rows[0]["origin"] == f"{root}/sdn.csv {root}/alt.csv"
    assert "known un" in run("lists", "update", "un", "--addresses", mirror, "--http").out


def test_an_update_that_fails_leaves_the_former_and_ends_with_1(run: Run, tmp_path: Path, root: str) -> None:
    mirror = table(tmp_path, root)
    done = run("lists", "update", "--addresses", mirror, "--http")
    assert done.code == 1
    assert f"not used: {root}/alt.csv" in done.out
    assert "primafacie lists add" in done.out
    Publisher.today["/un.xml"] = un("2026-03-27", 1, 2)[:-9]
    assert run("lists", "update", "un", "--addresses", mirror, "--http").code == 1
    rows = run("lists", "show", "--format", "jsonl").rows
    assert [(row["key"], row["date"], row["in_force"]) for row in rows] == [("un", "2026-02-27", True)]


def test_an_address_is_added_with_where_it_came_from_in_the_end(run: Run, root: str) -> None:
    assert run("lists", "add", f"{root}/moved", "--http").code == 0
    (row,) = run("lists", "show", "--format", "jsonl").rows
    assert (row["key"], row["origin"]) == ("un", f"{root}/un.xml")


def test_plain_http_is_refused_unless_allowed(run: Run, tmp_path: Path, root: str) -> None:
    for done in (run("lists", "add", f"{root}/un.xml"), run("lists", "update", "--addresses", table(tmp_path, root))):
        assert done.code == 1
        assert "not https" in done.out
    assert run("lists", "show", "--format", "jsonl").rows == []


def test_a_redirect_from_https_to_http_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: str) -> None:
    real = web.fetch(f"{root}/un.xml")
    assert isinstance(real, web.Fetched)
    monkeypatch.setattr(web, "fetch", lambda *_, **__: real)  # what a fetch gives that began at an https address
    refused = publishers.fetch("https://lists.example/un.xml", tmp_path)
    assert isinstance(refused, Problem)
    assert "not https" in refused.what
    assert not (tmp_path / "un.xml").exists()


def test_a_private_address_is_refused(run: Run) -> None:
    done = run("lists", "add", "https://127.0.0.1/un.xml")
    assert done.code == 1
    assert "a loopback address" in done.out


def test_a_table_of_addresses_in_another_form_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mirror.yaml").write_text("- un\n")
    done = run("lists", "update", "--addresses", "mirror.yaml")
    assert done.code == 1
    assert "no table of addresses" in done.out


def test_the_publishers_are_known_by_https_addresses() -> None:
    known = publishers.addresses()
    assert not isinstance(known, Problem)
    assert set(known) == {"ofac", "ofac-cons", "un", "eu-fsf", "uk"}
    assert all(one.address.startswith("https://") for files in known.values() for one in files)
