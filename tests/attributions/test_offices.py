"""Who is meant by an office, and where nobody can be told."""

from __future__ import annotations

import pytest

from tests.attributions.make import read


def speaker(marked: str, lang: str = "en") -> str | None:
    return read(marked, lang).attributions[-1].speaker


def reason(marked: str, lang: str = "en") -> str:
    return read(marked, lang).attributions[-1].speaker_how


def test_the_countrys_president_is_the_president_named_before() -> None:
    text = "Ukrainian President Ostap Rudenko arrived in Arlen. {C1:“We are ready,”} {S1:the country’s president} {Q1:said}.\n@per Ostap Rudenko"
    reading = read(text)
    assert reading.speakers == ["Ostap Rudenko"]
    assert reading.attributions[0].speaker_how == "office"
    assert reading.words(reading.attributions[0].speaker_evidence) == "Ostap Rudenko"


def test_the_leader_of_a_country_is_its_president() -> None:
    text = "Ukrainian President Ostap Rudenko arrived. {S1:The Ukrainian leader} {Q1:said} {C1:he was ready}.\n@per Ostap Rudenko"
    assert speaker(text) == "Ostap Rudenko"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "De Oekraïense president Ostap Rudenko kwam aan. {S1:De Oekraïense president} {Q1:zei} {C1:dat hij klaar was}."),
        ("de", "Der ukrainische Präsident Ostap Rudenko traf ein. {S1:Der ukrainische Präsident} {Q1:sagte}, {C1:er sei bereit}."),
        ("fr", "Le président ukrainien Ostap Rudenko est arrivé. {S1:Le président ukrainien} {Q1:a dit} {C1:qu’il était prêt}."),
        ("es", "El presidente ucraniano Ostap Rudenko llegó. {S1:El presidente ucraniano} {Q1:dijo} {C1:que estaba listo}."),
        ("it", "Il presidente ucraino Ostap Rudenko è arrivato. {S1:Il presidente ucraino} {Q1:ha detto} {C1:che era pronto}."),
        ("uk", "Президент України Ostap Rudenko прибув. {S1:Президент} {Q1:сказав}, {C1:що готовий}."),
    ],
)
def test_a_description_finds_the_office_holder_in_every_language(lang: str, text: str) -> None:
    assert speaker(text + "\n@per Ostap Rudenko", lang) == "Ostap Rudenko"


def test_of_two_presidents_the_country_decides() -> None:
    text = (
        "Ukrainian President Ostap Rudenko met Russian President Gleb Orlov. {S1:The Russian president} {Q1:said} {C1:talks failed}. "
        "{S2:The Ukrainian president} {Q2:said} {C2:they had not}.\n@per Ostap Rudenko; Gleb Orlov"
    )
    assert read(text).speakers == ["Gleb Orlov", "Ostap Rudenko"]


def test_of_two_presidents_the_one_who_spoke_last_is_the_president() -> None:
    text = (
        "Ukrainian President Ostap Rudenko met Russian President Gleb Orlov. {S1:Orlov} {Q1:said} {C1:talks failed}. "
        "{S2:The president} {Q2:added} {C2:that he was tired}.\n@per Ostap Rudenko; Gleb Orlov; Orlov"
    )
    assert speaker(text) == "Gleb Orlov"


def test_two_presidents_and_no_hint_is_nobody() -> None:
    text = "Ukrainian President Ostap Rudenko met Russian President Gleb Orlov. {S1:The president} {Q1:said} {C1:talks failed}.\n@per Ostap Rudenko; Gleb Orlov"
    assert speaker(text) is None
    assert reason(text).startswith("office without a name")


def test_a_president_of_another_country_is_not_taken() -> None:
    text = "Ukrainian President Ostap Rudenko arrived. {S1:The Turkish president} {Q1:said} {C1:he was ready}.\n@per Ostap Rudenko"
    assert speaker(text) is None


