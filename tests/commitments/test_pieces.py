"""Conditions that a deadline cuts into pieces are whole again."""

from __future__ import annotations

import pytest

from tests.attributions.make import read

CUT = {
    "en": ("If {trigger1:the guild} {deadline1:by 30 June} {trigger1:does not free the pilots}, {threat1:we will close the harbour}.", "by 30 June"),
    "nl": ("Als {trigger1:het gilde} {deadline1:voor 30 juni} {trigger1:de loodsen niet vrijlaat}, {threat1:sluiten we de haven}.", "voor 30 juni"),
    "de": ("Falls {trigger1:die Gilde} {deadline1:bis zum 30. Juni} {trigger1:die Lotsen nicht freilässt}, {threat1:schließen wir den Hafen}.", "bis zum 30. Juni"),
    "fr": ("Si {trigger1:la guilde}, {deadline1:d'ici au 30 juin}, {trigger1:ne libère pas les pilotes}, {threat1:nous fermerons le port}.", "d'ici au 30 juin"),
    "es": ("Si {trigger1:el gremio} {deadline1:antes del 30 de junio} {trigger1:no libera a los pilotos}, {threat1:cerraremos el puerto}.", "antes del 30 de junio"),
    "it": ("Se {trigger1:la gilda} {deadline1:entro il 30 giugno} {trigger1:non libera i piloti}, {threat1:chiuderemo il porto}.", "entro il 30 giugno"),
    "pt": ("Se {trigger1:a guilda} {deadline1:até 30 de junho} {trigger1:não libertar os pilotos}, {threat1:fecharemos o porto}.", "até 30 de junho"),
    "pl": ("Jeśli {trigger1:cech} {deadline1:do 30 czerwca} {trigger1:nie uwolni pilotów}, {threat1:zamkniemy port}.", "do 30 czerwca"),
    "cs": ("Pokud {trigger1:cech} {deadline1:do 30. června} {trigger1:nepropustí lodivody}, {threat1:zavřeme přístav}.", "do 30. června"),
    "uk": ("Якщо {trigger1:гільдія} {deadline1:до 30 червня} {trigger1:не звільнить лоцманів}, {threat1:ми закриємо порт}.", "до 30 червня"),
    "ru": ("Если {trigger1:гильдия} {deadline1:до 30 июня} {trigger1:не освободит лоцманов}, {threat1:мы закроем порт}.", "до 30 июня"),
    "tr": ("{trigger1:Lonca} {deadline1:30 Haziran'a kadar} {trigger1:kılavuzları serbest bırakmazsa} {threat1:limanı kapatacağız}.", "30 Haziran'a kadar"),
}


@pytest.mark.parametrize("lang", CUT)
def test_a_condition_with_a_deadline_inside_is_one_and_the_deadline_another(lang: str) -> None:
    marked, deadline = CUT[lang]
    reading = read(marked, lang)
    (commitment,) = reading.commitments
    text = reading.article.text
    start, end = text.index(deadline), text.index(deadline) + len(deadline)
    whole, inner = commitment.conditions
    assert (whole.kind, inner.kind) == ("trigger", "deadline")
    assert (reading.words(inner.span), inner.span.start) == (deadline, start)
    assert whole.span.start < start and end < whole.span.end
    assert (commitment.operator, commitment.conditional) == (None, True)


def test_a_deadline_inside_goes_with_its_condition_without_a_link_of_its_own() -> None:
    text = "If {trigger1:the guild}, {deadline2:by 30 June}, {trigger1:does not free the pilots}, {threat1:we will close the harbour}. {threat2:We will also close the yard}."
    reading = read(text, unlinked=(2,))
    assert [[reading.words(c.span) for c in k.conditions] for k in reading.commitments] == [["the guild, by 30 June, does not free the pilots", "by 30 June"], []]


def test_an_and_still_joins_two_clauses_of_which_one_holds_a_deadline() -> None:
    reading = read("If {trigger1:the guild} {deadline1:by Friday} {trigger1:does not pay} and {trigger1:does not free the pilots}, {threat1:we will close the harbour}.")
    (commitment,) = reading.commitments
    assert [reading.words(c.span) for c in commitment.conditions] == ["the guild by Friday does not pay", "by Friday", "does not free the pilots"]
    assert (commitment.operator, commitment.operator_how) == ("all", "worded")


@pytest.mark.parametrize(
    ("lang", "text", "condition"),
    [
        ("en", "If {trigger1:the guild} by next week {trigger1:does not free the pilots}, {threat1:we will close the harbour}.", "the guild by next week does not free the pilots"),
        ("cs", "Pokud {trigger1:cech v Lindhamu} do konce týdne {trigger1:nepropustí lodivody}, {threat1:zavřeme přístav}.", "cech v Lindhamu do konce týdne nepropustí lodivody"),
        ("cs", "Pokud {trigger1:cech} {prerequisite1:nepropustí lodivody}, {threat1:zavřeme přístav}.", "cech nepropustí lodivody"),
        ("cs", "Pokud {prerequisite1:cech} {trigger1:nepropustí lodivody}, {threat1:zavřeme přístav}.", "cech nepropustí lodivody"),
    ],
)
def test_pieces_in_the_clause_of_one_condition_word_are_one_condition_of_its_kind(lang: str, text: str, condition: str) -> None:
    reading = read(text, lang)
    (commitment,) = reading.commitments
    assert [(reading.words(c.span), c.kind) for c in commitment.conditions] == [(condition, "trigger")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{threat1:We leave} if {trigger1:it rains}, {trigger1:it snows}."),
        ("en", "{threat1:We leave} if {trigger1:it rains} or {trigger1:it snows}."),
        ("de", "{threat1:Wir gehen}, wenn {trigger1:es regnet} sowie {trigger1:es schneit}."),
        ("fr", "{threat1:Nous partirons} s'{trigger1:il pleut} ou qu'{trigger1:il neige}."),
        ("en", "If {trigger1:it rains and} {trigger1:it snows}, {threat1:we leave}."),
        ("en", "If {trigger1:it rains} {deadline1:by Friday} {trigger1:or it snows}, {threat1:we leave}."),
        ("en", "If {trigger1:it rains} unless {exception1:it snows}, {threat1:we leave}."),
        ("en", "If {trigger1:it rains} {threat1:we leave} {trigger1:it snows}."),
        ("en", "If {trigger1:it rains}. {trigger1:It snows}. {threat1:We leave}."),
    ],
)
def test_clauses_with_a_joining_word_a_mark_or_a_consequence_between_them_stay_apart(lang: str, text: str) -> None:
    (commitment,) = read(text, lang).commitments
    assert all("snow" not in words or "rain" not in words for words in (c.span.of(read(text, lang).article.text) for c in commitment.conditions))
    assert not any(left.span.overlap(right.span) for left in commitment.conditions for right in commitment.conditions if left is not right)
