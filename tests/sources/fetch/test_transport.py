"""One request against servers that rebind, stall, flood, pack bombs, break off or lie: each costs one problem and a limited time."""

from __future__ import annotations

import gzip
import socket
import ssl
import time
import zlib
from collections.abc import Callable
from dataclasses import replace

import httpcore2
import pytest

from onrecord.sources.fetch.addresses import AddressRules, parse_target
from onrecord.sources.fetch.failures import FetchFailedError
from onrecord.sources.fetch.transport import Answer, Transport
from tests.sources.fetch.hostile_web import FAST, LOCAL, PATIENT, Request, Web, answer, make_transport, open_web

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def send(web: Web, path: str = "/", transport: Transport | None = None, **fields: str) -> Answer:
    transport = transport or make_transport(web)
    return transport.send(parse_target(web.url(path), transport.rules), fields)


def fail(web: Web, route: bytes | Callable[[Request], bytes | None], code: str, transport: Transport | None = None) -> FetchFailedError:
    """Return how a request fails; one that shall take too long has little time."""
    web.routes["*"] = route
    with pytest.raises(FetchFailedError) as caught:
        send(web, "/", transport or make_transport(web, FAST if code == "fetch_timeout" else PATIENT))
    assert caught.value.problem.code == code, caught.value.problem
    assert caught.value.problem.where.startswith("http")
    return caught.value


def dribble(piece: bytes, head: bytes = b"") -> Callable[[Request], None]:
    """Return a route that sends one piece again and again, as fast or slow as it is taken, for a while."""

    def route(request: Request) -> None:
        request.write(head)
        end = time.monotonic() + 1
        while time.monotonic() < end:
            request.write(piece)
            if len(piece) < 10:
                time.sleep(0.02)

    return route


def test_a_page_comes_with_its_fields(web: Web) -> None:
    web.routes["/a?b=c"] = answer(b"words", etag='"1"', x_a="1")
    found = send(web, "/a?b=c", accept="text/html")
    assert (found.status, found.body, found.fields["etag"], found.fields["x-a"]) == (200, b"words", '"1"', "1")
    (request,) = web.asked
    assert request.fields["host"] == f"news.example:{web.port}"
    assert {"cookie", "authorization", "referer"}.isdisjoint(request.fields)


