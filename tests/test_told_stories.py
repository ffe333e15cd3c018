"""Stories told by several outlets are read as their README says, and what is found in them is counted by telling, by pair and by label."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.encode.model import shipped_model
from onrecord.errors import InputError
from onrecord.evaluation.measures import Counts
from onrecord.languages.pack import known_languages
from tests.told_scores import STORIES, score_told
from tests.told_stories import LABELS, PARTS, ToldStory, read_stories, score_stories, sum_counts

TOLD = """## port-1 | dev | a strike
@ A | en | 2031-03-04 | Korva Gazette
Union threat
{1:“If wages are cut, we will close the harbour,” its leader Ines Vard said on Monday.} {2:The owners would answer, Tom Reed said.}
@ B | en | 2031-03-04 | Estwick Post
Harbour
{1:“If wages are cut, we will close the harbour,” Ines Vard said on Monday.}
= 1 | Ines Vard | 2031-03-03
= 2 | - | -
~ 1 | A B | same
"""


def read(folder: Path, text: str) -> list[ToldStory]:
    (folder / "a.txt").write_text(text, "utf-8")
    return read_stories(folder)


def test_a_story_is_read_with_its_tellings_and_what_differs(tmp_path: Path) -> None:
    (story,) = read(tmp_path, TOLD.replace("| same", "| truncated loaded_cue"))
    text = story.articles[0].text
    assert (story.id, story.part, [a.letter for a in story.articles]) == ("port-1", "dev", ["A", "B"])
    assert [(t.name, t.of, t.span.of(text)[:5]) for t in story.tellings if t.article == "A"] == [("A", 1, "“If w"), ("A", 2, "The o")]
    assert (story.utterances[1].speaker, story.utterances[1].day, story.utterances[2].speaker) == ("Ines Vard", "2031-03-03", None)
    assert story.differences == {("A", "B", 1): frozenset({"truncated", "loaded_cue"})}


@pytest.mark.parametrize(("old", "new"), [("dev", "test"), ("= 2 |", "= 3 |"), ("~ 1 | A B | same", ""), ("| same", "| shorter"), ("@ B | en", "@ B en"), ("{2:", "{3:")])
def test_a_story_that_is_written_otherwise_is_refused(old: str, new: str, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read(tmp_path, TOLD.replace(old, new))


def test_what_is_found_is_counted(tmp_path: Path) -> None:
    (outcome,) = score_stories(read(tmp_path, TOLD), shipped_model())
    assert outcome.counts["pairs"] == Counts(right=1, found=1, recalled=1, gold=1)
    assert outcome.counts["tellings"].gold == 3
    (other,) = score_stories(read(tmp_path, TOLD.replace("~ 1 | A B | same", "~ 1 | A B | figure_changed")), shipped_model())
    assert (other.counts["figure_changed"].gold, other.counts["figure_changed"].right) == (1, 0)
    assert any("figure_changed" in line for line in other.failures)


def test_the_stories_cover_every_language_and_label() -> None:
    stories = read_stories(STORIES)
    assert {article.lang for story in stories for article in story.articles} == {*known_languages()}
    assert {label for story in stories for labels in story.differences.values() for label in labels} == {*LABELS}
    assert {story.part for story in stories} == {*PARTS}
    assert len({story.id for story in stories}) == len(stories)


def test_every_pair_of_one_utterance_is_counted() -> None:
    total = sum_counts(score_told())
    assert total["pairs"].gold == sum(len(story.story.differences) for story in score_told())
    assert total["differences"].gold == sum(total[label].gold for label in LABELS)
