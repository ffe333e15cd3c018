"""A condition that names nobody, and news of such an event in its language: in another form of the verb it is the same event, in a place nobody spoke of another one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.statements.bridges import list_places

from .tellings import Telling, tell
from .test_signs_across import NAMES, signs

WAITED_FOR = {
    "en": "elections are held in the valley",
    "nl": "in de vallei verkiezingen worden gehouden",
    "de": "im Talkessel Wahlen abgehalten werden",
    "fr": "des élections sont organisées dans la vallée",
    "es": "se celebran elecciones en el valle",
    "it": "nella vallata si tengono elezioni",
    "pt": "forem realizadas eleições no vale",
    "pl": "w dolinie odbędą się wybory",
    "cs": "se v údolí budou konat volby",
    "uk": "у долині проведуть вибори",
    "ru": "в долине проведут выборы",
    "tr": "vadide seçim yapılırsa",
}
CONSIDERED = {
    "en": "Clerks have raised the possibility of holding elections.",
    "nl": "Ambtenaren overwegen verkiezingen te houden.",
    "de": "Beamte erwägen, Wahlen abzuhalten.",
    "fr": "Les autorités envisagent d'organiser des élections.",
    "es": "Las autoridades barajan organizar elecciones.",
    "it": "Le autorità parlano della possibilità di svolgere elezioni.",
    "pt": "As autoridades ponderam organizar eleições.",
    "pl": "Urzędnicy rozważają przeprowadzenie wyborów.",
    "uk": "Чиновники розглядають проведення виборів.",
    "ru": "Чиновники рассматривают проведение выборов.",
    "tr": "Yetkililer seçim yapma olasılığını dile getirdi.",
}
HELD = {
    "en": "Elections were held in Lindham on Sunday.",
    "nl": "In Lindham werden zondag verkiezingen gehouden.",
    "de": "In Lindham wurden am Sonntag Wahlen abgehalten.",
    "fr": "Des élections ont été organisées dimanche à Lindham.",
    "es": "El domingo se celebraron elecciones en Lindham.",
    "pl": "W niedzielę w Lindham odbyły się wybory.",
    "cs": "Volby se konaly v neděli v Lindhamu.",
    "uk": "У неділю в Ліндамі провели вибори.",
    "ru": "В воскресенье в Линдхаме провели выборы.",
    "tr": "Pazar günü Lindham kentinde seçim yapıldı.",
}


def wait(lang: str, *places: str, told: Sequence[str] = (), aside: str = "") -> Telling:
    """Return a red line on elections in a valley without a name."""
    return tell(
        f"x {' '.join(told)} {WAITED_FOR[lang]}", name="early", lang=lang, consequence="x", conditions=[("trigger", WAITED_FOR[lang])], places=[*told, *places], aside=aside,
    )  # fmt: skip


@pytest.mark.parametrize("lang", CONSIDERED)
def test_an_event_that_is_considered_is_spoken_of_in_whatever_form_of_the_verb(lang: str) -> None:
    assert [sign.status for sign in signs(wait(lang), CONSIDERED[lang], lang)] == ["spoken_of"]


@pytest.mark.parametrize("lang", HELD)
def test_such_an_event_is_another_one_in_a_place_nobody_names_perhaps_this_one_where_the_article_does_and_this_one_where_the_red_line_does(lang: str) -> None:
    name = NAMES.get(lang, "Lindham")
    assert signs(wait(lang), HELD[lang], lang, name) == []
    assert [sign.status for sign in signs(wait(lang, name, aside=f"{name}."), HELD[lang], lang, name)] == ["spoken_of"]
    assert [sign.status for sign in signs(wait(lang, told=[name]), HELD[lang], lang, name)] == ["met"]


@pytest.mark.parametrize(
    "text", ["Clerks deny that they consider holding elections.", "Clerks are not considering holding concerts.", "If elections are held, Clerks consider leaving."]
)
def test_what_is_denied_supposed_or_another_event_is_not(text: str) -> None:
    assert signs(wait("en"), text, "en") == []


def test_the_event_elsewhere_with_all_else_that_the_condition_says_is_it() -> None:
    assert [sign.status for sign in signs(wait("en"), "Elections were held in the valley of Lindham on Sunday.", "en", "Lindham")] == ["met"]


def test_a_bare_supposition_is_no_sign_where_the_language_has_it_in_the_verb() -> None:
    assert signs(wait("tr"), "Seçim yapılırsa memurlar vadiden ayrılacak.", "tr") == []


def test_the_places_of_an_article_stand_once_in_its_sketch_however_many_conditions_it_tells() -> None:
    line = tell(
        "x if elections are held in the valley or miners strike there", consequence="x", conditions=[("trigger", "elections are held in the valley"), ("trigger", "miners strike there")],
        places=["Lindham"], aside="Nobody knows what Lindham thinks.", name="early",
    )  # fmt: skip
    bridge = max(set().union(*list_places(line.analysis.mentions)), key=len)
    assert len(line.sketch.watches) == 2
    assert repr(line.sketch).count(repr(bridge)) == 1
