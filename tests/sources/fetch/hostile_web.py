"""A web on this machine that does as it is told, bad things included: routes write raw bytes to the connection."""

from __future__ import annotations

import socket
import socketserver
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from onrecord.sources.fetch.addresses import AddressRules
from onrecord.sources.fetch.fetch_page import Fetcher
from onrecord.sources.fetch.ip_ranges import parse_networks
from onrecord.sources.fetch.politeness import Manners, Politeness
from onrecord.sources.fetch.transport import Limits, Transport

START = 1_700_000_000.0
LOCAL = parse_networks(["127.0.0.0/8"])
FAST = Limits(total_s=0.5, connect_s=0.4, read_s=0.25, body_bytes=100_000)
"""For servers that are slow on purpose."""
PATIENT = Limits(total_s=30.0, connect_s=30.0, read_s=30.0, body_bytes=100_000)
"""For all others: a busy machine may take long to answer, and that is no failure of the server."""


class SimulatedClock:
    """A clock that stands still but for those who wait."""

    def __init__(self, now: float = START) -> None:
        self.time = now
        self.waits: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += max(0.0, seconds)


@dataclass
class Request:
    path: str
    host: str
    fields: dict[str, str]
    write: Callable[[bytes], None]


Route = Callable[[Request], bytes | None]


def answer(body: bytes = b"<html><p>words</p></html>", status: str = "200 OK", **fields: str) -> bytes:
    """Return a whole answer; `content_type="text/xml"` gives the field `Content-Type`."""
    given = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))} | {name.replace("_", "-").title(): value for name, value in fields.items()}
    return f"HTTP/1.1 {status}\r\n".encode() + "".join(f"{name}: {value}\r\n" for name, value in given.items()).encode() + b"\r\n" + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    return answer(b"", status, location=to)


@dataclass
class Web:
    """Routes by path, for any host; `asked` lists every request in order."""

    port: int
    routes: dict[str, Route | bytes] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)

    def url(self, path: str = "/", host: str = "news.example") -> str:
        return f"http://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        return [request.path for request in self.asked if request.path != "/robots.txt"]

    def serve(self, request: Request) -> bytes | None:
        self.asked.append(request)
        route = self.routes.get(request.path, self.routes.get("*", answer(b"none", "404 Not Found")))
        return route if isinstance(route, bytes) else route(request)


class _Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        web: Web = self.server.web  # type: ignore[attr-defined]
        data = b""
        try:
            while b"\r\n\r\n" not in data and (more := self.request.recv(65536)):
                data += more
            if b"\r\n\r\n" not in data:
                return
            first, *lines = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
            fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
            said = web.serve(Request(path=first.split(" ")[1], host=fields.get("host", "").split(":")[0], fields=fields, write=self.request.sendall))
            if said:
                self.request.sendall(said)
        except OSError:
            pass


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        pass


@contextmanager
def open_web(wrap: Callable[[socket.socket], socket.socket] = lambda listener: listener) -> Iterator[Web]:
    """Serve until the block ends."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        web = Web(port=server.server_address[1])
        server.web = web  # type: ignore[attr-defined]
        server.socket = wrap(server.socket)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield web
        finally:
            server.shutdown()
            thread.join()


def to_local(host: str, port: int) -> Sequence[str]:
    return ["127.0.0.1"]


def make_transport(web: Web, limits: Limits = PATIENT, resolve: Callable[[str, int], Sequence[str]] = to_local, **options: Any) -> Transport:
    return Transport(AddressRules(allow_private=LOCAL, ports=frozenset({web.port, 80, 443})), limits, resolve=resolve, **options)


def make_fetcher(
    web: Web, clock: SimulatedClock, limits: Limits = PATIENT, resolve: Callable[[str, int], Sequence[str]] = to_local, manners: Manners | None = None, **options: Any
) -> Fetcher:
    return Fetcher(make_transport(web, limits, resolve), clock=clock, politeness=Politeness(clock, lambda: 1.0, manners), **options)