def test_the_former_minister_is_the_former_minister() -> None:
    text = (
        "Finance Minister Josip Tarn and former finance minister Mira Solan met. {S1:The former minister} {Q1:said} {C1:it went well}. "
        "{S2:The minister} {Q2:said} {C2:it did not}.\n@per Josip Tarn; Mira Solan"
    )
    assert read(text).speakers == ["Mira Solan", "Josip Tarn"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ex-president Mira Solan came. {S1:The former president} {Q1:said} {C1:it was late}."),
        ("nl", "Oud-minister Mira Solan kwam. {S1:De voormalige minister} {Q1:zei} {C1:dat het laat was}."),
        ("es", "La exministra Mira Solan llegó. {S1:La antigua ministra} {Q1:dijo} {C1:que era tarde}."),
        ("fr", "L’ex-ministre Mira Solan est venue. {S1:L’ancienne ministre} {Q1:a dit} {C1:qu’il était tard}."),
    ],
)
def test_an_office_held_before_is_known_in_one_word_or_two(lang: str, text: str) -> None:
    assert speaker(text + "\n@per Mira Solan", lang) == "Mira Solan"


def test_a_former_office_is_not_a_present_one() -> None:
    text = "President Josip Tarn left. {S1:The former president} {Q1:said} {C1:it was late}.\n@per Josip Tarn"
    assert speaker(text) is None


def test_a_deputy_is_not_the_one_above() -> None:
    text = "Deputy Prime Minister Mira Solan met Prime Minister Josip Tarn. {S1:The prime minister} {Q1:said} {C1:it was late}.\n@per Mira Solan; Josip Tarn"
    assert speaker(text) == "Josip Tarn"


def test_the_spokesman_of_the_president_is_not_the_president() -> None:
    text = "Ukrainian President Ostap Rudenko arrived. {S1:%s} {Q1:said} {C1:all was well}.\n@per Ostap Rudenko; Rudenko"
    for source in ("The president’s spokesman", "A spokesman for the president", "The presidential spokesman"):
        assert speaker((text % source).replace("; Rudenko", "")) is None, source
    for source in ("A spokesman for Rudenko", "Rudenko’s spokesman", "People close to Rudenko", "Rudenko’s office"):
        assert speaker(text % source) is None, source


def test_the_spokesman_of_the_president_is_the_one_named_so() -> None:
    text = "President Ostap Rudenko rested. {S1:The president’s spokesman, Josip Tarn,} {Q1:said} {C1:all was well}. {S2:The spokesman} {Q2:added} {C2:more}. {S3:The president} {Q3:said} {C3:little}."
    assert read(text + "\n@per Ostap Rudenko; Josip Tarn").speakers == ["Josip Tarn", "Josip Tarn", "Ostap Rudenko"]


def test_an_office_in_a_relative_clause_is_not_the_names_own() -> None:
    text = "Mira Solan, who met the president, left. {S1:The president} {Q1:said} {C1:it was late}.\n@per Mira Solan"
    assert speaker(text) is None


def test_the_head_of_some_body_is_not_the_head_of_state() -> None:
    text = "Ukrainian President Ostap Rudenko arrived. {S1:The head of the Harbour Board} {Q1:said} {C1:it was full}.\n@per Ostap Rudenko\n@org Harbour Board"
    assert speaker(text) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "An aide, Josip Tarn, left. {S1:Officials} {Q1:said} {C1:it was late}."),
        ("en", "Senior official Josip Tarn left. {S1:Two officials familiar with the talks} {Q1:said} {C1:it was late}."),
        ("en", "Minister Josip Tarn left. {S1:A minister} {Q1:said} {C1:it was late}."),
        ("de", "Minister Josip Tarn ging. {S1:Die Minister} {Q1:sagten}, {C1:es sei spät}."),
        ("de", "Diplomat Josip Tarn ging. {S1:Mehrere Diplomaten} {Q1:sagten}, {C1:es sei spät}."),
        ("nl", "Functionaris Josip Tarn ging weg. {S1:Functionarissen} {Q1:zeiden} {C1:dat het laat was}."),
        ("fr", "Le ministre Josip Tarn est parti. {S1:Des ministres} {Q1:ont dit} {C1:qu’il était tard}."),
        ("es", "El ministro Josip Tarn se fue. {S1:Los ministros} {Q1:dijeron} {C1:que era tarde}."),
        ("it", "Il ministro Josip Tarn se n’è andato. {S1:I ministri} {Q1:hanno detto} {C1:che era tardi}."),
        ("uk", "Чиновник Josip Tarn пішов. {S1:Чиновники} {Q1:сказали}, {C1:що пізно}."),
    ],
)
def test_unnamed_people_are_nobody_even_where_one_of_their_kind_is_named(lang: str, text: str) -> None:
    reading = read(text + "\n@per Josip Tarn", lang)
    assert reading.speakers == [None]
    assert reading.attributions[0].speaker_how.startswith("unnamed")


