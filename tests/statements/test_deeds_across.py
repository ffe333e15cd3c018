"""A deed that a condition waits for is known in news of another language by the deed, what it is done to, and the names."""

from __future__ import annotations

import pytest

from onrecord.languages.pack import known_languages, load_pack
from onrecord.statements.deeds import find_deeds
from onrecord.statements.forms import PlainText

from .tellings import Telling, find, tell
from .test_positions import report
from .test_signs_across import signs

TOLD = {
    "introduce": {
        "en": ("Lindham imposes tariffs", "Lindham introduced tariffs on Thursday."),
        "nl": ("Lindham tarieven invoert", "Lindham heeft donderdag tarieven ingevoerd."),
        "de": ("Lindham Zölle einführt", "Lindham hat am Donnerstag Zölle eingeführt."),
        "fr": ("Lindham impose des tarifs", "Lindham a imposé jeudi des tarifs."),
        "es": ("Lindham introduce aranceles", "Lindham introdujo aranceles el jueves."),
        "it": ("Lindham introduce dazi", "Lindham ha introdotto dazi giovedì."),
        "pt": ("Lindham impuser tarifas", "Lindham impôs tarifas na quinta-feira."),
        "pl": ("Lindham wprowadzi cła", "Lindham wprowadziło w czwartek cła."),
        "cs": ("Lindham zavede cla", "Lindham ve čtvrtek zavedl cla."),
        "uk": ("Lindham запровадить мита", "Lindham у четвер запровадив мита."),
        "ru": ("Lindham введет пошлины", "Lindham в четверг ввел пошлины."),
        "tr": ("Lindham tarife uygularsa", "Lindham perşembe günü tarife uyguladı."),
    },
    "send": {
        "en": ("Lindham sends troops", "Lindham deployed troops on Thursday."),
        "nl": ("Lindham troepen stuurt", "Lindham heeft donderdag troepen gestuurd."),
        "de": ("Lindham Soldaten entsendet", "Lindham hat am Donnerstag Soldaten entsandt."),
        "fr": ("Lindham envoie des soldats", "Lindham a envoyé jeudi des soldats."),
        "es": ("Lindham envía soldados", "Lindham envió soldados el jueves."),
        "it": ("Lindham invia soldati", "Lindham ha inviato soldati giovedì."),
        "pt": ("Lindham enviar soldados", "Lindham enviou soldados na quinta-feira."),
        "pl": ("Lindham wyśle żołnierzy", "Lindham wysłało w czwartek żołnierzy."),
        "cs": ("Lindham vyšle vojáky", "Lindham ve čtvrtek vyslal vojáky."),
        "uk": ("Lindham відправить солдатів", "Lindham у четвер відправив солдатів."),
        "ru": ("Lindham отправит солдат", "Lindham в четверг отправил солдат."),
        "tr": ("Lindham asker gönderirse", "Lindham perşembe günü asker gönderdi."),
    },
    "cross": {
        "en": ("Lindham riders cross the border", "Riders crossed the border at Lindham on Thursday."),
        "nl": ("Lindhamse ruiters de grens oversteken", "Ruiters zijn donderdag bij Lindham de grens overgestoken."),
        "de": ("Reiter bei Lindham die Grenze überqueren", "Reiter haben am Donnerstag bei Lindham die Grenze überquert."),
        "fr": ("des cavaliers franchissent la frontière à Lindham", "Des cavaliers ont franchi jeudi la frontière à Lindham."),
        "es": ("unos jinetes cruzan la frontera en Lindham", "Unos jinetes cruzaron el jueves la frontera en Lindham."),
        "it": ("i cavalieri varcano il confine a Lindham", "I cavalieri hanno varcato giovedì il confine a Lindham."),
        "pt": ("cavaleiros atravessarem a fronteira em Lindham", "Cavaleiros atravessaram na quinta-feira a fronteira em Lindham."),
        "pl": ("jeźdźcy przekroczą granicę w Lindham", "Jeźdźcy przekroczyli w czwartek granicę w Lindham."),
        "cs": ("jezdci překročí hranici v Lindham", "Jezdci ve čtvrtek překročili hranici v Lindham."),
        "uk": ("вершники перетнуть кордон біля Lindham", "Вершники у четвер перетнули кордон біля Lindham."),
        "ru": ("всадники пересекут границу у Lindham", "Всадники в четверг пересекли границу у Lindham."),
        "tr": ("atlılar Lindham yakınında sınırı geçerse", "Atlılar perşembe günü Lindham yakınında sınırı geçti."),
    },
    "build": {
        "en": ("a dam is built at Lindham", "A dam was built at Lindham in May."),
        "nl": ("bij Lindham een stuwdam wordt gebouwd", "Bij Lindham is in mei een stuwdam gebouwd."),
        "de": ("bei Lindham ein Staudamm gebaut wird", "Bei Lindham wurde im Mai ein Staudamm gebaut."),
        "fr": ("un barrage est construit à Lindham", "Un barrage a été construit à Lindham en mai."),
        "es": ("se construye una represa en Lindham", "En mayo se construyó una represa en Lindham."),
        "it": ("si costruisce una diga a Lindham", "A maggio è stata costruita una diga a Lindham."),
        "pt": ("construírem uma barragem em Lindham", "Em maio construíram uma barragem em Lindham."),
        "pl": ("w Lindham zbudują zaporę", "W maju w Lindham zbudowano zaporę."),
        "cs": ("v Lindham vybudují přehradu", "V květnu v Lindham vybudovali přehradu."),
        "uk": ("у Lindham збудують греблю", "У травні в Lindham збудували греблю."),
        "ru": ("в Lindham построят плотину", "В мае в Lindham построили плотину."),
        "tr": ("Lindham yakınında baraj inşa edilirse", "Lindham yakınında mayısta baraj inşa edildi."),
    },
}
CASES = [(deed, lang, other) for deed, told in TOLD.items() for lang, other in zip(told, [*list(told)[5:], *list(told)[:5]], strict=True)]
NO_DEED = [
    ("en", "the building at the crossing stood empty"), ("de", "er führte ein Gespräch im Haus"), ("nl", "de invoer van graan bij het gebouw"), ("es", "el impuesto y el enviado"),
    ("it", "l'imposta e il mandato dell'inviato"), ("pt", "o imposto do enviado"), ("cs", "postavil se proti radě"), ("tr", "endişesini dile getirdi"), ("ru", "он направился домой"),
    ("en", "inflation crossed 5 percent"), ("pl", "bezrobocie przekracza 5 %"), ("pl", "bezrobocie przekroczyło próg 5,5 proc."), ("de", "die Quote überschreitet 5 %"),
    ("de", "wenn die Quote 5 Prozent überschreitet"), ("nl", "het tekort overschrijdt de grens van 3 procent"), ("nl", "als het tekort 3 % overschrijdt"),
    ("fr", "le taux franchit la barre des 5 %"), ("cs", "podíl překročil 5 procent"), ("pl", "stężenie przekroczyło 100 mikrogramów"),
]  # fmt: skip


