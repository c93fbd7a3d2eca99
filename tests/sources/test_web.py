"""Fetching from real servers on this machine: what a page gives, and every way in which a server may be hostile."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from primafacie.model import Problem
from primafacie.sources import load
from primafacie.sources.web import Fetched, fetch

PAGE = b"<!doctype html><html><body><p>The bank was sold for a quarter of what it had cost.</p></body></html>"


class Server(BaseHTTPRequestHandler):
    """Each path is one behaviour of a server."""

    protocol_version = "HTTP/1.1"
    seen: ClassVar[list[tuple[str, dict[str, str]]]] = []

    def do_GET(self) -> None:
        self.seen.append((self.path, dict(self.headers)))
        name = self.path.strip("/").partition("?")[0].replace(".", "_")
        handler = getattr(self, f"at_{name}", None)
        if handler is None:
            self.answer(404, b"nothing here")
        else:
            handler()

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for key, value in {"Content_Length": str(len(body)), **headers}.items():
            self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def to(self, address: str) -> None:
        self.answer(302, b"", Location=address)

    def at_page_html(self) -> None:
        self.answer(200, PAGE, Content_Type="text/html; charset=utf-8")

    def at_moved(self) -> None:
        self.to("/page.html")

    def at_round(self) -> None:
        self.to("/round")

    def at_private(self) -> None:
        self.to("http://10.0.0.1/admin")

    def at_metadata(self) -> None:
        self.to("http://169.254.169.254/latest/meta-data/")

    def at_file(self) -> None:
        self.to("file:///etc/hostname")

    def at_userinfo(self) -> None:
        self.to("http://name:secret@127.0.0.1/")

    def at_packed(self) -> None:
        self.answer(200, gzip.compress(PAGE), Content_Encoding="gzip", Content_Type="text/html")

    def at_bomb(self) -> None:
        self.answer(200, gzip.compress(bytes(20 * 2**20)), Content_Encoding="gzip")

    def at_odd(self) -> None:
        self.answer(200, PAGE, Content_Encoding="br")

    def at_big(self) -> None:
        self.answer(200, b"x" * 300_000)

    def at_lying(self) -> None:
        self.answer(200, b"", Content_Length=str(10**12))

    def at_short(self) -> None:
        self.answer(200, b"half", Content_Length="100")
        self.close_connection = True

    def at_endless(self) -> None:
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.drip(b"1000\r\n" + b"x" * 0x1000 + b"\r\n", 0.0)

    def at_slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        self.drip(b"x", 0.05)

    def at_slowhead(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self.drip(b"x", 0.05)

    def drip(self, piece: bytes, pause: float) -> None:
        """Sends the piece again and again until the other side goes away (or for ten seconds)."""
        end = time.monotonic() + 10
        try:
            while time.monotonic() < end:
                self.wfile.write(piece)
                time.sleep(pause)
        except OSError:
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Keeps the tests' output clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def refused(address: str, **limits: float) -> Problem:
    found = fetch(address, allow_loopback=True, **limits)  # type: ignore[arg-type]
    assert isinstance(found, Problem)
    assert found.fatal
    assert found.stage == "sources"
    assert found.next
    return found


def test_a_page_comes_with_its_type_its_address_and_a_name(site: str) -> None:
    found = fetch(f"{site}/page.html?a=1#part", allow_loopback=True)
    assert isinstance(found, Fetched)
    assert (found.data, found.media_type, found.name) == (PAGE, "text/html; charset=utf-8", "page.html")
    assert (found.address, found.asked) == (f"{site}/page.html?a=1", f"{site}/page.html?a=1#part")
    assert found.ip == "127.0.0.1"
    source, _ = load(found.data, found.name, media_type=found.media_type, origin=found.address)
    assert source is not None
    assert source.text == "The bank was sold for a quarter of what it had cost."
    assert source.origin == f"{site}/page.html?a=1"


def test_a_redirect_is_followed_and_remembered(site: str) -> None:
    found = fetch(f"{site}/moved", allow_loopback=True)
    assert isinstance(found, Fetched)
    assert (found.data, found.asked, found.address) == (PAGE, f"{site}/moved", f"{site}/page.html")


def test_nothing_of_ours_is_sent_along(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    Server.seen.clear()
    assert isinstance(fetch(f"{site}/moved", allow_loopback=True), Fetched)
    assert [path for path, _ in Server.seen] == ["/moved", "/page.html"]
    for _, headers in Server.seen:
        assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_this_machine_is_not_fetched_from_unless_allowed(site: str) -> None:
    found = fetch(f"{site}/page.html")
    assert isinstance(found, Problem)
    assert "loopback" in found.what


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "[::1]", "localhost", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
     "0.0.0.0", "224.0.0.1", "240.0.0.1", "255.255.255.255", "[fe80::1]", "[fc00::1]", "[ff02::1]", "[::]",
     "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "2130706433", "0x7f.1",
     "127.1"],
)  # fmt: skip
def test_addresses_that_are_not_public_are_refused_however_they_are_written(host: str) -> None:
    begin = time.monotonic()
    found = fetch(f"http://{host}/", max_seconds=5)
    assert isinstance(found, Problem)
    assert "only public ones are fetched" in found.what or "no host called" in found.what
    assert time.monotonic() - begin < 4


@pytest.mark.parametrize(("path", "why"), [("private", "private"), ("metadata", "link-local")])
def test_a_redirect_into_a_private_network_is_refused(site: str, path: str, why: str) -> None:
    problem = refused(f"{site}/{path}")
    assert why in problem.what
    assert problem.where.startswith(f"{site}/{path} -> http://1")


def test_a_redirect_to_a_file_or_with_a_password_is_refused(site: str) -> None:
    assert "only http and https" in refused(f"{site}/file").what
    problem = refused(f"{site}/userinfo")
    assert "user name or a password" in problem.what
    assert "secret" not in repr(problem)


def test_a_name_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def mixed(host: str, *args: object, **options: object) -> object:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("1.1.1.1", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", mixed)
    found = fetch("http://mixed.example/")
    assert isinstance(found, Problem)
    assert "private" in found.what


def test_a_name_is_looked_up_once_and_what_it_answers_later_gains_nothing(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(site.rsplit(":", 1)[1])
    real = socket.getaddrinfo
    asked: list[str] = []

    def rebinding(host: str, *args: object, **options: object) -> object:
        if host != "rebind.example":
            return real(host, *args, **options)  # type: ignore[arg-type]
        asked.append(host)
        ip = "127.0.0.1" if len(asked) == 1 else "10.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    Server.seen.clear()
    found = fetch(f"http://rebind.example:{port}/page.html", allow_loopback=True)
    assert isinstance(found, Fetched)
    assert (found.ip, asked) == ("127.0.0.1", ["rebind.example"])
    assert Server.seen[0][1]["Host"] == f"rebind.example:{port}"


def test_redirects_have_an_end(site: str) -> None:
    Server.seen.clear()
    assert "redirects more than 3 times" in refused(f"{site}/round", max_redirects=3).what
    assert len(Server.seen) == 4


def test_what_is_too_big_is_not_taken(site: str) -> None:
    assert "larger than" in refused(f"{site}/big", max_bytes=200_000).what
    assert "larger than" in refused(f"{site}/lying").what
    assert "larger than" in refused(f"{site}/endless", max_bytes=200_000).what
    assert "larger than" in refused(f"{site}/bomb", max_bytes=200_000).what


@pytest.mark.parametrize("path", ["slow", "slowhead"])
def test_a_server_that_sends_a_little_all_the_time_runs_into_the_limit_of_the_whole(site: str, path: str) -> None:
    begin = time.monotonic()
    assert "took too long" in refused(f"{site}/{path}", max_seconds=0.6).what
    assert time.monotonic() - begin < 3


def test_packed_answers(site: str) -> None:
    found = fetch(f"{site}/packed", allow_loopback=True)
    assert isinstance(found, Fetched)
    assert found.data == PAGE
    assert "packed in a way that is not read (br)" in refused(f"{site}/odd").what


def test_answers_that_are_no_page(site: str) -> None:
    missing = refused(f"{site}/nothing")
    assert "status 404" in missing.what
    assert "web archive" in missing.next
    assert "cut short" in refused(f"{site}/short").what


def test_nobody_at_home() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{closed.getsockname()[1]}/"
        problem = refused(address)
    assert "no connection could be made (connection refused)" in problem.what


@pytest.mark.parametrize(
    ("address", "what"),
    [
        ("ftp://example.org/a", "only http and https"), ("file:///etc/hostname", "only http and https"),
        ("example.org", "only http and https"), ("http://", "no valid host name"), ("http:///a", "no valid host name"),
        ("http://exa mple.org/", "no valid host name"), ("http://[::1", "not a valid address"),
        ("http://example.org:99999/", "not a valid address"), ("http://a%2eexample/", "no valid host name"),
        ("https://name:secret@example.org/", "user name or a password"), ("http://@example.org/", "user name"),
    ],
)  # fmt: skip
def test_addresses_that_are_none(address: str, what: str) -> None:
    problem = refused(address)
    assert what in problem.what
    assert "secret" not in repr(problem)
    assert "name:" not in problem.where
