"""What is no statement although it was tagged as one or stands between quotation marks."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest

from onrecord.languages.pack import known_languages
from tests.attributions.make import read


def test_every_language_has_its_words() -> None:
    assert set(tomllib.loads((files("onrecord.attributions") / "naming.toml").read_text("utf-8"))) == set(known_languages())


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The men were called to {C1:the old house}."),
        ("en", "{S1:The guards} searched {C1:the yard}."),
        ("en", "The man was {Q1:charged with} {C1:grave neglect}."),
        ("en", "{S1:The guards} {Q1:believed} {C1:it}."),
        ("de", "{S1:Die Wachen} {Q1:glaubten} {C1:ihm}."),
        ("ru", "{S1:Охранники} {Q1:верили} {C1:ему}."),
    ],
)
def test_a_few_told_words_without_cue_or_source_and_a_pronoun_alone_say_nothing(lang: str, text: str) -> None:
    assert read(text, lang).attributions == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "{S1:Arlen} lived through its {C1:so-called “quiet year”} then."),
        ("en", "{S1:The film}, {Q1:titled} {C1:“A bridge too long for us”}, ran."),
        ("en", "{S1:Many} held {Q1:signs} with {C1:“Open the bridge now”}."),
        ("nl", "{S1:De film} {Q1:getiteld} {C1:“De lange brug”} draaide."),
        ("de", "{S1:Arlen} zahlt die {Q1:sogenannte} {C1:„Brückensteuer“}."),
        ("fr", "{S1:Le film} {Q1:intitulé} {C1:« Le pont »} passait."),
        ("es", "{S1:La película} {Q1:titulada} {C1:«El puente»} pasaba."),
        ("it", "{S1:Il film} {Q1:intitolato} {C1:«Il ponte»} passava."),
        ("pt", "{S1:O filme} {Q1:intitulado} {C1:“A ponte”} passava."),
        ("pl", "{S1:Film} {Q1:zatytułowany} {C1:„Długi most”} trwał."),
        ("cs", "{S1:Film} {Q1:s názvem} {C1:„Dlouhý most“} běžel."),
        ("uk", "{S1:Фільм} {Q1:під назвою} {C1:«Довгий міст»} тривав."),
        ("ru", "{S1:Фильм} {Q1:под названием} {C1:«Длинный мост»} шёл."),
        ("tr", "{C1:“Uzun köprü”} {Q1:adlı} {S1:film} sürdü."),
    ],
)
def test_marks_around_a_name_a_title_or_a_sign_are_no_speech(lang: str, text: str) -> None:
    assert [a for a in read(text, lang).attributions if a.type == "direct"] == []


def test_a_long_name_in_marks_amid_a_sentence_is_no_speech() -> None:
    assert read("Mira Solan went to the “Third great fair of towns on rivers” in May.\n@per Mira Solan").attributions == ()
    (found,) = read("Mira Solan called the fair “a very great day for all of us” in May.\n@per Mira Solan").attributions or (None,)
    assert found is None or found.type == "direct"


def test_speech_in_marks_is_kept_beside_its_cue_and_at_the_start_of_a_sentence() -> None:
    assert len(read("{S1:Many} {Q1:called it} {C1:“fraud”}.").attributions) == 1
    assert len(read("Mira Solan rose. “It will rain for many days.”\n@per Mira Solan").attributions) == 1
    assert len(read("{S1:Mira Solan} {Q1:declined} {C1:to comment}.\n@per Mira Solan").attributions) == 1


def test_a_content_begins_with_the_whole_number_or_word() -> None:
    assert read("{S1:Mira Solan} {Q1:promised} 15,{C1:000 crowns for the bridge}.\n@per Mira Solan").contents == [["15,000 crowns for the bridge"]]
    assert read("{S1:Mira Solan} {Q1:said} th{C1:at nobody came}.\n@per Mira Solan").contents == [["that nobody came"]]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "{S1:Harbour}{C1:bericht sagt, die Brücke bleibt noch lange zu}, {Q1:hieß} es."),
        ("en", "{Q1:Said}{C1:that the old bridge stays closed for long}, {S1:Mira Solan}."),
        ("en", "{S1:Mira Solan} {Q1:said} {C1:the old bridge stays clos}{C1:ed for a long time to come}."),
    ],
)
def test_a_piece_that_begins_in_a_word_takes_nothing_from_what_stands_before_it(lang: str, text: str) -> None:
    (found,) = read(text, lang).attributions
    spans = sorted((*found.source, *found.cue, *found.content))
    assert all(left.end <= right.start for left, right in pairwise(spans))


@pytest.mark.parametrize(
    ("lang", "broken", "whole"),
    [
        ("en", "{S1:The report} {Q1:suggests} {C1:that there is}", "{S1:The report} {Q1:suggests} {C1:that there is a bridge}."),
        ("de", "{S1:Der Bericht} {Q1:besagt}, {C1:dass es gibt}", "{S1:Der Bericht} {Q1:besagt}, {C1:dass es eine Brücke gibt}."),
        ("fr", "{S1:Le rapport} {Q1:indique} {C1:qu'il y a}", "{S1:Le rapport} {Q1:indique} {C1:qu'il y a un pont}."),
        ("es", "{S1:El informe} {Q1:indica} {C1:que hay}", "{S1:El informe} {Q1:indica} {C1:que hay un puente}."),
        ("pl", "{S1:Raport} {Q1:mówi}, {C1:że jest}", "{S1:Raport} {Q1:mówi}, {C1:że jest most}."),
        ("ru", "{S1:Отчёт} {Q1:говорит}, {C1:что есть}", "{S1:Отчёт} {Q1:говорит}, {C1:что есть мост}."),
    ],
)
def test_words_that_break_off_behind_a_bare_verb_of_being_say_nothing(lang: str, broken: str, whole: str) -> None:
    assert not read(broken, lang).attributions
    assert len(read(whole, lang).attributions) == 1
