"""Holders that are a pronoun of another, or act for a state."""

from __future__ import annotations

import pytest

from tests.attributions.make import read


def holder(marked: str, lang: str = "en") -> str | None:
    (commitment,) = read(marked, lang).commitments
    return commitment.holder_canonical


STATES = {
    "en": "{threat1:{holder1:The French government} will close the port}.",
    "nl": "{threat1:{holder1:De Franse regering} sluit de haven}.",
    "de": "{threat1:{holder1:Die französische Armee} wird den Hafen schließen}.",
    "fr": "{threat1:{holder1:Les forces françaises} fermeront le port}.",
    "es": "{threat1:{holder1:El Gobierno francés} cerrará el puerto}.",
    "it": "{threat1:{holder1:Il governo francese} chiuderà il porto}.",
    "pt": "{threat1:{holder1:O governo francês} vai fechar o porto}.",
    "pl": "{threat1:{holder1:Francuski rząd} zamknie port}.",
    "cs": "{threat1:{holder1:Francouzská vláda} zavře přístav}.",
    "uk": "{threat1:{holder1:Французький уряд} закриє порт}.",
    "ru": "{threat1:{holder1:Французские войска} закроют порт}.",
    "tr": "{threat1:{holder1:Fransız hükümeti} limanı kapatacak}.",
}


@pytest.mark.parametrize("lang", STATES)
def test_the_government_or_army_of_a_people_is_its_state(lang: str) -> None:
    assert holder(STATES[lang], lang) == "France"


@pytest.mark.parametrize("words", ["French fishermen", "The government", "French and German forces"])
def test_others_are_no_state(words: str) -> None:
    assert holder(f"{{threat1:{{holder1:{words}}} will close the port}}.") is None


THEY = {
    "en": "{C1:“If {trigger1:Tidewire sells the harbour}, {promise1:{holder1:they} will pay for it},”} {Q1:said} {S1:Mira Solan}.",
    "nl": "{C1:“Als {trigger1:Tidewire de haven verkoopt}, {promise1:zullen {holder1:zij} ervoor betalen},”} {Q1:zei} {S1:Mira Solan}.",
    "de": "{C1:„Wenn {trigger1:Tidewire den Hafen verkauft}, {promise1:werden {holder1:sie} dafür bezahlen}“}, {Q1:sagte} {S1:Mira Solan}.",
    "fr": "{C1:« Si {trigger1:Tidewire vend le port}, {promise1:{holder1:ils} le paieront} »}, {Q1:a dit} {S1:Mira Solan}.",
    "es": "{C1:«Si {trigger1:Tidewire vende el puerto}, {promise1:{holder1:ellos} lo pagarán}»}, {Q1:dijo} {S1:Mira Solan}.",
    "it": "{C1:«Se {trigger1:Tidewire vende il porto}, {promise1:{holder1:loro} pagheranno}»}, {Q1:ha detto} {S1:Mira Solan}.",
    "pt": "{C1:«Se {trigger1:Tidewire vender o porto}, {promise1:{holder1:eles} vão pagar}»}, {Q1:disse} {S1:Mira Solan}.",
    "pl": "{C1:„Jeśli {trigger1:Tidewire sprzeda port}, {promise1:{holder1:oni} za to zapłacą}”}, {Q1:powiedziała} {S1:Mira Solan}.",
    "cs": "{C1:„Pokud {trigger1:Tidewire prodá přístav}, {promise1:{holder1:oni} za to zaplatí}“}, {Q1:řekla} {S1:Mira Solan}.",
    "uk": "{C1:«Якщо {trigger1:Tidewire продасть порт}, {promise1:{holder1:вони} за це заплатять}»}, — {Q1:сказала} {S1:Mira Solan}.",
    "ru": "{C1:«Если {trigger1:Tidewire продаст порт}, {promise1:{holder1:они} за это заплатят}»}, — {Q1:сказала} {S1:Mira Solan}.",
    "tr": "{S1:Mira Solan}, {C1:“{trigger1:Tidewire limanı satarsa} {promise1:{holder1:onlar} bunu öder}”} {Q1:dedi}.",
}


@pytest.mark.parametrize("lang", THEY)
def test_they_are_the_subject_of_their_condition(lang: str) -> None:
    assert holder(THEY[lang] + "\n@per Mira Solan\n@org Tidewire", lang) == "Tidewire"


