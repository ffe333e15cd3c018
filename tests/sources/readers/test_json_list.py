"""Exports of news services and archives: the list is found wherever it stands, and each article comes with its fields."""

from __future__ import annotations

import json
import time

import pytest
from reading import check, codes, pages, read
from samples import JSON_LIST, WORDS

from onrecord.records import Page
from onrecord.sources.readers.reader import HEAD_BYTES, Place, ReadOptions, open_bytes
from onrecord.sources.readers.registry import choose_reader, read_open

ARTICLE = {"title": "The bridge", "content": WORDS, "url": "https://x.example/news/closed-bridge", "publishedAt": "2022-04-23T10:00:00Z"}


def pages_of(value: object) -> list[Page]:
    return pages(read(json.dumps(value).encode(), "export.json"))


def test_an_article_comes_with_its_fields() -> None:
    first, second = pages_of(JSON_LIST)
    assert (first.name, first.form, first.title, first.published) == ("closed-bridge", "text", "The bridge", "2022-04-23T10:00:00Z")
    assert (first.url, first.outlet, first.data.decode(), first.where) == ("https://x.example/news/closed-bridge", "Gazette", WORDS, "export.json:1")
    assert (second.name, second.form, second.lang, second.is_summary) == ("export:2", "html", "en", False)


@pytest.mark.parametrize(
    "value",
    [
        [ARTICLE], {"articles": [ARTICLE]}, {"status": "ok", "results": [ARTICLE]}, {"response": {"docs": [ARTICLE]}}, {"articles": {"results": [ARTICLE], "page": 1}},
        {"data": [ARTICLE], "meta": {"found": 1}}, {"status": "ok", "articles": [{"source": {"id": None, "name": "Gazette"}, **ARTICLE}]},
        [{"titre": "Le pont", "texte": WORDS, "lien": "https://x.example/news/closed-bridge"}],
    ],
)  # fmt: skip
@pytest.mark.parametrize("indent", [None, 2])
def test_the_list_is_found_wherever_it_stands(value: object, indent: int | None) -> None:
    data = json.dumps(value, indent=indent).encode()
    chosen = choose_reader(data[:HEAD_BYTES], "")
    assert chosen is not None
    assert chosen.name == "json"
    assert [(page.name, page.data.decode()) for page in pages(read(data))] == [("closed-bridge", WORDS)]


def test_a_text_that_was_cut_and_one_that_is_missing_are_summaries() -> None:
    value = [ARTICLE | {"content": f"{WORDS}… [+1234 chars]"}, ARTICLE | {"content": None, "description": "It stays closed.", "url": "https://x.example/b2"}, ARTICLE]
    found = read(json.dumps(value).encode(), "export.json")
    cut, short, whole = pages(found)
    assert (cut.data.decode(), cut.is_summary) == (WORDS, True)
    assert (short.data.decode(), short.is_summary, whole.is_summary) == ("It stays closed.", True, False)
    assert codes(found) == ["summary_only"]
    assert codes(read(json.dumps([ARTICLE]).encode(), "export.json")) == []


def test_paragraphs_and_authors_may_be_lists() -> None:
    (page,) = pages_of([ARTICLE | {"content": ["<p>One.</p>", "<p>Two.</p>"], "authors": [{"name": "A. Writer"}, "B. Other"]}])
    assert b"<p>One.</p>\n\n<p>Two.</p>" in page.data
    assert b"A. Writer, B. Other" in page.data


def test_keys_may_be_mapped() -> None:
    data = json.dumps([{"webTitle": "The bridge", "bodyText": "Mapped.", "text": "Not this."}]).encode()
    with open_bytes(data) as file:
        (page,) = read_open(file, Place.of_path("a.json"), ReadOptions(columns=(("text", "bodyText"), ("title", "webTitle"))), lambda where, reader: None)
    assert isinstance(page, Page)
    assert (page.title, page.data) == ("The bridge", b"Mapped.")


def test_what_is_no_article_is_told_by_its_number_and_the_others_are_read() -> None:
    found = read(json.dumps({"articles": [ARTICLE, 7, {"title": "No text", "content": " "}, [ARTICLE], ARTICLE | {"url": "https://x.example/news/b2"}]}).encode(), "export.json")
    assert [page.name for page in pages(found)] == ["closed-bridge", "b2"]
    assert codes(found) == ["bad_record", "empty", "bad_record"]
    assert [item.where for item in found if not isinstance(item, Page)] == ["export.json:2", "export.json:3", "export.json:4"]


@pytest.mark.parametrize("value", [[], {}, {"articles": []}, {"articles": None}, {"articles": {"articles": {"articles": {"articles": [ARTICLE]}}}}, 7, "x", None])
def test_without_a_list_there_is_a_problem(value: object) -> None:
    assert codes(read(json.dumps(value).encode(), "export.json", "json")) == ["no_articles"]


@pytest.mark.parametrize("value", [7, True, -1.5, [], {}, [[[]]], {"name": {"name": "x"}}, "\ud800", "\x00", "x" * 10**6, 10**400])
@pytest.mark.parametrize("field", ["title", "url", "publishedAt", "source", "author", "id", "language"])
def test_a_field_of_any_kind_costs_no_words(field: str, value: object) -> None:
    found = read(json.dumps({"articles": [ARTICLE | {field: value}]}).encode(), "export.json", "json")
    check(found)
    assert [page.data.decode() for page in pages(found) if page.form == "text"] == [WORDS]


@pytest.mark.parametrize(
    "data",
    [b'{"articles":' + b"[" * 100_000, b'{"articles":' * 100_000, b"[{" * 100_000, b"[" + b'{"title":"a","text":"b"},' * 300_000 + b"]", b'[{"title":' + b'"' * 10**6, b"[" + b'{"a":' * 500 + b"1" + b"}" * 500 + b"]"],
    ids=["lists", "objects", "both", "comma", "quotes", "deep"],
)  # fmt: skip
def test_lists_made_to_do_harm_cost_one_problem(data: bytes) -> None:
    started = time.process_time()
    found = read(data, "export.json", "json")
    check(found)
    assert len(found) == 1
    assert time.process_time() - started < 5
