"""What `follow` says of what went wrong, of silence, and of what was taken out; and `fetch` of what was followed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import Future
from pathlib import Path

import pytest

from onrecord.sources.isolation import Failure
from tests.articles.test_live import entry, newest_first
from tests.articles.test_live import page as live_page
from tests.cli.calls import call
from tests.cli.test_sources_commands import reach, url, write_sources
from tests.run.news import NEWS
from tests.run.test_live_intake import LATER, TAKEN_OUT
from tests.sources.fetch.hostile_web import Request, Web, answer, open_web

HOUR, DAY = 3600.0, 86400.0
START = 1_700_000_000.0  # 14 November 2023, 22:13
UNDATED = "The ferry across the Mell stays in port, harbour minister Ada Lind said. Nobody knows when its engine will be mended."


class Time:
    """The time of the machine: it goes on when somebody sleeps, and when the test says so."""

    def __init__(self) -> None:
        self.now = START


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    held = Time()

    def sleep(self: object, seconds: float) -> None:
        held.now += seconds

    monkeypatch.setattr("onrecord.sources.fetch.clock.SystemClock.now", lambda self: held.now)
    monkeypatch.setattr("onrecord.sources.fetch.clock.SystemClock.sleep", sleep)
    monkeypatch.setattr("onrecord.cli.following.StoppableClock.sleep", sleep)
    return held


@pytest.fixture
def web(time: Time) -> Iterator[Web]:
    with open_web() as found:
        yield found


def page(text: str, title: str = "Ferry stays") -> bytes:
    return answer(f"<html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p></article></body></html>".encode())


def feed(web: Web, *entries: tuple[str, str | None]) -> bytes:
    def write(name: str, published: str | None) -> str:
        date = f"<pubDate>{published}</pubDate>" if published else ""
        return f"<item><title>Ferry stays</title><link>{url(web, '/' + name)}</link><guid>{name}</guid>{date}</item>"

    items = "".join(write(*entry) for entry in entries)
    return answer(f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'.encode(), content_type="application/rss+xml")


def articles(store: Path) -> dict[str, dict[str, object]]:
    return {article["id"]: article for article in json.loads(call("brief", "--store", store, "--format", "json").stdout)["articles"]}


def test_fetching_a_followed_piece_again_keeps_the_date_of_its_feed(web: Web, time: Time, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    web.routes |= {"/rss": feed(web, ("ferry", "Mon, 13 Nov 2023 10:00:00 +0000")), "/ferry": page(UNDATED)}
    assert reach(web, "follow", write_sources(web, tmp_path, "/rss"), "--once", "--store", store, "-q").exit_code == 0
    before = articles(store)
    assert (before[url(web, "/ferry")]["published"], before[url(web, "/ferry")]["published_how"]) == ("2023-11-13", "given")
    time.now += HOUR
    done = json.loads(reach(web, "fetch", url(web, "/ferry"), "--store", store, "--format", "json").stdout)
    assert (done["unchanged"], done["renewed"], done["changed"]) == (1, [], [])
    assert articles(store)[url(web, "/ferry")]["published"] == "2023-11-13"


def test_every_problem_that_is_shown_is_counted_and_every_one_counted_is_shown(web: Web, tmp_path: Path) -> None:
    web.routes |= {
        "/rss": feed(web, ("ferry", None), ("none", None), ("blank", None)), "/ferry": page(UNDATED), "/none": answer(b"", "404 No"),
        "/blank": answer(b"<html><body></body></html>"), "/broken": answer(b"<html><p>no feed</p></html>"),
    }  # fmt: skip
    listed = write_sources(web, tmp_path, "/rss", "/broken")
    done = reach(web, "follow", listed, "--once", "--store", tmp_path / "a.db")
    assert done.exit_code == 0, done.output
    shown = [line.split("]")[0].removeprefix("problem [") for line in done.stderr.splitlines() if line.startswith("problem [")]
    assert sorted(shown) == ["empty", "feed_unreadable", "fetch_gone"]
    assert "1 article added, 0 unchanged, 3 problems, 1 in all; 1 of 2 sources could not be read" in done.stderr
    again = reach(web, "follow", listed, "--once", "--store", tmp_path / "a.db")
    assert (again.exit_code, "0 problems" in again.stderr) == (0, True)


def test_when_no_source_at_all_can_be_read_the_status_says_so(web: Web, time: Time, tmp_path: Path) -> None:
    web.routes |= {"/rss": answer(b"", "404 No"), "/ferry": page(UNDATED)}
    listed, store = write_sources(web, tmp_path, "/rss"), tmp_path / "a.db"
    done = reach(web, "follow", listed, "--once", "--store", store)
    assert (done.exit_code, "1 problem" in done.stderr, "no article could be read" in done.stderr) == (3, True, True)
    assert reach(web, "follow", listed, "--once", "--store", store).exit_code == 0  # none was due
    web.routes["/rss"] = feed(web, ("gone", None))
    time.now += HOUR
    done = reach(web, "follow", listed, "--once", "--store", store)
    assert (done.exit_code, "[fetch_gone]" in done.stderr, "could not be read" in done.stderr) == (0, True, False)  # the source itself answered


def test_a_lasting_problem_is_said_once_in_a_run_and_shown_by_sources_all_the_while(web: Web, time: Time, tmp_path: Path) -> None:
    listed, store = write_sources(web, tmp_path, "/rss"), tmp_path / "a.db"

    def serve(request: Request) -> bytes:
        hours = (time.now - START) / HOUR
        if hours < 20:
            return answer(b"", "404 No")
        return answer(b"<html><p>no feed</p></html>") if hours < 60 else feed(web, ("ferry", None))

    web.routes |= {"/rss": serve, "/ferry": page(UNDATED)}
    done = reach(web, "follow", listed, "--for", "12h", "--store", store)
    lines = done.stderr.splitlines()
    visits = [line for line in lines if line.startswith("2023")]
    assert len(visits) >= 4
    assert all(line.endswith("S1: 0 new, 0 taken, could not be read") for line in visits)
    assert [line.partition(" http")[0] for line in lines if line.startswith(("problem", "over"))] == ["problem [fetch_gone]"]
    assert ", 1 problem, 0 in all; 1 of 1 sources could not be read" in done.stderr
    assert (done.exit_code, "no article could be read: the server has no such page (status 404)" in done.stderr) == (3, True)
    assert "failing: the server has no such page" in " ".join(call("sources", listed, "--store", store).stdout.split())
    done = reach(web, "follow", listed, "--for", "4d", "--store", store)  # each run says it once
    told = [line.partition(" http")[0] for line in done.stderr.splitlines() if line.startswith(("problem", "over"))]
    assert told == ["problem [fetch_gone]", "problem [feed_unreadable]", "over [feed_unreadable]"]
    assert (done.exit_code, "1 article added" in done.stderr, "2 problems" in done.stderr, "could not be read" in done.stderr.splitlines()[-1]) == (0, True, True, False)


def test_a_source_that_another_run_could_not_read_is_said_to_be_back(web: Web, time: Time, tmp_path: Path) -> None:
    listed, store = write_sources(web, tmp_path, "/rss"), tmp_path / "a.db"
    web.routes |= {"/rss": answer(b"", "404 No"), "/ferry": page(UNDATED)}
    reach(web, "follow", listed, "--once", "--store", store)
    web.routes["/rss"] = feed(web, ("ferry", None))
    for said in (True, False):
        time.now += HOUR
        done = reach(web, "follow", listed, "--once", "--store", store)
        assert (f"over: {url(web, '/rss')} can be read again" in done.stderr) == said


def test_the_headline_of_a_page_stays_when_it_is_fetched_alone(web: Web, time: Time, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    bare = answer(f"<html lang=en><body><article><p>{UNDATED}</p></article></body></html>".encode())
    web.routes |= {"/rss": feed(web, ("ferry", None), ("bare", None)), "/ferry": page(UNDATED, "Ferry not to sail"), "/bare": bare}
    assert reach(web, "follow", write_sources(web, tmp_path, "/rss"), "--once", "--store", store, "-q").exit_code == 0
    for _ in range(2):
        assert {name.rpartition("/")[2]: article["title"] for name, article in articles(store).items()} == {"ferry": "Ferry not to sail", "bare": "Ferry stays"}
        time.now += HOUR
        done = json.loads(reach(web, "fetch", url(web, "/ferry"), url(web, "/bare"), "--store", store, "--format", "json").stdout)
        assert (done["unchanged"], done["renewed"], done["changed"]) == (2, [], [])
    with_feed = tmp_path / "b.db"
    reach(web, "fetch", url(web, "/ferry"), url(web, "/bare"), "--store", with_feed, "-q")
    time.now += HOUR
    listed = write_sources(web, tmp_path, "/rss")
    assert ", 2 in all" in reach(web, "follow", listed, "--once", "--store", with_feed).stderr
    assert json.loads(call("versions", "--store", with_feed, "--format", "json").stdout) == []
    assert {article["title"] for article in articles(with_feed).values()} == {"Ferry not to sail", "Ferry stays"}


def test_a_source_that_falls_silent_is_shown_when_it_is_followed_and_by_sources(web: Web, time: Time, tmp_path: Path) -> None:
    days = [(f"p{number}", f"{number} Nov 2023 08:00:00 +0000") for number in range(5, 15)]
    web.routes |= {"*": page(UNDATED), "/rss": feed(web, *days)}
    listed, store = write_sources(web, tmp_path, "/rss"), tmp_path / "a.db"
    first = reach(web, "follow", listed, "--once", "--store", store)
    assert "silent" not in first.stderr
    time.now += 6 * DAY
    assert "silent" not in call("sources", listed, "--store", store).stdout  # nobody asked it since
    done = reach(web, "follow", listed, "--once", "--store", store)
    assert "silent: nothing new since 2023-11-14 08:00" in done.stderr
    assert "1 of 1 sources silent" in done.stderr
    shown = call("sources", listed, "--store", store).stdout
    assert "silent: usually new every 24 hours" in " ".join(shown.split())
    (row,) = json.loads(call("sources", listed, "--store", store, "--format", "json").stdout)
    assert (row["silent"], row["newest"], row["last_good"][:10]) == (True, "2023-11-14T08:00:00+00:00", "2023-11-20")
    web.routes["/rss"] = feed(web, *days, ("p20", "20 Nov 2023 20:00:00 +0000"))
    time.now += HOUR
    assert "silent" not in reach(web, "follow", listed, "--once", "--store", store).stderr


def test_an_entry_that_a_followed_live_blog_takes_out_is_marked_and_comes_back(web: Web, time: Time, tmp_path: Path) -> None:
    listed, store = write_sources(web, tmp_path, "/live"), tmp_path / "a.db"
    listed.write_text(listed.read_text(encoding="utf-8") + 'kind = "page"\n', encoding="utf-8")
    name = url(web, "/live") + TAKEN_OUT.removeprefix("live")
    whole, without = LATER + newest_first(), LATER + "".join(entry(n) for n in (3, 2, 0))
    for entries, gone in ((whole, []), (without, [name]), (whole, [])):
        web.routes["/live"] = answer(live_page(entries))
        done = reach(web, "follow", listed, "--once", "--store", store)
        assert done.exit_code == 0, done.output
        assert "6 in all" in done.stderr
        assert (", 1 gone" in done.stderr) == bool(gone)
        assert [row["article"] for row in json.loads(call("versions", "--store", store, "--format", "json").stdout) if row["versions"][-1]["gone_at"]] == gone
        time.now += HOUR


def test_a_piece_that_stays_gone_is_said_to_be_gone_once_and_not_over_before_it_is_back(web: Web, time: Time, tmp_path: Path) -> None:
    def serve(request: Request) -> bytes:
        return page(UNDATED) if not 0.5 < (time.now - START) / HOUR < 48 else answer(b"", "404 No")

    web.routes |= {"/rss": feed(web, ("ferry", None)), "/ferry": serve}
    done = reach(web, "follow", write_sources(web, tmp_path, "/rss"), "--for", "4d", "--store", tmp_path / "a.db")
    told = [line.partition(" http")[0] for line in done.stderr.splitlines() if line.startswith(("problem", "over"))]
    assert told == ["problem [fetch_gone]", "over [fetch_gone]"]


def test_a_page_whose_reader_broke_down_comes_with_the_next_visit(web: Web, time: Time, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed, store = write_sources(web, tmp_path, "/rss"), tmp_path / "a.db"
    web.routes |= {"/rss": feed(web, ("ferry", None)), "/ferry": page(UNDATED)}
    broken: Future[Failure] = Future()
    broken.set_result(Failure(kind="crashed", words="the process ended with status -9"))
    with monkeypatch.context() as patch:
        patch.setattr("onrecord.run.analyze.WORKERS.submit", lambda function, *args: broken)
        first = reach(web, "follow", listed, "--once", "--store", store)
    assert [line.split("]")[0] for line in first.stderr.splitlines() if line.startswith("problem")] == ["problem [reader_crashed"]
    assert ("1 new, 0 taken, 1 failed, 1 waiting" in first.stderr, ", 1 problem, 0 in all" in first.stderr) == (True, True)
    time.now += HOUR
    again = reach(web, "follow", listed, "--once", "--store", store)
    assert ("1 article added" in again.stderr, ", 0 problems, 1 in all" in again.stderr) == (True, True)
    assert list(articles(store)) == [url(web, "/ferry")]


def test_news_of_the_tests_has_no_date_beside_its_text() -> None:
    assert "2031" in NEWS["gazette"]
    assert not any(sign.isdigit() for sign in UNDATED)
