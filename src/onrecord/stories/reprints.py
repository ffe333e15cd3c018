"""What an outlet prints again under another article: an editor's note, a footer, background kept ready. It tells nothing of whether both are on one happening.

In: an article, then two sketches. Out: where its passages (sentences of some length) are; how like two articles of one outlet are without the passages that both print.
That hangs on the two alone, and on nothing else that the outlet repeats: so no order of arrival matters.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from onrecord.ids import make_key
from onrecord.kinship import Sketch
from onrecord.records import Article, Mention
from onrecord.spans import blank_dropped
from onrecord.stories.groups import JOIN
from onrecord.stories.likeness import compare_matter
from onrecord.stories.terms import WORD, find_stem, name_key

LEAST_WORDS = 8
"""A shorter sentence (a dateline, a heading, "Read more", what somebody says in few words) is no passage."""
LEAST_REST = 30
"""Words both must have besides; where less remains, one is taken over by the other as it stands."""
NOWHERE = 0xFFFF
"""The place of what stands in no passage, or in several."""
_BORDER = re.compile("[.!?…。][\"'”’»)\\]]*(?=\\s)|\\n\\s*\\n")
"""Where a passage ends: at what looks like the end of a sentence or at a blank line, not at a line break, which pages put where they like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """The passages of an article: a key for the words of each, how many words each has; where each
    sentence of the text begins, with the place of its passage; how many words there are in all."""

    keys: tuple[int, ...]
    sizes: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    words: int


def list_passages(article: Article) -> Passages:
    """Return the passages of an article in text order, equal ones once, dropped spans left out."""
    places: dict[int, int] = {}
    sizes: list[int] = []
    sentences: list[tuple[int, int]] = []
    total = 0
    text = blank_dropped(article)
    ends = [border.end() for border in _BORDER.finditer(text)]
    for start, end in zip([0, *ends], [*ends, len(text)], strict=True):
        words = [word.casefold() for word in WORD.findall(text, start, end)]
        total += len(words)
        place = NOWHERE
        if len(words) >= LEAST_WORDS:
            place = places.setdefault(make_key("passage", len(words), " ".join(words)), len(places))
            if place == len(sizes):
                sizes.append(len(words))
        sentences.append((start, min(place, NOWHERE)))
    return Passages(keys=tuple(places), sizes=tuple(sizes), sentences=tuple(sentences), words=total)


def place_stems(article: Article, passages: Passages, stems: Sequence[str]) -> bytes:
    """Return for each stem the place of the only passage it stands in (16 bit)."""
    text = blank_dropped(article)
    found: dict[str, int] = {} if article.title_span else dict.fromkeys(map(find_stem, WORD.findall(article.title or "")), NOWHERE)
    ends = [start for start, _ in passages.sentences[1:]]
    for (start, place), end in zip(passages.sentences, [*ends, len(text)], strict=True):
        for word in WORD.findall(text, start, end):
            _note(found, find_stem(word), place)
    return _pack(found, stems)


def place_names(mentions: Iterable[Mention], passages: Passages, names: Sequence[str]) -> bytes:
    """Return for each name (its sound key) the place of the only passage it stands in (16 bit)."""
    starts = [start for start, _ in passages.sentences]
    found: dict[str, int] = {}
    for mention in mentions:
        if key := name_key(mention):
            _note(found, key, passages.sentences[bisect_right(starts, mention.span.start) - 1][1])
    return _pack(found, names)


def place_runs(spans: NDArray[np.int64], passages: Passages) -> NDArray[np.uint16]:
    """Return for each run of words (its start and end in the text) the places of the passages in which it begins and ends: two columns."""
    starts = np.array([start for start, _ in passages.sentences])
    places = np.array([place for _, place in passages.sentences], dtype="<u2")
    return np.asarray(places[np.searchsorted(starts, spans - np.array([0, 1]), side="right") - 1])


def find_own_matter(left: Sketch, right: Sketch) -> float | None:
    """Return how like two articles of one outlet are without the passages that both print (see `compare_matter`), `None` where these count like all else.

    They do where what remains is of one matter, too: the less remains, the less is asked of it, as an article that an outlet has brought up to date keeps most of its text.
    """
    if left.outlet is None or right.outlet is None or left.outlet.casefold() != right.outlet.casefold():
        return None
    mine, theirs = np.frombuffer(left.passages, dtype="<u8"), np.frombuffer(right.passages, dtype="<u8")
    shared = np.intersect1d(mine, theirs, assume_unique=True)
    if not len(shared):
        return None
    taken = [np.isin(keys, shared, assume_unique=True) for keys in (mine, theirs)]
    counts = [int(np.frombuffer(sketch.passage_words, dtype="<u2")[gone].sum()) for sketch, gone in zip((left, right), taken, strict=True)]
    if min(left.word_count - counts[0], right.word_count - counts[1]) < LEAST_REST:
        return None
    share = min(counts[0] / left.word_count, counts[1] / right.word_count)
    matter = compare_matter(_leave_out(left, taken[0]), _leave_out(right, taken[1]))
    return None if matter >= JOIN * (1 - share) else matter


def _note(found: dict[str, int], item: str, place: int) -> None:
    if found.setdefault(item, place) != place:
        found[item] = NOWHERE


def _pack(found: Mapping[str, int], items: Sequence[str]) -> bytes:
    return np.array([found.get(item, NOWHERE) for item in items], dtype="<u2").tobytes()


def _leave_out(sketch: Sketch, gone: NDArray[np.bool_]) -> Sketch:
    """Return a sketch without what stands in some of its passages alone, weights at unit length again."""
    terms, term_weights = _cut(sketch.terms, sketch.term_weights, sketch.term_places, gone)
    names, name_weights = _cut(sketch.names, sketch.name_weights, sketch.name_places, gone)
    return replace(sketch, terms=terms, term_weights=term_weights, names=names, name_weights=name_weights)


def _cut(keys: bytes, weights: bytes, places: bytes, gone: NDArray[np.bool_]) -> tuple[bytes, bytes]:
    at = np.frombuffer(places, dtype="<u2")
    stays = ~np.append(gone, np.zeros(1, dtype=np.bool_))[np.minimum(at, len(gone))]
    values = np.frombuffer(weights, dtype="<f4")
    length = math.sqrt(max(1.0 - math.fsum((values[~stays].astype(np.float64) ** 2).tolist()), 1e-6))
    return np.frombuffer(keys, dtype="<u8")[stays].tobytes(), (values[stays] / np.float32(length)).astype("<f4").tobytes()
