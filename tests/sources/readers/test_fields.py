"""What each format says of a piece beside its text: address, title, date, language, outlet."""

from __future__ import annotations

import codecs
import gzip
import json
from itertools import pairwise

import pytest
from samples import ATOM, HTML, JSON_FEED, MAIL, NEWSML, NINJS, OPML, RSS, SITEMAP, WORDS, make_docx, make_pdf, make_record, make_zip

from onrecord.records import Page, Problem
from onrecord.sources.readers.addresses import list_addresses
from onrecord.sources.readers.charsets import keep_charset
from onrecord.sources.readers.opml import Outline, read_opml, write_opml
from onrecord.sources.readers.pdf import join_lines
from onrecord.sources.readers.reader import Place, ReadOptions, choose_name, open_bytes
from onrecord.sources.readers.registry import read_open


def read(data: bytes, filename: str = "file", *columns: tuple[str, str]) -> list[Page | Problem]:
    with open_bytes(data) as file:
        return list(read_open(file, Place.of_path(filename), ReadOptions(columns=columns, is_isolated=False), lambda where, reader: None))


def one(data: bytes, filename: str = "file", *columns: tuple[str, str]) -> Page:
    return next(item for item in read(data, filename, *columns) if isinstance(item, Page))


def codes(items: list[Page | Problem]) -> list[str]:
    return [item.code for item in items if isinstance(item, Problem)]


def fields(page: Page) -> tuple[str | None, ...]:
    return page.name, page.form, page.title, page.published, page.lang, page.url, page.outlet


def test_rss_prefers_the_whole_text_and_the_named_source() -> None:
    first, second, problem = read(RSS)
    assert isinstance(first, Page)
    assert isinstance(second, Page)
    assert fields(first) == ("closed-bridge", "html", "The bridge & the river", "2022-04-23T10:00:00+02:00", "en", "https://x.example/news/closed-bridge.html", "Herald")
    assert b"A. Writer" in first.data
    assert b"<blockquote>We wait.</blockquote>" in first.data
    assert (second.form, second.data.decode()) == ("text", "Only a summary\u00a0here.")
    assert isinstance(problem, Problem)
    assert (problem.code, "1 of 2" in problem.message) == ("summary_only", True)


def test_atom_reads_xhtml_and_joins_addresses() -> None:
    page = one(ATOM)
    assert fields(page) == ("bruecke", "html", "The bridge", "2022-04-23T10:00:00Z", "de", "https://x.example/news/bruecke", None)
    assert f"<p>{WORDS}</p>" in page.data.decode()


def test_rdf_feeds_are_read() -> None:
    data = b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
    data += b"<channel><title>G</title><dc:language>nl</dc:language></channel><item rdf:about='https://x.example/brug'><title>De brug</title><description>Kort.</description>"
    data += b"<dc:date>2022-04-23</dc:date></item></rdf:RDF>"
    assert fields(one(data)) == ("brug", "text", "De brug", "2022-04-23", "nl", "https://x.example/brug", None)


def test_a_damaged_feed_gives_what_could_be_read_and_says_so() -> None:
    found = read(RSS[: RSS.index(b"Only a")])
    assert isinstance(found[0], Page)
    assert "bad_xml" in codes(found)


def test_json_feeds_ninjs_and_newsml_give_their_fields() -> None:
    feed, ninjs, newsml = one(json.dumps(JSON_FEED).encode()), one(json.dumps(NINJS).encode()), one(NEWSML)
    assert fields(feed)[:6] == ("closed-bridge", "html", "The bridge", "2022-04-23T10:00:00Z", "en", "https://x.example/news/closed-bridge")
    assert fields(ninjs) == ("bridge", "text", "The bridge", "2022-04-23T10:00:00Z", "en", "http://x.example/items/bridge", "Wire")
    assert fields(newsml) == ("urn:newsml:x.example:20220423:bridge", "html", "The bridge", "2022-04-23T10:00:00Z", "en", None, "Wire Agency")


