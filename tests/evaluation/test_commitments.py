"""Commitments against gold: presence, matching, force, holder in other words, conditions, operators."""

from __future__ import annotations

from onrecord.evaluation.commitments import COARSE, count_commitments, is_holder_right
from onrecord.evaluation.gold import Expected, expect
from onrecord.evaluation.measures import Counts
from onrecord.evaluation.passages import FORCES, parse_passage
from onrecord.records import Commitment
from tests.evaluation.found import commitment


def gold(marked: str) -> Expected:
    return expect(parse_passage(f"## en-001\n{marked}"))


PASSAGE = gold(
    "{S1:Mira Solan} {Q1:said}: {C1:“{refusal1/any:{holder1:We} will not sign the treaty} unless {exception1:the prisoners come home} or if {trigger1:shelling resumes}.”}\n@speaker1 Mira Solan"
)
TEXT = PASSAGE.text
BOTH = (("the prisoners come home", "exception"), ("shelling resumes", "trigger"))
RIGHT = commitment(TEXT, "We will not sign the treaty", "refusal", holder="We", conditions=BOTH, operator="any")


def judge(found: Commitment) -> bool:
    return is_holder_right(PASSAGE, PASSAGE.commitments[0], found)


def test_every_force_has_a_coarse_class() -> None:
    assert set(COARSE) == set(FORCES)


def test_the_same_commitment_is_right_in_everything() -> None:
    counts = count_commitments(PASSAGE, [RIGHT])
    assert all(c.right == c.found == c.recalled == c.gold > 0 for c in counts.values())


def test_a_passage_without_any_counts_for_presence_only_when_one_is_found() -> None:
    empty = gold("The train was late.")
    assert count_commitments(empty, [])["commitment_present"] == Counts()
    assert count_commitments(empty, [commitment(empty.text, "The train was late")])["commitment_present"] == Counts(found=1)


def test_half_of_the_words_match_a_consequence_and_force_is_judged_then() -> None:
    counts = count_commitments(PASSAGE, [commitment(TEXT, "will not sign", "threat")])
    assert counts["commitment"].right == 1
    assert counts["force"].right == 0
    assert (counts["matched_force"].right, counts["matched_force_coarse"].right) == (0, 1)
    assert count_commitments(PASSAGE, [commitment(TEXT, "sign", "refusal")])["commitment"].right == 0


def test_conditions_are_compared_by_words_and_kind() -> None:
    counts = count_commitments(PASSAGE, [commitment(TEXT, "We will not sign the treaty", "refusal", conditions=(("the prisoners come", "trigger"),))])
    assert counts["matched_condition"] == Counts(right=3, found=3, recalled=3, gold=6)
    assert counts["matched_condition_kind"] == Counts(right=0, found=1, recalled=0, gold=1)
    assert counts["matched_operator"] == Counts(right=0, found=1, recalled=0, gold=1)
    assert counts["conditional_present"].right == 1


def test_a_holder_is_right_in_the_same_place_or_under_the_same_name() -> None:
    assert judge(commitment(TEXT, "will not sign", holder="We"))
    assert judge(commitment(TEXT, "will not sign", canonical="Solan"))
    assert not judge(commitment(TEXT, "will not sign", canonical="Piet Bakker"))
    assert not judge(commitment(TEXT, "will not sign"))


def test_we_is_the_one_who_says_it() -> None:
    assert judge(commitment(TEXT, "will not sign", holder="Mira Solan"))


def test_she_is_not_taken_for_the_one_who_says_it() -> None:
    passage = gold("{S1:Mira Solan} {Q1:said} {C1:{threat1:{holder1:she} would leave}}.\n@speaker1 Mira Solan")
    assert not is_holder_right(passage, passage.commitments[0], commitment(passage.text, "would leave", holder="Mira"))
