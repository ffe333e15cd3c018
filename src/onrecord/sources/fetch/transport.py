"""One HTTP request to one checked address: no redirect, no cookie, no proxy, TLS verified, every quantity limited.

In: a `Target` and fields to send. Out: an `Answer`, or a `FetchFailedError`. Each request has a connection of its own: with
seconds between requests to a host there is little to gain from keeping one, and nothing can be pinned wrongly.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import httpcore2

from onrecord.sources.fetch.addresses import AddressRules, Target
from onrecord.sources.fetch.bodies import ACCEPT_ENCODING, read_body, too_large
from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.fetch.network import Deadline, PinnedBackend, Resolver, resolve_name
from onrecord.sources.readers.reader import make_problem

_HEAD_STATUS = 431
"""With this status h11 marks heads that are too long."""
_HEAD_BYTES = 2**17


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one request may cost: seconds in all, to connect, between two bytes; bytes of the unpacked body; redirects of a fetch."""

    total_s: float = 30.0
    connect_s: float = 10.0
    read_s: float = 10.0
    body_bytes: int = 20 * 2**20
    redirects: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered: `fields` with lower-case names; `body` is unpacked, and empty unless the status is 200."""

    url: str
    status: int
    fields: Mapping[str, str]
    body: bytes


class Transport:
    """Sends requests.

    Args:
        rules: what may be connected to.
        limits: what one request may cost.
        resolve: name -> IP addresses.
        monotonic: tells seconds, for the time limits.
        ssl_context: how TLS is verified; by default against the machine's own authorities.
    """

    def __init__(
        self,
        rules: AddressRules | None = None,
        limits: Limits | None = None,
        *,
        resolve: Resolver = resolve_name,
        monotonic: Callable[[], float] = time.monotonic,
        ssl_context: ssl.SSLContext | None = None,
    ) -> None:
        self.rules = rules or AddressRules()
        self.limits = limits or Limits()
        self._resolve = resolve
        self._monotonic = monotonic
        self._ssl_context = ssl_context or httpcore2.default_ssl_context()

    def send(self, target: Target, fields: Mapping[str, str], *, limit_bytes: int | None = None, is_cut: bool = False) -> Answer:
        """Return what the server answers to GET.

        Args:
            target: what is asked for.
            fields: header fields beside those that every request has.
            limit_bytes: how long the body may be, `None` = as `limits` says.
            is_cut: True when a longer body is cut there and not refused.

        Raises:
            FetchFailedError: `fetch_refused_address`, `fetch_dns`, `fetch_connect`, `fetch_tls`, `fetch_timeout`, `fetch_too_large`, `fetch_cut_off`, `fetch_broken`, `fetch_encoding`.
        """
        limit = self.limits.body_bytes if limit_bytes is None else limit_bytes
        deadline = Deadline(target.url, self.limits.total_s, self._monotonic)
        backend = PinnedBackend(target, self.rules, self._resolve, deadline, 2 * limit + _HEAD_BYTES)
        url = httpcore2.URL(scheme=target.scheme.encode(), host=target.host.encode(), port=target.port, target=target.path.encode("ascii"))
        sent = {"Host": target.authority, "Accept-Encoding": ACCEPT_ENCODING, "Connection": "close", **fields}
        timeouts = {"connect": self.limits.connect_s, "read": self.limits.read_s, "write": self.limits.read_s}
        request = httpcore2.Request(b"GET", url, headers=[(name.encode(), _encode_field(value)) for name, value in sent.items()], extensions={"timeout": timeouts})
        has_head = False
        try:
            with httpcore2.HTTPConnection(url.origin, ssl_context=self._ssl_context, network_backend=backend) as connection:
                response = connection.handle_request(request)
                has_head = True
                found = _read_fields(response.headers)
                chunks = response.stream if isinstance(response.stream, Iterable) else ()
                body = _read_whole(chunks, found, target.url, limit, is_cut) if response.status == 200 else b""
                return Answer(url=target.url, status=response.status, fields=found, body=body)
        except httpcore2.TimeoutException as error:
            raise FetchFailedError(
                make_problem(target.url, "fetch_timeout", f"`{target.host}` let us wait too long", "try again later, or allow more time"), is_passing=True
            ) from error
        except (httpcore2.NetworkError, httpcore2.ProtocolError, OSError) as error:
            raise _explain(error, target, has_head) from error


def _read_whole(chunks: Iterable[bytes], fields: Mapping[str, str], url: str, limit: int, is_cut: bool) -> bytes:
    length = fields.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length[:20]) > limit and not is_cut:
        raise too_large(url, limit)
    return read_body(chunks, fields.get("content-encoding", ""), url, limit, is_cut=is_cut)


def _read_fields(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return the header fields by lower-case name; a field given twice is joined by a comma, but for those of which the first counts."""
    found: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name, value = raw_name.decode("latin-1").lower(), _decode_field(raw_value)
        if name not in found:
            found[name] = value
        elif name not in ("location", "content-type", "retry-after", "etag", "last-modified"):
            found[name] = f"{found[name]}, {value}"
    return found


def _decode_field(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _encode_field(value: str) -> bytes:
    """Return a value that cannot end its line; what servers gave us (ETag) is sent back as it came."""
    return value.translate({13: None, 10: None, 0: None}).encode("utf-8", "replace")


def _explain(error: Exception, target: Target, has_head: bool) -> FetchFailedError:
    """Return the failure that says what went wrong below HTTP."""
    cause: BaseException = error.__cause__ or error
    while isinstance(cause.__cause__, OSError):
        cause = cause.__cause__
    reason = str(getattr(cause, "strerror", None) or cause or type(cause).__name__)[:200]
    if getattr(cause, "error_status_hint", None) == _HEAD_STATUS:
        return FetchFailedError(make_problem(target.url, "fetch_too_large", "the head of the answer is longer than 100 KiB"))
    if has_head:
        return FetchFailedError(make_problem(target.url, "fetch_cut_off", f"the answer broke off: {reason}", "try again later"), is_passing=True)
    if isinstance(cause, ssl.SSLError):
        verify = cause.verify_message if isinstance(cause, ssl.SSLCertVerificationError) else reason
        return FetchFailedError(
            make_problem(target.url, "fetch_tls", f"no secure connection to `{target.host}`: {verify}", "open the address in a browser to see whether its certificate is in order")
        )
    if isinstance(error, httpcore2.ProtocolError):
        is_mute = not isinstance(error.__cause__, Exception)
        return FetchFailedError(make_problem(target.url, "fetch_broken", f"the answer is no HTTP: {reason}"), is_passing=is_mute)
    return FetchFailedError(make_problem(target.url, "fetch_connect", f"no connection to `{target.host}`: {reason}", "try again later"), is_passing=True)