def wait(condition: str, lang: str) -> Telling:
    """Return a red line that waits for something in Lindham."""
    return tell(f"x {condition}", lang=lang, consequence="x", conditions=[("trigger", condition)], places=["Lindham"], name="early")


@pytest.mark.parametrize(("deed", "lang", "other"), CASES)
def test_a_deed_told_as_done_in_another_language_meets_the_condition(deed: str, lang: str, other: str) -> None:
    assert [sign.status for sign in signs(wait(TOLD[deed][lang][0], lang), TOLD[deed][other][1], other, "Lindham")] == ["met"]


def test_where_a_word_of_the_condition_may_stand_for_another_place_the_deed_is_only_spoken_of() -> None:
    line = wait("Lindham asker gönderirse kışlaya", "tr")
    assert [sign.status for sign in signs(line, "Lindham sent troops to Pelgrim on Thursday.", "en", "Lindham", "Pelgrim")] == ["spoken_of"]
    assert [sign.status for sign in signs(line, "Lindham sent troops on Thursday.", "en", "Lindham")] == ["met"]


@pytest.mark.parametrize(
    "text", ["If Lindham imposes tariffs, ferries stop.", "Lindham demanded that tariffs be imposed.", "Did Lindham impose tariffs?", "Lindham sent tariffs home."]
)
def test_what_is_supposed_demanded_asked_or_another_deed_is_not_met(text: str) -> None:
    assert "met" not in [sign.status for sign in signs(wait(TOLD["introduce"]["de"][0], "de"), text, "en", "Lindham")]


@pytest.mark.parametrize(("lang", "text"), NO_DEED)
def test_nouns_and_other_verbs_that_look_like_it_are_no_deed(lang: str, text: str) -> None:
    article = report(f"{text}.", lang=lang)
    assert not [deed for deed, _ in find_deeds(PlainText(article), load_pack(lang), find(article.text, text)) if deed in TOLD]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "they crossed the river on 5 May"),
        ("de", "sie überschritten am 5. Mai den Fluss"),
        ("pl", "przekroczyli rzekę 5 maja"),
        ("nl", "zij overschreden de grens met 300 man"),
    ],
)
def test_a_border_is_crossed_whatever_number_stands_further_behind(lang: str, text: str) -> None:
    article = report(f"{text}.", lang=lang)
    assert [deed for deed, _ in find_deeds(PlainText(article), load_pack(lang), find(article.text, text))] == ["cross"]


def test_every_language_has_every_deed() -> None:
    assert all(set(told) == set(known_languages()) for told in TOLD.values())
