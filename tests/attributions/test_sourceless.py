"""What is told without a source: whose it is, and when it is nobody's."""

from __future__ import annotations

import pytest

from tests.attributions.make import read


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}, {Q2:adding} {C2:that the bridge was closed}."),
        ("nl", "{S1:Mira Solan} {Q1:zei} {C1:dat het laat was} en {Q2:benadrukte} {C2:dat de brug dicht was}."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}, und {Q2:betonte}, {C2:die Brücke sei gesperrt}."),
        ("nl", "{S1:Mira Solan} {Q1:zei} {C1:dat het laat was} en {Q2:hoopte} {C2:dat de brug dicht bleef}."),
        ("fr", "{S1:Mira Solan} {Q1:a dit} {C1:qu’il était tard}, {Q2:ajoutant} {C2:que le pont était fermé}."),
    ],
)
def test_a_second_verb_in_the_sentence_goes_on_with_its_speaker(lang: str, text: str) -> None:
    assert read(f"{text}\n@per Mira Solan", lang).speakers == ["Mira Solan", "Mira Solan"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. Nearby {Q2:debate about} {C2:how the bridge is kept} went on."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}. For years it was {Q2:considered} {C2:the only bridge that could carry trains}."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:it was late}, while in Tarsia it was {Q2:said} {C2:that the bridge would open}."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. Seither {Q2:heißt es}, {C2:dass die Brücke gesperrt bleibt}."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. {C2:Wie jedes Jahr feierten die Leute am Ufer}."),
        ("nl", "{S1:Mira Solan} {Q1:zei} {C1:dat het laat was}. Al jaren {Q2:heet het} {C2:dat de brug dicht blijft}."),
        ("fr", "{S1:Mira Solan} {Q1:a dit} {C1:qu’il était tard}. {Q2:Le débat sur} {C2:le prix des billets de train} continue."),
    ],
)
def test_words_without_marks_in_another_sentence_are_not_the_last_speaker_s(lang: str, text: str) -> None:
    mentions = "@per Mira Solan" + ("\n@loc Tarsia" if "Tarsia" in text else "")
    assert read(f"{text}\n{mentions}", lang).speakers == ["Mira Solan", None]


def test_german_sentences_in_the_mood_of_reported_speech_go_on() -> None:
    text = "{S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. {C2:Die Brücke bleibe gesperrt, und niemand habe etwas dagegen}.\n@per Mira Solan"
    assert read(text, "de").speakers == ["Mira Solan", "Mira Solan"]


def test_a_quotation_goes_on_over_a_full_stop_but_not_over_somebody_else() -> None:
    on = '{C1:"It is late today,"} {S1:Mira Solan} {Q1:said}. {C2:"We shall all go home now."}\n@per Mira Solan'
    assert read(on).speakers == ["Mira Solan", "Mira Solan"]
    other = '{C1:"It is late today,"} {S1:Mira Solan} {Q1:said}. Neighbours stood at the gate.\n{C2:"We shall all go home now."}\n@per Mira Solan'
    assert read(other).speakers == ["Mira Solan", None]
    pronoun = '{C1:"It is late today,"} {S1:Mira Solan} {Q1:said}. She stood at the gate. {C2:"We shall all go home now."}\n@per Mira Solan'
    assert read(pronoun).speakers == ["Mira Solan", "Mira Solan"]


def test_a_quotation_with_a_verb_of_its_own_is_not_who_spoke_before() -> None:
    text = '{S1:Mira Solan} {Q1:said} {C1:it was late}. It was {Q2:said}: {C2:"We shall all go home now."}\n@per Mira Solan'
    assert read(text).speakers == ["Mira Solan", None]


