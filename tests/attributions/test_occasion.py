"""Where and to whom something was said, as far as the sentence around it tells."""

from __future__ import annotations

import pytest

from onrecord.records import Attribution
from tests.attributions.make import Reading, read

SOLAN = "\n@per Mira Solan"


def only(reading: Reading) -> Attribution:
    (attribution,) = reading.attributions
    return attribution


def occasion(marked: str, lang: str = "en") -> str | None:
    reading = read(marked, lang)
    return reading.words(only(reading).occasion)


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", '{C1:"It rains,"} {S1:Mira Solan} {Q1:told} a news conference in Arlen on Monday.', "a news conference in Arlen on Monday"),
        ("en", "In an interview with Tidewire, {S1:Mira Solan} {Q1:said} {C1:that it rained}.", "an interview with Tidewire"),
        ("nl", "{S1:Mira Solan} {Q1:zei} dinsdag op een persconferentie {C1:dat het regende}.", "een persconferentie"),
        ("de", "{S1:Mira Solan} {Q1:sagte} in einer Pressekonferenz, {C1:es regne}.", "einer Pressekonferenz"),
        ("fr", "{S1:Mira Solan} {Q1:a déclaré}, lors d’une conférence de presse, {C1:qu’il pleuvait}.", "une conférence de presse"),
        ("uk", "На пресконференції {S1:Mira Solan} {Q1:сказала}, {C1:що йде дощ}.", "пресконференції"),
    ],
)
def test_the_occasion_is_read_from_the_frame(lang: str, text: str, words: str) -> None:
    assert occasion(text + SOLAN, lang) == words


def test_the_occasion_is_never_read_from_the_content() -> None:
    assert occasion('{C1:"I gave an interview at a press conference,"} {S1:Mira Solan} {Q1:said}.' + SOLAN) is None
    assert occasion("{S1:Mira Solan} {Q1:said} {C1:that the news conference was over}." + SOLAN) is None


def test_the_occasion_of_the_next_sentence_is_not_this_ones() -> None:
    assert occasion("{S1:Mira Solan} {Q1:said} {C1:that it rained}. A press conference will follow." + SOLAN) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{S1:Mira Solan} {Q1:told} Tidewire {C1:that it rained}.", "Tidewire"),
        ("{S1:Mira Solan} {Q1:called on} Tidewire {C1:to stay}.", "Tidewire"),
        ("{S1:Mira Solan} {Q1:said}, Tidewire reported, {C1:that it rained}.", None),
        ("{S1:Mira Solan} {Q1:said} {C1:that Tidewire left}.", None),
        ("{S1:Mira Solan} {Q1:said} {C1:that it rained}. Tidewire left.", None),
    ],
)
def test_the_name_right_after_the_cue_is_who_was_told(text: str, told: str | None) -> None:
    reading = read(text + SOLAN + "\n@org Tidewire")
    assert reading.words(only(reading).addressee) == told


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} {C1:that it rained}, ruling out a meeting with Tarn."),
        ("en", "{S1:Officials at the summit with Mira Solan} {Q1:said} {C1:that it rained}."),
        ("en", "Mira Solan, who took part in talks in Korvin, {Q1:said} {C1:that it rained}."),
        ("nl", "{S1:Mira Solan} {Q1:noemde} de bijeenkomst {C1:een mislukking}."),
        ("de", "Das Treffen mit Tarn lobte {S1:Mira Solan}, sie {Q1:sagte} {C1:es regne}."),
    ],
)
def test_a_meeting_that_is_talked_about_is_no_occasion(lang: str, text: str) -> None:
    assert occasion(text + SOLAN, lang) is None


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} at a press conference in Arlen and later in the square {C1:that it rained}.", "a press conference in Arlen"),
        ("de", "Am Rande des Gipfels in Arlen {Q1:sagte} {S1:Mira Solan}, {C1:es regne}.", "des Gipfels in Arlen"),
        ("it", "{S1:Mira Solan} {Q1:ha detto} in un’intervista a Radio Kade {C1:che pioveva}.", "un’intervista a Radio Kade"),
        ("pl", "Podczas konferencji prasowej {S1:Mira Solan} {Q1:powiedziała}, {C1:że pada}.", "konferencji prasowej"),
        ("tr", "{S1:Mira Solan} basın toplantısında {C1:yağmur yağdığını} {Q1:söyledi}.", "basın toplantısında"),
    ],
)
def test_an_occasion_ends_where_its_clause_ends(lang: str, text: str, words: str) -> None:
    assert occasion(text + SOLAN, lang) == words


def test_a_long_occasion_is_cut_at_a_blank() -> None:
    words = occasion(
        "{S1:Mira Solan} {Q1:said} at a meeting with representatives of neighbouring municipalities in surrounding agricultural districts yesterday {C1:that it rained}." + SOLAN
    )
    assert words is not None
    assert words.endswith(("surrounding", "agricultural"))


def test_where_blanks_are_lost_the_day_of_the_sentence_before_or_behind_is_not_that_of_the_saying() -> None:
    text = "The mill burned on Sunday.{S1:Mira Solan} {Q1:said} {C1:that it rained}.Tarn fell on Friday.Nobody slept.\n@per Mira Solan"
    (glued,) = read(text, published="2026-03-11").attributions
    (spaced,) = read(text.replace(".", ". "), published="2026-03-11").attributions
    assert glued.said_at == spaced.said_at
    assert glued.said_at_evidence is None
