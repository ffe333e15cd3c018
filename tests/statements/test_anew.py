"""What a telling calls said again, or otherwise than before, is an occasion of its own, not that of the first telling."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.languages.pack import known_languages
from onrecord.languages.tables import read_lists
from onrecord.statements.anew import is_told_anew
from onrecord.statements.features import Tellings, find_possible
from onrecord.statements.gists import find_anew_from
from onrecord.statements.sides import Side

from .tellings import Telling, days, find, tell
from .test_positions import restate

AGAIN = [
    ("en", "again warned", "warned"),
    ("en", "reiterated", "reiterated"),
    ("en", "softened her stance and said", "said"),
    ("nl", "waarschuwde opnieuw", "waarschuwde"),
    ("nl", "herhaalde", "herhaalde"),
    ("de", "bekräftigte erneut", "bekräftigte"),
    ("de", "bekräftigte ihre Drohung und sagte", "sagte"),
    ("fr", "a de nouveau averti", "averti"),
    ("fr", "a réitéré", "réitéré"),
    ("es", "volvió a advertir", "advertir"),
    ("es", "suavizó su postura y dijo", "dijo"),
    ("it", "ha ribadito", "ribadito"),
    ("it", "è tornata a minacciare", "minacciare"),
    ("pt", "avisou mais uma vez", "avisou"),
    ("pt", "endureceu o tom e disse", "disse"),
    ("pl", "ponownie ostrzegła", "ostrzegła"),
    ("pl", "powtórzyła", "powtórzyła"),
    ("cs", "znovu varovala", "varovala"),
    ("cs", "zopakovala", "zopakovala"),
    ("uk", "вкотре попередила", "попередила"),
    ("uk", "пом'якшила свою позицію і сказала", "сказала"),
    ("ru", "снова предупредила", "предупредила"),
    ("ru", "повторила", "повторила"),
    ("tr", "bir kez daha uyardı", "uyardı"),
    ("tr", "yineledi", "yineledi"),
]
ONCE = [
    ("en", "said time and again", "said", "we close the long pier"),
    ("en", "elected again, said", "said", "we close the long pier"),
    ("en", "said", "said", "again we close the long pier"),
    ("en", "said on the tone of the talks", "said", "we close the long pier"),
    ("en", "stood by the picket line and said", "said", "we close the long pier"),
    ("fr", "maintient la ligne ouverte et a dit", "dit", "nous fermons la longue jetée"),
    ("de", "hat wiederholt gewarnt", "gewarnt", "wir schließen die lange Mole"),
    ("de", "sagte", "sagte", "wir schließen die lange Mole erneut"),
    ("es", "dijo una y otra vez", "dijo", "cerramos el muelle largo"),
    ("fr", "a encore dit", "dit", "nous fermons la longue jetée"),
    ("ru", "снова и снова говорила", "говорила", "мы закроем длинный причал"),
    ("tr", "tekrar tekrar söyledi", "söyledi", "uzun iskeleyi kapatıyoruz"),
]


def say(content: str, words: str, cue: str, *, lang: str = "en") -> Side:
    """Return a telling whose lead-in has these words, of which `cue` alone is marked."""
    side = tell(content, lang=lang, cue=words).side
    return replace(side, attribution=replace(side.attribution, cue=(find(side.article.text, cue),)))


@pytest.mark.parametrize(("lang", "words", "cue"), AGAIN)
def test_words_of_repetition_or_change_at_the_cue_mark_a_telling(lang: str, words: str, cue: str) -> None:
    assert is_told_anew(say("77", words, cue, lang=lang))


@pytest.mark.parametrize(("lang", "words", "cue", "content"), ONCE)
def test_words_of_another_clause_of_the_content_or_for_many_times_mark_none(lang: str, words: str, cue: str, content: str) -> None:
    assert not is_told_anew(say(content, words, cue, lang=lang))


def test_a_word_behind_the_speaker_belongs_to_the_cue_before_and_one_before_him_to_another_clause() -> None:
    side = tell("77", lang="de", source="bekräftigte Orlay erneut", cue="in Lindham").side
    swapped = replace(side.attribution, source=(find(side.article.text, "Orlay"),), cue=(find(side.article.text, "bekräftigte"),))
    assert is_told_anew(replace(side, attribution=swapped))
    side = tell("77", source="when talks failed again Orlay", cue="warned").side
    assert not is_told_anew(replace(side, attribution=replace(side.attribution, source=(find(side.article.text, "Orlay"),))))


def test_what_is_given_up_is_told_anew() -> None:
    assert is_told_anew(say("she had dropped the plan to close the pier", "said", "said"))


def test_every_language_has_words_for_it() -> None:
    lists = read_lists("onrecord.statements", "anew")
    assert set(lists) == set(known_languages())
    assert all(set(table) >= {"again", "repeating", "turning", "stand"} for table in lists.values())


FIRST = tell("we will leave the long talks if a sham referendum is held in Lindham", name="a", places=["Lindham"])


def tell_again(cue: str = "again warned", *, name: str = "b", published: str | None = "2031-03-20", end: str = "", **more: object) -> Telling:
    """Return a later telling in nearly the same words."""
    return tell(f"the talks end if a sham referendum is held in Lindham{end}", name=name, cue=cue, published=published, places=["Lindham"], **more)  # type: ignore[arg-type]


def may_be_one(one: Telling, other: Telling) -> bool:
    left, right = sorted((one, other), key=lambda t: t.sketch.article)
    return bool(find_possible(Tellings(left.sketch), Tellings(right.sketch)).all())


@pytest.mark.parametrize(
    ("other", "one"),
    [
        (tell_again(), False),
        (tell_again("said"), True),
        (tell_again(published="2031-03-14"), True),
        (tell_again(published="2031-03-16"), True),
        (tell_again(published="2031-03-10"), True),
        (tell_again(published=None), True),
        (tell_again(said_at=days("2031-03-13", "2031-03-14")), True),
        (tell("we will leave the long talks if a sham referendum is held in Lindham", name="b", cue="again warned", published="2031-03-20", places=["Lindham"]), True),
    ],
    ids=["later", "not marked", "of the same day", "of the next days", "earlier", "without a date", "with a day of its own", "in the same words"],
)  # fmt: skip
def test_a_later_telling_of_something_said_again_is_none_of_the_first_occasion(other: Telling, one: bool) -> None:
    assert may_be_one(FIRST, other) is one


def test_two_tellings_of_something_said_again_are_one_where_their_days_are_near() -> None:
    assert may_be_one(tell_again(), tell_again("reiterated", name="c", published="2031-03-21", end=" or Sarn"))
    assert not may_be_one(tell_again(), tell_again("reiterated", name="c", published="2031-06-21", end=" or Sarn"))


def test_what_is_said_again_can_have_been_said_shortly_before_it_is_told() -> None:
    assert find_anew_from(tell_again().side) == "2031-03-18"
    assert find_anew_from(tell_again("said").side) is None


def test_what_is_said_again_in_a_later_article_of_the_story_repeats_the_first() -> None:
    words = "we leave the talks if a sham referendum is held in Lindham{}"
    first, later, plain = (
        tell(words.format(end), consequence="we leave the talks", conditions=[("trigger", "a sham referendum is held in Lindham")], places=["Lindham"], name=name, cue=cue, published=day)
        for end, name, cue, day in (
            ("", "a", "said", "2031-03-14"),
            (", and no envoy of ours will come back to the table afterwards", "b", "reiterated", "2031-03-20"),
            (", and no envoy of ours will come back to the table afterwards", "b", "said", "2031-03-20"),
        )
    )  # fmt: skip
    assert [r.relation for r in restate(first, later)] == ["repeats"]
    assert restate(first, plain) == []
