"""Comparing very many tellings takes no more memory than a block of them at a time, and gives what all of them at once would give."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest

from onrecord.records import Span
from onrecord.statements import features
from onrecord.statements.features import Tellings, compare_tellings
from onrecord.statements.match import match_tellings
from onrecord.statements.sides import WIDTH
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


def say_often(lang: str, times: int, name: str = "often") -> Tellings:
    """Return an article that says one thing again and again, now quoted and now not, each time with another force, speaker or length."""
    (gist,) = tell(SAYING[lang], lang=lang, name=name, consequence=SAYING[lang].split()[-1]).sketch.gists
    gists = []
    for at in range(times):
        words = gist.words[: len(gist.words) - 2 * WIDTH * (at % 3)]
        span = Span(start=100 * at, end=100 * at + 60)
        gists.append(
            replace(
                gist,
                of=f"{name} {at}",
                span=span,
                type=("direct", "indirect")[at % 2],
                acts=(("threat",), ("offer",), ())[at % 3],
                speaker=(None, "Tamsin Orlay")[at % 5 > 1],
                words=words,
                outcome=b"",
            )
        )
    return Tellings(tell(SAYING[lang], lang=lang, name=name).sketch, gists)


@pytest.mark.parametrize("pairs", [1, 60, 130])
@pytest.mark.parametrize("langs", [("en", "en"), ("de", "uk"), ("uk", "uk")])
def test_some_rows_at_a_time_give_what_all_rows_give(monkeypatch: pytest.MonkeyPatch, langs: tuple[str, str], pairs: int) -> None:
    left, right = say_often(langs[0], 19), say_often(langs[1], 13, "other")
    expected = [match_tellings(a, b, plain_space()) for a, b in ((left, left), (left, right))]
    assert all(table.any() for table in expected[: 1 + (langs[0] == langs[1])])
    monkeypatch.setattr(features, "MOST_PAIRS", pairs)
    for (a, b), table in zip(((left, left), (left, right)), expected, strict=True):
        np.testing.assert_allclose(match_tellings(a, b, plain_space()), table, atol=1.01e-4)


@pytest.mark.parametrize("lang", SAYING)
def test_the_features_of_all_pairs_are_never_held_all_at_once(monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    many, largest = say_often(lang, 600), 20_000
    monkeypatch.setattr(features, "MOST_PAIRS", largest)
    monkeypatch.setattr(features, "MOST_CELLS", largest)
    match_tellings(many, many, plain_space())
    tracemalloc.start()
    found = match_tellings(many, many, plain_space())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < found.nbytes + 300 * largest + 4 * many.words.nbytes + 3_000_000
