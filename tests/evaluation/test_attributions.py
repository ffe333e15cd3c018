"""Attributions against gold: spans, sources, speakers, types, speech inside speech."""

from __future__ import annotations

import pytest

from onrecord.evaluation.attributions import count_attributions, find_right, judge_speaker
from onrecord.evaluation.gold import Expected, expect
from onrecord.evaluation.measures import Counts
from onrecord.evaluation.passages import parse_passage
from tests.evaluation.found import attribution

GOLD: Expected = expect(
    parse_passage(
        "## en-001\n{S1:Mira Solan} {Q1:said} {C1:that the bridge had been closed since Monday}. {C2:It would open soon}, {S2:officials} {Q2:said}.\n@speaker1 Mira Solan\n@speaker2 -\n"
    )
)
TEXT = GOLD.text
RIGHT = attribution(TEXT, "that the bridge had been closed since Monday", "Mira Solan", speaker="Solan")
SHORT = attribution(TEXT, "the bridge had been closed", "officials")


def test_the_very_same_span_is_exact_and_a_shorter_one_only_touches() -> None:
    exact, short = count_attributions(GOLD, [RIGHT]), count_attributions(GOLD, [SHORT])
    assert exact["content"] == exact["content_overlap"] == Counts(right=1, found=1, recalled=1, gold=2)
    assert (short["content"].right, short["content_overlap"].right) == (0, 1)
    assert exact["attribution"] == Counts(right=2, found=2, recalled=2, gold=6)


def test_a_long_span_may_recall_several_of_the_gold() -> None:
    long = attribution(TEXT, TEXT.removesuffix("."))
    assert count_attributions(GOLD, [long])["content_overlap"] == Counts(right=1, found=1, recalled=2, gold=2)


def test_a_content_counts_with_its_source_only_when_both_touch() -> None:
    assert count_attributions(GOLD, [RIGHT])["content_with_source"].right == 1
    assert count_attributions(GOLD, [SHORT])["content_with_source"].right == 0


def test_two_missing_sources_agree() -> None:
    gold = expect(parse_passage("## en-001\n{C1:“It is closed.”}"))
    assert count_attributions(gold, [attribution(gold.text, "“It is closed.”")])["content_with_source"].recalled == 1
    assert find_right(gold, [attribution(gold.text, "“It is closed.”", "closed")]) == [False]


def test_what_is_right_shares_half_of_the_words_and_the_source() -> None:
    scrap = attribution(TEXT, "since", "Mira Solan")
    assert find_right(GOLD, [RIGHT, SHORT, scrap]) == [True, False, False]


def test_types_and_speakers_are_judged_on_matched_contents() -> None:
    second = attribution(TEXT, "It would open soon", "officials", speaker="Mira Solan", kind="direct")
    counts = count_attributions(GOLD, [RIGHT, second])
    assert counts["type"] == Counts(right=1, found=2, recalled=1, gold=2)
    assert [counts[name].right for name in ("speaker", "speaker_wrong", "speaker_abstained")] == [1, 1, 0]
    assert count_attributions(GOLD, [])["speaker"] == Counts()


@pytest.mark.parametrize(
    ("gold", "found", "lang", "verdict"),
    [
        ("Mira Solan", "Mira Solan", "en", "right"), ("Mira Solan", "Solan", "en", "right"), ("Mira Solan", "Piet Bakker", "en", "wrong"), ("Mira Solan", None, "en", "abstained"),
        ("-", None, "en", "right"), ("-", "Mira Solan", "en", "wrong"), ("Oekraïne", "Ukraine", "nl", "right"), ("Україна", "Ukraine", "uk", "right"),
        ("Volodymyr Zelensky", "Wolodymyr Selenskyj", "de", "right"), ("Oekraïne", "Russia", "nl", "wrong"),
    ],
)  # fmt: skip
def test_a_speaker_is_right_wrong_or_left_open(gold: str, found: str | None, lang: str, verdict: str) -> None:
    assert judge_speaker(gold, found, lang) == verdict


def test_speech_inside_speech_counts_as_found_when_its_content_is() -> None:
    gold = expect(parse_passage("## en-001\n{S1:He} {Q1:said} {C1:that {S2:the minister} {Q2:had told} him {C2:the war was over}}."))
    outer = attribution(gold.text, "that the minister had told him the war was over", "He")
    assert count_attributions(gold, [outer])["nested"] == Counts(right=0, found=1, recalled=0, gold=1)
    assert count_attributions(gold, [outer, attribution(gold.text, "the war was over", "the minister")])["nested"].right == 1
