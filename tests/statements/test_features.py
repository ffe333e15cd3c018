"""Comparing the words of very many tellings takes no more memory than a block of them at a time."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from onrecord.statements import features
from onrecord.statements.features import Tellings, compare_tellings
from onrecord.statements.space import plain_space

from .tellings import tell

SAYING = {
    "en": "the council leaves the harbour talks before winter",
    "de": "der Rat verlässt die Gespräche über den Hafen vor dem Winter",
    "uk": "рада залишає переговори про порт до зими",
}


def repeat(lang: str, times: int) -> Tellings:
    sketch = tell(SAYING[lang], lang=lang).sketch
    return Tellings(sketch, sketch.gists * times)


@pytest.mark.parametrize("cells", [1, 50, 700])
def test_blocks_give_what_all_together_give(monkeypatch: pytest.MonkeyPatch, cells: int) -> None:
    left, right = repeat("en", 7), repeat("de", 5)
    whole = compare_tellings(left, right, plain_space())
    monkeypatch.setattr(features, "MOST_CELLS", cells)
    parts = compare_tellings(left, right, plain_space())
    assert list(parts) == list(whole) == list(features.FEATURES)
    for name, table in whole.items():
        np.testing.assert_allclose(parts[name], table, rtol=1e-5, atol=1e-6, err_msg=name)


@pytest.mark.parametrize("lang", SAYING)
def test_the_pairs_of_words_are_never_held_all_at_once(monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    many = repeat(lang, 600)
    pairs_of_words, pairs = len(many.words) ** 2, len(many) ** 2
    largest = 20_000
    assert pairs_of_words > 100 * largest
    monkeypatch.setattr(features, "MOST_CELLS", largest)
    compare_tellings(many, many, plain_space())
    tracemalloc.start()
    compare_tellings(many, many, plain_space())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * (len(features.FEATURES) + 16) * pairs + 12 * largest + 5_000_000
