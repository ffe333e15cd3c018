"""Intake: twice is once, killed is completed, versions are one piece in any order, what is gone stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import permutations

import pytest

from onrecord.encode.model import shipped_model
from onrecord.records import Article, Problem, Version
from onrecord.results import Analysis
from onrecord.run import analyze
from onrecord.run.intake import Arrival, Gone, Intake, take_in
from onrecord.run.pieces import find_piece, forget_pieces
from onrecord.run.revisions import add_versions, list_revised, read_tellings
from onrecord.run.shelf import forget_article, read_comparison, read_shelf
from onrecord.sources.files import make_page, make_problem
from onrecord.storage import SqliteStore, verify_store
from tests.run.news import NEWS

URL = "https://www.korva.example/2031/grain?utm_source=x"
FIRST = NEWS["gazette"]
SECOND = FIRST.replace("40 dockers", "43 dockers")
THIRD = SECOND.replace("we will close the strait the same day", "we will close the strait within a week")
TEXTS = {1: FIRST, 2: SECOND, 3: THIRD}


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    with closing(SqliteStore(":memory:")) as opened:
        yield opened


def arrive(
    text: str, *, name: str = "grain", url: str | None = URL, at: str | None = None, guid: str | None = None, title: str | None = None, outlet: str | None = None
) -> Arrival:
    return Arrival(page=make_page(name, "record", text.encode(), url=url, title=title, outlet=outlet), guid=guid, fetched_at=at)


def take(store: SqliteStore, *arrivals: Arrival | Gone | Problem, batch: int = 32) -> Intake:
    return take_in(arrivals, store, shipped_model(), is_read=lambda where: False, batch=batch)


def day(number: int) -> str:
    return f"2031-03-{number:02}T08:00:00+00:00"


def texts_of(store: SqliteStore, name: str = "grain") -> list[str]:
    return [telling.article.text for telling in read_tellings(store, name)]


def shown(store: SqliteStore) -> list[str]:
    return [analysis.article.text for analysis in read_shelf(store).analyses]


def test_taking_in_twice_changes_nothing(store: SqliteStore) -> None:
    news = [arrive(text, name=name, url=None) for name, text in NEWS.items()]
    assert take(store, *news).added == list(NEWS)
    before = store.digest()
    again = take(store, *news)
    assert (again.same, again.added, again.changed, again.renewed) == (len(NEWS), [], [], [])
    assert store.digest() == before


def test_batches_of_any_size_give_the_same_store(store: SqliteStore) -> None:
    news = [arrive(text, name=name, url=None) for name, text in NEWS.items()]
    take(store, *news, *news, batch=3)
    with closing(SqliteStore(":memory:")) as other:
        take(other, *news, batch=1)
        assert other.digest() == store.digest()


def test_a_changed_article_is_a_new_version_and_the_old_one_is_kept(store: SqliteStore) -> None:
    take(store, arrive(FIRST, at=day(1)))
    done = take(store, arrive(SECOND, at=day(2), name="saved copy", url="http://korva.example/2031/grain/"))
    assert (done.added, done.changed) == ([], ["grain"])
    assert texts_of(store) == [FIRST, SECOND]
    assert texts_of(store, "https://korva.example/2031/grain#top") == [FIRST, SECOND]
    assert shown(store) == [SECOND]
    assert list(verify_store(store)) == []
    ((_, versions),) = list_revised(store)
    assert [(v.number, v.fetched_at, v.previous) for v in versions] == [(1, day(1), None), (2, day(2), versions[0].article)]


@pytest.mark.parametrize("order", list(permutations((1, 2, 3))))
@pytest.mark.parametrize("batch", [1, 32])
def test_versions_may_arrive_in_any_order(store: SqliteStore, order: tuple[int, ...], batch: int) -> None:
    take(store, *(arrive(TEXTS[number], at=day(number)) for number in order), batch=batch)
    with closing(SqliteStore(":memory:")) as other:
        for number in (1, 2, 3):
            take(other, arrive(TEXTS[number], at=day(number)))
        assert texts_of(store) == texts_of(other) == [FIRST, SECOND, THIRD]
        assert shown(store) == shown(other) == [THIRD]
        assert {v.id: v for v in store.read(Version)} == {v.id: v for v in other.read(Version)}
        assert store.digest() == other.digest()


def test_a_text_that_comes_back_is_a_third_version(store: SqliteStore) -> None:
    for number, text in enumerate((FIRST, SECOND, FIRST), 1):
        take(store, arrive(text, at=day(number)))
    assert texts_of(store) == [FIRST, SECOND, FIRST]
    assert shown(store) == [FIRST]
    with closing(SqliteStore(":memory:")) as other:
        for number, text in ((1, FIRST), (3, FIRST), (2, SECOND)):
            take(other, arrive(text, at=day(number)))
        assert texts_of(other) == [FIRST, SECOND, FIRST]


def test_files_of_two_versions_read_again_and_again_say_nothing_new(store: SqliteStore) -> None:
    files = (arrive(FIRST, name="a"), arrive(SECOND, name="b"))
    take(store, *files)
    before = store.digest()
    take(store, *files)
    assert store.digest() == before
    assert shown(store) == [SECOND]


def test_a_file_whose_old_text_was_put_back_shows_the_old_text(store: SqliteStore) -> None:
    for text in (FIRST, SECOND, FIRST):
        take(store, arrive(text, url=None))
    assert texts_of(store) == [FIRST, SECOND, FIRST]
    assert shown(store) == [FIRST]
    before = store.digest()
    assert take(store, arrive(FIRST, url=None)).same == 1
    assert store.digest() == before


def test_another_headline_is_another_version(store: SqliteStore) -> None:
    take(store, arrive(FIRST, at=day(1), title="Grain"), arrive(FIRST, at=day(2), title="Grain and light"))
    assert [t.version.title for t in read_tellings(store, "grain")] == ["Grain", "Grain and light"]
    assert len(shown(store)) == 1


def test_the_same_text_at_two_places_of_one_outlet_is_one_piece_and_at_two_outlets_two(store: SqliteStore) -> None:
    take(store, arrive(FIRST, name="a", url=None, outlet="Gazette"), arrive(SECOND, name="b", url=None, outlet="Gazette"), arrive(FIRST, name="c", url=None, outlet="Herald"))
    assert texts_of(store, "a") == [FIRST, SECOND]
    assert len(shown(store)) == 2


def test_one_guid_is_one_piece_within_its_outlet(store: SqliteStore) -> None:
    take(
        store, arrive(FIRST, name="a", url="https://k.example/1", guid="77", outlet="K"), arrive(SECOND, name="b", url="https://k.example/2", guid="77", outlet="K"),
        arrive(NEWS["lindham"], name="c", url="https://m.example/1", guid="77", outlet="M"),
    )  # fmt: skip
    assert texts_of(store, "a") == [FIRST, SECOND]
    assert len(shown(store)) == 2


def test_two_pieces_of_one_name_at_two_addresses_are_both_kept(store: SqliteStore) -> None:
    pages = (arrive(FIRST, name="index", url="https://k.example/1"), arrive(NEWS["lindham"], name="index", url="https://k.example/2"))
    take(store, *pages)
    assert {analysis.article.name for analysis in read_shelf(store).analyses} == {"index", "index~2"}
    assert take(store, *pages).same == 2


def test_a_piece_that_is_gone_is_marked_and_kept_and_may_come_back(store: SqliteStore) -> None:
    take(store, arrive(FIRST, at=day(1)))
    assert take(store, Gone(url=URL, at=day(2))).gone == ["grain"]
    (telling,) = read_tellings(store, "grain")
    assert telling.version.gone_at == day(2)
    assert shown(store) == [FIRST]
    before = store.digest()
    take(store, Gone(url=URL, at=day(3)))
    assert store.digest() == before
    take(store, arrive(FIRST, at=day(4)))
    assert [t.version.gone_at for t in read_tellings(store, "grain")] == [None]
    assert take(store, Gone(url="https://other.example/", at=day(2))).gone == []


def test_forgetting_leaves_no_trace_of_any_version(store: SqliteStore) -> None:
    empty = store.digest()
    take(store, arrive(FIRST, at=day(1)), arrive(THIRD, at=day(2)))
    with store.transaction():
        forget_article(store, "grain")
        forget_pieces(store, lambda name: name == "grain")
    assert store.digest() == empty
    assert find_piece(store, "grain") is None


def test_a_quotation_that_changed_is_reported_with_both_wordings(store: SqliteStore) -> None:
    take(store, arrive(FIRST, at=day(1)), arrive(THIRD, at=day(2)))
    with store.transaction():
        comparison = add_versions(store, read_comparison(store, read_shelf(store)))
    assert [version.number for version in comparison.versions] == [1, 2]
    (revision,) = comparison.revisions
    old, new = (span.of(text) for span, text in zip(revision.spans, (FIRST, THIRD), strict=True) if span)
    assert (revision.label, revision.number) == ("quote_changed", 1)
    assert ("the same day" in old, "within a week" in new) == (True, True)
    assert store.get(Article, revision.older) is not None


def test_a_page_that_cannot_be_read_is_a_problem_beside_the_others(store: SqliteStore) -> None:
    done = take(store, arrive(""), make_problem("x", "fetch_dns", "no such host"), arrive(FIRST, name="good", url=None))
    assert {problem.code for problem in done.problems} == {"empty", "fetch_dns"}
    assert done.added == ["good"]
    assert {problem.code for problem in read_shelf(store).problems} == {"empty", "fetch_dns"}


class Killed(BaseException):
    """What ends a process, as far as the store can tell."""


def test_a_run_killed_between_any_two_writes_is_completed_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    arrivals = (
        arrive(FIRST, at=day(1)),
        arrive(NEWS["lindham"], name="lindham", url=None),
        arrive(THIRD, at=day(2)),
        Gone(url=URL, at=day(3)),
        make_problem("x", "fetch_dns", "no"),
    )
    with closing(SqliteStore(":memory:")) as whole:
        take(whole, *arrivals, batch=2)
        wanted = whole.digest()
    real_replace, real_forget = SqliteStore.replace, SqliteStore.forget
    left = 0

    def tick() -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise Killed

    def replace(self: SqliteStore, *given: object) -> None:
        tick()
        real_replace(self, *given)  # type: ignore[arg-type]
        tick()

    def forget(self: SqliteStore, *given: str) -> None:
        tick()
        real_forget(self, *given)
        tick()

    monkeypatch.setattr(SqliteStore, "replace", replace)
    monkeypatch.setattr(SqliteStore, "forget", forget)
    kills = 0
    for at in range(1, 400):
        left = at
        with closing(SqliteStore(":memory:")) as store:
            is_killed = True
            with suppress(Killed):
                take(store, *arrivals, batch=2)
                is_killed = False
            left = 0
            assert list(verify_store(store)) == []
            take(store, *arrivals, batch=2)
            assert store.digest() == wanted
        if not is_killed:
            break
        kills += 1
    assert 10 < kills < 399


def break_on(words: str, stage: str, patched: pytest.MonkeyPatch) -> None:
    """Make a stage fail on articles with certain words."""
    real = getattr(analyze, stage)

    def fail(first: Article | Analysis, *rest: object) -> object:
        if words in (first.article if isinstance(first, Analysis) else first).text:
            raise ValueError("broken")
        return real(first, *rest)

    patched.setattr(analyze, stage, fail)


@pytest.mark.parametrize("batch", [1, 2, 32])
def test_a_text_that_cannot_be_analysed_is_no_version_however_often_it_comes_in_a_batch(store: SqliteStore, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    take(store, arrive(FIRST, at=day(1)))
    before = store.digest()
    twice = [arrive(SECOND, at=day(2)), arrive(SECOND, at=day(3)), arrive(NEWS["lindham"].replace("40", "43 dockers 40"), name="new", url=None)]
    with monkeypatch.context() as patched:
        break_on("43 dockers", "find_in_article", patched)
        done = take(store, *twice, *twice[2:], batch=batch)
    assert (done.added, done.changed, done.renewed, done.same) == ([], [], [], 0)
    assert [problem.code for problem in done.problems] == ["internal"] * 4
    assert len(list(store.read(Version))) == 1
    assert list(verify_store(store)) == []
    done = take(store, *twice, batch=batch)
    assert (done.added, done.changed, done.same) == (["new"], ["grain"], 1)
    with closing(SqliteStore(":memory:")) as other:
        take(other, arrive(FIRST, at=day(1)), *twice)
        assert other.digest() == store.digest() != before


@pytest.mark.parametrize("batch", [1, 32])
def test_a_text_that_comes_corrected_and_then_as_it_was_is_kept_as_it_came_last(store: SqliteStore, batch: int) -> None:
    first, corrected = arrive(FIRST, url=None, outlet="Gazette"), arrive(FIRST, url=None, outlet="Herald")
    take(store, first)
    done = take(store, corrected, first, batch=batch)
    assert (done.changed, len(done.renewed), done.same) == ([], 2, 0)
    assert [article.outlet for article in store.read(Article)] == ["Gazette"]


@pytest.mark.parametrize("stage", ["find_in_article", "read_meanings", "read_sketch"])
def test_one_article_on_which_any_stage_fails_is_a_problem_and_the_others_go_on(store: SqliteStore, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    break_on(NEWS["lindham"][:40], stage, monkeypatch)
    done = take(store, *(arrive(text, name=name, url=None) for name, text in NEWS.items()))
    assert done.added == [name for name in NEWS if name != "lindham"]
    assert [(problem.where, problem.code) for problem in done.problems] == [("lindham", "internal")]
    assert list(verify_store(store)) == []
