"""What makes two articles one piece: the address without its trimmings, the feed's name, or outlet and nearly the same text."""

from __future__ import annotations

import pytest

from onrecord.ids import hash_text, make_id
from onrecord.records import Article
from onrecord.sources.versions.identity import are_one_piece, clean_address, list_identities, list_text_keys, read_runs

WORDS = " ".join(f"word{number}" for number in range(200))


def make(text: str = WORDS, *, name: str = "a", url: str | None = None, outlet: str | None = "Gazette", title: str | None = "Title") -> Article:
    return Article(
        id=make_id("article", name, hash_text(text)), name=name, text=text, text_hash=hash_text(text), lang="en", title=title, title_span=None, subheads=(), outlet=outlet, url=url,
        published=None, published_evidence=None, published_how=None, dropped=(), credits=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    "url",
    [
        "https://k.example/news/grain", "http://www.k.example/news/grain/", "https://m.k.example/news/grain#top", "https://K.example:443/news/grain?utm_source=a&fbclid=b",
        "https://amp.k.example/news/grain/amp", "https://k.example/news/grain/index.html",
    ],
)  # fmt: skip
def test_what_does_not_matter_in_an_address_does_not_count(url: str) -> None:
    assert clean_address(url) == "k.example/news/grain"


@pytest.mark.parametrize("url", ["https://k.example/news/grain?id=7", "https://k.example/news/corn", "https://k.example:8080/news/grain", "https://l.example/news/grain"])
def test_what_matters_in_an_address_counts(url: str) -> None:
    assert clean_address(url) not in (None, "k.example/news/grain")


@pytest.mark.parametrize("url", [None, "", "no address", "ftp://k.example/a", "http://", "http://[::1", "http://k.example:99999999/"])
def test_what_is_no_address_has_no_key(url: str | None) -> None:
    assert clean_address(url) is None


def test_the_order_of_fields_does_not_count() -> None:
    assert clean_address("https://k.example/?b=2&a=1") == clean_address("https://k.example/?a=1&b=2")


def test_a_guid_counts_within_its_outlet_unless_it_is_an_address() -> None:
    def values(guid: str, outlet: str) -> list[str]:
        return [key.value for key in list_identities(make(outlet=outlet), guid) if key.kind == "guid"]

    assert values("77", "A") != values("77", "B")
    assert values("tag:x,2031:1", "A") == values("tag:x,2031:1", "B")
    assert values("https://k.example/a?utm_source=x", "A") == values("http://www.k.example/a", "B")


def test_few_changed_words_leave_a_common_key_and_one_piece() -> None:
    old, new = make(), make(WORDS.replace("word50 ", "other ").replace("word150 ", "another "))
    assert {key.id for key in list_text_keys(old, read_runs(old))} & {key.id for key in list_text_keys(new, read_runs(new))}
    assert are_one_piece(new, read_runs(new), old)


@pytest.mark.parametrize(
    ("other", "is_one"),
    [
        (make(outlet="Herald"), False), (make(outlet=None), False), (make(" ".join(f"else{n}" for n in range(200))), False), (make(title="Other"), True),
        (make(url="https://k.example/2"), True), (make(url="https://k.example/2", title="Other"), False),
    ],
)  # fmt: skip
def test_outlet_text_address_and_title_decide_together(other: Article, is_one: bool) -> None:
    article = make(url="https://k.example/1")
    assert are_one_piece(article, read_runs(article), other) is is_one


def test_short_texts_are_not_looked_up_by_their_text() -> None:
    article = make("Sunny with some clouds, later rain in the west.")
    assert list(list_text_keys(article, read_runs(article))) == []


def test_of_several_articles_in_one_document_each_has_a_key_of_its_own() -> None:
    def values(name: str, url: str | None = None) -> list[str]:
        return [key.value for key in list_identities(make(name=name, url=url))]

    assert values("https://k.example/d.jsonl", "https://k.example/d.jsonl") == ["k.example/d.jsonl"]
    assert values("https://www.k.example/d.jsonl#2") == ["k.example/d.jsonl#2"]
    assert values("https://k.example/d.jsonl#10") == ["k.example/d.jsonl#10"]
    assert values("https://k.example/news/grain#top") == values("https://k.example/news/grain#0") == ["k.example/news/grain"]
    assert values("https://k.example/news/grain#2", "https://k.example/news/grain#2") == ["k.example/news/grain"]  # a page that somebody asked for so
