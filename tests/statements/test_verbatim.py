"""The same words are one utterance although days that articles count from their own differ; days written out, other numbers, other names and few words still part them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from onrecord.kinship import Sketch
from onrecord.records import DateRange, Statement
from onrecord.statements.features import Tellings, find_possible
from onrecord.statements.find import find_statements
from onrecord.statements.gists import is_day_counted
from onrecord.statements.match import match_tellings
from onrecord.statements.space import plain_space
from onrecord.statements.telling import Telling

from .tellings import days, find, make_echoes, tell

WORDS = {
    "en": "the keeper was unsure how many wardens watched the crowded lantern hall before the roof collapsed",
    "fr": "le gardien ignorait combien de surveillants encadraient la salle des lanternes avant la chute du toit",
    "pl": "dozorca nie wiedział ilu strażników pilnowało zatłoczonej hali latarni przed zawaleniem dachu",
    "ru": "смотритель не знал сколько охранников следило за переполненным залом фонарей перед обвалом крыши",
    "tr": "bekçi çatı çökmeden önce kalabalık fener salonunu kaç görevlinin gözettiğini bilmiyordu",
}
EARLY, LATE = days("2031-03-09", "2031-03-10"), days("2031-03-23", "2031-03-24")


def sketch(words: str, name: str, *, lang: str = "en", on: DateRange | None = None, counted: bool = True, published: str = "2031-03-10", places: tuple[str, ...] = ()) -> Sketch:
    """Return an article with one telling, said on a day or on none that it gives."""
    made = tell(words, name=name, lang=lang, published=published, said_at=on, places=places).sketch
    return replace(made, gists=tuple(replace(gist, is_counted=counted and on is not None) for gist in made.gists))


def state(*sketches: Sketch) -> list[Statement]:
    """Return the statements of a story of these articles."""
    ordered = sorted(sketches, key=lambda each: each.article)
    surely = {
        (left.gists[0].of, right.gists[0].of): float(match_tellings(Tellings(left), Tellings(right), plain_space())[0, 0])
        for k, left in enumerate(ordered) for right in ordered[k + 1 :]
    }  # fmt: skip
    tellings = [Telling(sketch=each, gist=each.gists[0]) for each in ordered]
    return list(find_statements("story", tellings, make_echoes(tellings, {pair: value for pair, value in surely.items() if value >= 0.1}), lambda _, __: ()))


@pytest.mark.parametrize("lang", WORDS)
def test_the_same_words_are_one_utterance_whatever_day_is_counted_from_a_later_publication(lang: str) -> None:
    early, late = sketch(WORDS[lang], "a", lang=lang), sketch(WORDS[lang], "b", lang=lang, on=LATE, published="2031-03-25")
    assert len(state(early, late)) == 1


def test_of_two_days_the_one_before_any_article_appeared_is_that_of_the_utterance() -> None:
    (one,) = state(sketch(WORDS["en"], "a", on=EARLY), sketch(WORDS["en"], "b", on=LATE, published="2031-03-25"), sketch(WORDS["en"], "c", on=LATE, published="2031-03-25"))
    assert one.said_at == EARLY
    assert one.said_at_how == "told"


def test_days_that_are_written_out_part_the_same_words() -> None:
    assert len(state(sketch(WORDS["en"], "a"), sketch(WORDS["en"], "b", on=LATE, counted=False, published="2031-03-25"))) == 2


@pytest.mark.parametrize(
    "other",
    [
        "the keeper was unsure how many wardens watched the crowded lantern hall before the 40 doors collapsed",
        "the keeper was certain that two wardens watched the empty lantern hall before the roof collapsed",
    ],
)
def test_other_numbers_or_words_are_no_same_words(other: str) -> None:
    early, late = sketch(WORDS["en"], "a"), sketch(other, "b", on=LATE, published="2031-03-25")
    assert not find_possible(Tellings(early), Tellings(late)).any()


def test_other_names_are_no_same_words() -> None:
    words = "the {} keeper was unsure how many wardens watched the crowded lantern hall before the roof collapsed"
    early = sketch(words.format("Orvane"), "a", places=("Orvane",))
    late = sketch(words.format("Lindham"), "b", on=LATE, published="2031-03-25", places=("Lindham",))
    assert not find_possible(Tellings(early), Tellings(late)).any()


def test_few_words_may_be_said_again() -> None:
    early, late = sketch("nobody arrested yet", "a"), sketch("nobody arrested yet", "b", on=LATE, published="2031-03-25")
    assert not find_possible(Tellings(early), Tellings(late)).any()


@pytest.mark.parametrize(
    ("lang", "words", "counted"), [("en", "on Sunday", True), ("de", "gestern", True), ("uk", "у неділю", True), ("en", "on March 23", False), ("cs", "23. března", False)]
)
def test_a_day_without_a_number_is_counted_from_the_publication(lang: str, words: str, counted: bool) -> None:
    side = tell(WORDS["en"], lang=lang, said_at=LATE, occasion=words).side
    assert not is_day_counted(side)
    assert is_day_counted(replace(side, attribution=replace(side.attribution, said_at_evidence=find(side.article.text, words)))) == counted


def test_what_is_in_the_same_words_does_not_depend_on_which_is_asked_first() -> None:
    early, late = Tellings(sketch(WORDS["en"], "a")), Tellings(sketch(WORDS["en"], "b", on=LATE, published="2031-03-25"))
    assert np.array_equal(find_possible(early, late), find_possible(late, early).T)
