"""What is changed behind the store's back, inside the file, is found."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ids import hash_text
from onrecord.storage import Finding, SqliteStore, verify_store
from onrecord.storage.kinds import find_kind
from onrecord.storage.quotes import walk_quotes
from onrecord.storage.rows import from_row, to_rows

from .contract import put_everything
from .samples import FIRST, make_everything


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "store.sqlite"
    with SqliteStore(path) as store:
        put_everything(store)
    return path


def damage(path: Path, statement: str, *values: str | bytes | int) -> list[Finding]:
    """Run one SQL statement on the file, and return what verification finds."""
    connection = sqlite3.connect(path)
    with connection:
        assert connection.execute(statement, values).rowcount == 1
    connection.close()
    with SqliteStore(path, read_only=True) as store, store.transaction():
        return list(verify_store(store))


def list_spans() -> Iterator[tuple[str, str, int, int, int]]:
    """Every place in every stored body where two numbers are a span: kind, body, and the offsets of the pair."""
    records = [record for article, found in make_everything().values() for record in (article, *found)]
    for row in to_rows("o", "s", records, lambda _: None):
        for quote in walk_quotes(from_row(find_kind(row.kind), row)):
            pair = f"[{quote.span.start},{quote.span.end}]"
            at = row.body.find(pair)
            while at >= 0:
                yield row.kind, row.body, at, quote.span.start, quote.span.end
                at = row.body.find(pair, at + 1)


def test_a_sound_store_has_no_findings(path: Path) -> None:
    with SqliteStore(path, read_only=True) as store:
        assert list(verify_store(store)) == []


@pytest.mark.parametrize("shift", [(1, 1), (-1, -1), (0, 1), (0, -1), (1, 0), (-1, 0)])
def test_every_stored_span_is_guarded_against_a_shift_by_one(path: Path, shift: tuple[int, int]) -> None:
    spans = set(list_spans())
    assert {kind for kind, *_ in spans} >= {
        "article",
        "attribution",
        "commitment",
        "encoding",
        "mention",
        "sign",
        "statement",
    }
    with SqliteStore(path) as store:
        for kind, body, at, start, end in spans:
            moved = f"[{start + shift[0]},{end + shift[1]}]"
            changed = body[:at] + moved + body[at + len(f"[{start},{end}]") :]
            run = store._connection.execute
            assert run("UPDATE record SET body = ? WHERE body = ?", (changed, body)).rowcount == 1
            findings = list(verify_store(store))
            assert "seal" in {finding.what for finding in findings if finding.kind == kind}
            assert run("UPDATE record SET body = ? WHERE body = ?", (body, changed)).rowcount == 1
        assert list(verify_store(store)) == []


def test_a_changed_text_is_found_in_the_article_and_in_all_that_quotes_the_changed_words(path: Path) -> None:
    findings = damage(path, "UPDATE article_text SET text = replace(text, '400', '900') WHERE text LIKE '%400%'")
    assert {(finding.kind, finding.what) for finding in findings} == {
        ("article", "text_hash"),
        ("article", "seal"),
        ("figure", "seal"),
    }


def test_a_changed_text_is_found_even_when_its_hash_is_changed_with_it(path: Path) -> None:
    changed = FIRST.replace("marched", "walked!")
    damage(path, "UPDATE article_text SET text = ? WHERE text = ?", changed, FIRST)
    findings = damage(
        path,
        "UPDATE record SET body = replace(body, ?, ?) WHERE kind = 'article' AND body LIKE '%\"first\"%'",
        hash_text(FIRST),
        hash_text(changed),
    )
    assert [(finding.kind, finding.what) for finding in findings] == [("article", "seal")]


def test_a_shortened_text_leaves_spans_outside(path: Path) -> None:
    findings = damage(path, "UPDATE article_text SET text = substr(text, 1, 60) WHERE text LIKE '%400%'")
    outside = [finding for finding in findings if finding.what == "span" and finding.kind == "figure"]
    assert [(finding.path, finding.expected) for finding in outside] == [*(("span", "a span inside 0:60"), ("hedges[0]", "a span inside 0:60"))]


@pytest.mark.parametrize(
    ("statement", "kind", "what"),
    [
        ("UPDATE record SET body = replace(body, 'threat', 'demand') WHERE kind = 'commitment'", "commitment", "seal"),
        ("UPDATE record SET attachment = zeroblob(length(attachment)) WHERE kind = 'encoding'", "encoding", "seal"),
        ("UPDATE record SET attachment = x'00' WHERE kind = 'encoding'", "encoding", "unreadable"),
        ("UPDATE record SET seal = 'x' WHERE kind = 'problem'", "problem", "seal"),
        ("UPDATE record SET body = '{' WHERE kind = 'story'", "story", "unreadable"),
        ("UPDATE record SET body = CAST(x'ff' AS TEXT) WHERE kind = 'story'", "story", "unreadable"),
        ("UPDATE record SET kind = 'tale' WHERE kind = 'story'", "tale", "unreadable"),
        ("UPDATE record SET kind = 'story' WHERE kind = 'account'", "story", "unreadable"),
        ("UPDATE record SET id = 'other' WHERE kind = 'figure'", "figure", "key"),
        ("UPDATE record SET article = 'other' WHERE kind = 'figure'", "figure", "key"),
        ("UPDATE article_text SET title = 'other' WHERE title LIKE 'Br%'", "article", "search_text"),
        ("UPDATE article_text SET text = CAST(x'ff' AS TEXT) WHERE title LIKE 'Br%'", "article", "text_hash"),
        ("DELETE FROM article_text WHERE title LIKE 'Br%'", "article", "unreadable"),
        ("DELETE FROM record WHERE kind = 'article' AND body LIKE '%\"first\"%'", "mention", "missing_article"),
    ],
)
def test_any_other_damage_is_found(path: Path, statement: str, kind: str, what: str) -> None:
    assert (kind, what) in {(finding.kind, finding.what) for finding in damage(path, statement)}


@given(data=st.data())
def test_any_changed_code_point_of_a_body_is_found(data: st.DataObject) -> None:
    with SqliteStore(":memory:") as store:
        put_everything(store)
        row = data.draw(st.sampled_from(list(store.rows())))
        at = data.draw(st.integers(0, len(row.body) - 1))
        letter = data.draw(st.characters(codec="utf-8", exclude_characters=row.body[at]))
        changed = row.body[:at] + letter + row.body[at + 1 :]
        store._connection.execute("UPDATE record SET body = ? WHERE kind = ? AND id = ?", (changed, row.kind, row.id))
        assert row.id in {finding.record for finding in verify_store(store)}


def test_a_finding_says_where_it_is(path: Path) -> None:
    statement = "UPDATE record SET body = replace(body, '\"point\":400.0', '\"point\":40.0') WHERE kind = 'figure'"
    (finding,) = damage(path, statement)
    assert finding.record.startswith("figure-")
    assert (finding.kind, finding.origin, finding.what) == ("figure", "a", "seal")
    assert finding.article == make_everything()["a"][0].id
    assert finding.expected != finding.found
    assert json.dumps(finding.path) == "null"
