"""What goes on the shelf comes back the same; adding twice changes nothing; what is forgotten leaves no trace."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace

import pytest

from onrecord.encode.model import shipped_model
from onrecord.kinship import Sketch
from onrecord.records import Encoding, Meaning, Problem
from onrecord.run.analyze import analyze_pages
from onrecord.run.compare import compare_analyses, read_meanings, read_sketch
from onrecord.run.shelf import forget_article, is_kept, keep_analyses, keep_problems, read_comparison, read_shelf
from onrecord.sources.files import make_page, make_problem
from onrecord.storage import SqliteStore, verify_store
from tests.run.news import NEWS


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    with closing(SqliteStore(":memory:")) as opened:
        yield opened


def add(store: SqliteStore, *names: str, texts: dict[str, str] | None = None) -> None:
    """Analyse articles and keep them."""
    model = shipped_model()
    pages = [make_page(name, "record", (texts or NEWS)[name].encode()) for name in names]
    for item in analyze_pages(pages, model, lambda article: is_kept(store, article, model.version)):
        assert not isinstance(item, Problem)
        meanings = read_meanings(item[0], model)
        with store.transaction():
            keep_analyses(store, [(item[0], item[1], meanings, read_sketch(item[0], item[1], meanings, model))])


def test_analyses_and_their_comparison_come_back_the_same(store: SqliteStore) -> None:
    model = shipped_model()
    found = [item for item in analyze_pages([make_page(n, "record", t.encode()) for n, t in NEWS.items()], model) if not isinstance(item, Problem)]
    add(store, *NEWS)
    shelf = read_shelf(store)
    assert {a.article.name: a for a in shelf.analyses} == {a.article.name: a for a, _ in found}
    encodings, meanings = {e.article: e for _, e in found if e}, {m.of: m for a, _ in found for m in read_meanings(a, model)}
    assert {e.article: e for e in store.read(Encoding)} == encodings
    assert {m.of: m for m in store.read(Meaning)} == meanings
    assert read_comparison(store, shelf) == compare_analyses(shelf.analyses, encodings, meanings, {s.article: s for s in store.read(Sketch)})
    assert list(verify_store(store)) == []


def test_adding_twice_changes_nothing(store: SqliteStore) -> None:
    add(store, *NEWS)
    before = store.digest()
    add(store, *NEWS)
    assert store.digest() == before


def test_the_order_of_adding_does_not_matter(store: SqliteStore) -> None:
    add(store, *NEWS)
    with closing(SqliteStore(":memory:")) as other:
        for name in reversed(NEWS):
            add(other, name)
        assert other.digest() == store.digest()


def test_what_is_added_and_forgotten_leaves_no_trace(store: SqliteStore) -> None:
    add(store, "gazette", "avondpost")
    before = store.digest()
    add(store, "herald", "lindham")
    assert store.digest() != before
    with store.transaction():
        forget_article(store, "herald")
        forget_article(store, "lindham")
    assert store.digest() == before


def test_a_store_that_forgot_everything_is_as_empty_as_a_new_one(store: SqliteStore) -> None:
    empty = store.digest()
    add(store, "gazette")
    with store.transaction():
        forget_article(store, "gazette")
    assert store.digest() == empty
    assert read_shelf(store).analyses == ()


def test_a_new_version_of_an_article_replaces_the_old_one(store: SqliteStore) -> None:
    add(store, *NEWS)
    add(store, "gazette", texts={"gazette": NEWS["gazette"].replace("40 dockers", "43 dockers")})
    assert [a.article.text.count("43 dockers") for a in read_shelf(store).analyses if a.article.name == "gazette"] == [1]
    assert len(read_shelf(store).analyses) == len(NEWS)
    add(store, "gazette")
    with closing(SqliteStore(":memory:")) as fresh:
        add(fresh, *NEWS)
        assert fresh.digest() == store.digest()


def test_an_article_is_kept_only_if_all_of_it_is_the_same(store: SqliteStore) -> None:
    add(store, "gazette")
    (analysis,) = read_shelf(store).analyses
    version = shipped_model().version
    assert is_kept(store, analysis.article, version)
    assert not is_kept(store, analysis.article, "encode@other")
    assert not is_kept(store, replace(analysis.article, outlet="Gazette"), version)
    assert not is_kept(store, replace(analysis.article, id="article-0"), version)


def test_problems_are_kept_until_their_place_is_read_again(store: SqliteStore) -> None:
    first, second, line = make_problem("a", "empty", "no text"), make_problem("a", "not_text", "a picture"), make_problem("n.jsonl:3", "bad_json", "no JSON")
    with store.transaction():
        keep_problems(store, [first, second, line], lambda where: True)
    assert set(read_shelf(store).problems) == {first, second, line}
    with store.transaction():
        keep_problems(store, [], lambda where: where == "n.jsonl:3")
    assert set(read_shelf(store).problems) == {first, second}
    with store.transaction():
        keep_problems(store, [second], lambda where: True)
    assert read_shelf(store).problems == (second,)


def test_names_that_look_like_the_shelf_own_do_no_harm(store: SqliteStore) -> None:
    names = {"*": NEWS["gazette"], "read:a": NEWS["avondpost"], "a": NEWS["lindham"]}
    add(store, *names, texts=names)
    with store.transaction():
        keep_problems(store, [make_problem("a", "empty", "no text")], lambda where: True)
    with store.transaction():
        keep_problems(store, [], lambda where: True)
    assert {a.article.name for a in read_shelf(store).analyses} == set(names)
    with store.transaction():
        forget_article(store, "*")
    assert {a.article.name for a in read_shelf(store).analyses} == {"read:a", "a"}
