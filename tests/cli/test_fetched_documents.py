"""Addresses that give a document and no page: several reports in one file, a PDF, a letter of a text program; by `fetch` and by `follow`."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.calls import call
from tests.cli.test_sources_commands import feed, reach, url, web
from tests.sources.fetch.hostile_web import Web, answer

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