KEPT_BACK = {
    "es": "{S1:Josip Tarn} {Q1:dijo} {C1:que era tarde}. Un conductor del puerto, que pidió el anonimato, {Q2:dijo} {C2:que llovía}.",
    "it": "{S1:Josip Tarn} {Q1:ha detto} {C1:che era tardi}. Un autista del porto, che ha chiesto l’anonimato, {Q2:ha detto} {C2:che pioveva}.",
    "pt": "{S1:Josip Tarn} {Q1:disse} {C1:que era tarde}. Um condutor do porto, que pediu anonimato, {Q2:disse} {C2:que chovia}.",
    "pl": "{S1:Josip Tarn} {Q1:powiedział}, {C1:że jest późno}. Jeden z kierowców, który prosił o anonimowość, {Q2:powiedział}, {C2:że pada}.",
    "cs": "{S1:Josip Tarn} {Q1:řekl}, {C1:že je pozdě}. Jeden z řidičů, který si nepřál být jmenován, {Q2:řekl}, {C2:že prší}.",
    "uk": "{S1:Josip Tarn} {Q1:сказав}, {C1:що вже пізно}. Один із водіїв, який побажав залишитися неназваним, {Q2:сказав}, {C2:що йде дощ}.",
    "ru": "{S1:Josip Tarn} {Q1:сказал}, {C1:что уже поздно}. Источник в порту, пожелавший остаться неназванным, {Q2:сообщил}, {C2:что идет дождь}.",
    "tr": "{S1:Josip Tarn} {C1:geç olduğunu} {Q1:söyledi}. Limandan, adının açıklanmasını istemeyen bir şoför {C2:yağmur yağdığını} {Q2:söyledi}.",
}


@pytest.mark.parametrize("lang", KEPT_BACK)
def test_a_verb_without_a_source_behind_words_that_keep_a_name_back_is_nobodys_known(lang: str) -> None:
    assert read(KEPT_BACK[lang] + "\n@per Josip Tarn", lang).speakers == ["Josip Tarn", None]


def test_words_that_keep_a_name_back_in_what_somebody_says_do_not_hide_who_says_more() -> None:
    text = "{S1:Josip Tarn} {Q1:řekl}, {C1:že jeden z řidičů si nepřál být jmenován}, {Q2:a dodal}, {C2:že prší}.\n@per Josip Tarn"
    assert read(text, "cs").speakers == ["Josip Tarn", "Josip Tarn"]


BODY_GOES_ON = {
    "es": "{S1:Josip Tarn} {Q1:dijo} {C1:que era tarde}. {S2:Korvin} {Q2:dijo} {C2:que llovía}, {Q3:desmintiendo} {C3:que hiciera calor}.",
    "it": "{S1:Josip Tarn} {Q1:ha detto} {C1:che era tardi}. {S2:Korvin} {Q2:ha detto} {C2:che pioveva}. {Q3:Ha aggiunto} {C3:che faceva molto freddo}.",
    "pt": "{S1:Josip Tarn} {Q1:disse} {C1:que era tarde}. {S2:Korvin} {Q2:disse} {C2:que chovia}. {Q3:Acrescentou} {C3:que fazia muito frio}.",
    "pl": "{S1:Josip Tarn} {Q1:powiedział}, {C1:że jest późno}. {S2:Korvin} {Q2:podał}, {C2:że pada}. {Q3:Dodał}, {C3:że jest bardzo zimno}.",
    "cs": "{S1:Josip Tarn} {Q1:řekl}, {C1:že je pozdě}. {S2:Korvin} {Q2:uvedla}, {C2:že prší}. {Q3:Dodala}, {C3:že je velmi chladno}.",
    "uk": "{S1:Josip Tarn} {Q1:сказав}, {C1:що вже пізно}. {S2:Korvin} {Q2:повідомила}, {C2:що йде дощ}. {Q3:Додала}, {C3:що дуже холодно}.",
    "ru": "{S1:Josip Tarn} {Q1:сказал}, {C1:что поздно}. {S2:Korvin} {Q2:сообщило}, {C2:что идет дождь}, {Q3:добавив}, {C3:что очень холодно}.",
    "tr": "{S1:Josip Tarn} {C1:geç olduğunu} {Q1:söyledi}. {S2:Korvin} {C2:yağmur yağdığını} {Q2:açıkladı}. {C3:Havanın çok soğuk olduğunu} {Q3:ekledi}.",
}
PERSON_GOES_ON = {
    "es": "{S1:Josip Tarn} {Q1:dijo} {C1:que era tarde}. {S2:Korvin} {Q2:dijo} {C2:que llovía}. Josip Tarn volvió. {Q3:Añadió} {C3:que hacía mucho frío}.",
    "cs": "{S1:Josip Tarn} {Q1:řekl}, {C1:že je pozdě}. {S2:Korvin} {Q2:uvedla}, {C2:že prší}. {Q3:Dodal}, {C3:že je velmi chladno}.",
    "ru": "{S1:Josip Tarn} {Q1:сказал}, {C1:что поздно}. {S2:Korvin} {Q2:сообщило}, {C2:что идет дождь}. {Q3:Добавил}, {C3:что очень холодно}.",
}


