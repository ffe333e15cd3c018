"""One good file of each format, made in code: what the contract suite feeds every reader."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping

WORDS = "The minister said on Friday that the bridge would stay closed until both sides agree."


def make_zip(entries: Mapping[str, bytes | str], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", compression) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return held.getvalue()


def make_record(body: bytes, *, url: str = "https://x.example/news/closed-bridge", kind: str = "response", length: int | str | None = None, http: bytes = b"") -> bytes:
    if kind == "response":
        body = (http or b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n") + body
    fields = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\nContent-Length: {len(body) if length is None else length}\r\n\r\n"
    return fields.encode() + body + b"\r\n\r\n"


def make_pdf(*pages: str) -> bytes:
    """Return a PDF with a line of text a page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for text in pages:
        lines = "".join(f"({line}) Tj T* " for line in text.split("\n"))
        stream = f"BT /F1 12 Tf 14 TL 72 720 Td {lines}ET".encode()
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table, len(objects) + 1, len(out))


def make_docx(*paragraphs: str, inside: str | None = None) -> bytes:
    inside = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs) if inside is None else inside
    main = f'<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{inside}</w:body></w:document>'
    about = '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The bridge</dc:title><dc:language>en</dc:language></cp:coreProperties>'
    return make_zip({"[Content_Types].xml": "<Types/>", "word/document.xml": main, "docProps/core.xml": about})


HTML = f"<!DOCTYPE html><html lang='en'><head><title>The bridge</title></head><body><article><p>{WORDS}</p></article></body></html>".encode()

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Gazette</title><link>https://x.example/</link><language>en</language>
<item><title>The bridge &amp; the river</title><link>https://x.example/news/closed-bridge.html</link><guid isPermaLink="false">g1</guid><dc:creator>A. Writer</dc:creator>
<pubDate>Sat, 23 Apr 2022 10:00:00 +0200</pubDate><source url="https://y.example/">Herald</source><description>Short.</description>
<content:encoded><![CDATA[<p>{WORDS}</p><blockquote>We wait.</blockquote>]]></content:encoded></item>
<item><title>Second</title><link>https://x.example/news/second</link><description>Only a summary&nbsp;here.</description></item>
</channel></rss>""".encode()

ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de" xml:base="https://x.example/"><title>Gazette</title>
<entry><id>tag:x.example,2022:1</id><title type="html">The &lt;b&gt;bridge&lt;/b&gt;</title><link rel="self" href="https://x.example/feed"/><link href="/news/bruecke"/>
<published>2022-04-23T10:00:00Z</published><author><name>A. Writer</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{WORDS}</p></div></content></entry></feed>""".encode()

SITEMAP = b"""<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://x.example/news/closed-bridge</loc><news:news><news:publication><news:name>Gazette</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2022-04-23</news:publication_date><news:title>The bridge</news:title></news:news></url></urlset>"""

OPML = b"""<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body><outline text="North"><outline type="rss" text="Gazette" xmlUrl="https://x.example/feed" htmlUrl="https://x.example/"/>
</outline><outline text="Herald" xmlUrl="https://y.example/feed"/></body></opml>"""

NEWSML = f"""<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:x.example:20220423:bridge" xml:lang="en">
<itemMeta><provider literal="Wire"><name>Wire Agency</name></provider><versionCreated>2022-04-23T10:00:00Z</versionCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><headline>The bridge</headline><by>A. Writer</by><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body><p>{WORDS}</p></body></html></inlineXML></contentSet>
</newsItem>""".encode()

MAIL = f"""Received: from a.example by b.example; Sat, 23 Apr 2022 10:00:00 +0200
Message-ID: <1@x.example>
From: "Gazette Briefing" <news@x.example>
Subject: =?utf-8?q?The_bridge?=
Date: Sat, 23 Apr 2022 10:00:00 +0200
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

plain {WORDS}
--b
Content-Type: text/html; charset=utf-8

<html><body><p>{WORDS}</p></body></html>
--b--
""".encode()