@pytest.mark.parametrize("lang", THEY)
def test_who_warns_holds_a_warning_not_those_it_tells_of(lang: str) -> None:
    assert holder(THEY[lang].replace("promise1:", "warning1:") + "\n@per Mira Solan\n@org Tidewire", lang) == "Mira Solan"


@pytest.mark.parametrize(
    "marked",
    [
        "{C1:“If {trigger1:the levy stays}, {warning1:{holder1:we} will be ruined},”} {Q1:said} {S1:Mira Solan}.",
        "{holder1:Mira Solan} warned of {warning1:a hard winter}.",
    ],
)
def test_who_warns_of_its_own_lot_or_is_named_beside_it_holds_the_warning(marked: str) -> None:
    assert holder(marked + "\n@per Mira Solan") == "Mira Solan"


def test_it_in_quotation_marks_is_not_the_speaker() -> None:
    assert holder("{C1:“If {trigger1:Tidewire sells the harbour}, {promise1:{holder1:it} will pay},”} {Q1:said} {S1:Mira Solan}.\n@per Mira Solan\n@org Tidewire") == "Tidewire"
    assert holder("{C1:“If {trigger1:the harbour is sold}, {promise1:{holder1:he} will pay},”} {Q1:said} {S1:Mira Solan}.\n@per Mira Solan") is None


def test_one_person_is_not_they_and_two_subjects_are_nobody() -> None:
    end = "{promise1:{holder1:they} will pay},”} {Q1:said} {S1:Mira Solan}.\n@per Mira Solan"
    assert holder("{C1:“If {trigger1:Josip Tarn sells the harbour}, " + end + "; Josip Tarn") is None
    assert holder("{C1:“If {trigger1:Tidewire and Northsail sell the harbour}, " + end + "\n@org Tidewire; Northsail") is None


def test_in_indirect_speech_she_remains_the_speaker() -> None:
    text = "{S1:Mira Solan} {Q1:said} {C1:that if {trigger1:Josip Tarn resigned} {promise1:{holder1:she} would stay}}.\n@per Mira Solan; Josip Tarn"
    assert holder(text) == "Mira Solan"


@pytest.mark.parametrize(
    ("lang", "marked", "names", "holder"),
    [
        ("en", "{S1:The guild} {Q1:said} {C1:the mayor was fined for refusing to {refusal1:open the quay}}.", "", None),
        ("en", "{S1:The guild} {Q1:called} {C1:the mayor's refusal to {refusal1:open the quay} a disgrace}.", "", None),
        ("en", "{S1:The guild} {Q1:called} {C1:Mira Solan's refusal to {refusal1:open the quay} a disgrace}.", "\n@per Mira Solan", "Mira Solan"),
        ("fr", "{S1:La guilde} {Q1:a jugé} {C1:que le refus de Mira Solan d'{refusal1:ouvrir le quai} était une honte}.", "\n@per Mira Solan", "Mira Solan"),
        ("de", "{S1:Tarn Vool} {Q1:sagte}, {C1:die Weigerung von Mira Solan, {refusal1:den Kai zu öffnen}, sei eine Schande}.", "\n@per Tarn Vool; Mira Solan", "Mira Solan"),
        ("nl", "{S1:Tarn Vool} {Q1:noemde} {C1:de weigering om {refusal1:de kade te openen} een schande}.", "\n@per Tarn Vool", None),
        ("es", "{S1:Tarn Vool} {Q1:dijo} {C1:que la negativa a {refusal1:abrir el muelle} era una vergüenza}.", "\n@per Tarn Vool", None),
        ("it", "{S1:Tarn Vool} {Q1:ha detto} {C1:che il rifiuto di {refusal1:aprire il molo} era una vergogna}.", "\n@per Tarn Vool", None),
        ("pt", "{S1:Tarn Vool} {Q1:disse} {C1:que a recusa de {refusal1:abrir o cais} era uma vergonha}.", "\n@per Tarn Vool", None),
        ("ru", "{S1:Тарн Вул} {Q1:сказал}, {C1:что мэра оштрафовали за отказ {refusal1:открыть набережную}}.", "\n@per Тарн Вул", None),
        ("en", "{S1:Tarn Vool} {Q1:repeated} {C1:his promise to {promise1:open the quay}}.", "\n@per Tarn Vool", "Tarn Vool"),
        ("en", "{S1:Tarn Vool} {Q1:made a promise} {C1:to {promise1:open the quay}}.", "\n@per Tarn Vool", "Tarn Vool"),
        ("en", "{S1:A widow} {Q1:cornered} Tarn Vool over {C1:his refusal to {refusal1:open the quay}}.", "\n@per Tarn Vool", "Tarn Vool"),
        ("en", "{S1:Mira Solan} {Q1:cornered} Tarn Vool and Josip Tarn over {C1:his refusal to {refusal1:open the quay}}.", "\n@per Mira Solan; Tarn Vool; Josip Tarn", None),
        ("en", "{S1:Mira Solan} {Q1:told} Tarn Vool {C1:of his refusal to {refusal1:open the quay}}.", "\n@per Mira Solan; Tarn Vool", None),
        ("nl", "{S1:Een weduwe} {Q1:confronteerde} Tarn Vool met {C1:zijn weigering om {refusal1:de kade te openen}}.", "\n@per Tarn Vool", "Tarn Vool"),
        ("fr", "{S1:Une veuve} {Q1:a interpellé} Tarn Vool {C1:sur son refus d'{refusal1:ouvrir le quai}}.", "\n@per Tarn Vool", "Tarn Vool"),
        ("es", "{S1:Una viuda} {Q1:encaró} a Tarn Vool {C1:por su negativa a {refusal1:abrir el muelle}}.", "\n@per Tarn Vool", "Tarn Vool"),
    ],
)
def test_an_act_told_of_somebody_is_never_the_tellers(lang: str, marked: str, names: str, holder: str | None) -> None:
    (commitment,) = read(marked + names, lang).commitments
    assert commitment.holder_canonical == holder


