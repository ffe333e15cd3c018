"""What an address gave, read by its form: one article or several, each under a name that stays its own."""

from __future__ import annotations

import json

from onrecord.records import Page, Problem
from onrecord.sources.fetch.entries import FeedEntry
from onrecord.sources.fetch.fetch_page import Fetched
from onrecord.sources.fetched import read_fetched

URL = "https://m.example/d.jsonl"


def fetch(*records: dict[str, str], url: str = URL) -> list[tuple[str, str | None]]:
    data = "\n".join(json.dumps({"id": f"r{number}", "text": f"Der Hafen {number} bleibt geschlossen.", **record}) for number, record in enumerate(records)).encode()
    return [(item.name, item.url) for item in read_fetched(make(data, url)) if isinstance(item, Page)]


def make(data: bytes, url: str = URL, media_type: str = "application/json") -> Fetched:
    return Fetched(url=url, final_url=URL, media_type=media_type, charset=None, data=data, fetched_at="2031-03-14T10:00:00+00:00", is_unchanged=False, validator=None)


def test_the_only_article_has_the_address_that_was_asked_for_as_its_name() -> None:
    assert fetch({}) == [(URL, URL)]
    assert fetch({"url": "https://k.example/1"}) == [(URL, "https://k.example/1")]


def test_of_several_the_first_has_it_and_the_others_a_number() -> None:
    assert fetch({}, {}, {}) == [(URL, URL), (f"{URL}#2", None), (f"{URL}#3", None)]
    assert fetch({}, {}, url=f"{URL}#top") == [(f"{URL}#top", URL), (f"{URL}#2", None)]


def test_where_an_article_with_an_address_of_its_own_stands_says_nothing_of_it() -> None:
    first, second = {"url": "https://k.example/1"}, {"url": "https://k.example/2"}
    assert sorted(fetch(first, second)) == sorted(fetch(second, first)) == [(item["url"], item["url"]) for item in (first, second)]
    assert fetch({}, first, {"url": "no address"}) == [(URL, URL), ("https://k.example/1", "https://k.example/1"), (f"{URL}#3", "no address")]


def test_what_the_feed_says_stands_in_where_the_document_says_nothing_and_problems_stay() -> None:
    data = b'{"id": "r1", "text": "Een haven.", "lang": "nl"}\nnonsense\n{"id": "r2", "text": "Un porto."}'
    found = list(read_fetched(make(data), FeedEntry(url=URL, lang="it", outlet="Wire", published="2031-03-14")))
    assert [(item.lang, item.outlet, item.published) for item in found if isinstance(item, Page)] == [("nl", "Wire", "2031-03-14"), ("it", "Wire", "2031-03-14")]
    assert [item.code for item in found if isinstance(item, Problem)] == ["bad_json"]
