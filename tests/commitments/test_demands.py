"""What somebody else must do, where the model saw nothing."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

MUST = {
    "en": ("{S1:Mira Solan} {Q1:said} {C1:that the guild must leave the quay}.", "the guild must leave the quay"),
    "nl": ("{S1:Mira Solan} {Q1:zei} {C1:dat het gilde de kade moet verlaten}.", "het gilde de kade moet verlaten"),
    "de": ("{S1:Mira Solan} {Q1:sagte}, {C1:dass die Gilde den Kai verlassen müsse}.", "die Gilde den Kai verlassen müsse"),
    "fr": ("{S1:Mira Solan} {Q1:a dit} {C1:que la guilde doit quitter le quai}.", "la guilde doit quitter le quai"),
    "es": ("{S1:Mira Solan} {Q1:dijo} {C1:que el gremio debe dejar el muelle}.", "el gremio debe dejar el muelle"),
    "it": ("{S1:Mira Solan} {Q1:ha detto} {C1:che la gilda deve lasciare il molo}.", "la gilda deve lasciare il molo"),
    "pt": ("{S1:Mira Solan} {Q1:disse} {C1:que a guilda tem de deixar o cais}.", "a guilda tem de deixar o cais"),
    "pl": ("{S1:Mira Solan} {Q1:powiedziała}, {C1:że cech musi opuścić nabrzeże}.", "cech musi opuścić nabrzeże"),
    "cs": ("{S1:Mira Solan} {Q1:řekla}, {C1:že cech musí opustit nábřeží}.", "cech musí opustit nábřeží"),
    "uk": ("{S1:Mira Solan} {Q1:сказала}, {C1:що гільдія повинна залишити набережну}.", "гільдія повинна залишити набережну"),
    "ru": ("{S1:Mira Solan} {Q1:сказала}, {C1:что гильдия должна покинуть набережную}.", "гильдия должна покинуть набережную"),
    "tr": ("{S1:Mira Solan}, {C1:“Lonca rıhtımı terk etmelidir”} {Q1:dedi}.", "Lonca rıhtımı terk etmelidir"),
}
NAMED = "\n@per Mira Solan"


@pytest.mark.parametrize("lang", MUST)
def test_what_another_must_do_is_a_demand(lang: str) -> None:
    marked, words = MUST[lang]
    reading = read(marked + NAMED, lang)
    assert [(c.force, reading.words(c.consequence), c.holder_canonical) for c in reading.commitments] == [("demand", words, "Mira Solan")]


YOU = {
    "en": "{C1:“You have got to leave the quay”}, {Q1:said} {S1:Mira Solan}.",
    "nl": "{C1:“Jullie moeten de kade verlaten”}, {Q1:zei} {S1:Mira Solan}.",
    "de": "{C1:„Ihr müsst den Kai verlassen“}, {Q1:sagte} {S1:Mira Solan}.",
    "fr": "{C1:« Vous devez quitter le quai »}, {Q1:a dit} {S1:Mira Solan}.",
    "es": "{C1:«Tenéis que dejar el muelle»}, {Q1:dijo} {S1:Mira Solan}.",
    "it": "{C1:«Dovete lasciare il molo»}, {Q1:ha detto} {S1:Mira Solan}.",
    "pt": "{C1:“Tens de deixar o cais”}, {Q1:disse} {S1:Mira Solan}.",
    "pl": "{C1:„Musicie opuścić nabrzeże”}, {Q1:powiedziała} {S1:Mira Solan}.",
    "cs": "{C1:„Musíte opustit nábřeží“}, {Q1:řekla} {S1:Mira Solan}.",
    "uk": "{C1:«Ви мусите залишити набережну»}, {Q1:сказала} {S1:Mira Solan}.",
    "ru": "{C1:«Вы должны покинуть набережную»}, {Q1:сказала} {S1:Mira Solan}.",
    "tr": "{C1:“Rıhtımı terk etmelisiniz”} {Q1:dedi} {S1:Mira Solan}.",
}


@pytest.mark.parametrize("lang", YOU)
def test_what_you_must_do_is_a_demand(lang: str) -> None:
    assert [c.force for c in read(YOU[lang] + NAMED, lang).commitments] == ["demand"]


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("en", "{C1:“You should leave the quay now”}, {Q1:said} {S1:Mira Solan}."),
        ("it", "{C1:«Dovete sapere che il molo è vecchio»}, {Q1:ha detto} {S1:Mira Solan}."),
        ("de", "{C1:„Ihr müsst den Kai gut kennen“}, {Q1:sagte} {S1:Mira Solan}."),
        ("en", "{C1:“We must mend our own quay”}, {Q1:said} {S1:Mira Solan}."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:that the guild must have left the quay}."),
        ("en", "The guild must leave the quay. Mira Solan wept."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:die Gilde muss am Kai gewesen sein}."),
        ("fr", "{S1:Mira Solan} {Q1:a dit} {C1:que la guilde doit avoir quitté le quai}."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:that the guild should leave the quay}."),
    ],
)
def test_own_duties_guesses_and_advice_demand_nothing(lang: str, marked: str) -> None:
    assert read(marked + NAMED, lang).commitments == ()


def test_a_demand_keeps_its_apposition_and_leaves_its_condition_out() -> None:
    reading = read("{S1:Mira Solan} {Q1:said} {C1:that Tarn, the guild's master, must leave the quay, the last of his barges included, if the levy stays}." + NAMED)
    (commitment,) = reading.commitments
    assert (reading.words(commitment.consequence) or "").endswith("must leave the quay, the last of his barges included")
    assert [reading.words(c.span) for c in commitment.conditions] == ["the levy stays"]


STATES = {
    "en": [
        "{S1:Mira Solan} {Q1:said} {C1:that the harbour must be the oldest in the region}.",
        "{S1:Mira Solan} {Q1:said} {C1:the villages, which the guild must leave, are quiet}.",
    ],
    "nl": [
        "{S1:Mira Solan} {Q1:zei} {C1:dat de haven de oudste van de streek moet zijn}.",
        "{S1:Mira Solan} {Q1:sprak} {C1:van een stemming waarin het moet lijken alsof de dorpen dat willen}.",
    ],
    "de": ["{S1:Mira Solan} {Q1:sagte}, {C1:der Hafen müsse der älteste der Gegend sein}.", "{S1:Mira Solan} {Q1:sagte}, {C1:dass es wie ein Unfall aussehen müsse}."],
    "fr": ["{S1:Mira Solan} {Q1:a dit} {C1:que le port doit être le plus ancien}.", "{S1:Mira Solan} {Q1:a dit} {C1:que cela doit sembler naturel}."],
    "es": ["{S1:Mira Solan} {Q1:dijo} {C1:que el puerto debe ser el más antiguo}.", "{S1:Mira Solan} {Q1:habló} {C1:de las barcas que deben salir}."],
    "it": ["{S1:Mira Solan} {Q1:ha detto} {C1:che il porto deve essere il più antico}.", "{S1:Mira Solan} {Q1:ha detto} {C1:che la gilda deve sapere tutto}."],
    "pt": ["{S1:Mira Solan} {Q1:disse} {C1:que o porto tem de ser o mais antigo}.", "{S1:Mira Solan} {Q1:falou} {C1:do cais onde a guilda tem de ficar}."],
    "pl": ["{S1:Mira Solan} {Q1:powiedziała}, {C1:że port musi być najstarszy}.", "{S1:Mira Solan} {Q1:powiedziała}, {C1:że to musi wyglądać na wypadek}."],
    "cs": ["{S1:Mira Solan} {Q1:řekla}, {C1:že přístav musí být nejstarší}.", "{S1:Mira Solan} {Q1:řekla}, {C1:že to musí vypadat jako nehoda}."],
    "uk": ["{S1:Mira Solan} {Q1:сказала}, {C1:що порт повинен бути найстаріший}.", "{S1:Mira Solan} {Q1:сказала}, {C1:що це повинно виглядати як випадок}."],
    "ru": ["{S1:Mira Solan} {Q1:сказала}, {C1:что порт должен быть старейшим}.", "{S1:Mira Solan} {Q1:сказала}, {C1:что это должно выглядеть как случай}."],
    "tr": ["{S1:Mira Solan}, {C1:“Liman bölgenin en eskisi olmalı”} {Q1:dedi}.", "{S1:Mira Solan}, {C1:“Bu yolun temeli eski bir liman”} {Q1:dedi}."],
}


@pytest.mark.parametrize(("lang", "marked"), [(lang, marked) for lang, all_marked in STATES.items() for marked in all_marked])
def test_what_must_be_seem_or_stands_in_another_clause_is_no_demand(lang: str, marked: str) -> None:
    assert read(marked + NAMED, lang).commitments == ()


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} {C1:that the boatmen must be released}."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:there has to be a willingness on the part of the guild}."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:es müsse feste Zusagen geben}."),
        ("fr", "{S1:Mira Solan} {Q1:a dit} {C1:que les bateliers doivent être libérés}."),
        ("it", "{S1:Mira Solan} {Q1:ha detto} {C1:che i barcaioli devono essere liberati}."),
        ("pl", "{S1:Mira Solan} {Q1:powiedziała}, {C1:że flisacy muszą być zwolnieni}."),
        ("ru", "{S1:Mira Solan} {Q1:сказала}, {C1:что лодочники должны быть освобождены}."),
    ],
)
def test_what_must_be_done_or_exist_is_a_demand(lang: str, marked: str) -> None:
    assert [c.force for c in read(marked + NAMED, lang).commitments] == ["demand"]


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("en", "{C1:“The pilots, by law, must still register at the quay”}, {Q1:said} {S1:Mira Solan}."),
        ("en", "{C1:“This will ultimately have to be reviewed by the court”}, {Q1:said} {S1:Mira Solan}."),
        ("nl", "{C1:“De loodsen moeten nog steeds een kaart kopen”}, {Q1:zei} {S1:Mira Solan}."),
        ("nl", "{C1:“Dit zal uiteindelijk door de rechter moeten worden beoordeeld”}, {Q1:zei} {S1:Mira Solan}."),
        ("de", "{C1:„Die Lotsen müssen sich weiterhin am Kai melden“}, {Q1:sagte} {S1:Mira Solan}."),
        ("de", "{C1:„Das wird am Ende vom Gericht geprüft werden müssen“}, {Q1:sagte} {S1:Mira Solan}."),
        ("fr", "{C1:« Les pilotes doivent encore s'inscrire au quai »}, {Q1:a dit} {S1:Mira Solan}."),
        ("es", "{C1:«Los prácticos deben todavía inscribirse en el muelle»}, {Q1:dijo} {S1:Mira Solan}."),
        ("it", "{C1:«I piloti devono ancora iscriversi al molo»}, {Q1:ha detto} {S1:Mira Solan}."),
        ("pt", "{C1:“Os pilotos ainda têm de se inscrever no cais”}, {Q1:disse} {S1:Mira Solan}."),
        ("pl", "{C1:„Piloci nadal muszą zapisać się na nabrzeżu”}, {Q1:powiedziała} {S1:Mira Solan}."),
        ("cs", "{C1:„Lodivod se stále musí zapsat na nábřeží”}, {Q1:řekla} {S1:Mira Solan}."),
        ("uk", "{C1:«Лоцмани все ще повинні записатися на набережній»}, {Q1:сказала} {S1:Mira Solan}."),
        ("ru", "{C1:«Лоцманы по-прежнему должны записаться на набережной»}, {Q1:сказала} {S1:Mira Solan}."),
        ("ru", "{C1:«Это должно будет рассмотреть собрание»}, {Q1:сказала} {S1:Mira Solan}."),
        ("tr", "{C1:“Kılavuzlar hâlâ rıhtımda kayıt yaptırmalı”} {Q1:dedi} {S1:Mira Solan}."),
    ],
)
def test_what_a_rule_asks_for_and_what_will_be_needed_is_no_demand(lang: str, marked: str) -> None:
    assert read(marked + NAMED, lang).commitments == ()


def test_what_one_warns_of_in_words_of_duty_is_no_demand() -> None:
    assert read("{S1:Mira Solan} {Q1:warned} {C1:that the guild must leave the quay}." + NAMED).commitments == ()


def test_a_demand_found_by_its_words_is_less_sure_than_a_refusal() -> None:
    demand = read("{S1:Mira Solan} {Q1:said} {C1:that the guild must leave the quay}." + NAMED).commitments[0]
    refusal = read("{C1:“We will never accept this levy”}, {Q1:said} {S1:Mira Solan}." + NAMED).commitments[0]
    assert 0.5 < demand.confidence < refusal.confidence < 0.9
