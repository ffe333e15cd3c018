"""When something was said: dates of the frame count, unless they belong to a noun, set a deadline or lie after publication."""

from __future__ import annotations

import pytest

from onrecord.attributions.saying_days import is_attribute
from onrecord.dates import find_dates
from onrecord.languages import load_pack
from onrecord.records import Attribution, DateRange
from tests.attributions.make import Reading, read
from tests.dates.test_find_dates import make_article

SOLAN = "\n@per Mira Solan"


def only(reading: Reading) -> Attribution:
    (attribution,) = reading.attributions
    return attribution


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


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ('{C1:"It rains,"} {S1:Mira Solan} {Q1:told} reporters in Korva on Friday. {C1:"It will snow."}', "en"),
        ("{C1:„Es regnet“,} {Q1:sagte} {S1:Mira Solan} am Freitag in Korva vor Journalisten. {C1:„Es wird schneien.“}", "de"),
        ("{C1:« Il pleut »,} {Q1:a déclaré} {S1:Mira Solan} vendredi à Korva. {C1:« Il va neiger. »}", "fr"),
        ("{C1:«Дощить»,} – {Q1:сказала} {S1:Mira Solan} журналістам у п'ятницю. {C1:«Піде сніг.»}", "uk"),
    ],
)
def test_a_date_between_a_quotation_and_its_next_sentence_is_in_the_frame(text: str, lang: str) -> None:
    """The quotation begins its sentence and goes on behind it."""
    found = read(text + SOLAN, lang=lang, published="2022-04-24").attributions
    assert {a.said_at for a in found} == {DateRange(start="2022-04-22", end="2022-04-23")}


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
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} {C1:that it rained}, three days before the deadline, by 20 April, for the bridge."),
        ("nl", "{S1:Mira Solan} {Q1:zei} {C1:dat het regende}; uiterlijk 20 april moet de brug open zijn."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es regne}; bis 20. April muss die Brücke stehen."),
        ("pl", "{S1:Mira Solan} {Q1:powiedziała}, {C1:że pada}; do 20 kwietnia most ma stanąć."),
        ("tr", "{S1:Mira Solan} 20 Nisan'a kadar süre verdi ve {C1:yağmur yağdığını} {Q1:söyledi}."),
    ],
)
def test_a_deadline_is_no_day_of_saying(lang: str, text: str) -> None:
    assert only(read(text + SOLAN, lang, published="2022-04-24")).said_at is None


@pytest.mark.parametrize(("lang", "said", "day"), [("en", "said", "30 April"), ("de", "sagte", "am 30. April"), ("fr", "a dit", "le 30 avril"), ("cs", "řekla", "30. dubna")])
def test_nothing_was_said_after_publication(lang: str, said: str, day: str) -> None:
    marked = f"{{S1:Mira Solan}} {{Q1:{said}}} {{C1:it rains}}, {day}." + SOLAN
    assert only(read(marked, lang, published="2022-04-24")).said_at is None
    assert only(read(marked, lang, published="2022-04-30")).said_at == DateRange(start="2022-04-30", end="2022-05-01")


