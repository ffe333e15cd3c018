"""Which tellings are one utterance: never other speakers, never other days, whatever the order, in time for a big story."""

from __future__ import annotations

import random
import time
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.records import Span
from onrecord.statements.agreement import days_agree, gist_key, names_agree
from onrecord.statements.cluster import Group, group_tellings
from onrecord.statements.features import FEATURES, Tellings, compare_tellings, find_possible
from onrecord.statements.gists import find_told_by
from onrecord.statements.match import load_weights, match_tellings
from onrecord.statements.space import plain_space

from .tellings import Telling, days, group, make_echoes, match_all, tell

THEMES = (
    "we close the strait when a grain ship is seized", "the hospital counted forty wounded dockers on Monday", "nobody asked the pilots about their night shifts",
    "a lighthouse keeper refuses every inspection", "new cranes arrive before the autumn storms",
)  # fmt: skip
DAY, NEXT = days("2031-03-14", "2031-03-15"), days("2031-03-15", "2031-03-16")
SPEAKERS = ("Tamsin Orlay", "Piet Hulst", None)


def make_set(seed: int, size: int) -> list[Telling]:
    """Return tellings of one story, mixed of all themes, speakers and days."""
    rng = random.Random(seed)
    return [
        tell(
            " ".join(word for word in rng.choice(THEMES).split() if rng.random() < 0.9) or "nothing", name=f"a{index:04}", speaker=rng.choice(SPEAKERS),
            said_at=rng.choice((DAY, NEXT, None)), type=rng.choice(("direct", "indirect")), figure=None,
        )
        for index in range(size)
    ]  # fmt: skip


def ids_of(groups: list[Group]) -> list[list[str]]:
    return [[t.gist.of for t in g.tellings] for g in groups]


SET = make_set(5, 24)
EXPECTED = ids_of(group(SET))


@settings(max_examples=25, deadline=None)
@given(st.permutations(SET))
def test_groups_do_not_depend_on_the_order_of_the_tellings(shuffled: list[Telling]) -> None:
    assert ids_of(group(shuffled)) == EXPECTED


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10_000))
def test_every_telling_is_in_one_group_and_no_group_mixes_speakers_or_days(seed: int) -> None:
    tellings = make_set(seed, 20)
    groups = group(tellings)
    assert sorted(i for g in ids_of(groups) for i in g) == sorted(t.attribution.id for t in tellings)
    for each in groups:
        assert len({t.gist.speaker for t in each.tellings if t.gist.speaker}) <= 1
        assert len({t.gist.said_at for t in each.tellings if t.gist.said_at}) <= 1


def test_what_two_articles_say_does_not_depend_on_which_is_asked_first() -> None:
    left, right = Tellings(SET[0].sketch), Tellings(SET[1].sketch)
    there, back = compare_tellings(left, right, plain_space()), compare_tellings(right, left, plain_space())
    assert tuple(there) == FEATURES
    assert set(load_weights()) == set(FEATURES)
    for name in FEATURES:
        np.testing.assert_allclose(there[name], back[name].T, atol=1e-6)
    assert match_tellings(left, right, plain_space())[0, 0] == pytest.approx(match_tellings(right, left, plain_space())[0, 0], abs=1e-3)


def test_a_telling_is_not_one_with_itself_and_only_with_what_it_may_be_one_with() -> None:
    for left in SET[:6]:
        assert not find_possible(Tellings(left.sketch), Tellings(left.sketch)).any()
        for right in SET[6:12]:
            one, other = left.told.gist, right.told.gist
            expected = names_agree(gist_key(one), gist_key(other)) is not False and days_agree(one, other)
            assert find_possible(Tellings(left.sketch), Tellings(right.sketch))[0, 0] == expected


@pytest.mark.parametrize(("type", "gap", "possible"), [("direct", 1, False), ("direct", 40, True), ("indirect", 1, True)])
def test_a_quoted_sentence_is_not_one_with_the_next_of_its_quotation(type: str, gap: int, possible: bool) -> None:
    sketch = SET[0].sketch
    (gist,) = sketch.gists
    first = replace(gist, type=type)
    after = replace(first, of="after", span=Span(start=gist.span.end + gap, end=gist.span.end + gap + 30))
    two = Tellings(replace(sketch, gists=(first, after)))
    assert find_possible(two, two).tolist() == [[False, possible], [possible, False]]