@pytest.mark.parametrize(
    ("lang", "text", "expected"), [*((lang, text, "Korvin") for lang, text in BODY_GOES_ON.items()), *((lang, text, "Josip Tarn") for lang, text in PERSON_GOES_ON.items())]
)
def test_a_dropped_subject_is_the_body_that_has_just_spoken_unless_the_verb_is_of_another_gender(lang: str, text: str, expected: str) -> None:
    assert read(text + "\n@per Josip Tarn\n@org Korvin", lang).speakers == ["Josip Tarn", "Korvin", expected]


@pytest.mark.parametrize(
    ("lang", "text", "full", "family"),
    [
        ("uk", "{S1:Петро Тарн} {Q1:сказав}, {C1:що пізно}. У суботу в ефірі радіо Вовк {Q2:повторив}, {C2:що дощить}.", "Степан Вовк", "Вовк"),
        ("ru", "{S1:Петр Тарн} {Q1:сказал}, {C1:что поздно}. В субботу в эфире радио Волков {Q2:повторил}, {C2:что идет дождь}.", "Степан Волков", "Волков"),
        ("pl", "{S1:Piotr Tarn} {Q1:powiedział}, {C1:że jest późno}. W sobotę na antenie radia Malina {Q2:powtórzył}, {C2:że pada}.", "Tomasz Malina", "Malina"),
        ("cs", "{S1:Petr Tarn} {Q1:řekl}, {C1:že je pozdě}. V sobotu ve vysílání rozhlasu Malina {Q2:zopakoval}, {C2:že prší}.", "Tomáš Malina", "Malina"),
        ("es", "{S1:Pedro Tarn} {Q1:dijo} {C1:que era tarde}. El sábado en antena de la radio Malina {Q2:repitió} {C2:que llovía}.", "Tomás Malina", "Malina"),
    ],
)
def test_a_name_right_before_the_verb_of_saying_is_its_subject(lang: str, text: str, full: str, family: str) -> None:
    first = text[text.index(":") + 1 : text.index("}")]
    assert read(f"{text} {full} ...\n@per {first}; {family}; {full}", lang).speakers == [first, full]


@pytest.mark.parametrize(
    ("lang", "text", "full", "form"),
    [
        ("uk", "{S1:Петро Тарн} {Q1:сказав}, {C1:що пізно}. У суботу в ефірі радіо про Вовка {Q2:повторив}, {C2:що дощить}.", "Степан Вовк", "Вовка"),
        ("ru", "{S1:Петр Тарн} {Q1:сказал}, {C1:что поздно}. В субботу в эфире радио о Волкове {Q2:повторил}, {C2:что идет дождь}.", "Степан Волков", "Волкове"),
        ("es", "{S1:Pedro Tarn} {Q1:dijo} {C1:que era tarde}. El sábado en antena de la radio de Malina {Q2:repitió} {C2:que llovía}.", "Tomás Malina", "Malina"),
    ],
)
def test_a_name_in_a_case_or_behind_a_preposition_is_no_subject(lang: str, text: str, full: str, form: str) -> None:
    first = text[text.index(":") + 1 : text.index("}")]
    assert read(f"{text} {full} ...\n@per {first}; {form}; {full}", lang).speakers == [first, first]
