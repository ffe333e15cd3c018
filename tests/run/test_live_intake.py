"""The entries of a live blog in a store: each its own piece, however often and in whatever order its page comes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace

import pytest

from onrecord.encode.model import shipped_model
from onrecord.records import Article, LivePage
from onrecord.run import analyze
from onrecord.run.intake import Arrival, Gone, Intake, take_in
from onrecord.run.pieces import LIVE, find_piece, forget_pieces
from onrecord.run.revisions import list_revised, read_tellings
from onrecord.run.shelf import read_shelf
from onrecord.sources.files import make_page
from onrecord.storage import SqliteStore, verify_store
from tests.articles.test_live import TEXTS, TIMES, entry, newest_first, page, stated

URL = "https://korva.example/lock/live"
LATER = entry(0, text="The mayor has left the hall by the back door and says nothing about the vote at all today.", time="2031-03-14T18:00:00+02:00")


@pytest.fixture
def store() -> Iterator[SqliteStore]:
    with closing(SqliteStore(":memory:")) as opened:
        yield opened


def take(store: SqliteStore, *pages: bytes, at: tuple[str | None, ...] = (None,), url: str | None = URL, batch: int = 32) -> Intake:
    times = at if len(at) == len(pages) else at * len(pages)
    arrivals = [Arrival(page=make_page("live", "html", data, url=url), fetched_at=when) for data, when in zip(pages, times, strict=True)]
    return take_in(arrivals, store, shipped_model(), is_read=lambda where: False, batch=batch)


def names(store: SqliteStore) -> set[str]:
    return {article.name for article in store.read(Article)}


def test_each_entry_is_a_piece_and_the_same_page_again_says_nothing_new(store: SqliteStore) -> None:
    done = take(store, page(newest_first()))
    assert len(done.added) == len(names(store)) == 5
    before = store.digest()
    again = take(store, page(newest_first()))
    assert (again.added, again.changed, again.renewed, again.same) == ([], [], [], 5)
    assert store.digest() == before
    assert list(verify_store(store)) == []


def test_a_new_entry_adds_one_piece_and_makes_no_versions_of_the_others(store: SqliteStore) -> None:
    take(store, page(newest_first()), at=("2031-03-14T16:00:00+00:00",))
    done = take(store, page(LATER + newest_first()), at=("2031-03-14T19:00:00+00:00",))
    assert (done.added, done.changed) == (["live#2031-03-14T18.00.00"], [])


@pytest.mark.parametrize("url", [URL, None])
def test_a_changed_entry_is_a_version_of_that_entry_alone(store: SqliteStore, url: str | None) -> None:
    changed = newest_first().replace("eleven cracks", "twelve cracks")
    take(store, page(newest_first()), at=("2031-03-14T16:00:00+00:00",), url=url)
    done = take(store, page(changed), at=("2031-03-14T19:00:00+00:00",), url=url)
    name = f"live#{TIMES[1][:19].replace(':', '.')}"
    assert (done.added, done.changed) == ([], [name])
    assert [telling.version.number for telling in read_tellings(store, name)] == [1, 2]


def test_entries_with_the_same_words_are_not_one_piece(store: SqliteStore) -> None:
    words = f"{TEXTS[0]} {TEXTS[1]} {TEXTS[2]} {TEXTS[3]}"
    twice = entry(3, text=f"{words} Again.") + entry(2, text=words) + entry(1, text=f"{words} So it goes.") + entry(0, text=f"{words} At last.")
    assert len(take(store, page(twice)).added) == 5


def test_a_page_that_was_one_article_before_is_not_taken_for_its_entries(store: SqliteStore) -> None:
    body = "".join(f"<p>{text}</p>" for text in TEXTS)
    before = f'<html lang="en"><body><article><h1>Lock vote: live</h1>{body}{body.replace("council", "board")}</article></body></html>'.encode()
    take(store, before, at=("2031-03-14T09:00:00+00:00",))
    done = take(store, page(newest_first()), at=("2031-03-14T19:00:00+00:00",))
    assert (len(done.added), done.changed) == (4, ["live"])


def test_an_entry_is_found_by_its_address(store: SqliteStore) -> None:
    named = "".join(entry(n, name=f' id="block-{n}x7"') for n in (3, 2, 1, 0))
    take(store, page(named))
    assert find_piece(store, f"{URL}#block-2x7") == find_piece(store, "live#block-2x7") != find_piece(store, URL)
    assert find_piece(store, f"{URL}#top") == find_piece(store, URL)


def test_an_old_page_among_new_ones_brings_nothing_back(store: SqliteStore) -> None:
    changed = newest_first().replace("eleven cracks", "twelve cracks")
    first = take(store, page(newest_first()), page(changed), page(newest_first()))
    assert first.same >= 0
    digest = store.digest()
    take(store, page(newest_first()), page(changed), page(newest_first()))
    assert store.digest() == digest


HOUR = tuple(f"2031-03-14T{hour}:00:00+00:00" for hour in range(16, 23))
FIVE = LATER + newest_first()
WITHOUT = LATER + "".join(entry(n) for n in (3, 2, 0))
TAKEN_OUT = f"live#{TIMES[1][:19].replace(':', '.')}"


def gone(store: SqliteStore) -> dict[str, str]:
    return {article.name: versions[-1].gone_at for article, versions in list_revised(store) if versions[-1].gone_at}


def test_an_entry_that_is_taken_out_is_marked_once_kept_and_no_longer_marked_when_it_comes_back(store: SqliteStore) -> None:
    take(store, page(FIVE), at=HOUR[:1])
    assert take(store, page(WITHOUT), at=HOUR[1:2]).gone == [TAKEN_OUT]
    assert gone(store) == {TAKEN_OUT: HOUR[1]}
    assert TAKEN_OUT in names(store)
    assert TEXTS[1] in next(article.text for article in store.read(Article) if article.name == TAKEN_OUT)
    assert take(store, page(WITHOUT), at=HOUR[2:3]).gone == []
    assert gone(store) == {TAKEN_OUT: HOUR[1]}
    done = take(store, page(FIVE), at=HOUR[3:4])
    assert (done.added, done.changed, done.gone, gone(store)) == ([], [], [], {})
    assert take(store, page(WITHOUT), at=HOUR[4:5]).gone == [TAKEN_OUT]
    assert list(verify_store(store)) == []


def test_a_reading_taken_in_twice_or_all_in_one_batch_gives_the_same_store(store: SqliteStore) -> None:
    pages = (page(newest_first()), page(FIVE), page(WITHOUT), page(WITHOUT))
    take(store, *pages, at=HOUR[:4])
    digest = store.digest()
    assert gone(store) == {TAKEN_OUT: HOUR[2]}
    take(store, *pages, at=HOUR[:4], batch=1)
    assert store.digest() == digest
    with closing(SqliteStore(":memory:")) as other:
        take(other, *pages, at=HOUR[:4], batch=1)
        assert other.digest() == digest


def test_a_page_that_comes_late_tells_what_was_taken_out_since(store: SqliteStore) -> None:
    take(store, page(WITHOUT), at=HOUR[1:2])
    assert take(store, page(FIVE), at=HOUR[:1]).gone == [TAKEN_OUT]
    assert gone(store) == {TAKEN_OUT: HOUR[1]}


def test_entries_that_move_on_to_a_further_page_are_not_gone(store: SqliteStore) -> None:
    take(store, page(newest_first()), at=HOUR[:1])
    take(store, page(LATER + "".join(entry(n) for n in (3, 2, 1))), at=HOUR[1:2])
    assert gone(store) == {}


def test_a_file_without_a_time_marks_nothing(store: SqliteStore) -> None:
    take(store, page(FIVE), at=HOUR[:1])
    take(store, page(WITHOUT), at=(None,))
    assert gone(store) == {}


def test_what_was_killed_at_any_write_is_completed_by_the_next_run(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    take(store, page(FIVE), at=HOUR[:1])
    take(store, page(WITHOUT), at=HOUR[1:2])
    whole, write = store.digest(), SqliteStore.replace
    for kill in range(1, 20):
        with closing(SqliteStore(":memory:")) as other:
            take(other, page(FIVE), at=HOUR[:1])
            before, left = other.digest(), [kill]

            def count(self: SqliteStore, *given: object, left: list[int] = left) -> None:
                left[0] -= 1
                if left[0] == 0:
                    raise KeyboardInterrupt
                write(self, *given)  # type: ignore[arg-type]

            with monkeypatch.context() as patched:
                patched.setattr(SqliteStore, "replace", count)
                with suppress(KeyboardInterrupt):
                    take(other, page(WITHOUT), at=HOUR[1:2])
            assert other.digest() in (before, whole)
            take(other, page(WITHOUT), at=HOUR[1:2])
            assert other.digest() == whole
        if left[0] > 0:
            break
    assert kill > 5


def test_when_the_page_is_gone_so_are_its_entries_until_it_comes_back(store: SqliteStore) -> None:
    take(store, page(FIVE), at=HOUR[:1])
    take(store, page(WITHOUT), at=HOUR[1:2])
    done = take_in([Gone(url=URL, at=HOUR[2])], store, shipped_model(), is_read=lambda where: False)
    assert len(done.gone) == 5
    assert set(gone(store)) == names(store)
    take(store, page(WITHOUT), at=HOUR[3:4])
    assert gone(store) == {TAKEN_OUT: HOUR[1]}


PICTURE = f'<section class="post"><time datetime="{TIMES[1]}">11:05</time><img src="a.jpg"></section>'
WITH_PICTURE = LATER + "".join(entry(n) for n in (3, 2)) + PICTURE + entry(0)


def test_an_entry_that_is_listed_and_has_nothing_to_read_is_not_gone_until_it_is_taken_out(store: SqliteStore) -> None:
    take(store, page(FIVE), at=HOUR[:1])
    done = take(store, page(WITH_PICTURE), at=HOUR[1:2])
    assert ([problem.where for problem in done.problems], done.gone, gone(store)) == ([TAKEN_OUT], [], {})
    assert take(store, page(WITHOUT), at=HOUR[2:3]).gone == [TAKEN_OUT]
    assert gone(store) == {TAKEN_OUT: HOUR[2]}
    done = take(store, page(WITH_PICTURE), at=HOUR[3:4])
    assert (done.added, done.changed, done.gone, gone(store)) == ([], [], [], {})  # it is back, though only as a picture
    digest = store.digest()
    take(store, page(WITH_PICTURE), at=HOUR[3:4])
    assert store.digest() == digest
    assert take(store, page(WITHOUT), at=HOUR[4:5]).gone == [TAKEN_OUT]
    assert list(verify_store(store)) == []


def test_what_is_listed_without_text_is_told_until_the_page_is_read_without_it(store: SqliteStore) -> None:
    take(store, page(FIVE), at=HOUR[:1])
    take(store, page(WITH_PICTURE), at=HOUR[1:2])
    assert [problem.code for problem in read_shelf(store).problems] == ["entry_empty"]
    take(store, page(FIVE), at=HOUR[2:3])
    assert read_shelf(store).problems == ()


def test_files_with_such_an_entry_tell_it_once_though_the_last_of_them_is_an_old_one(store: SqliteStore) -> None:
    done = take(store, page(WITH_PICTURE), page(FIVE.replace("Nine members", "Ten members")), page(WITH_PICTURE), batch=1)
    assert [problem.code for problem in done.problems] == ["entry_empty"] * 2


def test_pages_with_such_entries_in_one_batch_or_late_say_the_same(store: SqliteStore) -> None:
    pages = (page(FIVE), page(WITH_PICTURE), page(WITHOUT), page(WITH_PICTURE))
    take(store, *pages, at=HOUR[:4])
    assert gone(store) == {}
    digest = store.digest()
    with closing(SqliteStore(":memory:")) as other:
        take(other, *pages, at=HOUR[:4], batch=1)
        assert other.digest() == digest
    with closing(SqliteStore(":memory:")) as late:
        take(late, pages[0], pages[2], pages[1], at=(HOUR[0], HOUR[2], HOUR[1]), batch=1)
        assert gone(late) == {TAKEN_OUT: HOUR[2]}


def test_an_entry_that_cannot_be_analysed_is_not_gone_and_no_longer_so_when_it_is_back(store: SqliteStore, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = FIVE.replace("eleven cracks", "twelve cracks")
    real = analyze.find_in_article

    def fail(article: Article, *rest: object) -> object:
        if "twelve" in article.text:
            raise ValueError("broken")
        return real(article, *rest)  # type: ignore[arg-type]

    take(store, page(FIVE), at=HOUR[:1])
    with monkeypatch.context() as patched:
        patched.setattr(analyze, "find_in_article", fail)
        done = take(store, page(changed), at=HOUR[1:2])
        assert ([problem.code for problem in done.problems], done.gone, gone(store)) == (["internal"], [], {})
        take(store, page(WITHOUT), at=HOUR[2:3])
        assert gone(store) == {TAKEN_OUT: HOUR[2]}
        take(store, page(changed), at=HOUR[3:4])
        assert gone(store) == {}
    assert take(store, page(changed), at=HOUR[4:5]).changed == [TAKEN_OUT]


def test_a_page_that_cannot_be_read_marks_nothing(store: SqliteStore) -> None:
    take(store, page(FIVE), at=HOUR[:1])
    done = take(store, b"<html><body></body></html>", at=HOUR[1:2])
    assert ([problem.code for problem in done.problems], gone(store)) == (["empty"], {})
    assert take(store, page(WITHOUT), at=HOUR[2:3]).gone == [TAKEN_OUT]


def test_two_entries_become_three_and_more_without_a_version_of_the_first(store: SqliteStore) -> None:
    def first(count: int) -> bytes:
        return page("".join(entry(n, name=f' id="block-{n}x7"') for n in reversed(range(count))))

    assert len(take(store, first(2), at=HOUR[:1]).added) == 3
    for count in (3, 4):
        done = take(store, first(count), at=HOUR[count - 2 : count - 1])
        assert (done.added, done.changed, done.gone) == ([f"live#block-{count - 1}x7"], [], [])
    assert take(store, first(3), at=HOUR[4:5]).gone == ["live#block-3x7"]


def test_a_forgotten_entry_is_forgotten_by_its_page_too(store: SqliteStore) -> None:
    take(store, page(FIVE), at=HOUR[:1])
    with store.transaction():
        forget_pieces(store, lambda name: name == TAKEN_OUT)
    assert [len(known.entries) for known in store.read(LivePage)] == [4]
    assert take(store, page(WITHOUT), at=HOUR[1:2]).gone == []
    with store.transaction():
        forget_pieces(store, lambda name: True)
    assert (list(store.read(LivePage)), store.origins(LIVE)) == ([], [])


def test_an_entry_that_a_list_of_key_events_leads_to_is_neither_new_nor_gone(store: SqliteStore) -> None:
    parts = "".join(entry(n, name=f' id="block-{n}x7"', cls="live-update") for n in (3, 2, 1, 0))
    event = f'<li class="live-update"><time datetime="{TIMES[1]}">11:05</time><a href="#block-1x7">Eleven cracks found</a></li>'
    take(store, page(parts, stated()), at=HOUR[:1])
    done = take(store, page(f"<ul>{event}</ul>{parts}", stated()), at=HOUR[1:2])
    assert (done.added, done.changed, done.gone, done.problems) == ([], [], [], [])


def test_an_entry_without_text_is_known_by_its_name_wherever_its_page_is_kept(store: SqliteStore) -> None:
    kept = [
        Arrival(page=replace(make_page("live", "html", data, url=URL), where="week.mbox:7"), fetched_at=at) for data, at in ((page(FIVE), HOUR[0]), (page(WITH_PICTURE), HOUR[1]))
    ]
    done = take_in(kept, store, shipped_model(), is_read=lambda where: False)
    assert ([problem.where for problem in done.problems], done.gone, gone(store)) == ([f"week.mbox:7{TAKEN_OUT.removeprefix('live')}"], [], {})
    take_in(kept[:1], store, shipped_model(), is_read=lambda where: where == "week.mbox:7")
    assert read_shelf(store).problems == ()
