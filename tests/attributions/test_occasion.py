"""When, where and to whom something was said, as far as the sentence around it tells."""

from __future__ import annotations

import pytest

from onrecord.records import Attribution, DateRange
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


def test_the_date_of_the_frame_is_when_it_was_said() -> None:
    reading = read("{S1:Mira Solan} {Q1:said} on 12 March 2022 {C1:that it rained}." + SOLAN)
    assert only(reading).said_at == DateRange(start="2022-03-12", end="2022-03-13")
    assert "12 March 2022" in (reading.words(only(reading).said_at_evidence) or "")


def test_a_weekday_is_counted_from_the_day_of_publication() -> None:
    assert only(read("{S1:Mira Solan} {Q1:said} on Friday {C1:that it rained}." + SOLAN, published="2022-04-24")).said_at == DateRange(start="2022-04-22", end="2022-04-23")


def test_a_date_before_a_short_title_is_still_in_the_frame() -> None:
    assert only(read("On 12 March 2022 Mr. {S1:Mira Solan} {Q1:said} {C1:that it rained}." + SOLAN)).said_at == DateRange(start="2022-03-12", end="2022-03-13")


def test_a_date_after_a_quotation_of_several_sentences_is_in_the_frame() -> None:
    reading = read("{S1:Mira Solan} {Q1:said}: {C1:“It rains. It snows. It hails,”} on 12 March 2022." + SOLAN)
    assert only(reading).said_at == DateRange(start="2022-03-12", end="2022-03-13")


def test_a_date_inside_the_content_is_not_when_it_was_said() -> None:
    assert only(read('{C1:"It rained on 12 March 2022,"} {S1:Mira Solan} {Q1:said}.' + SOLAN)).said_at is None
    assert only(read("{S1:Mira Solan} {Q1:said} {C1:that it rained on 12 March 2022}." + SOLAN)).said_at is None


def test_a_month_is_too_vague_to_be_when_it_was_said() -> None:
    assert only(read("{S1:Mira Solan} {Q1:said} in March 2022 {C1:that it rained}." + SOLAN)).said_at is None


def test_of_two_dates_the_nearer_to_the_cue_counts() -> None:
    text = "{S1:Mira Solan} {Q1:said} on 12 March 2022 {C1:that it rained}, as it had on 3 January 2022."
    assert only(read(text + SOLAN)).said_at == DateRange(start="2022-03-12", end="2022-03-13")


def test_a_date_is_carried_to_the_speakers_other_words_when_it_is_the_only_one() -> None:
    text = "{S1:Mira Solan} {Q1:said} on 12 March 2022 {C1:that it rained}. {S2:She} {Q2:added} {C2:that it was cold}. {S3:Josip Tarn} {Q3:laughed at} {C3:the rain}."
    days = [a.said_at.start if a.said_at else None for a in read(text + "\n@per Mira Solan; Josip Tarn").attributions]
    assert days == ["2022-03-12", "2022-03-12", None]


def test_a_date_is_not_carried_when_the_speaker_spoke_on_two_days() -> None:
    text = "{S1:Mira Solan} {Q1:said} on 12 March 2022 {C1:that it rained}. {S2:She} {Q2:said} on 14 March 2022 {C2:that it snowed}. {S3:She} {Q3:added} {C3:that it was cold}."
    assert [a.said_at is None for a in read(text + SOLAN).attributions] == [False, False, True]


def test_a_date_is_not_carried_to_unknown_speakers() -> None:
    text = "{S1:Officials} {Q1:said} on 12 March 2022 {C1:that it rained}. {S2:Witnesses} {Q2:said} {C2:that it was cold}."
    assert [a.said_at is None for a in read(text).attributions] == [False, True]


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
