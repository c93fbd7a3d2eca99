"""Which network addresses may be connected to: public ones only, so that no link leads behind a firewall."""

from __future__ import annotations

import ipaddress
import socket
import threading

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_NAT64_LOCAL = ipaddress.ip_network("64:ff9b:1::/48")
_SHARED = ipaddress.ip_network("100.64.0.0/10")


class Refused(Exception):
    """The host may not be connected to, or is not known; ``what`` and ``advice`` say so for a person to read."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.what, self.advice = what, advice


def resolve(host: str, port: int, seconds: float, *, allow_loopback: bool = False) -> tuple[str, ...]:
    """The addresses of a host, all of them looked at: one that is not public refuses the host as a whole.

    Raises Refused where one is not public, where the name is not known, or where looking it up takes too long.
    """
    found = _look_up(host, port, seconds)
    for ip in found:
        why = _not_public(ipaddress.ip_address(ip), allow_loopback)
        if why:
            raise Refused(
                f"{host} is {why} address, and only public ones are fetched",
                "if it is a page of your own network, save it in a browser and add the file",
            )
    return found


def _look_up(host: str, port: int, seconds: float) -> tuple[str, ...]:
    answers: list[tuple[str, ...]] = []

    def ask() -> None:
        try:
            infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            answers.append(())
            return
        answers.append(tuple(dict.fromkeys(str(info[4][0]).split("%", 1)[0] for info in infos)))

    # The system's resolver knows no time limit; a thread that hangs in it ends with the program.
    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(seconds)
    if not answers:
        raise Refused(f"the name {host} could not be looked up in time", "check the network, and try again")
    if not answers[0]:
        raise Refused(f"there is no host called {host}", "check the spelling and the network")
    return answers[0]


def _not_public(ip: Address, allow_loopback: bool) -> str | None:
    """Why an address is not public ("a loopback", "a private"), or None where it is (RFC 6890 and its registries)."""
    if isinstance(ip, ipaddress.IPv6Address):
        inner = _embedded(ip)
        if inner is not None:
            return _not_public(inner, allow_loopback)
    if ip.is_loopback:
        return None if allow_loopback else "a loopback"
    if ip.is_unspecified or ip.is_multicast or ip.is_reserved:
        return "a reserved"
    if ip.is_link_local:
        return "a link-local"
    if ip.is_private or ip in _SHARED or not ip.is_global:
        return "a private"
    if isinstance(ip, ipaddress.IPv6Address) and (ip.is_site_local or ip in _NAT64_LOCAL):
        return "a private"
    return None


def _embedded(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that an IPv6 one stands for: mapped (RFC 4291), NAT64 (RFC 6052), 6to4 (RFC 3056), Teredo."""
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
