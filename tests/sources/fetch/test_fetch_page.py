"""Fetching an address: redirects each checked anew, robots.txt, turns, tries, versions, types and charsets."""

from __future__ import annotations

import re
from email.utils import formatdate
from itertools import pairwise

import pytest

from onrecord import __version__
from onrecord.records import Problem
from onrecord.sources.fetch.agent import make_user_agent
from onrecord.sources.fetch.fetch_page import Fetched, make_fetched_page, read_content_type
from onrecord.sources.fetch.politeness import Manners
from onrecord.sources.fetch.validators import Validator
from tests.sources.fetch.hostile_web import Request, SimulatedClock, Web, answer, make_fetcher, redirect

ROBOTS = "/robots.txt"


def fetch(web: Web, clock: SimulatedClock, path: str = "/", validator: Validator | None = None) -> Fetched:
    found = make_fetcher(web, clock).fetch(web.url(path), validator)
    assert isinstance(found, Fetched), found
    return found


def fail(web: Web, clock: SimulatedClock, url: str | None = None) -> Problem:
    found = make_fetcher(web, clock).fetch(url or web.url("/"))
    assert isinstance(found, Problem), found
    return found


def test_a_page_is_fetched_with_an_honest_name_after_robots_txt_was_asked(web: Web, clock: SimulatedClock) -> None:
    web.routes["/a"] = answer(b"<html>words", content_type="text/html; charset=windows-1251")
    found = fetch(web, clock, "/a")
    assert (found.url, found.final_url, found.media_type, found.charset, found.data) == (web.url("/a"), web.url("/a"), "text/html", "cp1251", b"<html>words")
    assert found.fetched_at == "2023-11-14T22:13:21.000+00:00"
    assert [request.path for request in web.asked] == [ROBOTS, "/a"]
    assert {request.fields["user-agent"] for request in web.asked} == {make_user_agent()}
    assert re.fullmatch(rf"onrecord/{re.escape(__version__)}( \(\+https?://\S+\))?", make_user_agent())


