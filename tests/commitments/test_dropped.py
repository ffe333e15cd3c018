"""Plans that are given up commit nobody to carry them out."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

DROPPED = {
    "en": "{S1:Mira Solan} {Q1:said} {C1:the guild had %sdropped its plan to {promise1:go to court}}.",
    "nl": "{S1:Mira Solan} {Q1:zei} {C1:dat het gilde zijn plan %sheeft laten varen om {promise1:naar de rechter te stappen}}.",
    "de": "{S1:Mira Solan} {Q1:sagte}, {C1:die Gilde habe %sihren Plan aufgegeben, {promise1:vor Gericht zu gehen}}.",
    "fr": "{S1:Mira Solan} {Q1:a dit} {C1:que la guilde %s avait renoncé à son projet de {promise1:saisir le tribunal}}.",
    "es": "{S1:Mira Solan} {Q1:dijo} {C1:que el gremio %sabandonó su plan de {promise1:acudir al tribunal}}.",
    "it": "{S1:Mira Solan} {Q1:ha detto} {C1:che la gilda %sha rinunciato all'idea di {promise1:andare in tribunale}}.",
    "pt": "{S1:Mira Solan} {Q1:disse} {C1:que a guilda %sdesistiu de {promise1:ir a tribunal}}.",
    "pl": "{S1:Mira Solan} {Q1:powiedziała}, {C1:że cech %szrezygnował z planu, by {promise1:pójść do sądu}}.",
    "cs": "{S1:Mira Solanová} {Q1:řekla}, {C1:že cech %supustil od plánu {promise1:jít k soudu}}.",
    "uk": "{S1:Міра Солан} {Q1:сказала}, {C1:що гільдія %sвідмовилася від наміру {promise1:іти до суду}}.",
    "ru": "{S1:Мира Солан} {Q1:сказала}, {C1:что гильдия %sотказалась от намерения {promise1:идти в суд}}.",
    "tr": "{S1:Mira Solan}, {C1:loncanın {promise1:mahkemeye gitmekten} vazgeçtiğini} {Q1:söyledi}.",
}
DENIED = {"en": "not ", "es": "no ", "it": "non ", "pt": "não ", "pl": "nie ", "uk": "не ", "ru": "не ", "de": "nicht "}


def forces(marked: str, lang: str) -> list[str]:
    name = next(name for name in ("Mira Solanová", "Mira Solan", "Міра Солан", "Мира Солан") if name in marked)
    return [c.force for c in read(f"{marked}\n@per {name}", lang).commitments]


@pytest.mark.parametrize("lang", DROPPED)
def test_what_is_given_up_is_no_promise(lang: str) -> None:
    assert forces(DROPPED[lang].replace("%s", ""), lang) == []


@pytest.mark.parametrize("lang", DENIED)
def test_what_is_not_given_up_is_one(lang: str) -> None:
    assert forces(DROPPED[lang].replace("%s", DENIED[lang]), lang) == ["promise"]


def test_a_not_behind_the_verb_that_follows_denies_it_too() -> None:
    marked = "{S1:Mira Solan}, {C1:loncanın {promise1:mahkemeye gitmekten} vazgeçmiş %solduğunu} {Q1:söyledi}."
    assert forces(marked.replace("%s", ""), "tr") == []
    assert forces(marked.replace("%s", "değil "), "tr") == ["promise"]


@pytest.mark.parametrize(
    ("lang", "marked"),
    [
        ("en", "{S1:Mira Solan} {Q1:said} {C1:the guild {promise1:will drop its plan to go to court}}."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:the guild was ready to {promise1:abandon its plan to go to court}}."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:the guild had dropped its plan and {promise1:would open the port}}."),
        ("de", "{S1:Mira Solan} {Q1:sagte}, {C1:die Gilde habe einen Plan und {promise1:werde vor Gericht gehen}}."),
        ("ru", "{S1:Мира Солан} {Q1:сказала}, {C1:что гильдия {promise1:откажется от намерения идти в суд}}."),
    ],
)
def test_to_give_up_a_plan_may_itself_be_promised(lang: str, marked: str) -> None:
    assert forces(marked, lang) == ["promise"]


IF_DROPPED = {
    "en": "{S1:Mira Solan} {Q1:said} {C1:if {trigger1:the firm drops its plans}, {promise1:the guild will end the strike}}.",
    "nl": "{S1:Mira Solan} {Q1:zei} {C1:dat als {trigger1:het bedrijf zijn plannen laat varen}, {promise1:het gilde de staking beëindigt}}.",
    "de": "{S1:Mira Solan} {Q1:sagte}, {C1:wenn {trigger1:die Firma ihre Pläne aufgibt}, {promise1:werde die Gilde den Streik beenden}}.",
    "fr": "{S1:Mira Solan} {Q1:a dit} {C1:que si {trigger1:la société abandonne son projet}, {promise1:la guilde mettra fin à la grève}}.",
    "es": "{S1:Mira Solan} {Q1:dijo} {C1:que si {trigger1:la empresa abandona su plan}, {promise1:el gremio terminará la huelga}}.",
    "pl": "{S1:Mira Solan} {Q1:powiedziała}, {C1:że jeśli {trigger1:firma zrezygnuje z planu}, {promise1:cech zakończy strajk}}.",
    "ru": "{S1:Мира Солан} {Q1:сказала}, {C1:что если {trigger1:фирма откажется от планов}, {promise1:гильдия откроет порт}}.",
}


@pytest.mark.parametrize("lang", IF_DROPPED)
def test_what_follows_where_somebody_gives_up_a_plan_is_promised(lang: str) -> None:
    assert forces(IF_DROPPED[lang], lang) == ["promise"]


def test_what_is_done_instead_of_what_is_given_up_is_promised() -> None:
    assert forces("{S1:Mira Solan} {Q1:said} {C1:the guild had dropped its threat but {promise1:would close the port}}.", "en") == ["promise"]