@pytest.mark.parametrize(
    ("lang", "marked", "holder"),
    [
        ("en", "{S1:Tarn Vool's lawyer} {Q1:said} {C1:{refusal1:{holder1:he} would not answer}}.\n@per Tarn Vool", "Tarn Vool"),
        ("en", "Mira Solan left. {S1:His lawyer} {Q1:said} {C1:{refusal1:{holder1:he} would not answer}}.\n@per Mira Solan", None),
        ("en", "{S1:The spokeswoman Mira Solan} {Q1:said} {C1:{refusal1:{holder1:he} would not answer}}.\n@per Mira Solan", None),
        ("de", "{S1:Die Präsidentin Mira Solan} {Q1:sagte}, {C1:{refusal1:{holder1:er} werde nicht antworten}}.\n@per Mira Solan", None),
        ("de", "{S1:Die Präsidentin Mira Solan} {Q1:sagte}, {C1:{refusal1:{holder1:sie} werde nicht antworten}}.\n@per Mira Solan", "Mira Solan"),
        ("fr", "{S1:L'avocat de Tarn Vool} {Q1:a dit} {C1:qu'{refusal1:{holder1:il} ne répondra pas}}.\n@per Tarn Vool", "Tarn Vool"),
    ],
)
def test_he_in_reported_speech_is_the_principal_or_a_speaker_of_that_gender(lang: str, marked: str, holder: str | None) -> None:
    (commitment,) = read(marked, lang).commitments
    assert commitment.holder_canonical == holder


