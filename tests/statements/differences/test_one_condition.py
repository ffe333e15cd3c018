"""One condition in two wordings is neither left out nor added; what opens a condition and what denies only the noun behind it change no modality."""

from __future__ import annotations

import pytest

from ..tellings import Telling, labels, tell

SAME = {word: word for word in ("close", "port", "court", "seizure", "confirms")}


def threaten(content: str, condition: str, *, name: str = "a") -> Telling:
    """Return a threat on one condition."""
    return tell(content, name=name, consequence="we close the port", conditions=[("trigger", condition)], same=SAME)


@pytest.mark.parametrize(
    ("lang", "content", "consequence", "condition"),
    [
        ("fr", "nous fermons le port si la saisie est maintenue", "nous fermons le port", "la saisie est maintenue"),
        ("de", "wir schließen den Hafen falls das Gericht dem zustimmt", "wir schließen den Hafen", "das Gericht dem zustimmt"),
    ],
)
def test_the_only_condition_of_either_side_is_one_in_two_languages(lang: str, content: str, consequence: str, condition: str) -> None:
    same = dict.fromkeys(("fermons", "schließen", "close"), "close") | dict.fromkeys(("port", "hafen"), "port")
    left = tell("we close the port if the arrest is upheld", consequence="we close the port", conditions=[("trigger", "the arrest is upheld")], same=same)
    right = tell(content, lang=lang, name="b", consequence=consequence, conditions=[("trigger", condition)], same=same)
    assert not {"omitted_condition", "added_condition"} & labels(left, right)
    without = tell("we close the port", name="c", consequence="we close the port", same=same)
    assert "omitted_condition" in labels(left, without)


def test_in_one_language_a_word_must_be_the_same() -> None:
    left = threaten("we close the port if the court confirms that seizure", "the court confirms that seizure")
    same = threaten("we close the port if our cranes face seizure tomorrow again", "our cranes face seizure tomorrow again", name="b")
    other = threaten("we close the port if pilots strike", "pilots strike", name="c")
    assert not {"omitted_condition", "added_condition"} & labels(left, same)
    assert {"omitted_condition", "added_condition"} <= labels(left, other)


def test_a_modal_verb_that_opens_a_condition_is_no_advice() -> None:
    opened = tell("wir schließen den Hafen, sollte es regnen", lang="de", consequence="wir schließen den Hafen", conditions=[("trigger", "es regnen")])
    plain = tell("wir schließen den Hafen, wenn es regnet", lang="de", name="b", consequence="wir schließen den Hafen", conditions=[("trigger", "es regnet")])
    advised = tell("wir sollten den Hafen schließen, wenn es regnet", lang="de", name="c", consequence="wir sollten den Hafen schließen", conditions=[("trigger", "es regnet")])
    assert "modality_or_negation" not in labels(opened, plain)
    assert "modality_or_negation" in labels(advised, plain)


WITHOUT = [
    ("en", "we close the port without warning", "we close the port"), ("de", "wir schließen den Hafen ohne Warnung", "wir schließen den Hafen"), ("cs", "zavřeme přístav bez varování", "zavřeme přístav"),
    ("fr", "nous fermons le port sans préavis", "nous fermons le port"), ("es", "cerramos el puerto sin aviso", "cerramos el puerto"), ("it", "chiudiamo il porto senza avviso", "chiudiamo il porto"),
    ("pt", "fechamos o porto sem aviso", "fechamos o porto"), ("nl", "wij sluiten de haven zonder waarschuwing", "wij sluiten de haven"), ("pl", "zamykamy port bez ostrzeżenia", "zamykamy port"),
    ("uk", "ми закриємо порт без попередження", "ми закриємо порт"), ("ru", "мы закроем порт без предупреждения", "мы закроем порт"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "without", "plain"), WITHOUT)
def test_without_denies_nothing_that_the_other_tells(lang: str, without: str, plain: str) -> None:
    assert "modality_or_negation" not in labels(tell(without, lang=lang), tell(plain, lang=lang, name="b"))


ASKED = {  # language: what the speaker was asked about, the condition in his own words, one about another event
    "en": ("a vote on the islands", "a vote is held on any island", "a boat is sunk near any island"), "de": ("eine Wahl auf den Inseln", "eine Wahl abgehalten wird", "ein Boot versenkt wird"),
    "fr": ("un vote sur les îles", "un vote est organisé", "un bateau est coulé"), "pl": ("wybory na wyspach", "odbędą się wybory", "zatopią łódź"),
    "ru": ("выборы на островах", "состоятся выборы", "потопят лодку"),
}  # fmt: skip


@pytest.mark.parametrize("lang", ASKED)
def test_what_the_speaker_was_asked_about_is_the_condition_that_tells_its_stage(lang: str) -> None:
    asked, held, sunk = ASKED[lang]
    act = "close the port"
    retold = tell(act, lang=lang, source=f"{asked}: Tamsin Orlay", consequence=act, conditions=[("trigger", asked)], same=SAME)
    own, other = (tell(f"{act}, {words}", lang=lang, name=words, consequence=act, conditions=[("trigger", words)], same=SAME) for words in (held, sunk))
    assert not {"omitted_condition", "added_condition"} & labels(retold, own)
    assert {"omitted_condition", "added_condition"} <= labels(retold, other)
