"""Fetches one http(s) address when given one, and nothing else: public hosts only, bounded in size, time and redirects.

The host's name is resolved once and the connection goes to an address that was looked at, at every hop, so a name
that answers differently the second time (DNS rebinding) gains nothing. Proxies of the environment are not used:
behind one, the address that is connected to could not be checked.
"""

from __future__ import annotations

import re
import ssl
import time
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

import httpcore

from primafacie.model import Problem
from primafacie.sources.addresses import Refused, resolve
from primafacie.sources.loader import refusal

MAX_BYTES = 50 * 1024 * 1024
"""Bytes of an answer, unpacked."""
MAX_SECONDS = 60.0
"""From the first look-up to the last byte, redirects included."""
MAX_REDIRECTS = 5
AGENT = "PrimaFacie (evidence archiving; one page at the request of a person)"

_REDIRECTS = (301, 302, 303, 307, 308)
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")


@dataclass(frozen=True, slots=True)
class Fetched:
    """The answer of a web server. ``data`` is the body without transfer coding or compression."""

    address: str
    """Where the bytes came from in the end, after redirects."""
    asked: str
    """The address that was given."""
    name: str
    """A file name made from the last part of the path, or the host."""
    media_type: str | None
    """The Content-Type header as sent, parameters included."""
    data: bytes
    at: str
    """When the answer began, ISO 8601 in UTC."""
    ip: str
    """The network address that answered."""


