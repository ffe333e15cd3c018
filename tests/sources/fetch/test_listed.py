"""Feeds, sitemaps and OPML as the readers give them; an index of sitemaps followed to its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.sources.fetch import waiting
from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.listed import make_outlines, make_sources, parse_feed
from onrecord.sources.fetch.source_list import Source, format_source_list, parse_source_list
from onrecord.sources.readers.opml import Outline
from tests.sources.fetch.hostile_web import SimulatedClock, Web, answer
from tests.sources.fetch.test_follow import Desk

SITEMAP = '<{0} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{1}</{0}>'


def test_the_entries_of_a_feed_have_whole_addresses() -> None:
    data = b"<rss version='2.0'><channel><title>T</title><item><link>/a</link><guid isPermaLink='false'>g</guid><title>A</title></item><item><title>no link</title></item></channel></rss>"
    (entry,) = parse_feed(data, "https://news.example/rss")
    assert (entry.url, entry.guid, entry.title) == ("https://news.example/a", "g", "A")


@pytest.mark.parametrize("data", [b"", b"<html><p>moved</p></html>", b"words", b"{}", b"\xff\xfe\x00"])
def test_what_is_no_feed_is_an_error(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_feed(data, "https://news.example/rss")


def test_an_index_of_sitemaps_is_followed_and_read_again_when_it_says_it_changed(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    def write_index(changed: str) -> bytes:
        return answer(SITEMAP.format("sitemapindex", f"<sitemap><loc>{web.url('/one.xml')}</loc><lastmod>{changed}</lastmod></sitemap>").encode(), content_type="application/xml")

    def write_map(*names: str) -> bytes:
        return answer(SITEMAP.format("urlset", "".join(f"<url><loc>{web.url(name)}</loc></url>" for name in names)).encode(), content_type="application/xml")

    web.routes |= {"/feed": write_index("2023-11-01"), "/one.xml": write_map("/a", "/b"), "/a": answer(), "/b": answer(), "/c": answer()}
    desk = Desk(web, tmp_path, clock, parse_feed, kind="sitemap")
    for _ in range(3):
        desk.visit(700)
    assert sorted(set(web.paths())) == ["/a", "/b", "/feed", "/one.xml"]
    assert web.paths().count("/one.xml") == 1
    web.routes |= {"/feed": write_index("2023-11-14"), "/one.xml": write_map("/a", "/b", "/c")}
    for _ in range(3):
        desk.visit(700)
    assert sorted(taken.entry.url for taken in desk.shelf.kept.values()) == [web.url("/a"), web.url("/b"), web.url("/c")]
    assert set(desk.shelf.handed.values()) == {1}
    assert web.paths().count("/one.xml") == 2


def test_many_sitemaps_do_not_keep_their_pages_out(web: Web, tmp_path: Path, clock: SimulatedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "MAX_PENDING", 3)
    lists = [FeedEntry(url=web.url(f"/list-{number}"), is_list=True) for number in range(8)]

    def parse(data: bytes, url: str) -> list[FeedEntry]:
        return lists if url.endswith("/feed") else [FeedEntry(url=f"{url.replace('list', 'page')}-{number}") for number in range(5)]

    web.routes |= {"*": answer(), "/robots.txt": answer(b"", "404 No")}
    desk = Desk(web, tmp_path, clock, parse, kind="sitemap")
    for _ in desk.follower.follow([desk.source], until=clock.time + 6 * 3600):
        assert len(desk.state.load(desk.source.url).pending) <= 6
    assert len(desk.shelf.kept) == 40
    assert set(desk.shelf.handed.values()) == {1}


def test_feeds_of_opml_become_sources_and_go_back() -> None:
    outlines = [
        Outline(xml_url="http://a.example/rss", title="A", group="g"),
        Outline(xml_url="http://b.example/rss", title="A"),
        Outline(xml_url="http://a.example/rss", title="again"),
        Outline(xml_url="http://c.example/"),
    ]
    sources = tuple(make_sources(outlines))
    assert [source.name for source in sources] == ["A", "A (2)", "http://c.example/"]
    assert parse_source_list(format_source_list(sources)) == sources
    assert [outline.xml_url for outline in make_outlines((*sources, Source(name="p", url="http://p.example/", kind="page")))] == [
        "http://a.example/rss",
        "http://b.example/rss",
        "http://c.example/",
    ]


def test_an_entry_without_an_honest_address_costs_one_problem(web: Web, tmp_path: Path, clock: SimulatedClock) -> None:
    urls = ["http://169.254.169.254/", "javascript:alert(1)", "http://[", web.url("/a")]
    web.routes |= {"/feed": answer(b"feed"), "/a": answer()}
    desk = Desk(web, tmp_path, clock, lambda data, url: [FeedEntry(url=item) for item in urls])
    visit = desk.visit()
    assert (visit.new, visit.taken, visit.failed, visit.waiting) == (4, 1, 3, 0)
    assert [problem.code for problem in visit.problems] == ["fetch_refused_address", "fetch_bad_address", "fetch_bad_address"]