def test_redirects_are_followed_and_the_last_address_is_told(web: Web, clock: SimulatedClock) -> None:
    web.routes |= {"/": redirect("/a", "301 Moved"), "/a": redirect(web.url("/b", "www.example"), "308 Moved"), "/b": answer(b"words")}
    assert fetch(web, clock).final_url == web.url("/b", "www.example")
    assert [(request.host, request.path) for request in web.asked] == [
        ("news.example", ROBOTS), ("news.example", "/"), ("news.example", "/a"), ("www.example", ROBOTS), ("www.example", "/b"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "to",
    ["http://169.254.169.254/latest/", "http://[::1]/", "http://2130706433:22/", "//10.0.0.1/", "http://[::ffff:10.0.0.1]/", "http://192.168.0.1:8080/", "https://0x0a000001/"],
)
def test_a_redirect_to_a_closed_address_is_refused(web: Web, clock: SimulatedClock, to: str) -> None:
    web.routes["/"] = redirect(to)
    assert fail(web, clock).code == "fetch_refused_address"


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://news.example/", "javascript:alert(1)", "http://user:pass@news.example/", "http://[", "data:text/html,x"])
def test_a_redirect_to_what_is_no_web_address_is_refused(web: Web, clock: SimulatedClock, to: str) -> None:
    web.routes["/"] = redirect(to)
    assert fail(web, clock).code == "fetch_bad_address"


def test_a_redirect_to_a_name_that_leads_inside_is_refused(web: Web, clock: SimulatedClock) -> None:
    web.routes["/"] = redirect(web.url("/secret", "inside.example"))
    web.routes["/secret"] = answer()
    fetcher = make_fetcher(web, clock, resolve=lambda host, port: ["10.0.0.1"] if host == "inside.example" else ["127.0.0.1"])
    found = fetcher.fetch(web.url("/"))
    assert isinstance(found, Problem)
    assert found.code == "fetch_refused_address"
    assert web.paths() == ["/"]


def test_redirects_without_end_or_in_a_circle_are_left(web: Web, clock: SimulatedClock) -> None:
    web.routes |= {"/": redirect("/a"), "/a": redirect("/")}
    assert fail(web, clock).code == "fetch_redirects"
    web.asked.clear()
    web.routes = {"*": lambda request: answer(b"", "404 No") if request.path == ROBOTS else redirect(f"{request.path}x")}
    assert fail(web, clock).code == "fetch_redirects"
    assert len(web.paths()) == 6


def test_a_redirect_to_nowhere_is_a_status(web: Web, clock: SimulatedClock) -> None:
    web.routes["/"] = answer(b"", "302 Found")
    assert fail(web, clock).code == "fetch_status"


def test_what_robots_txt_forbids_is_not_fetched(web: Web, clock: SimulatedClock) -> None:
    web.routes |= {ROBOTS: answer(b"User-agent: onrecord\nDisallow: /private\n\nUser-agent: *\nDisallow: /", content_type="text/plain"), "*": answer(), "/": redirect("/private/a")}
    fetch(web, clock, "/open")
    assert fail(web, clock, web.url("/private/a")).code == "fetch_robots"
    assert fail(web, clock).code == "fetch_robots"
    assert web.paths() == ["/open", "/"]


@pytest.mark.parametrize(
    ("status", "is_allowed"), [("404 No", True), ("403 No", True), ("410 Gone", True), ("500 Oops", False), ("503 Later", False), ("429 Slow", False), ("302 Found", True)]
)
def test_robots_txt_that_is_not_there_allows_and_one_that_fails_forbids_for_now(web: Web, clock: SimulatedClock, status: str, is_allowed: bool) -> None:
    web.routes |= {"/": answer(), ROBOTS: redirect(ROBOTS) if status.startswith("3") else answer(b"", status)}
    found = make_fetcher(web, clock).fetch(web.url())
    assert isinstance(found, Fetched) == is_allowed
    assert isinstance(found, Fetched) or found.code == "fetch_robots"


def test_a_host_that_is_not_there_is_told_as_such_and_not_as_a_refusal(web: Web, clock: SimulatedClock) -> None:
    fetcher = make_fetcher(web, clock, resolve=lambda host, port: [])
    for path in ("/", "/other"):  # asked anew, and from what is remembered
        found = fetcher.fetch(web.url(path))
        assert isinstance(found, Problem)
        assert (found.code, found.where.endswith(path)) == ("fetch_dns", True)


def test_robots_txt_is_asked_for_once_while_fresh_and_old_rules_hold_while_the_host_fails(web: Web, clock: SimulatedClock) -> None:
    web.routes |= {ROBOTS: answer(b"User-agent: *\nDisallow: /no", cache_control="public, max-age=3600"), "*": answer()}
    fetcher = make_fetcher(web, clock)

    def asked() -> int:
        return sum(request.path == ROBOTS for request in web.asked)

    for _ in range(3):
        assert isinstance(fetcher.fetch(web.url()), Fetched)
    assert asked() == 1
    clock.time += 3700
    web.routes[ROBOTS] = answer(b"", "500 Oops")
    assert isinstance(fetcher.fetch(web.url()), Fetched)
    assert isinstance(fetcher.fetch(web.url("/no")), Problem)
    assert asked() == 2
    clock.time += 700
    web.routes[ROBOTS] = answer(b"", "404 No")
    assert isinstance(fetcher.fetch(web.url("/no")), Fetched)
    assert asked() == 3


def test_the_pause_between_requests_is_ours_or_the_one_robots_txt_asks_for(web: Web, clock: SimulatedClock) -> None:
    times: list[float] = []

    def note(request: Request) -> bytes:
        times.append(clock.now())
        return answer()

    web.routes |= {"*": note, ROBOTS: answer(b"", "404 No")}
    fetcher = make_fetcher(web, clock)
    for _ in range(3):
        fetcher.fetch(web.url())
    assert [round(later - earlier, 6) for earlier, later in pairwise(times)] == [1.0, 1.0]
    fetcher.fetch(web.url("/", "other.example"))
    assert times[-1] - times[-2] <= 1.0  # another host: only its own robots.txt came before
    times.clear()
    web.routes[ROBOTS] = answer(b"User-agent: *\nCrawl-delay: 7.5")
    fetcher = make_fetcher(web, clock)
    for _ in range(3):
        fetcher.fetch(web.url())
    assert times[2] - times[1] == 7.5
    for words in (b"nan", b"inf", b"-5", b"x"):
        web.routes[ROBOTS] = answer(b"User-agent: *\nCrawl-delay: " + words)
        assert isinstance(make_fetcher(web, clock).fetch(web.url()), Fetched)


def test_a_delay_too_long_to_wait_for_is_told(web: Web, clock: SimulatedClock) -> None:
    web.routes |= {ROBOTS: answer(b"User-agent: *\nCrawl-delay: 600"), "*": answer()}
    fetcher = make_fetcher(web, clock)
    assert isinstance(fetcher.fetch(web.url()), Fetched)
    found = fetcher.fetch(web.url())
    assert isinstance(found, Problem)
    assert found.code == "fetch_later"
    clock.time += 601
    assert isinstance(fetcher.fetch(web.url()), Fetched)


@pytest.mark.parametrize("written", ["30", "date"])
@pytest.mark.parametrize("status", ["429 Slow", "503 Later"])
def test_a_host_that_asks_to_wait_is_waited_for(web: Web, clock: SimulatedClock, status: str, written: str) -> None:
    told: list[float] = []

    def slow(request: Request) -> bytes:
        told.append(clock.now())
        return answer() if len(told) > 1 else answer(b"", status, retry_after="30" if written == "30" else formatdate(clock.now() + 30, usegmt=True))

    web.routes["/"] = slow
    fetch(web, clock)
    assert 30 <= told[1] - told[0] < 34


def test_a_host_that_asks_to_wait_for_long_is_left_alone_so_long(web: Web, clock: SimulatedClock) -> None:
    web.routes |= {"/": answer(b"", "429 Slow", retry_after="7200"), "/b": answer()}
    fetcher = make_fetcher(web, clock)
    first, second = fetcher.fetch(web.url()), fetcher.fetch(web.url("/b"))
    assert isinstance(first, Problem)
    assert isinstance(second, Problem)
    assert (first.code, second.code) == ("fetch_status", "fetch_later")
    assert web.paths() == ["/"]
    clock.time += 7201
    assert isinstance(fetcher.fetch(web.url("/b")), Fetched)


def test_what_fails_in_passing_is_tried_again_with_longer_pauses(web: Web, clock: SimulatedClock) -> None:
    answers = iter([answer(b"", "502 Bad"), b"", answer(b"words")])
    web.routes["/"] = lambda request: next(answers)
    assert fetch(web, clock).data == b"words"
    assert [wait for wait in clock.waits if wait > 1] == [2.0, 4.0]


@pytest.mark.parametrize(
    ("route", "code", "times"),
    [
        (answer(b"", "500 Oops"), "fetch_status", 3), (answer(b"", "404 No"), "fetch_gone", 1), (answer(b"", "410 Gone"), "fetch_gone", 1), (answer(b"", "403 No"), "fetch_status", 1),
        (answer(b"", "451 No"), "fetch_status", 1), (answer(b"", "304 Same"), "fetch_status", 1), (answer(b"", "206 Part"), "fetch_status", 1), (answer(b"x" * 100_001), "fetch_too_large", 1),
        (answer(b"x", content_type="image/png"), "fetch_type", 1), (answer(b"x", content_type="application/pdf"), "fetch_type", 1), (answer(b"x", content_type="video/mp4"), "fetch_type", 1),
        (answer(b"PK\0\1", content_type="application/octet-stream"), "fetch_type", 1), (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nx", "fetch_cut_off", 3),
    ],
)  # fmt: skip
def test_only_what_may_pass_is_tried_again(web: Web, clock: SimulatedClock, route: bytes, code: str, times: int) -> None:
    web.routes["/"] = route
    found = fail(web, clock)
    assert (found.code, len(web.paths())) == (code, times)


def test_types_may_be_added_and_missing_ones_are_judged_by_the_bytes(web: Web, clock: SimulatedClock) -> None:
    web.routes |= {"/a": answer(b"%PDF", content_type="application/pdf"), "/b": b"HTTP/1.1 200 OK\r\n\r\n<html>", "/c": answer(b"{}", content_type="application/feed+json")}
    assert isinstance(make_fetcher(web, clock, readable=frozenset({"application/pdf"})).fetch(web.url("/a")), Fetched)
    assert fetch(web, clock, "/b").media_type == ""
    assert fetch(web, clock, "/c").data == b"{}"


def test_a_version_known_is_not_sent_again(web: Web, clock: SimulatedClock) -> None:
    def once(request: Request) -> bytes:
        return (
            answer(b"", "304 Same")
            if request.fields.get("if-none-match") == '"v1"' and "if-modified-since" in request.fields
            else answer(b"words", etag='"v1"', last_modified="Tue, 14 Nov 2023 22:00:00 GMT")
        )

    web.routes |= {"/": redirect("/feed"), "/feed": once}
    first = fetch(web, clock)
    assert (first.data, first.is_unchanged) == (b"words", False)
    assert first.validator == Validator(url=web.url("/feed"), etag='"v1"', last_modified="Tue, 14 Nov 2023 22:00:00 GMT")
    second = fetch(web, clock, validator=first.validator)
    assert (second.data, second.is_unchanged) == (b"", True)
    assert "if-none-match" not in web.asked[-2].fields  # the redirect is another address


def test_marks_of_versions_that_are_none_are_not_kept(web: Web, clock: SimulatedClock) -> None:
    web.routes["/"] = answer(etag="x" * 2000)
    assert fetch(web, clock).validator is None


def test_an_address_on_this_machine_is_refused_by_default(web: Web, clock: SimulatedClock) -> None:
    for url in (f"http://127.0.0.1:{web.port + 1}/", "http://10.0.0.1/", "http://metadata.example:81/", "nonsense"):
        assert fail(web, clock, url).code in ("fetch_refused_address", "fetch_bad_address")
    assert web.asked == []


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("", ("", None)), ("text/html", ("text/html", None)), ("Text/HTML; Charset=\"UTF-8\"", ("text/html", "utf-8")), ("text/html; charset=klingon", ("text/html", None)),
        ("text/html; charset=rot13", ("text/html", None)), ("text/html; charset=base64", ("text/html", None)), ("text/html;;;charset", ("text/html", None)), ("text/plain;charset=koi8-r", ("text/plain", "koi8-r")),
        ("\u00e9; charset=\u00e9", ("\u00e9", None)), ("text/html; charset*=x''y", ("text/html", None)),
    ],
)  # fmt: skip
def test_the_type_and_charset_are_read_from_their_field(field: str, expected: tuple[str, str | None]) -> None:
    assert read_content_type(field) == expected


