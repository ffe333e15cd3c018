"""The commands that reach the web, on a web of this machine; the list of sources; versions; the forms that `add` reads."""

from __future__ import annotations

import csv
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.calls import call, digest
from tests.run.news import NEWS, to_lines
from tests.sources.fetch.hostile_web import Request, Web, answer, open_web
from tests.sources.readers.samples import SAMPLES

FIRST = NEWS["gazette"]
SECOND = FIRST.replace("we will close the strait the same day", "we will close the strait within a week")
ROOT = Path(__file__).parents[2]


def page(text: str) -> bytes:
    title, *parts = text.strip().split("\n\n")
    return answer(f"<html lang=en><head><title>{title}</title></head><body><article><h1>{title}</h1>{''.join(f'<p>{part}</p>' for part in parts)}</article></body></html>".encode())


def feed(web: Web, *names: str) -> bytes:
    items = "".join(f"<item><title>{name}</title><link>http://127.0.0.1:{web.port}/{name}</link><guid>{name}</guid></item>" for name in names)
    return answer(f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'.encode(), content_type="application/rss+xml")


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """A web with two articles and a feed; nobody really waits for a turn, and no two moments fall into one second."""
    moments = count(1_700_000_000)
    monkeypatch.setattr("onrecord.sources.fetch.clock.SystemClock.now", lambda self: float(next(moments)))
    monkeypatch.setattr("onrecord.sources.fetch.clock.SystemClock.sleep", lambda self, seconds: None)
    monkeypatch.setattr("onrecord.cli.following.StoppableClock.sleep", lambda self, seconds: None)
    with open_web() as found:
        found.routes |= {"/gazette": page(FIRST), "/lindham": page(NEWS["lindham"]), "/rss": feed(found, "gazette", "lindham")}
        yield found


def reach(web: Web, command: str, *arguments: str | Path) -> Result:
    return call(command, *arguments, "--allow-private", "127.0.0.0/8", "--allow-port", str(web.port))


def url(web: Web, path: str) -> str:
    return f"http://127.0.0.1:{web.port}{path}"


def write_sources(web: Web, folder: Path, *paths: str) -> Path:
    text = "\n".join(f'[[source]]\nname = "S{number}"\nurl = "{url(web, path)}"\ngroup = "wires"\nevery = "30m"\n' for number, path in enumerate(paths, 1))
    (folder / "sources.toml").write_text(text, encoding="utf-8")
    return folder / "sources.toml"


def test_fetch_keeps_a_page_and_its_versions_and_marks_it_gone(web: Web, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    first = reach(web, "fetch", url(web, "/gazette"), "--store", store)
    assert first.exit_code == 0, first.output
    assert f"new: {url(web, '/gazette')}" in first.stdout
    web.routes["/gazette"] = page(SECOND)
    assert "new version: " in reach(web, "fetch", url(web, "/gazette"), "--store", store).stdout
    web.routes["/gazette"] = answer(b"", "410 Gone")
    gone = reach(web, "fetch", url(web, "/gazette"), "--store", store)
    assert (gone.exit_code, "gone: " in gone.stdout, "[fetch_gone]" in gone.stderr) == (0, True, True)
    shown = call("versions", url(web, "/gazette"), "--store", store)
    assert "[-the same day-] {+within a week+}" in shown.stdout
    assert "quote changed: " in shown.stdout
    answered = json.loads(call("versions", url(web, "/gazette"), "--store", store, "--format", "json").stdout)
    assert [v["number"] for v in answered["versions"]] == [1, 2]
    assert answered["versions"][1]["gone_at"]
    (change,) = answered["changes"]
    ((start, end), _) = change["quotes"][0]["spans"]
    assert "the same day" in answered["versions"][0]["text"][start:end]
    assert "2 versions, gone since" in call("versions", "--store", store).stdout
    assert call("verify", "--store", store).exit_code == 0


def test_a_changed_quotation_stands_in_the_briefing_and_renderings_know_their_version(web: Web, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    reach(web, "fetch", url(web, "/gazette"), "--store", store)
    web.routes["/gazette"] = page(SECOND)
    reach(web, "fetch", url(web, "/gazette"), "--store", store)
    found = json.loads(call("brief", "--store", store, "--format", "json").stdout)
    (article,) = found["articles"]
    assert (article["version"], [v["number"] for v in article["versions"]]) == (2, [1, 2])
    revisions = [(statement, revision) for statement in found["statements"] for revision in statement["revisions"]]
    assert [revision["label"] for _, revision in revisions] == ["quote_changed"]
    statement, revision = revisions[0]
    assert statement["renderings"][revision["rendering"]]["version"] == 2
    start, end = revision["spans"][1]
    assert "within a week" in article["text"][start:end]
    assert "the same day" in revision["older_words"]
    assert "Quotation changed after publication" in call("brief", "--store", store).stdout
    assert "Quotation changed after publication" in call("brief", "--store", store, "--format", "html").stdout


def test_fetch_takes_what_a_feed_lists_and_is_not_kept_yet(web: Web, tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    done = json.loads(reach(web, "fetch", url(web, "/rss"), "--store", store, "--limit", "1", "--format", "json").stdout)
    assert done["added"] == [url(web, "/gazette")]
    done = json.loads(reach(web, "fetch", url(web, "/rss"), "--store", store, "--format", "json").stdout)
    assert done["added"] == [url(web, "/lindham")]


def test_fetch_says_what_did_not_come_and_goes_on(web: Web, tmp_path: Path) -> None:
    done = reach(web, "fetch", url(web, "/none"), "http://169.254.169.254/latest", url(web, "/gazette"), "--store", tmp_path / "a.db")
    assert done.exit_code == 0
    assert "[fetch_gone]" in done.stderr
    assert "[fetch_refused_address]" in done.stderr
    nothing = reach(web, "fetch", url(web, "/none"), "--store", tmp_path / "b.db")
    assert (nothing.exit_code, "no article could be read" in nothing.stderr) == (3, True)
    assert "hint: check the address" in nothing.stderr


def test_private_networks_are_refused_unless_named(web: Web, tmp_path: Path) -> None:
    done = call("fetch", url(web, "/gazette"), "--store", tmp_path / "a.db", "--allow-port", str(web.port))
    assert done.exit_code == 3
    assert "[fetch_refused_address]" in done.stderr
    assert "hint: allow the network by name" in done.stderr
    assert web.asked == []
    assert call("fetch", "http://a.example/", "--allow-private", "nonsense", "--store", tmp_path / "a.db").exit_code == 2


def test_a_pdf_goes_through_its_reader(web: Web, tmp_path: Path) -> None:
    web.routes["/report.pdf"] = answer(SAMPLES["pdf"][1], content_type="application/pdf")
    done = reach(web, "fetch", url(web, "/report.pdf"), "--store", tmp_path / "a.db")
    assert done.exit_code == 0, done.output
    assert f"new: {url(web, '/report.pdf')}" in done.stdout


def test_follow_once_takes_each_piece_once_and_sources_shows_how_it_stands(web: Web, tmp_path: Path) -> None:
    store, listed = tmp_path / "a.db", write_sources(web, tmp_path, "/rss", "/broken")
    web.routes["/broken"] = answer(b"<html><p>no feed</p></html>")
    before = call("sources", listed, "--store", store)
    assert before.stdout.count("never visited") == 2
    assert not (tmp_path / "a.db.follow").exists()
    done = reach(web, "follow", listed, "--once", "--store", store)
    assert done.exit_code == 0, done.output
    assert "S1: 2 new, 2 taken" in done.stderr
    assert "2 articles added" in done.stderr
    assert "1 of 2 sources could not be read" in done.stderr
    state = {row["name"]: row for row in json.loads(call("sources", listed, "--store", store, "--format", "json").stdout)}
    assert (state["S1"]["failures"], state["S1"]["waiting"], bool(state["S1"]["last_good"])) == (0, 0, True)
    assert (state["S2"]["failures"], state["S2"]["last_good"]) == (1, None)
    assert "failing: " in call("sources", listed, "--store", store).stdout
    kept = digest(store)
    asked = len(web.paths())
    again = reach(web, "follow", listed, "--once", "--store", store)
    assert (again.exit_code, len(web.paths()), digest(store)) == (0, asked, kept)


def test_what_follow_is_handed_twice_is_kept_once(web: Web, tmp_path: Path) -> None:
    store, listed = tmp_path / "a.db", write_sources(web, tmp_path, "/rss")
    reach(web, "follow", listed, "--once", "--store", store, "-q")
    articles = json.loads(call("brief", "--store", store, "--format", "json").stdout)["articles"]
    for file in (tmp_path / "a.db.follow").iterdir():  # a kill right after the piece was kept, before that was written down
        file.unlink()
    done = reach(web, "follow", listed, "--once", "--store", store, "--workers", "3")
    assert "0 articles added, 2 unchanged" in done.stderr
    again = json.loads(call("brief", "--store", store, "--format", "json").stdout)["articles"]
    assert [a["article_id"] for a in again] == [a["article_id"] for a in articles]


def test_follow_reads_taken_pieces_again_changed_ones_are_versions_and_gone_ones_are_kept(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1_700_000_000.0]

    def sleep(self: object, seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr("onrecord.sources.fetch.clock.SystemClock.now", lambda self: now[0])
    monkeypatch.setattr("onrecord.cli.following.StoppableClock.sleep", sleep)
    store, listed = tmp_path / "a.db", write_sources(web, tmp_path, "/rss")
    assert reach(web, "follow", listed, "--once", "--store", store, "-q").exit_code == 0
    web.routes |= {"/gazette": page(SECOND), "/lindham": answer(b"", "404 No")}
    now[0] += 2 * 3600
    done = reach(web, "follow", listed, "--once", "--store", store)
    assert done.exit_code == 0, done.output
    assert "S1: 0 new, 0 taken, 1 read again" in done.stderr
    assert "1 with a new version, 1 gone" in done.stderr
    assert "sources could not be read" not in done.stderr
    shown = {row["article"]: row["versions"] for row in json.loads(call("versions", "--store", store, "--format", "json").stdout)}
    assert {name: (len(versions), bool(versions[-1]["gone_at"])) for name, versions in shown.items()} == {url(web, "/gazette"): (2, False), url(web, "/lindham"): (1, True)}
    assert "2 in all" in done.stderr


def test_follow_by_several_workers_for_a_time_keeps_everything(web: Web, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1_700_000_000.0]

    def sleep(self: object, seconds: float) -> None:
        now[0] += seconds

    monkeypatch.setattr("onrecord.sources.fetch.clock.SystemClock.now", lambda self: now[0])
    monkeypatch.setattr("onrecord.cli.following.StoppableClock.sleep", sleep)
    web.routes["/other"] = feed(web, "lindham", "herald")
    web.routes["/herald"] = page(NEWS["herald"])
    done = reach(web, "follow", write_sources(web, tmp_path, "/rss", "/other"), "--for", "2h", "--workers", "2", "--store", tmp_path / "a.db")
    assert done.exit_code == 0, done.output
    assert "3 in all" in done.stderr
    assert done.stderr.count("S1: ") > 2
    assert call("follow", tmp_path / "sources.toml", "--for", "soon", "--store", tmp_path / "a.db").exit_code == 2


@pytest.mark.skipif(os.name != "posix", reason="signals of this kind are POSIX")
def test_ctrl_c_ends_follow_cleanly_and_it_goes_on_next_time(tmp_path: Path) -> None:
    is_asked = threading.Event()

    def wait(request: Request) -> bytes:
        is_asked.set()
        return answer(b"", "503 Later", retry_after="90")

    with open_web() as web:
        web.routes["*"] = wait
        listed = write_sources(web, tmp_path, "/rss")
        command = [sys.executable, "-m", "onrecord", "follow", listed, "--store", tmp_path / "a.db", "--allow-private", "127.0.0.1", "--allow-port", web.port]
        environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
        with subprocess.Popen([str(word) for word in command], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            assert is_asked.wait(60)
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert "0 articles added" in said


def test_a_list_with_mistakes_is_refused_and_all_are_named(tmp_path: Path) -> None:
    path = tmp_path / "sources.toml"
    path.write_text('[[source]]\nname = "A"\nurl = "nowhere"\n\n[[source]]\nname = "A"\nkind = "blog"\n', encoding="utf-8")
    for arguments in (("sources", path, "--check"), ("sources", path), ("follow", path, "--once", "--store", tmp_path / "a.db")):
        done = call(*arguments)
        assert done.exit_code == 3
        assert "line 3 (entry 1)" in done.stderr
        assert "`blog` is no kind" in done.stderr
    assert not (tmp_path / "a.db").exists()
    path.write_text('[[source]]\nname = "A"\nurl = "https://a.example/rss"\n', encoding="utf-8")
    assert "1 source, no mistake" in call("sources", path, "--check").stderr


def test_opml_goes_in_and_out(tmp_path: Path) -> None:
    opml, path, out = tmp_path / "in.opml", tmp_path / "sources.toml", tmp_path / "out.opml"
    opml.write_text(
        '<opml version="2.0"><body><outline text="Wires"><outline text="Tidewire" xmlUrl="https://t.example/rss"/></outline>'
        '<outline text="Gazette &amp; Post" xmlUrl="https://g.example/rss"/></body></opml>', encoding="utf-8",
    )  # fmt: skip
    path.write_text('# mine\n[[source]]\nname = "Tidewire"\nurl = "https://x.example/rss"\n', encoding="utf-8")
    done = call("sources", path, "--import", opml)
    assert (done.exit_code, "2 sources added" in done.stderr) == (0, True)
    assert path.read_text(encoding="utf-8").startswith("# mine\n")
    assert "0 sources added, 2 there already" in call("sources", path, "--import", opml).stderr
    assert call("sources", path, "--check").exit_code == 0
    assert call("sources", path, "--export", out).exit_code == 0
    assert call("sources", tmp_path / "new.toml", "--import", out).exit_code == 0
    assert {row["url"] for row in json.loads(call("sources", tmp_path / "new.toml", "--format", "json").stdout)} == {
        "https://x.example/rss", "https://t.example/rss", "https://g.example/rss"
    }  # fmt: skip
    (tmp_path / "no.opml").write_text("nothing", encoding="utf-8")
    assert call("sources", path, "--import", tmp_path / "no.opml").exit_code == 3


def test_add_reads_tables_with_the_columns_that_are_named_and_says_what_it_guessed(tmp_path: Path) -> None:
    table = tmp_path / "export.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("Nr", "When", "Body"), ("a1", "2031-03-15", NEWS["lindham"])])
    done = call("add", table, "--map", "text=Body", "--map", "id=Nr", "-v", "--store", tmp_path / "a.db")
    assert done.exit_code == 0, done.output
    assert f"{table}: " in done.stderr
    assert "a1" in call("search", "Hulst", "--store", tmp_path / "a.db").stdout
    assert call("add", table, "--map", "nonsense", "--store", tmp_path / "b.db").exit_code == 2
    assert call("add", table, "--map", "colour=Body", "--store", tmp_path / "b.db").exit_code == 2
    assert call("add", table, "--form", "nonsense", "--store", tmp_path / "b.db").exit_code == 2


def test_a_corrected_text_is_a_version_and_forgetting_the_name_forgets_both(tmp_path: Path) -> None:
    store = tmp_path / "a.db"
    assert call("add", "-", "--store", store, stdin=to_lines()).exit_code == 0
    before = digest(store)
    letter = tmp_path / "letter.txt"
    for text in (NEWS["lindham"].replace("Hulst", "Vesk"), NEWS["lindham"].replace("Hulst", "Vosk")):
        letter.write_text(text, encoding="utf-8")
        assert call("add", letter, "--store", store).exit_code == 0
    assert "letter: 2 versions" in call("versions", "--store", store).stdout
    assert call("forget", "letter", "--store", store).exit_code == 0
    assert digest(store) == before
    assert call("versions", "letter", "--store", store).exit_code == 2
    assert call("versions", "--store", tmp_path / "none.db").exit_code == 4