OWN_STATES = {
    "en": "{S1:French president Josip Tarn} {Q1:said} {C1:{threat1:{holder1:his country} will close the port}}.",
    "nl": "{S1:De Franse president Josip Tarn} {Q1:zei} {C1:dat {threat1:{holder1:zijn land} de haven zal sluiten}}.",
    "de": "{S1:Der französische Präsident Josip Tarn} {Q1:sagte}, {C1:{threat1:{holder1:sein Land} werde den Hafen schließen}}.",
    "fr": "{S1:Le président français Josip Tarn} {Q1:a dit} {C1:que {threat1:{holder1:son pays} fermerait le port}}.",
    "es": "{S1:El presidente francés Josip Tarn} {Q1:dijo} {C1:que {threat1:{holder1:su país} cerrará el puerto}}.",
    "it": "{S1:Il presidente francese Josip Tarn} {Q1:ha detto} {C1:che {threat1:{holder1:il suo Paese} chiuderà il porto}}.",
    "pt": "{S1:O presidente francês Josip Tarn} {Q1:disse} {C1:que {threat1:{holder1:o seu país} vai fechar o porto}}.",
    "pl": "{S1:Francuski prezydent Josip Tarn} {Q1:powiedział}, {C1:że {threat1:{holder1:jego kraj} zamknie port}}.",
    "cs": "{S1:Francouzský prezident Josip Tarn} {Q1:řekl}, {C1:že {threat1:{holder1:jeho země} zavře přístav}}.",
    "uk": "{S1:Французький президент Йосип Тарн} {Q1:сказав}, {C1:що {threat1:{holder1:його країна} закриє порт}}.",
    "ru": "{S1:Французский президент Иосип Тарн} {Q1:сказал}, {C1:что {threat1:{holder1:его страна} закроет порт}}.",
    "tr": "{S1:Fransız Cumhurbaşkanı Josip Tarn} {C1:{threat1:{holder1:ülkesinin} limanı kapatacağını}} {Q1:söyledi}.",
}
OWN_FORCES = {
    "en": "{C1:“{threat1:{holder1:Our armed forces} will close the port},”} {Q1:said} {S1:French president Josip Tarn}.",
    "de": "{C1:„{threat1:{holder1:Unsere Armee} wird den Hafen schließen}“}, {Q1:sagte} {S1:der französische Präsident Josip Tarn}.",
    "fr": "{C1:« {threat1:{holder1:Nos forces armées} fermeront le port} »}, {Q1:a dit} {S1:le président français Josip Tarn}.",
    "uk": "{C1:«{threat1:{holder1:Наша армія} закриє порт}»}, — {Q1:сказав} {S1:французький президент Йосип Тарн}.",
    "tr": "{S1:Fransız Cumhurbaşkanı Josip Tarn}, {C1:“{threat1:{holder1:Ordumuz} limanı kapatacak}”} {Q1:dedi}.",
}


def name_president(lang: str) -> str:
    return "\n@per " + {"uk": "Йосип Тарн", "ru": "Иосип Тарн"}.get(lang, "Josip Tarn")


@pytest.mark.parametrize("lang", OWN_STATES)
def test_his_country_is_the_state_that_the_words_for_the_speaker_name(lang: str) -> None:
    assert holder(OWN_STATES[lang] + name_president(lang), lang) == "France"


@pytest.mark.parametrize("lang", OWN_FORCES)
def test_our_army_is_the_state_of_who_is_quoted(lang: str) -> None:
    assert holder(OWN_FORCES[lang] + name_president(lang), lang) == "France"


@pytest.mark.parametrize(
    "marked",
    [
        "{S1:Josip Tarn} {Q1:said} {C1:{threat1:{holder1:his country} will close the port}}.\n@per Josip Tarn",
        "{S1:French singer Josip Tarn} {Q1:said} {C1:{threat1:{holder1:his government} will close the port}}.\n@per Josip Tarn",
        "{S1:French president Josip Tarn} {Q1:said} {C1:{threat1:{holder1:his party} will close the port}}.\n@per Josip Tarn",
        "{S1:French president Josip Tarn} {Q1:said} {C1:of Ada Quill that {threat1:{holder1:her country} will close the port}}.\n@per Josip Tarn; Ada Quill",
        "{C1:“{threat1:{holder1:Their army} will close the port},”} {Q1:said} {S1:French president Josip Tarn}.\n@per Josip Tarn",
        "{S1:The French ambassador in Spain, Josip Tarn,} {Q1:said} {C1:{threat1:{holder1:his country} will close the port}}.\n@per Josip Tarn",
    ],
)
def test_whose_country_is_not_told_stays_open(marked: str) -> None:
    assert holder(marked) is None


FROM_THERE = {
    "en": "{refusal1:{holder1:The firm from the Netherlands} refuses to pay}.",
    "nl": "{refusal1:{holder1:De firma uit Frankrijk} weigert te betalen}.",
    "de": "{refusal1:{holder1:Die Firma aus Frankreich} weigert sich zu zahlen}.",
    "fr": "{refusal1:{holder1:L’entreprise des Pays-Bas} refuse de payer}.",
    "es": "{refusal1:{holder1:La empresa de los Países Bajos} se niega a pagar}.",
    "it": "{refusal1:{holder1:La ditta dei Paesi Bassi} si rifiuta di pagare}.",
    "pt": "{refusal1:{holder1:A empresa dos Países Baixos} recusa pagar}.",
    "pl": "{refusal1:{holder1:Firma z Holandii} odmawia zapłaty}.",
    "ru": "{refusal1:{holder1:Фирма из Нидерландов} отказывается платить}.",
}
PLACES = {
    "en": "Netherlands",
    "nl": "Frankrijk",
    "de": "Frankreich",
    "fr": "Pays-Bas",
    "es": "Países Bajos",
    "it": "Paesi Bassi",
    "pt": "Países Baixos",
    "pl": "Holandii",
    "ru": "Нидерландов",
}


