"""A deed is the same in every form, a state ends by the deed that ends it, and what is done in part is met in part."""

from __future__ import annotations

import pytest

from onrecord.statements.parts import tells_part

from .tellings import Telling, tell
from .test_happened import wait
from .test_signs_across import signs

OTHER_FORMS = {
    "en": ("the board frees the divers of Lindham", "The board freed the divers of Lindham."),
    "nl": ("de raad de duikers van Lindham vrijlaat", "De raad heeft de duikers van Lindham vrijgelaten."),
    "de": ("der Rat die Brücke von Lindham öffnet", "Der Rat hat die Brücke von Lindham geöffnet."),
    "fr": ("le conseil ouvre le pont de Lindham", "Le conseil a ouvert le pont de Lindham."),
    "es": ("el consejo abra el puente de Lindham", "El consejo ha abierto el puente de Lindham."),
    "it": ("il consiglio riapra il ponte di Lindham", "Il consiglio ha riaperto il ponte di Lindham."),
    "pt": ("o conselho pague os salários de Lindham", "O conselho pagou os salários de Lindham."),
    "pl": ("rada otworzy most w Lindham", "Rada otwarła most w Lindham."),
    "cs": ("rada zavře most v Lindham", "Rada zavřela most v Lindham."),
    "uk": ("рада відкриє міст у Lindham", "Рада відкрила міст у Lindham."),
    "ru": ("совет откроет мост в Lindham", "Совет открыл мост в Lindham."),
    "tr": ("konsey Lindham köprüsünü açarsa", "Konsey pazar günü Lindham köprüsünü açtı."),
}
ENDED = {
    "en": ("the poet of Lindham is in prison", "The poet of Lindham was released on Sunday."),
    "nl": ("de dichter van Lindham in de gevangenis zit", "De dichter van Lindham is zondag vrijgelaten."),
    "de": ("der Dichter von Lindham im Gefängnis sitzt", "Der Dichter von Lindham wurde am Sonntag freigelassen."),
    "fr": ("le poète de Lindham est en prison", "Le poète de Lindham a été libéré dimanche."),
    "es": ("el poeta de Lindham está en la cárcel", "El poeta de Lindham fue liberado el domingo."),
    "it": ("il poeta di Lindham è in carcere", "Il poeta di Lindham è stato scarcerato domenica."),
    "pt": ("o poeta de Lindham está na prisão", "O poeta de Lindham foi libertado no domingo."),
    "pl": ("poeta z Lindham siedzi w więzieniu", "Poeta z Lindham wyszedł w niedzielę na wolność."),
    "cs": ("básník z Lindham je ve vězení", "Básník z Lindham byl v neděli propuštěn."),
    "uk": ("поет із Lindham сидить у в'язниці", "Поета з Lindham у неділю звільнили."),
    "ru": ("поэт из Lindham сидит в тюрьме", "Поэта из Lindham в воскресенье освободили."),
    "tr": ("Lindham şairi hapiste kalırsa", "Lindham şairi pazar günü serbest bırakıldı."),
}
PARTS = {
    "en": ("The first fighters left the town.", "The fighters left the town for the first time."),
    "nl": ("De eerste strijders hebben de stad verlaten.", "De strijders hebben de stad verlaten."),
    "de": ("Die ersten Kämpfer haben die Stadt verlassen.", "Die Kämpfer haben zum ersten Mal die Stadt verlassen."),
    "fr": ("Les premiers combattants ont quitté la ville.", "Les combattants ont quitté la ville pour la première fois."),
    "es": ("Los primeros combatientes salieron de la ciudad.", "Los combatientes salieron por primera vez."),
    "it": ("I primi combattenti hanno lasciato la città.", "I combattenti hanno lasciato la città per la prima volta."),
    "pt": ("Os primeiros combatentes saíram da cidade.", "Os combatentes saíram pela primeira vez."),
    "pl": ("Pierwsi bojownicy opuścili miasto.", "Bojownicy po raz pierwszy opuścili miasto."),
    "cs": ("První bojovníci opustili město.", "Bojovníci poprvé opustili město."),
    "uk": ("Перші бойовики залишили місто.", "Бойовики вперше залишили місто."),
    "ru": ("Первые боевики покинули город.", "Боевики впервые покинули город."),
    "tr": ("İlk savaşçılar şehirden çekildi.", "Savaşçılar ilk kez şehirden çekildi."),
}


def statuses(line: Telling, text: str, lang: str, *names: str) -> list[str]:
    return [sign.status for sign in signs(line, text, lang, *names)]