def test_an_unnamed_source_is_told_with_its_words() -> None:
    assert reason("{S1:Witnesses} {Q1:said} {C1:it was late}.") == "unnamed source `Witnesses`"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The defence minister thanked Omar Tarn for coming. {C1:“We will stay,”} {S1:the minister} {Q1:said}."),
        ("en", "The defence minister also thanked Omar Tarn. {C1:“We will stay,”} {S1:the minister} {Q1:said}."),
        ("nl", "De minister van Defensie bedankte Omar Tarn. {S1:De minister} {Q1:zei} {C1:dat hij bleef}."),
        ("de", "Der Verteidigungsminister begrüßte Omar Tarn. {S1:Der Minister} {Q1:sagte}, {C1:man werde bleiben}."),
        ("fr", "Le ministre remercie Omar Tarn. {S1:Le ministre} {Q1:a dit} {C1:qu’il resterait}."),
        ("es", "El ministro criticó a Omar Tarn. {S1:El ministro} {Q1:dijo} {C1:que se quedaría}."),
        ("it", "Il ministro ringrazia Omar Tarn. {S1:Il ministro} {Q1:ha detto} {C1:che sarebbe rimasto}."),
        ("pt", "O ministro agradeceu a Omar Tarn. {S1:O ministro} {Q1:disse} {C1:que ficaria}."),
        ("pl", "Minister przyjął Omar Tarn. {S1:Minister} {Q1:powiedział}, {C1:że zostaje}."),
        ("cs", "Ministr přijal Omar Tarn. {S1:Ministr} {Q1:řekl}, {C1:že zůstává}."),
        ("uk", "Міністр прийняв Omar Tarn. {S1:Міністр} {Q1:сказав}, {C1:що залишається}."),
        ("ru", "Министр принял Omar Tarn. {S1:Министр} {Q1:сказал}, {C1:что остаётся}."),
        ("tr", "Bakan dün ağırladı Omar Tarn. {S1:Bakan} {Q1:dedi} {C1:ki kalacak}."),
    ],
)
def test_an_office_is_not_given_across_a_verb(lang: str, text: str) -> None:
    assert speaker(text + "\n@per Omar Tarn", lang) is None


def test_an_office_is_not_given_across_a_verb_with_a_capital_in_a_headline() -> None:
    text = "Defence Minister Thanks Omar Tarn After Talks\nThe talks were long. {S1:The defence minister} {Q1:said} {C1:that they ended well}.\n@per Omar Tarn"
    assert speaker(text) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "President of Ukraine Ostap Rudenko arrived. {S1:The president} {Q1:said} {C1:he was ready}."),
        ("de", "Der Präsident der Ukraine Ostap Rudenko traf ein. {S1:Der Präsident} {Q1:sagte}, {C1:er sei bereit}."),
        ("fr", "Le porte-parole du gouvernement Ostap Rudenko est venu. {S1:Le porte-parole} {Q1:a dit} {C1:qu’il était prêt}."),
        ("es", "El portavoz del gobierno Ostap Rudenko llegó. {S1:El portavoz} {Q1:dijo} {C1:que estaba listo}."),
        ("it", "Il portavoce del governo Ostap Rudenko è arrivato. {S1:Il portavoce} {Q1:ha detto} {C1:che era pronto}."),
        ("pt", "O porta-voz do governo Ostap Rudenko chegou. {S1:O porta-voz} {Q1:disse} {C1:que estava pronto}."),
        ("pl", "Rzecznik rządu Ostap Rudenko przybył. {S1:Rzecznik} {Q1:powiedział}, {C1:że jest gotów}."),
        ("cs", "Mluvčí vlády Ostap Rudenko přijel. {S1:Mluvčí} {Q1:řekl}, {C1:že je připraven}."),
        ("uk", "Речник уряду Ostap Rudenko прибув. {S1:Речник} {Q1:сказав}, {C1:що готовий}."),
        ("ru", "Представитель правительства Ostap Rudenko прибыл. {S1:Представитель} {Q1:сказал}, {C1:что готов}."),
    ],
)
def test_an_office_is_given_over_the_body_it_belongs_to(lang: str, text: str) -> None:
    assert speaker(text + "\n@per Ostap Rudenko", lang) == "Ostap Rudenko"