def test_a_date_in_what_somebody_else_said_is_not_when_it_was_said() -> None:
    text = "{S1:Mira Solan} {Q1:said} {C1:that it rained}, while {S2:Josip Tarn} {Q2:said} {C2:it had rained on 12 March 2022}."
    assert [a.said_at for a in read(text + "\n@per Mira Solan; Josip Tarn").attributions] == [None, None]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Since the October 7 attack she has said so."),
        ("en", "A member of the 17 February movement said so."),
        ("nl", "Na de aanslag van 7 oktober zei ze dat."),
        ("de", "Nach dem Angriff vom 7. Oktober sagte sie das."),
        ("fr", "La coalition du 17 février l'a dit."),
        ("es", "El Movimiento 17 de Febrero lo dijo."),
        ("es", "Tras el ataque del 7 de octubre lo dijo."),
        ("it", "Il movimento del 17 febbraio lo ha detto."),
        ("pt", "Depois do ataque de 7 de outubro disse isso."),
        ("pl", "Ruch 17 Lutego tak powiedział."),
        ("cs", "Po útoku ze 7. října to řekla."),
        ("uk", "Після атаки від 7 жовтня вона це сказала."),
        ("ru", "После нападения от 7 октября она это сказала."),
        ("tr", "7 Ekim saldırısı sonrası bunu söyledi."),
        ("tr", "7 Ekim’deki saldırıyı andı."),
    ],
)
def test_a_date_that_belongs_to_a_noun_is_no_day_of_saying(lang: str, text: str) -> None:
    assert [*_attributes(lang, text)] == [True]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "At the October 7 press conference she said so."),
        ("en", "On October 7 President Dorn said so."),
        ("en", "In its May 3 edition the paper said so."),
        ("nl", "In een brief van 7 oktober schrijft ze dat."),
        ("de", "In einem Interview vom 7. Oktober sagte sie das."),
        ("de", "Am Abend des 7. Oktober sagte sie das."),
        ("fr", "Dans la soirée du 17 février, elle l'a dit."),
        ("es", "El pasado 17 de febrero lo dijo."),
        ("it", "Nella conferenza stampa del 17 febbraio lo ha detto."),
        ("pt", "No dia 7 de outubro disse isso."),
        ("pl", "W oświadczeniu z 7 października tak powiedział."),
        ("cs", "Dne 7. října to řekla."),
        ("uk", "Сказав Дорн 7 жовтня."),
        ("ru", "Заявил Дорн 7 октября."),
        ("tr", "7 Ekim günü bunu söyledi."),
        ("tr", "7 Ekim'de bunu söyledi."),
    ],
)
def test_a_date_of_an_occasion_or_of_its_own_may_be_the_day_of_saying(lang: str, text: str) -> None:
    assert [*_attributes(lang, text)] == [False]


def _attributes(lang: str, text: str) -> list[bool]:
    article = make_article(text, lang)
    return [is_attribute(article, mention.span) for mention in find_dates(article, load_pack(lang))]


@pytest.mark.parametrize(
    ("lang", "text", "rest"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} on Wednesday {C1:that it rained}.", "The council will meet on Wednesday."),
        ("de", "{S1:Mira Solan} {Q1:sagte} am Mittwoch, {C1:es regne}.", "Der Rat wird am Mittwoch tagen."),
        ("es", "{S1:Mira Solan} {Q1:dijo} el miércoles {C1:que llovía}.", "El consejo se reunirá el miércoles."),
    ],
)
def test_a_weekday_that_would_be_two_days_round_publication_is_no_day(lang: str, text: str, rest: str) -> None:
    for published, said in (("2022-04-26", None), ("2022-04-28", "2022-04-27")):
        (attribution,) = read(f"{text} {rest}{SOLAN}", lang, published=published).attributions
        assert (attribution.said_at.start if attribution.said_at else None) == said
    assert only(read(text + SOLAN, lang, published="2022-04-26")).said_at is not None


def test_a_day_long_before_publication_dates_its_paragraph_alone() -> None:
    text = "{S1:Mira Solan} {Q1:said} on 12 March {C1:that it rained}. {S2:She} {Q2:added} {C2:that it was cold}.\n\n{S3:Mira Solan} {Q3:says} {C3:that it is warm}."
    assert [a.said_at is None for a in read(text + SOLAN, published="2022-06-01").attributions] == [False, False, True]
    assert [a.said_at is None for a in read(text + SOLAN, published="2022-03-13").attributions] == [False, False, False]


INFERRED = {
    "es": "{S1:Mira Solan} {Q1:dijo} {C1:que era tarde}. El viernes murieron siete marineros, {Q2:dijo} {C2:que eran tres}. {S3:Solan} {Q3:dijo} {C3:que era temprano}.",
    "it": "{S1:Mira Solan} {Q1:ha detto} {C1:che era tardi}. Venerdì sono morti sette marinai, {Q2:ha detto} {C2:che erano tre}. {S3:Solan} {Q3:ha detto} {C3:che era presto}.",
    "pl": "{S1:Mira Solan} {Q1:powiedziała}, {C1:że jest późno}. W piątek zginęło siedmiu marynarzy, {Q2:powiedziała}, {C2:że trzech}. {S3:Solan} {Q3:powiedziała}, {C3:że jest wcześnie}.",
    "tr": "{S1:Mira Solan}, {C1:geç olduğunu} {Q1:söyledi}. Cuma günü {C2:yedi denizcinin öldüğünü} {Q2:açıkladı}. {S3:Solan}, {C3:erken olduğunu} {Q3:söyledi}.",
}