def test_a_charset_that_only_the_server_names_reaches_the_page(web: Web, clock: SimulatedClock) -> None:
    words = "<html><p>Слова</p>"
    web.routes |= {
        "/a": answer(words.encode("koi8-r"), content_type="text/html; charset=koi8-r"),
        "/b": answer(b"\xff\xfe", content_type="text/plain; charset=ascii"),
        "/c": answer(b"x\x81", content_type="text/html; charset=cp1252"),
    }
    page = make_fetched_page(fetch(web, clock, "/a"), lang="ru", outlet="O")
    assert (page.data.decode("utf-8-sig"), page.form, page.name, page.url, page.lang) == (words, "html", web.url("/a"), web.url("/a"), "ru")
    assert make_fetched_page(fetch(web, clock, "/b")).data == b"\xff\xfe"
    assert make_fetched_page(fetch(web, clock, "/b")).form == "text"
    assert make_fetched_page(fetch(web, clock, "/c")).data == b"x\x81"


def test_the_manners_can_be_set(web: Web, clock: SimulatedClock) -> None:
    web.routes["/"] = answer(b"", "500 Oops")
    make_fetcher(web, clock, manners=Manners(delay_s=0.0, tries=1)).fetch(web.url())
    assert (len(web.paths()), clock.waits) == (1, [])