def test_cookies_are_neither_kept_nor_sent_and_no_proxy_is_taken_from_the_environment(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    web.routes["*"] = answer(set_cookie="a=b")
    transport = make_transport(web)
    send(web, "/", transport)
    send(web, "/", transport)
    assert "cookie" not in web.asked[1].fields


def test_a_line_break_in_a_field_starts_no_new_field(web: Web) -> None:
    web.routes["*"] = answer()
    send(web, "/", **{"If-None-Match": '"a"\r\nX-Bad: 1'})
    assert "x-bad" not in web.asked[0].fields


def test_a_name_that_rebinds_is_asked_for_once_and_its_checked_address_is_used(web: Web) -> None:
    answers = iter([["127.0.0.2"], ["127.0.0.1"], ["127.0.0.1"]])
    asked = []

    def resolve(host: str, port: int) -> list[str]:
        asked.append(host)
        return next(answers)

    rules = AddressRules(allow_private=LOCAL, ports=frozenset({web.port}))
    with pytest.raises(FetchFailedError) as caught:  # nobody listens at .2, and .1 is never looked up
        Transport(rules, FAST, resolve=resolve).send(parse_target(web.url(), rules), {})
    assert caught.value.problem.code in ("fetch_connect", "fetch_timeout")
    assert (asked, web.asked) == (["news.example"], [])


def test_a_name_that_leads_to_a_closed_address_is_not_connected_to(web: Web) -> None:
    rules = AddressRules(ports=frozenset({web.port}))
    for found in (["127.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["::ffff:127.0.0.1"], ["fe80::1%1"], ["0.0.0.0"]):
        with pytest.raises(FetchFailedError) as caught:
            Transport(rules, FAST, resolve=lambda host, port, found=found: found).send(parse_target(web.url(), rules), {})
        assert caught.value.problem.code == "fetch_refused_address"
        assert caught.value.problem.hint
    assert web.asked == []


def test_a_public_name_that_later_turns_private_is_refused_then(web: Web) -> None:
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    transport = make_transport(web, resolve=lambda host, port: next(answers))
    web.routes["*"] = answer()
    assert send(web, "/", transport).status == 200
    with pytest.raises(FetchFailedError, match="private address"):
        send(web, "/", transport)


def test_the_next_address_is_tried_when_one_is_dead(web: Web) -> None:
    web.routes["*"] = answer()
    assert send(web, "/", make_transport(web, resolve=lambda host, port: ["127.0.0.3", "127.0.0.1"])).status == 200


@pytest.mark.parametrize("error", [OSError("no"), socket.gaierror(-2, "Name or service not known"), UnicodeError("long")])
def test_a_name_without_address_is_a_problem(web: Web, error: Exception) -> None:
    def resolve(host: str, port: int) -> list[str]:
        raise error

    assert fail(web, b"", "fetch_dns", make_transport(web, resolve=resolve)).is_passing
    assert fail(web, b"", "fetch_dns", make_transport(web, resolve=lambda host, port: [])).is_passing


def test_a_server_that_drips_its_head_or_body_is_left_in_time(web: Web) -> None:
    assert fail(web, dribble(b"X"), "fetch_timeout").is_passing
    fail(web, dribble(b"X-A: b\r\n", HEAD), "fetch_timeout")
    fail(web, dribble(b"x", HEAD + b"Content-Length: 10000\r\n\r\n"), "fetch_timeout")
    fail(web, dribble(b"1\r\nx\r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n"), "fetch_timeout")


def test_a_server_that_says_nothing_is_left_in_time(web: Web) -> None:
    def be_silent(request: Request) -> None:
        time.sleep(1)

    assert fail(web, be_silent, "fetch_timeout").is_passing


def test_an_endless_answer_is_left_at_the_limit(web: Web) -> None:
    piece = b"x" * 10_000
    fail(web, dribble(b"2710\r\n" + piece + b"\r\n", HEAD + b"Transfer-Encoding: chunked\r\n\r\n"), "fetch_too_large")
    fail(web, dribble(piece, HEAD + b"\r\n"), "fetch_too_large")
    fail(web, dribble(b"X-A: " + piece + b"\r\n", HEAD), "fetch_too_large")
    fail(web, dribble(piece, HEAD + b"X-A: "), "fetch_too_large")
    fail(web, dribble(b"HTTP/1.1 103 Early Hints\r\n\r\n" * 100), "fetch_too_large")


def test_a_body_that_says_it_is_too_large_is_not_read(web: Web) -> None:
    fail(web, HEAD + b"Content-Length: 99999999999999999999\r\n\r\n", "fetch_too_large")
    fail(web, answer(b"x" * 100_001), "fetch_too_large")
    web.routes["*"] = answer(b"x" * 100_000)
    assert len(send(web).body) == 100_000


def test_a_packed_bomb_stops_at_the_limit(web: Web) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    fail(web, answer(bomb, content_encoding="gzip"), "fetch_too_large")
    fail(web, answer(zlib.compress(b"\0" * 50_000_000), content_encoding="deflate"), "fetch_too_large")
    fail(web, answer(gzip.compress(b"\0" * 1000) * 300, content_encoding="gzip"), "fetch_too_large")
    fail(web, answer(gzip.compress(bomb), content_encoding="gzip, gzip"), "fetch_encoding")


@pytest.mark.parametrize(
    ("encoding", "data"),
    [
        ("gzip", gzip.compress(b"words")), ("x-gzip", gzip.compress(b"words")), ("GZIP", gzip.compress(b"wo") + gzip.compress(b"rds")), ("deflate", zlib.compress(b"words")),
        ("deflate", zlib.compress(b"words", wbits=-15)), ("identity", b"words"), ("gzip", gzip.compress(b"words") + b"\0\0\0"),
    ],
)  # fmt: skip
def test_packed_pages_are_unpacked(web: Web, encoding: str, data: bytes) -> None:
    web.routes["*"] = answer(data, content_encoding=encoding)
    assert send(web).body == b"words"


def test_a_packed_page_that_is_damaged_or_cut_is_a_problem(web: Web) -> None:
    whole = gzip.compress(b"words" * 1000)
    fail(web, answer(b"no gzip", content_encoding="gzip"), "fetch_encoding")
    fail(web, answer(whole[:20] + b"\xff" * 50, content_encoding="gzip"), "fetch_encoding")
    assert fail(web, answer(whole[:-12], content_encoding="gzip"), "fetch_cut_off").is_passing
    fail(web, answer(b"words", content_encoding="br"), "fetch_encoding")


def test_a_body_that_breaks_off_is_a_problem(web: Web) -> None:
    assert fail(web, HEAD + b"Content-Length: 100\r\n\r\nwords", "fetch_cut_off").is_passing
    fail(web, HEAD + b"Transfer-Encoding: chunked\r\n\r\n64\r\nwords", "fetch_cut_off")
    fail(web, HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nwords", "fetch_cut_off")


@pytest.mark.parametrize(
    "data",
    [
        b"nonsense\r\n\r\n", b"HTTP/1.1 two hundred\r\n\r\n", HEAD + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nwords", HEAD + b"Content-Length: -5\r\n\r\nwords",
        HEAD + b"bad head\r\n\r\n", b"\0" * 100 + b"\r\n\r\n", b"HTTP/1.1 200 OK\r\nA: \0\r\n\r\n", b"SSH-2.0-server\r\n",
    ],
)  # fmt: skip
def test_what_is_no_http_is_a_problem(web: Web, data: bytes) -> None:
    fail(web, data, "fetch_broken")


def test_a_closed_connection_may_pass(web: Web) -> None:
    assert fail(web, b"", "fetch_broken").is_passing


def test_more_than_the_length_said_is_not_read(web: Web) -> None:
    web.routes["*"] = HEAD + b"Content-Length: 5\r\n\r\nwordsHTTP/1.1 200 OK\r\n\r\nmore"
    assert send(web).body == b"words"


def test_the_body_of_an_error_is_not_read(web: Web) -> None:
    web.routes["*"] = answer(b"x" * 1_000_000, "500 Oops")
    assert (send(web).status, send(web).body) == (500, b"")


def test_nobody_at_the_port_is_a_problem(web: Web) -> None:
    with open_web() as other:
        port = other.port
    rules = AddressRules(allow_private=LOCAL, ports=frozenset({port}))
    with pytest.raises(FetchFailedError, match="no connection"):
        make_transport(replace(web, port=port)).send(parse_target(f"http://127.0.0.1:{port}/", rules), {})


def test_a_body_may_be_cut_at_a_limit(web: Web) -> None:
    web.routes["*"] = answer(b"x" * 5000)
    transport = make_transport(web)
    assert transport.send(parse_target(web.url(), transport.rules), {}, limit_bytes=1000, is_cut=True).body == b"x" * 1000


def test_a_certificate_must_be_trusted_and_bear_the_name_asked_for() -> None:
    trustme = pytest.importorskip("trustme")
    authority, stranger = trustme.CA(), trustme.CA()
    ours, serving = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.configure_trust(ours)
    authority.issue_cert("news.example").configure_cert(serving)
    theirs = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    stranger.configure_trust(theirs)
    with open_web(lambda listener: serving.wrap_socket(listener, server_side=True, do_handshake_on_connect=False)) as web:
        web.routes["*"] = answer(b"safe")
        for host, context, code in (("news.example", ours, None), ("other.example", ours, "fetch_tls"), ("news.example", theirs, "fetch_tls"), ("127.0.0.1", ours, "fetch_tls")):
            transport = make_transport(web, ssl_context=context)
            target = parse_target(web.url("/", host).replace("http:", "https:"), transport.rules)
            if code is None:
                assert transport.send(target, {}).body == b"safe"
            else:
                with pytest.raises(FetchFailedError) as caught:
                    transport.send(target, {})
                assert (caught.value.problem.code, caught.value.is_passing) == (code, False)


def test_the_default_verifies_certificates() -> None:
    context = httpcore2.default_ssl_context()
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname


def test_plain_http_at_a_port_for_tls_is_a_problem(web: Web) -> None:
    transport = make_transport(web, FAST)
    with pytest.raises(FetchFailedError) as caught:
        transport.send(parse_target(web.url().replace("http:", "https:"), transport.rules), {})
    assert caught.value.problem.code in ("fetch_tls", "fetch_connect", "fetch_timeout")
