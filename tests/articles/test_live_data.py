"""Which entry of a live blog's own data is which one that its page shows, and what only leads to an entry or looks like one."""

from __future__ import annotations

import pytest

from onrecord.articles.live_data import join_entries
from onrecord.articles.live_entry import LiveEntry, name_time
from onrecord.records import Article
from tests.articles.test_live import INTRO, TEXTS, TIMES, articles, entry, newest_first, page, read, stated

UTC_TIMES = tuple(f"2031-03-14T{n + 8:02}:05:00Z" for n in range(4))
NAMES = [None, "block-3x7", "block-2x7", "block-1x7", "block-0x7"]
CLOCKS = [None, *(name_time(TIMES[n]) for n in (3, 2, 1, 0))]


def named(*numbers: int, name: str = "block-{}x7") -> str:
    return "".join(entry(n, name=f' id="{name.format(n)}"', cls="live-update") for n in numbers or (3, 2, 1, 0))


def update(number: int, **given: str) -> dict[str, object]:
    return {"@type": "BlogPosting", "headline": f"Part {number}", "datePublished": TIMES[number], "url": "https://korva.example/lock/live", **given}


def key_event(target: str, number: int = 1) -> str:
    return f'<li class="live-update"><time datetime="{TIMES[number]}">11:05</time><a href="#{target}">Eleven cracks found</a></li>'


def names(found: list[Article]) -> list[str | None]:
    return [one.entry for one in found]


def make(key: str = "", *texts: str, title: str | None = None, at: str | None = None, modified: str | None = None) -> LiveEntry:
    return LiveEntry(key=key or name_time(at), is_fragment=bool(key), title=title, published=at, modified=modified, authors=(), paragraphs=tuple((text, None) for text in texts))


def test_a_list_of_key_events_takes_no_name_from_the_entries_it_leads_to() -> None:
    found, problems = read(page(f"<ul>{key_event('block-1x7')}{key_event('block-3x7', 3)}</ul>{named()}", stated()))
    assert names([one for one, _ in found]) == NAMES
    assert problems == ()


def test_numbers_counted_from_the_newest_are_no_names_though_a_key_event_leads_to_one() -> None:
    numbered = "".join(entry(n, name=f' id="post-{place}"', cls="live-update") for place, n in enumerate((3, 2, 1, 0)))
    assert names(articles(page(f"<ul>{key_event('post-2')}</ul>{numbered}", stated()))) == CLOCKS


def test_what_the_data_say_of_an_entry_goes_to_it_and_not_to_what_leads_to_it() -> None:
    data = update(1, url="https://korva.example/lock/live#block-1x7", articleBody=f"{TEXTS[1]} A diver will look at them.", dateModified="2031-03-15T08:00:00Z")
    found = articles(page(f"<ul>{key_event('block-1x7')}</ul>{named()}", stated(data)))
    assert names(found) == NAMES
    assert [one.modified.day if one.modified else None for one in found] == [None, None, None, "2031-03-15", None]


@pytest.mark.parametrize("times", [TIMES, UTC_TIMES], ids=["as shown", "in UTC"])
@pytest.mark.parametrize(("shown", "keys"), [(named(), NAMES), (newest_first(), CLOCKS)], ids=["named", "unnamed"])
def test_data_with_no_more_than_headline_and_moment_complete_what_is_shown(shown: str, keys: list[str | None], times: tuple[str, ...]) -> None:
    found, problems = read(page(shown, stated(*(update(n, datePublished=times[n], dateModified=f"2031-03-1{n + 5}T08:00:00Z") for n in range(4)))))
    assert names([one for one, _ in found]) == keys
    assert [one.title for one, _ in found[1:]] == [f"Part {n}" for n in (3, 2, 1, 0)]
    assert [one.modified.day if one.modified else None for one, _ in found[1:]] == ["2031-03-18", "2031-03-17", "2031-03-16", "2031-03-15"]
    assert problems == ()


def test_data_without_text_are_an_entry_only_under_a_name_of_its_own() -> None:
    extra = update(0, datePublished="2031-03-14T20:00:00Z"), update(0, datePublished="2031-03-14T21:00:00Z", url="https://korva.example/lock/live#block-9x7")
    _, problems = read(page(named(), stated(*extra)))
    assert [(problem.code, problem.where) for problem in problems] == [("entry_empty", "live#block-9x7")]


