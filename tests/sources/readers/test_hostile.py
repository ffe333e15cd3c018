"""Files made to do harm: nested, swollen, lying, endless. Each costs problems, and nothing beside it is lost."""

from __future__ import annotations

import gzip
import json
import resource
import time
import zipfile
from collections.abc import Iterator

import pytest
from reading import HERE, check, codes, pages, read
from samples import HTML, RSS, WARC, WORDS, make_docx, make_record, make_zip

from onrecord.records import Page
from onrecord.sources.readers import streams, zipped
from onrecord.sources.readers.reader import Place, Reader, open_bytes
from onrecord.sources.readers.registry import READERS, read_open

every_reader = pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)


def nest(start: str, end: str = "", count: int = 100_000) -> bytes:
    return (start * count + WORDS + end * count).encode()


NESTED = {
    "xml": nest("<a>", "</a>"),
    "rss": b"<rss><channel><item><description>" + nest("<b>", "</b>") + b"</description></item></channel></rss>",
    "opml": b"<opml><body>" + nest("<outline text='a'>") + b"</body></opml>",
    "html": b"<!doctype html><body>" + nest("<div>"),
    "list": nest("["),
    "objects": nest('{"items":'),
    "json-feed": b'{"version": "https://jsonfeed.org/version/1", "items": ' + nest("["),
    "ninjs": b'{"uri": "a", "bodies": ' + nest('{"a":'),
    "mail": b"MIME-Version: 1.0\nMessage-ID: 1\n" + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)),
    "mhtml": b"From: <Saved by Blink>\nContent-Type: multipart/related; boundary=b\n\n--b\n"
    + b"".join(b"Content-Type: multipart/related; boundary=%d\n\n--%d\n" % (n, n) for n in range(100_000)),
    "mails": b"MIME-Version: 1.0\nMessage-ID: 1\n" + b"Content-Type: message/rfc822\n\n" * 100_000,
    "mbox": b"From a 10:00 2022\n" + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3000)),
    "mboxes": b"From a 10:00 2022\nA: b\n\n" * 10_000,
    "docx": make_docx(inside=nest("<w:p>", "</w:p>").decode()),
    "newsml": b"<newsItem><contentSet><inlineXML>" + nest("<p>"),
    "csv": b"text,title\n" + b'"' * 100_001,
}


@pytest.mark.parametrize("name", NESTED)
def test_things_nested_100_000_deep_do_no_harm(name: str) -> None:
    started = time.process_time()
    check(read(NESTED[name]))
    assert time.process_time() - started < 20


@every_reader
def test_no_reader_minds_what_is_nested_in_another(reader: Reader) -> None:
    for name in ("xml", "list", "objects", "docx"):
        check(read(NESTED[name], "file", reader.name))


def laugh(root: str) -> bytes:
    """Return a document whose entities come to ten billion words, and one that asks for a file."""
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 11))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "secret"><!ENTITY f SYSTEM "file:///etc/hostname">{entities}]>{root}'.encode()


@pytest.mark.parametrize(
    "root",
    [
        "<rss><channel><item><title>&l10;</title><description>a&l10;b &f;</description></item></channel></rss>",
        "<urlset><url><loc>https://x.example/&l10;</loc></url></urlset>", "<opml><body><outline xmlUrl='&l10;'/></body></opml>",
        "<newsItem><contentSet><inlineXML><p>a&l10;&f;</p></inlineXML></contentSet></newsItem>", "<nitf><body.content><p>&l10;</p></body.content></nitf>",
    ],
)  # fmt: skip
def test_entities_are_never_resolved(root: str) -> None:
    found = read(laugh(root), "file.xml")
    check(found)
    assert all(len(page.data) < 2000 and b"secret" not in page.data for page in pages(found))


def test_entities_in_a_word_document_are_never_resolved() -> None:
    main = laugh('<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>a &l10; b</w:t></w:r></w:p></w:body></w:document>')
    found = read(make_zip({"[Content_Types].xml": "", "word/document.xml": main}), "a.docx")
    check(found)
    assert all(b"secret" not in page.data for page in pages(found))


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(streams, "FREE_BYTES", 2**20)
    yield


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize("inside", ["a.txt", "a.jsonl", "a.warc", "a.xml", "a.csv"])
def test_a_gzip_bomb_is_stopped(inside: str) -> None:
    head = {"a.jsonl": b'{"id": "a", "text": "', "a.warc": b"WARC/1.0\r\nContent-Length: 99999999\r\n\r\n", "a.xml": b"<rss><channel>", "a.csv": b"text,title\n"}.get(inside, b"")
    bomb = gzip.compress(head + bytes(1) + b" " * (32 * 2**20), mtime=0)
    found = read(bomb, f"{inside}.gz")
    check(found)
    assert "too_large" in codes(found)


@pytest.mark.usefixtures("small_limits")
def test_a_zip_bomb_is_stopped_and_what_came_before_it_is_read() -> None:
    found = read(make_zip({"a.txt": WORDS, "b.txt": b" " * (32 * 2**20), "c.txt": WORDS}), "a.zip")
    assert "too_large" in codes(found)
    assert pages(found)[0].data == WORDS.encode()


def test_a_gzip_of_itself_ends() -> None:
    data = WORDS.encode()
    for _ in range(30):
        data = gzip.compress(data, mtime=0)
    assert codes(read(data, "a.gz")) == ["nested_archive"]