@pytest.mark.parametrize("lang", sorted(OTHER_FORMS))
def test_a_deed_is_met_in_another_form_of_its_verb(lang: str) -> None:
    condition, done = OTHER_FORMS[lang]
    assert statuses(wait(condition, lang), done, lang, "Lindham") == ["met"]


@pytest.mark.parametrize("lang", sorted(ENDED))
def test_a_state_is_over_by_the_deed_that_ends_it_and_by_nothing_else(lang: str) -> None:
    condition, ended = ENDED[lang]
    assert statuses(wait(condition, lang), ended, lang, "Lindham") == ["denied"]


def test_what_only_begins_about_a_state_does_not_end_it() -> None:
    line = wait("the poet of Lindham is in prison", "en")
    assert statuses(line, "The trial of the poet of Lindham was held on Sunday.", "en", "Lindham") == []
    assert statuses(line, "The poet of Lindham will be released on Sunday.", "en", "Lindham") == []


@pytest.mark.parametrize("lang", sorted(PARTS))
def test_words_for_a_part_are_known_and_a_first_time_is_none(lang: str) -> None:
    part, whole = PARTS[lang]
    lower = str.maketrans({"İ": "i", "I": "ı"}) if lang == "tr" else {}
    assert tells_part(part.translate(lower).casefold(), lang)
    assert not tells_part(whole.translate(lower).casefold(), lang)


@pytest.mark.parametrize(
    ("text", "names", "status"),
    [
        ("The militia left Lindham on Sunday.", ["Lindham"], ["partly"]),
        ("The militia left Lindham and the airfield on Sunday.", ["Lindham"], ["met"]),
        ("Half of the militia left Lindham and the airfield on Sunday.", ["Lindham"], ["partly"]),
        ("The withdrawal of the militia from Lindham and the airfield began.", ["Lindham"], ["partly"]),
    ],
)
def test_one_of_two_things_or_a_beginning_meets_a_condition_in_part(text: str, names: list[str], status: list[str]) -> None:
    assert statuses(wait("the militia leaves Lindham and the airfield", "en"), text, "en", *names) == status


def test_a_part_meets_a_condition_that_waits_for_no_more() -> None:
    assert statuses(wait("the first soldiers leave Lindham", "en"), "The first soldiers left Lindham on Sunday.", "en", "Lindham") == ["met"]


@pytest.mark.parametrize(
    ("condition", "done", "lang"),
    [
        ("the owners reopen the flooded quarry", "The owners reopened the flooded quarry.", "en"),
        ("die Besitzer den gefluteten Steinbruch wieder öffnen", "Die Besitzer haben den gefluteten Steinbruch wieder geöffnet.", "de"),
        ("il governo approva la legge sui mulini", "Il governo ha approvato la legge sui mulini.", "it"),
    ],
)
def test_a_condition_without_names_is_met_by_nearly_all_its_words(condition: str, done: str, lang: str) -> None:
    line = tell(f"x {condition}", lang=lang, consequence="x", conditions=[("trigger", condition)], name="early")
    assert statuses(line, done, lang) == ["met"]
    assert statuses(line, " ".join(done.split()[:4]) + ".", lang) == []


@pytest.mark.parametrize(
    ("words", "lang", "done"), [("le conseil n'ouvre le pont de Lindham", "fr", OTHER_FORMS["fr"][1]), ("il consiglio non riapra il ponte di Lindham", "it", OTHER_FORMS["it"][1])]
)
def test_an_empty_negation_of_an_exception_turns_nothing_round(words: str, lang: str, done: str) -> None:
    plain = wait(words, lang)
    (commitment,) = plain.analysis.commitments
    assert [c.kind for c in commitment.conditions] == ["trigger"]
    line = tell(f"x {words}", lang=lang, consequence="x", conditions=[("exception", words)], places=["Lindham"], name="early")
    found = signs(line, done, lang, "Lindham")
    assert [s.status for s in found] == ["met"]
    assert [s.status for s in signs(plain, done, lang, "Lindham")] == ["denied"]