@dataclass(frozen=True, slots=True)
class _Target:
    scheme: str
    host: str
    port: int
    path: str

    @property
    def address(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        usual = {"http": 80, "https": 443}[self.scheme]
        return f"{self.scheme}://{host}{'' if self.port == usual else f':{self.port}'}{self.path}"


class _Stop(Exception):
    """Fetching ends here; carries the problem to return."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.what, self.advice = what, advice


class _Deadline:
    """The moment by which all must be over."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left. Raises _Stop where there are none."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise _Stop("the server took too long", "try again later, or save the page in a browser and add the file")
        return left


class _Stream(httpcore.NetworkStream):
    """A connection each of whose reads and writes may last no longer than is left of the whole: a server that sends
    a byte a second never runs into the time limit of a single read."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: _Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _Stream(self._inner.start_tls(ssl_context, server_hostname, self._deadline.left()), self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


class _Checked(httpcore.NetworkBackend):
    """Resolves a name once, looks at every address it stands for, and connects to one of those; keeps which one."""

    def __init__(self, deadline: _Deadline, allow_loopback: bool) -> None:
        self._deadline, self._allow_loopback = deadline, allow_loopback
        self._inner = httpcore.SyncBackend()
        self.ip = ""

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:  # fmt: skip
        error: Exception | None = None
        for ip in resolve(host, port, self._deadline.left(), allow_loopback=self._allow_loopback):
            try:
                stream = self._inner.connect_tcp(ip, port, self._deadline.left(), None, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as failed:
                error = failed
                continue
            self.ip = ip
            return _Stream(stream, self._deadline)
        raise error or httpcore.ConnectError("no address")


def fetch(
    address: str, *, max_bytes: int = MAX_BYTES, max_seconds: float = MAX_SECONDS, max_redirects: int = MAX_REDIRECTS,
    allow_loopback: bool = False,
) -> Fetched | Problem:  # fmt: skip
    """The page at an http(s) address, or a Problem that says why there is none.

    Refused: other schemes, user names and passwords in the address, hosts whose address is private, loopback,
    link-local, reserved or multicast (at every redirect too), answers beyond the limits, and answers that are no
    page (status other than 2xx). ``allow_loopback`` is for tests and for pages served on the same machine.
    Nothing but the address itself is sent: no cookies, no referrer, no credentials.
    """
    deadline = _Deadline(max_seconds)
    current, shown = address, _shown(address)
    try:
        for _ in range(max_redirects + 1):
            target = _target(current)
            shown = target.address
            answer = _get(target, address, deadline, max_bytes, allow_loopback)
            if isinstance(answer, Fetched):
                return answer
            current = urljoin(target.address, answer)
        raise _Stop(f"it redirects more than {max_redirects} times", "open it in a browser, and give the final address")
    except (_Stop, Refused) as stopped:
        asked = _shown(address)
        return refusal(stopped.what, asked if current == address else f"{asked} -> {_shown(current)}", stopped.advice)
    except (httpcore.TimeoutException, TimeoutError):
        return refusal("the server took too long", shown, "try again later, or save the page and add the file")
    except (httpcore.NetworkError, OSError) as error:
        return refusal(
            f"no connection could be made ({_reason(error)})", shown,
            "check the address and the network; or save the page on another machine and add the file",
        )  # fmt: skip
    except (httpcore.ProtocolError, httpcore.UnsupportedProtocol):
        return refusal(
            "the answer is broken or was cut short", shown, "try again later, or save the page and add the file"
        )


def _get(target: _Target, asked: str, deadline: _Deadline, max_bytes: int, allow_loopback: bool) -> Fetched | str:
    """One request: the answer, or where it redirects to."""
    backend = _Checked(deadline, allow_loopback)
    headers = [
        (b"Host", target.address.split("/")[2].encode("ascii")), (b"User-Agent", AGENT.encode("ascii")),
        (b"Accept", b"text/html,application/xhtml+xml,application/pdf,text/plain,*/*;q=0.5"),
        (b"Accept-Encoding", b"identity"), (b"Connection", b"close"),
    ]  # fmt: skip
    url = httpcore.URL(
        scheme=target.scheme.encode(), host=target.host.encode("ascii"), port=target.port, target=target.path.encode()
    )
    with (
        httpcore.ConnectionPool(ssl_context=_tls(), network_backend=backend, retries=0) as pool,
        pool.stream("GET", url, headers=headers) as response,
    ):
        at = datetime.now(UTC).isoformat(timespec="seconds")
        answered = {key.lower(): value.decode("latin-1") for key, value in response.headers}
        if response.status in _REDIRECTS and answered.get(b"location"):
            return answered[b"location"]
        _check(response.status, answered, max_bytes)
        data = b"".join(_bounded(response.iter_stream(), answered.get(b"content-encoding", ""), max_bytes))
        return Fetched(
            address=target.address, asked=asked, name=_name(target), media_type=answered.get(b"content-type"),
            data=data, at=at, ip=backend.ip,
        )  # fmt: skip


def _check(status: int, answered: dict[bytes, str], max_bytes: int) -> None:
    if not 200 <= status < 300:
        advice = {
            401: "log in with a browser, save the page, and add the file",
            403: "open it in a browser, save the page, and add the file",
            404: "check the address; look for it in a web archive such as web.archive.org",
            410: "look for it in a web archive such as web.archive.org",
            429: "wait a while, and try again",
        }.get(status, "try again later, or open it in a browser, save the page, and add the file")
        raise _Stop(f"the server answered with status {status} and no page", advice)
    length = answered.get(b"content-length", "")
    if length.isascii() and length.isdigit() and int(length[:20]) > max_bytes:
        raise _too_big(max_bytes)


def _bounded(chunks: Iterable[bytes], coding: str, max_bytes: int) -> Iterator[bytes]:
    """The body in pieces, unpacked where the server packed it unasked, and no more of it than allowed."""
    coding = coding.strip().lower()
    if coding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise _Stop(f"the answer is packed in a way that is not read ({coding[:20]})", "save the page and add the file")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32) if coding not in ("", "identity") else None
    size = 0
    for chunk in chunks:
        try:
            piece = unpack.decompress(chunk, max_bytes - size + 1) if unpack else chunk
        except zlib.error:
            raise _Stop("the answer is broken: it does not unpack", "try again later, or save the page") from None
        size += len(piece)
        if size > max_bytes:
            raise _too_big(max_bytes)
        yield piece
    if unpack and not unpack.eof:
        raise _Stop("the answer was cut short", "try again later, or save the page and add the file")


def _too_big(max_bytes: int) -> _Stop:
    return _Stop(
        f"the answer is larger than {max_bytes / 2**20:.3g} MB", "save the part that matters as a file, and add that"
    )


def _target(address: str) -> _Target:
    """The parts of an address. Raises _Stop where it is none that may be fetched."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise _Stop("it is not a valid address", "check the spelling") from None
    if parts.scheme.lower() not in ("http", "https"):
        raise _Stop("only http and https addresses are fetched", "save what it leads to as a file, and add that")
    if "@" in parts.netloc:
        raise _Stop("the address holds a user name or a password", "log in with a browser, save the page, and add that")
    try:
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        host = ""
    if not host or _UNSAFE.search(host + parts.netloc) or "%" in host:
        raise _Stop("the address has no valid host name", "check the spelling")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
    target = urlunsplit(("", "", path, query, ""))
    return _Target(parts.scheme.lower(), host, port or (443 if parts.scheme.lower() == "https" else 80), target)


def _shown(address: str) -> str:
    """The address for messages: without user name, password, fragment or control characters."""
    plain = "".join(c if c.isprintable() else "\ufffd" for c in address)[:500]
    return re.sub(r"(//)[^/?#]*@", r"\1", plain).split("#", 1)[0]


def _name(target: _Target) -> str:
    last = unquote(target.path.partition("?")[0].rstrip("/").rsplit("/", 1)[-1]).replace("/", "_").replace("\\", "_")
    return last or target.host


def _reason(error: Exception) -> str:
    if "CERTIFICATE_VERIFY_FAILED" in str(error):
        return "its certificate is not valid"
    return "connection refused" if "refused" in str(error) else "the host does not answer"


def _tls() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(import_module("certifi").where()))
