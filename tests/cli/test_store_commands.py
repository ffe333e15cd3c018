"""The commands that keep things: adding, forgetting, the briefing, search, and the check of every span."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli.main import main
from onrecord.storage import SqliteStore
from tests.cli.calls import call, digest
from tests.run.news import NEWS, to_lines, write_news


def test_a_missing_path_is_status_3_and_makes_no_store(tmp_path: Path) -> None:
    done = call("add", tmp_path / "nowhere", "--store", tmp_path / "new.db")
    assert done.exit_code == 3
    assert "does not exist" in done.stderr
    assert not (tmp_path / "new.db").exists()


def test_a_briefing_that_fails_leaves_the_old_file(tmp_path: Path, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise RuntimeError("no room")

    out = tmp_path / "a.html"
    out.write_text("old", encoding="utf-8")
    monkeypatch.setattr("onrecord.views.render_text", fail)
    assert call("brief", "--store", filled, "--out", out).exit_code == 1
    assert out.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_brief_shows_the_store_in_every_form(filled: Path) -> None:
    text, html, data = (call("brief", "--store", filled, "--format", form) for form in ("text", "html", "json"))
    assert (text.exit_code, html.exit_code, data.exit_code) == (0, 0, 0)
    assert text.stdout.strip()
    assert "<html" in html.stdout
    assert len(json.loads(data.stdout)["articles"]) == len(NEWS)


def test_the_store_can_be_named_by_the_environment(filled: Path) -> None:
    assert CliRunner().invoke(main, ["verify"], env={"ONRECORD_STORE": str(filled)}).exit_code == 0


def test_adding_twice_changes_nothing(store: Path, news: Path) -> None:
    before = digest(store)
    done = call("add", news, "--store", store)
    assert done.exit_code == 0
    assert f"0 articles added, {len(NEWS)} unchanged, 0 problems, {len(NEWS)} in all" in done.stderr
    assert digest(store) == before


def test_a_store_in_the_folder_it_reads_is_no_article_and_no_problem(tmp_path: Path) -> None:
    folder = write_news(tmp_path)
    assert call("add", folder, "--store", folder / "a.db").exit_code == 0
    before = digest(folder / "a.db")
    done = call("add", folder, "--store", folder / "a.db")
    assert "0 articles added, 4 unchanged, 0 problems" in done.stderr
    assert digest(folder / "a.db") == before


def test_a_corrected_field_is_taken_over(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    assert call("add", "-", "--store", path, stdin=to_lines()).exit_code == 0
    done = call("add", "-", "--store", path, stdin=to_lines(lindham={"outlet": "Lindham Post"}))
    assert f"1 article added, {len(NEWS) - 1} unchanged" in done.stderr
    assert '"Lindham Post"' in call("brief", "--store", path, "--format", "json").stdout


def test_what_is_added_and_forgotten_leaves_no_trace(store: Path, tmp_path: Path) -> None:
    before = digest(store)
    extra = tmp_path / "extra.txt"
    extra.write_text(NEWS["gazette"].replace("Orlay", "Vesk"), encoding="utf-8")
    assert call("add", extra, "--store", store).exit_code == 0
    assert digest(store) != before
    done = call("forget", "extra", "--store", store)
    assert (done.exit_code, "1 article removed" in done.stderr) == (0, True)
    assert digest(store) == before


def test_forgetting_an_unknown_name_is_status_2_and_changes_nothing(store: Path) -> None:
    before = digest(store)
    done = call("forget", "gazette", "nobody", "--store", store)
    assert done.exit_code == 2
    assert "`nobody`" in done.stderr
    assert digest(store) == before


def test_problems_of_reading_stay_in_the_briefing_until_they_are_mended(store: Path, tmp_path: Path) -> None:
    folder = tmp_path / "late"
    folder.mkdir()
    lines = folder / "n.jsonl"
    lines.write_bytes(b'{"id": "late", "text": 7}\n' + json.dumps({"id": "x", "text": NEWS["lindham"].replace("Piet", "Jan")}).encode() + b"\n")
    (folder / "scan.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    assert call("add", folder, "--store", store).exit_code == 0
    codes = {problem["code"] for problem in json.loads(call("brief", "--store", store, "--format", "json").stdout)["problems"]}
    assert codes == {"bad_record", "not_text"}
    before = digest(store)
    assert call("add", folder, "--store", store).exit_code == 0
    assert digest(store) == before
    lines.write_bytes(lines.read_bytes().split(b"\n", 1)[1])
    assert call("forget", folder / "scan.txt", "--store", store).exit_code == 0
    (folder / "scan.txt").unlink()
    assert call("add", folder, "--store", store).exit_code == 0
    assert json.loads(call("brief", "--store", store, "--format", "json").stdout)["problems"] == []


def test_adding_only_what_cannot_be_read_is_status_3(tmp_path: Path) -> None:
    (tmp_path / "void.txt").write_bytes(b"")
    done = call("add", tmp_path / "void.txt", "--store", tmp_path / "a.db")
    assert done.exit_code == 3
    assert f"problem [empty] {tmp_path / 'void.txt'}" in done.stderr


@pytest.mark.parametrize("arguments", [("brief",), ("verify",), ("search", "ships"), ("forget", "gazette")])
def test_a_store_that_does_not_exist_is_status_4_and_is_not_made(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = call(*arguments, "--store", tmp_path / "none.db")
    assert done.exit_code == 4
    assert "does not exist" in done.stderr
    assert "hint:" in done.stderr
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("arguments", [("brief",), ("verify",), ("search", "ships"), ("forget", "gazette")])
@pytest.mark.parametrize("data", [b"", b"plain words, no database at all" * 99])
def test_a_file_that_is_no_store_is_status_4_and_stays_as_it_is(tmp_path: Path, arguments: tuple[str, ...], data: bytes) -> None:
    path = tmp_path / "other.db"
    path.write_bytes(data)
    done = call(*arguments, "--store", path)
    if data or arguments[0] != "forget":
        assert done.exit_code == 4
        assert path.read_bytes() == data
    assert "Traceback" not in done.output


def test_a_store_without_articles_has_no_briefing(tmp_path: Path) -> None:
    SqliteStore(tmp_path / "a.db").close()
    done = call("brief", "--store", tmp_path / "a.db")
    assert done.exit_code == 3
    assert "holds no articles" in done.stderr


def test_verify_counts_what_it_checked(filled: Path) -> None:
    done = call("verify", "--store", filled)
    assert done.exit_code == 0
    assert "records match their text" in done.stdout
    answer = json.loads(call("verify", "--store", filled, "--format", "json").stdout)
    assert answer["findings"] == []
    assert answer["records"] > len(NEWS)


SPAN = re.compile(r"\[(\d+),(\d+)\]")


def shift_a_span(path: Path, kind: str) -> None:
    """Move the end of one stored span by one, behind the back of the store."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT rowid, body FROM record WHERE kind = ?", (kind,)).fetchall()
        number, body = next((number, body) for number, body in rows if SPAN.search(body))
        moved = SPAN.sub(lambda found: f"[{found[1]},{int(found[2]) - 1}]", body, count=1)
        connection.execute("UPDATE record SET body = ? WHERE rowid = ?", (moved, number))
        connection.commit()