MBOX = b"From news@x.example Sat Apr 23 10:00:00 2022\n" + MAIL + b"\nFrom - Sun Apr 24 10:00:00 2022\n" + MAIL.replace(b"<1@x", b"<2@x").replace(b"Sat, 23", b"Sun, 24")

MHTML = f"""From: <Saved by Blink>
Snapshot-Content-Location: https://x.example/news/closed-bridge.html
Subject: =?utf-8?Q?The=20bridge?=
Date: Mon, 25 Apr 2022 08:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="----MultipartBoundary--x----"


------MultipartBoundary--x----
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://x.example/news/closed-bridge.html

<!DOCTYPE html><html lang=3D"en"><head><meta http-equiv=3D"Content-Type" co=
ntent=3D"text/html; charset=3DUTF-8"><title>The bridge</title></head><body><article><p>{WORDS} Caf=C3=A9.</p></article><img src=3D"https://x.example/a.png"></body></html>
------MultipartBoundary--x----
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://x.example/a.png

iVBORw0KGgo=

------MultipartBoundary--x------
""".replace("\n", "\r\n").encode()

NINJS = {
    "uri": "http://x.example/items/bridge", "versioncreated": "2022-04-23T10:00:00Z", "language": "en", "headline": "The bridge", "body_text": WORDS, "source": "Wire",
}  # fmt: skip
JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1", "title": "Gazette", "language": "en",
    "items": [{"id": "1", "url": "https://x.example/news/closed-bridge", "title": "The bridge", "content_html": f"<p>{WORDS}</p>", "date_published": "2022-04-23T10:00:00Z"}],
}  # fmt: skip
JSON_LIST = {
    "status": "ok", "totalResults": 2,
    "articles": [
        {
            "source": {"id": None, "name": "Gazette"}, "author": "A. Writer", "title": "The bridge", "description": "Short.",
            "url": "https://x.example/news/closed-bridge", "publishedAt": "2022-04-23T10:00:00Z", "content": WORDS,
        },
        {"title": "Second", "language": "en", "content": f"<p>{WORDS}</p>"},
    ],
}  # fmt: skip

WARC = make_record(b"", kind="warcinfo") + make_record(HTML) + make_record(b"\x89PNG", http=b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n")

SAMPLES: Mapping[str, tuple[str, bytes]] = {
    "text": ("note.txt", f"The bridge\n\n{WORDS}\n".encode()),
    "html": ("page.html", HTML),
    "jsonl": ("news.jsonl", json.dumps({"id": "a1", "text": WORDS, "title": "The bridge"}).encode() + b"\n" + json.dumps({"id": "a2", "text": WORDS}).encode()),
    "table": ("news.csv", f'Headline,Body,Date\nThe bridge,"{WORDS}",2022-04-23\n'.encode()),
    "feed": ("feed.xml", RSS),
    "json-feed": ("feed.json", json.dumps(JSON_FEED).encode()),
    "json": ("export.json", json.dumps(JSON_LIST).encode()),
    "sitemap": ("sitemap.xml", SITEMAP),
    "opml": ("list.opml", OPML),
    "warc": ("crawl.warc", WARC),
    "wacz": ("crawl.wacz", make_zip({"archive/data.warc.gz": gzip.compress(WARC, mtime=0), "datapackage.json": "{}", "pages/pages.jsonl": "{}"})),
    "newsml": ("item.xml", NEWSML),
    "ninjs": ("item.json", json.dumps(NINJS).encode()),
    "mail": ("letter.eml", MAIL),
    "mbox": ("letters.mbox", MBOX),
    "mhtml": ("page.mhtml", MHTML),
    "pdf": ("report.pdf", make_pdf(WORDS)),
    "docx": ("report.docx", make_docx("The bridge", WORDS)),
    "zip": ("pack.zip", make_zip({"in/note.txt": WORDS, "page.html": HTML})),
    "gzip": ("news.jsonl.gz", gzip.compress(json.dumps({"id": "a1", "text": WORDS}).encode(), mtime=0)),
}
"""Reader's name -> file name and content."""

NO_PAGES = frozenset({"sitemap", "opml"})
"""Formats that list addresses and hold no article."""
