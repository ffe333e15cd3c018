"""What the model takes for a condition, unsure and without a word for one, is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.commitments.find import find_commitments
from onrecord.languages import load_pack
from onrecord.records import Encoding
from tests.attributions.make import make


def conditions(marked: str, lang: str, confidence: float) -> list[str]:
    """Return the conditions of the only commitment, when the model believes all its triggers so far."""
    article, encoding = make(marked, lang)
    tags = tuple(replace(tag, confidence=confidence) if tag.layer == "condition" else tag for tag in encoding.tags)
    unsure = Encoding(article=article.id, tags=tags, links=encoding.links, vectors=(), made_by="test")
    (commitment,) = find_commitments(article, unsure, (), (), load_pack(lang))
    return [c.span.of(article.text) for c in commitment.conditions]


BARE = {
    "en": "Today our boats, {trigger1:our pilots, our crews} and all ferries, said the guild, {threat1:will leave the port}.",
    "nl": "Vandaag zullen onze boten, {trigger1:onze loodsen, onze bemanningen} en veerboten {threat1:de haven verlaten}.",
    "de": "Heute werden unsere Boote, {trigger1:unsere Lotsen, unsere Fähren} und Kutter {threat1:den Hafen verlassen}.",
    "fr": "Ce matin nos bateaux, {trigger1:nos pilotes, nos équipages} et nos bacs {threat1:quitteront le port}.",
    "es": "Hoy nuestros barcos, {trigger1:nuestros prácticos, nuestras tripulaciones} y botes {threat1:dejarán el puerto}.",
    "it": "Oggi le nostre barche, {trigger1:i nostri piloti, i nostri equipaggi} e i traghetti {threat1:lasceranno il porto}.",
    "pt": "Hoje os nossos barcos, {trigger1:os nossos pilotos, as nossas equipas} e botes {threat1:deixarão o porto}.",
    "pl": "Dziś nasze łodzie, {trigger1:nasi piloci, nasze załogi} oraz promy {threat1:opuszczą port}.",
    "cs": "Dnes naše lodě, {trigger1:naši lodivodi, naše posádky} a přívozy {threat1:opustí přístav}.",
    "uk": "Сьогодні наші човни, {trigger1:наші лоцмани, наші екіпажі} та пороми {threat1:залишать порт}.",
    "ru": "Сегодня наши лодки, {trigger1:наши лоцманы, наши экипажи} и паромы {threat1:покинут порт}.",
    "tr": "Bugün teknelerimiz, {trigger1:kılavuzlarımız, tayfalarımız} ve vapurlar {threat1:limanı terk edecek}.",
}
WORDED = {
    "en": ("{threat1:We will leave} in any case of {trigger1:a new raid}.", "a new raid"),
    "nl": ("{threat1:We vertrekken} zodra {trigger1:er geschoten wordt}.", "er geschoten wordt"),
    "de": ("{threat1:Wir gehen}, falls {trigger1:geschossen wird}.", "geschossen wird"),
    "fr": ("{threat1:Nous partirons} sans {trigger1:une trêve}.", "une trêve"),
    "es": ("{threat1:Nos iremos} si {trigger1:hay disparos}.", "hay disparos"),
    "it": ("{threat1:Colpiremo} chi {trigger1:entra nel porto}.", "entra nel porto"),
    "pt": ("{threat1:Vamos sair} se {trigger1:houver tiros}.", "houver tiros"),
    "pl": ("{threat1:Uderzymy}, ktokolwiek {trigger1:wpłynie do portu}.", "wpłynie do portu"),
    "cs": ("{threat1:Odejdeme}, jakmile {trigger1:se začne střílet}.", "se začne střílet"),
    "uk": ("{threat1:Ми підемо}, якщо {trigger1:почнуть стріляти}.", "почнуть стріляти"),
    "ru": ("{threat1:Мы уйдём}, если {trigger1:начнут стрелять}.", "начнут стрелять"),
    "tr": ("Bu sabah {trigger1:ateş açılırsa} {threat1:gideceğiz}.", "ateş açılırsa"),
}


@pytest.mark.parametrize("lang", BARE)
def test_an_unsure_tag_without_a_word_for_a_condition_is_none(lang: str) -> None:
    assert conditions(BARE[lang], lang, 0.5) == []


@pytest.mark.parametrize("lang", BARE)
def test_a_sure_tag_needs_no_word(lang: str) -> None:
    assert len(conditions(BARE[lang], lang, 0.9)) == 1


@pytest.mark.parametrize("lang", WORDED)
def test_an_unsure_tag_with_a_word_for_a_condition_is_one(lang: str) -> None:
    marked, clause = WORDED[lang]
    assert conditions(marked, lang, 0.5) == [clause]


@pytest.mark.parametrize(
    ("lang", "marked", "clause"),
    [
        ("en", "Were {trigger1:they to ask us}, {promise1:we would help}.", "they to ask us"),
        ("de", "{trigger1:Zieht die Gilde ab}, {promise1:bleiben die Boote hier}.", "Zieht die Gilde ab"),
        ("ru", "{trigger1:Тронут порт} — {threat1:мы ответим}.", "Тронут порт"),
    ],
)
def test_a_clause_that_begins_its_sentence_needs_no_word(lang: str, marked: str, clause: str) -> None:
    assert clause in conditions(marked, lang, 0.5)


def test_an_and_goes_on_with_a_condition_that_has_its_word() -> None:
    assert conditions("{threat1:We leave} if {trigger1:the bill is passed} and {trigger1:the veto is overridden}.", "en", 0.5) == ["the bill is passed", "the veto is overridden"]