RESUMED = {
    "en": ("unions resume their strike in Lindham", "Unions resumed the protest in Lindham on Sunday."),
    "nl": ("de bonden in Lindham hun staking hervatten", "De bonden in Lindham hebben zondag hun actie hervat."),
    "de": ("die Verbände in Lindham ihren Streik wieder aufnehmen", "Die Verbände in Lindham haben am Sonntag den Ausstand wieder aufgenommen."),
    "fr": ("les syndicats de Lindham reprennent leur grève", "Les syndicats de Lindham ont repris le mouvement dimanche."),
    "es": ("los sindicatos de Lindham reanudan la huelga", "Los sindicatos de Lindham han reanudado el paro."),
    "it": ("i sindacati di Lindham riprendono lo sciopero", "I sindacati di Lindham hanno ripreso la protesta."),
    "pt": ("os sindicatos de Lindham retomarem a greve", "Os sindicatos de Lindham retomaram o protesto."),
    "pl": ("związki w Lindham wznowią strajk", "Związki w Lindham wznowiły protest."),
    "cs": ("odbory v Lindham obnoví stávku", "Odbory v Lindham obnovily protest."),
    "uk": ("профспілки в Lindham відновлять страйк", "Профспілки в Lindham відновили протест."),
    "ru": ("профсоюзы в Lindham возобновят забастовку", "Профсоюзы в Lindham возобновили протест."),
    "tr": ("sendikalar Lindham grevine yeniden başlarsa", "Sendikalar Lindham kentinde eyleme yeniden başladı."),
}


@pytest.mark.parametrize("lang", RESUMED)
def test_a_deed_of_the_same_name_told_in_another_language_is_perhaps_it(lang: str) -> None:
    wanted, told = RESUMED[lang]
    other = "de" if lang == "en" else "en"
    assert statuses(wait(wanted, lang), RESUMED[other][1], other, "Lindham") == ["spoken_of"]
    assert statuses(wait(RESUMED[other][0], other), told, lang, "Lindham") == ["spoken_of"]


@pytest.mark.parametrize(
    "text",
    [
        "Unions resumed the protest in Pelgrim on Sunday.",
        "Unions may resume the protest in Lindham.",
        "If unions resumed the protest in Lindham, ferries would stop.",
        "Unions ended the protest in Lindham on Sunday.",
        "Have unions resumed the protest in Lindham?",
    ],
)
def test_a_deed_elsewhere_or_not_told_as_done_is_not(text: str) -> None:
    assert statuses(wait(RESUMED["de"][0], "de"), text, "en", "Pelgrim" if "Pelgrim" in text else "Lindham") == []


def test_a_condition_that_is_nothing_but_a_deed_of_a_name_is_met_in_any_language() -> None:
    assert statuses(wait("Lindham freigelassen wird", "de"), "Lindham was released on Sunday.", "en", "Lindham") == ["met"]


ORDERED = {
    "en": ("the ferry of Lindham is released", "A court ordered the release of the ferry of Lindham."),
    "nl": ("de veerboot van Lindham wordt vrijgelaten", "De rechtbank heeft de vrijlating van de veerboot van Lindham bevolen."),
    "de": ("die Fähre von Lindham freigelassen wird", "Das Gericht hat die Freilassung der Fähre von Lindham angeordnet."),
    "fr": ("le ferry de Lindham est libéré", "Le tribunal a ordonné la libération du ferry de Lindham."),
    "es": ("el ferri de Lindham es liberado", "El tribunal ordenó la liberación del ferri de Lindham."),
    "it": ("il traghetto di Lindham è liberato", "Il tribunale ha ordinato il rilascio del traghetto di Lindham."),
    "pt": ("o ferry de Lindham for libertado", "O tribunal ordenou a libertação do ferry de Lindham."),
    "pl": ("prom z Lindham zostanie zwolniony", "Sąd nakazał zwolnienie promu z Lindham."),
    "cs": ("trajekt z Lindham bude propuštěn", "Soud nařídil propuštění trajektu z Lindham."),
    "uk": ("пором із Lindham буде звільнений", "Суд постановив звільнення порома з Lindham."),
    "ru": ("паром из Lindham будет освобожден", "Суд постановил освобождение парома из Lindham."),
    "tr": ("Lindham feribotu serbest bırakılırsa", "Mahkeme Lindham feribotunun serbest bırakılmasını emretti."),
}


@pytest.mark.parametrize("lang", ORDERED)
def test_a_deed_that_is_ordered_is_prepared(lang: str) -> None:
    wanted, told = ORDERED[lang]
    assert statuses(wait(wanted, lang), told, lang, "Lindham") == ["prepared"]


@pytest.mark.parametrize(
    "text",
    [
        "A court did not order the release of the ferry of Lindham.",
        "A court may order the release of the ferry of Lindham.",
        "If a court ordered the release of the ferry of Lindham, it would sail.",
    ],
)
def test_a_deed_that_may_be_ordered_or_is_not_is_no_sign(text: str) -> None:
    assert statuses(wait(ORDERED["en"][0], "en"), text, "en", "Lindham") == []


def test_an_order_for_what_a_condition_misses_is_perhaps_its_end() -> None:
    assert statuses(wait("the ferry of Lindham is not released", "en"), ORDERED["en"][1], "en", "Lindham") == ["spoken_of"]