def test_a_friend_of_the_president_is_not_the_president() -> None:
    text = "Ostap Rudenko, a friend of the president, came. {S1:The president} {Q1:said} {C1:he was ready}.\n@per Ostap Rudenko"
    assert speaker(text) is None


@pytest.mark.parametrize(
    ("lang", "told", "meant"),
    [
        ("en", "Libertarian candidate Josip Tarn arrived.", "{S1:The Republican candidate} {Q1:said} {C1:he was ready}."),
        ("nl", "De libertaire kandidaat Josip Tarn kwam aan.", "{S1:De republikeinse kandidaat} {Q1:zei} {C1:dat hij klaar was}."),
        ("de", "Der Kandidat Josip Tarn, ein Demokrat, traf ein.", "{S1:Der republikanische Kandidat} {Q1:sagte}, {C1:er sei bereit}."),
        ("fr", "Le candidat démocrate Josip Tarn est arrivé.", "{S1:Le candidat républicain} {Q1:a dit} {C1:qu’il était prêt}."),
        ("es", "El candidato demócrata Josip Tarn llegó.", "{S1:El candidato republicano} {Q1:dijo} {C1:que estaba listo}."),
        ("it", "Il candidato democratico Josip Tarn è arrivato.", "{S1:Il candidato repubblicano} {Q1:ha detto} {C1:che era pronto}."),
        ("pt", "O candidato democrata Josip Tarn chegou.", "{S1:O candidato republicano} {Q1:disse} {C1:que estava pronto}."),
        ("pl", "Demokratyczny kandydat Josip Tarn przybył.", "{S1:Republikański kandydat} {Q1:powiedział}, {C1:że jest gotów}."),
        ("cs", "Demokratický kandidát Josip Tarn přijel.", "{S1:Republikánský kandidát} {Q1:řekl}, {C1:že je připraven}."),
        ("uk", "Кандидат Josip Tarn, демократ, прибув.", "{S1:Республіканський кандидат} {Q1:сказав}, {C1:що готовий}."),
        ("ru", "Кандидат Josip Tarn, демократ, прибыл.", "{S1:Республиканский кандидат} {Q1:сказал}, {C1:что готов}."),
    ],
)
def test_a_candidate_of_another_party_is_not_meant(lang: str, told: str, meant: str) -> None:
    assert speaker(f"{told} {meant}\n@per Josip Tarn", lang) is None


@pytest.mark.parametrize(
    "told", ["Republican candidate Josip Tarn arrived.", "The candidate Josip Tarn, a Republican from Arlen, arrived.", "Candidate Josip Tarn (Republican) arrived."]
)
def test_a_candidate_shown_to_be_of_the_party_is_meant(told: str) -> None:
    assert speaker(told + " {S1:The Republican candidate} {Q1:said} {C1:he was ready}.\n@per Josip Tarn") == "Josip Tarn"


