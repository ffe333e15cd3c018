"""Who is taken to be the speaker, and where nobody is."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

ONE = "{S1:Mira Solan} {Q1:spoke of} {C1:a long winter}.\n\n"


def speaker(marked: str, lang: str = "en", index: int = -1) -> str | None:
    return read(marked, lang).attributions[index].speaker


def reason(marked: str, lang: str = "en", index: int = -1) -> str:
    return read(marked, lang).attributions[index].speaker_how


def test_a_named_source_is_the_speaker_with_the_name_as_evidence() -> None:
    reading = read('{C1:"We will leave,"} {S1:deputy governor Mira Solan} {Q1:said}.\n@per Mira Solan')
    (attribution,) = reading.attributions
    assert attribution.speaker == "Mira Solan"
    assert attribution.speaker_how == "named"
    assert reading.words(attribution.speaker_evidence) == "Mira Solan"
    assert attribution.speaker_as_written == "deputy governor Mira Solan"


def test_a_family_name_joins_the_full_name_given_before() -> None:
    assert speaker(ONE + "{S2:Solan} {Q2:said} {C2:that it was over}.\n@per Mira Solan; Solan") == "Mira Solan"


def test_a_family_name_joins_the_full_name_given_later() -> None:
    text = "{S1:Solan} {Q1:said} {C1:it was over}. {S2:Mira Solan, 51,} {Q2:added} {C2:that she was glad}.\n@per Mira Solan; Solan"
    assert read(text).speakers == ["Mira Solan", "Mira Solan"]


def test_a_double_family_name_joins_the_full_name() -> None:
    text = "{S1:Hanna Korvin Slot} {Q1:zei} {C1:dat het laat was}. {S2:Korvin Slot} {Q2:voegde toe} {C2:dat het koud was}.\n@per Hanna Korvin Slot; Korvin Slot"
    assert read(text, "nl").speakers == ["Hanna Korvin Slot", "Hanna Korvin Slot"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Josip Tarn} {Q1:said} {C1:it was late}. {S2:He} {Q2:added} {C2:that it was cold}."),
        ("de", "{S1:Josip Tarn} {Q1:sagte}, {C1:es sei spät}. {S2:Er} {Q2:betonte}, {C2:es sei kalt}."),
        ("fr", "{S1:Josip Tarn} {Q1:a dit} {C1:qu’il était tard}. {S2:Il} {Q2:a ajouté} {C2:qu’il faisait froid}."),
        ("nl", "{S1:Josip Tarn} {Q1:zei} {C1:dat het laat was}. {S2:Hij} {Q2:voegde eraan toe} {C2:dat het koud was}."),
        ("es", "{S1:Josip Tarn} {Q1:dijo} {C1:que era tarde}. {S2:Él} {Q2:añadió} {C2:que hacía frío}."),
        ("it", "{S1:Josip Tarn} {Q1:ha detto} {C1:che era tardi}. {S2:Lui} {Q2:ha aggiunto} {C2:che faceva freddo}."),
        ("pt", "{S1:Josip Tarn} {Q1:disse} {C1:que era tarde}. {S2:Ele} {Q2:acrescentou} {C2:que estava frio}."),
        ("uk", "{S1:Josip Tarn} {Q1:сказав}, {C1:що вже пізно}. {S2:Він} {Q2:додав}, {C2:що холодно}."),
    ],
)
def test_he_is_the_speaker_before_in_every_language(lang: str, text: str) -> None:
    assert read(text + "\n@per Josip Tarn", lang).speakers == ["Josip Tarn", "Josip Tarn"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Spokeswoman {S1:Mira Solan} {Q1:said} {C1:it was late}. {S2:Josip Tarn} {Q2:said} {C2:it was early}. Mr Tarn left. {S3:She} {Q3:added} {C3:that it was cold}."),
        ("de", "Frau {S1:Mira Solan} {Q1:sagte}, {C1:es sei spät}. Herr {S2:Josip Tarn} {Q2:sagte}, {C2:es sei früh}. {S3:Sie} {Q3:betonte}, {C3:es sei kalt}."),
        ("nl", "Mevrouw {S1:Mira Solan} {Q1:zei} {C1:dat het laat was}. Meneer {S2:Josip Tarn} {Q2:zei} {C2:dat het vroeg was}. {S3:Zij} {Q3:zei} {C3:dat het koud was}."),
        ("fr", "Mme {S1:Mira Solan} {Q1:a dit} {C1:qu’il était tard}. Monsieur {S2:Josip Tarn} {Q2:a dit} {C2:qu’il était tôt}. {S3:Elle} {Q3:a ajouté} {C3:qu’il faisait froid}."),
        ("uk", "Пані {S1:Mira Solan} {Q1:сказала}, {C1:що пізно}. Пан {S2:Josip Tarn} {Q2:сказав}, {C2:що рано}. {S3:Вона} {Q3:додала}, {C3:що холодно}."),
    ],
)
def test_she_skips_a_man_who_spoke_since(lang: str, text: str) -> None:
    assert read(text + "\n@per Mira Solan; Josip Tarn; Tarn" if "Mr Tarn" in text else text + "\n@per Mira Solan; Josip Tarn", lang).speakers[2] == "Mira Solan"


def test_a_pronoun_takes_up_the_subject_of_the_sentence_before_rather_than_an_earlier_speaker() -> None:
    text = "{S1:Josip Tarn} {Q1:called} {C1:the plan dead}. Mira Solan disagreed. {S2:She} {Q2:said} {C2:it was alive}.\n@per Josip Tarn; Mira Solan"
    assert speaker(text) == "Mira Solan"


def test_a_pronoun_is_not_the_person_who_was_told() -> None:
    text = "{S1:Josip Tarn} {Q1:told} Mira Solan {C1:the plan was dead}. {S2:He} {Q2:added} {C2:that it was late}.\n@per Josip Tarn; Mira Solan"
    assert speaker(text) == "Josip Tarn"


def test_a_name_inside_a_quotation_is_no_antecedent() -> None:
    text = '{S1:Josip Tarn} {Q1:said}: {C1:"Mira Solan is wrong."} {S2:He} {Q2:added} {C2:that it was late}.\n@per Josip Tarn; Mira Solan'
    assert speaker(text) == "Josip Tarn"


def test_a_pronoun_without_any_name_before_stays_open() -> None:
    assert speaker("{S1:He} {Q1:said} {C1:that it was late}.") is None
    assert "without an antecedent" in reason("{S1:He} {Q1:said} {C1:that it was late}.")


def test_it_is_the_organisation_that_spoke_and_not_the_person() -> None:
    text = "{S1:The Harbour Board} {Q1:said} {C1:it was full}. Mira Solan agreed. {S2:It} {Q2:added} {C2:that ships wait}.\n@org Harbour Board\n@per Mira Solan"
    assert speaker(text) == "Harbour Board"


def test_they_and_we_are_nobody() -> None:
    assert speaker(ONE + "{S2:They} {Q2:said} {C2:it was over}.\n@per Mira Solan") is None
    assert speaker(ONE + "{S2:We} {Q2:asked} {C2:for comment}.\n@per Mira Solan") is None


@pytest.mark.parametrize(("lang", "word"), [("en", "He"), ("en", "she"), ("de", "Er"), ("de", "Sie"), ("fr", "Il"), ("nl", "Hij"), ("uk", "Він")])
def test_a_pronoun_that_the_model_took_for_a_name_never_becomes_a_speaker(lang: str, word: str) -> None:
    reading = read(f"{{S1:{word}}} {{Q1:xx}} {{C1:yy zz}}.\n@per {word}", lang)
    assert reading.speakers == [None]
    assert reading.mentions == ()


# -- several names ----------------------------------------------------------------------------------------------------


def test_several_speakers_are_nobody() -> None:
    names = "\n@per Mira Solan; Josip Tarn"
    assert speaker("{S1:Mira Solan and Josip Tarn} {Q1:said} {C1:it was late}." + names) is None
    assert reason("{S1:Mira Solan and Josip Tarn} {Q1:said} {C1:it was late}." + names) == "several speakers: Mira Solan, Josip Tarn"
    assert speaker("{S1:Mira Solan en Josip Tarn} {Q1:zeiden} {C1:dat het laat was}." + names, "nl") is None
    assert speaker("{S1:Mira Solan and her deputy} {Q1:said} {C1:it was late}.\n@per Mira Solan") is None
    assert speaker("{S1:The mayor and Mira Solan} {Q1:said} {C1:it was late}.\n@per Mira Solan") is None


def test_a_name_in_the_description_of_another_is_not_a_second_speaker() -> None:
    names = "\n@per Mira Solan; Josip Tarn"
    assert speaker("{S1:Mira Solan’s adviser Josip Tarn} {Q1:said} {C1:it was late}." + names) == "Josip Tarn"
    assert speaker("{S1:Josip Tarn, a lawyer for Mira Solan,} {Q1:said} {C1:it was late}." + names) == "Josip Tarn"


# -- organisations, states, seats -------------------------------------------------------------------------------------


def test_an_organisation_speaks_under_its_name() -> None:
    assert speaker("{S1:The Harbour Board} {Q1:said} {C1:it was full}.\n@org Harbour Board") == "Harbour Board"


def test_people_at_an_organisation_are_not_the_organisation() -> None:
    for source in ("Officials at the Harbour Board", "Two people at the Harbour Board", "Critics of the Harbour Board"):
        assert speaker(f"{{S1:{source}}} {{Q1:said}} {{C1:it was full}}.\n@org Harbour Board") is None, source


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "{S1:A Korvin employee} {Q1:said} {C1:it was late}.", None),
        ("en", "{S1:Two Korvin workers} {Q1:said} {C1:it was late}.", None),
        ("nl", "{S1:Een Korvin medewerker} {Q1:zei} {C1:dat het laat was}.", None),
        ("de", "{S1:Ein Mitarbeiter der Korvin} {Q1:sagte}, {C1:es sei spät}.", None),
        ("pl", "{S1:Rozmówca „Korvin”} {Q1:powiedział}, {C1:że jest późno}.", None),
        ("cs", "{S1:Zaměstnanec Korvin} {Q1:řekl}, {C1:že je pozdě}.", None),
        ("ru", "{S1:Водитель «Korvin»} {Q1:сказал}, {C1:что поздно}.", None),
        ("tr", "{S1:Bir Korvin çalışanı} {C1:geç olduğunu} {Q1:söyledi}.", None),
        ("en", "{S1:The Korvin group} {Q1:said} {C1:it was late}.", "Korvin"),
        ("en", "{S1:Korvin, the owner of the site,} {Q1:said} {C1:it was late}.", "Korvin"),
        ("en", "{S1:The drivers' union Korvin} {Q1:said} {C1:it was late}.", "Korvin"),
        ("de", "{S1:Die Gewerkschaft der Fahrer Korvin} {Q1:sagte}, {C1:es sei spät}.", "Korvin"),
        ("es", "{S1:El grupo Korvin} {Q1:dijo} {C1:que era tarde}.", "Korvin"),
    ],
)
def test_a_person_of_a_body_is_not_the_body(lang: str, text: str, expected: str | None) -> None:
    assert speaker(text + "\n@org Korvin", lang) == expected


def test_two_organisations_are_nobody() -> None:
    assert speaker("{S1:The Harbour Board and Tidewire} {Q1:said} {C1:it was full}.\n@org Harbour Board; Tidewire") is None


def test_a_state_speaks_under_its_english_name() -> None:
    assert speaker("{S1:Україна} {Q1:заявила}, {C1:що готова}.\n@loc Україна", "uk") == "Ukraine"
    assert speaker("{S1:Duitsland} {Q1:zei} {C1:dat het laat was}.\n@loc Duitsland", "nl") == "Germany"


def test_a_capital_that_speaks_is_its_government() -> None:
    assert speaker("{S1:Berlin} {Q1:insisted} {C1:it was ready}.\n@loc Berlin") == "Germany"
    assert speaker("{S1:Moskau} {Q1:erklärte}, {C1:man sei bereit}.\n@loc Moskau", "de") == "Russia"
    assert speaker("{S1:The Hague} {Q1:said} {C1:it was ready}.\n@loc The Hague") == "Netherlands"
    assert reason("{S1:Berlin} {Q1:insisted} {C1:it was ready}.\n@loc Berlin") == "seat of government `Berlin`"


def test_another_place_that_speaks_stays_that_place() -> None:
    assert speaker("{S1:Springvale} {Q1:said} {C1:it was ready}.\n@loc Springvale") == "Springvale"


# -- quotations without a source --------------------------------------------------------------------------------------


def test_a_quotation_belongs_to_the_one_person_named_in_the_sentence_before() -> None:
    text = "Josip Tarn came late. Mira Solan shook her head. {C1:“Not one of them will ever come back.”}\n@per Mira Solan; Josip Tarn"
    assert speaker(text) == "Mira Solan"
    assert reason(text) == "named before the quotation"


def test_a_quotation_after_a_colon_belongs_to_the_name_before_it() -> None:
    assert speaker("Mira Solan was blunt:\n\n{C1:“Not one of them will ever come back.”}\n@per Mira Solan") == "Mira Solan"


def test_speech_goes_on_over_paragraphs() -> None:
    text = "{C1:“The bridge is closed,”} {S1:Mira Solan} {Q1:said}.\n\n{C2:“It will stay closed all winter.”}\n\n{C3:“And longer.”}\n@per Mira Solan"
    assert read(text).speakers == ["Mira Solan"] * 3


def test_speech_does_not_go_on_over_an_unnamed_speaker() -> None:
    text = "{C1:“The bridge is closed,”} {S1:Mira Solan} {Q1:said}. {C2:“It is open,”} {S2:witnesses} {Q2:said}.\n\n{C3:“We drove over it.”}\n@per Mira Solan"
    assert read(text).speakers == ["Mira Solan", None, None]


def test_speech_does_not_go_on_over_a_paragraph_of_narration() -> None:
    text = "{C1:“The bridge is closed,”} {S1:Mira Solan} {Q1:said}.\n\nThe river rose all day.\n\n{C2:“It will stay closed all winter.”}\n@per Mira Solan"
    assert read(text).speakers == ["Mira Solan", None]


def test_the_person_told_does_not_speak_next() -> None:
    text = "{S1:Mira Solan} rose. {C2:“The bridge is closed,”} {S2:she} {Q2:told} Josip Tarn. {C3:“It will stay closed.”}".replace("{S1:Mira Solan}", "Mira Solan")
    assert read(text + "\n@per Mira Solan; Josip Tarn").speakers == ["Mira Solan", "Mira Solan"]


def test_told_thought_without_marks_belongs_to_the_person_before_it() -> None:
    assert speaker("Mira Solan was in no mood to talk. {C1:The bridge would stay closed, and that was that}.\n@per Mira Solan") == "Mira Solan"


def test_told_speech_goes_on_without_marks() -> None:
    text = "{S1:Mira Solan} {Q1:said} {C1:that the bridge was closed}. {C2:It would stay so all winter}.\n@per Mira Solan"
    assert read(text).speakers == ["Mira Solan", "Mira Solan"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "{S1:Mira Solan} {Q1:dijo} {C1:que era tarde}. {Q2:Añadió} {C2:que hacía frío}."),
        ("it", "{S1:Mira Solan} {Q1:ha detto} {C1:che era tardi}. {Q2:Ha aggiunto} {C2:che faceva freddo}."),
        ("pt", "Mira Solan abriu o debate. {C1:Era tarde}, {Q1:disse}. {Q2:Acrescentou} {C2:que estava frio}."),
    ],
)
def test_a_verb_without_a_subject_takes_up_the_person_before(lang: str, text: str) -> None:
    assert read(text + "\n@per Mira Solan", lang).speakers == ["Mira Solan", "Mira Solan"]


def test_a_claim_that_nobody_is_near_is_nobodys() -> None:
    assert speaker("The river rose. {C1:The bridge would stay closed}.") is None
    assert reason("The river rose. {C1:The bridge would stay closed}.") == "no source in the text"


@pytest.mark.parametrize(
    ("lang", "source"),
    [
        ("en", "The presidential palace"),
        ("nl", "Het presidentiële paleis"),
        ("it", "Gli ispettori dell'Ufficio Porto"),
        ("fr", "Les syndicats de la société Ufficio Porto"),
        ("tr", "Mira Solan'ın avukatları"),
    ],
)
def test_words_that_only_describe_somebody_else_are_no_speaker(lang: str, source: str) -> None:
    name = "\n@org Ufficio Porto" if "Porto" in source else ""
    assert speaker(f"President Mira Solan came.\n\n{{S1:{source}}} {{Q1:xx}} {{C1:yy zz}}.\n@per Mira Solan{name}", lang) is None
