"""Addresses that give a document and no page: several reports in one file, a PDF, a letter of a text program; by `fetch` and by `follow`."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.sources.fetch.clock import SystemClock
from tests.cli.calls import call
from tests.cli.test_sources_commands import feed, reach, url, web, write_sources
from tests.sources.fetch.hostile_web import Web, answer
from tests.sources.readers.samples import make_docx, make_pdf

__all__ = ["web"]


def lines(*words: str) -> bytes:
    """A file of reports, one a line."""
    rows = [{"id": word, "text": f"The {word} in Mell was closed on Monday, minister Ada Lind said. Nobody knows when it opens again."} for word in words]
    return answer("\n".join(map(json.dumps, rows)).encode(), content_type="application/json")


def test_a_document_with_several_reports_is_several_pieces_and_the_feed_heads_only_the_first(web: Web, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    web.routes |= {"/d.jsonl": lines("ferry", "school"), "/rss": feed(web, "d.jsonl")}
    for added, unchanged in ((2, 0), (0, 2)):
        done = json.loads(reach(web, "fetch", url(web, "/d.jsonl"), "--store", store, "--format", "json").stdout)
        assert (len(done["added"]), done["changed"], done["unchanged"]) == (added, [], unchanged)
    fed = tmp_path / "b.db"
    assert reach(web, "fetch", url(web, "/rss"), "--store", fed, "-q").exit_code == 0
    found = json.loads(call("brief", "--store", fed, "--format", "json").stdout)["articles"]
    assert {article["id"]: article["title"] for article in found} == {url(web, "/d.jsonl"): "d.jsonl", url(web, "/d.jsonl") + "#2": None}


def test_following_reads_documents_as_fetching_does(web: Web, tmp_path: Path) -> None:
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    web.routes |= {
        "/rss": feed(web, "a.pdf", "b.docx", "c.jsonl"),
        "/a.pdf": answer(make_pdf("The minister said on Friday that the bridge\nwould stay closed until both sides agree."), content_type="application/pdf"),
        "/b.docx": answer(make_docx("Die Ministerin sagte am Freitag, die Brücke bleibe zu."), content_type=word),
        "/c.jsonl": lines("ferry", "school"),
    }
    stores = tmp_path / "fetched.db", tmp_path / "followed.db"
    assert reach(web, "fetch", url(web, "/rss"), "--store", stores[0], "-q").exit_code == 0
    followed = reach(web, "follow", write_sources(web, tmp_path, "/rss"), "--once", "--store", stores[1])
    assert ("3 new, 3 taken\n" in followed.stderr, "4 articles added, 0 unchanged, 0 problems" in followed.stderr) == (True, True)
    found = [json.loads(call("brief", "--store", store, "--format", "json").stdout)["articles"] for store in stores]
    assert [{article["id"]: article["title"] for article in own} for own in found] == [
        {url(web, "/a.pdf"): "a.pdf", url(web, "/b.docx"): "The bridge", url(web, "/c.jsonl"): "c.jsonl", url(web, "/c.jsonl") + "#2": None}
    ] * 2


def test_a_followed_document_with_several_reports_brings_what_is_new_in_it(web: Web, tmp_path: Path) -> None:
    listed, store = write_sources(web, tmp_path, "/d.jsonl"), tmp_path / "a.db"
    listed.write_text(listed.read_text(encoding="utf-8").replace("30m", "1m") + 'kind = "page"\n', encoding="utf-8")
    web.routes["/d.jsonl"] = lines("ferry", "school")
    assert "2 articles added" in reach(web, "follow", listed, "--once", "--store", store).stderr
    web.routes["/d.jsonl"] = lines("ferry", "school", "harbour")
    for _ in range(70):
        SystemClock().now()  # a second each
    assert "1 article added, 2 unchanged" in reach(web, "follow", listed, "--once", "--store", store).stderr