def test_a_raised_digit_is_no_number_of_people() -> None:
    text = "Minister Ostap Rudenko arrived. {S1:The ² ministers} {Q1:said} {C1:they were ready}.\n@per Ostap Rudenko"
    assert speaker(text) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "{S1:An army spokesman} {Q1:said} {C1:it was late}. {S2:The spokesman} {Q2:said} {C2:it rained}. {S3:Josip Tarn, spokesman for the rebels,} {Q3:said} {C3:it did not}.",
        ),
        (
            "nl",
            "{S1:Een woordvoerder van het leger} {Q1:zei} {C1:dat het laat was}. {S2:De woordvoerder} {Q2:zei} {C2:dat het regende}. Woordvoerder {S3:Josip Tarn} {Q3:zei} {C3:van niet}.",
        ),
        (
            "de",
            "{S1:Ein Sprecher der Armee} {Q1:sagte}, {C1:es sei spät}. {S2:Der Sprecher} {Q2:sagte}, {C2:es regne}. {S3:Josip Tarn, Sprecher der Rebellen,} {Q3:sagte}, {C3:es regne nicht}.",
        ),
        (
            "fr",
            "{S1:Un porte-parole de l’armée} {Q1:a dit} {C1:qu’il était tard}. {S2:Le porte-parole} {Q2:a dit} {C2:qu’il pleuvait}. {S3:Josip Tarn, porte-parole des rebelles,} {Q3:a dit} {C3:que non}.",
        ),
        (
            "es",
            "{S1:Un portavoz del ejército} {Q1:dijo} {C1:que era tarde}. {S2:El portavoz} {Q2:dijo} {C2:que llovía}. {S3:Josip Tarn, portavoz de los rebeldes,} {Q3:dijo} {C3:que no}.",
        ),
        (
            "it",
            "{S1:Un portavoce dell’esercito} {Q1:ha detto} {C1:che era tardi}. {S2:Il portavoce} {Q2:ha detto} {C2:che pioveva}. {S3:Josip Tarn, portavoce dei ribelli,} {Q3:ha detto} {C3:di no}.",
        ),
        (
            "pt",
            "{S1:Um porta-voz do exército} {Q1:disse} {C1:que era tarde}. {S2:O porta-voz} {Q2:disse} {C2:que chovia}. {S3:Josip Tarn, porta-voz dos rebeldes,} {Q3:disse} {C3:que não}.",
        ),
    ],
)
def test_an_office_without_a_name_is_that_of_who_was_brought_in_last_with_it(lang: str, text: str) -> None:
    reading = read(text + "\n@per Josip Tarn", lang)
    assert reading.speakers == [None, None, "Josip Tarn"]
    before = "Spokesman {S0:Josip Tarn} {Q0:said} {C0:all was well}. " if lang == "en" else None
    assert before is None or read(before.replace("0", "4") + text + "\n@per Josip Tarn", lang).speakers == ["Josip Tarn", None, None, "Josip Tarn"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A spokesman, Josip Tarn, left. {S1:The spokesman} {Q1:said} {C1:it was late}."),
        ("en", "An army spokesman left. Spokesman Josip Tarn stayed. {S1:The spokesman} {Q1:said} {C1:it was late}."),
        ("en", "{S1:The country’s president} {Q1:said} {C1:it was late}. President {S2:Josip Tarn} {Q2:said} {C2:it rained}."),
        ("de", "Ein Sprecher ging. Regierungssprecher Josip Tarn blieb. {S1:Der Sprecher} {Q1:sagte}, {C1:es sei spät}."),
    ],
)
def test_a_holder_named_since_is_meant_and_so_is_one_named_later_of_an_office_that_one_alone_holds(lang: str, text: str) -> None:
    assert read(text + "\n@per Josip Tarn", lang).speakers[0] == "Josip Tarn"


def test_a_holder_named_later_of_an_office_that_many_hold_is_not_the_one_described_before() -> None:
    text = "{S1:The company’s lawyer} {Q1:said} {C1:it was late}. {S2:Josip Tarn, a lawyer for the victims,} {Q2:said} {C2:it rained}.\n@per Josip Tarn"
    assert read(text).speakers == [None, "Josip Tarn"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Undersecretary Mira Solan came. {S1:The minister} {Q1:said} {C1:it was late}."),
        ("nl", "Staatssecretaris Mira Solan kwam. {S1:De minister} {Q1:zei} {C1:dat het laat was}."),
        ("de", "Staatssekretärin Mira Solan kam. {S1:Die Ministerin} {Q1:sagte}, {C1:es sei spät}."),
        ("it", "La sottosegretaria Mira Solan è arrivata. {S1:La ministra} {Q1:ha detto} {C1:che era tardi}."),
        ("pl", "Wiceminister Mira Solan przyszła. {S1:Minister} {Q1:powiedziała}, {C1:że jest późno}."),
        ("tr", "Bakan Yardımcısı Mira Solan geldi. {S1:Bakan} {C1:geç olduğunu} {Q1:söyledi}."),
    ],
)
def test_a_deputy_in_one_word_is_not_the_minister(lang: str, text: str) -> None:
    assert speaker(text + "\n@per Mira Solan", lang) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("nl", "Staatssecretaris Mira Solan kwam. {S1:De staatssecretaris} {Q1:zei} {C1:dat het laat was}."),
        ("de", "Staatssekretärin Mira Solan kam. {S1:Die Staatssekretärin} {Q1:sagte}, {C1:es sei spät}."),
        ("pl", "Wiceminister Mira Solan przyszła. {S1:Wiceminister} {Q1:powiedziała}, {C1:że jest późno}."),
    ],
)
def test_a_deputy_in_one_word_is_found_again(lang: str, text: str) -> None:
    assert speaker(text + "\n@per Mira Solan", lang) == "Mira Solan"


