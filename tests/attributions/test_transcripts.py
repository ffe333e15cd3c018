"""Paragraphs that open with a name and a colon."""

from __future__ import annotations

from tests.attributions.make import read

TURNS = """{S1:Mira Solan} and Josip Tarn met in Arlen, {Q1:said} {C1:the paper}.

"SOLAN: {C2:We will not open the bridge before winter comes.}"

"TARN: {C3:You will open it when the people ask you to.}"

"HOST: {C4:Let us go on to the matter of the trains.}"

"SOLAN: {C5:The trains have nothing to do with the bridge.}"
@per Mira Solan; Josip Tarn"""


def test_the_label_of_a_turn_is_the_source_and_names_the_speaker_by_surname() -> None:
    reading = read(TURNS)
    assert reading.speakers[1:] == ["Mira Solan", "Josip Tarn", None, "Mira Solan"]
    assert [a.speaker_as_written for a in reading.attributions[1:]] == ["SOLAN", "TARN", "HOST", "SOLAN"]


def test_labels_are_no_part_of_what_is_said() -> None:
    marked = TURNS.replace('"SOLAN: {C2:', '{C2:"SOLAN: ').replace('"TARN: {C3:', '{C3:"TARN: ')
    reading = read(marked)
    assert reading.contents[1][0].startswith("We will not")
    assert reading.speakers[1] == "Mira Solan"


def test_a_list_of_facts_is_no_transcript() -> None:
    text = "{S1:Mira Solan} {Q1:said} {C1:it was late}.\n\nPlace: {C2:the long bridge of Arlen}\n\nTime: {C3:late in the evening again}\n\nGuests: {C4:all who want to come}\n@per Mira Solan"
    assert [a.speaker_as_written for a in read(text).attributions[1:]] == [None, None, None]


def test_a_speech_with_a_colon_inside_a_paragraph_is_no_turn() -> None:
    text = '{S1:Mira Solan} {Q1:said}: {C1:"We will not go."}\n\n{S2:Josip Tarn} {Q2:added}: {C2:"Nor will we."}\n@per Mira Solan; Josip Tarn'
    assert read(text).speakers == ["Mira Solan", "Josip Tarn"]


def test_a_person_whose_name_has_no_letter_is_nobody_that_a_label_names() -> None:
    reading = read(TURNS.replace("in Arlen", "and 007").replace("@per ", "@per 007; "))
    assert reading.speakers[1:] == ["Mira Solan", "Josip Tarn", None, "Mira Solan"]


def test_below_a_lone_label_and_its_line_only_a_quotation_goes_on() -> None:
    label = "{S1:SOLAN}: {C1:I have never seen that bridge.}\n\n"
    assert len(read(label + "{C1:Many questions remain in Arlen.}\n@per SOLAN").attributions) == 1
    assert len(read(label + "{C1:“Nor have I seen the dam.”}\n@per SOLAN").attributions) == 2