@pytest.mark.parametrize("lang", INFERRED)
def test_a_day_beside_an_inferred_speaker_is_not_carried_on(lang: str) -> None:
    said = [a.said_at for a in read(INFERRED[lang] + SOLAN + "; Solan", lang).attributions]
    assert said[0] is None and said[-1] is None


def test_a_day_beside_a_speaker_who_goes_on_in_the_same_sentence_is_carried_on() -> None:
    reading = read("{S1:Mira Solan} {Q1:said} {C1:it was late} {Q2:and added on Friday} {C2:that it rained}. {S3:Solan} {Q3:said} {C3:it was early}." + SOLAN + "; Solan")
    assert {a.said_at for a in reading.attributions} == {DateRange(start="2022-04-22", end="2022-04-23")}


RECALLED = [
    ("en", "{S1:Mira Solan} {Q1:welcomed} {C1:the move}. On Tuesday {S2:Solan} {Q2:had warned} {C2:that she would leave}. {S3:Solan} {Q3:said} {C3:that she was glad}."),
    ("en", "{S1:Mira Solan} {Q1:welcomed} {C1:the move}. Last week {S2:Solan} {Q2:said} {C2:that she would leave}. {S3:Solan} {Q3:said} {C3:that she was glad}."),
    ("en", "{S1:Mira Solan} {Q1:welcomed} {C1:the move}. Earlier, on Tuesday, {S2:Solan} {Q2:said} {C2:that she would leave}. {S3:Solan} {Q3:said} {C3:that she was glad}."),
    ("de", "{S1:Mira Solan} {Q1:begrüßte} {C1:den Schritt}. Am Dienstag hatte {S2:Solan} {Q2:gewarnt}, {C2:sie werde gehen}. {S3:Solan} {Q3:sagte}, {C3:sie sei froh}."),
    ("nl", "{S1:Mira Solan} {Q1:prees} {C1:de stap}. Dinsdag had {S2:Solan} {Q2:gewaarschuwd} {C2:dat ze zou gaan}. {S3:Solan} {Q3:zei} {C3:dat ze blij was}."),
    ("fr", "{S1:Mira Solan} {Q1:a salué} {C1:le geste}. Mardi, {S2:Solan} {Q2:avait averti} {C2:qu’elle partirait}. {S3:Solan} {Q3:a dit} {C3:qu’elle était contente}."),
    ("es", "{S1:Mira Solan} {Q1:celebró} {C1:el paso}. El martes, {S2:Solan} {Q2:había advertido} {C2:que se iría}. {S3:Solan} {Q3:dijo} {C3:que estaba contenta}."),
    ("it", "{S1:Mira Solan} {Q1:ha lodato} {C1:il passo}. Martedì {S2:Solan} {Q2:aveva avvertito} {C2:che sarebbe partita}. {S3:Solan} {Q3:ha detto} {C3:che era contenta}."),
    ("pt", "{S1:Mira Solan} {Q1:saudou} {C1:o passo}. Na terça-feira, {S2:Solan} {Q2:avisara} {C2:que sairia}. {S3:Solan} {Q3:disse} {C3:que estava contente}."),
    ("pl", "{S1:Mira Solan} {Q1:pochwaliła} {C1:ten krok}. Już we wtorek {S2:Solan} {Q2:ostrzegała}, {C2:że odejdzie}. {S3:Solan} {Q3:powiedziała}, {C3:że się cieszy}."),
    ("cs", "{S1:Mira Solan} {Q1:uvítala} {C1:ten krok}. Dříve, v úterý, {S2:Solan} {Q2:varovala}, {C2:že odejde}. {S3:Solan} {Q3:řekla}, {C3:že je ráda}."),
    ("uk", "{S1:Mira Solan} {Q1:привітала} {C1:цей крок}. Раніше, у вівторок, {S2:Solan} {Q2:попереджала}, {C2:що піде}. {S3:Solan} {Q3:сказала}, {C3:що рада}."),
    ("ru", "{S1:Mira Solan} {Q1:приветствовала} {C1:этот шаг}. Ранее, во вторник, {S2:Solan} {Q2:предупреждала}, {C2:что уйдет}. {S3:Solan} {Q3:сказала}, {C3:что рада}."),
    ("tr", "{S1:Mira Solan} {C1:bu adımı} {Q1:övdü}. {S2:Solan} salı günü {C2:hasta olduğunu} {Q2:söylemişti}. {S3:Solan}, {C3:memnun olduğunu} {Q3:söyledi}."),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text"), RECALLED)
def test_the_day_of_what_is_recalled_dates_its_own_sentence_alone(lang: str, text: str) -> None:
    assert [a.said_at is None for a in read(text + SOLAN + "; Solan", lang).attributions] == [True, False, True]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "On Tuesday {S1:Mira Solan}, who had arrived late, {Q1:said} {C1:that it rained}. {S2:Solan} {Q2:said} {C2:that she was glad}."),
        ("en", "On Tuesday {S1:Mira Solan} once again {Q1:said} in the port, already half asleep, {C1:that it rained}. {S2:Solan} {Q2:said} {C2:that she was glad}."),
        ("de", "Am Dienstag {Q1:sagte} {S1:Mira Solan}, {C1:sie habe gewonnen}. {S2:Solan} {Q2:sagte}, {C2:sie hatte Glück}."),
        ("fr", "Mardi, {S1:Mira Solan} {Q1:a dit} {C1:qu’elle avait gagné}. {S2:Solan} {Q2:a dit} {C2:qu’elle était contente}."),
        ("tr", "{S1:Mira Solan} salı günü {C1:kazanmıştı diye} {Q1:konuştu}. {S2:Solan}, {C2:memnun olduğunu} {Q2:söyledi}."),
    ],
)
def test_a_day_of_new_words_is_carried_whatever_they_or_a_clause_beside_them_recall(lang: str, text: str) -> None:
    assert [a.said_at is None for a in read(text + SOLAN + "; Solan", lang).attributions] == [False, False]