def test_an_archive_in_an_archive_is_opened_and_one_in_that_is_not() -> None:
    inner = make_zip({"a.txt": WORDS})
    assert pages(read(make_zip({"b.zip": inner}), "c.zip"))[0].name == "c:b:a"
    assert codes(read(make_zip({"c.zip": make_zip({"b.zip": inner})}), "d.zip")) == ["nested_archive"]


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "C:/a.txt", "..\\a.txt", "\\\\host\\a.txt"])
def test_entries_that_point_outside_are_refused_and_the_others_read(name: str) -> None:
    found = read(make_zip({name: "evil", "good.txt": WORDS}), "a.zip")
    assert [page.data for page in pages(found)] == [WORDS.encode()]
    assert codes(found) == ["unsafe_name"]


def test_a_list_of_entries_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MAX_DIRECTORY_BYTES", 100)
    assert codes(read(make_zip({f"{n}.txt": "x" for n in range(10)}), "a.zip")) == ["too_large"]


def test_a_damaged_entry_costs_nothing_of_the_others() -> None:
    data = make_zip({"a.txt": "first words", "b.txt": "other words", "c.txt": "third words"}, zipfile.ZIP_STORED)
    found = read(data.replace(b"other words", b"wrong words"), "a.zip")
    assert {page.name for page in pages(found)} >= {"a:a", "a:c"}
    assert codes(found) == ["damaged"]


@pytest.mark.parametrize("length", [0, 1, 10, 10**6, 10**15, -1, "many", "", 300])
def test_a_length_that_lies_costs_one_problem_and_no_other_record(length: int | str) -> None:
    lying = make_record(HTML, url="https://x.example/lies", length=length)
    found = read(make_record(HTML, url="https://x.example/one") + lying + make_record(HTML, url="https://x.example/two") + make_record(HTML, url="https://x.example/six"))
    names = [page.name for page in pages(found)]
    assert [name for name in names if name != "lies"] == ["one", "two", "six"]
    assert codes(found) == ["bad_length"]


def test_a_damaged_member_of_a_web_archive_costs_nothing_of_the_others() -> None:
    members = [gzip.compress(make_record(HTML, url=f"https://x.example/piece-{n}"), mtime=0) for n in range(3)]
    members[1] = members[1][:40] + b"\xff" * 20 + members[1][60:]
    found = read(b"".join(members), "a.warc.gz")
    assert [page.name for page in pages(found) if page.name != "piece-1"] == ["piece-0", "piece-2"]
    assert "damaged" in codes(found)


def test_a_feed_of_50_000_items_takes_little_memory() -> None:
    item = b"<item><title>T</title><link>https://x.example/n/%d</link><description>" + WORDS.encode() + b"</description></item>"
    data = b"<rss><channel><language>en</language>" + b"".join(item % n for n in range(50_000)) + b"</channel></rss>"
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    count = 0
    with open_bytes(data) as file:
        for item_read in read_open(file, Place.of_path("f.xml"), HERE, lambda where, reader: None):
            count += isinstance(item_read, Page) and item_read.lang == "en"
    assert count == 50_000
    assert time.process_time() - started < 30
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000


def test_a_web_archive_of_any_length_takes_little_memory() -> None:
    record = make_record(HTML + b" " * 100_000)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with streams.open_chunks(record for _ in range(1000)) as file:  # a hundred megabytes
        count = sum(isinstance(item, Page) for item in read_open(file, Place.of_path("f.warc"), HERE, lambda where, reader: None))
    assert count == 1000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000


def test_html_of_50_megabytes_is_a_problem_or_a_page() -> None:
    assert len(pages(read(b"<!doctype html>" + b"<p>x" * (50 * 2**18 - 10), "a.html"))) == 1
    assert codes(read(b"<!doctype html>" + b"<p>x" * (50 * 2**18), "a.html")) == ["too_large"]


def test_a_column_span_of_quadrillions_is_a_page_like_any_other() -> None:
    from onrecord.articles import read_article

    table = b"<table><tr><td colspan=9000000000000000 rowspan=9000000000000000>a</td><td>b</td></tr></table></article>"
    (page,) = pages(read(HTML.replace(b"</article>", table), "a.html"))
    article, _ = read_article(page)
    assert article is not None
    assert WORDS in article.text


def test_what_a_feed_brings_along_is_kept_word_for_word() -> None:
    from onrecord.articles import read_article

    first, _ = pages(read(RSS))
    article, problems = read_article(first)
    assert article is not None
    assert article.text == f"{WORDS}\n\nWe wait."
    assert not [problem for problem in problems if problem.code == "extraction_weak"]


def test_json_with_huge_numbers_does_no_harm() -> None:
    check(read(b'{"id": "a", "text": "x", "title": ' + b"9" * 100_000 + b"}", "a.jsonl"))
    check(read(json.dumps({"uri": 1, "body_text": [], "versioncreated": {}}).encode(), "a.json"))


def test_a_web_archive_in_a_stream_is_read_as_it_comes() -> None:
    def endless() -> Iterator[bytes]:
        while True:
            yield WARC

    with streams.open_chunks(endless()) as file:
        items = read_open(file, Place.of_path("f.warc"), HERE, lambda where, reader: None)
        assert isinstance(next(items), Page)


@pytest.mark.parametrize("place", [b"<title>", b"<descr", b"<item"])
def test_half_a_surrogate_pair_in_a_feed_costs_a_piece_at_most(place: bytes) -> None:
    found = read(RSS.replace(place, place + b"\xed\xa0\x80", 1), "a.xml")
    check(found)


def test_an_entry_without_a_name_is_left_out() -> None:
    data = make_zip({"a": "x", "b.txt": WORDS})
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"PK\x01\x02"))
    check(read(data[: at + 28] + b"\x00\x00" + data[at + 30 :], "a.zip"))
    check(read(make_zip({"\x00": "x", "b.txt": WORDS}), "a.zip"))
