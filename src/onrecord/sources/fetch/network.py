"""Connections that go only to checked addresses and end in time, whatever the other side does.

A name is resolved once, every address it leads to is checked, and the connection goes to a checked address itself: no second
look-up happens that a rebinding name server could answer otherwise. The name stays in the `Host` field and in TLS. Only the look-up
itself, which the machine does, has no deadline but the machine's own.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterable, Sequence
from ipaddress import ip_address

import httpcore2

from onrecord.sources.fetch.addresses import AddressRules, Target, check_addresses
from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.fetch.ip_ranges import IpAddress
from onrecord.sources.readers.reader import make_problem

Resolver = Callable[[str, int], Sequence[str]]
"""Name and port in, IP addresses out, the preferred one first; raises `OSError` when there is none."""
MAX_ADDRESSES = 16
"""A name may lead to more; only so many are tried."""


def resolve_name(host: str, port: int) -> Sequence[str]:
    """Return the IP addresses of a name as the machine resolves it.

    Raises:
        OSError: the name has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Deadline:
    """The moment by which one request must be over.

    Args:
        url: the address asked for, for the message.
        total_s: how long it may take.
        monotonic: tells seconds that never run backwards.
    """

    def __init__(self, url: str, total_s: float, monotonic: Callable[[], float]) -> None:
        self._url = url
        self._total_s = total_s
        self._monotonic = monotonic
        self._end = monotonic() + total_s

    def cut(self, timeout_s: float | None) -> float:
        """Return how long one step may take: its own time limit or what is left, whichever is less.

        Raises:
            FetchFailedError: `fetch_timeout`, no time is left.
        """
        left = self._end - self._monotonic()
        if left <= 0:
            problem = make_problem(self._url, "fetch_timeout", f"the answer was not complete after {self._total_s:g} s", "try again later, or allow more time")
            raise FetchFailedError(problem, is_passing=True)
        return left if timeout_s is None else min(left, timeout_s)


class BoundedStream(httpcore2.NetworkStream):
    """A connection with a deadline and a limit on all bytes read, whatever they are."""

    def __init__(self, stream: httpcore2.NetworkStream, url: str, deadline: Deadline, limit_bytes: int) -> None:
        self._stream = stream
        self._url = url
        self._deadline = deadline
        self._limit_bytes = limit_bytes
        self._read_bytes = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return the next bytes."""
        data = self._stream.read(max_bytes, self._deadline.cut(timeout))
        self._read_bytes += len(data)
        if self._read_bytes > self._limit_bytes:
            raise FetchFailedError(make_problem(self._url, "fetch_too_large", f"the server sent more than {self._limit_bytes} bytes; reading stopped"))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send bytes."""
        self._stream.write(buffer, self._deadline.cut(timeout))

    def close(self) -> None:
        """End the connection."""
        self._stream.close()

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None) -> httpcore2.NetworkStream:
        """Return the connection, encrypted."""
        try:
            inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.cut(timeout))
        except BaseException:
            self._stream.close()
            raise
        return BoundedStream(inner, self._url, self._deadline, self._limit_bytes)

    def get_extra_info(self, info: str) -> object:
        """Return what is known about the connection."""
        return self._stream.get_extra_info(info)


class PinnedBackend(httpcore2.NetworkBackend):
    """Connects one request to a checked address of its host.

    Args:
        target: what is asked for.
        rules: what may be connected to.
        resolve: name -> IP addresses.
        deadline: when the request must be over.
        limit_bytes: how many bytes may be read in all.
    """

    def __init__(self, target: Target, rules: AddressRules, resolve: Resolver, deadline: Deadline, limit_bytes: int) -> None:
        self._target = target
        self._rules = rules
        self._resolve = resolve
        self._deadline = deadline
        self._limit_bytes = limit_bytes
        self._tcp = httpcore2.SyncBackend()

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None, socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None
    ) -> httpcore2.NetworkStream:
        """Return a connection to the first checked address that answers."""
        failed: Exception | None = None
        for address in self._find_addresses():
            try:
                stream = self._tcp.connect_tcp(str(address), self._target.port, self._deadline.cut(timeout), local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
                failed = error
            else:
                return BoundedStream(stream, self._target.url, self._deadline, self._limit_bytes)
        raise failed if failed is not None else httpcore2.ConnectError("no address")

    def _find_addresses(self) -> Sequence[IpAddress]:
        """Return the addresses of the host, all of them checked.

        Raises:
            FetchFailedError: `fetch_dns`, `fetch_refused_address`.
        """
        target = self._target
        if target.address is not None:
            found = [target.address]
        else:
            try:
                found = [ip_address(word) for word in self._resolve(target.host, target.port)]
            except (OSError, ValueError, UnicodeError) as error:
                reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
                raise FetchFailedError(
                    make_problem(target.url, "fetch_dns", f"the name `{target.host}` leads nowhere: {reason}", "check the spelling and the connection"), is_passing=True
                ) from error
        if not found:
            raise FetchFailedError(make_problem(target.url, "fetch_dns", f"the name `{target.host}` leads nowhere: it has no address", "check the spelling"), is_passing=True)
        check_addresses(target.url, target.host, found, self._rules)
        return found[:MAX_ADDRESSES]