def test_the_day_of_what_is_recalled_is_that_of_all_its_sentence() -> None:
    text = "Last week {S1:Mira Solan} {Q1:had warned} {C1:that she would leave} {Q2:and added} {C2:that it rained}. {S3:Solan} {Q3:said} {C3:that she was glad}."
    assert [a.said_at is None for a in read(text + SOLAN + "; Solan").attributions] == [False, False, True]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "That same day {S1:Mira Solan} {Q1:said} {C1:that it rained}. On Tuesday {S2:Solan} {Q2:said} {C2:that she was glad}."),
        ("en", "Several days ago {S1:Mira Solan} {Q1:said} {C1:that it rained}. On Tuesday {S2:Solan} {Q2:said} {C2:that she was glad}."),
        ("de", "Am selben Tag {Q1:sagte} {S1:Mira Solan}, {C1:es regne}. Am Dienstag {Q2:sagte} {S2:Solan}, {C2:sie sei froh}."),
        ("uk", "Того ж дня {S1:Mira Solan} {Q1:сказала}, {C1:що дощить}. У вівторок {S2:Solan} {Q2:сказала}, {C2:що рада}."),
        ("tr", "{S1:Mira Solan} aynı gün {C1:yağmur yağdığını} {Q1:söyledi}. {S2:Solan} salı günü {C2:memnun olduğunu} {Q2:söyledi}."),
    ],
)
def test_words_with_an_open_day_of_their_own_are_not_given_the_one_day_of_their_speaker(lang: str, text: str) -> None:
    assert [a.said_at is None for a in read(text + SOLAN + "; Solan", lang, published="2022-04-24").attributions] == [True, False]
