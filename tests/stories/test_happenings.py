"""Two disputes of the same persons are two stories, however often one recalls the other; what comes of an accident weeks later is of its story."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.stories.happenings import HAPPENINGS, find_stories

FILES = sorted(HAPPENINGS.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_disputes_of_the_same_persons_stay_apart_and_a_trial_comes_to_its_accident(path: Path) -> None:
    assert set(find_stories(path).values()) == {frozenset({"dam 1", "dam 2"}), frozenset({"rail 1", "rail 2"}), frozenset({"ferry 1", "ferry 2", "ferry 3"})}
