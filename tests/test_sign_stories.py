"""Stories of signs are read as their README says, and what is found in them is counted by kind, by condition and by how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.encode.model import shipped_model
from onrecord.errors import InputError
from onrecord.evaluation.measures import Counts
from onrecord.languages.pack import known_languages
from tests.sign_scores import STORIES, score_signs
from tests.sign_stories import KINDS, PARTS, STATES, SignStory, read_stories, score_stories, sum_counts

TOLD = """## en-1 | dev | a quarry
@ 2031-03-03 | Korva Gazette
The union will strike unless {if:the owners reopen the quarry at Dunholm}, its leader Ines Vard said.
@ 2031-03-09 | Korva Gazette
{met:The owners have reopened the quarry at Dunholm.} It rained.
= averted
"""


def read(folder: Path, text: str) -> list[SignStory]:
    (folder / "en.txt").write_text(text, "utf-8")
    return read_stories(folder)


def test_a_story_is_read_with_its_condition_and_its_signs(tmp_path: Path) -> None:
    (story,) = read(tmp_path, TOLD)
    first, second = story.articles
    assert (story.id, story.lang, story.part, story.state) == ("en-1", "en", "dev", "averted")
    assert first.condition is not None
    assert first.condition.of(first.text) == "the owners reopen the quarry at Dunholm"
    assert [(span.of(second.text), kind) for span, kind in second.signs] == [("The owners have reopened the quarry at Dunholm.", "met")]
    assert (second.published, second.outlet, second.text) == ("2031-03-09", "Korva Gazette", "The owners have reopened the quarry at Dunholm. It rained.")


@pytest.mark.parametrize(("old", "new"), [("dev", "test"), ("= averted", "= over"), ("{if:", "{"), ("@ 2031-03-03 |", "2031-03-03")])
def test_a_story_that_is_written_otherwise_is_refused(old: str, new: str, tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read(tmp_path, TOLD.replace(old, new))


def test_the_stories_cover_every_language_kind_and_state_in_both_parts() -> None:
    stories = read_stories(STORIES)
    assert sorted(s.lang for s in stories) == sorted(lang for lang in known_languages() for _ in range(5))
    for part in PARTS:
        mine = [s for s in stories if s.part == part]
        assert len(mine) == 30
        assert {kind for s in mine for article in s.articles for _, kind in article.signs} == {*KINDS}
    assert {s.state for s in stories} == {*STATES}


def test_what_is_found_is_counted_by_kind() -> None:
    found = score_signs()
    total = sum_counts(found)
    assert total["watched"].gold == total["state"].gold == len(found)
    assert total["any"].gold == sum(total[kind].gold for kind in KINDS)
    assert total["any"].found == sum(total[kind].found for kind in KINDS)


def test_without_a_model_that_finds_conditions_nothing_is_watched(tmp_path: Path) -> None:
    plain = TOLD.replace("The union will strike unless {if:the owners reopen the quarry at Dunholm}, its leader Ines Vard said.", "It snowed on {if:Dunholm}.")
    (outcome,) = score_stories(read(tmp_path, plain), shipped_model())
    assert outcome.state is None
    assert outcome.counts["watched"] == Counts(gold=1)
    assert outcome.counts["met"] == Counts(gold=1)