@pytest.mark.parametrize(("types", "again", "one"), [(("direct", "direct"), False, False), (("direct", "direct"), True, True), (("direct", "indirect"), False, True)])
def test_two_quotations_of_one_article_are_one_utterance_only_in_the_same_words(types: tuple[str, str], again: bool, one: bool) -> None:
    sketch = SET[0].sketch
    (gist,) = tell(THEMES[0], name="a").sketch.gists
    stems = gist.stems if again else gist.stems[: len(gist.stems) // 16 * 8] + b"".join(bytes([7, n]) * 4 for n in range(1, 5))
    first = replace(gist, type=types[0], words=gist.words)
    later = replace(first, of="later", type=types[1], stems=stems, span=Span(start=gist.span.end + 300, end=gist.span.end + 340))
    two = Tellings(replace(sketch, gists=(first, later)))
    assert bool(match_tellings(two, two, plain_space())[0, 1]) == one
    apart = Tellings(replace(sketch, gists=(first,))), Tellings(replace(sketch, article="elsewhere", gists=(later,)))
    assert match_tellings(*apart, plain_space())[0, 0] > 0


def test_nothing_to_compare_gives_no_groups() -> None:
    assert group_tellings([], make_echoes([], {})) == []


def test_a_telling_without_words_is_a_group_of_its_own() -> None:
    assert len(group([tell("we", name="a"), tell(THEMES[0], name="b")])) == 2


def test_the_same_words_again_are_one_unit_of_their_group() -> None:
    (found,) = group([tell(THEMES[0], name=f"a{i}") for i in range(5)])
    assert (len(found.tellings), len(found.units)) == (5, 1)


def joined(left: Telling, right: Telling) -> bool:
    return len(group([left, right])) == 1


def test_the_same_words_of_one_speaker_are_one_utterance() -> None:
    assert joined(tell(THEMES[0], name="a"), tell(THEMES[0], name="b"))


def test_two_spellings_of_a_speaker_are_one_speaker() -> None:
    assert joined(tell(THEMES[0], name="a", speaker="Volodymyr Zelensky"), tell(THEMES[0], name="b", speaker="Wolodymyr Selenskyj"))


def test_a_ministry_may_speak_for_its_minister() -> None:
    ministry = tell(THEMES[0], name="b", speaker="Harbour Ministry", speaker_how="organisation named beside the words")
    assert joined(tell(THEMES[0], name="a"), ministry)


def test_the_same_words_of_two_persons_stay_apart() -> None:
    assert not joined(tell(THEMES[0], name="a"), tell(THEMES[0], name="b", speaker="Piet Hulst"))


def test_the_same_words_on_two_days_stay_apart() -> None:
    assert not joined(tell(THEMES[0], name="a", said_at=DAY), tell(THEMES[0], name="b", said_at=NEXT))


def test_a_vague_day_meets_the_days_in_it() -> None:
    assert joined(tell(THEMES[0], name="a", said_at=DAY), tell(THEMES[0], name="b", said_at=days("2031-03-01", "2031-04-01")))


@pytest.mark.parametrize(
    ("published", "one"),
    [("2031-03-16", True), ("2031-03-14", True), ("2031-03-13", True), ("2031-03-12", False), ("2031-02-01", False), (None, True)],
)
def test_an_article_that_appeared_before_it_was_said_is_no_telling_of_it(published: str | None, one: bool) -> None:
    """A day more is left for where it was tomorrow already."""
    told, other = tell(THEMES[0], name="a", said_at=days("2031-03-14", "2031-03-15"), published="2031-03-15"), tell(THEMES[0], name="b", published=published)
    assert joined(told, other) is one
    assert find_possible(Tellings(told.sketch), Tellings(other.sketch)).any() == one


def test_the_first_of_several_articles_in_the_same_words_says_by_when_it_was_said() -> None:
    told = tell(THEMES[0], name="a", said_at=days("2031-03-14", "2031-03-15"), published="2031-03-15")
    first, again = (tell(THEMES[0], name=f"b{published}", published=published) for published in ("2031-03-02", "2031-03-16"))
    assert {frozenset(t.sketch.name for t in g.tellings) for g in group([told, again, first])} == {frozenset({"a"}), frozenset({"b2031-03-02", "b2031-03-16"})}


def test_an_article_may_tell_what_was_said_before_it_was_last_changed() -> None:
    article = replace(tell(THEMES[0]).analysis.article, published=days("2031-03-02", "2031-03-03"))
    assert find_told_by(article) == "2031-03-03"
    assert find_told_by(replace(article, modified=days("2031-03-15", "2031-03-16"))) == "2031-03-16"
    assert find_told_by(replace(article, published=None)) is None


def test_other_words_of_one_speaker_stay_apart() -> None:
    assert not joined(tell(THEMES[0], name="a"), tell("breakfast costs nine crowns at every inn", name="b"))


def test_two_words_that_share_one_are_no_telling_of_a_longer_one() -> None:
    long = tell("we close the strait when a grain ship is seized", name="a")
    assert joined(tell("strait closing", name="b", speaker=None), tell("strait closing", name="c", speaker=None))
    assert match_tellings(Tellings(long.sketch), Tellings(tell("seized lighthouse", name="b").sketch), plain_space()).max() == 0
    for speaker, type, told in (("Tamsin Orlay", "direct", True), ("Tamsin Orlay", "indirect", False), (None, "direct", False)):
        short = tell("grain ship", name="b", speaker=speaker, type=type)
        assert bool(match_tellings(Tellings(long.sketch), Tellings(short.sketch), plain_space()).max()) == told, (speaker, type)


@pytest.mark.parametrize(
    ("speaker", "type", "shared", "one"),
    [("Tamsin Orlay", "direct", 1, True), (None, "direct", 1, False), ("Tamsin Orlay", "indirect", 1, False), ("Tamsin Orlay", "indirect", 4, True), (None, "indirect", 4, True)],
)
def test_two_tellings_of_one_article_that_are_not_known_to_be_of_one_speaker_share_words(speaker: str | None, type: str, shared: int, one: bool) -> None:
    (gist,) = tell(THEMES[0], name="a", type="indirect").sketch.gists
    count = len(gist.stems) // 8
    other = gist.stems[: 8 * min(shared, count)] + b"".join(bytes([9, n]) * 4 for n in range(1, 1 + count - min(shared, count)))
    later = replace(gist, of="later", type=type, speaker=speaker, stems=other, span=Span(start=gist.span.end + 300, end=gist.span.end + 340))
    two = Tellings(replace(SET[0].sketch, gists=(gist, later)))
    assert bool(match_tellings(two, two, plain_space())[0, 1]) == one


def test_an_unknown_speaker_never_bridges_two_persons() -> None:
    tellings = [tell(THEMES[0], name=name, speaker=speaker) for name, speaker in (("a", "Tamsin Orlay"), ("b", None), ("c", "Piet Hulst"))]
    for each in group(tellings):
        assert not {"Tamsin Orlay", "Piet Hulst"} <= {t.gist.speaker for t in each.tellings}


def test_a_thousand_tellings_of_one_story_are_grouped_in_less_than_five_seconds() -> None:
    tellings = [t.told for t in make_set(11, 1000)]
    ids = [t.gist.of for t in tellings]
    rng = random.Random(3)
    surely = {(min(a, b), max(a, b)): rng.random() for a in ids for b in rng.sample(ids, 8) if a != b}
    began = time.process_time()
    groups = group_tellings(tellings, make_echoes(tellings, surely))
    assert time.process_time() - began < 5
    assert 5 <= len(groups) < 1000
    assert match_all([]) == {}


def test_a_group_says_how_surely_its_pairs_are_one_whichever_way_they_come() -> None:
    words = ("the pilots refuse every night shift", "every night shift is refused by pilots", "pilots will refuse night shifts", "the pilots refuse every night shift")
    told = [tell(each, name=f"a{at}").told for at, each in enumerate(words)]
    ids = [t.gist.of for t in told]
    sure = {(ids[0], ids[1]): 0.99, (ids[1], ids[2]): 0.97, (ids[2], ids[3]): 0.93}  # the first and the last have the same words
    (found,) = group_tellings(told, make_echoes(told, sure))
    assert (found.least, found.mean) == (0.93, 0.9633)
    del sure[(ids[1], ids[2])]
    settled = dict.fromkeys(ids, "s")
    assert [(g.least, g.mean) for g in group_tellings(told, make_echoes(told, sure), settled)] == [(0.0, 0.64)]


def test_what_all_tell_in_the_same_words_needs_no_join() -> None:
    told = [tell("the pilots refuse every night shift", name=f"a{at}").told for at in range(3)]
    assert [(g.least, g.mean) for g in group_tellings(told, make_echoes(told, {}))] == [(None, None)]
