"""Read an address as a client that trusts nobody: what host is meant, and may it be connected to.

In: a URL as written in a feed, a page or a redirect. Out: a `Target`, or a `FetchFailedError`. Names are resolved in
`network.py`; hosts that are numbers in any form (`127.1`, `0x7f.1`, `2130706433`) are read here as browsers read them.
Source: the WHATWG URL standard, "host parsing"; RFC 3986; IDNA 2008 with the mapping of UTS 46.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import quote, urljoin, urlsplit

import idna

from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.fetch.ip_ranges import IpAddress, IpNetwork, describe_closed
from onrecord.sources.readers.reader import make_problem

MAX_URL_CHARS = 8000
"""Longer addresses are an attack or a mistake; servers refuse them from about here on."""
DEFAULT_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\\\u2028\u2029\ud800-\udfff]")
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_KEPT = "/?:@!$&'()*+,;=-._~%[]|^`{}\""
_PRIVATE_HINT = "allow the network by name if you mean it, such as `--allow-private 10.0.0.0/8`"


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRules:
    """What may be connected to: `allow_private` lists networks opened although private, `ports` the ports."""

    allow_private: tuple[IpNetwork, ...] = ()
    ports: frozenset[int] = frozenset({80, 443})


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """An address as it is asked for: `host` is an ASCII name or an IP address without brackets, `path` holds path and query."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    address: IpAddress | None

    @property
    def authority(self) -> str:
        """Host and port as the `Host` field gives them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port."""
        return f"{self.scheme}://{self.authority}"


def parse_target(url: str, rules: AddressRules, *, base: str | None = None) -> Target:
    """Return what an address asks for.

    Args:
        url: an absolute address; with `base`, also a relative one.
        rules: what may be connected to.
        base: the address that `url` was found at.

    Raises:
        FetchFailedError: `fetch_bad_address`, `fetch_refused_address`.
    """
    written = url.strip(" \t\r\n")
    if not written or len(written) > MAX_URL_CHARS:
        raise _bad(url, "it is empty" if not written else f"it has {len(written)} characters; allowed: {MAX_URL_CHARS}")
    if _CONTROL.search(written):
        raise _bad(url, "it holds a backslash or a control character")
    try:
        whole = written if base is None else urljoin(base, written)
        parts = urlsplit(whole)
        port = parts.port
    except ValueError as error:
        raise _bad(url, str(error)) from error
    scheme = parts.scheme.lower()
    if scheme not in DEFAULT_PORTS:
        raise _bad(url, f"its scheme is `{scheme}`" if _SCHEME.match(whole) and scheme else "it has no scheme", "allowed: http and https")
    if "@" in parts.netloc:
        raise _bad(url, "it holds a user name or password", "give the address without what stands before `@`")
    if not parts.hostname:
        raise _bad(url, "it names no host")
    host, address = _read_host(parts.hostname, "[" in parts.netloc, url)
    port = DEFAULT_PORTS[scheme] if port is None else port
    path = quote(parts.path or "/", safe=_KEPT) + (f"?{quote(parts.query, safe=_KEPT)}" if parts.query else "")
    if not path.startswith("/"):
        raise _bad(url, "its path does not begin with `/`")
    target = Target(url="", scheme=scheme, host=host, port=port, path=path, address=address)
    target = Target(url=f"{target.origin}{path}", scheme=scheme, host=host, port=port, path=path, address=address)
    if port not in rules.ports:
        allowed = " ".join(map(str, sorted(rules.ports)))
        raise FetchFailedError(
            make_problem(target.url, "fetch_refused_address", f"port `{port}` may not be connected to; allowed: {allowed}", "allow the port by its number if you mean it")
        )
    if address is not None:
        check_addresses(target.url, host, [address], rules)
    return target


def check_addresses(url: str, host: str, addresses: Sequence[IpAddress], rules: AddressRules) -> None:
    """Return when all addresses of a host may be connected to; one closed address among open ones refuses the host, as no honest name has such.

    Raises:
        FetchFailedError: `fetch_refused_address`.
    """
    for address in addresses:
        if kind := describe_closed(address, rules.allow_private):
            where = f"`{host}`" if str(address) == host else f"`{host}` leads to `{address}`,"
            raise FetchFailedError(make_problem(url, "fetch_refused_address", f"{where} is not connected to: {kind} address", _PRIVATE_HINT))


def _read_host(host: str, is_bracketed: bool, url: str) -> tuple[str, IpAddress | None]:
    """Return the host in its plain form, and its IP address if it is one."""
    if is_bracketed:
        try:
            address = IPv6Address(host)
        except AddressValueError as error:
            raise _bad(url, f"`[{host}]` is no IPv6 address") from error
        if address.scope_id is not None:
            raise _bad(url, "it names a network interface")
        return str(address), address
    name = _to_ascii(host, url)
    labels = name.split(".")
    if _is_number(labels[-1]):
        number = _read_ipv4(labels, url)
        return str(number), number
    if len(name) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        raise _bad(url, f"`{host}` is no host name")
    return name, None


def _to_ascii(host: str, url: str) -> str:
    """Return a host name in lower-case ASCII without the final dot."""
    try:
        name = host.lower() if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise _bad(url, f"`{host}` is no host name") from error
    return name.removesuffix(".")


def _is_number(label: str) -> bool:
    return label.isdigit() or re.fullmatch(r"0[xX][0-9a-fA-F]*", label) is not None


def _read_ipv4(labels: Sequence[str], url: str) -> IPv4Address:
    """Return the IPv4 address that one to four numbers make, decimal, octal or hexadecimal; the last one fills the bytes left."""
    try:
        numbers = [_read_number(label) for label in labels]
        if len(numbers) > 4 or any(number > 255 for number in numbers[:-1]) or numbers[-1] >= 256 ** (5 - len(numbers)):
            raise ValueError("out of range")
        value = numbers[-1] + sum(number << (8 * (3 - place)) for place, number in enumerate(numbers[:-1]))
        return IPv4Address(value)
    except ValueError as error:
        raise _bad(url, f"`{'.'.join(labels)[:80]}` is no IPv4 address") from error


def _read_number(label: str) -> int:
    if not label or len(label) > 40:
        raise ValueError("no number")
    if label[:2] in ("0x", "0X"):
        return int(label[2:] or "0", 16)
    return int(label, 8) if len(label) > 1 and label.startswith("0") else int(label)


def _bad(url: str, reason: str, hint: str | None = None) -> FetchFailedError:
    return FetchFailedError(make_problem(url[:200], "fetch_bad_address", f"`{url[:200]}` is not fetched: {reason}", hint))
