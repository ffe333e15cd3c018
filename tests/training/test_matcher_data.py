"""The invented tellings and positions that the matcher is fitted and settled on are whole."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
import pytest

from onrecord.statements.sides import WIDTH
from onrecord.statements.space import load_space
from training.fit_match import Telling, leave_words, read_tellings
from training.settle_positions import LABELS, mean_f_half, score

DATA = Path(__file__).parents[2] / "training" / "data"
LANGS = frozenset({"cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "tr", "uk"})


@pytest.fixture(scope="module")
def tellings() -> list[Telling]:
    return read_tellings(DATA / "tellings")


def test_words_are_weighed_as_wide_as_they_are_left() -> None:
    space = leave_words(load_space())
    words = space.narrow_words(np.ones((2, WIDTH), dtype=np.float32))
    assert words.shape == (2, WIDTH)
    assert len(set(space.weigh(words).tolist())) == 1
    assert space.means.keys() == load_space().means.keys()


def test_every_telling_has_a_known_language_and_words(tellings: list[Telling]) -> None:
    assert {t.lang for t in tellings} == LANGS
    assert all(t.story and t.utterance and t.outlet and len(t.text) > 3 for t in tellings)


def test_every_story_is_told_by_several_outlets_and_has_an_utterance_told_twice(tellings: list[Telling]) -> None:
    stories: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        stories[telling.story].append(telling)
    assert all(len({t.outlet for t in told}) > 1 for told in stories.values())
    assert all(max(Counter(t.utterance for t in told).values()) > 1 for told in stories.values())


def test_every_pair_of_positions_has_its_fields() -> None:
    rows = [line.split(" | ") for line in (DATA / "positions.txt").read_text("utf-8").splitlines() if line.strip()]
    assert {len(row) for row in rows} == {7}
    assert {row[1] for row in rows} == set(LABELS)
    assert {row[2] for row in rows} | {row[3] for row in rows} <= LANGS
    assert len({row[0] for row in rows}) == len(rows)


def test_a_line_without_its_fields_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("## ta-001 | harbour\ns1 | outlet1 | en | the mayor said so\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.txt:2: 4 fields; allowed: 5"):
        read_tellings(tmp_path)


def test_precision_counts_more_than_recall() -> None:
    sure = [("repeats", "repeats")] + [("repeats", "other")] * 3
    loose = [("repeats", "repeats")] * 4 + [("other", "repeats")] * 4
    assert score(sure)["repeats"] == (1.0, 0.25, 4)
    assert score(loose)["repeats"] == (0.5, 1.0, 4)
    assert mean_f_half(sure) > mean_f_half(loose)