@pytest.mark.parametrize("lang", FROM_THERE)
def test_a_firm_is_not_the_country_it_is_from(lang: str) -> None:
    assert holder(f"{FROM_THERE[lang]}\n@loc {PLACES[lang]}", lang) is None


@pytest.mark.parametrize(
    ("lang", "text", "place"),
    [
        ("es", "{refusal1:{holder1:Los Países Bajos} se niegan a pagar}.", "Países Bajos"),
        ("es", "{refusal1:{holder1:El Gobierno de los Países Bajos} se niega a pagar}.", "Países Bajos"),
        ("en", "{refusal1:{holder1:The government of the Netherlands} refuses to pay}.", "Netherlands"),
        ("fr", "{refusal1:{holder1:La petite Belgique} refuse de payer}.", "Belgique"),
    ],
)
def test_a_country_and_its_government_are_that_state(lang: str, text: str, place: str) -> None:
    assert holder(f"{text}\n@loc {place}", lang) in ("Netherlands", "Belgium")


SOLAN = "\n@per Mira Solan"


@pytest.mark.parametrize(
    ("lang", "marked", "expected"),
    [
        ("en", "{S1:Mira Solan} {Q1:said}: {C1:“{promise1:We will rebuild the quay}”}.", ("We", "Mira Solan")),
        ("en", "{S1:Mira Solan} {Q1:said}: {C1:“{refusal1:This is nothing we could accept}”}.", ("we", "Mira Solan")),
        ("de", "{S1:Mira Solan} {Q1:sagte}: {C1:„{promise1:Morgen bauen wir den Kai auf}“}.", ("wir", "Mira Solan")),
        ("en", "{S1:Mira Solan} {Q1:said}: {C1:“{promise1:They will rebuild the quay}”}.", ("They", None)),
        ("fr", "{S1:Mira Solan} {Q1:a dit} : {C1:« {promise1:Ils rebâtiront le quai} »}.", ("Ils", None)),
        ("es", "{S1:Mira Solan} {Q1:dijo}: {C1:«{promise1:Ellos reconstruirán el muelle}»}.", ("Ellos", None)),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:{promise1:they would rebuild the quay}}.", ("Mira Solan", "Mira Solan")),
        ("en", "{S1:Mira Solan} {Q1:said}: {C1:“{promise1:It will be rebuilt}”}.", ("Mira Solan", "Mira Solan")),
        ("en", "{S1:Mira Solan} {Q1:said}: {C1:“{demand1:They must rebuild the quay}”}.", ("Mira Solan", "Mira Solan")),
    ],
)
def test_the_subject_of_an_act_holds_it_where_the_model_names_nobody(lang: str, marked: str, expected: tuple[str, str | None]) -> None:
    reading = read(marked + SOLAN, lang)
    (commitment,) = reading.commitments
    assert (reading.words(commitment.holder), commitment.holder_canonical) == expected


@pytest.mark.parametrize(
    "marked",
    [
        "{S1:Mira Solan} {Q1:warned} {C1:that {warning1:{holder1:the city} will burn}}.",
        "{S1:Mira Solan} {Q1:said} {C1:{demand1:{holder1:the guild} must pay}}.",
        "{S1:Mira Solan} {Q1:said}: {C1:“{warning1:We will see {holder1:the city} burn}”}.",
    ],
)
def test_who_warns_or_demands_holds_it_and_not_who_is_told_of_in_it(marked: str) -> None:
    assert holder(marked + SOLAN) == "Mira Solan"


def test_a_speaker_who_is_named_before_is_shown_by_the_words_that_name_it() -> None:
    reading = read("{S1:Mira Solan} {Q1:dijo} {C1:que hacía frío} y {Q2:añadió} {C2:que {promise2:el muelle sería reconstruido}}." + SOLAN, "es")
    (commitment,) = reading.commitments
    assert reading.words(commitment.holder) == commitment.holder_canonical == "Mira Solan"
