"""Which articles tell one happening, and how many independent accounts of it there are."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ids import make_id
from onrecord.kinship import Sketch
from onrecord.records import Account, Article, Copy, Mention, Story
from onrecord.results import Analysis
from onrecord.run.sketch import make_sketch
from onrecord.statements.space import plain_space
from onrecord.stories.find import count_accounts, make_story
from onrecord.stories.groups import JOIN, group_articles
from onrecord.stories.likeness import compare_matter, fade, find_likeness
from tests.run.made import rarity
from tests.views.make import day, day_of, find, make_article

THEMES = {
    "strait": "Minister Orlay closes the Korva strait after patrol boats seize the grain ship Halcyon near the lighthouse",
    "hospital": "Nurses in Lindham strike over night shifts while surgeons at Saint Odile postpone forty operations",
    "storm": "A storm tears roofs off barns around Pelgrim as farmers count drowned sheep and broken dykes",
}


def article(name: str, theme: str, published: str | None = "2031-03-14", seed: int = 0, **more: object) -> Article:
    """Return a report that keeps most words of a theme."""
    rng = random.Random(f"{name}{seed}")
    words = [word for word in THEMES[theme].split() if rng.random() < 0.9]
    return make_article(name, " ".join(words), published=day_of(published) if published else None, **more)  # type: ignore[arg-type]


def sketch(article: Article, vector: np.ndarray | None = None) -> Sketch:
    """Return the sketch of an article whose capitalised words are names."""
    names = tuple(
        Mention(id=make_id("mention", article.id, w), article=article.id, span=find(article.text, w), kind="place", canonical=w, confidence=1.0, made_by="t@1")
        for w in dict.fromkeys(article.text.split()) if w[0].isupper()
    )  # fmt: skip
    analysis = Analysis(article=article, mentions=names, attributions=(), commitments=(), figures=(), dates=(), problems=())
    made = make_sketch(analysis, None, [], rarity, plain_space())
    return made if vector is None else replace(made, vector=vector.astype("<f2").tobytes())


def group(*articles: Article, vectors: dict[str, np.ndarray] | None = None) -> set[frozenset[str]]:
    """Return the stories as sets of article names."""
    sketches = [sketch(a, (vectors or {}).get(a.id)) for a in sorted(articles, key=lambda a: a.id)]
    likeness = {(a.article, b.article): find_likeness(compare_matter(a, b), fade(a, b), 0, False) for k, a in enumerate(sketches) for b in sketches[k + 1 :]}
    names = {a.id: a.name for a in articles}
    return {frozenset(names[i] for i in each) for each in group_articles([s.article for s in sketches], likeness)}


MANY = [article(f"{theme}{i}", theme, published) for theme in THEMES for i, published in enumerate(("2031-03-14", "2031-03-15", None, "2031-03-20"))]


def test_reports_of_one_happening_are_one_story_and_others_are_not() -> None:
    assert group(*MANY) == {frozenset(f"{theme}{i}" for i in range(4)) for theme in THEMES}


@settings(max_examples=10, deadline=None)
@given(st.permutations(MANY))
def test_the_order_of_the_articles_changes_no_story(shuffled: list[Article]) -> None:
    assert group(*shuffled) == group(*MANY)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=8))
def test_every_article_is_in_exactly_one_story(texts: list[str]) -> None:
    articles = [make_article(f"a{i}", text) for i, text in enumerate(texts)]
    assert sorted(name for story in group(*articles) for name in story) == sorted(a.name for a in articles)


def test_articles_without_dates_are_grouped_by_what_they_say() -> None:
    assert group(article("a", "strait", None), article("b", "strait", None), article("c", "storm", None)) == {frozenset("ab"), frozenset("c")}


def test_the_same_happening_two_years_later_is_another_story() -> None:
    assert group(article("a", "strait", "2031-03-14"), article("b", "strait", "2033-03-14")) == {frozenset("a"), frozenset("b")}


def test_reports_in_two_languages_meet_by_names_and_meaning() -> None:
    english = article("a", "strait")
    dutch = make_article("b", "Orlay sluit zeestraat bij Korva nadat Halcyon werd opgebracht", lang="nl", published=day("2031-03-15", "2031-03-16"))
    other = article("c", "storm")
    same, apart = np.eye(4, dtype=np.float32)[:2]
    assert group(english, dutch, other, vectors={english.id: same, dutch.id: same, other.id: apart}) == {frozenset("ab"), frozenset("c")}


def test_utterances_that_two_articles_share_raise_their_likeness_in_proportion() -> None:
    alike, unlike = (sketch(article("a", "strait")), sketch(article("b", "strait"))), (sketch(article("a", "strait")), sketch(article("c", "storm")))
    for pair in (alike, unlike):
        matter = compare_matter(*pair)
        values = [find_likeness(matter, fade(*pair), shared, False) for shared in (0, 1, 4, 40)]
        assert values == sorted(values)
        assert values[2] == values[3] == pytest.approx(2 * values[0], abs=1e-3)
    assert find_likeness(compare_matter(*unlike), fade(*unlike), 4, False) < JOIN


def test_an_article_that_tells_no_day_brings_no_two_occasions_together() -> None:
    likeness = {("a", "b"): 0.9, ("a", "c"): 0.2, ("a", "none"): 0.8, ("b", "c"): 0.2, ("b", "none"): 0.8, ("c", "none"): 0.7}
    told = {("a", "b"): True, ("a", "c"): False, ("b", "c"): False}
    assert group_articles(["a", "b", "c", "none"], likeness) == [("a", "b", "c", "none")]
    assert group_articles(["a", "b", "c", "none"], likeness, told) == [("a", "b", "none"), ("c",)]
    assert group_articles(["none", "c", "b", "a"], likeness, told) == [("a", "b", "none"), ("c",)]


def test_one_report_of_another_day_is_outvoted() -> None:
    likeness = {("a", "b"): 0.5, ("a", "c"): 0.6, ("a", "d"): 0.9, ("b", "c"): 0.9, ("b", "d"): 0.5, ("c", "d"): 0.6}
    told = {("a", "b"): False, ("a", "c"): True, ("b", "d"): True, ("c", "d"): True}
    assert group_articles(["a", "b", "c", "d"], likeness, told) == [("a", "b", "c", "d")]


def test_no_articles_give_no_stories() -> None:
    assert group_articles([], {}) == []


def copy_of(article: Article, of: str, kind: str) -> Copy:
    return Copy(id=make_id("copy", article.id, of, kind), article=article.id, of=of, kind=kind, coverage=(1.0, 1.0), reason="same words", made_by="t@1")


def account(articles: list[Article], *copies: Copy, unsourced: tuple[str, ...] = ()) -> Account:
    members = [sketch(a) for a in articles]
    agencies = {article: tuple(c.of for c in copies if c.kind == "agency" and c.article == article) for article in (a.id for a in articles)}
    story = Story(id="story-1", articles=tuple(a.id for a in articles), made_by="t@1")
    return count_accounts(story, [replace(m, agencies=agencies[m.article], is_sourced=m.name not in unsourced) for m in members], copies)


def test_the_id_of_a_story_is_that_of_what_was_told_first() -> None:
    first, second, third = (sketch(article(name, "strait", published)) for name, published in (("b", "2031-03-14"), ("a", "2031-03-15"), ("c", None)))
    assert make_story([second, first, third]).id == make_story([first]).id
    assert make_story([second, third]).id == make_story([second]).id


FOUR = [article(f"a{i}", "strait") for i in range(4)]


def test_articles_with_nothing_in_common_count_once_each() -> None:
    found = account(FOUR)
    assert (found.low, found.high, found.reasons) == (4, 4, ())


@pytest.mark.parametrize("kind", ["verbatim", "edited", "translated"])
def test_a_copy_is_no_account_of_its_own(kind: str) -> None:
    found = account(FOUR, copy_of(FOUR[1], FOUR[0].id, kind))
    assert (found.low, found.high) == (3, 3)
    assert found.reasons == (f"a1 is {'an' if kind == 'edited' else 'a'} {kind} copy of a0",)


def test_what_reads_like_a_translation_between_two_agencies_is_perhaps_an_account_of_its_own() -> None:
    copy = copy_of(FOUR[1], FOUR[0].id, "translated")
    apart = account(FOUR, copy, copy_of(FOUR[0], "Tidewire", "agency"), copy_of(FOUR[1], "Korvapress", "agency"))
    assert (apart.low, apart.high) == (3, 4)
    one = account(FOUR, copy, copy_of(FOUR[0], "Tidewire", "agency"), copy_of(FOUR[1], "Tidewire", "agency"))
    assert (one.low, one.high) == (3, 3)


def test_one_agency_credited_twice_lowers_only_the_low_count() -> None:
    found = account(FOUR, *(copy_of(a, "Tidewire", "agency") for a in FOUR[:3]))
    assert (found.low, found.high) == (2, 4)
    assert found.reasons == ("3 articles credit Tidewire",)


def test_what_does_not_say_where_it_comes_from_counts_for_the_high_number_alone() -> None:
    found = account(FOUR, unsourced=("a1", "a3"))
    assert (found.low, found.high) == (2, 4)
    assert {a.name for a in FOUR if a.id in found.unsourced} == {"a1", "a3"}
    assert account(FOUR, unsourced=("a0", "a1", "a2", "a3")).low == 1


def test_a_copy_of_what_says_where_it_comes_from_is_of_its_account() -> None:
    assert (found := account(FOUR, copy_of(FOUR[1], FOUR[0].id, "verbatim"), unsourced=("a1",))).low == found.high == 3


def test_an_agency_credited_once_is_told_and_folds_nothing() -> None:
    found = account(FOUR, copy_of(FOUR[0], "Tidewire", "agency"))
    assert (found.low, found.high, found.reasons) == (4, 4, ("a0 credits Tidewire",))


def test_two_articles_of_one_outlet_are_one_account() -> None:
    found = account([article("a", "strait", outlet="Gazette"), article("b", "strait", outlet="GAZETTE"), article("c", "strait", outlet="Post")])
    assert (found.low, found.high) == (2, 2)


def test_chains_of_copies_fold_into_one() -> None:
    found = account(FOUR, *(copy_of(later, earlier.id, "edited") for earlier, later in pairwise(FOUR)))
    assert (found.low, found.high) == (1, 1)


def test_a_copy_of_an_article_of_another_story_folds_nothing_here() -> None:
    assert account(FOUR, copy_of(FOUR[0], "article-elsewhere", "verbatim")).high == 4


def test_reports_that_name_another_day_are_less_alike() -> None:
    text = "Orlay closes a strait near Korva after the ship Halcyon was seized"
    one, other = sketch(make_article("a", text)), sketch(make_article("b", text))
    days = [np.array([ordinal], dtype="<u4").tobytes() for ordinal in (741_000, 741_009)]
    same, apart, unsaid = (compare_matter(replace(one, told_days=days[0]), replace(other, told_days=day)) for day in (days[0], days[1], b""))
    assert same > unsaid > apart


def test_likeness_fades_more_slowly_between_reports_that_tell_of_one_day() -> None:
    told, other, early = (np.array([ordinal], dtype="<u4").tobytes() for ordinal in (day_number("2031-03-13"), day_number("2031-03-20"), day_number("2030-12-01")))
    first, late = (replace(sketch(article(name, "strait", published)), told_days=told) for name, published in (("a", "2031-03-14"), ("b", "2031-05-02")))
    assert fade(first, late) == fade(late, first) > fade(first, replace(late, told_days=b"")) == fade(first, replace(late, told_days=other))
    assert fade(replace(first, told_days=early), replace(late, told_days=early)) == fade(first, replace(late, told_days=other))


def day_number(day: str) -> int:
    return date.fromisoformat(day).toordinal()