LONG_OWNERS = [
    ("it", "È arrivato il direttore del Museo nazionale delle arti, Marco Tarn. {S1:Il direttore} {Q1:ha detto} {C1:che era tardi}.", "Museo nazionale delle arti"),
    ("fr", "Le directeur du Musée national des arts, Marco Tarn, est arrivé. {S1:Le directeur} {Q1:a dit} {C1:qu’il était tard}.", "Musée national des arts"),
    ("es", "Llegó el director del Museo Nacional de Artes, Marco Tarn. {S1:El director} {Q1:dijo} {C1:que era tarde}.", "Museo Nacional de Artes"),
    ("pt", "Chegou o diretor do Museu Nacional de Artes, Marco Tarn. {S1:O diretor} {Q1:disse} {C1:que era tarde}.", "Museu Nacional de Artes"),
    ("de", "Der Direktor des Nationalen Museums für Kunst, Marco Tarn, kam an. {S1:Der Direktor} {Q1:sagte}, {C1:es sei spät}.", "Nationalen Museums für Kunst"),
    ("nl", "De directeur van het Nationaal Museum voor Kunst, Marco Tarn, kwam aan. {S1:De directeur} {Q1:zei} {C1:dat het laat was}.", "Nationaal Museum voor Kunst"),
    ("en", "The director of the National Museum of Arts, Marco Tarn, arrived. {S1:The director} {Q1:said} {C1:it was late}.", "National Museum of Arts"),
    ("pl", "Przyjechał dyrektor Narodowego Muzeum Sztuki Marco Tarn. {S1:Dyrektor} {Q1:powiedział}, {C1:że jest późno}.", "Narodowego Muzeum Sztuki"),
    ("cs", "Přijel ředitel Národního muzea umění Marco Tarn. {S1:Ředitel} {Q1:řekl}, {C1:že je pozdě}.", "Národního muzea umění"),
    ("uk", "Прибув директор Національного музею мистецтв Marco Tarn. {S1:Директор} {Q1:сказав}, {C1:що пізно}.", "Національного музею мистецтв"),
    ("ru", "Прибыл директор Национального музея искусств Marco Tarn. {S1:Директор} {Q1:сказал}, {C1:что поздно}.", "Национального музея искусств"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "text", "owner"), LONG_OWNERS)
def test_the_name_of_a_body_between_office_and_name_may_be_long(lang: str, text: str, owner: str) -> None:
    assert speaker(f"{text}\n@per Marco Tarn\n@org {owner}", lang) == "Marco Tarn"


@pytest.mark.parametrize(
    ("lang", "text", "owner"),
    [
        ("en", "The director sued the National Museum of Arts, Marco Tarn, and others. {S1:The director} {Q1:said} {C1:it was late}.", "National Museum of Arts"),
        ("it", "Il direttore ha lasciato il Museo nazionale delle arti, Marco Tarn, pure. {S1:Il direttore} {Q1:ha detto} {C1:che era tardi}.", "Museo nazionale delle arti"),
        ("cs", "Ředitel opustil Národní muzeum umění. Marco Tarn přišel. {S1:Ředitel} {Q1:řekl}, {C1:že je pozdě}.", "Národní muzeum umění"),
    ],
)
def test_a_body_that_somebody_in_office_does_something_to_makes_nobody_its_holder(lang: str, text: str, owner: str) -> None:
    assert speaker(f"{text}\n@per Marco Tarn\n@org {owner}", lang) is None
