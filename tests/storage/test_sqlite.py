"""What belongs to the file: who may open it, what a kill leaves, how indexes are used."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import StoreError
from onrecord.records import Article, Mention
from onrecord.storage import SqliteStore, queries, sqlite, verify_store

from .contract import put, put_everything
from .samples import FIRST, make_article

WRITE_FOR_EVER = """
import sys
from onrecord.ids import hash_text, make_id
from onrecord.records import Article, Mention, Span
from onrecord.storage import SqliteStore

store = SqliteStore(sys.argv[1])
number = 0
while True:
    number += 1
    text = f"Oda spoke {number} times. " * 200
    article = Article(
        id=make_id("article", str(number)), name=str(number), text=text, text_hash=hash_text(text), lang=None, title=None,
        title_span=None, subheads=(), outlet=None, url=None, published=None, published_evidence=None, published_how=None,
        dropped=(), credits=(),
    )
    mentions = [
        Mention(id=f"mention-{number}-{start}", article=article.id, span=Span(start=start, end=start + 3), kind="person",
                canonical="Oda", confidence=1.0, made_by="test@1")
        for start in range(50)
    ]
    with store.transaction():
        store.replace(str(number % 7), "articles", [article])
        store.replace(str(number % 7), "names", mentions)
    print(number, flush=True)