def test_nitf_gives_headline_date_and_body() -> None:
    body = f"<body><body.head><hedline><hl1>The bridge</hl1></hedline></body.head><body.content><p>{WORDS}</p></body.content></body>"
    page = one(f"<nitf><head><docdata><doc-id id-string='n-1'/><date.issue norm='20220423T101500Z'/></docdata></head>{body}</nitf>".encode())
    assert (page.name, page.title, page.published) == ("n-1", "The bridge", "2022-04-23")


def test_a_withdrawn_item_is_no_article() -> None:
    assert codes(read(NEWSML.replace(b"stat:usable", b"stat:canceled"))) == ["empty"]
    assert codes(read(json.dumps(NINJS | {"pubstatus": "canceled"}).encode())) == ["empty"]


def test_a_mail_gives_its_html_part_and_its_attachments() -> None:
    page = one(MAIL, "letter.eml")
    assert fields(page) == ("letter", "html", "The bridge", "2022-04-23T10:00:00+02:00", None, None, "Gazette Briefing")
    attached = b'--b\nContent-Type: text/plain; name="a.txt"\nContent-Disposition: attachment; filename="../a.txt"\n\nattached\n--b--'
    found = read(MAIL.replace(b"--b--", attached), "letter.eml")
    assert [item.name for item in found if isinstance(item, Page)] == ["letter", "letter:a"]


def test_a_text_with_header_lines_of_its_own_is_no_mail() -> None:
    assert one(b"Date: 23 April 2022\nSource: Gazette\nTitle: The bridge\n\nwords", "a.txt").data.startswith(b"Date")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_columns_are_known_by_name_whatever_parts_them(delimiter: str) -> None:
    rows = [
        ["ID", "Headline", "Body", "Publication Date", "Link", "Source", "Language"],
        ["n1", "The bridge", '"a; b, c\t|\nd"', "2022-04-23", "https://x.example/n", "Gazette", "en"],
    ]
    page = one("\r\n".join(delimiter.join(row) for row in rows).encode())
    assert fields(page) == ("n1", "text", "The bridge", "2022-04-23", "en", "https://x.example/n", "Gazette")
    assert page.data == b"a; b, c\t|\nd"


def test_columns_may_be_mapped_and_a_missing_one_is_told() -> None:
    data = "Stück,Körper\nDie Brücke,Wörter\n".encode()
    page = one(data, "a.csv", ("text", "Körper"))
    assert (page.name, page.data.decode()) == ("a:1", "Wörter")
    assert codes(read(data, "a.csv")) == ["no_text_column"]
    assert codes(read(data, "a.csv", ("text", "Body"))) == ["no_text_column"]


@pytest.mark.parametrize(("encoding", "kept"), [("utf-8-sig", "utf-8"), ("utf-16", "utf-8"), ("cp1251", "cp1251"), ("utf-8", "utf-8")])
def test_cells_keep_their_bytes_unless_the_encoding_is_marked(encoding: str, kept: str) -> None:
    assert one("text,title\nмост закрыт,a\n".encode(encoding)).data == "мост закрыт".encode(kept)


def test_a_row_without_text_and_an_unclosed_quotation_mark_are_told() -> None:
    assert codes(read(b"text,title\n,a\nb,c\n")) == ["empty"]
    assert len(read(b'text,title\n"never closed,a\nb,c\n')) == 1


def test_a_web_archive_keeps_address_and_charset() -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n"
    page = one(make_record("<p>мост".encode("cp1251"), http=http))
    assert (page.name, page.url, page.form) == ("closed-bridge", "https://x.example/news/closed-bridge", "html")
    assert page.data == codecs.BOM_UTF8 + "<p>мост".encode()


