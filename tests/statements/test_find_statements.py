"""One statement an utterance: renderings in order, and facts of one telling that serve all, each with where it comes from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.records import Statement
from onrecord.statements.find import choose_speaker, find_statements

from .tellings import Telling, days, make_echoes, match_all, tell

WORDS = "we close the strait when a grain ship is seized"
MATTERS = ("the hospital counted forty wounded dockers", "new cranes arrive before the autumn storms")
NO_ECHOES = make_echoes([], {})
OTHERS = (tell("the hospital counted forty wounded dockers on Monday", name="o1"), tell("nobody asked the pilots about their night shifts", name="o2"))


def statements(*tellings: Telling) -> list[Statement]:
    """Return the statements of one story."""
    told = [t.told for t in tellings]
    return list(find_statements("story-1", told, make_echoes(told, match_all(tellings)), lambda id, group: ()))


def the_statement(*tellings: Telling) -> Statement:
    """Return the statement that the tellings make, beside two unrelated ones."""
    wanted = {t.attribution.id for t in tellings}
    found = [s for s in statements(*tellings, *OTHERS) if wanted & {r.attribution for r in s.renderings}]
    assert len(found) == 1
    return found[0]


def test_renderings_come_in_order_of_publication_and_slice_back() -> None:
    late, early, undated = tell(WORDS, name="a", published="2031-03-16"), tell(WORDS, name="b", published="2031-03-14"), tell(WORDS, name="c", published=None)
    statement = the_statement(late, undated, early)
    assert [r.attribution for r in statement.renderings] == [t.attribution.id for t in (early, late, undated)]
    assert all(r.span.of(t.analysis.article.text) == WORDS for r, t in zip(statement.renderings, (early, late, undated), strict=True))


def test_the_order_of_the_tellings_changes_no_statement() -> None:
    tellings = [*(tell(WORDS, name=f"a{i}", published=f"2031-03-{14 + i % 3}") for i in range(6)), *OTHERS]
    assert statements(*tellings) == statements(*tellings[::-1])


def test_a_day_that_one_telling_gives_serves_all_and_names_its_origin() -> None:
    told = tell(WORDS, name="a", said_at=days("2031-03-14", "2031-03-15"))
    statement = the_statement(told, tell(WORDS, name="b"))
    assert (statement.said_at, statement.said_at_from, statement.said_at_how) == (days("2031-03-14", "2031-03-15"), told.attribution.id, "told")


def test_the_narrowest_day_told_is_the_day() -> None:
    vague = tell(WORDS, name="a", said_at=days("2031-03-01", "2031-04-01"))
    exact = tell(WORDS, name="b", said_at=days("2031-03-14", "2031-03-15"))
    assert the_statement(vague, exact).said_at_from == exact.attribution.id


def test_the_only_day_of_a_speaker_in_the_story_is_inferred_for_what_has_none() -> None:
    other = tell("the hospital counted forty wounded dockers", name="x", said_at=days("2031-03-14", "2031-03-15"))
    alone = tell("breakfast costs nine crowns at every inn", name="y")
    by_id = {s.renderings[0].attribution: s for s in statements(other, alone)}
    statement = by_id[alone.attribution.id]
    assert statement.said_at_from == other.attribution.id
    assert statement.said_at_how is not None
    assert statement.said_at_how.startswith("inferred")


def test_no_day_is_inferred_when_the_speaker_has_two() -> None:
    tellings = [
        tell("the hospital counted forty wounded dockers", name="x", said_at=days("2031-03-14", "2031-03-15")),
        tell("new cranes arrive before the autumn storms", name="z", said_at=days("2031-03-15", "2031-03-16")),
        tell("breakfast costs nine crowns at every inn", name="y"),
    ]  # fmt: skip
    assert [s.said_at for s in statements(*tellings)].count(None) == 1


def inferred_in(published: str | None, *told_on: int) -> str | None:
    """Return the day that is inferred for what an article tells without one, where the speaker spoke on some days of March."""
    others = [tell(words, name=words[:3], published=f"2031-03-{day}", said_at=days(f"2031-03-{day}", f"2031-03-{day + 1}")) for day, words in zip(told_on, MATTERS, strict=False)]
    alone = tell("breakfast costs nine crowns at every inn", name="y", published=published)
    (statement,) = (s for s in statements(*others, alone) if s.renderings[0].attribution == alone.attribution.id)
    return statement.said_at.start if statement.said_at else None


def test_no_day_is_inferred_on_which_the_article_had_appeared() -> None:
    assert inferred_in("2031-03-10", 15) is None
    assert inferred_in("2031-03-14", 15) == "2031-03-15"
    assert inferred_in(None, 15) == "2031-03-15"
    assert inferred_in("2031-03-12", 11, 20) == "2031-03-11"


def test_nothing_is_said_after_an_article_that_tells_it() -> None:
    """The contract: the day of a statement begins at most a day behind the publication of each article that tells it."""
    told = [
        tell(words, name=f"{words[:3]}{day}{is_dated}", published=f"2031-03-{day}", said_at=days(f"2031-03-{day - 1}", f"2031-03-{day}") if is_dated else None)
        for words in (WORDS, *MATTERS)
        for day in (11, 14, 20)
        for is_dated in ((False, True) if day == 14 else (False,))
    ]
    published = {t.analysis.article.id: t.analysis.article.published for t in told}
    found = [(s.said_at, published[r.article]) for s in statements(*told) for r in s.renderings]
    assert sum(day is not None for day, _ in found) == len((WORDS, *MATTERS))
    assert all(day is None or (appeared is not None and day.start <= appeared.end) for day, appeared in found)


def infer(weekday: int, *told_on: int) -> tuple[str | None, str | None]:
    """Return the day, and how it was found, of what was said on a weekday alone by a speaker who spoke on some days of March besides."""
    others = [tell(words, name=words[:3], said_at=days(f"2031-03-{day}", f"2031-03-{day + 1}")).told for day, words in zip(told_on, MATTERS, strict=False)]
    alone = tell("breakfast costs nine crowns at every inn", name="y", published=None).told
    told = [*others, replace(alone, gist=replace(alone.gist, weekday=weekday))]
    (statement,) = (s for s in find_statements("story-1", told, NO_ECHOES, lambda id, group: ()) if s.renderings[0].telling == alone.gist.of)
    return (statement.said_at.start if statement.said_at else None), statement.said_at_how


def test_a_weekday_alone_is_the_only_such_weekday_of_the_speaker_in_the_story() -> None:
    friday, saturday = 4, 5
    assert infer(friday, 14, 15) == ("2031-03-14", "inferred: the only such weekday the story gives for this speaker")
    assert infer(saturday, 14, 15)[0] == "2031-03-15"
    assert infer(friday, 14, 21) == (None, None)
    assert infer(saturday, 14) == (None, None)


def beside(weekday: int, *, is_dated: bool = True) -> tuple[str | None, str | None]:
    """Return the day, and how it was found, of what nobody with a name said on a weekday, in an article in which a person speaks on some Friday of March."""
    dated = tell(MATTERS[0], name="x", said_at=days("2031-03-14", "2031-03-15")).told
    named, question = tell("breakfast costs nine crowns at every inn", name="y", published=None).told, tell(MATTERS[1], name="z", published=None).told
    question = replace(question, sketch=named.sketch, gist=replace(question.gist, speaker=None, weekday=weekday))
    told = [*([dated] if is_dated else []), replace(named, gist=replace(named.gist, weekday=4)), question]
    (statement,) = (s for s in find_statements("story-1", told, NO_ECHOES, lambda id, group: ()) if s.renderings[0].telling == question.gist.of)
    return (statement.said_at.start if statement.said_at else None), statement.said_at_how


def test_a_weekday_is_one_day_in_all_of_an_article() -> None:
    friday, saturday = 4, 5
    assert beside(friday) == ("2031-03-14", "inferred: the day that its weekday is elsewhere in the article")
    assert beside(saturday) == (None, None)
    assert beside(friday, is_dated=False) == (None, None)


def test_the_occasion_of_one_telling_serves_all() -> None:
    told = tell(WORDS, name="b", occasion="at a press conference")
    statement = the_statement(tell(WORDS, name="a"), told)
    assert (statement.occasion, statement.occasion_from) == ("at a press conference", told.attribution.id)


def test_a_person_is_named_before_a_ministry() -> None:
    tellings = [
        tell(WORDS, name="a", speaker="Harbour Ministry", speaker_how="organisation named beside the words"),
        tell(WORDS, name="b", speaker="Harbour Ministry", speaker_how="organisation named beside the words"),
        tell(WORDS, name="c", speaker="Tamsin Orlay"),
    ]  # fmt: skip
    assert choose_speaker([t.told for t in tellings]) == "Tamsin Orlay"
    assert choose_speaker([tell(WORDS, speaker=None).told]) is None


UNNAMED = [
    "unnamed holder of an office `a senior official`",
    "office without a name `the minister`",
    "pronoun, subject of the sentence, not named `A senior official`",
]


@pytest.mark.parametrize("how", UNNAMED)
def test_a_name_that_only_pronouns_took_up_does_not_outvote_somebody_without_a_name(how: str) -> None:
    guessed = [tell(WORDS, name=name, source="He", speaker_how="pronoun, speaker before").told for name in ("a", "b")]
    unnamed = tell(WORDS, name="c", speaker=None, source="a senior official", speaker_how=how).told
    assert choose_speaker([*guessed, unnamed]) is None
    assert choose_speaker(guessed) == "Tamsin Orlay"
    named = tell(WORDS, name="d", speaker="Orlay", source="Orlay", speaker_how="named").told
    assert choose_speaker([*guessed, unnamed, named]) == "Tamsin Orlay"
    other = tell(WORDS, name="e", speaker="Omar Rell", source="Omar Rell", speaker_how="named").told
    assert choose_speaker([*guessed, unnamed, other]) == "Omar Rell"


def test_a_group_or_a_thing_without_a_name_takes_no_speaker_away() -> None:
    guessed = tell(WORDS, name="a", source="He", speaker_how="pronoun, speaker before").told
    groups = [
        tell(WORDS, name="b", speaker=None, source="Police", speaker_how=how).told
        for how in ("unnamed source `Police`", "pronoun, speaker before, a body or thing `The statement`")
    ]
    assert choose_speaker([guessed, *groups]) == "Tamsin Orlay"


def test_no_tellings_give_no_statements() -> None:
    assert statements() == []