@pytest.mark.parametrize("kind", ["date_mention", "figure", "article"])
def test_a_changed_span_makes_verify_end_with_status_5(store: Path, kind: str) -> None:
    shift_a_span(store, kind)
    done = call("verify", "--store", store)
    assert done.exit_code == 5
    assert f"WRONG {kind} " in done.stdout
    assert "hint:" in done.stderr
    answer = call("verify", "--store", store, "--format", "json")
    assert answer.exit_code == 5
    assert {finding["kind"] for finding in json.loads(answer.stdout)["findings"]} == {kind}


def test_search_finds_articles_by_words_and_shows_the_passages(filled: Path) -> None:
    done = call("search", "lighthouse", "--store", filled)
    assert done.exit_code == 0
    assert "gazette" in done.stdout
    assert "lindham" not in done.stdout
    rows = json.loads(call("search", "lighthouse", "--store", filled, "--format", "json").stdout)
    assert {row["article"] for row in rows} == {"gazette", "herald"}
    for row in rows:
        assert row["quotes"] == [NEWS[row["article"]][start:end] for start, end in row["spans"]]
    assert len(json.loads(call("search", "lighthouse", "--limit", "1", "--store", filled, "--format", "json").stdout)) == 1


@pytest.mark.parametrize("words", ["zzzz", '"', "AND", "*", "(", "NEAR(", "col:x", "-"])
def test_search_takes_any_words_and_says_when_there_is_nothing(filled: Path, words: str) -> None:
    done = call("search", "--store", filled, "--", words)
    assert done.exit_code == 0
    assert done.stdout or "nothing found" in done.stderr


def test_what_hinders_everything_is_told_with_its_own_hint(tmp_path: Path) -> None:
    (tmp_path / "scan.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
    for done in (call("add", tmp_path / "scan.txt", "--store", tmp_path / "a.db"), call("analyze", tmp_path / "scan.txt"), call("compare", tmp_path / "scan.txt")):
        assert done.exit_code == 3
        assert "no article could be read: the data is `PNG`" in done.stderr
        assert done.stderr.rstrip().endswith("hint: convert it to text or HTML first")


def test_an_interrupted_add_says_that_it_can_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("onrecord.cli.taking.take_in", interrupt)
    done = call("add", write_news(tmp_path), "--store", tmp_path / "a.db")
    assert (done.exit_code, "the same call again goes on" in done.stderr) == (1, True)
    assert "Aborted" not in done.stderr