@pytest.mark.parametrize(
    ("fields_given", "body"),
    [
        ("Transfer-Encoding: chunked\r\n", b"5\r\n" + HTML[:5] + b"\r\n%x\r\n" % (len(HTML) - 5) + HTML[5:] + b"\r\n0\r\n\r\n"), ("Transfer-Encoding: chunked\r\n", HTML),
        ("Content-Encoding: gzip\r\n", gzip.compress(HTML, mtime=0)), ("Content-Encoding: gzip\r\n", HTML), ("Content-Encoding: br\r\n", HTML),
    ],
)  # fmt: skip
def test_bodies_are_unpacked_when_they_are_packed(fields_given: str, body: bytes) -> None:
    assert one(make_record(body, http=f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{fields_given}\r\n".encode())).data == HTML


def test_only_good_answers_with_text_are_pages() -> None:
    missing = make_record(HTML, http=b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n")
    assert codes(read(missing + make_record(HTML, kind="request"))) == ["no_articles"]
    assert codes(read(make_record(b"\x00packed", http=b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\n\r\n"))) == ["encoding_unknown"]


def test_a_pdf_gives_its_paragraphs_and_a_locked_or_empty_one_is_told() -> None:
    assert one(make_pdf("one line of words", "two")).data == b"one line of words\n\ntwo"
    assert codes(read(make_pdf(""))) == ["empty"]


def test_lines_of_print_are_joined_to_paragraphs() -> None:
    lines = ["The minister said that the brid-", "ge would stay closed until both", "sides agree.", "A second paragraph begins here", "and ends."]
    assert join_lines(lines) == "The minister said that the bridge would stay closed until both sides agree.\n\nA second paragraph begins here and ends."


def test_a_word_document_gives_paragraphs_and_leaves_out_deleted_text() -> None:
    inside = (
        "<w:p><w:r><w:t>kept</w:t><w:tab/></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>too</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>next</w:t></w:r></w:p>"
    )
    page = one(make_docx(inside=inside), "a.docx")
    assert (page.data, page.title, page.lang) == (b"kept\ttoo\n\nnext", "The bridge", "en")


def test_an_archive_names_its_pages_and_tells_what_it_left_out() -> None:
    found = read(make_zip({"in/a.txt": "x", "b.jpg": b"\xff\xd8", ".hidden.txt": "y", "__MACOSX/a.txt": "z"}), "pack.zip")
    assert [item.name for item in found if isinstance(item, Page)] == ["pack:in/a"]
    assert codes(found) == ["unknown_ending"]


def test_addresses_of_feeds_and_sitemaps_are_listed() -> None:
    (first, second), problems = list_addresses(RSS)
    assert (first.url, first.guid, first.title, first.published) == ("https://x.example/news/closed-bridge.html", "g1", "The bridge & the river", "2022-04-23T10:00:00+02:00")
    assert (second.url, problems) == ("https://x.example/news/second", ())
    ((entry,), _) = list_addresses(SITEMAP)
    assert (entry.url, entry.title, entry.published, entry.outlet, entry.lang, entry.kind) == (
        "https://x.example/news/closed-bridge",
        "The bridge",
        "2022-04-23",
        "Gazette",
        "en",
        "page",
    )
    ((entry,), _) = list_addresses(b"<sitemapindex><sitemap><loc>https://x.example/s.xml</loc><lastmod>2022-04-23</lastmod></sitemap></sitemapindex>")
    assert (entry.kind, entry.url) == ("list", "https://x.example/s.xml")
    ((entry,), _) = list_addresses(json.dumps(JSON_FEED).encode())
    assert entry.url == "https://x.example/news/closed-bridge"
    assert [problem.code for problem in list_addresses(HTML)[1]] == ["no_list"]


def test_a_list_of_feeds_survives_writing_and_reading() -> None:
    outlines, problems = read_opml(OPML)
    assert outlines == (
        Outline(xml_url="https://x.example/feed", title="Gazette", html_url="https://x.example/", group="North"), Outline(xml_url="https://y.example/feed", title="Herald"),
    )  # fmt: skip
    assert problems == ()
    awkward = (*outlines, Outline(xml_url="https://z.example/?a=1&b=<2>", title='"Quoted" & <more>', group="A & B"))
    assert read_opml(write_opml(awkward))[0] == awkward


@pytest.mark.parametrize(
    ("url", "guid", "name"),
    [
        ("https://x.example/news/closed-bridge.html", None, "closed-bridge"), ("https://x.example/news/closed-bridge/", None, "closed-bridge"),
        ("https://x.example/story?id=7", None, "x.example?id=7"), ("https://x.example/a/piece-1/amp", None, "piece-1"), (None, "tag:1", "tag:1"),
        (None, "https://x.example/b/c-d", "c-d"), (None, None, "otherwise"), ("https://x.example/%D0%BC%D0%BE%D1%81%D1%82", None, "мост"), ("http://[", None, "otherwise"),
    ],
)  # fmt: skip
def test_pieces_are_named_by_their_address(url: str | None, guid: str | None, name: str) -> None:
    assert choose_name(url, guid, "otherwise") == name


def test_a_stated_charset_counts_only_where_the_bytes_cannot_tell() -> None:
    assert keep_charset("мост".encode(), "windows-1251") == "мост".encode()
    assert keep_charset(b"\xff\xfe", "nonsense") == b"\xff\xfe"
    assert keep_charset(b"\xff", "zip") == b"\xff"
    assert keep_charset("é".encode("latin-1"), '"ISO-8859-1"') == codecs.BOM_UTF8 + "é".encode()


def test_a_nul_in_a_cell_is_kept_for_the_next_stage_to_tell() -> None:
    assert one(b"title,text\nBridge,open\x00again\n", "a.csv").data == b"open\x00again"
    assert one("title,text\nBridge,open again\n".encode("utf-16-le"), "a.csv").data == b"open again"


def test_the_entry_in_which_a_feed_breaks_off_is_told_and_left_out() -> None:
    entries = [f"<item><title>T{n}</title><link>https://x.example/n{n}</link><description>words of {n} and more</description></item>" for n in range(3)]
    whole = f'<?xml version="1.0"?><rss version="2.0"><channel><title>G</title>\n{"".join(entries)}</channel></rss>'
    ends = [whole.index(entry) + len(entry) for entry in entries]
    for cut in range(ends[0], len(whole) + 1):
        found = read(whole[:cut].encode(), "a.rss")
        kept = sum(cut >= end for end in ends)
        assert [page.name for page in found if isinstance(page, Page)] == [f"n{n}" for n in range(kept)], whole[:cut][-20:]
        is_amid = any(end + len("<item>") <= cut < following for end, following in pairwise(ends))
        assert "truncated" in codes(found) or not is_amid, whole[:cut][-20:]
        assert bool({"bad_xml", "truncated"} & set(codes(found))) == (cut < len(whole))


def test_a_blank_table_is_told_as_empty() -> None:
    assert codes(read(b"", "rows.csv")) == ["empty"]
    assert codes(read(b"\n\n", "rows.csv")) == ["empty"]


@pytest.mark.parametrize(("title", "taken"), [("page.html", None), ("notes.txt", None), ("about:blank", None), ("untitled 3", None), ("The bridge at 5.30", "The bridge at 5.30")])
def test_a_file_name_is_no_title_of_a_pdf(title: str, taken: str | None) -> None:
    data = make_pdf("one line of words").replace(b"trailer\n<< ", b"trailer\n<< /Info << /Title (%s) >> " % title.encode())
    assert one(data).title == taken


def test_when_a_piece_was_changed_is_read_from_every_form() -> None:
    atom = b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title><id>a</id><published>2031-03-01T10:00:00Z</published><updated>2031-03-03T10:00:00Z</updated><content>Words.</content></entry></feed>"
    rss = b"<rss><channel><item><title>A</title><description>Only a summary.</description></item></channel></rss>"
    json_feed = b'{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"a","content_text":"Words.","date_modified":"2031-03-03T10:00:00Z"}]}'
    ninjs = b'{"uri":"urn:a","firstcreated":"2031-03-01T10:00:00Z","versioncreated":"2031-03-03T10:00:00Z","body_text":"Words."}'
    lines = b'{"id":"a","text":"Words.","published":"2031-03-01","modified":"2031-03-03"}'

    pages = [one(data) for data in (atom, json_feed, ninjs, lines)]
    assert [(page.modified or "")[:10] for page in pages] == ["2031-03-03"] * 4
    assert [page.is_summary for page in pages] == [False] * 4
    assert one(rss).is_summary
    ((entry,), _) = list_addresses(b"<urlset><url><loc>https://x.example/a</loc><lastmod>2031-03-03</lastmod></url></urlset>")
    assert (entry.published, entry.modified) == (None, "2031-03-03")