def test_a_picture_without_a_name_is_read_from_data_written_in_another_time_zone() -> None:
    picture = f'<section class="live-update"><time datetime="{TIMES[3]}">13:05</time><img src="a.jpg" alt=""></section>'
    found, problems = read(page(picture + named(2, 1, 0), stated(update(3, datePublished=UTC_TIMES[3], articleBody=TEXTS[3]))))
    assert [one.entry for one, _ in found] == [None, CLOCKS[1], *NAMES[2:]]
    assert TEXTS[3] in found[1][0].text
    assert problems == ()


def test_the_same_hour_in_two_time_zones_is_not_the_same_moment() -> None:
    text = "Der Bürgermeister hat den Saal verlassen und will heute nichts mehr zur Schleuse sagen."
    found = articles(page(newest_first(), stated(update(2, datePublished=TIMES[2].replace("+02:00", "Z"), articleBody=text, headline=""))))
    assert sum(text in one.text for one in found) == 1
    assert len(found) == 6


def test_a_last_paragraph_without_letters_is_in_no_other_entry() -> None:
    body = "<p>Slova, která stojí jen v datech stránky, řekla Ada Brinková z úřadu.</p><p>...</p><p>\U0001f64f</p>"
    found = articles(page(named(), stated(update(0, headline="Prayers", articleBody=body, datePublished="2031-03-14T09:00:00+02:00", dateModified="2031-03-16T08:00:00Z"))))
    assert names(found) == [*NAMES, "2031-03-14T09.00.00"]
    assert [one.title for one in found if one.modified] == ["Prayers"]
    assert "Brinková" in found[-1].text


@pytest.mark.parametrize("short", ["Gol!", "\U0001f64f"])
def test_a_short_text_is_the_same_only_at_the_same_moment(short: str) -> None:
    shown = [make("a", "20:31", short, at="2031-03-14T20:31:00+01:00"), make("b", "20:50", short, at="2031-03-14T20:50:00+01:00")]
    data = [make("", short, at="2031-03-14T19:50:00Z", modified="2031-03-15"), make("", short, at="2031-03-14T18:00:00Z")]
    found = join_entries(shown, data)
    assert [(one.key, one.modified) for one in found] == [("a", None), ("b", "2031-03-15"), ("2031-03-14T18.00.00", None)]


def test_the_beginning_that_a_page_shows_of_an_entry_is_found_in_the_data_despite_its_clock() -> None:
    data = update(1, url="https://korva.example/lock/live#data1", articleBody=f"<p>{TEXTS[1]}</p><p>{INTRO} {INTRO[::-1]}</p>")
    assert names(articles(page(newest_first(), stated(data)))) == [None, CLOCKS[1], CLOCKS[2], "data1", CLOCKS[4]]


def test_two_entries_of_one_minute_are_not_told_apart_by_it() -> None:
    shown = [make("a", TEXTS[0], at="2031-03-14T20:31:00Z"), make("b", TEXTS[1], at="2031-03-14T20:31:00Z")]
    assert join_entries(shown, [make(at="2031-03-14T20:31:40Z", title="Nächste Frage", modified="2031-03-15")]) == shown


def test_an_entry_of_another_name_and_headline_is_another_one_in_the_same_minute() -> None:
    shown = make("a", TEXTS[0], at="2031-03-14T20:31:00Z", title="Głosowanie")
    assert [one.key for one in join_entries([shown], [make("b", at="2031-03-14T20:31:09Z", title="Zdjęcie")])] == ["a", "b"]
    assert [one.key for one in join_entries([shown], [make("b", at="2031-03-14T20:31:09Z", title="Głosowanie: wynik")])] == ["a"]


def test_a_headline_of_some_length_is_known_again_where_the_day_is_no_moment() -> None:
    headline = "Конституционный суд отложил заседание"
    shown = [make("a", TEXTS[0], at="2031-03-14T20:31:00Z", title=headline), make("b", TEXTS[1], at="2031-03-14T20:40:00Z", title="Another one")]
    (first, second) = join_entries(shown, [make("", at="2031-03-14", title=headline, modified="2031-03-15")])
    assert (first.modified, second) == ("2031-03-15", shown[1])


def test_a_part_in_which_nothing_is_told_and_that_is_called_nothing_stays_in_the_page() -> None:
    box = '<section class="live-update"><a href="/other">The mayor has resigned, read the whole story here</a></section>'
    more = "The council has eleven members, and nine of them have to agree before anything is changed at the lock."
    first, *entries = articles(page(named(), stated()).replace(b"<div class='stream'>", f"{box}<p>{more}</p><div class='stream'>".encode()))
    assert names([first, *entries]) == NAMES
    assert [(drop.span.of(first.text), drop.reason) for drop in first.dropped] == [("The mayor has resigned, read the whole story here", "related")]