"""


def pragma(path: Path, name: str) -> object:
    connection = sqlite3.connect(path)
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    connection.close()
    return value


def run_sql(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(statement)
    connection.close()


def test_the_file_says_whose_it_is_and_uses_a_write_ahead_log(tmp_path: Path) -> None:
    path = tmp_path / "a name with ? and # and %20.sqlite"
    SqliteStore(path).close()
    assert path.exists()
    assert pragma(path, "application_id") == sqlite.APPLICATION_ID
    assert pragma(path, "user_version") == sqlite.STORE_VERSION
    assert pragma(path, "journal_mode") == "wal"


def test_what_was_written_is_there_when_opened_again(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "s") as store:
        put_everything(store)
        digest = store.digest()
    with SqliteStore(str(tmp_path / "s")) as store:
        assert store.digest() == digest


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("PRAGMA application_id = 7", "another program"),
        (f"PRAGMA user_version = {sqlite.STORE_VERSION + 1}", "newer onrecord"),
        (f"PRAGMA user_version = {sqlite.STORE_VERSION - 1}", "older onrecord"),
    ],
)
def test_a_file_of_another_program_or_version_is_refused(tmp_path: Path, statement: str, message: str) -> None:
    SqliteStore(tmp_path / "s").close()
    run_sql(tmp_path / "s", statement)
    with pytest.raises(StoreError, match=message) as caught:
        SqliteStore(tmp_path / "s")
    assert caught.value.hint


def test_a_foreign_database_is_left_as_it_is(tmp_path: Path) -> None:
    run_sql(tmp_path / "s", "CREATE TABLE other (x)")
    before = (tmp_path / "s").read_bytes()
    with pytest.raises(StoreError, match="another program"):
        SqliteStore(tmp_path / "s")
    assert (tmp_path / "s").read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["s"]


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("Dear diary, " * 100)
    with pytest.raises(StoreError, match="cannot be opened"):
        SqliteStore(tmp_path / "s")
    with pytest.raises(StoreError, match="cannot be opened"):
        SqliteStore(tmp_path / "no folder" / "s")


def test_an_old_sqlite_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(StoreError, match="too old"):
        SqliteStore(":memory:")


def test_a_store_opened_for_reading_reads_and_does_not_write(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        SqliteStore(tmp_path / "s", read_only=True)
    assert caught.value.hint == "there is no such file"
    (tmp_path / "empty").touch()
    with pytest.raises(StoreError, match="empty file"):
        SqliteStore(tmp_path / "empty", read_only=True)
    with SqliteStore(tmp_path / "s") as store:
        put_everything(store)
    with SqliteStore(tmp_path / "s", read_only=True) as store:
        assert len(list(store.read(Article))) == 2
        assert len(store.search("bridge")) == 1
        with store.transaction(), pytest.raises(StoreError, match="reading only"):
            store.forget("a")


def test_a_read_only_transaction_holds_one_state(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "s") as store, SqliteStore(tmp_path / "s", read_only=True) as reader:
        put_everything(store)
        with reader.transaction():
            digest = reader.digest()
            with store.transaction():
                store.forget("a")
            assert reader.digest() == digest
            assert list(verify_store(reader)) == []
        assert reader.digest() != digest


def test_a_store_that_another_writes_to_is_reported_as_busy(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "s") as store, SqliteStore(tmp_path / "s", busy_timeout_s=0.01) as other:
        with store.transaction():
            with pytest.raises(StoreError, match="locked") as caught, other.transaction():
                pass
            assert caught.value.hint is not None
            assert "another process" in caught.value.hint
        put_everything(other)


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path / "s")
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.get(Article, "x")


def test_a_store_killed_while_writing_opens_and_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "s"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    # Killed at different moments: while it is made, after the first commit, and later.
    for commits in (0, 1, 9, 23):
        with subprocess.Popen([sys.executable, "-c", WRITE_FOR_EVER, str(path)], stdout=subprocess.PIPE, text=True, env=environment) as process:
            if process.stdout is None:
                pytest.fail("no output to read")
            written = [process.stdout.readline() for _ in range(commits)]
            process.send_signal(signal.SIGKILL)
        with SqliteStore(path) as store:
            assert list(verify_store(store)) == []
            articles = {article.id for article in store.read(Article)}
            assert len(articles) >= min(7, commits)
            assert {mention.article for mention in store.read(Mention)} == articles
            assert len(list(store.read(Mention))) == 50 * len(articles)
            assert len(store.search("spoke", 100)) == len(articles)
        assert all(written)


def test_many_may_make_the_store_at_once(tmp_path: Path) -> None:
    code = "import sys; from onrecord.storage import SqliteStore; SqliteStore(sys.argv[1]).close()"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", code, str(tmp_path / "s")]
    processes = [subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(4)]
    assert [process.communicate()[1] for process in processes] == [""] * 4


@pytest.mark.parametrize(
    ("query", "values"),
    [
        (queries.READ_KIND, ("article", "", 1)),
        (queries.READ_OUTPUT, (1, "article", "", 1)),
        (queries.READ_ONE, ("article", "x")),
    ],
)
def test_reading_walks_an_index(query: str, values: tuple[str | int, ...]) -> None:
    with SqliteStore(":memory:") as store:
        plan = [str(step[3]) for step in store._connection.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    assert plan[0].startswith("SEARCH r USING INDEX")
    assert not any(step.startswith("SCAN") for step in plan)


@given(words=st.text(st.characters(exclude_categories=())))
def test_no_words_make_the_search_raise(words: str) -> None:
    with SqliteStore(":memory:") as store:
        put(store, "o", "articles", [make_article("x", FIRST)])
        for _, spans in store.search(words):
            assert all(0 <= span.start < span.end <= len(FIRST) for span in spans)


@given(text=st.text(st.characters(exclude_categories=()) | st.sampled_from(" \nab")), at=st.integers(0, 50))
def test_a_word_of_a_text_is_found_in_its_snippet(text: str, at: int) -> None:
    text = f"{text[:at]} needle {text[at:]}"
    with SqliteStore(":memory:") as store:
        put(store, "o", "articles", [make_article("x", text)])
        ((_, spans),) = store.search("needle")
        assert any("needle" in span.of(text) for span in spans)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePosixPath("/srv/news/a b#1.db"), "file:///srv/news/a%20b%231.db?mode=ro"),
        (PureWindowsPath("C:\\news\\märz.db"), "file:///C:/news/m%C3%A4rz.db?mode=ro"),
        (PureWindowsPath("\\\\machine\\share\\a.db"), "file:////machine/share/a.db?mode=ro"),
    ],
)
def test_a_store_is_found_by_any_path(path: PurePath, expected: str) -> None:
    assert sqlite.make_uri(path, "ro") == expected
